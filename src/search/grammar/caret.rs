//! What is being typed at the caret, so that it can be completed.

use super::scan::{is_blank, is_invisible};
use super::{Fields, field_named};
use std::ops::Range;

/// The place of what is being typed at `caret`, as a field and the part of its value before the
/// caret, or as a word that may become the name of a field.
#[must_use]
pub fn at_caret<'t>(text: &'t str, caret: usize, fields: &Fields) -> Typing<'t> {
    let before = text.get(..caret).unwrap_or_default();
    if let Some(typing) = in_quotes(before, fields) {
        return typing;
    }
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| is_blank(*c) || *c == '|')
        .map_or(0, |(at, c)| at + c.len_utf8());
    let word = before.get(start..).unwrap_or_default();
    let skipped = word.len()
        - word
            .trim_start_matches(|c| c == '!' || is_invisible(c))
            .len();
    let word = word.get(skipped..).unwrap_or_default();
    let start = start + skipped;
    if let Some((name, value)) = word.split_once(':')
        && let Some(field) = field_named(name, fields)
    {
        let begin = start + name.len() + 1;
        return Typing::Value {
            field,
            typed: value.trim_start_matches(['"', '«', '“']),
            place: begin..caret,
        };
    }
    // `kind: nomi`: the colon stands in the word before.
    let ahead = before.get(..start).unwrap_or_default().trim_end();
    if let Some(ahead) = ahead.strip_suffix(':') {
        let name_start = ahead
            .trim_end()
            .rfind(|c: char| is_blank(c) || matches!(c, '|' | '!'))
            .map_or(0, |at| {
                at + ahead
                    .get(at..)
                    .and_then(|c| c.chars().next())
                    .map_or(1, char::len_utf8)
            });
        let name = ahead.get(name_start..).unwrap_or_default().trim();
        if let Some(field) = field_named(name, fields) {
            return Typing::Value {
                field,
                typed: word,
                place: start..caret,
            };
        }
    }
    Typing::Word {
        typed: word,
        place: start..caret,
    }
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typing<'t> {
    /// The value of a field.
    Value {
        /// The number of the field.
        field: usize,
        /// The value so far, without its opening quote.
        typed: &'t str,
        /// Where the value stands, with its opening quote, in bytes.
        place: Range<usize>,
    },
    /// A word.
    Word {
        /// The word so far.
        typed: &'t str,
        /// Where it stands, in bytes.
        place: Range<usize>,
    },
}

/// A value whose quote is still open: `body:"working gr`.
fn in_quotes<'t>(before: &'t str, fields: &Fields) -> Option<Typing<'t>> {
    if before.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let (ahead, typed) = before.rsplit_once('"')?;
    let name = ahead.trim_end().strip_suffix(':')?.trim_end();
    let name = name
        .rsplit(|c: char| is_blank(c) || matches!(c, '|' | '!'))
        .next()?;
    Some(Typing::Value {
        field: field_named(name, fields)?,
        typed,
        place: ahead.len()..before.len(),
    })
}
