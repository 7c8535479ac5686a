//! A file written whole or not at all: filled beside the old one, flushed, then put in its place.
//!
//! Mode and owner go over to the new file as far as the system lets us; where the group cannot be
//! kept, the new group gets no more than everybody has. Of a symbolic link the target is replaced; of a
//! file with several names (hard links) the one by which it is written, which parts it from the others: a
//! file that is filled where it stands would not be whole for who reads it, nor after a crash.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::permission::refused;
use super::plain::own;

/// What is done one after another when a change is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Making the file beside the old one.
    Create,
    /// Filling it.
    Fill,
    /// Giving it the mode and owner of the old one.
    Guard,
    /// Flushing it to the disk.
    Flush,
    /// Noting in the history's folder what is about to be done.
    Intend,
    /// Putting it in the place of the old one.
    Replace,
    /// Flushing the folder.
    FlushFolder,
    /// Adding the line to the history.
    Remember,
}

/// Is asked before each step, and flushes; an error stands for what the system may answer there.
pub(super) trait Steps: Send + Sync {
    /// Before this step.
    fn before(&self, step: Step) -> io::Result<()>;

    /// Flushes a file, or a folder, to the disk: it is there when this has ended.
    fn flush(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }
}

/// Nothing stands in the way.
pub(super) struct AsIs;

impl Steps for AsIs {
    fn before(&self, _: Step) -> io::Result<()> {
        Ok(())
    }
}

/// A step that failed, and what the system said.
#[derive(Debug)]
pub(super) struct Failed {
    pub step: Step,
    pub error: io::Error,
}

/// Does one step, after it was asked whether it may be done.
pub(super) fn step<T>(
    steps: &dyn Steps,
    step: Step,
    work: impl FnOnce() -> io::Result<T>,
) -> Result<T, Failed> {
    let done = steps.before(step).and_then(|()| work());
    done.map_err(|error| Failed { step, error })
}

/// What tells one state of a file from the next without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileState([u64; 6]);

impl FileState {
    /// The stamp of the file at this path, of a link's target.
    pub fn of(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|meta| Self::from(&meta))
    }

    #[cfg(unix)]
    fn from(meta: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self([
            meta.dev(),
            meta.ino(),
            meta.len(),
            meta.mtime().cast_unsigned(),
            meta.mtime_nsec().cast_unsigned(),
            meta.ctime_nsec().cast_unsigned(),
        ])
    }

    #[cfg(not(unix))]
    fn from(meta: &Metadata) -> Self {
        let since = |time: io::Result<std::time::SystemTime>| {
            let since = time.ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            u64::try_from(since.as_nanos()).ok()
        };
        let changed = since(meta.modified()).unwrap_or_default();
        Self([meta.len(), changed, 0, 0, 0, 0])
    }
}

/// The file that is really written: of a link its target, of anything else itself.
pub(super) fn target(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// How the name of a file ends that is being filled.
const UNFINISHED: &str = ".majlis-new";
/// The same where it is filled through a link from another folder, which may be another library's: whoever
/// holds the lock of the one it lies in does not hold that of the other.
const LINKED: &str = ".majlis-linked";

/// Takes away what writers have left in a folder who were stopped. The lock must be held: what lies there
/// is nobody's then.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') && name.ends_with(UNFINISHED) {
            // One that stays does no harm: whoever writes this file takes it away.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Where the new file is filled: hidden, in the folder of the old one, so that both are on one disk
/// and no library takes it for a report. One who holds the lock writes one file at a time.
pub(super) fn beside(path: &Path) -> PathBuf {
    let target = target(path);
    let folder = |path: &Path| path.parent().map(self::target);
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(match folder(path) == folder(&target) {
        true => UNFINISHED,
        false => LINKED,
    });
    target.with_file_name(name)
}

/// A new file beside the old one, whole and on the disk. It is taken away again unless it is put
/// in its place.
#[derive(Debug)]
pub(super) struct Ready {
    target: PathBuf,
    beside: PathBuf,
    placed: bool,
    /// How many names the old file has.
    names: u64,
}

/// That no more than the file may not be written.
#[derive(Debug)]
pub(super) struct FileAlone;

impl fmt::Display for FileAlone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the file may not be written, its folder may")
    }
}

impl std::error::Error for FileAlone {}

/// Why a file cannot be written, and whether that is so of no more than the file.
fn of_file(error: io::Error, path: &Path) -> io::Error {
    let folder = path.parent().and_then(|folder| refused(folder, true));
    match (error.kind(), folder) {
        (kind @ io::ErrorKind::PermissionDenied, None) => io::Error::new(kind, FileAlone),
        _ => error,
    }
}

impl Ready {
    /// Writes the new file beside the old one, which must be there.
    pub fn new(path: &Path, bytes: &[u8], steps: &dyn Steps) -> Result<Self, Failed> {
        let target = target(path);
        let beside = beside(path);
        let (old, mut file) = step(steps, Step::Create, || {
            let old = fs::metadata(&target)?;
            // Renaming asks nothing of the file itself: one that is only to be read stays as it is.
            let own_file = OpenOptions::new().write(true).open(&target);
            drop(own_file.map_err(|error| of_file(error, path))?);
            // What a killed writer left behind.
            let _ = fs::remove_file(&beside);
            let mut options = OpenOptions::new();
            // Nobody else reads it before it has the mode of the old one.
            let new = own(options.write(true).create_new(true)).open(&beside);
            Ok((old, new?))
        })?;
        let ready = Self {
            target,
            beside,
            placed: false,
            names: names(&old),
        };
        step(steps, Step::Fill, || file.write_all(bytes))?;
        step(steps, Step::Guard, || guard(&file, &old))?;
        step(steps, Step::Flush, || steps.flush(&file))?;
        Ok(ready)
    }

    /// Puts it in the place of the old one; from here on it is what everybody reads.
    pub fn replace(&mut self, steps: &dyn Steps) -> Result<(), Failed> {
        step(steps, Step::Replace, || {
            // A file that was taken away is not made again.
            fs::metadata(&self.target)?;
            fs::rename(&self.beside, &self.target)
        })?;
        self.placed = true;
        Ok(())
    }

    /// Whether the old file has other names (hard links), under which it stays what it was.
    pub const fn is_parted(&self) -> bool {
        self.names > 1
    }

    /// Flushes the folder, so that the new file stays in its place when the machine stops.
    pub fn flush_folder(&self, steps: &dyn Steps) -> Result<(), Failed> {
        let folder = self.target.parent().unwrap_or(Path::new("."));
        step(steps, Step::FlushFolder, || flush_folder(folder, steps))
    }
}

/// How many names a file has.
#[cfg(unix)]
fn names(file: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(file)
}

/// Elsewhere than on Unix this is not known.
#[cfg(not(unix))]
const fn names(_: &Metadata) -> u64 {
    1
}

impl Drop for Ready {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Makes a new file with these bytes, whole; where there is one already it stays as it is.
pub(super) fn create(path: &Path, bytes: &[u8], steps: &dyn Steps) -> Result<(), Failed> {
    let beside = beside(path);
    let folder = path.parent().unwrap_or(Path::new("."));
    let filled = step(steps, Step::Create, || {
        let _ = fs::remove_file(&beside);
        let mut options = OpenOptions::new();
        own(options.write(true).create_new(true)).open(&beside)
    })
    .and_then(|mut file| {
        step(steps, Step::Fill, || file.write_all(bytes))?;
        step(steps, Step::Guard, || as_the_folder(&file, folder))?;
        step(steps, Step::Flush, || steps.flush(&file))?;
        // A link is refused where the name is taken; renaming would take it over.
        step(steps, Step::Replace, || fs::hard_link(&beside, path))
    });
    let _ = fs::remove_file(&beside);
    filled?;
    step(steps, Step::FlushFolder, || flush_folder(folder, steps))
}

/// Flushes what a folder says of its files.
#[cfg(unix)]
pub(super) fn flush_folder(folder: &Path, steps: &dyn Steps) -> io::Result<()> {
    steps.flush(&File::open(folder)?)
}

/// Elsewhere than on Unix a folder cannot be flushed by itself.
#[cfg(not(unix))]
pub(super) fn flush_folder(_: &Path, _: &dyn Steps) -> io::Result<()> {
    Ok(())
}

/// Gives a file in the history's folder, or the folder itself, the group and the mode of the folder
/// it stands in, so that whoever may write there may write to it: two persons who share a library
/// need not have the same umask.
#[cfg(unix)]
pub(super) fn as_the_folder(file: &File, folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let (own, above) = (file.metadata()?, fs::metadata(folder)?);
    let mask = if own.is_dir() { 0o2777 } else { 0o666 };
    if own.gid() != above.gid() && fchown(file, None, Some(above.gid())).is_err() {
        // The group cannot be given: nobody gets more than the system gave.
        return Ok(());
    }
    file.set_permissions(fs::Permissions::from_mode(above.mode() & mask))
}

#[cfg(not(unix))]
pub(super) fn as_the_folder(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives the new file the owner, group and mode of the old one.
#[cfg(unix)]
pub(super) fn guard(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    let mut mode = old.mode() & 0o7777;
    if new.gid() != old.gid() && fchown(file, None, Some(old.gid())).is_err() {
        // Another group than before: it gets what everybody has.
        mode = (mode & !0o070) | ((mode & 0o007) << 3);
    }
    if new.uid() != old.uid() {
        // Only root may; for anyone else the file becomes theirs, as with any editor.
        let _ = fchown(file, Some(old.uid()), None);
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub(super) fn guard(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}
