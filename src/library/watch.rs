//! Tells when something in a library's folder has changed: by another program, another person on
//! another machine, or by us. What changed is for whoever hears it to find out.

mod look;
mod network;
mod places;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher};

use look::Look;
use places::Places;

/// A program that writes a file in several steps is waited for so long after its last step.
const QUIET: Duration = Duration::from_millis(25);
/// So many quiet times at most: who writes without end is heard all the same.
const PATIENCE: usize = 3;
/// How often the folder is looked at where the system tells of nothing.
const LOOK_EVERY: Duration = Duration::from_millis(1500);

/// Watches a folder as long as it lives.
pub struct Watch {
    armed: Arc<Mutex<Armed>>,
}

/// What is watched at the moment.
struct Armed {
    places: Places,
    /// Whether the folder that is watched was taken away.
    lost: Arc<AtomicBool>,
    /// What watches as long as it is there: the system's, or a look now and then.
    _watcher: Box<dyn Send>,
    send: mpsc::Sender<()>,
    told: bool,
}

impl Watch {
    /// Watches a folder, not what lies deeper, and the files elsewhere to which links in it lead.
    /// Where it is taken away and made again, the new one is watched. `tell` is called on a thread
    /// of its own, once for changes that come close together, within some 50 ms; where the system
    /// does not tell of changes (NFS and its like), within two seconds. It may be called when
    /// nothing has changed.
    ///
    /// # Errors
    /// The folder cannot be watched in either way.
    pub fn start(folder: &Path, tell: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let folder = std::path::absolute(folder).map_err(notify::Error::io)?;
        let (send, changes) = mpsc::channel();
        let armed = Arc::new(Mutex::new(settle(&folder, &send)?));
        drop(send);
        let ours = Arc::downgrade(&armed);
        let told = move || {
            again(&ours, &folder);
            tell();
        };
        thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || hear(&changes, &told))
            .map_err(notify::Error::io)?;
        Ok(Self { armed })
    }

    /// Whether the system tells of changes; else the folder is looked at every second or two.
    #[must_use]
    pub fn is_told(&self) -> bool {
        lock(&self.armed).told
    }
}

fn lock(armed: &Mutex<Armed>) -> MutexGuard<'_, Armed> {
    armed.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Watches other places where the folder has become another, or other links stand in it.
fn again(armed: &Weak<Mutex<Armed>>, folder: &Path) {
    let Some(armed) = armed.upgrade() else { return };
    let places = Places::of(folder);
    let mut armed = lock(&armed);
    if armed.places == places && !armed.lost.load(Ordering::Relaxed) {
        return;
    }
    // Where it cannot be watched any more, what is watched now still tells something.
    if let Ok(anew) = settle(folder, &armed.send) {
        *armed = anew;
    }
}

/// Watches the places as they are; what changed while that began is among them.
fn settle(folder: &Path, send: &mpsc::Sender<()>) -> notify::Result<Armed> {
    let mut places = Places::of(folder);
    for _ in 0..PATIENCE {
        let armed = arm(places, send.clone())?;
        places = Places::of(folder);
        if armed.places == places {
            return Ok(armed);
        }
    }
    arm(places, send.clone())
}

/// Watches these places, as the system tells of them, else by looking at them now and then.
fn arm(places: Places, send: mpsc::Sender<()>) -> notify::Result<Armed> {
    let lost = Arc::new(AtomicBool::new(false));
    if !network::is_remote(places.near()) {
        let hear = heard(&places, send.clone(), Arc::clone(&lost));
        let watcher = RecommendedWatcher::new(hear, Config::default()).and_then(|mut one| {
            one.watch(places.near(), RecursiveMode::NonRecursive)?;
            for folder in places.others() {
                // Without them the most is heard all the same.
                let _ = one.watch(&folder, RecursiveMode::NonRecursive);
            }
            Ok(one)
        });
        // There may be no watch left to be had (`fs.inotify.max_user_watches`): then we look.
        if let Ok(watcher) = watcher {
            return Ok(Armed {
                places,
                lost,
                _watcher: Box::new(watcher),
                send,
                told: true,
            });
        }
    }
    // Whoever is told compares the files itself, to the nanosecond: two changes that come so close
    // that their times are the same to a watcher are two looks to it.
    let look = Look::every(LOOK_EVERY, send.clone()).map_err(notify::Error::io)?;
    Ok(Armed {
        places,
        lost,
        _watcher: Box::new(look),
        send,
        told: false,
    })
}

/// Passes on that something was changed in these places; reading changes nothing.
fn heard(
    places: &Places,
    send: mpsc::Sender<()>,
    lost: Arc<AtomicBool>,
) -> impl Fn(notify::Result<notify::Event>) + use<> {
    let places = places.clone();
    move |event| {
        let changed = match event {
            Ok(event) => {
                let goes = matches!(
                    event.kind,
                    EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
                );
                if goes && event.paths.iter().any(|path| path == places.near()) {
                    lost.store(true, Ordering::Relaxed);
                }
                let is_ours =
                    event.paths.is_empty() || event.paths.iter().any(|path| places.concern(path));
                is_ours
                    && match event.kind {
                        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
                        EventKind::Access(_) => false,
                        _ => true,
                    }
            }
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
        assert!(watch.is_told());
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

    /// Waits until it is told that `change` has been made; what is told of things before does not
    /// count.
    fn told_of(told: &Receiver<()>, mut change: impl FnMut()) {
        while told.recv_timeout(QUIET * 8).is_ok() {}
        change();
        told.recv_timeout(LONG).unwrap();
    }

    #[test]
    fn a_folder_that_is_taken_away_and_made_again_is_watched_again() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("group/reports");
        fs::create_dir_all(&folder).unwrap();
        let (send, told) = mpsc::channel();
        let _watch = Watch::start(&folder, move || send.send(()).unwrap()).unwrap();
        let write = || fs::write(folder.join("a.yaml"), "report:").unwrap();
        told_of(&told, write);
        for gone in [folder.as_path(), folder.parent().unwrap()] {
            told_of(&told, || fs::remove_dir_all(gone).unwrap());
            told_of(&told, || fs::create_dir_all(&folder).unwrap());
            told_of(&told, write);
            // Another one is put in its place.
            let other = above.path().join("other");
            fs::create_dir(&other).unwrap();
            told_of(&told, || {
                fs::remove_dir_all(&folder).unwrap();
                fs::rename(&other, &folder).unwrap();
            });
            told_of(&told, write);
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_heard_of_when_it_is_made() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("none");
        let (send, told) = mpsc::channel();
        let _watch = Watch::start(&folder, move || send.send(()).unwrap()).unwrap();
        told_of(&told, || fs::create_dir(&folder).unwrap());
        told_of(&told, || fs::write(folder.join("a.yaml"), "").unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn the_file_to_which_a_link_leads_is_watched() {
        let place = tempfile::tempdir().unwrap();
        let [folder, shared] = ["reports", "shared"].map(|name| {
            let folder = place.path().join(name);
            fs::create_dir(&folder).unwrap();
            folder
        });
        let file = shared.join("b.yaml");
        fs::write(&file, "report:").unwrap();
        let (send, told) = mpsc::channel();
        let _watch = Watch::start(&folder, move || send.send(()).unwrap()).unwrap();
        // One that is there from the beginning is as good as one that comes later.
        told_of(&told, || {
            std::os::unix::fs::symlink("../shared/b.yaml", folder.join("a.yaml")).unwrap();
        });
        told_of(&told, || fs::write(&file, "report: {}").unwrap());
        let new = shared.join(".new");
        told_of(&told, || {
            fs::write(&new, "report: [").unwrap();
            fs::rename(&new, &file).unwrap();
        });
    }
}
