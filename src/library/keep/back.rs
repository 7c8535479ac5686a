//! Undoing, doing again and bringing back; and where others have changed the same since, by one who
//! was asked.

use super::history::{ChangeId, Deed, Line, under_way};
use super::merge::{Answer, Clash, parts};
use super::others::{find_authors, is_over_own, stands};
use super::plan::Task;
use super::sitting::{LOOKED_BACK, Named, Sitting};
use super::turn::{self, Turn};
use super::turns::value_at;
use super::{Done, KeepError, Keeper, Moment};
use crate::library::edit::{EditError, FieldPath};

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
        self.turn_next(Deed::Undo, |turn| turn.is_of(of))
    }

    /// The same, unless it is one that is not undone without being named, as this says of its line.
    ///
    /// # Errors
    /// As of [`Self::undo`]; [`KeepError::ToBeNamed`].
    pub fn undo_unless(&self, is_asked: impl Fn(&Line) -> bool) -> Result<Done, KeepError> {
        self.turn_next(Deed::Undo, |turn| match is_asked(turn.line()) {
            true => Err(KeepError::ToBeNamed(Box::new(turn.change.clone()))),
            false => Ok(()),
        })
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
                    true => Err(KeepError::Nothing(Deed::Change)),
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
        self.turn_next(Deed::Redo, |turn| turn.is_of(of))
    }

    /// Turns back what comes next, where that may be.
    fn turn_next(
        &self,
        what: Deed,
        may_be: impl FnOnce(&Turn) -> Result<(), KeepError>,
    ) -> Result<Done, KeepError> {
        let made = self.sit_to_turn().and_then(|mut sitting| {
            let turn = self.next(what)?;
            may_be(&turn)?;
            self.turn_or_pass(&mut sitting, what, &turn)
        });
        made.map_err(|error| error.of(what))
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
        let value = value_at(&line, at, moment).ok_or(KeepError::Nothing(Deed::Change))?;
        let task = Task {
            edits: vec![turn::to_become(at, value)],
            ..Task::default()
        };
        sitting.make(&Named::of(Deed::Change, &line), &task)
    }

    /// Turns back what comes next. Where that cannot be, and will never be asked about, since it is so
    /// already or the record is gone, it is passed over: the same key goes on to the one before it.
    fn turn_or_pass(
        &self,
        sitting: &mut Sitting<'_>,
        what: Deed,
        turn: &Turn,
    ) -> Result<Done, KeepError> {
        let is_gone = match self.turn(sitting, what, turn, &[]) {
            Err(KeepError::Unchanged) => false,
            Err(KeepError::NotEdited {
                why: EditError::NotFound(_),
                ..
            }) => true,
            made => return made,
        };
        // What was made together with it comes next.
        let line = self.pass(sitting, turn, None)?;
        Err(KeepError::Passed {
            what,
            line: Box::new(line),
            is_gone,
        })
    }

    /// Undoes a change or does it again, by one who was asked of these. Of several that were made as one none
    /// is turned back as long as it is to be asked of another.
    fn turn(
        &self,
        sitting: &mut Sitting<'_>,
        what: Deed,
        turn: &Turn,
        answered: &[Answer],
    ) -> Result<Done, KeepError> {
        let rest = self.rest(what, turn);
        let asked = |error| match error {
            KeepError::Conflict(mut conflict) => {
                conflict.answered = answered.to_vec();
                KeepError::Conflict(conflict)
            }
            other => other,
        };
        for half in &rest {
            let (named, task) = (Named::turn(what, half), half.task(answered));
            let tried = sitting.try_out(&named, &task, |clashes| self.is_over_own(half, clashes));
            tried.map_err(asked)?;
        }
        let named = Named::turn(what, turn);
        let line = &turn.change;
        let made = match (line.is_of_file(), &line.patch, &line.of) {
            (false, ..) => sitting.make_or(&named, &turn.task(answered), |clashes| {
                let is_own = self.is_over_own(turn, clashes);
                is_own.then(|| turn.task_after(clashes))
            }),
            (true, ..) if what == Deed::Redo => sitting.make_file_again(&named, line),
            // That a file was taken away: the line that made it has its text.
            (true, None, Some(of)) => sitting.make_file_again(&named, &self.line(of)?),
            (true, ..) => sitting.take_file_away(&named, line),
        };
        // Doing again goes the way that they were made, undoing back.
        let next = match what {
            Deed::Redo => rest.last(),
            _ => rest.first(),
        };
        let half = next.map(|next| next.change.id.clone());
        made.map(|done| Done { half, ..done }).map_err(asked)
    }

    /// The changes made together with one that are still to be turned back with it, the newest first.
    fn rest(&self, what: Deed, turn: &Turn) -> Vec<Turn> {
        let rest = turn.rest.iter();
        rest.filter_map(|id| self.look_for(|lines| turn::half(lines, id, what)).ok())
            .collect()
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

    /// Whether it is only this person who has changed these fields since what is to be turned back: then
    /// nothing is asked.
    fn is_over_own(&self, turn: &Turn, clashes: &[Clash]) -> bool {
        let lines = self.history.newest_first().into_iter().flatten();
        let since = lines.take_while(|line| line.id > turn.line().id);
        let of_file = since.filter(|line| line.file == turn.change.file);
        is_over_own(of_file, clashes, &self.who)
    }

    /// The person leaves what stands in the way as it is, and the change that one key made together with
    /// it: undoing and doing again go on to the next, from now on. Where no change is named, it is the
    /// one that would be undone or done again next. What is not undone without being named, as this says
    /// of its line, is in the way too.
    ///
    /// # Errors
    /// As of [`Self::undo_if`]; [`KeepError::NotOwn`] and [`KeepError::NotInTheWay`] where there is
    /// nothing to be passed over.
    pub fn pass_over(
        &self,
        what: Deed,
        of: Option<&ChangeId>,
        is_asked: impl Fn(&Line) -> bool,
    ) -> Result<Line, KeepError> {
        let passed = self.sit_to_turn().and_then(|mut sitting| {
            let turn = match of {
                Some(of) => self.look_for(|lines| turn::half(lines, of, what))?,
                None => self.next(what)?,
            };
            if !self.comes_up(what, &turn) {
                return Err(KeepError::NotOwn);
            }
            let rest = self.rest(what, &turn);
            let mut all = [&turn].into_iter().chain(&rest);
            let is_free = |turn: &Turn| what == Deed::Redo || !is_asked(turn.line());
            if all.all(|turn| is_free(turn) && self.could_turn(&mut sitting, what, turn)) {
                return Err(KeepError::NotInTheWay);
            }
            self.pass_all(&mut sitting, &turn)
        });
        passed.map_err(|error| error.of(what))
    }

    /// The same of a change that the person was asked about, and chose to leave, whatever has become of
    /// what stood in its way since.
    ///
    /// # Errors
    /// As of [`Self::undo_if`]; [`KeepError::NotOwn`] where it would not come up anyway.
    pub fn leave(&self, what: Deed, of: &ChangeId) -> Result<Line, KeepError> {
        let mut sitting = self.sit_to_turn()?;
        let turn = self.look_for(|lines| turn::half(lines, of, what))?;
        match self.comes_up(what, &turn) {
            true => self.pass_all(&mut sitting, &turn),
            false => Err(KeepError::NotOwn),
        }
    }

    /// Whether a change comes up for this person to be undone, or done again.
    fn comes_up(&self, what: Deed, turn: &Turn) -> bool {
        what != Deed::Undo || turn.change.who == self.who
    }

    /// Whether a change could be turned back just so.
    fn could_turn(&self, sitting: &mut Sitting<'_>, what: Deed, turn: &Turn) -> bool {
        match turn.change.is_of_file() {
            true => sitting.could_turn_file(what, &turn.change),
            false => sitting.could_make(&turn.change.file, &turn.task(&[]), |clashes| {
                self.is_over_own(turn, clashes)
            }),
        }
    }

    /// Tells that a change is left as it is, and all that was made together with it.
    fn pass_all(&self, sitting: &mut Sitting<'_>, turn: &Turn) -> Result<Line, KeepError> {
        // A line tells of two.
        for pair in turn.rest.get(1..).unwrap_or_default().chunks(2) {
            let [of, with @ ..] = pair else { continue };
            let other = Turn {
                change: Line {
                    id: of.clone(),
                    ..turn.change.clone()
                },
                last: None,
                others: Vec::new(),
                rest: Vec::new(),
            };
            self.pass(sitting, &other, with.first().cloned())?;
        }
        self.pass(sitting, turn, turn.rest.first().cloned())
    }

    /// Tells that a change is left as it is, and another with it.
    fn pass(
        &self,
        sitting: &mut Sitting<'_>,
        turn: &Turn,
        with: Option<ChangeId>,
    ) -> Result<Line, KeepError> {
        let named = Named {
            what: Deed::Pass,
            of: Some(turn.change.id.clone()),
            with,
            who: None,
            file: turn.change.file.clone(),
            record: turn.change.record.clone(),
        };
        let line = sitting.line(&named, Vec::new());
        self.tell(&line)?;
        sitting.intent.has_told(&line.id);
        Ok(line)
    }

    /// What this person would undo or do again next.
    pub(super) fn next(&self, what: Deed) -> Result<Turn, KeepError> {
        self.look_for(|lines| match what {
            Deed::Redo => turn::to_redo(lines, &self.who),
            _ => turn::to_undo(lines, &self.who),
        })
    }

    /// The changes by others behind this one that are such ones, the oldest first, and so many of the newest
    /// at most; the last may be one that somebody is just writing.
    #[must_use]
    pub fn others_since(
        &self,
        after: Option<&ChangeId>,
        most: usize,
        is_one: impl Fn(&Line) -> bool,
    ) -> Vec<Line> {
        let under_way = under_way(&self.history);
        let lines = self.history.newest_first().into_iter().flatten();
        let is_behind = |line: &Line| after.is_none_or(|after| line.id > *after);
        let lines = lines.take(LOOKED_BACK).take_while(is_behind);
        let is_one = |line: &Line| line.who != self.who && line.what.has_changed() && is_one(line);
        let mut found: Vec<Line> = Vec::new();
        for line in under_way.into_iter().chain(lines).filter(is_one) {
            if found.len() == most {
                break;
            }
            if found.iter().all(|one| one.id != line.id) {
                found.push(line);
            }
        }
        found.reverse();
        found
    }

    /// What of each of these, in a file, differs from what the person saw, field by field: each field may
    /// have been changed by another person.
    pub(super) fn parts(&self, file: &str, clashes: &[Clash]) -> Vec<Vec<Clash>> {
        let all = clashes.iter().map(|clash| {
            let (mut parts, differ) = parts(clash);
            if differ && parts.iter().any(|part| part.at != clash.at) {
                self.find_authors(file, &mut parts);
            }
            parts
        });
        all.collect()
    }

    /// Says of each of these, in a file, who changed it last; that may be one who is just writing it.
    pub fn find_authors(&self, file: &str, clashes: &mut [Clash]) {
        let is_of_file = |line: &Line| line.file == file && line.what != Deed::Conflict;
        let under_way = under_way(&self.history).filter(is_of_file);
        // It may not be in the file as yet.
        let under_way = under_way.filter(|line| stands(line, clashes));
        let lines = self.history.newest_first().into_iter().flatten();
        let lines = lines.take(LOOKED_BACK).filter(is_of_file);
        find_authors(under_way.into_iter().chain(lines), clashes, &self.who);
    }
}
