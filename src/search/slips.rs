//! Slips of the fingers: a letter wrong, left out, put in, or two letters swapped. One of them is
//! forgiven in a word of four letters, two in a long one. Letters that are neighbours on the
//! keyboard or sound alike cost half a slip.
//!
//! They are thought of in the word without its article too, for a text may have it without: الميزانة in
//! ميزانية. In the word without a clitic of one letter they are where it has none as it stands: that
//! letter may be one of the word.

use super::fold::symbols::has_digit;
use super::narrow::Narrow;
use super::vocabulary::{Stem, Vocabulary};
use super::walk::Walk;
use super::{one_slip, sift, tier};

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
/// A typed word of this many letters may have a slip, and behind a clitic of one letter only a word of
/// so many is meant…
const SHORTEST: usize = 4;
/// …from this many on, also if it is only the beginning of a word…
const SHORTEST_START: usize = 5;
/// …and from this many on, two.
const LONG: usize = 8;
/// What a slip costs, in halves.
pub(super) const SLIP: u8 = 2;
/// At most so many words answer with slips: the nearest.
const MOST: usize = 64;
/// What a word without its article is less close than as it was typed, and one without a clitic of one
/// letter; of 15, where half a slip is 3.
const ARTICLE: u8 = 1;
const LETTER: u8 = 2;

/// A stem that answers, and how much less close it is for what was taken off the typed word.
pub(super) type Slipped = (Stem, Slip, u8);

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

/// The words in which slips are thought of, with how much less close they are: as typed, without the
/// article, without clitics of one letter.
fn cores(typed: &[u8]) -> impl Iterator<Item = (&[u8], u8)> {
    let bare = tier::without_article(typed).map(|bare| (bare, ARTICLE));
    let letters = tier::without_letters(typed).map(|bare| (bare, LETTER));
    std::iter::once((typed, 0)).chain(bare).chain(letters)
}

/// One of them with what is forgiven in it, up to an allowance. Without a clitic that may be none it
/// has to be a whole word.
fn walk(core: &[u8], off: u8, allowance: u8) -> Option<Walk> {
    let starts_count = core.len() >= SHORTEST_START && off < LETTER;
    Walk::new(core, allowance, starts_count)
}

/// A word in which slips are thought of, with what is forgiven in it.
#[derive(Debug)]
pub(super) struct Core<'t> {
    pub word: &'t [u8],
    off: u8,
    walk: Walk,
}

/// All of them; none where nothing is forgiven.
pub(super) fn all(typed: &[u8]) -> Vec<Core<'_>> {
    let core = |(word, off)| {
        let walk = walk(word, off, allowance(word))?;
        Some(Core { word, off, walk })
    };
    cores(typed).filter_map(core).collect()
}

impl Core<'_> {
    /// How a stem answers that stands in a word with these classes of letters.
    pub fn compare(&mut self, stem: &[u8], classes: u32) -> Option<Slip> {
        let may =
            is_long_enough(self.off, stem.len()) && self.walk.may_answer(stem.len() as u8, classes);
        may.then(|| self.walk.compare(stem)).flatten()
    }
}

/// Whether a stem of so many letters may be meant: of a short one too much is another word.
const fn is_long_enough(off: u8, letters: usize) -> bool {
    off < LETTER || letters >= SHORTEST
}

/// Whether `word`, or its beginning, becomes `typed` by slips that are forgiven. The answer for
/// equal words does not matter: they are found by a stricter rule.
#[cfg(test)]
pub(super) fn compare(typed: &[u8], word: &[u8]) -> Option<Slip> {
    walk(typed, 0, allowance(typed))?.compare(word)
}

/// Whether one slip made what was typed of a word.
pub(super) fn is_one_from(typed: &[u8], word: &[u8]) -> bool {
    let slip = Walk::new(typed, SLIP, false).and_then(|mut walk| walk.compare(word));
    matches!(slip, Some(Slip::Whole(1..)))
}

/// The stems that answer with slips, the nearest first: where one slip finds something, two are
/// not thought of, and where the word as typed or without its article does, no other clitic is taken
/// off. `search` gives [all](over) that answer one word in their order, `spelt` the letters of a word;
/// a word that there is twice is one of those that answer.
pub(super) fn find<'w>(
    typed: &[u8],
    mut search: impl FnMut(&[u8], &mut Walk) -> Vec<(Stem, Slip)>,
    spelt: impl Fn(u32) -> &'w [u8],
) -> Vec<Slipped> {
    let mut found: Vec<Slipped> = Vec::new();
    for (most, letters) in [
        (SLIP, false),
        (SLIP, true),
        (2 * SLIP, false),
        (2 * SLIP, true),
    ] {
        if !found.is_empty() {
            break;
        }
        for (core, off) in cores(typed).filter(|&(_, off)| (off == LETTER) == letters) {
            if most <= allowance(core)
                && let Some(mut walk) = walk(core, off, most)
            {
                let mut stems = search(core, &mut walk);
                // Where the bytes are wrong, a stem may begin behind the end of its word.
                let letters = |stem: Stem| spelt(stem.word()).len().saturating_sub(stem.at());
                stems.retain(|&(stem, _)| is_long_enough(off, letters(stem)));
                let stems = stems.into_iter();
                found.extend(stems.map(|(stem, slip)| (stem, slip, off)));
            }
        }
    }
    // A whole word that is near leaves little doubt: what is farther, or only begins so, would flood.
    let is_slip = |slip: &Slip| *slip > Slip::Whole(0);
    let nearest = found.iter().map(|&(_, slip, _)| slip).filter(is_slip).min();
    if let Some(Slip::Whole(cost)) = nearest {
        found.retain(|&(_, slip, _)| slip <= Slip::Whole(cost));
    }
    let far = |stem: Stem| spelt(stem.word()).len().abs_diff(typed.len());
    found.sort_by_key(|&(stem, slip, off)| (slip, off, far(stem)));
    let same =
        |one: Stem, other: Stem| one.at() == other.at() && spelt(one.word()) == spelt(other.word());
    let words = found.chunk_by(|&(one, ..), &(other, ..)| same(one, other));
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

/// What slips are [thought of in](all), be it short.
pub(super) fn all_short(typed: &[u8]) -> Vec<Core<'_>> {
    if !is_short(typed) {
        return all(typed);
    }
    let walk = Walk::new(typed, SLIP, false).into_iter();
    walk.map(|walk| Core {
        word: typed,
        off: 0,
        walk,
    })
    .collect()
}

/// All stems of a segment that answer `typed`, of which `walk` was made.
pub(super) fn over(
    typed: &[u8],
    walk: &mut Walk,
    vocabulary: &Vocabulary,
    segment: usize,
    narrow: &mut Narrow,
) -> Vec<(Stem, Slip)> {
    if walk.allowance() == SLIP {
        return one_slip::over(typed, walk.starts_count(), vocabulary);
    }
    // Two slips leave so much of the vocabulary open that sifting it first pays.
    let found = match narrow.among(typed, segment) {
        Some(places) => sift::among(places, walk, vocabulary),
        None => sift::over(typed, walk, vocabulary),
    };
    if walk.starts_count() {
        narrow.keep(typed, segment, &found);
    }
    let stems = vocabulary.stems();
    let found = found.into_iter();
    found
        .filter_map(|(place, slip)| Some((stems.get(place as usize)?, slip)))
        .collect()
}
