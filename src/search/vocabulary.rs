//! The distinct folded words of all documents in the order of their letters, and where in them a
//! word may begin.
//!
//! Fuzziness lives here: it costs as much as the vocabulary is large (some 100,000 words for a
//! million records), whatever the number of records.

use super::fold::LONGEST_WORD;
use super::fold::symbols::classes_of;
use super::infix::Infixes;
use super::intern::Words;
use super::part::head;
use super::sift::{CLASSES, SIFTED};
use super::stored::{Loader, Saver};
use super::tier;
use crate::cache::Array;
use std::ops::Range;

/// A place where a word, or the word behind its clitics, begins: the number of the word and the
/// letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem(u32);

impl Stem {
    /// A word begins in one of its first eight letters.
    pub const fn new(word: u32, at: usize) -> Self {
        Self(word << 3 | at as u32 & 7)
    }

    /// As it is stored.
    pub const fn bits(self) -> u32 {
        self.0
    }

    pub const fn of_bits(bits: u32) -> Self {
        Self(bits)
    }

    #[inline]
    pub const fn word(self) -> u32 {
        self.0 >> 3
    }

    #[inline]
    pub const fn at(self) -> usize {
        (self.0 & 7) as usize
    }
}

/// Stems, one after another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stems<'a>(&'a [u32]);

impl<'a> Stems<'a> {
    pub const fn len(self) -> usize {
        self.0.len()
    }

    #[inline]
    pub fn get(self, place: usize) -> Option<Stem> {
        self.0.get(place).copied().map(Stem)
    }

    /// Those of a range; nothing where there are none.
    pub fn range(self, range: Range<usize>) -> Self {
        Self(self.0.get(range).unwrap_or_default())
    }

    pub fn iter(self) -> impl Iterator<Item = Stem> + use<'a> {
        self.0.iter().copied().map(Stem)
    }

    pub fn partition_point(self, mut is_before: impl FnMut(Stem) -> bool) -> usize {
        self.0.partition_point(|&stem| is_before(Stem(stem)))
    }
}

/// The words, and their stems in the order of their letters.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    letters: Array<u8>,
    /// Where each word ends in `letters`.
    ends: Array<u32>,
    /// The last letter of each word.
    lasts: Array<u8>,
    /// [`Stem`]s, as their bits.
    stems: Array<u32>,
    /// The first eight letters of each stem, so that most comparisons need no look at the words.
    heads: Array<u64>,
    /// Where the stems of each two first letters begin, by their [`pair`], and where the last ones end.
    starts: Array<u32>,
    /// How many letters each stem has.
    lengths: Array<u8>,
    /// Which stems have a letter of each class: 32 numbers for 64 stems, a bit a stem.
    classes: Array<u64>,
    infixes: Infixes,
}

impl Vocabulary {
    /// Takes words in the order of their letters, each once.
    pub fn new(words: Words) -> Self {
        let mut vocabulary = Self {
            letters: words.letters.into(),
            ends: words.ends.into(),
            ..Self::default()
        };
        let last = |word| vocabulary.word(word).last().copied().unwrap_or(0);
        vocabulary.lasts = (0..vocabulary.len() as u32).map(last).collect();
        let mut keyed = Vec::with_capacity(vocabulary.len() * 2);
        for word in 0..vocabulary.len() as u32 {
            let letters = vocabulary.word(word);
            for at in tier::starts(letters) {
                let stem = letters.get(at..).unwrap_or_default();
                keyed.push((head(stem), Stem::new(word, at)));
            }
        }
        let tail = |stem: Stem| vocabulary.stem(stem).get(8..).unwrap_or_default();
        keyed.sort_unstable_by(|a, b| {
            (a.0.cmp(&b.0))
                .then_with(|| tail(a.1).cmp(tail(b.1)))
                .then(a.1.0.cmp(&b.1.0))
        });
        let mut lengths = Vec::with_capacity(keyed.len());
        let mut classes = Vec::with_capacity(keyed.len().div_ceil(SIFTED) * CLASSES);
        for block in keyed.chunks(SIFTED) {
            let mut of_block = [0; CLASSES];
            for (bit, &(_, stem)) in block.iter().enumerate() {
                let letters = vocabulary.stem(stem);
                // A word has at most 48 letters.
                lengths.push(letters.len() as u8);
                let mut left = classes_of(letters);
                while left != 0 {
                    if let Some(stems) = of_block.get_mut(left.trailing_zeros() as usize) {
                        *stems |= 1_u64 << bit;
                    }
                    left &= left - 1;
                }
            }
            classes.extend(of_block);
        }
        vocabulary.infixes = Infixes::new(vocabulary.len(), |word| vocabulary.word(word));
        vocabulary.stems = keyed.iter().map(|&(_, stem)| stem.0).collect();
        vocabulary.heads = keyed.iter().map(|&(head, _)| head).collect();
        vocabulary.starts = starts(&vocabulary.heads).into();
        vocabulary.lengths = lengths.into();
        vocabulary.classes = classes.into();
        vocabulary
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("words.letters", &self.letters);
        to.save("words.ends", &self.ends);
        to.save("words.lasts", &self.lasts);
        to.save("stems", &self.stems);
        to.save("stems.heads", &self.heads);
        to.save("stems.starts", &self.starts);
        to.save("stems.lengths", &self.lengths);
        to.save("stems.classes", &self.classes);
        self.infixes.save(to);
    }

    pub fn load(from: &Loader<'_>) -> Option<Self> {
        let ends: Array<u32> = from.load("words.ends")?;
        let vocabulary = Self {
            letters: from.load("words.letters")?,
            lasts: from.load("words.lasts")?,
            stems: from.load("stems")?,
            heads: from.load("stems.heads")?,
            starts: from.load("stems.starts")?,
            lengths: from.load("stems.lengths")?,
            classes: from.load("stems.classes")?,
            infixes: Infixes::load(from, ends.len())?,
            ends,
        };
        let stems = vocabulary.stems.len();
        // Who compares words letter by letter has room for the longest and no more.
        let fits = from.rises(&vocabulary.ends, LONGEST_WORD)
            && vocabulary.lasts.len() == vocabulary.ends.len()
            && vocabulary.heads.len() == stems
            && vocabulary.starts.len() == PAIRS + 1
            && from.rises(&vocabulary.starts, stems)
            && vocabulary.starts.last().copied() == Some(stems as u32)
            && vocabulary.lengths.len() == stems
            && vocabulary.classes.len() == stems.div_ceil(SIFTED) * CLASSES;
        fits.then_some(vocabulary)
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The letters of a word; none for a number that was never given out.
    #[inline]
    pub fn word(&self, word: u32) -> &[u8] {
        self.letters
            .get(super::between(&self.ends, word as usize))
            .unwrap_or_default()
    }

    pub fn stem(&self, stem: Stem) -> &[u8] {
        self.word(stem.word()).get(stem.at()..).unwrap_or_default()
    }

    /// All stems, in the order of their letters.
    pub fn stems(&self) -> Stems<'_> {
        Stems(&self.stems)
    }

    /// Their first eight letters, big-endian, with zeros behind a shorter one.
    pub fn heads(&self) -> &[u64] {
        &self.heads
    }

    /// How many letters each stem has.
    pub fn lengths(&self) -> &[u8] {
        &self.lengths
    }

    /// Of 64 stems after another which have a letter of each [class](classes_of), a bit a stem.
    pub fn classes(&self) -> &[[u64; CLASSES]] {
        self.classes.as_chunks().0
    }

    /// The stems of a range, and how many letters each has.
    pub fn measured(&self, range: Range<usize>) -> impl Iterator<Item = (Stem, usize)> {
        let stems = self.stems().range(range.clone());
        let lengths = self.lengths.get(range).unwrap_or_default();
        let lengths = lengths.iter().map(|&length| usize::from(length));
        stems.iter().zip(lengths)
    }

    /// The stems that begin with `typed`, as a range of all stems.
    pub fn beginning_with(&self, typed: &[u8]) -> Range<usize> {
        self.beginning_within(&(0..self.stems.len()), typed)
    }

    /// The same within a range of stems.
    pub fn beginning_within(&self, stems: &Range<usize>, typed: &[u8]) -> Range<usize> {
        let alike = self.headed(stems, head(typed), typed.len());
        // Where the first eight letters decide, the words need not be looked at.
        if typed.len() <= 8 || alike.is_empty() {
            return alike;
        }
        let stems = self.stems().range(alike.clone());
        let start = stems.partition_point(|stem| self.stem(stem) < typed);
        let rest = stems.range(start..stems.len());
        let length = rest.partition_point(|stem| self.stem(stem).starts_with(typed));
        alike.start + start..alike.start + start + length
    }

    /// The stems of a range whose first eight letters are `least`, or begin so where it is of fewer
    /// letters: those that may begin with a word of so many.
    pub fn headed(&self, stems: &Range<usize>, least: u64, letters: usize) -> Range<usize> {
        let most = least | free(letters);
        let first = self.start(pair(least)).max(stems.start);
        let end = self.start(pair(most) + 1).min(stems.end);
        let heads = self.heads.get(first..end).unwrap_or_default();
        let before = heads.partition_point(|&head| head < least);
        let alike = heads.get(before..).unwrap_or_default();
        let start = first + before;
        // Nearly always there is none.
        if alike.first().is_none_or(|&head| head > most) {
            return start..start;
        }
        start..start + alike.partition_point(|&head| head <= most)
    }

    /// Where the stems of a [`pair`] begin.
    #[inline]
    fn start(&self, pair: usize) -> usize {
        self.starts.get(pair).map_or(0, |&start| start as usize)
    }

    /// A letter of a stem; 0 behind its end.
    pub fn letter(&self, place: usize, depth: usize) -> u8 {
        match 8_u32.checked_sub(depth as u32 + 1) {
            Some(behind) => (self.heads.get(place).copied().unwrap_or(0) >> (8 * behind)) as u8,
            None => {
                let stem = self.stems().get(place);
                let letter = stem.and_then(|stem| self.stem(stem).get(depth).copied());
                letter.unwrap_or(0)
            }
        }
    }

    /// How many stems of a range that begin alike have this letter next or one before it.
    pub fn up_to_letter(&self, stems: &Range<usize>, depth: usize, letter: u8) -> usize {
        let behind = match depth {
            0 => Some((rank(letter) + 1) * RANKS),
            1 => Some(rank(self.letter(stems.start, 0)) * RANKS + rank(letter) + 1),
            _ => None,
        };
        if let Some(behind) = behind {
            return self
                .start(behind)
                .min(stems.end)
                .saturating_sub(stems.start);
        }
        match 8_u32.checked_sub(depth as u32 + 1) {
            Some(behind) => {
                let heads = self.heads.get(stems.clone()).unwrap_or_default();
                heads.partition_point(|&head| (head >> (8 * behind)) as u8 <= letter)
            }
            None => {
                let of = |stem: Stem| self.stem(stem).get(depth).copied().unwrap_or(0);
                let stems = self.stems().range(stems.clone());
                stems.partition_point(|stem| of(stem) <= letter)
            }
        }
    }

    /// The words that end so, in their order.
    pub fn ending_with(&self, typed: &[u8]) -> Vec<u32> {
        let Some(&last) = typed.last() else {
            return (0..self.len() as u32).collect();
        };
        let mut found = Vec::new();
        // The last letter tells nearly always.
        for (word, &letter) in (0..).zip(&*self.lasts) {
            if letter == last && self.word(word).ends_with(typed) {
                found.push(word);
            }
        }
        found
    }

    /// The words among which those are that have a word of three letters or more inside.
    pub fn maybe_inside(&self, typed: &[u8]) -> impl Iterator<Item = u32> {
        self.infixes.words(typed, self.len())
    }

    pub fn bytes(&self) -> usize {
        self.letters.bytes()
            + self.lengths.bytes()
            + self.ends.bytes()
            + self.lasts.bytes()
            + self.stems.bytes()
            + self.classes.bytes()
            + self.heads.bytes()
            + self.starts.bytes()
            + self.infixes.bytes()
    }
}

/// How many places in the order of letters there are: that of no letter, the decimal point, ten digits, 26
/// Latin letters and 28 Arabic ones.
const RANKS: usize = 66;
/// How many pairs of letters there are.
const PAIRS: usize = RANKS * RANKS;

/// The place of each symbol in the order of letters; that of no symbol is that of the one before it.
static PLACES: [u8; 256] = {
    let mut places = [0; 256];
    let (mut symbol, mut place) = (1, 0);
    while symbol < places.len() {
        if matches!(symbol as u8, b'.' | b'0'..=b'9' | b'a'..=b'z' | 0x80..=0x9B) {
            place += 1;
        }
        #[expect(clippy::indexing_slicing, reason = "this runs in the compiler")]
        {
            places[symbol] = place;
        }
        symbol += 1;
    }
    assert!(place as usize + 1 == RANKS);
    places
};

#[inline]
fn rank(symbol: u8) -> usize {
    usize::from(PLACES.get(usize::from(symbol)).copied().unwrap_or(0))
}

/// The first two letters of a stem as a number, in the order of stems, from its first eight.
#[inline]
fn pair(head: u64) -> usize {
    rank((head >> 56) as u8) * RANKS + rank((head >> 48) as u8)
}

/// Where the stems of each [`pair`] begin, by the first eight letters of all in their order.
fn starts(heads: &[u64]) -> Vec<u32> {
    let mut starts = vec![0; PAIRS + 1];
    for &head in heads {
        if let Some(count) = starts.get_mut(pair(head) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts
}

/// The bits of the first eight letters that a word of so many leaves open.
fn free(letters: usize) -> u64 {
    u64::MAX.checked_shr(8 * letters as u32).unwrap_or(0)
}
