//! How a library comes to the screen: all at once where it is small, else state by state while its
//! files are read beside the screen, each state to be looked at and searched like a whole library.

mod files;
mod following;
mod leaf;
mod reading;

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Shelf;
use crate::app::loading::Progress;
use crate::cache::Home;
use crate::library::keep::Permission;
use crate::library::live;

pub use files::read;

/// So long the first frame waits for a small library, to show it whole, and to hear that one is
/// large, which takes no longer than to list its files. Only a disk that hardly answers takes so long;
/// a test asks what comes, and not when.
const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 60 } else { 2 });

/// What has come since it was last asked.
pub struct News {
    /// The newest state of the library, where there is a newer one.
    pub shelf: Option<Arc<Shelf>>,
    /// How far it is read; none when all is there.
    pub progress: Option<Progress>,
    /// The full ids of the records that others have changed.
    pub changed: Vec<Box<str>>,
    /// The call in progress, where something has happened in it.
    pub call: Option<live::Heard>,
}

/// A library as it is being opened.
pub struct Shelves {
    inbox: Arc<Inbox>,
}

/// What lies between the thread that opens the library and the one that shows it.
#[derive(Default)]
struct Inbox {
    letter: Mutex<Letter>,
    /// It is whole, or known to be large.
    told: Condvar,
}

#[derive(Default)]
struct Letter {
    shelf: Option<Arc<Shelf>>,
    progress: Progress,
    /// It takes too long to wait for the whole.
    large: bool,
    /// It is not known yet what may be written.
    looking: bool,
    whole: bool,
    changed: Vec<Box<str>>,
    call: Option<live::Heard>,
    /// Something has come that was not taken as yet.
    unread: bool,
    /// Tells that something has come.
    tell: Option<Box<dyn Fn() + Send>>,
}

impl Inbox {
    fn letter(&self) -> MutexGuard<'_, Letter> {
        self.letter.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is in it, and tells of it.
    fn put(&self, change: impl FnOnce(&mut Letter)) {
        let mut letter = self.letter();
        change(&mut letter);
        letter.unread = true;
        self.told.notify_all();
        if let Some(tell) = &letter.tell {
            tell();
        }
    }

    /// The whole library is there.
    fn finish(&self, shelf: impl Into<Arc<Shelf>>) {
        self.put(|letter| {
            letter.shelf = Some(shelf.into());
            letter.whole = true;
        });
    }
}

impl Letter {
    fn take(&mut self) -> News {
        self.unread = false;
        News {
            shelf: self.shelf.take(),
            progress: Some(self.progress).filter(|_| !self.whole),
            changed: std::mem::take(&mut self.changed),
            call: self.call.take(),
        }
    }
}

impl Shelves {
    /// Begins to open the library in a folder, or the one that is built in. What may be written there is looked
    /// for meanwhile, so that the first frame knows it, and again whenever something has changed.
    pub fn open(folder: Option<PathBuf>, home: &Home, permission: Option<Arc<Permission>>) -> Self {
        let inbox: Arc<Inbox> = Arc::default();
        let start = Instant::now();
        if let Some(permission) = &permission {
            look_beside(permission, &inbox);
        }
        let work = {
            let (inbox, folder, home) = (Arc::clone(&inbox), folder.clone(), home.clone());
            move || {
                let following = reading::open(folder, &home, &inbox, start);
                // Who follows the folder does not keep alive what nobody looks at any more.
                let inbox = Arc::downgrade(&{ inbox });
                if let Some(following) = following {
                    following.permitted(permission).follow(&inbox);
                }
            }
        };
        if thread::Builder::new().spawn(work).is_err() {
            // Without a thread there is nobody to read beside: all is read before the first frame.
            inbox.finish(Shelf::new(super::library(folder, home)));
        }
        Self { inbox }
    }

    /// What the first frame shows: all of a small library, else what there is, which may be nothing,
    /// and how far it is read.
    pub fn first(&self) -> (Arc<Shelf>, Option<Progress>) {
        let letter = self.inbox.letter();
        let (mut letter, _) = self
            .inbox
            .told
            .wait_timeout_while(letter, PATIENCE, |letter| {
                letter.looking || !letter.whole && !letter.large
            })
            .unwrap_or_else(PoisonError::into_inner);
        let News {
            shelf,
            progress,
            changed,
            call,
        } = letter.take();
        // Whoever follows the folder may have been quicker: that is told later.
        letter.unread = call.is_some() || !changed.is_empty();
        (letter.changed, letter.call) = (changed, call);
        (shelf.unwrap_or_default(), progress)
    }

    /// The whole library, however long it takes to read.
    pub fn whole(&self) -> Arc<Shelf> {
        let letter = self.inbox.letter();
        let wait = self.inbox.told.wait_while(letter, |letter| !letter.whole);
        drop(wait.unwrap_or_else(PoisonError::into_inner));
        self.first().0
    }

    /// Has this called whenever something comes from now on, and where something has come already.
    pub fn tell(&self, tell: impl Fn() + Send + 'static) {
        let mut letter = self.inbox.letter();
        if letter.unread {
            tell();
        }
        letter.tell = Some(Box::new(tell));
    }

    /// What has come since it was last asked.
    pub fn news(&self) -> Option<News> {
        let mut letter = self.inbox.letter();
        letter.unread.then(|| letter.take())
    }
}

/// Looks for what may be written while the library is opened: in a folder of a thousand reports that is a
/// thousand questions to the system.
fn look_beside(permission: &Arc<Permission>, inbox: &Arc<Inbox>) {
    inbox.letter().looking = true;
    let (permission, inbox) = (Arc::clone(permission), Arc::clone(inbox));
    let look = move || {
        permission.look();
        inbox.letter().looking = false;
        inbox.told.notify_all();
    };
    if thread::Builder::new().spawn(look.clone()).is_err() {
        look();
    }
}

#[cfg(test)]
mod tests;
