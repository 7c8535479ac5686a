//! Tells when something in a library's folder has changed: by another program, another person on
//! another machine, or by us. What changed is for whoever hears it to find out.

mod network;

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// A program that writes a file in several steps is waited for so long after its last step.
const QUIET: Duration = Duration::from_millis(25);
/// So many quiet times at most: who writes without end is heard all the same.
const PATIENCE: usize = 3;
/// How often the folder is looked at where the system tells of nothing.
const LOOK_EVERY: Duration = Duration::from_millis(1500);

/// Watches a folder as long as it lives.
pub struct Watch {
    _watcher: Box<dyn Watcher + Send>,
    /// Whether the system tells of changes; else the folder is looked at every second or two.
    pub told: bool,
}

impl Watch {
    /// Watches a folder, not what lies deeper. `tell` is called on a thread of its own, once for
    /// changes that come close together, within some 50 ms; where the system does not tell of
    /// changes (NFS and its like), within two seconds. It may be called when nothing has changed.
    ///
    /// # Errors
    /// The folder cannot be watched in either way: it is not there.
    pub fn start(folder: &Path, tell: impl Fn() + Send + 'static) -> notify::Result<Self> {
        if !folder.is_dir() {
            return Err(notify::Error::path_not_found().add_path(folder.to_owned()));
        }
        let (send, changes) = mpsc::channel();
        thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || hear(&changes, &tell))
            .map_err(notify::Error::io)?;
        if !network::is_remote(folder) {
            let hear = heard(send.clone());
            let watcher = RecommendedWatcher::new(hear, Config::default()).and_then(|mut one| {
                one.watch(folder, RecursiveMode::NonRecursive)?;
                Ok(one)
            });
            // There may be no watch left to be had (`fs.inotify.max_user_watches`): then we look.
            if let Ok(watcher) = watcher {
                return Ok(Self {
                    _watcher: Box::new(watcher),
                    told: true,
                });
            }
        }
        let config = Config::default().with_poll_interval(LOOK_EVERY);
        let mut watcher = PollWatcher::new(heard(send), config)?;
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        Ok(Self {
            _watcher: Box::new(watcher),
            told: false,
        })
    }
}

/// Passes on that something was changed; reading changes nothing.
fn heard(send: mpsc::Sender<()>) -> impl Fn(notify::Result<notify::Event>) {
    move |event| {
        let changed = match event {
            Ok(event) => match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
                EventKind::Access(_) => false,
                _ => true,
            },
            // Events were lost: anything may have changed.
            Err(_) => true,
        };
        if changed {
            // Nobody hears any more when the watch has ended.
            let _ = send.send(());
        }
    }
}

/// Calls `tell` once for what comes close together.
fn hear(changes: &Receiver<()>, tell: &impl Fn()) {
    while changes.recv().is_ok() {
        for _ in 0..PATIENCE {
            match changes.recv_timeout(QUIET) {
                Ok(()) => while changes.try_recv().is_ok() {},
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        tell();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Longer than anything takes; only a failure waits for it.
    const LONG: Duration = Duration::from_secs(30);

    #[test]
    fn a_file_written_renamed_or_removed_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (send, told) = mpsc::channel();
        let watch = Watch::start(folder.path(), move || send.send(()).unwrap()).unwrap();
        assert!(watch.told);
        let file = folder.path().join("a.yaml");
        fs::write(folder.path().join(".new"), "report:").unwrap();
        told.recv_timeout(LONG).unwrap();
        fs::rename(folder.path().join(".new"), &file).unwrap();
        told.recv_timeout(LONG).unwrap();
        fs::remove_file(&file).unwrap();
        told.recv_timeout(LONG).unwrap();
    }

    #[test]
    fn what_comes_close_together_is_told_once_and_the_end_ends_it() {
        let (send, changes) = mpsc::channel();
        let (told, count) = mpsc::channel();
        for _ in 0..1000 {
            send.send(()).unwrap();
        }
        let hearing = thread::spawn(move || hear(&changes, &|| told.send(()).unwrap()));
        count.recv_timeout(LONG).unwrap();
        drop(send);
        hearing.join().unwrap();
        assert_eq!(count.try_iter().count(), 0);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Watch::start(&folder.path().join("none"), || ()).is_err());
    }
}
