//! What is typed and not saved is kept in the state folder while it is typed, and is back in its place at
//! the next start, however this one ended.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_yaml::Value;

use super::super::{App, Layer};
use super::added::place_of_new;
use super::writing::leaving::{mapping, of_new, of_record};
use super::{Draft, lines};
use crate::library::keep::Typing;
use crate::report::{Kind, Language};
use crate::words::desk as words;
use crate::words::label::Label;

/// What is kept, and its file.
#[derive(Debug)]
pub(super) struct Kept {
    /// None where the state folder cannot be written.
    file: Option<Typing>,
    /// Of it, what is in the file.
    is: Vec<Typed>,
}

/// Something that was typed and not saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Typed {
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
    Line {
        line: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
    },
}

impl super::Desk {
    /// Whether something is typed of which nothing is kept: where the program is ended, it is lost.
    #[must_use]
    pub fn keeps_nothing(&self) -> bool {
        self.typing
            .as_ref()
            .is_some_and(|kept| !kept.is.is_empty() && kept.file.as_ref().is_none_or(Typing::fails))
    }
}

impl Typed {
    /// Of what it is, as people call it.
    pub(super) fn of(&self, language: Language) -> String {
        match self {
            Self::Field { record, .. } => record.clone(),
            Self::New { new, place, .. } => match kind_of(new) {
                Some(kind) => format!("{} ({place})", kind.label().get(language)),
                None => format!("{new} ({place})"),
            },
            Self::Line { line, .. } => line.clone(),
        }
    }

    /// The record that it is of, or the place of a new one: what that is of stands before a path. None for a
    /// line.
    pub(super) fn place(&self) -> Option<&str> {
        match self {
            Self::Field { record, .. } => Some(record),
            Self::New { place, .. } => Some(place),
            Self::Line { .. } => None,
        }
    }

    /// All of it, for a copy that a person reads.
    pub(super) fn entry(&self) -> Value {
        match self {
            Self::Field {
                record,
                field,
                text,
                ..
            } => of_record(record, field, text),
            Self::New { new, place, fields } => of_new(new, place, fields),
            Self::Line { line, .. } => mapping([("line", line.as_str())]),
        }
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}

impl App {
    /// Keeps what is typed from now on, once the library is whole, and puts what was typed before and not
    /// saved back into its place. What has no place any more is copied, and it is told where.
    pub fn keep_typing(&mut self) {
        if self.loading.is_some() || self.desk.typing.is_some() {
            return;
        }
        let keeper = self.desk.keeper.clone();
        let may = keeper.as_ref().is_some_and(|one| !one.only_reads());
        let typing = keeper.as_ref().and_then(|keeper| keeper.typing());
        if may && typing.is_none() {
            let is = Vec::new();
            self.desk.typing = Some(Kept { file: None, is });
        }
        if let Some((file, before)) = typing {
            let mut apart = Vec::new();
            let mut copies = Vec::new();
            for text in before {
                match serde_yaml::from_str::<Vec<Typed>>(&text) {
                    Ok(typed) => {
                        let typed = typed.into_iter();
                        apart.extend(typed.filter_map(|one| self.put_typed_back(one)));
                    }
                    // Of another version.
                    Err(_) => copies.push(text),
                }
            }
            if !apart.is_empty() {
                copies.push(text_of(&apart.iter().map(Typed::entry).collect::<Vec<_>>()));
            }
            let of: Vec<String> = self.unsaved().into_iter().map(|(of, _)| of).collect();
            if !of.is_empty() {
                let back = words::typed_back(&of);
                self.message = Some(match self.message.take() {
                    Some(said) => words::together(&[back, said]),
                    None => back,
                });
            }
            let copied = |text: &String| {
                keeper
                    .as_ref()
                    .is_some_and(|one| one.keep_typed(text).is_some())
            };
            // What can be neither put back nor copied stays where it is, and nothing is written over it.
            self.desk.typing = Some(Kept {
                file: Some(file).filter(|_| copies.iter().all(copied)),
                is: Vec::new(),
            });
            self.note_typing();
        }
        self.tell_typed_perhaps();
        self.tell_kept();
        self.find_typed_elsewhere();
    }

    /// Says where that lies which was typed for this library and not saved, where it is not put back into
    /// its place.
    pub fn tell_typed(&mut self) {
        let keeper = self.desk.keeper.as_ref();
        let typed = keeper
            .map(|keeper| keeper.typed_before())
            .unwrap_or_default();
        if !typed.is_empty() {
            let paths: Vec<_> = typed
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            let said = words::typed_lies(&paths);
            self.message = Some(words::with(said, self.message.take()));
        }
        self.tell_typed_perhaps();
        self.tell_typed_elsewhere();
    }

    /// The same of what may have been typed for it.
    fn tell_typed_perhaps(&mut self) {
        let keeper = self.desk.keeper.as_ref();
        let typed = keeper
            .map(|keeper| keeper.typed_perhaps())
            .unwrap_or_default();
        if let Some(last) = typed.last() {
            let said = words::typed_perhaps(&last.display().to_string());
            self.message = Some(words::with(said, self.message.take()));
        }
    }

    /// Keeps what is typed now.
    pub(in crate::app) fn note_typing(&mut self) {
        if self.desk.typing.is_none() {
            return;
        }
        let now = self.typed_now(true);
        if let Some(kept) = &mut self.desk.typing {
            if let (Some(file), true) = (&mut kept.file, kept.is != now || now.is_empty()) {
                file.keep(text_of(&now));
            }
            kept.is = now;
        }
    }

    /// Keeps what was typed, of which there is something, for the next start, in which it is back in its
    /// place; says of what it is and where it lies. Whether it could be kept so.
    pub(super) fn leave_typing(&mut self, of: &[&str]) -> bool {
        let now = self.typed_now(false);
        let Some(mut file) = self.desk.typing.take().and_then(|kept| kept.file) else {
            return now.is_empty();
        };
        file.keep(text_of(&now));
        let path = file.path().display().to_string();
        if !file.end() {
            return now.is_empty();
        }
        if !now.is_empty() {
            self.outbox.said.push(words::typed_stays(of, &path));
        }
        true
    }

    /// What was typed and not saved: what it is of, and all of it.
    pub(super) fn unsaved(&self) -> Vec<(String, Value)> {
        let typed = self.typed_now(false).into_iter();
        typed
            .map(|one| (one.of(self.language), one.entry()))
            .collect()
    }

    /// Puts it back into its place; it comes back itself where there is none any more, or another text in it.
    pub(super) fn put_typed_back(&mut self, typed: Typed) -> Option<Typed> {
        let is_there = |place: &str| {
            // What a part is of stands before its path.
            let id = place.split(' ').next().unwrap_or(place);
            id.is_empty() || self.library().with_id(id).is_some()
        };
        match typed {
            Typed::Line { line: text, of } => self.desk.lines.keep(lines::Line { text, of }, 0),
            Typed::Field {
                record,
                field,
                text,
                seen,
            } => {
                let place = (record, field);
                let other = self.desk.drafts.get(&place);
                if !is_there(&place.0) || other.is_some_and(|other| other.text != text) {
                    let (record, field) = place;
                    return Some(Typed::Field {
                        record,
                        field,
                        text,
                        seen,
                    });
                }
                let draft = Draft { text, base: seen };
                self.desk.drafts.insert(place, draft);
            }
            Typed::New { new, place, fields } => {
                let kind = kind_of(&new).filter(|_| is_there(&place));
                let at = kind.map(|kind| (kind, place.clone()));
                let is_free = |at: &_| {
                    let other = self.desk.unborn.get(at);
                    other.is_none_or(|other| *other == fields)
                };
                match at.filter(is_free) {
                    Some(at) => _ = self.desk.unborn.insert(at, fields),
                    None => return Some(Typed::New { new, place, fields }),
                }
            }
        }
        None
    }

    /// All that is typed and not saved, as if what is open had been closed; and what is being written, which
    /// is not saved before it is.
    pub(super) fn typed_now(&self, with_under_way: bool) -> Vec<Typed> {
        let desk = &self.desk;
        let under_way = || desk.writing.under_way().filter(|_| with_under_way);
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
        // What a line was typed over that is being written goes when it is written.
        let going = desk.writing.under_way().flat_map(|back| &back.layers);
        let going = going.flat_map(|layer| match layer {
            Layer::Quick(quick) => [quick.typed_over(), quick.line().filter(|_| with_under_way)],
            _ => [None, None],
        });
        let kept = desk.lines.all().cloned();
        let mut lines: Vec<lines::Line> = going.flatten().chain(kept).collect();
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
                            let (text, base) = (text.to_owned(), field.base().cloned());
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
                Layer::Quick(quick) => {
                    lines.extend(quick.lines());
                }
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
        let lines = lines.into_iter().map(|line| Typed::Line {
            line: line.text,
            of: line.of,
        });
        drafts.chain(unborn).chain(lines).collect()
    }
}

fn text_of<T: Serialize>(typed: &[T]) -> String {
    match typed.is_empty() {
        true => String::new(),
        false => serde_yaml::to_string(typed).unwrap_or_default(),
    }
}
