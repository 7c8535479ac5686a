//! What would be undone next: asked before it is.

use std::sync::Arc;

use super::super::super::App;
use super::Writing;
use super::stack::{Effect, Name};
use crate::library::keep::{ChangeId, Keeper, Line};

/// The change that is undone next, and the line that is turned back; none where that is under way, or
/// there is none.
pub(in crate::app::desk) type Next = Option<(ChangeId, Arc<Line>)>;

impl App {
    /// Goes on with the change that is undone next. Where nobody has looked that up beside, the history is
    /// read first.
    pub(in crate::app::desk) fn with_undone_next(
        &mut self,
        then: impl FnOnce(&mut Self, Next) + Send + 'static,
    ) {
        if self.desk.keeper.is_none() {
            return then(self, None);
        }
        match self.undone_next() {
            Some(next) => then(self, next),
            None => {
                let read = |keeper: &Keeper| {
                    let turns = keeper.turns();
                    let last = turns.undo().last();
                    last.map(|(of, line)| (of.clone(), Arc::clone(line)))
                };
                self.read_history(read, |app, read| {
                    let next = app.undone_next().unwrap_or(read);
                    then(app, next);
                });
            }
        }
    }

    /// The change that is undone next; none where nobody has looked.
    fn undone_next(&self) -> Option<Next> {
        let Writing { turned, .. } = &self.desk.writing;
        match self.desk.writing.would_turn(&Effect::Undo) {
            Some(Name::Order(_)) => Some(None),
            _ if !turned.is_heard => None,
            Some(Name::Line(of)) => {
                let line = turned.known.line(&of);
                Some(line.map(|line| (of.clone(), Arc::clone(line))))
            }
            None => Some(None),
        }
    }
}

impl Writing {
    /// Whether what is undone next is the record of a call that is still being written.
    pub(in super::super) fn ends_call(&self) -> bool {
        let Some(Name::Order(number)) = self.would_turn(&Effect::Undo) else {
            return false;
        };
        let mut pending = self.pending.iter();
        pending.any(|one| one.number == number && one.call.is_some())
    }
}
