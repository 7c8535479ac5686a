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

    /// Puts in all that is in another set.
    pub fn insert_all(&mut self, other: &Self) {
        let blocks = self.blocks.iter_mut().zip(&other.blocks);
        blocks.for_each(|(block, other)| *block |= other);
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
}
