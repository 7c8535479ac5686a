//! Where the entries of a record stand: measured once for each width, a slice at a time, so that
//! no key waits for what is out of sight.

use crate::app::Sides;
use crate::library::Key;
use crate::report::Language;
use crate::script::Form;

use super::entry::Entry;

/// What decides how many lines the entries of a record take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub(super) key: Key,
    /// The state of the library: the same key may stand for something else in another.
    pub(super) generation: u64,
    pub(super) language: Language,
    pub(super) sides: Sides,
    pub(super) form: Form,
    pub(super) width: u16,
}

/// The measures of one record's detail.
#[derive(Debug, Default)]
pub struct Page {
    subject: Option<Subject>,
    /// The line on which each entry begins, as far as measured.
    starts: Vec<usize>,
    /// The line on which each link begins.
    links: Vec<usize>,
    /// Which of the links is the first of each entry.
    ordinals: Vec<usize>,
    /// The lines of all entries measured.
    lines: usize,
    /// How many entries there are.
    entries: usize,
}

impl Page {
    /// Turns to a subject; what was measured of another is forgotten.
    pub(super) fn turn_to(&mut self, subject: Subject, entries: usize) {
        if self.subject != Some(subject) || self.entries != entries {
            *self = Self {
                subject: Some(subject),
                entries,
                ..Self::default()
            };
        }
    }

    /// Measures on from where it was left, until `weight` bytes of text have been looked at.
    pub(super) fn measure(
        &mut self,
        entries: &[Entry<'_>],
        weight: usize,
        height: impl Fn(&Entry<'_>) -> usize,
    ) {
        let mut spent = 0;
        for entry in entries.iter().skip(self.starts.len()) {
            if spent >= weight {
                break;
            }
            spent += entry.weight();
            self.starts.push(self.lines);
            self.ordinals.push(self.links.len());
            if entry.is_link() {
                self.links.push(self.lines);
            }
            self.lines += height(entry);
        }
    }

    /// What was measured.
    pub(super) const fn subject(&self) -> Option<Subject> {
        self.subject
    }

    /// Whether not all is measured as yet.
    pub(super) fn has_more(&self) -> bool {
        self.starts.len() < self.entries
    }

    /// The lines measured.
    pub(super) const fn lines(&self) -> usize {
        self.lines
    }

    /// How many lines there will be in all, as far as one can tell.
    pub(super) fn expected(&self) -> usize {
        let measured = self.starts.len().max(1);
        self.lines * self.entries.max(measured) / measured
    }

    /// The line on which each link begins.
    pub(super) fn links(&self) -> &[usize] {
        &self.links
    }

    /// The entry that stands on a line: which, which of the links it is if it is one, and the line
    /// on which it begins.
    pub(super) fn entry_at(&self, line: usize) -> (usize, usize, usize) {
        let entry = self
            .starts
            .partition_point(|start| *start <= line)
            .saturating_sub(1);
        let at = |list: &[usize]| list.get(entry).copied().unwrap_or_default();
        (entry, at(&self.ordinals), at(&self.starts))
    }
}
