//! The beginning, the middle and the end of a week, month, year, quarter or half.

use jiff::civil;

use super::names::{BEGIN, END, Length, MID, MONTHS};
use super::spoken::{Read, behind, length, of_length, stepped, weekday};
use super::{day_told, hijri, read as read_plain};
use crate::report::{Date, DateError};

/// Words before a name, which change nothing.
const CALLED: [&str; 3] = ["عام ", "سنه ", "شهر "];

/// Where in a span a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Middle,
    Last,
}

impl Place {
    /// What is said behind the words for a place.
    fn of(text: &str) -> Option<(Self, &str)> {
        let all: [(Self, &[&str]); 3] = [
            (Self::Last, &END),
            (Self::Middle, &MID),
            (Self::First, &BEGIN),
        ];
        let mut all = all.into_iter();
        all.find_map(|(place, words)| Some((place, behind(text, words)?)))
    }

    /// The day of a span; of the middle of a quarter none is meant.
    fn day(self, date: &Date) -> Option<(i32, u8, u8)> {
        let (year, month, day) = date.first_day();
        match (self, date.as_str().len()) {
            (Self::First, _) => Some((year, month, day)),
            (Self::Last, _) => Some(date.last_day()),
            (Self::Middle, 4) => Some((year, 6, 30)),
            // A season is no month, though it is written like one.
            (Self::Middle, 7) if date.last_day().1 == month => Some((year, month, 15)),
            (Self::Middle, _) => middle(date),
        }
    }
}

/// The day that is told by where it lies; none where it is not told so.
pub(super) fn read(text: &str, today: civil::Date) -> Option<Read> {
    let (place, rest) = Place::of(text)?;
    let bare = rest.strip_prefix("شهر ").unwrap_or(rest);
    // Its name alone is also a person's.
    let hijri = match stepped(bare) {
        Some((1, name)) => hijri::coming_month(name, today).map(|(this, next)| {
            let is_on = this.first_day() <= day_told(today);
            (if is_on { next } else { this }, None)
        }),
        _ => hijri::coming_month(bare, today).map(|(this, next)| (this, Some(next))),
    };
    let is_named = |name: &str| {
        let is_gregorian = MONTHS.iter().any(|names| names.contains(&name));
        is_gregorian || hijri::coming_month(name, today).is_some()
    };
    let is_month = hijri.is_some() || is_named(rest);
    // A mid-year review; آخر جمعة is some Friday that is the last.
    let is_other = text.starts_with("mid-") && !rest.split(' ').next().is_some_and(is_named);
    if is_other || text.starts_with("اخر ") && weekday(rest).is_some() {
        return Some(Err(DateError::Form));
    }
    let rest = CALLED
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let (date, next) = match length(rest) {
        _ if hijri.is_some() => hijri?,
        Some((Length::Day, _) | (_, 2..)) => return None,
        Some((length, _)) => {
            let of = |step| Date::parse(&of_length(length, step, today)?).ok();
            (of(0)?, of(1))
        }
        None => match read_plain(rest, today) {
            // Of a day there is no more than its end.
            Ok(date) if date.first_day() == date.last_day() && place != Place::Last => return None,
            Ok(date) => {
                let next = is_month.then(|| a_year_later(&date)).flatten();
                (date, next)
            }
            Err(why) => return Some(Err(why)),
        },
    };
    let now = day_told(today);
    let day = match place.day(&date) {
        // That of this month has passed, and it was not said which.
        Some(day) if day < now => next.and_then(|next| place.day(&next)).or(Some(day)),
        day => day,
    };
    let told = day.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    Some(told.map_or(Err(DateError::Form), |told| Date::parse(&told)))
}

/// The Wednesday between a Monday and a Friday, the fifteenth day of a Hijri month.
fn middle(date: &Date) -> Option<(i32, u8, u8)> {
    let (from, to) = date.as_str().split_once('/')?;
    let (from, to): (civil::Date, civil::Date) = (from.parse().ok()?, to.parse().ok()?);
    let days = match (to - from).get_days() {
        4 => 2,
        28 | 29 => 14,
        _ => return None,
    };
    Some(day_told(from.checked_add(jiff::ToSpan::days(days)).ok()?))
}

/// The same month of the year behind.
fn a_year_later(date: &Date) -> Option<Date> {
    let (year, month, _) = date.first_day();
    Date::parse(&format!("{:04}-{month:02}", year.checked_add(1)?)).ok()
}
