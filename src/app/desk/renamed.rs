//! New records that are called otherwise since: another has taken the id by which they were shown. What
//! is open of them, typed for them and asked about them stays with them.

use std::collections::HashMap;
use std::mem;

use super::super::{App, Layer};
use super::form::{FormLayer, Subject};
use crate::library::edit::Edit;
use crate::library::keep::{Change, Done, Sort};

/// Full ids by which records were shown, and those that they have since.
#[derive(Debug, Default)]
pub(in crate::app) struct Renamed(Vec<(String, String)>);

impl Renamed {
    /// What a change adds was shown under the ids that it had in `before`, and has other ones now.
    pub fn note<'a>(&mut self, before: &Change, now: impl IntoIterator<Item = &'a str>) {
        for (old, new) in added(before).zip(now) {
            let Some(report) = before.record.strip_suffix(old).filter(|_| old != new) else {
                continue;
            };
            self.0
                .push((format!("{report}{old}"), format!("{report}{new}")));
        }
    }

    /// The same of a change that was written.
    pub fn note_done(&mut self, before: &Change, done: &Done) {
        let inserted = done.line.fields.iter();
        let inserted = inserted.filter(|field| field.sort == Sort::Insert);
        self.note(
            before,
            inserted.filter_map(|field| field.became.as_ref()?.get("id")?.as_str()),
        );
    }

    /// Whether nothing is called otherwise.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The id that a record has since; none where it is the same. The position of an item has the id
    /// of the item in its own.
    pub fn now(&self, id: &str) -> Option<String> {
        let (item, rest) = match id.strip_suffix("/position") {
            Some(item) => (item, "/position"),
            None => (id, ""),
        };
        let find = |id: &str| self.0.iter().find(|(old, _)| old == id);
        let of_item = || find(item).map(|(_, new)| format!("{new}{rest}"));
        find(id).map(|(_, new)| new.clone()).or_else(of_item)
    }

    fn rename(&self, id: &mut String) {
        if let Some(now) = self.now(id) {
            *id = now;
        }
    }

    /// The same of a place in which something new was filled in: an id, and the path of a part.
    fn rename_place(&self, place: &mut String) {
        let (id, rest) = match place.split_once(' ') {
            Some((id, rest)) => (id, format!(" {rest}")),
            None => (place.as_str(), String::new()),
        };
        if let Some(now) = self.now(id) {
            *place = format!("{now}{rest}");
        }
    }
}

/// The ids of what a change adds.
fn added(change: &Change) -> impl Iterator<Item = &str> {
    change.edits.iter().filter_map(|edit| match edit {
        Edit::Insert { value, .. } => value.get("id")?.as_str(),
        _ => None,
    })
}

impl App {
    /// What is open and what was typed stays with the records that are called otherwise since.
    pub(in crate::app) fn rename_open(&mut self, renamed: &Renamed) {
        if renamed.is_empty() {
            return;
        }
        for layer in &mut self.layers {
            match layer {
                Layer::Form(form) => form.rename(renamed),
                Layer::Field(field) => {
                    field
                        .target
                        .record
                        .iter_mut()
                        .for_each(|id| renamed.rename(id));
                }
                Layer::Choose(choose) => {
                    choose
                        .target
                        .record
                        .iter_mut()
                        .for_each(|id| renamed.rename(id));
                }
                Layer::Quick(quick) => {
                    let ids = quick.parent.iter_mut().chain(&mut quick.here);
                    ids.for_each(|id| renamed.rename(id));
                }
                _ => {}
            }
        }
        let drafts = mem::take(&mut self.desk.drafts).into_iter();
        let drafts = drafts.map(|((mut id, field), draft)| {
            renamed.rename(&mut id);
            ((id, field), draft)
        });
        self.desk.drafts = drafts.collect();
        let unborn = mem::take(&mut self.desk.unborn).into_iter();
        let unborn: HashMap<_, _> = unborn
            .map(|((kind, mut place), fields)| {
                renamed.rename_place(&mut place);
                ((kind, place), fields)
            })
            .collect();
        self.desk.unborn = unborn;
        // What was asked of a record is asked again of the one that it was about.
        let is_of = |layer: &mut Layer| matches!(layer, Layer::Removal(removal) if renamed.now(&removal.what.2).is_some());
        let questions: Vec<Layer> = self.layers.extract_if(.., is_of).collect();
        for question in questions {
            let Layer::Removal(removal) = question else {
                continue;
            };
            let now = renamed.now(&removal.what.2);
            if let Some(key) = now.and_then(|id| self.library().with_id(&id)) {
                self.ask_removal_of(key);
            }
        }
    }

    /// A form whose record is gone closes, unless something is being typed in it.
    pub(in crate::app) fn close_forms_of_gone(&mut self, gone: impl Fn(&str) -> bool) {
        while let Some(Layer::Form(form)) = self.layers.last() {
            let is_known = matches!(&form.subject, Subject::Known(id) if gone(id));
            if !is_known {
                return;
            }
            self.layers.pop();
            if self.message.is_none() {
                self.message = Some(crate::words::ui::RECORD_GONE.into());
            }
        }
    }
}

impl FormLayer {
    fn rename(&mut self, renamed: &Renamed) {
        let (Subject::Known(id) | Subject::Part(id) | Subject::New(Some(id))) = &mut self.subject
        else {
            return;
        };
        if let Some(now) = renamed.now(id) {
            let was = id.clone();
            self.retitle(&was, &now);
            if let Subject::Known(id) | Subject::Part(id) | Subject::New(Some(id)) =
                &mut self.subject
            {
                *id = now;
            }
        }
    }
}
