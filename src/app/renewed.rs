//! A library in which some files have changed, with an index that need not be made anew: the one of the
//! whole library is amended by the records of the files that changed.

use std::sync::Arc;

use super::Shelf;
use super::finder::{Finder, part};
use crate::library::{Key, Library, Volume};
use crate::search::{Changes, Set};

impl Shelf {
    /// The shelf of another state of this library, whose index is made from the one that was last made
    /// as a whole, where not much has changed since.
    #[must_use]
    pub fn renewed(self: &Arc<Self>, library: Library) -> Self {
        let base = self.base.as_ref().unwrap_or(self);
        let first = Arc::clone(base);
        let make = move |library: &Library| {
            amended(&first, library).unwrap_or_else(|| Finder::new(library))
        };
        let mut shelf = Self::made_by(library, make);
        shelf.base = Some(Arc::clone(base));
        shelf
    }
}

/// The index of a library, made from that of another state of it; none where that is not worth it, or
/// where the registry has changed, to which all records refer.
fn amended(base: &Shelf, library: &Library) -> Option<Finder> {
    let old = &base.library;
    if base.finder().index().is_amended() {
        // It came out of a cache and was amended there: what it is amended by is told against a
        // library that is not at hand.
        return None;
    }
    let registry = |library: &Library| {
        let mut volumes = library.volumes().iter();
        volumes.find(|volume| volume.is_registry()).cloned()
    };
    match (registry(old), registry(library)) {
        (Some(one), Some(other)) if Arc::ptr_eq(&one, &other) => {}
        (None, None) => {}
        _ => return None,
    }
    let mut gone = Set::new(old.len());
    // The first keys, then and now, of what has not changed.
    let mut moved: Vec<(u32, u32)> = Vec::new();
    for (place, volume) in old.volumes().iter().enumerate() {
        let Some(then) = old.key_of(place, 0) else {
            continue;
        };
        match same(old, place, volume, library) {
            Some(now) => moved.push((number(then), number(now))),
            None => (0..volume.len() as u32).for_each(|local| gone.insert(number(then) + local)),
        }
    }
    moved.sort_unstable();
    let mut keys: Vec<Key> = Vec::new();
    for (place, volume) in library.volumes().iter().enumerate() {
        if same(library, place, volume, old).is_none() {
            let all = (0..volume.len() as u32).map_while(|local| library.key_of(place, local));
            keys.extend(all);
        }
    }
    if keys.len() * 2 > library.len() {
        return None;
    }
    let numbers: Vec<u32> = keys.iter().map(|key| number(*key)).collect();
    let changes = Changes {
        gone: &gone,
        moved: &moved,
        keys: &numbers,
    };
    let new = part(library, keys.iter().copied());
    Some(base.finder().amended(changes, new))
}

/// The first key of this very volume in the other state, where what is found of its records is the same
/// there: where no record of it names one of another report, and none of another names it.
fn same(library: &Library, place: usize, volume: &Arc<Volume>, other: &Library) -> Option<Key> {
    let is_it = |one: &Arc<Volume>| Arc::ptr_eq(one, volume);
    let there = other.volumes().iter().position(is_it)?;
    let alone = volume.is_registry()
        || volume.stands_alone() && !library.is_named(place) && !other.is_named(there);
    // What is not shown is not searched.
    library.key_of(place, 0)?;
    other.key_of(there, 0).filter(|_| alone)
}

const fn number(key: Key) -> u32 {
    key.index() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Source;

    fn report(id: &str, items: &[&str]) -> Source {
        let items: String = items
            .iter()
            .enumerate()
            .map(|(at, title)| {
                format!("  - {{id: \"{at}\", number: [\"{at}\"], title: {{en: {title}}}}}\n")
            })
            .collect();
        let text = format!(
            "report: {{id: {id}, kind: group-report, title: {{en: Report {id}}}}}\nitems:\n{items}"
        );
        Source::text(format!("{id}.yaml"), text)
    }

    /// A change of one report after another: what is found is what an index of the whole finds.
    #[test]
    fn an_index_that_was_amended_finds_what_one_of_the_whole_finds() {
        let registry = Source::text("registry.yaml", "bodies: []\n");
        let sources = ["a", "b", "c", "d"].map(|id| report(id, &["lamp", "buoy", "mast"]));
        let all = sources.into_iter().chain([registry]).collect();
        let mut shelf = Arc::new(Shelf::new(Library::from_sources(all)));
        for (place, items) in [
            (1, &["lamp", "anchor"][..]),
            (1, &["lamp", "anchor", "buoy", "sail"][..]),
            (3, &["rudder"][..]),
            (1, &[][..]),
        ] {
            let id = ["a", "b", "c", "d"][place];
            let library = shelf.library.with(place, Volume::read(&report(id, items)));
            let again = shelf.library.with(place, Volume::read(&report(id, items)));
            shelf = Arc::new(shelf.renewed(library));
            assert!(amended(shelf.base.as_ref().unwrap(), &shelf.library).is_some());
            let whole = Shelf::new(again);
            for typed in [
                "lamp", "anchor", "buoy", "sail", "rudder", "mast", "report", "b",
            ] {
                let found = |shelf: &Shelf| {
                    let query = shelf.finder().read(&shelf.library, typed);
                    let found = shelf.finder().find(&query, 100, None);
                    let ids = found
                        .hits
                        .iter()
                        .map(|(key, _)| shelf.library.id(*key).to_owned());
                    let mut ids: Vec<String> = ids.collect();
                    ids.sort();
                    (ids, found.total)
                };
                assert_eq!(found(&shelf), found(&whole), "{typed} {items:?}");
            }
        }
    }
}
