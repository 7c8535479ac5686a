//! One file a command: open, find, show, list, check, schema.

pub mod check;
pub mod schema;
