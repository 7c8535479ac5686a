//! What the screen writes before a fact, and people type after it: `role:chair` asks for a chair.

use crate::search::grammar::Expression;
use crate::words::query::{FACTS, FACTS_OF_NOMINATIONS, FIELDS};

/// The query without the names of facts, each taken out where it was typed as one: what stands in quotes
/// is as it was typed; and whether a nomination is asked for by them. None where there is none of them.
pub(super) fn without_names(
    text: &str,
    is_id: impl Fn(&str, &str) -> bool,
) -> Option<(String, bool)> {
    let expression = Expression::parse(text, FIELDS);
    let mut bare = String::new();
    let (mut done, mut asks_for_nominations) = (0, false);
    for atom in expression.groups.iter().flat_map(|group| &group.any) {
        let Some((name, value)) = atom.unknown_field() else {
            continue;
        };
        let plain = name.to_lowercase();
        if !FACTS.contains(&&*plain) || is_id(name, value) {
            continue;
        }
        asks_for_nominations |= FACTS_OF_NOMINATIONS.contains(&&*plain);
        // Only signs stand before it.
        let typed = text.get(atom.place.clone()).unwrap_or_default();
        let Some(at) = typed.find(name).map(|at| atom.place.start + at) else {
            continue;
        };
        bare.push_str(text.get(done..at).unwrap_or_default());
        done = at + name.len() + ":".len();
    }
    bare.push_str(text.get(done..).unwrap_or_default());
    (done > 0).then_some((bare, asks_for_nominations))
}
