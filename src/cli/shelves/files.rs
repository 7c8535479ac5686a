//! The files of a library, each read once by one of several threads, the registry first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::Shelf;
use crate::app::loading::Progress;
use crate::library::{
    self, Code, Library, Origin, Place, Problem, Source, Stamp, Volume, is_registry,
};
use crate::words::problem as words;

use super::leaf::{self, Leaf};

/// Bytes of files that are read before the first frame: some ten milliseconds' work. The records of
/// more are packed when they have been read.
pub const SMALL: u64 = 2 << 20;

/// However long it takes, it is waited for.
const LONG: Duration = Duration::from_secs(60);

/// The files, and what has been read of them.
pub struct Files {
    /// The files in their order.
    paths: Vec<PathBuf>,
    /// Their bytes, as they were at the beginning.
    sizes: Vec<u64>,
    /// The order in which they are read.
    order: Vec<usize>,
    /// The place in that order of the next one to be read.
    next: AtomicUsize,
    registry: OnceLock<Arc<Volume>>,
    slots: Mutex<Slots>,
    arrived: Condvar,
}

/// What has been read so far.
#[derive(Default)]
struct Slots {
    /// As many as there are files.
    leaves: Vec<Option<Arc<Leaf>>>,
    /// How many have been read.
    read: usize,
    /// How many threads still read.
    readers: usize,
}

impl Files {
    /// These files of a library, none of them read as yet.
    pub fn new(paths: Vec<PathBuf>) -> Arc<Self> {
        let size = |path: &PathBuf| fs::metadata(path).map_or(0, |meta| meta.len());
        let mut order: Vec<usize> = (0..paths.len()).collect();
        // A stable sort: the others stay in their order.
        order.sort_by_key(|at| !paths.get(*at).is_some_and(|path| is_registry(path)));
        let slots = Slots {
            leaves: vec![None; paths.len()],
            ..Slots::default()
        };
        Arc::new(Self {
            sizes: paths.iter().map(size).collect(),
            order,
            paths,
            next: AtomicUsize::new(0),
            registry: OnceLock::new(),
            slots: Mutex::new(slots),
            arrived: Condvar::new(),
        })
    }

    fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The bytes of all files, as they were at the beginning.
    pub fn bytes(&self) -> u64 {
        self.sizes.iter().sum()
    }

    /// Reads them, on as many threads as there are processors, or on this one where the system gives
    /// none.
    pub fn start(self: &Arc<Self>) {
        let threads = thread::available_parallelism().map_or(1, |cores| cores.get());
        let threads = threads.min(self.paths.len());
        self.slots().readers = threads;
        for _ in 0..threads {
            let files = Arc::clone(self);
            let reader = move || Reader(files).work();
            if thread::Builder::new().spawn(reader).is_err() {
                Reader(Arc::clone(self)).work();
            }
        }
    }

    /// Waits until something more is read, at the longest so long; says whether all is.
    pub fn wait(&self, longest: Duration) -> bool {
        let slots = self.slots();
        let before = slots.read;
        let (slots, _) = self
            .arrived
            .wait_timeout_while(slots, longest, |slots| {
                slots.readers > 0 && slots.read == before
            })
            .unwrap_or_else(PoisonError::into_inner);
        slots.readers == 0
    }

    /// How far they are read; how long it has taken is not known here.
    pub fn progress(&self) -> Progress {
        let slots = self.slots();
        let both = slots.leaves.iter().zip(&self.sizes);
        let read = both.filter_map(|(leaf, size)| Some((leaf.as_ref()?, size)));
        let mut progress = Progress {
            of_files: self.paths.len(),
            of_bytes: self.bytes(),
            ..Progress::default()
        };
        for (leaf, size) in read {
            progress.files += 1;
            progress.records += leaf.volume.len();
            progress.bytes += size;
        }
        progress
    }

    /// The library of the files that are read, as far as none is missing before them: so a list only
    /// grows at its end.
    pub fn begun(&self) -> Shelf {
        let slots = self.slots();
        let leaf = |at: &usize| slots.leaves.get(*at)?.as_ref();
        let read = self.order.iter().take_while(|at| leaf(at).is_some());
        let mut read: Vec<usize> = read.copied().collect();
        read.sort_unstable();
        let leaves = read.iter().filter_map(leaf).cloned().collect();
        drop(slots);
        shelf(leaves, Origin::Folder)
    }

    /// All files, once nobody reads any more. A file of which nothing came back, since whoever read it
    /// was lost, is a problem.
    pub fn whole(&self) -> Vec<(PathBuf, Arc<Leaf>)> {
        let mut slots = self.slots();
        let leaves = std::mem::take(&mut slots.leaves).into_iter();
        drop(slots);
        let leaves = leaves.zip(&self.paths);
        leaves
            .map(|(leaf, path)| (path.clone(), leaf.unwrap_or_else(|| lost(path))))
            .collect()
    }
}

/// The library of a folder, all of whose files are read now; none where the folder cannot be.
pub fn read(folder: &Path) -> Option<Shelf> {
    let files = Files::new(library::files(folder).ok()?);
    files.start();
    while !files.wait(LONG) {}
    let leaves = files.whole().into_iter().map(|(_, leaf)| leaf);
    Some(shelf(leaves.collect(), Origin::Folder))
}

/// The library of what was read.
pub fn shelf(leaves: Vec<Arc<Leaf>>, origin: Origin) -> Shelf {
    let volumes = leaves.iter().map(|leaf| Arc::clone(&leaf.volume));
    let library = Library::of(volumes.collect(), origin);
    Shelf::made_by(library, move |library| leaf::index(leaves, library))
}

fn lost(path: &Path) -> Arc<Leaf> {
    let name = path.display().to_string();
    let what = words::reading_stopped();
    let problem = Problem::error(Code::Unreadable, Place::whole(&name), what);
    let volume = Volume::nothing(&name, Stamp::default(), vec![problem]);
    Arc::new(Leaf::new(Arc::new(volume)))
}

/// Somebody who reads files; when it goes, whatever the reason, it is no longer waited for.
struct Reader(Arc<Files>);

impl Reader {
    fn work(&self) {
        let files = &self.0;
        loop {
            let next = files.next.fetch_add(1, Ordering::Relaxed);
            let Some((at, path)) = files
                .order
                .get(next)
                .and_then(|at| Some((*at, files.paths.get(*at)?)))
            else {
                return;
            };
            let volume = Arc::new(Volume::read(&Source::file(path)));
            let leaf = Leaf::new(volume);
            if leaf.volume.is_registry() {
                _ = files.registry.set(Arc::clone(&leaf.volume));
            }
            // What was read before the registry has its part of the index made later.
            if let Some(registry) = files.registry.get() {
                leaf.prepare(Some(registry));
            }
            let leaf = match files.bytes() > SMALL {
                true => leaf.packed(),
                false => leaf,
            };
            let leaf = Arc::new(leaf);
            let mut slots = files.slots();
            slots.read += 1;
            if let Some(slot) = slots.leaves.get_mut(at) {
                *slot = Some(leaf);
            }
            drop(slots);
            files.arrived.notify_all();
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.0.slots().readers -= 1;
        self.0.arrived.notify_all();
    }
}
