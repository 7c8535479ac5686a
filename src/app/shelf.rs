//! A library with what is needed to search it.

use std::sync::{Arc, OnceLock};
use std::thread;

use crate::library::Library;

use super::finder::Finder;
use super::tally::Tally;

/// A library, its search index and its counts, which are made when they are first asked for; shared
/// with the thread that makes them ahead of time.
pub struct Shelf {
    /// The reports.
    pub library: Library,
    finder: OnceLock<Finder>,
    tally: OnceLock<Tally>,
}

impl Shelf {
    /// A library without an index as yet.
    #[must_use]
    pub const fn new(library: Library) -> Self {
        Self {
            library,
            finder: OnceLock::new(),
            tally: OnceLock::new(),
        }
    }

    /// A library with its index.
    #[must_use]
    pub fn indexed(library: Library, finder: Finder) -> Self {
        Self {
            finder: OnceLock::from(finder),
            ..Self::new(library)
        }
    }

    /// How many records each filter means; the first call counts.
    pub fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| Tally::of(&self.library))
    }

    /// The search index; the first call makes it, or waits for who is making it.
    pub fn finder(&self) -> &Finder {
        self.finder.get_or_init(|| Finder::new(&self.library))
    }

    /// Whether the index is there, and nobody would wait for it.
    #[must_use]
    pub fn is_indexed(&self) -> bool {
        self.finder.get().is_some()
    }
}

impl Default for Shelf {
    /// An empty shelf, for as long as nothing has been read.
    fn default() -> Self {
        Self::new(Library::from_sources(Vec::new()))
    }
}

/// Lets go of a shelf. To give back the memory of a million records takes longer than a frame:
/// where nobody else has the shelf, another thread does it.
pub fn put_away(shelf: Arc<Shelf>) {
    if let Some(last) = Arc::into_inner(shelf) {
        drop(thread::Builder::new().spawn(move || drop(last)));
    }
}
