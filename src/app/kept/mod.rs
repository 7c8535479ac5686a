//! A shelf that is kept in a cache, so that the next start neither reads the files nor makes the
//! index, nor what fields and filters offer. It knows the folder it was made of and when; at the next
//! start the files are looked at, those that changed are read again, and the index is amended by what
//! is in them. What changed is kept beside the cache ([`Beside`]) until all of it is written anew.

mod beside;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::cache::{self, Home, Mapped, Writer};
use crate::library::{self, Library, Named, Origin, Refreshed, Source, Volume};
use crate::search::Index;

use super::fields::Values;
use super::finder::Finder;
use super::{Shelf, changed};

pub use beside::Beside;
use beside::Known;

/// With fewer records than this nothing is kept: to read the files takes no longer than a blink.
pub const WORTH_KEEPING: usize = 500;

/// How the sections begin of the files and of the index.
const LIBRARY: &str = "library.";
const INDEX: &str = "index.";

/// How the sections begin of who names a party, and of the values of fields.
const NAMED: &str = "named.";
const FIELDS: &str = "fields.";

/// A folder and where its cache lies.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    /// Without symbolic links.
    whole: PathBuf,
    home: Home,
    file: PathBuf,
}

/// A shelf out of a cache.
pub struct Opened {
    /// The shelf, as the files are now.
    pub shelf: Shelf,
    /// How many files were read again.
    pub read: usize,
    /// What should be written, so that the next start need not do again what this one did.
    pub due: Due,
}

/// What should be written of a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Nothing: the next start has all of it.
    Nothing,
    /// What has changed since the cache was written.
    Beside(Beside),
    /// The whole cache.
    Whole,
}

/// What was kept, and what of it is still so.
struct Found {
    mapped: Arc<Mapped>,
    /// The volumes of the cache.
    cached: Vec<Arc<Volume>>,
    known: Known,
    refreshed: Refreshed,
    /// For each file its place in the cache; none where it is new, or was changed.
    places: Vec<Option<usize>>,
}

/// Now, in nanoseconds since 1970.
#[must_use]
pub fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| u64::try_from(now.as_nanos()).unwrap_or(u64::MAX))
}

impl Store {
    /// The store of a folder; none where there is no such folder, or no cache.
    #[must_use]
    pub fn new(folder: &Path, home: &Home) -> Option<Self> {
        let whole = fs::canonicalize(folder).ok()?;
        Some(Self {
            folder: folder.to_owned(),
            file: home.file(&whole)?,
            whole,
            home: home.clone(),
        })
    }

    /// The shelf that was kept, with what has changed since. None where there is none, where it is
    /// not whole, of another folder or another program.
    #[must_use]
    pub fn open(&self) -> Option<Opened> {
        self.open_with(now(), Source::file)
    }

    /// Only the library, for who does not search and leaves the cache as it is.
    #[must_use]
    pub fn library(&self) -> Option<Library> {
        let found = self.look(now(), Source::file)?;
        Some(of(found.refreshed.volumes))
    }

    fn open_with(&self, now: u64, read: impl Fn(&Path) -> Source + Sync) -> Option<Opened> {
        let found = self.look(now, read)?;
        let first = Index::load(&found.mapped, INDEX)?;
        let kept = &found.refreshed.kept;
        let read = kept.iter().filter(|kept| kept.is_none()).count();
        let is_known = is_in_place(kept, found.known.volumes.len());
        let is_due = !is_known || found.refreshed.proven > 0;
        let is_cached = is_in_place(&found.places, found.cached.len());
        let due = || {
            Due::Beside(Beside {
                of: found.mapped.identity(),
                places: found.places.clone(),
                is_amended: !is_cached,
            })
        };
        let opened = |shelf, due| Some(Opened { shelf, read, due });
        let due_if_any = || if is_due { due() } else { Due::Nothing };
        let new = of(found.refreshed.volumes);
        if is_cached {
            if new.len() != first.len() {
                return None;
            }
            let finder = Finder::of(first).with_values(Values::load(&found.mapped, FIELDS));
            let new = match Named::load(&found.mapped, NAMED) {
                Some(named) => new.with_named(named),
                None => new,
            };
            return opened(Shelf::indexed(new, finder), due_if_any());
        }
        let old = of(found.cached);
        if old.len() != first.len() {
            return None;
        }
        let amended = is_known.then(|| found.known.index(&first)).flatten();
        let base = Arc::new(Shelf::indexed(old, Finder::of(first)));
        if let Some(index) = amended {
            let shelf = Shelf::indexed(new, Finder::of(index)).on(base);
            return opened(shelf, due_if_any());
        }
        match changed::find(&base.library, &new, &found.places) {
            Some(changed) => opened(Shelf::amending(base, changed, new), due()),
            // To make the index anew costs less than to amend so much of it.
            None => opened(Shelf::new(new), Due::Whole),
        }
    }

    /// What was kept, and what of it is still so.
    fn look(&self, now: u64, read: impl Fn(&Path) -> Source + Sync) -> Option<Found> {
        let mapped = Mapped::open(&self.file, cache::version()).ok()?;
        if mapped.bytes("folder")? != self.whole.as_os_str().as_encoded_bytes() {
            return None;
        }
        let paths = library::files(&self.folder).ok()?;
        let volumes = library::load_all(&mapped, LIBRARY)?;
        let volumes = volumes.into_iter().map(|volume| self.placed(volume));
        let mut cached: Vec<Arc<Volume>> = volumes.collect();
        let known = match self.known_beside(&mapped, &cached) {
            Some(known) => known,
            None => Known {
                volumes: cached.clone(),
                places: (0..cached.len()).map(Some).collect(),
                trusted: *mapped.array::<u64>("trusted")?.first()?,
                beside: None,
            },
        };
        let refreshed = library::refresh(&known.volumes, (known.trusted, now), &paths, read);
        let place = |kept: &Option<usize>| *known.places.get((*kept)?)?;
        let places: Vec<Option<usize>> = refreshed.kept.iter().map(place).collect();
        // One volume in both states of the library is one that has not changed.
        for (place, volume) in places.iter().zip(&refreshed.volumes) {
            if let Some(cached) = place.and_then(|place| cached.get_mut(place)) {
                cached.clone_from(volume);
            }
        }
        Some(Found {
            mapped,
            cached,
            known,
            refreshed,
            places,
        })
    }

    /// The volume by the name that its file has from here.
    fn placed(&self, volume: Volume) -> Arc<Volume> {
        let name = Path::new(volume.name()).file_name();
        let name = name.map(|name| self.folder.join(name).display().to_string());
        Arc::new(match name {
            Some(name) if name != volume.name() => volume.named(&name),
            _ => volume,
        })
    }

    /// Writes what is due of a shelf; `trusted` is when its files were looked at ([`now`]), before
    /// they were read.
    ///
    /// # Errors
    ///
    /// It cannot be written. Then the next start takes as long as this one, and nothing else is
    /// wrong.
    pub fn renew(&self, shelf: &Shelf, due: &Due, trusted: u64) -> io::Result<()> {
        match due {
            Due::Nothing => Ok(()),
            Due::Beside(changed) => self.keep_beside(shelf, changed, trusted),
            Due::Whole => self.keep(shelf, trusted),
        }
    }

    /// Keeps a shelf; `trusted` is when its files were looked at ([`now`]), before they were read.
    /// Its index is made where it is not there as yet, or was amended.
    ///
    /// # Errors
    ///
    /// It cannot be written. Then the next start takes as long as this one, and nothing else is
    /// wrong.
    pub fn keep(&self, shelf: &Shelf, trusted: u64) -> io::Result<()> {
        self.home.prepare()?;
        let mut writer = Writer::create(&self.file, cache::version())?;
        writer.section("folder", self.whole.as_os_str().as_encoded_bytes());
        writer.section("trusted", &[trusted]);
        library::save_all(shelf.library.volumes(), &mut writer, LIBRARY)?;
        let finder = shelf.finder();
        shelf.library.named().save(&mut writer, NAMED);
        finder.values().save(&shelf.library, &mut writer, FIELDS);
        if finder.index().is_amended() {
            let whole = Finder::new(&shelf.library);
            whole.index().save(&mut writer, INDEX);
        } else {
            finder.index().save(&mut writer, INDEX);
        }
        writer.finish()?;
        // It was of the cache before, and means nothing any more.
        let _ = fs::remove_file(self.beside());
        Ok(())
    }

    /// Clears the folder of caches of what programs left that came to grief.
    pub fn clear(&self) {
        self.home.clear();
    }
}

fn of(volumes: Vec<Arc<Volume>>) -> Library {
    Library::of(volumes, Origin::Folder)
}

/// Whether so many files are those that were kept, each in its place.
fn is_in_place(kept: &[Option<usize>], count: usize) -> bool {
    kept.len() == count && (kept.iter().enumerate()).all(|(place, kept)| *kept == Some(place))
}
