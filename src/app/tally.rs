//! How many records the filters mean, counted once for a library: the lists of filters tell it.

use crate::library::{Key, Library};
use crate::report::{Stand, Status};

/// The counts of a library.
#[derive(Debug, Default)]
pub struct Tally {
    statuses: Vec<(Status, usize)>,
    stands: Vec<(Stand, usize)>,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        Self {
            statuses: library.statuses(),
            stands: library.stands(),
        }
    }

    /// What some position or outcome says, the stances first.
    pub fn stands(&self) -> impl Iterator<Item = Stand> + '_ {
        self.stands.iter().map(|(stand, _)| *stand)
    }

    /// How many positions or outcomes say this.
    #[must_use]
    pub fn saying(&self, stand: Stand) -> usize {
        let known = self.stands.iter().find(|(one, _)| *one == stand);
        known.map_or(0, |(_, count)| *count)
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
}

/// How many records of the reports lead to a country or a body.
#[must_use]
pub fn leading_to(library: &Library, party: Key) -> usize {
    library.named().in_reports(party)
}
