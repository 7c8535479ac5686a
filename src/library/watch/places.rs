//! What there is to watch for a folder: it, what lies above it, and where the links in it lead.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The places of one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Places {
    folder: PathBuf,
    /// The folder itself, or the nearest one above it that is there.
    near: PathBuf,
    /// By which another folder in its place is known.
    which: Option<(u64, u64, Option<SystemTime>)>,
    /// The files to which links in the folder lead, in the order of their names.
    files: Vec<PathBuf>,
}

impl Places {
    /// The places for a folder, by its whole path, as they are now.
    pub fn of(folder: &Path) -> Self {
        let is_there = |path: &&Path| path.is_dir();
        let near = folder.ancestors().find(is_there).unwrap_or(folder);
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_symlink()))
            .filter_map(|entry| fs::canonicalize(entry.path()).ok())
            .filter(|file| file.is_file())
            .collect();
        files.sort();
        Self {
            folder: folder.to_owned(),
            near: near.to_owned(),
            which: which(near),
            files,
        }
    }

    /// The folder itself, or the nearest one above it that is there.
    pub fn near(&self) -> &Path {
        &self.near
    }

    /// The other folders in which something may happen that concerns it.
    pub fn others(&self) -> Vec<PathBuf> {
        let of_files = self.files.iter().filter_map(|file| file.parent());
        let mut others: Vec<PathBuf> = of_files
            .chain(self.above())
            .filter(|other| *other != self.near)
            .map(Path::to_owned)
            .collect();
        others.sort();
        others.dedup();
        others
    }

    /// The folders above it, up to where its file system is mounted: each may be renamed.
    fn above(&self) -> impl Iterator<Item = &Path> {
        let device = |folder: &Path| which(folder).map(|(device, ..)| device);
        let own = device(&self.near);
        let above = self.near.ancestors().skip(1);
        above.take_while(move |folder| device(folder) == own)
    }

    /// Whether what happens at a path concerns it.
    pub fn concern(&self, path: &Path) -> bool {
        path.starts_with(&self.folder)
            || self.folder.starts_with(path)
            || self.files.iter().any(|file| file == path)
    }
}

#[cfg(unix)]
fn which(folder: &Path) -> Option<(u64, u64, Option<SystemTime>)> {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(folder).ok()?;
    Some((meta.dev(), meta.ino(), meta.created().ok()))
}

#[cfg(not(unix))]
fn which(folder: &Path) -> Option<(u64, u64, Option<SystemTime>)> {
    let meta = fs::metadata(folder).ok()?;
    Some((0, 0, meta.created().ok()))
}
