//! What an item is called where the screen names it.

use crate::library::{Key, Library};
use crate::report::Record;
use crate::words::{Message, line};

/// The item with this full id, or that of this position, by its numbers, with its report where a record of
/// another is in hand; none where it has no number, or another record is meant.
#[must_use]
pub fn numbered(library: &Library, id: &str, here: Option<Key>) -> Option<Message> {
    let item = library.with_id(id.strip_suffix("/position").unwrap_or(id))?;
    let Some(Record::Item(record)) = library.record(item) else {
        return None;
    };
    let numbers: Vec<String> = record
        .number
        .iter()
        .map(|one| one.as_str().to_owned())
        .collect();
    if numbers.is_empty() {
        return None;
    }
    let report = library.report_of(item);
    let is_here = here.is_some_and(|here| library.report_of(here) == report);
    let elsewhere = report.filter(|_| !is_here);
    let elsewhere = elsewhere.and_then(|report| library.report_id(report));
    Some(line::item(&numbers, elsewhere))
}
