//! The commands that change a library: what they take, and how each ends.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::arguments::Takes;
use super::config::Config;
use super::dates::{self, Understood};
use super::opening::Opening;
use super::output::Output;
use super::{Failure, add, log, new, note, open_or_say, set, undo};
use crate::cache::Home;
use crate::library::keep::told::{lines, named, short, told as shown_at};
use crate::library::keep::wish::{self, Desk, today};
use crate::library::keep::{Change, Clash, Deed, Done, KeepError, Keeper, Line, Means, login_name};
use crate::library::live::Live;
use crate::words::label::Label;
use crate::words::{Message, change as words, keep, undo as undo_words};

/// Another has changed the same field.
const CONFLICT: u8 = 3;
/// The system would not have it.
const NOT_WRITTEN: u8 = 4;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// `majlis new ID …`
    New,
    /// `majlis set ID FIELD=VALUE…`
    Set,
    /// `majlis add KIND …`
    Add,
    /// `majlis note ID TEXT`
    Note,
    /// `majlis remove ID`
    Remove,
    /// `majlis log [ID]`
    Log,
    /// `majlis undo [CHANGE]`
    Undo,
    /// `majlis redo`
    Redo,
}

/// A command that changes a library, or tells what was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What is to be done.
    pub verb: Verb,
    /// What stands behind it.
    pub words: Vec<String>,
    /// Its options.
    pub options: Options,
    /// `--limit N`.
    pub limit: Option<usize>,
    /// `--json`.
    pub json: bool,
}

/// The options of these commands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// `--as`, `--from`, `--keep`, and the fields that have an option of their own, with what was given.
    values: BTreeMap<String, String>,
    /// `--read-only`.
    pub read_only: bool,
}

/// Options with a value, and the command that takes them all.
const FIELDS: [&str; 6] = ["ar", "en", "to", "by", "due", "id"];

impl Options {
    /// Whether it is an option of these commands that has a value.
    pub fn is_one(name: &str) -> bool {
        matches!(name, "as" | "from") || FIELDS.contains(&name)
    }

    /// Takes note of an option without a value.
    pub fn switch_on(&mut self, name: &str) {
        match name {
            "read-only" => self.read_only = true,
            _ => _ = self.values.insert(name.to_owned(), String::new()),
        }
    }

    /// Takes note of an option.
    ///
    /// # Errors
    /// Where it was given before: one of the two would be lost.
    pub fn give(&mut self, name: &str, value: String) -> Result<(), Message> {
        match self.values.insert(name.to_owned(), value) {
            Some(_) => {
                let option = format!("--{name}");
                Err(match name {
                    "to" | "by" => {
                        words::several_in_one(&option, &format!("{option} tech-sec,EGY"))
                    }
                    _ => words::given_twice(&option),
                })
            }
            None => Ok(()),
        }
    }

    /// What was given for an option.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// The options that were given, as they are typed.
    pub fn given(&self) -> impl Iterator<Item = String> {
        self.values.keys().map(|name| format!("--{name}"))
    }
}

/// The commands, and what they take.
pub const COMMANDS: &[Takes] = &[
    Takes {
        name: "new",
        values: usize::MAX,
        options: &["--json", "--as", "--ar", "--en", "--from"],
    },
    Takes {
        name: "set",
        values: usize::MAX,
        options: &["--json", "--as", "--ar", "--en", "--to", "--by", "--due"],
    },
    Takes {
        name: "add",
        values: usize::MAX,
        options: &[
            "--json", "--as", "--ar", "--en", "--to", "--by", "--due", "--id",
        ],
    },
    Takes {
        name: "note",
        values: usize::MAX,
        options: &["--json", "--as", "--ar", "--en", "--by"],
    },
    Takes {
        name: "remove",
        values: 1,
        options: &["--json", "--as"],
    },
    Takes {
        name: "log",
        values: 1,
        options: &["--json", "--as", "--limit"],
    },
    Takes {
        name: "undo",
        values: 1,
        options: &["--json", "--as", "--keep"],
    },
    Takes {
        name: "redo",
        values: 0,
        options: &["--json", "--as", "--keep"],
    },
];

/// The command of this name.
pub fn verb(name: &str) -> Option<Verb> {
    Some(match name {
        "new" => Verb::New,
        "set" => Verb::Set,
        "add" => Verb::Add,
        "note" => Verb::Note,
        "remove" => Verb::Remove,
        "log" => Verb::Log,
        "undo" => Verb::Undo,
        "redo" => Verb::Redo,
        _ => return None,
    })
}

/// Carries out a command and says how it ended: 0 done, 1 nothing found or changed, 2 not
/// understood, 3 another changed the same field, 4 not written.
pub fn run(
    folder: Option<PathBuf>,
    order: &Order,
    config: &Config,
    home: &Home,
    output: &mut Output,
) -> Result<u8, Failure> {
    let Some(folder) = folder else {
        return Err(Failure::Usage(
            words::BUILT_IN.get(output.language).to_owned(),
        ));
    };
    if order.verb == Verb::Log {
        return log::run(&folder, order, home, output);
    }
    let who = order.options.get("as").map(str::to_owned);
    let who = who.or_else(|| config.who()).unwrap_or_else(login_name);
    let keeper = Keeper::new(&folder, &who, Means::Command).read_only(order.options.read_only);
    let keeper = Arc::new(keeper);
    if order.verb == Verb::New {
        return match new::run(&keeper, order, home, output)? {
            Ok(()) => Ok(0),
            Err(error) => refused(&error, order, output),
        };
    }
    let mut understood = Vec::new();
    let mut left = Left::default();
    let (mut opening, mut half_refused) = (None, None);
    let done = match order.verb {
        Verb::Undo | Verb::Redo => {
            let named = order.words.first();
            let named = match named
                .map(|typed| undo::named(keeper.history(), typed))
                .transpose()?
            {
                Some(Err(why)) => {
                    output.complain(why.get(output.language));
                    return Ok(super::NOTHING);
                }
                Some(Ok(id)) => Some(id),
                None => None,
            };
            undo::turn(&keeper, order, named.as_ref()).map(|(done, why)| {
                half_refused = why;
                done
            })
        }
        _ => {
            // What the file itself says is read again before it is changed.
            let opening = opening.insert(Opening::of(Some(folder.clone()), home));
            let library = &opening.shelf.library;
            open_or_say(library, output)?;
            let desk = Desk::of(library, keeper.folder(), today());
            let change = match order.verb {
                Verb::Set => set::change(&desk, order),
                Verb::Note => note::change(&desk, order),
                Verb::Remove => remove(&desk, order).map(|(change, still)| {
                    left = still;
                    change
                }),
                _ => add::change(&desk, order),
            };
            let change = change
                .map_err(|message| Failure::Usage(message.get(output.language).to_owned()))?;
            understood = dates::understood(&desk, order);
            if order.verb == Verb::Add
                && let Some(said) = add::warning(&desk, &change)
            {
                output.complain(said.get(output.language));
            }
            keeper.change(&change)
        }
    };
    if let Ok(done) = &done {
        Live::by(Arc::clone(&keeper)).follow(&done.line);
    }
    let code = match done {
        Ok(done) => {
            let code = told(&done, &understood, &left, order, output);
            match half_refused {
                Some(why) => {
                    let said = undo_words::half_refused(&why.message());
                    output.complain(said.get(output.language));
                    code.map(|_| exit_code(&why))
                }
                None => code,
            }
        }
        Err(error) => refused(&error, order, output),
    };
    output.flush()?;
    // As the files were before; the next command reads the one that was changed.
    if let Some(opening) = opening {
        opening.keep();
        // The memory of a million records goes back with the process, all at once.
        std::mem::forget(opening);
    }
    code
}

/// The change that deletes a record, and the records of other files that name it.
fn remove(desk: &Desk<'_>, order: &Order) -> Result<(Change, Left), Message> {
    let typed = order.words.first().ok_or(words::REMOVE_USAGE)?;
    let removal = wish::remove(desk, desk.find(typed)?)?;
    let named = removal.left.iter().chain(&removal.needing);
    let left = Left {
        still_named_by: named.map(|key| desk.library.id(*key).to_owned()).collect(),
        still_written_at: removal.unread,
    };
    Ok((removal.change, left))
}

/// What still names a record that was deleted.
#[derive(Default, Serialize)]
struct Left {
    /// The records of other files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    still_named_by: Vec<String>,
    /// Places of its own file that have an error and are not shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    still_written_at: Vec<String>,
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

fn told(
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

fn refused(error: &KeepError, order: &Order, output: &mut Output) -> Result<u8, Failure> {
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
    output.complain(error.message().get(output.language));
    if let Some(said) = undo::way_on(error, verb) {
        output.complain(said.get(output.language));
    }
    Ok(exit_code(error))
}

/// How a command ends that was refused.
const fn exit_code(error: &KeepError) -> u8 {
    match error {
        KeepError::Nothing(_)
        | KeepError::Another
        | KeepError::Unchanged
        | KeepError::Passed { .. }
        | KeepError::ToBeNamed(_)
        | KeepError::NotInTheWay
        | KeepError::NotOwn => super::NOTHING,
        KeepError::Wrong(_) | KeepError::NotEdited { .. } => super::FAILED,
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
