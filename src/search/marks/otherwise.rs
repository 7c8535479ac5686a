//! Marks what a word is met by otherwise than by its forms and slips: as two words, by initials, by
//! its sound.

use super::super::fold::symbols::{classes, letters_of};
use super::super::fold::{Folded, Script};
use super::super::row::{Asked, Row};
use super::super::slips::{Core, Slip};
use super::super::tier::Tier;
use super::super::{initials, translit};
use std::ops::Range;

/// Marks a word that stands there whole.
pub(super) fn mark_whole(typed: &[u8], row: &Row, ranges: &mut Vec<Range<usize>>) -> bool {
    let before = ranges.len();
    let asked = Asked {
        letters: letters_of(typed),
        first: letters_of(typed.get(..1).unwrap_or_default()),
        ..Asked::default()
    };
    row.each(asked, |seen, _, place| {
        if let Some((Tier::Exact | Tier::Clitic, letters)) = seen.strict(typed, None) {
            ranges.push(place(letters));
        }
    });
    ranges.len() > before
}

/// Marks a word that stands there as two, one beside the other.
pub(super) fn mark_apart(typed: &[u8], folded: &Folded, ranges: &mut Vec<Range<usize>>) -> bool {
    let before = ranges.len();
    let runs = folded.runs();
    for (left, right) in runs.iter().zip(runs.iter().skip(1)) {
        if left.len() + right.len() == typed.len()
            && folded.slice(left.start as usize, right.end as usize) == typed
        {
            ranges.push(folded.place(left.start as usize, right.end as usize));
        }
    }
    ranges.len() > before
}

/// Marks a word that stands there as two, of which one slip made what was typed: بنححي is بن حجي.
/// `cores` are what slips are thought of in.
pub(super) fn mark_apart_with_slip(
    typed: &[u8],
    cores: &mut [Core<'_>],
    folded: &Folded,
    ranges: &mut Vec<Range<usize>>,
) -> bool {
    let before = ranges.len();
    let runs = folded.runs();
    for (left, right) in runs.iter().zip(runs.iter().skip(1)) {
        if (left.len() + right.len()).abs_diff(typed.len()) > 1
            || left.script == Script::Digits
            || left.script != right.script
        {
            continue;
        }
        let both = folded.slice(left.start as usize, right.end as usize);
        let classes = classes(letters_of(both));
        let mut slips = cores.iter_mut().filter(|core| core.word == typed);
        if slips.any(|core| matches!(core.compare(both, classes), Some(Slip::Whole(_)))) {
            ranges.push(folded.place(left.start as usize, right.end as usize));
        }
    }
    ranges.len() > before
}

/// Marks the initials that a word is made of.
pub(super) fn mark_initials(typed: &[u8], folded: &Folded, ranges: &mut Vec<Range<usize>>) -> bool {
    let Some(places) = initials::places_of(typed, folded) else {
        return false;
    };
    let letters = places.into_iter();
    ranges.extend(letters.map(|place| folded.place(place, place + 1)));
    true
}

/// Marks the words that sound like one; those with `just` these letters, if that is known.
pub(super) fn mark_alike(
    typed: &[u8],
    just: Option<&[u64]>,
    row: &Row,
    ranges: &mut Vec<Range<usize>>,
) -> bool {
    let before = ranges.len();
    let asked = Asked {
        just,
        ..Asked::default()
    };
    row.each(asked, |seen, _, place| {
        if translit::sounds_like(typed, seen.word) {
            ranges.push(place(0..seen.word.len()));
        }
    });
    ranges.len() > before
}
