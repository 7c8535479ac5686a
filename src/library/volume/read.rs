//! From a file to a volume.

use std::sync::{Arc, Mutex, OnceLock};

use super::rows::Row;
use super::tables::{NONE, Tables};
use super::units::Units;
use super::{Volume, belonging, ids, marks, references, rows, stands, units, years};
use crate::library::source::FileKind;
use crate::library::{Problem, Source, Stamp, lenient};
use crate::report::{Registry, ReportFile};

/// Reads a file.
pub(super) fn read(source: &Source) -> Volume {
    let text = match source.decoded() {
        Ok(text) => text,
        Err(problem) => return nothing(&source.name, source.stamp, vec![*problem]),
    };
    let (content, problems) = match source.kind() {
        FileKind::Report => {
            let (file, problems) = lenient::read::<ReportFile>(&source.name, text);
            (file.map(of_report), problems)
        }
        FileKind::Registry => {
            let (file, problems) = lenient::read::<Registry>(&source.name, text);
            (file.map(of_registry), problems)
        }
    };
    let Some((tables, units)) = content else {
        return Volume {
            turn: source.turn.into(),
            ..nothing(&source.name, source.stamp, problems)
        };
    };
    Volume {
        kind: Some(source.kind()),
        set: Arc::new(tables.into()),
        units: Arc::new(units),
        turn: source.turn.into(),
        ..nothing(&source.name, source.stamp, problems)
    }
}

/// A volume without records.
pub(super) fn nothing(name: &str, stamp: Stamp, problems: Vec<Problem>) -> Volume {
    Volume {
        name: name.to_owned(),
        kind: None,
        stamp,
        turn: 0.into(),
        problems,
        set: Arc::new(Tables::default().into()),
        row: 0,
        units: Arc::default(),
        names: OnceLock::new(),
        named_reports: OnceLock::new(),
        parties: Mutex::default(),
    }
}

pub(super) fn of_report(file: ReportFile) -> (Tables, Units) {
    let rows = rows::of_report(&file);
    let tables = tables(&rows, Some(file.report.id.as_str()));
    (tables, units::of_report(file))
}

pub(super) fn of_registry(registry: Registry) -> (Tables, Units) {
    let tables = tables(&rows::of_registry(&registry), None);
    (tables, units::of_registry(registry))
}

/// The tables of these records; `report` is the id of the report that they are in.
fn tables(rows: &[Row<'_>], report: Option<&str>) -> Tables {
    let mut tables = Tables {
        marks: rows.iter().map(|row| marks::of(row.record)).collect(),
        owners: rows.iter().map(|row| row.owner.unwrap_or(NONE)).collect(),
        places: rows.iter().map(|row| row.place).collect(),
        reference_ends: Vec::with_capacity(rows.len()),
        ..Tables::default()
    };
    ids::fill(&mut tables, rows, report);
    references::fill(&mut tables, rows, report);
    belonging::fill(&mut tables, rows);
    years::fill(&mut tables, rows);
    stands::fill(&mut tables, rows);
    tables
}
