//! A set of documents, a bit each: a million of them are 125 KB.

use std::ops::Range;

/// So many blocks are looked at before it is asked whether they are enough.
const AT_ONCE: usize = 64;

/// A set of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bitmap {
    blocks: Vec<u64>,
}

impl Bitmap {
    pub fn new(documents: usize) -> Self {
        Self {
            blocks: vec![0; documents.div_ceil(64)],
        }
    }

    /// All of so many documents.
    pub fn full(documents: usize) -> Self {
        let mut blocks = vec![u64::MAX; documents.div_ceil(64)];
        if let Some(last) = blocks.last_mut() {
            *last >>= documents.next_multiple_of(64) - documents;
        }
        Self { blocks }
    }

    /// Inserts those of the 64 documents from this one on whose bits are set.
    pub fn insert_bits(&mut self, document: u32, bits: u64) {
        let (block, shift) = (document as usize / 64, document % 64);
        if let Some(block) = self.blocks.get_mut(block) {
            *block |= bits << shift;
        }
        // What is beyond the block is in the next.
        if let Some(block) = self.blocks.get_mut(block + 1).filter(|_| shift > 0) {
            *block |= bits >> (64 - shift);
        }
    }

    /// Empties the set, for so many documents; its memory is used again.
    pub fn reset(&mut self, documents: usize) {
        self.blocks.clear();
        self.blocks.resize(documents.div_ceil(64), 0);
    }

    /// Becomes a copy of another set.
    pub fn copy(&mut self, other: &Self) {
        self.blocks.clear();
        self.blocks.extend_from_slice(&other.blocks);
    }

    #[inline]
    pub fn insert(&mut self, document: u32) {
        if let Some(block) = self.blocks.get_mut(document as usize / 64) {
            *block |= 1 << (document % 64);
        }
    }

    /// Inserts documents, at best in their order.
    pub fn insert_all(&mut self, documents: &[u32]) {
        documents.iter().for_each(|&document| self.insert(document));
    }

    pub fn contains(&self, document: u32) -> bool {
        self.blocks
            .get(document as usize / 64)
            .is_some_and(|block| block & 1 << (document % 64) != 0)
    }

    pub fn and(&mut self, other: &Self) {
        self.each(other, |block, other| block & other);
    }

    pub fn or(&mut self, other: &Self) {
        self.or_blocks(0, &other.blocks);
    }

    /// Adds the documents of a set that is kept as its blocks, the first of them here.
    pub fn or_blocks(&mut self, first: usize, other: &[u64]) {
        let blocks = self.blocks.get_mut(first..).unwrap_or_default();
        let blocks = blocks.iter_mut().zip(other);
        blocks.for_each(|(block, &other)| *block |= other);
    }

    /// Adds a set behind the last block.
    pub fn extend_with(&mut self, other: &Self) {
        self.blocks.extend_from_slice(&other.blocks);
    }

    pub fn and_not(&mut self, other: &Self) {
        self.each(other, |block, other| block & !other);
    }

    fn each(&mut self, other: &Self, with: impl Fn(u64, u64) -> u64) {
        self.blocks
            .iter_mut()
            .zip(&other.blocks)
            .for_each(|(block, &other)| *block = with(*block, other));
    }

    /// Keeps what `keep` says.
    pub fn retain(&mut self, mut keep: impl FnMut(u32) -> bool) {
        for (number, block) in (0_u32..).zip(&mut self.blocks) {
            for bit in bits(*block) {
                if !keep(number * 64 + bit) {
                    *block &= !(1 << bit);
                }
            }
        }
    }

    /// Whether any document is in both.
    pub fn meets(&self, other: &Self) -> bool {
        let mut blocks = self.blocks.iter().zip(&other.blocks);
        blocks.any(|(block, other)| block & other != 0)
    }

    /// Whether a set that is kept as its blocks has a document that this one has not.
    pub fn lacks_any(&self, other: &[u64]) -> bool {
        let blocks = self.blocks.iter().chain(std::iter::repeat(&0));
        other
            .iter()
            .zip(blocks)
            .any(|(other, block)| other & !block != 0)
    }

    /// Whether there is none. This ends at the first document, while to count them is to read all blocks.
    pub fn is_empty(&self) -> bool {
        let all = |some: &[u64]| some.iter().fold(0, |all, block| all | block);
        self.blocks.chunks(AT_ONCE).all(|some| all(some) == 0)
    }

    pub fn count(&self) -> usize {
        count(&self.blocks)
    }

    /// How many there are; of more than `most`, some number above it.
    pub fn count_to(&self, most: usize) -> usize {
        let mut sum = 0;
        for some in self.blocks.chunks(AT_ONCE) {
            sum += count(some);
            if sum > most {
                break;
            }
        }
        sum
    }

    /// Removes documents.
    pub fn remove_all(&mut self, documents: &[u32]) {
        for &document in documents {
            if let Some(block) = self.blocks.get_mut(document as usize / 64) {
                *block &= !(1 << (document % 64));
            }
        }
    }

    /// Adds to a list the first so many of these blocks that are in all sets.
    pub fn first_in_all<'a>(
        sets: &[&'a Self],
        blocks: Range<usize>,
        most: usize,
        to: &mut Vec<u32>,
    ) {
        let end = to.len().saturating_add(most);
        let of = |set: &'a Self| set.blocks.get(blocks.clone()).unwrap_or_default();
        let Some((one, others)) = sets.split_first() else {
            return;
        };
        let one = (blocks.start as u32..).zip(of(one));
        match others {
            [] => take_first(one.map(|(number, &block)| (number, block)), end, to),
            [other] => {
                let both = one.zip(of(other));
                let both = both.map(|((number, block), other)| (number, block & other));
                take_first(both, end, to);
            }
            [second, third] => {
                let all = one.zip(of(second)).zip(of(third));
                let all =
                    all.map(|(((number, one), second), third)| (number, one & second & third));
                take_first(all, end, to);
            }
            _ => {
                let others: Vec<&[u64]> = others.iter().map(|other| of(other)).collect();
                let all = (0..).zip(one).map(|(place, (number, &block))| {
                    let blocks = others
                        .iter()
                        .map(|set| set.get(place).copied().unwrap_or(0));
                    (number, blocks.fold(block, |all, block| all & block))
                });
                take_first(all, end, to);
            }
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..)
            .zip(&self.blocks)
            .flat_map(|(number, &block)| bits(block).map(move |bit| number * 64 + bit))
    }

    /// 64 documents each, the first one in the lowest bit.
    pub fn blocks(&self) -> &[u64] {
        &self.blocks
    }
}

fn count(blocks: &[u64]) -> usize {
    let counts = blocks.iter().map(|block| block.count_ones() as usize);
    counts.sum()
}

/// Adds the documents of numbered blocks to a list, until it has so many.
fn take_first(blocks: impl Iterator<Item = (u32, u64)>, end: usize, to: &mut Vec<u32>) {
    for (number, block) in blocks {
        for bit in bits(block) {
            if to.len() >= end {
                return;
            }
            to.push(number * 64 + bit);
        }
    }
}

fn bits(mut block: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (block != 0).then(|| block.trailing_zeros());
        block &= block.wrapping_sub(1);
        bit
    })
}
