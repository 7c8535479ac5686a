//! What the positions that were agreed in a call said when they were.

use std::slice;

use serde_yaml::{Mapping, Value};

use super::beforehand::within;
use super::told::{Told, position_on, standing};
use crate::library::Library;
use crate::library::edit::{FieldPath, Step};
use crate::library::keep::wish::Desk;
use crate::library::keep::{FieldChange, History, Line, Sort, path_of, value_of};
use crate::report::Language;
use crate::report::call::{Call, Moment};

/// What a position says, as far as a record of a call tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Words {
    pub stance: Option<Value>,
    pub text: Option<Value>,
}

impl Words {
    /// What the position with this full id says in the library.
    pub fn now(library: &Library, id: &str) -> Self {
        let value = |field: &str| value_of(library, library.with_id(id)?, &[field.to_owned()]);
        Self {
            stance: value("stance"),
            text: value("text"),
        }
    }

    /// What it said when it was agreed in the call: when it was confirmed there, or when the last of these
    /// changes made it agreed. `since` is all that was changed since the call began, also after its end;
    /// both have the oldest first.
    pub fn agreed(
        library: &Library,
        call: &Call,
        id: &str,
        lines: &[Line],
        since: &[Line],
    ) -> Self {
        let mut changes = standing(lines).into_iter().rev();
        let agreeing = changes.find(|line| {
            let told = Told::of(slice::from_ref(*line));
            told.agreed.iter().any(|agreed| agreed == id)
        });
        let when = |line: &Line| line.timestamp().map(Moment::from);
        let mut confirmed = call.confirmed.iter();
        let confirmed = confirmed
            .find(|one| position_on(&one.item) == id)
            .filter(|one| agreeing.and_then(when).is_none_or(|when| when <= one.at));
        if let Some(noted) = confirmed {
            let value = |value| serde_yaml::to_value(value).ok();
            return Self {
                stance: noted.stance.and_then(|one| serde_yaml::to_value(one).ok()),
                text: noted.text.as_ref().and_then(value),
            };
        }
        let now = Self::now(library, id);
        let Some((agreeing, base)) = agreeing.zip(place(library, id)) else {
            return now;
        };
        let mut state = Some(now.value());
        let report = id.split(':').next();
        let of_report =
            |line: &&Line| line.what.has_changed() && line.record.split(':').next() == report;
        // What the library has not heard of as yet, then back to the change that made it agreed.
        let fields = since.iter().filter(of_report).flat_map(|line| &line.fields);
        for field in fields {
            put(&mut state, &base, field, field.became.as_ref());
        }
        let later = since.iter().rev().filter(of_report);
        let later = later.take_while(|line| line.id != agreeing.id);
        for field in later.flat_map(|line| line.fields.iter().rev()) {
            put(&mut state, &base, field, field.was.as_ref());
        }
        let value = |field: &str| state.as_ref()?.get(field).cloned();
        Self {
            stance: value("stance"),
            text: value("text"),
        }
    }

    /// The language in which another wording says otherwise, where it does so in just one.
    pub fn changed_side(&self, other: &Self) -> Option<Language> {
        let said = |words: &Self, side: &str| {
            let said = words.text.as_ref().and_then(|text| text.get(side));
            said.and_then(Value::as_str)
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        let differs = |side| said(self, side) != said(other, side);
        match (differs("ar"), differs("en")) {
            (true, false) => Some(Language::Arabic),
            (false, true) => Some(Language::English),
            _ => None,
        }
    }

    fn value(&self) -> Value {
        let fields = [("stance", &self.stance), ("text", &self.text)];
        let fields = fields
            .into_iter()
            .filter_map(|(name, value)| Some((Value::from(name), value.clone()?)));
        Value::Mapping(fields.collect())
    }

    /// The language in which the position with this full id was left behind when it said this.
    pub fn left_behind(&self, desk: &Desk<'_>, id: &str) -> Option<Language> {
        let said = serde_yaml::from_value(self.text.clone()?).ok()?;
        let history = History::of(desk.folder);
        history.left_behind(desk, desk.library.with_id(id)?, &said)
    }

    /// The entry in the record of a meeting, with the language that was left behind; none where stance or
    /// text is not known.
    pub fn entry(self, of: &str, behind: Option<Language>) -> Option<Value> {
        let mut entry = Mapping::new();
        entry.insert("of".into(), of.into());
        entry.insert("stance".into(), self.stance?);
        entry.insert("text".into(), self.text?);
        if let Some(behind) = behind {
            entry.insert("behind".into(), behind.code().into());
        }
        Some(Value::Mapping(entry))
    }
}

fn place(library: &Library, id: &str) -> Option<FieldPath> {
    path_of(library, library.with_id(id)?)
}

/// Gives a position at this place the value that a changed field has: the field is around it, the position
/// itself, or within it.
fn put(state: &mut Option<Value>, base: &FieldPath, field: &FieldChange, value: Option<&Value>) {
    if field.sort == Sort::Move {
        return;
    }
    let (at, base) = (field.at.0.as_slice(), base.0.as_slice());
    if let Some(rest) = base.strip_prefix(at) {
        *state = value
            .and_then(|value| rest.iter().try_fold(value, within))
            .cloned();
    } else if let Some([names @ .., last]) = at.strip_prefix(base)
        && let Step::Key(last) = last
    {
        let mut around = state.as_mut();
        for name in names {
            let Step::Key(name) = name else { return };
            around = around.and_then(|around| around.get_mut(name.as_str()));
        }
        if let Some(map) = around.and_then(Value::as_mapping_mut) {
            match value {
                Some(value) => _ = map.insert(last.as_str().into(), value.clone()),
                None => _ = map.remove(last.as_str()),
            }
        }
    }
}
