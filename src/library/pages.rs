//! Lists that are made when they are first asked for, one a record.

use std::sync::OnceLock;

/// The list of each record of one volume.
type Page<T> = Box<[OnceLock<Box<[T]>>]>;

/// A list a record; nothing is made, not even room for it, before a record of the same volume is
/// asked for.
#[derive(Debug)]
pub(super) struct Pages<T>(Box<[OnceLock<Page<T>>]>);

impl<T> Pages<T> {
    /// For so many volumes.
    pub fn new(volumes: usize) -> Self {
        Self((0..volumes).map(|_| OnceLock::new()).collect())
    }

    /// The list of a record: the place of its volume, how many records that holds, its place there.
    pub fn of(
        &self,
        (volume, records): (usize, usize),
        local: u32,
        make: impl FnOnce() -> Vec<T>,
    ) -> &[T] {
        let Some(page) = self.0.get(volume) else {
            return &[];
        };
        let page = page.get_or_init(|| (0..records).map(|_| OnceLock::new()).collect());
        let list = page.get(local as usize);
        list.map_or(&[], |list| list.get_or_init(|| make().into()))
    }
}
