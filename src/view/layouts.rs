//! What the frame before laid out: what did not change is not laid out again.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;
use std::rc::Rc;

use crate::script::{Cell, Layout, Line};

/// How a text is made into lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fit {
    /// One line, cut where it does not fit.
    Line,
    /// As many lines as it takes.
    Wrap,
    /// At most so many lines; the last one is cut where more would follow.
    AtMost(usize),
}

/// What decides how a text looks once laid out, beside the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Setting {
    /// The form and the paragraph's direction.
    pub layout: Layout,
    /// In how many columns.
    pub width: u16,
    /// In how many lines.
    pub fit: Fit,
}

impl Setting {
    fn lines(self, text: &str) -> Vec<Line> {
        let width = usize::from(self.width);
        let mut lines = match self.fit {
            Fit::Line => return vec![self.layout.line(text, width)],
            Fit::Wrap => self.layout.wrap(text, width),
            Fit::AtMost(lines) => self.layout.at_most(text, width, lines),
        };
        // In a text of several paragraphs it may be a bullet.
        if text.contains(DOT) && !text.contains('\n') {
            let last = lines.len().saturating_sub(1);
            for (at, line) in lines.iter_mut().enumerate() {
                without_dots(line, text, at > 0, at < last);
            }
        }
        lines
    }
}

/// What parts names and tags from one another, with a blank on either side.
const DOT: char = '·';

/// Takes away a dot that parts nothing on its line, for a line ends there: at its beginning, at its end.
fn without_dots(line: &mut Line, text: &str, begins: bool, ends: bool) {
    let sign = |cell: &Cell| {
        text.get(cell.range.start..)
            .and_then(|rest| rest.chars().next())
    };
    let mut shown: Vec<(Range<usize>, bool)> = line
        .cells
        .iter()
        .filter(|cell| sign(cell).is_some_and(|sign| !sign.is_whitespace()))
        .map(|cell| (cell.range.clone(), sign(cell) == Some(DOT)))
        .collect();
    shown.sort_by_key(|(range, _)| range.start);
    let all = shown.len();
    if begins && shown.first().is_some_and(|(_, is_dot)| *is_dot) {
        shown.remove(0);
    }
    if ends && shown.last().is_some_and(|(_, is_dot)| *is_dot) {
        shown.pop();
    }
    let (Some((first, _)), Some((last, _)), true) =
        (shown.first(), shown.last(), shown.len() < all)
    else {
        return;
    };
    // The blanks beside it go too.
    let (from, to) = (first.start, last.end);
    line.cells
        .retain(|cell| cell.range.start >= from && cell.range.end <= to);
}

/// A text laid out.
#[derive(Debug)]
struct LaidOut {
    text: String,
    setting: Setting,
    lines: Rc<[Line]>,
}

impl LaidOut {
    fn is(&self, text: &str, setting: Setting) -> bool {
        self.setting == setting && self.text == text
    }
}

/// The layouts of this frame and of the one before; no other is kept, so that they never take more
/// than what two screens show. Keyed by a hash of the text and its setting: where two have the same
/// one, the later takes the place of the earlier.
#[derive(Debug, Default)]
pub struct Layouts {
    hasher: RandomState,
    before: HashMap<u64, LaidOut>,
    now: HashMap<u64, LaidOut>,
    made: usize,
}

impl Layouts {
    /// Begins a frame: what the last one did not use is forgotten.
    pub fn begin(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// How many layouts have been made so far.
    #[must_use]
    pub const fn made(&self) -> usize {
        self.made
    }

    /// The lines of a text: those of the last frame, or new ones.
    pub fn lines(&mut self, text: &str, setting: Setting) -> Rc<[Line]> {
        let hash = self.hasher.hash_one((text, setting));
        if let Some(found) = self.now.get(&hash).filter(|one| one.is(text, setting)) {
            return Rc::clone(&found.lines);
        }
        let before = self.before.remove(&hash);
        let found = before
            .filter(|one| one.is(text, setting))
            .unwrap_or_else(|| {
                self.made += 1;
                LaidOut {
                    text: text.to_owned(),
                    setting,
                    lines: setting.lines(text).into(),
                }
            });
        let lines = Rc::clone(&found.lines);
        self.now.insert(hash, found);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::{Direction, Form};

    #[test]
    fn a_dot_that_parts_nothing_is_not_seen() {
        let lines = |text: &str, width: u16, direction: Direction| -> Vec<String> {
            let setting = Setting {
                layout: Layout::new(Form::Off, direction),
                width,
                fit: Fit::Wrap,
            };
            setting
                .lines(text)
                .iter()
                .map(|line| line.text().trim_end().to_owned())
                .collect()
        };
        for (text, width, wanted) in [
            (
                "one\u{A0}· two\u{A0}· three",
                11,
                &["one · two", "three"][..],
            ),
            ("Title of it ·\u{A0}c21:27", 13, &["Title of it", "c21:27"]),
            ("one · two", 20, &["one · two"]),
            // Bullets.
            ("asks:\n· one\n· two", 20, &["asks:", "· one", "· two"]),
            ("تأييد\u{A0}· متفق\u{A0}· c21", 14, &["تأييد · متفق", "c21"]),
        ] {
            let direction = match text.starts_with('ت') {
                true => Direction::RightToLeft,
                false => Direction::LeftToRight,
            };
            assert_eq!(lines(text, width, direction), wanted, "{text}");
        }
    }

    #[test]
    fn what_the_last_frame_showed_is_not_laid_out_again() {
        let wide = Setting {
            layout: Layout::default(),
            width: 20,
            fit: Fit::Wrap,
        };
        let mut layouts = Layouts::default();
        let first = layouts.lines("مجلس", wide);
        assert!(Rc::ptr_eq(&first, &layouts.lines("مجلس", wide)));
        layouts.begin();
        assert!(Rc::ptr_eq(&first, &layouts.lines("مجلس", wide)));
        assert_eq!(layouts.made(), 1);
        // Another text, width or fit is another layout.
        layouts.lines("مجلسا", wide);
        layouts.lines("مجلس", Setting { width: 21, ..wide });
        layouts.lines(
            "مجلس",
            Setting {
                fit: Fit::Line,
                ..wide
            },
        );
        assert_eq!(layouts.made(), 4);
        // A frame without it, and it is forgotten.
        layouts.begin();
        layouts.begin();
        layouts.lines("مجلس", wide);
        assert_eq!(layouts.made(), 5);
    }
}
