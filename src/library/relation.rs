//! The links of a record.

use super::Key;
use crate::report::Relation;

/// A link of a record, seen from that record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinkTo {
    /// What joins the two.
    pub relation: Relation,
    /// The record at the other end.
    pub key: Key,
    /// Whether this record names the other one; else the other one names this.
    pub outgoing: bool,
}

/// How much it says of two records: of two that say less than a named field, only the one that
/// says most is kept.
pub(super) const fn weight_of(relation: Relation) -> u8 {
    match relation {
        Relation::See => 0,
        Relation::Refs => 1,
        Relation::StandsIn => 2,
        _ => 3,
    }
}
