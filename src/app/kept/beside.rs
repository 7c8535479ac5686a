//! What changed since a cache was written, in a small file beside it: to write all of a large
//! library anew takes seconds, and a command that answers at once has milliseconds.
//!
//! The file holds the files that changed, as they were read, what the index is amended by, and by
//! what all files are known to be the same. It is of one cache only, and means nothing beside another
//! one. It is compared with its checksums whenever it is opened, so that it need not wait for the disk
//! when it is written: what is not whole is as if it were not there.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::Shelf;
use crate::cache::{self, Mapped, Writer};
use crate::library::{self, Stamp, Volume};
use crate::search::Index;

use super::Store;

/// How the sections begin of the files that changed, and of what the index is amended by.
const LIBRARY: &str = "library.";
const INDEX: &str = "index.";
/// The place of a file that is not in the cache.
const OWN: u32 = u32::MAX;
/// The numbers of a stamp.
const STAMP: usize = 5;

/// What changed since a cache was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The cache.
    pub(super) of: u64,
    /// For each file its place in the cache; none where it is new, or was changed.
    pub(super) places: Vec<Option<usize>>,
    /// Whether the index is amended.
    pub(super) is_amended: bool,
}

impl Beside {
    /// How many files are not in the cache.
    #[must_use]
    pub fn files(&self) -> usize {
        self.places.iter().filter(|place| place.is_none()).count()
    }
}

/// What was known when either file was last written.
pub(super) struct Known {
    /// A volume for each file.
    pub volumes: Vec<Arc<Volume>>,
    /// For each of them its place in the cache.
    pub places: Vec<Option<usize>>,
    /// When their stamps were made.
    pub trusted: u64,
    /// The file beside the cache.
    pub beside: Option<Arc<Mapped>>,
}

impl Known {
    /// The index of these volumes, where it was kept as one that is amended.
    pub fn index(&self, first: &Index) -> Option<Index> {
        first.load_amendment(self.beside.as_deref()?, INDEX)
    }
}

impl Store {
    /// Where it lies.
    pub(super) fn beside(&self) -> PathBuf {
        self.home.beside(&self.file)
    }

    /// What was known besides what the cache of these volumes knows.
    pub(super) fn known_beside(&self, cache: &Mapped, volumes: &[Arc<Volume>]) -> Option<Known> {
        let mapped = Mapped::open_whole(&self.beside(), cache::version()).ok()?;
        if *mapped.array::<u64>("of")? != [cache.identity()] {
            return None;
        }
        let trusted = *mapped.array::<u64>("trusted")?.first()?;
        let places = mapped.array::<u32>("places")?;
        let stamps = mapped.array::<u64>("stamps")?;
        let (stamps, []) = stamps.as_chunks::<STAMP>() else {
            return None;
        };
        if stamps.len() != places.len() {
            return None;
        }
        let own = library::load_all(&mapped, LIBRARY)?.into_iter();
        let mut own = own.map(|volume| self.placed(volume));
        let (mut known, mut in_cache) = (Vec::new(), Vec::new());
        for (place, stamp) in places.iter().zip(stamps) {
            let place = (*place != OWN).then_some(*place as usize);
            known.push(match place {
                None => own.next()?,
                Some(place) => stamped(volumes.get(place)?, stamp)?,
            });
            in_cache.push(place);
        }
        Some(Known {
            volumes: known,
            places: in_cache,
            trusted,
            beside: Some(mapped),
        })
    }

    /// Keeps what changed since the cache was written, beside it; `trusted` is when the files were
    /// looked at ([`now`](super::now)), before they were read.
    ///
    /// # Errors
    ///
    /// It cannot be written. Then the next start reads again what this one read.
    pub fn keep_beside(&self, shelf: &Shelf, changed: &Beside, trusted: u64) -> io::Result<()> {
        self.home.prepare()?;
        let mut writer = Writer::create(&self.beside(), cache::version())?;
        writer.section("of", &[changed.of]);
        writer.section("trusted", &[trusted]);
        let places = changed.places.iter();
        let places = places.map(|place| place.map_or(Some(OWN), |place| u32::try_from(place).ok()));
        let places: Option<Vec<u32>> = places.collect();
        writer.section("places", &places.ok_or(io::ErrorKind::InvalidInput)?);
        let volumes = shelf.library.volumes();
        let stamps: Vec<u64> = volumes
            .iter()
            .flat_map(|one| numbers(one.stamp()))
            .collect();
        writer.section("stamps", &stamps);
        let own = volumes.iter().zip(&changed.places);
        let own = own.filter(|(_, place)| place.is_none());
        let own: Vec<Arc<Volume>> = own.map(|(volume, _)| Arc::clone(volume)).collect();
        library::save_all(&own, &mut writer, LIBRARY)?;
        if changed.is_amended {
            shelf.finder().index().save_amendment(&mut writer, INDEX);
        }
        writer.finish_unsealed()?;
        Ok(())
    }
}

const fn numbers(stamp: &Stamp) -> [u64; STAMP] {
    let Stamp {
        size,
        modified,
        changed,
        inode,
        digest,
    } = *stamp;
    [size, modified, changed, inode, digest]
}

/// A volume of the cache, of whose file the file system tells otherwise since.
fn stamped(volume: &Arc<Volume>, numbers: &[u64; STAMP]) -> Option<Arc<Volume>> {
    let [size, modified, changed, inode, digest] = *numbers;
    let stamp = Stamp {
        size,
        modified,
        changed,
        inode,
        digest,
    };
    if *volume.stamp() == stamp {
        return Some(Arc::clone(volume));
    }
    volume.stamped(stamp).map(Arc::new)
}
