//! The word that the sections of a cache are whole, so that not every start need read them all.
//!
//! Beside the file lies its seal: what the file system said of it when its bytes were known to be
//! those that were written, because they had just been written or compared with their checksums.
//! Whatever is done to the file later gives it another time of change, which nobody can set, and the
//! seal no longer fits.

use std::fs::{self, Metadata};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::unfinished;

/// How the name of a seal ends, after that of its file.
const ENDING: &str = "seal";

/// Where the seal of a file lies.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}

/// What the file system says of a file; none where it does not say when the file was changed.
#[cfg(unix)]
fn told(known: &Metadata) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let words = [
        known.dev().to_string(),
        known.ino().to_string(),
        known.len().to_string(),
        format!("{}.{:09}", known.ctime(), known.ctime_nsec()),
    ];
    Some(format!("{}\n", words.join(" ")))
}

#[cfg(not(unix))]
fn told(_: &Metadata) -> Option<String> {
    None
}

/// Whether the file at this path, of which `known` is told, is as it was when it was sealed.
pub(super) fn holds(path: &Path, known: &Metadata) -> bool {
    let told = told(known);
    told.is_some() && fs::read_to_string(beside(path)).ok() == told
}

/// Seals the file. Where that fails, it will be read whole the next time.
pub(super) fn put(path: &Path, known: &Metadata) {
    let (Some(told), Some(folder)) = (told(known), path.parent()) else {
        return;
    };
    if let Ok((mut file, _making)) = unfinished::file(folder)
        && file.write_all(told.as_bytes()).is_ok()
    {
        drop(file.persist(beside(path)));
    }
}
