//! The change that is being written, noted on the disk before anything is replaced, so that whoever
//! comes next can tell whether it was done and put it into the history.
//!
//! One small file, written over in its place by whoever holds the lock. One that is cut short was
//! written before anything was replaced, and is as good as none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::super::write::{self, as_the_folder, flush_folder};
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
}

/// The change that is being written.
#[derive(Debug)]
pub(in crate::library::keep) struct Intent {
    path: PathBuf,
    noted: Noted,
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

impl Intent {
    /// Reads what is noted. Only for who holds the lock.
    pub fn read(history: &History) -> io::Result<Self> {
        let path = history.folder().join(NAME);
        let noted = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                as_the_folder(&File::create(&path)?, history.folder())?;
                flush_folder(history.folder())?;
                Noted::default()
            }
            Err(error) => return Err(error),
        };
        Ok(Self { path, noted })
    }

    /// The name of the next change.
    pub fn next_id(&self) -> ChangeId {
        ChangeId::next(self.noted.last.as_ref())
    }

    /// What became of the change that is noted.
    ///
    /// The content of the file tells; where another program has changed it since, the new file
    /// beside it does: it is there as long as it was not put in its place.
    pub fn pending(&self, library: &Path, history: &History) -> io::Result<Pending> {
        let Some(line) = &self.noted.pending else {
            return Ok(Pending::None);
        };
        if history.has(line)? {
            return Ok(Pending::None);
        }
        let target = write::target(&library.join(&line.file));
        let now = fs::read_to_string(&target).map(|text| hash(&text)).ok();
        let is_done = match now {
            Some(now) if now == line.after => true,
            Some(now) if now == line.before => false,
            _ => !write::beside(&target).exists(),
        };
        Ok(match is_done {
            true => Pending::Done(Box::new(line.clone())),
            false => Pending::NotDone(Box::new(line.clone())),
        })
    }

    /// Notes a change that is about to be done, and flushes the note.
    pub fn note(&mut self, line: &Line) -> io::Result<()> {
        self.noted = Noted {
            last: Some(line.id.clone()),
            pending: Some(line.clone()),
        };
        self.save()?.sync_data()
    }

    /// The change is in the history. Not flushed: where the note is lost, the history still tells.
    pub fn settle(&mut self) -> io::Result<()> {
        self.noted.pending = None;
        self.save().map(drop)
    }

    /// The change was not done after all; flushed, since nothing else tells.
    pub fn take_back(&mut self) -> io::Result<()> {
        self.noted.pending = None;
        self.save()?.sync_data()
    }

    fn save(&self) -> io::Result<File> {
        let text = serde_json::to_vec(&self.noted).map_err(io::Error::other)?;
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&self.path)?;
        file.write_all(&text)?;
        Ok(file)
    }
}
