//! Changing records on the screen: everything goes through the [`Keeper`], as the commands do. What
//! is changed is shown at once, and written [beside](super::writer).
//!
//! What a person has typed is never lost: where it could not be written it stays in its field, and
//! what was left unsaved is there again when one comes back to the field.

mod added;
pub mod again;
pub mod clash;
pub(super) mod directory;
mod entries;
pub mod field;
pub mod form;
mod formed;
pub(super) mod gone;
mod lines;
pub mod names;
pub mod new_report;
mod newcomer;
pub mod past;
pub mod quick;
pub mod removal;
pub(super) mod renamed;
pub mod said;
mod saving;
mod typing;
pub(super) mod writing;

use std::collections::HashMap;
use std::sync::Arc;

use serde_yaml::Value;

use super::{App, Layer};
use crate::library::edit::FieldPath;
use crate::library::keep::field::is_place;
pub use crate::library::keep::value_of;
use crate::library::keep::wish::{self, today};
use crate::library::keep::{Barred, Keeper, path_of};
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::words::{change, desk as words, keep};

/// Who writes, and what was typed and not saved.
#[derive(Default)]
pub struct Desk {
    /// None where the library is the one that is built in.
    pub(in crate::app) keeper: Option<Arc<Keeper>>,
    /// Year, month and day, where it is not today's.
    pub day: Option<(i32, u8, u8)>,
    /// What was typed for a field of a record and not saved.
    drafts: HashMap<(String, String), Draft>,
    /// What was filled in for a new record of a kind, in a place.
    unborn: HashMap<(Kind, String), Vec<(String, String)>>,
    /// Lines that were to add a record, and did not.
    lines: lines::Lines,
    /// What was kept last of what was typed for records that are gone.
    kept: Option<gone::Kept>,
    /// What is typed and not saved, as it is kept; none where it is not.
    typing: Option<typing::Kept>,
    /// The name that was told last as one that the directory does not know.
    named: Option<String>,
    /// What was changed from within the forms that are open; none where none is.
    formed: Option<formed::Formed>,
    /// How much of a history is shown.
    past: past::Reach,
    /// The changes under way.
    pub(super) writing: writing::Writing,
    /// Where the lists of what is open were left.
    pub(super) left: super::open::Left,
}

impl Desk {
    /// Whether records can be changed at all.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.keeper
            .as_ref()
            .is_some_and(|keeper| keeper.barred().is_none())
    }

    /// Whether nothing can be changed in this library: the person asked for that, or has no permission.
    #[must_use]
    pub fn reads_only(&self) -> bool {
        self.keeper
            .as_ref()
            .is_some_and(|keeper| keeper.barred().is_some())
    }
}

/// What was typed for a field, and what was seen there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    text: String,
    base: Option<Value>,
}

impl App {
    /// Who writes, where the person may change something; else it is said why not. Asked before anything is
    /// typed, and each time anew.
    pub(super) fn keeper(&mut self) -> Option<&Keeper> {
        if let Some(barred) = self
            .desk
            .keeper
            .as_ref()
            .and_then(|one| one.look_if_barred())
        {
            self.message = Some(barred.message());
            return None;
        }
        self.hands_over()
    }

    /// Who takes what was typed: where it cannot be written a copy is kept of it, so that it is not asked
    /// whether it can.
    pub(super) fn hands_over(&mut self) -> Option<&Keeper> {
        let why = match &self.desk.keeper {
            None => Some(change::BUILT_IN.into()),
            Some(keeper) if keeper.barred() == Some(Barred::Asked) => Some(Barred::Asked.message()),
            Some(_) if self.loading.is_some() => Some(words::STILL_LOADING.into()),
            Some(_) => None,
        };
        if why.is_some() {
            self.message = why;
            return None;
        }
        self.desk.keeper.as_deref()
    }

    /// Whether the person may change something in this file; else it is said why not.
    pub(super) fn may_change(&mut self, file: Option<&str>) -> bool {
        let Some(keeper) = self.keeper() else {
            return false;
        };
        let barred = file.filter(|file| !keeper.may_write(file));
        if let Some(file) = barred {
            self.message = Some(keep::not_permitted_in(file));
        }
        barred.is_none()
    }

    /// Under which name one's changes are told; none where nothing can be written.
    pub(super) fn who(&self) -> Option<&str> {
        self.desk.keeper.as_ref().map(|keeper| keeper.who())
    }

    /// Year, month and day where the person is.
    pub(in crate::app) fn day(&self) -> (i32, u8, u8) {
        self.desk.day.unwrap_or_else(today)
    }

    /// What a wish is worked out from; none where nothing can be written.
    pub(super) fn wish(&mut self) -> Option<wish::Desk<'_>> {
        self.hands_over()?;
        let day = self.day();
        let folder = self.desk.keeper.as_ref()?.folder();
        Some(wish::Desk::of(&self.shelf.library, folder, day))
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
