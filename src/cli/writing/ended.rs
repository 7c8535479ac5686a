//! How a command that changes a library ended, as it is told.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::dates::{self, Understood};
use super::super::output::Output;
use super::super::{FAILED, Failure, NOTHING, undo};
use super::{Order, Verb};
use crate::library::keep::told::{lines, named, short, told as shown_at};
use crate::library::keep::{Clash, Deed, Done, KeepError, Line};
use crate::words::label::Label;
use crate::words::{Message, change as words, keep, undo as undo_words};

/// Another has changed the same field.
const CONFLICT: u8 = 3;
/// The system would not have it.
const NOT_WRITTEN: u8 = 4;

/// What still names a record that was deleted.
#[derive(Default, Serialize)]
pub struct Left {
    /// The records of other files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub still_named_by: Vec<String>,
    /// Places of its own file that have an error and are not shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub still_written_at: Vec<String>,
}

/// A change as JSON: its line in the history, and what else there is to tell.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    line: &'a Line,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    renamed: &'a [(String, String)],
    /// Dates that were typed otherwise than they are written, by their fields.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    understood: BTreeMap<&'a str, &'a str>,
    /// The wordings that are as they were before those in the other language were changed, by their
    /// places in the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_behind: Vec<String>,
    /// Of a record that was deleted: what still names it.
    #[serde(flatten)]
    left: &'a Left,
}

/// Tells a change that was made.
pub fn told(
    done: &Done,
    understood: &[Understood],
    left: &Left,
    order: &Order,
    output: &mut Output,
) -> Result<u8, Failure> {
    if order.json {
        let told = Told {
            line: &done.line,
            renamed: &done.renamed,
            understood: dates::written(understood),
            left_behind: done.behind.iter().map(|one| short(&one.at)).collect(),
            left,
        };
        let line = serde_json::to_string(&told).map_err(std::io::Error::other)?;
        output.json(&line)?;
    } else if done.line.what == Deed::Pass {
        let said = undo_words::passed(&done.line.record, order.verb == Verb::Redo);
        output.paragraphs(said.get(output.language))?;
    } else {
        for line in lines(&done.line) {
            output.paragraphs(line.get(output.language))?;
        }
        dates::tell(understood, output)?;
        let (id, named, at) = (
            &done.line.record,
            &left.still_named_by,
            &left.still_written_at,
        );
        let named = (!named.is_empty()).then(|| words::still_named(id, named));
        let written = (!at.is_empty()).then(|| words::still_written(id, at));
        let stage = done.stage.map(|stage| keep::stage_left(stage.label()));
        let behind = done.said_behind().into_iter().chain(stage);
        for said in behind.chain(named).chain(written) {
            output.complain(said.get(output.language));
        }
    }
    let parted = done.is_parted.then(|| keep::parted(&done.line.file));
    for said in parted.iter().chain(&done.late) {
        output.complain(said.get(output.language));
    }
    Ok(0)
}

/// Tells why a change was not made.
pub fn refused(error: &KeepError, order: &Order, output: &mut Output) -> Result<u8, Failure> {
    let (json, verb) = (order.json, order.verb);
    if let (KeepError::Conflict(conflict), true) = (error, json) {
        let line =
            serde_json::to_string(&Both::all(&conflict.clashes)).map_err(std::io::Error::other)?;
        output.json(&line)?;
    } else if let KeepError::Conflict(conflict) = error {
        for clash in &conflict.clashes {
            let versions = [&clash.base, &clash.theirs, &clash.yours];
            let versions = versions.map(|value| {
                let value = value.as_ref();
                value.map_or_else(|| Message::new("", ""), |value| shown_at(&clash.at, value))
            });
            let who = clash.by.as_ref().map(|by| by.who.as_str());
            let said = words::both(&named(&short(&clash.at)), &versions, who);
            output.paragraphs(said.get(output.language))?;
        }
    }
    let said = match verb {
        // Nothing was typed that could be lost.
        Verb::Remove | Verb::Undo | Verb::Redo => error.message_of_key(),
        _ => error.message(),
    };
    output.complain(said.get(output.language));
    if let Some(said) = undo::way_on(error, verb) {
        output.complain(said.get(output.language));
    }
    Ok(exit_code(error))
}

/// How a command ends that was refused.
pub const fn exit_code(error: &KeepError) -> u8 {
    match error {
        KeepError::Nothing(_)
        | KeepError::Another
        | KeepError::Unchanged
        | KeepError::Passed { .. }
        | KeepError::ToBeNamed(_)
        | KeepError::NotInTheWay
        | KeepError::NotOwn => NOTHING,
        KeepError::Wrong(_) | KeepError::NotEdited { .. } => FAILED,
        KeepError::Conflict(_) | KeepError::Filled(_) => CONFLICT,
        KeepError::ReadOnly
        | KeepError::Busy { .. }
        | KeepError::Unreadable { .. }
        | KeepError::Elsewhere(_)
        | KeepError::NotWritten { .. }
        | KeepError::History { .. } => NOT_WRITTEN,
    }
}

/// Two versions of a field, as JSON.
#[derive(Serialize)]
struct Both<'a> {
    at: String,
    base: &'a Option<serde_yaml::Value>,
    theirs: &'a Option<serde_yaml::Value>,
    yours: &'a Option<serde_yaml::Value>,
}

impl<'a> Both<'a> {
    fn all(clashes: &'a [Clash]) -> BTreeMap<&'static str, Vec<Self>> {
        let both = |clash: &'a Clash| Self {
            at: clash.at.to_string(),
            base: &clash.base,
            theirs: &clash.theirs,
            yours: &clash.yours,
        };
        BTreeMap::from([("conflict", clashes.iter().map(both).collect())])
    }
}
