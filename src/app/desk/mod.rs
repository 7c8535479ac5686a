//! Changing records on the screen: everything goes through the [`Keeper`], as the commands do, and
//! is read again and shown at once.
//!
//! What a person has typed is never lost: where it could not be written it stays in its field, and
//! what was left unsaved is there again when one comes back to the field.

mod added;
pub mod clash;
mod directory;
mod entries;
pub mod field;
pub mod form;
pub mod names;
pub mod past;
pub mod quick;
pub mod said;
mod saving;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use serde_yaml::Value;

use super::shelf::put_away;
use super::{App, Layer};
use crate::library::edit::FieldPath;
use crate::library::keep::field::is_place;
use crate::library::keep::wish::{self, today};
use crate::library::keep::{Change, Done, KeepError, Keeper, path_of};
use crate::library::{Key, Library, Source, Volume};
use crate::report::Kind;
use crate::words::{Message, change, desk as words, keep};

/// Who writes, and what was typed and not saved.
#[derive(Default)]
pub struct Desk {
    /// None where the library is the one that is built in.
    keeper: Option<Keeper>,
    /// Year, month and day, where it is not today's.
    pub day: Option<(i32, u8, u8)>,
    /// What was typed for a field of a record and not saved.
    drafts: HashMap<(String, String), Draft>,
    /// What was filled in for a new record of a kind, in a place.
    unborn: HashMap<(Kind, String), Vec<(String, String)>>,
    /// The list of what is open that was left for one of its records: its title, and the ids, the
    /// nearest first.
    pub(super) left: Option<(Message, Vec<String>)>,
}

impl Desk {
    /// Whether records can be changed at all.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.keeper
            .as_ref()
            .is_some_and(|keeper| !keeper.is_read_only())
    }
}

/// What was typed for a field, and what was seen there.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    text: String,
    base: Option<Value>,
}

/// How writing ended.
pub(super) enum Written {
    /// It is written and shown.
    Done,
    /// Another had changed the same; both are shown.
    Conflict,
    /// Not written; it was said why.
    Not,
}

impl App {
    /// Has what is changed written by this keeper from now on.
    pub fn keep_with(&mut self, keeper: Keeper) {
        self.desk.keeper = Some(keeper);
    }

    /// Who writes, where anybody may; else it is said why not.
    pub(super) fn keeper(&mut self) -> Option<&Keeper> {
        let why = match &self.desk.keeper {
            None => Some(change::BUILT_IN),
            Some(keeper) if keeper.is_read_only() => Some(keep::READ_ONLY),
            Some(_) if self.loading.is_some() => Some(words::STILL_LOADING),
            Some(_) => None,
        };
        if let Some(why) = why {
            self.message = Some(why.into());
            return None;
        }
        self.desk.keeper.as_ref()
    }

    /// Year, month and day where the person is.
    pub(super) fn day(&self) -> (i32, u8, u8) {
        self.desk.day.unwrap_or_else(today)
    }

    /// What a wish is worked out from; none where nothing can be written.
    pub(super) fn wish(&mut self) -> Option<wish::Desk<'_>> {
        self.keeper()?;
        let day = self.day();
        let folder = self.desk.keeper.as_ref()?.folder();
        Some(wish::Desk::of(&self.shelf.library, folder, day))
    }

    /// Makes a change and shows it, or says why not.
    pub(super) fn write(&mut self, change: &Change) -> Written {
        let Some(keeper) = self.keeper() else {
            return Written::Not;
        };
        let made = keeper.change(change);
        self.made(made, Some(change))
    }

    /// Takes what came of writing.
    pub(super) fn made(
        &mut self,
        made: Result<Done, KeepError>,
        change: Option<&Change>,
    ) -> Written {
        match made {
            Ok(done) => {
                self.shown(&done);
                Written::Done
            }
            Err(KeepError::Conflict(clashes)) => {
                self.clash(clashes, change);
                Written::Conflict
            }
            Err(error) => {
                self.message = Some(error.message());
                Written::Not
            }
        }
    }

    /// Reads the file of a change again, shows it and says what became of what.
    fn shown(&mut self, done: &Done) {
        self.read_again(&done.line.file);
        let mut said = said::line(&self.shelf.library, &done.line);
        if let Some(late) = &done.late {
            said = words::together(&[said, late.clone()]);
        }
        self.message = Some(said);
    }

    /// Reads one file of the library again and puts it in its place.
    fn read_again(&mut self, file: &str) {
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        let path = keeper.folder().join(file);
        let volume = Volume::read(&Source::file(&path));
        let library = &self.shelf.library;
        let name = |volume: &Arc<Volume>| Path::new(volume.name()).file_name() == path.file_name();
        let library = match library.volumes().iter().position(name) {
            Some(place) => library.with(place, volume),
            None => {
                let before = |other: &Arc<Volume>| Path::new(other.name()) < path.as_path();
                let place = library.volumes().partition_point(before);
                library.with_new(place, volume)
            }
        };
        let shelf = Arc::new(self.shelf.renewed(library));
        put_away(self.replace(shelf));
    }

    /// Makes the forms that are open anew, after the library has changed.
    pub(super) fn renew_forms(&mut self) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            if let Layer::Form(form) = layer {
                form.renew(&self.shelf.library, &self.desk);
            }
        }
        self.layers = layers;
    }
}

/// The value of a field of a record, as the file has it.
#[must_use]
pub fn value_of(library: &Library, key: Key, path: &[String]) -> Option<Value> {
    let record = serde_yaml::to_value(library.record(key)?).ok()?;
    let found = path.iter().try_fold(&record, |value, step| {
        match (value, step.parse::<usize>()) {
            (Value::Sequence(list), Ok(place)) => list.get(place),
            // One value may stand for a list of one.
            (Value::String(_) | Value::Number(_), Ok(0)) => Some(value),
            _ => value.get(step.as_str()),
        }
    })?;
    Some(found.clone()).filter(|value| !value.is_null())
}

/// A value as a person would type it.
#[must_use]
pub fn typed_of(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(Value::Bool(false)) => "no".to_owned(),
        Some(Value::Number(number)) => {
            // A whole number is typed without a fraction, however the model holds it.
            let text = number.to_string();
            text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
        }
        Some(Value::Sequence(all)) => {
            let all: Vec<String> = all.iter().map(|one| typed_of(Some(one))).collect();
            all.join(", ")
        }
        Some(other) => serde_json::to_string(other).unwrap_or_default(),
    }
}

/// Where a field of a record stands in its file.
fn place_of(library: &Library, key: Key, path: &[String]) -> Option<FieldPath> {
    let base = path_of(library, key)?;
    Some(path.iter().fold(base, |at, step| match step.parse() {
        Ok(place) if is_place(step) => at.place(place),
        _ => at.key(step),
    }))
}

/// The message that a record is no longer there.
fn gone() -> Message {
    words::GONE.into()
}
