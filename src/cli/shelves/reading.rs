//! Reading a library beside the screen: a state of it is put together early, then whenever a quarter
//! more is there, then at the end.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Shelf;
use crate::app::kept::{self, Due, Store, WORTH_KEEPING};
use crate::app::loading::Progress;
use crate::cache::Home;
use crate::library::{self, Library, Origin};
use crate::report::Kind;

use super::Inbox;
use super::files::{Files, SMALL, shelf};
use super::following::Following;

/// So many files that are not in a cache are worth writing it anew.
const MANY: usize = 16;
/// When the first state of a large library is shown.
const FIRST: Duration = Duration::from_millis(100);
/// A state is made when so much more is there, as a part of what was shown last, so that four fifths
/// of what was read can be found. Where somebody searches all the while, the indexes of all states
/// together cost no more than five of the whole, which is a third of what the reading costs.
const MORE: usize = 4;
/// How often it is told how far it has come.
const TELL: Duration = Duration::from_millis(200);

/// Opens a library and puts its states into the inbox; the folder that is to be followed, where it
/// may change.
pub fn open(
    folder: Option<PathBuf>,
    home: &Home,
    inbox: &Inbox,
    start: Instant,
) -> Option<Following> {
    let Some(folder) = folder else {
        inbox.finish(Shelf::new(Library::built_in()));
        return None;
    };
    let looked = kept::now();
    let store = Store::new(&folder, home);
    if let Some(opened) = store.as_ref().and_then(Store::open) {
        ready(&opened.shelf.library);
        let shelf = Arc::new(opened.shelf);
        inbox.finish(Arc::clone(&shelf));
        let due = match opened.due {
            // While somebody reads the screen there is time to write it anew.
            Due::Beside(changed) if changed.files() >= MANY => Due::Whole,
            due => due,
        };
        keep(store, Arc::clone(&shelf), due, looked);
        return Some(Following::of(folder, shelf));
    }
    let paths = match library::files(&folder) {
        Ok(paths) => paths,
        Err(problem) => {
            // The library says why.
            let shelf = Arc::new(Shelf::new(Library::open(&folder)));
            inbox.finish(Arc::clone(&shelf));
            return Some(Following::lost(folder, shelf, *problem));
        }
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
        if is_due(&progress, shown) {
            let shelf = files.begun();
            ready(&shelf.library);
            shown = progress.records;
            inbox.put(|letter| {
                letter.shelf = Some(Arc::new(shelf));
                letter.progress = progress;
            });
            told = Instant::now();
        } else if told.elapsed() >= TELL {
            inbox.put(|letter| letter.progress = progress);
            told = Instant::now();
        }
    }
    let whole = files.whole();
    let leaves = whole.into_iter().map(|(_, leaf)| leaf);
    let shelf = Arc::new(shelf(leaves.collect(), Origin::Folder));
    let is_worth_it = shelf.library.len() >= WORTH_KEEPING;
    ready(&shelf.library);
    inbox.finish(Arc::clone(&shelf));
    let due = match is_worth_it {
        true => Due::Whole,
        false => Due::Nothing,
    };
    keep(store, Arc::clone(&shelf), due, looked);
    Some(Following::of(folder, shelf))
}

/// Whether a state should be made, where so many records were shown last.
fn is_due(progress: &Progress, shown: usize) -> bool {
    match shown {
        0 => progress.took >= FIRST && progress.records > 0,
        _ => progress.records >= shown + shown.div_ceil(MORE),
    }
}

/// Keeps what the next start need not make again, on a thread of its own: to write it takes seconds
/// for a large library, and what others change meanwhile is to be seen. Where there is no room for it,
/// or no thread, there is no cache, and nobody need know.
fn keep(store: Option<Store>, shelf: Arc<Shelf>, due: Due, looked: u64) {
    if let Some(store) = store {
        let work = move || {
            drop(store.renew(&shelf, &due, looked));
            store.clear();
        };
        drop(thread::Builder::new().spawn(work));
    }
}

/// Makes what is made of a library when it is first asked for: what every frame asks is not left to
/// the thread that draws.
pub fn ready(library: &Library) {
    // What comes of it is of no interest here.
    let _ = library.problems();
    if let Some(item) = library.of_kind(Kind::Item).first() {
        let _ = (library.links(*item), library.belongs_to(*item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_never_far_behind_what_was_read() {
        // Files of a thousand records, a million in all, one every 15 milliseconds.
        let read = |files: usize| Progress {
            files,
            records: 1000 * files,
            took: Duration::from_millis(15 * files as u64),
            ..Progress::default()
        };
        let (mut shown, mut states, mut indexed) = (0, 0, 0);
        for progress in (0..1000).map(read) {
            if is_due(&progress, shown) {
                shown = progress.records;
                states += 1;
                indexed += shown;
            }
            // The first state after a tenth of a second, which is seven files.
            assert_eq!(shown > 0, progress.files >= 7);
            assert!(shown == 0 || 5 * shown > 4 * progress.records);
        }
        // From 7,000 on by quarters: 9, 12, 15, 19, 24, 30, 38, … thousand.
        assert_eq!((states, shown), (22, 888_000));
        assert!(indexed < 5 * shown, "{indexed}");
    }

    #[test]
    fn of_few_records_a_state_is_one_more_at_least() {
        let read = |records| Progress {
            records,
            took: FIRST,
            ..Progress::default()
        };
        assert!(!is_due(&read(0), 0));
        assert!(is_due(&read(1), 0));
        assert!(!is_due(&read(1), 1));
        assert!(is_due(&read(2), 1));
    }
}
