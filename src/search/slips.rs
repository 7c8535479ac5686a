//! Slips of the fingers: a letter wrong, left out, put in, or two letters swapped. One of them is
//! forgiven in a word of four letters, two in a long one. Letters that are neighbours on the
//! keyboard or sound alike cost half a slip.

use super::fold::symbols::has_digit;
use super::vocabulary::{Stem, Vocabulary};
use super::walk::Walk;
use super::{one_slip, sift};

/// How a word answers one that was typed with slips, and what they cost, in half slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// The whole word is meant.
    Whole(u8),
    /// Its beginning is meant.
    Start(u8),
}

/// A word of fewer letters than [`SHORTEST`] is certain to have a slip only beside others that are
/// met, where nothing else answers; of fewer than this it never is.
const SHORT: usize = 3;
/// A typed word of this many letters may have a slip…
const SHORTEST: usize = 4;
/// …from this many on, also if it is only the beginning of a word…
const SHORTEST_START: usize = 5;
/// …and from this many on, two.
const LONG: usize = 8;
/// What a slip costs, in halves.
pub(super) const SLIP: u8 = 2;
/// At most so many words answer with slips: the nearest.
const MOST: usize = 64;

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

/// A typed word with what is forgiven in it; none where nothing is.
pub(super) fn walk(typed: &[u8]) -> Option<Walk> {
    Walk::new(typed, allowance(typed), typed.len() >= SHORTEST_START)
}

/// Whether `word`, or its beginning, becomes `typed` by slips that are forgiven. The answer for
/// equal words does not matter: they are found by a stricter rule.
#[cfg(test)]
pub(super) fn compare(typed: &[u8], word: &[u8]) -> Option<Slip> {
    walk(typed)?.compare(word)
}

/// The stems that answer with slips, the nearest first: where one slip finds something, two are
/// not thought of. `search` gives [all](over) that answer in their order, `spelt` the letters of a
/// word; a word that there is twice is one of those that answer.
pub(super) fn find<'w>(
    typed: &[u8],
    mut search: impl FnMut(&mut Walk) -> Vec<(Stem, Slip)>,
    spelt: impl Fn(u32) -> &'w [u8],
) -> Vec<(Stem, Slip)> {
    let mut found = Vec::new();
    let most = allowance(typed);
    for allowance in [SLIP, 2 * SLIP] {
        if found.is_empty()
            && allowance <= most
            && let Some(mut walk) = Walk::new(typed, allowance, typed.len() >= SHORTEST_START)
        {
            found = search(&mut walk);
        }
    }
    // A whole word that is near leaves little doubt: what is farther, or only begins so, would flood.
    let is_slip = |slip: &Slip| *slip > Slip::Whole(0);
    let nearest = found.iter().map(|&(_, slip)| slip).filter(is_slip).min();
    if let Some(Slip::Whole(cost)) = nearest {
        found.retain(|&(_, slip)| slip <= Slip::Whole(cost));
    }
    let far = |stem: Stem| spelt(stem.word()).len().abs_diff(typed.len());
    found.sort_by_key(|&(stem, slip)| (slip, far(stem)));
    let same =
        |one: Stem, other: Stem| one.at() == other.at() && spelt(one.word()) == spelt(other.word());
    let words = found.chunk_by(|&(one, _), &(other, _)| same(one, other));
    let kept = words.take(MOST).map(<[_]>::len).sum();
    found.truncate(kept);
    found
}

/// The whole words that one slip may have made of what was typed.
pub(super) fn once(typed: &[u8], vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    match allowance(typed) {
        0 => Vec::new(),
        _ => one_slip::over(typed, false, vocabulary),
    }
}

/// Whether it is too short to be forgiven a slip by itself.
pub(super) fn is_short(typed: &[u8]) -> bool {
    typed.len() == SHORT && !has_digit(typed)
}

/// The whole words that one slip may have made a short one of.
pub(super) fn in_short(typed: &[u8], vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    match is_short(typed) {
        true => one_slip::over(typed, false, vocabulary),
        false => Vec::new(),
    }
}

/// A typed word with what is forgiven in it, be it short.
pub(super) fn walk_short(typed: &[u8]) -> Option<Walk> {
    match is_short(typed) {
        true => Walk::new(typed, SLIP, false),
        false => walk(typed),
    }
}

/// All stems that answer `typed`, of which `walk` was made.
pub(super) fn over(typed: &[u8], walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    if walk.allowance() == SLIP {
        return one_slip::over(typed, walk.starts_count(), vocabulary);
    }
    // Two slips leave so much of the vocabulary open that sifting it first pays.
    sift::over(walk, vocabulary)
}
