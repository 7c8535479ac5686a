//! What is said of a change: which field of which record became what, in the words of the screen.

use serde_yaml::Value;

use super::super::form;
use super::form::in_list;
use super::typed_of;
use crate::library::Library;
use crate::library::edit::Step;
use crate::library::keep::field::{self, Choice, Takes};
use crate::library::keep::told::{element, short};
use crate::library::keep::typed::{Around, typed};
use crate::library::keep::{Deed, FieldChange, Line, Sort};
use crate::report::{Date, Kind, Language};
use crate::words::label::Label;
use crate::words::{Message, change, date, desk as words, form as form_words};

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
    if let Some(field) = form::at(kind, path) {
        return field.label.into();
    }
    let language = match path.last().map(String::as_str) {
        Some("ar") => Some(Language::Arabic),
        Some("en") => Some(Language::English),
        _ => None,
    };
    let text = path.split_last().map(|(_, text)| text);
    let field = text.and_then(|text| form::at(kind, text));
    match (field, language) {
        (Some(field), Some(language)) => words::in_language(field.label, language),
        _ => Message::new(name.clone(), name),
    }
}

/// What stands at a path is called; an entry of a list has its number.
#[must_use]
pub fn label_of_entry(kind: Kind, path: &[String]) -> Message {
    let label = label(kind, path);
    match in_list(path) {
        Some((_, place)) => Message::new(
            format!("{} {}", label.ar, place + 1),
            format!("{} {}", label.en, place + 1),
        ),
        None => label,
    }
}

/// A value as people read it.
#[must_use]
pub fn told(library: &Library, kind: Kind, path: &[String], value: Option<&Value>) -> Message {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let takes = field::field(kind, &names).map(|field| field.takes);
    match (value, takes) {
        (None | Some(Value::Null), _) => words::EMPTY.into(),
        (Some(Value::Sequence(all)), Ok(Takes::Parts)) => {
            let all = all.iter().enumerate().map(|(place, one)| {
                let mut path = path.to_vec();
                path.push(place.to_string());
                told(library, kind, &path, Some(one))
            });
            words::together(&all.collect::<Vec<_>>())
        }
        (Some(Value::Sequence(all)), Ok(takes)) => {
            let all: Vec<Message> = all.iter().map(|one| read(library, &takes, one)).collect();
            listed(&all)
        }
        (Some(Value::Mapping(map)), Ok(Takes::Text)) => {
            let side = |first: &str, other: &str| {
                let text = map.get(first).or_else(|| map.get(other));
                text.and_then(Value::as_str).unwrap_or_default().to_owned()
            };
            Message::new(side("ar", "en"), side("en", "ar"))
        }
        (Some(Value::Mapping(map)), Ok(Takes::Parts)) => {
            let all = map.iter().filter_map(|(key, one)| {
                let mut path = path.to_vec();
                path.push(key.as_str()?.to_owned());
                Some(told(library, kind, &path, Some(one)))
            });
            listed(&all.collect::<Vec<_>>())
        }
        (Some(value), Ok(takes)) => read(library, &takes, value),
        (Some(value), Err(_)) => plain(value),
    }
}

/// What is typed for a field, as people read its value; the text itself where it is none.
#[must_use]
pub fn told_typed(kind: Kind, path: &[String], text: &str, around: Around<'_>) -> Message {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let field = field::field(kind, &names).ok();
    match field.and_then(|field| typed(&field, text, around).ok()) {
        Some(value) => told(around.library, kind, path, value.as_ref()),
        None => Message::new(text, text),
    }
}

/// Several values in one line.
fn listed(all: &[Message]) -> Message {
    let join = |side: fn(&Message) -> &str, comma: &str| {
        all.iter().map(side).collect::<Vec<_>>().join(comma)
    };
    Message::new(join(|one| &one.ar, "، "), join(|one| &one.en, ", "))
}

fn plain(value: &Value) -> Message {
    if let Value::Bool(is_so) = value {
        return if *is_so {
            form_words::YES
        } else {
            form_words::NO
        }
        .into();
    }
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
        Takes::Registry(_) | Takes::Record => match library.in_registry(text) {
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
