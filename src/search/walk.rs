//! The distance of a typed word to the beginnings of other words, letter by letter (optimal string
//! alignment). Only the costs around the diagonal are kept, eight of them in the bytes of one number, and
//! reckoned together.

use super::fold::LONGEST_WORD;
use super::fold::symbols::{classes, classes_of, number};
use super::near::near_to;
use super::slips::{SLIP, Slip};

/// More than any allowance, and so little that two of them and a slip stay below 128: in bytes
/// below 128 sums and comparisons do not touch their neighbours.
const FAR: u8 = 60;
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;
const FARS: u64 = ONES * FAR as u64;
const SLIPS: u64 = ONES * SLIP as u64;

/// So many words are sifted at once, by the [classes](classes_of) of their letters.
pub(super) const SIFTED: usize = 64;
pub(super) const CLASSES: usize = 32;
const ROWS: usize = LONGEST_WORD + 1;
/// The costs against one letter, with room for the costs around the diagonal on both sides.
const COSTS: usize = 64;
/// The letters by their numbers, then the decimal point, which is like none; then what a letter costs
/// that was typed too much.
const POINT: usize = 64;
const TOO_MUCH: usize = 65;

/// A class of letters that was typed.
#[derive(Clone, Copy, Debug)]
struct Mesh {
    class: u32,
    /// The classes that it is near to, a bit each.
    near: u32,
    /// How often it was typed.
    count: u8,
}

/// What 64 words cost, reckoned together: the bits of each cost are spread over three numbers, of
/// which each word has a bit.
#[derive(Clone, Copy, Debug, Default)]
struct Costs {
    bits: [u64; 3],
    /// Those that cost eight or more.
    over: u64,
}

impl Costs {
    /// So much more for these words.
    #[inline]
    fn add(&mut self, words: u64, cost: u8) {
        match cost {
            1 => self.add_from(0, words),
            2 => self.add_from(1, words),
            // Dearer is a letter that was typed often.
            _ if cost >= 1 << self.bits.len() => self.over |= words,
            _ => {
                let places = (0..self.bits.len()).filter(|place| cost >> place & 1 != 0);
                places.for_each(|place| self.add_from(place, words));
            }
        }
    }

    /// The same for a cost of one bit.
    #[inline]
    fn add_from(&mut self, place: usize, words: u64) {
        let mut carry = words;
        for bit in self.bits.iter_mut().skip(place) {
            (*bit, carry) = (*bit ^ carry, *bit & carry);
        }
        self.over |= carry;
    }

    /// The words that cost so much, below eight, or less.
    fn up_to(self, most: u8) -> u64 {
        let (mut more, mut equal) = (self.over, !self.over);
        for (place, bit) in self.bits.into_iter().enumerate().rev() {
            if most >> place & 1 == 0 {
                more |= equal & bit;
                equal &= !bit;
            } else {
                equal &= bit;
            }
        }
        !more
    }
}

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
    /// The same for the classes that were typed, one after another.
    sieve: Vec<Mesh>,
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
        let meshes = (0..).zip(near.iter().zip(&counts));
        let sieve = meshes
            .filter(|(_, (_, count))| **count > 0)
            .map(|(class, (&near, &count))| Mesh { class, near, count })
            .collect();
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
            sieve,
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

    /// Which of 64 words [may answer](Self::may_answer) by their letters, a bit each; `classes` says
    /// which have a letter of each class.
    pub fn sift(&self, classes: &[u64; CLASSES]) -> u64 {
        let having = |class: u32| classes.get(class as usize).copied().unwrap_or(0);
        let mut costs = Costs::default();
        for mesh in &self.sieve {
            let has = having(mesh.class);
            let (mut near, mut left) = (has, mesh.near);
            while left != 0 {
                near |= having(left.trailing_zeros());
                left &= left - 1;
            }
            costs.add(!has, mesh.count);
            costs.add(!near, mesh.count);
        }
        costs.up_to(self.allowance)
    }

    /// Whether a word of so many letters may answer.
    pub const fn fits(&self, length: usize) -> bool {
        length + self.band >= self.length
            && (self.starts_count || length <= self.length + self.band)
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
