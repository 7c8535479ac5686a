//! `majlis log [ID]`: what was changed, the newest first.

use std::path::Path;

use jiff::tz::TimeZone;

use super::opening::library;
use super::output::Output;
use super::writing::Order;
use super::{FAILED, Failure, NOTHING};
use crate::cache::Home;
use crate::library::keep::told::lines_with_text;
use crate::library::keep::{Deed, History, Line, reason};
use crate::words::{change as words, cli, undo};

/// As many changes as are told where no limit is given.
const MOST: usize = 100;
/// The digits of a change's name that are shown; they tell it from any other made here.
const SHOWN: usize = 16;

/// Prints the history of the library, or of one record and its parts.
pub fn run(folder: &Path, order: &Order, home: &Home, output: &mut Output) -> Result<u8, Failure> {
    let record = order.words.first().map(|typed| {
        let library = library(Some(folder.to_owned()), home);
        // A record that was taken away still has a history, under its full id.
        library
            .find(typed)
            .map_or_else(|| typed.clone(), |key| library.id(key).to_owned())
    });
    let is_wanted = |line: &Line| record.as_ref().is_none_or(|id| line.is_about(id));
    let mut unread = Vec::new();
    let lines = match History::of(folder).newest_first_or_why() {
        Ok(lines) => lines,
        Err(error) => {
            let why = words::history_unread(&reason(&error));
            output.complain(why.get(output.language));
            return Ok(FAILED);
        }
    };
    let lines = lines.filter_map(|line| line.map_err(|why| unread.push(why)).ok());
    let mut wanted = lines.filter(is_wanted);
    let mut told = 0;
    for line in wanted.by_ref().take(order.limit.unwrap_or(MOST)) {
        told += 1;
        if order.json {
            let line = serde_json::to_string(&line).map_err(std::io::Error::other)?;
            output.json(&line)?;
        } else {
            tell(&line, output)?;
        }
    }
    let more = wanted.count();
    if let Some(error) = unread.into_iter().next() {
        // What is told is not all; which is not the same as that there was no more.
        let why = words::history_unread(&reason(&error));
        output.complain(why.get(output.language));
        if told == 0 {
            return Ok(FAILED);
        }
    }
    if told == 0 {
        output.complain(cli::NOTHING_FOUND.get(output.language));
        return Ok(NOTHING);
    }
    if more > 0 && order.limit.is_none() {
        output.complain(cli::first_of(told, told + more).get(output.language));
    }
    Ok(0)
}

fn tell(line: &Line, output: &mut Output) -> Result<(), Failure> {
    let name = line.id.as_str().get(..SHOWN).unwrap_or(line.id.as_str());
    let when = line.timestamp().map_or_else(String::new, |time| {
        let local = time.to_zoned(TimeZone::system());
        local.strftime("%Y-%m-%d %H:%M:%S").to_string()
    });
    let said: Vec<String> = lines_with_text(line)
        .iter()
        .map(|message| message.get(output.language).to_owned())
        .collect();
    let deed = match line.what {
        Deed::Change if line.of.is_some() => Some(undo::BROUGHT_BACK),
        Deed::Change => None,
        Deed::Undo => Some(undo::UNDONE),
        Deed::Redo => Some(undo::REDONE),
        Deed::Conflict => Some(undo::CONFLICT),
        Deed::Pass => Some(undo::PASSED),
    };
    let mut text = said.join("; ");
    if let Some(deed) = deed {
        text = format!("{}: {text}", deed.get(output.language));
    }
    output.row(&[(name, SHOWN), (&when, 19), (&line.who, 8)], &text)?;
    Ok(())
}
