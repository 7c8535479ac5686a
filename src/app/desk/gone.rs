//! A record that is no longer there while something was typed for it: its file was moved or deleted,
//! or another took the record away. What was typed stays where it is, a copy of it lies in the state
//! folder at once, and it is said what is gone and what to do.

use std::path::PathBuf;

use serde_yaml::Value;

use super::super::{App, Layer};
use super::form::Subject;
use super::writing::leaving::of_record;
use crate::library::{Key, Library};
use crate::words::{desk as words, keep, ui};

/// A copy of what was typed, and where it lies.
pub(super) struct Kept {
    text: String,
    at: PathBuf,
}

impl App {
    /// Says that a record is no longer there, and keeps what was typed for a field of it.
    pub(super) fn gone(&mut self, id: &str, file: Option<&str>, typed: Option<(&[String], &str)>) {
        let typed = typed.map(|(path, text)| of_record(id, &path.join("."), text));
        self.tell_gone(id, file, typed.into_iter().collect());
    }

    /// Says where that lies which the person typed and did not save before the program was started.
    pub fn tell_kept(&mut self) {
        let keeper = self.desk.keeper.as_ref();
        let kept = keeper.map(|keeper| keeper.kept_untold());
        let kept = kept.unwrap_or_default();
        if let Some(last) = kept.last() {
            let last = last.display().to_string();
            let said = words::kept_before(kept.len(), &last);
            self.message = Some(words::with(said, self.message.take()));
        }
    }

    /// Another state of the library has come: what was typed for records that are gone is kept at
    /// once.
    pub(in crate::app) fn keep_of_gone(&mut self, old: &Library) {
        let Some((id, file, typed)) = self.typed_for_gone(old) else {
            return;
        };
        self.tell_gone(&id, Some(&file), typed);
    }

    /// All that was typed for records that the library had before and has no more; the first of them,
    /// and its file.
    fn typed_for_gone(&self, old: &Library) -> Option<(String, String, Vec<Value>)> {
        let now = self.library();
        let gone = |place: &str| {
            // What a part is of stands before its path.
            let id = place.split(' ').next().unwrap_or(place);
            let key = old.with_id(id).filter(|_| now.with_id(id).is_none())?;
            Some((id.to_owned(), file_of(old, key)?))
        };
        let typed = self.typed_now(false);
        let typed: Vec<_> = typed
            .iter()
            .filter_map(|one| Some((gone(one.place()?)?, one.entry())))
            .collect();
        let ((id, file), _) = typed.first()?.clone();
        let typed = typed.into_iter().map(|(_, entry)| entry).collect();
        Some((id, file, typed))
    }

    /// A form whose record is gone closes, unless something is being typed in it.
    pub(in crate::app) fn close_forms_of_gone(&mut self, gone: impl Fn(&str) -> bool) {
        while let Some(Layer::Form(form)) = self.layers.last() {
            if !matches!(&form.subject, Subject::Known(id) if gone(id)) {
                return;
            }
            self.layers.pop();
            if self.message.is_none() {
                self.message = Some(ui::RECORD_GONE.into());
            }
        }
    }

    /// Says that a record is no longer there, and why; what was typed is kept, once.
    fn tell_gone(&mut self, id: &str, file: Option<&str>, typed: Vec<Value>) {
        let is_there = |file: &str| {
            let mut volumes = self.library().volumes().iter();
            volumes.any(|volume| name(volume.name()) == file)
        };
        let said = match file {
            None => words::GONE.into(),
            Some(file) if is_there(file) => words::record_gone(id, file),
            Some(file) => words::file_gone(file),
        };
        let missing = file.filter(|file| !is_there(file));
        let kept = match typed.is_empty() {
            true => None,
            false => self.keep_once(&typed),
        };
        let said = match kept {
            Some(kept) => keep::with_copy(&said, &kept),
            None => said,
        };
        match missing {
            Some(file) => self.say_missing(Some(file), said),
            None => self.message = Some(said),
        }
    }

    /// Keeps what was typed in the state folder, unless the same was kept last; where.
    fn keep_once(&mut self, typed: &[Value]) -> Option<String> {
        let text = serde_yaml::to_string(typed).ok()?;
        let desk = &mut self.desk;
        let last = desk.kept.take().filter(|kept| kept.text == text);
        let at = match last {
            Some(kept) => kept.at,
            None => desk.keeper.as_ref()?.keep_typed(&text)?,
        };
        let shown = at.display().to_string();
        desk.kept = Some(Kept { text, at });
        Some(shown)
    }
}

/// The name of the file of a record, in the library's folder.
pub(in crate::app) fn file_of(library: &Library, key: Key) -> Option<String> {
    let (place, _) = library.place_of(key)?;
    Some(name(library.volumes().get(place)?.name()).to_owned())
}

/// The name of a file without its folder.
pub(in crate::app) fn name(path: &str) -> &str {
    let name = std::path::Path::new(path).file_name();
    name.and_then(|name| name.to_str()).unwrap_or(path)
}
