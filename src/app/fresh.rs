//! What others have just changed: marked for a while, so that the eye finds it.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use crate::library::Key;

use super::App;

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
