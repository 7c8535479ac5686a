//! Going to the record that a change was about, where it is out of sight.

use super::super::super::App;
use super::super::super::act::go;
use super::Pending;
use crate::library::Key;
use crate::report::Kind;

impl App {
    /// Where a record was to be deleted and is there after all, one stands on it again.
    pub(super) fn back_to_removed(&mut self, pending: &Pending) {
        let moved_on = pending.keys != self.desk.writing.keys;
        let removed = pending.change.as_ref();
        let removed = removed.filter(|change| change.is_removal());
        if let (Some(change), false, true) = (removed, moved_on, self.layers.is_empty()) {
            let record = change.record.clone();
            self.lead_to(&record);
        }
    }

    /// Goes to the record with this id, or where it is there no more to the one in which it stood,
    /// unless it is in sight: in hand, or of the item in hand. Says whether it went.
    pub(super) fn lead_to(&mut self, id: &str) -> bool {
        let library = self.library();
        let stood_in = || library.with_id(id.rsplit_once('/')?.0);
        let Some(there) = library.with_id(id).or_else(stood_in) else {
            return false;
        };
        let item = |key: Key| match library.kind(key) {
            Kind::Item => Some(key),
            _ => library.item_of(key),
        };
        let here = self.in_hand();
        let of_item = here.and_then(item);
        let is_in_sight = here == Some(there) || (of_item.is_some() && of_item == item(there));
        if !is_in_sight {
            go(self, there);
        }
        !is_in_sight
    }
}
