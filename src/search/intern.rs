//! A number for each distinct word, given out while documents are read.

/// Words and their numbers, in the order in which they were first met. Open addressing over one
/// buffer of letters: a word costs its letters and some 16 bytes.
pub(super) struct Interner {
    letters: Vec<u8>,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// The number of a word plus one, 0 where the slot is free; a power of two of them.
    slots: Vec<u32>,
}

impl Interner {
    pub fn new() -> Self {
        Self {
            letters: Vec::new(),
            ends: Vec::new(),
            hashes: Vec::new(),
            slots: vec![0; 1 << 12],
        }
    }

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

    /// The number of `word`, a new one if it was not met before.
    pub fn number(&mut self, word: &[u8]) -> u32 {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.slots.get(slot) {
                Some(&taken) if taken > 0 => {
                    let number = taken - 1;
                    if self.hashes.get(number as usize) == Some(&hash) && self.get(number) == word {
                        return number;
                    }
                }
                _ => break,
            }
            slot = (slot + 1) & mask;
        }
        let number = self.ends.len() as u32;
        self.letters.extend_from_slice(word);
        self.ends.push(self.letters.len() as u32);
        self.hashes.push(hash);
        if let Some(free) = self.slots.get_mut(slot) {
            *free = number + 1;
        }
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots.clear();
        self.slots.resize(mask + 1, 0);
        for (number, &hash) in (1_u32..).zip(&self.hashes) {
            let mut slot = hash as usize & mask;
            while self.slots.get(slot).is_some_and(|&taken| taken > 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number;
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
