//! One turn at writing: from taking the lock to giving it back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use super::history::{
    ChangeId, Deed, FieldChange, Intent, Line, Patch, Pending, Sort, hash, time_of,
};
use super::lock::{Lock, NotLocked};
use super::merge::{Clash, Conflict};
use super::others::meet;
use super::place::is_own;
use super::plan::{NoPlan, Plan, Task, plan};
use super::sides::{left_behind, stage_left};
use super::sound::{check_beside, errors, wrong};
use super::turn::{Turn, is_deletion};
use super::whole::late;
use super::write::{Failed, FileState, Ready, Step, beside, create, step, sweep};
use super::{Copied, Done, KeepError, Keeper, unsaved};
use crate::library::edit::{EditError, FieldPath, Reading};
use crate::library::{Problem, Source};

/// How often a file is read again that another program changes meanwhile.
const TRIES: usize = 20;

/// How many of the last changes are looked through for who changed a field.
pub(super) const LOOKED_BACK: usize = 1000;

/// What a change is called in the history.
pub(super) struct Named {
    pub what: Deed,
    pub of: Option<ChangeId>,
    /// See [`Line::with`].
    pub with: Option<ChangeId>,
    /// Whose it is, where that is not who writes it.
    pub who: Option<String>,
    pub file: String,
    pub record: String,
}

impl Named {
    /// Something that goes back to a line of the history.
    pub fn of(what: Deed, line: &Line) -> Self {
        Self {
            what,
            of: Some(line.id.clone()),
            with: None,
            who: None,
            file: line.file.clone(),
            record: line.record.clone(),
        }
    }

    /// A change that is undone or done again.
    pub fn turn(what: Deed, turn: &Turn) -> Self {
        Self {
            of: Some(turn.change.id.clone()),
            with: turn.change.with.clone(),
            ..Self::of(what, turn.line())
        }
    }
}

/// One turn at writing, under the lock.
pub(super) struct Sitting<'k> {
    pub(super) keeper: &'k Keeper,
    pub(super) intent: Intent,
    _lock: Lock,
}

impl<'k> Sitting<'k> {
    /// Takes the lock, and puts right what one who was stopped has left.
    pub fn open(keeper: &'k Keeper) -> Result<Self, KeepError> {
        let failed = |error| no_history(keeper, error);
        // A library that is not there gets no history either.
        if !keeper.folder.is_dir() {
            return Err(KeepError::NotWritten {
                path: keeper.folder.clone(),
                step: Step::Create,
                error: io::ErrorKind::NotFound.into(),
                copy: Copied::Nothing,
            });
        }
        keeper.history.make().map_err(failed)?;
        let lock = Lock::take(keeper.history.folder(), &keeper.who, keeper.wait);
        let lock = lock.map_err(|why| match why {
            NotLocked::Busy(who) => KeepError::Busy {
                who,
                copy: Copied::Nothing,
            },
            NotLocked::Failed(error) => failed(error),
        })?;
        let steps = keeper.steps.as_ref();
        let mut intent = Intent::read(&keeper.history).map_err(failed)?;
        match intent
            .pending(&keeper.folder, &keeper.history)
            .map_err(failed)?
        {
            Pending::None => {}
            Pending::Done(line) => {
                keeper.history.append(&line, steps).map_err(failed)?;
                intent.settle().map_err(failed)?;
            }
            Pending::NotDone(line) => {
                // First the note, then what it is told by.
                intent.take_back(steps).map_err(failed)?;
                let _ = fs::remove_file(beside(&keeper.folder.join(&line.file)));
            }
        }
        keeper.is_swept.call_once(|| sweep(&keeper.folder));
        let mut sitting = Self {
            keeper,
            intent,
            _lock: lock,
        };
        sitting.take_back_half_done()?;
        Ok(sitting)
    }

    /// Makes a change, and tells it in the history.
    pub fn make(&mut self, named: &Named, task: &Task) -> Result<Done, KeepError> {
        self.make_or(named, task, |_| None)
    }

    /// The same; where there are clashes that need no question, what is to be done instead.
    pub fn make_or(
        &mut self,
        named: &Named,
        task: &Task,
        instead: impl Fn(&[Clash]) -> Option<Task>,
    ) -> Result<Done, KeepError> {
        let path = self.path(&named.file)?;
        for _ in 0..TRIES {
            let stamp = FileState::of(&path).ok();
            let old = self.read(&path)?;
            let plan = match plan(&old, task, || self.keeper.reading(&old)) {
                Ok(plan) => plan,
                Err(NoPlan::Edit(why)) => return Err(not_edited(&path, why)),
                Err(NoPlan::Clashes(mut clashes)) => {
                    self.keeper.find_authors(&named.file, &mut clashes);
                    return match instead(&clashes) {
                        Some(task) => self.make(named, &task),
                        None => Err(self.clash(named, &old, clashes)),
                    };
                }
            };
            if plan.fields.is_empty() {
                self.keeper.remember(plan.reading);
                return Err(KeepError::Unchanged);
            }
            if let Some(done) = self.write(named, &path, stamp, &old, plan)? {
                return Ok(done);
            }
        }
        Err(KeepError::Busy {
            who: None,
            copy: Copied::Nothing,
        })
    }

    /// Whether a change could be made; `is_free` says of clashes that they need no question.
    ///
    /// # Errors
    /// Why not, as of [`Self::make`]; what cannot be made since there is nothing to be changed any more
    /// is no reason.
    pub fn try_out(
        &mut self,
        named: &Named,
        task: &Task,
        is_free: impl Fn(&[Clash]) -> bool,
    ) -> Result<(), KeepError> {
        let path = self.path(&named.file)?;
        let old = self.read(&path)?;
        match plan(&old, task, || Reading::of(&old)) {
            Ok(_) | Err(NoPlan::Edit(EditError::NotFound(_))) => Ok(()),
            Err(NoPlan::Edit(why)) => Err(not_edited(&path, why)),
            Err(NoPlan::Clashes(mut clashes)) => {
                self.keeper.find_authors(&named.file, &mut clashes);
                match is_free(&clashes) {
                    true => Ok(()),
                    false => Err(self.clash(named, &old, clashes)),
                }
            }
        }
    }

    /// Whether a change of this file would be made, and would change something; nothing is written, nor
    /// told.
    pub fn could_make(&self, file: &str, task: &Task, is_free: impl Fn(&[Clash]) -> bool) -> bool {
        let Ok(path) = self.path(file) else {
            return false;
        };
        let Ok(old) = self.read(&path) else {
            return false;
        };
        match plan(&old, task, || Reading::of(&old)) {
            Ok(plan) if plan.fields.is_empty() => false,
            Ok(plan) => {
                plan.is_known
                    || check_beside(&path, &old, &plan.text, plan.reading.as_ref()).is_ok()
            }
            Err(NoPlan::Edit(_)) => false,
            Err(NoPlan::Clashes(mut clashes)) => {
                self.keeper.find_authors(file, &mut clashes);
                is_free(&clashes)
            }
        }
    }

    /// Others have changed the same: both versions are kept.
    pub(super) fn clash(&mut self, named: &Named, text: &str, clashes: Vec<Clash>) -> KeepError {
        match self.tell_conflict(named, text, &clashes) {
            Ok(()) => KeepError::Conflict(Box::new(Conflict {
                parts: self.keeper.parts(&named.file, &clashes),
                what: named.what,
                of: named.of.clone(),
                file: named.file.clone(),
                record: named.record.clone(),
                clashes,
                answered: Vec::new(),
            })),
            Err(error) => error,
        }
    }

    /// Makes a new file, if nothing is wrong with it.
    pub fn create(&mut self, name: &str, text: &str) -> Result<(), KeepError> {
        let path = self.path(name)?;
        wrong(errors(&path, text).into_iter().next())?;
        let steps = self.keeper.steps.as_ref();
        create(&path, text.as_bytes(), steps).map_err(|failed| {
            let state = self.keeper.state.as_deref();
            KeepError::NotWritten {
                path,
                step: failed.step,
                error: failed.error,
                copy: state
                    .and_then(|state| unsaved::keep(state, name, text))
                    .into(),
            }
        })
    }

    /// Where a file of the library lies.
    pub(super) fn path(&self, name: &str) -> Result<PathBuf, KeepError> {
        match is_own(name) {
            true => Ok(self.keeper.folder.join(name)),
            false => Err(KeepError::Elsewhere(name.to_owned())),
        }
    }

    pub(super) fn read(&self, path: &Path) -> Result<String, KeepError> {
        let source = Source::file(path);
        let unreadable = |problem: Problem| KeepError::Unreadable {
            problem: Box::new(problem),
            copy: Copied::Nothing,
        };
        if let Err(problem) = source.decoded() {
            return Err(unreadable(*problem));
        }
        let bytes = source.bytes.map_err(unreadable)?.into_owned();
        // It has been decoded.
        Ok(String::from_utf8(bytes).unwrap_or_default())
    }

    /// Writes the file and the line; none where another program has changed the file meanwhile.
    fn write(
        &mut self,
        named: &Named,
        path: &Path,
        stamp: Option<FileState>,
        old: &str,
        plan: Plan,
    ) -> Result<Option<Done>, KeepError> {
        let keeper = self.keeper;
        let steps = keeper.steps.as_ref();
        let failed = |failed: Failed| {
            let keep = |state| unsaved::keep(state, &named.file, &plan.text);
            let is_typed =
                named.what == Deed::Change && !plan.fields.last().is_some_and(is_deletion);
            KeepError::NotWritten {
                path: path.to_owned(),
                step: failed.step,
                error: failed.error,
                copy: match is_typed {
                    true => keeper.state.as_deref().and_then(keep).into(),
                    // Nobody typed what the history brings back, nor what goes.
                    false => Copied::Nothing,
                },
            }
        };
        let mut line = self.line(named, plan.fields.clone());
        for (wished, given) in &plan.renamed {
            if let Some(report) = line.record.strip_suffix(wished.as_str()) {
                line.record = format!("{report}{given}");
            }
        }
        line.before = hash(old);
        line.after = hash(&plan.text);
        line.patch = Patch::between(old, &plan.text, &line.fields);
        // The disk works while the new text is checked; what is wrong with it comes first.
        let (checked, ready) = thread::scope(|scope| {
            let check = || match check_beside(path, old, &plan.text, plan.reading.as_ref()) {
                // What stood there before may stand there again, with what is wrong with it.
                Err(_) if plan.is_known => Ok(None),
                checked => checked,
            };
            let beside = thread::Builder::new().spawn_scoped(scope, check);
            let ready = Ready::new(path, plan.text.as_bytes(), steps);
            let checked = match beside {
                Ok(beside) => beside.join().unwrap_or_else(|_| check()),
                Err(_) => check(),
            };
            (checked, ready)
        });
        let volume = checked?;
        let mut ready = ready.map_err(failed)?;
        step(steps, Step::Intend, || self.intent.note(&line, steps)).map_err(failed)?;
        if FileState::of(path).ok() != stamp {
            let settled = step(steps, Step::Intend, || self.intent.take_back(steps));
            return settled.map(|()| None).map_err(failed);
        }
        if let Err(why) = ready.replace(steps) {
            // Where even this fails, the new file beside the old one is gone, and the old one tells.
            let _ = self.intent.take_back(steps);
            return Err(failed(why));
        }
        // From here on it is done: everybody reads the new file, and the note tells the history.
        let is_parted = ready.is_parted();
        let since = |at: &FieldPath| plan.reading.as_ref()?.value(at).ok()?;
        let behind = left_behind(&line, || self.older(), since);
        let stage = stage_left(&line, since);
        keeper.last().volume = volume;
        keeper.remember(plan.reading);
        let flushed = ready.flush_folder(steps);
        let told = flushed.and_then(|()| {
            step(steps, Step::Remember, || {
                keeper.history.append(&line, steps)
            })?;
            step(steps, Step::Remember, || self.intent.settle())
        });
        let late = told
            .err()
            .map(|why| late(keeper.history.folder(), &why.error));
        Ok(Some(Done {
            line,
            text: plan.text,
            renamed: plan.renamed,
            late,
            behind,
            stage,
            is_parted,
            half: None,
        }))
    }

    /// Keeps both versions of what two persons changed, unless they are there already.
    fn tell_conflict(
        &mut self,
        named: &Named,
        text: &str,
        clashes: &[Clash],
    ) -> Result<(), KeepError> {
        let fields = clashes.iter().map(|clash| FieldChange {
            was: clash.theirs.clone(),
            became: clash.yours.clone(),
            base: clash.base.clone(),
            ..FieldChange::of(clash.at.clone(), Sort::Set)
        });
        let mut line = self.line(named, fields.collect());
        line.what = Deed::Conflict;
        line.before = hash(text);
        line.after.clone_from(&line.before);
        if self.is_told(&line) {
            return Ok(());
        }
        self.keeper.tell(&line)
    }

    /// The last lines of the history, the newest first.
    fn older(&self) -> Vec<Line> {
        let lines = self.keeper.history.newest_first().into_iter().flatten();
        lines.take(LOOKED_BACK).collect()
    }

    /// Whether the history tells of this conflict already, and of nothing since by which one of its
    /// fields was changed: whoever asks for the same again adds nothing to it.
    fn is_told(&self, conflict: &Line) -> bool {
        let changes = |line: &Line| {
            let mut fields = line.fields.iter();
            line.what.has_changed()
                && line.file == conflict.file
                && fields.any(|one| conflict.fields.iter().any(|field| meet(&one.at, &field.at)))
        };
        let is_same = |line: &Line| {
            line.what == Deed::Conflict
                && (&line.who, &line.file, &line.record)
                    == (&conflict.who, &conflict.file, &conflict.record)
                && line.fields == conflict.fields
        };
        let lines = self.keeper.history.newest_first().into_iter().flatten();
        let mut since = lines.take(LOOKED_BACK).take_while(|line| !changes(line));
        since.any(|line| is_same(&line))
    }

    /// A line without its hashes.
    pub(super) fn line(&self, named: &Named, fields: Vec<FieldChange>) -> Line {
        let id = self.intent.next_id(named.of.as_ref());
        Line {
            when: time_of(&id),
            id,
            who: named.who.clone().unwrap_or_else(|| self.keeper.who.clone()),
            by: self.keeper.means,
            what: named.what,
            of: named.of.clone(),
            with: named.with.clone(),
            file: named.file.clone(),
            record: named.record.clone(),
            fields,
            before: String::new(),
            after: String::new(),
            patch: None,
        }
    }
}

pub(super) fn not_edited(path: &Path, why: EditError) -> KeepError {
    let file = path.display().to_string();
    let copy = Copied::Nothing;
    KeepError::NotEdited { file, why, copy }
}

fn no_history(keeper: &Keeper, error: io::Error) -> KeepError {
    let path: PathBuf = keeper.history.folder().to_owned();
    KeepError::History {
        path,
        error,
        copy: Copied::Nothing,
    }
}
