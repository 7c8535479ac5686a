//! How a word answers a word that was typed: the one place that says what counts as found.

use super::clitic;
use super::slips::Slip;
use super::walk::Walk;
use std::ops::Range;

/// The kinds of match, best first. What each is worth stands in [`super::score`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The whole word.
    Exact,
    /// The whole word behind clitics: ميزانية in والميزانية.
    Clitic,
    /// The word without the article that was typed: الميزانية in ميزانية, للميزانية.
    Article,
    /// Its beginning.
    Prefix,
    /// Its beginning behind clitics, the typed article apart.
    CliticPrefix,
    /// Its inside.
    Infix,
    /// The word behind a one-letter clitic that was typed: ومصر in مصر.
    Loose,
    /// A word that sounds so: ittisalat for اتصالات.
    Sound,
    /// The word, with one slip, a long one with two.
    Typo,
    /// Its beginning, with slips.
    TypoPrefix,
}

impl Tier {
    /// How many there are.
    pub const COUNT: usize = Self::TypoPrefix as usize + 1;
}

/// The inside of a word is looked for from three letters on: two letters are inside of nearly
/// everything.
pub(super) const SHORTEST_INFIX: usize = 3;
/// What was typed without its article, or its و, must leave as many letters.
pub(super) const SHORTEST_STEM: usize = 3;

/// What was typed without its article.
pub(super) fn without_article(typed: &[u8]) -> Option<&[u8]> {
    clitic::article(typed)
        .and_then(|at| typed.get(at..))
        .filter(|stem| stem.len() >= SHORTEST_STEM)
}

/// What was typed without a clitic of one letter (or two of them), for when nothing else is found.
pub(super) fn without_letters(typed: &[u8]) -> impl Iterator<Item = &[u8]> {
    let article = clitic::article(typed);
    clitic::stems(typed)
        .filter(move |&at| Some(at) != article)
        .filter_map(|at| typed.get(at..))
        .filter(|stem| stem.len() >= SHORTEST_STEM)
}

/// How `word`, seen from its letter `at` on (the beginning, or behind clitics), answers `typed`.
pub(super) fn at_stem(typed: &[u8], stem: &[u8], at: usize) -> Option<Tier> {
    match (stem.starts_with(typed), stem.len() == typed.len(), at) {
        (false, ..) => None,
        (_, true, 0) => Some(Tier::Exact),
        (_, true, _) => Some(Tier::Clitic),
        (_, false, 0) => Some(Tier::Prefix),
        (_, false, _) => Some(Tier::CliticPrefix),
    }
}

/// The same for what was typed without its article.
pub(super) fn at_article(bare: &[u8], stem: &[u8]) -> Option<Tier> {
    let whole = stem.len() == bare.len();
    stem.starts_with(bare).then_some(if whole {
        Tier::Article
    } else {
        Tier::CliticPrefix
    })
}

/// The tier of a slip.
pub(super) const fn of_slip(slip: Slip) -> Tier {
    match slip {
        Slip::Whole(_) => Tier::Typo,
        Slip::Start(_) => Tier::TypoPrefix,
    }
}

/// Where `word` begins and where a word behind its clitics may begin.
pub(super) fn starts(word: &[u8]) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(clitic::stems(word))
}

/// Where in a word what was typed stands first.
pub(super) fn inside(typed: &[u8], word: &[u8]) -> Option<usize> {
    let (first, rest) = typed.split_first()?;
    let last = word.len().checked_sub(typed.len())?;
    let starts = word.iter().take(last + 1).enumerate();
    starts
        .filter(|(_, letter)| *letter == first)
        .map(|(at, _)| at)
        .find(|at| {
            let behind = word.iter().skip(at + 1);
            behind.zip(rest).all(|(letter, wanted)| letter == wanted)
        })
}

/// The best way in which one word answers, without slips, and which of its letters do; `bare` is
/// what was typed [without its article](without_article).
pub(super) fn strict(
    typed: &[u8],
    bare: Option<&[u8]>,
    word: &[u8],
) -> Option<(Tier, Range<usize>)> {
    // However it answers, it holds what was typed, or that without its article: most words do not.
    inside(bare.unwrap_or(typed), word)?;
    let stem = |at: usize| word.get(at..).unwrap_or_default();
    let plain =
        starts(word).filter_map(|at| Some((at_stem(typed, stem(at), at)?, at..at + typed.len())));
    let article = bare.into_iter().flat_map(|bare| {
        starts(word).filter_map(move |at| {
            let tier = at_article(bare, word.get(at..)?)?;
            // The article that was typed is marked too, where it stands.
            let behind = clitic::article(word).filter(|&behind| behind == at);
            let from = at - behind.map_or(0, |_| 2.min(at));
            Some((tier, from..at + bare.len()))
        })
    });
    let infix = || {
        if typed.len() < SHORTEST_INFIX {
            return None;
        }
        let at = inside(typed, word)?;
        Some((Tier::Infix, at..at + typed.len()))
    };
    plain
        .chain(article)
        .min_by_key(|(tier, _)| *tier)
        .or_else(infix)
}

/// The best way in which one word answers with slips; `walk` is what is [forgiven](super::slips::walk).
pub(super) fn forgiving(
    typed: &[u8],
    mut walk: Option<&mut Walk>,
    word: &[u8],
) -> Option<(Tier, Range<usize>)> {
    let stem = |at: usize| word.get(at..).unwrap_or_default();
    let loose = starts(word).find_map(|at| {
        let bare = without_letters(typed).find(|&bare| bare == stem(at))?;
        Some((Tier::Loose, at..at + bare.len()))
    });
    let slips = || {
        starts(word).filter_map(move |at| {
            let slip = walk.as_mut()?.compare(stem(at))?;
            let end = if matches!(slip, Slip::Whole(_)) {
                word.len()
            } else {
                word.len().min(at + typed.len())
            };
            Some((of_slip(slip), at..end))
        })
    };
    loose.or_else(|| slips().min_by_key(|(tier, _)| *tier))
}
