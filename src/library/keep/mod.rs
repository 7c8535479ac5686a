//! The one path by which anything is written.
//!
//! A change is made under a lock: the file is read again, what others changed meanwhile is merged,
//! the text is edited, read once more as the loader reads it, written whole or not at all, and told
//! in the [history](History) before anybody is told that it is done. Whoever is stopped half way
//! leaves the file as it was or as it was to become; the next one puts the history right.
//!
//! ```text
//! lock · read · merge · edit · check · fill beside · flush · note intent · replace · flush · history
//! ```

mod amount;
mod aside;
mod back;
mod bell;
mod course;
mod error;
pub mod field;
mod fresh;
mod history;
mod lock;
mod merge;
mod others;
mod parts;
mod permission;
pub mod person;
mod place;
mod plain;
mod plan;
mod section;
mod sides;
mod sitting;
mod sound;
#[cfg(test)]
mod tests;
mod together;
pub mod told;
mod turn;
mod turns;
pub mod typed;
mod typing;
mod unsaved;
mod who;
mod whole;
pub mod wish;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, Once, OnceLock, PoisonError};
use std::time::Duration;

pub use aside::Aside;
pub use error::{Copied, KeepError, reason};
pub(in crate::library) use fresh::fresh;
pub use history::{ChangeId, Deed, FieldChange, History, Line, Means, Patch, Sort};
pub use merge::{Answer, Author, Clash, Conflict, Seen};
pub use permission::{Ask, Barred, Permission};
pub use place::{file_of, list_of, path_of, value_of};
pub use plain::keep_off;
pub use section::section;
pub use sides::LeftBehind;
pub use turns::{Looked, Turns, Undone, brought_back, line_back, turned_back};
pub use typing::{Elsewhere, Typing};
pub use who::login_name;
pub use write::Step;

use super::edit::{Edit, EditError, Reading};
use super::{Source, Volume};
use crate::report::PositionStatus;
use crate::words::{Message, keep as words};
use bell::Bell;
pub(in crate::library) use others::meet;
use others::with_others;
use plan::Task;
use sitting::{Named, Sitting};
use turn::Turn;
use typing::Whose;
use write::{AsIs, Steps};

/// How long one waits for another who is writing: a command.
const WAIT: Duration = Duration::from_secs(10);
/// And who leads a call, whose screen stands still meanwhile.
const WAIT_BY_HAND: Duration = Duration::from_secs(1);

/// Writes to the library in one folder, for one person.
pub struct Keeper {
    folder: PathBuf,
    who: String,
    means: Means,
    permission: Arc<Permission>,
    bell: Bell,
    /// Where copies of what cannot be written go; none where there is no home.
    state: Option<PathBuf>,
    wait: Duration,
    history: History,
    steps: Box<dyn Steps>,
    /// The file that was changed last, as it was read: as long as nobody else changes it, it need
    /// not be read again.
    last: Mutex<Last>,
    /// Whether what others have left was taken away.
    is_swept: Once,
    /// Whose what is typed here is, since it was asked first.
    whose: OnceLock<Whose>,
}

/// A file as it was read.
#[derive(Default)]
struct Last {
    /// To be changed; none while it is.
    reading: Option<Reading>,
    /// To be shown.
    volume: Option<Volume>,
}

/// A change that a person wants.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// The name of the file in the library's folder.
    pub file: String,
    /// The full id of the record, under which the history tells the change.
    pub record: String,
    /// What is to become of its fields.
    pub edits: Vec<Edit>,
    /// What the person saw there; a field that is not named is taken as it stands.
    pub seen: Vec<Seen>,
}

impl Change {
    /// Whether it takes a record away, with the references to it: nothing of it was typed.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        let last = self.edits.last();
        matches!(last, Some(Edit::Remove { at }) if place::leads_to(at, &self.record))
    }
}

/// A change that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// Its line in the history.
    pub line: Line,
    /// The text of the file since, with its byte order mark.
    pub text: String,
    /// New elements that got another id, since theirs was taken: the one wished for, the one given.
    pub renamed: Vec<(String, String)>,
    /// The file is written, but its line in the history waits for the next change; why.
    pub late: Option<Message>,
    /// The wordings that are as they were before those in the other language were changed, and those that
    /// a position lacks which is agreed or delivered.
    pub behind: Vec<LeftBehind>,
    /// The stage at which a position stays that says something else since.
    pub stage: Option<PositionStatus>,
    /// The file had other names (hard links) that stand for what it was before.
    pub is_parted: bool,
    /// Of an undoing or doing again: the next of the changes that were made together with this one and are
    /// still to be turned back.
    pub half: Option<ChangeId>,
}

impl Done {
    /// A line by which no file was changed.
    #[must_use]
    pub const fn told(line: Line) -> Self {
        Self {
            line,
            text: String::new(),
            renamed: Vec::new(),
            late: None,
            behind: Vec::new(),
            stage: None,
            is_parted: false,
            half: None,
        }
    }

    /// What is to be said of the wordings that were left behind, each sentence once.
    #[must_use]
    pub fn said_behind(&self) -> Vec<Message> {
        let mut said: Vec<Message> = Vec::new();
        for one in &self.behind {
            let one = match one.is_missing {
                true => words::missing(one.language),
                false => words::left_behind(one.language),
            };
            let one = one.into();
            if !said.contains(&one) {
                said.push(one);
            }
        }
        let strays = sides::in_other_script(&self.line).into_iter();
        said.extend(strays.map(|language| words::other_script(language).into()));
        said
    }
}

/// Which of the two values of a change is brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The one before it.
    Before,
    /// The one that it brought.
    Since,
}

impl Keeper {
    /// Who writes to the library in this folder; nothing is read or made as yet.
    #[must_use]
    pub fn new(folder: &Path, who: &str, means: Means) -> Self {
        let (history, bell) = (History::of(folder), Bell::default());
        Self {
            permission: Arc::new(Permission::new(folder, history.folder(), bell.clone())),
            bell,
            folder: folder.to_owned(),
            who: who.to_owned(),
            means,
            state: unsaved::state_folder(),
            wait: match means {
                Means::Hand => WAIT_BY_HAND,
                Means::Command => WAIT,
            },
            history,
            steps: Box::new(AsIs),
            last: Mutex::default(),
            is_swept: Once::new(),
            whose: OnceLock::new(),
        }
    }

    /// One who may write or only read; whoever only reads is told so at each attempt.
    #[must_use]
    pub fn read_only(self, read_only: bool) -> Self {
        self.permission.set_read_only(read_only);
        self
    }

    /// One whose permission is asked of this instead of the system, before anybody else knows of it.
    #[must_use]
    pub fn asking(mut self, ask: Ask) -> Self {
        if let Some(permission) = Arc::get_mut(&mut self.permission) {
            permission.set_ask(ask);
        }
        self
    }

    /// Has this called whenever something is known that is to be seen at once: what may be written is
    /// otherwise, or what is typed cannot be kept any more. It is called on other threads.
    pub fn ring(&self, ring: impl Fn() + Send + 'static) {
        self.bell.hang(ring);
    }

    /// One who keeps copies of what cannot be written in this folder.
    #[must_use]
    pub fn with_state(self, state: Option<PathBuf>) -> Self {
        Self { state, ..self }
    }

    /// One who waits no longer than this for another who is writing.
    #[must_use]
    pub fn waiting(self, wait: Duration) -> Self {
        Self { wait, ..self }
    }

    /// The folder of the library.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Who writes.
    #[must_use]
    pub fn who(&self) -> &str {
        &self.who
    }

    /// What may be written there.
    #[must_use]
    pub const fn permission(&self) -> &Arc<Permission> {
        &self.permission
    }

    /// Whether the program was opened for reading only.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        self.permission.barred() == Some(Barred::Asked)
    }

    /// What was changed in this library.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Makes a change.
    ///
    /// # Errors
    /// Why it was not made; the file is as it was. [`KeepError::Unchanged`] where nothing was left
    /// to be done, [`KeepError::Conflict`] where others changed the same fields.
    pub fn change(&self, change: &Change) -> Result<Done, KeepError> {
        self.change_with(change, None)
    }

    /// Makes a change together with another: both are undone and done again as one.
    ///
    /// # Errors
    /// As of [`Self::change`].
    pub fn change_with(&self, change: &Change, with: Option<ChangeId>) -> Result<Done, KeepError> {
        let task = Task {
            edits: change.edits.clone(),
            seen: change.seen.clone(),
            ..Task::default()
        };
        let named = Named {
            what: Deed::Change,
            of: None,
            with,
            who: None,
            file: change.file.clone(),
            record: change.record.clone(),
        };
        let made = self
            .sit()
            .and_then(|mut sitting| sitting.make(&named, &task));
        made.map_err(|error| match change.is_removal() {
            true => error,
            false => error.with_copy(|| self.copy(change)),
        })
    }

    /// Makes a new file in the library, which it makes as well where it is not there; a file of this
    /// name that is there already stays as it is. The history tells nothing of it.
    ///
    /// # Errors
    /// Why it was not made.
    pub fn create(&self, name: &str, text: &str) -> Result<(), KeepError> {
        if !self.only_reads() && !self.folder.exists() {
            std::fs::create_dir_all(&self.folder).map_err(|error| KeepError::NotWritten {
                path: self.folder.clone(),
                step: Step::Create,
                error,
                copy: Copied::Nothing,
            })?;
        }
        self.sit()?.create(name, text)
    }

    /// Makes a new report with this id in a file of this name, and tells it in the history.
    ///
    /// # Errors
    /// Why it was not made; a file of this name that is there already stays as it is.
    pub fn make_report(&self, file: &str, id: &str, text: &str) -> Result<Done, KeepError> {
        self.sit()?.make_file(&Named::report(file, id), text)
    }

    /// Looks for what is to be turned back, and for what others have done to it since.
    fn look_for(
        &self,
        find: impl FnOnce(&mut dyn Iterator<Item = Line>) -> Option<Turn>,
    ) -> Result<Turn, KeepError> {
        self.look(|lines| with_others(lines, &self.who, find))
    }

    /// Adds a line to the history by which nothing was written.
    fn tell(&self, line: &Line) -> Result<(), KeepError> {
        let told = self.history.append(line, self.steps.as_ref());
        told.map_err(|error| KeepError::History {
            path: self.history.folder().to_owned(),
            error,
            copy: Copied::Nothing,
        })
    }

    /// A change by its name.
    fn line(&self, id: &ChangeId) -> Result<Line, KeepError> {
        let is_it = |line: &Line| line.id == *id;
        self.look(|mut lines| Iterator::find(&mut lines, is_it))
    }

    /// Looks through the lines, the newest first. A file that cannot be read on the way there might have it.
    fn look<T>(
        &self,
        find: impl FnOnce(&mut dyn Iterator<Item = Line>) -> Option<T>,
    ) -> Result<T, KeepError> {
        let why = |error| KeepError::History {
            path: self.history.folder().to_owned(),
            error,
            copy: Copied::Nothing,
        };
        let lines = self.history.newest_first_or_why().map_err(why)?;
        let mut failed = None;
        let mut lines = lines.map_while(|line| line.map_err(|error| failed = Some(error)).ok());
        let found = find(&mut lines);
        drop(lines);
        match failed {
            Some(error) => Err(why(error)),
            None => found.ok_or(KeepError::Nothing(Deed::Change)),
        }
    }

    fn last(&self) -> MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The text as it is read. Whoever has it gives it back.
    fn reading(&self, text: &str) -> Result<Reading, EditError> {
        let last = self.last().reading.take();
        match last.filter(|last| last.is_of(text)) {
            Some(last) => Ok(last),
            None => Reading::of(text),
        }
    }

    /// A file of the library as it stands now, to be shown; none where it is not there. What was read
    /// of it to be written is not read again.
    #[must_use]
    pub fn volume(&self, file: &str) -> Option<Volume> {
        let path = self.folder.join(file);
        if !path.exists() {
            return None;
        }
        let source = Source::file(&path);
        let known = self
            .last()
            .volume
            .as_ref()
            .and_then(|volume| volume.as_read(&source));
        Some(known.unwrap_or_else(|| Volume::read(&source)))
    }

    fn remember(&self, reading: Option<Reading>) {
        if reading.is_some() {
            self.last().reading = reading;
        }
    }

    fn sit(&self) -> Result<Sitting<'_>, KeepError> {
        match self.only_reads() {
            true => Err(KeepError::ReadOnly),
            false => Sitting::open(self),
        }
    }

    /// A turn at going back to something; none where nothing was ever changed.
    fn sit_to_turn(&self) -> Result<Sitting<'_>, KeepError> {
        match self.only_reads() || self.history.folder().is_dir() {
            true => self.sit(),
            false => Err(KeepError::Nothing(Deed::Change)),
        }
    }
}
