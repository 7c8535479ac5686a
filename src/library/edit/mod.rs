//! Changes the text of a report's file, and of it **only the bytes of what changes**: comments,
//! order, quoting, blank lines, block scalars, line ends and the rest of the line stay as a person
//! wrote them. Pure: text in, text out; no file is touched.
//!
//! A text is read into a [tree] whose nodes know their bytes; each edit becomes one or
//! two splices of the text; the new text is read again and held against the old tree. If anything
//! but what was meant differs, nothing is changed.

mod block;
mod checked;
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
mod run;
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
use run::Run;
use same::Change;
use tree::{Item, Node};

/// Makes the edits, one after another, each on what the one before left; all or nothing. The text
/// may begin with a byte order mark, which stays.
///
/// # Errors
/// Why an edit cannot be made, with its path; then nothing is changed.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    Ok(Reading::of(text)?.with(edits)?.text())
}

/// A text that was read, with every value and its place: what is kept need not be read again.
#[derive(Debug)]
pub struct Reading {
    mark: &'static str,
    body: String,
    root: Node<'static>,
    /// Nothing in it has an anchor, an alias, a tag or an odd key: a run of it may be read alone.
    is_bare: bool,
    /// How many values it holds.
    nodes: usize,
}

impl Reading {
    /// Reads a text, which may begin with a byte order mark.
    ///
    /// # Errors
    /// The text cannot be read.
    pub fn of(text: &str) -> Result<Self, EditError> {
        let (mark, body) = without_mark(text);
        let mark = if mark.is_empty() { "" } else { MARK };
        Ok(Self::new(
            mark,
            body.to_owned(),
            read::read(body)?.into_owned(),
        ))
    }

    fn new(mark: &'static str, body: String, root: Node<'static>) -> Self {
        Self {
            mark,
            is_bare: !body.starts_with('%') && run::is_bare(&root),
            nodes: run::count(&root),
            body,
            root,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.mark, self.body)
    }

    /// Whether this text was read.
    #[must_use]
    pub fn is_of(&self, text: &str) -> bool {
        text.strip_prefix(self.mark) == Some(&self.body)
    }

    /// The value at this place; as [`value`].
    ///
    /// # Errors
    /// As of [`value`].
    pub fn value(&self, at: &FieldPath) -> Result<Option<Value>, EditError> {
        value_in(&self.body, &self.root, at)
    }

    /// The text with these edits, one after another; each new text is read, and so proven to be the
    /// one before with what was meant and nothing else. Where the elements that an edit touches prove
    /// as much, only they are read: see [`run`].
    ///
    /// # Errors
    /// Why an edit cannot be made, with its path.
    pub fn with(mut self, edits: &[Edit]) -> Result<Self, EditError> {
        let mut queue: VecDeque<Cow<'_, Edit>> = edits.iter().map(Cow::Borrowed).collect();
        while let Some(edit) = queue.pop_front() {
            match plan::plan(&self.body, &self.root, &edit)? {
                Plan::Nothing => {}
                Plan::Split(parts) => {
                    for part in parts.into_iter().rev() {
                        queue.push_front(Cow::Owned(part));
                    }
                }
                Plan::Make {
                    splices,
                    way,
                    change,
                } => self = self.with_pieces(splices, &way, &change, edit.at())?,
            }
        }
        Ok(self)
    }

    /// The text with these pieces, if it reads as this one with the change at the end of the way, and
    /// nothing else in it has become another.
    ///
    /// # Errors
    /// It does not, or cannot be read.
    fn with_pieces(
        mut self,
        splices: Vec<Splice>,
        way: &[usize],
        change: &Change<'_>,
        at: &FieldPath,
    ) -> Result<Self, EditError> {
        let (text, root) = (self.body.as_str(), &self.root);
        let fails = || EditError::NotAsMeant(at.clone());
        let run = run::find(text, root, way, &splices);
        let new = spliced(text, splices).ok_or_else(fails)?;
        if let Some((run, items)) = self.read_run(run, &new)
            && run.is_meant(root, &items, way, change) == Some(true)
        {
            self.put(&run, items, new);
            return Ok(self);
        }
        // What the reader says of the new text is not for people: nothing of it is kept.
        let new_root = read::read(&new).map_err(|_| fails())?;
        if !same::is_meant(root, &new_root, way, change) {
            return Err(fails());
        }
        let new_root = new_root.into_owned();
        Ok(Self::new(self.mark, new, new_root))
    }

    /// What a text reads as that differs from this one in one piece: so many bytes from a place on,
    /// of this text and of the other. Nothing is proven but that it can be read.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn turned_into(
        mut self,
        text: &str,
        at: usize,
        lengths: (usize, usize),
    ) -> Result<Self, EditError> {
        let piece = text.get(at..at + lengths.1);
        let (Some(from), Some(with)) = (at.checked_sub(self.mark.len()), piece) else {
            return Self::of(text);
        };
        let splice = Splice {
            from,
            to: from + lengths.0,
            with: with.to_owned(),
        };
        let entries = self.root.entries().iter();
        let entry = entries.take_while(|entry| entry.key.start <= from).count();
        let way = [entry.saturating_sub(1)];
        let splices = [splice];
        let run = run::find(&self.body, &self.root, &way, &splices);
        let new = spliced(&self.body, splices.into());
        match new.filter(|new| text.strip_prefix(self.mark) == Some(new)) {
            Some(new) if let Some((run, items)) = self.read_run(run, &new) => {
                self.put(&run, items, new);
                Ok(self)
            }
            _ => Self::of(text),
        }
    }

    /// The elements of a run in the new text; none where all of that must be read.
    fn read_run(&self, run: Option<Run>, new: &str) -> Option<(Run, Vec<Item<'static>>)> {
        let run = run.filter(|_| self.is_bare)?;
        let items = run.read(&self.root, new, self.body.len())?;
        let nodes = self.nodes - run.count(&self.root) + run::count_all(&items);
        (nodes <= read::MOST_NODES).then_some((run, items))
    }

    fn put(&mut self, run: &Run, items: Vec<Item<'static>>, new: String) {
        self.nodes = self.nodes - run.count(&self.root) + run::count_all(&items);
        run.put(&mut self.root, items, (self.body.len(), new.len()));
        self.body = new;
    }
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
    value_in(text, &read::read(text)?, at)
}

fn value_in(text: &str, root: &Node<'_>, at: &FieldPath) -> Result<Option<Value>, EditError> {
    let found = find::find(text, root, at)?;
    match found.missing {
        [] => found.node.value(text).map(Some),
        _ => Ok(None),
    }
}

/// The byte order mark.
const MARK: &str = "\u{feff}";

/// The byte order mark, where there is one, and the text behind it.
fn without_mark(text: &str) -> (&str, &str) {
    match text.strip_prefix(MARK) {
        Some(rest) => (
            text.get(..text.len() - rest.len()).unwrap_or_default(),
            rest,
        ),
        None => ("", text),
    }
}
