//! What a role is called for the person who holds it.

use super::Library;
use crate::report::{Nomination, Record};
use crate::words::{Phrase, role};

impl Library {
    /// The role of a nomination; in the feminine for a woman.
    #[must_use]
    pub fn role(&self, nomination: &Nomination) -> Phrase {
        role::role(nomination.role, self.is_of_a_woman(nomination))
    }

    /// Whether a woman is nominated.
    pub(super) fn is_of_a_woman(&self, nomination: &Nomination) -> bool {
        let person = nomination.person.as_ref();
        person.is_some_and(|person| self.is_woman(person.as_str()))
    }

    /// Whether the person of this name in the registry is a woman, whom her form of address tells
    /// (السيدة، الدكتورة).
    #[must_use]
    pub fn is_woman(&self, person: &str) -> bool {
        let person = self.in_registry(person).and_then(|key| self.record(key));
        match person {
            Some(Record::Person(person)) => person
                .honorific
                .as_ref()
                .and_then(|honorific| honorific.ar.as_deref())
                .is_some_and(|honorific| honorific.trim_end().ends_with('ة')),
            _ => false,
        }
    }
}
