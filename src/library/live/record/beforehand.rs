//! A meeting that somebody made before the call: the record of the call is that of the meeting.

use serde_yaml::Mapping;

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

/// Puts the record of a call into the meeting with this full id. Who was noted as there in the call was
/// there, and nobody who was only expected; where nobody was noted, what was written beforehand stays.
/// Where it was said that nobody is to be named as the chair (`no_chair`), the one expected is not.
///
/// # Errors
/// When there is no such meeting.
pub(super) fn into_meeting(
    library: &Library,
    file: String,
    id: &str,
    record: Mapping,
    no_chair: bool,
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
    for (name, value) in record {
        let Some(name) = name.as_str().filter(|name| !ITS_OWN.contains(name)) else {
            continue;
        };
        let was = value_of(library, key, &[name.to_owned()]);
        if was.as_ref() == Some(&value) {
            continue;
        }
        let at = base.clone().key(name);
        change.seen.push(Seen {
            at: at.clone(),
            value: was,
        });
        change.edits.push(Edit::Set { at, value });
    }
    let chair = value_of(library, key, &["chair".to_owned()]);
    if no_chair && chair.is_some() {
        let at = base.key("chair");
        change.seen.push(Seen {
            at: at.clone(),
            value: chair,
        });
        change.edits.push(Edit::Remove { at });
    }
    Ok(change)
}
