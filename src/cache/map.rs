//! The map of a file, and numbers in it. All unsafe code of the cache is here.
//!
//! Why it is sound: what is mapped is a file that [`Writer`](super::Writer) has finished. It was
//! written under another name, then renamed, and nothing of ours opens it for writing again: a new
//! cache is a new inode, and the old one lives for as long as it is mapped. Nobody else opens it for
//! writing: whatever folder is set for caches, a file is only mapped where it is this user's and so is
//! its folder, and no group and nobody else may write to either ([`is_so`](super::ours::is_so)). (Who shortens
//! it by hand, or is root, takes the program down with `SIGBUS`, as with any program that maps its
//! files.)
#![allow(
    unsafe_code,
    reason = "a map of a file and slices that live as long as it cannot be said safely"
)]

use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use memmap2::Mmap;

use super::Plain;

/// A whole file, to be read.
#[derive(Debug)]
pub(super) struct Map(Mmap);

impl Map {
    pub fn of(file: &File) -> io::Result<Self> {
        // SAFETY: the file is not written while it is mapped; see above.
        unsafe { Mmap::map(file) }.map(Self)
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Numbers in a map, which stays for as long as they do.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    /// Points into the map, which never moves: moving the `Arc` leaves its pages where they are.
    rows: *const [T],
    _map: Arc<Map>,
}

// SAFETY: it is a shared slice of plain numbers that nobody changes, and the `Arc` of a map that is
// itself `Send` and `Sync`.
unsafe impl<T: Plain> Send for Rows<T> {}
// SAFETY: as above.
unsafe impl<T: Plain> Sync for Rows<T> {}

impl<T: Plain> Rows<T> {
    /// The numbers in these bytes of the map; none where they do not lie in it, are not a whole
    /// number of numbers, or not aligned to them.
    pub fn new(map: &Arc<Map>, range: Range<usize>) -> Option<Self> {
        let rows: &[T] = bytemuck::try_cast_slice(map.bytes().get(range)?).ok()?;
        Some(Self {
            rows,
            _map: Arc::clone(map),
        })
    }

    #[inline]
    pub const fn get(&self) -> &[T] {
        // SAFETY: it was made of a slice of the map, and the map lives as long as `self`.
        unsafe { &*self.rows }
    }
}
