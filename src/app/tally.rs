//! How many records the filters mean, counted once for a library: the lists of filters tell it.

use std::collections::HashMap;

use crate::library::{Key, Library};
use crate::report::Kind;

use super::scope::Status;

/// The counts of a library.
#[derive(Debug, Default)]
pub struct Tally {
    statuses: Vec<(Status, usize)>,
    parties: HashMap<Key, usize>,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut tally = Self::default();
        let keys = Status::KINDS
            .into_iter()
            .flat_map(|kind| library.of_kind(kind));
        for status in keys.filter_map(|key| library.record(*key).and_then(Status::of)) {
            match tally.statuses.iter_mut().find(|(one, _)| *one == status) {
                Some((_, count)) => *count += 1,
                None => tally.statuses.push((status, 1)),
            }
        }
        for party in [Kind::Country, Kind::Body]
            .map(|kind| library.of_kind(kind))
            .concat()
        {
            let count = leading_to(library, party);
            if count > 0 {
                tally.parties.insert(party, count);
            }
        }
        tally
    }

    /// Each status that some record has, in the order in which they are met.
    pub fn statuses(&self) -> impl Iterator<Item = Status> + '_ {
        self.statuses.iter().map(|(status, _)| *status)
    }

    /// How many records have a status.
    #[must_use]
    pub fn with(&self, status: Status) -> usize {
        let known = self.statuses.iter().find(|(one, _)| *one == status);
        known.map_or(0, |(_, count)| *count)
    }

    /// How many records of the reports lead to a country or a body.
    #[must_use]
    pub fn leading_to(&self, party: Key) -> usize {
        self.parties.get(&party).copied().unwrap_or_default()
    }
}

/// The records of the reports that lead to one of the registry, each counted once.
fn leading_to(library: &Library, party: Key) -> usize {
    let links = library.links(party).iter().filter(|link| !link.outgoing);
    let mut from: Vec<Key> = links.map(|link| link.key).collect();
    from.sort_unstable();
    from.dedup();
    from.retain(|key| library.report_of(*key).is_some());
    from.len()
}
