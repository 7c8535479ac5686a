//! Dates as people and documents give them: EDTF (ISO 8601-2), level 0 and what we need of level 1.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// A day `2021-05-31`, a month `2021-09`, a year `2021`, a season `2021-21` (21 spring … 24 winter),
/// each with `~` (about), `?` (uncertain) or `%` (both) behind it (EDTF level 1), a year with its
/// last digits left open `202X`, or a range of two of them `2021-06-08/2021-06-18`, either end of
/// which may be open `..`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date {
    text: String,
    first: (i32, u8, u8),
    last: (i32, u8, u8),
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    /// It has not the form of a date.
    Form,
    /// There is no such month; holds the month.
    Month(u8),
    /// There is no such day in that month; holds the day and the number of days of the month.
    Day(u8, u8),
    /// The range ends before it begins.
    Backwards,
    /// The day that is named is another day of the week: year, month and day, and which it is, from
    /// Monday as 1 to Sunday as 7.
    Weekday((i32, u8, u8), u8),
    /// It is of the Hijri calendar, and of a year of which the Gregorian days are not known here.
    Hijri,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => {
                f.write_str("not a date: write 2021-05-31, 2021-09, 2021 or 2021-06-08/2021-06-18")
            }
            Self::Month(month) => write!(f, "there is no month {month}"),
            Self::Day(day, days) => write!(f, "there is no day {day} in a month of {days} days"),
            Self::Backwards => f.write_str("the range ends before it begins"),
            Self::Weekday(..) => f.write_str("that day is another day of the week"),
            Self::Hijri => f.write_str("a Hijri year that is not from 1400 to 1500"),
        }
    }
}

impl std::error::Error for DateError {}

/// Year, month, day.
type Day = (i32, u8, u8);

const BEFORE_ALL: Day = (i32::MIN, 1, 1);
const AFTER_ALL: Day = (i32::MAX, 12, 31);

impl Date {
    /// Reads a date.
    ///
    /// # Errors
    /// When the text has not the form of a date, or names a day that does not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (first, last) = match text.split_once('/') {
            None => single(text)?,
            Some((from, to)) => {
                let from = match from {
                    ".." => (BEFORE_ALL, BEFORE_ALL),
                    _ => single(from)?,
                };
                let to = match to {
                    ".." => (AFTER_ALL, AFTER_ALL),
                    _ => single(to)?,
                };
                if to.1 < from.0 {
                    return Err(DateError::Backwards);
                }
                (from.0, to.1)
            }
        };
        Ok(Self {
            text: text.to_owned(),
            first,
            last,
        })
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that it can mean: year, month 1–12, day 1–31.
    #[must_use]
    pub const fn first_day(&self) -> (i32, u8, u8) {
        self.first
    }

    /// The last day that it can mean.
    #[must_use]
    pub const fn last_day(&self) -> (i32, u8, u8) {
        self.last
    }

    /// Whether it says on which day it ends, and not only in which month or year.
    #[must_use]
    pub fn ends_on_a_day(&self) -> bool {
        let end = self.text.rsplit('/').next().unwrap_or_default();
        single(end).is_ok_and(|(first, last)| first == last)
    }
}

/// The first and last day of a date that is not a range.
fn single(text: &str) -> Result<(Day, Day), DateError> {
    let plain = text.trim_end_matches(['~', '?', '%']);
    if text.len() - plain.len() > 1 {
        return Err(DateError::Form);
    }
    let mut parts = plain.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() || year.len() != 4 {
        return Err(DateError::Form);
    }
    if month.is_none() && year.ends_with('X') {
        let known = year.trim_end_matches('X');
        let open = u32::try_from(year.len() - known.len()).unwrap_or(4);
        let step = 10_i32.pow(open);
        let base = if known.is_empty() {
            0
        } else {
            number(known, known.len()).ok_or(DateError::Form)?
        };
        return Ok(((base * step, 1, 1), (base * step + step - 1, 12, 31)));
    }
    let year = number(year, 4).ok_or(DateError::Form)?;
    let Some(month) = month else {
        return Ok(((year, 1, 1), (year, 12, 31)));
    };
    let month = number(month, 2)
        .and_then(|month| u8::try_from(month).ok())
        .ok_or(DateError::Form)?;
    let Some(day) = day else {
        return match month {
            1..=12 => Ok(((year, month, 1), (year, month, days_in(year, month)))),
            // Seasons (EDTF level 1): spring 21, summer 22, autumn 23, winter 24.
            21..=24 => {
                let begins = (month - 21) * 3 + 3;
                let ends = begins + 2;
                Ok(if ends > 12 {
                    ((year, begins, 1), (year + 1, 2, days_in(year + 1, 2)))
                } else {
                    ((year, begins, 1), (year, ends, days_in(year, ends)))
                })
            }
            _ => Err(DateError::Month(month)),
        };
    };
    if !(1..=12).contains(&month) {
        return Err(DateError::Month(month));
    }
    let day = number(day, 2)
        .and_then(|day| u8::try_from(day).ok())
        .ok_or(DateError::Form)?;
    let days = days_in(year, month);
    if !(1..=days).contains(&day) {
        return Err(DateError::Day(day, days));
    }
    Ok(((year, month, day), (year, month, day)))
}

/// A number of just so many ASCII digits.
fn number(text: &str, digits: usize) -> Option<i32> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// How many days the month has in the Gregorian calendar.
const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;
        impl Visitor<'_> for DateVisitor {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2021-05-31, 2021-09, 2021 or 2021-06-08/2021-06-18")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).map_err(E::custom)
            }

            fn visit_u64<E: de::Error>(self, year: u64) -> Result<Date, E> {
                self.visit_str(&year.to_string())
            }
        }
        deserializer.deserialize_any(DateVisitor)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "description": "EDTF: 2021-05-31, 2021-09, 2021, 2021-06-08/2021-06-18, 2021~ (about)."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_spans_the_days_it_can_mean() {
        for (text, first, last) in [
            ("2021-05-31", (2021, 5, 31), (2021, 5, 31)),
            ("2021-09", (2021, 9, 1), (2021, 9, 30)),
            ("2021", (2021, 1, 1), (2021, 12, 31)),
            ("2024-02", (2024, 2, 1), (2024, 2, 29)),
            ("2021-06-08/2021-06-18", (2021, 6, 8), (2021, 6, 18)),
            ("2023~", (2023, 1, 1), (2023, 12, 31)),
            ("202X", (2020, 1, 1), (2029, 12, 31)),
            ("2022-24", (2022, 12, 1), (2023, 2, 28)),
            ("2024/..", (2024, 1, 1), AFTER_ALL),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!((date.first_day(), date.last_day()), (first, last), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, why) in [
            ("31/05/2021", DateError::Form),
            ("2021-13-01", DateError::Month(13)),
            ("2021-02-30", DateError::Day(30, 28)),
            ("2021-06-18/2021-06-08", DateError::Backwards),
            ("", DateError::Form),
            ("2021-6", DateError::Form),
            ("٢٠٢١", DateError::Form),
        ] {
            assert_eq!(Date::parse(text), Err(why), "{text}");
        }
    }
}
