//! Changes the text of a report's file, and of it **only the bytes of what changes**: comments,
//! order, quoting, blank lines, block scalars, line ends and the rest of the line stay as a person
//! wrote them. Pure: text in, text out; no file is touched.
//!
//! A text is read into a [tree] whose nodes know their bytes; each edit becomes one or
//! two splices of the text; the new text is read again and held against the old tree. If anything
//! but what was meant differs, nothing is changed.

mod block;
mod differ;
mod error;
mod find;
mod flow;
mod habits;
mod insert;
mod lines;
mod order;
mod path;
mod plan;
mod read;
mod remove;
mod replace;
mod same;
mod scalar;
mod shift;
#[cfg(test)]
mod tests;
mod tree;
mod units;
mod write;

pub(in crate::library) use order::fields;

pub use error::{BadValue, EditError, Refused};
pub use path::{Edit, FieldPath, Step};

use std::borrow::Cow;
use std::collections::VecDeque;

use serde_yaml::Value;

use plan::Plan;
use replace::Splice;
use tree::Node;

/// Makes the edits, one after another, each on what the one before left; all or nothing. The text
/// may begin with a byte order mark, which stays.
///
/// # Errors
/// Why an edit cannot be made, with its path; then nothing is changed.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let (mark, body) = without_mark(text);
    let mut queue: VecDeque<Cow<'_, Edit>> = edits.iter().map(Cow::Borrowed).collect();
    let mut body = Cow::Borrowed(body);
    loop {
        let root = read::read(&body)?;
        match run(&body, &root, &mut queue, 0)? {
            Some(new) => body = Cow::Owned(new),
            None => break,
        }
        if queue.is_empty() {
            break;
        }
    }
    Ok(format!("{mark}{body}"))
}

/// How many edits are made on one another before the text is read once more from its beginning.
const IN_A_ROW: usize = 64;

/// Makes edits from the queue; the text after them, or none where nothing changed. What was read to
/// prove an edit serves the next one.
fn run(
    text: &str,
    root: &Node<'_>,
    queue: &mut VecDeque<Cow<'_, Edit>>,
    depth: usize,
) -> Result<Option<String>, EditError> {
    if depth >= IN_A_ROW {
        return Ok(None);
    }
    while let Some(edit) = queue.pop_front() {
        let (splices, way, change) = match plan::plan(text, root, &edit)? {
            Plan::Nothing => continue,
            Plan::Split(parts) => {
                for part in parts.into_iter().rev() {
                    queue.push_front(Cow::Owned(part));
                }
                continue;
            }
            Plan::Make {
                splices,
                way,
                change,
            } => (splices, way, change),
        };
        let fails = || EditError::NotAsMeant(edit.at().clone());
        let new = spliced(text, splices).ok_or_else(fails)?;
        // What the reader says of the new text is not for people: nothing of it is kept.
        let new_root = read::read(&new).map_err(|_| fails())?;
        if !same::is_meant(root, &new_root, &way, &change) {
            return Err(fails());
        }
        let later = run(&new, &new_root, queue, depth + 1)?;
        drop(new_root);
        return Ok(Some(later.unwrap_or(new)));
    }
    Ok(None)
}

/// The text with the splices; none where they overlap.
fn spliced(text: &str, mut splices: Vec<Splice>) -> Option<String> {
    splices.sort_by_key(|splice| (splice.from, splice.to));
    let more: usize = splices.iter().map(|splice| splice.with.len()).sum();
    let mut new = String::with_capacity(text.len() + more);
    let mut at = 0;
    for Splice { from, to, with } in splices {
        new.push_str(text.get(at..from)?);
        new.push_str(&with);
        at = to.max(from);
    }
    new.push_str(text.get(at..)?);
    Some(new)
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
