//! How postings are written.
//!
//! Documents come in their order, each with many words; the lists are in the order of words. Written
//! straight into its list, nearly each posting would wait for memory. So postings are first sorted
//! into bins of neighbouring lists, few enough that the ends of all are at hand; then the lists of a
//! bin, few enough too, are written one bin after another. Of very many postings only those of some
//! bins are sorted at a time: all at once would take more memory than all that comes of them.

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

/// Postings in some of the bins, each in the order of documents: the list in the higher half, the
/// document in the lower.
pub(super) struct Sorted<'a> {
    bins: &'a Bins,
    /// The first of these bins.
    first: usize,
    /// The words whose postings are in them.
    words: Range<u32>,
    postings: Vec<Vec<u64>>,
}

/// Lists that were written.
#[derive(Debug, Default, PartialEq)]
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
        list(self.first_word(bin), 0)
    }

    /// The first word of a bin, or of a later one.
    fn first_word(&self, bin: usize) -> u32 {
        let word = self.of_word.partition_point(|&of| usize::from(of) < bin);
        word as u32
    }

    /// All bins, about so many postings at a time.
    pub fn rounds(&self, postings: usize) -> impl Iterator<Item = Range<usize>> + use<> {
        let total = self.start(self.ends.len()) as usize;
        let rounds = total.div_ceil(postings.max(1)).clamp(1, self.count);
        let count = self.count;
        (0..rounds).map(move |round| count * round / rounds..count * (round + 1) / rounds)
    }

    /// Writes the lists of some bins, whose postings were sorted by one thread after another; those
    /// of more than `most` documents, out of so many, become sets.
    pub fn write(
        &self,
        bins: Range<usize>,
        sorted: &[Sorted<'_>],
        documents: usize,
        most: usize,
        threads: usize,
    ) -> Lists {
        let half = if threads < 2 {
            bins.end
        } else {
            bins.start.midpoint(bins.end)
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
        let (others, mut lists) = both(
            threads,
            || write(half..bins.end),
            || write(bins.start..half),
        );
        lists.append(others);
        lists
    }

    /// The documents of the lists of a bin, one list after another.
    fn gather(&self, bin: usize, sorted: &[Sorted<'_>], documents: &mut Vec<u32>) {
        let (first, last) = (self.first(bin), self.first(bin + 1));
        let start = self.start(first);
        let mut places: Vec<u32> = (first..last).map(|list| self.start(list) - start).collect();
        documents.clear();
        documents.resize((self.start(last) - start) as usize, 0);
        let postings = sorted.iter();
        let postings = postings.filter_map(|one| one.postings.get(bin.checked_sub(one.first)?));
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
    /// None yet, for some of the bins, of one of so many threads.
    pub fn new(bins: &'a Bins, some: Range<usize>, threads: usize) -> Self {
        let share = bins.start(bins.ends.len()) as usize / bins.count / threads.max(1);
        Self {
            bins,
            first: some.start,
            words: bins.first_word(some.start)..bins.first_word(some.end),
            postings: some
                .map(|_| Vec::with_capacity(share + share / 8))
                .collect(),
        }
    }

    /// A document that has a word in a field of this class; of a word of another bin it is not taken.
    #[inline]
    pub fn post(&mut self, word: u32, class: usize, document: u32) {
        if self.words.contains(&word)
            && let Some(&bin) = self.bins.of_word.get(word as usize)
            && let Some(postings) = self.postings.get_mut(usize::from(bin) - self.first)
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
    pub fn append(&mut self, others: Self) {
        if self.ends.is_empty() {
            *self = others;
            return;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_bins_at_a_time_come_to_the_same_lists() {
        // 40 words in 2,000 documents: word w is in each whose number is a multiple of w + 1.
        let documents = |word: u32| (0..2_000).step_by(word as usize + 1);
        let counts = (0..40).flat_map(|word| [documents(word).count() as u32, 0, 0, 0]);
        let bins = Bins::new(counts.collect());
        let total: usize = (0..40).map(|word| documents(word).count()).sum();
        assert!(total > 2 * SMALLEST_BIN, "{total}");
        let write = |postings: usize| {
            let mut lists = Lists::default();
            let rounds: Vec<Range<usize>> = bins.rounds(postings).collect();
            for some in &rounds {
                let sort = |of: Range<u32>| {
                    let mut sorted = Sorted::new(&bins, some.clone(), 2);
                    for document in of {
                        for word in (0..40).filter(|word| document % (word + 1) == 0) {
                            sorted.post(word, 0, document);
                        }
                    }
                    sorted
                };
                let sorted = [sort(0..1_000), sort(1_000..2_000)];
                lists.append(bins.write(some.clone(), &sorted, 2_000, 500, 2));
            }
            (rounds.len(), lists)
        };
        let (once, whole) = write(usize::MAX);
        let (often, pieces) = write(SMALLEST_BIN);
        assert_eq!((once, often), (1, bins.count));
        assert!(often > 1);
        assert_eq!(whole, pieces);
        assert_eq!(whole.ends.len(), 160);
        // Words 0, 1 and 2 are in 2,000, 1,000 and 667 documents: in more than 500.
        assert_eq!(whole.dense, [0, 4, 8]);
    }
}
