//! A set of documents by their keys, a bit each.

use std::ops::Range;

/// A set of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set {
    blocks: Vec<u64>,
}

impl Set {
    /// None yet, of so many documents.
    #[must_use]
    pub fn new(documents: usize) -> Self {
        Self {
            blocks: vec![0; documents.div_ceil(64)],
        }
    }

    /// Puts a document in; a key beyond their number is none.
    pub fn insert(&mut self, key: u32) {
        if let Some(block) = self.blocks.get_mut(key as usize / 64) {
            *block |= 1 << (key % 64);
        }
    }

    /// Puts in those of the 64 documents from this key on whose bits are set.
    pub fn insert_bits(&mut self, key: u32, bits: u64) {
        let (block, shift) = (key as usize / 64, key % 64);
        if let Some(block) = self.blocks.get_mut(block) {
            *block |= bits << shift;
        }
        // What is beyond the block is in the next.
        if let Some(block) = self.blocks.get_mut(block + 1).filter(|_| shift > 0) {
            *block |= bits >> (64 - shift);
        }
    }

    /// Puts in all documents from a key up to another, which is not put in.
    pub fn insert_run(&mut self, keys: Range<u32>) {
        let mut key = keys.start;
        while key < keys.end {
            let length = (64 - key % 64).min(keys.end - key);
            self.insert_bits(key, u64::MAX >> (64 - length));
            key += length;
        }
    }

    /// Puts in those documents of a run of keys that another set has by keys from `first` on.
    pub(super) fn insert_from(&mut self, keys: Range<u32>, other: &Self, first: u32) {
        let (mut key, mut there) = (keys.start, first);
        while key < keys.end {
            let length = (keys.end - key).min(64);
            let bits = other.bits(there) & (u64::MAX >> (64 - length));
            if bits != 0 {
                self.insert_bits(key, bits);
            }
            key += length;
            there = there.wrapping_add(length);
        }
    }

    /// A bit for each of 64 documents, those with this key and the next.
    fn bits(&self, key: u32) -> u64 {
        let shift = key % 64;
        let block = |at: usize| self.blocks.get(at).copied().unwrap_or_default();
        let here = block(key as usize / 64) >> shift;
        match shift {
            0 => here,
            _ => here | block(key as usize / 64 + 1) << (64 - shift),
        }
    }

    /// The blocks of 64 documents each, the first one in the lowest bit.
    pub(super) fn blocks(&self) -> &[u64] {
        &self.blocks
    }

    /// Puts in all that is in another set.
    pub fn insert_all(&mut self, other: &Self) {
        let blocks = self.blocks.iter_mut().zip(&other.blocks);
        blocks.for_each(|(block, other)| *block |= other);
    }

    /// Keeps only what is in another set too.
    pub fn keep_only(&mut self, other: &Self) {
        self.keep(other, false);
    }

    /// Keeps only what is in another set too, or what is not.
    pub(super) fn keep(&mut self, other: &Self, not: bool) {
        let others = other.blocks.iter().copied().chain(std::iter::repeat(0));
        for (block, other) in self.blocks.iter_mut().zip(others) {
            *block &= if not { !other } else { other };
        }
    }

    /// The keys of those that are in it, in their order.
    pub fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        let blocks = (0..).step_by(64).zip(&self.blocks);
        blocks.flat_map(|(first, block)| {
            let mut left = *block;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(first + bit)
            })
        })
    }

    /// Whether a document is in it.
    #[must_use]
    pub fn has(&self, key: u32) -> bool {
        self.blocks
            .get(key as usize / 64)
            .is_some_and(|block| block & 1 << (key % 64) != 0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| *block == 0)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.blocks
            .iter()
            .map(|block| block.count_ones() as usize)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_and_runs_are_put_where_their_keys_are() {
        let mut set = Set::new(200);
        set.insert_bits(60, 0b1_0011);
        set.insert_run(127..131);
        set.insert_run(190..190);
        let keys: Vec<u32> = set.keys().collect();
        assert_eq!(keys, [60, 61, 64, 127, 128, 129, 130]);
        let mut whole = Set::new(200);
        whole.insert_run(0..200);
        assert_eq!(whole.count(), 200);
        assert!(whole.keys().eq(0..200));
    }

    #[test]
    fn a_run_is_taken_from_where_it_stands_in_another_set() {
        let mut other = Set::new(300);
        for key in [70, 133, 134, 140, 199, 200] {
            other.insert(key);
        }
        let mut set = Set::new(300);
        // What has the keys 70 to 199 there has 3 to 132 here.
        set.insert_from(3..133, &other, 70);
        assert!(set.keys().eq([3, 66, 67, 73, 132]));
        let mut same = Set::new(300);
        same.insert_from(0..300, &other, 0);
        assert_eq!(same, other);
    }
}
