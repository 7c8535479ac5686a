//! A record's place in the library.

/// A record's place in one library, counted from 0 in file order: the reports, then the registry.
/// It is good for the library that gave it; in another one it names another record or none.
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Key(u32);

impl Key {
    /// The key of the record at this place.
    #[must_use]
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The place, for tables that hold one entry a record.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The place as it is counted.
    pub(super) const fn number(self) -> u32 {
        self.0
    }
}
