//! The library for a command that answers once: from its cache, else from its files.

use std::path::PathBuf;

use crate::app::Shelf;
use crate::app::kept::{Due, Store, WORTH_KEEPING, now};
use crate::cache::Home;
use crate::library::Library;

use super::shelves;

/// So many files beside the cache make each start slow: then it is written anew, though a command
/// waits for that longer than a screen.
const MANY: usize = 64;

/// A shelf, and what should be kept of it.
pub struct Opening {
    /// The library and its index.
    pub shelf: Shelf,
    /// Who keeps it, what of it, and when its files were looked at.
    store: Option<(Store, Due, u64)>,
}

impl Opening {
    /// Opens the library in a folder, or the one that is built in.
    pub fn of(folder: Option<PathBuf>, home: &Home) -> Self {
        let Some(folder) = folder else {
            return Self {
                shelf: Shelf::new(Library::built_in()),
                store: None,
            };
        };
        let looked = now();
        let store = Store::new(&folder, home);
        if let Some((opened, store)) = store
            .as_ref()
            .and_then(|store| Some((store.open()?, store)))
        {
            let due = match opened.due {
                Due::Beside(changed) if changed.files() >= MANY => Due::Whole,
                due => due,
            };
            return Self {
                shelf: opened.shelf,
                store: Some((store.clone(), due, looked)),
            };
        }
        let shelf = shelves::read(&folder).unwrap_or_else(|| Shelf::new(Library::open(&folder)));
        let due = match shelf.library.len() >= WORTH_KEEPING {
            true => Due::Whole,
            false => Due::Nothing,
        };
        Self {
            shelf,
            store: store.map(|store| (store, due, looked)),
        }
    }

    /// Keeps what the next start need not make again, and clears away what others left that came to
    /// grief; to be called when the answer is out. Where there is no room for it there is no cache, and
    /// nobody need know.
    pub fn keep(&self) {
        if let Some((store, due, looked)) = &self.store {
            drop(store.renew(&self.shelf, due, *looked));
            store.clear();
        }
    }
}

/// The library alone, for a command that does not search and changes its files itself.
pub fn library(folder: Option<PathBuf>, home: &Home) -> Library {
    let Some(folder) = folder else {
        return Library::built_in();
    };
    let kept = Store::new(&folder, home).and_then(|store| store.library());
    kept.unwrap_or_else(|| Library::open(&folder))
}
