//! Parts that were read become one index: one vocabulary, the documents in the order of their own
//! worth, postings, and what is made beforehand. On two threads where it pays.

use super::forward::{CLASSES, Entry, Forward};
use super::index::Index;
use super::name::Names;
use super::part::Part;
use super::postings::{Postings, list};
use super::score;
use super::translit::Sounds;
use super::unions::Unions;
use super::vocabulary::Vocabulary;
use std::borrow::Borrow;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// With fewer entries than this, a second thread costs more than it brings.
const FEW: usize = 200_000;
/// Uniting what costs less than this is quick enough as one types…
const CHEAP: usize = 20_000;
/// …and in large libraries, than a document out of so many.
const SHARE: usize = 5;

/// From which sizes on things are done in another way; nothing that is found depends on them but
/// the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub threads: usize,
    /// Lists of more documents become sets.
    pub dense: usize,
    /// Uniting what costs more is done beforehand.
    pub cheap: usize,
    /// How many documents are scored where very many answer.
    pub ranked: usize,
}

impl Sizes {
    fn of(parts: &[&Part]) -> Self {
        let entries = parts.iter().map(|part| part.entries.len()).sum::<usize>();
        let documents = parts.iter().map(|part| part.len()).sum::<usize>();
        Self {
            threads: if entries < FEW { 1 } else { super::threads() },
            dense: (documents / 32).max(64),
            cheap: (documents / SHARE).max(CHEAP),
            ranked: 1024,
        }
    }
}

/// A number that tells an index from all others.
pub(super) fn identity() -> u64 {
    static IDENTITY: AtomicU64 = AtomicU64::new(1);
    IDENTITY.fetch_add(1, Ordering::Relaxed)
}

pub(super) fn join<P: Borrow<Part>>(parts: &[P]) -> Index {
    let parts: Vec<&Part> = parts.iter().map(Borrow::borrow).collect();
    join_with(&parts, Sizes::of(&parts))
}

pub(super) fn join_with<P: Borrow<Part>>(parts: &[P], sizes: Sizes) -> Index {
    let parts: Vec<&Part> = parts.iter().map(Borrow::borrow).collect();
    let parts = parts.as_slice();
    let threads = sizes.threads;
    let (renumbered, words) = merge(parts);
    let order = Order::new(parts);
    // The words are all that the vocabulary needs; the documents need only their numbers.
    let ((vocabulary, sounds), (forward, postings)) = both(
        threads,
        || {
            let letters = |&(part, word): &(u32, u32)| {
                let part = parts.get(part as usize);
                part.map_or(&[] as &[u8], |part| part.words.get(word))
            };
            let sounds = Sounds::new(words.iter().map(letters));
            (Vocabulary::new(words.iter().map(letters)), sounds)
        },
        || arrange(parts, &renumbered, &order, words.len(), sizes),
    );
    let count = order.documents.len();
    let unions = Unions::new(&vocabulary, &postings, count, sizes);
    let names = order.names(parts);
    Index {
        sounds,
        identity: identity(),
        ranked: sizes.ranked,
        vocabulary,
        forward,
        postings,
        unions,
        names,
        owns: order.owns.into(),
        keys: order.documents.into(),
    }
}

/// Does two things, at the same time where there are threads.
fn both<A: Send, B>(
    threads: usize,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if threads < 2 {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let first = scope.spawn(one);
        let second = other();
        match first.join() {
            Ok(first) => (first, second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// The distinct words of all parts in the order of their letters, each as its part and number
/// there; and for each part the new numbers of its words.
fn merge(parts: &[&Part]) -> (Vec<Vec<u32>>, Vec<(u32, u32)>) {
    let letters = |&(part, word): &(u32, u32)| {
        let part = parts.get(part as usize);
        part.map_or(&[] as &[u8], |part| part.words.get(word))
    };
    let mut all: Vec<(u32, u32)> = Vec::new();
    for (number, part) in (0..).zip(parts) {
        all.extend(part.order.iter().map(|&word| (number, word)));
    }
    if parts.len() > 1 {
        // The parts are in order: this only merges them.
        all.sort_by(|a, b| letters(a).cmp(letters(b)));
    }
    let mut renumbered: Vec<Vec<u32>> =
        parts.iter().map(|part| vec![0; part.words.len()]).collect();
    let mut distinct: Vec<(u32, u32)> = Vec::with_capacity(all.len());
    for word in all {
        if distinct
            .last()
            .is_none_or(|last| letters(last) != letters(&word))
        {
            distinct.push(word);
        }
        let (part, place) = word;
        let numbers = renumbered.get_mut(part as usize);
        if let Some(number) = numbers.and_then(|numbers| numbers.get_mut(place as usize)) {
            *number = distinct.len() as u32 - 1;
        }
    }
    (renumbered, distinct)
}

/// The order of the documents: what is worth more by itself first, equals as they were given.
struct Order {
    /// The key of each document.
    documents: Vec<u32>,
    /// What each is worth.
    owns: Vec<u16>,
    /// The first key of each part.
    firsts: Vec<u32>,
}

impl Order {
    fn new(parts: &[&Part]) -> Self {
        let mut firsts = Vec::with_capacity(parts.len());
        let mut worths = Vec::new();
        for part in parts {
            firsts.push(worths.len() as u32);
            let both = part.weights.iter().zip(&part.lengths);
            worths.extend(both.map(|(&weight, &length)| score::own(weight, length) as u16));
        }
        let least = |worth: u16| score::MOST_OWN as usize - usize::from(worth);
        let mut starts = vec![0; score::MOST_OWN as usize + 2];
        for &worth in &worths {
            if let Some(count) = starts.get_mut(least(worth) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut documents = vec![0; worths.len()];
        let mut owns = vec![0; worths.len()];
        for (key, &worth) in (0..).zip(&worths) {
            let Some(next) = starts.get_mut(least(worth)) else {
                continue;
            };
            if let (Some(document), Some(own)) = (documents.get_mut(*next), owns.get_mut(*next)) {
                (*document, *own) = (key, worth);
            }
            *next += 1;
        }
        Self {
            documents,
            owns,
            firsts,
        }
    }

    /// The part of a document and its number there.
    fn source(&self, key: u32) -> (usize, usize) {
        let part = self.firsts.partition_point(|&first| first <= key) - 1;
        let first = self.firsts.get(part).copied().unwrap_or(0);
        (part, (key - first) as usize)
    }

    fn names(&self, parts: &[&Part]) -> Names {
        if parts.iter().all(|part| part.names.is_empty()) {
            return Names::default();
        }
        let mut places = vec![0; self.documents.len()];
        for (place, &key) in (0..).zip(&self.documents) {
            if let Some(to) = places.get_mut(key as usize) {
                *to = place;
            }
        }
        let parts = parts.iter().zip(&self.firsts);
        Names::new(parts.flat_map(|(part, &first)| {
            let places = &places;
            part.names.iter().filter_map(move |&(name, number)| {
                let place = places.get((first + number) as usize)?;
                Some((name, *place))
            })
        }))
    }
}

/// The entries of the documents in their order, and the postings of the words.
fn arrange(
    parts: &[&Part],
    renumbered: &[Vec<u32>],
    order: &Order,
    words: usize,
    sizes: Sizes,
) -> (Forward, Postings) {
    let threads = sizes.threads;
    let total = parts.iter().map(|part| part.entries.len()).sum();
    let count = order.documents.len();
    let mut all_entries = vec![0; total];
    let mut all_places = vec![0; total];
    let mut ends = Vec::with_capacity(count);
    let mut end = 0;
    // Where half of the entries are: each thread takes a half.
    let (mut half, mut half_entries) = (count, total);
    for (number, &key) in order.documents.iter().enumerate() {
        let (part, place) = order.source(key);
        let length = parts
            .get(part)
            .map_or(0, |part| super::between(&part.ends, place).len());
        end += length;
        ends.push(end as u32);
        if threads > 1 && half == count && end >= total / 2 {
            (half, half_entries) = (number + 1, end);
        }
    }
    let (entries, more_entries) = all_entries.split_at_mut(half_entries);
    let (places, more_places) = all_places.split_at_mut(half_entries);
    let (keys, more_keys) = order.documents.split_at(half);
    let fill = |keys: &[u32], entries: &mut [u32], places: &mut [u8]| {
        let mut filler = Filler {
            counts: vec![0; words * CLASSES],
            met: vec![0; words],
        };
        let mut at = 0;
        for (number, &key) in (0_u32..).zip(keys) {
            let (part, place) = order.source(key);
            let (Some(part), Some(renumbered)) = (parts.get(part), renumbered.get(part)) else {
                continue;
            };
            let range = super::between(&part.ends, place);
            let to = at..at + range.len();
            at = to.end;
            let from = part.entries.get(range.clone()).unwrap_or_default();
            let entries = entries.get_mut(to.clone()).unwrap_or_default();
            for (to, from) in entries.iter_mut().zip(from) {
                let word = renumbered.get(from.word() as usize).copied();
                *to = filler.take(number, *from, word.unwrap_or(0)).bits();
            }
            let from = part.places.get(range).unwrap_or_default();
            let places = places.get_mut(to).unwrap_or_default();
            places
                .iter_mut()
                .zip(from)
                .for_each(|(to, from)| *to = *from);
        }
        filler.counts
    };
    let (mut more, mut starts) = both(
        threads,
        || fill(more_keys, more_entries, more_places),
        || fill(keys, entries, places),
    );
    let forward = Forward {
        entries: all_entries.into(),
        places: all_places.into(),
        ends: ends.into(),
    };
    // The counts of the halves become the places where each begins to write.
    let mut ends = vec![0; words * CLASSES];
    let mut sum = 0;
    for ((start, more), end) in starts.iter_mut().zip(&mut more).zip(&mut ends) {
        let (of_first, of_second) = (*start, *more);
        *start = sum;
        *more = sum + of_first;
        sum += of_first + of_second;
        *end = sum;
    }
    let documents: Vec<AtomicU32> = std::iter::repeat_with(AtomicU32::default)
        .take(sum as usize)
        .collect();
    let write = |range: std::ops::Range<usize>, starts: &mut [u32]| {
        for document in range {
            for (entry, _) in forward
                .of(document as u32)
                .filter(|(entry, _)| !entry.is_repeat())
            {
                let Some(next) = starts.get_mut(list(entry.word(), entry.class())) else {
                    continue;
                };
                if let Some(to) = documents.get(*next as usize) {
                    to.store(document as u32, Ordering::Relaxed);
                }
                *next += 1;
            }
        }
    };
    both(
        threads,
        || write(half..count, &mut more),
        || write(0..half, &mut starts),
    );
    let documents: Vec<u32> = documents.into_iter().map(AtomicU32::into_inner).collect();
    let postings = Postings::new(ends, &documents, count, sizes.dense);
    (forward, postings)
}

/// Gives the words of documents their new numbers and counts their postings.
struct Filler {
    counts: Vec<u32>,
    /// The document that had each word last, and its best class there.
    met: Vec<u32>,
}

impl Filler {
    #[inline]
    fn take(&mut self, document: u32, entry: Entry, word: u32) -> Entry {
        let class = entry.class();
        let Some(met) = self.met.get_mut(word as usize) else {
            return entry;
        };
        let bound = (document + 1) << 2;
        let here = bound | (CLASSES - 1 - class) as u32;
        // A better class of the same document is a greater number.
        let repeat = *met >= here;
        if !repeat {
            *met = here;
            if let Some(count) = self.counts.get_mut(list(word, class)) {
                *count += 1;
            }
        }
        entry.with(word, repeat)
    }
}
