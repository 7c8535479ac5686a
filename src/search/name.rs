//! What documents are called: a query that is just that comes before any that contains it.

use super::fold::{fold, words};
use super::stored::{Loader, Saver};
use super::{plurals, said, tier};
use crate::cache::Array;

/// A name without blanks, Arabic articles and what says nothing, with abbreviations written in
/// full: what ways of writing it have in common.
pub(super) fn of(text: &str) -> Vec<u8> {
    let folded = fold(text);
    let mut name = Vec::new();
    let mut word = Vec::new();
    for chain in words::chains(&folded) {
        words::join(&folded, chain, &mut word);
        if !said::is_silent(&word) {
            push(&word, &mut name);
        }
    }
    name
}

/// The name that some words make, as [`of`] makes it of a text.
pub(super) fn of_words<'w>(words: impl IntoIterator<Item = &'w [u8]>) -> Vec<u8> {
    let mut name = Vec::new();
    let words = words.into_iter().filter(|word| !said::is_silent(word));
    words.for_each(|word| push(word, &mut name));
    name
}

fn push(word: &[u8], name: &mut Vec<u8>) {
    let word = tier::without_article(word).unwrap_or(word);
    // `Res191`: the abbreviation stands before its number without a blank.
    let digits = word.iter().position(u8::is_ascii_digit);
    let (letters, number) = word.split_at(digits.unwrap_or(word.len()));
    name.extend_from_slice(plurals::in_full(letters).unwrap_or(letters));
    name.extend_from_slice(number);
}

/// The hash by which a name is kept (FNV-1a). Two names that share it by chance do no harm: who is
/// called so must answer the query too.
pub(super) fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811C_9DC5, |hash, &letter| {
        (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
    })
}

/// The documents that have each name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In order: a hash in the higher half, a document in the lower.
    called: Array<u64>,
}

impl Names {
    /// Takes hashes and documents, in any order.
    pub fn new(called: impl Iterator<Item = (u32, u32)>) -> Self {
        let pack = |(hash, document)| u64::from(hash) << 32 | u64::from(document);
        let mut called: Vec<u64> = called.map(pack).collect();
        called.sort_unstable();
        called.dedup();
        Self {
            called: called.into(),
        }
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("names", &self.called);
    }

    pub fn load(from: &Loader<'_>) -> Option<Self> {
        Some(Self {
            called: from.load("names")?,
        })
    }

    /// The documents that may be called so, in their order; none where nothing is left of a name.
    pub fn of(&self, name: &[u8]) -> impl Iterator<Item = u32> {
        let wanted = hash(name);
        let is_name = !name.is_empty();
        let hash = |called: u64| (called >> 32) as u32;
        let start = self.called.partition_point(|&called| hash(called) < wanted);
        let called = self.called.get(start..).unwrap_or_default();
        called
            .iter()
            .take_while(move |&&called| is_name && hash(called) == wanted)
            .map(|&called| called as u32)
    }

    pub fn bytes(&self) -> usize {
        self.called.bytes()
    }
}
