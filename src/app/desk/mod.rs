//! Changing records on the screen: everything goes through the [`Keeper`], as the commands do. What
//! is changed is shown at once, and written [beside](super::writer).
//!
//! What a person has typed is never lost: where it could not be written it stays in its field, and
//! what was left unsaved is there again when one comes back to the field.

mod added;
pub mod again;
mod called;
pub mod clash;
pub(super) mod directory;
mod elsewhere;
mod entries;
pub mod field;
mod filling;
pub mod form;
mod formed;
pub(super) mod gone;
mod lines;
pub mod names;
pub mod new_report;
mod newcomer;
pub mod past;
pub(super) mod permit;
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
use crate::library::keep::{Keeper, path_of};
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::words::Message;
use permit::Wanted;

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
    /// What was typed in a library elsewhere, and may be of this one; none once the person has answered.
    elsewhere: Option<elsewhere::Offered>,
    /// The name that was told last as one that the directory does not know.
    named: Option<String>,
    /// What was said last of why something may not be written, and of which file, where it was one.
    refused: Option<(Message, Option<String>)>,
    /// What was changed from within the forms that are open; none where none is.
    formed: Option<formed::Formed>,
    /// How much of a history is shown.
    past: past::Reach,
    /// The changes under way.
    pub(super) writing: writing::Writing,
    /// Where the lists of what is open were left.
    pub(super) left: super::open::Left,
}

/// What was typed for a field, and what was seen there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    text: String,
    base: Option<Value>,
}

impl Desk {
    /// Whether something new was begun and not added.
    pub(super) fn has_begun(&self) -> bool {
        !self.unborn.is_empty()
    }

    /// Year, month and day where the person is.
    fn today(&self) -> (i32, u8, u8) {
        self.day.unwrap_or_else(today)
    }
}

impl App {
    /// Under which name one's changes are told; none where nothing can be written.
    pub(super) fn who(&self) -> Option<&str> {
        self.desk.keeper.as_ref().map(|keeper| keeper.who())
    }

    /// Year, month and day where the person is.
    pub(in crate::app) fn day(&self) -> (i32, u8, u8) {
        self.desk.today()
    }

    /// What a wish is worked out from; none where nothing can be written.
    pub(super) fn wish(&mut self) -> Option<wish::Desk<'_>> {
        if !self.may(Wanted::Typed) {
            return None;
        }
        let day = self.day();
        let folder = self.desk.keeper.as_ref()?.folder();
        Some(wish::Desk::of(&self.shelf.library, folder, day).as_shown())
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
