//! What would be undone next: asked before it is.

use std::sync::Arc;

use super::super::super::App;
use super::Writing;
use super::stack::{Effect, Name};
use crate::library::keep::{ChangeId, Line};

impl App {
    /// The change that is undone next, and the line that is turned back; none where that is under way,
    /// or there is none.
    pub(in crate::app::desk) fn undone_next(&self) -> Option<(ChangeId, Arc<Line>)> {
        let Writing { turned, .. } = &self.desk.writing;
        let next = self.desk.writing.would_turn(&Effect::Undo);
        let of = match next {
            Some(Name::Order(_)) => return None,
            Some(Name::Line(of)) if turned.is_heard => of,
            None if turned.is_heard => return None,
            // Nobody has looked it up beside: the history is asked.
            _ => {
                let turns = self.desk.keeper.as_ref()?.turns();
                let (of, line) = turns.undo().last()?;
                return Some((of.clone(), Arc::clone(line)));
            }
        };
        let line = Arc::clone(turned.known.line(&of)?);
        Some((of, line))
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
