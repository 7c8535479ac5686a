//! The best of the documents that answer.
//!
//! Where nothing but fields was asked for, all answer alike, and stand in the order in which they were
//! given. Where few answer, all are scored. Where more than [`Index::ranked`] do, so many come first: those
//! that are called just what was typed, then those whose worst-met word is met best
//! ([`LEVELS`](super::matched::LEVELS)), and of equals those that are worth more by themselves. Documents stand in the order of their own worth, so that these are
//! the first of each level.

use super::answering::{Answering, Reader};
use super::bitmap::Bitmap;
use super::codes::{SHARED, Table};
use super::index::Index;
use super::matched::LEVELS;
use super::plan::Plan;
use super::score::{self, Met};
use super::session::Session;
use super::set::Set;
use super::within::AHEAD;
use super::{Hit, Query, meant};
use std::borrow::Cow;
use std::cmp::Reverse;

/// Ranks the candidates of a session, of which there are `total`; at most `limit` of them.
pub(super) fn rank(
    index: &Index,
    plan: &Plan,
    query: &Query,
    session: &mut Session,
    total: usize,
    limit: usize,
) -> Vec<Hit> {
    if plan.has_no_words() {
        return in_order(index, plan, query, session, total, limit);
    }
    let name = match session.read_as.as_slice() {
        [] => Cow::Borrowed(query.name()),
        read_as => Cow::Owned(query.name_read_as(session.corrected.iter().chain(read_as))),
    };
    let mut named: Vec<u32> = index
        .named(&name)
        .filter(|&document| session.candidates.contains(document))
        .collect();
    if query.asked.is_empty() && !query.first.is_empty() {
        named.extend(asked_by_name(index, query, session));
        named.sort_unstable();
        named.dedup();
    }
    let meant = match plan.is_beyond_all {
        true => Vec::new(),
        false => meant::documents(index, plan, session, &named),
    };
    let ranking = Ranking {
        index,
        plan,
        is_number: query.is_number(),
        named: &named,
        meant: &meant,
    };
    let is_beginning = (plan.words(session).iter()).any(|word| word.is_beginning());
    let ranked = index.ranked(plan.width(), is_beginning);
    if total <= ranked {
        let candidates = std::mem::take(&mut session.candidates);
        let scored = ranking.score(session, candidates.iter(), 0);
        session.candidates = candidates;
        return best(index, scored, limit);
    }
    let mut called = named.clone();
    called.extend(&meant);
    let chosen = choose(index, plan, session, &called, ranked);
    let scored = ranking.score(session, chosen.iter().copied(), score::CHOSEN);
    let mut hits = best(index, scored, limit);
    if limit > hits.len() {
        let mut rest = session.candidates.clone();
        let mut taken = Bitmap::new(index.span());
        taken.insert_all(&chosen);
        rest.and_not(&taken);
        let others = ranking.score(session, rest.iter(), 0);
        hits.append(&mut best(index, others, limit - hits.len()));
    }
    hits
}

/// The candidates that a query of words asks for by name.
fn asked_by_name(index: &Index, query: &Query, session: &Session) -> Vec<u32> {
    let last = query.first.last().copied().unwrap_or_default();
    let mut keys = Set::new(last as usize + 1);
    query.first.iter().for_each(|&key| keys.insert(key));
    let mut documents = index.documents_of(&keys);
    documents.and(&session.candidates);
    documents.iter().collect()
}

/// The candidates of a query without words, in the order in which they were given; before them what it
/// asks for by name.
fn in_order(
    index: &Index,
    plan: &Plan,
    query: &Query,
    session: &Session,
    total: usize,
    limit: usize,
) -> Vec<Hit> {
    // Sets are in that order already: the keys of very many documents need not be looked up.
    let of_sets = plan
        .keys_of_sets(session)
        .filter(|set| set.count() == total);
    let first = |key: u32| query.first.contains(&key);
    let mut keys: Vec<u32> = match of_sets {
        Some(set) => {
            let named = query.first.iter().copied().filter(|&key| set.has(key));
            let others = set.keys().filter(|&key| !first(key));
            named.chain(others).take(limit).collect()
        }
        None => session.candidates.iter().map(|at| index.key(at)).collect(),
    };
    keys.sort_unstable_by_key(|&key| (!first(key), key));
    keys.truncate(limit);
    keys.into_iter().map(|key| Hit { key, score: 0 }).collect()
}

/// The documents that are scored where too many answer.
fn choose(
    index: &Index,
    plan: &Plan,
    session: &mut Session,
    named: &[u32],
    ranked: usize,
) -> Vec<u32> {
    let mut chosen = Vec::new();
    if !named.is_empty() {
        let mut called = Bitmap::new(index.span());
        called.insert_all(named);
        index.first_in_all(&[&called], ranked, &mut chosen);
    }
    let mut left = std::mem::take(&mut session.candidates);
    left.remove_all(&chosen);
    let wished = plan.wished(session, index);
    let with_wishes =
        (wished.iter()).flat_map(|wished| (0..LEVELS).map(move |at| (Some(wished), at)));
    let levels = with_wishes.chain((0..LEVELS).map(|level| (None, level)));
    // No document has words whole that stand nowhere whole.
    let first = plan.first_level(session);
    for (wished, level) in levels.filter(|&(_, level)| level >= first) {
        let before = chosen.len();
        let room = ranked - before;
        let mut sets: Vec<&Bitmap> = wished.into_iter().collect();
        let mut of_level = Bitmap::default();
        if level + 1 < LEVELS {
            plan.make_ready(session, level, index);
            if plan.is_simple() {
                sets.extend(plan.levels(session, level));
            } else {
                plan.all(session, level, &mut of_level, index);
                sets.push(&of_level);
            }
        }
        sets.push(&left);
        index.first_in_all(&sets, room, &mut chosen);
        left.remove_all(chosen.get(before..).unwrap_or_default());
        if chosen.len() >= ranked {
            break;
        }
    }
    // What is left of the candidates and what was taken are the candidates.
    left.insert_all(&chosen);
    session.candidates = left;
    chosen
}

/// A document and its score.
type Scored = (u32, u32);

/// The best, best first; equals in the order of their keys. Only the keys of these are looked up.
fn best(index: &Index, mut scored: Vec<Scored>, limit: usize) -> Vec<Hit> {
    if let Some(last) = limit.checked_sub(1)
        && limit < scored.len()
    {
        let (_, &mut (_, least), _) =
            scored.select_nth_unstable_by_key(last, |&(_, score)| Reverse(score));
        // Of those that are as good as the last only the keys tell which is before.
        scored.retain(|&(_, score)| score >= least);
    }
    let hits = scored.into_iter().map(|(document, score)| Hit {
        key: index.key(document),
        score,
    });
    let mut hits: Vec<Hit> = hits.collect();
    hits.sort_unstable_by_key(|hit| (Reverse(hit.score), hit.key));
    hits.truncate(limit);
    hits
}

struct Ranking<'a> {
    index: &'a Index,
    plan: &'a Plan,
    is_number: bool,
    /// The candidates that are called just what was typed, in order.
    named: &'a [u32],
    /// Those that are called what was meant, in order.
    meant: &'a [u32],
}

impl Ranking<'_> {
    /// The scores of documents, with `extra`.
    fn score(
        &self,
        session: &mut Session,
        mut documents: impl Iterator<Item = u32>,
        extra: u32,
    ) -> Vec<Scored> {
        let mut met = std::mem::take(&mut session.met);
        let words = self.plan.scored(session);
        let tables: Vec<Table> = words.iter().map(|word| word.codes.table()).collect();
        let joined;
        let answers = match tables.as_slice() {
            [only] => only.codes(),
            all => {
                joined = Table::answers(all);
                &joined
            }
        };
        let mut reader = Reader::new(self.index, answers);
        let plain = self.plan.is_plain();
        let mut columns = Vec::with_capacity(self.plan.width());
        let mut scored = Vec::with_capacity(documents.size_hint().0);
        met.clear();
        met.resize(words.len(), Met::default());
        let typed = self.plan.words(session).len();
        let mut ahead: Vec<u32> = Vec::with_capacity(AHEAD);
        loop {
            ahead.clear();
            ahead.extend(documents.by_ref().take(AHEAD));
            if ahead.is_empty() {
                break;
            }
            reader.ask_for(&ahead);
            for (at, &document) in ahead.iter().enumerate() {
                let (answering, own) = reader.read(at);
                match (tables.as_slice(), met.as_mut_slice()) {
                    ([table], [met]) => *met = meet(answering, *table),
                    (tables, met) => meet_all(answering, tables, met),
                }
                let (typed, wished) = met.split_at(typed.min(met.len()));
                let wished = self.plan.worth_of_wishes(wished);
                let met = if plain {
                    typed
                } else {
                    self.plan.columns(typed, &mut columns);
                    &columns
                };
                let mut score = score::score(met, self.is_number, own) + wished + extra;
                if self.named.binary_search(&document).is_ok() {
                    score += score::NAMED;
                } else if self.meant.binary_search(&document).is_ok() {
                    score += score::MEANT;
                }
                scored.push((document, score));
            }
        }
        session.met = met;
        scored
    }
}

/// How the only word of a query is met at its best by words that answer by its codes.
#[inline]
fn meet(answering: &[Answering], table: Table<'_>) -> Met {
    answering
        .iter()
        .fold(Met::default(), |best, &(entry, place, code)| {
            let worth = table.worth(code);
            worth.map_or(best, |worth| worth.at(entry, place).max(best))
        })
}

/// How each word of a query is met at its best, by words with the [bits](Table::answers) of those
/// that they answer.
#[inline]
fn meet_all(answering: &[Answering], tables: &[Table<'_>], met: &mut [Met]) {
    for (number, (table, met)) in tables.iter().zip(met).enumerate() {
        let bit = 1 << number.min(SHARED);
        let mut best = Met::default();
        for &(entry, place, answers) in answering {
            if answers & bit != 0
                && let Some(worth) = table.get(entry.word())
            {
                best = worth.at(entry, place).max(best);
            }
        }
        *met = best;
    }
}
