//! The words that a folded text is found by.
//!
//! A run that stands alone is a word. Linked runs (`TDAG-23/INF/1`, `itu.int`, `9,7`) are a
//! *chain*, found by each run, by each stretch without a joiner (`C26`), and from each run on to
//! its end, joined: `tdag23inf1`, `23inf1`, `inf1`. So a spelling with other joiners, or with
//! none, or the code without its beginning is the same word or a prefix of it.
//!
//! A chain of digits with points only is a number: 318,000 and 318.000 are 318000, while 9,7 and
//! 9.7 keep their point and differ from 97. Digits apart by a blank are also found joined, up to
//! the 15 digits of a telephone number (ITU-T E.164).

use super::{Folded, LONGEST_WORD, Link, Run, Script};
use std::ops::Range;

/// How many runs of a chain are joined at most.
const LONGEST_CHAIN: usize = 8;
const TELEPHONE_DIGITS: Range<usize> = 6..16;

/// A word of a text.
#[derive(Debug)]
pub(in crate::search) struct Found<'a> {
    pub symbols: &'a [u8],
    /// Where its symbols stand in the folded text; points are no symbols there.
    pub start: usize,
    /// The number of its first run in the text.
    pub position: usize,
    /// How many runs it spans.
    pub runs: usize,
    /// It is part of a longer code.
    pub piece: bool,
}

/// The chains of a text, as ranges of runs; a blank ends a chain.
pub(in crate::search) fn chains(folded: &Folded) -> impl Iterator<Item = Range<usize>> {
    let runs = folded.runs();
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next;
        runs.get(start)?;
        let rest = runs.get(start + 1..).unwrap_or_default();
        next = start + 1 + rest.iter().take_while(|run| run.is_linked()).count();
        Some(start..next)
    })
}

/// Joins the chain from its first run on, into `word`; says how many runs are in it.
pub(in crate::search) fn join(folded: &Folded, chain: Range<usize>, word: &mut Vec<u8>) -> usize {
    word.clear();
    let runs = folded.runs().get(chain).unwrap_or_default();
    let point = has_decimal_point(runs);
    let mut joined = 0;
    for run in runs.iter().take(LONGEST_CHAIN) {
        if point && joined > 0 {
            word.push(b'.');
        }
        word.extend_from_slice(folded.slice(run.start as usize, run.end as usize));
        joined += 1;
        if word.len() >= LONGEST_WORD {
            word.truncate(LONGEST_WORD);
            break;
        }
    }
    joined
}

/// Digits with points only, and not the groups of three that a thousands separator makes.
fn has_decimal_point(runs: &[Run]) -> bool {
    let Some((first, rest)) = runs.split_first() else {
        return false;
    };
    let number = !rest.is_empty()
        && first.script == Script::Digits
        && rest
            .iter()
            .all(|run| run.script == Script::Digits && run.link == Link::Point);
    let thousands = first.len() <= 3 && rest.iter().all(|run| run.len() == 3);
    number && !thousands
}

/// Calls `found` with every word of the text; `scratch` is only for its memory.
pub(in crate::search) fn each(
    folded: &Folded,
    scratch: &mut Vec<u8>,
    mut found: impl FnMut(&Found<'_>),
) {
    let runs = folded.runs();
    let mut first = 0;
    let mut blanks = false;
    while let Some(run) = runs.get(first) {
        let behind = runs.get(first + 1..).unwrap_or_default();
        blanks |= run.link == Link::Space;
        let linked = behind.iter().take_while(|run| run.is_linked()).count();
        if linked == 0 {
            // Nearly every word stands alone.
            found(&Found {
                symbols: folded.slice(run.start as usize, run.end as usize),
                start: run.start as usize,
                position: first,
                runs: 1,
                piece: false,
            });
        } else {
            of_chain(folded, first..first + 1 + linked, scratch, &mut found);
        }
        first += 1 + linked;
    }
    if blanks {
        telephones(folded, scratch, found);
    }
}

/// The words of linked runs.
fn of_chain(
    folded: &Folded,
    chain: Range<usize>,
    scratch: &mut Vec<u8>,
    found: &mut impl FnMut(&Found<'_>),
) {
    let runs = folded.runs().get(chain.clone()).unwrap_or_default();
    for (number, run) in runs.iter().enumerate() {
        let position = chain.start + number;
        let start = run.start as usize;
        let mut word = |symbols: &[u8], runs: usize, piece: bool| {
            found(&Found {
                symbols,
                start,
                position,
                runs,
                piece,
            });
        };
        word(folded.slice(start, run.end as usize), 1, true);
        let direct = runs
            .iter()
            .skip(number + 1)
            .take_while(|next| next.link == Link::Direct);
        let together = if number == 0 || run.link != Link::Direct {
            1 + direct.count()
        } else {
            1
        };
        let all = join(folded, position..chain.end, scratch);
        if all > 1 {
            word(scratch, all, number > 0);
        }
        if together > 1 && together < all {
            join(folded, position..position + together, scratch);
            word(scratch, together, true);
        }
    }
}

/// Digits apart by a blank, joined from each group on.
fn telephones(folded: &Folded, scratch: &mut Vec<u8>, mut found: impl FnMut(&Found<'_>)) {
    for (position, first) in folded.runs().iter().enumerate() {
        if let Some(runs) = telephone(folded, position, scratch) {
            found(&Found {
                symbols: scratch,
                start: first.start as usize,
                position,
                runs,
                piece: true,
            });
        }
    }
}

/// Joins the groups of digits from a run on into `number`, and says how many they are, if a
/// blank is among them and they may be a telephone number.
pub(in crate::search) fn telephone(
    folded: &Folded,
    position: usize,
    number: &mut Vec<u8>,
) -> Option<usize> {
    let runs = folded.runs().get(position..)?;
    let (first, rest) = runs.split_first()?;
    if first.script != Script::Digits {
        return None;
    }
    let mut digits = first.len();
    let follows = |run: &&Run| {
        digits += run.len();
        run.script == Script::Digits && run.link != Link::None && digits < TELEPHONE_DIGITS.end
    };
    let groups = 1 + rest
        .iter()
        .take(LONGEST_CHAIN - 1)
        .take_while(follows)
        .count();
    let groups = runs.get(..groups)?;
    let blank = groups.iter().skip(1).any(|run| run.link == Link::Space);
    let total = groups.iter().map(|run| run.len()).sum();
    if !blank || !TELEPHONE_DIGITS.contains(&total) {
        return None;
    }
    number.clear();
    groups.iter().for_each(|run| {
        number.extend_from_slice(folded.slice(run.start as usize, run.end as usize))
    });
    Some(groups.len())
}
