//! What the history tells of a change, for people.

use super::{Deed, Line, Sort};
use crate::library::edit::{FieldPath, Step};
use crate::words::{Message, change as words};

/// What became of each field, for people.
#[must_use]
pub fn lines(line: &Line) -> Vec<Message> {
    let told = line.fields.iter().map(|field| {
        let at = short(&field.at);
        let [was, became] = [&field.was, &field.became].map(|value| value.as_ref().map(shown));
        match (line.what, field.sort) {
            (Deed::Conflict, _) => words::lost(&line.record, &at, became.as_deref()),
            (_, Sort::Set) => {
                let record = record_of(line, &field.at);
                words::set(&record, &at, was.as_deref(), became.as_deref())
            }
            (_, Sort::Insert) => words::inserted(&element(line, &field.at)),
            (_, Sort::Remove) => words::removed(&element(line, &field.at)),
            (_, Sort::Move) => words::moved(&element(line, &field.at)),
        }
    });
    told.collect()
}

/// The same with the text of what was added, as much of it as is told in a line.
#[must_use]
pub fn lines_with_text(line: &Line) -> Vec<Message> {
    let texts = line.fields.iter().map(|field| match field.sort {
        Sort::Insert => field.became.as_ref().and_then(text_of),
        _ => None,
    });
    let told = lines(line).into_iter().zip(texts);
    told.map(|(told, text)| match text {
        Some(text) => words::with_text(&told, &text),
        None => told,
    })
    .collect()
}

/// The text, title or name of a record that was added, else who or what it is about.
#[must_use]
pub fn text_of(value: &serde_yaml::Value) -> Option<Message> {
    let own = ["text", "title", "name"]
        .iter()
        .find_map(|key| value.get(*key));
    if let Some(own) = own {
        let side = |key: &str| own.get(key).and_then(serde_yaml::Value::as_str);
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

/// A value on one line.
#[must_use]
pub fn shown(value: &serde_yaml::Value) -> String {
    match value {
        serde_yaml::Value::String(text) => text.clone(),
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}
