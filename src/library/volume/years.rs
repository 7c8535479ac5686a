//! The years that records are of: those of a record's date, else the year of its report. A date that
//! is open at one side is of the year at its other side.

use super::Volume;
use super::lists::small;
use super::rows::Row;
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
            // A date that tells no year is of none, also in a report that has one.
            let (first, last) = of_date(date).unwrap_or_default();
            tables.dated.push(small(local));
            tables.dated_years.extend([first, last]);
        }
    }
}

fn of_date(date: &Date) -> Option<Years> {
    let known = |year: i32| {
        u16::try_from(year)
            .ok()
            .filter(|year| (1..=9999).contains(year))
    };
    let (first, last) = (known(date.first_day().0), known(date.last_day().0));
    Some((first.or(last)?, last.or(first)?))
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
        let (years, _) = self.set.dated_years.of(self.row).as_chunks::<2>();
        let dated = self.set.dated.of(self.row).iter().copied();
        dated.zip(years.iter().map(|[first, last]| (*first, *last)))
    }
}
