//! A paragraph without what is harmful, and the way back to the original bytes.

use super::isolate::CLOSE;
use super::levels::{first_strong_is_rtl, is_right_to_left};
use super::sanitise::{Fate, columns, fate};

/// Clean text and, for each of its characters, the bytes of the original.
#[derive(Debug, Default)]
pub(super) struct Clean {
    /// Whether nothing was left out for the sake of the limit.
    pub(super) complete: bool,
    /// What is left to lay out.
    pub(super) text: String,
    /// Start and end in the original, one for each character of `text`.
    pub(super) origin: Vec<(usize, usize)>,
}

impl Clean {
    /// Cleans one paragraph that starts at `offset` of the original. Newlines in it become blanks.
    /// Stops after `limit` characters that take columns.
    pub(super) fn new(text: &str, offset: usize, limit: usize) -> Self {
        let mut clean = Self {
            complete: true,
            text: String::with_capacity(text.len().min(limit.saturating_mul(2))),
            origin: Vec::with_capacity(text.len().min(limit)),
        };
        let mut open = false;
        let mut left = limit;
        let mut chars = text.char_indices().peekable();
        while let Some((at, ch)) = chars.next() {
            let mut end = at + ch.len_utf8();
            let kept = match fate(ch) {
                Fate::Keep => ch,
                Fate::Replace(other) => other,
                Fate::Newline => {
                    if ch == '\r' && chars.next_if(|next| next.1 == '\n').is_some() {
                        end += 1;
                    }
                    ' '
                }
                Fate::Open if !open && pairs(text.get(end..).unwrap_or_default()) => {
                    open = true;
                    ch
                }
                Fate::Close if open => {
                    open = false;
                    CLOSE
                }
                Fate::Open | Fate::Close | Fate::Remove => continue,
            };
            if columns(kept) > 0 {
                if left == 0 {
                    clean.complete = false;
                    break;
                }
                left -= 1;
            }
            clean.text.push(kept);
            clean.origin.push((offset + at, offset + end));
        }
        clean
    }
}

/// Whether the next mark of an isolate in `rest` closes it, before the paragraph ends.
fn pairs(rest: &str) -> bool {
    rest.chars()
        .map(fate)
        .find(|fate| matches!(fate, Fate::Open | Fate::Close | Fate::Newline))
        == Some(Fate::Close)
}

/// Whether at least as many words of a paragraph have a letter of a script that runs from right to
/// left as have a small letter of another one. Acronyms and codes in capitals count for neither.
pub(super) fn mostly_right_to_left(text: &str) -> bool {
    let (mut leftward, mut rightward) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        if word.chars().any(is_right_to_left) {
            leftward += 1;
        } else if word.chars().any(char::is_lowercase) {
            rightward += 1;
        }
    }
    leftward > 0 && leftward >= rightward
}

/// Whether a paragraph runs from right to left by its first strong character. What is taken out
/// does not count, and neither do isolates.
pub(super) fn runs_right_to_left(text: &str) -> bool {
    let mut open = false;
    let rest = text.char_indices();
    first_strong_is_rtl(rest.filter_map(|(at, ch)| match fate(ch) {
        Fate::Keep => Some(ch),
        Fate::Replace(other) => Some(other),
        Fate::Open if !open && pairs(text.get(at + ch.len_utf8()..).unwrap_or_default()) => {
            open = true;
            Some(ch)
        }
        Fate::Close if open => {
            open = false;
            Some(CLOSE)
        }
        _ => None,
    }))
}
