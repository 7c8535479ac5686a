//! The days on which something was: `date:2021-05-31`, `date:yesterday`, الأسبوع الماضي.

use crate::library::keep::wish::today;
use crate::report::near_days;

use super::due::{self, Days};

/// The days of a month, of a day or of words for one; none of a month without its year: there is one each year.
pub(super) fn of_date(typed: &str) -> Option<Days> {
    match due::month(typed) {
        Some(_) => None,
        None => near(typed).or_else(|| due::days(typed)),
    }
}

/// The days that words mean which tell them from today.
pub(super) fn near(typed: &str) -> Option<Days> {
    let (first, last) = near_days(typed, today())?;
    Some((due::number(first)?, due::number(last)?))
}
