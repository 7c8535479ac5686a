//! The grammar of queries, as fzf's users have it in their fingers, with fields.
//!
//! | typed | asks for |
//! |---|---|
//! | `one two` | both, in any order |
//! | `one \| two` | either; binds closer than the blank, as in fzf: `a b \| c` is a and (b or c) |
//! | `!one` | records without it |
//! | `'one` | the letters as typed: no slip, no other form of the word |
//! | `'one'` | the word as typed, whole |
//! | `^one` | a title or text that begins so |
//! | `one$` | a title or text that ends so |
//! | `"one two"`, `«one two»`, `one\ two` | these words, one after the other |
//! | `field:value`, `field: value`, `field : value` | records with that value in the field |
//! | `field:"two words"`, `field:one\|two` | a value with blanks; either value |
//! | `field:>one`, `field:> one` | a value with its sign, which the field understands or not |
//!
//! Otherwise than in fzf capitals and small letters are the same, whatever is typed, and `one\ two` is met
//! whatever stands between the words: `one-two`. An operator with nothing behind it (`'`, `^`, `!`, `|` at
//! either end) is as if it was not typed.
//!
//! Only the names that the caller gives are fields, so that `C26/35`, `c21:27`, `10:30` and
//! `https://itu.int` are words. What is unfinished while one types (`!`, `'`, `^`, `|`, `field:`,
//! an open quote) has no effect on what is found: the rest is searched as it stands, and
//! [`Notice`] says so where it may not be what was meant.

mod caret;
mod scan;
#[cfg(test)]
mod tests;

pub use caret::{Typing, at_caret};

use super::fold::fold;
use scan::{Scanner, Token};
use std::ops::Range;

/// The fields that are known: each by its names in any spelling that folds alike. The number of a
/// field is its place here.
pub type Fields = [&'static [&'static str]];

/// No field is known: every colon is part of a word.
pub const NO_FIELDS: &Fields = &[];

/// Shorter names before a colon are not taken for those of fields.
const SHORTEST_FIELD: usize = 3;
/// At most so many words and fields of a query are read.
const MOST_ATOMS: usize = 64;

/// A query as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expression {
    /// All of these have to be answered.
    pub groups: Vec<Group>,
    /// What could not be read, where something could not.
    pub notice: Option<Notice>,
}

/// One of these has to be answered; there is always at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The alternatives, in the order in which they were written.
    pub any: Vec<Atom>,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// It must not be there.
    pub not: bool,
    /// What is asked for.
    pub ask: Ask,
    /// Where it was written, in bytes, operators included.
    pub place: Range<usize>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Something written in a record.
    Text {
        /// How it has to be written there.
        mode: Mode,
        /// What was typed, without its operators.
        text: String,
    },
    /// A value in a field.
    Field {
        /// The number of the field.
        field: usize,
        /// The value as it was typed, without its quotes; never empty.
        value: String,
    },
}

/// How a text has to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// In any way that the search knows.
    Plain,
    /// With just these letters, `'one`.
    Exact,
    /// As a whole word, `'one'`.
    Word,
    /// At the beginning of a text, `^one`.
    Start,
    /// At the end of a text, `one$`.
    End,
    /// As a whole text, `^one$`.
    Whole,
    /// Word after word, `"one two"`.
    Phrase,
}

/// Why a query was not read as it may have been meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// A quote was opened and not closed: its words are searched one by one.
    OpenQuote,
    /// An operator stands alone: it is passed over.
    LoneOperator,
    /// A field was named without a value: it is passed over.
    NoValue,
    /// Words and fields beyond the most that are read were left out.
    TooLong,
    /// A word is so long that only its first letters count.
    LongWord,
}

impl Expression {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(text: &str, fields: &Fields) -> Self {
        let mut scanner = Scanner::new(text, fields);
        let mut groups: Vec<Group> = Vec::new();
        let mut or = false;
        let mut atoms = 0;
        while let Some(token) = scanner.next() {
            let atom = match token {
                Token::Or => {
                    if or || groups.is_empty() {
                        scanner.notice = scanner.notice.or(Some(Notice::LoneOperator));
                    }
                    or = !groups.is_empty();
                    continue;
                }
                Token::Atoms(read) => read,
            };
            atoms += atom.len();
            if atoms > MOST_ATOMS {
                scanner.notice = Some(Notice::TooLong);
                break;
            }
            // Not one value and not the other: each by itself.
            let each = atom.len() > 1 && atom.iter().all(|atom| atom.not);
            match groups.last_mut().filter(|_| or) {
                Some(group) => group.any.extend(atom),
                None if each => {
                    groups.extend(atom.into_iter().map(|atom| Group { any: vec![atom] }));
                }
                None => groups.push(Group { any: atom }),
            }
            or = false;
        }
        if or {
            scanner.notice = scanner.notice.or(Some(Notice::LoneOperator));
        }
        Self {
            groups,
            notice: scanner.notice,
        }
    }

    /// A word that looks like a field which there is not, and what was to be its value.
    #[must_use]
    pub fn unknown_field(&self) -> Option<(&str, &str)> {
        let atoms = self.groups.iter().flat_map(|group| &group.any);
        atoms.into_iter().find_map(Atom::unknown_field)
    }

    /// Whether it is nothing but plain words, all of which have to be there.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.groups
            .iter()
            .all(|group| matches!(group.any.as_slice(), [atom] if atom.is_plain()))
    }
}

impl Atom {
    /// Whether it is a word without operators.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        let plain = matches!(
            self.ask,
            Ask::Text {
                mode: Mode::Plain,
                ..
            }
        );
        plain && !self.not
    }

    /// The name and the value, where it is a word that looks like a field which there is not.
    #[must_use]
    pub fn unknown_field(&self) -> Option<(&str, &str)> {
        let Ask::Text {
            mode: Mode::Plain,
            text,
        } = &self.ask
        else {
            return None;
        };
        // Times, addresses and ids have colons too: `10:30`, `https://itu.int`, `c21:27`.
        text.split_once(':').filter(|(name, value)| {
            name.chars().count() >= SHORTEST_FIELD
                && name.chars().all(char::is_alphabetic)
                && value.starts_with(|c: char| c.is_alphanumeric() || "<>=≤≥\"«".contains(c))
        })
    }
}

/// The field of that name, however it is spelt: capitals, hamza, with or without the article.
#[must_use]
pub fn field_named(name: &str, fields: &Fields) -> Option<usize> {
    // The longest name that anyone would choose; what is longer need not be folded.
    if name.is_empty() || name.len() > 64 {
        return None;
    }
    let name = fold(name).text();
    let bare = name.strip_prefix("ال").unwrap_or(&name);
    fields.iter().position(|names| {
        names
            .iter()
            .map(|known| fold(known).text())
            .any(|known| known == name || known == bare)
    })
}
