//! Saving a field, and leaving one without losing what was typed in it.

use serde_yaml::Value;

use super::super::{App, Layer};
use super::entries::{Whole, emptied};
use super::field::Target;
use super::permit::Wanted;
use super::writing::Back;
use super::{Draft, place_of, said, value_of};
use crate::library::edit::{Edit, FieldPath};
use crate::library::keep::field::Takes;
use crate::library::keep::typed::with_its_end;
use crate::library::keep::{Change, Seen};
use crate::words::{Message, desk as words};

impl App {
    /// Saves the field on top. A name that the directory does not know can come into it first.
    pub(in crate::app) fn save_field(&mut self) {
        if self.open_unknown() {
            return;
        }
        let Some(Layer::Field(field)) = self.layers.last() else {
            return;
        };
        if field.understood.is_err() && field.is_begun() && self.complete_field() {
            return;
        }
        let Some(Layer::Field(field)) = self.layers.last() else {
            return;
        };
        let (target, text) = (field.target.clone(), field.input.text().to_owned());
        let value = match field.understood.clone() {
            Ok(value) => value,
            // What is needed of something new is asked for when it is to be added.
            Err(_) if target.record.is_none() && text.trim().is_empty() => None,
            Err(why) => {
                self.message = Some(why);
                return;
            }
        };
        let unchanged = text == target.first && self.draft_of(&target).is_none();
        if unchanged && target.record.is_some() {
            self.layers.pop();
            return;
        }
        if self.may_type() {
            self.save(target, text, value);
        }
    }

    /// Saves what was chosen for the field on top.
    pub(in crate::app) fn save_choice(&mut self) {
        let Some(Layer::Choose(choose)) = self.layers.last() else {
            return;
        };
        let Some(choice) = choose.picker.current() else {
            return;
        };
        let word = choice.value;
        let target = choose.target.clone();
        let text = word.unwrap_or_default().to_owned();
        if text == target.first && target.record.is_some() {
            self.layers.pop();
            return;
        }
        if !self.may(Wanted::In(target.file.as_deref())) {
            return;
        }
        let value = word.map(|word| match target.field.takes {
            Takes::YesNo => Value::Bool(word == "yes"),
            _ => Value::from(word),
        });
        self.save(target, text, value);
    }

    /// Saves a value, and closes its field; that is open again where the value is refused.
    fn save(&mut self, target: Target, text: String, value: Option<Value>) {
        let Some(id) = &target.record else {
            let place = said::Place::of(self.library(), self.in_hand());
            let shown = said::shown(place, target.kind, &target.path, value.as_ref(), self.day());
            self.layers.pop();
            self.fill_form(&target, &text, shown);
            return;
        };
        let whole = match self.whole_list(&target, value.clone()) {
            Some(Ok(whole)) => whole,
            Some(Err(why)) => {
                self.message = Some(why);
                return;
            }
            None => Whole {
                path: match value {
                    Some(_) => target.path.clone(),
                    None => emptied(target.kind, &target.path),
                },
                was: target.base.clone(),
                becomes: with_its_end(value, target.base.as_ref()),
            },
        };
        let library = self.library();
        let found = library.with_id(id).and_then(|key| {
            let at = place_of(library, key, &whole.path)?;
            // A part that goes as a whole was seen as a whole.
            let was = match whole.path.len() < target.path.len() && whole.becomes.is_none() {
                true => value_of(library, key, &whole.path),
                false => whole.was,
            };
            Some((at, self.file(key)?, was))
        });
        let Some((at, file, was)) = found else {
            let typed = (target.path.as_slice(), text.as_str());
            self.gone(id, target.file.as_deref(), Some(typed));
            return;
        };
        let change = change(file, id, at, whole.becomes, was);
        if !self.may(Wanted::Typed) {
            return;
        }
        let draft = (id.clone(), target.path.join("."));
        self.desk.drafts.remove(&draft);
        let base = target.base.clone();
        let back = Back {
            layers: self.take_fields(),
            drafts: vec![(draft, Draft { text, base })],
            ..Back::default()
        };
        self.write(change, back);
        self.renew_forms();
    }

    /// Takes away the fields that are open, wherever they lie.
    fn take_fields(&mut self) -> Vec<Layer> {
        let is_field = |layer: &mut Layer| matches!(layer, Layer::Field(_) | Layer::Choose(_));
        self.layers.extract_if(.., is_field).collect()
    }

    /// Closes the field on top; what was typed in it stays until it is saved.
    pub(in crate::app) fn leave_field(&mut self) {
        let Some(Layer::Field(field)) = self.layers.pop() else {
            return;
        };
        let (text, base) = (field.input.text().to_owned(), field.base().cloned());
        let target = field.target;
        let Some(id) = target.record else {
            // The form of a new record keeps it, understood or not.
            let shown = match field.understood {
                Ok(value) => {
                    let place = said::Place::of(self.library(), self.in_hand());
                    said::shown(place, target.kind, &target.path, value.as_ref(), self.day())
                }
                Err(_) => Message::new(text.clone(), text.clone()),
            };
            self.fill_form(&target, &text, shown);
            return;
        };
        let place = (id, target.path.join("."));
        if text == target.first {
            self.desk.drafts.remove(&place);
        } else {
            self.desk.drafts.insert(place, Draft { text, base });
            self.message = Some(words::DRAFT_KEPT.into());
        }
        self.renew_forms();
    }
}

/// The change that gives a field a value, or takes it away.
fn change(
    file: String,
    record: &str,
    at: FieldPath,
    value: Option<Value>,
    base: Option<Value>,
) -> Change {
    let seen = Seen {
        at: at.clone(),
        value: base,
    };
    Change {
        file,
        record: record.to_owned(),
        edits: vec![match value {
            Some(value) => Edit::Set { at, value },
            None => Edit::Remove { at },
        }],
        seen: vec![seen],
    }
}
