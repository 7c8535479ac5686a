//! What the history tells of a change, for people.

use serde_yaml::Value;

use super::field::{Takes, takes_at};
use super::{Deed, FieldChange, Line, Sort};
use crate::library::edit::{FieldPath, Step};
use crate::report::Language;
use crate::words::{Message, change as words, form, label, undo};

/// What became of each field, for people.
#[must_use]
pub fn lines(line: &Line) -> Vec<Message> {
    let named = |(told, field): (Message, &FieldChange)| match line.what {
        // What is undone is said to be: else it would be read as its opposite.
        Deed::Undo if whole(field).is_some() => Message::new(
            format!("{}: {}", undo::UNDONE.ar, told.ar),
            format!("{}: {}", undo::UNDONE.en, told.en),
        ),
        _ => told,
    };
    parts(line)
        .into_iter()
        .zip(&line.fields)
        .map(named)
        .collect()
}

/// Whether a record, or an entry of a list, as a whole came (true) or went; none where it is a field
/// that changed, or something that moved. A position stands in its item, and not in a list.
#[must_use]
pub fn whole(field: &FieldChange) -> Option<bool> {
    let is_there = |value: &Option<Value>| value.as_ref().is_some_and(|value| !value.is_null());
    match (field.sort, field.at.0.last()) {
        (Sort::Insert, _) => Some(true),
        (Sort::Remove, _) => Some(false),
        (Sort::Set, Some(Step::Key(key))) if key == "position" => {
            let (was, is) = (is_there(&field.was), is_there(&field.became));
            (was != is).then_some(is)
        }
        _ => None,
    }
}

/// The same without what was done with them.
fn parts(line: &Line) -> Vec<Message> {
    let told = line.fields.iter().map(|field| {
        let at = named(&short(&field.at));
        let [was, became] = [&field.was, &field.became]
            .map(|value| value.as_ref().map(|value| told(&field.at, value)));
        let ar = |value: &'_ Option<Message>| value.as_ref().map(|value| value.ar.clone());
        let en = |value: &'_ Option<Message>| value.as_ref().map(|value| value.en.clone());
        match (line.what, field.sort) {
            (Deed::Undo, _) if whole(field).is_some() => {
                let called = match field.sort {
                    Sort::Set => format!("{}/position", line.record.trim_end_matches("/position")),
                    _ => element(line, &field.at),
                };
                let called = Message::new(called.clone(), called);
                match whole(field) {
                    Some(true) => undo::removal_undone(&called),
                    _ => undo::addition_undone(&called),
                }
            }
            (Deed::Conflict, _) => Message::new(
                words::lost(&line.record, &at.ar, ar(&became).as_deref()).ar,
                words::lost(&line.record, &at.en, en(&became).as_deref()).en,
            ),
            (_, Sort::Set) => {
                let record = record_of(line, &field.at);
                let set = |at: &str, [was, became]: [Option<String>; 2]| {
                    words::set(&record, at, was.as_deref(), became.as_deref())
                };
                Message::new(
                    set(&at.ar, [ar(&was), ar(&became)]).ar,
                    set(&at.en, [en(&was), en(&became)]).en,
                )
            }
            (_, Sort::Insert) => words::inserted(&element(line, &field.at)),
            (_, Sort::Remove) => words::removed(&element(line, &field.at)),
            (_, Sort::Move) => words::moved(&element(line, &field.at)),
        }
    });
    match line.what {
        Deed::Pass => vec![Message::new(&*line.record, &*line.record)],
        _ => told.collect(),
    }
}

/// What became of each field, with the text of what was added, as much of it as is told in a line; what
/// was done with them, that they were undone, is not told.
#[must_use]
pub fn lines_with_text(line: &Line) -> Vec<Message> {
    let is_told = |field: &FieldChange| match line.what {
        Deed::Undo => whole(field) == Some(true),
        // A position that comes is told with its text.
        _ => field.sort == Sort::Insert,
    };
    let texts = line.fields.iter().map(|field| match is_told(field) {
        true => field.became.as_ref().and_then(text_of),
        false => None,
    });
    let told = parts(line)
        .into_iter()
        .zip(texts.chain(std::iter::repeat(None)));
    told.map(|(told, text)| match text {
        Some(text) => words::with_text(&told, &text),
        None => told,
    })
    .collect()
}

/// The text, title or name of a record that was added, else who or what it is about.
#[must_use]
pub fn text_of(value: &Value) -> Option<Message> {
    let own = ["text", "title", "name"]
        .iter()
        .find_map(|key| value.get(*key));
    if let Some(own) = own {
        let side = |key: &str| own.get(key).and_then(Value::as_str);
        let plain = own.as_str();
        let ar = side("ar").or_else(|| side("en")).or(plain)?;
        let en = side("en").or_else(|| side("ar")).or(plain)?;
        return Some(Message::new(first_line(ar), first_line(en)));
    }
    let who = ["person", "by"].iter().find_map(|key| value.get(*key))?;
    let who = shown(who);
    Some(Message::new(who.clone(), who))
}

/// The characters of a text that are told.
const TOLD: usize = 100;

fn first_line(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let whole = line.len() == text.trim().len();
    match line.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None if whole => line.to_owned(),
        None => format!("{line}…"),
    }
}

/// The full id of the record of which a field is: that of the line, unless the field stands in another
/// one, out of which a reference was taken.
#[must_use]
pub fn record_of(line: &Line, at: &FieldPath) -> String {
    record_at(&line.record, at)
}

/// The same of a change that is about the record with this full id.
#[must_use]
pub fn record_at(record: &str, at: &FieldPath) -> String {
    let named = at.0.iter().rev().find_map(|step| match step {
        Step::Id(id) => Some(id.as_str()),
        _ => None,
    });
    let report = record.split_once(':').map(|(report, _)| report);
    let full = match (named, report) {
        (Some(id), Some(report)) => format!("{report}:{id}"),
        (Some(id), None) => id.to_owned(),
        (None, _) => return record.to_owned(),
    };
    let part = record.strip_prefix(&full);
    match part.is_some_and(|part| part.is_empty() || part == "/position") {
        true => record.to_owned(),
        false => full,
    }
}

/// The full id of an element, where it has an id; else its place in the record.
#[must_use]
pub fn element(line: &Line, at: &FieldPath) -> String {
    let report = line.record.split_once(':').map(|(report, _)| report);
    match (at.0.last(), report) {
        (Some(Step::Id(id)), Some(report)) => format!("{report}:{id}"),
        (Some(Step::Id(id)), None) => id.clone(),
        // The file as a whole.
        (None, _) => line.record.clone(),
        _ => format!("{} {at}", line.record),
    }
}

/// The part of a path behind the last element of a list: `position.status`.
#[must_use]
pub fn short(at: &FieldPath) -> String {
    let begin = at.0.iter().rposition(|step| matches!(step, Step::Id(_)));
    let rest = at.0.iter().skip(begin.map_or(0, |begin| begin + 1));
    FieldPath(rest.cloned().collect()).to_string()
}

/// A path as it is told: in English as commands take it, in Arabic by what its fields are called.
pub fn named(path: &str) -> Message {
    let part = |part: &str| {
        let (name, place) = part
            .split_once('[')
            .map_or((part, ""), |(name, rest)| (name, rest));
        let called = match name {
            "ar" => "(عربي)",
            "en" => "(إنكليزي)",
            "position" => "الموقف",
            name => label::field(name, Language::Arabic),
        };
        match place.trim_end_matches(']') {
            "" => called.to_owned(),
            place => format!("{called} {place}"),
        }
    };
    let mut ar = String::new();
    for part in path.split('.').map(part) {
        match (ar.is_empty(), part.starts_with('(')) {
            (true, _) => {}
            (false, true) => ar.push(' '),
            (false, false) => ar.push_str("، "),
        }
        ar.push_str(&part);
    }
    Message::new(ar, path)
}

/// A value that stands at this place as people read it: a record or a text by what it says, a list by its
/// entries; in Arabic a word of a fixed set by what it is called, in English as commands take it.
#[must_use]
pub fn told(at: &FieldPath, value: &Value) -> Message {
    let plain = |text: String| Message::new(text.clone(), text);
    match value {
        Value::Mapping(map) => {
            if let Some(text) = text_of(value) {
                return text;
            }
            let side = |key: &str| map.get(key).and_then(Value::as_str);
            match (side("ar"), side("en")) {
                (None, None) => {
                    let one = |(key, value): (&Value, &Value)| {
                        let key = shown(key);
                        let value = told(&at.clone().key(&key), value);
                        Message::new(
                            format!("{}: {}", label::field(&key, Language::Arabic), value.ar),
                            format!("{key}: {}", value.en),
                        )
                    };
                    joined(map.iter().map(one))
                }
                (ar, en) => {
                    let first = |one: Option<&str>, other: Option<&str>| {
                        first_line(one.or(other).unwrap_or_default())
                    };
                    Message::new(first(ar, en), first(en, ar))
                }
            }
        }
        Value::Sequence(all) => joined(all.iter().map(|one| told(at, one))),
        Value::Bool(is_so) => {
            let said = if *is_so { form::YES } else { form::NO };
            Message::new(said.ar, shown(value))
        }
        Value::String(word) => match called(at, word) {
            Some(ar) => Message::new(ar, word.as_str()),
            None => plain(word.clone()),
        },
        other => plain(shown(other)),
    }
}

/// What a word is called in Arabic: one of a fixed set, or the name of a field where fields are listed.
fn called<'w>(at: &FieldPath, word: &'w str) -> Option<&'w str> {
    if let Some(Step::Key(key)) = at.0.last()
        && matches!(key.as_str(), "inferred" | "unknown")
    {
        let called = label::field(word, Language::Arabic);
        return (called != word).then_some(called);
    }
    match takes_at(at)? {
        Takes::Words(choices) => {
            let choice = choices.iter().find(|choice| choice.word == word)?;
            Some(choice.label?.ar)
        }
        _ => None,
    }
}

fn joined(all: impl Iterator<Item = Message>) -> Message {
    let (ar, en): (Vec<String>, Vec<String>) = all.map(|one| (one.ar, one.en)).unzip();
    Message::new(ar.join("، "), en.join(", "))
}

/// A value on one line.
#[must_use]
pub fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}
