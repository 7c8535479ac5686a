//! Where the caret goes.

use unicode_segmentation::UnicodeSegmentation;

use super::Input;
use crate::script::Lean;

/// Where the caret goes. What is erased lies between it and there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One cluster to the left, as the eye sees.
    Left,
    /// One cluster to the right, as the eye sees.
    Right,
    /// To the left end of a word, as the eye sees.
    WordLeft,
    /// To the right end of a word, as the eye sees.
    WordRight,
    /// One cluster towards the beginning of the text.
    Back,
    /// One cluster towards the end of the text.
    On,
    /// To the beginning of a word: of letters and digits.
    WordBack,
    /// To the end of a word.
    WordOn,
    /// To the beginning of what stands between blanks, such as `C26/35(Rev.1)`.
    BlankBack,
    /// To the beginning of the text.
    Start,
    /// To the end of the text.
    End,
}

impl Input {
    /// Where a move leads from the caret.
    pub(super) fn target(&self, to: Move, rtl: bool) -> usize {
        let at = self.caret.at;
        let lean = self.caret.lean;
        let before = self.text.get(..at).unwrap_or_default();
        let behind = self.text.get(at..).unwrap_or_default();
        match to {
            Move::Left => self.line(rtl).left(at, lean),
            Move::Right => self.line(rtl).right(at, lean),
            Move::WordLeft => self.line(rtl).word_left(at, lean),
            Move::WordRight => self.line(rtl).word_right(at, lean),
            Move::Back => at - before.graphemes(true).next_back().map_or(0, str::len),
            Move::On => at + behind.graphemes(true).next().map_or(0, str::len),
            Move::WordBack => at - word(before.graphemes(true).rev(), is_word),
            Move::WordOn => at + word(behind.graphemes(true), is_word),
            Move::BlankBack => at - word(before.graphemes(true).rev(), |one| !is_blank(one)),
            Move::Start => 0,
            Move::End => self.text.len(),
        }
    }

    /// Where a move to the left or right leads that selects. Where the direction changes, two places
    /// of the text are seen there: the nearer one, so that a code is selected to its end, and not from
    /// its beginning.
    pub(super) fn selecting(&self, to: Move, rtl: bool) -> (usize, Lean) {
        let (at, lean) = (self.caret.at, self.caret.lean);
        let line = self.line(rtl);
        let target = self.target(to, rtl);
        let other = match lean {
            Lean::Outer => Lean::Inner,
            Lean::Inner => Lean::Outer,
        };
        match line.at(line.gap(target, lean), other) {
            Some(place) if place.abs_diff(at) < target.abs_diff(at) => (place, other),
            _ => (target, lean),
        }
    }

    /// The left or right end of what is selected, as the eye sees.
    pub(super) fn end_of_selection(&self, to: Move, rtl: bool) -> usize {
        let line = self.line(rtl);
        let selected = self.selected();
        let gap = |at: &usize| line.gap(*at, self.caret.lean);
        let ends = [selected.start, selected.end];
        let end = match to {
            Move::Left => ends.into_iter().min_by_key(gap),
            _ => ends.into_iter().max_by_key(gap),
        };
        end.unwrap_or(self.caret.at)
    }
}

/// Bytes of the clusters up to the end of the first word: what lies before it, and the word.
fn word<'t>(clusters: impl Iterator<Item = &'t str>, is_word: impl Fn(&str) -> bool) -> usize {
    let mut within = false;
    clusters
        .take_while(|cluster| {
            let word = is_word(cluster);
            let on = word || !within;
            within |= word;
            on
        })
        .map(str::len)
        .sum()
}

fn is_word(cluster: &str) -> bool {
    cluster.chars().any(char::is_alphanumeric)
}

fn is_blank(cluster: &str) -> bool {
    cluster.chars().all(char::is_whitespace)
}
