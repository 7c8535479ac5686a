//! Items that were put off though no position tells so.

use crate::library::{Key, Library};
use crate::report::{Kind, Meeting, Record, Ref};
use crate::words::{Phrase, live as words};

use super::App;

impl App {
    /// What is said of an item that has no position and was put off: in the call that is on, else at the last
    /// meeting that dealt with it.
    #[must_use]
    pub fn put_off(&self, item: Key) -> Option<Phrase> {
        if !has_no_position(self.library(), item) {
            return None;
        }
        let id = self.library().id(item);
        let now = self.call.on().map(|call| &call.put_off);
        if now.is_some_and(|now| now.iter().any(|one| one.item.as_str() == id)) {
            return Some(words::PUT_OFF_NOW);
        }
        was_put_off(self.library(), item).then_some(words::PUT_OFF)
    }

    /// The items of which that is said.
    pub(super) fn all_put_off(&self) -> Vec<Key> {
        let library = self.library();
        let meetings = library.of_kind(Kind::Meeting).iter();
        let at_meetings = meetings.flat_map(|&key| named(library, key, |one| &one.deferred.0));
        let now = self.call.on().into_iter().flat_map(|call| &call.put_off);
        let now = now.filter_map(|one| library.with_id(one.item.as_str()));
        let mut all: Vec<Key> = at_meetings.chain(now).collect();
        all.sort_unstable();
        all.dedup();
        all.retain(|item| self.put_off(*item).is_some());
        all
    }
}

fn has_no_position(library: &Library, item: Key) -> bool {
    matches!(library.record(item), Some(Record::Item(item)) if item.position.is_none())
}

/// Whether the last meeting that dealt with an item put it off.
fn was_put_off(library: &Library, item: Key) -> bool {
    let links = library.links(item).iter().filter(|link| !link.outgoing);
    let meetings = links.filter_map(|link| match library.record(link.key) {
        Some(Record::Meeting(meeting)) => Some((link.key, meeting)),
        _ => None,
    });
    let last = meetings.max_by_key(|(key, meeting)| {
        let day = meeting.date.as_ref().map(crate::report::Date::first_day);
        (day, meeting.began, *key)
    });
    last.is_some_and(|(key, _)| named(library, key, |one| &one.deferred.0).contains(&item))
}

/// The records that a meeting names in a field.
fn named(library: &Library, key: Key, field: fn(&Meeting) -> &Vec<Ref>) -> Vec<Key> {
    let Some(Record::Meeting(meeting)) = library.record(key) else {
        return Vec::new();
    };
    let refs = field(meeting).iter();
    refs.filter_map(|word| library.in_reports(key, word.as_str()))
        .collect()
}
