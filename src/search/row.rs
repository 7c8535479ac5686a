//! A text that is shown, with the words that it is found by, each read once however many words of a
//! query are looked for in it.

use super::fold::symbols::{any_digit, letters_of};
use super::fold::{Folded, words};
use super::tier::{Seen, Starts};
use std::ops::Range;

/// A text, and the memory of the texts before it.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub folded: Folded,
    words: Vec<Word>,
    /// Which letters each word has, a bit each: most words are told by them at once.
    letters: Vec<u64>,
    /// The symbols of the words that are several runs, joined.
    joined: Vec<u8>,
    scratch: Vec<u8>,
}

/// What words are looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked<'a> {
    /// They have these letters but as many as `most_missing`.
    pub letters: u64,
    pub most_missing: u32,
    /// They, or what is behind their clitics, begin with one of these, if any are given.
    pub first: u64,
    /// They have just the letters of one of these, which are in order, if that is known.
    pub just: Option<&'a [u64]>,
}

/// A word of the text.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where its symbols begin and end: among the joined ones, or in the folded text.
    from: u32,
    end: u32,
    joined: bool,
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
            joined,
            scratch,
        } = self;
        folded.refill_with_places(text);
        words.clear();
        letters.clear();
        joined.clear();
        // Nearly every run is a word, and the first text would let each grow from nothing.
        words.reserve(folded.runs().len());
        letters.reserve(folded.runs().len());
        words::each(folded, scratch, |word| {
            let is_joined = word.runs > 1;
            let from = match is_joined {
                true => joined.len(),
                false => word.start,
            };
            if is_joined {
                joined.extend_from_slice(word.symbols);
            }
            words.push(Word {
                from: from as u32,
                end: (from + word.symbols.len()) as u32,
                joined: is_joined,
                start: word.start as u32,
            });
            letters.push(letters_of(word.symbols));
        });
    }

    /// Calls `found` with each word that is asked for and its letters, and with what tells the bytes
    /// of a range of its symbols.
    pub fn each(
        &self,
        asked: Asked<'_>,
        mut found: impl FnMut(Seen<'_>, u64, &dyn Fn(Range<usize>) -> Range<usize>),
    ) {
        for (&letters, word) in self.letters.iter().zip(&self.words) {
            let missing = asked.letters & !letters;
            if missing != 0
                && (asked.most_missing == 0 || missing.count_ones() > asked.most_missing)
            {
                continue;
            }
            if (asked.just).is_some_and(|just| just.binary_search(&letters).is_err()) {
                continue;
            }
            let (from, end) = (word.from as usize, word.end as usize);
            let symbols = match word.joined {
                true => self.joined.get(from..end).unwrap_or_default(),
                false => self.folded.slice(from, end),
            };
            let starts = Starts::of(symbols);
            let mut first = starts.iter().filter_map(|at| symbols.get(at..at + 1));
            if asked.first != 0 && first.all(|letter| letters_of(letter) & asked.first == 0) {
                continue;
            }
            let start = word.start as usize;
            found(
                Seen::new(symbols, starts),
                letters,
                &|range| match any_digit(letters) {
                    true => self.place(symbols, start, range),
                    false => self.folded.place(start + range.start, start + range.end),
                },
            );
        }
    }

    /// The bytes of symbols of a number; a decimal point is no symbol of the folded text.
    fn place(&self, symbols: &[u8], start: usize, range: Range<usize>) -> Range<usize> {
        let before = |end: usize| {
            let symbols = symbols.iter().take(end);
            start + symbols.filter(|&&symbol| symbol != b'.').count()
        };
        self.folded.place(before(range.start), before(range.end))
    }
}
