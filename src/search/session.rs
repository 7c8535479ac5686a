//! What a search keeps while one types: the words that were looked up, to be used again with the
//! next letter, and memory.

use super::Query;
use super::bitmap::Bitmap;
use super::index::Index;
use super::matched::{Matched, Thought, is_beginning};
use super::narrow::Narrow;
use super::query::Term;
use super::score::Met;
use super::set::Set;
use std::sync::Arc;

/// So many words are kept between searches…
const KEPT: usize = 16;
/// …and so many of a letter or two: each query begins with one, they come again the soonest, and
/// looking them up costs the most, for very many words answer them.
const KEPT_SHORT: usize = 24;
/// The memory of so many others is kept for new words: a query that is pasted has more words than are
/// kept, and memory that the system gives anew costs more than looking them up.
const MOST_SPARE: usize = 32;
/// A second thread pays from so many new words times documents on.
const WORTH_A_THREAD: usize = 2_000_000;

/// The memory of a person who types. It belongs to whoever asks; used with another index, it
/// starts afresh.
#[derive(Debug, Default)]
pub struct Session {
    /// The index that the words were looked up in.
    index: u64,
    words: Vec<Matched>,
    /// Words that are kept no more, for their memory.
    spare: Vec<Matched>,
    /// Counts the searches.
    now: u64,
    /// Sets that were given, in the order of the documents.
    pub(super) sets: Vec<KeptSet>,
    /// What was read otherwise than it was typed, and how.
    pub(super) read_as: Vec<(String, String)>,
    /// What of that has slips, and the words that were met for it.
    pub(super) corrected: Vec<(String, String)>,
    /// Two words that are read as one with a slip, and the words that are met for them.
    pub(super) joined: Vec<(Vec<u8>, Vec<u8>)>,
    /// What answered words with two slips.
    pub(super) narrow: Narrow,
    pub(super) candidates: Bitmap,
    pub(super) scratch: [Bitmap; 2],
    pub(super) met: Vec<Met>,
}

impl Session {
    /// A session that has seen nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A new search begins.
    pub(super) fn begin(&mut self, index: &Index) {
        if self.index != index.identity {
            self.index = index.identity;
            self.words.clear();
            self.sets.clear();
            self.narrow.clear();
        }
        let mut left = [KEPT, KEPT_SHORT];
        let others = self.words.extract_if(.., |word| {
            let left = left.get_mut(usize::from(word.is_beginning()));
            left.is_none_or(|left| {
                let is_room = *left > 0;
                *left = left.saturating_sub(1);
                !is_room
            })
        });
        self.spare.extend(others.map(Matched::without_levels));
        self.spare.truncate(MOST_SPARE);
        if self.sets.len() > KEPT {
            self.sets.clear();
        }
        self.now += 1;
    }

    /// The place of a word that was looked up, now or before.
    pub(super) fn look_up(&mut self, term: &Term, index: &Index) -> usize {
        let place = self.words.iter().position(|word| word.is(term));
        let place = place.unwrap_or_else(|| {
            let is_beginning = (term.first()).is_some_and(|form| is_beginning(&form.word));
            let place = self.room(is_beginning);
            if let Some(word) = self.words.get_mut(place) {
                word.fill(term, index);
            }
            place
        });
        self.touch(place)
    }

    /// The place of a word with what answers it with slips, as far as these are to be thought of. The word
    /// without them is kept too: the next query may find enough by it.
    pub(super) fn forgiven(&mut self, place: usize, thought: Thought, index: &Index) -> usize {
        let Some(strict) = self.words.get(place) else {
            return place;
        };
        if let Some(known) = self
            .words
            .iter()
            .position(|word| word.is_forgiven(strict, thought))
        {
            return self.touch(known);
        }
        let is_beginning = strict.is_beginning();
        self.touch(place);
        let room = self.room(is_beginning);
        let mut word = self.words.get_mut(room).map(std::mem::take);
        if let (Some(word), Some(strict)) = (&mut word, self.words.get(place)) {
            word.forgive(strict, thought, index, &mut self.narrow);
        }
        if let (Some(room), Some(word)) = (self.words.get_mut(room), word) {
            *room = word;
        }
        self.touch(room)
    }

    /// The same with what a short word is in Arabic letters. The next letter makes it longer: it is not
    /// kept.
    pub(super) fn heard_short(&mut self, place: usize, index: &Index) -> usize {
        self.changed(place, |word| word.hear_short(index))
    }

    /// The same with slips in it.
    pub(super) fn forgiven_short(&mut self, place: usize, asks: bool, index: &Index) -> usize {
        self.changed(place, |word| word.forgive_short(asks, index))
    }

    fn changed(&mut self, place: usize, change: impl FnOnce(&mut Matched)) -> usize {
        let Some(word) = self.words.get(place) else {
            return place;
        };
        let mut word = word.clone();
        change(&mut word);
        self.words.push(word);
        self.touch(self.words.len() - 1)
    }

    /// A place for one word more: of those of its length, the word that was not asked for the longest
    /// gives its memory.
    fn room(&mut self, is_beginning: bool) -> usize {
        let kept = if is_beginning { KEPT_SHORT } else { KEPT };
        let words = (0..).zip(&self.words);
        let alike = words.filter(|(_, word)| word.is_beginning() == is_beginning);
        let oldest = (alike.clone())
            .filter(|(_, word)| word.used < self.now)
            .min_by_key(|(_, word)| word.used);
        match oldest {
            Some((place, _)) if alike.count() >= kept => place,
            _ => {
                self.words.push(self.spare.pop().unwrap_or_default());
                self.words.len() - 1
            }
        }
    }

    /// Notes that a word was asked for now.
    fn touch(&mut self, place: usize) -> usize {
        if let Some(word) = self.words.get_mut(place) {
            word.used = self.now;
        }
        place
    }

    /// The place of a set, put in the order of the documents now or before.
    pub(super) fn place_of_set(&mut self, set: &Arc<Set>, index: &Index) -> usize {
        let place = self
            .sets
            .iter()
            .position(|kept| Arc::ptr_eq(&kept.set, set));
        place.unwrap_or_else(|| {
            self.sets.push(KeptSet {
                set: set.clone(),
                documents: index.documents_of(set),
                is_empty: set.is_empty(),
            });
            self.sets.len() - 1
        })
    }

    /// Takes the candidates away that are not in a set.
    pub(super) fn keep_only(&mut self, place: usize) {
        if let Some(set) = self.sets.get(place) {
            self.candidates.and(&set.documents);
        }
    }

    /// Looks up the words of a query that was pasted on two threads, where that pays.
    pub(super) fn prepare(&mut self, query: &Query, index: &Index) {
        let mut missing: Vec<&Term> = Vec::new();
        let clauses = query.clauses().iter();
        for term in clauses.flat_map(|clause| clause.options.iter().flatten()) {
            if !self.words.iter().any(|word| word.is(term)) && !missing.contains(&term) {
                missing.push(term);
            }
        }
        if missing.len() * index.len() < WORTH_A_THREAD || missing.len() < 2 {
            return;
        }
        let kept = self.spare.len().saturating_sub(missing.len());
        let mut spare = self.spare.split_off(kept);
        let spare_of_others = spare.split_off(spare.len() / 2);
        let look_up = |terms: &[&Term], spare: Vec<Matched>| -> Vec<Matched> {
            let mut spare = spare.into_iter();
            let matched = terms.iter().map(|term| {
                let mut word = spare.next().unwrap_or_default();
                word.fill(term, index);
                word.used = self.now;
                word
            });
            matched.collect()
        };
        let (some, others) = missing.split_at(missing.len() / 2);
        let (mut some, others) = std::thread::scope(|scope| {
            let others = scope.spawn(|| look_up(others, spare_of_others));
            (look_up(some, spare), others.join().unwrap_or_default())
        });
        some.extend(others);
        self.words.append(&mut some);
    }

    /// The words that were looked up.
    pub(super) fn words(&self) -> &[Matched] {
        &self.words
    }

    pub(super) fn words_mut(&mut self) -> &mut [Matched] {
        &mut self.words
    }
}

/// A set that was given by keys, in the order of the documents of the index.
#[derive(Debug)]
pub(super) struct KeptSet {
    set: Arc<Set>,
    documents: Bitmap,
    is_empty: bool,
}

impl KeptSet {
    pub const fn documents(&self) -> &Bitmap {
        &self.documents
    }

    /// The set as it was given.
    pub fn keys(&self) -> &Set {
        &self.set
    }

    /// Whether there is none in it.
    pub const fn is_empty(&self) -> bool {
        self.is_empty
    }
}
