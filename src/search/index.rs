//! The index: vocabulary, postings and documents, and the search over them.

use super::forward::Forward;
use super::name::Names;
use super::part::Part;
use super::plan::Plan;
use super::postings::Postings;
use super::rank::rank;
use super::translit::Sounds;
use super::unions::Unions;
use super::vocabulary::Vocabulary;
use super::{Document, Query, Results, Search, Session, Set, join};
use std::sync::Arc;

/// With fewer documents than this, a second thread costs more than it brings.
const FEW: usize = 20_000;

/// All documents, to be searched.
#[derive(Debug)]
pub struct Index {
    /// Tells this index from others.
    pub(super) identity: u64,
    /// How many documents are scored where very many answer.
    pub(super) ranked: usize,
    pub(super) vocabulary: Vocabulary,
    pub(super) forward: Forward,
    pub(super) postings: Postings,
    pub(super) unions: Unions,
    pub(super) names: Names,
    pub(super) sounds: Sounds,
    /// What each document is worth whatever is asked, falling.
    pub(super) owns: Vec<u16>,
    /// The key of each document.
    pub(super) keys: Vec<u32>,
    /// By key; nothing where all are 0.
    pub(super) groups: Vec<u32>,
}

impl Index {
    /// Reads the documents. Their keys are 0, 1, 2… in the order in which they come.
    #[must_use]
    pub fn build<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        Self::join(vec![Part::read(documents)])
    }

    /// Reads the documents with these keys on as many threads as there are processors.
    #[must_use]
    pub fn build_by_key<'a>(count: u32, document: impl Fn(u32) -> Document<'a> + Sync) -> Self {
        let threads = if (count as usize) < FEW {
            1
        } else {
            super::threads() as u32
        };
        let read = |number: u32| {
            let bound =
                |number: u32| (u64::from(count) * u64::from(number) / u64::from(threads)) as u32;
            Part::read((bound(number)..bound(number + 1)).map(&document))
        };
        let parts = std::thread::scope(|scope| {
            let read = &read;
            let others: Vec<_> = (1..threads)
                .map(|number| scope.spawn(move || read(number)))
                .collect();
            let mut parts = vec![read(0)];
            for other in others {
                match other.join() {
                    Ok(part) => parts.push(part),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            parts
        });
        Self::join(parts)
    }

    /// Joins what was read. The keys of a part follow those of the part before.
    #[must_use]
    pub fn join(parts: Vec<Part>) -> Self {
        join::join(parts)
    }

    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The group that was given with a document.
    #[must_use]
    pub fn group(&self, key: u32) -> Option<u32> {
        let known = (key as usize) < self.len();
        known.then(|| self.groups.get(key as usize).copied().unwrap_or(0))
    }

    /// The bytes of memory that the index takes. The texts are not in it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes()
            + self.forward.bytes()
            + self.postings.bytes()
            + self.unions.bytes()
            + self.names.bytes()
            + self.sounds.bytes()
            + self.owns.capacity() * size_of::<u16>()
            + (self.keys.capacity() + self.groups.capacity()) * size_of::<u32>()
    }

    /// Searches as [`Search::search`] does, and keeps in the session what the next letter needs.
    pub fn search_in(
        &self,
        session: &mut Session,
        query: &Query,
        limit: usize,
        allow: Option<&dyn Fn(u32) -> bool>,
    ) -> Results {
        self.search_where(session, query, limit, |session| {
            if let Some(allow) = allow {
                let allow = |document| allow(self.key(document));
                session.candidates.retain(allow);
            }
        })
    }

    /// The same among the documents of a set. Where very many answer this is quicker than asking of
    /// each; the session keeps the set.
    pub fn search_among(
        &self,
        session: &mut Session,
        query: &Query,
        limit: usize,
        among: &Arc<Set>,
    ) -> Results {
        self.search_where(session, query, limit, |session| {
            let place = session.place_of_set(among, self);
            session.keep_only(place);
        })
    }

    /// Searches; `filter` takes candidates away that are not wanted.
    fn search_where(
        &self,
        session: &mut Session,
        query: &Query,
        limit: usize,
        filter: impl FnOnce(&mut Session),
    ) -> Results {
        if query.is_empty() {
            return Results::default();
        }
        session.begin(self);
        let plan = Plan::new(query, session, self);
        plan.find(session, self);
        filter(session);
        let total = session.candidates.count();
        let hits = if total == 0 || limit == 0 {
            Vec::new()
        } else {
            rank(self, &plan, query, session, total, limit)
        };
        Results {
            hits,
            total,
            read_as: session.read_as.clone(),
        }
    }

    /// How many documents are scored where very many answer a query of so many words: with more
    /// words each costs more.
    pub(super) fn ranked(&self, words: usize) -> usize {
        (2 * self.ranked / words.max(1)).clamp(self.ranked.div_ceil(4), self.ranked)
    }

    pub(super) fn key(&self, document: u32) -> u32 {
        self.keys.get(document as usize).copied().unwrap_or(0)
    }

    /// What a document is worth whatever is asked.
    pub(super) fn own(&self, document: u32) -> u32 {
        self.owns
            .get(document as usize)
            .copied()
            .map_or(0, u32::from)
    }
}

impl Search for Index {
    fn search(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(u32) -> bool>) -> Results {
        self.search_in(&mut Session::new(), query, limit, allow)
    }
}
