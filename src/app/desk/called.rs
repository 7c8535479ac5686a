//! What a record is called where a line of the screen names it.

use super::super::App;
use super::said::numbered;
use crate::words::Message;

impl App {
    /// An item, and its position, by its number, with its report where another is in hand; another record, and
    /// an item that has no number, by its full id.
    pub(super) fn called(&self, id: &str) -> Message {
        self.item_called(id).unwrap_or_else(|| Message::new(id, id))
    }

    /// The same of an item or a position; none where the item has no number.
    pub(super) fn item_called(&self, id: &str) -> Option<Message> {
        numbered(self.library(), id, self.in_hand())
    }
}
