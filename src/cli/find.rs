//! `majlis find`: searches everything, best first.

use std::io;

use serde::Serialize;

use crate::library::{Key, Library};
use crate::report::Record;
use crate::words::cli as words;

use super::arguments::Find;
use super::output::Output;
use super::{Failure, NOTHING, list};

/// How many are listed where `--limit` does not say.
const LIMIT: usize = 50;

/// A record as JSON, one object a line.
#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    kind: crate::report::Kind,
    report: Option<&'a str>,
    score: u32,
    record: Option<Record<'a>>,
}

/// Prints what answers the words.
pub fn run(library: &Library, wanted: &Find, output: &mut Output) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let report = wanted
        .report
        .as_deref()
        .map(|typed| report_named(library, typed, output))
        .transpose()?;
    // An index of the whole library serves one question only here; the screen keeps it.
    let finder = crate::app::finder::Finder::new(library);
    let allow = |key: Key| {
        wanted.kind.is_none_or(|kind| library.kind(key) == kind)
            && report.is_none_or(|report| library.report_of(key) == Some(report))
    };
    let query = finder.read(library, &wanted.words.join(" "));
    let found = finder.search(library, &query, wanted.limit.unwrap_or(LIMIT), Some(&allow));
    for note in crate::app::finder::notes(&query, &found) {
        output.complain(note.get(output.language));
    }
    if found.total == 0 {
        if output.is_terminal() && !wanted.json {
            output.paragraphs(words::NOTHING_FOUND.get(output.language))?;
        }
        return Ok(NOTHING);
    }
    for (key, score) in found.hits {
        if wanted.json {
            let line = serde_json::to_string(&Found {
                id: library.id(key),
                kind: library.kind(key),
                report: super::report_id(library, key),
                score,
                record: library.record(key),
            })
            .map_err(io::Error::other)?;
            output.json(&line)?;
        } else {
            list::row(library, key, output)?;
        }
    }
    // Who named a limit knows that there may be more.
    if wanted.limit.is_none() && found.total > LIMIT {
        output.complain(words::first_of(LIMIT, found.total).get(output.language));
    }
    Ok(0)
}

/// The report of that id.
fn report_named(library: &Library, typed: &str, output: &Output) -> Result<usize, Failure> {
    let known: Vec<&str> = library.report_ids().collect();
    known
        .iter()
        .position(|id| id.eq_ignore_ascii_case(typed))
        .ok_or_else(|| {
            let message = words::no_such_report(typed, &known);
            Failure::Usage(message.get(output.language).to_owned())
        })
}
