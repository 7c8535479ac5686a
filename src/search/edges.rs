//! The words that texts begin and end with: for each word the documents that have a text that begins
//! with it, and those that have one that ends with it. Background is no text here, for what is only
//! connected with a record has no place in it.
//!
//! A list is written in bytes, seven bits each: how far a document is behind the one before, low
//! bits first, the highest bit set in all bytes but the last.

use super::bitmap::Bitmap;
use super::lengths::Lengths;
use super::order::Order;
use super::part::Part;
use super::stored::{Loader, Saver};
use super::threads::{both, threads};
use crate::cache::Array;
use std::ops::Range;

/// Two threads decode lists of more bytes.
const WORTH_A_THREAD: usize = 1 << 18;

/// Of fewer bytes it is not asked how many the lists of a word have.
const WORTH_A_SUM: usize = 4 * WORTH_A_THREAD;

/// An end of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    First,
    Last,
}

/// The edges of all texts.
#[derive(Debug, Default)]
pub(super) struct Edges {
    first: Lists,
    last: Lists,
    /// The documents, in order, of which a text was not read as one, so that only the text can tell.
    unsure: Array<u32>,
}

/// A text of a document as it was read: the number of its first word and of its last. A number that
/// no word has stands for none.
pub(super) type Read = [u32; 2];

/// Documents of words.
#[derive(Debug, Default)]
struct Lists {
    lengths: Lengths,
    steps: Array<u8>,
}

impl Edges {
    /// Those of the documents of parts, in their order, with the new numbers of words, which are so
    /// many.
    pub fn new(parts: &[&Part], renumbered: &[Vec<u32>], order: &Order, words: usize) -> Self {
        let texts = parts.iter().map(|part| part.edges.len()).sum();
        let mut edges: Vec<Read> = Vec::with_capacity(texts);
        let mut ends: Vec<u32> = Vec::with_capacity(order.documents.len());
        let mut unsure = Bitmap::new(order.documents.len());
        let mut starts = [vec![0_u32; words + 1], vec![0_u32; words + 1]];
        for ((part, renumbered), &key) in parts.iter().zip(renumbered).zip(&order.firsts) {
            let before = edges.len() as u32;
            ends.extend(part.edge_ends.iter().map(|end| before + end));
            (part.unsure.iter()).for_each(|&number| unsure.insert(key + number));
            edges.extend(part.edges.iter().map(|read| {
                read.map(|word| {
                    let word = renumbered.get(word as usize).copied();
                    word.unwrap_or(u32::MAX)
                })
            }));
        }
        for read in &edges {
            for (starts, &word) in starts.iter_mut().zip(read) {
                if let Some(count) = starts.get_mut(word as usize + 1) {
                    *count += 1;
                }
            }
        }
        let mut documents = starts.each_mut().map(|starts| {
            let mut sum = 0;
            for start in starts {
                sum += *start;
                *start = sum;
            }
            vec![0; sum as usize]
        });
        let mut doubtful = Vec::new();
        for (document, &key) in (0..).zip(&order.documents) {
            let texts = edges.get(super::between(&ends, key as usize));
            for read in texts.unwrap_or_default() {
                let sides = starts.iter_mut().zip(&mut documents).zip(read);
                for ((next, documents), &word) in sides {
                    if let Some(next) = next.get_mut(word as usize)
                        && let Some(to) = documents.get_mut(*next as usize)
                    {
                        *to = document;
                        *next += 1;
                    }
                }
            }
            if unsure.contains(key) {
                doubtful.push(document);
            }
        }
        // By now each list ends where the next one began.
        let [first, last] = [0, 1].map(|side| match (starts.get(side), documents.get(side)) {
            (Some(ends), Some(documents)) => Lists::new(ends, documents, words),
            _ => Lists::default(),
        });
        Self {
            first,
            last,
            unsure: doubtful.into(),
        }
    }

    const fn of(&self, edge: Edge) -> &Lists {
        match edge {
            Edge::First => &self.first,
            Edge::Last => &self.last,
        }
    }

    /// Adds the documents that have a word there of which `answers` is not 0; the first document of
    /// all has the number `first`.
    pub fn unite(&self, edge: Edge, answers: &[u8], first: u32, into: &mut Bitmap) {
        let lists = self.of(edge);
        let insert = |words: Range<usize>, into: &mut Bitmap| {
            let answers = answers.get(..words.end).unwrap_or(answers);
            let found = |range| lists.insert(range, first, into);
            lists.lengths.of(words.start, answers, found);
        };
        let bytes = match lists.steps.len() {
            // The sum costs as much as decoding some of them.
            ..WORTH_A_SUM => 0,
            _ => lists.lengths.sum(answers),
        };
        if bytes < WORTH_A_THREAD || threads() < 2 {
            insert(0..answers.len(), into);
            return;
        }
        // Half of the bytes each.
        let halved = lists.lengths.up_to(answers, bytes / 2);
        let mut more = Bitmap::default();
        more.copy(into);
        both(
            2,
            || insert(halved..answers.len(), &mut more),
            || insert(0..halved, into),
        );
        into.or(&more);
    }

    /// The documents of which only the texts can tell.
    pub fn unsure(&self) -> &[u32] {
        &self.unsure
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        self.first.save(to, "edges.first");
        self.last.save(to, "edges.last");
        to.save("edges.unsure", &self.unsure);
    }

    /// Those of so many words.
    pub fn load(from: &Loader<'_>, words: usize) -> Option<Self> {
        Some(Self {
            first: Lists::load(from, "edges.first", words)?,
            last: Lists::load(from, "edges.last", words)?,
            unsure: from.load("edges.unsure")?,
        })
    }

    pub fn bytes(&self) -> usize {
        self.first.bytes() + self.last.bytes() + self.unsure.bytes()
    }
}

impl Lists {
    /// Takes the documents of each word, in order; `ends` says where they end.
    fn new(ends: &[u32], documents: &[u32], words: usize) -> Self {
        let mut steps = Vec::with_capacity(documents.len() * 3 / 2);
        let mut lengths = Vec::with_capacity(words);
        for word in 0..words {
            let documents = documents.get(super::between(ends, word));
            let before = steps.len();
            let mut last = 0;
            let mut is_first = true;
            for &document in documents.unwrap_or_default() {
                // A document may have the word in two texts.
                if document > last || is_first {
                    put(document - last, &mut steps);
                }
                (last, is_first) = (document, false);
            }
            lengths.push((steps.len() - before) as u32);
        }
        Self {
            lengths: Lengths::new(lengths.into_iter()),
            steps: steps.into(),
        }
    }

    /// Puts the documents of a list into a set.
    #[inline]
    fn insert(&self, list: Range<usize>, first: u32, into: &mut Bitmap) {
        let mut document = first;
        let mut steps = self.steps.get(list).unwrap_or_default().iter();
        while let Some(&low) = steps.next() {
            let mut step = u32::from(low);
            // Nearly all steps are a byte or two.
            if low >= 0x80 {
                step &= 0x7F;
                let mut shift = 7_u32;
                for &byte in steps.by_ref() {
                    step |= u32::from(byte & 0x7F).wrapping_shl(shift);
                    if byte < 0x80 {
                        break;
                    }
                    shift += 7;
                }
            }
            document = document.wrapping_add(step);
            into.insert(document);
        }
    }

    fn save(&self, to: &mut Saver<'_>, name: &str) {
        self.lengths.save(to, name);
        to.save(&format!("{name}.steps"), &self.steps);
    }

    fn load(from: &Loader<'_>, name: &str, words: usize) -> Option<Self> {
        Some(Self {
            lengths: Lengths::load(from, name, words)?,
            steps: from.load(&format!("{name}.steps"))?,
        })
    }

    fn bytes(&self) -> usize {
        self.lengths.bytes() + self.steps.bytes()
    }
}

/// Writes a step.
fn put(mut step: u32, to: &mut Vec<u8>) {
    while step >= 0x80 {
        to.push(step as u8 | 0x80);
        step >>= 7;
    }
    to.push(step as u8);
}
