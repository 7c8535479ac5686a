//! That a file is sound after a change, as far as it was before.

use std::path::Path;
use std::thread;

use super::KeepError;
use crate::library::edit::Reading;
use crate::library::{Problem, Source, Volume, check};

/// No error may come into the file that was not there before. `reading` is the new text as it was
/// read to be proven: where the rules find nothing in that, and the loader reads the text as a whole,
/// there is no error, and what the loader has read is what is shown.
pub(super) fn check_beside(
    path: &Path,
    old: &str,
    new: &str,
    reading: Option<&Reading>,
) -> Result<Option<Volume>, KeepError> {
    let name = path.display().to_string();
    if let Some(reading) = reading {
        let (is_clean, volume) = thread::scope(|scope| {
            let read = || Volume::read(&Source::text(name.clone(), new.to_owned()));
            let beside = thread::Builder::new().spawn_scoped(scope, read);
            let is_clean = check::is_clean(&name, reading);
            let volume = match beside {
                Ok(beside) => beside.join().unwrap_or_else(|_| read()),
                Err(_) => read(),
            };
            (is_clean, volume)
        });
        if is_clean && volume.problems().is_empty() {
            return Ok(Some(volume));
        }
    }
    let mut found = errors(path, new);
    if !found.is_empty() {
        for known in errors(path, old) {
            let same = |one: &Problem| one.code == known.code && one.what == known.what;
            if let Some(at) = found.iter().position(same) {
                found.remove(at);
            }
        }
    }
    wrong(found.into_iter().next()).map(|()| None)
}

/// The errors of a file by itself.
pub(super) fn errors(path: &Path, text: &str) -> Vec<Problem> {
    let source = Source::text(path.display().to_string(), text.to_owned());
    check::errors_alone(&source)
}

pub(super) fn wrong(problem: Option<Problem>) -> Result<(), KeepError> {
    match problem {
        Some(problem) => Err(KeepError::Wrong(Box::new(problem))),
        None => Ok(()),
    }
}
