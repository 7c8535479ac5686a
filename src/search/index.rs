//! The index: vocabulary and postings, and the search over them.

use super::bitmap::{Bitmap, Ranked};
use super::fold::{Folded, words};
use super::intern::Interner;
use super::postings::{Builder, Occurrence, Postings};
use super::query::{Form, MOST_WORDS};
use super::score::{self, Met, Worth};
use super::vocabulary::{Match, Vocabulary};
use super::{Document, Hit, Query, Results, Search};
use std::cmp::Reverse;

/// Slips are thought of where a word is met in fewer documents than these.
const FEW: usize = 3;
/// Between two fields, so that their words are not neighbours.
const FIELD_GAP: usize = 8;

/// All documents, to be searched.
pub struct Index {
    vocabulary: Vocabulary,
    postings: Postings,
    weights: Vec<u8>,
    /// How many words each document has.
    lengths: Vec<u16>,
    groups: Vec<u32>,
}

impl Index {
    /// Reads the documents. Their keys are 0, 1, 2… in the order in which they come.
    #[must_use]
    pub fn build<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        let mut interner = Interner::new();
        let mut builder = Builder::default();
        let (mut weights, mut lengths, mut groups) = (Vec::new(), Vec::new(), Vec::new());
        let (mut folded, mut scratch) = (Folded::default(), Vec::new());
        for document in documents {
            let (mut length, mut position) = (0, 0);
            for (field, text) in &document.fields {
                folded.refill(text);
                let runs = folded.runs().len();
                words::each(&folded, &mut scratch, |word| {
                    let whole = word.runs == runs && !word.piece;
                    let occurrence =
                        Occurrence::new(*field, whole, word.piece, position + word.position);
                    builder.add(interner.number(word.symbols), occurrence);
                });
                length += runs;
                position += runs + FIELD_GAP;
            }
            builder.end_document();
            weights.push(document.weight);
            lengths.push(u16::try_from(length).unwrap_or(u16::MAX));
            groups.push(document.group);
        }
        Self {
            vocabulary: Vocabulary::new(interner),
            postings: builder.finish(),
            weights,
            lengths,
            groups,
        }
    }

    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The group that was given with a document.
    #[must_use]
    pub fn group(&self, key: u32) -> Option<u32> {
        self.groups.get(key as usize).copied()
    }

    /// The words of the query with what they match. A code that is nowhere written as one is
    /// taken as its parts; digits that were typed apart are taken as one number where no
    /// document has the parts.
    fn terms<'q>(&self, query: &'q Query) -> Vec<Matched<'q>> {
        let mut terms = Vec::new();
        for term in query.terms() {
            let joined = || Matched::strict(self, &term.word);
            let parts = || {
                term.parts
                    .iter()
                    .map(|part| Matched::strict(self, part))
                    .collect::<Vec<_>>()
            };
            match term.form {
                Form::Word => terms.push(joined()),
                Form::Code => {
                    let joined = joined();
                    if joined.words.is_empty() {
                        terms.extend(parts())
                    } else {
                        terms.push(joined)
                    }
                }
                Form::Apart => {
                    let (joined, parts) = (joined(), parts());
                    let whole = and(&parts).count() == 0 && !joined.words.is_empty();
                    if whole {
                        terms.push(joined)
                    } else {
                        terms.extend(parts)
                    }
                }
            }
        }
        terms.truncate(MOST_WORDS);
        terms
    }

    /// The documents that have all words.
    fn candidates(&self, terms: &mut [Matched<'_>]) -> Bitmap {
        for term in terms
            .iter_mut()
            .filter(|term| !term.whole && term.documents.count() < FEW)
        {
            term.forgive(self);
        }
        let all = and(terms);
        if all.count() > 0 {
            return all;
        }
        terms
            .iter_mut()
            .filter(|term| !term.forgiven)
            .for_each(|term| term.forgive(self));
        and(terms)
    }

    /// How each candidate has each word, at its best: a row of `terms.len()` a candidate.
    fn meet(&self, terms: &[Matched<'_>], candidates: &Ranked, count: usize) -> Vec<Met> {
        let mut best = vec![Met::default(); count * terms.len()];
        for (column, term) in terms.iter().enumerate() {
            for matched in &term.words {
                let worth = Worth::new(matched.tier, matched.closeness);
                let (documents, occurrences) = self.postings.of(matched.word);
                for (&document, &occurrence) in documents.iter().zip(occurrences) {
                    let Some(rank) = candidates.rank(document) else {
                        continue;
                    };
                    if let Some(best) = best.get_mut(rank * terms.len() + column) {
                        *best = worth.at(occurrence).max(*best);
                    }
                }
            }
        }
        best
    }
}

impl Search for Index {
    fn search(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(u32) -> bool>) -> Results {
        if query.is_empty() {
            return Results::default();
        }
        let mut terms = self.terms(query);
        let mut candidates = self.candidates(&mut terms);
        if let Some(allow) = allow {
            candidates.retain(allow);
        }
        let total = candidates.count();
        if total == 0 || limit == 0 {
            return Results {
                hits: Vec::new(),
                total,
            };
        }
        let candidates = candidates.ranked();
        let best = self.meet(&terms, &candidates, total);
        let is_number = query.is_number();
        let mut hits: Vec<Hit> = candidates
            .iter()
            .zip(best.chunks(terms.len().max(1)))
            .map(|(key, met)| {
                let weight = self.weights.get(key as usize).copied().unwrap_or(0);
                let length = self.lengths.get(key as usize).copied().unwrap_or(0);
                Hit {
                    key,
                    score: score::score(met, is_number, weight, length),
                }
            })
            .collect();
        let order = |hit: &Hit| (Reverse(hit.score), hit.key);
        if limit < hits.len() {
            hits.select_nth_unstable_by_key(limit, order);
            hits.truncate(limit);
        }
        hits.sort_unstable_by_key(order);
        Results { hits, total }
    }
}

/// A word of the query, the words of the vocabulary that answer it, and their documents.
struct Matched<'q> {
    typed: &'q [u8],
    words: Vec<Match>,
    documents: Bitmap,
    /// It was met as it was typed.
    whole: bool,
    forgiven: bool,
}

impl<'q> Matched<'q> {
    fn strict(index: &Index, typed: &'q [u8]) -> Self {
        let words = index.vocabulary.strict(typed);
        let whole = words.iter().any(|matched| matched.tier.is_whole());
        let mut term = Self {
            typed,
            words: Vec::new(),
            documents: Bitmap::new(index.len()),
            whole,
            forgiven: false,
        };
        term.add(index, words);
        term
    }

    /// Adds the words that answer with a slip, where no stricter rule has found them.
    fn forgive(&mut self, index: &Index) {
        self.forgiven = true;
        let words = index.vocabulary.forgiving(self.typed);
        self.add(index, words);
    }

    fn add(&mut self, index: &Index, words: Vec<Match>) {
        for matched in &words {
            index
                .postings
                .of(matched.word)
                .0
                .iter()
                .for_each(|&document| self.documents.insert(document));
        }
        self.words.extend(words);
    }
}

fn and(terms: &[Matched<'_>]) -> Bitmap {
    let mut terms = terms.iter();
    let mut all = terms
        .next()
        .map_or_else(|| Bitmap::new(0), |term| term.documents.clone());
    terms.for_each(|term| all.and(&term.documents));
    all
}
