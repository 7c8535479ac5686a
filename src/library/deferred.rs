//! Items that were put off though no position tells so: the meetings tell it.

use super::{Key, Library};
use crate::report::{Date, Kind, Record, Relation};

impl Library {
    /// The items without a position that the last meeting which dealt with them put off, in their order.
    #[must_use]
    pub fn put_off(&self) -> Vec<Key> {
        let mut all = Vec::new();
        for meeting in self.of_kind(Kind::Meeting) {
            let Some(at) = self.at(*meeting) else {
                continue;
            };
            let named = at.volume.references(at.local);
            let deferred = named.filter(|reference| reference.relation == Relation::Deferred);
            all.extend(deferred.filter_map(|reference| self.target(at, reference)));
        }
        all.sort_unstable();
        all.dedup();
        all.retain(|item| self.kind(*item) == Kind::Item);
        all.retain(|item| self.has_no_position(*item) && self.was_put_off(*item));
        all
    }

    /// Whether it is an item, and has no position.
    #[must_use]
    pub fn has_no_position(&self, item: Key) -> bool {
        matches!(self.record(item), Some(Record::Item(item)) if item.position.is_none())
    }

    /// Whether the last meeting that dealt with an item put it off.
    #[must_use]
    pub fn was_put_off(&self, item: Key) -> bool {
        let links = self.links(item).iter().filter(|link| !link.outgoing);
        let meetings = links.filter_map(|link| match self.record(link.key) {
            Some(Record::Meeting(meeting)) => Some((link.key, meeting)),
            _ => None,
        });
        let last = meetings.max_by_key(|(key, meeting)| {
            let day = meeting.date.as_ref().map(Date::first_day);
            (day, meeting.began, *key)
        });
        last.is_some_and(|(key, meeting)| {
            let mut deferred = meeting.deferred.iter();
            deferred.any(|word| self.in_reports(key, word.as_str()) == Some(item))
        })
    }
}
