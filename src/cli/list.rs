//! `majlis list`: the records, a line each.

use std::io;

use serde::Serialize;

use crate::app::fields::Values;
use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::search::Set;
use crate::words::label::Label;
use crate::words::missing as words;

use super::arguments::List;
use super::find::report_named;
use super::output::Output;
use super::{Failure, NOTHING};

/// A record as JSON, one object a line.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    kind: Kind,
    report: Option<&'a str>,
    record: Option<Record<'a>>,
}

/// Prints the records of a kind, or all, that have these values in the fields of a search; at most so many as are
/// wanted. The exit code tells whether there are any.
///
/// # Errors
/// When a report or a value is not known.
pub fn run(library: &Library, wanted: &List, output: &mut Output) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let report = wanted.report.as_deref();
    let report = report.map(|typed| report_named(library, typed, output));
    let report = report.transpose()?;
    let values = Values::default();
    let mut sets: Vec<Option<Set>> = Vec::new();
    for (field, typed) in &wanted.fields {
        let Some(meaning) = values.meaning(library, *field, typed) else {
            let (known, more) = values.some(library, *field);
            let names = field.names();
            let name = |place: usize| names.get(place).copied().unwrap_or_default();
            let why = words::no_such_value(name(1), name(0), typed, &known, more);
            return Err(Failure::Usage(why.get(output.language).to_owned()));
        };
        sets.push(values.records(library, *field, &meaning));
    }
    let has_all = |key: &Key| {
        let mut sets = sets.iter().map(Option::as_ref);
        sets.all(|set| set.is_some_and(|set| set.has(key.index() as u32)))
    };
    let is_wanted = |key: &Key| {
        wanted.kind.is_none_or(|kind| library.kind(*key) == kind)
            && report.is_none_or(|report| library.report_of(*key) == Some(report))
            && has_all(key)
    };
    let mut keys = library.keys().filter(is_wanted).peekable();
    let any = keys.peek().is_some();
    for key in keys.take(wanted.limit.unwrap_or(usize::MAX)) {
        if wanted.json {
            let line = serde_json::to_string(&Listed {
                id: library.id(key),
                kind: library.kind(key),
                report: super::report_id(library, key),
                record: library.record(key),
            });
            output.json(&line.map_err(io::Error::other)?)?;
        } else {
            row(library, key, output)?;
        }
    }
    Ok(if any { 0 } else { NOTHING })
}

/// A record on one line: its id, its kind, its title.
pub fn row(library: &Library, key: Key, output: &mut Output) -> io::Result<()> {
    row_found(library, key, "", output)
}

/// The same with how the record was found, where there is something to say of it.
pub fn row_found(library: &Library, key: Key, how: &str, output: &mut Output) -> io::Result<()> {
    let language = output.language;
    let kind = library.kind(key).label().get(language);
    let title = library.title(key, language);
    output.row_with(&[(library.id(key), 20), (kind, 12)], &title, how)
}
