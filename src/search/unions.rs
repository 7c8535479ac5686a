//! The documents of all words that begin alike, made beforehand where there are many: one letter,
//! or ال, begins a third of the vocabulary.

use super::bitmap::Bitmap;
use super::forward::CLASSES;
use super::join::Sizes;
use super::postings::Postings;
use super::stored::{Loader, Saver};
use super::vocabulary::Vocabulary;
use crate::cache::Array;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The united postings of ranges of stems.
#[derive(Debug, Default)]
pub(super) struct Unions {
    /// The ranges in order; of equal starts the longer one first: see [`key`].
    ranges: Array<u64>,
    /// For each range and class from 1 on: one more than the place of its set, 0 where uniting is
    /// cheap.
    places: Array<u32>,
    /// The blocks of the sets, one set after another.
    sets: Array<u64>,
    /// How many documents there are.
    count: usize,
}

/// A range of stems as a number.
const fn key(start: usize, end: usize) -> u64 {
    (start as u64) << 32 | (u32::MAX - end as u32) as u64
}

/// A range while the sets are made.
#[derive(Debug)]
struct Node {
    start: u32,
    end: u32,
    /// The documents that have such a word in a field of a class from 1 on, or a better one.
    sets: [Made; CLASSES - 1],
}

#[derive(Debug, Default)]
enum Made {
    /// Uniting them is cheap.
    #[default]
    No,
    Set(Bitmap),
    /// The next class adds none: its set is this one too.
    AsNext,
}

impl Node {
    /// The set of a class from 1 on.
    fn set(&self, class: usize) -> Option<&Bitmap> {
        let sets = self.sets.get(class.checked_sub(1)?..)?;
        match sets.iter().find(|made| !matches!(made, Made::AsNext))? {
            Made::Set(set) => Some(set),
            _ => None,
        }
    }
}

impl Unions {
    /// Makes those that are worth it.
    pub fn new(vocabulary: &Vocabulary, postings: &Postings, count: usize, sizes: Sizes) -> Self {
        let maker = Maker {
            vocabulary,
            postings,
            count,
            limit: sizes.cheap,
            sums: sums(vocabulary, postings),
        };
        let tops = maker.children(0..vocabulary.stems().len(), 0);
        let next = AtomicUsize::new(0);
        let work = || {
            let mut nodes = Vec::new();
            while let Some(top) = tops.get(next.fetch_add(1, Ordering::Relaxed)) {
                maker.make(top.clone(), 1, &mut nodes);
            }
            nodes
        };
        let mut nodes = std::thread::scope(|scope| {
            let others: Vec<_> = (1..sizes.threads).map(|_| scope.spawn(work)).collect();
            let mut nodes = work();
            for other in others {
                nodes.extend(other.join().unwrap_or_default());
            }
            nodes
        });
        let key = |node: &Node| key(node.start as usize, node.end as usize);
        nodes.sort_unstable_by_key(key);
        let ranges = nodes.iter().map(key).collect();
        let (mut places, mut sets) = (Vec::new(), Vec::new());
        let mut made = 0;
        for mut node in nodes {
            // From the last class back, since a set may be that of the next one.
            let mut of_node = [0; CLASSES - 1];
            let mut next = 0;
            for (place, set) in of_node.iter_mut().zip(&mut node.sets).rev() {
                next = match std::mem::take(set) {
                    Made::No => 0,
                    Made::AsNext => next,
                    Made::Set(set) => {
                        sets.extend_from_slice(set.blocks());
                        made += 1;
                        made
                    }
                };
                *place = next;
            }
            places.extend(of_node);
        }
        Self {
            ranges,
            places: places.into(),
            sets: sets.into(),
            count,
        }
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("unions.ranges", &self.ranges);
        to.save("unions.places", &self.places);
        to.save("unions.sets", &self.sets);
    }

    /// Those of so many documents.
    pub fn load(from: &Loader<'_>, count: usize) -> Option<Self> {
        let unions = Self {
            ranges: from.load("unions.ranges")?,
            places: from.load("unions.places")?,
            sets: from.load("unions.sets")?,
            count,
        };
        let fits = Some(unions.places.len()) == unions.ranges.len().checked_mul(CLASSES - 1);
        fits.then_some(unions)
    }

    /// The documents that have a word of a range of stems in a field of such a class or a better
    /// one, if they are at hand.
    pub fn get(&self, stems: &Range<usize>, class: usize) -> Option<&[u64]> {
        let range = self
            .ranges
            .binary_search(&key(stems.start, stems.end))
            .ok()?;
        let place = *self
            .places
            .get(range * (CLASSES - 1) + class.checked_sub(1)?)?;
        let blocks = self.count.div_ceil(64);
        let start = (place as usize).checked_sub(1)? * blocks;
        self.sets.get(start..start + blocks)
    }

    pub fn bytes(&self) -> usize {
        self.ranges.bytes() + self.places.bytes() + self.sets.bytes()
    }

    /// How many sets there are.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.sets.len() / self.count.div_ceil(64).max(1)
    }
}

/// What uniting the stems before each one costs, for each class from 1 on.
fn sums(vocabulary: &Vocabulary, postings: &Postings) -> Vec<[usize; CLASSES - 1]> {
    let mut sum = [0; CLASSES - 1];
    let mut sums = vec![sum];
    for stem in vocabulary.stems().iter() {
        for (class, sum) in (1..).zip(&mut sum) {
            *sum += postings.cost(stem.word(), class);
        }
        sums.push(sum);
    }
    sums
}

struct Maker<'a> {
    vocabulary: &'a Vocabulary,
    postings: &'a Postings,
    count: usize,
    limit: usize,
    sums: Vec<[usize; CLASSES - 1]>,
}

impl Maker<'_> {
    fn cost(&self, stems: &Range<usize>, class: usize) -> usize {
        let sum = |at: usize| {
            let sums = self.sums.get(at).copied().unwrap_or_default();
            sums.get(class - 1).copied().unwrap_or(0)
        };
        sum(stems.end) - sum(stems.start)
    }

    /// The stems of a range by their letter at a depth, where uniting them is dear; a stem that
    /// ends there begins no longer one.
    fn children(&self, stems: Range<usize>, depth: usize) -> Vec<Range<usize>> {
        let mut children = Vec::new();
        let all = self.vocabulary.stems();
        let letter = |at: usize| self.vocabulary.stem(all.get(at)?).get(depth).copied();
        let mut start = stems.start;
        while start < stems.end {
            let first = letter(start);
            let length = all
                .range(start..stems.end)
                .partition_point(|stem| self.vocabulary.stem(stem).get(depth).copied() <= first);
            let child = start..start + length.max(1);
            start = child.end;
            if first.is_some() && self.cost(&child, CLASSES - 1) >= self.limit {
                children.push(child);
            }
        }
        children
    }

    /// Makes the sets of a range and of the ranges in it; says what it made, and the range.
    fn make(&self, stems: Range<usize>, depth: usize, nodes: &mut Vec<Node>) {
        let children = self.children(stems.clone(), depth);
        let first = nodes.len();
        for child in &children {
            self.make(child.clone(), depth + 1, nodes);
        }
        // A beginning that always goes on with the same letter has its sets already.
        if children.first() == Some(&stems) {
            return;
        }
        let mut sets: [Made; CLASSES - 1] = Default::default();
        for (class, set) in (1..).zip(&mut sets) {
            let cost = self.cost(&stems, class);
            if class < CLASSES - 1 && cost == self.cost(&stems, class + 1) {
                *set = Made::AsNext;
            } else if cost >= self.limit {
                let made = nodes.get(first..).unwrap_or_default();
                *set = Made::Set(self.unite(stems.clone(), class, made));
            }
        }
        nodes.push(Node {
            start: stems.start as u32,
            end: stems.end as u32,
            sets,
        });
    }

    /// Unites the postings of a range of stems, with the help of what was made for ranges in it.
    fn unite(&self, stems: Range<usize>, class: usize, made: &[Node]) -> Bitmap {
        let mut set = Bitmap::new(self.count);
        let mut known: Vec<_> = made
            .iter()
            .filter_map(|node| Some((node.start as usize, node.end as usize, node.set(class)?)))
            .collect();
        known.sort_unstable_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
        let mut at = stems.start;
        for (start, end, known) in known {
            // A range within one that was taken gives nothing new.
            if start >= at {
                self.unite_all(at..start, class, &mut set);
                set.or(known);
                at = end;
            }
        }
        self.unite_all(at..stems.end, class, &mut set);
        set
    }

    fn unite_all(&self, stems: Range<usize>, class: usize, set: &mut Bitmap) {
        for stem in self.vocabulary.stems().range(stems).iter() {
            self.postings.unite(stem.word(), class, 0, set);
        }
    }
}
