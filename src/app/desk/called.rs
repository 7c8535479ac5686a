//! What a record is called where a line of the screen names it.

use super::super::App;
use crate::words::{Message, line};

impl App {
    /// An item by its number, with its report where another is in hand; another record, and an item that has
    /// no number, by its full id.
    pub(super) fn called(&self, id: &str) -> Message {
        self.item_called(id).unwrap_or_else(|| Message::new(id, id))
    }

    /// The same of an item; none where it has no number.
    pub(super) fn item_called(&self, id: &str) -> Option<Message> {
        let numbers = self.printed_numbers(id);
        if numbers.is_empty() {
            return None;
        }
        let library = self.library();
        let here = self.in_hand().and_then(|key| library.report_of(key));
        let here = here.and_then(|report| library.report_id(report));
        let report = id.split_once(':').map(|(report, _)| report);
        let elsewhere = report.filter(|report| here != Some(*report));
        Some(line::item(&numbers, elsewhere))
    }
}
