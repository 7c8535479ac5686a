//! A shelf that is kept in a cache, so that the next start neither reads the files nor makes the
//! index, nor what fields and filters offer. It knows the folder it was made of and when; at the next start the files are looked at,
//! those that changed are read again, and the index is amended by what is in them.

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

/// With fewer records than this nothing is kept: to read the files takes no longer than a blink.
pub const WORTH_KEEPING: usize = 500;

/// So many bytes of files that are the same, but had to be read to know it, are worth a new cache.
const MUCH: u64 = 8 << 20;

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
    /// Whether the cache should be written anew.
    pub is_stale: bool,
    /// Whether its index was amended; to keep it takes as long as to make it anew.
    pub is_amended: bool,
}

/// What was kept, and what of it is still so.
struct Found {
    mapped: Arc<Mapped>,
    trusted: u64,
    /// The library as it was kept.
    old: Library,
    refreshed: Refreshed,
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
    /// not whole, of another folder or another program, and where so much has changed that all may
    /// as well be read.
    #[must_use]
    pub fn open(&self) -> Option<Opened> {
        self.open_with(Source::file)
    }

    /// Only the library, for who does not search.
    #[must_use]
    pub fn library(&self) -> Option<Library> {
        let found = self.look(Source::file)?;
        Some(of(found.refreshed))
    }

    fn open_with(&self, read: impl Fn(&Path) -> Source + Sync) -> Option<Opened> {
        let began = now();
        let Found {
            mapped,
            trusted,
            old,
            refreshed,
        } = self.look(read)?;
        let index = Index::load(&mapped, "index.")?;
        if old.len() != index.len() {
            return None;
        }
        let kept = refreshed.kept.clone();
        let read = kept.iter().filter(|kept| kept.is_none()).count();
        let is_restamped = refreshed.compared >= MUCH && began > trusted;
        let new = of(refreshed);
        if is_unchanged(&old, &kept) {
            let finder = Finder::of(index).with_values(Values::load(&mapped, FIELDS));
            let new = match Named::load(&mapped, NAMED) {
                Some(named) => new.with_named(named),
                None => new,
            };
            return Some(Opened {
                shelf: Shelf::indexed(new, finder),
                read,
                is_stale: is_restamped,
                is_amended: false,
            });
        }
        let changed = changed::find(&old, &new, &kept);
        let is_amended = changed.is_some();
        let finder = match changed {
            Some(changed) => changed.amend(&Finder::of(index), &new),
            // To make the index anew costs less than to amend so much of it.
            None => Finder::new(&new),
        };
        Some(Opened {
            shelf: Shelf::indexed(new, finder),
            read,
            is_stale: true,
            is_amended,
        })
    }

    /// What was kept, and what of it is still so.
    fn look(&self, read: impl Fn(&Path) -> Source + Sync) -> Option<Found> {
        let mapped = Mapped::open(&self.file, cache::version()).ok()?;
        if mapped.bytes("folder")? != self.whole.as_os_str().as_encoded_bytes() {
            return None;
        }
        let trusted = *mapped.array::<u64>("trusted")?.first()?;
        let paths = library::files(&self.folder).ok()?;
        let volumes = library::load_all(&mapped, "library.")?;
        let volumes = volumes.into_iter().map(|volume| self.placed(volume));
        let old = Library::of(volumes.collect(), Origin::Folder);
        let refreshed = library::refresh(old.volumes(), trusted, &paths, read);
        Some(Found {
            mapped,
            trusted,
            old,
            refreshed,
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
        library::save_all(shelf.library.volumes(), &mut writer, "library.")?;
        let finder = shelf.finder();
        shelf.library.named().save(&mut writer, NAMED);
        finder.values().save(&shelf.library, &mut writer, FIELDS);
        if finder.index().is_amended() {
            let whole = Finder::new(&shelf.library);
            whole.index().save(&mut writer, "index.");
        } else {
            finder.index().save(&mut writer, "index.");
        }
        writer.finish()?;
        Ok(())
    }
}

fn of(refreshed: Refreshed) -> Library {
    Library::of(refreshed.volumes, Origin::Folder)
}

/// Whether the files are those that were kept, each in its place.
fn is_unchanged(old: &Library, kept: &[Option<usize>]) -> bool {
    kept.len() == old.volumes().len()
        && (kept.iter().enumerate()).all(|(place, kept)| *kept == Some(place))
}
