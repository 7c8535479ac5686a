//! How far a record has come, whatever its kind.

use super::{Kind, NominationStatus, PositionStatus, RecommendationStatus, Record};

/// A status of any kind of record that has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Of a position.
    Position(PositionStatus),
    /// Of a nomination.
    Nomination(NominationStatus),
    /// Of a recommendation.
    Recommendation(RecommendationStatus),
}

impl Status {
    /// Every status: kind by kind, in the order in which a record comes through them.
    pub const ALL: [Self; 15] = [
        Self::Position(PositionStatus::Draft),
        Self::Position(PositionStatus::Agreed),
        Self::Position(PositionStatus::Delivered),
        Self::Position(PositionStatus::Superseded),
        Self::Position(PositionStatus::Withdrawn),
        Self::Position(PositionStatus::Deferred),
        Self::Nomination(NominationStatus::Proposed),
        Self::Nomination(NominationStatus::Submitted),
        Self::Nomination(NominationStatus::Elected),
        Self::Nomination(NominationStatus::InOffice),
        Self::Nomination(NominationStatus::Withdrawn),
        Self::Recommendation(RecommendationStatus::Open),
        Self::Recommendation(RecommendationStatus::InProgress),
        Self::Recommendation(RecommendationStatus::Done),
        Self::Recommendation(RecommendationStatus::Dropped),
    ];

    /// The kinds of record that have one.
    pub const KINDS: [Kind; 3] = [Kind::Position, Kind::Nomination, Kind::Recommendation];

    /// The status of a record, if its kind has one.
    #[must_use]
    pub const fn of(record: Record<'_>) -> Option<Self> {
        match record {
            Record::Position(position) => Some(Self::Position(position.status)),
            Record::Nomination(nomination) => Some(Self::Nomination(nomination.status)),
            Record::Recommendation(recommendation) => {
                Some(Self::Recommendation(recommendation.status))
            }
            _ => None,
        }
    }

    /// The kind that it belongs to.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Position(_) => Kind::Position,
            Self::Nomination(_) => Kind::Nomination,
            Self::Recommendation(_) => Kind::Recommendation,
        }
    }

    /// Its place among those of its kind, from 0.
    #[must_use]
    pub const fn place(self) -> u8 {
        match self {
            Self::Position(status) => status as u8,
            Self::Nomination(status) => status as u8,
            Self::Recommendation(status) => status as u8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_a_kind_are_counted_from_nought_in_the_order_of_all() {
        for kind in Status::KINDS {
            let of_kind = Status::ALL.into_iter().filter(|one| one.kind() == kind);
            let places: Vec<u8> = of_kind.map(Status::place).collect();
            let counted: Vec<u8> = (0..).take(places.len()).collect();
            assert_eq!(places, counted, "{kind:?}");
        }
    }
}
