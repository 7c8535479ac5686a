//! How much of a word was typed.

use super::fold::LONGEST_WORD;

/// [How much](close) of words of each length was typed: to divide takes long where very many begin so.
pub(super) struct Closeness([u8; LONGEST_WORD + 1]);

impl Closeness {
    pub fn of(typed: &[u8]) -> Self {
        let mut all = [0; LONGEST_WORD + 1];
        let letters = all.iter_mut().enumerate();
        letters.for_each(|(letters, to)| *to = close(typed, letters));
        Self(all)
    }

    #[inline]
    pub fn of_letters(&self, letters: usize) -> u8 {
        self.0.get(letters).copied().unwrap_or(0)
    }
}

/// How much of a word of so many letters was typed: 15 all, towards 0 little.
pub(super) fn close(typed: &[u8], letters: usize) -> u8 {
    (typed.len() * 15 / letters.max(1)).min(15) as u8
}
