//! Further ids: what an item that has several numbers is called by the others, and what is below it.

use super::lists::small;
use super::rows::Row;
use crate::report::{Item, Record};

/// The ids within the report and whose they are, in file order. An item `11` with the numbers 11
/// and 12 is also `12`, its position `12/position`, its recommendation `11/r1` also `12/r1`.
pub(super) fn further_ids(rows: &[Row<'_>]) -> Vec<(String, u32)> {
    let mut ids = Vec::new();
    let mut last: Option<(u32, &Item)> = None;
    for (at, row) in rows.iter().enumerate() {
        let at = small(at);
        if let Record::Item(item) = row.record {
            last = Some((at, item));
        }
        // What is below an item stands right behind it.
        let Some((owner, item)) =
            last.filter(|(owner, _)| at == *owner || row.owner == Some(*owner))
        else {
            continue;
        };
        let below = row.id.strip_prefix(item.id.as_str());
        let Some(below) = below.filter(|below| at == owner || below.starts_with('/')) else {
            continue;
        };
        for number in item.number.iter().filter(|number| **number != item.id) {
            ids.push((format!("{number}{below}"), at));
        }
    }
    ids
}
