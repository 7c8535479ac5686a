//! A file of the library that is no report: changed under the same lock, written whole or not at
//! all, and told in no history.

use std::fs;
use std::path::Path;

use super::write::{Ready, Step, create, flush_folder, step};
use super::{Copied, KeepError, Keeper};

/// What is to become of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aside {
    /// It stays as it is.
    AsItIs,
    /// This is to stand in it.
    Whole(String),
    /// It goes.
    Gone,
}

impl Keeper {
    /// Changes the file of this name in the library's folder. `work` looks at it under the lock and
    /// says what is to become of it.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn aside(&self, name: &str, work: impl FnOnce(&Path) -> Aside) -> Result<(), KeepError> {
        let _sitting = self.sit()?;
        let path = self.folder.join(name);
        let steps = self.steps.as_ref();
        let is_there = fs::symlink_metadata(&path).is_ok();
        let written = match work(&path) {
            Aside::Whole(text) if is_there => {
                let ready = Ready::new(&path, text.as_bytes(), steps);
                ready.and_then(|mut ready| {
                    ready.replace(steps)?;
                    ready.flush_folder(steps)
                })
            }
            Aside::Whole(text) => create(&path, text.as_bytes(), steps),
            Aside::Gone if is_there => step(steps, Step::Replace, || fs::remove_file(&path))
                .and_then(|()| {
                    step(steps, Step::FlushFolder, || {
                        flush_folder(&self.folder, steps)
                    })
                }),
            Aside::AsItIs | Aside::Gone => Ok(()),
        };
        match written {
            // Everybody reads it by then: to say that nothing was done would be wrong.
            Err(failed) if failed.step == Step::FlushFolder => Ok(()),
            Err(failed) => Err(KeepError::NotWritten {
                path,
                step: failed.step,
                error: failed.error,
                copy: Copied::Nothing,
            }),
            Ok(()) => Ok(()),
        }
    }
}
