//! A file that was read, with its part of the search index: joined into the index of each state of
//! the library, and read only once.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

use crate::app::finder::{self, Finder};
use crate::library::{Key, Library, Origin, Volume};
use crate::search::{Index, Part};

/// A volume, and its part of the index.
pub struct Leaf {
    pub volume: Arc<Volume>,
    /// What is found of its records; only where that does not depend on other reports.
    part: OnceLock<Part>,
}

impl Leaf {
    pub const fn new(volume: Arc<Volume>) -> Self {
        Self {
            volume,
            part: OnceLock::new(),
        }
    }

    /// Whether what is found of its records depends on no other report: it names none, and none names
    /// it. The registry is what the others refer to, and tells nothing of them.
    fn is_alone(&self, library: &Library, place: usize) -> bool {
        let volume = &self.volume;
        volume.stands_alone() && (volume.is_registry() || !library.is_named(place))
    }

    /// The same with its records packed, where its part of the index is made and they are only
    /// looked at here and there from now on. The registry is what all others look at.
    pub fn packed(self) -> Self {
        let is_done = self.part.get().is_some() && !self.volume.is_registry();
        match self.volume.packed().filter(|_| is_done) {
            Some(packed) => Self {
                volume: Arc::new(packed),
                part: self.part,
            },
            None => self,
        }
    }

    /// Makes its part of the index, where nothing but the registry is needed for that.
    pub fn prepare(&self, registry: Option<&Arc<Volume>>) {
        if !self.volume.stands_alone() {
            return;
        }
        self.part.get_or_init(|| {
            let registry = registry.filter(|one| !Arc::ptr_eq(one, &self.volume));
            let volumes = [&self.volume].into_iter().chain(registry);
            let library = Library::of(volumes.cloned().collect(), Origin::Files);
            finder::part(&library, keys(&library, 0))
        });
    }
}

/// The records of a volume, by its place.
fn keys(library: &Library, place: usize) -> impl Iterator<Item = Key> {
    let count = library
        .volumes()
        .get(place)
        .map_or(0, |volume| volume.len());
    (0..count as u32).map_while(move |local| library.key_of(place, local))
}

/// The index of a library of these files. Parts that are not there, or that depend on other reports,
/// are made now, on as many threads as there are processors.
pub fn index(leaves: Vec<Arc<Leaf>>, library: &Library) -> Finder {
    // What is not shown is not searched: a second report with the same id, a second registry.
    let mut shown: Vec<(Key, usize, &Leaf)> = leaves
        .iter()
        .enumerate()
        .filter_map(|(place, leaf)| Some((library.key_of(place, 0)?, place, &**leaf)))
        .collect();
    shown.sort_unstable_by_key(|(first, ..)| *first);
    let registry = library.volumes().iter().find(|volume| volume.is_registry());
    let own: Vec<OnceLock<Part>> = shown.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some((_, place, leaf)), Some(own)) = (shown.get(at), own.get(at)) else {
                return;
            };
            if !leaf.is_alone(library, *place) {
                own.get_or_init(|| finder::part(library, keys(library, *place)));
            } else {
                leaf.prepare(registry);
            }
        }
    };
    let helpers = thread::available_parallelism().map_or(1, |cores| cores.get()) - 1;
    thread::scope(|scope| {
        for _ in 0..helpers {
            drop(thread::Builder::new().spawn_scoped(scope, work));
        }
        work();
    });
    let places: Vec<usize> = shown.iter().map(|(_, place, _)| *place).collect();
    drop(shown);
    // Nobody else needs the parts of a leaf that is nobody else's.
    let leaves = leaves.into_iter().map(Arc::try_unwrap);
    let mut leaves: Vec<Result<Leaf, Arc<Leaf>>> = leaves.collect();
    let mut of_leaf: Vec<Option<Cow<'_, Part>>> = leaves
        .iter_mut()
        .map(|leaf| match leaf {
            Ok(leaf) => leaf.part.take().map(Cow::Owned),
            Err(shared) => shared.part.get().map(Cow::Borrowed),
        })
        .collect();
    let parts = own.into_iter().zip(places).filter_map(|(own, place)| {
        let of_leaf = of_leaf.get_mut(place).and_then(Option::take);
        own.into_inner().map(Cow::Owned).or(of_leaf)
    });
    let parts: Vec<Cow<'_, Part>> = parts.collect();
    let whole = parts.iter().map(|part| part.len()).sum::<usize>() == library.len();
    if whole {
        Finder::of(Index::join_up(parts))
    } else {
        // The parts do not fit: the keys would be those of other records.
        Finder::new(library)
    }
}
