//! `majlis check [DIR] [--json]`: every problem of a library.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use crate::library::{Code, Problem, Severity, Source, check};
use crate::report::Language;
use crate::words::problem as words;

/// So many warnings of one kind are told; of more only how many there are.
const TOLD: usize = 3;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The first warnings of each kind, and how many there are.
    Brief,
    /// Every problem.
    All,
    /// Every problem as one JSON object a line, and no summary.
    Json,
}

/// Writes the problems of the library in `dir`, or of the built-in one, and says how the program
/// ends: 0 when there is no error, 1 when there is one.
///
/// # Errors
/// When `out` cannot be written to.
pub fn run(
    dir: Option<&Path>,
    how: How,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let checked = match dir {
        Some(dir) => check::check_dir(dir),
        None => check::check(&Source::built_in()),
    };
    let mut of_kind: BTreeMap<Code, Vec<&Problem>> = BTreeMap::new();
    for problem in &checked.problems {
        if how == How::Json {
            writeln!(out, "{}", check::to_json(problem))?;
            continue;
        }
        if problem.severity == Severity::Warning && how == How::Brief {
            let alike = of_kind.entry(problem.code).or_default();
            alike.push(problem);
            if alike.len() > TOLD {
                continue;
            }
        }
        writeln!(out, "{}", check::to_text(problem, language))?;
    }
    for alike in of_kind.into_values() {
        if let Some((first, more @ [_, ..])) = alike.get(TOLD - 1..).and_then(<[_]>::split_first) {
            let is_same = more.iter().all(|one| one.what == first.what);
            let more = words::more_of_kind(&first.what, is_same, more.len());
            writeln!(out, "{}", more.get(language))?;
        }
    }
    if how != How::Json {
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
