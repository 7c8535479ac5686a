//! The key of each document. Documents of one worth stand in the order of their keys, so that the
//! upper half of a key is nearly always that of the key before, and is written once for all alike.

use super::bitmap::Bitmap;
use super::set::Set;
use super::stored::{Loader, Saver};
use super::threads::{both, threads};
use crate::cache::Array;
use std::ops::Range;

/// So many blocks of a set are the keys with one upper half.
const WINDOW: usize = (1 << u16::BITS) / 64;
/// Two threads look for the keys of so many documents.
const WORTH_A_THREAD: usize = 1 << 18;

/// The keys of documents in their order.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// The lower half of each key.
    low: Array<u16>,
    /// The upper halves, and where the documents of each end.
    high: Array<u16>,
    ends: Array<u32>,
}

impl Keys {
    pub fn new(keys: &[u32]) -> Self {
        let (mut high, mut ends) = (Vec::new(), Vec::new());
        let mut end = 0;
        for alike in keys.chunk_by(|one, other| one >> 16 == other >> 16) {
            end += alike.len() as u32;
            high.extend(alike.first().map(|key| (key >> 16) as u16));
            ends.push(end);
        }
        Self {
            low: keys.iter().map(|&key| key as u16).collect(),
            high: high.into(),
            ends: ends.into(),
        }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.low.len()
    }

    /// The key of a document, if there is one of this number.
    pub fn get(&self, document: u32) -> Option<u32> {
        let low = self.low.get(document as usize)?;
        let place = self.ends.partition_point(|&end| end <= document);
        let high = self.high.get(place).copied().unwrap_or(0);
        Some(u32::from(high) << 16 | u32::from(*low))
    }

    /// The keys of some documents.
    fn some(&self, documents: Range<usize>) -> impl Iterator<Item = u32> {
        let start = documents.start as u32;
        let mut place = self.ends.partition_point(|&end| end <= start);
        let low = self.low.get(documents).unwrap_or_default();
        (start..).zip(low).map(move |(document, &low)| {
            while self.ends.get(place).is_some_and(|&end| end <= document) {
                place += 1;
            }
            let high = self.high.get(place).copied().unwrap_or(0);
            u32::from(high) << 16 | u32::from(low)
        })
    }

    /// All keys.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.some(0..self.len())
    }

    /// The documents whose keys are in a set.
    pub fn documents_of(&self, set: &Set) -> Bitmap {
        let mut documents = Bitmap::new(self.len());
        let mut blocks = set.blocks().to_vec();
        blocks.resize(blocks.len().next_multiple_of(WINDOW), 0);
        // The keys of one upper half are a window each; many a set has none of most.
        let windows: Vec<Option<&[u64; WINDOW]>> = (blocks.as_chunks().0.iter())
            .map(|window| Some(window).filter(|window| window.iter().any(|block| *block != 0)))
            .collect();
        let insert = |alike: Range<usize>, documents: &mut Bitmap| {
            let before = alike.start.checked_sub(1);
            let before = before.and_then(|before| self.ends.get(before));
            let mut start = before.map_or(0, |&end| end);
            let high = self.high.get(alike.clone()).unwrap_or_default();
            let ends = self.ends.get(alike).unwrap_or_default();
            for (&high, &end) in high.iter().zip(ends) {
                let low = self.low.get(start as usize..end as usize);
                if let (Some(Some(window)), Some(low)) = (windows.get(usize::from(high)), low) {
                    for (first, some) in (start..).step_by(64).zip(low.chunks(64)) {
                        documents.insert_bits(first, bits_of(window, some));
                    }
                }
                start = end;
            }
        };
        let all = self.high.len();
        if self.len() < WORTH_A_THREAD || threads() < 2 {
            insert(0..all, &mut documents);
            return documents;
        }
        // Half of the keys each.
        let half = (self.len() / 2) as u32;
        let half = self.ends.partition_point(|&end| end <= half);
        let mut others = Bitmap::new(self.len());
        both(
            2,
            || insert(half..all, &mut others),
            || insert(0..half, &mut documents),
        );
        documents.or(&others);
        documents
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("keys.low", &self.low);
        to.save("keys.high", &self.high);
        to.save("keys.ends", &self.ends);
    }

    pub fn load(from: &Loader<'_>) -> Option<Self> {
        let keys = Self {
            low: from.load("keys.low")?,
            high: from.load("keys.high")?,
            ends: from.load("keys.ends")?,
        };
        let count = keys.ends.last().map_or(0, |&end| end as usize);
        (keys.high.len() == keys.ends.len() && count == keys.len()).then_some(keys)
    }

    pub fn bytes(&self) -> usize {
        self.low.bytes() + self.high.bytes() + self.ends.bytes()
    }
}

/// Which of up to 64 keys a window has, by their lower halves: a bit each.
#[inline]
fn bits_of(window: &[u64; WINDOW], low: &[u16]) -> u64 {
    (0..).zip(low).fold(0, |bits, (place, &low)| {
        let block = window.get(usize::from(low / 64)).copied().unwrap_or(0);
        bits | (block >> (low % 64) & 1) << place
    })
}

#[cfg(test)]
mod tests {
    use super::{Keys, Set};

    fn set(keys: impl Iterator<Item = u32>) -> Set {
        let mut set = Set::new(300_000);
        keys.for_each(|key| set.insert(key));
        set
    }

    #[test]
    fn each_document_has_its_key() {
        let given = [5, 70_000, 70_001, 140_000, 2, 65_535, 65_536];
        let keys = Keys::new(&given);
        assert!(keys.iter().eq(given));
        let one_by_one = (0..8).map(|document| keys.get(document));
        assert!(one_by_one.eq(given.map(Some).into_iter().chain([None])));
        let even = keys.documents_of(&set((0..300_000).step_by(2)));
        assert!(even.iter().eq([1, 3, 4, 6]));
        let few = keys.documents_of(&set([2, 70_001].into_iter()));
        assert!(few.iter().eq([2, 4]));
        assert_eq!(keys.documents_of(&Set::default()).count(), 0);
    }

    #[test]
    fn of_very_many_the_documents_are_the_same() {
        // 300,000 keys, falling in steps of a thousand.
        let given: Vec<u32> = (0..300_000)
            .map(|at| 299_000 - at / 1000 * 1000 + at % 1000)
            .collect();
        let keys = Keys::new(&given);
        let every = keys.documents_of(&set((3..300_000).step_by(7)));
        let expected = (0..).zip(&given).filter(|(_, key)| *key % 7 == 3);
        assert!(every.iter().eq(expected.map(|(document, _)| document)));
    }
}
