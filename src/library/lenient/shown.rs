//! What the model shows of a part of a file: where the file has an error in it, that is less than what
//! is written.

use serde_yaml::Value;

use super::{File, read};
use crate::library::edit::{FieldPath, Step};
use crate::report::{Registry, ReportFile};

/// What is shown of what stands at a place in this text; none where that is nothing.
pub(in crate::library) fn value(text: &str, at: &FieldPath) -> Option<Value> {
    let Step::Key(list) = at.0.first()? else {
        return None;
    };
    let whole = match list.as_str() {
        "bodies" | "people" | "countries" | "instruments" | "documents" => whole::<Registry>(text),
        _ => whole::<ReportFile>(text),
    };
    at.0.iter().try_fold(whole?, |value, step| match step {
        Step::Key(key) => value.get(key.as_str()).cloned(),
        Step::Place(place) => value.get(place).cloned(),
        Step::Id(id) => {
            let mut list = value.as_sequence()?.iter();
            let is_it = |one: &&Value| one.get("id").and_then(Value::as_str) == Some(id);
            list.find(is_it).cloned()
        }
    })
}

fn whole<T: File + serde::Serialize>(text: &str) -> Option<Value> {
    serde_yaml::to_value(read::<T>("", text).0?).ok()
}
