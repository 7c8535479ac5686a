//! What the frame before laid out: what did not change is not laid out again.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::rc::Rc;

use crate::script::{Layout, Line};

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
        match self.fit {
            Fit::Line => vec![self.layout.line(text, width)],
            Fit::Wrap => self.layout.wrap(text, width),
            Fit::AtMost(lines) => self.layout.at_most(text, width, lines),
        }
    }
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
