//! What can be undone and done again after the orders under way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::super::writer::Task;
use crate::library::edit::Edit;
use crate::library::keep::{Change, ChangeId, Deed, Line, Turns};
use crate::library::live::Act;

/// What an order does to what can be undone and done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Effect {
    /// It can be undone.
    Change,
    /// The same; what it brings back is known from the history.
    BringBack,
    Undo,
    Redo,
    /// This change is undone.
    This(ChangeId),
    /// This change is left as it is, neither undone nor done again.
    Pass(ChangeId),
    /// Nothing.
    None,
}

impl Effect {
    pub fn of(task: &Task) -> Self {
        match task {
            Task::Change(change) if changes_nothing(change) => Self::None,
            Task::Change(_) | Task::Make(_) | Task::Call(Act::End(_), ..) => Self::Change,
            Task::BringBack(..) => Self::BringBack,
            Task::Undo(_) => Self::Undo,
            Task::Redo(_) => Self::Redo,
            Task::UndoThis(id, _) => Self::This(id.clone()),
            Task::AllTheSame(Deed::Redo, ..) => Self::Redo,
            Task::AllTheSame(_, of, _) => Self::This(of.clone()),
            Task::Pass(_, of) => Self::Pass(of.clone()),
            Task::Call(..) | Task::Look(_) => Self::None,
        }
    }

    /// Whether it goes back to something that the history tells: nothing was typed for it.
    pub const fn goes_back(&self) -> bool {
        !matches!(self, Self::Change | Self::Pass(_) | Self::None)
    }

    /// Whether it undoes or does again.
    pub const fn is_turn(&self) -> bool {
        self.goes_back() && !matches!(self, Self::BringBack)
    }

    /// What the history will call it.
    pub const fn deed(&self) -> Deed {
        match self {
            Self::Undo | Self::This(_) => Deed::Undo,
            Self::Redo => Deed::Redo,
            Self::Change | Self::BringBack | Self::Pass(_) | Self::None => Deed::Change,
        }
    }
}

/// Whether a change gives each field the value that was seen there: whoever marks twice what is done.
fn changes_nothing(change: &Change) -> bool {
    change.edits.iter().all(|edit| {
        let Edit::Set { at, value } = edit else {
            return false;
        };
        let mut seen = change.seen.iter();
        seen.any(|seen| seen.at == *at && seen.value.as_ref() == Some(value))
    })
}

/// A change: by its name in the history, or by the order that makes it; those under way are younger.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Name {
    Line(ChangeId),
    Order(u64),
}

/// What was done last with a change: told by a line, or ordered.
#[derive(Debug, Clone)]
pub(super) enum Last {
    Line(Arc<Line>),
    Order(u64),
}

/// What can be undone and done again after some orders.
pub(super) struct Stack {
    undo: BTreeMap<Name, Last>,
    /// With whether it can be undone again then.
    redo: Vec<(Name, Last, bool)>,
    more: bool,
}

impl Stack {
    pub fn of(turns: &Turns) -> Self {
        let undo = turns.undo();
        let redo = turns.redo().iter();
        Self {
            undo: undo
                .map(|(id, line)| (Name::Line(id.clone()), Last::Line(Arc::clone(line))))
                .collect(),
            redo: redo
                .map(|one| {
                    let line = Last::Line(Arc::clone(&one.line));
                    (Name::Line(one.of.clone()), line, one.is_own)
                })
                .collect(),
            more: turns.has_more(),
        }
    }

    /// The change that an undoing or doing again turns back next.
    pub fn next(&self, effect: &Effect) -> Option<&Name> {
        match effect {
            Effect::Undo => self.undo.last_key_value().map(|(name, _)| name),
            Effect::Redo => self.redo.last().map(|(name, ..)| name),
            _ => None,
        }
    }

    /// The change before this one that is undone and done again with it.
    fn with(&self, id: &ChangeId) -> Option<&ChangeId> {
        let name = Name::Line(id.clone());
        let mut redo = self.redo.iter();
        let undone = redo.find(|(undone, ..)| *undone == name);
        match self.undo.get(&name).or(undone.map(|(_, last, _)| last))? {
            Last::Line(line) => line.with.as_ref(),
            Last::Order(_) => None,
        }
    }

    /// An order is carried out; what it turns back, where that is known.
    pub fn take(&mut self, number: u64, effect: &Effect) -> Option<(Name, Last)> {
        let last = Last::Order(number);
        match effect {
            Effect::None => None,
            Effect::Change | Effect::BringBack => {
                self.undo.insert(Name::Order(number), last);
                self.redo.clear();
                None
            }
            Effect::Undo => {
                let turned = self.undo.pop_last();
                if turned.is_some() || self.more {
                    // One that is not known is known by what undid it.
                    let name = turned.as_ref().map(|(name, _)| name.clone());
                    let name = name.unwrap_or(Name::Order(number));
                    self.redo.push((name, last, true));
                }
                turned
            }
            Effect::Redo => {
                let (name, before, is_own) = self.redo.pop()?;
                if is_own {
                    self.undo.insert(name.clone(), last);
                }
                Some((name, before))
            }
            Effect::Pass(id) => {
                let both = [Some(id), self.with(id)].map(|id| id.cloned().map(Name::Line));
                let is_passed = |name: &Name, last: &Last| {
                    let with = match last {
                        Last::Line(line) => line.with.as_ref(),
                        Last::Order(_) => None,
                    };
                    both.iter().flatten().any(|one| one == name) || with == Some(id)
                };
                self.undo.retain(|name, last| !is_passed(name, last));
                self.redo.retain(|(name, last, _)| !is_passed(name, last));
                None
            }
            Effect::This(id) => {
                let name = Name::Line(id.clone());
                let before = self.undo.remove(&name);
                self.redo.push((name.clone(), last, before.is_some()));
                before.map(|before| (name, before))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each of these orders turns back: an order; none where that is not known.
    fn turned(effects: &[Effect]) -> Vec<Option<u64>> {
        let mut stack = Stack::of(&Turns::default());
        let turned = (1..)
            .zip(effects)
            .map(|(number, effect)| match stack.take(number, effect) {
                Some((_, Last::Order(order))) => Some(order),
                _ => None,
            });
        turned.collect()
    }

    #[test]
    fn each_undoing_turns_back_the_change_before() {
        use Effect::{Redo, Undo};
        const CHANGE: Effect = Effect::Change;
        let none = None;
        for (effects, wanted) in [
            (
                vec![CHANGE, CHANGE, Undo, Undo, Undo],
                vec![none, none, Some(2), Some(1), none],
            ),
            (
                vec![CHANGE, Undo, Redo, Undo],
                vec![none, Some(1), Some(2), Some(3)],
            ),
            (
                vec![CHANGE, CHANGE, Undo, Undo, Redo, Redo, Redo],
                vec![none, none, Some(2), Some(1), Some(4), Some(3), none],
            ),
            (
                vec![CHANGE, Undo, CHANGE, Redo, Undo],
                vec![none, Some(1), none, none, Some(3)],
            ),
            (vec![CHANGE, Effect::None, Undo], vec![none, none, Some(1)]),
        ] {
            assert_eq!(turned(&effects), wanted, "{effects:?}");
        }
    }
}
