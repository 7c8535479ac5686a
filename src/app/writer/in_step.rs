//! One who writes at once.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use super::{Clerk, Order, Outcome, Task, Writer};
use crate::library::keep::Keeper;

/// Writes at once, on the same thread: for tests, and where each change is waited for anyhow.
pub struct InStep {
    clerk: Clerk,
    outcomes: VecDeque<Outcome>,
}

impl InStep {
    /// One who writes by this keeper.
    #[must_use]
    pub fn new(keeper: Arc<Keeper>) -> Self {
        Self {
            clerk: Clerk::new(keeper),
            outcomes: VecDeque::new(),
        }
    }
}

impl Writer for InStep {
    fn hand_over(&mut self, mut order: Order) {
        // Nothing is ever under way here: nothing is seen before it is done, and what the history
        // says is what counts.
        match &mut order.task {
            Task::Look(_) => return,
            Task::Undo(foreseen) | Task::Redo(foreseen) => *foreseen = None,
            _ => {}
        }
        let outcome = self.clerk.carry_out(order);
        self.clerk.look();
        self.outcomes.push_back(outcome);
    }

    fn outcome(&mut self, _: Duration) -> Option<Outcome> {
        self.outcomes.pop_front()
    }

    fn look(&mut self) {
        self.clerk.look();
    }
}
