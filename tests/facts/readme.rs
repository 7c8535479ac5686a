//! What `data/README.md` teaches is right.

use majlis::library::check::check;
use majlis::library::{Library, Source};

const README: &str = include_str!("../../data/README.md");

/// The files of the example: each block of YAML, by the name that its first line gives.
fn example() -> Vec<(&'static str, &'static str)> {
    README
        .split("```yaml\n")
        .skip(1)
        .map(|rest| {
            let text = rest.split("```").next().unwrap();
            let name = text.lines().next().unwrap().strip_prefix("# ").unwrap();
            (name, text)
        })
        .collect()
}

#[test]
fn the_example_passes_the_check_without_a_warning() {
    let files = example();
    let names: Vec<&str> = files.iter().map(|file| file.0).collect();
    assert_eq!(names, ["registry.yaml", "g1.yaml"]);
    let sources: Vec<Source> = files
        .into_iter()
        .map(|(name, text)| Source::text(name, text))
        .collect();
    let checked = check(&sources);
    assert!(checked.problems.is_empty(), "{:#?}", checked.problems);
}

#[test]
fn the_example_opens_by_the_ids_that_it_teaches() {
    let sources = example()
        .into_iter()
        .map(|(name, text)| Source::text(name, text))
        .collect();
    let library = Library::from_sources(sources);
    assert!(library.problems().is_empty(), "{:#?}", library.problems());
    for id in [
        "g1:27",
        "g1:27/position",
        "g1:27/r1",
        "g1:nom/selim",
        "g1:1.1",
        "c-dec:619",
        "C26/35",
    ] {
        let key = library.find(id).unwrap_or_else(|| panic!("no {id}"));
        assert_eq!(library.id(key), id);
    }
}

/// A field or a fixed word that the schemas know and the README does not tell of.
#[test]
fn every_field_and_fixed_word_is_told() {
    let mut missing = Vec::new();
    for schema in [
        majlis::library::schema::report(),
        majlis::library::schema::registry(),
    ] {
        let schema = serde_json::to_value(schema).unwrap();
        words(&schema, &mut |word| {
            let told = [format!("`{word}`"), format!("`{word}:")]
                .iter()
                .any(|told| README.contains(told));
            let part = [
                "ar",
                "en",
                "url",
                "label",
                "amount",
                "currency",
                "unit",
                "qualifier",
            ]
            .contains(&word)
                || ["printed", "countries", "count", "bodies"].contains(&word);
            if !told && !part {
                missing.push(word.to_owned());
            }
        });
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "not told: {missing:?}");
}

fn words(schema: &serde_json::Value, found: &mut impl FnMut(&str)) {
    use serde_json::Value;
    match schema {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("properties", Value::Object(fields)) => {
                        fields.keys().for_each(|field| found(field));
                    }
                    ("const", Value::String(word)) => found(word),
                    ("enum", Value::Array(list)) => {
                        list.iter().filter_map(Value::as_str).for_each(&mut *found);
                    }
                    _ => {}
                }
                words(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| words(value, found)),
        _ => {}
    }
}
