//! Clusters: what one cell shows. A grapheme cluster (UAX #29), except that each spacing character
//! in it is a cell of its own, as terminals count; and lam with alef is one.

use unicode_segmentation::UnicodeSegmentation;

use super::Form;
use super::clean::Clean;
use super::emoji::{flag_letter, pictograph, skin_tone};
use super::isolate::is_mark;
use super::levels::{Blank, Levels};
use super::sanitise::{MARKS, columns, invisible};
use super::shaping::{LAM, joining, lam_alef};

/// Carries a mark that has no base. One column everywhere.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// What one cell shows, before its line is turned around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Start in the clean text.
    pub(super) at: usize,
    /// Start and end in the original.
    pub(super) from: usize,
    /// End in the original.
    pub(super) to: usize,
    /// The base, in logical form.
    pub(super) base: char,
    /// The alef of a lam-alef, or `'\0'`.
    pub(super) alef: char,
    /// Marks on the base; `'\0'` where there is none.
    pub(super) marks: [char; MARKS],
    /// Columns: 1, 2, or 0 for a mark of an isolate, which is not painted.
    pub(super) width: u8,
    /// Embedding level (UAX #9).
    pub(super) level: u8,
    /// Its part in rule L1.
    pub(super) blank: Blank,
    /// Joined to the letter before it, in logical order.
    pub(super) joined_before: bool,
    /// Joined to the letter after it.
    pub(super) joined_after: bool,
}

impl Cluster {
    fn add_mark(&mut self, mark: char) {
        if let Some(free) = self.marks.iter_mut().find(|mark| **mark == '\0') {
            *free = mark;
            // Rule L1 ends at a mark, and a blank that carries one is to be seen.
            self.blank = Blank::No;
        }
    }
}

/// What the next letter may join.
#[derive(Clone, Copy)]
enum Before {
    Nothing,
    /// The cluster at this index.
    Letter(usize),
    /// A ZWJ: asks for a join and has no cell.
    Joiner,
}

/// Splits a clean paragraph into clusters.
pub(super) fn clusters(clean: &Clean, levels: &Levels<'_>, form: Form) -> Vec<Cluster> {
    let mut builder = Builder {
        levels,
        shapes: form.shapes(),
        found: Vec::with_capacity(clean.origin.len()),
        before: Before::Nothing,
    };
    let mut origin = clean.origin.iter().copied();
    for (start, grapheme) in clean.text.grapheme_indices(true) {
        let mut fresh = true;
        let mut previous = '\0';
        for (offset, ch) in grapheme.char_indices() {
            let Some((from, to)) = origin.next() else {
                break;
            };
            let scalar = Scalar {
                ch,
                at: start + offset,
                from,
                to,
            };
            builder.add(scalar, &mut fresh, previous);
            previous = ch;
        }
    }
    builder.found
}

/// Whether `ch` opens or closes an isolate: the program's own, or Unicode's in a test.
fn isolates(ch: char) -> bool {
    is_mark(ch) || matches!(ch, '\u{2066}'..='\u{2069}')
}

#[derive(Clone, Copy)]
struct Scalar {
    ch: char,
    at: usize,
    from: usize,
    to: usize,
}

struct Builder<'a> {
    levels: &'a Levels<'a>,
    shapes: bool,
    found: Vec<Cluster>,
    before: Before,
}

impl Builder<'_> {
    /// Adds one character. `fresh` says that the grapheme has no cluster yet.
    fn add(&mut self, scalar: Scalar, fresh: &mut bool, previous: char) {
        let ch = scalar.ch;
        if invisible(ch) {
            self.join_across(ch);
            if isolates(ch) {
                // It has a place in rule L2, and parts what stands on either side.
                self.push(scalar, '\0', 0);
                *fresh = true;
            } else if !*fresh {
                self.extend(scalar);
            }
            return;
        }
        if columns(ch) == 0 {
            if *fresh {
                self.push(scalar, DOTTED_CIRCLE, 1);
                self.before = Before::Nothing;
                *fresh = false;
            }
            self.extend(scalar);
            if let Some(last) = self.found.last_mut() {
                last.add_mark(ch);
            }
            return;
        }
        let emoji = self.found.last().is_some_and(|last| pictograph(last.base));
        if !*fresh && emoji && (skin_tone(ch) || previous == '\u{200D}' && pictograph(ch)) {
            self.extend(scalar);
            return;
        }
        let ch = flag_letter(ch).unwrap_or(ch);
        self.letter(Scalar { ch, ..scalar });
        *fresh = false;
    }

    /// A character that takes columns: a new cluster, or the alef of a lam-alef.
    fn letter(&mut self, scalar: Scalar) {
        let ch = scalar.ch;
        let kind = if self.shapes {
            joining(ch)
        } else {
            super::shaping::Joining::None
        };
        let mut joined = false;
        if kind.joins_before() {
            match self.before {
                Before::Letter(at) => {
                    if self.merge_lam_alef(at, scalar) {
                        return;
                    }
                    if let Some(letter) = self.found.get_mut(at) {
                        letter.joined_after = true;
                        joined = true;
                    }
                }
                Before::Joiner => joined = true,
                Before::Nothing => {}
            }
        }
        self.before = if kind.joins_after() {
            Before::Letter(self.found.len())
        } else {
            Before::Nothing
        };
        let width = if columns(ch) == 2 { 2 } else { 1 };
        self.push(scalar, ch, width);
        if let Some(last) = self.found.last_mut() {
            last.joined_before = joined;
        }
    }

    /// Makes one cluster of lam and alef when the lam is the last cluster.
    fn merge_lam_alef(&mut self, lam: usize, alef: Scalar) -> bool {
        if lam + 1 != self.found.len() || lam_alef(alef.ch, false).is_none() {
            return false;
        }
        let level = self.levels.level(alef.at);
        let Some(last) = self.found.last_mut() else {
            return false;
        };
        if last.base != LAM || last.alef != '\0' || last.level != level {
            return false;
        }
        last.alef = alef.ch;
        last.to = alef.to;
        self.before = Before::Nothing;
        true
    }

    /// What an invisible character does to the letters on either side.
    fn join_across(&mut self, ch: char) {
        match ch {
            // ZWJ: the letter before it joins, and the one after it.
            '\u{200D}' => match self.before {
                Before::Letter(at) => {
                    if let Some(letter) = self.found.get_mut(at) {
                        letter.joined_after = true;
                    }
                }
                _ => self.before = Before::Joiner,
            },
            '\u{200C}' => self.before = Before::Nothing,
            _ if isolates(ch) => self.before = Before::Nothing,
            _ => {}
        }
    }

    fn push(&mut self, scalar: Scalar, base: char, width: u8) {
        self.found.push(Cluster {
            at: scalar.at,
            from: scalar.from,
            to: scalar.to,
            base,
            alef: '\0',
            marks: ['\0'; MARKS],
            width,
            level: self.levels.level(scalar.at),
            blank: self.levels.blank(scalar.at, scalar.ch),
            joined_before: false,
            joined_after: false,
        });
    }

    /// The last cluster covers this character too.
    fn extend(&mut self, scalar: Scalar) {
        if let Some(last) = self.found.last_mut() {
            last.to = scalar.to;
        }
    }
}

impl Cluster {
    /// The ellipsis that stands for `hidden`, at the paragraph's level.
    pub(super) fn ellipsis(hidden: std::ops::Range<usize>, level: u8) -> Self {
        Self {
            at: usize::MAX,
            from: hidden.start,
            to: hidden.end,
            base: '…',
            alef: '\0',
            marks: ['\0'; MARKS],
            width: 1,
            level,
            blank: Blank::No,
            joined_before: false,
            joined_after: false,
        }
    }

    /// Whether it stands for what is cut off.
    pub(super) const fn is_ellipsis(&self) -> bool {
        self.at == usize::MAX
    }

    /// Shows another sign of one column in its place.
    pub(super) fn replace(&mut self, sign: char) {
        self.base = sign;
        self.alef = '\0';
        self.marks = ['\0'; MARKS];
        self.width = 1;
    }
}
