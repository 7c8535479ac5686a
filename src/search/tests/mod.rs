//! What must hold of the search.

#![expect(
    clippy::string_slice,
    reason = "a range off a boundary is a failure that a test may report by a panic"
)]

mod amended;
mod asked;
mod corpus;
mod folding;
mod left_out;
mod meant;
mod nearly;
mod order;
mod places;
mod properties;
mod reference;
mod robust;
mod rules;
mod slipped;
mod spelt;
mod stored;
mod walk;
mod wishes;

use crate::search::{Marker, Query};

/// What is marked of one text.
fn marks(query: &Query, text: &str) -> Vec<std::ops::Range<usize>> {
    Marker::new(query).marks(text)
}
