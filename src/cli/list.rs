//! `majlis list`: the records, a line each.

use std::io;

use crate::library::{Key, Library};
use crate::report::Kind;
use crate::words::label::Label;

use super::output::Output;
use super::{Failure, NOTHING};

/// Prints the records of a kind, or all.
pub fn run(library: &Library, kind: Option<Kind>, output: &mut Output) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let mut any = false;
    for key in library.keys() {
        if kind.is_none_or(|kind| library.kind(key) == kind) {
            row(library, key, output)?;
            any = true;
        }
    }
    Ok(if any { 0 } else { NOTHING })
}

/// A record on one line: its id, its kind, its title.
pub fn row(library: &Library, key: Key, output: &mut Output) -> io::Result<()> {
    row_found(library, key, "", output)
}

/// The same with how the record was found, where there is something to say of it.
pub fn row_found(library: &Library, key: Key, how: &str, output: &mut Output) -> io::Result<()> {
    let language = output.language;
    let kind = library.kind(key).label().get(language);
    let title = library.title(key, language);
    output.row_with(&[(library.id(key), 20), (kind, 12)], &title, how)
}
