//! How many records the filters mean, counted once for a library: the lists of filters tell it.

use std::collections::HashMap;

use crate::library::{Key, Library};
use crate::report::Status;

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
        let mut tally = Self {
            statuses: library.statuses(),
            parties: HashMap::new(),
        };
        // A record is counted once, however often it names a party; they come party by party.
        let (mut party, mut from) = (None, Vec::new());
        library.each_naming(|_| true, &mut |naming| {
            if party != Some(naming.party) {
                tally.count(party.replace(naming.party), &mut from);
            }
            if naming.in_report {
                from.push(naming.from);
            }
        });
        tally.count(party, &mut from);
        tally
    }

    /// Counts the records of one file that lead to a party.
    fn count(&mut self, party: Option<Key>, from: &mut Vec<Key>) {
        from.sort_unstable();
        from.dedup();
        if let Some(party) = party.filter(|_| !from.is_empty()) {
            *self.parties.entry(party).or_default() += from.len();
        }
        from.clear();
    }

    /// Each status that some record has, kind by kind, in the order in which a record comes through them.
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
