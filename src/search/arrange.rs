//! The documents in their order, with the numbers that their words have in the index, and the
//! postings of the words.

use super::between;
use super::forward::{CLASSES, Forward, MOST_DISTINCT};
use super::join::Sizes;
use super::lists::{Bins, Sorted};
use super::order::{Order, Sources};
use super::part::Part;
use super::postings::{Postings, list};
use super::threads::both;
use std::ops::Range;

/// The entries of the documents in their order, and the postings of so many words.
pub(super) fn arrange(
    parts: &[&Part],
    renumbered: &[Vec<u32>],
    order: &Order,
    words: usize,
    sizes: Sizes,
) -> (Forward, Postings) {
    let threads = sizes.threads;
    let count = order.documents.len();
    let ends = ends(parts, order);
    let total = ends.last().map_or(0, |&end| end as usize);
    // Each thread takes half of the entries.
    let half = match threads {
        ..2 => count,
        _ => ends.partition_point(|&end| (end as usize) < total / 2),
    };
    let middle = between(&ends, half).start;
    let (mut entries, mut places) = (vec![0; total], vec![0; total]);
    let (some_entries, other_entries) = entries.split_at_mut(middle);
    let (some_places, other_places) = places.split_at_mut(middle);
    let bins = Bins::new(counts(parts, renumbered, words));
    let copy = |documents: Range<usize>, start, entries, places| {
        let mut copier = Copier {
            parts,
            renumbered,
            order,
            ends: &ends,
            sources: Sources::new(order),
            start,
            entries,
            places,
        };
        let mut sorted = Sorted::new(&bins, threads);
        for document in documents {
            copier.copy(document, |word, class| {
                sorted.post(word, class, document as u32);
            });
        }
        sorted
    };
    let (others, some) = both(
        threads,
        || copy(half..count, middle, other_entries, other_places),
        || copy(0..half, 0, some_entries, some_places),
    );
    let lists = bins.write(&[some, others], count, sizes.dense, threads);
    let postings = Postings::new(lists, bins.words(), count);
    let forward = Forward {
        entries: entries.into(),
        places: places.into(),
        ends: ends.into(),
    };
    (forward, postings)
}

/// Where the entries of each document end.
fn ends(parts: &[&Part], order: &Order) -> Vec<u32> {
    let mut sources = Sources::new(order);
    let mut end = 0;
    let lengths = order.documents.iter().map(|&key| {
        let (part, place) = sources.find(key);
        let part = parts.get(part);
        part.map_or(0, |part| between(&part.ends, place).len() as u32)
    });
    lengths
        .map(|length| {
            end += length;
            end
        })
        .collect()
}

/// How many documents each list has.
fn counts(parts: &[&Part], renumbered: &[Vec<u32>], words: usize) -> Vec<u32> {
    let mut counts = vec![0; words * CLASSES];
    for (part, renumbered) in parts.iter().zip(renumbered) {
        for (of_word, &word) in part.counts.iter().zip(renumbered) {
            let counts = counts.get_mut(list(word, 0)..).unwrap_or_default();
            let counts = counts.iter_mut().zip(of_word);
            counts.for_each(|(count, of_word)| *count += of_word);
        }
    }
    counts
}

/// Takes documents from their parts.
struct Copier<'a> {
    parts: &'a [&'a Part],
    renumbered: &'a [Vec<u32>],
    order: &'a Order,
    ends: &'a [u32],
    sources: Sources<'a>,
    /// The slices begin at this entry.
    start: usize,
    entries: &'a mut [u32],
    places: &'a mut [u8],
}

impl Copier<'_> {
    /// Copies the entries of a document with the new numbers of its words; calls `post` with each
    /// word and class whose list it belongs to.
    #[inline]
    fn copy(&mut self, document: usize, mut post: impl FnMut(u32, usize)) {
        let Some(&key) = self.order.documents.get(document) else {
            return;
        };
        let (part, place) = self.sources.find(key);
        let (Some(part), Some(renumbered)) = (self.parts.get(part), self.renumbered.get(part))
        else {
            return;
        };
        let from = between(&part.ends, place);
        let to = between(self.ends, document);
        let to = to.start - self.start..to.end - self.start;
        let words = part.entries.get(from.clone()).unwrap_or_default();
        let entries = self.entries.get_mut(to.clone()).unwrap_or_default();
        for (to, entry) in entries.iter_mut().zip(words) {
            let word = renumbered.get(entry.word() as usize).copied();
            let word = word.unwrap_or(MOST_DISTINCT);
            *to = entry.with(word, entry.is_repeat()).bits();
            if !entry.is_repeat() {
                post(word, entry.class());
            }
        }
        let from = part.places.get(from).unwrap_or_default();
        if let Some(to) = self.places.get_mut(to)
            && to.len() == from.len()
        {
            to.copy_from_slice(from);
        }
    }
}
