//! Why an edit was not made.

use std::fmt;

use super::FieldPath;
use crate::words::{Message, edit as words};

/// Why an edit was not made. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The text is not YAML that can be read.
    Syntax {
        /// From 1; 0 where the text as a whole is meant.
        line: usize,
        /// From 1, in characters; 0 where the text as a whole is meant.
        column: usize,
        /// What the reader said.
        said: String,
    },
    /// The place is written in a way that is not touched by a program.
    Refused {
        /// What stands there.
        what: Refused,
        /// The line where it stands, from 1; 0 where the text as a whole is meant.
        line: usize,
    },
    /// There is no such field or element.
    NotFound(FieldPath),
    /// Several elements of the list have this id.
    Ambiguous(FieldPath),
    /// A key is looked for in what is no map.
    NotAMap(FieldPath),
    /// An element is looked for in what is no list.
    NotAList(FieldPath),
    /// The value cannot be written into a report: see the reason.
    BadValue(FieldPath, BadValue),
    /// The file would not read as it should after the edit.
    NotAsMeant(FieldPath),
}

/// What is not touched by a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Anchors and aliases.
    Alias,
    /// Tags.
    Tag,
    /// A second document in the file.
    SecondDocument,
    /// A key given twice in one map.
    DuplicateKey,
    /// A key that is a list or map, or is written with `?`.
    ComplexKey,
    /// Lists and maps too deep in one another.
    TooDeep,
    /// More values than a report can hold.
    TooLarge,
    /// A pair without braces in a list in brackets: `[a: b]`.
    Pair,
    /// Comments between brackets, where elements are to be moved.
    CommentInBrackets,
    /// The file as a whole.
    Whole,
}

/// Why a value cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadValue {
    /// It has a tag.
    Tag,
    /// A key of a map is no text.
    Key,
    /// It is deeper than a report can be.
    TooDeep,
    /// It is not a number (NaN).
    NotANumber,
}

impl EditError {
    /// What is wrong and what to do, for people. Text from the file in it is untrusted.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Syntax { line, said, .. } => words::syntax(*line, said),
            Self::Refused { what, line } => words::refused(*line, refused(*what)),
            Self::NotFound(at) => words::not_found(&at.to_string()),
            Self::Ambiguous(at) => words::ambiguous(&at.to_string()),
            Self::NotAMap(at) => words::not_a_map(&at.to_string()),
            Self::NotAList(at) => words::not_a_list(&at.to_string()),
            Self::BadValue(at, why) => words::bad_value(
                &at.to_string(),
                match why {
                    BadValue::Tag => words::TAG_IN_VALUE,
                    BadValue::Key => words::KEY_IN_VALUE,
                    BadValue::TooDeep => words::DEEP_VALUE,
                    BadValue::NotANumber => words::NOT_A_NUMBER,
                },
            ),
            Self::NotAsMeant(at) => words::not_as_meant(&at.to_string()),
        }
    }
}

const fn refused(what: Refused) -> crate::words::Phrase {
    match what {
        Refused::Alias => words::ALIAS,
        Refused::Tag => words::TAG,
        Refused::SecondDocument => words::SECOND_DOCUMENT,
        Refused::DuplicateKey => words::DUPLICATE_KEY,
        Refused::ComplexKey => words::COMPLEX_KEY,
        Refused::TooDeep => words::TOO_DEEP,
        Refused::TooLarge => words::TOO_LARGE,
        Refused::Pair => words::PAIR,
        Refused::CommentInBrackets => words::COMMENT_IN_BRACKETS,
        Refused::Whole => words::WHOLE,
    }
}

impl fmt::Display for EditError {
    /// In English.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message().en)
    }
}

impl std::error::Error for EditError {}
