//! A cache that was opened.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use super::format::{HEADER, Section, Table};
use super::map::{Map, Rows};
use super::{Array, Plain, Refused};

/// The file of a cache, mapped into memory: nothing of it is read before it is looked at.
#[derive(Debug)]
pub struct Mapped {
    map: Arc<Map>,
    table: Table,
}

impl Mapped {
    /// Opens the file and checks its length, its version and the table of its sections; costs in
    /// proportion to their count and not to their size. What is in them is checked by
    /// [`Self::verify`] or [`Self::verify_all`].
    ///
    /// # Errors
    ///
    /// [`Refused`] says why the file is not to be used.
    pub fn open(path: &Path, version: u64) -> Result<Arc<Self>, Refused> {
        if cfg!(target_endian = "big") {
            return Err(Refused::Machine);
        }
        // A pipe would have us wait for ever.
        let known = fs::metadata(path).map_err(Refused::Unreadable)?;
        if !known.is_file() {
            return Err(Refused::NotACache);
        }
        if known.len() < HEADER as u64 {
            return Err(Refused::CutShort);
        }
        let file = File::open(path).map_err(Refused::Unreadable)?;
        let map = Arc::new(Map::of(&file).map_err(Refused::Unreadable)?);
        let table = Table::check(map.bytes(), version)?;
        Ok(Arc::new(Self { map, table }))
    }

    /// The numbers of a section; none where there is no such section, or one of numbers of another
    /// width. The file stays mapped for as long as the array is there.
    #[must_use]
    pub fn array<T: Plain>(&self, name: &str) -> Option<Array<T>> {
        let section = self.section(name)?;
        if usize::from(section.width) != size_of::<T>() {
            return None;
        }
        Rows::new(&self.map, section.range()?).map(Array::mapped)
    }

    /// The bytes of a section, whatever its numbers are.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.map.bytes().get(self.section(name)?.range()?)
    }

    /// Whether a section is there and its bytes are those that were written: reads it whole, some
    /// 10 GB a second.
    #[must_use]
    pub fn verify(&self, name: &str) -> bool {
        self.section(name)
            .is_some_and(|section| self.is_whole(&section))
    }

    /// Whether the bytes of all sections whose names begin with `prefix` are those that were written.
    #[must_use]
    pub fn verify_all(&self, prefix: &str) -> bool {
        let mut sections = self.table.beginning_with(self.map.bytes(), prefix);
        sections.all(|section| self.is_whole(&section))
    }

    fn section(&self, name: &str) -> Option<Section> {
        self.table.find(self.map.bytes(), name)
    }

    fn is_whole(&self, section: &Section) -> bool {
        let bytes = section
            .range()
            .and_then(|range| self.map.bytes().get(range));
        bytes.is_some_and(|bytes| xxh3_64(bytes) == section.checksum)
    }
}
