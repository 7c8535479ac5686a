//! A meeting that somebody made before the call: the record of the call is that of the meeting.

use serde_yaml::{Mapping, Value};

use crate::library::edit::Edit;
use crate::library::keep::{Change, Seen, path_of, value_of};
use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::words::{Message, live as words};

/// What the meeting has said of itself, and keeps.
const ITS_OWN: [&str; 3] = ["id", "title", "date"];

/// The meetings of a day (`2021-09-01`) in some reports that are still to be held: nothing is told of
/// what was done at them.
pub fn to_be_held(library: &Library, reports: &[&str], day: &str) -> Vec<Key> {
    let is_one = |key: &Key| {
        let id = library.id(*key);
        let report = id.split_once(':').map_or(id, |(report, _)| report);
        let is_open = match library.record(*key) {
            Some(Record::Meeting(one)) => {
                let lists = [&one.agreed, &one.deferred, &one.made];
                one.date.as_ref().is_some_and(|date| date.as_str() == day)
                    && one.taken_up.is_empty()
                    && lists.iter().all(|list| list.is_empty())
            }
            _ => false,
        };
        is_open && reports.contains(&report)
    };
    let meetings = library.of_kind(Kind::Meeting).iter().copied();
    meetings.filter(is_one).collect()
}

/// Puts the record of a call into the meeting with this full id. Who was there is told by both: what
/// a person wrote of it beforehand is not taken back because nobody gave them the floor.
///
/// # Errors
/// When there is no such meeting.
pub(super) fn into_meeting(
    library: &Library,
    file: String,
    id: &str,
    record: Mapping,
) -> Result<Change, Message> {
    let key = library.with_id(id);
    let key = key.filter(|key| library.kind(*key) == Kind::Meeting);
    let place = key.and_then(|key| Some((key, path_of(library, key)?)));
    let (key, base) = place.ok_or_else(|| Message::from(words::MEETING_GONE))?;
    let mut change = Change {
        file,
        record: id.to_owned(),
        ..Change::default()
    };
    let mut put = |path: &[&str], value: Value| {
        let names: Vec<String> = path.iter().map(|&name| name.to_owned()).collect();
        let was = value_of(library, key, &names);
        let value = match value {
            Value::Sequence(more) if path.len() > 1 => both(was.clone(), more),
            value => value,
        };
        if was.as_ref() == Some(&value) {
            return;
        }
        let at = path.iter().fold(base.clone(), |at, name| at.key(*name));
        change.seen.push(Seen {
            at: at.clone(),
            value: was,
        });
        change.edits.push(Edit::Set { at, value });
    };
    for (name, value) in record {
        match (name.as_str(), value) {
            (None, _) => {}
            (Some(name), _) if ITS_OWN.contains(&name) => {}
            (Some(name), Value::Mapping(parts)) => {
                for (part, value) in parts {
                    if let Some(part) = part.as_str() {
                        put(&[name, part], value);
                    }
                }
            }
            (Some(name), value) => put(&[name], value),
        }
    }
    Ok(change)
}

/// What stood in a list, and what is not in it yet.
fn both(was: Option<Value>, more: Vec<Value>) -> Value {
    let mut all = match was {
        None => Vec::new(),
        Some(Value::Sequence(all)) => all,
        Some(one) => vec![one],
    };
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    Value::Sequence(all)
}
