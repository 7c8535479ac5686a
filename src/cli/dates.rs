//! Dates as people type them are told back: which day was understood.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::output::Output;
use super::writing::{Order, Verb, from_options};
use super::{Failure, values};
use crate::library::keep::wish::{Assignment, Desk, today};
use crate::report::{Date, Kind, hour_left_out};
use crate::words::{change as words, day};

/// A date that was typed otherwise than it is written: its field, what was typed, what is written.
pub struct Understood {
    field: String,
    typed: String,
    date: String,
}

/// The dates of an order that was understood.
pub fn understood(desk: &Desk<'_>, order: &Order) -> Vec<Understood> {
    let first = order.words.first().map_or("", String::as_str);
    let kind = match order.verb {
        Verb::Set => desk.library.find(first).map(|key| desk.library.kind(key)),
        Verb::Add => values::kind(first).ok(),
        Verb::New => Some(Kind::Report),
        _ => None,
    };
    let Some(kind) = kind else { return Vec::new() };
    let options = from_options(order);
    let all = order.words.iter().skip(1).chain(&options);
    all.filter_map(|assignment| {
        let (_, typed) = assignment.split_once('=')?;
        let read = Assignment::read(assignment, kind).ok()?;
        let Some(Value::String(date)) = read.date(desk) else {
            return None;
        };
        let typed = typed.trim();
        (date != typed).then(|| Understood {
            field: read.path().join("."),
            typed: typed.to_owned(),
            date,
        })
    })
    .collect()
}

/// The dates as they are written, by their fields.
pub fn written(all: &[Understood]) -> BTreeMap<&str, &str> {
    let each = all.iter();
    each.map(|one| (one.field.as_str(), one.date.as_str()))
        .collect()
}

/// Tells them, one a line.
pub fn tell(all: &[Understood], output: &mut Output) -> Result<(), Failure> {
    for one in all {
        let Ok(day) = Date::parse(&one.date) else {
            continue;
        };
        let told = day::told_back(&day, today());
        let said = words::understood(&one.field, &one.typed, &told);
        output.paragraphs(said.get(output.language))?;
        if let Some(hour) = hour_left_out(&one.typed, today()) {
            output.paragraphs(day::hour_left_out(&hour).get(output.language))?;
        }
    }
    Ok(())
}
