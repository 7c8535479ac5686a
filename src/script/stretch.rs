//! How much of a text is looked at: a paragraph in stretches, so that no row costs more than what
//! stands near it.
//!
//! A paragraph of up to [`STRETCH`] bytes, which is any that a person wrote, is one stretch: UAX #9
//! and UAX #14 see it whole. A longer one is taken in stretches, each of them as if the paragraph
//! began there in the same direction: what stands before a stretch does not bear on the order in
//! it. The last line of a stretch begins the next one, so that lines are full all the same.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::sanitise::{Fate, fate};

/// Bytes of a paragraph that are laid out at once.
pub(super) const STRETCH: usize = 16 << 10;

/// Bytes in which a blank is looked for.
const LONGEST_WORD: usize = 512;
/// Bytes in which the end of a cluster is looked for; a longer one is cut.
const LONGEST_CLUSTER: usize = 64;

/// The beginning of a text: at most so many bytes, on a character boundary.
pub fn head(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// A part of a text that is laid out at once.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its bytes, without the newline that ends it.
    pub(super) range: Range<usize>,
    /// Where its paragraph goes on, or the next one begins.
    pub(super) next: usize,
    /// Whether the paragraph ends with it.
    pub(super) ends: bool,
}

impl Stretch {
    /// The stretch that begins at `start`, of at most about `limit` bytes.
    pub(super) fn new(text: &str, start: usize, limit: usize) -> Self {
        let rest = text.get(start..).unwrap_or_default();
        let near = head(rest, limit);
        let mut chars = near.char_indices();
        if let Some((at, ch)) = chars.find(|(_, ch)| fate(*ch) == Fate::Newline) {
            let after = rest.get(at..).unwrap_or_default();
            let newline = if after.starts_with("\r\n") {
                2
            } else {
                ch.len_utf8()
            };
            return Self {
                range: start..start + at,
                next: start + at + newline,
                ends: true,
            };
        }
        let whole = near.len() == rest.len();
        let length = if whole { near.len() } else { cut(near) };
        Self {
            range: start..start + length,
            next: start + length,
            ends: whole,
        }
    }
}

/// A text in pieces of at most 16 KB, each a text of its own: cut behind a newline where there is
/// one in the last quarter, else where a stretch would be. There is at least one.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let near = head(text, STRETCH);
        let length = if near.len() == text.len() {
            near.len()
        } else {
            last(near, '\n', STRETCH / 4).map_or_else(|| cut(near), |at| at + 1)
        };
        let (piece, more) = text.split_at_checked(length)?;
        rest = Some(more).filter(|more| !more.is_empty());
        Some(piece)
    })
}

/// Where a stretch that is too long is cut: behind a blank near its end, else before its last
/// cluster. Only the end is looked at.
fn cut(near: &str) -> usize {
    if let Some(blank) = last(near, ' ', near.len().min(LONGEST_WORD)) {
        return blank + 1;
    }
    let from = head(near, near.len().saturating_sub(LONGEST_CLUSTER)).len();
    near.get(from..)
        .and_then(|end| end.grapheme_indices(true).next_back())
        .map(|(at, _)| from + at)
        .filter(|at| *at > from)
        .unwrap_or(near.len())
}

/// Where a character stands last, within so many bytes of the end.
fn last(text: &str, ch: char, bytes: usize) -> Option<usize> {
    let from = head(text, text.len().saturating_sub(bytes)).len();
    let at = text.get(from..)?.rfind(ch)?;
    Some(from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_that_a_person_wrote_is_one_stretch() {
        let text = "one\r\ntwo\u{2029}three";
        let all = |start| Stretch::new(text, start, 100);
        assert_eq!((all(0).range, all(0).next, all(0).ends), (0..3, 5, true));
        assert_eq!((all(5).range, all(5).next, all(5).ends), (5..8, 11, true));
        assert_eq!(
            (all(11).range, all(11).next, all(11).ends),
            (11..16, 16, true)
        );
    }

    #[test]
    fn pieces_are_the_whole_text() {
        assert_eq!(pieces("").collect::<Vec<_>>(), [""]);
        let line = format!("{}\n", "a".repeat(999));
        let text = line.repeat(40);
        let all: Vec<&str> = pieces(&text).collect();
        assert_eq!(all.concat(), text);
        // 16 lines of 1,000 bytes fit in 16,384.
        assert_eq!(
            all.iter().map(|piece| piece.len()).collect::<Vec<_>>(),
            [16_000, 16_000, 8_000]
        );
    }

    #[test]
    fn a_long_one_is_cut_behind_a_blank_or_before_a_cluster() {
        let cut = |text: &str, limit| Stretch::new(text, 0, limit).range.end;
        assert_eq!(cut("aaaaaaaaaaaaaa aaaa", 16), 15);
        assert_eq!(cut("aaaaaaaa aaaaaaaaaaaa", 16), 9);
        // A blank too far away is none.
        assert_eq!(cut(&format!("a {}", "b".repeat(999)), 600), 599);
        // Before the letter whose mark lies beyond.
        assert_eq!(cut(&format!("{}e\u{301}aaa", "a".repeat(99)), 100), 99);
        // A character is not parted.
        assert_eq!(cut("ممممممم", 5), 2);
        // A cluster longer than the stretch is.
        assert_eq!(cut(&format!("e{}", "\u{301}".repeat(50)), 15), 15);
    }
}
