//! The schema files in `data/`, and the data held against them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use majlis::library::schema;
use serde_json::Value;

/// Five reports and the registry.
const FILES: usize = 6;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

#[test]
fn the_schema_files_are_what_the_types_give() {
    for (name, schema) in [
        ("report.schema.json", schema::report()),
        ("registry.schema.json", schema::registry()),
    ] {
        let file = fs::read_to_string(data().join(name)).unwrap();
        assert!(
            file == schema::to_text(schema),
            "data/{name} is old: write it again with `majlis schema`"
        );
    }
}

#[test]
fn the_schemas_are_of_draft_2020_12_and_describe_what_they_are() {
    for schema in [schema::report(), schema::registry()] {
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert!(schema["title"].is_string() && schema["description"].is_string());
        assert!(jsonschema::meta::is_valid(schema));
    }
}

#[test]
fn each_data_file_is_what_its_schema_says() {
    let mut files = 0;
    for entry in fs::read_dir(data()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        files += 1;
        let is_registry = path.file_stem().is_some_and(|stem| stem == "registry");
        let schema = if is_registry {
            schema::registry()
        } else {
            schema::report()
        };
        let text = fs::read_to_string(&path).unwrap();
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let validator = jsonschema::validator_for(schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(
            errors.is_empty(),
            "{}:\n{}",
            path.display(),
            errors.join("\n")
        );
    }
    assert!(files >= FILES, "only {files} files in data/");
}

#[test]
fn the_schema_refuses_what_it_should() {
    let validator = jsonschema::validator_for(schema::report()).unwrap();
    let of = |text: &str| serde_yaml::from_str::<Value>(text).unwrap();
    let head = "report: {id: a, kind: group-report, title: {ar: x, en: y}}";
    assert!(validator.is_valid(&of(head)));
    for wrong in [
        "{}",
        "report: {id: a, kind: group-report}",
        "report: {id: a, kind: group-report, title: x}",
        "report: {id: a, kind: other, title: {}}",
        "report: {id: 1.5, kind: group-report, title: {}}",
        "report: {id: a, kind: group-report, title: {fr: x}}",
    ] {
        assert!(!validator.is_valid(&of(wrong)), "{wrong}");
    }
}
