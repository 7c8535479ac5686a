//! A library with what is needed to search it.

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use crate::library::Library;

use super::finder::Finder;
use super::tally::Tally;

/// Makes the index of a library.
type Maker = Box<dyn FnOnce(&Library) -> Finder + Send>;

/// A library, its search index and its counts, which are made when they are first asked for; shared
/// with the thread that makes them ahead of time.
pub struct Shelf {
    /// The reports.
    pub library: Library,
    /// Of which its index is an amendment, where it is one.
    pub(super) base: Option<Arc<Self>>,
    /// How the index is made, where that is known better than here.
    maker: Mutex<Option<Maker>>,
    finder: OnceLock<Finder>,
    tally: OnceLock<Tally>,
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let records = self.library.len();
        f.debug_struct("Shelf")
            .field("records", &records)
            .finish_non_exhaustive()
    }
}

impl Shelf {
    /// A library without an index as yet.
    #[must_use]
    pub const fn new(library: Library) -> Self {
        Self {
            library,
            base: None,
            maker: Mutex::new(None),
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

    /// Makes what filters and fields offer, so that nobody waits for it: first what is asked by the
    /// thread that draws.
    pub fn make_offers(&self) {
        self.tally();
        self.library.named();
        self.finder().values().make(&self.library);
    }

    /// A library whose index will be made in this way, when it is first asked for.
    #[must_use]
    pub fn made_by(
        library: Library,
        maker: impl FnOnce(&Library) -> Finder + Send + 'static,
    ) -> Self {
        Self {
            maker: Mutex::new(Some(Box::new(maker))),
            ..Self::new(library)
        }
    }

    /// The search index; the first call makes it, or waits for who is making it.
    pub fn finder(&self) -> &Finder {
        self.finder.get_or_init(|| {
            let mut maker = self.maker.lock().unwrap_or_else(PoisonError::into_inner);
            let maker = maker.take();
            maker.map_or_else(|| Finder::new(&self.library), |make| make(&self.library))
        })
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
