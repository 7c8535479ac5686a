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
/// not thought of. `search` gives [all](over) that answer, `letters` says how many a word has.
pub(super) fn find(
    typed: &[u8],
    mut search: impl FnMut(&mut Walk) -> Vec<(Stem, Slip)>,
    letters: impl Fn(u32) -> usize,
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
    let far = |stem: Stem| letters(stem.word()).abs_diff(typed.len());
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

/// All stems that answer `typed`, of which `walk` was made.
pub(super) fn over(typed: &[u8], walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    if walk.allowance() == SLIP {
        return one_slip::over(typed, walk.starts_count(), vocabulary);
    }
    // Two slips leave so much of the vocabulary open that sifting it first pays.
    match walk.is_sifting() {
        true => sift::over(walk, vocabulary),
        false => by_beginnings(walk, vocabulary),
    }
}

/// The same, by what words begin with: where a beginning cannot be meant, no word that has it can.
fn by_beginnings(walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    let mut found: Vec<(Stem, Slip)> = Vec::new();
    // So many letters of the stem before are compared already.
    let mut walked: usize = 0;
    let (stems, shared) = (vocabulary.stems(), vocabulary.shared());
    let heads = vocabulary.heads();
    let mut next = 0;
    let (lengths, classes) = (vocabulary.lengths(), vocabulary.classes());
    'stems: while let (Some(stem), Some(&same), Some(head), Some(&length), Some(&classes)) = (
        stems.get(next),
        shared.get(next),
        heads.get(next),
        lengths.get(next),
        classes.get(next),
    ) {
        next += 1;
        walked = walked.min(usize::from(same));
        let head = head.to_be_bytes();
        let mut given_up = false;
        let mut asked = false;
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
            // What many stems begin with is worth a look, so that they can be passed over together;
            // then each by itself must have the letters.
            if walked >= walk.common() && !asked {
                asked = true;
                if !walk.may_answer(length, classes) {
                    continue 'stems;
                }
            }
            letters = rest;
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
                let alike = stems.range(next..after);
                found.extend(alike.iter().map(|stem| (stem, slip)));
            }
            next = after;
        }
    }
    found
}
