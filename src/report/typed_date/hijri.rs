//! Dates of the Hijri calendar, as Umm al-Qura has it, which is the civil one: `15/9/1448`,
//! `15 رمضان 1448`, `1448هـ`. They become days of the Gregorian calendar.

use jiff::ToSpan;
use jiff::civil;

use super::{day_told, is_number, without_ending, word_at};
use crate::report::{Date, DateError};

/// Years by which one sees that a date is Hijri: nothing here is of the Middle Ages.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1300..=1500;

/// The first year of [`LENGTHS`].
const FIRST_YEAR: i32 = 1400;

/// 1 Muharram 1400.
const FIRST_DAY: civil::Date = civil::date(1979, 11, 20);

/// Which months of a year have 30 days and not 29, Muharram in the highest of twelve bits; from 1400
/// to 1500, as the King Abdulaziz City for Science and Technology publishes them.
const LENGTHS: [u16; 101] = [
    0xD2B, 0x54A, 0xEA5, 0x752, 0x6E9, 0x36A, 0xAAD, 0x555, 0xAA5, 0xB52, 0xBA9, 0x5B4, 0x9BA,
    0x4DB, 0x25D, 0x52D, 0xAA5, 0xAD4, 0xAEA, 0x56D, 0x4BD, 0x23D, 0x91D, 0xA95, 0xB4A, 0xB5A,
    0x56D, 0x2B6, 0x93B, 0x49B, 0x655, 0x6A9, 0x754, 0xB6A, 0x56C, 0xAAD, 0x555, 0xB29, 0xB92,
    0xBA9, 0x5D4, 0xADA, 0x55A, 0xAAB, 0x595, 0x749, 0x764, 0xBAA, 0x5B5, 0x2B6, 0xA56, 0xD2A,
    0xE95, 0x72A, 0x755, 0x35A, 0x95D, 0x49B, 0xA4D, 0xD26, 0xD53, 0x5AA, 0xAAD, 0x4B6, 0xA57,
    0x527, 0xA95, 0xB4A, 0xB55, 0x36C, 0x9AE, 0x4B6, 0xA96, 0xB4A, 0xDA5, 0x5D2, 0x5D9, 0x2DC,
    0x96D, 0x4AD, 0x655, 0x6D2, 0xB69, 0x374, 0x9B6, 0x4D7, 0x2AB, 0x54B, 0x6A5, 0x752, 0xB69,
    0x56B, 0x2AD, 0x94D, 0xC95, 0xD4A, 0xEA5, 0x6CA, 0xAD5, 0x556, 0xC97,
];

/// The names of the months, Muharram first, as [`plain`](super::plain) leaves them.
const MONTHS: [&[&str]; 12] = [
    &["محرم", "المحرم", "muharram"],
    &["صفر", "safar"],
    &["ربيع الاول", "rabi al-awwal", "rabi i"],
    &["ربيع الثاني", "ربيع الاخر", "rabi al-thani", "rabi ii"],
    &[
        "جمادي الاولي",
        "جمادي الاول",
        "jumada al-awwal",
        "jumada al-ula",
        "jumada i",
    ],
    &[
        "جمادي الاخره",
        "جمادي الاخر",
        "جمادي الثانيه",
        "جمادي الثاني",
        "jumada al-akhirah",
        "jumada al-thani",
        "jumada ii",
    ],
    &["رجب", "rajab"],
    &["شعبان", "shaban", "sha'ban"],
    &["رمضان", "ramadan", "ramadhan"],
    &["شوال", "shawwal"],
    &["ذو القعده", "ذي القعده", "dhu al-qadah", "dhul qadah"],
    &["ذو الحجه", "ذي الحجه", "dhu al-hijjah", "dhul hijjah"],
];

/// What stands behind a date and says that it is Hijri.
const MARKS: [&str; 6] = [" هجريه", " هجري", " ه", "ه", " ah", "ah"];

/// A Hijri date; none where it is none. Without a year it is the next such day.
pub(super) fn read(text: &str, today: civil::Date) -> Option<Result<Date, DateError>> {
    let marked = MARKS.iter().find_map(|mark| {
        let rest = text.strip_suffix(mark)?;
        rest.ends_with(|letter: char| letter.is_ascii_digit() || letter == ' ')
            .then_some(rest)
    });
    let text = marked.unwrap_or(text);
    let (named, rest) = without_month(text);
    let parts = rest
        .split(['/', '-', '.', ',', '،', ' '])
        .filter(|part| !matches!(*part, "" | "of" | "من" | "شهر" | "عام" | "سنه"));
    let parts = parts.map(|part| {
        let part = without_ending(part);
        is_number(part, 4).then(|| Some((part.len(), part.parse::<i32>().ok()?)))?
    });
    let mut numbers: Vec<(usize, i32)> = parts.collect::<Option<_>>()?;
    let is_year = |(digits, number): &(usize, i32)| *digits == 4 && YEARS.contains(number);
    let year = if numbers.first().is_some_and(is_year) {
        // Year, month, day.
        let year = numbers.remove(0).1;
        numbers.reverse();
        Some(year)
    } else {
        numbers.pop_if(|last| is_year(last)).map(|(_, year)| year)
    };
    let numbers: Vec<u8> = numbers
        .into_iter()
        .map(|(digits, number)| (digits <= 2).then(|| u8::try_from(number).ok())?)
        .collect::<Option<_>>()?;
    let (month, day) = match (named, numbers.as_slice()) {
        (named, []) => (named, None),
        (Some(month), [day]) => (Some(month), Some(*day)),
        (None, [month]) => (Some(*month), None),
        // The day comes first, unless the second can only be a day.
        (None, [month, day]) if *day > 12 && *month <= 12 => (Some(*month), Some(*day)),
        (None, [day, month]) => (Some(*month), Some(*day)),
        _ => return None,
    };
    let Some(year) = year else {
        // A name by itself is also a person's.
        let is_said = marked.is_some() || named.is_some();
        let (month, day) = month.zip(day).filter(|_| is_said)?;
        let mut years = (FIRST_YEAR..)
            .zip(LENGTHS)
            .map(|(year, _)| date(year, Some(month), Some(day)));
        let now = day_told(today);
        // In some years a month has no thirtieth day.
        return years
            .find(|date| date.as_ref().is_ok_and(|date| date.last_day() >= now))
            .or_else(|| Some(date(FIRST_YEAR, Some(month), Some(day))));
    };
    Some(date(year, month, day))
}

/// Two Hijri dates, or two days of one month; none where they are none.
pub(super) fn range(from: &str, to: &str, today: civil::Date) -> Option<Result<Date, DateError>> {
    let last = read(to, today)?;
    let first = match is_number(from, 2) {
        // A day of the same month, whichever year that is of.
        true => {
            let digits = to.bytes().take_while(u8::is_ascii_digit).count();
            let day: i64 = to.get(..digits).filter(|_| digits <= 2)?.parse().ok()?;
            let before = day - from.parse::<i64>().ok().filter(|first| *first > 0)?;
            let end: civil::Date = match &last {
                Ok(last) => last.as_str().parse().ok()?,
                Err(why) => return Some(Err(why.clone())),
            };
            Date::parse(&end.checked_sub(before.days()).ok()?.to_string())
        }
        false => read(from, today)?,
    };
    let both = first.and_then(|first| Ok((first, last?)));
    Some(both.and_then(|(first, last)| {
        let first = first.as_str().split('/').next().unwrap_or_default();
        let last = last.as_str().rsplit('/').next().unwrap_or_default();
        Date::parse(&format!("{first}/{last}"))
    }))
}

/// The month of this name that is or comes next, and the one after it.
pub(super) fn coming_month(name: &str, today: civil::Date) -> Option<(Date, Date)> {
    let mut names = (1..).zip(MONTHS);
    let (month, _) = names.find(|(_, names)| names.contains(&name))?;
    let now = day_told(today);
    let mut coming = (FIRST_YEAR..)
        .zip(LENGTHS)
        .filter_map(|(year, _)| date(year, Some(month), None).ok())
        .skip_while(|date| date.last_day() < now);
    Some((coming.next()?, coming.next()?))
}

/// Whether it is one day of the Hijri calendar that is told by its year.
pub(super) fn is_day(text: &str) -> bool {
    let read = read(text, FIRST_DAY);
    read.is_some_and(|date| date.is_ok_and(|date| date.first_day() == date.last_day()))
}

/// The month that is named, and the text without its name; the longest name is meant.
fn without_month(text: &str) -> (Option<u8>, String) {
    let each = (1..)
        .zip(MONTHS)
        .flat_map(|(number, names)| names.iter().map(move |name| (number, *name)));
    let found = each.filter_map(|(number, name)| Some((number, name, word_at(text, name)?)));
    match found.max_by_key(|(_, name, _)| name.len()) {
        Some((number, name, at)) => {
            let before = text.get(..at).unwrap_or_default();
            let behind = text.get(at + name.len()..).unwrap_or_default();
            (Some(number), format!("{before} {behind}"))
        }
        None => (None, text.to_owned()),
    }
}

/// A day, month or year of the Hijri calendar as days of the Gregorian.
fn date(year: i32, month: Option<u8>, day: Option<u8>) -> Result<Date, DateError> {
    let place = usize::try_from(year - FIRST_YEAR).map_err(|_| DateError::Hijri)?;
    let lengths = LENGTHS.get(place).ok_or(DateError::Hijri)?;
    let before: u32 = LENGTHS.iter().take(place).map(|year| days(*year, 12)).sum();
    let (start, length) = match month {
        None => (before, days(*lengths, 12)),
        Some(month @ 1..=12) => {
            let start = days(*lengths, month - 1);
            (before + start, days(*lengths, month) - start)
        }
        Some(month) => return Err(DateError::Month(month)),
    };
    let at = |days: u32| {
        let day = FIRST_DAY.checked_add(i64::from(days).days());
        day.map_err(|_| DateError::Hijri)
    };
    match day.map(u32::from) {
        None => Date::parse(&format!("{}/{}", at(start)?, at(start + length - 1)?)),
        Some(day) if (1..=length).contains(&day) => Date::parse(&at(start + day - 1)?.to_string()),
        Some(day) => Err(DateError::Day(
            u8::try_from(day).unwrap_or(u8::MAX),
            u8::try_from(length).unwrap_or(u8::MAX),
        )),
    }
}

/// The days of so many months from the beginning of a year of these lengths.
fn days(lengths: u16, months: u8) -> u32 {
    let long = lengths >> (12 - u32::from(months));
    u32::from(months) * 29 + long.count_ones()
}
