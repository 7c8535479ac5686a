//! Parts that were read become one index: one vocabulary, the documents in the order of their own
//! worth, postings, and what is made beforehand. On two threads where it pays.

use super::arrange::{Body, arrange};
use super::edges::Edges;
use super::forward::MOST_DISTINCT;
use super::index::Index;
use super::intern::{Interner, Words};
use super::keys::Keys;
use super::order::Order;
use super::owns::Owns;
use super::part::{Part, head};
use super::segment::Segment;
use super::threads::{both, threads};
use super::translit::Sounds;
use super::unions::Unions;
use super::vocabulary::Vocabulary;
use std::borrow::{Borrow, Cow};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// With fewer entries than this, a second thread costs more than it brings.
const FEW: usize = 200_000;
/// Uniting what costs less than this is quick enough as one types…
const CHEAP: usize = 5_000;
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
    fn of(parts: &[Cow<'_, Part>]) -> Self {
        let entries = parts.iter().map(|part| part.entries.len()).sum::<usize>();
        let documents = parts.iter().map(|part| part.len()).sum::<usize>();
        Self {
            threads: if entries < FEW { 1 } else { threads() },
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
    join_up(
        parts
            .iter()
            .map(|part| Cow::Borrowed(part.borrow()))
            .collect(),
    )
}

pub(super) fn join_up(parts: Vec<Cow<'_, Part>>) -> Index {
    let sizes = Sizes::of(&parts);
    joined(parts, sizes)
}

#[cfg(test)]
pub(super) fn join_with<P: Borrow<Part>>(parts: &[P], sizes: Sizes) -> Index {
    let parts = parts.iter().map(|part| Cow::Borrowed(part.borrow()));
    joined(parts.collect(), sizes)
}

fn joined(parts: Vec<Cow<'_, Part>>, sizes: Sizes) -> Index {
    Index {
        identity: identity(),
        ranked: sizes.ranked,
        first: Arc::new(segment_with(parts, sizes)),
        amendment: None,
    }
}

pub(super) fn segment<P: Borrow<Part>>(parts: &[P]) -> Segment {
    let parts: Vec<Cow<'_, Part>> = (parts.iter())
        .map(|part| Cow::Borrowed(part.borrow()))
        .collect();
    let sizes = Sizes::of(&parts);
    segment_with(parts, sizes)
}

fn segment_with(mut parts: Vec<Cow<'_, Part>>, sizes: Sizes) -> Segment {
    let threads = sizes.threads;
    let bodies: Vec<Body<'_>> = parts.iter_mut().map(Body::of).collect();
    let parts: Vec<&Part> = parts.iter().map(Borrow::borrow).collect();
    let parts = parts.as_slice();
    let Merged { words, renumbered } = merge(parts, threads);
    let order = Order::new(parts);
    let count = words.len();
    // The words are all that the vocabulary needs; the documents need only their numbers.
    let ((vocabulary, sounds, edges), (forward, postings)) = both(
        threads,
        || {
            let sounds = Sounds::new(words.iter());
            let edges = Edges::new(parts, &renumbered, &order, count);
            (Vocabulary::new(words), sounds, edges)
        },
        || arrange(parts, bodies, &renumbered, &order, count, sizes),
    );
    let count = order.documents.len();
    let unions = Unions::new(&vocabulary, &postings, count, sizes);
    let names = order.names(parts);
    Segment {
        sounds,
        vocabulary,
        forward,
        postings,
        unions,
        names,
        edges,
        owns: Owns::new(&order.owns),
        keys: Keys::new(&order.documents),
        cut: order.cut(parts).into(),
    }
}

/// The words of all parts.
struct Merged {
    /// Each once, in the order of their letters.
    words: Words,
    /// For each part the new numbers of its words.
    renumbered: Vec<Vec<u32>>,
}

/// Costs as much as the parts have words, however many parts they are.
fn merge(parts: &[&Part], threads: usize) -> Merged {
    let (met, mut renumbered) = number(parts, threads);
    let mut order: Vec<(u64, u32)> = met.iter().map(head).zip(0..).collect();
    order.sort_unstable_by(|a, b| (a.0.cmp(&b.0)).then_with(|| met.get(a.1).cmp(met.get(b.1))));
    let mut words = Words {
        letters: Vec::with_capacity(met.letters.len()),
        ends: Vec::with_capacity(met.len()),
    };
    let mut places = vec![MOST_DISTINCT; met.len()];
    for (place, (_, word)) in (0..).zip(order) {
        words.push(met.get(word));
        if let Some(to) = places.get_mut(word as usize) {
            *to = place;
        }
    }
    for number in renumbered.iter_mut().flatten() {
        *number = places
            .get(*number as usize)
            .copied()
            .unwrap_or(MOST_DISTINCT);
    }
    Merged { words, renumbered }
}

/// The words of all parts in no order, and for each part the numbers of its words among them.
fn number(parts: &[&Part], threads: usize) -> (Words, Vec<Vec<u32>>) {
    let number = |parts: &[&Part]| {
        let mut interner = Interner::default();
        let numbers: Vec<Vec<u32>> = parts
            .iter()
            .map(|part| interner.numbers(&part.words))
            .collect();
        (interner, numbers)
    };
    if threads < 2 {
        let (interner, numbers) = number(parts);
        return (interner.into_words(), numbers);
    }
    let (some, others) = parts.split_at(parts.len() / 2);
    let ((others, more), (mut interner, mut numbers)) =
        both(threads, || number(others), || number(some));
    let renumbered = interner.numbers(&others.into_words());
    let renumber = |number: u32| renumbered.get(number as usize).copied();
    numbers.extend(more.into_iter().map(|mut numbers| {
        for number in &mut numbers {
            *number = renumber(*number).unwrap_or(MOST_DISTINCT);
        }
        numbers
    }));
    (interner.into_words(), numbers)
}
