//! A set of documents, a bit each: a million of them are 125 KB. What lies behind the last block of a set
//! is not in it.

use std::ops::Range;

/// So many blocks are looked at before it is asked whether they are enough.
const AT_ONCE: usize = 64;
/// So many blocks of several sets are laid upon each other at once.
pub(super) const IN_A_ROW: usize = 8;

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
        let rest = self.blocks.get_mut(other.blocks.len()..);
        rest.unwrap_or_default().fill(0);
    }

    /// Becomes what is in all of these sets; nothing where there are none.
    pub fn copy_all(&mut self, sets: &[&Self]) {
        self.blocks.clear();
        let Some((first, others)) = sets.split_first() else {
            return;
        };
        if others.is_empty() {
            return self.copy(first);
        }
        // Of several sets most rows are empty after a few.
        for start in (0..first.blocks.len()).step_by(IN_A_ROW) {
            let row = start..start + IN_A_ROW;
            let mut all = first.row(&row);
            for other in others {
                if is_empty(&all) {
                    break;
                }
                let blocks = all.iter_mut().zip(other.row(&row));
                blocks.for_each(|(block, other)| *block &= other);
            }
            self.blocks.extend_from_slice(&all);
        }
        self.blocks.truncate(first.blocks.len());
    }

    pub fn or(&mut self, other: &Self) {
        if self.blocks.len() < other.blocks.len() {
            self.blocks.resize(other.blocks.len(), 0);
        }
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
        self.blocks.chunks(AT_ONCE).all(is_empty)
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
    pub fn first_in_all(sets: &[&Self], blocks: Range<usize>, most: usize, to: &mut Vec<u32>) {
        let Some((one, others)) = sets.split_first() else {
            return;
        };
        if sets.iter().any(|set| set.blocks.is_empty()) {
            return;
        }
        let end = to.len().saturating_add(most);
        for first in blocks.clone().step_by(IN_A_ROW) {
            let row = first..blocks.end.min(first + IN_A_ROW);
            let mut all = one.row(&row);
            for set in others {
                let blocks = all.iter_mut().zip(set.row(&row));
                blocks.for_each(|(block, other)| *block &= other);
            }
            // Of most levels nearly all is empty.
            if is_empty(&all) {
                continue;
            }
            for (number, block) in row.zip(all) {
                for bit in bits(block) {
                    if to.len() >= end {
                        return;
                    }
                    to.push(number as u32 * 64 + bit);
                }
            }
        }
    }

    /// A row of blocks; those that there are not are empty.
    #[inline]
    pub fn row(&self, row: &Range<usize>) -> [u64; IN_A_ROW] {
        let blocks = self.blocks.get(row.start..).unwrap_or_default();
        match blocks.first_chunk() {
            Some(whole) => *whole,
            None => {
                let mut part = [0; IN_A_ROW];
                part.iter_mut()
                    .zip(blocks)
                    .for_each(|(to, &block)| *to = block);
                part
            }
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let blocks = (0_u32..)
            .zip(&self.blocks)
            .filter(|(_, block)| **block != 0);
        blocks.flat_map(|(number, &block)| bits(block).map(move |bit| number * 64 + bit))
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

fn is_empty(blocks: &[u64]) -> bool {
    blocks.iter().fold(0, |all, block| all | block) == 0
}

fn bits(mut block: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (block != 0).then(|| block.trailing_zeros());
        block &= block.wrapping_sub(1);
        bit
    })
}

#[cfg(test)]
mod tests {
    use super::Bitmap;

    fn of(span: usize, documents: &[u32]) -> Bitmap {
        let mut set = Bitmap::new(span);
        set.insert_all(documents);
        set
    }

    #[test]
    fn nothing_lies_behind_the_last_block_of_a_set() {
        let (long, short) = (of(1000, &[3, 64, 900]), of(64, &[3, 5]));
        let mut both = long.clone();
        both.and(&short);
        assert_eq!(both.iter().collect::<Vec<_>>(), [3]);
        let mut either = short;
        either.or(&long);
        assert_eq!(either.iter().collect::<Vec<_>>(), [3, 5, 64, 900]);
        let mut none = long;
        none.and(&Bitmap::default());
        assert!(none.is_empty());
    }

    #[test]
    fn counting_ends_where_it_is_enough() {
        let set = Bitmap::full(100_000);
        assert!(set.count_to(3) > 3);
        assert_eq!(set.count_to(100_000), 100_000);
        assert_eq!(of(100_000, &[7, 70_000]).count_to(3), 2);
        assert_eq!(Bitmap::default().count_to(0), 0);
    }

    #[test]
    fn the_first_in_all_sets_are_given_in_order_and_no_more_of_them() {
        let thirds: Vec<u32> = (0..3000).step_by(3).collect();
        let fifths: Vec<u32> = (0..3000).step_by(5).collect();
        let (thirds, fifths) = (of(3000, &thirds), of(3000, &fifths));
        let mut first = vec![1];
        Bitmap::first_in_all(&[&thirds, &fifths], 0..47, 4, &mut first);
        assert_eq!(first, [1, 0, 15, 30, 45]);
        // The last block is no whole row, and a set that was not made is empty.
        let mut last = Vec::new();
        Bitmap::first_in_all(&[&thirds, &fifths], 46..47, 9, &mut last);
        assert_eq!(last, [2955, 2970, 2985]);
        Bitmap::first_in_all(&[&thirds, &Bitmap::default()], 0..47, 9, &mut last);
        assert_eq!(last.len(), 3);
    }
}
