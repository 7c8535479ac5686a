//! Every problem of a library, found in one run: what is no YAML, what the schema does not allow,
//! and what makes no sense, each with its line and column.

mod chars;
mod meaning;
mod nearest;
mod render;
mod scalar;
mod shape;
mod source;
mod tree;

pub use render::{summary, to_json, to_text};

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use meaning::{FileKind, Known};
use source::Source;

use super::{Code, Place, Problem, schema};
use crate::report::{Registry, ReportFile};
use crate::words::problem as words;

/// The largest file that is read, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// The outcome of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many files there were.
    pub files: usize,
    /// By file, line and column.
    pub problems: Vec<Problem>,
}

/// Checks a library that is held in memory: names and contents of its files. The file whose name
/// begins with `registry` is the registry, every other one a report.
///
/// What is wrong with one file does not keep the others from being checked. At most 1000 problems
/// a file are listed.
#[must_use]
pub fn check(sources: &[(&str, &[u8])]) -> Vec<Problem> {
    run(sources, Vec::new())
}

/// Checks the library in a folder: its files that end in `.yaml` or `.yml`.
#[must_use]
pub fn check_dir(dir: &Path) -> Checked {
    let mut failed = Vec::new();
    let paths = match list(dir) {
        Ok(paths) => paths,
        Err(error) => {
            let place = Place::whole(&dir.display().to_string());
            let what = words::unreadable(&error.to_string());
            return Checked {
                files: 0,
                problems: vec![Problem::error(Code::Unreadable, place, what)],
            };
        }
    };
    let mut read = Vec::new();
    for path in &paths {
        let name = path.display().to_string();
        match contents(path) {
            Ok(bytes) => read.push((name, bytes)),
            Err(error) => {
                let (code, what) = match error {
                    Unread::System(error) => {
                        (Code::Unreadable, words::unreadable(&error.to_string()))
                    }
                    Unread::NotAFile => (Code::Unreadable, words::not_a_file()),
                    Unread::TooLarge => (Code::TooLarge, words::too_large(LARGEST >> 20)),
                };
                failed.push(Problem::error(code, Place::whole(&name), what));
            }
        }
    }
    if paths.is_empty() {
        let place = Place::whole(&dir.display().to_string());
        failed.push(Problem::error(Code::NoReport, place, words::no_report()));
    }
    let sources: Vec<(&str, &[u8])> = read
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    Checked {
        files: paths.len(),
        problems: run(&sources, failed),
    }
}

/// Why a file was not read.
enum Unread {
    System(io::Error),
    NotAFile,
    TooLarge,
}

/// The YAML files of a folder, by name.
fn list(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if matches!(extension, Some("yaml" | "yml")) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// A pipe is not waited for, and no more is read than a report may be.
fn contents(path: &Path) -> Result<Vec<u8>, Unread> {
    let about = fs::metadata(path).map_err(Unread::System)?;
    if !about.is_file() {
        return Err(Unread::NotAFile);
    }
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    if about.len() > most {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(Unread::System)?;
    if bytes.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    Ok(bytes)
}

/// Checks what could be read; `failed` is what is wrong with the rest of the library.
fn run(files: &[(&str, &[u8])], failed: Vec<Problem>) -> Vec<Problem> {
    let mut known = Known::all();
    let mut problems = failed;
    for problem in &problems {
        known.not(&problem.place.file);
    }
    let mut sources = Vec::new();
    let mut trees = Vec::new();
    for (name, bytes) in files {
        if bytes.len() > LARGEST {
            let what = words::too_large(LARGEST >> 20);
            problems.push(Problem::error(Code::TooLarge, Place::whole(name), what));
            known.not(name);
            continue;
        }
        match text(name, bytes) {
            Ok(text) => {
                let mut source = Source::new(name, text);
                source.find_forbidden();
                trees.push(tree::read(&mut source));
                sources.push(source);
            }
            Err(problem) => {
                problems.push(*problem);
                known.not(name);
            }
        }
    }
    let mut shapes = Vec::new();
    for (tree, source) in trees.iter().zip(&mut sources) {
        let Some(root) = tree else {
            known.not(source.name);
            shapes.push(None);
            continue;
        };
        let kind = FileKind::of(source.name);
        let schema = match kind {
            FileKind::Report => schema::report(),
            FileKind::Registry => schema::registry(),
        };
        let shape = shape::read(schema, root, source);
        if source.is_full() {
            known.not(source.name);
        }
        shapes.push(Some(meaning::File { kind, root, shape }));
    }
    meaning::check(&shapes, &mut sources, known);
    sources.iter_mut().for_each(read_as_the_program_does);
    problems.extend(sources.into_iter().flat_map(Source::into_problems));
    let has_registry = files
        .iter()
        .map(|(name, _)| *name)
        .chain(problems.iter().map(|problem| problem.place.file.as_str()))
        .any(|name| FileKind::of(name) == FileKind::Registry);
    if let Some((first, _)) = files.first().filter(|_| !has_registry) {
        let folder = Path::new(first).parent().unwrap_or(Path::new(""));
        let place = Place::whole(&folder.join("registry.yaml").display().to_string());
        problems.push(Problem::error(
            Code::NoRegistry,
            place,
            words::no_registry(),
        ));
    }
    problems.sort_by(|one, other| {
        (&one.place, one.severity, one.code).cmp(&(&other.place, other.severity, other.code))
    });
    problems
}

/// What has no error must open. Two YAML parsers differ in rare cases (a key over two lines within
/// brackets), so the last word is the loader's.
fn read_as_the_program_does(source: &mut Source<'_>) {
    if source.has_error() {
        return;
    }
    let read = match FileKind::of(source.name) {
        FileKind::Report => serde_yaml::from_str::<ReportFile>(source.text).map(drop),
        FileKind::Registry => serde_yaml::from_str::<Registry>(source.text).map(drop),
    };
    let Err(error) = read else { return };
    let place = error.location().map_or_else(
        || Place::whole(source.name),
        |found| {
            let line = source.line(found.line());
            Place {
                file: source.name.to_owned(),
                line: found.line(),
                column: found.column().min(line.chars().count() + 1),
                text: line.to_owned(),
            }
        },
    );
    let what = words::syntax(&error.to_string());
    source.add(Problem::error(Code::Syntax, place, what));
}

/// The text without its byte order mark; or where it is no UTF-8.
fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Box<Problem>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let good = std::str::from_utf8(good).unwrap_or_default();
            let source = Source::new(name, good);
            let place = source.place(source.spot(good.len()));
            Err(Box::new(
                Problem::error(Code::NotUtf8, place, words::not_utf8())
                    .expecting(words::save_as_utf8()),
            ))
        }
    }
}
