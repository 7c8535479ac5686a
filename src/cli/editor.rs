//! The person's own editor: a text in a temporary file that only this person can read.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;

use crate::words::{Message, desk as words};

/// The command that opens the person's editor; none where none is named.
pub fn named() -> Option<String> {
    ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|command| !command.trim().is_empty())
}

/// The editor did not end well, or was not there.
#[derive(Debug, Default)]
pub struct Failed {
    /// Where what was written in it is kept, where it is another text than before.
    pub kept: Option<PathBuf>,
}

impl From<io::Error> for Failed {
    fn from(_: io::Error) -> Self {
        Self::default()
    }
}

impl Failed {
    /// What is said of it.
    pub fn message(&self) -> Message {
        match &self.kept {
            Some(path) => words::editor_failed(&path.display().to_string()),
            None => words::EDITOR_FAILED.into(),
        }
    }
}

/// Opens a text in an editor and waits until it is closed; the text as it is then. The command may have
/// arguments of its own, as `code --wait` has.
///
/// # Errors
/// When the editor cannot be started or does not end well, or the file cannot be read again. What was
/// written in it is kept.
pub fn edit(command: &str, text: &str) -> Result<String, Failed> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("majlis.txt");
    let mut file = fs::File::create(&path)?;
    file.write_all(text.as_bytes())?;
    drop(file);
    let mut words = command.split_whitespace();
    let program = words.next().ok_or_else(Failed::default)?;
    let ended = Command::new(program).args(words).arg(&path).status()?;
    match fs::read_to_string(&path) {
        Ok(written) if ended.success() => Ok(written),
        Ok(written) if written == text => Err(Failed::default()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failed::default()),
        _ => {
            let _ = folder.keep();
            Err(Failed { kept: Some(path) })
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// An editor that does this with the file.
    fn editor(script: &str) -> (tempfile::TempDir, String) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("editor");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let command = path.to_str().unwrap().to_owned();
        (folder, command)
    }

    #[test]
    fn what_was_written_is_kept_where_the_editor_ends_badly() {
        let (_held, good) = editor("printf new > \"$1\"");
        assert_eq!(edit(&good, "old").unwrap(), "new");
        let (_held, bad) = editor("printf new > \"$1\"; exit 3");
        let kept = edit(&bad, "old").unwrap_err().kept.unwrap();
        assert_eq!(fs::read_to_string(&kept).unwrap(), "new");
        fs::remove_dir_all(kept.parent().unwrap()).unwrap();
        // Where nothing was written there is nothing to keep.
        let (_held, idle) = editor("exit 3");
        assert_eq!(edit(&idle, "old").unwrap_err().kept, None);
        assert_eq!(edit("/nowhere/editor", "old").unwrap_err().kept, None);
    }
}
