//! `majlis schema [report|registry]`: the JSON Schema of a file.

use std::io::{self, Write};

use crate::library::schema;

/// The two kinds of file that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// A report's file.
    Report,
    /// `registry.yaml`.
    Registry,
}

/// Writes the schema.
///
/// # Errors
/// When `out` cannot be written to.
pub fn run(which: Which, out: &mut dyn Write) -> io::Result<()> {
    let schema = match which {
        Which::Report => schema::report(),
        Which::Registry => schema::registry(),
    };
    out.write_all(schema::to_text(schema).as_bytes())?;
    out.flush()
}
