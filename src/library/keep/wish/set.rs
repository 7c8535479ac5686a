//! A field that is to get another value: `FIELD=VALUE`. `FIELD+=VALUE` adds to a field that holds
//! several, `FIELD-=VALUE` takes from it, `FIELD=` empties it.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::Desk;
use crate::library::Key;
use crate::library::edit::{self, Edit, FieldPath};
use crate::library::keep::field::{Takes, field};
use crate::library::keep::typed::{language_of, typed, with_its_end, written};
use crate::library::keep::{Change, Seen, plain, value_of};
use crate::report::Kind;
use crate::words::{Message, change as words};

/// What is done with the values that are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Become,
    Add,
    Take,
}

/// `FIELD=VALUE`, understood.
pub struct Assignment<'a> {
    kind: Kind,
    path: Vec<String>,
    how: How,
    text: &'a str,
}

/// The fields that were given a value: each is given one, so that none is lost.
#[derive(Debug, Default)]
pub struct Given(BTreeSet<Vec<String>>);

impl Given {
    /// Takes note of this field.
    ///
    /// # Errors
    /// When it was given already.
    pub fn once(&mut self, assignment: &Assignment<'_>) -> Result<(), Message> {
        let path = assignment.path();
        if self.0.insert(path.to_vec()) {
            return Ok(());
        }
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let name = path.join(".");
        Err(match field(assignment.kind, &names)?.many {
            true => words::several_in_one(&name, &format!("{name}=A,B")),
            false => words::given_twice(&name),
        })
    }
}

impl<'a> Assignment<'a> {
    /// Reads an assignment to a field of a kind of record. `ar` and `en` stand for its main text;
    /// where a text is given to a field of two languages, its letters tell which it is.
    ///
    /// # Errors
    /// When it is no assignment, or there is no such field.
    pub fn read(assignment: &'a str, kind: Kind) -> Result<Self, Message> {
        let Some((name, text)) = assignment.split_once('=') else {
            return Err(words::no_assignment(assignment));
        };
        let (name, how) = match (name.strip_suffix('+'), name.strip_suffix('-')) {
            (Some(name), _) => (name, How::Add),
            (_, Some(name)) => (name, How::Take),
            _ => (name, How::Become),
        };
        let mut path: Vec<String> = match name {
            "ar" | "en" => vec![main_text(kind).to_owned(), name.to_owned()],
            _ => name.split('.').map(str::to_owned).collect(),
        };
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        if field(kind, &names)?.takes == Takes::Text {
            path.push(language_of(text).code().to_owned());
        }
        Ok(Self {
            kind,
            path,
            how,
            text,
        })
    }

    /// The field in its record.
    #[must_use]
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// Whether the field is to be this value, whatever it was.
    #[must_use]
    pub fn becomes(&self) -> bool {
        self.how == How::Become
    }

    /// The value; none where the field is to go.
    ///
    /// # Errors
    /// Why it is no such value, and what would be.
    pub fn value(&self, desk: &Desk<'_>, record: Option<Key>) -> Result<Option<Value>, Message> {
        let names: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let field = field(self.kind, &names)?;
        if self.how != How::Become && !field.many {
            return Err(words::not_many(&self.path.join(".")));
        }
        let text = match field.takes {
            Takes::Line => written(self.text),
            _ => self.text.to_owned(),
        };
        let value = typed(&field, &text, desk.around(record));
        value.map_err(|why| words::of_field(&self.path.join("."), &why))
    }

    /// The value of a field that takes a date; none of any other.
    #[must_use]
    pub fn date(&self, desk: &Desk<'_>) -> Option<Value> {
        let names: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let is_date = field(self.kind, &names).is_ok_and(|field| field.takes == Takes::Date);
        is_date.then(|| self.value(desk, None).ok().flatten())?
    }

    /// Adds the edit, and for a change of a list what was seen in it.
    ///
    /// # Errors
    /// Why it is no such value, and what would be.
    pub fn add_to(
        &self,
        change: &mut Change,
        desk: &Desk<'_>,
        record: Key,
        base: &FieldPath,
    ) -> Result<(), Message> {
        let at = self.path.iter().fold(base.clone(), |at, key| at.key(key));
        let mut value = self.value(desk, Some(record))?;
        if self.how != How::Become {
            let path = desk.folder.join(&change.file);
            let text = plain::text(&path);
            let now = edit::value(&text, &at).map_err(|error| error.message())?;
            let given = several(value);
            let mut list = several(now.clone());
            match self.how {
                How::Take => list.retain(|one| !given.contains(one)),
                _ => list.extend(
                    given
                        .into_iter()
                        .filter(|one| !several(now.clone()).contains(one)),
                ),
            }
            value = (!list.is_empty()).then_some(Value::Sequence(list));
            change.seen.push(Seen {
                at: at.clone(),
                value: now,
            });
        } else {
            let shown = value_of(desk.library, record, &self.path);
            value = with_its_end(value, shown.as_ref());
        }
        change.edits.push(match value {
            Some(value) => Edit::Set { at, value },
            None => Edit::Remove { at },
        });
        Ok(())
    }
}

/// A value as a list.
fn several(value: Option<Value>) -> Vec<Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Sequence(list)) => list,
        Some(one) => vec![one],
    }
}

/// The field that holds what a record says, or how it is called.
#[must_use]
pub const fn main_text(kind: Kind) -> &'static str {
    match kind {
        Kind::Item
        | Kind::Meeting
        | Kind::Event
        | Kind::Figure
        | Kind::Report
        | Kind::Section
        | Kind::Instrument
        | Kind::Document => "title",
        Kind::Body | Kind::Person | Kind::Country => "name",
        Kind::Position
        | Kind::Nomination
        | Kind::Recommendation
        | Kind::Contribution
        | Kind::Outcome
        | Kind::View
        | Kind::Note
        | Kind::Paragraph => "text",
    }
}
