//! What could not be written to its file, kept in the person's own state folder.

use std::env;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Change, Keeper};

/// As many copies of one name and one second as are tried.
const TRIES: u32 = 1000;

/// `$XDG_STATE_HOME/majlis`, else `~/.local/state/majlis`; none where there is no home.
pub(super) fn state_folder() -> Option<PathBuf> {
    let folder = env::var_os("XDG_STATE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".local/state")))?;
    Some(folder.join("majlis"))
}

/// Keeps a text in `unsaved/` below the state folder, for this person alone, and says where:
/// `unsaved/20261122T095801-c21.yaml`. None where that is not possible either.
pub(super) fn keep(state: &Path, file: &str, text: &str) -> Option<PathBuf> {
    let folder = state.join("unsaved");
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder).ok()?;
    let name = Path::new(file).file_name()?.to_str()?;
    let stamp = Timestamp::now().strftime("%Y%m%dT%H%M%S").to_string();
    for number in 0..TRIES {
        let path = folder.join(match number {
            0 => format!("{stamp}-{name}"),
            _ => format!("{stamp}.{number}-{name}"),
        });
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(mut file) => {
                let kept = file.write_all(text.as_bytes());
                if kept.and_then(|()| file.sync_all()).is_ok() {
                    return Some(path);
                }
                // Half a copy is none.
                let _ = fs::remove_file(path);
                return None;
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) => return None,
        }
    }
    None
}

impl Keeper {
    /// Keeps what a person wanted in the state folder, as YAML, and says where; none where that is
    /// not possible either, or nothing of it was typed.
    #[must_use]
    pub fn copy(&self, change: &Change) -> Option<PathBuf> {
        if change.is_removal() {
            return None;
        }
        let text = serde_yaml::to_string(&change.edits).ok()?;
        let text = format!("# {} {}\n{text}", change.file, change.record);
        keep(self.state.as_deref()?, &change.file, &text)
    }

    /// Keeps the text of a new report in the state folder and says where, as [`Self::copy`].
    #[must_use]
    pub fn copy_report(&self, file: &str, text: &str) -> Option<PathBuf> {
        keep(self.state.as_deref()?, file, text)
    }

    /// Where the texts lie that were kept for this person and not told of at a start, the oldest first;
    /// asked again, they have been told of.
    #[must_use]
    pub fn kept_untold(&self) -> Vec<PathBuf> {
        let state = self.state.as_deref();
        state.map(untold).unwrap_or_default()
    }

    /// Keeps what a person typed and did not save in the state folder, and says where; none where
    /// that is not possible.
    #[must_use]
    pub fn keep_typed(&self, text: &str) -> Option<PathBuf> {
        keep(self.state.as_deref()?, "typed.yaml", text)
    }
}

/// The name of the file that names the texts of which the person has been told.
const TOLD: &str = ".told";

/// The texts that were kept and of which the person has not been told at a start, the oldest first.
/// From now on the person has.
pub(super) fn untold(state: &Path) -> Vec<PathBuf> {
    let folder = state.join("unsaved");
    let told = fs::read_to_string(folder.join(TOLD)).unwrap_or_default();
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    let known = names.join("\n");
    names.retain(|name| told.lines().all(|told| told != name));
    if !names.is_empty() {
        // Where that fails, they are told once more.
        let _ = fs::write(folder.join(TOLD), known);
    }
    names.into_iter().map(|name| folder.join(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("majlis");
        assert_eq!(untold(&state), Vec::<PathBuf>::new());
        let first = keep(&state, "c21.yaml", "a").unwrap();
        let second = keep(&state, "c21.yaml", "b").unwrap();
        assert_eq!(untold(&state), [first, second]);
        assert_eq!(untold(&state), Vec::<PathBuf>::new());
        // In the same second, and later.
        let third = keep(&state, "typed.yaml", "c").unwrap();
        assert_eq!(untold(&state), [third]);
    }

    #[test]
    fn two_copies_in_one_second_are_both_kept() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("majlis");
        let paths: Vec<PathBuf> = ["a", "b", "c"]
            .iter()
            .map(|text| keep(&state, "c21.yaml", text).unwrap())
            .collect();
        let texts: Vec<String> = paths
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        assert_eq!(texts, ["a", "b", "c"]);
        for path in &paths {
            assert!(path.starts_with(state.join("unsaved")));
            assert!(path.to_str().unwrap().ends_with("-c21.yaml"), "{path:?}");
        }
        assert_eq!(keep(Path::new("/dev/null/x"), "c21.yaml", "a"), None);
    }
}
