//! The ids of a volume's records, and whose they are. Of an id given twice the first one counts.

use super::lists::{Words, list, small, word};
use super::numbers::further_ids;
use super::rows::Row;
use super::tables::Tables;
use crate::report::Kind;

/// A view of the tables that hold ids.
#[derive(Clone, Copy)]
pub(super) struct Ids<'a> {
    pub bytes: &'a [u8],
    pub ends: &'a [u32],
    pub further: &'a [u32],
    pub by_id: &'a [u32],
    pub editions: &'a [u32],
    /// How many bytes of each id are the report's, with the colon behind it; 0 in the registry.
    pub report: usize,
}

/// A record, and whether it was found by a further id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::library) struct Found {
    pub further: bool,
    pub local: u32,
}

impl<'a> Ids<'a> {
    /// The full id of this number.
    pub fn full(self, number: u32) -> &'a str {
        word(self.bytes, self.ends, number)
    }

    /// The id of this number without the report's; empty for that of the report itself.
    pub fn local(self, number: u32) -> &'a str {
        self.full(number).get(self.report..).unwrap_or_default()
    }

    /// How many records there are.
    fn records(self) -> u32 {
        small(self.ends.len().saturating_sub(self.further.len()))
    }

    /// The record with this id within the volume; an id of its own counts before a further one.
    pub fn find(self, id: &str) -> Option<Found> {
        let at = self.by_id.partition_point(|one| self.local(*one) < id);
        let number = *self.by_id.get(at)?;
        if self.local(number) != id {
            return None;
        }
        self.whose(number)
    }

    /// Whose the id of this number is.
    fn whose(self, number: u32) -> Option<Found> {
        match number.checked_sub(self.records()) {
            None => Some(Found {
                further: false,
                local: number,
            }),
            Some(further) => self.further.get(further as usize).map(|local| Found {
                further: true,
                local: *local,
            }),
        }
    }

    /// The instrument of this id without its edition, where there is only one.
    pub fn edition(self, stem: &str) -> Option<u32> {
        let at = self.editions.partition_point(|one| self.stem(*one) < stem);
        let (one, rest) = self.editions.get(at..)?.split_first()?;
        let second = rest.first().map(|two| self.stem(*two));
        (self.stem(*one) == stem && second != Some(stem)).then_some(*one)
    }

    fn stem(self, local: u32) -> &'a str {
        stem(self.full(local)).unwrap_or_default()
    }

    /// The numbers of the further ids of a record.
    pub fn further_of(self, local: u32) -> impl Iterator<Item = u32> {
        // They stand in the order of the records.
        let from = self.further.partition_point(|one| *one < local);
        let of = self.further.get(from..).unwrap_or_default().iter();
        let first = self.records() + small(from);
        of.take_while(move |one| **one == local)
            .zip(first..)
            .map(|(_, number)| number)
    }
}

/// The id of an instrument without its edition.
pub(in crate::library) fn stem(id: &str) -> Option<&str> {
    id.split_once('@').map(|(stem, _)| stem)
}

/// Fills the tables of ids.
pub(super) fn fill(tables: &mut Tables, rows: &[Row<'_>], report: Option<&str>) {
    let mut words = Words::default();
    for row in rows {
        match report {
            Some(report) if row.kind() != Kind::Report => words.push(&[report, ":", &row.id]),
            _ => words.push(&[&row.id]),
        }
    }
    if let Some(report) = report {
        for (id, local) in further_ids(rows) {
            words.push(&[report, ":", &id]);
            tables.further.push(local);
        }
    }
    let skipped = report.map_or(0, |report| report.len() + 1);
    let local = |number: u32| {
        let id = list(&words.bytes, &words.ends, number);
        id.get(skipped..).unwrap_or_default()
    };
    // A report's own id is no id within it.
    let first = u32::from(report.is_some());
    tables.by_id = (first..small(words.ends.len())).collect();
    tables.by_id.sort_by_key(|number| local(*number));
    let full = |number: u32| word(&words.bytes, &words.ends, number);
    tables.editions = (0..small(rows.len()))
        .zip(rows)
        .filter(|(_, row)| row.kind() == Kind::Instrument && row.id.contains('@'))
        .map(|(local, _)| local)
        .collect();
    tables.editions.sort_by_key(|local| stem(full(*local)));
    tables.id_bytes = words.bytes;
    tables.id_ends = words.ends;
}
