//! Whether a library can be written at all, asked of the system before anything is tried.

use std::path::Path;
use std::sync::PoisonError;

use super::Keeper;
use crate::words::{Message, capital, keep as words};

/// Why nothing can be written in a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// The program was opened for reading only.
    Asked,
    /// This person has no permission.
    NotPermitted,
    /// The disk can only be read.
    ReadOnlyDisk,
}

impl Barred {
    /// Why, and what to do, as a sentence.
    #[must_use]
    pub fn message(self) -> Message {
        let said = match self {
            Self::Asked => words::READ_ONLY,
            Self::NotPermitted => words::NOT_PERMITTED,
            Self::ReadOnlyDisk => words::READ_ONLY_DISK,
        };
        Message::new(said.ar.to_owned(), capital(said.en))
    }
}

impl Keeper {
    /// Why nothing can be written here, as it was found when it was last [looked](Self::look_if_barred).
    #[must_use]
    pub fn barred(&self) -> Option<Barred> {
        match self.read_only {
            true => Some(Barred::Asked),
            false => *self.barred.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Looks whether anything can be written here: permission is given and taken while a library is open.
    pub fn look_if_barred(&self) -> Option<Barred> {
        if !self.read_only {
            let history = self.history.folder();
            // What is not there is made, or it is said that it is gone.
            let places = [(self.folder.as_path(), true), (history, true)];
            let lock = history.join("lock");
            let mut places = places.into_iter().chain([(lock.as_path(), false)]);
            let found = places.find_map(|(path, is_folder)| refused(path, is_folder));
            *self.barred.lock().unwrap_or_else(PoisonError::into_inner) = found;
        }
        self.barred()
    }

    /// Whether the system lets this person write to a file of the library.
    #[must_use]
    pub fn may_write(&self, file: &str) -> bool {
        refused(&self.folder.join(file), false).is_none()
    }
}

/// Why a file cannot be written, or nothing be made in a folder.
#[cfg(unix)]
pub(super) fn refused(path: &Path, is_folder: bool) -> Option<Barred> {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    let wanted = match is_folder {
        true => Access::WRITE_OK | Access::EXEC_OK,
        false => Access::WRITE_OK,
    };
    // Without a flag: the call that takes one is younger than some filters of system calls, which refuse it
    // whatever is asked. The program has no other rights than the person who runs it.
    why(accessat(CWD, path, wanted, AtFlags::empty()).err()?)
}

/// What an answer of the system means. Whatever else is wrong, as where the question itself is refused, is
/// told when it is tried.
#[cfg(unix)]
fn why(error: rustix::io::Errno) -> Option<Barred> {
    use rustix::io::Errno;
    match error {
        Errno::ACCESS => Some(Barred::NotPermitted),
        Errno::ROFS => Some(Barred::ReadOnlyDisk),
        _ => None,
    }
}

#[cfg(not(unix))]
pub(super) fn refused(path: &Path, is_folder: bool) -> Option<Barred> {
    let is_barred = std::fs::metadata(path).is_ok_and(|one| one.permissions().readonly());
    (is_barred && !is_folder).then_some(Barred::NotPermitted)
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::io::Errno;

    use super::{Barred, why};

    /// Where the question itself is refused, as by a filter of system calls, nothing is known of the answer.
    #[test]
    fn only_the_two_answers_that_mean_it_bar() {
        for (error, wanted) in [
            (Errno::ACCESS, Some(Barred::NotPermitted)),
            (Errno::ROFS, Some(Barred::ReadOnlyDisk)),
            (Errno::PERM, None),
            (Errno::NOSYS, None),
            (Errno::NOENT, None),
        ] {
            assert_eq!(why(error), wanted, "{error}");
        }
    }
}
