//! A set of documents by their keys, a bit each.

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

    /// Whether a document is in it.
    #[must_use]
    pub fn has(&self, key: u32) -> bool {
        self.blocks
            .get(key as usize / 64)
            .is_some_and(|block| block & 1 << (key % 64) != 0)
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
