//! What is typed and not saved is kept in the state folder while it is typed, and is back in its place at
//! the next start, however this one ended.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_yaml::Value;

use super::super::{App, Layer};
use super::added::place_of_new;
use super::{Draft, lines};
use crate::library::keep::Typing;
use crate::report::Kind;
use crate::words::desk as words;

/// What is kept, and its file.
#[derive(Debug)]
pub(super) struct Kept {
    file: Typing,
    is: Vec<Typed>,
}

/// Something that was typed and not saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Typed {
    /// For a field of a record, where this was seen.
    Field {
        record: String,
        field: String,
        text: String,
        seen: Option<Value>,
    },
    /// For a new record of a kind in a place: each field and its text.
    New {
        new: String,
        place: String,
        fields: Vec<(String, String)>,
    },
    /// A line that adds a record.
    Line { line: String },
}

impl App {
    /// Keeps what is typed from now on, and puts what was typed before and not saved back into its place.
    pub fn keep_typing(&mut self) {
        let keeper = self.desk.keeper.as_ref();
        let Some((mut file, before)) = keeper.and_then(|keeper| keeper.typing()) else {
            return;
        };
        for text in &before {
            match serde_yaml::from_str::<Vec<Typed>>(text) {
                Ok(typed) => typed.into_iter().for_each(|one| self.put_typed_back(one)),
                // Of another version: it is told where it lies.
                Err(_) => _ = self.desk.keeper.as_ref().map(|one| one.keep_typed(text)),
            }
        }
        let of = self.names_of_unsaved();
        if !of.is_empty() {
            let said = words::typed_back(&of);
            self.message = Some(match self.message.take() {
                Some(before) => words::together(&[said, before]),
                None => said,
            });
        }
        let is = self.typed_now();
        file.keep(text_of(&is));
        self.desk.typing = Some(Kept { file, is });
    }

    /// Keeps what is typed now, where it is something else than before.
    pub(in crate::app) fn note_typing(&mut self) {
        if self.desk.typing.is_none() {
            return;
        }
        let now = self.typed_now();
        if let Some(kept) = self.desk.typing.as_mut().filter(|kept| kept.is != now) {
            kept.file.keep(text_of(&now));
            kept.is = now;
        }
    }

    /// Keeps what was typed for the next start, in which it is back in its place; says of what it is and
    /// where it lies. None where it cannot be kept so.
    pub(super) fn leave_typing(&mut self, of: &[&str]) -> Option<()> {
        self.note_typing();
        let kept = self.desk.typing.take()?;
        let path = kept.file.path().display().to_string();
        if !kept.file.end() {
            return None;
        }
        self.outbox.said.push(words::typed_stays(of, &path));
        Some(())
    }

    fn put_typed_back(&mut self, typed: Typed) {
        match typed {
            Typed::Field {
                record,
                field,
                text,
                seen,
            } => {
                let draft = Draft { text, base: seen };
                self.desk.drafts.insert((record, field), draft);
            }
            Typed::New { new, place, fields } => {
                if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == new) {
                    self.desk.unborn.insert((kind, place), fields);
                }
            }
            Typed::Line { line } => self.desk.lines.keep(line, 0),
        }
    }

    /// All that is typed and not saved, as if what is open had been closed.
    fn typed_now(&self) -> Vec<Typed> {
        let desk = &self.desk;
        let under_way = || desk.writing.under_way();
        let mut drafts: BTreeMap<_, _> = under_way()
            .flat_map(|back| &back.drafts)
            .map(|(place, draft)| (place, draft))
            .chain(&desk.drafts)
            .map(|(place, draft)| (place.clone(), draft.clone()))
            .collect();
        let unborn = under_way()
            .filter_map(|back| back.unborn.as_ref())
            .map(|(place, fields)| (place, fields));
        let mut unborn: BTreeMap<_, _> = unborn
            .chain(&desk.unborn)
            .map(|((kind, place), fields)| ((kind.name(), place.clone()), fields.clone()))
            .collect();
        let going = under_way().filter_map(|back| back.line.as_deref());
        let mut lines: Vec<String> = going.chain(desk.lines.texts()).map(str::to_owned).collect();
        let mut new = None;
        for layer in &self.layers {
            match layer {
                Layer::Form(form) => {
                    new = place_of_new(form).map(|(kind, place)| (kind.name(), place));
                    let fields = form.typed();
                    if let (Some(new), false) = (&new, fields.is_empty()) {
                        unborn.insert(new.clone(), fields);
                    }
                }
                Layer::Field(field) => {
                    let (target, text) = (&field.target, field.input.text());
                    let name = target.path.join(".");
                    match (&target.record, &new) {
                        (Some(id), _) if text == target.first => {
                            drafts.remove(&(id.clone(), name));
                        }
                        (Some(id), _) => {
                            let (text, base) = (text.to_owned(), target.base.clone());
                            drafts.insert((id.clone(), name), Draft { text, base });
                        }
                        (None, Some(new)) if text != target.first => {
                            let fields = unborn.entry(new.clone()).or_default();
                            fields.retain(|(one, _)| *one != name);
                            fields.push((name, text.to_owned()));
                        }
                        (None, _) => {}
                    }
                }
                Layer::Quick(quick) => lines.extend(lines::whole(quick.input.text())),
                _ => {}
            }
        }
        let drafts = drafts
            .into_iter()
            .map(|((record, field), draft)| Typed::Field {
                record,
                field,
                text: draft.text,
                seen: draft.base,
            });
        let unborn = unborn
            .into_iter()
            .map(|((kind, place), fields)| Typed::New {
                new: kind.to_owned(),
                place,
                fields,
            });
        let lines = lines.into_iter().map(|line| Typed::Line { line });
        drafts.chain(unborn).chain(lines).collect()
    }
}

fn text_of(typed: &[Typed]) -> String {
    match typed.is_empty() {
        true => String::new(),
        false => serde_yaml::to_string(typed).unwrap_or_default(),
    }
}
