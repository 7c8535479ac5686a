//! For each word, the documents it stands in. Those of a word are kept apart by how well the field
//! shows the word ([`Entry::class`](super::forward::Entry::class)), best first, so that the
//! documents that have it in a title, or in a title or a text, are one slice. Where a word is in
//! more than every thirty-second document, a set is smaller than a list, and quicker to unite.

use super::bitmap::Bitmap;
use super::forward::CLASSES;

/// The postings of all words.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where the list of each word and class ends.
    ends: Vec<u32>,
    documents: Vec<u32>,
    /// The words that have a set instead of a list, by number and class, in order.
    dense: Vec<u32>,
    sets: Vec<Bitmap>,
    /// Which words are among them.
    is_dense: Bitmap,
    /// How many documents there are.
    count: usize,
}

/// The number of a list.
pub(super) const fn list(word: u32, class: usize) -> usize {
    word as usize * CLASSES + class
}

impl Postings {
    /// `ends` says where the list of each word and class ends in `documents`.
    pub fn new(ends: Vec<u32>, documents: Vec<u32>, count: usize) -> Self {
        let mut postings = Self {
            is_dense: Bitmap::new(ends.len() / CLASSES),
            count,
            ..Self::default()
        };
        let most = (count / 32).max(64);
        let sparse: usize = (0..ends.len())
            .map(|list| super::between(&ends, list).len())
            .filter(|&length| length <= most)
            .sum();
        if sparse == documents.len() {
            return Self {
                ends,
                documents,
                ..postings
            };
        }
        postings.documents.reserve_exact(sparse);
        postings.ends.reserve_exact(ends.len());
        for list in 0..ends.len() {
            let of_list = documents
                .get(super::between(&ends, list))
                .unwrap_or_default();
            if of_list.len() <= most {
                postings.documents.extend_from_slice(of_list);
            } else {
                let mut set = Bitmap::new(count);
                set.insert_all(of_list);
                postings.dense.push(list as u32);
                postings.sets.push(set);
                postings.is_dense.insert((list / CLASSES) as u32);
            }
            postings.ends.push(postings.documents.len() as u32);
        }
        postings
    }

    /// The lists of a word, up to and with a class, as one.
    fn sparse(&self, word: u32, class: usize) -> &[u32] {
        let start = list(word, 0)
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize);
        let end = self.ends.get(list(word, class)).map_or(start, |&end| end as usize);
        self.documents.get(start..end).unwrap_or_default()
    }

    /// The sets of a word, up to and with a class.
    fn dense(&self, word: u32, class: usize) -> &[Bitmap] {
        if !self.is_dense.contains(word) {
            return &[];
        }
        let place = |from: usize| self.dense.partition_point(|&list| (list as usize) < from);
        self.sets
            .get(place(list(word, 0))..place(list(word, class) + 1))
            .unwrap_or_default()
    }

    /// Adds the documents that have a word in a field of such a class or a better one.
    #[inline]
    pub fn unite(&self, word: u32, class: usize, into: &mut Bitmap) {
        into.insert_all(self.sparse(word, class));
        self.dense(word, class).iter().for_each(|set| into.or(set));
    }

    /// What uniting costs, in documents inserted one by one.
    pub fn cost(&self, word: u32, class: usize) -> usize {
        self.sparse(word, class).len() + self.dense(word, class).len() * (self.count / 160 + 1)
    }

    pub fn bytes(&self) -> usize {
        (self.ends.capacity() + self.documents.capacity() + self.dense.capacity())
            * size_of::<u32>()
            + self.sets.iter().map(Bitmap::bytes).sum::<usize>()
            + self.is_dense.bytes()
    }
}
