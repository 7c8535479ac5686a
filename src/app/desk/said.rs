//! What is said of a change: which field of which record became what, in the words of the screen.

use serde_yaml::Value;

use super::super::form;
use super::typed_of;
use crate::library::Library;
use crate::library::edit::Step;
use crate::library::keep::field::{self, Choice, Takes};
use crate::library::keep::told::{element, short};
use crate::library::keep::{Deed, FieldChange, Line, Sort};
use crate::report::{Date, Kind, Language};
use crate::words::label::Label;
use crate::words::{Message, change, date, desk as words};

/// So many characters of a value are said.
const LONGEST: usize = 60;

/// What a line of the history tells.
#[must_use]
pub fn line(library: &Library, line: &Line) -> Message {
    let told: Vec<Message> = line
        .fields
        .iter()
        .map(|field| change(library, line, field))
        .collect();
    let told = words::together(&told);
    match line.what {
        Deed::Change | Deed::Conflict => told,
        Deed::Undo => words::undone(&told),
        Deed::Redo => words::redone(&told),
    }
}

/// What became of one field.
#[must_use]
pub fn change(library: &Library, line: &Line, field: &FieldChange) -> Message {
    let id = element(line, &field.at);
    // A position stands in its item, and not in a list.
    let is_position = field.at.0.last() == Some(&Step::Key("position".to_owned()));
    match field.sort {
        Sort::Set if is_position && field.was.is_none() => {
            words::added(Kind::Position.label(), &line.record)
        }
        Sort::Set if is_position && field.became.is_none() => change::removed(&line.record),
        Sort::Set => {
            let kind = library.with_id(&line.record).map(|key| library.kind(key));
            let path = path_in(kind, field);
            // A command may name the item where its position is meant.
            let (record, kind, path) = match (kind, path.split_first()) {
                (Some(Kind::Item), Some((first, rest))) if first == "position" => {
                    let position = format!("{}/position", line.record);
                    (position, Some(Kind::Position), rest.to_vec())
                }
                _ => (line.record.clone(), kind, path),
            };
            let (label, [was, became]) = match kind {
                Some(kind) => (
                    label(kind, &path),
                    [&field.was, &field.became]
                        .map(|value| cut(&told(library, kind, &path, value.as_ref()))),
                ),
                None => {
                    let name = path.join(".");
                    let plain = |value: &Option<Value>| {
                        let text = typed_of(value.as_ref());
                        cut(&Message::new(text.clone(), text))
                    };
                    let label = Message::new(name.clone(), name);
                    (label, [&field.was, &field.became].map(plain))
                }
            };
            words::changed(&record, &label, &was, &became)
        }
        Sort::Insert => match library.with_id(&id) {
            Some(key) => words::added(library.kind(key).label(), &id),
            None => change::inserted(&id),
        },
        Sort::Remove => change::removed(&id),
        Sort::Move => change::moved(&id),
    }
}

/// The path of a field within its record.
fn path_in(kind: Option<Kind>, field: &FieldChange) -> Vec<String> {
    let path = short(&field.at);
    let own = match kind {
        Some(Kind::Position) => path.strip_prefix("position.").unwrap_or(&path),
        Some(Kind::Report) => path.strip_prefix("report.").unwrap_or(&path),
        _ => &path,
    };
    own.split('.').map(str::to_owned).collect()
}

/// What a field is called; a text in one language says which.
#[must_use]
pub fn label(kind: Kind, path: &[String]) -> Message {
    let name = path.join(".");
    if let Some(field) = form::named(kind, &name) {
        return field.label.into();
    }
    let language = match path.last().map(String::as_str) {
        Some("ar") => Some(Language::Arabic),
        Some("en") => Some(Language::English),
        _ => None,
    };
    let text = name.rsplit_once('.').map(|(text, _)| text);
    let field = text.and_then(|text| form::named(kind, text));
    match (field, language) {
        (Some(field), Some(language)) => words::in_language(field.label, language),
        _ => Message::new(name.clone(), name),
    }
}

/// A value as people read it.
#[must_use]
pub fn told(library: &Library, kind: Kind, path: &[String], value: Option<&Value>) -> Message {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let takes = field::field(kind, &names).map(|field| field.takes);
    match (value, takes) {
        (None | Some(Value::Null), _) => words::EMPTY.into(),
        (Some(Value::Sequence(all)), Ok(takes)) => {
            let all: Vec<Message> = all.iter().map(|one| read(library, &takes, one)).collect();
            let join = |side: fn(&Message) -> &str, comma: &str| {
                all.iter().map(side).collect::<Vec<_>>().join(comma)
            };
            Message::new(join(|one| &one.ar, "، "), join(|one| &one.en, ", "))
        }
        (Some(value), Ok(takes)) => read(library, &takes, value),
        (Some(value), Err(_)) => plain(value),
    }
}

fn plain(value: &Value) -> Message {
    let text = typed_of(Some(value));
    Message::new(text.clone(), text)
}

/// One value as people read it.
fn read(library: &Library, takes: &Takes, value: &Value) -> Message {
    let Value::String(text) = value else {
        return plain(value);
    };
    match takes {
        Takes::Words(choices) => choice(choices, text).unwrap_or_else(|| plain(value)),
        Takes::Date => Date::parse(text).map_or_else(
            |_| plain(value),
            |day| {
                Message::new(
                    date::date(&day, Language::Arabic),
                    date::date(&day, Language::English),
                )
            },
        ),
        Takes::Registry(_) => match library.in_registry(text) {
            Some(key) => Message::new(
                library.title(key, Language::Arabic),
                library.title(key, Language::English),
            ),
            None => plain(value),
        },
        _ => plain(value),
    }
}

/// What people call a word of a fixed set.
fn choice(choices: &[Choice], word: &str) -> Option<Message> {
    let choice = choices.iter().find(|choice| choice.word == word)?;
    Some(choice.label?.into())
}

/// As much of a value as is said in a line.
fn cut(value: &Message) -> Message {
    let cut = |text: &str| {
        let line = text.split('\n').next().unwrap_or_default();
        match line.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
            None if line.len() < text.trim_end().len() => format!("{line}…"),
            None => line.to_owned(),
        }
    };
    Message::new(cut(&value.ar), cut(&value.en))
}
