//! A date at the end of what is said: until when, or a part of the text.

use super::numbered::{is_meeting, is_numbered};
use super::{ALSO_VERBS, MOST_WORDS};
use crate::report::{Date, DateError, is_tomorrow};

/// Words before a year of which something is: the report of 2021.
const OF_A_YEAR: [&str; 12] = [
    "of", "in", "for", "from", "since", "year", "عام", "سنة", "لعام", "لسنة", "في", "منذ",
];

/// Words before a date which is a part of more than itself.
const OF_MORE: [&str; 14] = [
    "on",
    "to",
    "than",
    "and",
    "between",
    "dated",
    "عن",
    "إلى",
    "بين",
    "من",
    "مؤرخ",
    "مؤرخة",
    "المؤرخ",
    "المؤرخة",
];

/// Words by which a date is said to be that until when.
const UNTIL: [&str; 12] = [
    "by",
    "no later than",
    "until",
    "till",
    "before",
    "حتى",
    "قبل",
    "بحلول",
    "لغاية",
    "لحد",
    "في موعد أقصاه",
    "في أجل أقصاه",
];

/// What may stand behind a date, and closes what is said.
const CLOSES: [char; 7] = ['.', '،', ',', '؛', ';', '!', '?'];

/// What stands around a date that is to be a part of the text.
const QUOTES: [(char, char); 4] = [('"', '"'), ('«', '»'), ('“', '”'), ('\'', '\'')];

/// A date with which some words end.
pub struct Late {
    /// As it was typed.
    pub typed: String,
    pub date: Date,
    /// The place of its first word.
    pub from: usize,
    /// What it is of the record.
    pub is: Sense,
}

/// What a date at the end of what is said is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// Until when, and nothing else: it is said to be (by September), or is a date in digits that stands
    /// by itself (2027-09); and it is to come.
    Until,
    /// Until when, as one reads it: a day that is to come, or a time that is told by what is next or
    /// ends, whatever stands before it but a meeting; digits with a slash where nothing that has a number
    /// stands there. Of the names of days only tomorrow's: with the others it is as often told what was.
    Likely,
    /// A part of the text, as far as is known.
    Text,
}

/// The date with which some words end, the longest there is, behind something that is said. A year by
/// itself is rather a part of a name.
pub fn late(words: &[&str], date: impl Fn(&str) -> Result<Date, DateError>) -> Option<Late> {
    let most = words.len().saturating_sub(1).min(MOST_WORDS);
    (1..=most).rev().find_map(|count| {
        let from = words.len() - count;
        let typed = words.get(from..)?.join(" ");
        let typed = typed.trim_end_matches(CLOSES).trim_end_matches('؟');
        let (before, last) = typed.rsplit_once(' ').unwrap_or(("", typed));
        let is_year = last.chars().count() == 4
            && last.chars().all(char::is_numeric)
            && before
                .split_whitespace()
                .all(|word| OF_A_YEAR.contains(&word));
        let is_word = ALSO_VERBS.iter().any(|one| one.eq_ignore_ascii_case(typed));
        if is_year || is_word {
            return None;
        }
        let lower = typed.to_lowercase();
        let until = UNTIL.iter().find_map(|until| {
            let day = lower.strip_prefix(until)?;
            day.starts_with(' ').then(|| day.trim_start())
        });
        // The whole may be more than the day behind it: before the end of the month.
        let day = date(typed)
            .or_else(|why| until.map_or(Err(why), &date))
            .ok()?;
        let before = from.checked_sub(1).and_then(|at| words.get(at));
        let is_thing = before.is_some_and(|word| match is_digits(typed) {
            true => is_numbered(word, from > 1),
            false => is_meeting(word),
        });
        let before = before.map(|word| word.to_lowercase());
        let is_behind = |words: &[&str]| before.as_deref().is_some_and(|one| words.contains(&one));
        let is_of = is_behind(&OF_A_YEAR) || is_behind(&OF_MORE);
        let first = lower.split(' ').next().unwrap_or_default();
        let is_in_text = OF_A_YEAR.contains(&first) || OF_MORE.contains(&first);
        let today = date("today").ok();
        let is_past = today.is_some_and(|today| day.last_day() < today.first_day());
        let is_day = day.first_day() == day.last_day();
        let is_only_name = !typed.contains(' ') && !typed.chars().any(char::is_numeric);
        let is_told = match is_only_name {
            true => is_tomorrow(typed),
            false => is_day || is_in_words(typed),
        };
        let is = match is_past {
            true => Sense::Text,
            false if until.is_some() || is_in_digits(typed) && !is_of => Sense::Until,
            false if is_of || is_in_text || is_thing => Sense::Text,
            false if is_told => Sense::Likely,
            false => Sense::Text,
        };
        Some(Late {
            typed: typed.to_owned(),
            date: day,
            from,
            is,
        })
    })
}

/// Whether a date is told by digits alone, as numbers of documents are: 15/9, ٧/٢.
fn is_digits(typed: &str) -> bool {
    !typed.contains(|letter: char| letter.is_alphabetic() || letter.is_whitespace())
}

/// Whether a time is told by several words and no number: next month, نهاية العام.
fn is_in_words(typed: &str) -> bool {
    typed.contains(' ') && !typed.chars().any(char::is_numeric)
}

/// Whether it is a year with its month, and its day, in digits of either script; or so many days or
/// weeks from now.
fn is_in_digits(typed: &str) -> bool {
    let mut parts = typed.split('-');
    let is = |part: Option<&str>, digits: usize| {
        part.is_some_and(|part| {
            part.chars().count() == digits && part.chars().all(char::is_numeric)
        })
    };
    let is_month = is(parts.next(), 4) && is(parts.next(), 2);
    let day = parts.next();
    is_month && (day.is_none() || is(day, 2)) || typed.starts_with('+') && !typed.contains(' ')
}

/// The text without the quotes around a date at its end, which are there to keep it in the text.
pub fn bare(text: String, date: impl Fn(&str) -> Result<Date, DateError>) -> String {
    let said = text.trim_end_matches(CLOSES);
    let quoted = QUOTES.iter().find_map(|(opens, closes)| {
        let (before, typed) = said.strip_suffix(*closes)?.rsplit_once(*opens)?;
        let is_apart = before.ends_with(' ') && date(typed.trim()).is_ok();
        is_apart.then(|| format!("{before}{}", typed.trim()))
    });
    quoted.unwrap_or(text)
}
