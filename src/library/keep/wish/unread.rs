//! References that the model does not show: they stand in a field that has an error and is left out.
//! Where the record goes that they name, they stay written.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::{Desk, file_name};
use crate::library::edit::{FieldPath, Step};
use crate::library::keep::field::{names_entries, names_records};
use crate::library::keep::{Change, plain};
use crate::library::{Key, Library};

/// Where the file of a change still names these records after it, as people read a path. Only a file
/// with something wrong in it is read for that.
pub(super) fn unread(desk: &Desk<'_>, change: &Change, gone: &BTreeSet<Key>) -> Vec<String> {
    let library = desk.library;
    if !gone.first().is_some_and(|key| has_problems(library, *key)) {
        return Vec::new();
    }
    let text = plain::text(&desk.folder.join(&change.file));
    let Ok(tree) = serde_yaml::from_str(&text) else {
        return Vec::new();
    };
    let full = gone.iter().map(|key| library.id(*key));
    let short = |id: &'_ str| id.split_once(':').map(|(_, short)| short.to_owned());
    let ids = full.flat_map(|id| [Some(id.to_owned()), short(id)]);
    let mut walk = Walk {
        change,
        ids: ids.flatten().collect(),
        found: Vec::new(),
    };
    walk.value(&FieldPath::root(), "", &tree);
    walk.found
}

/// The same in the other files, where they name these by their full ids; a place is told with its file.
pub(super) fn unread_elsewhere(
    desk: &Desk<'_>,
    changes: &[Change],
    own: &str,
    gone: &BTreeSet<Key>,
) -> Vec<String> {
    let library = desk.library;
    let wrong = library.volumes().iter();
    let wrong = wrong.filter(|volume| !volume.problems().is_empty());
    let files = wrong.filter_map(|volume| file_name(volume));
    let mut found = Vec::new();
    for file in files.filter(|file| file != own) {
        let Ok(tree) = serde_yaml::from_str(&plain::text(&desk.folder.join(&file))) else {
            continue;
        };
        let none = Change::default();
        let change = changes.iter().find(|change| change.file == file);
        let mut walk = Walk {
            change: change.unwrap_or(&none),
            ids: gone.iter().map(|key| library.id(*key).to_owned()).collect(),
            found: Vec::new(),
        };
        walk.value(&FieldPath::root(), "", &tree);
        found.extend(walk.found.iter().map(|at| format!("{file}: {at}")));
    }
    found
}

/// Whether the file in which a record stands has something wrong in it.
pub(super) fn has_problems(library: &Library, key: Key) -> bool {
    let place = library.place_of(key).map(|(place, _)| place);
    let volume = place.and_then(|place| library.volumes().get(place));
    volume.is_some_and(|volume| !volume.problems().is_empty())
}

struct Walk<'a> {
    change: &'a Change,
    ids: BTreeSet<String>,
    found: Vec<String>,
}

impl Walk<'_> {
    fn value(&mut self, at: &FieldPath, field: &str, value: &Value) {
        let mut edits = self.change.edits.iter();
        if edits.any(|edit| at.0.starts_with(&edit.at().0)) {
            return;
        }
        match value {
            Value::Mapping(map) => {
                for (key, below) in map {
                    if let Some(key) = key.as_str() {
                        self.value(&at.clone().key(key), key, below);
                    }
                }
            }
            Value::Sequence(list) => {
                for (place, below) in list.iter().enumerate() {
                    let id = below.get("id").and_then(word);
                    let step = id.map_or(Step::Place(place), Step::Id);
                    self.value(&at.clone().step(step), field, below);
                }
            }
            _ => {
                let is_name = names_records(field) || names_entries(field);
                if is_name && word(value).is_some_and(|word| self.ids.contains(&word)) {
                    self.found.push(at.to_string());
                }
            }
        }
    }
}

/// A word as the model has it: a number may stand without quotes.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
