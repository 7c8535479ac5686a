//! For each word, the documents it stands in. Those of a word are kept apart by how well the field
//! shows the word ([`Entry::class`](super::forward::Entry::class)), best first, so that the
//! documents that have it in a title, or in a title or a text, are one slice. Where a word is in
//! more than every thirty-second document, a set is about as small as a list, and quicker to unite.
//!
//! A list is written in 16 bits a document: how far it is behind the one before. Where that does not
//! fit, a mark and the whole number follow.

use super::bitmap::Bitmap;
use super::forward::CLASSES;

/// The postings of all words.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where the list of each word and class ends.
    ends: Vec<u32>,
    steps: Vec<u16>,
    /// The words that have a set instead of a list, by number and class, in order.
    dense: Vec<u32>,
    sets: Vec<Bitmap>,
    /// Which words are among them.
    is_dense: Bitmap,
    /// How many documents there are.
    count: usize,
}

/// The next two steps are a document, its higher half first.
const WHOLE: u16 = u16::MAX;

/// The number of a list.
pub(super) const fn list(word: u32, class: usize) -> usize {
    word as usize * CLASSES + class
}

impl Postings {
    /// `ends` says where the list of each word and class ends in `documents`; lists of more than
    /// `most` become sets.
    pub fn new(mut ends: Vec<u32>, documents: &[u32], count: usize, most: usize) -> Self {
        let mut steps = Vec::with_capacity(documents.len() + documents.len() / 4);
        let (mut dense, mut sets) = (Vec::new(), Vec::new());
        let mut is_dense = Bitmap::new(ends.len() / CLASSES);
        let mut start = 0;
        for (list, end) in ends.iter_mut().enumerate() {
            let of_list = documents.get(start..*end as usize).unwrap_or_default();
            start = *end as usize;
            if of_list.len() <= most {
                write(of_list, &mut steps);
            } else {
                let mut set = Bitmap::new(count);
                set.insert_all(of_list);
                dense.push(list as u32);
                sets.push(set);
                is_dense.insert((list / CLASSES) as u32);
            }
            *end = steps.len() as u32;
        }
        steps.shrink_to_fit();
        Self {
            ends,
            steps,
            dense,
            sets,
            is_dense,
            count,
        }
    }

    /// The lists of a word, up to and with a class, one after another.
    fn sparse(&self, word: u32, class: usize) -> &[u16] {
        let start = list(word, 0)
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
        let mut steps = self.sparse(word, class);
        let mut document = 0;
        while let Some((&step, rest)) = steps.split_first() {
            steps = rest;
            if step == WHOLE {
                let [high, low, rest @ ..] = steps else {
                    return;
                };
                document = u32::from(*high) << 16 | u32::from(*low);
                steps = rest;
            } else {
                document += u32::from(step);
            }
            into.insert(document);
        }
        self.dense(word, class).iter().for_each(|set| into.or(set));
    }

    /// What uniting costs, in documents inserted one by one.
    pub fn cost(&self, word: u32, class: usize) -> usize {
        self.sparse(word, class).len() + self.dense(word, class).len() * (self.count / 160 + 1)
    }

    pub fn bytes(&self) -> usize {
        (self.ends.capacity() + self.dense.capacity()) * size_of::<u32>()
            + self.steps.capacity() * size_of::<u16>()
            + self.sets.iter().map(Bitmap::bytes).sum::<usize>()
            + self.is_dense.bytes()
    }
}

/// Writes the documents of a list. The first is written whole, so that lists can be read one
/// after another.
fn write(documents: &[u32], steps: &mut Vec<u16>) {
    let mut before = None;
    for &document in documents {
        let step = before.map(|before| document - before);
        match step.and_then(|step| u16::try_from(step).ok()) {
            Some(step) if step != WHOLE => steps.push(step),
            _ => steps.extend([WHOLE, (document >> 16) as u16, document as u16]),
        }
        before = Some(document);
    }
}
