//! The form of a record: every field with its value, each to be changed where it stands. A part that
//! has fields of its own has a form of its own, and so has a list: its rows are the entries.

pub(super) mod elsewhere;
mod rows;

use serde_yaml::Value;

use super::super::{App, Layer, form};
use super::permit::Wanted;
use super::{Desk, said, typed_of, value_of};
use crate::library::keep::field::{self, Takes, is_place};
use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::words::label::Label;
use crate::words::{Message, Phrase, desk as words, form as form_words};

pub(super) use rows::several;
use rows::{entry, field_of, rows};

/// The form of a record.
pub struct FormLayer {
    /// Its kind.
    pub kind: Kind,
    /// Which record it is.
    pub subject: Subject,
    /// The keys of the part of the record that is shown; none for the record as a whole.
    pub base: Vec<String>,
    /// Whether its rows are the entries of a list.
    pub is_list: bool,
    /// What stands above it.
    pub title: Message,
    /// What stands above the form from which it was opened.
    pub(super) of: Option<Message>,
    /// Its fields.
    pub rows: Vec<Row>,
    /// The field in hand.
    pub selected: usize,
    /// The first field that was seen when it was last drawn.
    pub offset: usize,
    /// The name that was typed and is not in the directory as yet; what is added takes its place.
    pub wanted: Option<String>,
    /// Of a new entry of the directory: the id that it will have, or of what that is made.
    pub of_id: Option<Message>,
    /// What is to be known before it is added: a nomination that stands.
    pub warning: Option<Message>,
    /// What it began with, which was typed by nobody: fields and their texts.
    pub(super) begun: Vec<(String, String)>,
}

/// Which record a form is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The one with this full id.
    Known(String),
    /// One that is still to be added, to the item or report with this full id; to the registry for
    /// none.
    New(Option<String>),
    /// A part that is still to be added to the record with this full id.
    Part(String),
}

/// A field of a form; a text has one for each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its keys; a number is the place of an entry in a list.
    pub path: Vec<String>,
    /// What it is called.
    pub label: Message,
    /// Whether the record is none without it.
    pub required: bool,
    /// Its value as a person would type it.
    pub typed: String,
    /// Its value as people read it.
    pub shown: Message,
    /// Whether something was typed for it that is not saved.
    pub draft: bool,
    /// Whether it holds several values or parts, which stand in a line of the interface; else its value
    /// is a text that runs as its words do.
    pub several: bool,
}

/// What opens when a field is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A value.
    Value,
    /// A part with fields of its own.
    Part,
    /// A list of values.
    Values,
    /// A list of parts.
    Parts,
}

/// What opens for a field of a kind; none where there is no such field.
pub(super) fn shape(kind: Kind, path: &[String]) -> Option<Shape> {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let field = field::field(kind, &names).ok()?;
    Some(match (field.takes == Takes::Parts, field.many) {
        (true, true) => Shape::Parts,
        (true, false) => Shape::Part,
        (false, true) => Shape::Values,
        (false, false) => Shape::Value,
    })
}

impl FormLayer {
    fn empty(kind: Kind, subject: Subject, title: Message) -> Self {
        Self {
            kind,
            subject,
            base: Vec::new(),
            is_list: false,
            title,
            of: None,
            rows: Vec::new(),
            selected: 0,
            offset: 0,
            wanted: None,
            of_id: None,
            warning: None,
            begun: Vec::new(),
        }
    }

    /// The form of a record.
    #[must_use]
    pub fn of(library: &Library, desk: &Desk, key: Key, language: Language) -> Self {
        let (kind, id) = (library.kind(key), library.id(key).to_owned());
        let title = words::form_of(kind.label(), &id);
        let mut form = Self {
            rows: rows(kind, &[], language, false),
            ..Self::empty(kind, Subject::Known(id), title)
        };
        form.renew(library, desk);
        form
    }

    /// The form of a record that is to be added: what it needs comes first.
    #[must_use]
    pub fn new(kind: Kind, parent: Option<&str>, language: Language) -> Self {
        let place = parent.map(|parent| Message::new(parent, parent));
        let title = words::form_of_new(kind.label(), place.as_ref());
        let mut rows = rows(kind, &[], language, true);
        rows.sort_by_key(|row| !row.required);
        let subject = Subject::New(parent.map(str::to_owned));
        Self {
            rows,
            ..Self::empty(kind, subject, title)
        }
    }

    /// The form of a new report, empty or with the agenda of the one with this id. Its own id is
    /// given here, and only here.
    #[must_use]
    pub(super) fn new_report(from: Option<&str>, language: Language) -> Self {
        let mut form = Self::new(Kind::Report, from, language);
        form.title = form_words::of_new_report(from);
        let id = Row {
            path: vec!["id".to_owned()],
            label: form_words::ID.into(),
            required: true,
            typed: String::new(),
            shown: words::EMPTY.into(),
            draft: false,
            several: false,
        };
        form.rows.insert(0, id);
        form
    }

    /// The form of what stands at `base` in the record of this form: a part, or the entries of a list.
    pub(super) fn within(&self, base: Vec<String>, subject: Subject, language: Language) -> Self {
        let label = said::label_of_entry(self.kind, &base);
        // The label comes first, so that it is seen where there is little room; that of an entry
        // stands for that of its list.
        let title = match &self.of {
            Some(of) if self.is_list => form_words::part(of, &label),
            _ => form_words::part(&self.title, &label),
        };
        let is_new = matches!(subject, Subject::Part(_));
        let shape = shape(self.kind, &base);
        let is_list = matches!(shape, Some(Shape::Parts | Shape::Values));
        let mut rows = match is_list {
            true => Vec::new(),
            false => rows(self.kind, &base, language, is_new),
        };
        if is_new {
            rows.sort_by_key(|row| !row.required);
        }
        Self {
            base,
            is_list,
            rows,
            of: Some(self.title.clone()),
            ..Self::empty(self.kind, subject, title)
        }
    }

    /// Reads the values anew.
    pub(in crate::app) fn renew(&mut self, library: &Library, desk: &Desk) {
        let Subject::Known(id) = self.subject.clone() else {
            return;
        };
        let Some(key) = library.with_id(&id) else {
            return;
        };
        if self.is_list {
            let list = value_of(library, key, &self.base);
            let of_parts = shape(self.kind, &self.base) == Some(Shape::Parts);
            self.rows = (0..several(list.as_ref()).len())
                .map(|place| entry(&self.base, place, of_parts))
                .collect();
            self.step(0);
        }
        let place = said::Place::of(library, Some(key));
        for row in &mut self.rows {
            let value = value_of(library, key, &row.path);
            row.typed = typed_of(value.as_ref());
            row.shown = match row.path.as_slice() {
                [name] if elsewhere::is_fixed(&row.path) => {
                    elsewhere::shown(library, (&id, key), name)
                }
                _ => said::shown(place, self.kind, &row.path, value.as_ref(), desk.today()),
            };
            row.draft = desk.drafts.contains_key(&(id.clone(), row.path.join(".")));
        }
    }

    /// Puts the texts in the order of the interface's language; the field in hand stays in hand.
    pub(in crate::app) fn turn(&mut self, language: Language) {
        let here = self.current().map(|row| row.path.clone());
        for pair in (1..self.rows.len()).map(|at| (at - 1, at)) {
            let path = |at: usize| self.rows.get(at).map_or(&[][..], |row| &row.path);
            let (one, other) = (path(pair.0), path(pair.1));
            let is_own = other.last().map(String::as_str) == Some(language.code());
            if is_own && one != other && rows::field_of(one) == rows::field_of(other) {
                self.rows.swap(pair.0, pair.1);
            }
        }
        let place = self
            .rows
            .iter()
            .position(|row| Some(&row.path) == here.as_ref());
        self.selected = place.unwrap_or(self.selected);
    }

    /// Gives a field of a new record this text.
    pub(super) fn fill(&mut self, library: &Library, path: &[String], text: &str, shown: Message) {
        let kind = self.kind;
        if let Some(row) = self.rows.iter_mut().find(|row| row.path == path) {
            text.clone_into(&mut row.typed);
            row.draft = false;
            row.shown = match text.is_empty() {
                true => said::told(said::Place::of(library, None), kind, path, None),
                false => shown,
            };
        }
    }

    /// The full id of the record, where it is there already.
    #[must_use]
    pub fn record(&self) -> Option<&str> {
        match &self.subject {
            Subject::Known(id) | Subject::Part(id) => Some(id),
            Subject::New(_) => None,
        }
    }

    /// The field in hand.
    #[must_use]
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.selected)
    }

    /// Moves the field in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.rows.len().saturating_sub(1));
    }

    /// Whether a field is needed and empty; of a text one language is enough.
    #[must_use]
    pub fn needs(&self, row: &Row) -> bool {
        let own = field_of(&row.path);
        let is_nominee = self.kind == Kind::Nomination && own == ["person"];
        let given = |other: &Row| {
            let is_own = other.path.starts_with(own) || is_nominee && other.path == ["holder"];
            is_own && !other.typed.trim().is_empty()
        };
        row.required && !self.rows.iter().any(given)
    }

    /// Whether it is of something that is still to be added.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        matches!(self.subject, Subject::New(_) | Subject::Part(_))
    }

    /// What was filled in: the name of each field, and the text.
    pub(super) fn filled(&self) -> Vec<(String, String)> {
        let filled = self.rows.iter().filter(|row| !row.typed.trim().is_empty());
        filled
            .map(|row| (row.path.join("."), row.typed.clone()))
            .collect()
    }

    /// What is filled in, where any of it was typed.
    pub(super) fn typed(&self) -> Vec<(String, String)> {
        let filled = self.filled();
        match filled.iter().all(|field| self.begun.contains(field)) {
            true => Vec::new(),
            false => filled,
        }
    }

    /// Begins with this in a field.
    pub(super) fn begin(&mut self, library: &Library, field: &str, text: &str) {
        let path = [field.to_owned()];
        let shown = said::told(
            said::Place::of(library, None),
            self.kind,
            &path,
            Some(&text.into()),
        );
        self.fill(library, &path, text, shown);
        self.begun.push((field.to_owned(), text.to_owned()));
    }

    /// The fields that are needed and empty; of a text one language is enough.
    pub(super) fn missing(&self) -> Vec<Phrase> {
        let missing = self.rows.iter().filter(|row| self.needs(row));
        let mut missing: Vec<Phrase> = missing
            .filter_map(|row| form::at(self.kind, field_of(&row.path)))
            .map(|field| field.label)
            .collect();
        missing.dedup();
        missing
    }

    /// Goes to the first row that is still to be filled in.
    pub(super) fn go_to_missing(&mut self) {
        let place = self.rows.iter().position(|row| self.needs(row));
        self.selected = place.unwrap_or(self.selected);
    }
}

impl App {
    /// Opens the form of a record.
    pub(in crate::app) fn open_form(&mut self, key: Key) {
        let mut form = FormLayer::of(&self.shelf.library, &self.desk, key, self.language);
        let id = self.library().id(key);
        if let Some(item) = self.item_called(id) {
            form.title = match form.kind {
                Kind::Item => item,
                kind => form_words::part(&item, &kind.label().into()),
            };
        }
        self.layers.push(Layer::Form(form));
        // All can be seen in it; where nothing can be changed, that is said at once.
        let file = self.file(key);
        self.may(Wanted::In(file.as_deref()));
    }

    /// Opens what stands in the row in hand where that is no single value: the form of a part, or the
    /// entries of a list. Says whether it did.
    pub(super) fn open_within(&mut self, entries: bool) -> bool {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return false;
        };
        let (Some(row), Some(id)) = (form.current(), form.record()) else {
            return false;
        };
        let value = self
            .library()
            .with_id(id)
            .and_then(|key| value_of(self.library(), key, &row.path));
        let opens = match shape(form.kind, &row.path) {
            _ if elsewhere::is_fixed(&row.path) => false,
            Some(Shape::Part | Shape::Parts) => true,
            // A value with a comma in it cannot be told from two in one line.
            Some(Shape::Values) => entries || has_comma(&several(value.as_ref())),
            _ => false,
        };
        if !opens || form.is_new() {
            return false;
        }
        let is_missing = shape(form.kind, &row.path) == Some(Shape::Part) && value.is_none();
        let subject = match is_missing {
            true => Subject::Part(id.to_owned()),
            false => Subject::Known(id.to_owned()),
        };
        let mut within = form.within(row.path.clone(), subject, self.language);
        if is_missing && !self.opens_new(&within) {
            return true;
        }
        within.renew(&self.shelf.library, &self.desk);
        self.put_back(&mut within);
        self.layers.push(Layer::Form(within));
        if is_missing && !self.tell_if_read(Wanted::Any) {
            self.begin_filling();
        }
        true
    }

    /// Opens the list in the row in hand entry by entry.
    pub(in crate::app) fn open_entries(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        if form.is_list {
            return self.open_field();
        }
        let is_new = form.is_new();
        if !self.open_within(true) {
            let said = match is_new {
                true => form_words::AFTER_ADDING,
                false => form_words::NO_LIST,
            };
            self.message = Some(said.into());
        }
    }
}

/// Whether a value holds what parts the values of a line.
fn has_comma(values: &[Value]) -> bool {
    let mut texts = values.iter().filter_map(Value::as_str);
    texts.any(|text| text.contains([',', '،']))
}

/// Whether a path leads to an entry of a list: the list, and the place in it.
pub(super) fn in_list(path: &[String]) -> Option<(&[String], usize)> {
    let (last, list) = path.split_last()?;
    is_place(last).then(|| Some((list, last.parse().ok()?)))?
}
