//! What was asked for on the command line.

mod takes;
mod text;

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::app::fields::Field;
use crate::library::check;
use crate::report::{Kind, Language};
use crate::terminal::which::Wish;
use crate::words::{Message, cli as words};

use super::check::How;
use super::help::Topic;
use super::schema::Which;
use super::values::{form, kind, language};
use super::writing::{self, Options, Order};
use takes::{commands, nearest, options};
use text::is_text;

pub(super) use takes::Takes;

/// The command line, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arguments {
    /// `--library DIR`.
    pub library: Option<PathBuf>,
    /// `--lang ar|en`.
    pub language: Option<Language>,
    /// `--bidi auto|visual|words|kitty|off`.
    pub form: Option<Wish>,
    /// `--no-cache`.
    pub no_cache: bool,
    /// `--read-only`: nothing is to be written.
    pub read_only: bool,
    /// `--as NAME`: under which name changes are told.
    pub who: Option<String>,
    /// What to do.
    pub command: Command,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Open the screen.
    Open {
        /// Line after line instead of a screen.
        linear: bool,
    },
    /// `majlis find WORDS…`
    Find(Find),
    /// `majlis filter WORDS…`
    Filter(Filter),
    /// `majlis show ID`
    Show(Show),
    /// `majlis list [KIND]`
    List(List),
    /// `majlis minutes [ID]`
    Minutes(Minutes),
    /// `majlis check [DIR]`
    Check {
        /// The folder; the library in use where none is named.
        dir: Option<PathBuf>,
        /// How much is told.
        how: How,
    },
    /// `majlis schema [report|registry]`
    Schema(Which),
    /// `majlis new`, `set`, `add`, `note`, `log`, `undo`, `redo`
    Write(Order),
    /// `majlis doctor`
    Doctor,
    /// `majlis --help`
    Help(Topic),
    /// `majlis --version`
    Version,
}

/// `majlis find`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// The words to find.
    pub words: Vec<String>,
    /// `--kind K`.
    pub kind: Option<Kind>,
    /// `--report R`.
    pub report: Option<String>,
    /// `--limit N`.
    pub limit: Option<usize>,
    /// `--json`.
    pub json: bool,
}

/// `majlis filter`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The words to find.
    pub words: Vec<String>,
    /// `--limit N`.
    pub limit: Option<usize>,
    /// `--json`.
    pub json: bool,
}

/// `majlis list`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// The kind; all where none is named.
    pub kind: Option<Kind>,
    /// `--report R`.
    pub report: Option<String>,
    /// The other fields of a search that narrow it, each with its value: `--status agreed`.
    pub fields: Vec<(Field, String)>,
    /// `--limit N`.
    pub limit: Option<usize>,
    /// `--json`.
    pub json: bool,
}

/// `majlis minutes`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Minutes {
    /// The id of the meeting; the latest where none is named.
    pub id: Option<String>,
    /// `--json`.
    pub json: bool,
}

/// `majlis show`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Show {
    /// The id.
    pub id: String,
    /// `--json`.
    pub json: bool,
}

/// A command line that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What was not understood, and what would have been.
    pub why: Message,
    /// The language that was asked for before that.
    pub language: Option<Language>,
}

impl Arguments {
    /// Reads the command line, without the program's own name.
    ///
    /// # Errors
    /// What was not understood, and what would have been.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Refused> {
        let mut raw = Raw::default();
        let command = raw
            .read(lexopt::Parser::from_args(arguments))
            .map_err(|problem| match problem {
                Problem::Ours(message) => message,
                Problem::Lexopt(lexopt::Error::UnexpectedOption(option))
                    if option.starts_with("--") && raw.takes_fields() =>
                {
                    let first = raw.values.first().and_then(|word| word.to_str());
                    let of = first.and_then(|typed| kind(typed).ok());
                    let typed = option.trim_start_matches('-');
                    let fields = || writing::fields(of);
                    let all = fields().chain(options(raw.name.as_deref()));
                    match check::nearest(typed, all) {
                        Some(near) if !fields().any(|field| field == near) => {
                            words::meant_option(&option, &near)
                        }
                        near => words::no_such_field_option(&option, near.as_deref()),
                    }
                }
                Problem::Lexopt(lexopt::Error::UnexpectedOption(option))
                    if !option.starts_with("--") =>
                {
                    words::no_such_option(&option)
                }
                Problem::Lexopt(error) => words::not_understood(&error.to_string()),
            })
            .and_then(|()| raw.command());
        match command {
            Ok(command) => Ok(Self {
                library: raw.library,
                language: raw.language,
                form: raw.form,
                no_cache: raw.no_cache,
                read_only: raw.writing.read_only,
                who: raw.writing.get("as").map(str::to_owned),
                command,
            }),
            Err(why) => Err(Refused {
                why,
                language: raw.language,
            }),
        }
    }
}

/// The command line as it stands.
#[derive(Default)]
struct Raw {
    library: Option<PathBuf>,
    language: Option<Language>,
    form: Option<Wish>,
    no_cache: bool,
    name: Option<String>,
    values: Vec<OsString>,
    kind: Option<Kind>,
    report: Option<String>,
    limit: Option<usize>,
    json: bool,
    linear: bool,
    writing: Options,
    help: bool,
    version: bool,
}

enum Problem {
    Ours(Message),
    Lexopt(lexopt::Error),
}

impl From<lexopt::Error> for Problem {
    fn from(error: lexopt::Error) -> Self {
        Self::Lexopt(error)
    }
}

impl From<Message> for Problem {
    fn from(message: Message) -> Self {
        Self::Ours(message)
    }
}

impl Raw {
    fn read(&mut self, mut parser: lexopt::Parser) -> Result<(), Problem> {
        loop {
            if let Some(mut raw) = parser.try_raw_args()
                && let Some(text) = raw.next_if(|one| is_text(&one.to_string_lossy()))
            {
                match self.name {
                    None => self.name = Some(text.to_string_lossy().into_owned()),
                    Some(_) => self.values.push(text),
                }
                continue;
            }
            let Some(argument) = parser.next()? else {
                return Ok(());
            };
            match argument {
                Long("library") => self.library = Some(parser.value()?.into()),
                Long("lang") => {
                    self.language = Some(language("--lang", &parser.value()?.string()?)?)
                }
                Long("bidi") => self.form = Some(form("--bidi", &parser.value()?.string()?)?),
                Long("kind") if self.takes_fields() => {
                    self.writing.give("kind", parser.value()?.string()?)?;
                }
                Long("kind") => self.kind = Some(kind(&parser.value()?.string()?)?),
                Long("report") => self.report = Some(parser.value()?.string()?),
                Long("limit") => {
                    let typed = parser.value()?.string()?;
                    let limit = typed.parse().map_err(|_| words::not_a_number(&typed))?;
                    self.limit = Some(limit);
                }
                Long("no-cache") => self.no_cache = true,
                Long("json") => self.json = true,
                Long("linear") => self.linear = true,
                Long(name @ ("read-only" | "keep" | "all" | "new")) => self.writing.switch_on(name),
                Long(name) if Options::is_one(&name.replace('-', "_")) => {
                    let name = name.replace('-', "_");
                    self.writing.give(&name, parser.value()?.string()?)?;
                }
                Short('h') | Long("help") => self.help = true,
                Short('V') | Long("version") => self.version = true,
                Value(value) if self.name.is_none() => self.name = Some(value.string()?),
                Value(value) => self.values.push(value),
                other => return Err(other.unexpected().into()),
            }
        }
    }

    /// Whether each field of a record is an option of the command.
    fn takes_fields(&self) -> bool {
        matches!(self.name.as_deref(), Some("add" | "set"))
    }

    fn command(&mut self) -> Result<Command, Message> {
        if self.help {
            let word = self.values.first().and_then(|word| word.to_str());
            return Ok(Command::Help(Topic {
                command: self.name.take(),
                word: word.map(str::to_owned),
            }));
        }
        if self.version {
            return Ok(Command::Version);
        }
        let name = self.name.take().unwrap_or_else(|| "open".to_owned());
        let Some(takes) = commands().find(|takes| takes.name == name) else {
            return Err(words::unknown_command(&name, &nearest(&name)));
        };
        self.refuse_what_is_not_taken(takes)?;
        if let Some(verb) = writing::verb(takes.name) {
            return Ok(Command::Write(Order {
                verb,
                words: self.words()?,
                options: self.writing.clone(),
                limit: self.limit,
                json: self.json,
            }));
        }
        let first = self.values.first().cloned();
        match takes.name {
            "find" => {
                let words = self.words()?;
                if words.iter().all(|word| word.trim().is_empty()) {
                    return Err(words::nothing_to_find());
                }
                Ok(Command::Find(Find {
                    words,
                    kind: self.kind,
                    report: self.report.take(),
                    limit: self.limit,
                    json: self.json,
                }))
            }
            "filter" => {
                let words = self.words()?;
                if words.iter().all(|word| word.trim().is_empty()) {
                    return Err(words::nothing_to_filter());
                }
                Ok(Command::Filter(Filter {
                    words,
                    limit: self.limit,
                    json: self.json,
                }))
            }
            "show" => match self.words()?.as_slice() {
                [id] => Ok(Command::Show(Show {
                    id: id.clone(),
                    json: self.json,
                })),
                _ => Err(words::one_id()),
            },
            "list" => {
                let typed = self.words()?;
                let given = |field: &Field| {
                    let value = self.writing.get(field.names().first()?)?;
                    Some((*field, value.to_owned()))
                };
                Ok(Command::List(List {
                    kind: typed.first().map(|typed| kind(typed)).transpose()?,
                    fields: Field::ALL.iter().filter_map(given).collect(),
                    report: self.report.take(),
                    limit: self.limit,
                    json: self.json,
                }))
            }
            "minutes" => Ok(Command::Minutes(Minutes {
                id: self.words()?.into_iter().next(),
                json: self.json,
            })),
            "check" => Ok(Command::Check {
                dir: first.map(PathBuf::from),
                how: match (self.json, self.writing.get("all")) {
                    (true, _) => How::Json,
                    (false, Some(_)) => How::All,
                    (false, None) => How::Brief,
                },
            }),
            "schema" => match self.words()?.first().map(String::as_str) {
                None | Some("report") => Ok(Command::Schema(Which::Report)),
                Some("registry") => Ok(Command::Schema(Which::Registry)),
                Some(other) => Err(words::unknown_value("schema", other, "report, registry")),
            },
            "doctor" => Ok(Command::Doctor),
            "help" => {
                let mut words = self.words()?.into_iter();
                Ok(Command::Help(Topic {
                    command: words.next(),
                    word: words.next(),
                }))
            }
            _ => Ok(Command::Open {
                linear: self.linear,
            }),
        }
    }

    /// The values as text.
    fn words(&mut self) -> Result<Vec<String>, Message> {
        let text = |value: OsString| {
            value
                .into_string()
                .map_err(|value| words::not_unicode(&value.to_string_lossy()))
        };
        std::mem::take(&mut self.values)
            .into_iter()
            .map(text)
            .collect()
    }

    /// An option or a value that the command would pass over is a mistake: what was asked for is
    /// not what would be done.
    fn refuse_what_is_not_taken(&self, takes: &Takes) -> Result<(), Message> {
        let given = [
            ("--kind", self.kind.is_some()),
            ("--report", self.report.is_some()),
            ("--limit", self.limit.is_some()),
            ("--json", self.json),
            ("--linear", self.linear),
        ];
        if let Some((option, _)) = given
            .iter()
            .find(|(option, given)| *given && !takes.options.contains(option))
        {
            return Err(words::not_taken(takes.name, option));
        }
        let taken = |option: &String| writing::takes_option(takes, option);
        if let Some(option) = self.writing.given().find(|option| !taken(option)) {
            return Err(words::not_taken(takes.name, &option.replace('_', "-")));
        }
        match self.values.get(takes.values) {
            Some(value) => Err(words::not_taken(takes.name, &value.to_string_lossy())),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
