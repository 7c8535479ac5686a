//! How postings are written.
//!
//! Documents come in their order, each with many words; the lists are in the order of words. Written
//! straight into its list, nearly each posting would wait for memory. So postings are first sorted
//! into bins of neighbouring lists, few enough that the ends of all are at hand; then the lists of a
//! bin, few enough too, are written one bin after another.

use super::bitmap::Bitmap;
use super::forward::CLASSES;
use super::postings::{WHOLE, list};
use super::threads::both;
use std::ops::Range;

/// At most so many bins…
const MOST_BINS: usize = 256;
/// …of so many postings at least.
const SMALLEST_BIN: usize = 4096;

/// How many postings each list has, and the bin of each word. Bins have about as many postings.
pub(super) struct Bins {
    /// Where each list would end if all stood one after another.
    ends: Vec<u32>,
    /// Rising.
    of_word: Vec<u8>,
    count: usize,
}

/// Postings in bins, each in the order of documents: the list in the higher half, the document in the
/// lower.
pub(super) struct Sorted<'a> {
    bins: &'a Bins,
    postings: Vec<Vec<u64>>,
}

/// Lists that were written.
pub(super) struct Lists {
    /// Where each ends in `steps`.
    pub ends: Vec<u32>,
    pub steps: Vec<u16>,
    /// The numbers of those that are sets.
    pub dense: Vec<u32>,
    pub sets: Vec<u64>,
}

impl Bins {
    /// Takes how many documents each list has.
    pub fn new(mut counts: Vec<u32>) -> Self {
        let mut sum = 0;
        for count in &mut counts {
            sum += *count;
            *count = sum;
        }
        let ends = counts;
        let total = sum.max(1) as usize;
        let count = (total / SMALLEST_BIN).clamp(1, MOST_BINS);
        let bin = |lists: &[u32]| {
            let end = lists.last().map_or(0, |&end| end as usize);
            (end.saturating_sub(1) * count / total) as u8
        };
        Self {
            of_word: ends.chunks(CLASSES).map(bin).collect(),
            ends,
            count,
        }
    }

    /// How many words there are.
    pub fn words(&self) -> usize {
        self.of_word.len()
    }

    /// Where a list begins.
    fn start(&self, list: usize) -> u32 {
        let before = list.checked_sub(1);
        before
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end)
    }

    /// The first list of a bin, or of a later one.
    fn first(&self, bin: usize) -> usize {
        let word = self.of_word.partition_point(|&of| usize::from(of) < bin);
        list(word as u32, 0)
    }

    /// Writes the lists of all postings, which were sorted by one thread after another; those of
    /// more than `most` documents, out of so many, become sets.
    pub fn write(
        &self,
        sorted: &[Sorted<'_>],
        documents: usize,
        most: usize,
        threads: usize,
    ) -> Lists {
        let half = if threads < 2 {
            self.count
        } else {
            self.count / 2
        };
        let write = |bins: Range<usize>| {
            let mut lists = Lists::new(self, &bins, documents, most);
            let mut of_bin = Vec::new();
            for bin in bins {
                self.gather(bin, sorted, &mut of_bin);
                lists.write(self, bin, &of_bin, documents, most);
            }
            lists
        };
        let (others, mut lists) = both(threads, || write(half..self.count), || write(0..half));
        lists.append(&others);
        lists
    }

    /// The documents of the lists of a bin, one list after another.
    fn gather(&self, bin: usize, sorted: &[Sorted<'_>], documents: &mut Vec<u32>) {
        let (first, last) = (self.first(bin), self.first(bin + 1));
        let start = self.start(first);
        let mut places: Vec<u32> = (first..last).map(|list| self.start(list) - start).collect();
        documents.clear();
        documents.resize((self.start(last) - start) as usize, 0);
        let postings = sorted.iter().filter_map(|sorted| sorted.postings.get(bin));
        for &posting in postings.flatten() {
            let list = (posting >> 32) as usize - first;
            if let Some(place) = places.get_mut(list) {
                if let Some(to) = documents.get_mut(*place as usize) {
                    *to = posting as u32;
                }
                *place += 1;
            }
        }
    }
}

impl<'a> Sorted<'a> {
    /// None yet, of one of so many threads.
    pub fn new(bins: &'a Bins, threads: usize) -> Self {
        let share = bins.start(bins.ends.len()) as usize / bins.count / threads.max(1);
        Self {
            bins,
            postings: (0..bins.count)
                .map(|_| Vec::with_capacity(share + share / 8))
                .collect(),
        }
    }

    /// A document that has a word in a field of this class.
    #[inline]
    pub fn post(&mut self, word: u32, class: usize, document: u32) {
        if let Some(&bin) = self.bins.of_word.get(word as usize)
            && let Some(postings) = self.postings.get_mut(usize::from(bin))
        {
            postings.push((list(word, class) as u64) << 32 | u64::from(document));
        }
    }
}

impl Lists {
    /// None yet, with room for those of some bins.
    fn new(bins: &Bins, range: &Range<usize>, documents: usize, most: usize) -> Self {
        let lists = bins.first(range.start)..bins.first(range.end);
        let total = (bins.start(lists.end) - bins.start(lists.start)) as usize;
        let length = |list: usize| (bins.start(list + 1) - bins.start(list)) as usize;
        let dense = lists.clone().filter(|&list| length(list) > most).count();
        Self {
            ends: Vec::with_capacity(lists.len()),
            steps: Vec::with_capacity(total + total / 4),
            dense: Vec::with_capacity(dense),
            sets: Vec::with_capacity(dense * documents.div_ceil(64)),
        }
    }

    /// Writes the lists of a bin, whose documents are `of_bin`.
    fn write(&mut self, bins: &Bins, bin: usize, of_bin: &[u32], documents: usize, most: usize) {
        let mut set = Bitmap::default();
        let mut rest = of_bin;
        for list in bins.first(bin)..bins.first(bin + 1) {
            let length = (bins.start(list + 1) - bins.start(list)) as usize;
            let Some((of_list, others)) = rest.split_at_checked(length) else {
                return;
            };
            rest = others;
            if length <= most {
                write(of_list, &mut self.steps);
            } else {
                set.reset(documents);
                set.insert_all(of_list);
                self.dense.push(list as u32);
                self.sets.extend_from_slice(set.blocks());
            }
            self.ends.push(self.steps.len() as u32);
        }
    }

    /// Adds the lists that follow these.
    fn append(&mut self, others: &Self) {
        let end = self.steps.len() as u32;
        let ends = others.ends.iter().map(|other| end + other);
        self.ends.extend(ends);
        self.steps.extend_from_slice(&others.steps);
        self.dense.extend_from_slice(&others.dense);
        self.sets.extend_from_slice(&others.sets);
    }
}

/// Writes the documents of a list. The first is written whole, so that lists can be read one
/// after another.
fn write(documents: &[u32], steps: &mut Vec<u16>) {
    let mut before = None;
    for &document in documents {
        let step = before.map(|before| document - before);
        match step.and_then(|step| u16::try_from(step).ok()) {
            Some(step) if step != WHOLE => steps.push(step),
            _ => steps.extend([WHOLE, (document >> 16) as u16, document as u16]),
        }
        before = Some(document);
    }
}
