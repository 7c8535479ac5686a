//! `majlis check [DIR] [--json]`: every problem of a library.

use std::io::{self, Write};
use std::path::Path;

use crate::library::{Severity, Source, check};
use crate::report::Language;

/// Writes the problems of the library in `dir`, or of the built-in one, and says how the program
/// ends: 0 when there is no error, 1 when there is one. With `json`, one object a line and no
/// summary.
///
/// # Errors
/// When `out` cannot be written to.
pub fn run(
    dir: Option<&Path>,
    json: bool,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let checked = match dir {
        Some(dir) => check::check_dir(dir),
        None => check::check(&Source::built_in()),
    };
    for problem in &checked.problems {
        if json {
            writeln!(out, "{}", check::to_json(problem))?;
        } else {
            writeln!(out, "{}", check::to_text(problem, language))?;
        }
    }
    if !json {
        let summary = check::summary(&checked.problems, checked.files, language);
        writeln!(out, "{summary}")?;
    }
    out.flush()?;
    let failed = checked
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    Ok(u8::from(failed))
}
