//! From files to reports. Nothing here fails as a whole: what cannot be read becomes a problem.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::lenient::{self, Reader};
use super::problem::{Place, Problem, Severity};
use crate::report::{Registry, ReportFile};
use crate::words::{Message, loading};

/// The largest file that is read, in bytes: 64 MiB.
pub const LARGEST_FILE: u64 = 64 << 20;

/// The longest line that is kept to be shown with a problem, in bytes: 64 KiB.
const LONGEST_LINE: usize = 64 << 10;

/// A file of a library: its name as the person gave it, and what stands in it.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path, as it is shown in problems. `registry.yaml` is known by its name.
    pub name: String,
    /// The bytes, or why there are none.
    pub bytes: Result<Cow<'static, [u8]>, Problem>,
}

impl Source {
    /// A file with this text.
    #[must_use]
    pub fn text(name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        let bytes = match text.into() {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        };
        Self {
            name: name.into(),
            bytes: Ok(bytes),
        }
    }

    /// The file at this path. Only a regular file is opened: a pipe would not end.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        let name = path.display().to_string();
        let bytes = read(path).map_err(|what| whole_file(&name, what));
        Self {
            name,
            bytes: bytes.map(Cow::Owned),
        }
    }

    fn is_registry(&self) -> bool {
        let name = Path::new(&self.name);
        name.file_stem().is_some_and(|stem| stem == "registry")
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Message> {
    let meta = fs::metadata(path).map_err(|error| {
        let link = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
        cannot_open(&error, link)
    })?;
    if !meta.is_file() {
        return Err(loading::not_a_file(meta.is_dir()));
    }
    if meta.len() > LARGEST_FILE {
        return Err(loading::too_large(meta.len(), LARGEST_FILE));
    }
    let file = File::open(path).map_err(|error| cannot_open(&error, false))?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| cannot_open(&error, false))?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(loading::too_large(size, LARGEST_FILE));
    }
    Ok(bytes)
}

fn cannot_open(error: &io::Error, link: bool) -> Message {
    match error.kind() {
        io::ErrorKind::PermissionDenied => loading::no_permission().into(),
        _ if link => loading::link_to_nowhere().into(),
        io::ErrorKind::NotFound => loading::not_there().into(),
        _ => loading::cannot_be_read(&error.to_string()),
    }
}

/// The files of a library's folder, in the order of their names.
pub(super) fn folder(folder: &Path) -> Result<Vec<Source>, Box<Problem>> {
    let name = folder.display().to_string();
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Box::new(whole_file(&name, loading::no_folder().into())),
        io::ErrorKind::NotADirectory => Box::new(whole_file(&name, loading::not_a_folder().into())),
        _ => Box::new(whole_file(&name, cannot_open(&error, false))),
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let yaml = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
        if yaml && !hidden {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Err(Box::new(whole_file(&name, loading::empty_folder().into())));
    }
    paths.sort();
    Ok(paths.iter().map(|path| Source::file(path)).collect())
}

/// What was read, and what was not.
pub(super) struct Loaded {
    pub reports: Vec<ReportFile>,
    pub registry: Registry,
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Nothing, and why.
    pub fn nothing(problem: Problem) -> Self {
        Self {
            reports: Vec::new(),
            registry: Registry::default(),
            problems: vec![problem],
        }
    }
}

/// What one file holds.
enum Content {
    Report(Box<ReportFile>),
    Registry(Box<Registry>),
    Nothing,
}

/// Reads all files, several at a time.
pub(super) fn all(sources: &[Source]) -> Loaded {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(source) = sources.get(at) else {
                break done;
            };
            done.push((at, one(source)));
        }
    };
    let helpers = thread::available_parallelism().map_or(1, |cores| cores.get());
    let helpers = helpers.min(sources.len()).saturating_sub(1);
    let mut contents = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let mut contents = work();
        for helper in helpers {
            contents.extend(helper.join().unwrap_or_default());
        }
        contents
    });
    contents.sort_by_key(|(at, _)| *at);
    together(sources, contents)
}

/// Puts the files together: one registry, and no two reports with the same id.
fn together(sources: &[Source], contents: Vec<(usize, (Content, Vec<Problem>))>) -> Loaded {
    let mut reports: Vec<(ReportFile, &str)> = Vec::new();
    let mut registry: Option<(Registry, &str)> = None;
    let mut problems = Vec::new();
    for (at, (content, found)) in contents {
        let name = sources.get(at).map_or("", |source| &source.name);
        problems.extend(found);
        match content {
            Content::Nothing => {}
            Content::Registry(one) => match &registry {
                Some((_, first)) => {
                    problems.push(whole_file(name, loading::second_registry(first)));
                }
                None => registry = Some((*one, name)),
            },
            Content::Report(file) => {
                let same = |(other, _): &&(ReportFile, &str)| other.report.id == file.report.id;
                match reports.iter().find(same) {
                    Some((_, first)) => {
                        let id = file.report.id.as_str();
                        problems.push(whole_file(name, loading::same_report(id, first)));
                    }
                    None => reports.push((*file, name)),
                }
            }
        }
    }
    Loaded {
        reports: reports.into_iter().map(|(file, _)| file).collect(),
        registry: registry.map(|(registry, _)| registry).unwrap_or_default(),
        problems,
    }
}

fn one(source: &Source) -> (Content, Vec<Problem>) {
    let text = match &source.bytes {
        Ok(bytes) => text(bytes),
        Err(problem) => return (Content::Nothing, vec![problem.clone()]),
    };
    let text = match text {
        Ok(text) => text,
        Err(what) => return (Content::Nothing, vec![whole_file(&source.name, what)]),
    };
    let mut reader = Reader::new(&source.name, text);
    let content = if !reader.is_safe() {
        None
    } else if source.is_registry() {
        lenient::registry(&mut reader).map(|one| Content::Registry(Box::new(one)))
    } else {
        lenient::report(&mut reader).map(|one| Content::Report(Box::new(one)))
    };
    let mut problems = reader.problems;
    for problem in &mut problems {
        // Nobody reads such a line, and laying it out would take its time.
        if problem.place.text.len() > LONGEST_LINE {
            problem.place.text = String::new();
        }
    }
    (content.unwrap_or(Content::Nothing), problems)
}

/// The text of a file, without its byte order mark.
fn text(bytes: &[u8]) -> Result<&str, Message> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(loading::too_large(size, LARGEST_FILE));
    }
    if bytes.contains(&0) {
        return Err(loading::binary().into());
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        loading::not_utf8(line)
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let said = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    if text.lines().any(said) {
        Ok(text)
    } else {
        Err(loading::empty_file().into())
    }
}

/// An error that is about a file as a whole.
pub(super) fn whole_file(name: &str, what: Message) -> Problem {
    Problem {
        code: super::problem::Code::Unreadable,
        severity: Severity::Error,
        place: Place {
            file: name.to_owned(),
            line: 0,
            column: 0,
            text: String::new(),
        },
        what,
        expected: None,
        nearest: None,
    }
}
