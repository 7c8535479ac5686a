//! What a role is called for the person who holds it.

use super::Library;
use crate::report::{Nomination, Record};
use crate::words::{Phrase, role};

/// Forms of address in the feminine that are given to men and women alike.
const EXCELLENCIES: [&str; 7] = ["سعادة", "سماحة", "فضيلة", "سيادة", "حضرة", "نيافة", "غبطة"];

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
                .and_then(|honorific| honorific.split_whitespace().next_back())
                .is_some_and(|last| last.ends_with('ة') && !EXCELLENCIES.contains(&last)),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::library::{Library, Source};

    #[test]
    fn a_woman_is_told_by_her_form_of_address_and_a_man_by_none() {
        for (honorific, is_woman) in [
            ("السيدة", true),
            ("الدكتورة", true),
            ("سعادة السفيرة", true),
            ("السيد", false),
            ("سعادة السفير", false),
            ("سعادة", false),
            ("معالي", false),
        ] {
            let registry = format!(
                "people:\n  - {{id: x, name: {{ar: س, en: X}}, honorific: {{ar: {honorific}}}}}\n"
            );
            let library = Library::from_sources(vec![Source::text("registry.yaml", registry)]);
            assert_eq!(library.is_woman("x"), is_woman, "{honorific}");
        }
    }
}
