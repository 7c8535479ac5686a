//! How a word answers a word that was typed: the one place that says what counts as found.

use super::clitic;
use super::fold::symbols::{classes, has_digit};
use super::slips::{Core, Slip};
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
/// What is left of a word that was typed with a letter twice has at least so many letters.
const SHORTEST_UNDOUBLED: usize = 3;
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

/// The word without one of two equal letters beside each other, in each place where there are two:
/// the finger stayed on the key.
pub(super) fn undoubled(typed: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let long = typed.len() > SHORTEST_UNDOUBLED && !has_digit(typed);
    let places = typed.iter().zip(typed.iter().skip(1)).enumerate();
    places
        .filter(move |(_, (one, next))| long && one == next)
        .map(|(at, _)| {
            let mut once = typed.to_vec();
            once.remove(at);
            once
        })
}

/// How `word`, seen from its letter `at` on (the beginning, or behind clitics), answers `typed`.
pub(super) fn at_stem(typed: &[u8], stem: &[u8], at: usize) -> Option<Tier> {
    // Nearly always the first letter tells.
    if stem.first() != typed.first() {
        return None;
    }
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
    (stem.first() == bare.first() && stem.starts_with(bare)).then_some(if whole {
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

/// A word that is looked at, with where it and what is behind its clitics begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'w> {
    pub word: &'w [u8],
    starts: Starts,
}

/// The first few of the [`starts`] of a word: more there are none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Starts {
    at: [u8; 5],
    count: u8,
}

impl Starts {
    pub fn of(word: &[u8]) -> Self {
        let mut all = Self::default();
        if !clitic::may_begin(word) {
            all.count = 1;
            return all;
        }
        for (to, at) in all.at.iter_mut().zip(starts(word)) {
            *to = at as u8;
            all.count += 1;
        }
        all
    }

    /// In letters.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let all = self.at.iter().take(self.count.into());
        all.map(|&at| usize::from(at))
    }
}

impl<'w> Seen<'w> {
    pub const fn new(word: &'w [u8], starts: Starts) -> Self {
        Self { word, starts }
    }

    /// Each start, and the word from there on.
    fn stems(&self) -> impl Iterator<Item = (usize, &'w [u8])> {
        let word = self.word;
        let stem = move |at| (at, word.get(at..).unwrap_or_default());
        self.starts.iter().map(stem)
    }

    /// The best way in which the word answers, without slips, and which of its letters do; `bare`
    /// is what was typed [without its article](without_article).
    pub fn strict(&self, typed: &[u8], bare: Option<&[u8]>) -> Option<(Tier, Range<usize>)> {
        let word = self.word;
        let mut best: Option<(Tier, Range<usize>)> = None;
        let mut more = |tier: Tier, letters: Range<usize>| {
            if best.as_ref().is_none_or(|&(before, _)| tier < before) {
                best = Some((tier, letters));
            }
        };
        for (at, stem) in self.stems() {
            if let Some(tier) = at_stem(typed, stem, at) {
                more(tier, at..at + typed.len());
            }
        }
        if let Some(bare) = bare {
            for (at, stem) in self.stems() {
                if let Some(tier) = at_article(bare, stem) {
                    // The article that was typed is marked too, where it stands.
                    let behind = clitic::article(word).filter(|&behind| behind == at);
                    let from = at - behind.map_or(0, |_| 2.min(at));
                    more(tier, from..at + bare.len());
                }
            }
        }
        if best.is_none() && typed.len() >= SHORTEST_INFIX {
            let at = inside(typed, word)?;
            best = Some((Tier::Infix, at..at + typed.len()));
        }
        best
    }

    /// The best way in which the word answers with slips, which of its letters do, and what of the
    /// typed word; `letters` are those that it has, `cores` is what slips
    /// are [thought of in](super::slips::all).
    pub fn forgiving<'t>(
        &self,
        typed: &'t [u8],
        letters: u64,
        cores: &mut [Core<'t>],
    ) -> Option<(Tier, Range<usize>, &'t [u8])> {
        let loose = self.stems().find_map(|(at, stem)| {
            // Only letters in front were taken off.
            let is_end = stem.len() >= SHORTEST_STEM && typed.ends_with(stem);
            let bare = is_end
                .then(|| without_letters(typed).find(|&bare| bare == stem))
                .flatten()?;
            Some((Tier::Loose, at..at + bare.len(), bare))
        });
        if loose.is_some() {
            return loose;
        }
        let classes = classes(letters);
        let mut best: Option<(Tier, Range<usize>, &'t [u8])> = None;
        for core in cores {
            for (at, stem) in self.stems() {
                let Some(slip) = core.compare(stem, classes) else {
                    continue;
                };
                let end = match slip {
                    Slip::Whole(_) => self.word.len(),
                    Slip::Start(_) => self.word.len().min(at + core.word.len()),
                };
                let tier = of_slip(slip);
                if best.as_ref().is_none_or(|&(before, ..)| tier < before) {
                    best = Some((tier, at..end, core.word));
                }
            }
        }
        best
    }
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
    Seen::new(word, Starts::of(word)).strict(typed, bare)
}
