//! `majlis find`: searches everything, best first.

use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use crate::app::Shelf;
use crate::app::deferred::put_off_now;
use crate::app::finder::{Inquiry, nothing};
use crate::app::snippet::{Met, met};
use crate::library::keep::wish::today;
use crate::library::live::{self, State};
use crate::library::{Key, Library};
use crate::report::call::Moment;
use crate::report::{Kind, Record};
use crate::search::{Marker, Set};
use crate::words::{cli as words, query as query_words};

use super::arguments::Find;
use super::output::Output;
use super::{Failure, NOTHING, list};

/// How many are listed where `--limit` does not say.
const LIMIT: usize = 50;

/// A record as JSON, one object a line.
#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    kind: Kind,
    report: Option<&'a str>,
    score: u32,
    /// How it was found, where it has not the words as they were typed in the language of the output.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    /// What was asked for and it has not, as it was typed; of the records that have the most of a question it is
    /// told of the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without: Vec<&'a str>,
    record: Option<Record<'a>>,
}

/// Prints what answers the words.
pub fn run(
    shelf: &Shelf,
    folder: Option<&Path>,
    wanted: &Find,
    output: &mut Output,
) -> Result<u8, Failure> {
    let library = &shelf.library;
    super::open_or_say(library, output)?;
    let report = wanted
        .report
        .as_deref()
        .map(|typed| report_named(library, typed, output))
        .transpose()?;
    let finder = shelf.finder();
    let among = among(library, wanted.kind, report);
    // What is put off in the call that is on is deferred, though no record tells it yet.
    let state = folder.map_or(State::None, live::read);
    let call = state
        .call()
        .filter(|_| !state.is_left_behind(Moment::now()));
    let deferred: Vec<Key> = put_off_now(library, call).collect();
    let query = finder.read_with(library, &wanted.words.join(" "), &deferred);
    let limit = wanted.limit.unwrap_or(LIMIT);
    let found = finder.search(Inquiry {
        among: among.as_ref(),
        today: Some(today()),
        deferred: &deferred,
        ..Inquiry::of(library, &query, limit)
    });
    // What is not for a program is said beside what is found.
    if !wanted.json {
        for note in crate::app::finder::notes(&query, &found) {
            output.complain(note.get(output.language));
        }
        if found.total == 0 {
            let nothing = nothing(&found).unwrap_or_else(|| words::NOTHING_FOUND.into());
            output.complain(nothing.get(output.language));
        }
    }
    if found.total == 0 {
        return Ok(NOTHING);
    }
    // What has the most of a question has not all the same of it: what is not there is told of the first.
    let is_of_all = !found.apart.is_empty();
    let mut is_first = true;
    let without = || found.without.iter().map(String::as_str);
    let mut marker = Marker::of(&query, &found.guesses);
    for &(key, score) in &found.hits {
        let of_this = without().filter(|_| is_first || is_of_all);
        let without: Vec<&str> = of_this.chain(found.left_out.as_deref()).collect();
        is_first = false;
        let title = library.title(key, output.language);
        let met = met(library, key, &mut marker, &title, output.language);
        let mut how = met.how;
        if !found.read_as.is_empty() {
            how.push(query_words::OTHER_KEYS);
        }
        let how = Met {
            how,
            ..Met::default()
        };
        let ways = how.ways(output.language);
        if wanted.json {
            let line = serde_json::to_string(&Found {
                id: library.id(key),
                kind: library.kind(key),
                report: super::report_id(library, key),
                score,
                found: (!ways.is_empty()).then_some(ways.as_str()),
                without,
                record: library.record(key),
            })
            .map_err(io::Error::other)?;
            output.json(&line)?;
        } else {
            list::row_found(library, key, &how.told(output.language), output)?;
        }
    }
    // Who named a limit knows that there may be more.
    if wanted.limit.is_none() && found.total > LIMIT {
        output.complain(words::first_of(LIMIT, found.total).get(output.language));
    }
    Ok(0)
}

/// The records of a kind and of a report; none where neither is named, and all are meant.
fn among(library: &Library, kind: Option<Kind>, report: Option<usize>) -> Option<Arc<Set>> {
    if kind.is_none() && report.is_none() {
        return None;
    }
    let mut set = Set::new(library.len());
    let of_report = |key: &Key| report.is_none_or(|report| library.report_of(*key) == Some(report));
    let mut add = |key: Key| set.insert(key.index() as u32);
    match kind {
        Some(kind) => {
            let keys = library.of_kind(kind).iter().copied();
            keys.filter(of_report).for_each(&mut add);
        }
        None => library.keys().filter(of_report).for_each(&mut add),
    }
    Some(Arc::new(set))
}

/// The report of that id.
pub fn report_named(library: &Library, typed: &str, output: &Output) -> Result<usize, Failure> {
    let known: Vec<&str> = library.report_ids().collect();
    known
        .iter()
        .position(|id| id.eq_ignore_ascii_case(typed))
        .ok_or_else(|| {
            let message = words::no_such_report(typed, &known);
            Failure::Usage(message.get(output.language).to_owned())
        })
}
