//! The files of a library: found in a folder, read from disk, decoded.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::keep::reason;
use super::tree::SourceText;
use super::{Code, Place, Problem, Stamp, built_in};
use crate::words::{Message, problem as words};

/// The largest file that is read, in bytes: 64 MiB.
pub const LARGEST_FILE: u64 = 64 << 20;

/// The name of the file that tells of a call in progress.
pub const LIVE: &str = "live.yaml";

/// The two kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Report,
    Registry,
}

impl FileKind {
    /// The kind of the file with this name.
    pub fn of(name: &str) -> Self {
        match is_registry(Path::new(name)) {
            true => Self::Registry,
            false => Self::Report,
        }
    }
}

/// Whether a file of a library is its registry, by its name.
#[must_use]
pub fn is_registry(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "registry")
}

/// A file of a library: its name as the person gave it, and what stands in it.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path, as it is shown in problems. `registry.yaml` and `registry.yml` are known by it.
    pub name: String,
    /// The bytes, or why there are none.
    pub bytes: Result<Cow<'static, [u8]>, Problem>,
    /// By which it will be known to be unchanged.
    pub stamp: Stamp,
    /// Counts what this program reads: of two states of a file the one with the greater number was
    /// read later, whatever the clock says. 0 for what was read of no disk.
    pub turn: u64,
}

/// The next turn at reading a file.
pub(super) fn next_turn() -> u64 {
    static TURNS: AtomicU64 = AtomicU64::new(1);
    TURNS.fetch_add(1, Ordering::Relaxed)
}

impl Source {
    /// A file with these bytes.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        let bytes = bytes.into();
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let stamp = Stamp {
            size,
            ..Stamp::default()
        };
        Self {
            name: name.into(),
            stamp: stamp.with_digest(&bytes),
            bytes: Ok(bytes),
            turn: 0,
        }
    }

    /// A file with this text.
    #[must_use]
    pub fn text(name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        match text.into() {
            Cow::Borrowed(text) => Self::new(name, text.as_bytes()),
            Cow::Owned(text) => Self::new(name, text.into_bytes()),
        }
    }

    /// The file at this path. Only a regular file is opened: a pipe would not end.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        let name = path.display().to_string();
        // Before it is read: what is written meanwhile is read by a later one.
        let turn = next_turn();
        let (bytes, stamp) = match read(path) {
            Ok((bytes, stamp)) => (Ok(bytes.into()), stamp),
            Err((code, what)) => {
                let problem = Problem::error(code, Place::whole(&name), what);
                (Err(problem), Stamp::default())
            }
        };
        Self {
            name,
            bytes,
            stamp,
            turn,
        }
    }

    /// The files that the program carries with it.
    #[must_use]
    pub fn built_in() -> Vec<Self> {
        built_in::sources()
    }

    pub(super) fn kind(&self) -> FileKind {
        FileKind::of(&self.name)
    }

    /// The text without its byte order mark, or why there is none.
    pub(super) fn decoded(&self) -> Result<&str, Box<Problem>> {
        let bytes: &[u8] = match &self.bytes {
            Ok(bytes) => bytes,
            Err(problem) => return Err(Box::new(problem.clone())),
        };
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > LARGEST_FILE {
            let what = words::too_large(size, LARGEST_FILE);
            let place = Place::whole(&self.name);
            return Err(Box::new(Problem::error(Code::TooLarge, place, what)));
        }
        let text = str::from_utf8(bytes)
            .map_err(|error| self.no_text(error.valid_up_to(), Code::NotUtf8, words::not_utf8()))?;
        if let Some(at) = text.find('\0') {
            return Err(self.no_text(at, Code::ControlCharacter, words::binary()));
        }
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The file is text up to this byte only.
    fn no_text(&self, end: usize, code: Code, what: Message) -> Box<Problem> {
        let good = self.bytes.as_ref().ok().and_then(|bytes| bytes.get(..end));
        let good = str::from_utf8(good.unwrap_or_default()).unwrap_or_default();
        let good = good.strip_prefix('\u{feff}').unwrap_or(good);
        let text = SourceText::new(&self.name, good);
        let place = text.place(text.spot(good.len()));
        Box::new(Problem::error(code, place, what).expecting(words::save_as_utf8()))
    }
}

/// The bytes of the file, and the stamp that it had before they were read: what is written to it
/// meanwhile gives it another one.
fn read(path: &Path) -> Result<(Vec<u8>, Stamp), (Code, Message)> {
    let unreadable = |what| (Code::Unreadable, what);
    let too_large = |size| (Code::TooLarge, words::too_large(size, LARGEST_FILE));
    let meta = fs::metadata(path).map_err(|error| {
        let link = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
        unreadable(cannot_open(&error, link))
    })?;
    if !meta.is_file() {
        return Err(unreadable(words::not_a_file(meta.is_dir())));
    }
    if meta.len() > LARGEST_FILE {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    let failed = |error| unreadable(cannot_open(&error, false));
    let file = File::open(path).map_err(failed)?;
    let stamp = file
        .metadata()
        .map(|meta| Stamp::of(&meta))
        .map_err(failed)?;
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(too_large(size));
    }
    let stamp = stamp.with_digest(&bytes);
    Ok((bytes, stamp))
}

fn cannot_open(error: &io::Error, link: bool) -> Message {
    match error.kind() {
        io::ErrorKind::PermissionDenied => words::no_permission(),
        _ if link => words::link_to_nowhere(),
        io::ErrorKind::NotFound => words::not_there(),
        _ => words::unreadable(&reason(error)),
    }
}

/// Whether a file is not a report but a call in progress ([`Call`](crate::report::call::Call)).
fn is_live(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == LIVE)
}

/// The files of a library's folder that end in `.yaml` or `.yml`, in the order of their names;
/// hidden files and the call in progress are passed over.
///
/// # Errors
/// A problem where there is no such folder, or no such file in it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<Problem>> {
    let place = || Place::whole(&folder.display().to_string());
    let failed = |error: io::Error| {
        let what = match error.kind() {
            io::ErrorKind::NotFound => words::no_folder(),
            io::ErrorKind::NotADirectory => words::not_a_folder(),
            _ => cannot_open(&error, false),
        };
        Box::new(Problem::error(Code::Unreadable, place(), what))
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
        if yaml && !hidden && !is_live(&path) {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        let problem = Problem::error(Code::NoReport, place(), words::no_report());
        return Err(Box::new(problem));
    }
    // They lie in one folder: their bytes are in the order of their names, and need not be taken apart.
    paths.sort_unstable_by(|one: &PathBuf, other| one.as_os_str().cmp(other.as_os_str()));
    Ok(paths)
}

/// The files of a library's folder, read.
pub(super) fn folder(folder: &Path) -> Result<Vec<Source>, Box<Problem>> {
    let paths = files(folder)?;
    Ok(paths.iter().map(|path| Source::file(path)).collect())
}

/// The registry that is missing from the files of these names.
pub(super) fn no_registry<'a>(mut names: impl Iterator<Item = &'a str>) -> Option<Problem> {
    let first = names.next()?;
    let is_registry = |name| FileKind::of(name) == FileKind::Registry;
    if is_registry(first) || names.any(is_registry) {
        return None;
    }
    let folder = Path::new(first).parent().unwrap_or(Path::new(""));
    let place = Place::whole(&folder.join("registry.yaml").display().to_string());
    let what = words::no_registry();
    Some(Problem::error(Code::NoRegistry, place, what))
}

/// A registry beside another, which was read from the file `first`.
pub(super) fn second_registry(name: &str, first: &str) -> Problem {
    let what = words::second_registry(first);
    Problem::error(Code::SecondRegistry, Place::whole(name), what)
}
