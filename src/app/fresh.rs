//! What others have just changed: marked for a while, so that the eye finds it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::library::{Key, Library, Volume};
use crate::report::Record;

use super::{App, Shelf};

/// How long it is marked at most.
pub const SHOWN: Duration = Duration::from_secs(10);
/// After so many keys it has been seen.
const KEYS: u8 = 12;

/// Records that were changed a short while ago.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    /// Their full ids.
    ids: HashSet<Box<str>>,
    keys: u8,
    until: Option<Instant>,
}

impl Fresh {
    /// A key was pressed.
    pub fn key(&mut self) {
        self.keys = self.keys.saturating_sub(1);
        if self.keys == 0 {
            self.ids.clear();
        }
    }
}

impl App {
    /// Puts a state of the library that was read from the disk in place of the one on the screen,
    /// and marks what is another than on the screen of the records with these ids. Gives back the
    /// state that is not on the screen any more; that is the one from the disk where a file was read
    /// for the screen later than for it: then what was read of that file here is newer, and a newer
    /// state is on its way.
    pub fn follow(
        &mut self,
        shelf: Arc<Shelf>,
        mut changed: Vec<Box<str>>,
        now: Instant,
    ) -> Arc<Shelf> {
        if is_behind(&shelf.library, self.library()) {
            self.has_changed(changed, now);
            return shelf;
        }
        let shelf = self.with_pending(shelf);
        changed.retain(|id| record(self.library(), id) != record(&shelf.library, id));
        let old = self.replace(shelf);
        self.has_changed(changed, now);
        old
    }

    /// Marks the records with these full ids, which others have changed, for a while from now.
    pub fn has_changed(&mut self, ids: Vec<Box<str>>, now: Instant) {
        if !ids.is_empty() {
            self.fresh.ids.extend(ids);
            self.fresh.keys = KEYS;
            self.fresh.until = now.checked_add(SHOWN);
        }
    }

    /// Takes the marks away whose time is over.
    pub fn fade(&mut self, now: Instant) {
        if self.fresh.until.is_some_and(|until| now >= until) {
            self.fresh = Fresh::default();
        }
    }

    /// Whether a record was changed a short while ago.
    #[must_use]
    pub fn is_fresh(&self, key: Key) -> bool {
        !self.fresh.ids.is_empty() && self.fresh.ids.contains(self.library().id(key))
    }
}

fn record<'a>(library: &'a Library, id: &str) -> Option<Record<'a>> {
    library.record(library.with_id(id)?)
}

/// Whether a file of a library is in an earlier state than in another.
fn is_behind(library: &Library, other: &Library) -> bool {
    let volumes = other.volumes().iter();
    let there: HashMap<&str, &Volume> = volumes.map(|volume| (volume.name(), &**volume)).collect();
    library.volumes().iter().any(|volume| {
        let there = there.get(volume.name());
        there.is_some_and(|there| volume.is_behind(there))
    })
}
