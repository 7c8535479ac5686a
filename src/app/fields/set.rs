//! A set of records, a bit each.

use crate::library::Key;

/// A set of records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set {
    blocks: Vec<u64>,
}

impl Set {
    /// No record yet, of a library of so many.
    #[must_use]
    pub fn new(records: usize) -> Self {
        Self {
            blocks: vec![0; records.div_ceil(64)],
        }
    }

    /// Puts a record in.
    pub fn insert(&mut self, key: Key) {
        if let Some(block) = self.blocks.get_mut(key.index() / 64) {
            *block |= 1 << (key.index() % 64);
        }
    }

    /// Whether a record is in it.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.blocks
            .get(key.index() / 64)
            .is_some_and(|block| block & 1 << (key.index() % 64) != 0)
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
