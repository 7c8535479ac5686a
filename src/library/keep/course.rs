//! What the history tells of a position: what it said at each of its changes, and so whether it was left
//! behind in one language when it said this, and whether it says otherwise than when it was delivered.

use serde_yaml::Value;

use super::history::{FieldChange, History, Line, Sort};
use super::others::within;
use super::path_of;
use super::sides::{Sides, sides};
use super::sitting::LOOKED_BACK;
use super::wish::Desk;
use crate::library::Key;
use crate::library::edit::FieldPath;
use crate::report::{Language, Record, Text};

/// The stage of a position that was delivered.
const DELIVERED: &str = "delivered";

impl History {
    /// The language in which a position was as it was before the other language was changed, when it said
    /// this the last time. None where that is not known.
    #[must_use]
    pub fn left_behind(&self, desk: &Desk<'_>, position: Key, said: &Text) -> Option<Language> {
        let at = path_of(desk.library, position)?;
        behind(&self.lines_of(&desk.file(position).ok()?), &at, said)
    }

    /// Whether a position, which is delivered, says otherwise than when it became so. A language that was
    /// not there then says the same.
    #[must_use]
    pub fn is_reworded(&self, desk: &Desk<'_>, position: Key) -> bool {
        let (Some(Record::Position(now)), Some(at), Ok(file)) = (
            desk.library.record(position),
            path_of(desk.library, position),
            desk.file(position),
        ) else {
            return false;
        };
        let lines = self.lines_of(&file);
        let status = course(&lines, &at.clone().key("status"), Some(DELIVERED));
        let before = status
            .iter()
            .position(|status| status.as_deref() != Some(DELIVERED));
        // The newest stands first: it became so by the last of the row.
        let became = before.map_or(lines.len(), |at| at.saturating_sub(1));
        let stance = serde_json::to_value(now.stance).ok();
        let stance = stance.as_ref().and_then(serde_json::Value::as_str);
        let text = at.clone().key("text");
        let fields = [
            (at.key("stance"), stance),
            (text.clone().key("ar"), now.text.ar.as_deref()),
            (text.key("en"), now.text.en.as_deref()),
        ];
        fields.into_iter().any(|(at, now)| {
            let then = course(&lines, &at, now).into_iter().nth(became).flatten();
            then.is_some() && then.as_deref() != now.map(str::trim)
        })
    }

    /// What was done lately in a file, the newest first.
    fn lines_of(&self, file: &str) -> Vec<Line> {
        let lines = self.newest_first().into_iter().flatten();
        let lines = lines.take(LOOKED_BACK);
        lines.filter(|line| line.file == file).collect()
    }
}

/// The same by the lines of its file, the newest first, of the position at this place.
fn behind(lines: &[Line], position: &FieldPath, said: &Text) -> Option<Language> {
    if said.missing().is_some() || said.is_empty() {
        return None;
    }
    let text = position.clone().key("text");
    let file = lines.first()?.file.as_str();
    let says = |language: Language| {
        let said = said.get(language).map(str::trim);
        let course = course(lines, &text.clone().key(language.code()), said);
        course.into_iter().map(move |one| one.as_deref() == said)
    };
    let mut says = says(Language::Arabic).zip(says(Language::English));
    let at = says.position(|says| says == (true, true))?;
    match sides(lines.get(at..)?, file, &text) {
        Sides::Ahead(ahead) => Some(ahead.other()),
        Sides::InStep => None,
    }
}

/// What stood at a place after each of these lines, which come newest first, and before all of them: where
/// none of them tells it, what stands there now.
fn course(lines: &[Line], at: &FieldPath, now: Option<&str>) -> Vec<Option<String>> {
    let word = |value: Option<&Value>| {
        let word = value.and_then(Value::as_str).unwrap_or_default().trim();
        (!word.is_empty()).then(|| word.to_owned())
    };
    let told = |line: &Line, is_first: bool| {
        let mut fields: Box<dyn Iterator<Item = &FieldChange>> = match is_first {
            true => Box::new(line.fields.iter()),
            false => Box::new(line.fields.iter().rev()),
        };
        fields.find_map(|field| {
            let rest = at.0.strip_prefix(field.at.0.as_slice())?;
            let value = match is_first {
                true => &field.was,
                false => &field.became,
            };
            (field.sort != Sort::Move).then(|| word(within(value.as_ref(), rest)))
        })
    };
    let changes = || lines.iter().filter(|line| line.what.has_changed());
    let first = changes().rev().find_map(|line| told(line, true));
    let mut stood = first.unwrap_or_else(|| now.map(|now| now.trim().to_owned()));
    let mut course = vec![stood.clone()];
    for line in lines.iter().rev() {
        if line.what.has_changed()
            && let Some(became) = told(line, false)
        {
            stood = became;
        }
        course.push(stood.clone());
    }
    course.reverse();
    course
}
