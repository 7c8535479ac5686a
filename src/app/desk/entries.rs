//! Lists in a form: an entry is added, removed, moved; and a field is emptied.

use serde_yaml::Value;

use super::super::{App, Layer, form as model};
use super::field::Target;
use super::form::{FormLayer, Shape, Subject, in_list, several, shape};
use super::permit::Wanted;
use super::writing::Back;
use super::{place_of, said, value_of};
use crate::library::edit::{Edit, Step};
use crate::library::keep::field::{self, Takes};
use crate::library::keep::{Change, Seen};
use crate::words::{Message, desk as words, field as field_words, form as form_words};

/// A value of a record that is to be changed as a whole: where it stands, what it was, what it becomes.
pub(super) struct Whole {
    pub path: Vec<String>,
    pub was: Option<Value>,
    pub becomes: Option<Value>,
}

impl App {
    /// Opens what adds an entry to the list on top, or to the one in the row in hand.
    pub(in crate::app) fn add_entry(&mut self) {
        if !self.may(Wanted::Any) {
            return;
        }
        if !matches!(self.layers.last(), Some(Layer::Form(form)) if form.is_list) {
            self.open_entries();
        }
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let Some(id) = form.record().filter(|_| form.is_list) else {
            return;
        };
        let mut path = form.base.clone();
        path.push(form.rows.len().to_string());
        if shape(form.kind, &path) == Some(Shape::Part) {
            let subject = Subject::Part(id.to_owned());
            let mut within = form.within(path, subject, self.language);
            self.put_back(&mut within);
            self.layers.push(Layer::Form(within));
            return self.begin_filling();
        }
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let Ok(field) = field::field(form.kind, &names) else {
            return;
        };
        let target = Target {
            record: Some(id.to_owned()),
            file: self.library().with_id(id).and_then(|key| self.file(key)),
            kind: form.kind,
            label: said::label(form.kind, &path),
            path,
            field,
            base: None,
            first: String::new(),
            drafted: false,
        };
        self.edit(target, None);
    }

    /// Empties the field in hand of a form, or takes the entry in hand out of its list.
    pub(in crate::app) fn remove_entry(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last_mut() else {
            return;
        };
        let Some(row) = form.current() else {
            self.message = Some(form_words::NO_ENTRY.into());
            return;
        };
        let path = row.path.clone();
        if form.is_new() {
            let shown = words::EMPTY.into();
            form.fill(&self.shelf.library, &path, "", shown);
            self.warn_form();
            return;
        }
        let is_empty = row.typed.is_empty();
        if self.open_elsewhere(false) {
            return;
        }
        if is_empty {
            self.message = Some(form_words::EMPTY_ALREADY.into());
            return;
        }
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let kind = form.kind;
        let path = emptied(kind, &path);
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let needed = field::field(kind, &names).is_ok_and(|field| field.required);
        if needed {
            self.message = Some(field_words::REQUIRED.into());
            return;
        }
        if is_value_of_list(kind, &path) {
            return self.change_list(|list, place| {
                list.remove(place);
            });
        }
        self.change_here(&path, |at, was| {
            (
                Edit::Remove { at: at.clone() },
                Some(Seen { at, value: was }),
            )
        });
    }

    /// Moves the entry in hand one place down or up in its list.
    pub(in crate::app) fn move_entry(&mut self, down: bool) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let entry = form.current().filter(|_| form.is_list);
        let Some(path) = entry.map(|row| row.path.clone()) else {
            self.message = Some(form_words::NO_LIST.into());
            return;
        };
        let (place, last) = (form.selected, form.rows.len().saturating_sub(1));
        if (down && place >= last) || (!down && place == 0) {
            return;
        }
        let to = if down { place + 1 } else { place - 1 };
        if is_value_of_list(form.kind, &path) {
            self.change_list(|list, place| list.swap(place, to));
        } else {
            // It comes to stand before this one; before none at the end.
            let before = match down {
                true => (place + 2 <= last).then_some(Step::Place(place + 2)),
                false => Some(Step::Place(to)),
            };
            let list = in_list(&path).map_or(&[][..], |(list, _)| list);
            let key = form.record().and_then(|id| self.library().with_id(id));
            let was = key.and_then(|key| value_of(self.library(), key, list));
            self.change_here(&path, |at, _| {
                let mut list = at.clone();
                list.0.pop();
                let seen = Seen {
                    at: list,
                    value: was,
                };
                (Edit::Move { at, before }, Some(seen))
            });
        }
        if let Some(Layer::Form(form)) = self.layers.last_mut() {
            form.selected = to.min(form.rows.len().saturating_sub(1));
        }
    }

    /// Makes an edit at a place of the record of the form on top.
    fn change_here(
        &mut self,
        path: &[String],
        edit: impl FnOnce(crate::library::edit::FieldPath, Option<Value>) -> (Edit, Option<Seen>),
    ) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let library = self.library();
        let found = form.record().and_then(|id| {
            let key = library.with_id(id)?;
            Some((id.to_owned(), key, place_of(library, key, path)?))
        });
        let Some((id, key, at)) = found else {
            self.message = Some(words::GONE.into());
            return;
        };
        let was = value_of(library, key, path);
        let Some(file) = self.file(key) else {
            self.message = Some(words::GONE.into());
            return;
        };
        let (edit, seen) = edit(at, was);
        self.forget_drafts_of(&id, path);
        let change = Change {
            file,
            record: id,
            edits: vec![edit],
            seen: seen.into_iter().collect(),
        };
        self.write(change, Back::default());
        self.renew_forms();
    }

    /// Changes the list of values on top.
    fn change_list(&mut self, work: impl FnOnce(&mut Vec<Value>, usize)) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let (list, place) = (form.base.clone(), form.selected);
        let shown = form.rows.len();
        let key = form.record().and_then(|id| self.library().with_id(id));
        let Some(key) = key else {
            self.message = Some(words::GONE.into());
            return;
        };
        let now = value_of(self.library(), key, &list);
        let mut values = several(now.as_ref());
        if values.len() != shown {
            self.message = Some(form_words::LIST_CHANGED.into());
            return;
        }
        work(&mut values, place);
        self.change_here(&list, |at, _| {
            let seen = Some(Seen {
                at: at.clone(),
                value: now,
            });
            let edit = match values.is_empty() {
                true => Edit::Remove { at },
                false => Edit::Set {
                    at,
                    value: Value::Sequence(values),
                },
            };
            (edit, seen)
        });
    }

    /// What becomes of the list to which a field belongs, where it is an entry of a list of values.
    pub(super) fn whole_list(
        &self,
        target: &Target,
        value: Option<Value>,
    ) -> Option<Result<Whole, Message>> {
        let (list, place) = in_list(&target.path).filter(|_| target.field.takes != Takes::Parts)?;
        let key = self.library().with_id(target.record.as_ref()?)?;
        let was = value_of(self.library(), key, list);
        let mut values = several(was.as_ref());
        let stands = values.get(place).cloned();
        match (stands, value) {
            // Others may have added to the list meanwhile.
            (_, Some(value)) if target.base.is_none() => values.push(value),
            (stands, _) if stands != target.base => {
                return Some(Err(form_words::LIST_CHANGED.into()));
            }
            (Some(_), Some(value)) => values.splice(place..=place, [value]).for_each(drop),
            (Some(_), None) => values.splice(place..=place, []).for_each(drop),
            (None, _) => {}
        }
        Some(Ok(Whole {
            path: list.to_vec(),
            was,
            becomes: (!values.is_empty()).then_some(Value::Sequence(values)),
        }))
    }

    /// What was typed for the entries of a list no longer stands at their places.
    fn forget_drafts_of(&mut self, id: &str, path: &[String]) {
        let Some((list, _)) = in_list(path) else {
            return;
        };
        let list = format!("{}.", list.join("."));
        self.desk
            .drafts
            .retain(|(record, field), _| record != id || !field.starts_with(&list));
    }
}

/// Whether a path leads to an entry of a list of values, not of parts.
fn is_value_of_list(kind: crate::report::Kind, path: &[String]) -> bool {
    in_list(path).is_some() && shape(kind, path) == Some(Shape::Value)
}

/// What goes where a field is emptied: the part of which there is one at most goes with the field that
/// it cannot be without.
pub(super) fn emptied(kind: crate::report::Kind, path: &[String]) -> Vec<String> {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let Some((_, part)) = path.split_last() else {
        return path.to_vec();
    };
    let needed = field::field(kind, &names).is_ok_and(|field| field.required);
    let is_flat = model::named(kind, &path.join(".")).is_some();
    match needed && is_flat && !part.is_empty() {
        true => part.to_vec(),
        false => path.to_vec(),
    }
}

impl FormLayer {
    /// The place of the entry in hand, in a list.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        (self.is_list && !self.rows.is_empty()).then_some(self.selected)
    }
}
