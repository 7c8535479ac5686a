//! The words of a volume that mean a party: a country, a body, a person. What they mean stands in
//! the registry, so they are looked up when that is first asked, and again where the registry is
//! another.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, Weak};

use super::Volume;
use super::lists::{list, small};
use crate::report::{Kind, Relation};

/// The words of one volume that mean a party of one registry.
#[derive(Debug)]
pub(in crate::library) struct Parties {
    registry: Weak<Volume>,
    /// Parties by their places in the registry, each with the number of a word.
    words: Box<[(u32, u32)]>,
}

/// The parties of a registry by the ids that records write; of an id given twice the first entry
/// counts, whatever it is.
pub(in crate::library) fn by_id(registry: &Volume) -> HashMap<&str, u32> {
    let is_party = |local: &u32| {
        let kind = registry.kind(*local);
        matches!(kind, Some(Kind::Country | Kind::Body | Kind::Person))
    };
    (0..small(registry.len()))
        .filter(is_party)
        .map(|local| (registry.id(local), local))
        .filter(|(id, local)| registry.find(id) == Some(*local))
        .collect()
}

impl Volume {
    /// The words that mean a party if they are looked up in the registry.
    pub(in crate::library) fn parties<'a>(
        &self,
        registry: &Arc<Self>,
        by_id: &dyn Fn() -> &'a HashMap<&'a str, u32>,
    ) -> Arc<Parties> {
        let mut known = self.parties.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |parties: &&Arc<Parties>| {
            std::ptr::eq(parties.registry.as_ptr(), Arc::as_ptr(registry))
        };
        if let Some(parties) = known.as_ref().filter(same) {
            return Arc::clone(parties);
        }
        let by_id = by_id();
        let numbers = 0..self.words();
        let words = numbers.filter_map(|number| Some((*by_id.get(self.word(number).1)?, number)));
        let mut words: Box<[(u32, u32)]> = words.collect();
        words.sort_unstable();
        let parties = Arc::new(Parties {
            registry: Arc::downgrade(registry),
            words,
        });
        *known = Some(Arc::clone(&parties));
        parties
    }

    /// Calls `tell` with each record that uses the word, and as what; one that uses it twice is told
    /// twice.
    pub(in crate::library) fn each_user(&self, word: u32, tell: &mut impl FnMut(u32, Relation)) {
        let ends = self.set.reference_ends.of(self.row);
        let relations = self.set.relations.of(self.row);
        let users = list(
            self.set.word_users.of(self.row),
            self.set.word_user_ends.of(self.row),
            word,
        );
        // They stand in the order of the records.
        let mut from = 0;
        for number in users {
            let rest = ends.get(from..).unwrap_or_default();
            from += first_above(rest, *number);
            let relation = relations.get(*number as usize);
            let relation = relation.and_then(|one| Relation::ALL.get(usize::from(*one)));
            if let Some(relation) = relation {
                tell(small(from), *relation);
            }
        }
    }
}

impl Parties {
    /// Of each word the party and the number.
    pub fn words(&self) -> impl Iterator<Item = (u32, u32)> {
        self.words.iter().copied()
    }
}

/// The place of the first that is above a number, among numbers in order: found the sooner the nearer
/// it is to the beginning.
fn first_above(ends: &[u32], number: u32) -> usize {
    let mut step = 1;
    while ends.get(step - 1).is_some_and(|end| *end <= number) {
        step *= 2;
    }
    let from = step / 2;
    let near = ends.get(from..step.min(ends.len())).unwrap_or_default();
    from + near.partition_point(|end| *end <= number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_above_is_found_wherever_it_stands() {
        let ends: Vec<u32> = (0..40).map(|end| 2 * end).collect();
        for (number, place) in [
            (0, 1),
            (1, 1),
            (2, 2),
            (37, 19),
            (38, 20),
            (77, 39),
            (78, 40),
        ] {
            assert_eq!(first_above(&ends, number), place, "{number}");
        }
        assert_eq!(first_above(&[], 3), 0);
        assert_eq!(first_above(&[4], 3), 0);
    }
}
