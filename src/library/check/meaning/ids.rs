//! Ids: their form, and that each is given once.

use std::collections::HashMap;

use super::{File, scalars};
use crate::library::check::shape::Record;
use crate::library::tree::{Node, SourceText, Spot};
use crate::library::{Code, FileKind, Problem};
use crate::words::{Message, problem as words};

/// Where an id was first given: file and place.
type First = HashMap<String, (usize, Spot)>;

/// The beginnings of ids that say what a record is.
const PREFIXES: [(&str, &str); 7] = [
    ("Contribution", "con/"),
    ("Nomination", "nom/"),
    ("Outcome", "out/"),
    ("Meeting", "meet/"),
    ("Event", "ev/"),
    ("Figure", "fig/"),
    ("Recommendation", "rec/"),
];

pub(super) fn check(files: &[Option<File<'_>>], sources: &mut [SourceText<'_>]) {
    let mut registry = First::new();
    let mut reports = First::new();
    for (number, file) in files.iter().enumerate() {
        let Some(file) = file else { continue };
        let mut locals = First::new();
        for record in &file.shape.records {
            let Some((node, id)) = scalars(record.node.get("id")).next() else {
                continue;
            };
            let seen = match (file.kind, record.kind) {
                (FileKind::Registry, _) => &mut registry,
                (FileKind::Report, "Head") => &mut reports,
                (FileKind::Report, _) => &mut locals,
            };
            let given = Given { number, node, id };
            given.once(seen, sources);
            if record.kind == "Item" {
                let aliases = scalars(record.node.get("number")).filter(|(_, alias)| *alias != id);
                for (node, alias) in aliases {
                    let id = alias;
                    Given { number, node, id }.once(&mut locals, sources);
                }
            }
            if let Some(source) = sources.get_mut(number)
                && let Some(expected) = wrong_form(file, record, id)
            {
                let place = source.place(node.at);
                let problem = Problem::error(Code::IdForm, place, words::id_form(id));
                source.add(problem.expecting(expected));
            }
        }
    }
}

/// An id, and where it is given.
struct Given<'a> {
    number: usize,
    node: &'a Node,
    id: &'a str,
}

impl Given<'_> {
    /// Adds a problem when the id was given before; upper and lower case count as the same.
    fn once(&self, seen: &mut First, sources: &mut [SourceText<'_>]) {
        let folded = self.id.to_lowercase();
        let Some((file, first)) = seen.get(&folded).copied() else {
            seen.insert(folded, (self.number, self.node.at));
            return;
        };
        let name = sources
            .get(file)
            .filter(|_| file != self.number)
            .map(|source| source.name.to_owned());
        if let Some(source) = sources.get_mut(self.number) {
            let what = words::duplicate_id(self.id, name.as_deref(), first.line, first.column);
            let place = source.place(self.node.at);
            source.add(
                Problem::error(Code::DuplicateId, place, what).expecting(words::an_id_of_its_own()),
            );
        }
    }
}

/// What the id should have been, when it is not that.
fn wrong_form(file: &File<'_>, record: &Record<'_>, id: &str) -> Option<Message> {
    let in_words = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.');
    let allowed = match file.kind {
        FileKind::Registry => "-./@:",
        FileKind::Report => "-./@",
    };
    if id.is_empty()
        || !id
            .chars()
            .all(|sign| in_words(sign) || allowed.contains(sign))
    {
        return Some(words::id_letters());
    }
    if file.kind == FileKind::Registry {
        let is_alpha_3 = id.len() == 3 && id.bytes().all(|byte| byte.is_ascii_uppercase());
        return (record.kind == "Country" && !is_alpha_3).then(words::alpha_3);
    }
    let parent = record
        .parent
        .and_then(|parent| file.shape.records.get(parent))
        .filter(|parent| parent.kind == "Item")
        .and_then(|parent| parent.node.get("id"))
        .and_then(Node::text);
    match (record.kind, parent) {
        ("Head" | "Item", _) => (!id.chars().all(in_words)).then(words::id_word),
        ("Recommendation", Some(item)) => below(id, item, 'r'),
        ("View", Some(item)) => below(id, item, 'v'),
        ("Note", Some(item)) => below(id, item, 'n'),
        ("Section", _) => {
            let numbered = id.strip_prefix('s').is_some_and(begins_with_digit);
            (!numbered).then(words::id_of_section)
        }
        ("Paragraph", _) => {
            let numbered = begins_with_digit(id.strip_prefix('s').unwrap_or(id));
            (!numbered).then(words::id_of_paragraph)
        }
        (kind, _) => {
            let (_, prefix) = PREFIXES.iter().find(|(known, _)| *known == kind)?;
            let right = id.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty());
            (!right).then(|| words::id_begins_with(prefix))
        }
    }
}

/// A record of an item has the item's id, a letter and a number: `27/r1`.
fn below(id: &str, item: &str, letter: char) -> Option<Message> {
    let right = id
        .strip_prefix(item)
        .and_then(|rest| rest.strip_prefix('/'))
        .and_then(|rest| rest.strip_prefix(letter))
        .is_some_and(begins_with_digit);
    (!right).then(|| words::id_begins_with(&format!("{item}/{letter}1")))
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_digit())
}
