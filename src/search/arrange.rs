//! The documents in their order, with the numbers that their words have in the index, and the
//! postings of the words.

use super::between;
use super::forward::{CLASSES, Forward, MOST_DISTINCT};
use super::join::Sizes;
use super::order::{Order, Sources};
use super::part::Part;
use super::postings::{Postings, list};
use super::threads::both;
use std::sync::atomic::{AtomicU32, Ordering};

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
    let lists = lists(parts, renumbered, words);
    let (mut starts, mut backs) = (begins(&lists), lists.clone());
    let posted = lists.last().map_or(0, |&end| end as usize);
    let documents: Vec<AtomicU32> = std::iter::repeat_with(AtomicU32::default)
        .take(posted)
        .collect();
    let put = |place: u32, document: u32| {
        if let Some(to) = documents.get(place as usize) {
            to.store(document, Ordering::Relaxed);
        }
    };
    let copier = |start, entries, places| Copier {
        parts,
        renumbered,
        order,
        ends: &ends,
        sources: Sources::new(order),
        start,
        entries,
        places,
    };
    // One thread fills the lists of the words from their beginnings on, the other one from their ends
    // back: neither needs to know how many the other finds.
    both(
        threads,
        || {
            let mut copier = copier(middle, other_entries, other_places);
            for document in (half..count).rev() {
                copier.copy(document, |list| {
                    if let Some(back) = backs.get_mut(list) {
                        *back -= 1;
                        put(*back, document as u32);
                    }
                });
            }
        },
        || {
            let mut copier = copier(0, some_entries, some_places);
            for document in 0..half {
                copier.copy(document, |list| {
                    if let Some(start) = starts.get_mut(list) {
                        put(*start, document as u32);
                        *start += 1;
                    }
                });
            }
        },
    );
    let forward = Forward {
        entries: entries.into(),
        places: places.into(),
        ends: ends.into(),
    };
    let documents: Vec<u32> = documents.into_iter().map(AtomicU32::into_inner).collect();
    let postings = Postings::new(&lists, &documents, count, sizes.dense, threads);
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

/// Where the list of each word and class ends.
fn lists(parts: &[&Part], renumbered: &[Vec<u32>], words: usize) -> Vec<u32> {
    let mut ends = vec![0; words * CLASSES];
    for (part, renumbered) in parts.iter().zip(renumbered) {
        for (counts, &word) in part.counts.iter().zip(renumbered) {
            let ends = ends.get_mut(list(word, 0)..).unwrap_or_default();
            ends.iter_mut()
                .zip(counts)
                .for_each(|(end, count)| *end += count);
        }
    }
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum;
    }
    ends
}

/// Where each list begins.
fn begins(ends: &[u32]) -> Vec<u32> {
    let before = ends.len().saturating_sub(1);
    std::iter::once(0)
        .chain(ends.iter().copied().take(before))
        .collect()
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
    /// Copies the entries of a document with the new numbers of its words; calls `post` with the
    /// number of each list that it belongs to.
    #[inline]
    fn copy(&mut self, document: usize, mut post: impl FnMut(usize)) {
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
                post(list(word, entry.class()));
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
