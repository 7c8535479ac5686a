//! A date that was typed, told back so that one sees which day was understood.

use jiff::civil;

use super::date::{date, month, weekday};
use super::{Message, Phrase};
use crate::report::{Date, Language};
use crate::script::isolate;

/// Days that have a name by themselves, from yesterday to tomorrow.
const NEAR: [(i32, Phrase); 3] = [
    (-1, Phrase::new("أمس", "yesterday")),
    (0, Phrase::new("اليوم", "today")),
    (1, Phrase::new("غداً", "tomorrow")),
];

/// A date as [`date`] tells it, each day with its day of the week, and whether it is today or beside it:
/// `Tuesday 24 November 2026, tomorrow`. `today` is year, month, day.
#[must_use]
pub fn told_back(day: &Date, today: (i32, u8, u8)) -> Message {
    let told = |language| {
        let text = day.as_str();
        match text
            .split_once('/')
            .map(|(from, to)| (plain(from), plain(to)))
        {
            None => plain(text).map(|day| one(day, today, language)),
            Some((Some(from), Some(to))) => Some(range(from, to, language)),
            Some(_) => None,
        }
        .unwrap_or_else(|| date(day, language))
    };
    Message::new(told(Language::Arabic), told(Language::English))
}

/// That the hour behind a day, as it was typed, is not kept.
#[must_use]
pub fn hour_left_out(hour: &str) -> Message {
    Message::new(
        format!("«{hour}» لا تُحفظ، فالتاريخ بلا ساعة"),
        format!("“{hour}” is not kept, for a date has no hour"),
    )
}

/// One day, without a sign that it is not certain.
fn plain(text: &str) -> Option<civil::Date> {
    (text.len() == 10).then(|| text.parse().ok())?
}

fn one(day: civil::Date, today: (i32, u8, u8), language: Language) -> String {
    let told = full(day, language);
    let near = NEAR.iter().find(|(days, _)| {
        let (year, month, day_of) = today;
        let small = |number: u8| i8::try_from(number).ok();
        let parts = i16::try_from(year)
            .ok()
            .zip(small(month))
            .zip(small(day_of));
        let today = parts.and_then(|((y, m), d)| civil::Date::new(y, m, d).ok());
        let near = today.and_then(|today| today.checked_add(jiff::ToSpan::days(*days)).ok());
        near == Some(day)
    });
    match (near, language) {
        (Some((_, near)), Language::Arabic) => format!("{told}، {}", near.ar),
        (Some((_, near)), Language::English) => format!("{told}, {}", near.en),
        (None, _) => told,
    }
}

/// Two days; what of month and year is the same is told once.
fn range(from: civil::Date, to: civil::Date, language: Language) -> String {
    let name = month(from.month().unsigned_abs(), language);
    let first = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => format!("{} {}", of_week(from, language), from.day()),
        (true, false) => format!("{} {} {name}", of_week(from, language), from.day()),
        (false, _) => full(from, language),
    };
    let told = format!("{first} – {}", full(to, language));
    match language {
        Language::Arabic => told,
        Language::English => isolate(&told),
    }
}

fn full(day: civil::Date, language: Language) -> String {
    let name = month(day.month().unsigned_abs(), language);
    format!(
        "{} {} {name} {}",
        of_week(day, language),
        day.day(),
        day.year()
    )
}

fn of_week(day: civil::Date, language: Language) -> &'static str {
    let number = day.weekday().to_monday_one_offset();
    weekday(number.unsigned_abs()).get(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::sanitise;

    #[test]
    fn days_are_told_back_with_their_day_of_the_week() {
        for (text, ar, en) in [
            (
                "2026-11-24",
                "الثلاثاء 24 نوفمبر 2026، غداً",
                "Tuesday 24 November 2026, tomorrow",
            ),
            (
                "2026-11-23",
                "الاثنين 23 نوفمبر 2026، اليوم",
                "Monday 23 November 2026, today",
            ),
            (
                "2026-11-22",
                "الأحد 22 نوفمبر 2026، أمس",
                "Sunday 22 November 2026, yesterday",
            ),
            (
                "2026-12-01",
                "الثلاثاء 1 ديسمبر 2026",
                "Tuesday 1 December 2026",
            ),
            (
                "2026-11-30/2026-12-04",
                "الاثنين 30 نوفمبر – الجمعة 4 ديسمبر 2026",
                "Monday 30 November – Friday 4 December 2026",
            ),
            (
                "2026-11-23/2026-11-27",
                "الاثنين 23 – الجمعة 27 نوفمبر 2026",
                "Monday 23 – Friday 27 November 2026",
            ),
            (
                "2026-12-28/2027-01-01",
                "الاثنين 28 ديسمبر 2026 – الجمعة 1 يناير 2027",
                "Monday 28 December 2026 – Friday 1 January 2027",
            ),
            // What is no day is told as it always is.
            ("2026-12", "ديسمبر 2026", "December 2026"),
            (
                "2026-11-24~",
                "نحو 24 نوفمبر 2026",
                "about 24 November 2026",
            ),
            (
                "2026-11-24/..",
                "منذ 24 نوفمبر 2026",
                "since 24 November 2026",
            ),
        ] {
            let told = told_back(&Date::parse(text).unwrap(), (2026, 11, 23));
            assert_eq!(sanitise(&told.ar), ar);
            assert_eq!(sanitise(&told.en), en);
        }
    }
}
