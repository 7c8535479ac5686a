//! For each word, the documents it stands in. Those of a word are kept apart by how well the field
//! shows the word ([`Entry::class`](super::forward::Entry::class)), best first, so that the
//! documents that have it in a title, or in a title or a text, are one slice. Where a word is in
//! more than every thirty-second document, a set is about as small as a list, and quicker to unite.
//!
//! A list is written in 16 bits a document: how far it is behind the one before. Where that does not
//! fit, a mark and the whole number follow.

use super::bitmap::Bitmap;
use super::forward::CLASSES;
use super::lists::Lists;
use super::stored::{Loader, Saver};
use crate::cache::Array;

/// The postings of all words.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where the list of each word and class ends.
    ends: Array<u32>,
    steps: Array<u16>,
    /// The words that have a set instead of a list, by number and class, in order.
    dense: Array<u32>,
    /// The blocks of those sets, one set after another.
    sets: Array<u64>,
    /// Which words are among them, a bit each.
    is_dense: Array<u64>,
    /// How many documents there are.
    count: usize,
}

/// The next two steps are a document, its higher half first.
pub(super) const WHOLE: u16 = u16::MAX;

/// The number of a list.
pub(super) const fn list(word: u32, class: usize) -> usize {
    word as usize * CLASSES + class
}

impl Postings {
    /// Takes the lists of so many words, which are of so many documents.
    pub fn new(lists: Lists, words: usize, count: usize) -> Self {
        let mut is_dense = Bitmap::new(words);
        for list in &lists.dense {
            is_dense.insert(list / CLASSES as u32);
        }
        Self {
            ends: lists.ends.into(),
            steps: lists.steps.into(),
            dense: lists.dense.into(),
            sets: lists.sets.into(),
            is_dense: is_dense.blocks().to_vec().into(),
            count,
        }
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("postings.ends", &self.ends);
        to.save("postings.steps", &self.steps);
        to.save("postings.dense", &self.dense);
        to.save("postings.sets", &self.sets);
        to.save("postings.is_dense", &self.is_dense);
    }

    /// Those of so many words in so many documents.
    pub fn load(from: &Loader<'_>, words: usize, count: usize) -> Option<Self> {
        let postings = Self {
            ends: from.load("postings.ends")?,
            steps: from.load("postings.steps")?,
            dense: from.load("postings.dense")?,
            sets: from.load("postings.sets")?,
            is_dense: from.load("postings.is_dense")?,
            count,
        };
        let fits = postings.ends.len() == words.checked_mul(CLASSES)?
            && from.rises(&postings.ends, usize::MAX)
            && Some(postings.sets.len()) == postings.dense.len().checked_mul(postings.blocks());
        fits.then_some(postings)
    }

    /// How many blocks a set has.
    const fn blocks(&self) -> usize {
        self.count.div_ceil(64)
    }

    /// The lists of a word, up to and with a class, one after another.
    fn sparse(&self, word: u32, class: usize) -> &[u16] {
        self.sparse_of(word, 0, class)
    }

    /// The same from a class on.
    fn sparse_of(&self, word: u32, from: usize, class: usize) -> &[u16] {
        let start = list(word, from)
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize);
        let end = self
            .ends
            .get(list(word, class))
            .map_or(start, |&end| end as usize);
        self.steps.get(start..end).unwrap_or_default()
    }

    /// The sets of a word, up to and with a class.
    fn dense(&self, word: u32, class: usize) -> impl ExactSizeIterator<Item = &[u64]> {
        self.dense_of(word, 0, class)
    }

    /// The same from a class on.
    fn dense_of(
        &self,
        word: u32,
        from: usize,
        class: usize,
    ) -> impl ExactSizeIterator<Item = &[u64]> {
        let is_dense = self.is_dense.get(word as usize / 64);
        let sets = if is_dense.is_some_and(|block| block & 1 << (word % 64) != 0) {
            let place = |list: usize| self.dense.partition_point(|&other| (other as usize) < list);
            let blocks = self.blocks();
            let start = place(list(word, from)) * blocks;
            self.sets
                .get(start..place(list(word, class) + 1) * blocks)
                .unwrap_or_default()
        } else {
            &[]
        };
        sets.chunks(self.blocks().max(1))
    }

    /// Adds the documents that have a word in a field of such a class or a better one; the first
    /// document of all has the number `first`, a multiple of 64.
    #[inline]
    pub fn unite(&self, word: u32, class: usize, first: u32, into: &mut Bitmap) {
        self.unite_of(word, 0, class, first, into);
    }

    /// The same without those classes that are better than `from`.
    #[inline]
    pub fn unite_of(&self, word: u32, from: usize, class: usize, first: u32, into: &mut Bitmap) {
        Documents::of(self.sparse_of(word, from, class))
            .each(|document| into.insert(document.wrapping_add(first)));
        let block = first as usize / 64;
        self.dense_of(word, from, class)
            .for_each(|set| into.or_blocks(block, set));
    }

    /// Whether a document that is not one of these has a word in a field of such a class or a better one.
    pub fn any_but(&self, word: u32, class: usize, gone: &Bitmap) -> bool {
        Documents::of(self.sparse(word, class)).any(|document| !gone.contains(document))
            || self.dense(word, class).any(|set| gone.lacks_any(set))
    }

    /// What uniting costs, in documents inserted one by one.
    pub fn cost(&self, word: u32, class: usize) -> usize {
        self.sparse(word, class).len() + self.dense(word, class).len() * (self.count / 160 + 1)
    }

    pub fn bytes(&self) -> usize {
        self.ends.bytes()
            + self.dense.bytes()
            + self.steps.bytes()
            + self.sets.bytes()
            + self.is_dense.bytes()
    }
}

/// The documents of lists, one list after another.
struct Documents<'a> {
    steps: &'a [u16],
    last: u32,
}

impl<'a> Documents<'a> {
    const fn of(steps: &'a [u16]) -> Self {
        Self { steps, last: 0 }
    }

    /// Calls `take` with all of them.
    #[inline]
    fn each(mut self, mut take: impl FnMut(u32)) {
        let mut steps = self.steps.iter();
        while let Some(&step) = steps.next() {
            self.last = match step {
                WHOLE => {
                    let (Some(&high), Some(&low)) = (steps.next(), steps.next()) else {
                        return;
                    };
                    u32::from(high) << 16 | u32::from(low)
                }
                _ => self.last.wrapping_add(u32::from(step)),
            };
            take(self.last);
        }
    }
}

impl Iterator for Documents<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (&step, rest) = self.steps.split_first()?;
        (self.last, self.steps) = match (step, rest) {
            (WHOLE, [high, low, rest @ ..]) => (u32::from(*high) << 16 | u32::from(*low), rest),
            (WHOLE, _) => return None,
            _ => (self.last.wrapping_add(u32::from(step)), rest),
        };
        Some(self.last)
    }
}
