//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::report::{Kind, Language};
use crate::script::Form;
use crate::words::{Message, cli as words};

use super::schema::Which;

/// The command line, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arguments {
    /// `--library DIR`.
    pub library: Option<PathBuf>,
    /// `--lang ar|en`.
    pub language: Option<Language>,
    /// `--bidi visual|off`.
    pub form: Option<Form>,
    /// What to do.
    pub command: Command,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Open the screen.
    Open,
    /// `majlis find WORDS…`
    Find(Find),
    /// `majlis show ID`
    Show(Show),
    /// `majlis list [KIND]`
    List(Option<Kind>),
    /// `majlis check [DIR]`
    Check {
        /// The folder; the library in use where none is named.
        dir: Option<PathBuf>,
        /// One JSON object a line.
        json: bool,
    },
    /// `majlis schema [report|registry]`
    Schema(Which),
    /// `majlis --help`
    Help,
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

/// `majlis show`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Show {
    /// The id.
    pub id: String,
    /// `--json`.
    pub json: bool,
}

impl Arguments {
    /// Reads the command line, without the program's own name.
    ///
    /// # Errors
    /// What was not understood, and what would have been.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Message> {
        let mut raw = Raw::default();
        raw.read(lexopt::Parser::from_args(arguments))
            .map_err(|problem| match problem {
                Problem::Ours(message) => message,
                Problem::Lexopt(error) => words::not_understood(&error.to_string()),
            })?;
        let command = raw.command()?;
        Ok(Self {
            library: raw.library,
            language: raw.language,
            form: raw.form,
            command,
        })
    }
}

/// The command line as it stands.
#[derive(Default)]
struct Raw {
    library: Option<PathBuf>,
    language: Option<Language>,
    form: Option<Form>,
    name: Option<String>,
    values: Vec<OsString>,
    kind: Option<Kind>,
    report: Option<String>,
    limit: Option<usize>,
    json: bool,
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
        while let Some(argument) = parser.next()? {
            match argument {
                Long("library") => self.library = Some(parser.value()?.into()),
                Long("lang") => self.language = Some(language(&parser.value()?.string()?)?),
                Long("bidi") => self.form = Some(form(&parser.value()?.string()?)?),
                Long("kind") => self.kind = Some(kind(&parser.value()?.string()?)?),
                Long("report") => self.report = Some(parser.value()?.string()?),
                Long("limit") => {
                    let typed = parser.value()?.string()?;
                    let limit = typed.parse().map_err(|_| words::not_a_number(&typed))?;
                    self.limit = Some(limit);
                }
                Long("json") => self.json = true,
                Short('h') | Long("help") => self.help = true,
                Short('V') | Long("version") => self.version = true,
                Value(value) if self.name.is_none() => self.name = Some(value.string()?),
                Value(value) => self.values.push(value),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(())
    }

    fn command(&mut self) -> Result<Command, Message> {
        if self.help {
            return Ok(Command::Help);
        }
        if self.version {
            return Ok(Command::Version);
        }
        let Some(name) = self.name.take() else {
            return Ok(Command::Open);
        };
        let mut values = std::mem::take(&mut self.values);
        let mut strings = || -> Result<Vec<String>, Message> {
            std::mem::take(&mut values)
                .into_iter()
                .map(|value| {
                    value
                        .into_string()
                        .map_err(|value| words::not_unicode(&value.to_string_lossy()))
                })
                .collect()
        };
        match name.as_str() {
            "open" => Ok(Command::Open),
            "help" => Ok(Command::Help),
            "find" => {
                let found = Find {
                    words: strings()?,
                    kind: self.kind,
                    report: self.report.take(),
                    limit: self.limit,
                    json: self.json,
                };
                if found.words.iter().all(|word| word.trim().is_empty()) {
                    return Err(words::nothing_to_find());
                }
                Ok(Command::Find(found))
            }
            "show" => match strings()?.as_slice() {
                [id] => Ok(Command::Show(Show {
                    id: id.clone(),
                    json: self.json,
                })),
                _ => Err(words::one_id()),
            },
            "list" => match strings()?.as_slice() {
                [] => Ok(Command::List(None)),
                [typed] => Ok(Command::List(Some(kind(typed)?))),
                _ => Err(words::one_kind()),
            },
            "check" => Ok(Command::Check {
                dir: values.pop().map(PathBuf::from),
                json: self.json,
            }),
            "schema" => match strings()?.first().map(String::as_str) {
                None | Some("report") => Ok(Command::Schema(Which::Report)),
                Some("registry") => Ok(Command::Schema(Which::Registry)),
                Some(other) => Err(words::unknown_value("schema", other, "report, registry")),
            },
            other => Err(words::unknown_command(other, &nearest(other, COMMANDS))),
        }
    }
}

/// The commands that have a name.
const COMMANDS: &[&str] = &["open", "find", "show", "list", "check", "schema", "help"];

fn language(typed: &str) -> Result<Language, Message> {
    parse_language(typed).ok_or_else(|| words::unknown_value("--lang", typed, "ar, en"))
}

/// The language of a word such as `ar`, `ar_EG.UTF-8`, `en`.
#[must_use]
pub fn parse_language(typed: &str) -> Option<Language> {
    let word = typed
        .split(['_', '-', '.', '@'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match word.as_str() {
        "ar" | "arabic" => Some(Language::Arabic),
        "en" | "english" => Some(Language::English),
        _ => None,
    }
}

fn form(typed: &str) -> Result<Form, Message> {
    parse_form(typed).ok_or_else(|| words::unknown_value("--bidi", typed, "visual, off"))
}

/// The form of a word: `visual`, `off`.
#[must_use]
pub fn parse_form(typed: &str) -> Option<Form> {
    match typed {
        "visual" | "auto" => Some(Form::Visual),
        "off" => Some(Form::Off),
        _ => None,
    }
}

/// The kind of a word, singular or plural, in English or Arabic.
fn kind(typed: &str) -> Result<Kind, Message> {
    use crate::words::label::{Label, plural};
    let wanted = typed.trim().to_lowercase();
    Kind::ALL
        .into_iter()
        .find(|kind| {
            let label = kind.label();
            let many = plural(*kind);
            [kind.name(), label.ar, label.en, many.ar, many.en]
                .into_iter()
                .any(|name| name.to_lowercase() == wanted)
                || format!("{}s", kind.name()) == wanted
        })
        .ok_or_else(|| {
            let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
            words::unknown_value("KIND", typed, &names.join(", "))
        })
}

/// The nearest of some words, or nothing where none is near.
fn nearest(typed: &str, words: &[&str]) -> String {
    words
        .iter()
        .map(|word| (strsim::damerau_levenshtein(typed, word), *word))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, word)| word.to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, Message> {
        Arguments::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn the_command_line_is_read() {
        assert_eq!(parse("").unwrap().command, Command::Open);
        let find = parse("find مباني المقر --kind nominations --limit 3 --json").unwrap();
        assert_eq!(
            find.command,
            Command::Find(Find {
                words: vec!["مباني".to_owned(), "المقر".to_owned()],
                kind: Some(Kind::Nomination),
                report: None,
                limit: Some(3),
                json: true,
            })
        );
        let open = parse("--library /tmp/x --lang ar --bidi off").unwrap();
        assert_eq!(open.library, Some(PathBuf::from("/tmp/x")));
        assert_eq!(open.language, Some(Language::Arabic));
        assert_eq!(open.form, Some(Form::Off));
        assert_eq!(
            parse("list الترشيحات").unwrap().command,
            Command::List(Some(Kind::Nomination))
        );
    }

    #[test]
    fn what_is_not_understood_says_what_would_be() {
        for (line, says) in [
            ("fnd x", "find"),
            ("list nonsense", "nomination"),
            ("--lang de", "ar, en"),
            ("find", "WORDS"),
            ("show", "ID"),
            ("find x --limit many", "many"),
            ("--nonsense", "nonsense"),
        ] {
            let message = parse(line).unwrap_err();
            assert!(message.en.contains(says), "{line}: {}", message.en);
        }
    }
}
