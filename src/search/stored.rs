//! How an index lies in a cache: as sections of plain numbers, whose names begin alike.

use crate::cache::{Array, Mapped, Plain, Writer};

/// Writes sections.
pub(super) struct Saver<'a> {
    writer: &'a mut Writer,
    prefix: &'a str,
}

impl<'a> Saver<'a> {
    pub const fn new(writer: &'a mut Writer, prefix: &'a str) -> Self {
        Self { writer, prefix }
    }

    pub fn save<T: Plain>(&mut self, name: &str, rows: &[T]) {
        self.writer.section(&format!("{}{name}", self.prefix), rows);
    }
}

/// Finds sections.
pub(super) struct Loader<'a> {
    file: &'a Mapped,
    prefix: &'a str,
}

impl<'a> Loader<'a> {
    pub const fn new(file: &'a Mapped, prefix: &'a str) -> Self {
        Self { file, prefix }
    }

    pub fn load<T: Plain>(&self, name: &str) -> Option<Array<T>> {
        self.file.array(&format!("{}{name}", self.prefix))
    }

    /// Whether places where things end never go back, and no thing is longer than `most`. In a file
    /// that is known to be what was written they do not, and need not be read.
    pub fn rises(&self, ends: &[u32], most: usize) -> bool {
        self.file.is_verified() || rises(ends, most)
    }
}

/// Whether places where things end never go back, and no thing is longer than `most`.
fn rises(ends: &[u32], most: usize) -> bool {
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    // Without a way out of the loop this is reckoned many at a time.
    let starts = std::iter::once(&0).chain(ends);
    let wrong = ends.iter().zip(starts).fold(false, |wrong, (end, start)| {
        wrong | (end < start) | (end.wrapping_sub(*start) > most)
    });
    !wrong
}
