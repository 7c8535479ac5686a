//! What may be typed and pasted into a line: plain letters. Other programs leave letters in their
//! presentation forms, stretched with tatweel, with direction marks between, on several lines, and
//! with the codes of a terminal's colours.
//!
//! Text that was copied from a screen in visual order cannot be told from any other, and is left in
//! the order in which it comes.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::script::shaping::{Joining, joining};
use crate::script::{letters, sanitise};

use super::{LONGEST, LONGEST_TEXT};

/// So many times as many characters of a paste are looked at as have room: enough to fill it where seven
/// in eight are dropped, and few enough for a paste of any size.
const LOOKED_AT: usize = 8;
/// Stretches the join between two letters.
const TATWEEL: char = '\u{640}';

/// The letters of a key. The key of lam-alef sends one character, for two letters.
#[must_use]
pub fn typed(typed: char) -> String {
    let mut letters = String::new();
    put(typed, &mut letters);
    letters
}

/// A paste as one line: lines parted by one blank, presentation forms folded to their [`letters`],
/// tatweel between two letters left out, controls, direction marks and whole control sequences
/// dropped; in the composed form (NFC).
///
/// The second is whether there is more of it than is looked at.
#[must_use]
pub fn pasted(text: &str) -> (String, bool) {
    let (near, endless) = beginning(text, LOOKED_AT * LONGEST);
    (line(near), endless)
}

/// A paste as lines, each as [`pasted`] makes it; and whether there is more of it than is looked at.
#[must_use]
pub fn pasted_lines(text: &str) -> (String, bool) {
    let (near, endless) = beginning(text, LOOKED_AT * LONGEST_TEXT);
    (as_lines(&near.replace("\r\n", "\n")), endless)
}

/// A text of another program as lines, the whole of it: each line as [`pasted`] makes it, but one that
/// stands in `before` stays as it is, for nobody has written it anew.
#[must_use]
pub fn rewritten(text: &str, before: &str) -> String {
    let before: HashSet<&str> = before.split('\n').collect();
    let text = text.replace("\r\n", "\n");
    let lines = text
        .split('\n')
        .map(|written| match before.contains(written) {
            true => written.to_owned(),
            false => as_lines(written),
        });
    lines.collect::<Vec<_>>().join("\n")
}

fn as_lines(text: &str) -> String {
    text.split(line_end)
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The first so many characters of a text, and whether there are more.
fn beginning(text: &str, characters: usize) -> (&str, bool) {
    let end = text.char_indices().nth(characters).map(|(end, _)| end);
    let near = text.get(..end.unwrap_or(text.len()));
    (near.unwrap_or_default(), end.is_some())
}

/// A text as one line of plain letters.
fn line(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = String::new();
    let mut next_line = false;
    let mut rest = text;
    while let Some(ch) = rest.chars().next() {
        let length = control_sequence(rest).unwrap_or(ch.len_utf8());
        let dropped = length > ch.len_utf8();
        rest = rest.get(length..).unwrap_or_default();
        if dropped {
            continue;
        }
        if line_end(ch) {
            plain.truncate(plain.trim_end_matches(' ').len());
            next_line = true;
            continue;
        }
        letters.clear();
        put(ch, &mut letters);
        if next_line {
            if letters.trim_matches(' ').is_empty() {
                continue;
            }
            if !plain.is_empty() {
                plain.push(' ');
            }
            next_line = false;
        }
        plain.push_str(&letters);
    }
    unstretched(&plain.nfc().collect::<String>())
}

/// Whether a character ends a line (UAX #14, the mandatory breaks).
const fn line_end(ch: char) -> bool {
    matches!(
        ch,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The length in bytes of the control sequence at the beginning of a text (ECMA-48, sections 5.4 and
/// 5.6): CSI up to its final letter, a string such as an operating system command up to its end, the
/// choice of a character set. None where it has no end: what follows may be text.
fn control_sequence(text: &str) -> Option<usize> {
    let behind = match text.strip_prefix('\u{1B}') {
        None => behind_csi(text.strip_prefix('\u{9B}')?),
        Some(rest) => match rest.strip_prefix('[') {
            Some(rest) => behind_csi(rest),
            None => match rest.strip_prefix([']', 'P', 'X', '^', '_']) {
                Some(string) => behind_string(string),
                None => rest
                    .strip_prefix(['(', ')', '*', '+'])?
                    .strip_prefix(|set| ('0'..='~').contains(&set)),
            },
        },
    }?;
    Some(text.len() - behind.len())
}

/// What stands behind the parameters and the final letter of a control sequence.
fn behind_csi(parameters: &str) -> Option<&str> {
    parameters
        .trim_start_matches(|ch| (' '..='?').contains(&ch))
        .strip_prefix(|last| ('@'..='~').contains(&last))
}

/// What stands behind the end of a string, which holds no other control.
fn behind_string(string: &str) -> Option<&str> {
    let end = string.get(string.find(char::is_control)?..)?;
    ["\u{7}", "\u{1B}\\", "\u{9C}"]
        .into_iter()
        .find_map(|last| end.strip_prefix(last))
}

/// Adds the letters of a character to a text.
fn put(ch: char, text: &mut String) {
    if ch == '\t' || line_end(ch) {
        text.push(' ');
    } else if !sanitise(ch.encode_utf8(&mut [0; 4])).is_empty() {
        text.extend(letters(ch));
    }
}

/// The text without the tatweels that stand between two letters that join; what is no letter there,
/// such as the mark of the hijri year (`١٤٤٢ هـ`), stays.
fn unstretched(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text;
    while let Some(ch) = rest.chars().next() {
        // A run of tatweels goes or stays as a whole.
        let (run, behind) = match ch {
            TATWEEL => {
                let behind = rest.trim_start_matches(TATWEEL);
                (rest.len() - behind.len(), behind)
            }
            _ => (ch.len_utf8(), rest.get(ch.len_utf8()..).unwrap_or_default()),
        };
        let stretches = ch == TATWEEL && joins(before) && behind.starts_with(joins);
        if !stretches {
            plain.push_str(rest.get(..run).unwrap_or_default());
            if !is_combining_mark(ch) {
                before = ch;
            }
        }
        rest = behind;
    }
    plain
}

/// Whether it is a letter that joins another.
fn joins(ch: char) -> bool {
    matches!(joining(ch), Joining::Dual | Joining::Right | Joining::Left)
}
