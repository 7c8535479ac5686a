//! What may be typed and pasted into a line: plain letters. Other programs leave letters in their
//! presentation forms, stretched with tatweel, with direction marks between, on several lines.
//!
//! Text that was copied from a screen in visual order cannot be told from any other, and is left in
//! the order in which it comes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::script::sanitise;
use crate::script::shaping::{Joining, joining};

use super::LONGEST;

/// Characters of a paste that are looked at: more than a line has room for, whatever is dropped,
/// and few enough for a paste of any size.
const LOOKED_AT: usize = 64 * LONGEST;
/// Stretches the join between two letters.
const TATWEEL: char = '\u{640}';

/// The letters of a key. The key of lam-alef sends one character, for two letters.
#[must_use]
pub fn typed(typed: char) -> String {
    let mut letters = String::new();
    put(typed, &mut letters);
    letters
}

/// A paste as one line: lines parted by one blank, presentation forms folded to their letters,
/// tatweel between two letters left out, controls and direction marks dropped; in the composed
/// form (NFC).
#[must_use]
pub fn pasted(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = String::new();
    let mut next_line = false;
    for ch in text.chars().take(LOOKED_AT) {
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

/// Whether a paste has more characters than are looked at.
#[must_use]
pub fn is_endless(text: &str) -> bool {
    text.chars().nth(LOOKED_AT).is_some()
}

/// Whether a character ends a line (UAX #14, the mandatory breaks).
const fn line_end(ch: char) -> bool {
    matches!(
        ch,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Adds the letters of a character to a text.
fn put(ch: char, letters: &mut String) {
    if ch == '\t' || line_end(ch) {
        letters.push(' ');
        return;
    }
    if sanitise(ch.encode_utf8(&mut [0; 4])).is_empty() {
        return;
    }
    if !matches!(ch, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}') {
        letters.push(ch);
        return;
    }
    let from = letters.len();
    letters.extend(std::iter::once(ch).nfkc());
    // The form of a lone mark is the mark on a blank or a tatweel, of which there is none.
    let folded = letters.get(from..).unwrap_or_default();
    if let Some(mark) = folded.strip_prefix([' ', TATWEEL])
        && !mark.is_empty()
        && mark.chars().all(is_combining_mark)
    {
        letters.remove(from);
    }
}

/// The text without the tatweels that stand between two letters that join; what is no letter there,
/// such as the mark of the hijri year (`١٤٤٢ هـ`), stays.
fn unstretched(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, ch) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let next = rest.trim_start_matches(TATWEEL).chars().next();
        if ch == TATWEEL && joins(before) && next.is_some_and(joins) {
            continue;
        }
        plain.push(ch);
        if !is_combining_mark(ch) {
            before = ch;
        }
    }
    plain
}

/// Whether it is a letter that joins another.
fn joins(ch: char) -> bool {
    matches!(joining(ch), Joining::Dual | Joining::Right | Joining::Left)
}
