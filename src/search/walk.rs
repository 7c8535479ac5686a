//! The distance of a typed word to the beginnings of other words, letter by letter (optimal string
//! alignment). Only the costs around the diagonal are kept, eight of them in the bytes of one number, and
//! reckoned together.

use super::fold::LONGEST_WORD;
use super::fold::symbols::{classes, classes_of, number};
use super::near::near_to;
use super::slips::{SLIP, Slip};
use std::ops::RangeInclusive;

/// More than any allowance, and so little that two of them and a slip stay below 128: in bytes
/// below 128 sums and comparisons do not touch their neighbours.
const FAR: u8 = 60;
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;
const FARS: u64 = ONES * FAR as u64;
const SLIPS: u64 = ONES * SLIP as u64;

const ROWS: usize = LONGEST_WORD + 1;
/// The costs against one letter, with room for the costs around the diagonal on both sides.
const COSTS: usize = 64;
/// The letters by their numbers, then the decimal point, which is like none; then what a letter costs
/// that was typed too much.
const POINT: usize = 64;
const TOO_MUCH: usize = 65;

/// A typed word, and how far it is from the word that is being read.
#[derive(Debug)]
pub(super) struct Walk {
    length: usize,
    allowance: u8,
    /// How far from the diagonal an answer can be.
    band: usize,
    /// From this many letters typed on, also the beginning of a word is meant.
    starts_count: bool,
    /// The classes of the letters that were typed, and for each class those it is near to.
    classes: u32,
    near: [u32; 32],
    /// How often each class was typed.
    counts: [u8; 32],
    /// What each letter costs against each letter typed.
    costs: Vec<[u8; COSTS]>,
    /// For each number of letters of the word, what it costs that about as many were typed: byte
    /// `k` that `depth - band + k` were.
    rows: [u64; ROWS],
    /// The letters of the word, as lines of `costs`.
    letters: [u8; ROWS],
    /// The least that a beginning of the word costs, up to each letter.
    starts: [u8; ROWS],
}

impl Walk {
    /// For slips that cost up to `allowance` halves, at most four; none where nothing is allowed.
    pub fn new(typed: &[u8], allowance: u8, starts_count: bool) -> Option<Self> {
        if allowance == 0 || typed.len() > LONGEST_WORD {
            return None;
        }
        let band = usize::from(allowance / SLIP);
        let (mut near, mut counts) = ([0; 32], [0; 32]);
        for &symbol in typed {
            let class = usize::from(number(symbol)) & 31;
            if let (Some(near), Some(count)) = (near.get_mut(class), counts.get_mut(class)) {
                *near |= classes(near_to(symbol));
                *count += 1;
            }
        }
        let mut costs = vec![[FAR; COSTS]; TOO_MUCH + 1];
        for line in &mut costs {
            line.iter_mut()
                .skip(band)
                .take(typed.len())
                .for_each(|cost| *cost = SLIP);
        }
        for (place, &symbol) in (band..).zip(typed) {
            let near = near_to(symbol);
            for (letter, line) in costs.iter_mut().take(POINT).enumerate() {
                if let Some(cost) = line.get_mut(place)
                    && near & 1 << letter != 0
                {
                    *cost = SLIP / 2;
                }
            }
            let line = costs.get_mut(line_of(symbol));
            if let Some(cost) = line.and_then(|line| line.get_mut(place)) {
                *cost = 0;
            }
        }
        // Before the first letter of the word all that was typed is too much.
        let mut first = [FAR; 8];
        let typed_too_much = first.iter_mut().skip(band).take(band + 1);
        (0..)
            .zip(typed_too_much)
            .for_each(|(count, cost)| *cost = count * SLIP);
        let mut rows = [FARS; ROWS];
        if let Some(row) = rows.first_mut() {
            *row = u64::from_le_bytes(first);
        }
        Some(Self {
            length: typed.len(),
            allowance,
            band,
            starts_count,
            classes: classes_of(typed),
            near,
            counts,
            costs,
            rows,
            letters: [0; ROWS],
            starts: [FAR; ROWS],
        })
    }

    /// Whether a word of so many letters and these classes may be meant: each letter that was typed
    /// and is not in the word is a slip, as often as it was typed, at half the price where one near
    /// to it is.
    #[inline]
    pub fn may_answer(&self, length: u8, classes: u32) -> bool {
        if !self.fits(length.into()) {
            return false;
        }
        let mut missing = self.classes & !classes;
        let most = u32::from(self.allowance);
        if missing.count_ones() > most {
            return false;
        }
        let mut cost = 0;
        while missing != 0 {
            let class = missing.trailing_zeros() as usize;
            let (near, count) = (self.near.get(class), self.counts.get(class));
            let each = if near.is_some_and(|near| near & classes != 0) {
                u32::from(SLIP / 2)
            } else {
                u32::from(SLIP)
            };
            cost += each * count.copied().map_or(1, u32::from);
            missing &= missing - 1;
        }
        cost <= most
    }

    /// Whether a word of so many letters is not too short.
    pub const fn is_long_enough(&self, length: usize) -> bool {
        length + self.band >= self.length
    }

    /// Whether a word of so many letters may answer.
    pub const fn fits(&self, length: usize) -> bool {
        self.is_long_enough(length) && (self.starts_count || length <= self.length + self.band)
    }

    /// What the slips may cost, in halves.
    pub const fn allowance(&self) -> u8 {
        self.allowance
    }

    /// Whether also the beginning of a word may be meant.
    pub const fn starts_count(&self) -> bool {
        self.starts_count
    }

    /// Letters of a word behind so many do not count.
    pub const fn longest(&self) -> usize {
        self.length + self.band
    }

    /// What may still be spent on slips where so many letters of the word stand for so many that were
    /// typed.
    #[inline]
    pub fn left(&self, depth: usize, typed: usize) -> Option<u8> {
        let k = (typed + self.band).checked_sub(depth).filter(|&k| k < 8)?;
        let cost = (self.rows.get(depth)? >> (8 * k)) as u8;
        self.allowance.checked_sub(cost)
    }

    /// The most that may still be spent behind so many letters of the word.
    #[inline]
    pub fn most_left(&self, depth: usize) -> Option<u8> {
        let row = self.rows.get(depth)?.to_le_bytes();
        let least = row.into_iter().min()?;
        self.allowance.checked_sub(least)
    }

    /// How many of the typed letters may stand for so many of the word, at the least and at the most.
    pub fn typed_for(&self, depth: usize) -> RangeInclusive<usize> {
        depth.saturating_sub(self.band)..=self.length.min(depth + self.band)
    }

    /// Takes the letter of the word behind the first `depth`; says whether the word can still
    /// be meant.
    #[expect(
        clippy::indexing_slicing,
        reason = "the innermost loop of the search for slips: depth is less than LONGEST_WORD, and \
                  lines are numbers of symbols"
    )]
    #[inline]
    pub fn step(&mut self, depth: usize, letter: u8) -> bool {
        let line = line_of(letter);
        let wrong = eight(&self.costs[line], depth);
        let too_much = eight(&self.costs[TOO_MUCH], depth);
        let above = self.rows[depth];
        // A letter of the word was left out, or stands for another.
        let left_out = (above >> 8 | u64::from(FAR) << 56) + SLIPS;
        let mut row = least(left_out, above + wrong);
        if depth > 0 {
            // This letter was typed before the one before it.
            let before = eight(&self.costs[usize::from(self.letters[depth - 1])], depth);
            let this = eight(&self.costs[line], depth - 1);
            let swapped = (HIGHS - before) & (HIGHS - this) & HIGHS;
            if swapped != 0 {
                let those = (swapped >> 7) * 0xFF;
                let cost = (self.rows[depth - 1] + SLIPS) & those | FARS & !those;
                row = least(row, cost);
            }
        }
        // One letter or two were typed too much.
        row = least(row, (row << 8 | u64::from(FAR)) + too_much);
        if self.band > 1 {
            row = least(row, (row << 8 | u64::from(FAR)) + too_much);
        }
        row = least(row, FARS);
        let whole = (self.length + self.band)
            .checked_sub(depth + 1)
            .filter(|&k| k < 8)
            .map_or(FAR, |k| (row >> (8 * k)) as u8);
        self.rows[depth + 1] = row;
        self.letters[depth] = line as u8;
        self.starts[depth + 1] = self.starts[depth].min(whole);
        (((ONES * u64::from(self.allowance)) | HIGHS) - row) & HIGHS != 0
    }

    /// How a word answers, that is read from its beginning.
    pub fn compare(&mut self, word: &[u8]) -> Option<Slip> {
        if word.len() + self.band < self.length {
            return None;
        }
        for (depth, &letter) in word.iter().enumerate() {
            if !self.step(depth, letter) {
                return self.start(depth + 1);
            }
        }
        self.whole(word.len()).or_else(|| self.start(word.len()))
    }

    /// Whether all of a word of so many letters is meant.
    pub fn whole(&self, length: usize) -> Option<Slip> {
        let k = (self.length + self.band).checked_sub(length)?;
        let row = self.rows.get(length).filter(|_| k < 8)?;
        let cost = (row >> (8 * k)) as u8;
        (cost <= self.allowance).then_some(Slip::Whole(cost))
    }

    /// Whether the beginning of a word is meant, up to so many letters.
    pub fn start(&self, length: usize) -> Option<Slip> {
        let cost = *self.starts.get(length)?;
        (self.starts_count && cost <= self.allowance).then_some(Slip::Start(cost))
    }
}

/// The line of each letter in the table of costs.
static LINES: [u8; 256] = {
    let mut lines = [0; 256];
    let mut symbol = 0;
    while symbol < lines.len() {
        #[expect(clippy::indexing_slicing, reason = "this runs in the compiler")]
        {
            lines[symbol] = match symbol as u8 {
                b'.' => POINT as u8,
                other => number(other),
            };
        }
        symbol += 1;
    }
    lines
};

#[inline]
fn line_of(symbol: u8) -> usize {
    usize::from(LINES.get(usize::from(symbol)).copied().unwrap_or(0))
}

/// Eight costs from a place on.
#[inline]
fn eight(costs: &[u8; COSTS], from: usize) -> u64 {
    let eight = costs.get(from..).and_then(|rest| rest.first_chunk());
    eight.map_or(FARS, |eight| u64::from_le_bytes(*eight))
}

/// The lesser of each two bytes, which are below 128.
#[inline]
const fn least(a: u64, b: u64) -> u64 {
    let a_is_not_less = ((a | HIGHS) - b) & HIGHS;
    let those = a_is_not_less - (a_is_not_less >> 7);
    a ^ ((a ^ b) & those)
}
