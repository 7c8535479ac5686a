//! Every problem of a library, found in one run: what is no YAML, what the schema does not allow,
//! and what makes no sense, each with its line and column.

pub(super) mod keywords;
mod made;
mod meaning;
mod nearest;
mod render;
mod shape;

pub(super) use meaning::{TO_RECORDS, TO_REGISTRY, currencies};
pub(crate) use nearest::nearest;
pub use render::{summary, to_json, to_text};

use std::path::Path;
use std::thread;

use made::Made;
use meaning::Known;
use shape::Shape;

use super::edit::Reading;
use super::source::{self, FileKind, Source};
use super::tree::{self, Node, SourceText};
use super::{Code, Problem, lenient, problem, schema};
use crate::report::{Registry, ReportFile};
use crate::words::problem as words;

/// The outcome of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many files there were.
    pub files: usize,
    /// By file, line and column.
    pub problems: Vec<Problem>,
}

/// Checks the library in a folder: its files that end in `.yaml` or `.yml`. What was made in majlis itself
/// is not asked for its place in a printed source.
#[must_use]
pub fn check_dir(dir: &Path) -> Checked {
    match source::folder(dir) {
        Ok(sources) => check_with(&sources, &Made::in_folder(dir)),
        Err(problem) => Checked {
            files: 0,
            problems: vec![*problem],
        },
    }
}

/// Checks the library that these files are.
///
/// What is wrong with one file does not keep the others from being checked. At most 1000 problems
/// a file are listed.
#[must_use]
pub fn check(sources: &[Source]) -> Checked {
    check_with(sources, &Made::default())
}

fn check_with(sources: &[Source], made: &Made) -> Checked {
    let mut known = Known::all();
    let names = sources.iter().map(|source| source.name.as_str());
    let mut problems: Vec<Problem> = source::no_registry(names).into_iter().collect();
    problems.extend(second_registries(sources));
    let mut texts = Vec::new();
    let mut trees = Vec::new();
    for source in sources {
        match source.decoded() {
            Ok(text) => {
                let mut text = SourceText::new(&source.name, text);
                trees.push(tree(&mut text));
                texts.push(text);
            }
            Err(problem) => {
                problems.push(*problem);
                known.not(&source.name);
            }
        }
    }
    let mut files = Vec::new();
    for (tree, text) in trees.iter().zip(&mut texts) {
        let Some(root) = tree else {
            known.not(text.name);
            files.push(None);
            continue;
        };
        let kind = FileKind::of(text.name);
        let shape = shape(kind, root, text);
        if shape.is_none() || text.is_full() {
            known.not(text.name);
        }
        files.push(shape.map(|shape| meaning::File { kind, root, shape }));
    }
    meaning::check(&files, &mut texts, known, made);
    texts.iter_mut().for_each(read_as_the_program_does);
    problems.extend(texts.into_iter().flat_map(SourceText::into_problems));
    problem::sort(&mut problems);
    Checked {
        files: sources.len(),
        problems,
    }
}

/// The file as a tree; none where it is no YAML that a report can be.
pub(super) fn tree(text: &mut SourceText<'_>) -> Option<Node> {
    text.find_forbidden();
    tree::read(text)
}

/// Holds the tree against the schema of its kind; none where it is of the other kind.
fn shape<'a>(kind: FileKind, root: &'a Node, text: &mut SourceText<'_>) -> Option<Shape<'a>> {
    let schema = match kind {
        FileKind::Report => schema::report(),
        FileKind::Registry => schema::registry(),
    };
    if kind == FileKind::Report && root.get("report").is_none() && looks_like_a_registry(root) {
        let place = text.place(root.at);
        let problem = Problem::error(Code::MissingKey, place, words::missing_key("report"));
        text.add(problem.expecting(words::named_registry()));
        return None;
    }
    Some(shape::read(schema, root, text))
}

/// Finds what is wrong in one file as far as no other file need be known; none where it is of the
/// other kind.
pub(super) fn alone(kind: FileKind, root: &Node, text: &mut SourceText<'_>) -> Option<()> {
    let shape = shape(kind, root, text)?;
    let file = meaning::File { kind, root, shape };
    let texts = std::slice::from_mut(text);
    meaning::check(&[Some(file)], texts, Known::none(), &Made::default());
    Some(())
}

/// Every error of one file by itself, as far as no other file need be known.
pub(super) fn errors_alone(source: &Source) -> Vec<Problem> {
    let text = match source.decoded() {
        Ok(text) => text,
        Err(problem) => return vec![*problem],
    };
    let plain = text;
    let mut text = SourceText::errors_only(&source.name, plain);
    // The two readings go on side by side: a person waits for this.
    let refused = thread::scope(|scope| {
        let read = || refused(&source.name, plain);
        let beside = thread::Builder::new().spawn_scoped(scope, read);
        if let Some(root) = tree(&mut text) {
            alone(source.kind(), &root, &mut text);
        }
        match beside {
            Ok(beside) => beside.join().unwrap_or_else(|_| read()),
            Err(_) => read(),
        }
    });
    if let Some(error) = refused.filter(|_| !text.has_error()) {
        let problem = lenient::refusal(&error, &text);
        text.add(problem);
    }
    let mut problems = text.into_problems();
    problem::sort(&mut problems);
    problems
}

/// Whether the rules find no error in a file of this name by itself that was read to be changed; what
/// the loader says of it is not asked. Where this says no, [`errors_alone`] says why, or that there is
/// none after all.
pub(super) fn is_clean(name: &str, reading: &Reading) -> bool {
    let mut text = SourceText::errors_only(name, reading.body());
    let Some(root) = reading.checked_tree(&text) else {
        return false;
    };
    alone(FileKind::of(name), &root, &mut text).is_some() && !text.has_error()
}

fn looks_like_a_registry(root: &Node) -> bool {
    let lists = schema::registry().get("properties");
    let is_list = |key: &Node| {
        let list = lists.zip(key.text()).map(|(lists, key)| lists.get(key));
        list.flatten().is_some()
    };
    root.entries().iter().any(|(key, _)| is_list(key))
}

fn second_registries(sources: &[Source]) -> impl Iterator<Item = Problem> {
    let mut registries = sources
        .iter()
        .filter(|source| source.kind() == FileKind::Registry);
    let first = registries.next();
    let name = first.map_or("", |first| &first.name);
    registries.map(move |second| source::second_registry(&second.name, name))
}

/// What has no error must open. Two YAML parsers differ in rare cases (a key over two lines within
/// brackets), so the last word is the loader's.
fn read_as_the_program_does(text: &mut SourceText<'_>) {
    if text.has_error() {
        return;
    }
    if let Some(error) = refused(text.name, text.text) {
        let problem = lenient::refusal(&error, text);
        text.add(problem);
    }
}

/// Why the loader does not read a text; none where it does.
fn refused(name: &str, text: &str) -> Option<serde_yaml::Error> {
    let read = match FileKind::of(name) {
        FileKind::Report => serde_yaml::from_str::<ReportFile>(text).map(drop),
        FileKind::Registry => serde_yaml::from_str::<Registry>(text).map(drop),
    };
    read.err()
}
