//! Forms of what is still to be added: records, and parts of records.

use serde_yaml::{Mapping, Value};

use super::super::{App, Layer};
use super::form::{FormLayer, Subject, in_list};
use super::permit::Wanted;
use super::writing::{Back, Unborn};
use super::{place_of, said};
use crate::library::Key;
use crate::library::edit::Edit;
use crate::library::keep::field::{self, is_of_registry};
use crate::library::keep::typed::{Around, typed};
use crate::library::keep::wish::{self, New};
use crate::library::keep::{Change, Seen};
use crate::report::Kind;
use crate::words::label::{Label, NOMINEE};
use crate::words::{Message, Phrase, change as change_words, desk as words, form as form_words};

impl App {
    /// Opens the form of a new record of this kind, with what was filled in before.
    pub(in crate::app) fn open_new(&mut self, kind: Kind) {
        // What is put forward is at first proposed, what is written down a draft.
        let first = match kind {
            Kind::Nomination => Some("proposed"),
            Kind::Position => Some("draft"),
            _ => None,
        };
        let parent = match self.parent_for(kind) {
            Ok(parent) => parent,
            Err(why) => {
                if self.may(Wanted::Any) {
                    self.message = Some(why.into());
                }
                return;
            }
        };
        let mut form = FormLayer::new(kind, parent.as_deref(), self.language);
        let item = parent
            .as_deref()
            .and_then(|parent| self.item_called(parent));
        if item.is_some() {
            form.title = words::form_of_new(kind.label(), item.as_ref());
        }
        if !self.opens_new(&form) {
            return;
        }
        if let Some(first) = first {
            form.begin(&self.shelf.library, "status", first);
        }
        self.put_back(&mut form);
        self.layers.push(Layer::Form(form));
        self.warn_form();
        if !self.tell_if_read(Wanted::Any) {
            self.begin_filling();
        }
    }

    /// Has the form on top say what is to be known before it is added: the id, and a nomination that
    /// stands already, as the quick line does.
    pub(super) fn warn_form(&mut self) {
        self.tell_id();
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let Subject::New(Some(parent)) = &form.subject else {
            return;
        };
        if form.kind != Kind::Nomination {
            return;
        }
        let around = Around {
            library: self.library(),
            record: self.in_hand(),
            today: self.day(),
        };
        let ids: Vec<(&str, String)> = ["person", "body", "role"]
            .into_iter()
            .filter_map(|name| {
                let row = form.rows.iter().find(|row| row.path == [name])?;
                let field = field::field(form.kind, &[name]).ok()?;
                let value = typed(&field, &row.typed, around).ok()??;
                Some((name, value.as_str()?.to_owned()))
            })
            .collect();
        let given = |name: &str| {
            let mut ids = ids.iter();
            ids.find(|(of, _)| *of == name).map(|(_, id)| id.as_str())
        };
        let report = parent.split(':').next();
        let warning = wish::nominated(self.library(), report, given);
        if let Some(Layer::Form(form)) = self.layers.last_mut() {
            form.warning = warning;
        }
    }

    /// Puts what was filled in before and not added back into a form of what is still to be added.
    pub(super) fn put_back(&mut self, form: &mut FormLayer) {
        let place = place_of_new(form);
        let Some(before) = place.and_then(|place| self.desk.unborn.remove(&place)) else {
            return;
        };
        let around = Around {
            library: self.library(),
            record: self.in_hand(),
            today: self.day(),
        };
        let kind = form.kind;
        for (name, text) in before {
            let mut rows = form.rows.iter_mut();
            if let Some(row) = rows.find(|row| row.path.join(".") == name) {
                row.shown = said::told_typed(kind, &row.path, &text, around);
                row.typed = text;
                // What was begun for it is there in any new one.
                let is_begun = form.begun.contains(&(name, row.typed.clone()));
                row.draft = !is_begun;
            }
        }
        self.message = Some(words::DRAFT_BACK.into());
    }

    /// The full id of the item or report to which a new record of a kind goes, by what is in hand.
    pub(in crate::app) fn parent_for(&self, kind: Kind) -> Result<Option<String>, Phrase> {
        self.parent_at(kind, self.in_hand())
    }

    /// The same by this record.
    pub(super) fn parent_at(
        &self,
        kind: Kind,
        here: Option<Key>,
    ) -> Result<Option<String>, Phrase> {
        if is_of_registry(kind) {
            return Ok(None);
        }
        let library = self.library();
        let here = match kind {
            Kind::Meeting => self.meeting_by(here),
            _ => here,
        };
        let here = here.ok_or(words::NOTHING_IN_HAND)?;
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
            (Kind::Item | Kind::Meeting | Kind::Figure, _) | (_, None)
                if !matches!(kind, Kind::Note | Kind::View | Kind::Position) =>
            {
                report().map(Some)
            }
            (_, Some(item)) => Ok(Some(id(item))),
            (_, None) => Err(words::NO_ITEM),
        }
    }

    /// Closes the form on top; what was filled in for something new is kept.
    pub(in crate::app) fn close_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.pop() else {
            return;
        };
        let Some(place) = place_of_new(&form) else {
            return;
        };
        let typed = form.typed();
        // What came back meanwhile stays.
        if typed.is_empty() {
            return;
        }
        self.desk.unborn.insert(place, typed);
        self.message = Some(words::FORM_KEPT.into());
    }

    /// Adds what the form on top is of.
    pub(in crate::app) fn add_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let missing = form.missing();
        if !missing.is_empty() {
            self.message = Some(match missing.as_slice() {
                [only] if *only == NOMINEE => form_words::NEEDS_NOMINEE.into(),
                all => words::missing(all),
            });
            if let Some(Layer::Form(form)) = self.layers.last_mut() {
                form.go_to_missing();
            }
            return self.open_field();
        }
        match form.subject.clone() {
            Subject::Known(_) => {}
            Subject::Part(id) => self.add_part(&id),
            Subject::New(_) if form.kind == Kind::Report => self.add_report(),
            Subject::New(parent) => {
                let (kind, wanted, filled) = (form.kind, form.wanted.clone(), form.filled());
                let unborn = place_of_new(form).map(|place| (place, filled.clone()));
                let fields: Vec<String> = filled
                    .iter()
                    .map(|(name, text)| format!("{name}={text}"))
                    .collect();
                let Some(change) = self.wished(kind, parent.as_deref(), &fields) else {
                    return;
                };
                let layers = self.layers.pop().into_iter().collect();
                let back = self.going(unborn, layers);
                let added = self.write(change, back);
                let id = added.and_then(|order| self.id_of_order(order));
                if let (Some(id), Some(_)) = (id, &wanted) {
                    self.desk.writing.after.extend(added.zip(Some(id.clone())));
                    self.take_entry(wanted.as_deref(), &id);
                }
            }
        }
    }

    /// What comes back of a form that is closed where what it adds is refused.
    pub(super) fn going(&mut self, unborn: Option<Unborn>, layers: Vec<Layer>) -> Back {
        if let Some((place, _)) = &unborn {
            self.desk.unborn.remove(place);
        }
        Back {
            layers,
            unborn,
            ..Back::default()
        }
    }

    /// Adds the part that the form on top is of to its record.
    fn add_part(&mut self, id: &str) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let unborn = place_of_new(form).map(|place| (place, form.filled()));
        let (kind, base) = (form.kind, form.base.clone());
        let value = match self.part(form) {
            Ok(value) => value,
            Err(why) => {
                self.message = Some(why);
                return;
            }
        };
        let library = self.library();
        let found = library
            .with_id(id)
            .and_then(|key| Some((place_of(library, key, &base)?, self.file(key)?, key)));
        let Some((at, file, key)) = found else {
            self.message = Some(words::GONE.into());
            return;
        };
        let edit = match in_list(&base) {
            Some((list, _)) => place_of(library, key, list).map(|list| Edit::Insert {
                list,
                before: None,
                value,
            }),
            None => Some(Edit::Set {
                at: at.clone(),
                value,
            }),
        };
        let Some(edit) = edit else {
            return;
        };
        // Another may have given the record this part meanwhile.
        let seen = matches!(edit, Edit::Set { .. }).then_some(Seen { at, value: None });
        let change = Change {
            file,
            record: id.to_owned(),
            edits: vec![edit],
            seen: seen.into_iter().collect(),
        };
        if !self.may(Wanted::Typed) {
            return;
        }
        let is_of_it = |layer: &mut Layer| {
            matches!(layer, Layer::Form(form)
                if form.is_new() && form.kind == kind && form.base == base)
        };
        let layers = self.layers.extract_if(.., is_of_it).collect();
        let back = self.going(unborn, layers);
        self.write(change, back);
        self.renew_forms();
        if let Some(Layer::Form(form)) = self.layers.last_mut()
            && form.is_list
        {
            form.step(isize::MAX);
        }
    }

    /// What was filled in for a part, its fields in the order of the model.
    fn part(&self, form: &FormLayer) -> Result<Value, Message> {
        let around = Around {
            library: self.library(),
            record: self.in_hand(),
            today: self.day(),
        };
        let mut part = Mapping::new();
        for row in form.rows.iter().filter(|row| !row.typed.trim().is_empty()) {
            let names: Vec<&str> = row.path.iter().map(String::as_str).collect();
            let field = field::field(form.kind, &names)?;
            let value = typed(&field, &row.typed, around).map_err(|why| {
                let name = row.path.last().map_or("", String::as_str);
                change_words::of_field(name, &why)
            })?;
            if let Some(value) = value {
                let within = row.path.get(form.base.len()..).unwrap_or_default();
                wish::put(&mut part, within, value);
            }
        }
        let names: Vec<&str> = form.base.iter().map(String::as_str).collect();
        let of = field::field(form.kind, &names)?.of.unwrap_or_default();
        let fields = field::fields_within(of).iter();
        let ordered = fields.filter_map(|key| Some((Value::from(*key), part.remove(*key)?)));
        Ok(Value::Mapping(ordered.collect()))
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
        match wish::insert(&desk, &new) {
            Ok(change) => Some(change),
            Err(why)
                if [change_words::NO_ID, change_words::NO_NOMINEE]
                    .map(Message::from)
                    .contains(&why) =>
            {
                let (said, wanted) = match kind {
                    Kind::Nomination => (form_words::NEEDS_NOMINEE, ["person", "holder"]),
                    Kind::Item => (form_words::NEEDS_NUMBER, ["number", "title.en"]),
                    Kind::Meeting | Kind::Event => (form_words::NEEDS_DATE, ["date", "title.en"]),
                    Kind::Country => (form_words::NEEDS_SYMBOL, ["itu", "itu"]),
                    kind if is_of_registry(kind) => {
                        (form_words::NEEDS_ENGLISH, ["name.en", "title.en"])
                    }
                    _ => (form_words::NEEDS_TITLE, ["title.en", "text.en"]),
                };
                self.message = Some(said.into());
                if let Some(Layer::Form(form)) = self.layers.last_mut() {
                    let mut rows = form.rows.iter();
                    let is_wanted = |name: &str| wanted.contains(&name);
                    let place = rows.position(|row| is_wanted(&row.path.join(".")));
                    form.selected = place.unwrap_or(form.selected);
                    self.open_field();
                }
                None
            }
            Err(why) => {
                self.message = Some(why);
                None
            }
        }
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

/// Where what is filled in for something new is kept until it is added; none for what is there.
pub(super) fn place_of_new(form: &FormLayer) -> Option<(Kind, String)> {
    let place = match &form.subject {
        Subject::Known(_) => return None,
        Subject::New(parent) => parent.clone().unwrap_or_default(),
        Subject::Part(id) => format!("{id} {}", form.base.join(".")),
    };
    Some((form.kind, place))
}
