//! What would be undone next: asked before it is.

use std::sync::Arc;

use super::super::super::App;
use super::Writing;
use super::stack::{Effect, Name};
use crate::library::keep::{ChangeId, Keeper, Line};
use crate::words::desk::together;
use crate::words::undo;

/// The change that is undone next, and the line that is turned back; none where that is under way, or
/// there is none.
pub(in crate::app::desk) type Next = Option<(ChangeId, Arc<Line>)>;

impl App {
    /// Goes on with the change that is undone next. Where nobody has looked that up beside, the history is
    /// read first, and that is said: who presses the same key again means the same, and who goes on with
    /// something else means nothing any more.
    pub(in crate::app::desk) fn with_undone_next(
        &mut self,
        then: impl FnOnce(&mut Self, Next) + Send + 'static,
    ) {
        if self.desk.keeper.is_none() {
            return then(self, None);
        }
        if let Some(next) = self.undone_next() {
            self.desk.writing.next_asked = None;
            return then(self, next);
        }
        let reading = Some(undo::READING.into());
        let keys = self.desk.writing.keys;
        let is_asked = self.desk.writing.next_asked.replace(keys).is_some();
        let unread = std::mem::replace(&mut self.message, reading.clone());
        if is_asked {
            return;
        }
        let read = |keeper: &Keeper| {
            let turns = keeper.turns();
            let last = turns.undo().last();
            last.map(|(of, line)| (of.clone(), Arc::clone(line)))
        };
        self.read_history(read, move |app, read| {
            let said = app
                .message
                .take()
                .filter(|said| Some(said) != reading.as_ref());
            let keys = app.desk.writing.keys;
            match app.desk.writing.next_asked.take() {
                Some(asked) if asked == keys => {
                    app.message = said.or(unread);
                    let next = app.undone_next().unwrap_or(read);
                    then(app, next);
                }
                Some(_) => {
                    let again = Some(undo::PRESS_AGAIN.into());
                    let all = [unread, said, again].into_iter().flatten();
                    app.message = Some(together(&all.collect::<Vec<_>>()));
                }
                None => app.message = said.or(unread),
            }
        });
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
