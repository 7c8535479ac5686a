//! The documents of all words that begin alike, made beforehand where there are many: one letter,
//! or ال, begins a third of the vocabulary.

use super::bitmap::Bitmap;
use super::forward::CLASSES;
use super::join::Sizes;
use super::postings::Postings;
use super::vocabulary::Vocabulary;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The united postings of ranges of stems.
#[derive(Debug, Default)]
pub(super) struct Unions {
    /// By range; of equal starts the longer range first.
    nodes: Vec<Node>,
}

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

    fn bitmaps(&self) -> impl Iterator<Item = &Bitmap> {
        self.sets.iter().filter_map(|made| match made {
            Made::Set(set) => Some(set),
            _ => None,
        })
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
        nodes.sort_unstable_by_key(|node| (node.start, std::cmp::Reverse(node.end)));
        nodes.shrink_to_fit();
        Self { nodes }
    }

    /// The documents that have a word of a range of stems in a field of such a class or a better
    /// one, if they are at hand.
    pub fn get(&self, stems: &Range<usize>, class: usize) -> Option<&Bitmap> {
        let key = (stems.start as u32, std::cmp::Reverse(stems.end as u32));
        let place = self
            .nodes
            .binary_search_by_key(&key, |node| (node.start, std::cmp::Reverse(node.end)))
            .ok()?;
        self.nodes.get(place)?.set(class)
    }

    pub fn bytes(&self) -> usize {
        let sets = self.nodes.iter().flat_map(Node::bitmaps);
        self.nodes.capacity() * size_of::<Node>() + sets.map(Bitmap::bytes).sum::<usize>()
    }

    /// How many sets there are.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.nodes.iter().flat_map(Node::bitmaps).count()
    }
}

/// What uniting the stems before each one costs, for each class from 1 on.
fn sums(vocabulary: &Vocabulary, postings: &Postings) -> Vec<[usize; CLASSES - 1]> {
    let mut sum = [0; CLASSES - 1];
    let mut sums = vec![sum];
    for stem in vocabulary.stems() {
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
        let letter = |at: usize| {
            let stem = all.get(at).copied()?;
            self.vocabulary.stem(stem).get(depth).copied()
        };
        let mut start = stems.start;
        while start < stems.end {
            let first = letter(start);
            let rest = start..stems.end;
            let length = all
                .get(rest)
                .unwrap_or_default()
                .partition_point(|&stem| self.vocabulary.stem(stem).get(depth).copied() <= first);
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
        for stem in self.vocabulary.stems().get(stems).unwrap_or_default() {
            self.postings.unite(stem.word(), class, set);
        }
    }
}
