//! `majlis check [DIR] [--json]`: every problem of a library.

use std::io::{self, Write};
use std::path::Path;

use crate::library::Severity;
use crate::library::check::{self, Checked};
use crate::report::Language;

/// The library that is built into the program.
const BUILT_IN: [(&str, &str); 6] = [
    ("data/c17.yaml", include_str!("../../data/c17.yaml")),
    ("data/c21.yaml", include_str!("../../data/c21.yaml")),
    ("data/c24.yaml", include_str!("../../data/c24.yaml")),
    ("data/c26.yaml", include_str!("../../data/c26.yaml")),
    (
        "data/registry.yaml",
        include_str!("../../data/registry.yaml"),
    ),
    ("data/tdag23.yaml", include_str!("../../data/tdag23.yaml")),
];

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
        None => built_in(),
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

fn built_in() -> Checked {
    let sources = BUILT_IN.map(|(name, text)| (name, text.as_bytes()));
    Checked {
        files: sources.len(),
        problems: check::check(&sources),
    }
}
