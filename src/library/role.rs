//! What a role is called for the person who holds it.

use super::Library;
use crate::report::{Nomination, Record};
use crate::words::Phrase;
use crate::words::label::{Label, feminine};

/// The role of a nomination; in the feminine for a woman, whom her form of address tells
/// (السيدة، الدكتورة).
#[must_use]
pub fn role(library: &Library, nomination: &Nomination) -> Phrase {
    let person = nomination
        .person
        .as_ref()
        .and_then(|person| library.in_registry(person.as_str()))
        .and_then(|key| library.record(key));
    let woman = match person {
        Some(Record::Person(person)) => person
            .honorific
            .as_ref()
            .and_then(|honorific| honorific.ar.as_deref())
            .is_some_and(|honorific| honorific.trim_end().ends_with('ة')),
        _ => false,
    };
    if woman {
        feminine(nomination.role)
    } else {
        nomination.role.label()
    }
}
