//! What of the index has to be made anew after some files of a library changed.

use std::collections::BTreeSet;

use crate::library::{Key, Library};
use crate::search::{Changes, Index, Part, Set};

use super::super::finder::document;

/// One record in so many, and no more, may have changed for the index to be amended.
const MOST: usize = 4;

/// The documents that no longer hold, where the others are now, and which are to be read.
#[derive(Debug)]
pub(super) struct Changed {
    gone: Set,
    moved: Vec<(u32, u32)>,
    keys: Vec<u32>,
}

/// What changed from one state of a library to the next, where `kept` has, for each volume of the
/// new one, its place in the old one if it is the same. None where it is so much that the index may
/// as well be made anew.
pub(super) fn find(old: &Library, new: &Library, kept: &[Option<usize>]) -> Option<Changed> {
    let mut places: Vec<Option<usize>> = vec![None; old.volumes().len()];
    for (place, from) in kept.iter().enumerate() {
        if let Some(to) = from.and_then(|from| places.get_mut(from)) {
            *to = Some(place);
        }
    }
    let mut changed = Changed {
        gone: Set::new(old.len()),
        moved: Vec::new(),
        keys: Vec::new(),
    };
    // Where each record went, volume by volume, in the order of the old keys.
    for (from, to) in places.iter().enumerate() {
        let Some(first) = old.key_of(from, 0) else {
            continue;
        };
        match to.and_then(|to| new.key_of(to, 0)) {
            Some(now) => changed.moved.push((number(first), number(now))),
            None => keys_of(old, from).for_each(|key| changed.gone.insert(number(key))),
        }
    }
    changed.moved.sort_unstable();
    let mut anew: BTreeSet<Key> = BTreeSet::new();
    for (place, from) in kept.iter().enumerate() {
        let was_shown = from.is_some_and(|from| old.key_of(from, 0).is_some());
        if !was_shown {
            anew.extend(keys_of(new, place));
        }
    }
    for key in telling(old, new, &places, kept) {
        changed.gone.insert(number(key));
        anew.extend(now(old, new, &places, key));
    }
    changed.keys.extend(anew.into_iter().map(number));
    let most = new.len() / MOST;
    (changed.keys.len() <= most && changed.gone.count() <= most).then_some(changed)
}

impl Changed {
    /// The index of the old state as one of the new.
    pub fn amend(&self, index: &Index, new: &Library) -> Index {
        let keys = self.keys.iter().map(|number| Key::new(*number));
        let part = Part::read(keys.map(|key| document::of(new, key)));
        let changes = Changes {
            gone: &self.gone,
            moved: &self.moved,
            keys: &self.keys,
        };
        index.amended(changes, &[part])
    }
}

/// The records of volumes that stayed the same which tell of records that did not: what they are
/// linked with. By their old keys.
fn telling(
    old: &Library,
    new: &Library,
    places: &[Option<usize>],
    kept: &[Option<usize>],
) -> BTreeSet<Key> {
    let mut telling = BTreeSet::new();
    let stayed = |library: &Library, volumes: &[Option<usize>], key: Key| {
        let (place, local) = library.place_of(key)?;
        Some((volumes.get(place).copied().flatten()?, local))
    };
    let as_it_was = |one: &Library, key: Key, other: &Library| {
        let twin = other.with_id(one.id(key))?;
        (one.record(key)? == other.record(twin)?).then_some(())
    };
    for from in (0..places.len()).filter(|from| places.get(*from) == Some(&None)) {
        for key in keys_of(old, from).filter(|key| as_it_was(old, *key, new).is_none()) {
            let linked = old.links(key).iter().map(|link| link.key);
            telling.extend(linked.filter(|other| stayed(old, places, *other).is_some()));
        }
    }
    for place in (0..kept.len()).filter(|place| kept.get(*place) == Some(&None)) {
        for key in keys_of(new, place).filter(|key| as_it_was(new, *key, old).is_none()) {
            let linked = new.links(key).iter().map(|link| link.key);
            let then = linked.filter_map(|other| stayed(new, kept, other));
            telling.extend(then.filter_map(|(from, local)| old.key_of(from, local)));
        }
    }
    telling
}

/// Where a record of a volume that stayed the same is now.
fn now(old: &Library, new: &Library, places: &[Option<usize>], key: Key) -> Option<Key> {
    let (from, local) = old.place_of(key)?;
    new.key_of(places.get(from).copied().flatten()?, local)
}

/// The keys of the records of a volume; none where it is not shown.
fn keys_of(library: &Library, place: usize) -> impl Iterator<Item = Key> {
    let records = library.volumes().get(place).map_or(0, |one| one.len());
    let locals = 0..u32::try_from(records).unwrap_or(u32::MAX);
    locals.map_while(move |local| library.key_of(place, local))
}

fn number(key: Key) -> u32 {
    u32::try_from(key.index()).unwrap_or(u32::MAX)
}
