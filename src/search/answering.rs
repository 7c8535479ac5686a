//! The words of documents that answer, read for scoring one document after another: each is seldom far
//! from the one before.

use super::forward::Entry;
use super::index::Index;
use super::owns::Cursor;
use super::within::Located;

/// A word of a document that answers, its place, and how it answers.
pub(super) type Answering = (Entry, u8, u8);

/// Reads documents.
pub(super) struct Reader<'a> {
    index: &'a Index,
    /// For each word of the vocabulary how it answers; 0 where it does not.
    answers: &'a [u8],
    found: Vec<Answering>,
    /// Where documents of the first segment were looked up, and of that of an amendment.
    cursors: [Cursor; 2],
}

impl<'a> Reader<'a> {
    pub fn new(index: &'a Index, answers: &'a [u8]) -> Self {
        Self {
            index,
            answers,
            found: Vec::new(),
            cursors: Default::default(),
        }
    }

    /// The words of a document that answer, and what it is worth whatever is asked.
    #[inline]
    pub fn read(&mut self, document: u32) -> (&[Answering], u32) {
        let Located {
            segment,
            number,
            word: first,
            new,
        } = self.index.locate(document);
        let [of_first, of_new] = &mut self.cursors;
        let cursor = if new { of_new } else { of_first };
        let own = segment.owns.near(number, cursor);
        let words = segment.forward.of(number);
        if self.found.len() < words.len() {
            self.found.resize(words.len(), Default::default());
        }
        let answers = self.answers.get(first as usize..).unwrap_or_default();
        // Whether a word answers cannot be foreseen: each is put there, and stays if it does.
        let mut count = 0;
        for (entry, at) in words {
            let how = answers.get(entry.word() as usize).copied().unwrap_or(0);
            if let Some(to) = self.found.get_mut(count) {
                *to = (entry, at, how);
            }
            count += usize::from(how != 0);
        }
        let found = self.found.get_mut(..count).unwrap_or_default();
        if first > 0 {
            for (entry, ..) in &mut *found {
                *entry = entry.shifted(first);
            }
        }
        (found, own.into())
    }
}
