//! `majlis minutes`: the minutes of a meeting, as Markdown or as JSON.

use std::io;
use std::path::Path;

use serde::Serialize;

use crate::app::minutes;
use crate::library::live::{self, record};
use crate::library::{Key, Library};
use crate::report::call::Moment;
use crate::report::{Kind, Record, Ref};
use crate::words::minutes as words;

use super::arguments::Minutes;
use super::output::Output;
use super::{Failure, NOTHING};

/// The minutes as JSON: the record of the meeting, and whole what it names.
#[derive(Serialize)]
struct Told<'a> {
    id: &'a str,
    kind: Kind,
    report: Option<&'a str>,
    /// The call is still on: the record is what it would be if it ended now.
    so_far: bool,
    record: Option<Record<'a>>,
    /// Who chaired it, who was there and who spoke: the entries of the registry.
    parties: Vec<Named<'a>>,
    items: Vec<Named<'a>>,
    agreed: Vec<Named<'a>>,
    deferred: Vec<Named<'a>>,
    made: Vec<Named<'a>>,
}

/// A record that the minutes name.
#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    kind: Kind,
    report: Option<&'a str>,
    record: Option<Record<'a>>,
}

impl<'a> Told<'a> {
    fn of(library: &'a Library, key: Key, so_far: bool) -> Option<Self> {
        let record = library.record(key);
        let Some(Record::Meeting(meeting)) = record else {
            return None;
        };
        let whole = |found: Vec<Option<Key>>| -> Vec<Named<'a>> {
            let mut keys: Vec<Key> = Vec::new();
            for key in found.into_iter().flatten() {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            let one = |key: Key| Named {
                id: library.id(key),
                kind: library.kind(key),
                report: super::report_id(library, key),
                record: library.record(key),
            };
            keys.into_iter().map(one).collect()
        };
        let named = |words: Vec<&Ref>| {
            let found = words.into_iter();
            whole(
                found
                    .map(|word| library.in_reports(key, word.as_str()))
                    .collect(),
            )
        };
        let there = meeting.attendance.iter();
        let there = there.flat_map(|there| there.countries.iter().chain(&there.bodies));
        let spoke = meeting.taken_up.iter().flat_map(|taken| &taken.speakers);
        let spoke = spoke.chain(&meeting.speakers);
        let parties = meeting.chair.iter().chain(there).chain(spoke);
        let parties = parties.map(|word| library.in_registry(word.as_str()));
        let taken_up = meeting.taken_up.iter().map(|taken| &taken.item);
        Some(Self {
            id: library.id(key),
            kind: library.kind(key),
            report: super::report_id(library, key),
            parties: whole(parties.collect()),
            so_far,
            items: named(taken_up.chain(&meeting.items).collect()),
            agreed: named(meeting.agreed.iter().collect()),
            deferred: named(meeting.deferred.iter().collect()),
            made: named(meeting.made.iter().collect()),
            record,
        })
    }
}

/// Prints the minutes of the meeting with this id, else of the call that is on as it stands, else of the latest
/// meeting.
pub fn run(
    library: &Library,
    folder: Option<&Path>,
    wanted: &Minutes,
    output: &mut Output,
) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let id = wanted.id.as_deref();
    let key = match id {
        Some(id) => {
            let key = super::find_or_say(library, id, output)?;
            if library.kind(key) != Kind::Meeting {
                let said = words::not_a_meeting(id);
                return Err(Failure::Usage(said.get(output.language).to_owned()));
            }
            Some(key)
        }
        None => minutes::latest(library),
    };
    let language = output.language;
    // Who asks for no meeting during a call means that one.
    let asked = folder.filter(|_| id.is_none());
    let running = asked.and_then(|folder| running(folder, library));
    if running.is_some() && !wanted.json {
        output.complain(words::SO_FAR.get(language));
    }
    let (library, key) = match &running {
        Some((library, key)) => (library, Some(*key)),
        None => (library, key),
    };
    if wanted.json {
        let told = key.and_then(|key| Told::of(library, key, running.is_some()));
        let Some(told) = told else { return Ok(NOTHING) };
        output.json(&serde_json::to_string(&told).map_err(io::Error::other)?)?;
        return Ok(0);
    }
    let page = |key| minutes::markdown(library, key, language);
    let Some(text) = key.and_then(page) else {
        output.complain(words::NO_MEETING.get(language));
        return Ok(NOTHING);
    };
    let mut is_said = running.is_none();
    for line in text.lines() {
        output.plain(line)?;
        // Whoever gets the paper sees it, too.
        if !is_said && line.starts_with("# ") {
            output.plain("")?;
            output.plain(&format!("*{}*", words::SO_FAR.get(language)))?;
            is_said = true;
        }
    }
    Ok(0)
}

/// The library as it would be if the call that is on ended now, and its record there.
fn running(folder: &Path, library: &Library) -> Option<(Library, Key)> {
    let (state, now) = (live::read(folder), Moment::now());
    let call = state.call().filter(|_| !state.is_left_behind(now))?;
    record::foreseen(folder, library, call, now)
}
