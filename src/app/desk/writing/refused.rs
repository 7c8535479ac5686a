//! A change that was not made.

use super::super::super::App;
use super::pending::Pending;
use super::stack::Effect;
use crate::library::keep::{Copied, Deed, KeepError};
use crate::words::{desk as words, undo};

impl App {
    /// A change was not made: what was typed is there again, and it is said why, wherever the person
    /// is by now.
    pub(super) fn refused(&mut self, pending: Pending, error: &KeepError) {
        let says_so_only = matches!(
            error,
            KeepError::Unchanged | KeepError::Nothing(_) | KeepError::Passed { .. }
        );
        let (pending_half, deed) = (pending.half.is_some(), pending.effect.deed());
        let moved_on = pending.keys != self.desk.writing.keys;
        self.back_to_removed(&pending);
        let mut said = match pending.back.is_empty() {
            true => error.message_of_key(),
            false => error.message(),
        };
        if let (true, true, Some(change)) = (moved_on, pending.effect.goes_back(), &pending.change)
        {
            said = words::not_turned(&change.record, &said);
        }
        if let (false, Some(change)) = (says_so_only, pending.typed()) {
            self.desk.writing.leaving = None;
            if moved_on {
                // Where it was tried already, it is said what came of it.
                let copy = match error.copied() {
                    Some(Copied::At(_) | Copied::Failed) => None,
                    Some(Copied::Nothing) | None => self
                        .desk
                        .keeper
                        .as_ref()
                        .and_then(|keeper| keeper.copy(change)),
                };
                said = words::not_made(&change.record, &said);
                if let Some(copy) = copy {
                    said = crate::words::keep::with_copy(&said, &copy.display().to_string());
                }
            }
        }
        if let KeepError::Another = error {
            // Why the one before it was refused is still to be read.
            let before = self.message.take();
            let before = before.filter(|one| Some(one) != self.desk.writing.said.as_ref());
            said = match before {
                Some(before) if before.en.ends_with(&said.en) => before,
                Some(before) => words::together(&[before, said]),
                None => said,
            };
        }
        if !says_so_only && pending.effect.goes_back() {
            self.desk.writing.leaving = None;
        }
        let depends = pending.typed().is_some() || pending.effect == Effect::None;
        let is_vain = match error {
            KeepError::Nothing(_) => depends,
            // The other half of what one key made was refused.
            KeepError::Another => pending.effect == Effect::None,
            // What it was made together with is turned back, and it is so already.
            KeepError::Unchanged => pending.is_quiet && pending.effect.is_turn(),
            _ => false,
        };
        let is_so = matches!(error, KeepError::Unchanged | KeepError::Passed { .. });
        if pending.change.is_none() || !is_so {
            let mut back = pending.back;
            if !moved_on {
                self.layers.append(&mut back.layers);
                back.unborn = None;
            }
            self.give_back(back, pending.keys);
        }
        // What will never be undone as it is does not stand in the way of what is before it.
        if let (KeepError::Filled(_), Effect::Undo, Some(of)) =
            (error, &pending.effect, pending.turns.clone())
        {
            self.pass_over(Deed::Undo, &of);
            said = words::together(&[said, undo::NEXT.into()]);
        }
        // Of two changes that one key made it is the other that was turned back.
        if pending_half && !says_so_only {
            let other = match deed {
                Deed::Redo => undo::HALF_REDONE,
                _ => undo::HALF_UNDONE,
            };
            said = words::together(&[said, other.into()]);
        }
        // What was said of the order that this one depends on says it all.
        if !is_vain {
            self.desk.writing.said = None;
            self.message = Some(said);
        }
    }
}
