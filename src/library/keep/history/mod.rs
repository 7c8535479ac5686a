//! What was changed, by whom, when: the folder `history/` beside the reports.
//!
//! One file a month and machine, `2026-11.majlis-srv.jsonl`, to which a line is added a change and
//! in which nothing is ever altered; so two copies of a library can be merged (`git pull`) without
//! a question. Beside them lie `lock`, which whoever writes holds, and `intent`, the change that is
//! being written; both belong to one machine and are left out of git by `.gitignore`.
//!
//! A line that a full disk or a stop of the machine cut short is passed over in reading and closed
//! before the next one.

mod id;
mod intent;
mod line;

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub use id::ChangeId;
pub(super) use intent::{Intent, Pending};
pub use line::{Deed, FieldChange, Line, Means, Patch, Sort};
pub(super) use line::{hash, time_of};

use super::write::{as_the_folder, flush_folder};

/// The name of the folder.
const FOLDER: &str = "history";
/// How the names of its files end.
const ENDING: &str = ".jsonl";
/// Bytes at the end of a file in which its last line is looked for, at the least.
const TAIL: u64 = 64 << 10;

/// The history of a library.
#[derive(Debug, Clone)]
pub struct History {
    folder: PathBuf,
    host: String,
}

impl History {
    /// The history of the library in this folder; nothing is read or made as yet.
    #[must_use]
    pub fn of(library: &Path) -> Self {
        Self {
            folder: library.join(FOLDER),
            host: host(),
        }
    }

    /// Where it lies.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folder where there is none, with what git is to know of it.
    pub(super) fn make(&self) -> io::Result<()> {
        if self.folder.is_dir() {
            return Ok(());
        }
        fs::create_dir(&self.folder).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Ok(()),
            _ => Err(error),
        })?;
        let library = self.folder.parent().unwrap_or(Path::new("."));
        #[cfg(unix)]
        as_the_folder(&File::open(&self.folder)?, library)?;
        let union = format!("*{ENDING} merge=union -text\n");
        for (name, text) in [
            (".gitignore", "lock\nintent\n"),
            (".gitattributes", union.as_str()),
        ] {
            let mut file = File::create(self.folder.join(name))?;
            file.write_all(text.as_bytes())?;
            as_the_folder(&file, &self.folder)?;
        }
        flush_folder(&self.folder)?;
        flush_folder(library)
    }

    /// The file to which a line is added.
    fn file_of(&self, line: &Line) -> PathBuf {
        let month = line.when.get(..7).unwrap_or("0000-00");
        self.folder.join(format!("{month}.{}{ENDING}", self.host))
    }

    /// Adds a line and flushes it.
    pub(super) fn append(&self, line: &Line) -> io::Result<()> {
        let path = self.file_of(line);
        let is_new = !path.exists();
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .read(true)
            .open(&path)?;
        let mut text = serde_json::to_string(line).map_err(io::Error::other)?;
        text.push('\n');
        if ends_torn(&mut file)? {
            text.insert(0, '\n');
        }
        file.write_all(text.as_bytes())?;
        file.sync_data()?;
        if is_new {
            as_the_folder(&file, &self.folder)?;
            flush_folder(&self.folder)?;
        }
        Ok(())
    }

    /// Whether the line is there already, as one of the last of its file.
    pub(super) fn has(&self, line: &Line) -> io::Result<bool> {
        let mut file = match File::open(self.file_of(line)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        let long = serde_json::to_string(line).map_or(0, |text| text.len());
        let tail = TAIL.max(u64::try_from(long).unwrap_or(u64::MAX).saturating_mul(2));
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(tail)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(lines(&text).any(|known| known.id == line.id))
    }

    /// Every line, the newest first. Nothing where there is no history as yet.
    ///
    /// # Errors
    /// When the folder cannot be read. A file in it that cannot be read gives no lines.
    pub fn newest_first(&self) -> io::Result<impl Iterator<Item = Line> + use<>> {
        let mut months: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
        match fs::read_dir(&self.folder) {
            Ok(entries) => {
                for entry in entries {
                    let path = entry?.path();
                    let name = path.file_name().and_then(|name| name.to_str());
                    let month = name
                        .filter(|name| name.ends_with(ENDING))
                        .and_then(|name| name.get(..7));
                    if let Some(month) = month {
                        months.entry(month.to_owned()).or_default().push(path);
                    }
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        Ok(months.into_values().rev().flat_map(|paths| {
            let texts = paths.into_iter().filter_map(|path| fs::read(path).ok());
            let mut found: Vec<Line> = texts
                .flat_map(|bytes| lines(&String::from_utf8_lossy(&bytes)).collect::<Vec<_>>())
                .collect();
            found.sort_by(|one, other| other.id.cmp(&one.id));
            // A merge of two copies can give a line twice.
            found.dedup_by(|one, other| one.id == other.id);
            found
        }))
    }
}

/// The lines that can be read.
fn lines(text: &str) -> impl Iterator<Item = Line> {
    text.lines()
        .filter_map(|line| serde_json::from_str(line).ok())
}

/// Whether the last line of a file has no end.
fn ends_torn(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// The name of this machine, fit for the name of a file.
fn host() -> String {
    let named = fs::read_to_string("/proc/sys/kernel/hostname")
        .or_else(|_| fs::read_to_string("/etc/hostname"))
        .or_else(|_| std::env::var("HOSTNAME").or_else(|_| std::env::var("COMPUTERNAME")))
        .unwrap_or_default();
    fit(&named)
}

/// The letters, digits and hyphens of a name in lower case, at most 40.
fn fit(named: &str) -> String {
    let fit = |char: &char| char.is_ascii_alphanumeric() || *char == '-';
    let fit: String = named.trim().chars().filter(fit).take(40).collect();
    match fit.as_str() {
        "" => "host".to_owned(),
        _ => fit.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests;
