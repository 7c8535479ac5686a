//! A wording that stands in Arabic and in English: where one of the two is changed, the other keeps the
//! meaning that it had, until somebody changes it as well.

use std::collections::HashMap;

use serde_yaml::Value;

use super::history::{ChangeId, Deed, FieldChange, Line, Sort};
use crate::library::edit::{FieldPath, Step};
use crate::report::{Language, PositionStatus};

/// The stages of a position at which its wording is given out.
const GIVEN_OUT: [&str; 2] = ["agreed", "delivered"];

/// A wording that is as it was before that in the other language was changed, or is not there at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    /// Where it stands in the file, or would.
    pub at: FieldPath,
    /// Its language.
    pub language: Language,
    /// It is not there, and its position is agreed or delivered.
    pub is_missing: bool,
}

/// How the two stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sides {
    /// Neither was changed without the other, as far as is known.
    InStep,
    /// The one in this language was changed, and the other was not since.
    Ahead(Language),
}

impl Sides {
    /// The one in this language is changed.
    fn change(self, language: Language) -> Self {
        match self {
            Self::Ahead(ahead) if ahead != language => Self::InStep,
            _ => Self::Ahead(language),
        }
    }
}

/// The wordings that a change leaves behind; and, where it is that a position is agreed or delivered,
/// those that were left behind before or are missing. `older` are the lines before it, the newest first; `value` tells
/// what stands at a place since.
pub(super) fn left_behind(
    line: &Line,
    older: impl FnOnce() -> Vec<Line>,
    value: impl Fn(&FieldPath) -> Option<Value>,
) -> Vec<LeftBehind> {
    if line.what != Deed::Change {
        return Vec::new();
    }
    let mut texts: Vec<FieldPath> = Vec::new();
    let mut left: Vec<LeftBehind> = Vec::new();
    for field in &line.fields {
        let Some(text) = text_of(field) else {
            continue;
        };
        let said = value(&text);
        match (has(said.as_ref(), "ar"), has(said.as_ref(), "en")) {
            (true, true) if !texts.contains(&text) => texts.push(text),
            (has_arabic, has_english) if has_arabic != has_english && is_stage(field) => {
                let language = match has_arabic {
                    true => Language::English,
                    false => Language::Arabic,
                };
                left.push(LeftBehind {
                    at: text.key(key_of(language)),
                    language,
                    is_missing: true,
                });
            }
            _ => {}
        }
    }
    if texts.is_empty() {
        return left;
    }
    let older = older();
    let behind = texts.into_iter().filter_map(|text| {
        let before = sides(&older, &line.file, &text);
        let Sides::Ahead(ahead) = after(before, &line.fields, &text) else {
            return None;
        };
        let language = ahead.other();
        Some(LeftBehind {
            at: text.key(key_of(language)),
            language,
            is_missing: false,
        })
    });
    left.extend(behind);
    left
}

/// The languages of which a change writes a wording in the script of the other one: who types one field too
/// far is told so.
pub(super) fn in_other_script(line: &Line) -> Vec<Language> {
    let mut found = Vec::new();
    if line.what == Deed::Change {
        for field in &line.fields {
            let keys = field.at.0.iter().map(|step| match step {
                Step::Key(key) => key.as_str(),
                _ => "",
            });
            let keys: Vec<&str> = keys.collect();
            if let Some(value) = &field.became {
                stray(&keys, value, &mut found);
            }
        }
    }
    found
}

fn stray(keys: &[&str], value: &Value, found: &mut Vec<Language>) {
    match value {
        Value::String(text) => {
            let language = match keys {
                [.., "text", "ar"] => Language::Arabic,
                [.., "text", "en"] => Language::English,
                _ => return,
            };
            if is_in_other_script(text, language) && !found.contains(&language) {
                found.push(language);
            }
        }
        Value::Mapping(map) => {
            for (key, value) in map {
                let keys: Vec<&str> = keys.iter().copied().chain(key.as_str()).collect();
                stray(&keys, value, found);
            }
        }
        _ => {}
    }
}

/// Whether a text has no letter of its own script, or fewer than of the other one: an Arabic text may be an
/// acronym, an English one may name something in Arabic.
fn is_in_other_script(text: &str, language: Language) -> bool {
    let arabic = |letter: char| matches!(letter, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}');
    let count = |is: &dyn Fn(char) -> bool| text.chars().filter(|letter| is(*letter)).count();
    let (own, other) = (
        count(&arabic),
        count(&|letter| letter.is_ascii_alphabetic()),
    );
    let words = text
        .split_whitespace()
        .filter(|word| word.contains(|letter: char| letter.is_ascii_alphabetic()));
    match language {
        Language::Arabic => own == 0 && words.count() > 2,
        Language::English => own > other,
    }
}

/// The stage of a position that is agreed or delivered, where a change makes its wording or its stance
/// another than it was then, and leaves the stage; `value` tells what stands at a place since.
pub(super) fn stage_left(
    line: &Line,
    value: impl Fn(&FieldPath) -> Option<Value>,
) -> Option<PositionStatus> {
    if line.what != Deed::Change || line.fields.iter().any(is_stage) {
        return None;
    }
    line.fields.iter().find_map(|field| {
        let status = value(&reworded(field)?.key("status"))?;
        let is_out = status.as_str().is_some_and(|one| GIVEN_OUT.contains(&one));
        is_out
            .then(|| serde_yaml::from_value(status).ok())
            .flatten()
    })
}

/// The position of which a field is the stance or the wording, where it said something else before.
fn reworded(field: &FieldChange) -> Option<FieldPath> {
    let is_key =
        |step: Option<&Step>, name: &str| matches!(step, Some(Step::Key(key)) if key == name);
    let steps = field.at.0.as_slice();
    let (position, is_other) = match steps {
        [position @ .., Step::Key(stance)] if stance == "stance" => (position, field.was.is_some()),
        [position @ .., Step::Key(text)] if text == "text" => {
            let is_other = |side: &str| {
                let within = |value: &Option<Value>| value.as_ref()?.get(side).cloned();
                has(field.was.as_ref(), side) && within(&field.was) != within(&field.became)
            };
            (position, is_other("ar") || is_other("en"))
        }
        // A wording that was not there before says the same in another language.
        [position @ .., Step::Key(text), Step::Key(_)] if text == "text" => {
            (position, field.was.is_some())
        }
        _ => return None,
    };
    let is_set = field.sort == Sort::Set && is_other && is_key(position.last(), "position");
    is_set.then(|| FieldPath(position.to_vec()))
}

/// Whether a field is the stage of a position.
fn is_stage(field: &FieldChange) -> bool {
    let steps = field.at.0.as_slice();
    matches!(steps, [.., Step::Key(position), Step::Key(status)] if position == "position" && status == "status")
}

const fn key_of(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ar",
        Language::English => "en",
    }
}

/// The wording that a field is a side of, or that its position is given out with. A name is spelled in
/// each language, and means the same.
fn text_of(field: &FieldChange) -> Option<FieldPath> {
    if field.sort != Sort::Set {
        return None;
    }
    let steps = field.at.0.as_slice();
    let of = |steps: &[Step]| Some(FieldPath(steps.to_vec()));
    match steps {
        [position @ .., Step::Key(key)] if key == "status" => {
            let is_out = field.became.as_ref().and_then(Value::as_str);
            let is_position = matches!(position.last(), Some(Step::Key(key)) if key == "position");
            let is_out = is_out.is_some_and(|stage| GIVEN_OUT.contains(&stage));
            (is_position && is_out).then(|| FieldPath(position.to_vec()).key("text"))
        }
        [text @ .., Step::Key(side)] if side == "ar" || side == "en" => {
            let is_name = matches!(text.last(), Some(Step::Key(key)) if key == "name");
            (!is_name).then(|| of(text)).flatten()
        }
        [.., Step::Key(key)] if key == "text" || key == "title" => of(steps),
        _ => None,
    }
}

/// Whether something stands in a language.
fn has(text: Option<&Value>, side: &str) -> bool {
    let side = text.and_then(|text| text.get(side)).and_then(Value::as_str);
    side.is_some_and(|side| !side.trim().is_empty())
}

/// How the two stood to each other after these lines, which come newest first. What was undone counts
/// for nothing.
pub(super) fn sides(older: &[Line], file: &str, text: &FieldPath) -> Sides {
    let mut turned: HashMap<&ChangeId, Deed> = HashMap::new();
    let mut changes = Vec::new();
    for line in older.iter().filter(|line| line.file == file) {
        match (line.what, &line.of) {
            // The last word on each counts.
            (Deed::Undo | Deed::Redo, Some(of)) => _ = turned.entry(of).or_insert(line.what),
            (Deed::Change, _) if turned.get(&line.id) != Some(&Deed::Undo) => {
                changes.push(&line.fields);
            }
            _ => {}
        }
    }
    let changes = changes.into_iter().rev();
    changes.fold(Sides::InStep, |sides, fields| after(sides, fields, text))
}

/// How they stand to each other after a change.
fn after(sides: Sides, fields: &[FieldChange], text: &FieldPath) -> Sides {
    let changed = |side: &str| fields.iter().any(|field| changes(field, text, side));
    let is_new = fields.iter().any(|field| {
        let is_around = text.0.starts_with(&field.at.0) && field.sort != Sort::Move;
        let is_side = matches!(field.at.0.as_slice(), [of @ .., Step::Key(side)]
            if of == text.0.as_slice() && matches!(side.as_str(), "ar" | "en"));
        // All of it came or went; or a side that was not there is written.
        (is_around && field.at != *text) || (is_side && field.was.is_none())
    });
    match (changed("ar"), changed("en")) {
        _ if is_new => Sides::InStep,
        (true, true) => Sides::InStep,
        (true, false) => sides.change(Language::Arabic),
        (false, true) => sides.change(Language::English),
        (false, false) => sides,
    }
}

/// Whether a field gives the side of a wording in a language another value.
fn changes(field: &FieldChange, text: &FieldPath, side: &str) -> bool {
    let within = |value: &Option<Value>| value.as_ref().and_then(|value| value.get(side).cloned());
    match field.at.0.strip_prefix(text.0.as_slice()) {
        Some([]) => within(&field.was) != within(&field.became),
        Some([Step::Key(key)]) => key == side,
        _ => false,
    }
}
