//! What is wrong with a library, told so that a person can mend it.

use serde::Serialize;

use crate::words::Message;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is missing on the screen because of it.
    Error,
    /// Everything opens; it should be mended all the same.
    Warning,
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
    /// The line itself, without its end; empty where the file as a whole is meant. Untrusted text.
    pub text: String,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub what: Message,
    /// What was expected, and what to do.
    pub expected: Option<Message>,
    /// The nearest right word, where one is near.
    pub nearest: Option<String>,
}
