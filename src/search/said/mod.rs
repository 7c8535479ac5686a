//! What people say otherwise than records write it: a number with its scale (`318 ألف` is 318,000),
//! a day or a month in digits (`31/5/2021`, `9/2021`), a month by its name in the Levant (`كانون الأول`), the word for
//! "number" before a number (`القرار رقم 191`), a courtesy before a name (`د. هند بن حجي`), the
//! Arabic article in Latin letters apart from its word (`al qarar 191`), a number in words (`item fifty
//! two`), initials each by itself (`w s i s`).
//!
//! What was said is an alternative to what was typed, never instead of it; only what says nothing
//! is left out, and behind an article `us` is a country.

mod asked;
mod beside;
mod initials;
mod numbers;
mod words;

pub(super) use self::asked::asked_for;
pub(super) use self::numbers::{is_item, is_numbered, is_year, name_in_digits};

use self::beside::in_two;
use self::numbers::{attached, counted, hyphened, is_behind_a_share, scaled};
use self::words::{
    ARTICLES, ASIDE, ASK, COST, COURTESIES, DATE_IN_ARABIC, DAY, HAPPENS, MONTHS, NAMES, NUMBER,
    NUMBER_IN_ARABIC, PERCENT, POINTED, SCALES, SMALL, WHEN, WHICH,
};
use super::chat;
use super::few::Few;
use super::fold::{self, Folded, Link, Run, Script, fold};
use super::query::{Choice, Clause, Form, Mode, Small, Term};
use std::ops::Range;
use std::sync::LazyLock;

/// An article stands before words of so many letters.
const SHORTEST_NAMED: usize = 3;
/// A share of a hundred has at most so many digits: four are a year.
const LONGEST_SHARE: usize = 3;

/// What a word is among others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Scale(usize),
    Number,
    Courtesy,
    Pointed,
    Article,
    Small,
    Aside,
    Happens,
    Day,
    Which,
    Cost,
    Percent,
}

static SAID: LazyLock<Few<Said>> = LazyLock::new(|| {
    let scales = SCALES
        .iter()
        .map(|&(word, zeros)| (word, Said::Scale(zeros)));
    let numbers = NUMBER.iter().map(|&word| (word, Said::Number));
    let courtesies = COURTESIES.iter().map(|&word| (word, Said::Courtesy));
    let pointed = POINTED.iter().map(|&word| (word, Said::Pointed));
    let small = SMALL.split_whitespace().map(|word| (word, Said::Small));
    let aside = ASIDE.split_whitespace().map(|word| (word, Said::Aside));
    let happens = HAPPENS.split_whitespace();
    let aside = aside.chain(happens.map(|word| (word, Said::Happens)));
    let which = WHICH.split_whitespace().map(|word| (word, Said::Which));
    let cost = COST.split_whitespace().map(|word| (word, Said::Cost));
    let day = DAY.split_whitespace().map(|word| (word, Said::Day));
    let aside = aside.chain(which).chain(cost).chain(day);
    let percent = PERCENT.iter().map(|&word| (word, Said::Percent));
    let articles = ARTICLES.iter().map(|&word| (word, Said::Article));
    // What is told first of a word is what it says least often: a later one counts.
    let all = small.chain(aside).chain(pointed);
    let all = all
        .chain(scales)
        .chain(numbers)
        .chain(courtesies)
        .chain(percent)
        .chain(articles);
    all.map(|(word, said)| (symbols(word), said)).collect()
});

fn symbols(word: &str) -> Vec<u8> {
    let folded = fold(word);
    let words = folded.words();
    words.flat_map(|word| word.symbols.to_vec()).collect()
}

/// Whether a word in a name says nothing of what is named.
pub(super) fn is_silent(word: &[u8]) -> bool {
    matches!(
        SAID.get(word),
        Some(Said::Number | Said::Courtesy | Said::Small)
    )
}

/// What is numbered, where the word for number was run together with it: القراررقم.
fn before_number(word: &[u8]) -> Option<&[u8]> {
    static NUMBER: LazyLock<Vec<u8>> = LazyLock::new(|| symbols(NUMBER_IN_ARABIC));
    let thing = word.strip_suffix(NUMBER.as_slice())?;
    is_numbered(thing).then_some(thing)
}

/// Whether what was typed may become a word that only joins others.
pub(super) fn begins_small(typed: &[u8]) -> bool {
    SMALLS.iter().any(|small| small.starts_with(typed))
}

static SMALLS: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| SMALL.split_whitespace().map(symbols).collect());

/// Whether a word of a text says nothing, also with and or then before it: ومن.
pub(super) fn only_joins(word: &[u8]) -> bool {
    let clitics = ['و', 'ف', 'ب', 'ل', 'ك'].map(fold::symbol);
    is_silent(word)
        || (word.split_first())
            .is_some_and(|(&first, rest)| clitics.contains(&Some(first)) && is_silent(rest))
}

/// Whether a word, with or without its article, asks for the day of something.
pub(super) fn is_day(typed: &[u8]) -> bool {
    static DATE: LazyLock<Few<()>> = LazyLock::new(|| few(DATE_IN_ARABIC));
    matches!(SAID.get(bare(typed)), Some(Said::Day)) || DATE.get(bare(typed)).is_some()
}

/// Whether what mostly joins others is typed as a name.
pub(super) fn is_name(typed: &str) -> bool {
    NAMES.contains(&typed)
}

/// The clauses of words without operators, with the runs of each, and what was said by them; whether
/// people `ask`, and not a list is filtered.
pub(super) fn read(
    folded: &Folded,
    text: &str,
    clauses: Vec<(Range<usize>, Clause)>,
    ask: bool,
) -> Vec<(Range<usize>, Clause)> {
    if ask && let Some(initials) = initials::apart(folded, &clauses) {
        return vec![initials];
    }
    let mut read: Vec<(Range<usize>, Clause)> = Vec::with_capacity(clauses.len());
    let runs = |chain: &Range<usize>| folded.runs().get(chain.clone()).unwrap_or_default();
    let slice = |run: &Run| folded.slice(run.start as usize, run.end as usize);
    let word = |chain: &Range<usize>| match runs(chain) {
        [run] => slice(run),
        // `what's`, `who's`.
        [first, is] if slice(is) == b"s" && ASKS.get(slice(first)).is_some() => slice(first),
        _ => &[],
    };
    let is_number = |chain: &Range<usize>| {
        let mut runs = runs(chain).iter();
        runs.len() > 0 && runs.all(|run| run.script == Script::Digits)
    };
    let is_any_number =
        |chain: &Range<usize>| is_number(chain) || hyphened(folded, chain).is_some();
    let is_share = |chain: &Range<usize>| {
        let whole = runs(chain).first();
        is_number(chain) && whole.is_some_and(|whole| whole.len() <= LONGEST_SHARE)
    };
    let is_named = |chain: &Range<usize>| {
        let first = runs(chain).first();
        let is_word = |run: &Run| run.script != Script::Digits && run.len() >= SHORTEST_NAMED;
        first.is_some_and(is_word) || runs(chain).len() > 1 && is_chat(folded, chain)
    };
    let first = clauses.first().map(|(chain, _)| word(chain));
    let asks = first.is_some_and(|first| ASKS.get(first).is_some());
    let asks_when = first.is_some_and(|first| WHENS.get(first).is_some());
    let counts = first.is_some_and(|first| asked::counts(first) || first == b"how");
    let is_article = |word: &[u8]| matches!(word, b"the" | b"a" | b"an");
    let asks_by = |word: &[u8]| first.is_some_and(|first| asked::of_verb(first, word).is_some());
    // The last word that says anything is not left out.
    let says = |(chain, _): &(Range<usize>, Clause)| match SAID.get(word(chain)) {
        Some(Said::Small | Said::Aside | Said::Happens) => false,
        Some(Said::Which | Said::Day) => !asks_when,
        Some(Said::Cost) => !counts,
        _ => true,
    };
    let says = clauses.iter().any(says);
    let says_of_what = |(chain, _): &(Range<usize>, Clause)| {
        use Said::{Aside, Day, Happens, Small, Which};
        let said = SAID.get(word(chain));
        !matches!(said, Some(Small | Aside | Happens | Day | Which))
    };
    let says_of_what = clauses.iter().any(says_of_what);
    let in_digits: Vec<Vec<u8>> = clauses
        .iter()
        .map(|(chain, _)| {
            hyphened(folded, chain).map_or_else(Vec::new, |count| count.to_string().into_bytes())
        })
        .collect();
    let words = clauses.iter().zip(&in_digits);
    let words: Vec<&[u8]> = words
        .map(|((chain, _), digits)| match digits.as_slice() {
            [] => word(chain),
            digits => digits,
        })
        .collect();
    let subject = asked::subject(&words);
    let mut clauses = clauses.into_iter().peekable();
    let count = clauses.len();
    let only = count == 1;
    while let Some((chain, mut clause)) = clauses.next() {
        let next = clauses.peek().map(|(chain, _)| chain.clone());
        let at = count.saturating_sub(1 + clauses.len());
        let behind = |words_on: usize| words.get(at + words_on).copied().unwrap_or_default();
        let before = count.checked_sub(2 + clauses.len());
        let before = before.and_then(|at| words.get(at)).copied();
        match SAID.get(word(&chain)) {
            Some(Said::Number) if next.as_ref().is_some_and(is_any_number) => continue,
            Some(Said::Courtesy) if !only => continue,
            Some(Said::Pointed) if !only && has_point(folded, &chain, text) => continue,
            // The word itself is found with its article and without.
            Some(Said::Article) if next.as_ref().is_some_and(is_named) => continue,
            // `42 percent`, and 42 في المئة.
            Some(Said::Percent) if is_behind_a_share(&read, is_share, word) => continue,
            Some(Said::Which) if asks_when && says => clause.small = Small::Sought,
            Some(Said::Cost) if counts && says => clause.small = Small::Sought,
            // That something has to be done is what kind of record is asked for.
            _ if asks && !read.is_empty() && asked::is_duty(word(&chain)) => {
                clause.small = Small::PassedOver;
            }
            _ if read.is_empty() && asked::is_duty_of(word(&chain), behind(1)) => {
                clause.small = Small::PassedOver;
            }
            None if asks && subject.contains(&at) => clause.small = Small::Subject,
            // `which countries contributed` asks who did.
            _ if asks && at == 1 && asked::asks_who(&words) => {
                clause.small = Small::PassedOver;
            }
            // Behind an article it is what somebody is: the chair of the council.
            _ if asks && asks_by(word(&chain)) && !before.is_some_and(is_article) => {
                clause.small = Small::Wish;
            }
            Some(Said::Small) => clause.small = Small::PassedOver,
            Some(Said::Happens | Said::Day) if asks_when && says => continue,
            Some(Said::Day) if says_of_what => clause.small = Small::Aside,
            Some(Said::Happens) if asks && says => clause.small = Small::Sought,
            Some(Said::Happens) if asks => {}
            Some(Said::Happens) => clause.small = Small::Aside,
            Some(Said::Aside) => {
                // Who asks for someone writes small letters, and goes on.
                let run = runs(&chain).first();
                let place = run.map(|run| folded.place(run.start as usize, run.end as usize));
                let goes_on = read.is_empty() && count > 2;
                let typed = place.and_then(|place| text.get(place));
                clause.small = match typed {
                    Some("who") if goes_on => Small::PassedOver,
                    // No pronoun stands behind an article: the US.
                    Some(name) if is_name(name) && before == Some(b"the") => {
                        clause = Clause::words(vec![vec![whole(word(&chain).to_vec())]]);
                        Small::No
                    }
                    Some(name) if is_name(name) => Small::Aside,
                    // A question is about something else.
                    _ if asks => Small::Wish,
                    _ => Small::Aside,
                };
            }
            _ => {}
        }
        let date = || day(folded, runs(&chain)).or_else(|| month(folded, runs(&chain)));
        if let Some(mut date) = date() {
            // 5/2021 may be a decision of that year too.
            clause.options.truncate(1);
            date.options.append(&mut clause.options);
            read.push((chain, date));
            continue;
        }
        let second = behind(1);
        let other = match is_number(&chain) {
            true => scaled(folded, chain.clone(), second).map(|number| (vec![vec![number]], 2)),
            false => in_two(word(&chain), second)
                .map(|said| (said, 2))
                .or_else(|| {
                    let on = words.get(at + 1..).unwrap_or_default();
                    let counted = counted(word(&chain), on);
                    counted.map(|(said, taken)| (vec![said], taken))
                }),
        };
        if let Some(count) = hyphened(folded, &chain) {
            clause
                .options
                .push(vec![vec![whole(count.to_string().into_bytes())]]);
            clause.choice = Choice::Any;
        }
        if next.is_some_and(|next| is_number(&next))
            && let Some(thing) = before_number(word(&chain))
        {
            clause.options.push(vec![vec![Form::plain(thing)]]);
            clause.choice = Choice::First;
        }
        let Some((other, taken)) = other else {
            let attached = attached(folded, chain.clone(), before.unwrap_or_default(), &clause);
            read.push((chain, attached.unwrap_or(clause)));
            continue;
        };
        read.push((chain, either(clause, &other)));
        for (chain, clause) in clauses.by_ref().take(taken - 1) {
            read.push((chain, either(clause, &other)));
        }
    }
    read
}

/// Whether a word is one of the chat alphabet: sa3udia.
fn is_chat(folded: &Folded, chain: &Range<usize>) -> bool {
    let mut word = Vec::new();
    fold::words::join(folded, chain.clone(), &mut word);
    chat::in_letters(&word).is_some()
}

/// That records of a kind come first. What was understood leaves none out.
pub(super) fn of_kind(kind: &str) -> Clause {
    let mut clause = Clause::words(vec![vec![whole(symbols(kind))]]);
    clause.small = Small::Wish;
    clause.unsaid = true;
    clause
}

/// The words of a list.
fn few(words: &str) -> Few<()> {
    let words = words.split_whitespace();
    words.map(|word| (symbols(word), ())).collect()
}

static ASKS: LazyLock<Few<()>> = LazyLock::new(|| few(ASK));
static WHENS: LazyLock<Few<()>> = LazyLock::new(|| few(WHEN));

/// Of two words each as it was typed, or what both say together.
fn either(mut clause: Clause, others: &[Vec<Vec<u8>>]) -> Clause {
    clause.options.truncate(1);
    let term = |word: &Vec<u8>| {
        let mode = match word.iter().all(u8::is_ascii_digit) && word.len() < 3 {
            true => Mode::Word,
            false => Mode::Plain,
        };
        vec![Form {
            mode,
            ..Form::plain(word)
        }]
    };
    let others = others.iter();
    (clause.options).extend(others.map(|words| words.iter().map(term).collect()));
    clause.choice = Choice::Any;
    clause
}

/// Whether the abbreviation is written with its point.
fn has_point(folded: &Folded, chain: &Range<usize>, text: &str) -> bool {
    let run = folded.runs().get(chain.start);
    run.is_some_and(|run| {
        let place = folded.place(run.start as usize, run.end as usize);
        text.get(place.end..)
            .is_some_and(|rest| rest.starts_with('.'))
    })
}

fn bare(word: &[u8]) -> &[u8] {
    super::tier::without_article(word).unwrap_or(word)
}

/// A number of at most four digits.
fn number(folded: &Folded, run: &Run) -> Option<u32> {
    let digits = folded.slice(run.start as usize, run.end as usize);
    let short = run.script == Script::Digits && digits.len() <= 4;
    short.then(|| {
        let value = |sum: u32, digit: &u8| sum * 10 + u32::from(digit.wrapping_sub(b'0'));
        digits.iter().fold(0, value)
    })
}

const YEARS: Range<u32> = 1900..2200;

fn whole(word: Vec<u8>) -> Form {
    Form {
        mode: Mode::Word,
        ..Form::plain(&word)
    }
}

/// A month of a year in digits, either first: `9/2021`, `2021-09`; the days of it too, as they are kept,
/// and the month as it is written out.
fn month(folded: &Folded, runs: &[Run]) -> Option<Clause> {
    let [first, second] = runs else {
        return None;
    };
    let (mut month, mut year) = (first, second);
    if first.len() == 4 {
        (month, year) = (year, month);
    }
    let is_date = year.len() == 4 && second.link != Link::Point && month.len() <= 2;
    let (month, year) = (number(folded, month)?, number(folded, year)?);
    if !is_date || !YEARS.contains(&year) {
        return None;
    }
    let names = MONTHS.get(month.checked_sub(1)? as usize)?;
    let kept = format!("{year:04}{month:02}").into_bytes();
    let written: Vec<Term> = vec![
        vec![whole(symbols(names.0)), whole(symbols(names.1))],
        vec![whole(year.to_string().into_bytes())],
    ];
    let mut clause = Clause::words(vec![vec![Form::plain(&kept)]]);
    clause.options.push(written);
    clause.choice = Choice::Any;
    Some(clause)
}

/// A day in digits, the day or the year first; as it is kept, or as it is written out.
fn day(folded: &Folded, runs: &[Run]) -> Option<Clause> {
    let [first, second, third] = runs else {
        return None;
    };
    let number = |run: &Run| number(folded, run);
    let (mut day, mut month, mut year) = (number(first)?, number(second)?, number(third)?);
    if first.len() == 4 {
        (day, year) = (year, day);
    }
    if month > 12 {
        // As Americans write it.
        (day, month) = (month, day);
    }
    if !(1..=31).contains(&day) || !YEARS.contains(&year) {
        return None;
    }
    let names = MONTHS.get(month.checked_sub(1)? as usize)?;
    let kept = format!("{year:04}{month:02}{day:02}").into_bytes();
    let written: Vec<Term> = vec![
        vec![whole(day.to_string().into_bytes())],
        vec![whole(symbols(names.0)), whole(symbols(names.1))],
        vec![whole(year.to_string().into_bytes())],
    ];
    let mut clause = Clause::words(vec![vec![Form::plain(&kept)]]);
    clause.options.push(written);
    clause.choice = Choice::Any;
    Some(clause)
}

#[cfg(test)]
mod tests;
