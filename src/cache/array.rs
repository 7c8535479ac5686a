//! Numbers that lie in the program's own memory or in a mapped file.

use std::fmt;
use std::ops::Deref;

use super::map::Rows;

mod sealed {
    pub trait Sealed {}
}

/// A number that is stored as its bytes: `u8`, `u16`, `u32` and `u64`.
pub trait Plain: sealed::Sealed + bytemuck::Pod + Send + Sync + fmt::Debug {}

macro_rules! plain {
    ($($number:ty),*) => {$(
        impl sealed::Sealed for $number {}
        impl Plain for $number {}
    )*};
}

plain!(u8, u16, u32, u64);

/// Numbers, read as a slice. To change them, build a `Vec` and make an array of it.
///
/// Each look costs a branch: a loop over many does well to take the slice once.
#[derive(Clone)]
pub struct Array<T: Plain>(Place<T>);

#[derive(Clone)]
enum Place<T: Plain> {
    Owned(Vec<T>),
    Mapped(Rows<T>),
}

impl<T: Plain> Array<T> {
    pub(super) const fn mapped(rows: Rows<T>) -> Self {
        Self(Place::Mapped(rows))
    }

    /// How many bytes its numbers take, wherever they lie.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of_val::<[T]>(self)
    }
}

impl<T: Plain> Deref for Array<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        match &self.0 {
            Place::Owned(rows) => rows,
            Place::Mapped(rows) => rows.get(),
        }
    }
}

impl<T: Plain> From<Vec<T>> for Array<T> {
    /// The vector's spare room is given back.
    fn from(mut rows: Vec<T>) -> Self {
        rows.shrink_to_fit();
        Self(Place::Owned(rows))
    }
}

impl<T: Plain> FromIterator<T> for Array<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        rows.into_iter().collect::<Vec<T>>().into()
    }
}

impl<T: Plain> Default for Array<T> {
    fn default() -> Self {
        Self(Place::Owned(Vec::new()))
    }
}

impl<T: Plain> AsRef<[T]> for Array<T> {
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<'a, T: Plain> IntoIterator for &'a Array<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Plain> fmt::Debug for Array<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.deref().fmt(f)
    }
}

impl<T: Plain + PartialEq> PartialEq for Array<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Plain + Eq> Eq for Array<T> {}
