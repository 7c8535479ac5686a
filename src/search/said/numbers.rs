//! Numbers with what stands behind or beside them: a scale (`9.7 million`, `2.4m`), or in words behind
//! what is counted (الهدف التاسع, `item fifty two`, المقرر ستمائة وتسعة عشر).

use super::words::{
    ATTACHED, COUNTED, COUNTS, HUNDRED, HUNDREDS, ITEMS, LETTERED, MILLIONS, NUMBERED, OF_ELEVEN,
    ONE, ORDINALS, TEEN, TENS,
};
use super::{SAID, Said, YEARS, bare, few, symbols, whole};
use crate::search::few::Few;
use crate::search::fold::{self, Folded, Link, Run, Script};
use crate::search::name;
use crate::search::query::{Choice, Clause, Form, Mode};
use std::ops::Range;
use std::sync::LazyLock;

/// A number of more digits before its scale is none.
const LONGEST: usize = 12;

/// A number times its scale, where that is a whole number: `9.7` and `مليون` are 9700000.
pub(super) fn scaled(folded: &Folded, number: Range<usize>, scale: &[u8]) -> Option<Vec<u8>> {
    let Some(Said::Scale(zeros)) = SAID.get(scale) else {
        return None;
    };
    let mut digits = Vec::new();
    fold::words::join(folded, number, &mut digits);
    times(&digits, *zeros)
}

fn times(digits: &[u8], zeros: usize) -> Option<Vec<u8>> {
    let mut parts = digits.split(|&symbol| symbol == b'.');
    let (whole, fraction) = (parts.next()?, parts.next().unwrap_or_default());
    if parts.next().is_some() || fraction.len() > zeros || whole.len() > LONGEST {
        return None;
    }
    let mut scaled = [whole, fraction].concat();
    scaled.resize(whole.len() + zeros, b'0');
    Some(scaled)
}

/// A number with its scale behind it without a blank: `2.4m`, `30bn`, `318k`. As it was typed, as the whole
/// number, or with the scale as texts write it; a single letter may be that of a part, `4b` of 4 (b), and
/// is so [behind an item](LETTERED).
pub(super) fn attached(
    folded: &Folded,
    chain: Range<usize>,
    behind: &[u8],
    typed: &Clause,
) -> Option<Clause> {
    let (last, before) = folded.runs().get(chain.clone())?.split_last()?;
    let is_number = |run: &Run| run.script == Script::Digits;
    if last.link != Link::Direct || before.is_empty() || !before.iter().all(is_number) {
        return None;
    }
    let scale = folded.slice(last.start as usize, last.end as usize);
    let mut digits = Vec::new();
    fold::words::join(folded, chain.start..chain.end - 1, &mut digits);
    let apart = || vec![vec![whole(digits.clone())], vec![whole(scale.to_vec())]];
    if scale.len() == 1 && IS_LETTERED.get(bare(behind)).is_some() {
        let mut clause = typed.clone();
        clause.choice = Choice::Any;
        clause.options.truncate(1);
        let typed = clause.options.iter_mut().flatten().flatten();
        typed.for_each(|form| form.mode = Mode::Word);
        // The place where something stands has letters too, `s3/b4`, and is no part of an item.
        let mut parts = apart();
        let forms = parts.iter_mut().flatten();
        forms.for_each(|form: &mut Form| form.mode = Mode::Shown);
        clause.options.push(parts);
        return Some(clause);
    }
    let attached = ATTACHED.iter().find(|(word, _)| word.as_bytes() == scale);
    let zeros = attached.map(|&(_, zeros)| zeros)?;
    let number = times(&digits, zeros)?;
    let scales = MILLIONS.iter().find(|(of, _)| *of == zeros)?.1;
    let scales = scales.split_whitespace().map(|word| whole(symbols(word)));
    let mut clause = typed.clone();
    clause.choice = Choice::Any;
    clause.options.truncate(1);
    clause.options.push(vec![vec![Form::plain(&number)]]);
    clause
        .options
        .push(vec![vec![whole(digits.clone())], scales.collect()]);
    if scale.len() == 1 {
        clause.options.push(apart());
    }
    Some(clause)
}

static IS_COUNTED: LazyLock<Few<()>> = LazyLock::new(|| {
    let words = COUNTED.iter().map(|word| (symbols(word), ()));
    words.collect()
});
static IS_NUMBERED: LazyLock<Few<()>> = LazyLock::new(|| few(NUMBERED));
static IS_ITEM: LazyLock<Few<()>> = LazyLock::new(|| few(ITEMS));
static IS_LETTERED: LazyLock<Few<()>> = LazyLock::new(|| few(LETTERED));

/// Whether a number of two digits behind a word is what tells one thing from another, and no year.
pub(in crate::search) fn is_numbered(word: &[u8]) -> bool {
    let word = bare(word);
    IS_COUNTED.get(word).is_some() || IS_NUMBERED.get(word).is_some()
}

/// Whether the digits of a number may be a year.
pub(in crate::search) fn is_year(number: &[u8]) -> bool {
    let digits = std::str::from_utf8(number).ok();
    digits.is_some_and(|digits| digits.parse().is_ok_and(|year| YEARS.contains(&year)))
}

/// Whether a number behind a word is that of an item.
pub(in crate::search) fn is_item(word: &[u8]) -> bool {
    IS_ITEM.get(bare(word)).is_some()
}

static COUNT: LazyLock<Few<usize>> = LazyLock::new(|| in_order(&COUNTS, 1));
static ORDINAL: LazyLock<Few<usize>> = LazyLock::new(|| in_order(&ORDINALS, 1));
static TEN: LazyLock<Few<usize>> = LazyLock::new(|| in_order(&TENS, 2));
static TEENS: LazyLock<Few<()>> = LazyLock::new(|| few(TEEN));
static ONES: LazyLock<Few<()>> = LazyLock::new(|| few(ONE));
static OF_ELEVENS: LazyLock<Few<()>> = LazyLock::new(|| few(OF_ELEVEN));

fn in_order(names: &'static [&'static [&'static str]], from: usize) -> Few<usize> {
    let counts = (from..).zip(names);
    counts
        .flat_map(|(count, names)| names.iter().map(move |name| (symbols(name), count)))
        .collect()
}

/// A number below a hundred that was typed with a hyphen between its words: fifty-two.
pub(super) fn hyphened(folded: &Folded, chain: &Range<usize>) -> Option<usize> {
    let word = |run: &Run| folded.slice(run.start as usize, run.end as usize);
    let [tens, ones] = folded.runs().get(chain.clone())? else {
        return None;
    };
    let (count, words) = below_hundred(word(tens), word(ones))?;
    (words == 2).then_some(count)
}

/// A thing and its number, where that was written in one word or in several, with a word before it that says
/// no more than that it is one; or a number in several words by itself. And how many words that are.
pub(super) fn counted(thing: &[u8], behind: &[&[u8]]) -> Option<(Vec<Vec<u8>>, usize)> {
    let digits = |count: usize| count.to_string().into_bytes();
    if IS_COUNTED.get(bare(thing)).is_none() {
        let (count, words) = in_words(thing, behind)?;
        return (words > 1).then(|| (vec![digits(count)], words));
    }
    let (first, others) = behind.split_first()?;
    let (count, words) = match (SAID.get(first), others) {
        (Some(Said::Number), [second, others @ ..]) => {
            in_words(second, others).map(|(count, words)| (count, words + 1))
        }
        _ => in_words(first, others),
    }?;
    let said = vec![bare(thing).to_vec(), digits(count)];
    Some((said, 1 + words))
}

/// The name that a text makes with its numbers in digits, where what is counted has one in words: the text may ask for
/// just that. None where there is none.
pub(in crate::search) fn name_in_digits(folded: &Folded) -> Option<Vec<u8>> {
    let typed: Vec<&[u8]> = folded.words().map(|word| word.symbols).collect();
    let mut words: Vec<Vec<u8>> = Vec::new();
    let mut has_number = false;
    let mut rest = typed.as_slice();
    while let [first, behind @ ..] = rest {
        let counted = counted(first, behind).filter(|_| IS_COUNTED.get(bare(first)).is_some());
        has_number |= counted.is_some();
        let (said, taken) = counted.unwrap_or_else(|| (vec![first.to_vec()], 1));
        words.extend(said);
        rest = rest.get(taken..).unwrap_or_default();
    }
    has_number.then(|| name::of_words(words.iter().map(Vec::as_slice)))
}

/// A number below a thousand in words, and how many they are: ستمائة وتسعة عشر, six hundred and nineteen.
fn in_words(first: &[u8], behind: &[&[u8]]) -> Option<(usize, usize)> {
    let word = |at: usize| behind.get(at).copied().unwrap_or_default();
    let Some((hundreds, mut words)) = hundreds(bare(first), word(0)) else {
        return below_hundred(bare(first), word(0));
    };
    let is_english = first.is_ascii();
    let and = symbols("و");
    let joins: &[u8] = if is_english { b"and" } else { &and };
    let is_apart = word(words - 1) == joins;
    let next = word(words - 1 + usize::from(is_apart));
    let next = match is_english || is_apart {
        true => Some(next),
        // What does not begin with it belongs to something else: مئة خبير.
        false => next.strip_prefix(and.as_slice()),
    };
    let rest = next.and_then(|next| match in_digits(next) {
        // Nineteen, or forty-two with its hyphen.
        Some(count) => Some((count, 1)),
        None => below_hundred(bare(next), word(words + usize::from(is_apart))),
    });
    let mut count = hundreds * 100;
    if let Some((rest, of_rest)) = rest {
        count += rest;
        words += of_rest + usize::from(is_apart);
    }
    Some((count, words))
}

/// A number below a hundred in digits.
fn in_digits(word: &[u8]) -> Option<usize> {
    let digits = std::str::from_utf8(word).ok()?;
    let is_short = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| digits.parse().ok()).flatten()
}

/// Hundreds in one word or in two, and how many they are: ستمائة, ثلاث مئة, six hundred.
fn hundreds(first: &[u8], second: &[u8]) -> Option<(usize, usize)> {
    let counted = COUNT.get(first).filter(|count| **count < 10);
    if let Some(count) = counted.filter(|_| IS_HUNDRED.get(second).is_some()) {
        return Some((*count, 2));
    }
    Some((*HUNDREDS_IN_ONE.get(first)?, 1))
}

static HUNDREDS_IN_ONE: LazyLock<Few<usize>> = LazyLock::new(|| in_order(&HUNDREDS, 1));
static IS_HUNDRED: LazyLock<Few<()>> = LazyLock::new(|| few(HUNDRED));

/// A number below a hundred in words, of which the second may stand behind it: fifty two, السابع
/// والعشرون, الثاني عشر.
fn below_hundred(count: &[u8], behind: &[u8]) -> Option<(usize, usize)> {
    let ones = COUNT.get(count).copied();
    let and = symbols("و");
    let tens = behind.strip_prefix(and.as_slice()).map(bare);
    let tens = tens.and_then(|tens| TEN.get(tens).copied());
    let is_one = ones.filter(|ones| *ones < 10);
    if let Some(tens) = TEN.get(count).copied() {
        let ones = COUNT.get(behind).filter(|ones| **ones < 10);
        let ones = ones.or_else(|| ORDINAL.get(behind));
        let ones = ones.filter(|_| count.is_ascii());
        return Some(match ones {
            Some(ones) => (10 * tens + ones, 2),
            None => (10 * tens, 1),
        });
    }
    let is_teen = TEENS.get(behind).is_some();
    match (is_one, tens) {
        (Some(ones), Some(tens)) => Some((10 * tens + ones, 2)),
        (Some(ones), None) if is_teen && ONES.get(count).is_none() => Some((10 + ones, 2)),
        (None, None) if is_teen && OF_ELEVENS.get(count).is_some() => Some((11, 2)),
        _ => Some((ones?, 1)),
    }
}

/// What may stand between a number and the hundred that it is a share of.
const OF_HUNDRED: &str = "في";

/// Whether what may be a share of a hundred stands last, or before في.
pub(super) fn is_behind_a_share<'w>(
    read: &[(Range<usize>, Clause)],
    is_share: impl Fn(&Range<usize>) -> bool,
    word: impl Fn(&Range<usize>) -> &'w [u8],
) -> bool {
    let mut last = read.iter().rev().map(|(chain, _)| chain);
    let last = match last.next() {
        Some(joins) if word(joins) == symbols(OF_HUNDRED) => last.next(),
        last => last,
    };
    last.is_some_and(is_share)
}
