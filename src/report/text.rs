//! Text in two languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the reports and of the interface.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Language {
    /// Written from right to left.
    #[serde(rename = "ar")]
    Arabic,
    /// Written from left to right.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Arabic => Self::English,
            Self::English => Self::Arabic,
        }
    }

    /// ISO 639-1, as the keys of a [`Text`] are written: `ar`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
        }
    }
}

/// The same text in Arabic and English. Always a map of languages, never a bare string; one of the
/// two may be missing, which `majlis check` reports as a warning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Text {
    /// Arabic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// The text in just this language.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::Arabic => self.ar.as_deref(),
            Language::English => self.en.as_deref(),
        }
    }

    /// The text in this language, or in the other where this one is missing; empty where both are.
    #[must_use]
    pub fn in_or_other(&self, language: Language) -> &str {
        self.get(language)
            .or_else(|| self.get(language.other()))
            .unwrap_or_default()
    }

    /// The language in which nothing is said, where the other says something.
    #[must_use]
    pub fn missing(&self) -> Option<Language> {
        let says = |language| !self.get(language).unwrap_or_default().trim().is_empty();
        match (says(Language::Arabic), says(Language::English)) {
            (false, true) => Some(Language::Arabic),
            (true, false) => Some(Language::English),
            _ => None,
        }
    }

    /// Whether neither language says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.ar, &self.en]
            .into_iter()
            .all(|side| side.as_deref().unwrap_or_default().trim().is_empty())
    }
}
