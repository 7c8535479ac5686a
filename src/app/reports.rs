//! In which order the reports are read: those of the group first, then the rest, the newest of each first. In a
//! folder they lie by the names of their files.

use std::cmp::Reverse;

use crate::library::{Key, Library};
use crate::report::ReportKind;

/// The places of the reports in this order.
#[must_use]
pub fn in_order(library: &Library) -> Vec<usize> {
    let mut all: Vec<usize> = (0..library.report_count()).collect();
    all.sort_by_cached_key(|report| {
        let kind = library.head(*report).map(|head| head.kind);
        let last = library.years_of(*report).map(|(_, last)| last);
        (kind != Some(ReportKind::GroupReport), Reverse(last))
    });
    all
}

/// Records in the order of the library, report by report in this one; what stands in no report comes last.
#[must_use]
pub fn by_report(library: &Library, rows: Vec<Key>) -> Vec<Key> {
    let order = in_order(library);
    if order.is_sorted() {
        return rows;
    }
    // Where the records of each report end.
    let is_before = |key: &Key, report: usize| {
        let own = library.report_of(*key);
        own.is_some_and(|own| own <= report)
    };
    let ends = (0..order.len()).map(|report| rows.partition_point(|key| is_before(key, report)));
    let ends: Vec<usize> = ends.collect();
    let end = |report: usize| ends.get(report).copied().unwrap_or_default();
    let of_report = |report: usize| report.checked_sub(1).map_or(0, end)..end(report);
    let last = end(order.len().saturating_sub(1))..rows.len();
    let runs = order.iter().map(|report| of_report(*report)).chain([last]);
    runs.flat_map(|run| rows.get(run).unwrap_or_default().iter().copied())
        .collect()
}
