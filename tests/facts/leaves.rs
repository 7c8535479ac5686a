//! Whatever a record holds, the record is found by it.

use std::sync::Arc;

use majlis::library::{Key, Library};
use majlis::report::Kind;
use majlis::search::{Query, Set};
use serde_json::Value;

use crate::World;

/// What a leaf is found by.
const WORDS: usize = 8;

/// Fields that hold records of their own.
fn nested(kind: Kind, field: &str) -> bool {
    match kind {
        Kind::Item => ["position", "views", "notes", "recommendations"].contains(&field),
        Kind::Section => ["sections", "paragraphs"].contains(&field),
        Kind::Paragraph => field == "points",
        _ => false,
    }
}

/// Calls `leaf` with the path and the text of every string and number.
fn walk(value: &Value, path: &str, leaf: &mut impl FnMut(&str, String)) {
    match value {
        Value::String(text) => leaf(path, text.clone()),
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            // A number as a person writes it: 9700000, 2.5.
            leaf(path, number.to_string());
        }
        Value::Array(list) => list.iter().for_each(|one| walk(one, path, leaf)),
        Value::Object(map) => {
            for (field, one) in map {
                let path = format!("{path}.{field}");
                if path == ".sic" {
                    for (printed, meant) in one.as_object().unwrap() {
                        leaf(".sic", printed.clone());
                        walk(meant, ".sic", leaf);
                    }
                } else {
                    walk(one, &path, leaf);
                }
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn leaves(library: &Library, key: Key) -> Vec<(String, String)> {
    let mut value = serde_json::to_value(library.record(key).unwrap()).unwrap();
    let kind = library.kind(key);
    value
        .as_object_mut()
        .unwrap()
        .retain(|field, _| !nested(kind, field));
    let mut found = Vec::new();
    walk(&value, "", &mut |path, text| {
        found.push((path.to_owned(), text))
    });
    found
}

#[test]
fn every_record_is_found_by_every_word_it_holds() {
    let world = World::new();
    let mut misses = Vec::new();
    let mut count = 0;
    for key in world.library.keys() {
        let mut only = Set::new(world.library.len());
        only.insert(key.index() as u32);
        let only = Arc::new(only);
        for (path, text) in leaves(&world.library, key) {
            let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
            let query = Query::parse(&words.join(" "));
            // A leaf of signs only (the «#» of a table's heading) has no word to look for.
            if query.is_empty() {
                continue;
            }
            count += 1;
            if world.finder.find(&query, 1, Some(&only)).hits.is_empty() {
                let id = world.library.id(key);
                misses.push(format!("{id}{path}: {}", words.join(" ")));
            }
        }
    }
    assert!(count > 10_000, "only {count} leaves were read");
    assert!(
        misses.is_empty(),
        "{} of {count} leaves are not found:\n{}",
        misses.len(),
        misses.join("\n")
    );
}
