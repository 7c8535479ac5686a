//! The list of speakers: who asked for the floor, who has it, who had it.

use serde::{Deserialize, Serialize};

use super::{Call, Moment};
use crate::report::Ref;

/// Who has the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    /// A country or body of the registry.
    pub who: Ref,
    /// Since when.
    pub since: Moment,
}

/// What somebody said took so long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// A country or body of the registry.
    pub who: Ref,
    /// The item that was in hand, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Ref>,
    /// From when.
    pub from: Moment,
    /// Until when.
    pub to: Moment,
}

impl Call {
    /// Somebody asks for the floor, at the end of the list; who is on it stays where it is. That alone
    /// does not say that it is there: it may be a slip, and be taken off again.
    pub fn ask(&mut self, who: &str, now: Moment) {
        if !self.waits(who) {
            self.waiting.0.push(who.into());
            self.changed = now;
        }
    }

    /// Gives the floor to somebody, on the list or not, who is there then; who had it is done.
    pub fn give_floor(&mut self, who: &str, now: Moment) {
        let has = self
            .floor
            .as_ref()
            .is_some_and(|floor| floor.who.as_str() == who);
        if has {
            return;
        }
        self.floor_is_free(now);
        self.withdraw(who, now);
        self.arrive(who, now);
        self.floor = Some(Floor {
            who: who.into(),
            since: now,
        });
        self.changed = now;
    }

    /// Gives the floor to the first on the list; where nobody waits, who has it is done.
    pub fn next_speaker(&mut self, now: Moment) {
        match self.waiting.0.first().cloned() {
            Some(next) => self.give_floor(next.as_str(), now),
            None => self.floor_is_free(now),
        }
    }

    /// Who has the floor is done.
    pub fn floor_is_free(&mut self, now: Moment) {
        if let Some(floor) = self.floor.take() {
            self.speeches.push(Speech {
                who: floor.who,
                item: self.in_hand.as_ref().map(|one| one.item.clone()),
                from: floor.since,
                to: now.max(floor.since),
            });
            self.changed = now;
        }
    }

    /// Takes somebody off the list.
    pub fn withdraw(&mut self, who: &str, now: Moment) {
        let before = self.waiting.0.len();
        self.waiting.0.retain(|one| one.as_str() != who);
        if self.waiting.0.len() < before {
            self.changed = now;
        }
    }

    /// Moves somebody on the list to this place, counted from 0; past the end is the end.
    pub fn move_speaker(&mut self, who: &str, to: usize, now: Moment) {
        let Some(from) = self.waiting.iter().position(|one| one.as_str() == who) else {
            return;
        };
        let moved = self.waiting.0.remove(from);
        self.waiting.0.insert(to.min(self.waiting.0.len()), moved);
        self.changed = now;
    }

    /// Whether somebody is on the list.
    #[must_use]
    pub fn waits(&self, who: &str) -> bool {
        self.waiting.iter().any(|one| one.as_str() == who)
    }
}
