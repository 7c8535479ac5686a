//! Whom a line brings into the directory, and how a person is addressed from then on.

use serde_yaml::Value;

use super::super::App;
use super::super::quick::Draft;
use super::super::quick::newcomer::{A_WOMAN, person};
use super::writing::Back;
use crate::library::edit::Edit;
use crate::library::keep::{Change, Seen, path_of};
use crate::library::{Key, Library};
use crate::report::{Kind, Record};

impl App {
    /// Writes how a woman is addressed who is in the registry without it, with the order that nominates
    /// her: one is not made nor undone without the other.
    pub(super) fn address(&mut self, draft: &Draft, order: u64) {
        let library = self.library();
        let Some(key) = addressed(library, draft) else {
            return;
        };
        let of = (self.file(key), path_of(library, key));
        let (Some(file), Some(path)) = of else { return };
        let at = path.key("honorific");
        let record = library.id(key).to_owned();
        let pairs = A_WOMAN.iter().filter_map(|pair| {
            let (side, word) = pair.strip_prefix("honorific.")?.split_once('=')?;
            Some((Value::from(side), Value::from(word)))
        });
        self.desk.writing.with = Some(order);
        self.write_now(Change {
            file,
            record,
            edits: vec![Edit::Set {
                at: at.clone(),
                value: Value::Mapping(pairs.collect()),
            }],
            seen: vec![Seen { at, value: None }],
        });
    }

    /// Adds a person to the registry; the id given, and the number of the order.
    pub(super) fn add_person(&mut self, name: &str, draft: &Draft) -> Option<(String, u64)> {
        let fields = person(name, draft.title, draft.is_woman, draft.get("country"));
        self.add(Kind::Person, None, &fields, Back::default())
    }
}

/// Who is in the registry and is called a woman by the line, and by nothing else.
pub(super) fn addressed(library: &Library, draft: &Draft) -> Option<Key> {
    let key = library.in_registry(draft.get("person").filter(|_| draft.is_woman)?)?;
    match library.record(key)? {
        Record::Person(person) if person.honorific.is_none() => Some(key),
        _ => None,
    }
}
