//! Why a change was not made.

use std::io;
use std::path::{Path, PathBuf};

use super::history::{Deed, Line};
use super::merge::Conflict;
use super::plain::{NoFolder, NotPlain};
use super::write::{FileAlone, Step};
use crate::library::Problem;
use crate::library::edit::EditError;
use crate::words::{Message, keep as words, undo};

/// What became of the copy of what was to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Copied {
    /// There was nothing to be copied.
    #[default]
    Nothing,
    /// It could not be kept.
    Failed,
    /// It lies there.
    At(PathBuf),
}

impl From<Option<PathBuf>> for Copied {
    fn from(kept: Option<PathBuf>) -> Self {
        kept.map_or(Self::Failed, Self::At)
    }
}

/// Why a change was not made. The file is as it was.
#[derive(Debug)]
pub enum KeepError {
    /// The program was opened for reading only.
    ReadOnly,
    /// Another writes all the time; the name, where it is known. Untrusted text.
    Busy {
        /// Who holds the lock.
        who: Option<String>,
        /// What became of the copy of what was to be written.
        copy: Copied,
    },
    /// The file cannot be read: it is not there any more, or is no text.
    Unreadable {
        /// What is wrong with it.
        problem: Box<Problem>,
        /// What became of the copy of what was to be written.
        copy: Copied,
    },
    /// The file, as it stands now, cannot be changed in this way.
    NotEdited {
        /// The name of the file.
        file: String,
        /// Why.
        why: EditError,
        /// What became of the copy of what was to be written.
        copy: Copied,
    },
    /// The name is not one of a file of the library: it leads out of its folder, is hidden or not
    /// one of YAML. Untrusted text.
    Elsewhere(String),
    /// The file would be wrong after it.
    Wrong(Box<Problem>),
    /// Others have changed the same fields meanwhile. Both versions are in the history.
    Conflict(Box<Conflict>),
    /// There is nothing to undo, or nothing to do again; otherwise no such change, or nothing of it to be
    /// brought back.
    Nothing(Deed),
    /// What would be undone or done again is another change than the one that was shown.
    Another,
    /// All is as it was to become already.
    Unchanged,
    /// What would be undone or done again is so already, or is about a record that is gone: it is passed
    /// over from now on.
    Passed {
        /// Whether it was to be undone or done again.
        what: Deed,
        /// The line that tells that it was passed over.
        line: Box<Line>,
        /// Whether the record, or what it stood in, is gone.
        is_gone: bool,
    },
    /// What would be undone is not, unless it is named.
    ToBeNamed(Box<Line>),
    /// What was to be passed over can be undone, or done again.
    NotInTheWay,
    /// What was to be passed over is another person's change.
    NotOwn,
    /// The report that was to be taken away again, by its id, is no longer as it was made.
    Filled(String),
    /// The system would not have it.
    NotWritten {
        /// The file or folder.
        path: PathBuf,
        /// At which step.
        step: Step,
        /// What the system said.
        error: io::Error,
        /// What became of the copy of what was to be written.
        copy: Copied,
    },
    /// The history cannot be read or written.
    History {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
        /// What became of the copy of what was to be written.
        copy: Copied,
    },
}

impl KeepError {
    /// What happened and what to do, for people. Text from files in it is untrusted.
    #[must_use]
    pub fn message(&self) -> Message {
        let said = self.message_of_key();
        match self.copied() {
            Some(Copied::At(copy)) => words::with_copy(&said, &copy.display().to_string()),
            Some(Copied::Failed) => words::without_copy(&said),
            Some(Copied::Nothing) | None => said,
        }
    }

    /// The same of what nobody typed: of a copy of it there is nothing to tell.
    #[must_use]
    pub fn message_of_key(&self) -> Message {
        match self {
            Self::ReadOnly => words::READ_ONLY.into(),
            Self::Busy { who, .. } => words::busy(who.as_deref()),
            Self::Unreadable { problem, .. } => {
                words::unreadable(&problem.place.file, &problem.what)
            }
            Self::NotEdited { file, why, .. } => words::not_edited(file, &why.message()),
            Self::Elsewhere(name) => words::elsewhere(name),
            Self::Wrong(problem) => words::wrong(&problem.place.file, &problem.what),
            Self::Conflict(conflict) => {
                let clashes = conflict.clashes.iter();
                let fields: Vec<String> = clashes.map(|one| one.at.to_string()).collect();
                words::conflict(&fields)
            }
            Self::Nothing(Deed::Undo) => words::NOTHING_TO_UNDO.into(),
            Self::Nothing(Deed::Redo) => words::NOTHING_TO_REDO.into(),
            Self::Nothing(_) => words::NOTHING.into(),
            Self::Another => words::ANOTHER.into(),
            Self::Unchanged => words::UNCHANGED.into(),
            Self::Passed {
                what,
                line,
                is_gone,
            } => undo::passed_over(&line.record, *what == Deed::Redo, *is_gone),
            Self::ToBeNamed(line) => undo::to_be_named(&line.record, line.id.as_str()),
            Self::NotInTheWay => undo::NOT_IN_THE_WAY.into(),
            Self::NotOwn => undo::NOT_OWN.into(),
            Self::Filled(report) => words::filled(report),
            Self::NotWritten { path, error, .. } => match self.barred_file() {
                Some(file) => words::not_permitted_in(file),
                None => words::not_written(&path.display().to_string(), &reason(error)),
            },
            Self::History { path, error, .. } => {
                words::no_history(&path.display().to_string(), &reason(error))
            }
        }
    }

    /// The name of the file to which this person may not write, where that is so of no more than the file.
    fn barred_file(&self) -> Option<&str> {
        let Self::NotWritten { path, error, .. } = self else {
            return None;
        };
        let why = error.get_ref().filter(|why| why.is::<FileAlone>());
        path.file_name()?.to_str().filter(|_| why.is_some())
    }

    /// Where what was to be written is kept, if it could be.
    #[must_use]
    pub fn copy(&self) -> Option<&Path> {
        match self.copied()? {
            Copied::At(path) => Some(path),
            Copied::Nothing | Copied::Failed => None,
        }
    }

    /// What became of the copy, where one was to be kept.
    pub const fn copied(&self) -> Option<&Copied> {
        match self {
            Self::Busy { copy, .. }
            | Self::Unreadable { copy, .. }
            | Self::NotEdited { copy, .. }
            | Self::NotWritten { copy, .. }
            | Self::History { copy, .. } => Some(copy),
            _ => None,
        }
    }

    /// Where there is nothing: of what.
    pub(super) fn of(self, what: Deed) -> Self {
        match self {
            Self::Nothing(_) => Self::Nothing(what),
            other => other,
        }
    }

    /// Keeps a copy of what was to be written, where there is none: it may be shorter than the file.
    pub(super) fn with_copy(mut self, kept: impl FnOnce() -> Option<PathBuf>) -> Self {
        if let Self::Busy { copy, .. }
        | Self::Unreadable { copy, .. }
        | Self::NotEdited { copy, .. }
        | Self::NotWritten { copy, .. }
        | Self::History { copy, .. } = &mut self
            && !matches!(copy, Copied::At(_))
        {
            *copy = kept().into();
        }
        self
    }
}

/// Why the system refused, and what to do.
#[must_use]
pub fn reason(error: &io::Error) -> Message {
    use io::ErrorKind as Kind;
    if error.get_ref().is_some_and(|inner| inner.is::<NotPlain>()) {
        return words::NOT_PLAIN.into();
    }
    if error.get_ref().is_some_and(|inner| inner.is::<NoFolder>()) {
        return words::NO_FOLDER.into();
    }
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => words::FULL.into(),
        Kind::PermissionDenied => words::NOT_PERMITTED.into(),
        Kind::ReadOnlyFilesystem => words::READ_ONLY_DISK.into(),
        Kind::FileTooLarge => words::TOO_LARGE.into(),
        Kind::NotFound => words::NOT_THERE.into(),
        Kind::AlreadyExists => words::THERE_ALREADY.into(),
        Kind::StaleNetworkFileHandle
        | Kind::NotConnected
        | Kind::HostUnreachable
        | Kind::NetworkUnreachable
        | Kind::NetworkDown
        | Kind::TimedOut => words::LOST.into(),
        // EIO: what a disk says that is dying, and a mount that is gone.
        _ if error.raw_os_error() == Some(5) => words::LOST.into(),
        _ => words::other(&error.to_string()),
    }
}
