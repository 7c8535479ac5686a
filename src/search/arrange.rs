//! The documents in their order, with the numbers that their words have in the index, and the
//! postings of the words.

use super::between;
use super::forward::{CLASSES, Entry, Forward, MOST_DISTINCT};
use super::join::Sizes;
use super::lengths::Lengths;
use super::lists::{Bins, Lists, Sorted};
use super::order::Order;
use super::part::Part;
use super::postings::{Postings, list};
use super::threads::both;
use std::borrow::Cow;
use std::ops::Range;

/// About so many postings are sorted at a time.
const SORTED: usize = 1 << 24;

/// One document in so many.
const SELDOM: usize = 16;

/// What is taken from a part and needed no more when it has been copied: its entries, their places,
/// and where words come again.
/// Of a part that was given away the memory is given back then.
pub(super) struct Body<'a> {
    entries: Cow<'a, [Entry]>,
    places: Cow<'a, [u8]>,
    again: Cow<'a, [u8]>,
}

impl<'a> Body<'a> {
    pub fn of(part: &mut Cow<'a, Part>) -> Self {
        match part {
            Cow::Borrowed(part) => Self {
                entries: Cow::Borrowed(&part.entries),
                places: Cow::Borrowed(&part.places),
                again: Cow::Borrowed(&part.again),
            },
            Cow::Owned(part) => Self {
                entries: Cow::Owned(std::mem::take(&mut part.entries)),
                places: Cow::Owned(std::mem::take(&mut part.places)),
                again: Cow::Owned(std::mem::take(&mut part.again)),
            },
        }
    }
}

/// The entries of the documents in their order, and the postings of so many words.
pub(super) fn arrange(
    parts: &[&Part],
    bodies: Vec<Body<'_>>,
    renumbered: &[Vec<u32>],
    order: &Order,
    words: usize,
    sizes: Sizes,
) -> (Forward, Postings) {
    let threads = sizes.threads;
    let count = order.documents.len();
    let (begins, ends) = places(parts, order, |part| &part.ends);
    let (again_begins, again_ends) = places(parts, order, |part| &part.again_ends);
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
    let is_kept = is_worth_it(&again_ends);
    let again_end = again_ends.last().filter(|_| is_kept);
    let mut again = vec![0; again_end.map_or(0, |&end| end as usize)];
    let again_middle = between(&again_ends, half).start.min(again.len());
    let (some_again, other_again) = again.split_at_mut(again_middle);
    let copier = Copier {
        parts,
        bodies: &bodies,
        renumbered,
        order,
        begins: &begins,
        again_begins: &again_begins,
    };
    both(
        threads,
        || {
            copier.copy(middle, other_entries, other_places);
            copier.copy_again(again_middle, other_again);
        },
        || {
            copier.copy(0, some_entries, some_places);
            copier.copy_again(0, some_again);
        },
    );
    drop(bodies);
    let forward = Forward {
        entries: entries.into(),
        places: places.into(),
        lengths: lengths(&ends),
        again_lengths: match again.is_empty() {
            true => Lengths::default(),
            false => lengths(&again_ends),
        },
        again: again.into(),
    };
    let bins = Bins::new(counts(parts, renumbered, words));
    let mut lists = Lists::default();
    for some in bins.rounds(SORTED) {
        let sort = |documents: Range<usize>| {
            let mut sorted = Sorted::new(&bins, some.clone(), threads);
            for document in documents {
                for (entry, _) in forward.of(document as u32) {
                    if !entry.is_repeat() {
                        sorted.post(entry.word(), entry.class(), document as u32);
                    }
                }
            }
            sorted
        };
        let (others, first) = both(threads, || sort(half..count), || sort(0..half));
        let sorted = [first, others];
        lists.append(bins.write(some, &sorted, count, sizes.dense, threads));
    }
    let postings = Postings::new(lists, bins.words(), count);
    (forward, postings)
}

/// Whether it is worth keeping where words come again: not where it is known of so few documents that
/// to say of all others that there is nothing takes more room than that.
fn is_worth_it(again_ends: &[u32]) -> bool {
    let starts = std::iter::once(&0).chain(again_ends);
    let known = starts.zip(again_ends).filter(|(start, end)| start < end);
    known.count() * SELDOM >= again_ends.len()
}

fn lengths(ends: &[u32]) -> Lengths {
    Lengths::new((0..ends.len()).map(|document| between(ends, document).len() as u32))
}

/// Where the entries of each document, or what else a part has of it, begin, by its key, and where they
/// end, in the order of documents.
fn places(
    parts: &[&Part],
    order: &Order,
    ends: impl for<'p> Fn(&'p Part) -> &'p [u32],
) -> (Vec<u32>, Vec<u32>) {
    let lengths = parts.iter().flat_map(|part| {
        let ends = ends(part);
        (0..ends.len()).map(move |place| between(ends, place).len() as u32)
    });
    let mut begins: Vec<u32> = lengths.collect();
    let mut end = 0;
    let ends = order.documents.iter().map(|&key| {
        if let Some(begin) = begins.get_mut(key as usize) {
            let length = std::mem::replace(begin, end);
            end += length;
        }
        end
    });
    let ends = ends.collect();
    (begins, ends)
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

/// Takes documents from their parts, part after part: to read here and there costs more than to
/// write there.
struct Copier<'a> {
    parts: &'a [&'a Part],
    bodies: &'a [Body<'a>],
    renumbered: &'a [Vec<u32>],
    order: &'a Order,
    begins: &'a [u32],
    again_begins: &'a [u32],
}

impl Copier<'_> {
    /// Copies where words come again, of the documents of which that lies in this slice of the whole,
    /// which begins so far behind its beginning.
    fn copy_again(&self, first: usize, again: &mut [u8]) {
        let parts = self.parts.iter().zip(self.bodies);
        for ((part, body), &key) in parts.zip(&self.order.firsts) {
            let begins = self.again_begins.get(key as usize..).unwrap_or_default();
            for (document, &begin) in (0..part.len()).zip(begins) {
                let from = between(&part.again_ends, document);
                // Nearly always there is none.
                if from.is_empty() {
                    continue;
                }
                let Some(to) = (begin as usize).checked_sub(first) else {
                    continue;
                };
                if let Some(to) = again.get_mut(to..to + from.len())
                    && let Some(from) = body.again.get(from)
                {
                    to.copy_from_slice(from);
                }
            }
        }
    }

    /// Copies the documents whose entries are in these slices, the first of which is that of the
    /// number `first`, with the new numbers of their words.
    fn copy(&self, first: usize, entries: &mut [u32], places: &mut [u8]) {
        let parts = self.parts.iter().zip(self.renumbered);
        let parts = parts.zip(self.bodies);
        for (((part, renumbered), body), &key) in parts.zip(&self.order.firsts) {
            let begins = self.begins.get(key as usize..).unwrap_or_default();
            for (document, &begin) in (0..part.len()).zip(begins) {
                let from = between(&part.ends, document);
                let Some(to) = (begin as usize).checked_sub(first) else {
                    continue;
                };
                let to = to..to + from.len();
                let (Some(entries), Some(places)) =
                    (entries.get_mut(to.clone()), places.get_mut(to))
                else {
                    continue;
                };
                let words = body.entries.get(from.clone()).unwrap_or_default();
                for (to, entry) in entries.iter_mut().zip(words) {
                    let word = renumbered.get(entry.word() as usize).copied();
                    let word = word.unwrap_or(MOST_DISTINCT);
                    *to = entry.with(word, entry.is_repeat()).bits();
                }
                let from = body.places.get(from).unwrap_or_default();
                if places.len() == from.len() {
                    places.copy_from_slice(from);
                }
            }
        }
    }
}
