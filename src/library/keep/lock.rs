//! One writer at a time: an advisory lock on the file `history/lock`. The system takes it away when
//! its holder ends, however it ends.
//!
//! Whoever wants it holds the folder `history` until it has it. So one who makes change after change
//! comes behind who has waited meanwhile; else the lock would be taken again before anybody who
//! waits could ask for it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::plain;
use super::write::as_the_folder;

/// How long one waits before asking again.
const PAUSE: Duration = Duration::from_millis(1);
/// As much of a name as is read from the file.
const LONGEST_NAME: u64 = 200;

/// The lock, held until this is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// Why there is no lock.
#[derive(Debug)]
pub(super) enum NotLocked {
    /// Somebody held it all the time; who, where it is known. Untrusted text.
    Busy(Option<String>),
    /// The file cannot be opened or locked.
    Failed(io::Error),
}

impl Lock {
    /// Takes the lock in this folder for `who`, waiting no longer than `wait`.
    pub fn take(folder: &Path, who: &str, wait: Duration) -> Result<Self, NotLocked> {
        let mut file = open(folder).map_err(NotLocked::Failed)?;
        let begun = Instant::now();
        // Where the system locks no folders, nobody's turn is kept.
        let turn = File::open(folder).ok();
        let turn = turn.as_ref().map(|turn| lock(turn, begun, wait));
        let locked = match turn {
            Some(Err(TryLockError::WouldBlock)) => Err(TryLockError::WouldBlock),
            _ => lock(&file, begun, wait),
        };
        match locked {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(NotLocked::Busy(holder(&mut file))),
            Err(TryLockError::Error(error)) => return Err(NotLocked::Failed(error)),
        }
        // For who has to wait; that the name cannot be written does no harm.
        let _ = file
            .set_len(0)
            .and_then(|()| file.write_all(who.as_bytes()));
        Ok(Self { _file: file })
    }
}

/// Locks a file, asking until so long after `begun`.
fn lock(file: &File, begun: Instant, wait: Duration) -> Result<(), TryLockError> {
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if begun.elapsed() < wait => thread::sleep(PAUSE),
            tried => return tried,
        }
    }
}

/// The file, made where it is not there.
fn open(folder: &Path) -> io::Result<File> {
    let path = folder.join("lock");
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match plain::open(&path, &mut options) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // Two may make it at once; it is the same file.
            let file = plain::open(&path, options.create(true).truncate(false))?;
            as_the_folder(&file, folder)?;
            Ok(file)
        }
        opened => opened,
    }
}

fn holder(file: &mut File) -> Option<String> {
    let mut bytes = Vec::new();
    file.rewind().ok()?;
    file.take(LONGEST_NAME).read_to_end(&mut bytes).ok()?;
    let name = String::from_utf8_lossy(&bytes).trim().to_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_waits_for_the_other_and_says_who_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let take = |who, wait| Lock::take(folder.path(), who, wait);
        let held = take("هند", Duration::ZERO).unwrap();
        match take("omar", Duration::from_millis(3)) {
            Err(NotLocked::Busy(Some(who))) => assert_eq!(who, "هند"),
            other => panic!("{other:?}"),
        }
        let waiting = thread::scope(|scope| {
            let waiting = scope.spawn(|| take("omar", Duration::from_secs(60)).is_ok());
            drop(held);
            waiting.join().unwrap()
        });
        assert!(waiting);
    }

    #[cfg(unix)]
    #[test]
    fn who_waits_comes_before_who_has_just_written() {
        let folder = tempfile::tempdir().unwrap();
        let take = |who, wait| Lock::take(folder.path(), who, wait);
        let held = take("hind", Duration::ZERO).unwrap();
        let (done, wait) = std::sync::mpsc::channel::<()>();
        thread::scope(|scope| {
            let omar = scope.spawn(move || {
                let lock = take("omar", Duration::from_secs(60));
                // Held until hind has asked again.
                let _ = wait.recv();
                lock.is_ok()
            });
            // Until omar waits.
            let turn = || File::open(folder.path()).unwrap();
            while turn().try_lock().is_ok() {
                thread::yield_now();
            }
            drop(held);
            let again = take("hind", Duration::ZERO);
            assert!(matches!(again, Err(NotLocked::Busy(_))), "{again:?}");
            drop(done);
            assert!(omar.join().unwrap());
        });
        assert!(take("hind", Duration::ZERO).is_ok());
    }

    #[test]
    fn where_nothing_can_be_locked_it_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("nowhere");
        let failed = Lock::take(&nowhere, "x", Duration::ZERO);
        assert!(
            matches!(failed, Err(NotLocked::Failed(error)) if error.kind() == io::ErrorKind::NotFound)
        );
    }
}
