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

/// How it is heard that something changes.
#[derive(Clone, Copy)]
struct Way {
    /// Whether the system may not tell of what others change in a folder.
    is_remote: fn(&Path) -> bool,
    /// What the system has tell of these places; an error where it has no more.
    system: fn(&Places, Heard) -> notify::Result<Box<dyn Send>>,
    /// How often a folder is looked at of which the system does not tell.
    look_every: Duration,
}

impl Way {
    /// As this machine tells.
    const OURS: Self = Self {
        is_remote: network::is_remote,
        system,
        look_every: LOOK_EVERY,
    };
}

/// What is done with what the system tells.
type Heard = Box<dyn FnMut(notify::Result<notify::Event>) + Send>;

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
        Self::by(Way::OURS, folder, tell)
    }

    fn by(way: Way, folder: &Path, tell: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let folder = std::path::absolute(folder).map_err(notify::Error::io)?;
        let (send, changes) = mpsc::channel();
        let armed = Arc::new(Mutex::new(settle(way, &folder, &send)?));
        drop(send);
        let ours = Arc::downgrade(&armed);
        let told = move || {
            again(way, &ours, &folder);
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
fn again(way: Way, armed: &Weak<Mutex<Armed>>, folder: &Path) {
    let Some(armed) = armed.upgrade() else { return };
    let places = Places::of(folder);
    let mut armed = lock(&armed);
    if armed.places == places && !armed.lost.load(Ordering::Relaxed) {
        return;
    }
    // Where it cannot be watched any more, what is watched now still tells something.
    if let Ok(anew) = settle(way, folder, &armed.send) {
        *armed = anew;
    }
}

/// Watches the places as they are; what changed while that began is among them.
fn settle(way: Way, folder: &Path, send: &mpsc::Sender<()>) -> notify::Result<Armed> {
    let mut places = Places::of(folder);
    for _ in 0..PATIENCE {
        let armed = arm(way, places, send.clone())?;
        places = Places::of(folder);
        if armed.places == places {
            return Ok(armed);
        }
    }
    arm(way, places, send.clone())
}

/// Watches these places, as the system tells of them, else by looking at them now and then.
fn arm(way: Way, places: Places, send: mpsc::Sender<()>) -> notify::Result<Armed> {
    let lost = Arc::new(AtomicBool::new(false));
    if !(way.is_remote)(places.near()) {
        let hear = heard(&places, send.clone(), Arc::clone(&lost));
        // There may be no watch left to be had (`fs.inotify.max_user_watches`): then we look.
        if let Ok(watcher) = (way.system)(&places, Box::new(hear)) {
            return Ok(Armed {
                places,
                lost,
                _watcher: watcher,
                send,
                told: true,
            });
        }
    }
    // Whoever is told compares the files itself, to the nanosecond: two changes that come so close
    // that their times are the same to a watcher are two looks to it.
    let look = Look::every(way.look_every, send.clone()).map_err(notify::Error::io)?;
    Ok(Armed {
        places,
        lost,
        _watcher: Box::new(look),
        send,
        told: false,
    })
}

/// Has the system tell of these places.
fn system(places: &Places, hear: Heard) -> notify::Result<Box<dyn Send>> {
    let mut watcher = RecommendedWatcher::new(hear, Config::default())?;
    watcher.watch(places.near(), RecursiveMode::NonRecursive)?;
    for folder in places.others() {
        // Without them the most is heard all the same.
        let _ = watcher.watch(&folder, RecursiveMode::NonRecursive);
    }
    Ok(Box::new(watcher))
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
    use std::path::PathBuf;

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

    /// A folder that is watched, and what stood in it whenever something was told.
    struct Watched {
        folder: PathBuf,
        watch: Watch,
        told: Receiver<String>,
        texts: u32,
    }

    /// What stands in a folder: the text of its file, else whether it is there.
    fn content(folder: &Path) -> String {
        let state = || if folder.is_dir() { "empty" } else { "gone" };
        fs::read_to_string(folder.join("a.yaml")).unwrap_or_else(|_| state().to_owned())
    }

    impl Watched {
        fn of(folder: &Path) -> Self {
            Self::by(Way::OURS, folder)
        }

        fn by(way: Way, folder: &Path) -> Self {
            let (send, told) = mpsc::channel();
            let own = folder.to_owned();
            let tell = move || drop(send.send(content(&own)));
            let watch = Watch::by(way, folder, tell).unwrap();
            Self {
                folder: folder.to_owned(),
                watch,
                told,
                texts: 0,
            }
        }

        /// Waits until it is told after a change what stands there then, and the place is watched in
        /// which that stands.
        fn hears(&self, change: impl FnOnce(), becomes: &str) {
            change();
            loop {
                let told = self.told.recv_timeout(LONG).unwrap();
                let armed = lock(&self.watch.armed);
                let is_there = armed.places == Places::of(&self.folder);
                if told == becomes && is_there && !armed.lost.load(Ordering::Relaxed) {
                    return;
                }
            }
        }

        /// The same, for a text that was never there before.
        fn hears_of_a_text(&mut self, file: &Path) {
            self.texts += 1;
            let text = format!("report: {}", self.texts);
            self.hears(|| fs::write(file, &text).unwrap(), &text);
        }
    }

    #[test]
    fn a_folder_that_is_taken_away_and_made_again_is_watched_again() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("group/reports");
        let file = folder.join("a.yaml");
        fs::create_dir_all(&folder).unwrap();
        let mut watched = Watched::of(&folder);
        watched.hears_of_a_text(&file);
        for gone in [folder.as_path(), folder.parent().unwrap()] {
            watched.hears(|| fs::remove_dir_all(gone).unwrap(), "gone");
            watched.hears(|| fs::create_dir_all(&folder).unwrap(), "empty");
            watched.hears_of_a_text(&file);
            // Another one is put in its place.
            let other = above.path().join("other");
            fs::create_dir(&other).unwrap();
            let put = || {
                fs::remove_dir_all(&folder).unwrap();
                fs::rename(&other, &folder).unwrap();
            };
            watched.hears(put, "empty");
            watched.hears_of_a_text(&file);
        }
    }

    #[test]
    fn a_folder_of_which_one_far_above_is_renamed_is_heard_of() {
        let place = tempfile::tempdir().unwrap();
        let [above, old] = ["union", "old"].map(|name| place.path().join(name));
        let folder = above.join("group/council/reports");
        let file = folder.join("a.yaml");
        fs::create_dir_all(&folder).unwrap();
        let mut watched = Watched::of(&folder);
        watched.hears_of_a_text(&file);
        watched.hears(|| fs::rename(&above, &old).unwrap(), "gone");
        watched.hears(|| fs::rename(&old, &above).unwrap(), "report: 1");
        watched.hears_of_a_text(&file);
    }

    #[test]
    fn a_folder_that_is_not_there_is_heard_of_when_it_is_made() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("none");
        let mut watched = Watched::of(&folder);
        watched.hears(|| fs::create_dir(&folder).unwrap(), "empty");
        watched.hears_of_a_text(&folder.join("a.yaml"));
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
        let mut watched = Watched::of(&folder);
        // One that is there from the beginning is as good as one that comes later.
        let link = || {
            std::os::unix::fs::symlink("../shared/b.yaml", folder.join("a.yaml")).unwrap();
        };
        watched.hears(link, "report:");
        watched.hears_of_a_text(&file);
        let new = shared.join(".new");
        let put = || {
            fs::write(&new, "report: [").unwrap();
            fs::rename(&new, &file).unwrap();
        };
        watched.hears(put, "report: [");
    }

    /// On another machine's disk, or where there is no watch left to be had, what changes is heard of
    /// all the same, by looking; and a folder that was taken away and made again is looked at again.
    #[test]
    fn where_the_system_does_not_tell_the_folder_is_looked_at() {
        let often = Duration::from_millis(2);
        let remote = Way {
            is_remote: |_| true,
            system: |_, _| panic!("of a remote folder nothing is told"),
            look_every: often,
        };
        let none_left = Way {
            is_remote: |_| false,
            system: |_, _| Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch)),
            look_every: often,
        };
        for way in [remote, none_left] {
            let above = tempfile::tempdir().unwrap();
            let folder = above.path().join("reports");
            let file = folder.join("a.yaml");
            fs::create_dir(&folder).unwrap();
            let mut watched = Watched::by(way, &folder);
            assert!(!watched.watch.is_told());
            watched.hears_of_a_text(&file);
            watched.hears_of_a_text(&file);
            watched.hears(|| fs::remove_dir_all(&folder).unwrap(), "gone");
            watched.hears(|| fs::create_dir(&folder).unwrap(), "empty");
            watched.hears_of_a_text(&file);
            assert!(!watched.watch.is_told());
        }
        // A folder that is not remote, on a machine that has watches, is told of.
        let here = Way {
            is_remote: |_| false,
            look_every: LONG,
            ..Way::OURS
        };
        let folder = tempfile::tempdir().unwrap();
        let mut watched = Watched::by(here, folder.path());
        assert!(watched.watch.is_told());
        watched.hears_of_a_text(&folder.path().join("a.yaml"));
    }
}
