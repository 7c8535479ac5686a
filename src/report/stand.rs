//! What a position says of its item, and an outcome of what it answers.

use super::{OutcomeKind, Record, Stance};

/// For or against, of a position; what was done, of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stand {
    /// Of a position.
    Stance(Stance),
    /// Of an outcome.
    Outcome(OutcomeKind),
}

/// Before this the numbers are those of stances.
const OUTCOMES: u8 = 16;

impl Stand {
    /// Every one: the stances, then the kinds of outcomes.
    pub const ALL: [Self; 13] = [
        Self::Stance(Stance::Support),
        Self::Stance(Stance::Oppose),
        Self::Stance(Stance::Amend),
        Self::Stance(Stance::Defer),
        Self::Stance(Stance::Neutral),
        Self::Outcome(OutcomeKind::Approval),
        Self::Outcome(OutcomeKind::Noted),
        Self::Outcome(OutcomeKind::Decision),
        Self::Outcome(OutcomeKind::Instruction),
        Self::Outcome(OutcomeKind::Request),
        Self::Outcome(OutcomeKind::Agreement),
        Self::Outcome(OutcomeKind::Postponement),
        Self::Outcome(OutcomeKind::Result),
    ];

    /// What a record says, if its kind says any.
    #[must_use]
    pub const fn of(record: Record<'_>) -> Option<Self> {
        match record {
            Record::Position(position) => Some(Self::Stance(position.stance)),
            Record::Outcome(outcome) => Some(Self::Outcome(outcome.kind)),
            _ => None,
        }
    }

    /// Its number, which no other has.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Stance(stance) => stance as u8,
            Self::Outcome(kind) => OUTCOMES + kind as u8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_own_number() {
        let numbers: Vec<u8> = Stand::ALL.into_iter().map(Stand::number).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 16, 17, 18, 19, 20, 21, 22, 23]);
    }
}
