//! Who writes while one goes on: changes are handed over and written one after another, in the order
//! in which they were made; what became of each comes back later. So neither a slow disk nor one who
//! holds the library's lock keeps the screen from answering a key.

mod anew;
mod beside;
mod clerk;
mod in_step;

use std::sync::Arc;
use std::time::Duration;

use crate::library::Volume;
use crate::library::edit::FieldPath;
use crate::library::keep::wish::Made;
use crate::library::keep::{Answer, Change, ChangeId, Deed, Done, KeepError, Line, Looked, Moment};
use crate::library::live::{Act, Heard};
use crate::report::{Language, call};
use crate::words::Message;

use super::Shelf;

pub use anew::Unheard;
pub(in crate::app) use anew::{Names, ids, with_ids};
pub use beside::Beside;
pub use clerk::Clerk;
pub use in_step::InStep;

/// What is to be written.
#[derive(Debug, Clone)]
pub enum Task {
    /// A change.
    Change(Change),
    /// A new report.
    Make(Made),
    /// The person's last change is undone.
    Undo(Option<Foreseen>),
    /// What the person undid last is done again.
    Redo(Option<Foreseen>),
    /// This change is undone.
    UndoThis(ChangeId, Option<Foreseen>),
    /// A change is undone or done again by one who was asked of these, and has seen what others made of
    /// them since.
    AllTheSame(Deed, ChangeId, Vec<Answer>),
    /// A change is left as it is, by one who was asked whether it is to be undone or done again.
    Pass(Deed, ChangeId),
    /// A field gets a value that it had once.
    BringBack(ChangeId, FieldPath, Moment),
    /// Something that was done in the call in progress, and when; with the library as it was shown
    /// then, of which the record of a call that ends is made.
    Call(Act, call::Moment, Arc<Shelf>),
    /// Nothing: it is only looked what can be undone and done again; where a line of the history is
    /// named, what came after it.
    Look(Option<ChangeId>),
}

/// An undoing or doing again as the screen shows it before it is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreseen {
    /// The change that is undone or done again.
    pub of: ChangeId,
    /// What that comes to.
    pub change: Change,
}

impl Foreseen {
    /// Whether it is this that was made.
    #[must_use]
    pub fn is(&self, done: &Done) -> bool {
        done.line.of.as_ref() == Some(&self.of)
    }
}

/// Something to be written, in its order.
#[derive(Debug, Clone)]
pub struct Order {
    /// Counts the orders; they are carried out as they are counted.
    pub number: u64,
    /// What is to be written.
    pub task: Task,
    /// The orders that add the records which this one names: where one of them was not carried out,
    /// this one is not either.
    pub after: Vec<u64>,
    /// The orders of which was not known yet what became of them when this one was made, as they
    /// are counted: what they add is named here by the ids that were shown then.
    pub unheard: Vec<Unheard>,
    /// The order before it with which it is undone and done again as one.
    pub with: Option<u64>,
}

/// What became of an order.
#[derive(Debug)]
pub struct Outcome {
    /// The number of the order.
    pub number: u64,
    /// What was written, or why nothing was; none where the order before it, on which it depends,
    /// was not carried out.
    pub made: Option<Result<Done, KeepError>>,
    /// The file as it stands since, where it was written or another had changed it; none where it
    /// was taken away.
    pub volume: Option<Volume>,
    /// What became of something done in the call in progress.
    pub called: Option<Called>,
    /// What can be undone and done again by then, where that was looked for.
    pub turns: Option<Looked>,
}

impl Outcome {
    /// Of an order of which nothing is to be told as yet.
    const fn new(number: u64) -> Self {
        Self {
            number,
            made: None,
            volume: None,
            called: None,
            turns: None,
        }
    }

    /// The change that was made, undone or done again, by its name.
    fn of(&self) -> Option<&ChangeId> {
        let made = self.made.as_ref().and_then(|made| made.as_ref().ok());
        let called = self.called.as_ref().and_then(|one| one.line.as_ref());
        made.map(|done| &done.line).or(called).map(turned_by)
    }
}

/// The name of the change that a line made, undid or did again.
pub(in crate::app) fn turned_by(line: &Line) -> &ChangeId {
    match (line.what, &line.of) {
        (Deed::Undo | Deed::Redo, Some(of)) => of,
        _ => &line.id,
    }
}

/// What became of something that was done in the call in progress.
#[derive(Debug)]
pub struct Called {
    /// The full id of the call's record, where it has ended and one was written; or why nothing was
    /// done.
    pub done: Result<Option<String>, Message>,
    /// The line of the history that tells of that record, where it was written.
    pub line: Option<Line>,
    /// The call since.
    pub heard: Heard,
    /// The language in which a position that was confirmed was left behind.
    pub behind: Option<Language>,
}

/// Carries out orders.
pub trait Writer {
    /// Takes an order; those taken before it are carried out before it.
    fn hand_over(&mut self, order: Order);

    /// What became of the next order, waiting for it at the longest so long; each once, in their
    /// order.
    fn outcome(&mut self, longest: Duration) -> Option<Outcome>;

    /// Has it looked what may be written, for that may be otherwise by now.
    fn look(&mut self);
}

impl Task {
    /// What the screen shows of it; of an undoing and the like, how it was foreseen.
    fn shown(&self) -> Option<(&Change, Option<&Foreseen>)> {
        match self {
            Self::Change(change) => Some((change, None)),
            Self::Undo(foreseen) | Self::Redo(foreseen) | Self::UndoThis(_, foreseen) => {
                let foreseen = foreseen.as_ref()?;
                Some((&foreseen.change, Some(foreseen)))
            }
            _ => None,
        }
    }

    /// The change that it was foreseen to undo or do again.
    #[must_use]
    pub fn turns(&self) -> Option<&ChangeId> {
        match self {
            Self::AllTheSame(_, of, _) => Some(of),
            _ => self.shown()?.1.map(|foreseen| &foreseen.of),
        }
    }
}

#[cfg(test)]
mod tests;
