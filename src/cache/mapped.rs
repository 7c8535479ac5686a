//! A cache that was opened.

use std::cmp::Reverse;
use std::fs::{self, File, Metadata};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use xxhash_rust::xxh3::xxh3_64;

use super::format::{HEADER, Section, Table};
use super::map::{Map, Rows};
use super::{Array, Plain, Refused, ours, seal};

/// A file of so many bytes is compared with its checksums sooner than a thread begins.
const SMALL: usize = 1 << 20;

/// The file of a cache, mapped into memory: nothing of it is read before it is looked at.
#[derive(Debug)]
pub struct Mapped {
    map: Arc<Map>,
    table: Table,
    /// The sections are known to be what was written.
    verified: bool,
}

impl Mapped {
    /// Opens the file and checks its length, its version and the table of its sections. What is in
    /// the sections is not looked at where the file is as it was when it was written or last checked;
    /// else all of it is compared with its checksums, some 10 GB a second and processor.
    ///
    /// # Errors
    ///
    /// [`Refused`] says why the file is not to be used.
    pub fn open(path: &Path, version: u64) -> Result<Arc<Self>, Refused> {
        let (mut mapped, known) = Self::map(path, version)?;
        if !seal::holds(path, &known) {
            if !mapped.verify_all() {
                return Err(Refused::Damaged);
            }
            seal::put(path, &known);
        }
        mapped.verified = true;
        Ok(Arc::new(mapped))
    }

    /// Opens the file and compares all of it with its checksums: for a small one, whose writer did not
    /// wait for the disk.
    ///
    /// # Errors
    ///
    /// [`Refused`] says why the file is not to be used.
    pub fn open_whole(path: &Path, version: u64) -> Result<Arc<Self>, Refused> {
        let (mut mapped, _) = Self::map(path, version)?;
        if !mapped.verify_all() {
            return Err(Refused::Damaged);
        }
        mapped.verified = true;
        Ok(Arc::new(mapped))
    }

    /// A number that no file has with other sections: the checksum of their checksums.
    #[must_use]
    pub fn identity(&self) -> u64 {
        xxh3_64(self.table.bytes(self.map.bytes()))
    }

    /// Opens the file as [`Self::open`] does, with whatever is in its sections: to see what comes of
    /// wrong bytes.
    #[cfg(test)]
    pub(crate) fn open_unverified(path: &Path, version: u64) -> Result<Arc<Self>, Refused> {
        Self::map(path, version).map(|(mapped, _)| Arc::new(mapped))
    }

    fn map(path: &Path, version: u64) -> Result<(Self, Metadata), Refused> {
        if cfg!(target_endian = "big") {
            return Err(Refused::Machine);
        }
        // A pipe would have us wait for ever.
        let known = fs::metadata(path).map_err(Refused::Unreadable)?;
        if !known.is_file() {
            return Err(Refused::NotACache);
        }
        let file = File::open(path).map_err(Refused::Unreadable)?;
        let known = file.metadata().map_err(Refused::Unreadable)?;
        if !ours::is_so(&known) || !path.parent().is_some_and(ours::is_ours) {
            return Err(Refused::NotOurs);
        }
        if known.len() < HEADER as u64 {
            return Err(Refused::CutShort);
        }
        let map = Arc::new(Map::of(&file).map_err(Refused::Unreadable)?);
        let table = Table::check(map.bytes(), version)?;
        let verified = false;
        let mapped = Self {
            map,
            table,
            verified,
        };
        Ok((mapped, known))
    }

    /// Whether the sections are known to be what was written, as they are after [`Self::open`]. What
    /// is read of them need not be checked then against what no program writes.
    #[must_use]
    pub const fn is_verified(&self) -> bool {
        self.verified
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

    /// Whether the bytes of all sections are those that were written; reads the whole file.
    #[must_use]
    pub fn verify_all(&self) -> bool {
        let file = self.map.bytes();
        let mut sections: Vec<Section> = self.table.sections(file).collect();
        // The largest first, so that all threads end at about the same time.
        sections.sort_unstable_by_key(|section| Reverse(section.length));
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                let Some(section) = sections.get(next.fetch_add(1, Ordering::Relaxed)) else {
                    return true;
                };
                let bytes = section.range().and_then(|range| file.get(range));
                if bytes.is_none_or(|bytes| xxh3_64(bytes) != section.checksum) {
                    return false;
                }
            }
        };
        thread::scope(|scope| {
            let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
            let threads = match file.len() {
                0..SMALL => 1,
                _ => thread::available_parallelism().map_or(1, usize::from),
            };
            let helpers: Vec<_> = (1..threads).filter_map(spawn).collect();
            let own = work();
            let others = helpers
                .into_iter()
                .all(|helper| helper.join().unwrap_or(false));
            own && others
        })
    }

    fn section(&self, name: &str) -> Option<Section> {
        self.table.find(self.map.bytes(), name)
    }
}
