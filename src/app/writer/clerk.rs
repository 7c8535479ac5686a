//! Who carries out the orders, on whatever thread: one after another, each in the light of what became of
//! those before it.

use std::collections::VecDeque;
use std::sync::Arc;

use super::super::Shelf;
use super::anew::{Names, ids};
use super::{Called, Order, Outcome, Task, Unheard};
use crate::library::Volume;
use crate::library::edit::Edit;
use crate::library::keep::wish::{Desk, today};
use crate::library::keep::{Change, ChangeId, Deed, Done, KeepError, Keeper, Line, Looked, Seen};
use crate::library::live::{Act, Live, hear, record};
use crate::report::Language;
use crate::report::call::{self, Noted};
use crate::words::{Message, live as words};

/// Who carries out one order after another, by a keeper.
pub struct Clerk {
    keeper: Arc<Keeper>,
    live: Live,
    /// What was added by the orders that others may mean, and what was not.
    names: Names,
    /// The last orders that were not carried out, the newest first.
    refused: VecDeque<u64>,
    /// The changes, the newest first, as long as one may come that was made on top of them.
    recent: VecDeque<(u64, Change)>,
    /// The changes that the last orders made, undid or did again, by their names, the newest first.
    made: VecDeque<(u64, ChangeId)>,
}

/// So many orders that were carried out are known, and so many that were not: those after them that
/// depend on them come soon.
const REMEMBERED: usize = 1000;

impl Clerk {
    /// One who writes by this keeper.
    #[must_use]
    pub fn new(keeper: Arc<Keeper>) -> Self {
        Self {
            live: Live::by(Arc::clone(&keeper)),
            keeper,
            names: Names::default(),
            refused: VecDeque::new(),
            recent: VecDeque::new(),
            made: VecDeque::new(),
        }
    }

    /// Carries out an order; waits as long as the keeper does.
    pub fn carry_out(&mut self, mut order: Order) -> Outcome {
        let oldest = order.unheard.first();
        let oldest = oldest.map_or(order.number, |one| one.number);
        self.recent.retain(|(number, _)| *number >= oldest);
        if let Task::Change(change) = &mut order.task {
            self.see_as_before(change, &order.unheard);
            self.recent.push_front((order.number, change.clone()));
        } else if let Some(mut change) = self.turned(&order) {
            self.see_as_before(&mut change, &order.unheard);
            self.recent.push_front((order.number, change));
        }
        let outcome = self.carried_out(order);
        if let Some(of) = outcome.of() {
            self.made.truncate(REMEMBERED - 1);
            self.made.push_front((outcome.number, of.clone()));
        }
        let is_done = match (&outcome.made, &outcome.called, &outcome.turns) {
            (Some(made), _, _) => made.is_ok(),
            (_, Some(called), _) => called.line.is_some(),
            (_, _, turns) => turns.is_some(),
        };
        if !is_done {
            self.refused.truncate(REMEMBERED - 1);
            self.refused.push_front(outcome.number);
        }
        outcome
    }

    /// Looks what may be written.
    pub fn look(&self) {
        self.keeper.permission().look();
    }

    /// What an undoing and the like comes to, as far as that is known: what the history told of it, or
    /// the way back from the order that it turns back.
    fn turned(&self, order: &Order) -> Option<Change> {
        match (&order.task, order.after.as_slice()) {
            (Task::Undo(None) | Task::Redo(None), [before]) => {
                let mut recent = self.recent.iter();
                let (_, change) = recent.find(|(number, _)| number == before)?;
                Some(way_back(change))
            }
            (Task::Undo(_) | Task::Redo(_) | Task::UndoThis(..), _) => {
                order.task.shown().map(|(change, _)| change.clone())
            }
            _ => None,
        }
    }

    /// The change that an undoing or doing again is to turn back: nothing else.
    fn meant(&self, task: &Task, after: &[u64]) -> Option<ChangeId> {
        let of_order = || {
            let mut made = self.made.iter();
            let (_, of) = made.find(|(number, _)| after.contains(number))?;
            Some(of.clone())
        };
        task.turns().cloned().or_else(of_order)
    }

    /// Where what was seen of a field is what an order was to make of it that was not carried out, it
    /// is seen as that one saw it.
    fn see_as_before(&self, change: &mut Change, unheard: &[Unheard]) {
        for seen in &mut change.seen {
            let last = self.recent.iter().find_map(|(number, below)| {
                let is_below = unheard.iter().any(|one| one.number == *number);
                let mut edits = below.edits.iter().filter(|_| is_below);
                let edit = edits.find(|edit| *edit.at() == seen.at)?;
                let value = match edit {
                    Edit::Set { value, .. } => Some(value),
                    Edit::Remove { .. } => None,
                    Edit::Insert { .. } | Edit::Move { .. } => return None,
                };
                Some((number, below, value))
            });
            if let Some((number, below, value)) = last
                && self.refused.contains(number)
                && seen.value.as_ref() == value
                && let Some(before) = below.seen.iter().find(|before| before.at == seen.at)
            {
                seen.value.clone_from(&before.value);
            }
        }
    }

    fn carried_out(&mut self, order: Order) -> Outcome {
        let Order {
            number,
            mut task,
            after,
            unheard,
            with,
        } = order;
        if let Task::Call(act, now, shelf) = &mut task {
            let is_vain = after.iter().any(|after| self.refused.contains(after));
            return match is_vain || !self.names_added(act, &unheard) {
                true => self.called(number, Err(words::NOT_ADDED.into()), (None, None)),
                false => self.in_call(number, act, *now, shelf),
            };
        }
        if let Task::Look(newest) = &task {
            let since = newest.as_ref().and_then(|id| self.keeper.lines_since(id));
            let anew = || Looked::Anew(self.keeper.turns());
            return Outcome {
                turns: Some(since.map_or_else(anew, Looked::Since)),
                ..Outcome::new(number)
            };
        }
        let mut is_vain = after.iter().any(|after| self.refused.contains(after));
        if let Task::Change(change) = &mut task {
            is_vain |= !self.names.rename(change, &unheard);
        }
        // What was heard of before this order was made is not meant by this one nor by those to come.
        let oldest = unheard.first().map_or(number, |one| one.number);
        if is_vain {
            self.remember(number, &task, None, oldest);
            return Outcome::new(number);
        }
        let keeper = &self.keeper;
        let made = match &task {
            Task::Change(change) => {
                let mut made = self.made.iter();
                let with = made.find(|(made, _)| with == Some(*made));
                keeper.change_with(change, with.map(|(_, of)| of.clone()))
            }
            Task::Make(made) => keeper.make_report(&made.file(), &made.id, &made.text),
            Task::Undo(_) => keeper.undo_if(self.meant(&task, &after).as_ref()),
            Task::Redo(_) => keeper.redo_if(self.meant(&task, &after).as_ref()),
            Task::UndoThis(id, _) => keeper.undo_this(id),
            Task::AllTheSame(what, of, shown) => keeper.turn_all_the_same(*what, of, shown),
            Task::Pass(what, of) => keeper.leave(*what, of).map(Done::told),
            Task::BringBack(id, at, moment) => keeper.bring_back(id, at, *moment),
            Task::Call(..) | Task::Look(_) => Err(KeepError::Nothing(Deed::Change)),
        };
        if let Ok(done) = &made {
            self.live.follow(&done.line);
        }
        if let Task::Pass(..) = &task {
            return Outcome {
                made: Some(made),
                ..Outcome::new(number)
            };
        }
        let new = match &task {
            Task::Make(made) => Some(made.file()),
            _ => None,
        };
        let shown = task.shown().map(|(change, _)| change);
        let file = match &made {
            Ok(done) => Some(done.line.file.as_str()),
            Err(_) => shown.map(|change| change.file.as_str()).or(new.as_deref()),
        };
        // Of a whole file that neither came nor went it is shown what is there.
        let is_whole = new.is_some() || shown.is_some_and(|change| change.edits.is_empty());
        let is_other = match &made {
            Ok(_) | Err(KeepError::Conflict(_) | KeepError::Unchanged) => true,
            Err(why) => matches!(why, KeepError::Another | KeepError::Passed { .. }),
        };
        let volume = file
            .filter(|_| is_other || is_whole)
            .and_then(|file| self.read(file));
        self.remember(number, &task, made.as_ref().ok(), oldest);
        Outcome {
            made: Some(made),
            volume,
            ..Outcome::new(number)
        }
    }

    /// Does something in the call in progress.
    fn in_call(&self, number: u64, act: &Act, now: call::Moment, shelf: &Shelf) -> Outcome {
        let (mut volume, mut line) = (None, None);
        let done = match act {
            Act::End(home) => {
                let closed = record::close(&self.live, &shelf.library, home, now);
                closed.map(|(id, done)| {
                    line = done.map(|done| done.line);
                    volume = line.as_ref().and_then(|line| self.read(&line.file));
                    Some(id)
                })
            }
            _ => self.live.carry_out(act, now).map(|_| None),
        };
        let behind = match act {
            Act::Confirm(noted) if done.is_ok() => self.left_behind(noted, shelf),
            _ => None,
        };
        let called = self.called(number, done, (line, behind));
        Outcome { volume, ..called }
    }

    /// What became of something that was to be done in the call.
    fn called(
        &self,
        number: u64,
        done: Result<Option<String>, Message>,
        (line, behind): (Option<Line>, Option<Language>),
    ) -> Outcome {
        let heard = hear(self.keeper.folder());
        Outcome {
            called: Some(Called {
                done,
                line,
                heard,
                behind,
            }),
            ..Outcome::new(number)
        }
    }

    /// Has what is to be done in the call name whoever came into the directory meanwhile by the id given there;
    /// false where one of them did not.
    fn names_added(&self, act: &mut Act, unheard: &[Unheard]) -> bool {
        for (was, now) in self.names.entries(unheard) {
            match now {
                Some(now) => act.rename(was, now),
                None if act.names(was) => return false,
                None => {}
            }
        }
        true
    }

    /// The language in which a position is left behind that was confirmed. What was written of it before is
    /// in the history by now.
    fn left_behind(&self, noted: &Noted, shelf: &Shelf) -> Option<Language> {
        let library = &shelf.library;
        let position = library.with_id(&format!("{}/position", noted.item.as_str()))?;
        let desk = Desk::of(library, self.keeper.folder(), today());
        let history = self.keeper.history();
        history.left_behind(&desk, position, noted.text.as_ref()?)
    }

    /// A file of the library as it stands now; none where it is not there.
    fn read(&self, file: &str) -> Option<Volume> {
        self.keeper.volume(file)
    }

    /// Remembers what an order added; of those before the oldest that may be meant only what was not
    /// added.
    fn remember(&mut self, number: u64, task: &Task, done: Option<&Done>, oldest: u64) {
        if let Some((change, foreseen)) = task.shown() {
            self.names.adds(number, change);
            // What was undone is another change than the one that was shown.
            let as_shown = done.filter(|done| foreseen.is_none_or(|foreseen| foreseen.is(done)));
            self.names.became(number, ids(&change.edits), as_shown);
        }
        let is_turn = matches!(
            task,
            Task::Undo(_) | Task::Redo(_) | Task::UndoThis(..) | Task::AllTheSame(..)
        );
        if let (true, Some(done)) = (is_turn, done) {
            self.names.come_back(done);
        }
        self.names.forget_before(oldest);
    }
}

/// The change that takes back what a change sets in the fields that were seen.
fn way_back(change: &Change) -> Change {
    let mut back = Change {
        file: change.file.clone(),
        record: change.record.clone(),
        ..Change::default()
    };
    for seen in &change.seen {
        let at = seen.at.clone();
        let value = match change.edits.iter().find(|edit| *edit.at() == at) {
            Some(Edit::Set { value, .. }) => Some(value.clone()),
            Some(Edit::Remove { .. }) => None,
            _ => continue,
        };
        back.edits.push(match seen.value.clone() {
            Some(value) => Edit::Set {
                at: at.clone(),
                value,
            },
            None => Edit::Remove { at: at.clone() },
        });
        back.seen.push(Seen { at, value });
    }
    back
}
