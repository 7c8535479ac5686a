//! A date as a person types it, in Arabic or English: `9/2021`, `sep 2021`, `15/9`, `15 أيلول`,
//! `غداً`, `8–18 june 2021`, `next tuesday`, `+2w`, `نهاية السنة`, `Q3 2021`, `15/9/1448`. The day comes
//! before the month, as in Arabic.

mod hijri;
mod hour;
mod names;
mod near;
mod slip;
mod spoken;
#[cfg(test)]
mod tests;
mod week;
mod within;

use jiff::civil;

use super::{Date, DateError};
use names::MONTHS;

pub use near::near_days;

/// What stands between the two ends of a range, after [`plain`].
const BETWEEN: [&str; 7] = ["–", "—", " - ", "..", " to ", " الي ", " حتي "];

/// No date takes so many bytes; a longer text, which may have been pasted, is not looked through.
const LONGEST: usize = 400;

/// Reads a date as a person types it on the day `today` (year, month, day). EDTF is understood as
/// [`Date::parse`] does. Where the year is left out it is the next such day or month, today
/// included; the name of a day of the week is the next one after today, and a quarter, a half or an
/// end without a year is that of this year. A week is its working days, Monday to Friday. An hour
/// behind a day is passed over ([`hour_left_out`]), one slip in a name forgiven. Years from 1300 to
/// 1500 are Hijri, and become days of the Gregorian calendar by Umm al-Qura, as far as that is known.
///
/// # Errors
/// [`DateError::Form`] where it is not understood, else why there is no such date.
pub fn typed_date(text: &str, today: (i32, u8, u8)) -> Result<Date, DateError> {
    understood(text, today, |_| true)
}

/// The same within a line, where other words stand as well: a slip is forgiven only where a number or
/// `next` stands beside it, and in tomorrow. Frida is no Friday.
///
/// # Errors
/// As [`typed_date`].
pub fn date_in_line(text: &str, today: (i32, u8, u8)) -> Result<Date, DateError> {
    understood(text, today, |mended| {
        let is_beside = |word: &str| names::NEXT.contains(&word) || is_tomorrow(word);
        mended.contains(|letter: char| letter.is_ascii_digit()) || mended.split(' ').any(is_beside)
    })
}

/// Reads a date; a slip that was mended counts where `is_sure` of the words as they are then.
fn understood(
    text: &str,
    today: (i32, u8, u8),
    is_sure: impl Fn(&str) -> bool,
) -> Result<Date, DateError> {
    if text.len() > LONGEST {
        return Err(DateError::Form);
    }
    let today = civil_date(today)?;
    let text = plain(text);
    let date = read(&text, today).or_else(|why| {
        let bare = match why {
            DateError::Form => hour::apart(&text).map_or(text.as_str(), |(day, _)| day),
            why => return Err(why),
        };
        match read(bare, today) {
            Err(DateError::Form) => slip::mended(bare)
                .filter(|text| is_sure(text))
                .map_or(Err(why), |text| read(&text, today)),
            read => read,
        }
    })?;
    // A Hijri year that was not converted: about it, or until it.
    let is_hijri = |(year, ..): (i32, u8, u8)| hijri::YEARS.contains(&year);
    match is_hijri(date.first_day()) || is_hijri(date.last_day()) {
        true => Err(DateError::Hijri),
        false => Ok(date),
    }
}

/// The hour behind what was typed as a date on the day `today`, which the date does not keep; as it was
/// typed.
#[must_use]
pub fn hour_left_out(text: &str, today: (i32, u8, u8)) -> Option<String> {
    typed_date(text, today).ok()?;
    let plain = plain(text);
    let (_, hour) = hour::apart(&plain)?;
    if read(&plain, civil_date(today).ok()?).is_ok() {
        return None;
    }
    let typed: Vec<&str> = text.split_whitespace().collect();
    let from = typed.len().checked_sub(hour.split(' ').count())?;
    Some(typed.get(from..)?.join(" "))
}

/// Whether what was typed ends in a part of a day without a number, or a word that says that it is an
/// hour: the afternoon behind a Friday may belong to what follows.
#[must_use]
pub fn ends_in_part_of_day(text: &str) -> bool {
    let text = plain(text);
    hour::apart(&text).is_some_and(|(_, hour)| !hour::is_said(hour))
}

/// Whether a word is a name of the day after today, and of no day of the week: tomorrow, غداً, بكرة.
#[must_use]
pub fn is_tomorrow(word: &str) -> bool {
    let word = plain(word);
    let word = slip::mended(&word).unwrap_or(word);
    let mut near = names::NEAR.iter();
    near.any(|(names, days)| *days == 1 && names.contains(&word.as_str()))
}

/// Reads a date that [`plain`] has left.
fn read(text: &str, today: civil::Date) -> Result<Date, DateError> {
    let text = without_era(text);
    if let Some(date) = hijri::read(text, today) {
        return date;
    }
    if let Some(about) = text.strip_suffix('~')
        && let Some(Ok(date)) = hijri::read(about, today)
    {
        return Date::parse(&format!("{}~", date.as_str()));
    }
    if let Ok(date) = Date::parse(&text.to_uppercase().replace(' ', "")) {
        return Ok(date);
    }
    if let Some(date) = spoken::read(text, today) {
        return date;
    }
    for between in BETWEEN {
        if let Some((from, to)) = text.split_once(between) {
            if let Some(range) = hijri::range(from.trim(), to.trim(), today) {
                return range;
            }
            return range(from.trim(), to.trim(), today);
        }
    }
    // Two days of one month, with a hyphen: `8-18 june 2021`.
    if let Some((from, rest)) = text.split_once('-')
        && is_number(from, 2)
        && let Some(range) = hijri::range(from, rest, today)
    {
        return range;
    }
    if let Some((from, rest)) = text.split_once('-')
        && is_number(from, 2)
        && let Some((day, _)) = rest.split_once(' ')
        && is_number(day, 2)
    {
        return range(from, rest, today);
    }
    Date::parse(&Said::read(text, today)?.edtf(today)?)
}

/// Without the sign behind a year that it is of the Gregorian calendar: 2026 م, 26 م.
fn without_era(text: &str) -> &str {
    let bare = [" ميلاديه", " ميلادي", "م"]
        .iter()
        .find_map(|era| text.strip_suffix(era));
    let bare = bare.map(str::trim_end).filter(|bare| {
        let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
        let number = bare.get(bare.len() - digits..).map(str::parse::<u8>);
        // A smaller one is an hour in the afternoon.
        digits == 4 || digits == 2 && matches!(number, Some(Ok(13..)))
    });
    bare.unwrap_or(text)
}

/// Two dates; the first takes the month and the year that it does not say from the second.
fn range(from: &str, to: &str, today: civil::Date) -> Result<Date, DateError> {
    let last = Said::read(to, today)?;
    let mut first = match from.parse() {
        Ok(day) if is_number(from, 2) => Said {
            day: Some(day),
            ..Said::default()
        },
        _ => Said::read(from, today)?,
    };
    if first.month.is_none() && first.year.is_none() {
        first.month = last.month;
    }
    let last = last.edtf(today)?;
    if first.year.is_none() {
        first.year = last.get(..4).and_then(|year| year.parse().ok());
    }
    let first = first.edtf(today)?;
    Date::parse(&format!("{first}/{last}"))
}

/// As much of a date as was said.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

impl Said {
    fn read(text: &str, today: civil::Date) -> Result<Self, DateError> {
        if let Some(date) = spoken::day(text, today) {
            return Ok(Self {
                year: Some(date.year()),
                month: Some(date.month()),
                day: Some(date.day()),
            });
        }
        let (month, numbers) = month_and_numbers(text)?;
        match (month, numbers.as_slice()) {
            (None, []) => Err(DateError::Form),
            (Some(_), []) => Ok(Self {
                month,
                ..Self::default()
            }),
            (Some(_), [one]) => match one.year() {
                Some(year) => Self::of(Some(year), month, None),
                None => Self::of(None, month, one.small()),
            },
            (Some(_), [one, other]) => match (one.year(), other.year()) {
                (None, Some(year)) => Self::of(Some(year), month, one.small()),
                (Some(year), None) => Self::of(Some(year), month, other.small()),
                (None, None) => Self::of(other.short_year(), month, one.small()),
                _ => Err(DateError::Form),
            },
            (None, [one]) => Self::of(one.year(), None, None),
            (None, [one, other]) => match (one.year(), other.year()) {
                (None, Some(year)) => Self::of(Some(year), one.small(), None),
                (Some(year), None) => Self::of(Some(year), other.small(), None),
                (None, None) => Self::day_and_month(None, *one, *other),
                _ => Err(DateError::Form),
            },
            (None, [one, middle, other]) => match (one.year(), other.year()) {
                (None, Some(year)) => Self::day_and_month(Some(year), *one, *middle),
                (Some(year), None) => Self::of(Some(year), middle.small(), other.small()),
                (None, None) => Self::day_and_month(other.short_year(), *one, *middle),
                _ => Err(DateError::Form),
            },
            _ => Err(DateError::Form),
        }
    }

    /// The day comes first, unless the second number can only be a day.
    fn day_and_month(year: Option<i16>, one: Number, other: Number) -> Result<Self, DateError> {
        match other.value > 12 && one.value <= 12 {
            true => Self::of(year, one.small(), other.small()),
            false => Self::of(year, other.small(), one.small()),
        }
    }

    fn of(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Result<Self, DateError> {
        match (year, month, day) {
            (None, None, _) | (_, None, Some(_)) => Err(DateError::Form),
            _ => Ok(Self { year, month, day }),
        }
    }

    /// As EDTF, with the year that comes next where none was said.
    fn edtf(self, today: civil::Date) -> Result<String, DateError> {
        let year = match (self.year, self.month) {
            (Some(year), _) => year,
            (None, Some(month)) => {
                let said = (month, self.day.unwrap_or(31));
                let is_past = said < (today.month(), today.day());
                today.year() + i16::from(is_past)
            }
            (None, None) => return Err(DateError::Form),
        };
        Ok(match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(month), None) => {
                // EDTF's seasons are numbered from 21; nobody types them as a month.
                if !(1..=12).contains(&month) {
                    return Err(DateError::Month(month.unsigned_abs()));
                }
                format!("{year:04}-{month:02}")
            }
            _ => format!("{year:04}"),
        })
    }
}

/// A number, and of how many digits it is made.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: i16,
    digits: usize,
}

impl Number {
    /// A year of four digits.
    fn year(self) -> Option<i16> {
        (self.digits == 4).then_some(self.value)
    }

    /// A year of two digits, of this century.
    fn short_year(self) -> Option<i16> {
        (self.digits == 2).then_some(2000 + self.value)
    }

    /// A day or a month.
    fn small(self) -> Option<i8> {
        (self.digits <= 2).then(|| i8::try_from(self.value).unwrap_or(i8::MAX))
    }
}

/// The month that is named, and the numbers in their order. Anything else is no date.
fn month_and_numbers(text: &str) -> Result<(Option<i8>, Vec<Number>), DateError> {
    let mut month = None;
    let mut rest = text.to_owned();
    'months: for (number, names) in (1_i8..).zip(MONTHS) {
        for name in names {
            if let Some(at) = word_at(text, name) {
                month = Some(number);
                rest = format!(
                    "{} {}",
                    text.get(..at).unwrap_or_default(),
                    text.get(at + name.len()..).unwrap_or_default()
                );
                break 'months;
            }
        }
    }
    let parts = rest
        .split(['/', '-', '.', ',', '،', ' '])
        .filter(|part| !matches!(*part, "" | "of" | "من"));
    let numbers: Option<Vec<Number>> = parts
        .map(|part| {
            let part = without_ending(part);
            is_number(part, 4)
                .then(|| part.parse().ok())
                .flatten()
                .map(|value| Number {
                    value,
                    digits: part.len(),
                })
        })
        .collect();
    Ok((month, numbers.ok_or(DateError::Form)?))
}

/// A number without the ending of an ordinal: the 27 of `27th`.
fn without_ending(part: &str) -> &str {
    let endings = ["st", "nd", "rd", "th"];
    let bare = endings.iter().find_map(|end| part.strip_suffix(end));
    bare.filter(|bare| is_number(bare, 2)).unwrap_or(part)
}

/// Where a word stands by itself in a text.
fn word_at(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..);
        let after = after.and_then(|text| text.chars().next());
        let is_apart = |char: Option<char>| char.is_none_or(|char| !char.is_alphabetic());
        is_apart(before) && is_apart(after)
    })
}

/// Whether it is made of so many digits at most, and nothing else.
fn is_number(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// In lower case, with European digits, one blank between words; hamza and the other forms of a
/// letter count as one, and what cannot be seen is left out.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for char in text.trim().chars() {
        match char {
            '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => {
                let digit = u32::from(char) & 0xF;
                plain.extend(char::from_digit(digit, 10));
            }
            'أ' | 'إ' | 'آ' => plain.push('ا'),
            'ى' => plain.push('ي'),
            'ة' => plain.push('ه'),
            // Vowel signs and the stretching stroke.
            '\u{64B}'..='\u{652}' | '\u{640}' => {}
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{61C}' => {}
            _ if char.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            _ => plain.extend(char.to_lowercase()),
        }
    }
    plain
}

fn civil_date((year, month, day): (i32, u8, u8)) -> Result<civil::Date, DateError> {
    let small = |number: u8| i8::try_from(number).ok();
    let parts = i16::try_from(year).ok().zip(small(month)).zip(small(day));
    let date = parts.and_then(|((year, month), day)| civil::Date::new(year, month, day).ok());
    date.ok_or(DateError::Form)
}

/// Year, month and day.
fn day_told(day: civil::Date) -> (i32, u8, u8) {
    (
        i32::from(day.year()),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )
}
