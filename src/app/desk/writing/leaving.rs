//! Leaving the program while a change is under way.

use super::super::super::outbox::Excerpt;
use super::super::super::{App, Request};
use crate::words::{Message, desk as words};

impl App {
    /// Leaves the program, once the changes under way are written; the second time at once.
    pub(in crate::app) fn leave(&mut self) {
        if !self.is_writing() {
            self.request = Some(Request::Quit);
        } else if self.is_leaving() {
            self.give_up();
        } else {
            let writing = &mut self.desk.writing;
            writing.leaving = Some(writing.keys);
            let said = Message::from(words::LEAVING);
            writing.said = Some(said.clone());
            self.message = Some(said);
        }
    }

    /// Whoever presses something else than the key that leaves, stays.
    pub(in crate::app) fn stays(&mut self) {
        let writing = &mut self.desk.writing;
        if writing.leaving.is_some_and(|keys| keys != writing.keys) {
            writing.leaving = None;
        }
    }

    /// Leaves the program at once. What is not known to be written is kept in the state folder, and
    /// printed is where.
    pub fn give_up(&mut self) {
        self.request = Some(Request::Quit);
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        for pending in self.desk.writing.pending.drain(..) {
            let (record, copy) = match (pending.change, pending.made) {
                (Some(change), _) => (change.record.clone(), keeper.copy(&change)),
                (None, Some(made)) => {
                    let copy = keeper.copy_report(&made.file(), &made.text);
                    (made.id, copy)
                }
                (None, None) => continue,
            };
            let said = words::left_behind(
                &record,
                copy.map(|copy| copy.display().to_string()).as_deref(),
            );
            self.outbox.print.push(Excerpt {
                id: record,
                text: said.get(self.language).to_owned(),
            });
        }
    }
}
