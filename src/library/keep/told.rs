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
            (_, Sort::Set) => words::set(&line.record, &at, was.as_deref(), became.as_deref()),
            (_, Sort::Insert) => words::inserted(&element(line, &field.at)),
            (_, Sort::Remove) => words::removed(&element(line, &field.at)),
            (_, Sort::Move) => words::moved(&element(line, &field.at)),
        }
    });
    told.collect()
}

/// The full id of an element, where it has an id; else its place in the record.
#[must_use]
pub fn element(line: &Line, at: &FieldPath) -> String {
    let report = line.record.split_once(':').map(|(report, _)| report);
    match (at.0.last(), report) {
        (Some(Step::Id(id)), Some(report)) => format!("{report}:{id}"),
        (Some(Step::Id(id)), None) => id.clone(),
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
