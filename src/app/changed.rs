//! What of an index has to be made anew from one state of a library to the next.
//!
//! What is found of a record may stand in others: an item is found by the nominations that belong to
//! it, whichever report tells of them. So a file's records stay as they were indexed only where the
//! file stands alone, in both states: where none of its records names one of another report, and none
//! of another names one of its. The registry is what all refer to: where it is another, all is made anew.

use std::collections::HashMap;
use std::sync::Arc;

use super::finder::{Finder, part};
use crate::library::{Key, Library, Volume};
use crate::search::{Changes, Set};

/// One record in so many, and no more, may have to be read again for the index to be amended.
const MOST: usize = 4;

/// The documents that no longer hold, where the others are now, and which are to be read.
#[derive(Debug)]
pub(super) struct Changed {
    gone: Set,
    moved: Vec<(u32, u32)>,
    keys: Vec<Key>,
}

/// For each volume of a library its place in another state of it; none where it has changed.
pub(super) fn kept(old: &Library, new: &Library) -> Vec<Option<usize>> {
    let old = old.volumes().iter().enumerate();
    let places: HashMap<*const Volume, usize> =
        old.map(|(place, one)| (Arc::as_ptr(one), place)).collect();
    let new = new.volumes().iter();
    new.map(|one| places.get(&Arc::as_ptr(one)).copied())
        .collect()
}

/// What changed from one state of a library to the next, where `kept` has, for each volume of the
/// new one, its place in the old one if it is the same. None where the registry is another, or so much
/// has changed that the index may as well be made anew.
pub(super) fn find(old: &Library, new: &Library, kept: &[Option<usize>]) -> Option<Changed> {
    let registry = |library: &Library| library.volumes().iter().position(|one| one.is_registry());
    let registry_now = registry(new);
    let registry_then = registry_now.map(|now| kept.get(now).copied().flatten());
    // Of two registries the first counts.
    if registry_then != registry(old).map(Some) {
        return None;
    }
    let mut changed = Changed {
        gone: Set::new(old.len()),
        moved: Vec::new(),
        keys: Vec::new(),
    };
    let mut stays = vec![false; old.volumes().len()];
    for (now, then) in kept.iter().enumerate() {
        let same = then.and_then(|then| Some((then, same(old, then, new, now)?)));
        if let Some((then, pair)) = same
            && let Some(stays) = stays.get_mut(then)
        {
            *stays = true;
            changed.moved.push(pair);
        } else {
            changed.keys.extend(keys_of(new, now));
        }
    }
    changed.moved.sort_unstable();
    changed.keys.sort_unstable();
    for (then, _) in stays.iter().enumerate().filter(|(_, stays)| !**stays) {
        keys_of(old, then).for_each(|key| changed.gone.insert(number(key)));
    }
    let is_little = |count: usize, library: &Library| count <= library.len() / MOST;
    let is_worth_it = is_little(changed.keys.len(), new) && is_little(changed.gone.count(), old);
    is_worth_it.then_some(changed)
}

impl Changed {
    /// The index of the old state, which was not amended itself, as one of the new.
    pub fn amend(&self, finder: &Finder, new: &Library) -> Finder {
        let keys: Vec<u32> = self.keys.iter().map(|key| number(*key)).collect();
        let changes = Changes {
            gone: &self.gone,
            moved: &self.moved,
            keys: &keys,
        };
        finder.amended(changes, part(new, self.keys.iter().copied()))
    }
}

/// The first keys, then and now, of a volume that is the same, where what is found of its records is
/// the same too. What is not shown is not searched.
fn same(old: &Library, then: usize, new: &Library, now: usize) -> Option<(u32, u32)> {
    let volume = new.volumes().get(now)?;
    // The registry tells nothing of who names it.
    let is_alone = volume.stands_alone()
        && (volume.is_registry() || !old.is_named(then) && !new.is_named(now));
    let pair = (number(old.key_of(then, 0)?), number(new.key_of(now, 0)?));
    is_alone.then_some(pair)
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
