//! The change that is being written, noted on the disk before anything is replaced, so that whoever
//! comes next can tell whether it was done and put it into the history.
//!
//! One small file, written over in its place by whoever holds the lock. One that is cut short was
//! written before anything was replaced, and is as good as none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::super::place::is_own;
use super::super::plain;
use super::super::write::{self, AsIs, Steps, as_the_folder, flush_folder};
use super::{ChangeId, History, Line, hash};

/// The name of the file.
const NAME: &str = "intent";

/// What the file says.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Noted {
    /// The name of the last change.
    last: Option<ChangeId>,
    /// A change that may have been done.
    pending: Option<Line>,
    /// The first of several changes that are one, of which the last is not done as yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    together: Option<ChangeId>,
}

/// The change that is being written.
#[derive(Debug)]
pub(in crate::library::keep) struct Intent {
    path: PathBuf,
    history: History,
    noted: Noted,
    /// The newest change in the history.
    newest: Option<ChangeId>,
    /// What is noted next is the first of several changes that are one.
    begins: bool,
}

/// A change that was being written when its writer was stopped.
#[derive(Debug, PartialEq)]
pub(in crate::library::keep) enum Pending {
    /// There is none.
    None,
    /// It was done; its line is not in the history.
    Done(Box<Line>),
    /// It was not done.
    NotDone(Box<Line>),
}

/// The change that somebody is writing at this moment, for whoever does not hold the lock: its file may
/// have it before the history tells it. Who asks this first and the history then misses neither: the note
/// is there before the file is replaced, and emptied after the line was added.
pub(in crate::library::keep) fn under_way(history: &History) -> Option<Line> {
    let bytes = plain::read(&history.folder().join(NAME)).ok()?;
    let noted: Noted = serde_json::from_slice(&bytes).ok()?;
    noted.pending
}

impl Intent {
    /// Reads what is noted. Only for who holds the lock.
    pub fn read(history: &History) -> io::Result<Self> {
        let path = history.folder().join(NAME);
        let noted = match plain::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut made = OpenOptions::new();
                let file = plain::open(&path, made.write(true).create_new(true))?;
                as_the_folder(&file, history.folder())?;
                flush_folder(history.folder(), &AsIs)?;
                Noted::default()
            }
            Err(error) => return Err(error),
        };
        let newest = history.newest_id()?;
        Ok(Self {
            path,
            history: history.clone(),
            noted,
            newest,
            begins: false,
        })
    }

    /// The name of the next change.
    ///
    /// After every one that is known here, of this machine or of one whose clock is ahead, and after
    /// the one it is about: a line that undoes another must come after it.
    pub fn next_id(&self, of: Option<&ChangeId>) -> ChangeId {
        let newest = self.newest.as_ref();
        ChangeId::next(self.noted.last.as_ref().max(newest).max(of))
    }

    /// A line was told that was not noted: the next one has another name.
    pub fn has_told(&mut self, id: &ChangeId) {
        self.newest = self.newest.take().max(Some(id.clone()));
    }

    /// What became of the change that is noted.
    ///
    /// The content of the file tells; where another program has changed it since, the new file
    /// beside it does: it is there as long as it was not put in its place.
    pub fn pending(&self, library: &Path, history: &History) -> io::Result<Pending> {
        let Some(line) = &self.noted.pending else {
            return Ok(Pending::None);
        };
        // A note that did not come from here says nothing of what was done here.
        if !is_own(&line.file) || history.has(line)? {
            return Ok(Pending::None);
        }
        let path = library.join(&line.file);
        let now = match fs::read_to_string(&path) {
            Ok(text) => Some(hash(&text)),
            // Of a file that was to be made, or taken away, that is what tells.
            Err(error) if error.kind() == io::ErrorKind::NotFound && line.is_of_file() => {
                Some(String::new())
            }
            Err(_) => None,
        };
        let is_done = match now {
            Some(now) if now == line.after => true,
            Some(now) if now == line.before => false,
            _ => !write::beside(&path).exists(),
        };
        Ok(match is_done {
            true => Pending::Done(Box::new(line.clone())),
            false => Pending::NotDone(Box::new(line.clone())),
        })
    }

    /// From the change that is noted next on all are one.
    pub const fn begin_together(&mut self) {
        self.begins = true;
    }

    /// The first of several changes that are one, of which not all were made.
    pub const fn together(&self) -> Option<&ChangeId> {
        self.noted.together.as_ref()
    }

    /// All of them are made, or none any more; flushed, since nothing else tells. Where that fails, the next
    /// one who writes takes them back.
    pub fn end_together(&mut self, steps: &dyn Steps) {
        self.begins = false;
        if self.noted.together.take().is_some() {
            let _ = self.save().and_then(|file| steps.flush(&file));
        }
    }

    /// Notes a change that is about to be done, and flushes the note.
    pub fn note(&mut self, line: &Line, steps: &dyn Steps) -> io::Result<()> {
        let first = std::mem::take(&mut self.begins).then(|| line.id.clone());
        self.noted = Noted {
            last: Some(line.id.clone()),
            pending: Some(line.clone()),
            together: first.or_else(|| self.noted.together.take()),
        };
        if self.history.kept_close(line).is_some() {
            // The one made anew is its writer's alone, as long as it tells what others may not read.
            fs::remove_file(&self.path)?;
        }
        steps.flush(&self.save()?)
    }

    /// The change is in the history. Not flushed: where the note is lost, the history still tells.
    pub fn settle(&mut self) -> io::Result<()> {
        self.noted.pending = None;
        self.save().map(|file| self.open_up(&file))
    }

    /// The change was not done after all; flushed, since nothing else tells.
    pub fn take_back(&mut self, steps: &dyn Steps) -> io::Result<()> {
        self.noted.pending = None;
        let file = self.save()?;
        self.open_up(&file);
        steps.flush(&file)
    }

    /// Gives the emptied note back to all who write here; only its owner can.
    fn open_up(&self, file: &File) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let is_close = |meta: fs::Metadata| meta.permissions().mode() & 0o077 == 0;
            if file.metadata().is_ok_and(is_close) {
                let _ = as_the_folder(file, self.history.folder());
            }
        }
    }

    fn save(&self) -> io::Result<File> {
        let text = serde_json::to_vec(&self.noted).map_err(io::Error::other)?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        let mut file = plain::open(&self.path, &mut options)?;
        file.write_all(&text)?;
        Ok(file)
    }
}
