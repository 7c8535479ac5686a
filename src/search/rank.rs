//! The best of the documents that answer.
//!
//! Where few answer, all are scored. Where more than [`Index::ranked`] do, so many come first: those
//! that are called just what was typed, then those whose worst-met word is met best
//! ([`LEVELS`](super::matched::LEVELS)), and of equals those that are worth more by themselves. Documents stand in the order of their own worth, so that these are
//! the first of each level.

use super::bitmap::Bitmap;
use super::codes::{Codes, SHARED, Table};
use super::index::Index;
use super::matched::LEVELS;
use super::plan::Plan;
use super::score::{self, Met};
use super::session::Session;
use super::{Hit, Query, meant};
use std::borrow::Cow;
use std::cmp::Reverse;

/// In a small library one document out of so many is scored, but no fewer than this: the first
/// hundred are looked at, and they are chosen from as many as in a large one for each word.
const SHARE: usize = 16;
const FEWEST: usize = 512;

/// Ranks the candidates of a session, of which there are `total`; at most `limit` of them.
pub(super) fn rank(
    index: &Index,
    plan: &Plan,
    query: &Query,
    session: &mut Session,
    total: usize,
    limit: usize,
) -> Vec<Hit> {
    let name = match session.read_as.as_slice() {
        [] => Cow::Borrowed(query.name()),
        read_as => Cow::Owned(query.name_read_as(read_as)),
    };
    let named: Vec<u32> = index
        .named(&name)
        .filter(|&document| session.candidates.contains(document))
        .collect();
    let meant = meant::documents(index, plan, session, &named);
    let ranking = Ranking {
        index,
        plan,
        is_number: query.is_number(),
        named: &named,
        meant: &meant,
    };
    let mut hits = Vec::new();
    let ranked = index
        .ranked(plan.width())
        .min((index.len() / SHARE).max(FEWEST));
    if total > ranked {
        let mut called = named.clone();
        called.extend(&meant);
        let chosen = choose(index, plan, session, &called, ranked);
        ranking.score(session, chosen.iter().copied(), score::CHOSEN, &mut hits);
        best(&mut hits, limit);
        if limit > hits.len() {
            let mut rest = session.candidates.clone();
            let mut taken = Bitmap::new(index.span());
            taken.insert_all(&chosen);
            rest.and_not(&taken);
            let mut others = Vec::new();
            ranking.score(session, rest.iter(), 0, &mut others);
            best(&mut others, limit - hits.len());
            hits.append(&mut others);
        }
    } else {
        let candidates = std::mem::take(&mut session.candidates);
        ranking.score(session, candidates.iter(), 0, &mut hits);
        session.candidates = candidates;
        best(&mut hits, limit);
    }
    hits
}

/// The documents that are scored where too many answer.
fn choose(
    index: &Index,
    plan: &Plan,
    session: &mut Session,
    named: &[u32],
    ranked: usize,
) -> Vec<u32> {
    let mut called = Bitmap::new(index.span());
    called.insert_all(named);
    let mut chosen = Vec::new();
    index.first_in_all(&[&called], ranked, &mut chosen);
    let mut left = std::mem::take(&mut session.candidates);
    left.remove_all(&chosen);
    for level in 0..LEVELS {
        let before = chosen.len();
        let room = ranked - before;
        if level + 1 == LEVELS {
            index.first_in_all(&[&left], room, &mut chosen);
        } else {
            plan.make_ready(session, level, index);
            if plan.is_simple() {
                let mut sets: Vec<&Bitmap> = plan.levels(session, level).collect();
                sets.push(&left);
                index.first_in_all(&sets, room, &mut chosen);
            } else {
                let mut set = Bitmap::default();
                plan.all(session, level, &mut set, index);
                index.first_in_all(&[&left, &set], room, &mut chosen);
            }
        }
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

/// Keeps the best, best first; equals in the order of their keys.
fn best(hits: &mut Vec<Hit>, limit: usize) {
    let order = |hit: &Hit| (Reverse(hit.score), hit.key);
    if limit < hits.len() {
        hits.select_nth_unstable_by_key(limit, order);
        hits.truncate(limit);
    }
    hits.sort_unstable_by_key(order);
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
    fn score(
        &self,
        session: &mut Session,
        documents: impl Iterator<Item = u32>,
        extra: u32,
        hits: &mut Vec<Hit>,
    ) {
        let mut met = std::mem::take(&mut session.met);
        let words = self.plan.scored(session);
        let answers = Codes::answers(words.iter().map(|word| &word.codes));
        let tables: Vec<Table> = words.iter().map(|word| word.codes.table()).collect();
        let mut answering = Vec::new();
        let plain = self.plan.is_plain();
        let mut columns = Vec::with_capacity(self.plan.width());
        for document in documents {
            met.clear();
            met.resize(words.len(), Met::default());
            let count = self.index.answering(document, &answers, &mut answering);
            for &(entry, place, answers) in answering.iter().take(count) {
                let mut meet = |number: usize| {
                    if let (Some(table), Some(met)) = (tables.get(number), met.get_mut(number))
                        && let Some(worth) = table.get(entry.word())
                    {
                        *met = worth.at(entry, place).max(*met);
                    }
                };
                bits(answers).for_each(&mut meet);
                if answers >> SHARED != 0 {
                    (SHARED + 1..words.len()).for_each(meet);
                }
            }
            let met = if plain {
                &met
            } else {
                self.plan.columns(&met, &mut columns);
                &columns
            };
            let mut score = score::score(met, self.is_number, self.index.own(document)) + extra;
            if self.named.binary_search(&document).is_ok() {
                score += score::NAMED;
            } else if self.meant.binary_search(&document).is_ok() {
                score += score::MEANT;
            }
            hits.push(Hit {
                key: self.index.key(document),
                score,
            });
        }
        session.met = met;
    }
}

/// The places of the bits that are set.
fn bits(mut bits: u8) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        first
    })
}
