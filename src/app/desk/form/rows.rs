//! The rows of a form: its fields, or the entries of a list, without their values.

use serde_yaml::Value;

use super::super::super::form;
use super::Row;
use super::elsewhere::FIXED;
use crate::library::keep::field::{self, Takes};
use crate::report::{Kind, Language};
use crate::words::label::the;
use crate::words::{Message, desk as words, form as form_words, ui};

/// The field to which a row belongs: that of a text, where the row is one of its languages.
pub(super) fn field_of(path: &[String]) -> &[String] {
    match path.split_last() {
        Some((side, text)) if matches!(side.as_str(), "ar" | "en") => text,
        _ => path,
    }
}

/// The entries of a list; one value may stand for a list of one.
pub(in super::super) fn several(value: Option<&Value>) -> Vec<Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Sequence(list)) => list.clone(),
        Some(one) => vec![one.clone()],
    }
}

/// The row of an entry, without its value.
pub(super) fn entry(base: &[String], place: usize, several: bool) -> Row {
    let mut path = base.to_vec();
    path.push(place.to_string());
    Row {
        path,
        label: form_words::entry(place + 1),
        required: false,
        typed: String::new(),
        shown: words::EMPTY.into(),
        draft: false,
        several,
    }
}

/// The fields of a kind, or of the part of it that stands at `base`, without values. What has parts of
/// its own is opened once the record is there.
pub(super) fn rows(kind: Kind, base: &[String], language: Language, is_new: bool) -> Vec<Row> {
    let names: Vec<&str> = base.iter().map(String::as_str).collect();
    let part = field::field(kind, &names).ok().and_then(|field| field.of);
    let fields: Vec<form::Field> = match part {
        Some(part) if !base.is_empty() => form::fields_within(part).collect(),
        _ => form::fields(kind).collect(),
    };
    let mut rows = Vec::new();
    for one in fields {
        let mut path = base.to_vec();
        path.extend(one.name.split('.').map(str::to_owned));
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let Ok(field) = field::field(kind, &names) else {
            continue;
        };
        let required = match base.is_empty() {
            true => one.is_required(kind),
            false => field.required,
        };
        // Who holds the post may stand for the person: one of the two is needed.
        let is_nominee = is_new && kind == Kind::Nomination && path == ["person"];
        let required = required || is_nominee;
        let row = |path: Vec<String>, label: Message| Row {
            path,
            label,
            required,
            typed: String::new(),
            shown: words::EMPTY.into(),
            draft: false,
            several: field.many || field.takes == Takes::Parts,
        };
        match field.takes {
            Takes::Text => {
                for language in [language, language.other()] {
                    let mut path = path.clone();
                    path.push(language.code().to_owned());
                    rows.push(row(path, words::in_language(one.label, language)));
                }
            }
            // The total and the shares of a figure are typed in a line.
            Takes::Parts if is_new && !(kind == Kind::Figure && base.is_empty()) => {}
            Takes::Parts if is_new && !matches!(field.of, Some("Share" | "Quantity")) => {}
            _ => rows.push(row(path, one.label.into())),
        }
    }
    if base.is_empty() && !is_new {
        let model = field::fields_of(kind);
        for name in FIXED.into_iter().filter(|name| model.contains(name)) {
            let label = match name {
                "position" => the(Kind::Position),
                "sic" => ui::SIC,
                _ => form_words::ID,
            };
            let row = Row {
                path: vec![name.to_owned()],
                label: label.into(),
                required: false,
                typed: String::new(),
                shown: words::EMPTY.into(),
                draft: false,
                several: true,
            };
            match name {
                // Behind what the item says itself.
                "position" => {
                    let behind = rows.iter().position(|row| row.path == ["refs"]);
                    rows.insert(behind.unwrap_or_default(), row);
                }
                _ => rows.push(row),
            }
        }
    }
    rows
}
