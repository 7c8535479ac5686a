//! A change that was handed over, and of which is not known yet what became of it.

use serde_yaml::Value;

use super::super::super::writer::Unheard;
use super::Back;
use super::stack::Effect;
use super::whole::Whole;
use crate::library::edit::Edit;
use crate::library::keep::wish::Made;
use crate::library::keep::{Answer, Change, ChangeId, Done};
use crate::library::live::Act;
use crate::report::call::Moment;

/// A change under way.
pub(super) struct Pending {
    pub number: u64,
    /// What it does to what can be undone.
    pub effect: Effect,
    /// With the ids by which the screen shows what others add; of an undoing and the like what it
    /// comes to, where that is known.
    pub change: Option<Change>,
    /// The same as it was handed over.
    pub handed: Option<Change>,
    /// The change that it undoes or does again, where the history tells of it.
    pub turns: Option<ChangeId>,
    /// The change that it is to undo or do again: where that is not the next one, it will be refused.
    pub meant: Option<ChangeId>,
    /// The order that it undoes or does again, where that was under way when it was handed over.
    pub after: Option<u64>,
    /// The order with which it is undone and done again as one.
    pub with: Option<u64>,
    /// The same by its name in the history, once that is known.
    pub with_line: Option<ChangeId>,
    /// The order before it that undoes or does again what one key made together with what this one
    /// turns back: where that is refused, so is this one.
    pub half: Option<u64>,
    /// What was asked before it, and answered.
    pub answered: Vec<Answer>,
    /// Nothing is said of it where it is made.
    pub is_quiet: bool,
    /// An order after it takes it back, and is under way as well: neither is seen. So it is with one
    /// that changes nothing.
    pub is_cancelled: bool,
    /// What it adds is on the screen.
    pub is_shown: bool,
    /// The ids under which what it adds was found in the file, before it was heard that it is there.
    pub stands: Vec<String>,
    /// A file that comes with it, or goes.
    pub whole: Option<Whole>,
    /// A new report.
    pub made: Option<Made>,
    /// Something done in the call in progress, and when.
    pub call: Option<(Act, Moment)>,
    /// The orders before it of which was not known yet what became of them.
    pub unheard: Vec<Unheard>,
    pub back: Back,
    /// The keys when it was handed over.
    pub keys: u64,
}

impl Pending {
    /// What a person chose or typed; none of what the history has brought back.
    pub const fn typed(&self) -> Option<&Change> {
        match self.effect.goes_back() {
            true => None,
            false => self.change.as_ref(),
        }
    }

    /// Whether what was made of it is what was foreseen.
    pub fn is_foreseen_in(&self, done: &Done) -> bool {
        self.turns.is_some() && self.turns == done.line.of
    }

    /// Whether this change is the one that it undoes or does again.
    pub fn is_to_turn(&self, of: &ChangeId) -> bool {
        let named = match &self.effect {
            Effect::This(of) => Some(of),
            _ => self.meant.as_ref().or(self.turns.as_ref()),
        };
        named == Some(of)
    }
}

/// Whether what a change writes has this id in it.
pub(super) fn names(change: &Change, id: &str) -> bool {
    fn has(value: &Value, id: &str) -> bool {
        match value {
            Value::String(text) => text == id,
            Value::Sequence(all) => all.iter().any(|one| has(one, id)),
            Value::Mapping(map) => map.values().any(|one| has(one, id)),
            _ => false,
        }
    }
    change.edits.iter().any(|edit| match edit {
        Edit::Set { value, .. } | Edit::Insert { value, .. } => has(value, id),
        Edit::Remove { .. } | Edit::Move { .. } => false,
    })
}
