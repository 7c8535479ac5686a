//! Every word for people, in Arabic and English, in one place.

pub mod asked;
pub mod call;
pub mod change;
mod changed;
pub mod clash;
pub mod cli;
pub mod command;
pub mod copy;
pub mod date;
pub mod day;
pub mod desk;
pub mod doctor;
pub mod edit;
pub mod field;
pub mod finding;
pub mod form;
mod gone;
pub mod help;
pub mod keep;
pub mod kept;
pub mod label;
pub mod line;
pub mod linear;
pub mod live;
pub mod loading;
pub mod minutes;
pub mod missing;
pub mod open;
pub mod problem;
pub mod query;
pub mod relation;
pub mod removal;
pub mod role;
pub mod standing;
pub mod ui;
pub mod undo;

use crate::report::Language;

/// Words that do not change: the same thing said in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// Arabic.
    pub ar: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The phrase in Arabic and English.
    #[must_use]
    pub const fn new(ar: &'static str, en: &'static str) -> Self {
        Self { ar, en }
    }

    /// The phrase in this language.
    #[must_use]
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Arabic => self.ar,
            Language::English => self.en,
        }
    }
}

/// Words made for an occasion, with names and numbers in them: the same thing in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

impl Message {
    /// The message in Arabic and English.
    #[must_use]
    pub fn new(ar: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            ar: ar.into(),
            en: en.into(),
        }
    }

    /// The message in this language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Arabic => &self.ar,
            Language::English => &self.en,
        }
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Self {
        Self::new(phrase.ar, phrase.en)
    }
}

/// The words with a capital at their beginning, where their script has capitals: labels are kept
/// small, to stand inside a line as well.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
