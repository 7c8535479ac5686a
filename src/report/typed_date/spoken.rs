//! Dates that are said by words: the next Tuesday, in two weeks, the end of the year, the third
//! quarter. All words are as [`plain`](super::plain) leaves them.

use jiff::civil::{self, Weekday};
use jiff::{Span, ToSpan};

use super::names::{
    ABOUT, AFTER, AFTER_NEXT, AGO, AT, LAST, LENGTHS, Length, NEAR, NEXT, NUMBERS, ORDINALS, SAME,
    SEASONS, SINCE, THIS, UNTIL, WEEK,
};
use super::{day_told, hijri, is_number, read as read_plain, week, within, without_ending};
use crate::report::{Date, DateError};

pub(super) type Read = Result<Date, DateError>;

/// The date that some words say; none where they are none of these.
pub(super) fn read(text: &str, today: civil::Date) -> Option<Read> {
    let week = || week::read(text, today).map(|day| day.to_string());
    let day = beside(text, today).or_else(|| ago(text, today));
    let day = day.or_else(|| later(text, today)).or_else(week);
    if let Some(day) = day.or_else(|| of_month(text, today)) {
        return Some(Date::parse(&day));
    }
    if let Some((weekday, rest)) = with_weekday(text) {
        return Some(of_weekday(weekday, rest, today));
    }
    if let Some(part) = part_of_year(text, today) {
        return Some(Date::parse(&part));
    }
    if let Some(day) = within::read(text, today) {
        return Some(day);
    }
    if let Some(rest) = behind(text, &ABOUT) {
        return Some(wrapped(rest, today, |date| format!("{date}~")));
    }
    if let Some(rest) = behind(text, &SINCE)
        && !super::BETWEEN.iter().any(|between| rest.contains(between))
    {
        let first = |date: &str| format!("{}/..", date.split('/').next().unwrap_or(date));
        return Some(wrapped(rest, today, first));
    }
    if let Some(rest) = behind(text, &UNTIL) {
        let last = |date: &str| format!("../{}", date.rsplit('/').next().unwrap_or(date));
        return Some(wrapped(rest, today, last));
    }
    // Three weeks ago to one who thinks of «قبل ثلاثة أسابيع», in less than three weeks to another.
    if behind(text, &["before "]).is_some_and(|rest| so_much(rest, true).is_some()) {
        return Some(Err(DateError::Form));
    }
    // The 3 month report.
    if behind(text, &["the "]).is_some_and(|rest| so_much(rest, true).is_some()) {
        return Some(Err(DateError::Form));
    }
    behind(text, &AT).map(|rest| read_plain(rest, today))
}

/// What comes behind one of these beginnings.
pub(super) fn behind<'t>(text: &'t str, beginnings: &[&str]) -> Option<&'t str> {
    let rest = beginnings.iter().find_map(|one| text.strip_prefix(one))?;
    Some(rest.trim()).filter(|rest| !rest.is_empty())
}

/// A date within another one, where that is not a range itself.
fn wrapped(text: &str, today: civil::Date, wrap: fn(&str) -> String) -> Read {
    let date = read_plain(text, today)?;
    Date::parse(&wrap(date.as_str()))
}

/// The day that a word names, today's neighbours and the days of the week.
pub(super) fn day(text: &str, today: civil::Date) -> Option<civil::Date> {
    if let Some((_, days)) = NEAR.iter().find(|(names, _)| names.contains(&text)) {
        return today.checked_add(days.days()).ok();
    }
    today.nth_weekday(1, weekday(text)?).ok()
}

pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let bare = text.strip_prefix("يوم ").unwrap_or(text);
    let found = WEEK.iter().find(|(names, _)| names.contains(&bare));
    found.map(|(_, day)| *day)
}

/// The next, this or the last day of the week, week, month or year.
fn beside(text: &str, today: civil::Date) -> Option<String> {
    let (step, what) = stepped(text)?;
    let Some(day) = weekday(what) else {
        return of_length(length(what)?.0, step, today);
    };
    let day = match step {
        // On a Monday next Tuesday is that of the next week; القادم is the one that comes.
        _ if text.starts_with("next ") => week::day(day, 1, today)?,
        _ if text.ends_with(" after next") => week::day(day, 2, today)?,
        ..=-1 => today.nth_weekday(-1, day).ok()?,
        // Of this week it is the one that comes.
        0 | 1 => today.nth_weekday(1, day).ok()?,
        _ => today.nth_weekday(2, day).ok()?,
    };
    Some(day.to_string())
}

/// How many steps from this one a thing is, and what it is: next week, الأسبوع بعد القادم.
pub(super) fn stepped(text: &str) -> Option<(i64, &str)> {
    if let Some(before) = AFTER_NEXT.iter().find_map(|words| text.strip_suffix(words)) {
        return Some((2, before));
    }
    let (first, rest) = text.split_once(' ')?;
    let (before, last) = text.rsplit_once(' ')?;
    let step = |word: &str| match word {
        _ if NEXT.contains(&word) => Some(1),
        _ if LAST.contains(&word) => Some(-1),
        _ if THIS.contains(&word) => Some(0),
        _ => None,
    };
    match (step(first), step(last)) {
        (Some(step), _) => Some((step, rest)),
        (None, step) => Some((step?, before)),
    }
}

/// The week, month or year that is so many steps from this one, the whole of it.
pub(super) fn of_length(length: Length, step: i64, today: civil::Date) -> Option<String> {
    let day = today.checked_add(span(length, step)?).ok()?;
    match length {
        Length::Day => Some(day.to_string()),
        Length::Week => week::days(step, today),
        Length::Month => Some(format!("{:04}-{:02}", day.year(), day.month())),
        Length::Year => Some(format!("{:04}", day.year())),
    }
}

/// A day of this month or of one beside it, by its number: the 15th, 15th of next month, 15 الجاري.
fn of_month(text: &str, today: civil::Date) -> Option<String> {
    let said = behind(text, &["the ", "يوم "]);
    let is_arabic = !text.is_ascii();
    let text = said.unwrap_or(text);
    let (number, rest) = text.split_once(' ').unwrap_or((text, ""));
    let day: i8 = without_ending(number).parse().ok()?;
    // The 3 month report, the 22 states.
    let is_ordinal = without_ending(number) != number;
    let named = behind(rest, &["of ", "من "]);
    let month = named.unwrap_or(rest);
    let month = month.strip_prefix("the ").unwrap_or(month);
    let of = |step| -> Option<civil::Date> {
        let month = today
            .first_of_month()
            .checked_add(span(Length::Month, step)?);
        month.ok()?.with().day(day).build().ok()
    };
    let step = match stepped(month) {
        Some((step, what)) if length(what) == Some((Length::Month, 1)) => Some(step),
        _ if month.is_ascii() => None,
        _ if matches!(month, "الجاري" | "الحالي") => Some(0),
        _ if matches!(month, "القادم" | "المقبل") => Some(1),
        _ => None,
    };
    let is_said = said.is_some() && (is_ordinal || is_arabic);
    let is_any =
        named.is_some() && matches!(month, "month" | "الشهر") || rest.is_empty() && is_said;
    let found = match step {
        Some(step) => of(step)?,
        None if is_any => (0..12).find_map(|step| of(step).filter(|day| *day >= today))?,
        None => return None,
    };
    Some(found.to_string())
}

/// So many days, weeks, months or years after today.
fn later(text: &str, today: civil::Date) -> Option<String> {
    let (said, text) = match behind(text, &AFTER) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (length, count) = so_much(text, said)?;
    let day = today.checked_add(span(length, count)?).ok()?;
    Some(day.to_string())
}

/// So many days, weeks, months or years before today.
fn ago(text: &str, today: civil::Date) -> Option<String> {
    let before = text.strip_suffix(" ago").or_else(|| behind(text, &AGO))?;
    let (length, count) = so_much(before, true)?;
    let day = today.checked_sub(span(length, count)?).ok()?;
    Some(day.to_string())
}

/// A length of time, and how many of it: `2 weeks`, `two weeks`, `ثلاثة أيام`. The bare name of one is
/// a length only where the words before have said so.
fn so_much(text: &str, said: bool) -> Option<(Length, i64)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits)?;
    let unit = unit.trim();
    let in_words = |names: &[&str]| {
        let mut names = names.iter();
        names.find_map(|name| unit.strip_prefix(name)?.strip_prefix(' '))
    };
    if number.is_empty()
        && let Some((count, unit)) = (1..)
            .zip(NUMBERS)
            .find_map(|(count, names)| Some((count, in_words(names)?)))
    {
        let (length, times) = length(unit)?;
        return Some((length, times * count));
    }
    let unit = unit.strip_prefix("a ").unwrap_or(unit);
    let (length, times) = length(unit)?;
    let count = match number {
        // One month, two weeks: in Arabic the word says how many. But a day is none.
        "" if said => times,
        "" => return None,
        number => number.parse().ok()?,
    };
    Some((length, count))
}

/// A day of the week and the day of a month that stands behind or before it: `friday 27 nov`,
/// `27 nov (friday)`. That it is the next one, the day itself says.
fn with_weekday(text: &str) -> Option<(Weekday, &str)> {
    const MARKS: [char; 5] = [',', '،', '.', '(', ')'];
    let is_beside = |word: &str| NEXT.contains(&word) || THIS.contains(&word);
    let text = text.strip_prefix("يوم ").unwrap_or(text);
    let (first, behind) = text.split_once(' ')?;
    let (first, behind) = match is_beside(first) {
        true => behind.split_once(' ')?,
        false => (first, behind),
    };
    let (before, last) = text.rsplit_once(' ')?;
    let (weekday, rest) = match weekday(first.trim_matches(MARKS)) {
        Some(day) => (day, behind),
        None => {
            let before = before.strip_suffix(" يوم").unwrap_or(before);
            (weekday(last.trim_matches(MARKS))?, before)
        }
    };
    let rest = match rest.split_once(' ') {
        Some((word, rest)) if is_beside(word.trim_matches(MARKS)) => rest,
        _ => rest,
    };
    let rest = rest.trim_matches(MARKS).trim();
    let mut same = SAME.iter();
    let rest = same
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    // A year or a month is no day.
    let is_day = || {
        let (month, numbers) = super::month_and_numbers(rest).ok()?;
        Some(numbers.len() + usize::from(month.is_some()) > 1)
    };
    let is_hijri = hijri::is_day(rest);
    (is_hijri || is_day()?).then_some((weekday, rest))
}

/// A date that is to fall on this day of the week.
fn of_weekday(weekday: Weekday, text: &str, today: civil::Date) -> Read {
    let date = read_plain(text, today)?;
    let day: civil::Date = date.as_str().parse().map_err(|_| DateError::Form)?;
    match day.weekday() == weekday {
        true => Ok(date),
        false => Err(DateError::Weekday(
            date.last_day(),
            day.weekday().to_monday_one_offset().unsigned_abs(),
        )),
    }
}

/// How long something is that is named so, and how many of it the name means.
pub(super) fn length(name: &str) -> Option<(Length, i64)> {
    LENGTHS.iter().find_map(|(length, one, two)| {
        let found = |names: &[&str]| names.contains(&name);
        match (found(one), found(two)) {
            (true, _) => Some((*length, 1)),
            (_, true) => Some((*length, 2)),
            _ => None,
        }
    })
}

pub(super) fn span(length: Length, count: i64) -> Option<Span> {
    let span = Span::new();
    let span = match length {
        Length::Day => span.try_days(count),
        Length::Week => span.try_weeks(count),
        Length::Month => span.try_months(count),
        Length::Year => span.try_years(count),
    };
    span.ok()
}

/// A quarter, half or season of a year: `q3 2021`, `2021-q3`, `الربع الثالث من عام 2021`; without a
/// year the one that is or comes next.
fn part_of_year(text: &str, today: civil::Date) -> Option<String> {
    let spaced = text
        .replace('-', " ")
        .replace('q', " q")
        .replace(" of ", " ");
    let words = spaced.split(' ');
    let words: Vec<&str> = words
        .filter(|word| !matches!(*word, "" | "من" | "عام" | "سنه" | "the"))
        .collect();
    let is_year = |word: &str| is_number(word, 4) && word.len() == 4;
    let (year, what): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| is_year(word));
    let said: Option<i16> = match year.as_slice() {
        [] => None,
        [year] => Some(year.parse().ok()?),
        _ => return None,
    };
    let in_year = |part: &dyn Fn(i16) -> String| {
        let this = part(said.unwrap_or_else(|| today.year()));
        let now = day_told(today);
        match Date::parse(&this) {
            Ok(date) if said.is_none() && date.last_day() < now => part(today.year() + 1),
            _ => this,
        }
    };
    let ordinal = |word: &str| ORDINALS.iter().position(|names| names.contains(&word));
    let (months, place) = match what.as_slice() {
        [season] => match SEASONS.iter().position(|names| names.contains(season)) {
            Some(place) => return Some(in_year(&|year| format!("{year:04}-{}", 21 + place))),
            None => match (season.strip_prefix('q'), season.strip_prefix('h')) {
                (Some(place), _) => (3, ordinal(place)?),
                (_, Some(place)) => (6, ordinal(place)?),
                _ => return None,
            },
        },
        [place, "quarter"] | ["quarter" | "الربع", place] => (3, ordinal(place)?),
        [place, "half"] | ["النصف", place] => (6, ordinal(place)?),
        _ => return None,
    };
    let (first, last) = (place * months + 1, (place + 1) * months);
    (last <= 12).then(|| in_year(&|year| format!("{year:04}-{first:02}/{year:04}-{last:02}")))
}
