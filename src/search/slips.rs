//! Slips of the fingers: a letter wrong, left out, put in, or two letters swapped. One of them is
//! forgiven in a word of four letters, two in a long one. Letters that are neighbours on the
//! keyboard or sound alike cost half a slip.

use super::fold::symbols::has_digit;
use super::near::near;
use super::vocabulary::{Stem, Vocabulary};

/// How a word answers one that was typed with slips, and what they cost, in half slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// The whole word is meant.
    Whole(u8),
    /// Its beginning is meant.
    Start(u8),
}

impl Slip {
    pub const fn cost(self) -> u8 {
        match self {
            Self::Whole(cost) | Self::Start(cost) => cost,
        }
    }
}

/// A typed word of this many letters may have a slip…
const SHORTEST: usize = 4;
/// …from this many on, also if it is only the beginning of a word…
const SHORTEST_START: usize = 5;
/// …and from this many on, two.
const LONG: usize = 8;
/// What a slip costs, in halves.
const SLIP: u8 = 2;
/// At most so many words answer with slips: the nearest.
const MOST: usize = 64;
const FAR: u8 = u8::MAX / 2;

/// What the slips in a typed word may cost: nothing in codes and numbers, for another digit is
/// another document.
pub(super) fn allowance(typed: &[u8]) -> u8 {
    match typed.len() {
        _ if has_digit(typed) => 0,
        ..SHORTEST => 0,
        SHORTEST..LONG => SLIP,
        LONG.. => 2 * SLIP,
    }
}

/// Whether `word`, or its beginning, becomes `typed` by slips that are forgiven. The answer for
/// equal words does not matter: they are found by a stricter rule.
pub(super) fn compare(typed: &[u8], word: &[u8]) -> Option<Slip> {
    let mut walk = Walk::new(typed)?;
    for (depth, &letter) in word.iter().enumerate() {
        if !walk.step(depth, letter) {
            return walk.start(depth + 1);
        }
    }
    walk.whole(word.len()).or_else(|| walk.start(word.len()))
}

/// The stems that answer with slips, the nearest first: where one slip finds something, two are
/// not thought of.
pub(super) fn find(typed: &[u8], vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    let Some(mut walk) = Walk::new(typed) else {
        return Vec::new();
    };
    let mut found: Vec<(Stem, Slip)> = Vec::new();
    // So many letters of the stem before are compared already.
    let mut walked: usize = 0;
    let (stems, shared) = (vocabulary.stems(), vocabulary.shared());
    let mut next = 0;
    while let (Some(&stem), Some(&same)) = (stems.get(next), shared.get(next)) {
        next += 1;
        walked = walked.min(usize::from(same));
        let letters = vocabulary.stem(stem);
        let mut given_up = false;
        for &letter in letters.get(walked..).unwrap_or_default() {
            given_up = !walk.step(walked, letter);
            walked += 1;
            if given_up {
                break;
            }
        }
        let slip = match given_up {
            true => walk.start(walked),
            false => walk.whole(walked).or_else(|| walk.start(walked)),
        };
        found.extend(slip.map(|slip| (stem, slip)));
        if given_up {
            // All stems that have as many letters in common end alike.
            let after = next + alike(shared.get(next..).unwrap_or_default(), walked);
            if let Some(slip) = slip {
                let alike = stems.get(next..after).unwrap_or_default();
                found.extend(alike.iter().map(|&stem| (stem, slip)));
            }
            next = after;
        }
    }
    if found.iter().any(|(_, slip)| slip.cost() <= SLIP) {
        found.retain(|(_, slip)| slip.cost() <= SLIP);
    }
    let far = |stem: Stem| vocabulary.word(stem.word()).len().abs_diff(typed.len());
    found.sort_by_key(|&(stem, slip)| (slip, far(stem)));
    found.truncate(MOST);
    found
}

/// How many of the next stems share so many letters each with the one before it.
fn alike(shared: &[u8], letters: usize) -> usize {
    const STRIDE: usize = 32;
    let letters = letters as u8;
    let strides = shared
        .chunks_exact(STRIDE)
        .take_while(|stride| stride.iter().fold(u8::MAX, |least, &same| least.min(same)) >= letters)
        .count();
    let rest = shared.get(strides * STRIDE..).unwrap_or_default();
    strides * STRIDE + rest.iter().take_while(|&&same| same >= letters).count()
}

/// The distance of a typed word to the beginnings of a word, letter by letter (optimal string
/// alignment, only around the diagonal that the allowance leaves).
struct Walk<'t> {
    typed: &'t [u8],
    allowance: u8,
    /// A row for each letter of the word and one before: what it costs that so many letters typed
    /// stand for so many of the word.
    rows: Vec<[u8; ROW]>,
    /// The letters of the word.
    letters: Vec<u8>,
    /// The least that a beginning of the word costs, up to each letter.
    starts: Vec<u8>,
}

const ROW: usize = super::fold::LONGEST_WORD + 1;

impl<'t> Walk<'t> {
    fn new(typed: &'t [u8]) -> Option<Self> {
        let allowance = allowance(typed);
        if allowance == 0 || typed.len() >= ROW {
            return None;
        }
        let mut first = [FAR; ROW];
        let band = usize::from(allowance / SLIP);
        (0..=band).zip(&mut first).for_each(|(typed, cost)| *cost = typed as u8 * SLIP);
        Some(Self {
            typed,
            allowance,
            rows: vec![first],
            letters: Vec::new(),
            starts: vec![FAR],
        })
    }

    /// Takes the letter of the word behind the first `depth`; says whether the word can still
    /// be meant.
    #[expect(
        clippy::indexing_slicing,
        reason = "the innermost loop of the search for slips; all places are at most typed.len(), \
                  which is less than ROW, and rows has depth + 1 of them"
    )]
    fn step(&mut self, depth: usize, letter: u8) -> bool {
        let band = usize::from(self.allowance / SLIP);
        self.rows.truncate(depth + 1);
        self.letters.truncate(depth);
        self.starts.truncate(depth + 1);
        let above = self.rows[depth];
        let mut row = [FAR; ROW];
        let mut least = FAR;
        // A longer word than can be typed: its beginning has been met before.
        let from = (depth + 1).saturating_sub(band);
        let to = (depth + 1 + band).min(self.typed.len());
        for typed in from..=to {
            let mut cost = above[typed] + SLIP;
            if typed > 0 {
                let symbol = self.typed[typed - 1];
                let wrong = match symbol == letter {
                    true => 0,
                    false if near(symbol, letter) => SLIP / 2,
                    false => SLIP,
                };
                cost = cost.min(row[typed - 1] + SLIP).min(above[typed - 1] + wrong);
                if typed > 1
                    && depth > 0
                    && symbol == self.letters[depth - 1]
                    && self.typed[typed - 2] == letter
                {
                    cost = cost.min(self.rows[depth - 1][typed - 2] + SLIP);
                }
            }
            let cost = cost.min(FAR);
            row[typed] = cost;
            least = least.min(cost);
        }
        let start = self.starts[depth].min(row[self.typed.len()]);
        self.rows.push(row);
        self.letters.push(letter);
        self.starts.push(start);
        least <= self.allowance
    }

    /// Whether all of a word of so many letters is meant.
    fn whole(&self, length: usize) -> Option<Slip> {
        let cost = *self.rows.get(length)?.get(self.typed.len())?;
        (cost <= self.allowance).then_some(Slip::Whole(cost))
    }

    /// Whether the beginning of a word is meant, up to so many letters.
    fn start(&self, length: usize) -> Option<Slip> {
        let cost = *self.starts.get(length)?;
        (self.typed.len() >= SHORTEST_START && cost <= self.allowance).then_some(Slip::Start(cost))
    }
}
