//! A value that the program knows and no record has: what is said of it.

use crate::library::Library;
use crate::report::{Kind, Stand, Status};
use crate::words::label::Label;
use crate::words::{Message, Phrase, missing as words};

use super::values::STATUSES as OF_STATUS;
use super::{Field, Meaning, STATUSES, Values, plain};

/// What may stand in the field of a status: of each sort by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Status(Kind),
    Stance,
    Outcome,
}

impl Sort {
    /// The kind of record that has it.
    const fn kind(self) -> Kind {
        match self {
            Self::Status(kind) => kind,
            Self::Stance => Kind::Position,
            Self::Outcome => Kind::Outcome,
        }
    }
}

/// What a number of the field of a status stands for: its sort, and what it is called.
fn of_number(number: u32) -> Option<(Sort, Phrase)> {
    let number = number as usize;
    match number.checked_sub(OF_STATUS) {
        None => {
            let status = Status::ALL.get(number)?;
            Some((Sort::Status(status.kind()), status.label()))
        }
        Some(stand) => Some(match Stand::ALL.get(stand)? {
            Stand::Stance(stance) => (Sort::Stance, stance.label()),
            Stand::Outcome(outcome) => (Sort::Outcome, outcome.label()),
        }),
    }
}

impl Values {
    /// Whether a status, a stance or an outcome is called just so, of these kinds of records where any are named.
    #[must_use]
    pub fn is_status(typed: &str, kinds: &[Kind]) -> bool {
        let typed = plain(typed);
        let called = STATUSES.called(&typed).into_iter();
        let mut sorts = called.filter_map(|value| of_number(value.number()));
        !typed.is_empty() && sorts.any(|(sort, _)| kinds.iter().all(|kind| *kind == sort.kind()))
    }

    /// That no record has a value of a field that has only these, and which there are of its sort; none of
    /// another field.
    #[must_use]
    pub fn none_has(&self, library: &Library, field: Field, typed: &str) -> Option<Message> {
        let Some(Meaning::Values(numbers)) = self.meaning(library, field, typed) else {
            return None;
        };
        match field {
            Field::Kind => {
                let kind = Kind::ALL.get(*numbers.first()? as usize)?;
                let there = |kind: &Kind| !library.of_kind(*kind).is_empty();
                let known: Vec<Phrase> = (Kind::ALL.into_iter().filter(there))
                    .map(Label::label)
                    .collect();
                Some(words::no_value(true, kind.label(), &known))
            }
            Field::Status => {
                let meant = || numbers.iter().filter_map(|number| of_number(*number));
                let (_, label) = meant().next()?;
                let there = self.of(library, field);
                let there = there.filter_map(|value| of_number(value.number()));
                let known: Vec<Phrase> = there
                    .filter(|(sort, _)| meant().any(|(of_meant, _)| of_meant == *sort))
                    .map(|(_, label)| label)
                    .collect();
                Some(words::no_value(false, label, &known))
            }
            _ => None,
        }
    }
}
