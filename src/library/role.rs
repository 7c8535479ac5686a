//! What a role is called for the person who holds it.

use super::Library;
use crate::report::{Language, Nomination, Record};
use crate::words::{Phrase, role};

/// Forms of address in the feminine that are given to men and women alike.
const EXCELLENCIES: [&str; 11] = [
    "سعادة",
    "سماحة",
    "فضيلة",
    "سيادة",
    "حضرة",
    "نيافة",
    "غبطة",
    "جلالة",
    "دولة",
    "رفعة",
    "عطوفة",
];

/// How men are addressed in Arabic; with ة behind it, women.
const TITLES: [&str; 13] = [
    "سيد",
    "صاحب",
    "دكتور",
    "أستاذ",
    "مهندس",
    "سفير",
    "وزير",
    "أمير",
    "شيخ",
    "ملك",
    "مستشار",
    "قاضي",
    "بروفيسور",
];

/// How women and men are addressed in English where that tells it.
const OF_WOMEN: [&str; 4] = ["Ms", "Mrs", "Miss", "Madam"];
/// The same of men.
const OF_MEN: [&str; 1] = ["Mr"];

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
        self.is_told_a_woman(person) == Some(true)
    }

    /// Whether the form of address of a person tells a woman, or a man (السيد، السفير); none where it tells
    /// neither, as سعادة and «د.» do, or there is none.
    #[must_use]
    pub fn is_told_a_woman(&self, person: &str) -> Option<bool> {
        let person = self.in_registry(person).and_then(|key| self.record(key));
        let Some(Record::Person(person)) = person else {
            return None;
        };
        let said = |language| person.honorific.as_ref()?.get(language);
        said(Language::Arabic).and_then(in_arabic).or_else(|| {
            let last = said(Language::English)?.split_whitespace().next_back()?;
            let last = last.trim_end_matches('.');
            let is_one_of = |all: &[&str]| all.contains(&last);
            match is_one_of(&OF_WOMEN) {
                true => Some(true),
                false => is_one_of(&OF_MEN).then_some(false),
            }
        })
    }
}

/// Whether a form of address in Arabic tells a woman, in any of its words (السيدة الوزير، صاحبة السمو), or
/// else a man.
fn in_arabic(honorific: &str) -> Option<bool> {
    let words = honorific.split_whitespace();
    let words = words.map(|word| word.strip_prefix("ال").unwrap_or(word));
    let words: Vec<&str> = words.filter(|word| !EXCELLENCIES.contains(word)).collect();
    let is_of_men = |word: &&str| TITLES.contains(word) || *word == "أخ";
    let is_of_women = |word: &&str| match word.strip_suffix('ة') {
        Some(rest) => TITLES.contains(&rest),
        None => *word == "أخت",
    };
    // What else is called in the feminine, is so by its first word: رئيس الهيئة is not.
    let is_feminine = || words.first().is_some_and(|first| first.ends_with('ة'));
    match words.iter().any(is_of_women) || is_feminine() {
        true => Some(true),
        false => words.iter().any(is_of_men).then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use crate::library::{Library, Source};

    #[test]
    fn a_woman_is_told_by_her_form_of_address_and_a_man_by_none() {
        for (honorific, told) in [
            ("ar: السيدة", Some(true)),
            ("ar: الدكتورة", Some(true)),
            ("ar: سعادة السفيرة", Some(true)),
            ("ar: السيد", Some(false)),
            ("ar: سعادة السفير", Some(false)),
            ("ar: صاحب السعادة", Some(false)),
            ("ar: صاحب السمو الملكي", Some(false)),
            ("ar: صاحبة السعادة", Some(true)),
            ("ar: صاحبة السمو الملكي", Some(true)),
            ("ar: صاحبة السعادة السفير", Some(true)),
            ("ar: السيدة الوزير", Some(true)),
            ("ar: معالي الوزير", Some(false)),
            ("ar: معالي المستشارة", Some(true)),
            ("ar: الآنسة", Some(true)),
            ("ar: الأخت", Some(true)),
            ("ar: الأخ", Some(false)),
            ("ar: جلالة الملك", Some(false)),
            ("ar: الأستاذة الدكتورة", Some(true)),
            ("ar: رئيس الهيئة", None),
            ("ar: سعادة د.", None),
            ("ar: أ.د.", None),
            ("ar: سعادة", None),
            ("ar: معالي", None),
            ("ar: د.", None),
            ("en: Dr", None),
            ("en: Ms.", Some(true)),
            ("en: Mr", Some(false)),
            ("ar: معالي, en: Mrs", Some(true)),
        ] {
            let registry = format!(
                "people:\n  - {{id: x, name: {{ar: س, en: X}}, honorific: {{{honorific}}}}}\n"
            );
            let library = Library::from_sources(vec![Source::text("registry.yaml", registry)]);
            assert_eq!(library.is_told_a_woman("x"), told, "{honorific}");
            assert_eq!(library.is_woman("x"), told == Some(true), "{honorific}");
        }
    }
}
