//! The index, and the search over it.

use super::amend::Amendment;
use super::part::Part;
use super::plan::Plan;
use super::segment::Segment;
use super::stored::{Loader, Saver};
use super::threads::{both, threads};
use super::{Document, Guesses, Query, Results, Search, Session, Set, join, told};
use crate::cache::{Array, Mapped, Writer};
use std::borrow::{Borrow, Cow};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Documents are read so many at a time: the words of more are too many for the processor to have
/// at hand.
const PART: u32 = 1 << 13;
/// Goes up with every change of what is saved, also of the rules by which texts are folded.
const FORMAT: u64 = 11;
/// In a small library one document out of so many is scored where very many answer, but no fewer than
/// [`FEWEST`]: the first hundred are looked at, and they are chosen from as many as in a large one for
/// each word.
const SHARE: usize = 32;
const FEWEST: usize = 256;
/// More than are ever scored where very many answer.
const MOST_RANKED: u64 = 1 << 16;

/// All documents, to be searched. What is made once ([`Segment`]) is kept, and can be
/// [amended](Self::amended).
#[derive(Debug)]
pub struct Index {
    /// Tells this index from others.
    pub(super) identity: u64,
    /// How many documents are scored where very many answer.
    pub(super) ranked: usize,
    pub(super) first: Arc<Segment>,
    pub(super) amendment: Option<Amendment>,
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
        let next = AtomicU32::new(0);
        // Each thread takes what comes next until all are read.
        let read = || {
            let mut parts = Vec::new();
            loop {
                let first = next.fetch_add(PART, Ordering::Relaxed);
                if first >= count {
                    return parts;
                }
                let end = first.saturating_add(PART).min(count);
                parts.push((first, Part::read((first..end).map(&document))));
            }
        };
        let threads = if count <= PART { 1 } else { threads() };
        let (mut parts, others) = both(threads, read, read);
        parts.extend(others);
        parts.sort_unstable_by_key(|&(first, _)| first);
        let parts = parts.into_iter().map(|(_, part)| Cow::Owned(part));
        Self::join_up(parts.collect())
    }

    /// Joins what was read; the parts may be joined again, with others. The keys of a part follow
    /// those of the part before.
    #[must_use]
    pub fn join<P: Borrow<Part>>(parts: &[P]) -> Self {
        join::join(parts)
    }

    /// The same with parts of which some are given away: these leave their memory to what is made of
    /// them.
    #[must_use]
    pub fn join_up(parts: Vec<Cow<'_, Part>>) -> Self {
        join::join_up(parts)
    }

    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        let amendment = self.amendment.as_ref();
        amendment.map_or(self.first.len(), |amendment| {
            self.first.len() - amendment.lost + amendment.new.len()
        })
    }

    /// How many documents have so many words that not all of them were read.
    #[must_use]
    pub fn cut(&self) -> usize {
        let cut = &self.first.cut;
        match &self.amendment {
            None => cut.len(),
            Some(amendment) => {
                let left = cut.iter().filter(|cut| !amendment.gone.contains(**cut));
                left.count() + amendment.new.cut.len()
            }
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that the index takes, in memory or in a file. The texts are not in it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let amendment = self.amendment.as_ref();
        self.first.bytes() + amendment.map_or(0, |amendment| amendment.new.bytes())
    }

    /// Writes the index into a cache, as sections whose names begin with `prefix`: as it was first
    /// made, without what it was [amended](Self::amended) by.
    pub fn save(&self, writer: &mut Writer, prefix: &str) {
        let mut to = Saver::new(writer, prefix);
        to.save("head", &[FORMAT, self.ranked as u64]);
        self.first.save(&mut to);
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
        let first = Arc::new(Segment::load(&from)?);
        (1..=MOST_RANKED).contains(&ranked).then(|| Self {
            identity: join::identity(),
            ranked: ranked as usize,
            first,
            amendment: None,
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

    /// Searches for a query that [asks for places](Query::needs_texts), among the documents of a set
    /// where one is given. Of the few documents of which the index cannot tell whether they answer,
    /// `holds` is asked, which has to say what [`Query::holds`] says of all their texts but
    /// [background](super::Field::Background).
    pub fn search_places(
        &self,
        session: &mut Session,
        query: &Query,
        limit: usize,
        among: Option<&Arc<Set>>,
        holds: &dyn Fn(u32) -> bool,
    ) -> Results {
        self.search_where(session, query, limit, |session| {
            if let Some(among) = among {
                let place = session.place_of_set(among, self);
                session.keep_only(place);
            }
            if query.checks.is_empty() {
                return;
            }
            let doubtful = told::sift(&query.checks, session, self);
            let wrong = doubtful
                .iter()
                .filter(|&document| !holds(self.key(document)));
            session.candidates.remove_all(&wrong.collect::<Vec<_>>());
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
        let mut plan = Plan::new(query, session, self);
        plan.find(query, session, self);
        let apart = match session.candidates.is_empty() && query.asks() {
            true => plan.each_apart(query, session, self),
            false => Vec::new(),
        };
        filter(session);
        let total = session.candidates.count();
        let hits = if total == 0 || limit == 0 {
            Vec::new()
        } else {
            plan.rank(query, session, total, limit, self)
        };
        let left_out: Option<Vec<&str>> = (plan.left_out.clone())
            .map(|clauses| clauses.filter_map(|clause| query.typed(clause)).collect());
        let without = plan.lacking(hits.first(), session, self).into_iter();
        let without = without.map(|places| {
            let typed: Vec<&str> = places.filter_map(|at| query.typed_whole(at)).collect();
            typed.join(" ")
        });
        // How it was read says nothing of what was left out.
        let is_there =
            |(typed, _): &&(String, String)| !(left_out.iter().flatten()).any(|word| word == typed);
        Results {
            hits,
            total,
            apart,
            read_as: session.read_as.iter().filter(is_there).cloned().collect(),
            left_out: left_out.map(|words| words.join(" ")),
            left_out_in: plan.left_out_in,
            without: without.filter(|typed| !typed.is_empty()).collect(),
            guesses: Guesses {
                words: plan.guessed(session, self),
                short: plan.short,
                keys: session.read_as.iter().map(|read| read.0.clone()).collect(),
                joined: plan.by_form(session, self),
            },
        }
    }

    /// How many documents are scored where very many answer a query of so many words: with more
    /// words each costs more, whatever the size of the library. How well one word of more than a letter or
    /// two is met hardly goes beyond how the documents are chosen, so that fewer do: of a million documents
    /// the first ten were those of scoring all that answer in 99.3 of 100, the first forty in 99.2 and the
    /// first hundred in 93.7; with a quarter more in 99.3, 99.4 and 96.4.
    pub(super) fn ranked(&self, words: usize, is_beginning: bool) -> usize {
        let most = self.ranked.min((self.len() / SHARE).max(FEWEST));
        match words {
            0..=1 if !is_beginning => (most - most / 4).max(FEWEST).min(most),
            _ => (2 * most / words.max(1)).clamp(most.div_ceil(4), most),
        }
    }
}

impl Search for Index {
    fn search(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(u32) -> bool>) -> Results {
        self.search_in(&mut Session::new(), query, limit, allow)
    }
}
