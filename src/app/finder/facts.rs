//! What the screen writes before a fact, and people type after it: `role:chair` asks for a chair.

use crate::search::grammar::Expression;
use crate::words::query::{FACTS, FIELDS};

/// The query without the names of facts, each taken out where it was typed as one: what stands in quotes
/// is as it was typed. None where there is none of them.
pub(super) fn without_names(text: &str, is_id: impl Fn(&str, &str) -> bool) -> Option<String> {
    let expression = Expression::parse(text, FIELDS);
    let mut bare = String::new();
    let mut done = 0;
    for atom in expression.groups.iter().flat_map(|group| &group.any) {
        let Some((name, value)) = atom.unknown_field() else {
            continue;
        };
        if !FACTS.contains(&&*name.to_lowercase()) || is_id(name, value) {
            continue;
        }
        // Only signs stand before it.
        let typed = text.get(atom.place.clone()).unwrap_or_default();
        let Some(at) = typed.find(name).map(|at| atom.place.start + at) else {
            continue;
        };
        bare.push_str(text.get(done..at).unwrap_or_default());
        done = at + name.len() + ":".len();
    }
    bare.push_str(text.get(done..).unwrap_or_default());
    (done > 0).then_some(bare)
}
