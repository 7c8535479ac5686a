//! One file a command: open, find, filter, show, list, minutes, check, schema, doctor. Only here is anything printed.

mod add;
mod arguments;
pub mod check;
mod clock;
mod config;
mod dates;
mod doctor;
mod editor;
mod filter;
mod find;
mod forms;
mod hand_over;
mod help;
mod linear;
mod list;
mod log;
mod memory;
mod minutes;
mod new;
mod note;
mod open;
mod opening;
mod output;
mod schema;
mod set;
mod shelves;
mod show;
mod undo;
mod values;
mod writing;

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::Shelf;
use crate::cache::{self, Home};
use crate::library::Library;
use crate::library::keep::wish::not_found;
use crate::library::keep::{Keeper, Means, login_name};
use crate::report::Language;
use crate::script::Form;
use crate::terminal::which::{Answers, Surroundings, Wish, Word, identify};
use crate::words::cli as words;

use arguments::{Arguments, Command};
use config::Config;
use opening::{Opening, library};
use output::Output;

/// Nothing was found, or something is wrong with the library.
const NOTHING: u8 = 1;
/// The command could not be carried out.
const FAILED: u8 = 2;

/// Runs the program with its arguments (without its own name) and tells how it ended: 0 when all
/// is well, 1 when nothing was found or a library has errors, 2 for an error, 3 and 4 when a change
/// was not written (see [`writing`]), 128 and the signal when a signal ended it.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let config = Config::read();
    let parsed = Arguments::parse(arguments);
    let (language, form) = match &parsed {
        Ok(arguments) => (arguments.language, arguments.form),
        Err(refused) => (refused.language, None),
    };
    let language = language.unwrap_or_else(|| config.language());
    let wish = form.map(|wish| (wish, Word::Flag)).or(config.wish());
    let form = form_of_lines(wish);
    for problem in config.problems() {
        output::complain(form, problem.get(language));
    }
    let code = parsed
        .map_err(|refused| Failure::Usage(refused.why.get(language).to_owned()))
        .and_then(|arguments| carry_out(arguments, &config, language, wish));
    // What is still being written of a cache is not waited for.
    cache::give_up();
    match code {
        Ok(code) => ExitCode::from(code),
        // Whoever reads our output has seen enough (`majlis list | head`).
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            match failure {
                Failure::Io(error) => output::complain(form, &error.to_string()),
                Failure::Usage(said) => output::complain(form, &said),
                Failure::Said => {}
            }
            ExitCode::from(FAILED)
        }
    }
}

/// Why a command could not be carried out.
enum Failure {
    /// Reading or writing failed.
    Io(io::Error),
    /// The command was not understood; says why.
    Usage(String),
    /// It has been said why.
    Said,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn carry_out(
    arguments: Arguments,
    config: &Config,
    language: Language,
    wish: Option<(Wish, Word)>,
) -> Result<u8, Failure> {
    let folder = arguments.library.or_else(|| config.library());
    let home = match arguments.no_cache {
        true => Home::none(),
        false => Home::of(|name| env::var_os(name)),
    };
    let mut output = Output::new(language, form_of_lines(wish));
    let code = match arguments.command {
        Command::Open { linear } => {
            let who = arguments
                .who
                .or_else(|| config.who())
                .unwrap_or_else(login_name);
            let keeper = folder.as_deref().map(|folder| {
                Keeper::new(folder, &who, Means::Hand).read_only(arguments.read_only)
            });
            if linear {
                return linear::run(folder, &home, keeper, language, config.keyboard());
            }
            let (keyboard, mouse) = (config.keyboard(), config.mouse());
            return open::run(folder, &home, keeper, language, wish, keyboard, mouse);
        }
        Command::Find(wanted) => {
            let kept = folder.clone();
            looked_up(folder, &home, &mut output, |shelf, output| {
                find::run(shelf, kept.as_deref(), &wanted, output)
            })?
        }
        Command::Filter(wanted) => filter::run(&wanted, &mut output)?,
        Command::Show(wanted) => looked_up(folder, &home, &mut output, |shelf, output| {
            show::run(&shelf.library, &wanted, output)
        })?,
        Command::Minutes(wanted) => {
            let kept = folder.clone();
            looked_up(folder, &home, &mut output, |shelf, output| {
                minutes::run(&shelf.library, kept.as_deref(), &wanted, output)
            })?
        }
        Command::List(wanted) => looked_up(folder, &home, &mut output, |shelf, output| {
            list::run(&shelf.library, &wanted, output)
        })?,
        Command::Check { dir: Some(dir), .. } if !dir.is_dir() => {
            let said = words::not_a_folder(&dir.display().to_string());
            return Err(Failure::Usage(said.get(language).to_owned()));
        }
        Command::Check { dir, how } => {
            let mut told = Vec::new();
            let code = check::run(dir.or(folder).as_deref(), how, language, &mut told)?;
            output.lines(&told)?;
            code
        }
        Command::Schema(which) => {
            schema::run(which, &mut io::stdout().lock())?;
            0
        }
        Command::Write(order) => writing::run(folder, &order, config, &home, &mut output)?,
        Command::Doctor => {
            doctor::run(wish, language, &home)?;
            0
        }
        Command::Help(topic) => {
            help::run(&topic, &mut output)?;
            0
        }
        Command::Version => {
            output.plain(&format!("majlis {}", env!("CARGO_PKG_VERSION")))?;
            0
        }
    };
    output.flush()?;
    Ok(code)
}

/// Answers from the library in a folder, and keeps then what the next command need not read again.
fn looked_up(
    folder: Option<PathBuf>,
    home: &Home,
    output: &mut Output,
    answer: impl FnOnce(&Shelf, &mut Output) -> Result<u8, Failure>,
) -> Result<u8, Failure> {
    let opening = Opening::of(folder, home);
    let code = answer(&opening.shelf, output);
    output.flush()?;
    opening.keep();
    // The memory of a million records goes back with the process, all at once.
    std::mem::forget(opening);
    code
}

/// The form of lines that are printed and stay on the terminal, which is not asked for that.
fn form_of_lines(wish: Option<(Wish, Word)>) -> Form {
    match wish {
        Some((Wish::Form(form), _)) => form,
        _ => identify(&Answers::default(), &Surroundings::read()).form_of_lines(),
    }
}

/// The id of the report of a record.
fn report_id(library: &Library, key: crate::library::Key) -> Option<&str> {
    library.report_id(library.report_of(key)?)
}

/// The record that a person means by an id, or what it may be.
fn find_or_say(
    library: &Library,
    id: &str,
    output: &Output,
) -> Result<crate::library::Key, Failure> {
    library.find(id).ok_or_else(|| {
        let message = not_found(library, id);
        Failure::Usage(message.get(output.language).to_owned())
    })
}

/// How many problems are told one by one; `majlis check` tells all.
const TOLD: usize = 5;

/// Says on standard error what of the library could not be read; the rest is answered from what
/// could. Where nothing could, there is no answer.
fn open_or_say(library: &Library, output: &Output) -> Result<(), Failure> {
    let problems = library.problems();
    for problem in problems.iter().take(TOLD) {
        let place = &problem.place;
        let file = &place.file;
        let what = problem.what.get(output.language);
        output.complain(&match (place.line, place.column) {
            (0, _) => format!("{file}: {what}"),
            (line, 0) => format!("{file}:{line}: {what}"),
            (line, column) => format!("{file}:{line}:{column}: {what}"),
        });
    }
    match problems.len().saturating_sub(TOLD) {
        0 => {}
        more => output.complain(words::more_problems(more).get(output.language)),
    }
    if library.is_empty() && !problems.is_empty() {
        return Err(Failure::Said);
    }
    Ok(())
}
