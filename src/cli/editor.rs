//! The person's own editor: a text in a temporary file that only this person can read.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::process::Command;

/// The command that opens the person's editor; none where none is named.
pub fn named() -> Option<String> {
    ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|command| !command.trim().is_empty())
}

/// Opens a text in an editor and waits until it is closed; the text as it is then. The command may have
/// arguments of its own, as `code --wait` has.
///
/// # Errors
/// When the editor cannot be started or does not end well, or the file cannot be read again.
pub fn edit(command: &str, text: &str) -> io::Result<String> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("majlis.txt");
    let mut file = fs::File::create(&path)?;
    file.write_all(text.as_bytes())?;
    drop(file);
    let mut words = command.split_whitespace();
    let program = words.next().ok_or(io::ErrorKind::NotFound)?;
    let ended = Command::new(program).args(words).arg(&path).status()?;
    if !ended.success() {
        return Err(io::Error::other("the editor did not end well"));
    }
    fs::read_to_string(&path)
}
