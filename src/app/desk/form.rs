//! The form of a record: every field with its value, each to be changed where it stands.

use std::collections::HashMap;

use super::super::{App, Layer, form};
use super::writing::Back;
use super::{Desk, said, typed_of, value_of};
use crate::library::keep::Change;
use crate::library::keep::field::{self, Takes, is_of_registry};
use crate::library::keep::wish::{self, New};
use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::words::label::Label;
use crate::words::{Message, Phrase, desk as words};

/// The form of a record.
pub struct FormLayer {
    /// Its kind.
    pub kind: Kind,
    /// Which record it is.
    pub subject: Subject,
    /// What stands above it.
    pub title: Message,
    /// Its fields.
    pub rows: Vec<Row>,
    /// The field in hand.
    pub selected: usize,
    /// The first field that was seen when it was last drawn.
    pub offset: usize,
}

/// Which record a form is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The one with this full id.
    Known(String),
    /// One that is still to be added, to the item or report with this full id; to the registry for
    /// none.
    New(Option<String>),
}

/// A field of a form; a text has one for each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its keys.
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
}

impl FormLayer {
    /// The form of a record; none where it is not there.
    #[must_use]
    pub fn of(library: &Library, desk: &Desk, key: Key, language: Language) -> Self {
        let (kind, id) = (library.kind(key), library.id(key).to_owned());
        let mut form = Self {
            kind,
            title: words::form_of(kind.label(), &id),
            subject: Subject::Known(id),
            rows: rows(kind, language),
            selected: 0,
            offset: 0,
        };
        form.renew(library, desk);
        form
    }

    /// The form of a record that is to be added: what it needs comes first.
    #[must_use]
    pub fn new(kind: Kind, parent: Option<&str>, language: Language) -> Self {
        let mut rows = rows(kind, language);
        rows.sort_by_key(|row| !row.required);
        Self {
            kind,
            title: words::form_of_new(kind.label(), parent.unwrap_or_default()),
            subject: Subject::New(parent.map(str::to_owned)),
            rows,
            selected: 0,
            offset: 0,
        }
    }

    /// Reads the values anew.
    pub(in crate::app) fn renew(&mut self, library: &Library, desk: &Desk) {
        let Subject::Known(id) = &self.subject else {
            return;
        };
        let Some(key) = library.with_id(id) else {
            return;
        };
        for row in &mut self.rows {
            let value = value_of(library, key, &row.path);
            row.typed = typed_of(value.as_ref());
            row.shown = said::told(library, self.kind, &row.path, value.as_ref());
            row.draft = desk.drafts.contains_key(&(id.clone(), row.path.join(".")));
        }
    }

    /// Gives a field of a new record this text.
    pub(super) fn fill(&mut self, library: &Library, path: &[String], text: &str, shown: Message) {
        let kind = self.kind;
        if let Some(row) = self.rows.iter_mut().find(|row| row.path == path) {
            text.clone_into(&mut row.typed);
            row.shown = match text.is_empty() {
                true => said::told(library, kind, path, None),
                false => shown,
            };
        }
    }

    /// The full id of the record, where it is there already.
    #[must_use]
    pub fn record(&self) -> Option<&str> {
        match &self.subject {
            Subject::Known(id) => Some(id),
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
        let is_side =
            |path: &[String]| matches!(path.last().map(String::as_str), Some("ar" | "en"));
        let own = match is_side(&row.path) {
            true => row.path.split_last().map_or(&[][..], |(_, text)| text),
            false => row.path.as_slice(),
        };
        let given = |other: &Row| other.path.starts_with(own) && !other.typed.trim().is_empty();
        row.required && !self.rows.iter().any(given)
    }

    /// Whether it is of a record that is still to be added.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        matches!(self.subject, Subject::New(_))
    }

    /// What was filled in: the name of each field, and the text.
    fn filled(&self) -> Vec<(String, String)> {
        let filled = self.rows.iter().filter(|row| !row.typed.trim().is_empty());
        filled
            .map(|row| (row.path.join("."), row.typed.clone()))
            .collect()
    }

    /// The fields that are needed and empty; of a text one language is enough.
    fn missing(&self) -> Vec<Phrase> {
        let mut missing: Vec<Phrase> = Vec::new();
        for row in self.rows.iter().filter(|row| self.needs(row)) {
            let name = row.path.join(".");
            let text = name.rsplit_once('.').map_or("", |(text, _)| text);
            let field = form::named(self.kind, &name).or_else(|| form::named(self.kind, text));
            missing.extend(field.map(|field| field.label));
        }
        missing.dedup();
        missing
    }
}

/// The fields of a kind, without values.
fn rows(kind: Kind, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in form::fields(kind) {
        let row = |path: Vec<String>, label: Message| Row {
            path,
            label,
            required: one.is_required(kind),
            typed: String::new(),
            shown: words::EMPTY.into(),
            draft: false,
        };
        let path: Vec<String> = one.name.split('.').map(str::to_owned).collect();
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let Ok(takes) = field::field(kind, &names).map(|field| field.takes) else {
            continue;
        };
        match takes {
            Takes::Text => {
                for language in [language, language.other()] {
                    let mut path = path.clone();
                    path.push(language.code().to_owned());
                    rows.push(row(path, words::in_language(one.label, language)));
                }
            }
            // What has parts of its own is not changed in one line.
            Takes::Parts => {}
            _ => rows.push(row(path, one.label.into())),
        }
    }
    rows
}

impl App {
    /// Opens the form of a record.
    pub(in crate::app) fn open_form(&mut self, key: Key) {
        let form = FormLayer::of(&self.shelf.library, &self.desk, key, self.language);
        self.layers.push(Layer::Form(form));
    }

    /// Opens the form of a new record of this kind, with what was filled in before.
    pub(in crate::app) fn open_new(&mut self, kind: Kind) {
        if self.keeper().is_none() {
            return;
        }
        let parent = match self.parent_for(kind) {
            Ok(parent) => parent,
            Err(why) => {
                self.message = Some(why.into());
                return;
            }
        };
        let mut form = FormLayer::new(kind, parent.as_deref(), self.language);
        let place = (kind, parent.unwrap_or_default());
        let before: HashMap<String, String> = self
            .desk
            .unborn
            .get(&place)
            .cloned()
            .unwrap_or_default()
            .into_iter()
            .collect();
        if !before.is_empty() {
            self.message = Some(words::DRAFT_BACK.into());
        }
        // What is put forward is at first proposed, what is written down a draft.
        let first = match kind {
            Kind::Nomination => Some("proposed"),
            Kind::Position => Some("draft"),
            _ => None,
        };
        if let Some(first) = first {
            let path = ["status".to_owned()];
            let shown = said::told(&self.shelf.library, kind, &path, Some(&first.into()));
            form.fill(&self.shelf.library, &path, first, shown);
        }
        for row in &mut form.rows {
            if let Some(text) = before.get(&row.path.join(".")) {
                row.typed.clone_from(text);
                row.shown = Message::new(text.clone(), text.clone());
            }
        }
        self.layers.push(Layer::Form(form));
    }

    /// The full id of the item or report to which a new record of a kind goes, by what is in hand.
    pub(in crate::app) fn parent_for(&self, kind: Kind) -> Result<Option<String>, Phrase> {
        if is_of_registry(kind) {
            return Ok(None);
        }
        let library = self.library();
        let here = self.in_hand().ok_or(words::NOTHING_IN_HAND)?;
        let item = match library.kind(here) {
            Kind::Item => Some(here),
            Kind::Report => None,
            _ => library.item_of(here),
        };
        let id = |key: Key| library.id(key).to_owned();
        let report = || {
            let report = library
                .report_of(here)
                .and_then(|report| library.report_id(report));
            report.map(str::to_owned).ok_or(words::NO_REPORT)
        };
        match (kind, item) {
            (Kind::Item | Kind::Meeting, _) | (_, None)
                if !matches!(kind, Kind::Note | Kind::View | Kind::Position) =>
            {
                report().map(Some)
            }
            (_, Some(item)) => Ok(Some(id(item))),
            (_, None) => Err(words::NO_ITEM),
        }
    }

    /// Closes the form on top; what was filled in for a new record is kept.
    pub(in crate::app) fn close_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.pop() else {
            return;
        };
        if let Subject::New(parent) = &form.subject {
            let filled = form.filled();
            let place = (form.kind, parent.clone().unwrap_or_default());
            if filled.is_empty() {
                self.desk.unborn.remove(&place);
            } else {
                self.desk.unborn.insert(place, filled);
                self.message = Some(words::FORM_KEPT.into());
            }
        }
    }

    /// Adds the record of the form on top.
    pub(in crate::app) fn add_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let Subject::New(parent) = form.subject.clone() else {
            return;
        };
        let missing = form.missing();
        if !missing.is_empty() {
            self.message = Some(words::missing(&missing));
            return;
        }
        let (kind, filled) = (form.kind, form.filled());
        let fields: Vec<String> = filled
            .iter()
            .map(|(name, text)| format!("{name}={text}"))
            .collect();
        let Some(change) = self.wished(kind, parent.as_deref(), &fields) else {
            return;
        };
        let place = (kind, parent.unwrap_or_default());
        self.desk.unborn.remove(&place);
        let layers = self.layers.pop().into_iter().collect();
        let back = Back {
            layers,
            unborn: Some((place, filled)),
            ..Back::default()
        };
        self.write(change, back);
    }

    /// The change that adds a record; else it is said why there is none.
    pub(super) fn wished(
        &mut self,
        kind: Kind,
        parent: Option<&str>,
        fields: &[String],
    ) -> Option<Change> {
        let desk = self.wish()?;
        let new = New {
            kind,
            parent,
            id: None,
            fields,
        };
        let change = wish::insert(&desk, &new);
        change.map_err(|why| self.message = Some(why)).ok()
    }

    /// Adds a record; its full id, where it is added, and the number of the order that adds it.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        parent: Option<&str>,
        fields: &[String],
        back: Back,
    ) -> Option<(String, u64)> {
        let change = self.wished(kind, parent, fields)?;
        let order = self.write(change, back)?;
        Some((self.id_of_order(order)?, order))
    }
}
