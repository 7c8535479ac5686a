//! Where the caret goes.

use std::cmp::Ordering;

use unicode_segmentation::UnicodeSegmentation;

use super::rows::{column, nearest, row_of, rows};
use super::{Caret, Input};
use crate::script::{Form, Lean};

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
    /// To the beginning of the line; of the row in a text of several lines.
    Start,
    /// To the end of the line, or of the row.
    End,
    /// To the beginning of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// To the row above, in a text of several lines.
    Up,
    /// To the row below.
    Down,
}

impl Input {
    /// Where a move leads from the caret.
    pub(super) fn target(&self, to: Move, rtl: bool) -> usize {
        let at = self.caret.at;
        let lean = self.caret.lean;
        let before = self.text.get(..at).unwrap_or_default();
        let behind = self.text.get(at..).unwrap_or_default();
        match to {
            Move::Left
            | Move::Right
            | Move::WordLeft
            | Move::WordRight
            | Move::Start
            | Move::End
            | Move::Up
            | Move::Down
                if self.lines.is_some() =>
            {
                self.in_rows(to)
            }
            Move::Left => self.line(rtl).left(at, lean),
            Move::Right => self.line(rtl).right(at, lean),
            Move::WordLeft => self.line(rtl).word_left(at, lean),
            Move::WordRight => self.line(rtl).word_right(at, lean),
            Move::Back => at - before.graphemes(true).next_back().map_or(0, str::len),
            Move::On => at + behind.graphemes(true).next().map_or(0, str::len),
            Move::WordBack => at - word(before.graphemes(true).rev(), is_word),
            Move::WordOn => at + word(behind.graphemes(true), is_word),
            Move::BlankBack => at - word(before.graphemes(true).rev(), |one| !is_blank(one)),
            Move::Start | Move::TextStart => 0,
            Move::End | Move::TextEnd => self.text.len(),
            Move::Up | Move::Down => at,
        }
    }

    /// Where a move leads in a text of several lines: within its row, or to the next one.
    fn in_rows(&self, to: Move) -> usize {
        let Some(lines) = self.lines else {
            return self.caret.at;
        };
        let (at, lean, text) = (self.caret.at, self.caret.lean, self.text.as_str());
        let rows = rows(text, lines.width, lines.rtl);
        let place = row_of(&rows, at);
        let Some(row) = rows.get(place) else {
            return at;
        };
        let below = rows.get(place + 1);
        let above = place.checked_sub(1).and_then(|above| rows.get(above));
        let line = row.line(text, Form::Visual, at);
        let local = row.local(at);
        let beside = match to {
            Move::Left => line.left(local, lean),
            Move::Right => line.right(local, lean),
            Move::WordLeft => line.word_left(local, lean),
            Move::WordRight => line.word_right(local, lean),
            Move::Start => return row.range.start,
            Move::End => return row.end,
            Move::Up | Move::Down => {
                let wanted = self
                    .goal
                    .unwrap_or_else(|| column(row, &line, at, lean, lines.width));
                let (other, end) = match to {
                    Move::Up => (above, 0),
                    _ => (below, text.len()),
                };
                return other.map_or(end, |row| nearest(text, row, wanted, lines.width));
            }
            _ => return at,
        };
        if beside != local {
            return row.range.start + beside;
        }
        let onward = row.rtl == matches!(to, Move::Left | Move::WordLeft);
        match onward {
            true => below.map_or(row.end, |row| row.range.start),
            false => above.map_or(row.range.start, |row| row.end),
        }
    }

    /// Whether the row of the caret runs from right to left.
    fn runs_rtl(&self) -> bool {
        let Some(lines) = self.lines else {
            return false;
        };
        let rows = rows(&self.text, lines.width, lines.rtl);
        rows.get(row_of(&rows, self.caret.at))
            .is_some_and(|row| row.rtl)
    }

    /// The column of the caret in a text of several lines.
    pub(super) fn column(&self) -> Option<usize> {
        let lines = self.lines?;
        let rows = rows(&self.text, lines.width, lines.rtl);
        let row = rows.get(row_of(&rows, self.caret.at))?;
        let line = row.line(&self.text, Form::Visual, self.caret.at);
        let Caret { at, lean, .. } = self.caret;
        Some(column(row, &line, at, lean, lines.width))
    }

    /// Where a move to the left or right leads that selects. Where the direction changes, two places
    /// of the text are seen there: the one at the letter that was passed, so that a code is selected
    /// to its end, and not from its beginning.
    pub(super) fn selecting(&self, to: Move, rtl: bool) -> (usize, Lean) {
        let (at, lean) = (self.caret.at, self.caret.lean);
        if self.lines.is_some() {
            return (self.in_rows(to), Lean::Outer);
        }
        let line = self.line(rtl);
        let target = self.target(to, rtl);
        let (from, gap) = (line.gap(at, lean), line.gap(target, lean));
        let passed = match gap.cmp(&from) {
            Ordering::Less => line.at_left_of(gap),
            Ordering::Equal => None,
            Ordering::Greater => line.at_right_of(gap),
        };
        passed.unwrap_or((target, lean))
    }

    /// The left or right end of what is selected, as the eye sees.
    pub(super) fn end_of_selection(&self, to: Move, rtl: bool) -> usize {
        let selected = self.selected();
        if self.lines.is_some() {
            return match (to, self.runs_rtl()) {
                (Move::Left, false) | (Move::Right, true) => selected.start,
                _ => selected.end,
            };
        }
        let line = self.line(rtl);
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
