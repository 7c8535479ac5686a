//! Embedding levels (UAX #9, rules P to I), once for each paragraph.

use unicode_bidi::data_source::BidiMatchedOpeningBracket;
use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, Level, ParagraphBidiInfo};

use super::isolate::{CLOSE, OPEN, OPEN_LEFTWARD, OPEN_RIGHTWARD, is_mark};

/// Unicode's classes, with the program's own isolates as LRI and PDI.
pub(super) struct Classes;

impl BidiDataSource for Classes {
    fn bidi_class(&self, ch: char) -> BidiClass {
        match ch {
            OPEN | OPEN_RIGHTWARD => BidiClass::LRI,
            OPEN_LEFTWARD => BidiClass::RLI,
            CLOSE => BidiClass::PDI,
            _ => HardcodedBidiData.bidi_class(ch),
        }
    }

    fn bidi_matched_opening_bracket(&self, ch: char) -> Option<BidiMatchedOpeningBracket> {
        HardcodedBidiData.bidi_matched_opening_bracket(ch)
    }
}

/// The levels of a paragraph.
pub(super) struct Levels<'t> {
    /// Level and class of each byte of the clean text; `None` when everything is at level 0.
    info: Option<ParagraphBidiInfo<'t>>,
}

/// How a character takes part in rule L1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    /// It does not.
    No,
    /// White space or a mark of an isolate: reset at the end of a line and before a separator.
    White,
    /// A segment or paragraph separator: always reset.
    Separator,
}

impl<'t> Levels<'t> {
    /// Runs the algorithm over one paragraph, which holds no paragraph separator.
    pub(super) fn new(text: &'t str, rtl: bool) -> Self {
        if !rtl && text.is_ascii() {
            return Self { info: None };
        }
        let level = if rtl { Level::rtl() } else { Level::ltr() };
        Self {
            info: Some(ParagraphBidiInfo::new_with_data_source(
                &Classes,
                text,
                Some(level),
            )),
        }
    }

    /// The same of a line from right to left that begins with a sign and codes (`@tech-sec 2021-09 …`): the
    /// sign stands at the left of the first of them, as in a line from left to right, and the first that begins
    /// with a digit stands apart from what is before it.
    pub(super) fn behind_sign(text: &'t str) -> Self {
        let mut levels = Self::new(text, true);
        let codes = text.bytes().take_while(u8::is_ascii).count();
        let codes = text.get(..codes).unwrap_or_default().as_bytes();
        let is_first = |pair: &[u8]| {
            pair.first() == Some(&b' ') && pair.last().is_some_and(u8::is_ascii_digit)
        };
        let blank = codes.windows(2).position(is_first);
        let all = levels.info.as_mut().map(|info| &mut info.levels);
        if let (Some(all), Ok(code)) = (all, Level::new(2)) {
            let begins = codes.get(1).is_some_and(u8::is_ascii_alphanumeric);
            if let Some(sign) = all.first_mut().filter(|_| begins) {
                *sign = code;
            }
            if let Some(blank) = blank.and_then(|at| all.get_mut(at)) {
                *blank = Level::rtl();
            }
        }
        levels
    }

    /// Everything at level 0, for measuring.
    pub(super) fn flat() -> Self {
        Self { info: None }
    }

    /// The level of the character that starts at `byte` of the clean text.
    pub(super) fn level(&self, byte: usize) -> u8 {
        self.info
            .as_ref()
            .and_then(|info| info.levels.get(byte))
            .map_or(0, Level::number)
    }

    /// How the character `ch` at `byte` takes part in rule L1.
    pub(super) fn blank(&self, byte: usize, ch: char) -> Blank {
        let Some(info) = &self.info else {
            return match ch {
                '\t' => Blank::Separator,
                '\u{A0}' | '\u{202F}' => Blank::No,
                _ if ch.is_whitespace() || is_mark(ch) => Blank::White,
                _ => Blank::No,
            };
        };
        match info.original_classes.get(byte) {
            Some(
                BidiClass::WS | BidiClass::LRI | BidiClass::RLI | BidiClass::FSI | BidiClass::PDI,
            ) => Blank::White,
            Some(BidiClass::S | BidiClass::B) => Blank::Separator,
            _ => Blank::No,
        }
    }
}

/// Whether the first strong character outside isolates is right to left (rules P2 and P3).
pub(super) fn first_strong_is_rtl(text: impl Iterator<Item = char>) -> bool {
    let mut depth = 0_usize;
    for ch in text {
        match Classes.bidi_class(ch) {
            BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => depth += 1,
            BidiClass::PDI => depth = depth.saturating_sub(1),
            BidiClass::L if depth == 0 => return false,
            BidiClass::R | BidiClass::AL if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

/// Whether a character is strong and runs from left to right (UAX #9, class L).
pub(super) fn is_left_to_right(ch: char) -> bool {
    Classes.bidi_class(ch) == BidiClass::L
}

/// Whether a character is strong and runs from right to left (UAX #9, classes R and AL).
pub(crate) fn is_right_to_left(ch: char) -> bool {
    matches!(Classes.bidi_class(ch), BidiClass::R | BidiClass::AL)
}
