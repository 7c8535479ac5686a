//! What is written in front of an Arabic word without a blank: و and ف, then ب ل ك, then the
//! article ال, which after ل is written لل.

use super::fold::symbols::{ALEF, BA, FA, KAF, LAM, WAW};

/// Fewer letters than these behind a clitic are not taken for a word.
const AFTER_ARTICLE: usize = 2;
const AFTER_LETTER: usize = 3;

/// Whether a word begins with a letter of a clitic: most do not.
pub(super) const fn may_begin(word: &[u8]) -> bool {
    matches!(word, [ALEF | BA | FA | KAF | LAM | WAW, ..])
}

/// Where the word behind the clitics may begin, in letters; at most four places.
pub(super) fn stems(word: &[u8]) -> impl Iterator<Item = usize> {
    let conjunction = usize::from(matches!(word, [WAW | FA, ..]));
    let rest = word.get(conjunction..).unwrap_or_default();
    let preposition = conjunction + usize::from(matches!(rest, [BA | LAM | KAF, ..]));
    let long_enough = |&at: &usize| at > 0 && word.len() >= at + AFTER_LETTER;
    let conjunction_stem = Some(conjunction).filter(long_enough);
    let preposition_stem = Some(preposition)
        .filter(|&at| at > conjunction)
        .filter(long_enough);
    conjunction_stem
        .into_iter()
        .chain(preposition_stem)
        .chain(article(word))
}

/// Where the word behind an article begins, with or without و ف ب ل ك before it.
pub(super) fn article(word: &[u8]) -> Option<usize> {
    let conjunction = usize::from(matches!(word, [WAW | FA, ..]));
    let behind = |skip: usize| match word.get(skip..) {
        Some([LAM, LAM, ..]) => Some(skip + 2),
        Some([BA | KAF, ALEF, LAM, ..]) => Some(skip + 3),
        Some([ALEF, LAM, ..]) => Some(skip + 2),
        _ => None,
    };
    behind(conjunction)
        .or_else(|| behind(0))
        .filter(|&at| word.len() >= at + AFTER_ARTICLE)
}
