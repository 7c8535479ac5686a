//! What belongs to which item, over all volumes.

use std::collections::HashMap;

use super::assembly::At;
use super::volume::{NOWHERE, OPEN, STEPS};
use super::{Key, Library};
use crate::report::Kind;

/// Where the records belong that their own volume leaves [open](super::volume).
#[derive(Debug, Default)]
pub(super) struct Open {
    /// The first item of each, and by which step it was found.
    items: HashMap<Key, (Key, u8)>,
    /// Items with what belongs to them, sorted; each pair once.
    members: Vec<(Key, Key)>,
}

impl Library {
    /// The agenda item or topic that it belongs to, the first where there are several: its owner,
    /// or what its `item` or `items` name; for an outcome else the item of what it answers, or of
    /// the outcome it is a part of. None for an item.
    #[must_use]
    pub fn item_of(&self, key: Key) -> Option<Key> {
        self.item_at_hand(key, self.at(key)?)
    }

    /// The same, of a record that is at hand.
    pub(super) fn item_at_hand(&self, key: Key, at: At<'_>) -> Option<Key> {
        match at.volume.item(at.local) {
            (_, OPEN) => self.settled().items.get(&key).map(|(item, _)| *item),
            (item, _) => item.map(|item| at.key(item)),
        }
    }

    /// Everything that belongs to an item, in file order.
    #[must_use]
    pub fn belongs_to(&self, item: Key) -> &[Key] {
        let Some(at) = self.at(item) else {
            return &[];
        };
        if at.volume.kind(at.local) != Some(Kind::Item) {
            return &[];
        }
        let volume = (at.shown, at.volume.len());
        self.members.of(volume, at.local, || {
            let own = at.volume.members(at.local).iter();
            let mut members: Vec<Key> = own.map(|local| at.key(*local)).collect();
            members.extend(self.members_elsewhere(item));
            members.sort_unstable();
            members
        })
    }

    /// What belongs to an item without its own volume telling it.
    pub(super) fn members_elsewhere(&self, item: Key) -> impl Iterator<Item = Key> {
        let pairs = &self.settled().members;
        let from = pairs.partition_point(|(other, _)| *other < item);
        let open = pairs.get(from..).unwrap_or_default().iter();
        let open = open.take_while(move |(other, _)| *other == item);
        open.map(|(_, member)| *member)
    }

    fn settled(&self) -> &Open {
        self.open.get_or_init(|| self.settle())
    }

    /// Takes the steps for the open records, in the order of the library.
    fn settle(&self) -> Open {
        let mut open = Open::default();
        for (step, relations) in STEPS {
            for at in self.all_shown() {
                for local in at.volume.open() {
                    let member = at.key(*local);
                    if open.items.contains_key(&member) {
                        continue;
                    }
                    let mut first = None;
                    for reference in at.volume.references(*local) {
                        if !relations.contains(&reference.relation) {
                            continue;
                        }
                        let to = self.target(at, reference);
                        let item = to.and_then(|to| self.item_at(to, member, step, &open));
                        if let Some(item) = item {
                            first.get_or_insert(item);
                            open.members.push((item, member));
                        }
                    }
                    if let Some(first) = first {
                        open.items.insert(member, (first, step));
                    }
                }
            }
        }
        open.members.sort_unstable();
        open.members.dedup();
        open
    }

    /// The item that a reference to this record leads to, while the step is being taken for
    /// `member`: what later records find in the same step is not known yet.
    fn item_at(&self, to: Key, member: Key, step: u8, open: &Open) -> Option<Key> {
        let at = self.at(to)?;
        if at.volume.kind(at.local) == Some(Kind::Item) {
            return Some(to);
        }
        if step == 1 {
            return None;
        }
        match at.volume.item(at.local) {
            (_, OPEN) => open.items.get(&to).map(|(item, _)| *item),
            (Some(item), found) if found < step || (found == step && to < member) => {
                (found != NOWHERE).then(|| at.key(item))
            }
            _ => None,
        }
    }
}
