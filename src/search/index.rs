//! The index: vocabulary, postings and documents, and the search over them.

use super::forward::Forward;
use super::name::Names;
use super::part::Part;
use super::plan::Plan;
use super::postings::Postings;
use super::rank::rank;
use super::stored::{Loader, Saver};
use super::translit::Sounds;
use super::unions::Unions;
use super::vocabulary::Vocabulary;
use super::{Document, Query, Results, Search, Session, Set, join};
use crate::cache::{Array, Mapped, Writer};
use std::borrow::Borrow;
use std::sync::Arc;

/// With fewer documents than this, a second thread costs more than it brings.
const FEW: usize = 20_000;
/// Goes up with every change of what is saved, also of the rules by which texts are folded.
const FORMAT: u64 = 1;
/// More than are ever scored where very many answer.
const MOST_RANKED: u64 = 1 << 16;

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
    pub(super) owns: Array<u16>,
    /// The key of each document.
    pub(super) keys: Array<u32>,
}

impl Index {
    /// Reads the documents. Their keys are 0, 1, 2… in the order in which they come.
    #[must_use]
    pub fn build<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        Self::join(&[Part::read(documents)])
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
        Self::join(&parts)
    }

    /// Joins what was read; the parts may be joined again, with others. The keys of a part follow
    /// those of the part before.
    #[must_use]
    pub fn join<P: Borrow<Part>>(parts: &[P]) -> Self {
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

    /// The bytes of memory that the index takes. The texts are not in it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes()
            + self.forward.bytes()
            + self.postings.bytes()
            + self.unions.bytes()
            + self.names.bytes()
            + self.sounds.bytes()
            + self.owns.bytes()
            + self.keys.bytes()
    }

    /// Writes the index into a cache, as sections whose names begin with `prefix`.
    pub fn save(&self, writer: &mut Writer, prefix: &str) {
        let mut to = Saver::new(writer, prefix);
        to.save("head", &[FORMAT, self.ranked as u64]);
        to.save("owns", &self.owns);
        to.save("keys", &self.keys);
        self.vocabulary.save(&mut to);
        self.forward.save(&mut to);
        self.postings.save(&mut to);
        self.unions.save(&mut to);
        self.names.save(&mut to);
        self.sounds.save(&mut to);
    }

    /// The index that was saved under `prefix`; none where there is none, or one of another format.
    ///
    /// Nothing is made: that it costs time in proportion to the vocabulary is for the checks without
    /// which a wrong number could stop a search. Whether all numbers are those that were saved is
    /// for [`Mapped::verify_all`]: where they are not, wrong documents are found, and nothing worse.
    #[must_use]
    pub fn load(file: &Mapped, prefix: &str) -> Option<Self> {
        let from = Loader::new(file, prefix);
        let head: Array<u64> = from.load("head")?;
        let [FORMAT, ranked] = *head else {
            return None;
        };
        let keys: Array<u32> = from.load("keys")?;
        let owns: Array<u16> = from.load("owns")?;
        let vocabulary = Vocabulary::load(&from)?;
        let fits = (1..=MOST_RANKED).contains(&ranked) && owns.len() == keys.len();
        fits.then_some(Self {
            identity: join::identity(),
            ranked: ranked as usize,
            forward: Forward::load(&from, keys.len())?,
            postings: Postings::load(&from, vocabulary.len(), keys.len())?,
            unions: Unions::load(&from, keys.len())?,
            names: Names::load(&from)?,
            sounds: Sounds::load(&from)?,
            vocabulary,
            owns,
            keys,
        })
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
        let key = self.keys.get(document as usize).copied();
        // Also what was loaded names no document that there is not.
        key.filter(|&key| (key as usize) < self.keys.len())
            .unwrap_or(0)
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
