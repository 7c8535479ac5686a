//! What is searched: every record of a library as a document of the search index.

mod document;

use std::sync::{Mutex, PoisonError};

use crate::library::{Key, Library};
use crate::search::{Index, Query, Session};

/// The search index of a library.
pub struct Finder {
    index: Index,
    /// What the next letter needs of the search before.
    session: Mutex<Session>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The records, best first, with their scores.
    pub hits: Vec<(Key, u32)>,
    /// How many there are in all.
    pub total: usize,
}

impl Finder {
    /// Indexes every record of the library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let keys: Vec<Key> = library.keys().collect();
        let document = |number: u32| {
            let key = keys.get(number as usize).copied();
            key.map_or_else(Default::default, |key| document::of(library, key))
        };
        Self {
            index: Index::build_by_key(keys.len() as u32, document),
            session: Mutex::default(),
        }
    }

    /// The records that have all words of the query, best first, at most `limit` of them, of those
    /// that `allow` lets through.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(Key) -> bool>) -> Found {
        let by_number = allow.map(|allow| move |number: u32| allow(Key::new(number)));
        let allow = by_number
            .as_ref()
            .map(|allow| allow as &dyn Fn(u32) -> bool);
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let results = self.index.search_in(&mut session, query, limit, allow);
        Found {
            hits: results
                .hits
                .iter()
                .map(|hit| (Key::new(hit.key), hit.score))
                .collect(),
            total: results.total,
        }
    }
}
