//! The order in which a row is sent to a terminal that turns text around whatever it is told.
//!
//! The row is given as the eye is to see it, and the terminal is known: it does the same to every
//! row. So the row is turned around beforehand, and the terminal turns it back.
//!
//! * [`Form::Words`] is for a terminal that runs UAX #9 over a whole row (PuTTY, iTerm2). Blanks are
//!   sent as U+2800, which looks the same and counts as a letter that runs from left to right. So
//!   no word leaves its place, and the row, when it begins with such a blank, stays at the left.
//! * [`Form::Kitty`] is for a terminal that turns around each run of one font that begins in an
//!   Arabic letter (kitty). Signs glued to a word are set in another weight, which ends the run.
//!
//! One thing cannot be said in [`Form::Words`]: European digits glued to the right of an Arabic word
//! (`2026م`) with no other Arabic word between them and the end of the row, or the next Latin letter,
//! at their right. After an Arabic letter a number is of level 2 and stands at the left of it (W2),
//! before it, with nothing but blanks at the row's beginning, it is a letter from left to right (W7)
//! and stands there too. Only a letter that runs from right to left and takes no cell could say
//! that it belongs at the right, or a mark of direction; PuTTY leaves those out of the algorithm
//! (seen in pterm 0.78, with LRM and WJ). So the digits are seen at the left of their word.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiDataSource};

use super::Form;
use super::levels::Classes;
use super::mirroring::mirrored;

/// Whether it is a vowel sign of Arabic: tanwin, the short vowels, shadda, sukun, the small alef.
const fn vowel_sign(ch: char) -> bool {
    matches!(ch, '\u{64B}'..='\u{652}' | '\u{670}')
}

/// A blank that UAX #9 takes for a letter (class L): BRAILLE PATTERN BLANK.
pub const STRONG_BLANK: &str = "\u{2800}";

/// A cell of a row, as the eye is to see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen<'a> {
    /// The cell's characters: a base and its marks. Empty or a space: a blank.
    pub text: &'a str,
    /// Cells of one font have the same number; kitty joins only these.
    pub font: u8,
}

/// A cell of a row, as it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Which cell of the row it is, counted from 0.
    pub from: usize,
    /// The bracket's mirror image is sent, for the terminal mirrors it again.
    pub mirrored: bool,
    /// The other weight is to be set (bold instead of regular, regular instead of bold).
    pub other_weight: bool,
    /// Vowel signs are left out: kitty draws some (tanwin on alef or lam-alef) into the cells
    /// beside their letter, and breaks the word.
    pub bare: bool,
    /// [`STRONG_BLANK`] is sent for the blank.
    pub strong: bool,
}

/// How a cell takes part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Blank,
    /// A letter that runs from left to right.
    Left,
    /// A letter that runs from right to left.
    Right,
    /// An Arabic-Indic digit: its number runs from left to right, in a word that does not.
    ArabicDigit,
    EuropeanDigit,
    /// A single one between two digits belongs to their number (class CS).
    Separator,
    Other,
}

impl Part {
    fn of(text: &str) -> Self {
        let Some(base) = text.chars().next().filter(|base| *base != ' ') else {
            return Self::Blank;
        };
        match Classes.bidi_class(base) {
            BidiClass::L => Self::Left,
            BidiClass::R | BidiClass::AL => Self::Right,
            BidiClass::AN => Self::ArabicDigit,
            BidiClass::EN => Self::EuropeanDigit,
            BidiClass::CS => Self::Separator,
            _ => Self::Other,
        }
    }

    /// Whether the terminal turns around what stands between two of these.
    const fn turns(self) -> bool {
        matches!(self, Self::Right | Self::ArabicDigit)
    }

    const fn digit(self) -> bool {
        matches!(self, Self::ArabicDigit | Self::EuropeanDigit)
    }
}

/// The cells of a row in the order in which they are sent; as many as there are. `None`: the row is
/// sent as it stands, because the form does nothing or there is nothing to turn around.
pub fn sent(form: Form, row: &[Seen<'_>]) -> Option<Vec<Sent>> {
    if !matches!(form, Form::Words | Form::Kitty) || row.iter().all(|cell| cell.text.is_ascii()) {
        return None;
    }
    let parts: Vec<Part> = row.iter().map(|cell| Part::of(cell.text)).collect();
    if !parts.iter().any(|part| part.turns()) {
        return None;
    }
    let mut out: Vec<Sent> = (0..row.len())
        .map(|from| Sent {
            from,
            ..Sent::default()
        })
        .collect();
    match form {
        Form::Words => words(&parts, &mut out),
        _ => kitty(&parts, row, &mut out),
    }
    Some(out)
}

/// The inverse of UAX #9 in a row that runs from left to right, whose blanks are letters.
fn words(parts: &[Part], out: &mut [Sent]) {
    let part = |cell: &Sent| parts.get(cell.from).copied().unwrap_or(Part::Blank);
    for cell in out.iter_mut() {
        cell.strong = part(cell) == Part::Blank;
    }
    let mut next = 0;
    while let Some(run) = run(parts, next) {
        next = run.end;
        let Some(turned) = out.get_mut(run) else {
            continue;
        };
        let numbers = numbers(turned.iter().map(part).collect());
        for (cell, number) in turned.iter_mut().zip(&numbers) {
            cell.strong = false;
            cell.mirrored = !number && !part(cell).turns();
        }
        // Level 2 first, then level 1: the numbers end up as they were (rule L2, backwards).
        let mut start = 0;
        for run in numbers.chunk_by(|a, b| a == b) {
            let end = start + run.len();
            if run.first() == Some(&true)
                && let Some(number) = turned.get_mut(start..end)
            {
                number.reverse();
            }
            start = end;
        }
        turned.reverse();
    }
}

/// The next run of cells, from one of them on, that the terminal turns around: it begins and ends in
/// a letter that does, and what stands outside is of the row's level and stays. A blank ends it, but
/// not where digits are glued to the right of the word: they are only seen there when an Arabic
/// letter follows, and so the blanks up to the next word are sent as ordinary ones.
fn run(parts: &[Part], from: usize) -> Option<Range<usize>> {
    let start = from + parts.get(from..)?.iter().position(|part| part.turns())?;
    let mut end = start + 1;
    let mut glued = false;
    for (at, part) in parts.iter().enumerate().skip(end) {
        match part {
            Part::Right | Part::ArabicDigit => {
                end = at + 1;
                glued = false;
            }
            Part::EuropeanDigit => glued = true,
            Part::Blank if glued => {}
            Part::Blank | Part::Left => break,
            Part::Separator | Part::Other => {}
        }
    }
    Some(start..end)
}

/// Which cells belong to numbers: digits, and a single separator between two of them (rule W4).
fn numbers(parts: Vec<Part>) -> Vec<bool> {
    let digit = |at: Option<usize>| at.and_then(|at| parts.get(at)).is_some_and(|p| p.digit());
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            part.digit()
                || *part == Part::Separator && digit(at.checked_sub(1)) && digit(Some(at + 1))
        })
        .collect()
}

/// Turns around each run of letters in one font, and sets what is glued to it apart.
fn kitty(parts: &[Part], row: &[Seen<'_>], out: &mut [Sent]) {
    let right = |at: usize| parts.get(at) == Some(&Part::Right);
    let font = |at: usize| row.get(at).map(|cell| cell.font);
    let mut start = 0;
    while start < parts.len() {
        let kind = |at: usize| (right(at), parts.get(at) == Some(&Part::Blank));
        let mut end = start + 1;
        while end < parts.len()
            && kind(end) == kind(start)
            && (!right(start) || font(end) == font(start))
        {
            end += 1;
        }
        if let Some(run) = out.get_mut(start..end) {
            if right(start) {
                for cell in run.iter_mut() {
                    cell.bare = true;
                }
                run.reverse();
            } else if kind(start) == (false, false) {
                // The letter beside it, to the left if there is one.
                let left = start.checked_sub(1).filter(|at| right(*at));
                let beside = left.or(Some(end).filter(|at| right(*at))).and_then(font);
                for cell in run.iter_mut().filter(|_| beside.is_some()) {
                    cell.other_weight = font(cell.from) == beside;
                }
            }
        }
        start = end;
    }
}

impl Sent {
    /// What is sent for the cell whose text was seen as `text`.
    pub fn text(self, text: &str) -> std::borrow::Cow<'_, str> {
        if self.strong {
            return STRONG_BLANK.into();
        }
        if self.bare {
            return text
                .chars()
                .filter(|ch| !vowel_sign(*ch))
                .collect::<String>()
                .into();
        }
        if !self.mirrored {
            return text.into();
        }
        let mut chars = text.chars();
        match chars.next().and_then(mirrored) {
            Some(other) => std::iter::once(other)
                .chain(chars)
                .collect::<String>()
                .into(),
            None => text.into(),
        }
    }
}
