//! The commands that change a library: what they take, and how each ends.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use super::arguments::Takes;
use super::config::Config;
use super::output::Output;
use super::{Failure, add, log, note, open_or_say, set};
use crate::library::edit::{FieldPath, Step};
use crate::library::keep::typed::Around;
use crate::library::keep::{
    ChangeId, Clash, Deed, Done, History, KeepError, Keeper, Line, Means, Sort, file_of, login_name,
};
use crate::library::{Key, Library};
use crate::words::{Message, cli, keep as words};

/// Another has changed the same field.
const CONFLICT: u8 = 3;
/// The system would not have it.
const NOT_WRITTEN: u8 = 4;
/// How many records are named where several may be meant.
const CANDIDATES: usize = 10;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// `majlis set ID FIELD=VALUE…`
    Set,
    /// `majlis add KIND …`
    Add,
    /// `majlis note ID TEXT`
    Note,
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
    /// `--as`, and the fields that have an option of their own, with what was given.
    values: BTreeMap<String, String>,
    /// `--read-only`.
    pub read_only: bool,
}

/// Options with a value, and the command that takes them all.
const FIELDS: [&str; 6] = ["ar", "en", "to", "by", "due", "id"];

impl Options {
    /// Whether it is an option of these commands that has a value.
    pub fn is_one(name: &str) -> bool {
        name == "as" || FIELDS.contains(&name)
    }

    /// Takes note of an option.
    pub fn give(&mut self, name: &str, value: String) {
        self.values.insert(name.to_owned(), value);
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
        name: "log",
        values: 1,
        options: &["--json", "--limit"],
    },
    Takes {
        name: "undo",
        values: 1,
        options: &["--json", "--as"],
    },
    Takes {
        name: "redo",
        values: 0,
        options: &["--json", "--as"],
    },
];

/// The command of this name.
pub fn verb(name: &str) -> Option<Verb> {
    Some(match name {
        "set" => Verb::Set,
        "add" => Verb::Add,
        "note" => Verb::Note,
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
    output: &mut Output,
) -> Result<u8, Failure> {
    let Some(folder) = folder else {
        return Err(Failure::Usage(
            words::BUILT_IN.get(output.language).to_owned(),
        ));
    };
    if order.verb == Verb::Log {
        return log::run(&folder, order, output);
    }
    let who = order.options.get("as").map(str::to_owned);
    let who = who.or_else(|| config.who()).unwrap_or_else(login_name);
    let keeper = Keeper::new(&folder, &who, Means::Command).read_only(order.options.read_only);
    let done = match order.verb {
        Verb::Undo => match order.words.first() {
            Some(typed) => {
                let id = change(keeper.history(), typed)?;
                id.map_or(Err(KeepError::Nothing), |id| keeper.undo_this(&id))
            }
            None => keeper.undo(),
        },
        Verb::Redo => keeper.redo(),
        Verb::Set | Verb::Add | Verb::Note | Verb::Log => {
            let library = Library::open(&folder);
            open_or_say(&library, output)?;
            let desk = Desk { library, keeper };
            let change = match order.verb {
                Verb::Set => set::change(&desk, order),
                Verb::Note => note::change(&desk, order),
                _ => add::change(&desk, order),
            };
            let change = change
                .map_err(|message| Failure::Usage(message.get(output.language).to_owned()))?;
            desk.keeper.change(&change)
        }
    };
    match done {
        Ok(done) => told(&done, order.json, output),
        Err(error) => refused(&error, order.json, output),
    }
}

/// A library that is open, and who writes to it.
pub struct Desk {
    pub library: Library,
    pub keeper: Keeper,
}

impl Desk {
    /// The record that is named.
    pub fn find(&self, typed: &str) -> Result<Key, Message> {
        self.library.find(typed).ok_or_else(|| {
            let candidates = self.library.candidates(typed, CANDIDATES);
            match candidates.is_empty() {
                true => cli::no_such_id(typed, &self.library.nearest(typed, 3)),
                false => cli::several_ids(typed, &candidates),
            }
        })
    }

    /// The name of the file in which a record stands.
    pub fn file(&self, key: Key) -> Result<String, Message> {
        let report = super::report_id(&self.library, key);
        self.file_of(report)
    }

    /// The name of the file of a report, or of the registry.
    pub fn file_of(&self, report: Option<&str>) -> Result<String, Message> {
        let found = file_of(self.keeper.folder(), report);
        found.ok_or_else(|| words::no_file(report, &self.keeper.folder().display().to_string()))
    }

    /// What is known while a value of this record is read.
    pub fn around(&self, record: Option<Key>) -> Around<'_> {
        let date = jiff::Zoned::now().date();
        let small = |number: i8| number.unsigned_abs();
        Around {
            library: &self.library,
            record,
            today: (
                i32::from(date.year()),
                small(date.month()),
                small(date.day()),
            ),
        }
    }
}

/// The change whose name begins like this, where it is one.
fn change(history: &History, typed: &str) -> Result<Option<ChangeId>, Failure> {
    let mut found = history
        .newest_first()?
        .filter(|line| line.id.as_str().starts_with(typed) && line.what != Deed::Conflict);
    Ok(match (found.next(), found.next()) {
        (Some(line), None) => Some(line.id),
        _ => None,
    })
}

/// A change as JSON: its line in the history, and what else there is to tell.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    line: &'a Line,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    renamed: &'a [(String, String)],
}

fn told(done: &Done, json: bool, output: &mut Output) -> Result<u8, Failure> {
    if json {
        let told = Told {
            line: &done.line,
            renamed: &done.renamed,
        };
        let line = serde_json::to_string(&told).map_err(std::io::Error::other)?;
        output.json(&line)?;
    } else {
        for line in lines(&done.line) {
            output.paragraphs(line.get(output.language))?;
        }
    }
    if let Some(late) = &done.late {
        output.complain(late.get(output.language));
    }
    Ok(0)
}

/// What became of each field, for people.
pub fn lines(line: &Line) -> Vec<Message> {
    let told = line.fields.iter().map(|field| {
        let at = short(&field.at);
        let [was, became] = [&field.was, &field.became].map(|value| value.as_ref().map(shown));
        match (line.what, field.sort) {
            (Deed::Conflict, _) => words::lost(&line.record, &at, became.as_deref()),
            (_, Sort::Set) => words::set(&line.record, &at, was.as_deref(), became.as_deref()),
            (_, Sort::Insert) => words::inserted(&element(line, &field.at)),
            (_, Sort::Remove) => words::removed(&element(line, &field.at)),
            (_, Sort::Move) => words::moved(&element(line, &field.at)),
        }
    });
    told.collect()
}

/// The full id of an element, where it has an id; else its place in the record.
fn element(line: &Line, at: &FieldPath) -> String {
    let report = line.record.split_once(':').map(|(report, _)| report);
    match (at.0.last(), report) {
        (Some(Step::Id(id)), Some(report)) => format!("{report}:{id}"),
        (Some(Step::Id(id)), None) => id.clone(),
        _ => format!("{} {at}", line.record),
    }
}

/// The part of a path behind the last element of a list: `position.status`.
fn short(at: &FieldPath) -> String {
    let begin = at.0.iter().rposition(|step| matches!(step, Step::Id(_)));
    let rest = at.0.iter().skip(begin.map_or(0, |begin| begin + 1));
    FieldPath(rest.cloned().collect()).to_string()
}

/// A value on one line.
fn shown(value: &serde_yaml::Value) -> String {
    match value {
        serde_yaml::Value::String(text) => text.clone(),
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}

fn refused(error: &KeepError, json: bool, output: &mut Output) -> Result<u8, Failure> {
    if let (KeepError::Conflict(clashes), true) = (error, json) {
        let line = serde_json::to_string(&Both::all(clashes)).map_err(std::io::Error::other)?;
        output.json(&line)?;
    } else if let KeepError::Conflict(clashes) = error {
        for clash in clashes {
            let [base, theirs, yours] = [&clash.base, &clash.theirs, &clash.yours]
                .map(|value| value.as_ref().map(shown).unwrap_or_default());
            let said = words::both(&short(&clash.at), &base, &theirs, &yours);
            output.paragraphs(said.get(output.language))?;
        }
    }
    output.complain(error.message().get(output.language));
    Ok(match error {
        KeepError::Nothing | KeepError::Unchanged => super::NOTHING,
        KeepError::Wrong(_) | KeepError::NotEdited { .. } => super::FAILED,
        KeepError::Conflict(_) => CONFLICT,
        KeepError::ReadOnly
        | KeepError::Busy { .. }
        | KeepError::Unreadable { .. }
        | KeepError::NotWritten { .. }
        | KeepError::History { .. } => NOT_WRITTEN,
    })
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
