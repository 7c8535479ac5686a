//! Items that were put off though no position tells so.

use crate::library::{Key, Library};
use crate::report::Status;
use crate::report::call::Call;
use crate::words::{Phrase, live as words};

use super::App;
use super::scope::DEFERRED;

impl App {
    /// What is said of an item that has no position and was put off: in the call that is on, else at the last
    /// meeting that dealt with it.
    #[must_use]
    pub fn put_off(&self, item: Key) -> Option<Phrase> {
        let library = self.library();
        if !library.has_no_position(item) {
            return None;
        }
        if put_off_now(library, self.call.on()).any(|one| one == item) {
            return Some(words::PUT_OFF_NOW);
        }
        library.was_put_off(item).then_some(words::PUT_OFF)
    }

    /// The items of which that is said.
    pub(super) fn all_put_off(&self) -> Vec<Key> {
        all_put_off(self.library(), self.call.on())
    }

    /// How many records the filter of a status means; to those that are deferred belong these items.
    pub(super) fn count_with(&self, status: Status) -> usize {
        let put_off = match status {
            DEFERRED => self.all_put_off().len(),
            _ => 0,
        };
        self.shelf.tally().with(status) + put_off
    }
}

/// The items without a position that were put off at the last meeting that dealt with them, or in a call.
pub(super) fn all_put_off(library: &Library, call: Option<&Call>) -> Vec<Key> {
    let mut all = library.put_off();
    all.extend(put_off_now(library, call));
    all.sort_unstable();
    all.dedup();
    all
}

/// The items without a position that were put off in a call.
pub fn put_off_now<'a>(
    library: &'a Library,
    call: Option<&'a Call>,
) -> impl Iterator<Item = Key> + 'a {
    let now = call.into_iter().flat_map(|call| &call.put_off);
    let now = now.filter_map(|one| library.with_id(one.item.as_str()));
    now.filter(|item| library.has_no_position(*item))
}
