//! What positions and outcomes say, by when something is to be done, when a meeting was over, and whose
//! nothing is said to be: what queries ask for, without a record being decoded.

use super::Volume;
use super::lists::small;
use super::rows::Row;
use super::tables::Tables;
use crate::report::{Date, Record, ReportKind, Stand};

/// The first and the last day of a date, each as a number: 20210915 for 15 September 2021.
pub(in crate::library) type Days = (u32, u32);

/// When a meeting was held.
#[derive(Debug, Clone, Copy)]
pub(in crate::library) struct Held {
    /// The last day on which it may have been.
    pub last: u32,
    /// From this day on it was: the day on which it ended, or the first of the month or the year that is all that is
    /// known.
    pub surely: u32,
    /// Whether items were taken up.
    pub took_up: bool,
}

/// Fills the tables.
pub(super) fn fill(tables: &mut Tables, rows: &[Row<'_>]) {
    let is_group = |row: &Row<'_>| match row.record {
        Record::Report(head) => head.kind == ReportKind::GroupReport,
        _ => false,
    };
    let of_group = rows.iter().any(is_group);
    for (local, row) in (0..).map(small).zip(rows) {
        if let Some(stand) = Stand::of(row.record) {
            tables.stood.push(local);
            tables.stands.push(stand.number());
        }
        if let Record::Meeting(meeting) = row.record
            && let Some(date) = meeting.date.as_ref()
            && let Some((first, last)) = days(date)
        {
            tables.held.push(local);
            let took_up = u32::from(!meeting.taken_up.is_empty());
            let surely = if date.ends_on_a_day() { last } else { first };
            tables.held_days.extend([last, surely, took_up]);
        }
        let (due, by) = match row.record {
            Record::Recommendation(one) => (one.due.as_ref(), &one.by),
            Record::Position(one) => (None, &one.by),
            _ => continue,
        };
        if let Some((first, last)) = due.and_then(days) {
            tables.due.push(local);
            tables.due_days.extend([first, last]);
        }
        if of_group && by.is_empty() {
            tables.of_group.push(local);
        }
    }
}

/// The first and the last day of a date; of one that is open at one side, the day at the other.
pub(super) fn days(date: &Date) -> Option<Days> {
    let (first, last) = (number(date.first_day()), number(date.last_day()));
    Some((first.or(last)?, last.or(first)?))
}

/// A day as a number: 20210915 for 15 September 2021.
pub(in crate::library) fn number((year, month, day): (i32, u8, u8)) -> Option<u32> {
    let year = u32::try_from(year).ok().filter(|year| *year <= 9999)?;
    Some(year * 10_000 + u32::from(month) * 100 + u32::from(day))
}

impl Volume {
    /// The positions and outcomes, in the order of the file, with the number of what each says.
    pub(in crate::library) fn standing(&self) -> impl ExactSizeIterator<Item = (u32, u8)> {
        let stands = self.set.stands.of(self.row).iter().copied();
        self.known(self.set.stood.of(self.row)).zip(stands)
    }

    /// Those of them whose number is wanted: a first record, and a bit for each of the 64 from it on that
    /// is one.
    pub(in crate::library) fn standing_so(
        &self,
        wanted: &[bool; 1 << u8::BITS],
    ) -> Vec<(u32, u64)> {
        let mut all: Vec<(u32, u64)> = Vec::new();
        let (mut first, mut bits) = (0, 0);
        for (local, stand) in self.standing() {
            if local & !63 != first {
                if bits != 0 {
                    all.push((first, bits));
                }
                (first, bits) = (local & !63, 0);
            }
            let is_wanted = wanted.get(usize::from(stand)) == Some(&true);
            bits |= u64::from(is_wanted) << (local & 63);
        }
        if bits != 0 {
            all.push((first, bits));
        }
        all
    }

    /// What has to be done by a date, in the order of the file, with its days.
    pub(in crate::library) fn due(&self) -> impl Iterator<Item = (u32, Days)> {
        let (days, _) = self.set.due_days.of(self.row).as_chunks::<2>();
        let days = days.iter().map(|[first, last]| (*first, *last));
        self.known(self.set.due.of(self.row)).zip(days)
    }

    /// The meetings with a date, in the order of the file.
    pub(in crate::library) fn held(&self) -> impl Iterator<Item = (u32, Held)> {
        let (days, _) = self.set.held_days.of(self.row).as_chunks::<3>();
        let held = self.known(self.set.held.of(self.row)).zip(days);
        held.map(|(local, [last, surely, took_up])| {
            let held = Held {
                last: *last,
                surely: *surely,
                took_up: *took_up > 0,
            };
            (local, held)
        })
    }

    /// The positions and recommendations of a group's report that do not say whose they are: they are
    /// the group's.
    pub(in crate::library) fn of_group(&self) -> impl Iterator<Item = u32> {
        self.known(self.set.of_group.of(self.row))
    }

    /// Also what a cache says names records that there are.
    fn known<'a>(&'a self, records: &'a [u32]) -> impl ExactSizeIterator<Item = u32> + 'a {
        let last = small(self.len()).saturating_sub(1);
        records.iter().map(move |record| (*record).min(last))
    }
}
