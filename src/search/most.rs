//! Most of the words: where no document has all of a question, those that together have the most of what weighs.
//! A word weighs the more the fewer documents have it.

use super::Hit;
use super::bitmap::{Bitmap, IN_A_ROW};
use super::fold::symbols;
use super::index::Index;
use super::matched::Matched;
use super::plan::Plan;
use super::planned::Planned;
use super::query::Query;
use super::rank::rank;
use super::session::Session;
use super::set::Set;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

/// Of fewer words one is left out, or each is told by itself.
const FEWEST: usize = 4;
/// Of a sentence that was pasted only so many words count, those that weigh the most.
const MOST: usize = 8;
/// What the rarest word weighs, and how many bits the sum of all takes.
const HEAVIEST: u32 = 15;
const PLANES: usize = 7;
/// As many bits are carried to a place at most: half of those that are added at the one before, and of eight words
/// and the carries to the third place 15 are.
const CARRIES: usize = 8;
const _: () = assert!(MOST <= 8 && MOST * (HEAVIEST as usize) < 1 << PLANES);
/// What has less than so many tenths of the best is not shown; each of these is ranked by itself.
const TENTHS: [u32; 3] = [10, 8, 6];
/// By so much a document stands before those that have less of the words.
const LEVEL: u32 = 1 << 24;
/// The level at which words are met whole.
const WHOLE: usize = 2;

/// The documents that have the most of a question.
#[derive(Debug, Default)]
pub(super) struct Most {
    /// Those that have as much, the best first.
    levels: Vec<Bitmap>,
    /// The clauses by which they are ranked, by their places in the query.
    counted: Vec<usize>,
}

/// A word that documents may have.
struct Weighed<'w> {
    /// The 64 documents of each block.
    set: Cow<'w, Bitmap>,
    places: Range<usize>,
    weight: u32,
    /// It stands somewhere whole.
    is_whole: bool,
}

impl Plan {
    /// Puts the documents into the candidates that have the most of a question of which none has all: half of it by
    /// weight, and two words at least. Numbers and fields are what was asked for, and have to be met.
    pub(super) fn find_most(
        &mut self,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let is_word = |clause: &&Planned| {
            let clause = query.clauses().get(clause.number);
            clause.is_some_and(|clause| clause.plain_word().is_some())
        };
        let is_plain = self.clauses.iter().all(|clause| !clause.not);
        if !query.asks() || !is_plain || self.clauses.iter().filter(is_word).count() < FEWEST {
            return;
        }
        // What has the number of something else was not asked for.
        if self.has_unknown_number(query, session, index) {
            return;
        }
        let has_number = |clause: &Planned| {
            let options = query
                .clauses()
                .get(clause.number)
                .map(|clause| &clause.options);
            let mut forms = options.into_iter().flatten().flatten().flatten();
            forms.any(|form| symbols::has_digit(&form.word))
        };
        for clause in self.clauses.iter().filter(|clause| has_number(clause)) {
            for place in clause.words() {
                if let Some(word) = session.words_mut().get_mut(place) {
                    word.make_ready(WHOLE, index);
                }
            }
        }
        let (words, sets) = (session.words(), &session.sets);
        let mut must: Option<Bitmap> = None;
        let (mut weighed, mut unknown) = (Vec::new(), Vec::new());
        for clause in &self.clauses {
            let [mut any, mut one] = <[Bitmap; 2]>::default();
            let is_number = has_number(clause);
            let level = if is_number { WHOLE } else { usize::MAX };
            let set = clause.documents(words, sets, level, &mut any, &mut one, index);
            let set = set.map_or_else(|| Cow::Owned(any), Cow::Borrowed);
            if is_number || !clause.sets.is_empty() {
                match &mut must {
                    Some(must) => must.and(&set),
                    None => must = Some(set.into_owned()),
                }
                continue;
            }
            let words_of: Vec<&Matched> = clause
                .words()
                .filter_map(|place| words.get(place))
                .collect();
            let is_whole = words_of.iter().any(|word| word.is_whole());
            // The word keeps it from one keystroke to the next.
            let count = match (words_of.as_slice(), &set) {
                ([only], Cow::Borrowed(_)) => only.count(),
                _ => set.count(),
            };
            match count {
                0 => unknown.push(clause.number),
                _ => {
                    let rarity = rarity(count, index.len());
                    let rarity = if is_whole { rarity } else { rarity / 2.0 };
                    weighed.push((set, clause.places(), rarity, is_whole));
                }
            }
        }
        let heaviest = weighed
            .iter()
            .map(|(.., rarity, _)| *rarity)
            .fold(0.0, f64::max);
        if heaviest <= 0.0 {
            return;
        }
        let mut weighed: Vec<Weighed<'_>> = weighed
            .into_iter()
            .map(|(set, places, rarity, is_whole)| Weighed {
                set,
                places,
                is_whole,
                weight: ((rarity / heaviest * f64::from(HEAVIEST)).round() as u32).max(1),
            })
            .collect();
        weighed.sort_by_key(|word| Reverse(word.weight));
        // Where most of it stands nowhere, the rest is not what was asked for.
        if weighed.len() < unknown.len() {
            return;
        }
        let counted = weighed.get(..MOST.min(weighed.len())).unwrap_or_default();
        // What stands nowhere whole is there by chance, or with a slip: it is welcome, and not asked for.
        let whole = counted.iter().filter(|word| word.is_whole);
        let all: u32 = whole.map(|word| word.weight).sum();
        let most = weighed.first().map_or(0, |word| word.weight);
        let need = all.div_ceil(2).max(most + 1);
        if all == 0 {
            return;
        }
        let (best, blocks) = best(counted, must.as_ref(), need);
        if best < need {
            return;
        }
        let levels = levels(&blocks, best, need, index.span());
        candidates.reset(index.span());
        levels.iter().for_each(|level| candidates.or(level));
        let is_counted = |clause: &&Planned| {
            let mut counted = counted.iter();
            !clause.sets.is_empty() || counted.any(|word| word.places.start == clause.number)
        };
        let counted = self.clauses.iter().filter(is_counted);
        let counted = counted.map(|clause| clause.number).collect();
        self.most = Some(Most { levels, counted });
    }

    /// The places in the query of what the first of the documents with the most has not; none where some document
    /// has all.
    pub(super) fn lacking(
        &self,
        first: Option<&Hit>,
        session: &mut Session,
        index: &Index,
    ) -> Vec<Range<usize>> {
        let (Some(_), Some(first)) = (&self.most, first) else {
            return Vec::new();
        };
        let mut keys = Set::new(first.key as usize + 1);
        keys.insert(first.key);
        let Some(first) = index.documents_of(&keys).iter().next() else {
            return Vec::new();
        };
        let (words, sets) = (session.words(), &session.sets);
        let [mut any, mut one] = <[Bitmap; 2]>::default();
        let lacks = |clause: &&Planned| {
            let set = clause.documents(words, sets, usize::MAX, &mut any, &mut one, index);
            !set.unwrap_or(&any).contains(first)
        };
        let lacking = self.clauses.iter().filter(lacks).map(Planned::places);
        let mut lacking: Vec<Range<usize>> = lacking.chain(self.passed.clone()).collect();
        lacking.sort_by_key(|places| places.start);
        lacking
    }

    /// The best of the candidates: where these have the most of a question only, what has more of it first.
    pub(super) fn rank(
        &self,
        query: &Query,
        session: &mut Session,
        total: usize,
        limit: usize,
        index: &Index,
    ) -> Vec<Hit> {
        let Some(most) = &self.most else {
            return rank(index, self, query, session, total, limit);
        };
        let plan = self.with_only(&most.counted);
        let better = |level: usize| (most.levels.len() - 1 - level) as u32 * LEVEL;
        let with = |hit: Hit, level: usize| Hit {
            score: hit.score.min(LEVEL - 1) + better(level),
            ..hit
        };
        // To be read at all, the words of a document need a table of all words: few are ranked together.
        if total <= limit {
            let level_of = |document: u32| {
                let mut levels = most.levels.iter();
                levels.position(|level| level.contains(document))
            };
            let found = session.candidates.iter();
            let level_of: HashMap<u32, usize> = found
                .filter_map(|document| Some((index.key(document), level_of(document)?)))
                .collect();
            let level = |hit: &Hit| level_of.get(&hit.key).copied().unwrap_or_default();
            let ranked = rank(index, &plan, query, session, total, limit).into_iter();
            let mut hits: Vec<Hit> = ranked.map(|hit| with(hit, level(&hit))).collect();
            hits.sort_by_key(|hit| Reverse(hit.score));
            return hits;
        }
        let candidates = std::mem::take(&mut session.candidates);
        let mut hits: Vec<Hit> = Vec::new();
        for (number, level) in most.levels.iter().enumerate() {
            session.candidates.copy(level);
            session.candidates.and(&candidates);
            let (total, left) = (session.candidates.count(), limit - hits.len());
            if total > 0 && left > 0 {
                let of_level = rank(index, &plan, query, session, total, left).into_iter();
                hits.extend(of_level.map(|hit| with(hit, number)));
            }
        }
        session.candidates = candidates;
        hits
    }
}

/// What a word says that so many of all documents have.
fn rarity(count: usize, of: usize) -> f64 {
    (of.max(1) as f64 / count.max(1) as f64).ln()
}

/// The sum of the weights of 64 documents, a bit of each in each number, the lowest first.
type Sums = [u64; PLANES];

/// A bit of each document of a row of blocks.
type Row = [u64; IN_A_ROW];

/// The sums of a row of blocks.
type SumsOfRow = [Row; PLANES];

/// The words by the bits of their weights: those that are added at each place.
type Places<'w> = [Vec<&'w Bitmap>; PLANES];

fn places<'w>(words: &'w [Weighed<'_>]) -> Places<'w> {
    std::array::from_fn(|place| {
        let words = words.iter().filter(|word| word.weight >> place & 1 != 0);
        words.map(|word| word.set.as_ref()).collect()
    })
}

/// Adds up the weights of a row of blocks.
fn sums(places: &Places<'_>, must: Option<&Bitmap>, row: &Range<usize>) -> SumsOfRow {
    let mut sums = SumsOfRow::default();
    // What is carried from the place before, and to the next.
    let [mut from, mut to] = [[Row::default(); CARRIES]; 2];
    let mut carries = 0;
    for (sum, sets) in sums.iter_mut().zip(places) {
        let words = sets.iter().map(|set| set.row(row));
        let mut added = words.chain(from.into_iter().take(carries));
        carries = 0;
        while let Some(one) = added.next()
            && let Some(carry) = to.get_mut(carries)
        {
            (*sum, *carry) = add(*sum, one, added.next().unwrap_or_default());
            carries += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    if let Some(must) = must {
        let must = must.row(row);
        let blocks = sums.iter_mut().flat_map(|sum| sum.iter_mut().zip(must));
        blocks.for_each(|(block, must)| *block &= must);
    }
    sums
}

/// The sum of three rows of bits, and what is carried. Step by step all of a row is worked out at once.
#[inline(always)]
fn add(one: Row, two: Row, three: Row) -> (Row, Row) {
    let with = |mut row: Row, other: &Row, of: fn(&mut u64, &u64)| {
        row.iter_mut()
            .zip(other)
            .for_each(|(row, other)| of(row, other));
        row
    };
    let (xor, and, or) = (
        |row: &mut u64, other: &u64| *row ^= other,
        |row: &mut u64, other: &u64| *row &= other,
        |row: &mut u64, other: &u64| *row |= other,
    );
    let either = with(one, &two, xor);
    let both = with(one, &two, and);
    let third = with(either, &three, and);
    (with(either, &three, xor), with(both, &third, or))
}

/// Which of 64 sums are as great as that.
fn as_great(sums: &Sums, as_that: u32) -> u64 {
    let (mut greater, mut same) = (0, u64::MAX);
    for (place, plane) in sums.iter().enumerate().rev() {
        if as_that >> place & 1 == 0 {
            greater |= same & plane;
            same &= !plane;
        } else {
            same &= plane;
        }
    }
    greater | same
}

/// How many blocks the longest set has.
fn blocks(words: &[Weighed<'_>]) -> Range<usize> {
    let ends = words.iter().map(|word| word.set.blocks().len());
    0..ends.max().unwrap_or(0)
}

/// The greatest sum that any document has, as far as it is `need`, and the sums of the blocks in which a document
/// may come near to it.
fn best(words: &[Weighed<'_>], must: Option<&Bitmap>, need: u32) -> (u32, Vec<(usize, Sums)>) {
    let places = places(words);
    let mut best = need.saturating_sub(1);
    let mut found = Vec::new();
    let blocks = blocks(words);
    for first in blocks.clone().step_by(IN_A_ROW) {
        let row = first..blocks.end.min(first + IN_A_ROW);
        let sums = sums(&places, must, &row);
        // Nearly always nothing of the row comes near.
        if as_great_in_row(&sums, least(best, need)) == 0 {
            continue;
        }
        for (at, block) in row.enumerate() {
            let sums = sums.map(|plane| plane.get(at).copied().unwrap_or(0));
            if as_great(&sums, least(best, need)) != 0 {
                while as_great(&sums, best + 1) != 0 {
                    best += 1;
                }
                found.push((block, sums));
            }
        }
    }
    (best, found)
}

/// Which of the 64 sums are as great as that in any block of a row.
fn as_great_in_row(sums: &SumsOfRow, as_that: u32) -> u64 {
    let (mut greater, mut same) = ([0; IN_A_ROW], [u64::MAX; IN_A_ROW]);
    for (place, plane) in sums.iter().enumerate().rev() {
        let is_set = as_that >> place & 1 != 0;
        for ((greater, same), plane) in greater.iter_mut().zip(&mut same).zip(plane) {
            if is_set {
                *same &= plane;
            } else {
                *greater |= *same & plane;
                *same &= !plane;
            }
        }
    }
    let blocks = greater.iter().zip(same);
    blocks.fold(0, |any, (greater, same)| any | greater | same)
}

/// What is shown beside the best has as much at least.
fn least(best: u32, need: u32) -> u32 {
    let tenths = TENTHS.last().copied().unwrap_or(10);
    (best * tenths).div_ceil(10).max(need)
}

/// The documents by how near their sums come to the best.
fn levels(blocks: &[(usize, Sums)], best: u32, need: u32, span: usize) -> Vec<Bitmap> {
    let mut least: Vec<u32> = TENTHS
        .iter()
        .map(|tenths| (best * tenths).div_ceil(10).max(need))
        .collect();
    least.dedup();
    let mut levels: Vec<Bitmap> = least.iter().map(|_| Bitmap::new(span)).collect();
    for (block, sums) in blocks {
        let mut taken = 0;
        for (level, least) in levels.iter_mut().zip(&least) {
            let these = as_great(sums, *least);
            level.insert_bits(*block as u32 * 64, these & !taken);
            taken |= these;
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Document by document, each having the words of its number's bits: 255 has all eight.
    #[test]
    fn the_heaviest_words_are_added_without_a_loss() {
        let weights = [15, 15, 15, 13, 11, 7, 5, 1];
        let sets: Vec<Bitmap> = (0..weights.len())
            .map(|word| {
                let mut set = Bitmap::new(256);
                set.insert_all(
                    &(0..256)
                        .filter(|at| at >> word & 1 == 1)
                        .collect::<Vec<_>>(),
                );
                set
            })
            .collect();
        let words: Vec<Weighed<'_>> = (sets.iter().zip(weights))
            .map(|(set, weight)| Weighed {
                set: Cow::Borrowed(set),
                places: 0..1,
                weight,
                is_whole: true,
            })
            .collect();
        let planes = sums(&places(&words), None, &(0..4));
        for document in 0..256_usize {
            let of_words = (0..8).filter(|word| document >> word & 1 == 1);
            let expected: u32 = of_words.map(|word| weights[word]).sum();
            let planes = planes.iter().enumerate();
            let bits =
                planes.map(|(at, row)| ((row[document / 64] >> (document % 64) & 1) as u32) << at);
            assert_eq!(bits.sum::<u32>(), expected, "{document}");
        }
    }

    /// Each of three documents with the sum of the weights of its words.
    #[test]
    fn weights_are_added_for_64_documents_at_once() {
        let of = |documents: &[u32]| {
            let mut set = Bitmap::new(70);
            set.insert_all(documents);
            set
        };
        let word = |documents: &[u32], weight: u32| Weighed {
            set: Cow::Owned(of(documents)),
            places: 0..1,
            weight,
            is_whole: true,
        };
        // 1 has 15 + 7, 2 has 7 + 3, 69 has 15 + 7 + 3.
        let words = [word(&[1, 69], 15), word(&[1, 2, 69], 7), word(&[2, 69], 3)];
        assert_eq!(best(&words, None, 26).0, 25);
        assert_eq!(best(&words, Some(&of(&[1, 2])), 11).0, 22);
        let (most, blocks) = best(&words, None, 11);
        assert_eq!(most, 25);
        let all = levels(&blocks, most, 11, 70);
        let documents: Vec<Vec<u32>> = all.iter().map(|level| level.iter().collect()).collect();
        assert_eq!(documents, [vec![69], vec![1], vec![]]);
    }
}
