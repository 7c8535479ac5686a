//! Dates by which something has to be done, as a person types them.

use crate::library::keep::wish::today;
use crate::library::{Key, Library};
use crate::report::{RecommendationStatus, Status, typed_date};
use crate::search::Set;
use crate::search::fold::fold;
use crate::words::standing::OVERDUE;

use super::plain;
use super::span::Span;

/// The first and the last day, as [`Library::each_due`] tells them.
pub(super) type Days = (u32, u32);

impl From<Span> for Days {
    fn from(span: Span) -> Self {
        let last = u32::from(span.last).saturating_mul(10_000);
        (u32::from(span.first) * 10_000, last.saturating_add(9_999))
    }
}

/// The days of a date, a year, a month; of a year of which only the beginning was typed, those of the
/// decade.
pub(super) fn days(typed: &str) -> Option<Days> {
    let digits = fold(typed.trim()).text();
    if digits.len() == 3
        && let Ok(decade) = digits.parse::<u16>()
    {
        let first = decade * 10;
        return Some(
            Span {
                first,
                last: first + 9,
            }
            .into(),
        );
    }
    // `due:month` is this month.
    let this = ["", "this ", "هذا ", "هذه "].into_iter();
    let mut dates = this.map(|this| typed_date(&format!("{this}{}", typed.trim()), today()));
    let date = dates.find_map(Result::ok)?;
    Some((number(date.first_day())?, number(date.last_day())?))
}

/// A day as [`Library::each_due`] tells it.
pub(super) fn number((year, month, day): (i32, u8, u8)) -> Option<u32> {
    let year = u32::try_from(year).ok().filter(|year| *year <= 9999)?;
    Some(year * 10_000 + u32::from(month) * 100 + u32::from(day))
}

/// The month that is named without a year: each September.
pub(super) fn month(typed: &str) -> Option<u8> {
    let typed = typed.trim();
    // What is a month of another day is another one: `next month`.
    let month = |today| {
        let date = typed_date(typed, today).ok()?;
        let (first, last) = (date.first_day(), date.last_day());
        let is_one = (first.0, first.1, first.2) == (last.0, last.1, 1) && last.2 >= 28;
        is_one.then_some(first.1)
    };
    let named = !typed.contains(char::is_numeric);
    let month = named.then(|| Some((month((2000, 1, 1))?, month((2000, 7, 1))?)))??;
    (month.0 == month.1).then_some(month.0)
}

/// Puts all into the set that is due in a month, in whatever year.
pub(super) fn gather_month(library: &Library, month: u8, set: &mut Set) {
    library.each_due(&mut |key: Key, first, last| {
        if first / 100 == last / 100 && first / 100 % 100 == u32::from(month) {
            set.insert(key.index() as u32);
        }
    });
}

/// Puts all that is due within these days into the set.
pub(super) fn gather(library: &Library, (from, to): Days, set: &mut Set) {
    library.each_due(&mut |key: Key, first, last| {
        if first <= to && from <= last {
            set.insert(key.index() as u32);
        }
    });
}

/// Whether that is what people call what is overdue.
pub(super) fn is_overdue(typed: &str) -> bool {
    let typed = plain(typed);
    !typed.is_empty() && OVERDUE.iter().any(|word| plain(word) == typed)
}

/// Puts all into the set that is still to be done, and was to be done by a day that is over.
pub(super) fn gather_overdue(library: &Library, set: &mut Set) {
    let (year, month, day) = today();
    let year = u32::try_from(year).unwrap_or_default();
    let now = year * 10_000 + u32::from(month) * 100 + u32::from(day);
    let open = [RecommendationStatus::Open, RecommendationStatus::InProgress];
    let mut waiting = Set::new(library.len());
    library.each_with_statuses(&open.map(Status::Recommendation), &mut |first, bits| {
        waiting.insert_bits(first.index() as u32, bits);
    });
    library.each_due(&mut |key: Key, _, last| {
        let key = key.index() as u32;
        if last < now && waiting.has(key) {
            set.insert(key);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{days, today};

    #[test]
    fn a_month_is_this_month() {
        let (year, month, _) = today();
        let first = year as u32 * 10_000 + u32::from(month) * 100 + 1;
        for typed in ["month", "this month", "الشهر", "هذا الشهر", " شهر "] {
            let (from, to) = days(typed).unwrap();
            assert_eq!(from, first, "{typed}");
            assert!((28..=31).contains(&(to % 100)) && to / 100 == from / 100);
        }
        let (from, to) = days("السنة").unwrap();
        assert_eq!((from / 10_000, to / 10_000), (year as u32, year as u32));
        assert_eq!(days("purple"), None);
    }
}
