//! Undoing and doing again where others have changed the same since: by one who was asked.

use std::sync::PoisonError;

use super::history::{ChangeId, Deed, Line};
use super::merge::Clash;
use super::others::find_authors;
use super::sitting::{LOOKED_BACK, Named};
use super::turn::{self, Turn};
use super::{Done, KeepError, Keeper};

impl Keeper {
    /// Undoes or does again a change of which was asked, by one who has seen what stands there now.
    ///
    /// # Errors
    /// As of [`Self::undo_if`].
    pub fn turn_all_the_same(
        &self,
        what: Deed,
        of: &ChangeId,
        shown: &[Clash],
    ) -> Result<Done, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let turn = match what {
            Deed::Redo => self.next_redo()?,
            _ => self.look_for(|lines| turn::this(lines, of))?,
        };
        turn.is_of(Some(of))?;
        sitting.make(&Named::turn(what, &turn), &turn.task_after(shown))
    }

    /// The person leaves what was asked about as it is: for this sitting, undoing or doing again goes
    /// on to the next.
    pub fn pass_over(&self, what: Deed, of: ChangeId) {
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        passed.push((what, of));
    }

    pub(super) fn passed(&self, what: Deed) -> Vec<ChangeId> {
        let passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = passed.iter().filter(|(deed, _)| *deed == what);
        passed.map(|(_, of)| of.clone()).collect()
    }

    pub(super) fn next_redo(&self) -> Result<Turn, KeepError> {
        let passed = self.passed(Deed::Redo);
        self.look_for(|lines| {
            let is_passed = |line: &Line| {
                let mut passed = passed.iter();
                line.what == Deed::Undo && passed.any(|of| Some(of) == line.of.as_ref())
            };
            turn::to_redo(lines.filter(|line| !is_passed(line)), &self.who)
        })
    }

    /// Says of each of these, in a file, who changed it last.
    pub fn find_authors(&self, file: &str, clashes: &mut [Clash]) {
        let lines = self.history.newest_first().into_iter().flatten();
        let is_of_file = |line: &Line| line.file == file && line.what != Deed::Conflict;
        find_authors(lines.take(LOOKED_BACK).filter(is_of_file), clashes);
    }
}
