//! A date as a person types it, in Arabic or English: `9/2021`, `sep 2021`, `15/9`, `15 أيلول`,
//! `غداً`, `8–18 june 2021`. The day comes before the month, as in Arabic.

use jiff::ToSpan;
use jiff::civil::{self, Weekday};

use super::{Date, DateError};

/// The names of the months, January first: English, then Arabic as in Egypt and the Gulf, in the
/// Levant and Iraq, in the Maghreb; without hamza, as [`plain`] leaves them.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير", "كانون الثاني", "جانفي"],
    &["february", "feb", "فبراير", "شباط", "فيفري"],
    &["march", "mar", "مارس", "اذار"],
    &["april", "apr", "ابريل", "نيسان", "افريل"],
    &["may", "مايو", "ايار", "ماي"],
    &["june", "jun", "يونيو", "يونيه", "حزيران", "جوان"],
    &["july", "jul", "يوليو", "يوليه", "تموز", "جويليه", "يوليوز"],
    &["august", "aug", "اغسطس", "اب", "اوت", "غشت"],
    &["september", "sept", "sep", "سبتمبر", "ايلول", "شتنبر"],
    &["october", "oct", "اكتوبر", "تشرين الاول"],
    &["november", "nov", "نوفمبر", "تشرين الثاني", "نونبر"],
    &["december", "dec", "ديسمبر", "كانون الاول", "دجنبر"],
];

/// The days of the week, Monday first, as [`plain`] leaves them.
const WEEK: [(&[&str], Weekday); 7] = [
    (&["monday", "mon", "الاثنين"], Weekday::Monday),
    (&["tuesday", "tue", "الثلاثاء", "الثلاثا"], Weekday::Tuesday),
    (
        &["wednesday", "wed", "الاربعاء", "الاربعا"],
        Weekday::Wednesday,
    ),
    (&["thursday", "thu", "الخميس"], Weekday::Thursday),
    (&["friday", "fri", "الجمعه"], Weekday::Friday),
    (&["saturday", "sat", "السبت"], Weekday::Saturday),
    (&["sunday", "sun", "الاحد"], Weekday::Sunday),
];

/// Days from today that have a name.
const NEAR: [(&[&str], i32); 4] = [
    (&["today", "اليوم"], 0),
    (&["tomorrow", "غدا", "بكره"], 1),
    (&["yesterday", "امس"], -1),
    (&["بعد غد"], 2),
];

/// What stands between the two ends of a range, after [`plain`].
const BETWEEN: [&str; 7] = ["–", "—", " - ", "..", " to ", " الي ", " حتي "];

/// Reads a date as a person types it on the day `today` (year, month, day). EDTF is understood as
/// [`Date::parse`] does. Where the year is left out it is the next such day or month, today
/// included; the name of a day of the week is the next one after today.
///
/// # Errors
/// [`DateError::Form`] where it is not understood, else why there is no such date.
pub fn typed_date(text: &str, today: (i32, u8, u8)) -> Result<Date, DateError> {
    let text = plain(text);
    if let Ok(date) = Date::parse(&text.to_uppercase().replace(' ', "")) {
        return Ok(date);
    }
    let today = civil_date(today)?;
    for between in BETWEEN {
        if let Some((from, to)) = text.split_once(between) {
            return range(from.trim(), to.trim(), today);
        }
    }
    // Two days of one month, with a hyphen: `8-18 june 2021`.
    if let Some((from, rest)) = text.split_once('-')
        && is_number(from, 2)
        && let Some((day, _)) = rest.split_once(' ')
        && is_number(day, 2)
    {
        return range(from, rest, today);
    }
    Date::parse(&Said::read(&text, today)?.edtf(today)?)
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
        if let Some(date) = by_name(text, today) {
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

/// The day that a word names.
fn by_name(text: &str, today: civil::Date) -> Option<civil::Date> {
    let named = |names: &&[&str]| names.contains(&text);
    if let Some((_, days)) = NEAR.iter().find(|(names, _)| named(names)) {
        return today.checked_add(days.days()).ok();
    }
    let bare = text.strip_prefix("يوم ").unwrap_or(text);
    let (_, day) = WEEK.iter().find(|(names, _)| names.contains(&bare))?;
    today.nth_weekday(1, *day).ok()
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
        .filter(|part| !part.is_empty());
    let numbers: Option<Vec<Number>> = parts
        .map(|part| {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A Sunday.
    const TODAY: (i32, u8, u8) = (2026, 11, 22);

    fn read(text: &str) -> Result<String, DateError> {
        typed_date(text, TODAY).map(|date| date.as_str().to_owned())
    }

    #[test]
    fn dates_are_understood_as_people_type_them() {
        for (typed, meant) in [
            // EDTF as it is.
            ("2021-09", "2021-09"),
            ("2021-06-08/2021-06-18", "2021-06-08/2021-06-18"),
            ("2021~", "2021~"),
            ("202x", "202X"),
            ("2024/..", "2024/.."),
            ("2021-21", "2021-21"),
            // Numbers.
            ("9/2021", "2021-09"),
            ("2021/9", "2021-09"),
            ("09.2021", "2021-09"),
            ("15/9/2021", "2021-09-15"),
            ("15.9.21", "2021-09-15"),
            ("15-9-2021", "2021-09-15"),
            ("2021/9/5", "2021-09-05"),
            ("9/15/2021", "2021-09-15"),
            ("15/9", "2027-09-15"),
            ("22/11", "2026-11-22"),
            ("21/11", "2027-11-21"),
            ("1/12", "2026-12-01"),
            ("١٥/٩/٢٠٢١", "2021-09-15"),
            ("٢٠٢١", "2021"),
            // Names of months.
            ("sep 2021", "2021-09"),
            ("September 2021", "2021-09"),
            ("15 Sept 2021", "2021-09-15"),
            ("Sep 15, 2021", "2021-09-15"),
            ("sep", "2027-09"),
            ("nov", "2026-11"),
            ("15 dec", "2026-12-15"),
            ("سبتمبر 2021", "2021-09"),
            ("أيلول ٢٠٢١", "2021-09"),
            ("15 سبتمبر، 2021", "2021-09-15"),
            ("3 كانون الثاني 2027", "2027-01-03"),
            ("3 آب 2027", "2027-08-03"),
            ("5 أفريل 2027", "2027-04-05"),
            ("5 ماي 2027", "2027-05-05"),
            ("5 مايو 2027", "2027-05-05"),
            // Days that have a name.
            ("today", "2026-11-22"),
            ("غداً", "2026-11-23"),
            ("غدا", "2026-11-23"),
            ("بعد غد", "2026-11-24"),
            ("أمس", "2026-11-21"),
            ("thursday", "2026-11-26"),
            ("الخميس", "2026-11-26"),
            ("يوم الأحد", "2026-11-29"),
            // Ranges.
            ("8–18 يونيو 2021", "2021-06-08/2021-06-18"),
            ("8-18 june 2021", "2021-06-08/2021-06-18"),
            ("8/6/2021 - 18/6/2021", "2021-06-08/2021-06-18"),
            ("30 may to 2 june 2021", "2021-05-30/2021-06-02"),
            ("2021 إلى 2023", "2021/2023"),
        ] {
            assert_eq!(read(typed), Ok(meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (typed, why) in [
            ("", DateError::Form),
            ("soon", DateError::Form),
            ("15", DateError::Form),
            ("septembre", DateError::Form),
            ("15/9/2021/4", DateError::Form),
            ("31/2/2021", DateError::Day(31, 28)),
            ("31/4", DateError::Day(31, 30)),
            ("13/2021", DateError::Month(13)),
            ("22/2021", DateError::Month(22)),
            ("18–8 june 2021", DateError::Backwards),
            ("2021 2022", DateError::Form),
        ] {
            assert_eq!(read(typed), Err(why), "{typed}");
        }
    }
}
