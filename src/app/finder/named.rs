//! What a query names in its fields, each by itself: a party, an item. It stands before what only belongs to it.

use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::search::Query;

use super::super::fields::{Meaning, plain};
use super::{Field, Finder};

/// So many items of a number stand before all that belongs to them.
const MOST_ITEMS: usize = 64;

impl Finder {
    /// The parties that a query names in its fields, each by itself: `person:selim` is her own entry, and
    /// all that names her.
    pub(super) fn named_in(&self, library: &Library, query: &Query) -> Vec<u32> {
        let mut named = Vec::new();
        for (field, value) in query.fields() {
            let field = Field::numbered(field);
            let field = field.filter(|field| matches!(field, Field::Body | Field::Person));
            let meaning = field.and_then(|field| self.values.meaning(library, field, value));
            if let Some(Meaning::Values(numbers)) = meaning
                && let [only] = numbers.as_slice()
            {
                named.push(*only);
            }
        }
        named
    }

    /// The items that a query names in its fields: they stand before what belongs to them.
    pub(super) fn items_in(&self, library: &Library, query: &Query) -> Vec<u32> {
        let mut items = Vec::new();
        for (field, value) in query.fields() {
            let field = Field::numbered(field).filter(|field| *field == Field::Item);
            let set = field.and_then(|field| self.records(library, field, value));
            let keys = set.iter().flat_map(|set| set.keys());
            let of_kind = keys.filter(|key| library.kind(Key::new(*key)) == Kind::Item);
            items.extend(of_kind.take(MOST_ITEMS));
        }
        items
    }
}

/// Whether an item is of a number, as it was typed.
pub(super) fn has_number(library: &Library, item: Key, typed: &str) -> bool {
    let typed = plain(typed);
    match library.record(item) {
        Some(Record::Item(item)) => item
            .number
            .iter()
            .any(|number| plain(number.as_str()) == typed),
        _ => false,
    }
}
