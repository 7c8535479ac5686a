//! A number for each distinct word, given out while documents are read.

use super::forward::MOST_DISTINCT;

/// Words by their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub letters: Vec<u8>,
    /// Where each word ends in `letters`.
    pub ends: Vec<u32>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The letters of a word; none for a number that was never given out.
    pub fn get(&self, word: u32) -> &[u8] {
        self.letters
            .get(super::between(&self.ends, word as usize))
            .unwrap_or_default()
    }

    pub fn push(&mut self, word: &[u8]) {
        self.letters.extend_from_slice(word);
        self.ends.push(self.letters.len() as u32);
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len() as u32).map(|word| self.get(word))
    }
}

/// Words and their numbers, in the order in which they were first met. Open addressing; the first eight
/// letters of each word stand apart, so that most words are known without a look at their letters, and
/// those that come often lie together.
pub(super) struct Interner {
    words: Words,
    /// The first eight letters of each word.
    heads: Vec<u64>,
    /// A power of two of them.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    /// The lowest bit says whether the word has more than eight letters.
    hash: u32,
    /// One more than the number of the word; 0 where the slot is free.
    number: u32,
}

impl Default for Interner {
    fn default() -> Self {
        Self {
            words: Words::default(),
            heads: Vec::new(),
            slots: vec![Slot::default(); 1 << 10],
        }
    }
}

impl Interner {
    /// The words by their numbers.
    pub fn into_words(mut self) -> Words {
        self.words.letters.shrink_to_fit();
        self.words.ends.shrink_to_fit();
        self.words
    }

    /// The number of `word`, a new one if it was not met before; none when there are too many.
    pub fn number(&mut self, word: &[u8]) -> Option<u32> {
        let (head, hash) = hash(word);
        let mask = self.slots.len() - 1;
        let mut place = (hash >> 1) as usize & mask;
        while let Some(slot) = self.slots.get(place).filter(|slot| slot.number > 0) {
            let number = slot.number - 1;
            if slot.hash == hash
                && self.heads.get(number as usize) == Some(&head)
                && (hash & 1 == 0 || self.words.get(number) == word)
            {
                return Some(number);
            }
            place = (place + 1) & mask;
        }
        let number = self.words.len() as u32;
        if number >= MOST_DISTINCT {
            return None;
        }
        self.words.push(word);
        self.heads.push(head);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = Slot {
                hash,
                number: number + 1,
            };
        }
        if self.words.len() * 5 > self.slots.len() * 3 {
            self.grow();
        }
        Some(number)
    }

    /// The numbers of words, [`MOST_DISTINCT`] for one that has none.
    pub fn numbers(&mut self, words: &Words) -> Vec<u32> {
        words
            .iter()
            .map(|word| self.number(word).unwrap_or(MOST_DISTINCT))
            .collect()
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let before = std::mem::replace(&mut self.slots, vec![Slot::default(); mask + 1]);
        for taken in before.into_iter().filter(|slot| slot.number > 0) {
            let mut place = (taken.hash >> 1) as usize & mask;
            while self.slots.get(place).is_some_and(|slot| slot.number > 0) {
                place = (place + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(place) {
                *free = taken;
            }
        }
    }
}

/// The first eight letters, and a hash of all: eight letters at a time, each mixed in by a
/// multiplication of 128 bits folded in half.
#[inline]
fn hash(word: &[u8]) -> (u64, u32) {
    let mix = |a: u64| {
        let product = u128::from(a) * 0xD6E8_FEB8_6659_FD93;
        product as u64 ^ (product >> 64) as u64
    };
    let start = 0x9E37_79B9_7F4A_7C15;
    let (head, state) = match word.split_first_chunk::<8>() {
        None => {
            let head = letters(word);
            (head, mix(start ^ head))
        }
        Some((first, rest)) => {
            let head = u64::from_le_bytes(*first);
            let parts = rest.chunks(8).map(letters);
            let first = mix(start ^ head);
            (head, parts.fold(first, |state, part| mix(state ^ part)))
        }
    };
    let hash = (state >> 16) as u32;
    (head, hash & !1 | u32::from(word.len() > 8))
}

/// Up to eight letters in a number, the first in the lowest byte.
#[inline]
pub(super) fn letters(part: &[u8]) -> u64 {
    // Four letters or more are four at the beginning and four at the end, some of them perhaps the same.
    if let (Some(first), Some(last)) = (part.first_chunk(), part.last_chunk()) {
        let behind = 8 * (part.len() as u32 - 4);
        let last = u64::from(u32::from_le_bytes(*last));
        return u64::from(u32::from_le_bytes(*first)) | last << behind;
    }
    let letters = part.iter().rev();
    letters.fold(0, |letters, &letter| letters << 8 | u64::from(letter))
}
