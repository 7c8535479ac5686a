//! Reading a library beside the screen: a state of it is put together early, then whenever twice as
//! much is there, then at the end.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::app::Shelf;
use crate::app::loading::Progress;
use crate::library::{self, Library};

use super::Inbox;
use super::files::Files;

/// Bytes of files that are read before the first frame: some ten milliseconds' work.
const SMALL: u64 = 2 << 20;
/// When the first state of a large library is shown.
const FIRST: Duration = Duration::from_millis(100);
/// How often it is told how far it has come.
const TELL: Duration = Duration::from_millis(200);

/// Opens a library and puts its states into the inbox.
pub fn open(folder: Option<PathBuf>, inbox: &Inbox, start: Instant) {
    let Some(folder) = folder else {
        return inbox.finish(Shelf::new(Library::built_in()));
    };
    let Ok(paths) = library::files(&folder) else {
        // The library says why.
        return inbox.finish(Shelf::new(Library::open(&folder)));
    };
    let files = Files::new(paths);
    if files.bytes() > SMALL {
        inbox.put(|letter| {
            letter.large = true;
            letter.progress = files.progress();
        });
    }
    files.start();
    // How many records were shown last, and when it was last told how far it is.
    let (mut shown, mut told) = (0, start);
    while !files.wait(TELL) {
        let progress = Progress {
            took: start.elapsed(),
            ..files.progress()
        };
        let is_due = match shown {
            0 => progress.took >= FIRST && progress.records > 0,
            _ => progress.records >= 2 * shown,
        };
        if is_due {
            let library = files.library();
            shown = progress.records;
            inbox.put(|letter| {
                letter.shelf = Some(Shelf::new(library).into());
                letter.progress = progress;
            });
            told = Instant::now();
        } else if told.elapsed() >= TELL {
            inbox.put(|letter| letter.progress = progress);
            told = Instant::now();
        }
    }
    inbox.finish(Shelf::new(files.library()));
}
