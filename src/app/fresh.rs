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
    /// and marks what is another than on the screen of the records with these ids. A file that was
    /// read for the screen later than for it stays as it is on the screen. Gives back the state that
    /// is not on the screen any more; that is the one from the disk where nothing in it is newer.
    pub fn follow(
        &mut self,
        mut shelf: Arc<Shelf>,
        mut changed: Vec<Box<str>>,
        now: Instant,
    ) -> Arc<Shelf> {
        // What was written before this was read is heard of first.
        while self.hear_writer(Duration::ZERO) {}
        if has_news(&shelf.library, self.library()) {
            // It may be the same person in another window.
            self.look_for_news();
        }
        let newer = newer(self.library(), &shelf.library);
        if !newer.is_empty() {
            if !has_news(&shelf.library, self.library()) {
                self.has_changed(changed, now);
                return shelf;
            }
            let library =
                newer
                    .into_iter()
                    .fold(None, |library: Option<Library>, (place, volume)| {
                        Some(
                            library
                                .as_ref()
                                .unwrap_or(&shelf.library)
                                .with(place, volume),
                        )
                    });
            if let Some(library) = library {
                shelf = Arc::new(shelf.renewed(library));
            }
        }
        let shelf = self.with_pending(shelf);
        changed.retain(|id| record(self.library(), id) != record(&shelf.library, id));
        let (was, focus) = (self.row_in_hand(), self.focus);
        let old = self.replace(shelf);
        self.correct_said(&old.library);
        self.correct_confirmed(&old.library);
        self.mind_files(&old.library);
        self.look_at_field();
        self.look_for_lost(&old.library, was, focus);
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

/// The files of a library that are in a later state than in another, with their places there.
fn newer(library: &Library, other: &Library) -> Vec<(usize, Arc<Volume>)> {
    let here = by_name(library);
    let there = other.volumes().iter().enumerate();
    let newer = there.filter_map(|(place, volume)| {
        let here = *here.get(volume.name())?;
        volume.is_behind(here).then(|| (place, Arc::clone(here)))
    });
    newer.collect()
}

/// Whether a library has another file than the other one, or one in a later state.
fn has_news(library: &Library, other: &Library) -> bool {
    let there = by_name(other);
    let mut volumes = library.volumes().iter();
    library.volumes().len() != there.len()
        || volumes.any(|volume| {
            let there = there.get(volume.name());
            there.is_none_or(|there| {
                !volume.is_behind(there) && volume.stamp().digest != there.stamp().digest
            })
        })
}

fn by_name(library: &Library) -> HashMap<&str, &Arc<Volume>> {
    let volumes = library.volumes().iter();
    volumes.map(|volume| (volume.name(), volume)).collect()
}
