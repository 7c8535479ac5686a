//! `majlis list`: the records, a line each.

use std::io;

use crate::library::{Key, Library};
use crate::words::label::Label;

use super::arguments::List;
use super::output::Output;
use super::{Failure, NOTHING};

/// Prints the records of a kind, or all; at most so many as are wanted. The exit code tells whether there
/// are any.
pub fn run(library: &Library, wanted: List, output: &mut Output) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let is_wanted = |key: &Key| wanted.kind.is_none_or(|kind| library.kind(*key) == kind);
    let mut keys = library.keys().filter(is_wanted).peekable();
    let any = keys.peek().is_some();
    for key in keys.take(wanted.limit.unwrap_or(usize::MAX)) {
        row(library, key, output)?;
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
