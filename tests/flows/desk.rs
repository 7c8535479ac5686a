//! A folder of reports that can be changed, and what its files say.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use majlis::app::{Layer, Shelf};
use majlis::library::edit::{self, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;
use serde_yaml::Value;
use tempfile::TempDir;

use crate::harness::Screen;

pub const BOTH: [Language; 2] = [Language::Arabic, Language::English];

/// The built-in reports in a folder of their own, open to be changed by Hind on 10 June 2021.
pub fn desk(language: Language) -> (TempDir, Screen) {
    desk_of(language, (140, 40))
}

pub fn desk_of(language: Language, size: (u16, u16)) -> (TempDir, Screen) {
    let folder = tempfile::tempdir().unwrap();
    for source in Source::built_in() {
        let name = Path::new(&source.name).file_name().unwrap();
        fs::write(folder.path().join(name), source.bytes.unwrap()).unwrap();
    }
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let mut screen = Screen::new(shelf, language, Form::Visual, size);
    screen.app.keep_with(keeper(folder.path(), "hind"));
    screen.app.desk.day = Some((2021, 6, 10));
    (folder, screen)
}

pub fn keeper(folder: &Path, who: &str) -> Keeper {
    Keeper::new(folder, who, Means::Hand).with_state(Some(folder.join("state")))
}

pub fn file(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// A value of c21, by keys, ids and places from 0: `items [27] position status`, `urls #0 url`.
pub fn value(folder: &TempDir, path: &str) -> String {
    value_in(folder, "c21.yaml", path)
}

pub fn value_in(folder: &TempDir, name: &str, path: &str) -> String {
    let at = path.split(' ').fold(FieldPath::root(), |at, step| {
        let id = step.strip_prefix('[').and_then(|id| id.strip_suffix(']'));
        let place = step.strip_prefix('#').and_then(|place| place.parse().ok());
        match (id, place) {
            (Some(id), _) => at.id(id),
            (None, Some(place)) => at.place(place),
            (None, None) => at.key(step),
        }
    });
    // Of an element that is not there, there is no value.
    match edit::value(&file(folder, name), &at) {
        Ok(None) | Err(_) => String::new(),
        Ok(Some(Value::String(text))) => text,
        Ok(Some(other)) => serde_json::to_string(&other).unwrap(),
    }
}

/// Goes to a record.
pub fn go(screen: &mut Screen, id: &str) {
    screen.keys(&format!("/ <{id}> enter"));
    assert_eq!(screen.in_hand(), id);
}

/// Another writes a field of the position of item 27 meanwhile.
pub fn another(folder: &TempDir, path: &[&str], value: &str) {
    let at = FieldPath::root().key("items").id("27").key("position");
    let at = path.iter().fold(at, |at, key| at.key(*key));
    let change = Change {
        file: "c21.yaml".to_owned(),
        record: "c21:27/position".to_owned(),
        edits: vec![edit::Edit::Set {
            at,
            value: value.into(),
        }],
        seen: Vec::new(),
    };
    keeper(folder.path(), "omar").change(&change).unwrap();
}

/// Another program writes the wording of the position of item 27.
pub fn another_program(folder: &TempDir, side: &str) {
    let at = FieldPath::root().key("items").id("27").key("position");
    let value = Value::from("ما كُتب في هذه الأثناء: what was written meanwhile, C26/35");
    let at = at.key("text").key(side);
    let text = edit::apply(&file(folder, "c21.yaml"), &[edit::Edit::Set { at, value }]).unwrap();
    fs::write(folder.path().join("c21.yaml"), text).unwrap();
}

/// What the history on the screen says, the newest first.
pub fn past(screen: &Screen, language: Language) -> Vec<String> {
    match screen.app.layer() {
        Some(Layer::Past(picker)) => picker
            .shown()
            .map(|choice| choice.name.get(language).to_owned())
            .collect(),
        _ => Vec::new(),
    }
}
