//! What others change in a library's folder while it is on the screen: only the files that have
//! changed are read again.

use std::collections::HashMap;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{Arc, Weak};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::app::Shelf;
use crate::library::keep::Permission;
use crate::library::watch::Watch;
use crate::library::{self, Library, Origin, Problem, Severity, Source, Stamp, Volume, live};

use super::Inbox;
use super::reading::ready;

/// A file that was changed so short a time ago is read again even where its stamp says the same: the
/// clock of its file system may not tell two changes apart.
const YOUNG: Duration = Duration::from_secs(2);

/// A folder, and what of it is on the screen.
pub struct Following {
    folder: PathBuf,
    /// The last state that was shown.
    shelf: Arc<Shelf>,
    known: Vec<Known>,
    /// Why the folder could not be read, the last time.
    lost: Option<Problem>,
    call: live::State,
    /// What may be written there; none where nobody writes.
    permission: Option<Arc<Permission>>,
}

/// A file that was read.
struct Known {
    path: PathBuf,
    stamp: Stamp,
    /// What is shown of it.
    shown: Arc<Volume>,
    /// The last state of it that was as good as the ones before.
    good: Arc<Volume>,
}

/// What there is to tell of a change.
pub struct Change {
    /// What the files come to, where one of them has changed.
    files: Option<Files>,
    /// The call, where something has happened in it.
    call: Option<live::Heard>,
}

struct Files {
    volumes: Vec<Arc<Volume>>,
    origin: Origin,
    changed: Vec<Box<str>>,
}

impl Following {
    /// A folder whose files have been read.
    pub fn of(folder: PathBuf, shelf: Arc<Shelf>) -> Self {
        let known = shelf.library.volumes().iter().map(|volume| Known {
            path: PathBuf::from(volume.name()),
            stamp: *volume.stamp(),
            good: Arc::clone(volume),
            shown: Arc::clone(volume),
        });
        Self {
            folder,
            known: known.collect(),
            shelf,
            lost: None,
            call: live::State::None,
            permission: None,
        }
    }

    /// One that looks what may be written, too.
    pub fn permitted(self, permission: Option<Arc<Permission>>) -> Self {
        Self { permission, ..self }
    }

    /// A folder of which nothing could be read.
    pub fn lost(folder: PathBuf, shelf: Arc<Shelf>, why: Problem) -> Self {
        Self {
            lost: Some(why),
            ..Self::of(folder, shelf)
        }
    }

    /// Puts whatever changes into the inbox, as long as there is one.
    pub fn follow(mut self, inbox: &Weak<Inbox>) {
        let (send, told) = mpsc::channel();
        let watch = Watch::start(&self.folder, move || {
            // Nobody hears any more when the following has ended.
            let _ = send.send(());
        });
        // What changed before the watch began is found now.
        loop {
            let Some(inbox) = inbox.upgrade() else { return };
            let change = self.look();
            self.put(change, &inbox);
            drop(inbox);
            if let Some(permission) = &self.permission {
                permission.look();
            }
            if watch.is_err() || told.recv().is_err() {
                return;
            }
            while told.try_recv().is_ok() {}
        }
    }

    /// Looks at the folder, and reads what has changed in it.
    fn look(&mut self) -> Change {
        let heard = live::hear(&self.folder);
        let call = (heard.state != self.call).then(|| {
            self.call.clone_from(&heard.state);
            heard
        });
        Change {
            files: self.look_at_files(),
            call,
        }
    }

    fn look_at_files(&mut self) -> Option<Files> {
        let paths = match library::files(&self.folder) {
            Ok(paths) => paths,
            // A folder that is gone: what was read of it stays, and it is said.
            Err(problem) => {
                let is_new = self.lost.as_ref() != Some(&*problem);
                self.lost = Some((*problem).clone());
                return is_new.then(|| self.files(Origin::Nowhere(problem), Vec::new()));
            }
        };
        let mut any = self.lost.take().is_some();
        let before = self.known.len();
        let mut known: HashMap<PathBuf, Known> = mem::take(&mut self.known)
            .into_iter()
            .map(|known| (known.path.clone(), known))
            .collect();
        let mut changed = Vec::new();
        for path in paths {
            let old = known.remove(&path);
            let (now, is_new) = again(path, old, &mut changed);
            any |= is_new;
            self.known.push(now);
        }
        any |= self.known.len() != before || !known.is_empty();
        any.then(|| self.files(Origin::Folder, changed))
    }

    /// Puts a change into the inbox.
    fn put(&mut self, change: Change, inbox: &Inbox) {
        if change.files.is_none() && change.call.is_none() {
            return;
        }
        let changed = change.files.map(|files| {
            let shelf = self.shelf.renewed(Library::of(files.volumes, files.origin));
            ready(&shelf.library);
            self.shelf = Arc::new(shelf);
            files.changed
        });
        inbox.put(|letter| {
            if let Some(changed) = changed {
                letter.shelf = Some(Arc::clone(&self.shelf));
                letter.changed.extend(changed);
            }
            letter.call = change.call.or_else(|| letter.call.take());
        });
    }

    fn files(&self, origin: Origin, changed: Vec<Box<str>>) -> Files {
        let volumes = self.known.iter().map(|known| Arc::clone(&known.shown));
        Files {
            volumes: volumes.collect(),
            origin,
            changed,
        }
    }
}

/// A file as it is now, and whether that is another than it was.
fn again(path: PathBuf, old: Option<Known>, changed: &mut Vec<Box<str>>) -> (Known, bool) {
    let old = match old {
        Some(old) if is_as_it_was(&path, &old.stamp) => return (old, false),
        old => old,
    };
    let source = Source::file(&path);
    let stamp = source.stamp;
    if let Some(old) = old {
        if source.bytes.is_ok() && stamp.digest == old.stamp.digest {
            // Somebody may have undone what was written and is on the screen.
            old.shown.read_again(&source);
            let is_new = !stamp.looks_like(&old.stamp);
            return (Known { stamp, ..old }, is_new);
        }
        let volume = Arc::new(Volume::read(&source));
        // What cannot be read has no bytes to be known by.
        if source.bytes.is_err() && volume.problems() == old.shown.problems() {
            return (Known { stamp, ..old }, false);
        }
        let (shown, good) = if errors(&volume) > errors(&old.good) {
            let problems = volume.problems().to_vec();
            (Arc::new(old.good.with_problems(problems)), old.good)
        } else {
            (Arc::clone(&volume), volume)
        };
        changed.extend(shown.changed_since(&old.shown));
        let now = Known {
            path,
            stamp,
            shown,
            good,
        };
        return (now, true);
    }
    let good = Arc::new(Volume::read(&source));
    let now = Known {
        path,
        stamp,
        shown: Arc::clone(&good),
        good,
    };
    (now, true)
}

/// Whether a file need not be read again.
fn is_as_it_was(path: &Path, stamp: &Stamp) -> bool {
    let Ok(now) = fs::metadata(path).map(|meta| Stamp::of(&meta)) else {
        return false;
    };
    let changed = UNIX_EPOCH + Duration::from_nanos(now.changed.max(now.modified));
    let age = SystemTime::now().duration_since(changed);
    now.looks_like(stamp) && age.is_ok_and(|age| age > YOUNG)
}

fn errors(volume: &Volume) -> usize {
    let problems = volume.problems().iter();
    problems
        .filter(|problem| problem.severity == Severity::Error)
        .count()
}

#[cfg(test)]
mod tests;
