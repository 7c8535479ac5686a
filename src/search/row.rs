//! A text that is shown, with the words that it is found by, each read once however many words of a
//! query are looked for in it.

use super::fold::symbols::letters_of;
use super::fold::{Folded, words};
use std::ops::Range;

/// A text, and the memory of the texts before it.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub folded: Folded,
    words: Vec<Word>,
    /// Which letters each word has, a bit each: most words are told by them at once.
    letters: Vec<u64>,
    /// The symbols of all words.
    symbols: Vec<u8>,
    scratch: Vec<u8>,
}

/// A word of the text.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where its symbols begin and end.
    from: u32,
    end: u32,
    /// Where they stand in the folded text; points are no symbols there.
    start: u32,
}

impl Row {
    /// Takes another text.
    pub fn read(&mut self, text: &str) {
        let Self {
            folded,
            words,
            letters,
            symbols,
            scratch,
        } = self;
        folded.refill_with_places(text);
        words.clear();
        letters.clear();
        symbols.clear();
        words::each(folded, scratch, |word| {
            let from = symbols.len() as u32;
            symbols.extend_from_slice(word.symbols);
            words.push(Word {
                from,
                end: symbols.len() as u32,
                start: word.start as u32,
            });
            letters.push(letters_of(word.symbols));
        });
    }

    /// Calls `found` with the symbols of each word that has all these letters but as many as
    /// `most_missing`, and with what tells the bytes of a range of its symbols.
    pub fn each(
        &self,
        letters: u64,
        most_missing: u32,
        mut found: impl FnMut(&[u8], &dyn Fn(Range<usize>) -> Range<usize>),
    ) {
        for (place, has) in self.letters.iter().enumerate() {
            let missing = letters & !has;
            if missing != 0 && (most_missing == 0 || missing.count_ones() > most_missing) {
                continue;
            }
            let Some(word) = self.words.get(place) else {
                continue;
            };
            let symbols = word.from as usize..word.end as usize;
            let symbols = self.symbols.get(symbols).unwrap_or_default();
            found(symbols, &|range| {
                self.place(symbols, word.start as usize, range)
            });
        }
    }

    /// The bytes of symbols of a word; a decimal point is no symbol of the folded text.
    fn place(&self, symbols: &[u8], start: usize, range: Range<usize>) -> Range<usize> {
        let before = |end: usize| {
            let symbols = symbols.iter().take(end);
            start + symbols.filter(|&&symbol| symbol != b'.').count()
        };
        self.folded.place(before(range.start), before(range.end))
    }
}
