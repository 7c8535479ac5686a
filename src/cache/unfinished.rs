//! Files in the making. One that is left, since its program was ended in the midst of it, is cleared
//! away by whoever comes next; a program that ends well clears away its own.

use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

/// How the names of files begin that are still being written.
pub(super) const PREFIX: &str = ".unfinished-";

/// So often another program may take a file for one that was left, before it is locked.
const TRIES: usize = 8;

/// The files that this program is writing.
static OURS: Register = Register::new();

/// Clears away what this program has not finished, and begins nothing more: it ends now, and does
/// not wait for the threads that write.
pub fn give_up() {
    OURS.close();
}

/// A file in the making in this folder, locked for as long as it is open: one whose lock is free was
/// left.
pub(super) fn file(folder: &Path) -> io::Result<(NamedTempFile, Making)> {
    for _ in 0..TRIES {
        let (file, making) =
            OURS.begin(|| tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder))?;
        match file.as_file().try_lock() {
            // Between making and locking it may have been cleared away.
            Ok(()) if !file.path().exists() => {}
            Err(TryLockError::WouldBlock) => {}
            // Where there are no locks, its age tells.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok((file, making)),
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Files that are being written; none once it is closed.
#[derive(Debug)]
struct Register(Mutex<Option<Vec<PathBuf>>>);

impl Register {
    const fn new() -> Self {
        Self(Mutex::new(Some(Vec::new())))
    }

    fn paths(&self) -> MutexGuard<'_, Option<Vec<PathBuf>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a file and takes note of it.
    fn begin(
        &'static self,
        make: impl FnOnce() -> io::Result<NamedTempFile>,
    ) -> io::Result<(NamedTempFile, Making)> {
        let mut paths = self.paths();
        let paths = paths.as_mut().ok_or(io::ErrorKind::Interrupted)?;
        let file = make()?;
        let path = file.path().to_owned();
        paths.push(path.clone());
        let register = self;
        Ok((file, Making { path, register }))
    }

    fn close(&self) {
        for path in self.paths().take().into_iter().flatten() {
            // Who writes it cannot put it in its place any more. What cannot be taken away is left to
            // the next program.
            let _ = fs::remove_file(path);
        }
    }
}

/// That a file is in the making, for as long as this lives.
#[derive(Debug)]
pub(super) struct Making {
    path: PathBuf,
    register: &'static Register,
}

impl Drop for Making {
    fn drop(&mut self) {
        if let Some(paths) = &mut *self.register.paths() {
            paths.retain(|path| *path != self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> &'static Register {
        Box::leak(Box::new(Register::new()))
    }

    #[test]
    fn who_leaves_takes_along_what_is_not_finished_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let register = register();
        let begin = || register.begin(|| NamedTempFile::new_in(folder.path()));
        let (file, making) = begin().unwrap();
        let done = folder.path().join("done");
        file.persist(&done).unwrap();
        drop(making);
        let (late, _making) = begin().unwrap();
        assert!(late.path().exists());
        register.close();
        assert!(done.exists());
        assert!(!late.path().exists());
        // It cannot come into its place any more, and nothing more is begun.
        assert!(late.persist(folder.path().join("late")).is_err());
        assert!(begin().is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
