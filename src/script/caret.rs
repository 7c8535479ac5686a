//! A line in which a caret stands: where the caret is seen, and where it comes to when it moves as
//! the eye sees.
//!
//! A text of n grapheme clusters has n + 1 places for a caret, and its line has n + 1 gaps. Within a
//! word there is one gap for each place. Where the direction changes a place has two: in `abc|مجلس`
//! the next Latin letter goes to the right of the c, the next Arabic one to the right of the whole
//! word. Which of them the caret is shown at is its [`Lean`]:
//!
//! * [`Lean::Outer`]: at the letter of the lower embedding level (UAX #9), which is where text in
//!   the direction of the paragraph goes. The two ends of a line count as letters of the paragraph.
//! * [`Lean::Inner`]: at the letter of the higher level: where text of the other direction goes,
//!   and numbers.
//!
//! Right after typing the caret stays with the letter typed ([`CaretLine::after_typing`]), so that
//! it stands where the next letter of that kind will go. Under either lean each place has a gap of
//! its own, so the arrows pass through every place once, and back the same way.
//!
//! Lam and alef are two clusters in one cell. While the caret stands between them they are shown
//! apart, each in its own cell and still joined.

mod units;

use std::ops::Range;

use super::Form;
use super::clean::{Clean, runs_right_to_left};
use super::clusters::clusters;
use super::levels::Levels;
use super::line::Line;
use super::order::paint;
use units::{Unit, in_order, part_lam_alef, units};

/// At which of its two gaps a caret stands where the direction changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lean {
    /// With the letter of the lower level: where text in the paragraph's direction goes.
    #[default]
    Outer,
    /// With the letter of the higher level: where text in the other direction goes, and numbers.
    Inner,
}

/// Where a caret stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    gap: usize,
    /// Whether writing goes on to the left there.
    leftward: bool,
    /// In which place the unit is seen with which it stands; `None` at an end of the line.
    rank: Option<usize>,
}

/// A line of one paragraph, laid out whole, in which a caret can stand.
#[derive(Clone, Debug)]
pub struct CaretLine {
    line: Line,
    /// In logical order.
    units: Vec<Unit>,
    /// Which unit is seen in each place, from left to right.
    seen: Vec<usize>,
    /// In which place each unit is seen.
    rank: Vec<usize>,
    /// Length of the text in bytes.
    length: usize,
    /// The level of the paragraph.
    base: u8,
}

/// Whether a line that is being typed runs from right to left: its first strong character says so;
/// while it has none, it runs as `otherwise` says.
pub fn typed_rtl(text: &str, otherwise: bool) -> bool {
    if otherwise {
        runs_right_to_left(&[text, "\u{627}"].concat())
    } else {
        runs_right_to_left(text)
    }
}

impl CaretLine {
    /// Lays out a text as one line whose paragraph runs as [`typed_rtl`] says. The lam-alef in
    /// which `caret` stands, in bytes of the text, is shown apart.
    pub fn new(text: &str, otherwise: bool, form: Form, caret: usize) -> Self {
        Self::running(text, typed_rtl(text, otherwise), form, caret)
    }

    /// The same of a line whose paragraph is known to run from right to left, or not.
    pub fn running(text: &str, rtl: bool, form: Form, caret: usize) -> Self {
        let clean = Clean::new(text, 0, usize::MAX);
        let levels = Levels::new(&clean.text, rtl);
        Self::at_levels(text, (&clean, levels), rtl, form, caret)
    }

    /// The same of a line from right to left that begins with a sign, and with codes behind it:
    /// `@tech-sec 2021-09 …`.
    pub fn behind_sign(text: &str, form: Form, caret: usize) -> Self {
        let clean = Clean::new(text, 0, usize::MAX);
        let levels = Levels::behind_sign(&clean.text);
        Self::at_levels(text, (&clean, levels), true, form, caret)
    }

    fn at_levels(
        text: &str,
        (clean, levels): (&Clean, Levels<'_>),
        rtl: bool,
        form: Form,
        caret: usize,
    ) -> Self {
        let levels = match form.reorders() {
            true => levels,
            false => Levels::flat(),
        };
        let mut found = clusters(clean, &levels, form);
        part_lam_alef(&mut found, text, caret);
        let base = u8::from(rtl && form.reorders());
        let units = units(text, &mut found, base, form);
        let seen = in_order(&units);
        let mut rank = vec![0; units.len()];
        for (place, unit) in seen.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*unit) {
                *rank = place;
            }
        }
        Self {
            line: Line {
                cells: paint(found, rtl, form),
                range: 0..text.len(),
                rtl,
            },
            units,
            seen,
            rank,
            length: text.len(),
            base,
        }
    }

    /// The cells.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// The gap at which a caret at this byte stands: 0 at the left end of the line, one more for
    /// each cluster to its left.
    pub fn gap(&self, at: usize, lean: Lean) -> usize {
        self.place(self.index(at), lean).gap
    }

    /// The byte at which a caret stands that is seen at this gap; nothing beyond the line.
    pub fn at(&self, gap: usize, lean: Lean) -> Option<usize> {
        (0..=self.units.len())
            .find(|index| self.place(*index, lean).gap == gap)
            .map(|index| self.start(index))
    }

    /// The byte at which a caret stands that has passed the cluster at the right of this gap, going
    /// left, and stays with it; and the lean with which it does.
    pub fn at_left_of(&self, gap: usize) -> Option<(usize, Lean)> {
        self.with(*self.seen.get(gap)?, gap, false)
    }

    /// The same of the cluster at the left of the gap, going right.
    pub fn at_right_of(&self, gap: usize) -> Option<(usize, Lean)> {
        self.with(*self.seen.get(gap.checked_sub(1)?)?, gap, true)
    }

    /// The place at this gap that is at one end of a unit: at its end where it was read on the way.
    fn with(&self, unit: usize, gap: usize, rightward: bool) -> Option<(usize, Lean)> {
        let read = self.level(unit).is_multiple_of(2) == rightward;
        let index = unit + usize::from(read);
        let lean = [Lean::Outer, Lean::Inner]
            .into_iter()
            .find(|lean| self.place(index, *lean).gap == gap)?;
        Some((self.start(index), lean))
    }

    /// One cluster to the left, as the eye sees; at the left end it stays.
    pub fn left(&self, at: usize, lean: Lean) -> usize {
        self.gap(at, lean)
            .checked_sub(1)
            .and_then(|gap| self.at(gap, lean))
            .unwrap_or(at)
    }

    /// One cluster to the right, as the eye sees; at the right end it stays.
    pub fn right(&self, at: usize, lean: Lean) -> usize {
        self.at(self.gap(at, lean) + 1, lean).unwrap_or(at)
    }

    /// To the left end of a word, as the eye sees: over what is no word, then over letters and
    /// digits of whatever direction.
    pub fn word_left(&self, at: usize, lean: Lean) -> usize {
        let before = self.seen.get(..self.gap(at, lean)).unwrap_or_default();
        let gap = before.len() - self.word_length(before.iter().rev());
        self.at(gap, lean).unwrap_or(at)
    }

    /// To the right end of a word, as the eye sees.
    pub fn word_right(&self, at: usize, lean: Lean) -> usize {
        let gap = self.gap(at, lean);
        let behind = self.seen.get(gap..).unwrap_or_default();
        self.at(gap + self.word_length(behind.iter()), lean)
            .unwrap_or(at)
    }

    /// The cell on which the cursor is to be seen, counted so that 0 is a free column at the left of
    /// the line and the first cell is in column 1: the cell beside the caret's gap in the direction
    /// in which writing goes on there. Within a word that is the cluster behind the caret.
    pub fn cursor(&self, at: usize, lean: Lean) -> usize {
        let place = self.place(self.index(at), lean);
        let column = self.column(place.gap);
        if !place.leftward {
            return column + 1;
        }
        self.line
            .columns()
            .find(|(first, cell)| first + usize::from(cell.width) == column)
            .map_or(column, |(first, _)| first + 1)
    }

    /// The columns that are to be seen with a caret, counted as [`cursor`](Self::cursor) does: where
    /// it stands in a run of the other direction, or in a number, those of the whole run, which grows
    /// away from the caret; else its own.
    pub fn around(&self, at: usize, lean: Lean) -> Range<usize> {
        let cursor = self.cursor(at, lean);
        let inner = |rank: usize| {
            let unit = self.seen.get(rank).and_then(|unit| self.units.get(*unit));
            unit.is_some_and(|unit| unit.level > self.base)
        };
        let Some(rank) = self.place(self.index(at), lean).rank.filter(|r| inner(*r)) else {
            return cursor..cursor + 1;
        };
        let from = (0..rank).rev().take_while(|rank| inner(*rank)).count();
        let to = (rank..self.seen.len())
            .take_while(|rank| inner(*rank))
            .count();
        let run = self.column(rank - from) + 1..self.column(rank + to) + 1;
        run.start.min(cursor)..run.end.max(cursor + 1)
    }

    /// The lean with which a caret stays with the cluster before it, once that was typed.
    pub fn after_typing(&self, at: usize) -> Lean {
        let index = self.index(at);
        let before = index.checked_sub(1).map_or(self.base, |i| self.level(i));
        match before.cmp(&self.level(index)) {
            std::cmp::Ordering::Greater => Lean::Inner,
            std::cmp::Ordering::Equal if before > self.base => Lean::Inner,
            _ => Lean::Outer,
        }
    }

    /// How many units begin before a byte.
    fn index(&self, at: usize) -> usize {
        self.units.partition_point(|unit| unit.start < at)
    }

    /// Where a unit begins; where the text ends for the one behind the last.
    fn start(&self, index: usize) -> usize {
        self.units.get(index).map_or(self.length, |unit| unit.start)
    }

    /// The level of a unit; the paragraph's behind the last one.
    fn level(&self, index: usize) -> u8 {
        self.units.get(index).map_or(self.base, |unit| unit.level)
    }

    /// The column at the right of a gap.
    fn column(&self, gap: usize) -> usize {
        self.seen
            .iter()
            .take(gap)
            .filter_map(|unit| self.units.get(*unit))
            .map(|unit| unit.width)
            .sum()
    }

    /// Where a caret stands that stands before the unit with this index.
    fn place(&self, index: usize, lean: Lean) -> Place {
        let before = index.checked_sub(1);
        let one = before.map_or(self.base, |before| self.level(before));
        let other = self.level(index);
        let to_the_one_before = match lean {
            Lean::Outer => one < other,
            Lean::Inner => one > other,
        };
        let (level, unit) = if to_the_one_before {
            (one, before)
        } else {
            (other, Some(index))
        };
        let leftward = level % 2 == 1;
        let rank = unit.and_then(|unit| self.rank.get(unit)).copied();
        let gap = match rank {
            // Its far edge in the direction of writing, or its near one.
            Some(rank) => rank + usize::from(leftward != to_the_one_before),
            // An end of the line.
            None if leftward == to_the_one_before => self.units.len(),
            None => 0,
        };
        Place {
            gap,
            leftward,
            rank,
        }
    }

    /// How many units it takes to go over what is no word, then over a word.
    fn word_length<'u>(&self, units: impl Iterator<Item = &'u usize>) -> usize {
        let mut within = false;
        units
            .map(|unit| self.units.get(*unit).is_some_and(|unit| unit.word))
            .take_while(|word| {
                let on = *word || !within;
                within |= *word;
                on
            })
            .count()
    }
}
