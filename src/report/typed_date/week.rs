//! Weeks, from Monday to Sunday, and the days of the week that are told by their week. The working days are
//! Monday to Friday, as in Geneva. On a Saturday or Sunday this week is the one that begins on Monday, so
//! that nothing that is due in it is past.

use jiff::civil::{self, Weekday};
use jiff::{Span, ToSpan};

use super::names::{FROM_THEN, Length};
use super::spoken::{length, stepped, weekday};

/// Words between the day and its week.
const OF: [&str; 7] = ["of ", "the ", "on ", "in ", "من ", "في ", "يوم "];

/// The working days of a week, so many weeks after this one.
pub(super) fn days(step: i64, today: civil::Date) -> Option<String> {
    let first = day(Weekday::Monday, step, today)?;
    let last = day(Weekday::Friday, step, today)?;
    Some(format!("{first}/{last}"))
}

/// A day of the week, so many weeks after this one.
pub(super) fn day(weekday: Weekday, step: i64, today: civil::Date) -> Option<civil::Date> {
    let now = i64::from(today.weekday().to_monday_zero_offset());
    let is_weekend = now >= 5;
    let step = step + i64::from(step == 0 && is_weekend);
    let days = i64::from(weekday.to_monday_zero_offset()) - now;
    let days = days.checked_add(step.checked_mul(7)?)?;
    today.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// A day of the week behind or before its week (Tuesday of next week), or a week from that which comes
/// (Tuesday week).
pub(super) fn read(text: &str, today: civil::Date) -> Option<civil::Date> {
    let blanks = text.match_indices(' ').map(|(at, _)| at);
    let mut of_week = blanks.filter_map(|at| {
        let (one, other) = (text.get(..at)?, bare(text.get(at + 1..)?));
        let (named, week) = match weekday(one) {
            Some(named) => (named, other),
            None => (weekday(other)?, one),
        };
        let (step, what) = stepped(week)?;
        let is_week = length(what) == Some((Length::Week, 1));
        is_week.then(|| day(named, step, today))?
    });
    of_week.next().or_else(|| {
        let named = text
            .strip_suffix(" week")
            .or_else(|| FROM_THEN.iter().find_map(|words| text.strip_prefix(words)))?;
        let coming = today.nth_weekday(1, weekday(bare(named.trim()))?).ok()?;
        coming.checked_add(1.week()).ok()
    })
}

/// Without the words that join it to what stands before.
fn bare(text: &str) -> &str {
    let rest = OF.iter().find_map(|word| text.strip_prefix(word));
    rest.map_or(text, bare)
}
