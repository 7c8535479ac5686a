//! A meeting that somebody made before the call: the record of the call is that of the meeting.

use serde_yaml::{Mapping, Value};

use super::told::standing;
use crate::library::edit::{Edit, FieldPath, Step};
use crate::library::keep::{Change, FieldChange, Line, Seen, path_of, value_of};
use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::words::{Message, live as words};

/// What the meeting has said of itself, and keeps.
const ITS_OWN: [&str; 3] = ["id", "title", "date"];

/// The field that tells who was there, and its lists.
pub(super) const ATTENDANCE: &str = "attendance";
pub(super) const PARTIES: [&str; 2] = ["countries", "bodies"];

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

/// Puts the record of a call into the meeting with this full id. Of who was there, the number of people
/// stays as it was written. Who was noted as there in the call was there, and whoever was written into the
/// meeting since the call began; nobody who was only expected. Where nobody was noted, what was written
/// beforehand stays. Where it was said that nobody is to be named as the chair (`no_chair`), the one
/// expected is not. `since` is what was changed since the call began, the oldest first.
///
/// # Errors
/// When there is no such meeting.
pub(super) fn into_meeting(
    library: &Library,
    file: String,
    id: &str,
    record: Mapping,
    since: &[Line],
    no_chair: bool,
) -> Result<Change, Message> {
    let key = library.with_id(id);
    let key = key.filter(|key| library.kind(*key) == Kind::Meeting);
    let place = key.and_then(|key| Some((key, path_of(library, key)?)));
    let (key, base) = place.ok_or_else(|| Message::from(words::MEETING_GONE))?;
    let path = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let mut wanted: Vec<(Vec<String>, Option<Value>)> = Vec::new();
    for (name, value) in record {
        let Some(name) = name.as_str().filter(|name| !ITS_OWN.contains(name)) else {
            continue;
        };
        if name != ATTENDANCE {
            wanted.push((path(&[name]), Some(value)));
            continue;
        }
        for list in PARTIES {
            let at = path(&[name, list]);
            let stands = value_of(library, key, &at);
            let mut there = words_in(value.get(list));
            let written = written_since(since, &base, list);
            let stands = words_in(stands.as_ref()).into_iter();
            let late = stands.filter(|who| written.contains(who) && !there.contains(who));
            let late: Vec<String> = late.collect();
            there.extend(late);
            let list = (!there.is_empty()).then(|| there.into_iter().map(Value::from).collect());
            wanted.push((at, list));
        }
    }
    if no_chair {
        wanted.push((path(&["chair"]), None));
    }
    let mut change = Change {
        file,
        record: id.to_owned(),
        ..Change::default()
    };
    for (names, value) in wanted {
        let was = value_of(library, key, &names);
        if was == value {
            continue;
        }
        let at = names.into_iter().fold(base.clone(), FieldPath::key);
        change.seen.push(Seen {
            at: at.clone(),
            value: was,
        });
        change.edits.push(match value {
            Some(value) => Edit::Set { at, value },
            None => Edit::Remove { at },
        });
    }
    Ok(change)
}

/// Who was put into a list of those who were there by these changes of the meeting at this place.
fn written_since(since: &[Line], base: &FieldPath, list: &str) -> Vec<String> {
    let whole = base.clone().key(ATTENDANCE).key(list);
    // A change of the meetings, of this one, of its attendance, of the list, or of one name in it.
    let named = |field: &FieldChange, value: Option<&Value>| match (&field.at.0, &whole.0) {
        (at, whole) if whole.starts_with(at) => {
            let mut rest = whole.iter().skip(at.len());
            words_in(value.and_then(|value| rest.try_fold(value, within)))
        }
        (at, whole) if at.starts_with(whole) => words_in(value),
        _ => Vec::new(),
    };
    let fields = standing(since).into_iter().flat_map(|line| &line.fields);
    let put = fields.flat_map(|field| {
        let was = named(field, field.was.as_ref());
        let mut became = named(field, field.became.as_ref());
        became.retain(|who| !was.contains(who));
        became
    });
    put.collect()
}

/// The value to which a step leads within another.
pub(super) fn within<'v>(value: &'v Value, step: &Step) -> Option<&'v Value> {
    match step {
        Step::Key(key) => value.get(key.as_str()),
        Step::Id(id) => {
            let mut all = value.as_sequence()?.iter();
            all.find(|one| one.get("id").and_then(Value::as_str) == Some(id))
        }
        Step::Place(place) => value.as_sequence()?.get(*place),
    }
}

/// The words of a list; one word may stand for a list of one.
fn words_in(list: Option<&Value>) -> Vec<String> {
    let all = match list {
        Some(Value::Sequence(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    all.iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
