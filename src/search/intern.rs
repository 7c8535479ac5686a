//! A number for each distinct word, given out while documents are read.

use super::forward::MOST_DISTINCT;

/// Words and their numbers, in the order in which they were first met. Open addressing over one
/// buffer of letters: a word costs its letters and some 24 bytes.
pub(super) struct Interner {
    letters: Vec<u8>,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// The hash of a word above its number plus one; 0 where the slot is free. A power of two of
    /// them.
    slots: Vec<u64>,
}

impl Default for Interner {
    fn default() -> Self {
        Self {
            letters: Vec::new(),
            ends: Vec::new(),
            slots: vec![0; 1 << 10],
        }
    }
}

impl Interner {

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The letters of a word; none for a number that was never given out.
    pub fn get(&self, word: u32) -> &[u8] {
        let word = word as usize;
        let start = word
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize);
        let end = self.ends.get(word).map_or(start, |&end| end as usize);
        self.letters.get(start..end).unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0_u32..).take(self.len()).map(|word| self.get(word))
    }

    /// The number of `word`, a new one if it was not met before; none when there are too many.
    pub fn number(&mut self, word: &[u8]) -> Option<u32> {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(&taken) = self.slots.get(slot).filter(|&&taken| taken > 0) {
            let number = taken as u32 - 1;
            if (taken >> 32) as u32 == hash && self.get(number) == word {
                return Some(number);
            }
            slot = (slot + 1) & mask;
        }
        let number = self.ends.len() as u32;
        if number > MOST_DISTINCT {
            return None;
        }
        self.letters.extend_from_slice(word);
        self.ends.push(self.letters.len() as u32);
        if let Some(free) = self.slots.get_mut(slot) {
            *free = u64::from(hash) << 32 | u64::from(number + 1);
        }
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        Some(number)
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let before = std::mem::replace(&mut self.slots, vec![0; mask + 1]);
        for taken in before.into_iter().filter(|&taken| taken > 0) {
            let mut slot = (taken >> 32) as usize & mask;
            while self.slots.get(slot).is_some_and(|&other| other > 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = taken;
            }
        }
    }
}

/// Eight letters at a time, each mixed in by a multiplication of 128 bits folded in half.
fn hash(word: &[u8]) -> u32 {
    let mix = |a: u64, b: u64| {
        let product = u128::from(a) * u128::from(b);
        product as u64 ^ (product >> 64) as u64
    };
    let mut state = 0x9E37_79B9_7F4A_7C15 ^ word.len() as u64;
    let mut parts = word.chunks_exact(8);
    for part in parts.by_ref() {
        let letters = part.try_into().map_or(0, u64::from_le_bytes);
        state = mix(state ^ letters, 0xD6E8_FEB8_6659_FD93);
    }
    let rest = parts
        .remainder()
        .iter()
        .fold(0, |letters, &letter| letters << 8 | u64::from(letter));
    (mix(state ^ rest, 0xD6E8_FEB8_6659_FD93) >> 16) as u32
}
