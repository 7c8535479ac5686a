//! A whole file as one change: a new report, and taking it away again as long as it is as it was
//! made.

use std::fs;
use std::io;
use std::path::Path;

use super::history::{Deed, FieldChange, Line, Patch, Sort, hash};
use super::sitting::{Named, Sitting};
use super::sound::{errors, wrong};
use super::write::{Failed, Step, create, flush_folder, step};
use super::{Copied, Done, KeepError, unsaved};
use crate::library::edit::FieldPath;

impl Line {
    /// Whether it tells of a whole file that was made or taken away.
    #[must_use]
    pub fn is_of_file(&self) -> bool {
        let is_whole = |field: &FieldChange| field.at.0.is_empty();
        self.fields.iter().any(is_whole)
    }

    /// The text of the file that it made.
    fn made(&self) -> Option<&str> {
        self.patch.as_ref().map(|patch| patch.new.as_str())
    }
}

impl Sitting<'_> {
    /// Makes a new file, if nothing is wrong with it, and tells it in the history.
    pub fn make_file(&mut self, named: &Named, text: &str) -> Result<Done, KeepError> {
        let path = self.path(&named.file)?;
        wrong(errors(&path, text).into_iter().next())?;
        let field = FieldChange::of(FieldPath::root(), Sort::Insert);
        let mut line = self.line(named, vec![field]);
        line.after = hash(text);
        // However long it is: nothing else has the text when the file is made once more.
        line.patch = Some(Patch {
            at: 0,
            old: String::new(),
            new: text.to_owned(),
        });
        self.told(&path, text, line, |steps| {
            create(&path, text.as_bytes(), steps)
        })
    }

    /// Makes the file of a line again.
    pub fn make_file_again(&mut self, named: &Named, line: &Line) -> Result<Done, KeepError> {
        let text = line.made().ok_or(KeepError::Nothing(named.what))?;
        self.make_file(named, text)
    }

    /// Takes away the file that a line made, if it is still as it was made.
    pub fn take_file_away(&mut self, named: &Named, line: &Line) -> Result<Done, KeepError> {
        let path = self.path(&named.file)?;
        if fs::symlink_metadata(&path).is_err() {
            return Err(KeepError::Unchanged);
        }
        let is_plain = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file());
        if !is_plain || hash(&self.read(&path)?) != line.after {
            return Err(KeepError::Filled(line.record.clone()));
        }
        let field = FieldChange::of(FieldPath::root(), Sort::Remove);
        let mut undone = self.line(named, vec![field]);
        undone.before.clone_from(&line.after);
        self.told(&path, "", undone, |steps| {
            step(steps, Step::Replace, || fs::remove_file(&path))?;
            let folder = path.parent().unwrap_or(Path::new("."));
            step(steps, Step::FlushFolder, || flush_folder(folder, steps))
        })
    }

    /// Whether the file that a line made could be taken away, or be made again.
    pub fn could_turn_file(&self, what: Deed, line: &Line) -> bool {
        let Ok(path) = self.path(&line.file) else {
            return false;
        };
        let there = fs::symlink_metadata(&path);
        match what {
            Deed::Redo => there.is_err(),
            _ => {
                let is_plain = there.is_ok_and(|meta| meta.is_file());
                is_plain && self.read(&path).is_ok_and(|text| hash(&text) == line.after)
            }
        }
    }

    /// Does something to a whole file: first noted, and told in the history when it is done.
    fn told(
        &mut self,
        path: &Path,
        text: &str,
        line: Line,
        work: impl FnOnce(&dyn super::write::Steps) -> Result<(), Failed>,
    ) -> Result<Done, KeepError> {
        let keeper = self.keeper;
        let steps = keeper.steps.as_ref();
        let failed = |failed: Failed| {
            let keep = |state| unsaved::keep(state, &line.file, text);
            KeepError::NotWritten {
                path: path.to_owned(),
                step: failed.step,
                error: failed.error,
                copy: match text.is_empty() {
                    true => Copied::Nothing,
                    false => keeper.state.as_deref().and_then(keep).into(),
                },
            }
        };
        step(steps, Step::Intend, || self.intent.note(&line, steps)).map_err(failed)?;
        if let Err(why) = work(steps) {
            let is_done = matches!(why.step, Step::FlushFolder);
            if !is_done {
                let _ = self.intent.take_back(steps);
                return Err(failed(why));
            }
        }
        let told = step(steps, Step::Remember, || {
            keeper.history.append(&line, steps)
        })
        .and_then(|()| step(steps, Step::Remember, || self.intent.settle()));
        let late = told
            .err()
            .map(|why| late(keeper.history.folder(), &why.error));
        Ok(Done {
            line,
            text: text.to_owned(),
            renamed: Vec::new(),
            late,
            behind: Vec::new(),
            stage: None,
            is_parted: false,
            half: None,
        })
    }
}

/// The file is as it was to become, and its line waits.
pub(super) fn late(folder: &Path, error: &io::Error) -> crate::words::Message {
    let folder = folder.display().to_string();
    crate::words::keep::late(&folder, &super::error::reason(error))
}

impl Named {
    /// A report that is made.
    pub fn report(file: &str, id: &str) -> Self {
        Self {
            what: Deed::Change,
            of: None,
            who: None,
            with: None,
            file: file.to_owned(),
            record: id.to_owned(),
        }
    }
}
