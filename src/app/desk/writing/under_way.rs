//! What is asked of the changes under way.

use super::super::super::writer::{Unheard, ids};
use super::super::renamed::Renamed;
use super::{Back, Writing};

impl Writing {
    /// The orders under way, and by which ids the one that is handed over now means what they add:
    /// those that the screen shows, or that it is to name.
    pub(super) fn unheard(&self, after: &[(u64, String)]) -> Vec<Unheard> {
        let unheard = self.pending.iter().map(|one| {
            let named = after.iter().filter(|(order, _)| *order == one.number);
            let named: Vec<String> = named.map(|(_, id)| id.clone()).collect();
            let shown = match (&one.change, named.is_empty()) {
                (_, false) => named,
                (Some(change), _) if one.is_shown => {
                    ids(&change.edits).map(str::to_owned).collect()
                }
                _ => Vec::new(),
            };
            let number = one.number;
            Unheard { number, shown }
        });
        unheard.collect()
    }

    /// The records that orders add which are called otherwise than the screen shows them; they are
    /// shown so from now on.
    pub fn renamed(&mut self) -> Renamed {
        let mut renamed = Renamed::default();
        for (number, shown) in &mut self.standing {
            for (was, now) in shown.iter_mut().zip(self.names.full(*number)) {
                if let (Some(was), Some(now)) = (was, now)
                    && *was != now
                {
                    renamed.put(std::mem::replace(was, now.clone()), now);
                }
            }
        }
        let standing = std::mem::take(&mut self.standing);
        for one in &self.pending {
            let known = standing.get(&one.number).cloned();
            let shown = || one.is_shown.then(|| self.names.full(one.number));
            if let Some(shown) = known.or_else(shown) {
                self.standing.insert(one.number, shown);
            }
        }
        renamed
    }

    /// What comes back of each order under way.
    pub fn backs(&mut self) -> impl Iterator<Item = &mut Back> {
        self.pending.iter_mut().map(|one| &mut one.back)
    }

    /// The same, to be looked at.
    pub(in crate::app::desk) fn under_way(&self) -> impl Iterator<Item = &Back> {
        self.pending.iter().map(|one| &one.back)
    }

    /// Forgets what was added by orders that nothing under way may mean.
    pub(super) fn forget_names(&mut self) {
        let pending = &self.pending;
        self.names.keep(|known| {
            let mut pending = pending.iter();
            pending.any(|one| {
                let mut unheard = one.unheard.iter();
                one.number == known || unheard.any(|one| one.number == known)
            })
        });
    }

    /// Counts the keys.
    pub const fn keys(&self) -> u64 {
        self.keys
    }

    pub(super) fn is_pending(&self, order: u64) -> bool {
        self.pending.iter().any(|one| one.number == order)
    }
}
