//! The files of a library, each read once by one of several threads, the registry first.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::app::loading::Progress;
use crate::library::{Library, Source, is_registry};

/// What became of a file.
struct Read {
    source: Source,
    records: usize,
}

/// The files, and what has been read of them.
pub struct Files {
    /// The files in the order in which they are read.
    paths: Vec<PathBuf>,
    /// Their bytes, as they were at the beginning.
    sizes: Vec<u64>,
    /// The next one to be read.
    next: AtomicUsize,
    slots: Mutex<Slots>,
    arrived: Condvar,
}

/// What has been read so far.
#[derive(Default)]
struct Slots {
    /// As many as there are files.
    read: Vec<Option<Read>>,
    /// How many threads still read.
    readers: usize,
}

impl Slots {
    /// How many files have been read without one missing before them.
    fn begun(&self) -> usize {
        let missing = self.read.iter().position(Option::is_none);
        missing.unwrap_or(self.read.len())
    }
}

impl Files {
    /// These files of a library, none of them read as yet.
    pub fn new(mut paths: Vec<PathBuf>) -> Arc<Self> {
        // A stable sort: the others stay in their order.
        paths.sort_by_key(|path| !is_registry(path));
        let size = |path: &PathBuf| fs::metadata(path).map_or(0, |meta| meta.len());
        let slots = Slots {
            read: paths.iter().map(|_| None).collect(),
            readers: 0,
        };
        Arc::new(Self {
            sizes: paths.iter().map(size).collect(),
            paths,
            next: AtomicUsize::new(0),
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
        let before = slots.read.iter().flatten().count();
        let (slots, _) = self
            .arrived
            .wait_timeout_while(slots, longest, |slots| {
                slots.readers > 0 && slots.read.iter().flatten().count() == before
            })
            .unwrap_or_else(PoisonError::into_inner);
        slots.readers == 0
    }

    /// How far they are read; how long it has taken is not known here.
    pub fn progress(&self) -> Progress {
        let slots = self.slots();
        let read = || slots.read.iter().zip(&self.sizes);
        let read = || read().filter_map(|(slot, size)| Some((slot.as_ref()?, size)));
        Progress {
            files: read().count(),
            of_files: self.paths.len(),
            records: read().map(|(read, _)| read.records).sum(),
            bytes: read().map(|(_, size)| size).sum(),
            of_bytes: self.bytes(),
            took: Duration::ZERO,
        }
    }

    /// The library of the files that are read, as far as none is missing before them: so a list only
    /// grows at its end.
    pub fn library(&self) -> Library {
        let slots = self.slots();
        let begun = match slots.readers {
            // A file whose reader was lost does not come any more.
            0 => slots.read.len(),
            _ => slots.begun(),
        };
        let read = slots.read.iter().take(begun);
        let mut sources: Vec<Source> = read.flatten().map(|read| read.source.clone()).collect();
        drop(slots);
        sources.sort_by(|one, other| one.name.cmp(&other.name));
        Library::from_folder(&sources)
    }
}

/// Somebody who reads files; when it goes, whatever the reason, it is no longer waited for.
struct Reader(Arc<Files>);

impl Reader {
    fn work(&self) {
        let files = &self.0;
        loop {
            let at = files.next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = files.paths.get(at) else {
                return;
            };
            let source = Source::file(path);
            let read = Read {
                records: Library::from_sources(vec![source.clone()]).len(),
                source,
            };
            if let Some(slot) = files.slots().read.get_mut(at) {
                *slot = Some(read);
            }
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
