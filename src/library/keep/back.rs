//! Undoing, doing again and bringing back; and where others have changed the same since, by one who
//! was asked.

use super::history::{ChangeId, Deed, Line};
use super::merge::{Answer, Clash};
use super::others::find_authors;
use super::plan::Task;
use super::sitting::{LOOKED_BACK, Named, Sitting};
use super::turn::{self, Turn};
use super::turns::value_at;
use super::{Done, KeepError, Keeper, Moment};
use crate::library::edit::FieldPath;

impl Keeper {
    /// Undoes this person's last change that is not undone.
    ///
    /// # Errors
    /// [`KeepError::Nothing`] where there is none; [`KeepError::Conflict`] where others have changed
    /// the same fields since; else why it was not made.
    pub fn undo(&self) -> Result<Done, KeepError> {
        self.undo_if(None)
    }

    /// The same, if that is this change, where one is named.
    ///
    /// # Errors
    /// As of [`Self::undo`]; [`KeepError::Another`] where another change is the last one.
    pub fn undo_if(&self, of: Option<&ChangeId>) -> Result<Done, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let turn = self.next(Deed::Undo)?;
        turn.is_of(of)?;
        self.turn(&mut sitting, Deed::Undo, &turn, &[])
    }

    /// Undoes one change, whoever made it and however long ago. Of a conflict, what was not written
    /// then is written, whatever stands there now.
    ///
    /// # Errors
    /// As of [`Self::undo`].
    pub fn undo_this(&self, id: &ChangeId) -> Result<Done, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let turn = self.look_for(|lines| turn::this(lines, id))?;
        match turn.change.what {
            Deed::Conflict => {
                let named = Named::of(Deed::Change, &turn.change);
                let task = turn::not_written(&turn.change);
                match task.edits.is_empty() {
                    true => Err(KeepError::Nothing),
                    false => sitting.make(&named, &task),
                }
            }
            _ => self.turn(&mut sitting, Deed::Undo, &turn, &[]),
        }
    }

    /// Does again what this person undid last.
    ///
    /// # Errors
    /// As of [`Self::undo`].
    pub fn redo(&self) -> Result<Done, KeepError> {
        self.redo_if(None)
    }

    /// The same, if that is this change, where one is named.
    ///
    /// # Errors
    /// As of [`Self::undo_if`].
    pub fn redo_if(&self, of: Option<&ChangeId>) -> Result<Done, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let turn = self.next(Deed::Redo)?;
        turn.is_of(of)?;
        self.turn(&mut sitting, Deed::Redo, &turn, &[])
    }

    /// Gives a field a value that it had once, or that was not written in a conflict (which is
    /// [`Moment::Since`]), whatever stands there now.
    ///
    /// # Errors
    /// [`KeepError::Nothing`] where that change did not touch the field; else why it was not made.
    pub fn bring_back(
        &self,
        id: &ChangeId,
        at: &FieldPath,
        moment: Moment,
    ) -> Result<Done, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let line = self.line(id)?;
        let value = value_at(&line, at, moment).ok_or(KeepError::Nothing)?;
        let task = Task {
            edits: vec![turn::to_become(at, value)],
            ..Task::default()
        };
        sitting.make(&Named::of(Deed::Change, &line), &task)
    }

    /// Undoes a change or does it again, by one who was asked of these. Of two that one key made neither
    /// is turned back as long as it is to be asked of the other.
    fn turn(
        &self,
        sitting: &mut Sitting<'_>,
        what: Deed,
        turn: &Turn,
        answered: &[Answer],
    ) -> Result<Done, KeepError> {
        let half = turn.half.as_ref().and_then(|half| {
            let half = self.look_for(|lines| turn::half(lines, half, what));
            half.ok()
        });
        let asked = |error| match error {
            KeepError::Conflict(mut conflict) => {
                conflict.answered = answered.to_vec();
                KeepError::Conflict(conflict)
            }
            other => other,
        };
        if let Some(half) = &half {
            let tried = sitting.try_out(&Named::turn(what, half), &half.task(answered));
            tried.map_err(asked)?;
        }
        let named = Named::turn(what, turn);
        let line = &turn.change;
        let made = match (line.is_of_file(), &line.patch, &line.of) {
            (false, ..) => sitting.make(&named, &turn.task(answered)),
            (true, ..) if what == Deed::Redo => sitting.make_file_again(&named, line),
            // That a file was taken away: the line that made it has its text.
            (true, None, Some(of)) => sitting.make_file_again(&named, &self.line(of)?),
            (true, ..) => sitting.take_file_away(&named, line),
        };
        let half = half.map(|half| half.change.id);
        made.map(|done| Done { half, ..done }).map_err(asked)
    }

    /// Undoes or does again this change, by one who was asked of these and has seen what stands there
    /// now.
    ///
    /// # Errors
    /// As of [`Self::undo_if`].
    pub fn turn_all_the_same(
        &self,
        what: Deed,
        of: &ChangeId,
        answered: &[Answer],
    ) -> Result<Done, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let turn = self.look_for(|lines| turn::half(lines, of, what))?;
        self.turn(&mut sitting, what, &turn, answered)
    }

    /// The person leaves what was asked about as it is, and the change that one key made together with
    /// it: undoing and doing again go on to the next, from now on. Where no change is named, it is the
    /// one that would be undone or done again next.
    ///
    /// # Errors
    /// As of [`Self::undo_if`].
    pub fn pass_over(&self, what: Deed, of: Option<&ChangeId>) -> Result<Line, KeepError> {
        let sitting = self.sit_to_turn()?;
        let turn = match of {
            Some(of) => self.look_for(|lines| turn::this(lines, of))?,
            None => self.next(what)?,
        };
        let named = Named {
            what: Deed::Pass,
            of: Some(turn.change.id.clone()),
            with: turn.half.clone(),
            file: turn.change.file.clone(),
            record: turn.change.record.clone(),
        };
        let line = sitting.line(&named, Vec::new());
        self.tell(&line)?;
        Ok(line)
    }

    /// What this person would undo or do again next.
    pub(super) fn next(&self, what: Deed) -> Result<Turn, KeepError> {
        self.look_for(|lines| match what {
            Deed::Redo => turn::to_redo(lines, &self.who),
            _ => turn::to_undo(lines, &self.who),
        })
    }

    /// Says of each of these, in a file, who changed it last.
    pub fn find_authors(&self, file: &str, clashes: &mut [Clash]) {
        let lines = self.history.newest_first().into_iter().flatten();
        let is_of_file = |line: &Line| line.file == file && line.what != Deed::Conflict;
        find_authors(
            lines.take(LOOKED_BACK).filter(is_of_file),
            clashes,
            &self.who,
        );
    }
}
