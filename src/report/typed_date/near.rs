//! Days that are told from today and by nothing else: yesterday, last week, هذا الشهر.

use jiff::ToSpan;

use super::names::{Length, NEAR};
use super::spoken::{length, of_length, stepped, weekday};
use super::{civil_date, day_told, plain, read};
use crate::report::Date;

/// A first and a last day: year, month and day.
type Days = ((i32, u8, u8), (i32, u8, u8));

/// What is shorter is the beginning of another word: `last w`.
const SHORTEST: usize = 3;

/// The days that words mean which tell them from `today` (year, month, day); none where they are others, or tell
/// more. Unlike one by which something is due, a week has seven days, and is still the same on its Sunday.
#[must_use]
pub fn near_days(text: &str, today: (i32, u8, u8)) -> Option<Days> {
    let (text, today) = (plain(text), civil_date(today).ok()?);
    if let Some((_, days)) = NEAR
        .iter()
        .find(|(names, _)| names.contains(&text.as_str()))
    {
        let day = day_told(today.checked_add(days.days()).ok()?);
        return Some((day, day));
    }
    let (step, what) = stepped(&text)?;
    // In English the word stands before: of `what day this week` it is the week. A letter is no length yet.
    let is_behind = text.is_ascii() && text.starts_with(what) && !text.ends_with(" after next");
    if is_behind || what.is_ascii() && what.len() < SHORTEST {
        return None;
    }
    let date = match length(what) {
        // The last day is the one by which something is due.
        Some((Length::Day, _)) => return None,
        Some((Length::Week, 1)) => {
            let since_monday = today.weekday().to_monday_zero_offset();
            let monday = today.checked_sub(i64::from(since_monday).days()).ok()?;
            let first = monday.checked_add(step.weeks()).ok()?;
            let last = first.checked_add(6.days()).ok()?;
            return Some((day_told(first), day_told(last)));
        }
        Some((length, 1)) => Date::parse(&of_length(length, step, today)?).ok()?,
        Some(_) => return None,
        None => {
            weekday(what)?;
            read(&text, today).ok()?
        }
    };
    Some((date.first_day(), date.last_day()))
}

#[cfg(test)]
mod tests {
    use super::near_days;

    #[test]
    fn days_are_told_from_today() {
        // A Tuesday, and the Sunday behind it.
        let (tuesday, sunday) = ((2026, 11, 24), (2026, 11, 29));
        for (typed, today, first, last) in [
            ("today", tuesday, (2026, 11, 24), (2026, 11, 24)),
            ("Yesterday", tuesday, (2026, 11, 23), (2026, 11, 23)),
            ("أمس", tuesday, (2026, 11, 23), (2026, 11, 23)),
            ("البارحة", tuesday, (2026, 11, 23), (2026, 11, 23)),
            ("يوم أمس", tuesday, (2026, 11, 23), (2026, 11, 23)),
            ("أمس الأول", tuesday, (2026, 11, 22), (2026, 11, 22)),
            ("أول من أمس", tuesday, (2026, 11, 22), (2026, 11, 22)),
            ("last week", tuesday, (2026, 11, 16), (2026, 11, 22)),
            ("الأسبوع الماضي", sunday, (2026, 11, 16), (2026, 11, 22)),
            ("this week", sunday, (2026, 11, 23), (2026, 11, 29)),
            ("هذا الأسبوع", tuesday, (2026, 11, 23), (2026, 11, 29)),
            ("last month", tuesday, (2026, 10, 1), (2026, 10, 31)),
            ("السنة الماضية", tuesday, (2025, 1, 1), (2025, 12, 31)),
            ("this year", tuesday, (2026, 1, 1), (2026, 12, 31)),
            ("last friday", tuesday, (2026, 11, 20), (2026, 11, 20)),
        ] {
            assert_eq!(near_days(typed, today), Some((first, last)), "{typed}");
        }
        for typed in [
            "2026-11-24",
            "friday",
            "in two weeks",
            "week",
            "last",
            "may",
            "last day",
            "day this",
            "friday last",
            "last w",
            "",
        ] {
            assert_eq!(near_days(typed, tuesday), None, "{typed}");
        }
    }
}
