//! The library for a command that answers once: from its cache, else from its files.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::Shelf;
use crate::app::kept::{Store, WORTH_KEEPING, now};
use crate::cache::Home;
use crate::library::Library;

use super::shelves;

/// So many files that changed are worth a new cache, though somebody waits for the end of the
/// command.
const MANY: usize = 16;

/// A shelf, and whether it should be kept.
pub struct Opening {
    /// The library and its index.
    pub shelf: Arc<Shelf>,
    /// Who keeps it, and when its files were looked at.
    store: Option<(Store, u64)>,
}

impl Opening {
    /// Opens the library in a folder, or the one that is built in.
    pub fn of(folder: Option<PathBuf>, home: &Home) -> Self {
        let Some(folder) = folder else {
            return Self {
                shelf: Arc::new(Shelf::new(Library::built_in())),
                store: None,
            };
        };
        let looked = now();
        let store = Store::new(&folder, home);
        if let Some(opened) = store.as_ref().and_then(Store::open) {
            let is_due = opened.is_stale && (!opened.is_amended || opened.read >= MANY);
            return Self {
                shelf: Arc::new(opened.shelf),
                store: store.filter(|_| is_due).map(|store| (store, looked)),
            };
        }
        let shelf = shelves::read(&folder).unwrap_or_else(|| Shelf::new(Library::open(&folder)));
        let store = store.filter(|_| shelf.library.len() >= WORTH_KEEPING);
        Self {
            shelf: Arc::new(shelf),
            store: store.map(|store| (store, looked)),
        }
    }

    /// Keeps what the next start need not make again, where that is worth it; to be called when the
    /// answer is out. Where there is no room for it there is no cache, and nobody need know.
    pub fn keep(&self) {
        if let Some((store, looked)) = &self.store {
            drop(store.keep(&self.shelf, *looked));
        }
    }
}

/// The library alone, for a command that does not search.
pub fn library(folder: Option<PathBuf>, home: &Home) -> Library {
    let Some(folder) = folder else {
        return Library::built_in();
    };
    let kept = Store::new(&folder, home).and_then(|store| store.library());
    kept.unwrap_or_else(|| Library::open(&folder))
}
