//! Changes of several files that are one: all of them are made or none, and they are undone as one. Each has
//! its line in the history; those behind the first name that one in [`Line::with`].
//!
//! All are worked out before the first is written. While they are written the note on the disk names the
//! first: whoever is stopped in between, or cannot write one of them, leaves nothing half done.

use serde_yaml::Value;

use super::field::names_entries;
use super::history::{ChangeId, Deed, Line};
use super::plan::{NoPlan, Task, plan};
use super::sitting::{Named, Sitting, not_edited};
use super::sound::check_beside;
use super::turn;
use super::{Change, Copied, Done, KeepError, Keeper};
use crate::library::edit::{Edit, Reading};

impl Keeper {
    /// Makes several changes as one, each of a file of its own; what is so already is left out. Those behind one
    /// that adds an entry of the directory name it by the id that it is given.
    ///
    /// # Errors
    /// As of [`Self::change`]; all files are as they were.
    pub fn change_all(&self, changes: &[Change]) -> Result<Vec<Done>, KeepError> {
        let mut sitting = self.sit()?;
        let mut made: Vec<Done> = Vec::new();
        let all = changes.iter().map(|change| {
            let task = Task {
                edits: change.edits.clone(),
                seen: change.seen.clone(),
                ..Task::default()
            };
            (change, task)
        });
        let mut all: Vec<(&Change, Task)> = all.collect();
        let named = |change: &Change, with| Named {
            what: Deed::Change,
            of: None,
            with,
            who: None,
            file: change.file.clone(),
            record: change.record.clone(),
        };
        for (change, task) in &all {
            sitting.prove(&named(change, None), task)?;
        }
        sitting.intent.begin_together();
        let mut renamed: Vec<(String, String)> = Vec::new();
        for (change, task) in &mut all {
            name_anew(&mut task.edits, &renamed);
            let first = made.first().map(|done| done.line.id.clone());
            match sitting.make(&named(change, first), task) {
                Ok(done) => {
                    sitting.see_told(&done)?;
                    renamed.extend_from_slice(&done.renamed);
                    made.push(done);
                }
                Err(KeepError::Unchanged) => {}
                Err(why) => {
                    // Where that fails as well, the next one who writes does it.
                    let lines = made.into_iter().rev().map(|done| done.line);
                    let _ = sitting.take_back_all(lines.collect());
                    return Err(why);
                }
            }
        }
        sitting.intent.end_together(self.steps.as_ref());
        match made.is_empty() {
            true => Err(KeepError::Unchanged),
            false => Ok(made),
        }
    }
}

/// Has what is written name entries of the directory as they are called: another may have taken the id of one
/// that came into it just before.
fn name_anew(edits: &mut [Edit], renamed: &[(String, String)]) {
    for edit in edits {
        if let Edit::Insert { value, .. } | Edit::Set { value, .. } = edit {
            for (wished, given) in renamed {
                in_entries(value, wished, given);
            }
        }
    }
}

fn in_entries(value: &mut Value, wished: &str, given: &str) {
    let Value::Mapping(fields) = value else {
        return;
    };
    for (key, value) in fields {
        let named = match value {
            Value::Sequence(all) => all.as_mut_slice(),
            one => std::slice::from_mut(one),
        };
        let is_of_entries = key.as_str().is_some_and(names_entries);
        for one in named {
            match one.as_str() {
                Some(id) if is_of_entries && id == wished => *one = given.into(),
                _ => in_entries(one, wished, given),
            }
        }
    }
}

impl Sitting<'_> {
    /// Whether a change would be made; nothing is written but what two persons have changed.
    ///
    /// # Errors
    /// Why not, as of [`Self::make`].
    fn prove(&mut self, named: &Named, task: &Task) -> Result<(), KeepError> {
        let path = self.path(&named.file)?;
        let old = self.read(&path)?;
        match plan(&old, task, || Reading::of(&old)) {
            Ok(plan) => check_beside(&path, &old, &plan.text, plan.reading.as_ref()).map(drop),
            Err(NoPlan::Edit(why)) => Err(not_edited(&path, why)),
            Err(NoPlan::Clashes(mut clashes)) => {
                self.keeper.find_authors(&named.file, &mut clashes);
                Err(self.clash(named, &old, clashes))
            }
        }
    }

    /// Takes back what somebody has written of several changes that are one, who was stopped before the last
    /// of them.
    pub fn take_back_half_done(&mut self) -> Result<(), KeepError> {
        let Some(first) = self.intent.together().cloned() else {
            return Ok(());
        };
        let lines = self.keeper.history().newest_first();
        let lines = lines.into_iter().flatten();
        let mut turned: Vec<ChangeId> = Vec::new();
        let mut found: Vec<Line> = Vec::new();
        for line in lines.take_while(|line| line.id >= first) {
            match line.what {
                Deed::Undo | Deed::Pass => turned.extend(line.of.clone()),
                Deed::Change if line.id == first || line.with.as_ref() == Some(&first) => {
                    found.push(line);
                }
                _ => {}
            }
        }
        found.retain(|line| !turned.contains(&line.id));
        self.take_back_all(found)
    }

    /// Where the history could not be told of a change, tells it once more: the note has room for one.
    ///
    /// # Errors
    /// When it cannot be told; the next one who writes tells it, and takes it back.
    fn see_told(&mut self, done: &Done) -> Result<(), KeepError> {
        if done.late.is_none() {
            return Ok(());
        }
        let keeper = self.keeper;
        let told = keeper.history().append(&done.line, keeper.steps.as_ref());
        let told = told.and_then(|()| self.intent.settle());
        told.map_err(|error| KeepError::History {
            path: keeper.history().folder().to_owned(),
            error,
            copy: Copied::Nothing,
        })
    }

    /// Takes these back, the newest first, and tells that they never come up again.
    fn take_back_all(&mut self, lines: Vec<Line>) -> Result<(), KeepError> {
        for line in lines {
            let named = |what| Named {
                who: Some(line.who.clone()),
                ..Named::of(what, &line)
            };
            match self.make(&named(Deed::Undo), &turn::back(&line)) {
                Ok(_) | Err(KeepError::Unchanged) => {}
                Err(why @ (KeepError::NotWritten { .. } | KeepError::History { .. })) => {
                    return Err(why);
                }
                // Others have changed the same since: what is left is told by its line, and can be undone.
                Err(_) => continue,
            }
            let passed = self.line(&named(Deed::Pass), Vec::new());
            self.keeper.tell(&passed)?;
            self.intent.has_told(&passed.id);
        }
        self.intent.end_together(self.keeper.steps.as_ref());
        Ok(())
    }
}
