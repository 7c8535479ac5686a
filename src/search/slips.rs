//! Slips of the fingers: a letter wrong, left out, put in, or two letters swapped. One of them is
//! forgiven in a word of four letters, two in a long one. Letters that are neighbours on the
//! keyboard or sound alike cost half a slip.

use super::fold::symbols::{has_digit, number};
use super::near::near_to;
use super::vocabulary::{Stem, Vocabulary};

/// How a word answers one that was typed with slips, and what they cost, in half slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// The whole word is meant.
    Whole(u8),
    /// Its beginning is meant.
    Start(u8),
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
    let allowance = allowance(typed);
    if word.len() + usize::from(allowance / SLIP) < typed.len() {
        return None;
    }
    let mut walk = Walk::new(typed, allowance)?;
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
    let mut found = Vec::new();
    let most = allowance(typed);
    for allowance in [SLIP, 2 * SLIP] {
        if found.is_empty()
            && allowance <= most
            && let Some(mut walk) = Walk::new(typed, allowance)
        {
            found = walk.over(vocabulary);
        }
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
    let least = |stride: &[u8]| stride.iter().fold(u8::MAX, |least, &same| least.min(same));
    let strides = shared
        .chunks_exact(STRIDE)
        .take_while(|stride| least(stride) >= letters)
        .count();
    let rest = shared.get(strides * STRIDE..).unwrap_or_default();
    strides * STRIDE + rest.iter().take_while(|&&same| same >= letters).count()
}

/// The distance of a typed word to the beginnings of a word, letter by letter (optimal string
/// alignment, only around the diagonal that the allowance leaves).
struct Walk<'t> {
    typed: &'t [u8],
    allowance: u8,
    /// How far from the diagonal is looked.
    band: usize,
    /// The letters that each letter typed is easily typed for, a bit each.
    near: [u64; ROWS],
    /// For each number of letters of the word: what it costs that about as many were typed.
    rows: [Row; ROWS],
    /// The letters of the word.
    letters: [u8; ROWS],
    /// The least that a beginning of the word costs, up to each letter.
    starts: [u8; ROWS],
}

const ROWS: usize = super::fold::LONGEST_WORD + 1;
/// The costs around the diagonal: `row[k]` that `depth - band + k` letters were typed.
type Row = [u8; 8];

impl<'t> Walk<'t> {
    fn new(typed: &'t [u8], allowance: u8) -> Option<Self> {
        if allowance == 0 || typed.len() >= ROWS {
            return None;
        }
        let band = usize::from(allowance / SLIP);
        let mut first = [FAR; 8];
        let beyond = first.iter_mut().skip(band).take(band + 1);
        (0..)
            .zip(beyond)
            .for_each(|(typed, cost)| *cost = typed * SLIP);
        let mut rows = [[FAR; 8]; ROWS];
        if let Some(row) = rows.first_mut() {
            *row = first;
        }
        let mut near = [0; ROWS];
        near.iter_mut()
            .zip(typed)
            .for_each(|(near, &symbol)| *near = near_to(symbol));
        Some(Self {
            typed,
            allowance,
            band,
            near,
            rows,
            letters: [0; ROWS],
            starts: [FAR; ROWS],
        })
    }

    /// All stems that answer.
    fn over(&mut self, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
        let mut found: Vec<(Stem, Slip)> = Vec::new();
        // So many letters of the stem before are compared already.
        let mut walked: usize = 0;
        let (stems, shared) = (vocabulary.stems(), vocabulary.shared());
        let heads = vocabulary.heads();
        let mut next = 0;
        while let (Some(&stem), Some(&same), Some(head)) =
            (stems.get(next), shared.get(next), heads.get(next))
        {
            next += 1;
            walked = walked.min(usize::from(same));
            let head = head.to_be_bytes();
            let mut given_up = false;
            // The first letters are at hand; the others are looked up only where it comes to them.
            let mut letters = head.get(walked..).unwrap_or_default();
            loop {
                let Some((&letter, rest)) = letters.split_first() else {
                    letters = vocabulary.stem(stem).get(walked..).unwrap_or_default();
                    if letters.is_empty() {
                        break;
                    }
                    continue;
                };
                if letter == 0 {
                    break;
                }
                letters = rest;
                given_up = !self.step(walked, letter);
                walked += 1;
                if given_up {
                    break;
                }
            }
            let slip = match given_up {
                true => self.start(walked),
                false => self.whole(walked).or_else(|| self.start(walked)),
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
        found
    }

    /// Takes the letter of the word behind the first `depth`; says whether the word can still
    /// be meant.
    #[expect(
        clippy::indexing_slicing,
        reason = "the innermost loop of the search for slips: depth is less than LONGEST_WORD, k at                   most 2 * band, which is 4, and typed at most typed.len()"
    )]
    #[inline]
    fn step(&mut self, depth: usize, letter: u8) -> bool {
        let (band, length) = (self.band, self.typed.len());
        let bit = 1 << number(letter);
        let above = self.rows[depth];
        let swapped = if depth > 0 {
            self.rows[depth - 1]
        } else {
            [FAR; 8]
        };
        let before = if depth > 0 {
            self.letters[depth - 1]
        } else {
            0
        };
        let mut row = [FAR; 8];
        let mut least = FAR;
        let mut last = FAR;
        for k in 0..=2 * band {
            // So many letters were typed.
            let Some(typed) = (depth + 1 + k).checked_sub(band) else {
                continue;
            };
            if typed > length {
                break;
            }
            let mut cost = above[k + 1].min(last) + SLIP;
            if typed > 0 {
                let symbol = self.typed[typed - 1];
                let wrong = match symbol == letter {
                    true => 0,
                    false if self.near[typed - 1] & bit != 0 => SLIP / 2,
                    false => SLIP,
                };
                cost = cost.min(above[k] + wrong);
                if typed > 1 && symbol == before && self.typed[typed - 2] == letter {
                    cost = cost.min(swapped[k] + SLIP);
                }
            }
            last = cost.min(FAR);
            row[k] = last;
            least = least.min(last);
        }
        let whole = (length + band)
            .checked_sub(depth + 1)
            .map_or(FAR, |k| row.get(k).copied().unwrap_or(FAR));
        self.rows[depth + 1] = row;
        self.letters[depth] = letter;
        self.starts[depth + 1] = self.starts[depth].min(whole);
        least <= self.allowance
    }

    /// Whether all of a word of so many letters is meant.
    fn whole(&self, length: usize) -> Option<Slip> {
        let k = (self.typed.len() + self.band).checked_sub(length)?;
        let cost = *self.rows.get(length)?.get(k)?;
        (cost <= self.allowance).then_some(Slip::Whole(cost))
    }

    /// Whether the beginning of a word is meant, up to so many letters.
    fn start(&self, length: usize) -> Option<Slip> {
        let cost = *self.starts.get(length)?;
        (self.typed.len() >= SHORTEST_START && cost <= self.allowance).then_some(Slip::Start(cost))
    }
}
