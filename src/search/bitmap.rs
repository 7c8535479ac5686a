//! A set of documents, a bit each: a million of them are 125 KB.

/// A set of documents.
#[derive(Clone, Debug)]
pub(super) struct Bitmap {
    blocks: Vec<u64>,
}

impl Bitmap {
    pub fn new(documents: usize) -> Self {
        Self {
            blocks: vec![0; documents.div_ceil(64)],
        }
    }

    #[inline]
    pub fn insert(&mut self, document: u32) {
        if let Some(block) = self.blocks.get_mut(document as usize / 64) {
            *block |= 1 << (document % 64);
        }
    }

    pub fn and(&mut self, other: &Self) {
        self.blocks
            .iter_mut()
            .zip(&other.blocks)
            .for_each(|(block, other)| *block &= other);
    }

    /// Keeps what `keep` says.
    pub fn retain(&mut self, keep: &dyn Fn(u32) -> bool) {
        for (number, block) in (0_u32..).zip(&mut self.blocks) {
            for bit in bits(*block) {
                if !keep(number * 64 + bit) {
                    *block &= !(1 << bit);
                }
            }
        }
    }

    pub fn count(&self) -> usize {
        self.blocks
            .iter()
            .map(|block| block.count_ones() as usize)
            .sum()
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0_u32..)
            .zip(&self.blocks)
            .flat_map(|(number, &block)| bits(block).map(move |bit| number * 64 + bit))
    }

    /// The set with the ranks of its members.
    pub fn ranked(self) -> Ranked {
        let mut before = 0;
        let ranks = self.blocks.iter().map(|block| {
            let rank = before;
            before += block.count_ones();
            rank
        });
        Ranked {
            ranks: ranks.collect(),
            set: self,
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

/// A set that tells how many members stand before one.
pub(super) struct Ranked {
    set: Bitmap,
    ranks: Vec<u32>,
}

impl Ranked {
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.set.iter()
    }

    /// The number of the document among the members, if it is one.
    #[inline]
    pub fn rank(&self, document: u32) -> Option<usize> {
        let place = document as usize / 64;
        let block = *self.set.blocks.get(place)?;
        let bit = 1 << (document % 64);
        (block & bit != 0).then(|| {
            *self.ranks.get(place).unwrap_or(&0) as usize
                + (block & (bit - 1)).count_ones() as usize
        })
    }
}
