//! One slip, or two at half the price, looked for by the words that may have been meant: the stems
//! are in the order of their letters, so that those that begin alike are a range of them, and the
//! letters behind a slip are looked up in it at once. Hardly any stem is looked at.

use super::fold::symbols::{number, of_number};
use super::near::near_to;
use super::part::head;
use super::slips::{SLIP, Slip};
use super::vocabulary::{Stem, Vocabulary};
use std::ops::Range;

/// All stems that answer, in their order; `starts_count` where also the beginning of a word may be
/// meant.
pub(super) fn over(typed: &[u8], starts_count: bool, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    let heads = (0..=typed.len()).map(|at| head(typed.get(at..).unwrap_or_default()));
    let mut search = Search {
        typed,
        heads: heads.collect(),
        starts_count,
        vocabulary,
        meant: Vec::with_capacity(typed.len() + 1),
        found: Vec::new(),
    };
    search.go_on(0..vocabulary.stems().len(), 0, 0);
    let mut found = search.found;
    // Of the ways in which a stem is met the best counts.
    found.sort_unstable();
    found.dedup_by_key(|&mut (place, _)| place);
    let stems = vocabulary.stems();
    let found = found.into_iter();
    found
        .filter_map(|(place, slip)| Some((stems.get(place as usize)?, slip)))
        .collect()
}

struct Search<'a> {
    typed: &'a [u8],
    /// The first eight letters from each on.
    heads: Vec<u64>,
    starts_count: bool,
    vocabulary: &'a Vocabulary,
    /// What the word begins with that may have been meant.
    meant: Vec<u8>,
    /// Places among the stems, and how these answer.
    found: Vec<(u32, Slip)>,
}

impl Search<'_> {
    /// Goes on with the stems that begin as was meant, behind the first `at` typed letters, which
    /// cost so much, less than a slip.
    fn go_on(&mut self, stems: Range<usize>, at: usize, cost: u8) {
        if stems.is_empty() {
            return;
        }
        let typed = self.typed;
        let depth = self.meant.len();
        let Some(&next) = typed.get(at) else {
            self.take(&stems, depth, cost);
            if cost == 0 {
                // The last letter of the word was left out.
                for (_, those) in by_letter(self.vocabulary, stems, depth) {
                    self.take(&those, depth + 1, SLIP);
                }
            }
            return;
        };
        if cost > 0 {
            self.meant.push(next);
            let same = self.vocabulary.beginning_within(&stems, &self.meant);
            self.go_on(same, at + 1, cost);
            self.meant.pop();
            for letter in near(next) {
                self.meet(&stems, &[letter], at + 1);
            }
            return;
        }
        // The next letter was typed too much, or before the one before it.
        self.meet(&stems, &[], at + 1);
        if let Some(&second) = typed.get(at + 1)
            && second != next
        {
            self.meet(&stems, &[second, next], at + 2);
        }
        let near = near_to(next);
        for (letter, those) in by_letter(self.vocabulary, stems, depth) {
            self.meant.push(letter);
            // The letter was left out…
            self.meet(&those, &[], at);
            if letter == next {
                self.go_on(those, at + 1, 0);
            } else if letter != b'.' && near & 1 << number(letter) != 0 {
                self.go_on(those, at + 1, SLIP / 2);
            } else {
                // …or another typed for it.
                self.meet(&those, &[], at + 1);
            }
            self.meant.pop();
        }
    }

    /// Takes the stems that go on with these letters and end as was typed from `at` on, for a slip.
    fn meet(&mut self, stems: &Range<usize>, letters: &[u8], at: usize) {
        let depth = self.meant.len();
        self.meant.extend_from_slice(letters);
        // Nearly always the first eight letters tell that there is none.
        let rest = self.typed.get(at..).unwrap_or_default();
        let length = self.meant.len() + rest.len();
        let least = behind(
            self.meant.len(),
            head(&self.meant),
            self.heads.get(at).copied().unwrap_or(0),
        );
        let alike = self.vocabulary.headed(stems, least, length);
        if !alike.is_empty() {
            self.meant.extend_from_slice(rest);
            let those = self.vocabulary.beginning_within(&alike, &self.meant);
            self.take(&those, length, SLIP);
        }
        self.meant.truncate(depth);
    }

    /// Takes stems that begin with the letters that were meant, so many.
    fn take(&mut self, stems: &Range<usize>, meant: usize, cost: u8) {
        let lengths = self.vocabulary.lengths().get(stems.clone());
        for (place, &length) in (stems.start as u32..).zip(lengths.unwrap_or_default()) {
            let slip = match usize::from(length) == meant {
                true => Slip::Whole(cost),
                // Shorter stems stand before longer ones.
                false if !self.starts_count => break,
                false => Slip::Start(cost),
            };
            self.found.push((place, slip));
        }
    }
}

/// The first eight letters of a word, of so many letters and what is typed behind them, from the first
/// eight of each.
const fn behind(count: usize, first: u64, rest: u64) -> u64 {
    match count {
        ..8 => first | rest >> (8 * count),
        _ => first,
    }
}

/// The stems of a range that go on behind so many letters, which they have in common, by the next.
fn by_letter(
    vocabulary: &Vocabulary,
    stems: Range<usize>,
    depth: usize,
) -> impl Iterator<Item = (u8, Range<usize>)> {
    let mut next = stems.start;
    std::iter::from_fn(move || {
        loop {
            let rest = next..stems.end;
            let letter = vocabulary.letter(rest.clone().next()?, depth);
            next += vocabulary.up_to_letter(&rest, depth, letter).max(1);
            if letter != 0 {
                return Some((letter, rest.start..next));
            }
        }
    })
}

/// The letters that one is easily typed for.
fn near(letter: u8) -> impl Iterator<Item = u8> {
    let mut near = near_to(letter);
    std::iter::from_fn(move || {
        let first = (near != 0).then(|| near.trailing_zeros() as u8)?;
        near &= near - 1;
        Some(of_number(first))
    })
}
