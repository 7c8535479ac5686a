//! Further ids: what an item that has several numbers is called by the others, and what is below it.

use super::Key;
use super::entry::Entry;
use crate::report::{Item, Record};

/// The ids in full and whose they are, in file order. An item `c21:11` with the numbers 11 and 12 is
/// also `c21:12`, its position `c21:12/position`, its recommendation `c21:11/r1` also `c21:12/r1`.
pub(super) fn further_ids<'a>(
    entries: &[Entry],
    record: impl Fn(&Entry) -> Option<Record<'a>>,
) -> Vec<(String, Key)> {
    let mut ids = Vec::new();
    let mut last: Option<(Key, &Item)> = None;
    for (key, entry) in (0..).map(Key::new).zip(entries) {
        if let Some(Record::Item(item)) = record(entry) {
            last = Some((key, item));
        }
        // What is below an item stands right behind it.
        let Some((owner, item)) =
            last.filter(|(owner, _)| key == *owner || entry.owner == Some(*owner))
        else {
            continue;
        };
        let Some((report, local)) = entry.id.split_once(':') else {
            continue;
        };
        let below = local.strip_prefix(item.id.as_str());
        let Some(below) = below.filter(|below| key == owner || below.starts_with('/')) else {
            continue;
        };
        for number in item.number.iter().filter(|number| **number != item.id) {
            ids.push((format!("{report}:{number}{below}"), key));
        }
    }
    ids
}
