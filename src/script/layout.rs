//! Laying out: one line, one line cut to a width, or as many lines as it takes.

use std::ops::Range;

use super::clean::{Clean, mostly_right_to_left, runs_right_to_left};
use super::clusters::{Cluster, clusters};
use super::levels::{Blank, Levels};
use super::line::Line;
use super::lines::{Lines, at_most, count};
use super::order::paint;
use super::stretch::{STRETCH, head};

/// How text is sent to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// Visual order, letters in their presentation forms, brackets mirrored: for a terminal that
    /// neither reorders nor joins, or has been told not to reorder.
    #[default]
    Visual,
    /// Words in visual order, the letters inside an Arabic word in logical order, in their
    /// presentation forms, and blanks as U+2800: for a terminal that runs UAX #9 over whole rows and
    /// cannot be told not to (PuTTY, iTerm2, Apple's Terminal). A row that is so sent is to begin
    /// with [`STRONG_BLANK`](super::STRONG_BLANK), else it may be put at the right.
    Words,
    /// As `Words`, with ordinary blanks: for kitty, which turns around runs of one font. What is
    /// glued to an Arabic word is to stand in another weight, which the cells of a line do not say:
    /// see [`sent`](super::sent()).
    Kitty,
    /// Logical order, letters as they are: the terminal does it all.
    Off,
}

impl Form {
    /// Whether we choose the forms of Arabic letters.
    pub(super) fn shapes(self) -> bool {
        self != Self::Off
    }

    /// Whether we put the line in visual order.
    pub(super) fn reorders(self) -> bool {
        self != Self::Off
    }

    /// The form of a line that is still to be put beside others in a row: the row as a whole is
    /// then turned around with [`sent`](super::sent()).
    #[must_use]
    pub fn as_seen(self) -> Self {
        match self {
            Self::Words | Self::Kitty => Self::Visual,
            Self::Visual | Self::Off => self,
        }
    }
}

/// The direction of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
    /// As the first strong character says, else left to right (UAX #9 rules P2 and P3).
    #[default]
    Auto,
    /// As most of its words say: right to left where there are at least as many words in such a
    /// script as there are words with a small letter of another. So a sentence in Arabic that
    /// begins with an acronym or a code still runs from right to left (a higher-level protocol,
    /// UAX #9 HL1).
    Dominant,
}

/// How to lay out: the form and the direction of paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Layout {
    /// How text is sent.
    pub form: Form,
    /// The direction of each paragraph.
    pub direction: Direction,
}

impl Layout {
    /// A layout.
    pub fn new(form: Form, direction: Direction) -> Self {
        Self { form, direction }
    }

    /// Lines of at most `width` columns; a width of 0 is taken as 1. A newline ends a paragraph;
    /// one at the very end begins none. There is at least one line.
    ///
    /// Lines are broken in logical order and then reordered. Their ranges follow one another. The
    /// white space at the end of a line lies in the line's range but has no cell. A code, a date, a
    /// number with its unit and a URL are broken only when alone they are longer than the line, and
    /// then where UAX #14 allows it, or between any two clusters. A cluster of two columns in a
    /// width of one is shown as `▯`.
    ///
    /// Lines are made as they are asked for. A paragraph of more than 16 KB is taken in stretches:
    /// see `stretch`.
    pub fn lines<'a>(&self, text: &'a str, width: usize) -> Lines<'a> {
        Lines::new(*self, text, width)
    }

    /// All [`lines`](Self::lines) of a text.
    pub fn wrap(&self, text: &str, width: usize) -> Vec<Line> {
        self.lines(text, width).collect()
    }

    /// How many [`lines`](Self::lines) a text takes, at less cost than making them.
    pub fn count(&self, text: &str, width: usize) -> usize {
        count(*self, text, width)
    }

    /// At most so many [`lines`](Self::lines); where more would follow, the last one is cut as
    /// [`line`](Self::line) does it, and what follows stands in the range of its ellipsis. Of a
    /// long text only the beginning is looked at.
    pub fn at_most(&self, text: &str, width: usize, lines: usize) -> Vec<Line> {
        at_most(*self, text, width, lines)
    }

    /// One line of at most `width` columns; newlines become blanks. What does not fit is cut off
    /// at the logical end, and `…` stands there: at the left end of a paragraph that runs from
    /// right to left. The range of the ellipsis is what it hides. The line is empty when `width`
    /// is 0.
    ///
    /// Of a long text only the beginning is looked at: what the width can show, and not less than
    /// 16 KB.
    pub fn line(&self, text: &str, width: usize) -> Line {
        // A cell shows two characters at most, lam and alef, save in a sequence of emoji, for which
        // there is room to spare.
        let limit = width.saturating_mul(4).saturating_add(16);
        let near = head(text, STRETCH.max(limit.saturating_mul(4)));
        let rtl = self.rtl(near);
        let clean = Clean::new(near, 0, limit);
        let mut found = self.clusters(&clean, rtl);
        if clean.complete && near.len() == text.len() && columns(&found) <= width {
            return self.paint(found, 0..text.len(), rtl);
        }
        let mut used = 0;
        let mut kept = 0;
        for cluster in &found {
            used += usize::from(cluster.width);
            if used + 1 > width {
                break;
            }
            kept += 1;
        }
        found.truncate(kept);
        while found.last().is_some_and(|last| last.blank != Blank::No) {
            found.pop();
        }
        if width > 0 {
            let from = found.last().map_or(0, |last| last.to);
            found.push(Cluster::ellipsis(from..text.len(), u8::from(rtl)));
        }
        self.paint(found, 0..text.len(), rtl)
    }

    /// One line of any length; newlines become blanks.
    pub fn whole(&self, text: &str) -> Line {
        let rtl = self.rtl(text);
        let found = self.clusters(&Clean::new(text, 0, usize::MAX), rtl);
        self.paint(found, 0..text.len(), rtl)
    }

    /// Columns that [`whole`](Self::whole) takes, without laying it out.
    pub fn width(&self, text: &str) -> usize {
        let clean = Clean::new(text, 0, usize::MAX);
        columns(&clusters(&clean, &Levels::flat(), self.form))
    }

    pub(super) fn rtl(&self, paragraph: &str) -> bool {
        match self.direction {
            Direction::LeftToRight => false,
            Direction::RightToLeft => true,
            Direction::Auto => runs_right_to_left(paragraph),
            Direction::Dominant => mostly_right_to_left(paragraph),
        }
    }

    pub(super) fn clusters(&self, clean: &Clean, rtl: bool) -> Vec<Cluster> {
        let levels = if self.form.reorders() {
            Levels::new(&clean.text, rtl)
        } else {
            Levels::flat()
        };
        clusters(clean, &levels, self.form)
    }

    fn paint(&self, clusters: Vec<Cluster>, range: Range<usize>, rtl: bool) -> Line {
        Line {
            cells: paint(clusters, rtl, self.form),
            range,
            rtl,
        }
    }
}

fn columns(clusters: &[Cluster]) -> usize {
    clusters.iter().map(|c| usize::from(c.width)).sum()
}

/// Columns that the painted text takes in [`Form::Visual`]: the sum of its cells. No other measure
/// is right for Arabic: lam-alef is one cell.
pub fn width(text: &str) -> usize {
    Layout::default().width(text)
}

/// A whole line as a string, for output that is not painted cell by cell. Newlines become blanks.
pub fn visual(text: &str, direction: Direction, form: Form) -> String {
    Layout::new(form, direction).whole(text).text()
}

/// Whether a paragraph with this text runs from right to left: its first strong character says so
/// (UAX #9 rules P2 and P3).
pub fn is_rtl(text: &str) -> bool {
    runs_right_to_left(text)
}
