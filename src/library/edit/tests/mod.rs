//! Edits of texts, worked out by hand; what holds for all; what is refused.

#![allow(clippy::string_slice, reason = "tests may panic")]

mod blocks;
mod flows;
mod hostile;
mod keys;
mod lists;
mod meant;
mod model;
mod properties;
mod reading;
mod refusals;
mod runs;
mod scalars;
mod written;

use serde_yaml::Value;

use super::{Edit, EditError, FieldPath, Step, apply, value};

/// What a change to a text is called, the text before, the edit, the text after.
type Case = (&'static str, &'static str, Edit, &'static str);

/// A path as it is shown: `items[27].position`, `items[#1]`.
pub(super) fn path(shown: &str) -> FieldPath {
    let mut steps = Vec::new();
    for part in shown.split_inclusive(']').flat_map(|part| part.split('[')) {
        if let Some(step) = part.strip_suffix(']') {
            steps.push(self::step(step));
        } else {
            let keys = part.split('.').filter(|key| !key.is_empty());
            steps.extend(keys.map(|key| Step::Key(key.to_owned())));
        }
    }
    FieldPath(steps)
}

/// A step as it is shown in brackets: an id, or `#1` for the first place.
fn step(shown: &str) -> Step {
    match shown.strip_prefix('#') {
        Some(place) => Step::Place(place.parse::<usize>().unwrap() - 1),
        None => Step::Id(shown.to_owned()),
    }
}

/// The value that a piece of YAML is.
fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

fn set(at: &str, value: &str) -> Edit {
    let value = yaml(value);
    Edit::Set {
        at: path(at),
        value,
    }
}

/// Sets a text, as it stands.
fn set_text(at: &str, text: &str) -> Edit {
    let value = Value::String(text.to_owned());
    Edit::Set {
        at: path(at),
        value,
    }
}

fn remove(at: &str) -> Edit {
    Edit::Remove { at: path(at) }
}

/// Puts a value before the element that is named; at the end for an empty name.
fn insert(list: &str, before: &str, value: &str) -> Edit {
    let before = (!before.is_empty()).then(|| step(before));
    Edit::Insert {
        list: path(list),
        before,
        value: yaml(value),
    }
}

/// Moves an element before the one that is named; to the end for an empty name.
fn shift(at: &str, before: &str) -> Edit {
    let before = (!before.is_empty()).then(|| step(before));
    Edit::Move {
        at: path(at),
        before,
    }
}

/// Makes each edit and compares; also what the loader reads in the new text.
fn check(cases: &[Case]) {
    let mut wrong = String::new();
    for (name, before, edit, after) in cases {
        let new = apply(before, std::slice::from_ref(edit));
        if new.as_deref() != Ok(*after) {
            wrong += &format!("--- {name}\n{before}\n--> should be\n{after}\n--> is\n");
            match new {
                Ok(new) => wrong += &format!("{new}\n"),
                Err(error) => wrong += &format!("{error:?}\n"),
            }
            continue;
        }
        let loaded: Result<Value, _> = serde_yaml::from_str(after.trim_start_matches('\u{feff}'));
        let ours = value(after, &FieldPath::root()).unwrap().unwrap();
        if loaded.as_ref().ok() != Some(&ours) {
            wrong += &format!("--- {name}: the loader reads {loaded:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn no_edit_and_an_edit_that_says_the_same_change_nothing() {
    let text = "\u{feff}a:   'x'  # c\r\nb: [ 1,2 ]\r\n";
    assert_eq!(apply(text, &[]).as_deref(), Ok(text));
    assert_eq!(
        apply(text, &[set("a", "x"), set("b", "[1, 2]")]).as_deref(),
        Ok(text)
    );
}

#[test]
fn several_edits_are_made_one_after_another_or_not_at_all() {
    let text = "a: 1\nlist:\n  - {id: x}\n  - {id: y}\n";
    let edits = [
        set("a", "2"),
        insert("list", "x", "{id: w}"),
        remove("list[y]"),
        set("list[w].id", "v"),
    ];
    assert_eq!(
        apply(text, &edits).as_deref(),
        Ok("a: 2\nlist:\n  - {id: v}\n  - {id: x}\n")
    );
    let edits = [set("a", "2"), remove("list[z]")];
    assert_eq!(
        apply(text, &edits),
        Err(EditError::NotFound(path("list[z]")))
    );
}

#[test]
fn many_edits_in_a_row() {
    let edits: Vec<Edit> = (0..200).map(|nth| set("a", &nth.to_string())).collect();
    assert_eq!(apply("a: x # c\n", &edits).as_deref(), Ok("a: 199 # c\n"));
}

#[test]
fn paths_are_shown_as_people_read_them() {
    let at = FieldPath::root()
        .key("items")
        .id("27")
        .key("notes")
        .place(0)
        .key("text")
        .key("ar");
    assert_eq!(at.to_string(), "items[27].notes[#1].text.ar");
    assert_eq!(path("items[27].notes[#1].text.ar"), at);
}
