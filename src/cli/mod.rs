//! One file a command: open, find, show, list, check, schema. Only here is anything printed.

mod arguments;
pub mod check;
mod config;
mod find;
mod list;
mod open;
mod output;
mod schema;
mod show;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::library::Library;
use crate::report::Language;
use crate::words::cli as words;

use arguments::{Arguments, Command};
use config::Config;
use output::Output;

/// Nothing was found, or something is wrong with the library.
const NOTHING: u8 = 1;
/// The command could not be carried out.
const FAILED: u8 = 2;

/// Runs the program with its arguments (without its own name) and tells how it ended: 0 when all
/// is well, 1 when nothing was found or a library has errors, 2 for an error, 128 and the signal
/// when a signal ended it.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let config = Config::read();
    let parsed = Arguments::parse(arguments);
    let language = parsed
        .as_ref()
        .ok()
        .and_then(|arguments| arguments.language)
        .unwrap_or_else(|| config.language());
    let code = parsed
        .map_err(|problem| Failure::Usage(problem.get(language).to_owned()))
        .and_then(|arguments| carry_out(arguments, &config, language));
    match code {
        Ok(code) => ExitCode::from(code),
        // Whoever reads our output has seen enough (`majlis list | head`).
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let said = match failure {
                Failure::Io(error) => error.to_string(),
                Failure::Usage(said) => said,
            };
            // With nowhere to say it, the exit code still does.
            drop(writeln!(io::stderr(), "majlis: {said}"));
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
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn carry_out(arguments: Arguments, config: &Config, language: Language) -> Result<u8, Failure> {
    let folder = arguments.library.clone().or_else(|| config.library());
    let form = arguments.form.unwrap_or_else(|| config.form());
    let mut output = Output::new(language, form);
    let code = match arguments.command {
        Command::Open => return open::run(load(folder), language, form).map_err(Failure::Io),
        Command::Find(wanted) => find::run(&load(folder), &wanted, &mut output)?,
        Command::Show(wanted) => show::run(&load(folder), &wanted, &mut output)?,
        Command::List(kind) => list::run(&load(folder), kind, &mut output)?,
        Command::Check { dir, json } => check::run(
            dir.or(folder).as_deref(),
            json,
            language,
            &mut io::stdout().lock(),
        )?,
        Command::Schema(which) => {
            schema::run(which, &mut io::stdout().lock())?;
            0
        }
        Command::Help => {
            output.paragraphs(words::USAGE.get(language))?;
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

/// The library that was named, or the one that is built in.
fn load(folder: Option<PathBuf>) -> Library {
    match folder {
        Some(folder) => Library::open(&folder),
        None => Library::built_in(),
    }
}

/// The id of the report of a record.
fn report_id(library: &Library, key: crate::library::Key) -> Option<&str> {
    let report = library.reports().get(library.report_of(key)?)?;
    Some(report.report.id.as_str())
}

/// Says on standard error what of the library could not be read; the rest is answered from what
/// could.
fn say_problems(library: &Library, language: Language) -> io::Result<()> {
    for problem in library.problems() {
        let place = &problem.place;
        let what = problem.what.get(language);
        let file = crate::script::sanitise(&place.file);
        match place.line {
            0 => writeln!(io::stderr(), "majlis: {file}: {what}")?,
            line => writeln!(
                io::stderr(),
                "majlis: {file}:{line}:{}: {what}",
                place.column
            )?,
        }
    }
    Ok(())
}
