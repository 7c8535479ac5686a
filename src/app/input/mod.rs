//! Text being typed: the letters, the caret between two of their grapheme clusters, what is
//! selected, and what can be undone.
//!
//! Everything here works on a text and places in it; that the text is one line of at most
//! [`LONGEST`] characters, or [`Lines`] of at most [`LONGEST_TEXT`], is said where text comes in
//! ([`plain`]). Keys are no matter of this module: the table of commands names what each one does.

mod history;
mod moves;
pub mod plain;
pub mod rows;
#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::script::{CaretLine, Form, Lean};

use history::{Change, History, Kind};
pub use moves::Move;

/// The longest line that is typed or pasted, in characters: nobody searches for more.
pub const LONGEST: usize = 512;
/// The longest text of several lines, in characters: a page of a report has some 3,000.
pub const LONGEST_TEXT: usize = 16_384;

/// Where one writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Caret {
    /// Where the next letter will go, in bytes of the text, always between two grapheme clusters.
    pub at: usize,
    /// At which of its two gaps it is shown where the direction changes.
    pub lean: Lean,
    /// The other end of what is selected; where nothing is, [`at`](Self::at).
    pub anchor: usize,
}

/// Whether all that came in had room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// It had.
    Enough,
    /// What came last was left out, for the line is full.
    Full,
}

/// How a text of several lines is shown, by which the caret moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// In so many columns.
    pub width: usize,
    /// Whether a paragraph without letters runs from right to left.
    pub rtl: bool,
}

/// Text being typed.
#[derive(Debug, Clone, Default)]
pub struct Input {
    text: String,
    caret: Caret,
    history: History,
    /// Where it may have several lines.
    lines: Option<Lines>,
    /// So many bytes at the beginning stay whatever is erased.
    kept: usize,
    /// The column that the caret keeps while it goes from row to row.
    goal: Option<usize>,
}

impl Input {
    /// A line with this text in it, the caret at its end. What stood there cannot be undone.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            caret: Caret {
                at: text.len(),
                anchor: text.len(),
                ..Caret::default()
            },
            ..Self::default()
        }
    }

    /// The same, so that these many bytes at its beginning stay whatever is erased: the sign of a line
    /// that is nothing without it.
    #[must_use]
    pub fn keeping(self, kept: usize) -> Self {
        Self { kept, ..self }
    }

    /// The same as a text that may have several lines, the caret behind the last of its letters.
    #[must_use]
    pub fn of_lines(text: &str, lines: Lines) -> Self {
        let mut input = Self {
            lines: Some(lines),
            ..Self::of(text)
        };
        // A text of a file may end with a line end; nobody goes on writing below it.
        input.point(text.trim_end_matches('\n').len(), false);
        input
    }

    /// How it is shown, where it may have several lines.
    #[must_use]
    pub const fn lines(&self) -> Option<Lines> {
        self.lines
    }

    /// It is shown in so many columns from now on.
    pub const fn set_width(&mut self, width: usize) {
        if let Some(lines) = &mut self.lines {
            lines.width = width;
        }
    }

    /// Begins a new line, where there may be several.
    pub fn new_line(&mut self, rtl: bool) -> Room {
        match self.lines {
            Some(_) => self.insert("\n", Kind::Other, rtl),
            None => Room::Enough,
        }
    }

    /// How many characters it holds at most.
    #[must_use]
    pub const fn longest(&self) -> usize {
        match self.lines {
            Some(_) => LONGEST_TEXT,
            None => LONGEST,
        }
    }

    /// The text, in logical order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caret.
    #[must_use]
    pub const fn caret(&self) -> Caret {
        self.caret
    }

    /// What is selected, in bytes of the text; empty where nothing is.
    #[must_use]
    pub fn selected(&self) -> Range<usize> {
        let Caret { at, anchor, .. } = self.caret;
        at.min(anchor)..at.max(anchor)
    }

    /// Takes what a key typed, in place of what is selected. `rtl` says whether the interface runs
    /// from right to left.
    pub fn type_in(&mut self, typed: char, rtl: bool) -> Room {
        self.insert(&plain::typed(typed), Kind::Typing, rtl)
    }

    /// Takes what was pasted, made one line of plain letters, in place of what is selected.
    pub fn paste(&mut self, text: &str, rtl: bool) -> Room {
        let (plain, endless) = match self.lines {
            Some(_) => plain::pasted_lines(text),
            None => plain::pasted(text),
        };
        match self.insert(&plain, Kind::Other, rtl) {
            Room::Enough if endless => Room::Full,
            room => room,
        }
    }

    /// Puts a text in place of all that stands there, of whatever length, as one change that can be undone:
    /// what was written elsewhere as a whole, [in plain letters](plain::rewritten).
    pub fn set(&mut self, text: &str, rtl: bool) {
        let text = plain::rewritten(text, &self.text);
        self.change(0..self.text.len(), &text, Kind::Other, rtl);
    }

    /// Moves the caret. `select` keeps the other end of what is selected where it is; without it
    /// a step to the left or right lets go of what was selected, at that end of it.
    pub fn go(&mut self, to: Move, select: bool, rtl: bool) {
        self.history.pause();
        if matches!(to, Move::Up | Move::Down) {
            self.goal = self.goal.or_else(|| self.column());
        } else {
            self.goal = None;
        }
        let let_go = !select && !self.selected().is_empty();
        self.caret.at = match to {
            Move::Left | Move::Right if let_go => self.end_of_selection(to, rtl),
            Move::Left | Move::Right | Move::WordLeft | Move::WordRight if select => {
                let (at, lean) = self.selecting(to, rtl);
                self.caret.lean = lean;
                at
            }
            _ => self.target(to, rtl),
        };
        if matches!(
            to,
            Move::Start | Move::End | Move::TextStart | Move::TextEnd | Move::Up | Move::Down
        ) {
            // The end of a line is where text of its own direction goes on.
            self.caret.lean = Lean::Outer;
        }
        if !select {
            self.caret.anchor = self.caret.at;
        }
    }

    /// Puts the caret where one points at, in bytes of the text; with `select` what lies between is
    /// selected.
    pub fn point(&mut self, at: usize, select: bool) {
        self.history.pause();
        self.caret.at = boundary(&self.text, at);
        self.caret.lean = Lean::Outer;
        if !select {
            self.caret.anchor = self.caret.at;
        }
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.history.pause();
        self.caret.anchor = 0;
        self.caret.at = self.text.len();
    }

    /// Takes away what is selected, else what lies between the caret and where it would go. Says
    /// whether there was anything.
    pub fn erase(&mut self, to: Move, rtl: bool) -> bool {
        if self.caret.at < self.kept && self.selected().is_empty() {
            self.point(self.kept, false);
        }
        let mut range = self.selected();
        if range.is_empty() {
            let target = self.target(to, rtl);
            range = target.min(self.caret.at)..target.max(self.caret.at);
        }
        range.start = range.start.max(self.kept);
        if range.is_empty() {
            return false;
        }
        let kind = match to {
            Move::Back | Move::On => Kind::Erasing,
            _ => Kind::Other,
        };
        self.change(range, "", kind, rtl);
        true
    }

    /// Puts text in place of what stands in a range of bytes, as one change that can be undone; the
    /// caret goes behind it. Nothing is done where the range is none of the text, or the line would
    /// be too long.
    pub fn replace(&mut self, range: Range<usize>, with: &str, rtl: bool) {
        let taken = self.text.chars().count() + with.chars().count();
        if taken <= self.longest() {
            self.change(range, with, Kind::Other, rtl);
        }
    }

    /// Takes back the last change: a word typed, a paste, what was erased in a row. Says whether
    /// there was one.
    pub fn undo(&mut self) -> bool {
        let before = self.history.undo(&mut self.text);
        self.caret = before.unwrap_or(self.caret);
        before.is_some()
    }

    /// Makes the change again that was taken back last.
    pub fn redo(&mut self) -> bool {
        let after = self.history.redo(&mut self.text);
        self.caret = after.unwrap_or(self.caret);
        after.is_some()
    }

    /// The lean of a caret that has come to this place by typing.
    fn lean_after(&self, at: usize, rtl: bool) -> Lean {
        let Some(lines) = self.lines else {
            return self.drawn(rtl, Form::Visual, at).after_typing(at);
        };
        let rows = rows::rows(&self.text, lines.width, lines.rtl);
        rows.get(rows::row_of(&rows, at))
            .map_or(Lean::Outer, |row| {
                row.line(&self.text, Form::Visual, at)
                    .after_typing(row.local(at))
            })
    }

    /// The line as it is seen. Its first letter says whether it runs from right to left; behind a sign that
    /// stays, where codes come first, it runs as the interface does once it has an Arabic letter.
    #[must_use]
    pub fn shown(&self, rtl: bool, form: Form) -> CaretLine {
        self.drawn(rtl, form, self.caret.at)
    }

    /// The same with the caret at this byte.
    fn drawn(&self, rtl: bool, form: Form, at: usize) -> CaretLine {
        let is_arabic = |letter| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}');
        match rtl && self.kept > 0 && self.text.contains(is_arabic) {
            true => CaretLine::behind_sign(&self.text, form, at),
            false => CaretLine::new(&self.text, rtl, form, at),
        }
    }

    /// The line as it is seen, for moving as the eye sees.
    fn line(&self, rtl: bool) -> CaretLine {
        self.shown(rtl, Form::Visual)
    }

    fn insert(&mut self, text: &str, kind: Kind, rtl: bool) -> Room {
        let selected = self.selected();
        let kept = self.text.get(selected.clone()).unwrap_or_default();
        let taken = self.text.chars().count() - kept.chars().count();
        let mut room = self.longest().saturating_sub(taken);
        let fits: usize = text
            .graphemes(true)
            .take_while(|cluster| {
                let length = cluster.chars().count();
                let fits = length <= room;
                room = room.saturating_sub(length);
                fits
            })
            .map(str::len)
            .sum();
        let part = text.get(..fits).unwrap_or_default();
        if !part.is_empty() {
            self.change(selected, part, kind, rtl);
        }
        if fits < text.len() {
            Room::Full
        } else {
            Room::Enough
        }
    }

    /// Puts text in place of a range, and the caret behind it.
    fn change(&mut self, range: Range<usize>, with: &str, kind: Kind, rtl: bool) {
        let range = range.start.max(self.kept)..range.end.max(self.kept);
        let Some(removed) = self.text.get(range.clone()).map(str::to_owned) else {
            return;
        };
        let before = self.caret;
        self.text.replace_range(range.clone(), with);
        // A mark or a joiner may have made one cluster of two: the caret stands behind it.
        let at = boundary(&self.text, range.start + with.len());
        let lean = if with.is_empty() {
            before.lean
        } else {
            self.lean_after(at, rtl)
        };
        self.goal = None;
        self.caret = Caret {
            at,
            lean,
            anchor: at,
        };
        let change = Change {
            at: range.start,
            removed,
            inserted: with.to_owned(),
            before,
            after: self.caret,
        };
        self.history.keep(change, kind);
    }
}

/// The first place at or behind this byte that is between two grapheme clusters.
fn boundary(text: &str, at: usize) -> usize {
    text.grapheme_indices(true)
        .map(|(start, _)| start)
        .find(|start| *start >= at)
        .unwrap_or(text.len())
}
