//! The years that records are of: those of a record's date, else the year of its report. A date that
//! is open at one side is of the day at its other side.

use super::Volume;
use super::lists::small;
use super::rows::Row;
use super::stands::{Days, days};
use super::tables::Tables;
use crate::report::{Date, Head, Record};

/// A first and a last year, of 1 to 9999.
pub(in crate::library) type Years = (u16, u16);

/// Fills the tables of years: of the report, and of the records that have a date of their own.
pub(super) fn fill(tables: &mut Tables, rows: &[Row<'_>]) {
    for (local, row) in rows.iter().enumerate() {
        if let Record::Report(head) = row.record {
            tables
                .own_years
                .extend(of_report(head).map(<[u16; 2]>::from).into_iter().flatten());
        }
        if let Some(date) = row.record.date() {
            // A date that tells no day is of none, also in a report that has one.
            let (first, last) = days(date).unwrap_or_default();
            tables.dated.push(small(local));
            tables.dated_days.extend([first, last]);
        }
    }
}

/// The years of days.
fn years((first, last): Days) -> Years {
    let year = |day: u32| u16::try_from(day / 10_000).unwrap_or_default();
    (year(first), year(last))
}

fn of_date(date: &Date) -> Option<Years> {
    days(date).map(years).filter(|(first, _)| *first > 0)
}

fn of_report(head: &Head) -> Option<Years> {
    if let Some(date) = &head.date {
        return of_date(date);
    }
    let session = head.session.as_deref()?.rsplit('@').next()?;
    let year = session.get(..4)?.parse().ok()?;
    Some((year, year))
}

impl Volume {
    /// The years of the report.
    pub(in crate::library) fn own_years(&self) -> Option<Years> {
        match self.set.own_years.of(self.row) {
            [first, last] => Some((*first, *last)),
            _ => None,
        }
    }

    /// The records that have a date of their own, in the order of the file, with its years.
    pub(in crate::library) fn dated(&self) -> impl Iterator<Item = (u32, Years)> {
        self.dated_on().map(|(local, days)| (local, years(days)))
    }

    /// The same with its first and its last day; 0 where it tells none.
    pub(in crate::library) fn dated_on(&self) -> impl Iterator<Item = (u32, Days)> {
        let (days, _) = self.set.dated_days.of(self.row).as_chunks::<2>();
        let dated = self.set.dated.of(self.row).iter().copied();
        dated.zip(days.iter().map(|[first, last]| (*first, *last)))
    }
}
