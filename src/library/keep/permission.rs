//! What may be written in a library, and why not: asked of the system on the threads that write and read
//! its folder, and known to all others. A folder on a disk that hangs does not answer, and whoever draws
//! does not wait for it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Bell;
use crate::library::{LIVE, files};
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

/// What may be written in a library.
pub struct Permission {
    folder: PathBuf,
    history: PathBuf,
    read_only: AtomicBool,
    ask: Ask,
    /// Rung where the answer is another than it was.
    bell: Bell,
    /// One looks at a time.
    turn: Mutex<()>,
    found: Mutex<Found>,
}

/// Asks the system why nothing can be written at a path, which is that of a folder or of a file.
pub type Ask = Box<dyn Fn(&Path, bool) -> Option<Barred> + Send + Sync>;

/// What the system said when it was asked last; nothing is barred before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Found {
    library: Option<Barred>,
    /// The names of files that can only be read.
    files: BTreeSet<String>,
}

impl Permission {
    /// What may be written in the library in this folder, whose history lies there; nothing is asked as yet.
    #[must_use]
    pub(super) fn new(folder: &Path, history: &Path, bell: Bell) -> Self {
        Self {
            folder: folder.to_owned(),
            history: history.to_owned(),
            read_only: AtomicBool::new(false),
            ask: Box::new(refused),
            bell,
            turn: Mutex::default(),
            found: Mutex::default(),
        }
    }

    /// The program was opened for reading only, or was not.
    pub(super) fn set_read_only(&self, read_only: bool) {
        self.read_only.store(read_only, Ordering::Relaxed);
    }

    fn is_read_only(&self) -> bool {
        self.read_only.load(Ordering::Relaxed)
    }

    /// Asks this from now on instead of the system.
    pub(super) fn set_ask(&mut self, ask: Ask) {
        self.ask = ask;
    }

    /// Asks the system anew, and waits for the disk.
    pub fn look(&self) {
        if self.is_read_only() {
            return;
        }
        // Of two looks the later one counts.
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        // What is not there is made, or it is said that it is gone.
        let lock = self.history.join("lock");
        let places = [(&self.folder, true), (&self.history, true), (&lock, false)];
        let mut found = Found {
            library: places
                .iter()
                .find_map(|(path, is_folder)| (self.ask)(path, *is_folder)),
            files: BTreeSet::new(),
        };
        let files = files(&self.folder).unwrap_or_default();
        for path in files.iter().chain([&self.folder.join(LIVE)]) {
            let name = path.file_name().and_then(|name| name.to_str());
            if let Some(name) = name.filter(|_| (self.ask)(path, false).is_some()) {
                found.files.insert(name.to_owned());
            }
        }
        let before = std::mem::replace(&mut *self.found(), found.clone());
        if before != found {
            self.bell.ring();
        }
    }

    /// Why nothing can be written in the library, as it was found last.
    #[must_use]
    pub fn barred(&self) -> Option<Barred> {
        match self.is_read_only() {
            true => Some(Barred::Asked),
            false => self.found().library,
        }
    }

    /// Why nothing can be written in the library, or in this file of it, as it was found last.
    #[must_use]
    pub fn why_not(&self, file: Option<&str>) -> Option<Message> {
        let in_file = || {
            let file = file.filter(|file| self.found().files.contains(*file))?;
            Some(words::not_permitted_in(file))
        };
        self.barred().map(Barred::message).or_else(in_file)
    }

    fn found(&self) -> MutexGuard<'_, Found> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
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
