//! What is searched: every record of a library as a document of the search index.

mod document;

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::library::{Key, Library};
use crate::search::{Hit, Index, Query, Search};

/// What being called just what was typed is worth: more than any way of containing it, less than
/// the number of an item.
const NAMED: u32 = 1 << 19;

/// The search index of a library.
pub struct Finder {
    index: Index,
    /// The records that are called so, by [`Query::name`].
    named: HashMap<Vec<u8>, Vec<u32>>,
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
        let mut named: HashMap<Vec<u8>, Vec<u32>> = HashMap::new();
        let documents = library.keys().zip(0..).map(|(key, number)| {
            let (document, names) = document::of(library, key);
            for name in names {
                let called = named.entry(Query::parse(&name).name()).or_default();
                if called.last() != Some(&number) {
                    called.push(number);
                }
            }
            document
        });
        let index = Index::build(documents);
        Self { index, named }
    }

    /// The records that have all words of the query, best first, at most `limit` of them, of those
    /// that `allow` lets through.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(Key) -> bool>) -> Found {
        let by_number = allow.map(|allow| move |number: u32| allow(Key::new(number)));
        let allow = by_number
            .as_ref()
            .map(|allow| allow as &dyn Fn(u32) -> bool);
        let mut results = self.index.search(query, limit, allow);
        let named = self.called(query, allow);
        if !named.is_empty() {
            results
                .hits
                .retain(|hit| named.iter().all(|named| named.key != hit.key));
            results.hits.extend(named);
            results
                .hits
                .sort_unstable_by_key(|hit| (Reverse(hit.score), hit.key));
            results.hits.truncate(limit);
        }
        Found {
            hits: results
                .hits
                .iter()
                .map(|hit| (Key::new(hit.key), hit.score))
                .collect(),
            total: results.total,
        }
    }

    /// The records that are called just what was typed.
    fn called(&self, query: &Query, allow: Option<&dyn Fn(u32) -> bool>) -> Vec<Hit> {
        let Some(named) = self.named.get(&query.name()) else {
            return Vec::new();
        };
        let only = |key| named.binary_search(&key).is_ok() && allow.is_none_or(|allow| allow(key));
        let mut hits = self.index.search(query, named.len(), Some(&only)).hits;
        for hit in &mut hits {
            hit.score = hit.score.saturating_add(NAMED);
        }
        hits
    }
}
