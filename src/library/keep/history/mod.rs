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
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

pub use id::ChangeId;
pub(super) use intent::{Intent, Pending, under_way};
pub use line::{Deed, FieldChange, Line, Means, Patch, Sort};
pub(super) use line::{hash, time_of};

use super::plain;
use super::write::{AsIs, Steps, as_the_folder, flush_folder, guard};

/// The name of the folder.
const FOLDER: &str = "history";
/// How the names of its files end.
const ENDING: &str = ".jsonl";
/// What git is to know of the folder: what belongs to one machine stays there, and the lines of two
/// copies are joined.
const FOR_GIT: [(&str, &str); 2] = [
    (".gitignore", "lock\nintent\n"),
    (".gitattributes", "*.jsonl merge=union -text\n"),
];
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

    /// Makes the folder where there is none, with what git is to know of it. A file for git that a
    /// full disk kept from being made, or left empty, is made; what somebody else wrote there stays.
    pub(super) fn make(&self) -> io::Result<()> {
        plain::folder(&self.folder)?;
        let library = self.folder.parent().unwrap_or(Path::new("."));
        let is_new = !self.folder.is_dir();
        if is_new {
            fs::create_dir(&self.folder).or_else(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Ok(()),
                _ => Err(error),
            })?;
            #[cfg(unix)]
            as_the_folder(&File::open(&self.folder)?, library)?;
        }
        let told: io::Result<bool> = FOR_GIT.iter().try_fold(is_new, |is_changed, (name, text)| {
            Ok(self.tell_git(name, text)? || is_changed)
        });
        // A change is worth more than this: the next one tries it again.
        if !is_new && !matches!(told, Ok(true)) {
            return Ok(());
        }
        told?;
        flush_folder(&self.folder, &AsIs)?;
        flush_folder(library, &AsIs)
    }

    /// Makes a file for git where there is none, or an empty one; says whether it did.
    fn tell_git(&self, name: &str, text: &str) -> io::Result<bool> {
        let path = self.folder.join(name);
        if fs::symlink_metadata(&path).is_ok_and(|known| !known.is_file() || known.len() > 0) {
            return Ok(false);
        }
        let mut options = OpenOptions::new();
        let mut file = plain::open(&path, options.write(true).create(true))?;
        as_the_folder(&file, &self.folder)?;
        if let Err(error) = file.write_all(text.as_bytes()) {
            // Half of it would be taken for the whole.
            let _ = file.set_len(0);
            return Err(error);
        }
        Ok(true)
    }

    /// The file to which a line is added.
    fn file_of(&self, line: &Line) -> PathBuf {
        let is_month = |month: &&str| month.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let month = line.when.get(..7).filter(is_month).unwrap_or("0000-00");
        let host = &self.host;
        let name = match self.kept_close(line) {
            #[cfg(unix)]
            Some(report) => {
                use std::os::unix::fs::MetadataExt;
                let (owner, mode) = (report.uid(), report.mode() & 0o666);
                format!("{month}.{host}.{owner}-{mode:03o}{ENDING}")
            }
            _ => format!("{month}.{host}{ENDING}"),
        };
        self.folder.join(name)
    }

    /// The report that a line is about, where fewer may read it than what stands in this folder.
    /// Such lines have a file of their own, with the owner and mode of the report: they tell its
    /// text, and the others who share the library still write to theirs.
    pub(super) fn kept_close(&self, line: &Line) -> Option<Metadata> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let report = fs::metadata(self.folder.parent()?.join(&line.file)).ok()?;
            let folder = fs::metadata(&self.folder).ok()?;
            (folder.mode() & !report.mode() & 0o044 != 0).then_some(report)
        }
        #[cfg(not(unix))]
        None
    }

    /// Adds a line and flushes it.
    pub(super) fn append(&self, line: &Line, steps: &dyn Steps) -> io::Result<()> {
        let path = self.file_of(line);
        let is_new = !path.exists();
        let mut options = OpenOptions::new();
        options.create(true).append(true).read(true);
        let mut file = plain::open(&path, &mut options)?;
        let mut text = serde_json::to_string(line).map_err(io::Error::other)?;
        text.push('\n');
        if ends_torn(&mut file)? {
            text.insert(0, '\n');
        }
        file.write_all(text.as_bytes())?;
        steps.flush(&file)?;
        if is_new {
            match self.kept_close(line) {
                Some(report) => guard(&file, &report)?,
                None => as_the_folder(&file, &self.folder)?,
            }
            flush_folder(&self.folder, steps)?;
        }
        Ok(())
    }

    /// Whether the line is there already, as one of the last of its file.
    pub(super) fn has(&self, line: &Line) -> io::Result<bool> {
        let mut file = match plain::open(&self.file_of(line), OpenOptions::new().read(true)) {
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

    /// Its files by month.
    fn months(&self) -> io::Result<BTreeMap<String, Vec<PathBuf>>> {
        plain::folder(&self.folder)?;
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
        Ok(months)
    }

    /// The name of the newest change, of whatever machine: the last line of a file is its newest.
    /// None where there is none; a name that no clock would give does not count.
    pub(super) fn newest_id(&self) -> io::Result<Option<ChangeId>> {
        let Some((_, paths)) = self.months()?.pop_last() else {
            return Ok(None);
        };
        let mut newest = None;
        for path in paths {
            let Ok(mut file) = plain::open(&path, OpenOptions::new().read(true)) else {
                continue;
            };
            let length = file.metadata()?.len();
            // The whole file where its last line is longer than that.
            for tail in [TAIL, length] {
                file.seek(SeekFrom::Start(length.saturating_sub(tail)))?;
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes)?;
                let text = String::from_utf8_lossy(&bytes);
                let ids = with_ids(&text).map(|(id, _)| ChangeId::from(id.as_str()));
                let found = ids.filter(ChangeId::is_likely).max();
                let is_found = found.is_some();
                newest = newest.max(found);
                if is_found {
                    break;
                }
            }
        }
        Ok(newest)
    }

    /// Every line, the newest first. Nothing where there is no history as yet.
    ///
    /// # Errors
    /// When the folder cannot be read. A file in it that cannot be read gives no lines.
    pub fn newest_first(&self) -> io::Result<impl Iterator<Item = Line> + use<>> {
        Ok(self.newest_first_or_why()?.filter_map(Result::ok))
    }

    /// As [`Self::newest_first`], with an error for a file that cannot be read; for whoever goes back
    /// to a change and must not take an older one for the last, and whoever tells all.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn newest_first_or_why(
        &self,
    ) -> io::Result<impl Iterator<Item = io::Result<Line>> + use<>> {
        let months = self.months()?;
        Ok(months.into_values().rev().flat_map(|paths| {
            let (mut texts, mut failed) = (Vec::new(), Vec::new());
            for path in paths {
                match plain::read(&path) {
                    Ok(bytes) => texts.push(bytes),
                    // What is closed to us is about reports that are closed to us.
                    Err(error) if is_close(&path, &error) => {}
                    Err(error) => failed.push(Err(error)),
                }
            }
            let texts = texts
                .into_iter()
                .map(|bytes| match String::from_utf8(bytes) {
                    Ok(text) => text,
                    Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
                });
            let texts: Vec<String> = texts.collect();
            let mut found: Vec<(String, usize, Range<usize>)> = (0..)
                .zip(&texts)
                .flat_map(|(nth, text)| with_ids(text).map(move |(id, line)| (id, nth, line)))
                .collect();
            found.sort_by(|one, other| other.0.cmp(&one.0));
            // A merge of two copies can give a line twice; so does a line that was cut short and then
            // told again, and of those only the whole one counts.
            let mut last: Option<ChangeId> = None;
            // Only as many are read whole as are asked for: a busy month has thousands.
            let lines = found.into_iter().filter_map(move |(_, nth, line)| {
                let line = texts.get(nth)?.get(line)?;
                let line: Line = serde_json::from_str(line).ok()?;
                let is_new = last.as_ref() != Some(&line.id);
                last = Some(line.id.clone());
                is_new.then_some(Ok(line))
            });
            failed.into_iter().chain(lines)
        }))
    }
}

impl History {
    /// Whether a file of the library, by its name, is as the newest change of it that is told here
    /// has left it; where it is not, another program has changed it since.
    #[must_use]
    pub fn has_told_all_of(&self, file: &str) -> bool {
        let library = self.folder.parent().unwrap_or(Path::new("."));
        let lines = self.newest_first().into_iter().flatten();
        let newest = lines
            .filter(|line| line.what.has_changed())
            .find(|line| line.file == file);
        let now = fs::read_to_string(library.join(file)).ok();
        now.zip(newest)
            .is_some_and(|(text, line)| hash(&text) == line.after)
    }
}

/// Whether a file is one for the few who may read a report, and we are not of them.
fn is_close(path: &Path, error: &io::Error) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let parts = name.map_or(0, |name| name.split('.').count());
    error.kind() == io::ErrorKind::PermissionDenied && parts == 4
}

/// The lines that have an id, each as its bytes. Lines begin with their id; one that another program
/// wrote need not.
fn with_ids(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    #[derive(serde::Deserialize)]
    struct WithId {
        id: String,
    }
    let id_of = |line: &str| {
        let begun = line.strip_prefix(r#"{"id":""#);
        let quick = begun.and_then(|rest| rest.split_once('"'));
        quick.map(|(id, _)| id.to_owned()).or_else(|| {
            let read: WithId = serde_json::from_str(line).ok()?;
            Some(read.id)
        })
    };
    let mut from = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = from;
        from += line.len();
        Some((id_of(line)?, at..from))
    })
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
        .ok()
        .or_else(uname)
        .or_else(|| std::env::var("HOSTNAME").ok())
        .or_else(|| std::env::var("COMPUTERNAME").ok());
    fit(&named.unwrap_or_default())
}

/// What POSIX has everybody be told of the name of the machine: on macOS and the BSDs nothing else
/// tells it to a program.
fn uname() -> Option<String> {
    let told = std::process::Command::new("uname")
        .arg("-n")
        .output()
        .ok()?;
    String::from_utf8(told.stdout)
        .ok()
        .filter(|name| !name.trim().is_empty())
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
