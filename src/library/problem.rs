//! What is wrong with a library, told so that a person can mend it.

use serde::{Deserialize, Serialize};

use crate::words::Message;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is missing on the screen because of it.
    Error,
    /// Everything opens; it should be mended all the same.
    Warning,
}

/// What sort of problem it is: a word that does not change, for machines (`--json`) and tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The file or folder cannot be read.
    Unreadable,
    /// The file is larger, or holds more values, than a report can.
    TooLarge,
    /// Lists or maps stand too deep in one another.
    TooDeep,
    /// The file is not UTF-8.
    NotUtf8,
    /// A control character that YAML forbids.
    ControlCharacter,
    /// The file holds nothing.
    Empty,
    /// Not YAML.
    Syntax,
    /// An anchor or an alias.
    Alias,
    /// A tag.
    Tag,
    /// A second document in one file.
    SecondDocument,
    /// A key given twice in one map.
    DuplicateKey,
    /// A key that the record does not have.
    UnknownKey,
    /// A key that the record must have.
    MissingKey,
    /// A value of another type than is expected.
    WrongType,
    /// A key without a value.
    EmptyValue,
    /// A number or a yes/no that stands for a text without quotes.
    Unquoted,
    /// A word that is not one of the fixed ones.
    UnknownWord,
    /// A number that cannot be.
    OutOfRange,
    /// An id of the wrong form.
    IdForm,
    /// An id given twice.
    DuplicateId,
    /// A reference to nothing.
    Dangling,
    /// A reference to something of another kind.
    WrongKind,
    /// A country that is not known.
    UnknownCountry,
    /// A date that cannot be.
    ImpossibleDate,
    /// A session that is not a body and a year.
    SessionForm,
    /// A percentage, or a sum of percentages, that cannot be.
    WrongPercent,
    /// Parts that do not add up to their whole.
    WrongSum,
    /// A currency that is not known.
    UnknownCurrency,
    /// The name of a field that the record does not have.
    UnknownField,
    /// A web address of the wrong form.
    UrlForm,
    /// A mail address of the wrong form.
    EmailForm,
    /// A place in the source of the wrong form.
    SrcForm,
    /// A record that does not say where in the source it stands.
    MissingSrc,
    /// A text in neither language.
    EmptyText,
    /// A text in one language only.
    MissingLanguage,
    /// Text that is not in Unicode's form NFC.
    NotNfc,
    /// A control or a direction mark inside a text.
    UnseenCharacter,
    /// A letter written as one of its shapes.
    PresentationForm,
    /// The library has no registry.
    NoRegistry,
    /// The library has a second registry.
    SecondRegistry,
    /// The library has no report.
    NoReport,
    /// More problems in one file than are listed.
    More,
}

/// A place in a file of a library.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's path as the person named it.
    pub file: String,
    /// From 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// From 1, in characters; 0 where the line or file as a whole is meant.
    pub column: usize,
    /// The line itself, without its end; empty where the file as a whole is meant, and for a line
    /// of more than 64 KiB. Untrusted text.
    pub text: String,
}

impl Place {
    /// A file as a whole.
    #[must_use]
    pub fn whole(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            text: String::new(),
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What sort of problem it is.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub what: Message,
    /// What was expected, and what to do.
    pub expected: Option<Message>,
    /// The nearest right word, where one is near.
    pub nearest: Option<String>,
}

impl Problem {
    /// Something is missing on the screen because of it.
    #[must_use]
    pub const fn error(code: Code, place: Place, what: Message) -> Self {
        Self {
            severity: Severity::Error,
            code,
            place,
            what,
            expected: None,
            nearest: None,
        }
    }

    /// Everything opens; it should be mended all the same.
    #[must_use]
    pub fn warning(code: Code, place: Place, what: Message) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, what)
        }
    }

    /// With what was expected.
    #[must_use]
    pub fn expecting(self, expected: Message) -> Self {
        Self {
            expected: Some(expected),
            ..self
        }
    }

    /// With the nearest right word, where there is one.
    #[must_use]
    pub fn near(self, nearest: Option<String>) -> Self {
        Self { nearest, ..self }
    }
}

/// Puts problems in the order of their files, lines and columns.
pub(super) fn sort(problems: &mut [Problem]) {
    problems.sort_by(|one, other| {
        (&one.place, one.severity, one.code).cmp(&(&other.place, other.severity, other.code))
    });
}
