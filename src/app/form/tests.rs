use super::*;
use crate::library::edit::{self, Step};
use crate::library::{Library, Source};

#[test]
fn the_words_of_a_fixed_set_come_with_their_labels() {
    let words: Vec<(String, &str)> = choices::<PositionStatus>()
        .into_iter()
        .map(|choice| (choice.word, choice.label.en))
        .collect();
    let expected = ["draft", "agreed", "delivered", "superseded", "withdrawn"];
    assert_eq!(
        words
            .iter()
            .map(|(word, _)| word.as_str())
            .collect::<Vec<_>>(),
        expected
    );
    assert_eq!(words[1].1, "agreed");
    assert_eq!(choices::<Role>().len(), 14);
    assert_eq!(choices::<RecommendationStatus>()[1].word, "in-progress");
}

/// Every field of every kind is one that the model knows: the schema says so.
#[test]
fn every_field_stands_in_the_model() {
    let schema = |root: &schemars::Schema| root.as_value().clone();
    let report = schema(&schemars::schema_for!(crate::report::ReportFile));
    let registry = schema(&schemars::schema_for!(crate::report::Registry));
    for kind in Kind::ALL {
        let name = match kind {
            Kind::Report => "Head".to_owned(),
            _ => format!("{kind:?}"),
        };
        let of = |root: &serde_json::Value| root["$defs"][&name]["properties"].clone();
        let properties = match of(&report) {
            serde_json::Value::Null => of(&registry),
            found => found,
        };
        for field in fields(kind) {
            let first = field.name.split('.').next().unwrap();
            assert!(!properties[first].is_null(), "{kind:?} {}", field.name);
        }
    }
}

/// What the record needs is in the form, so that a new one can be made with it.
#[test]
fn what_a_record_needs_is_in_its_form() {
    let report = schemars::schema_for!(crate::report::ReportFile)
        .as_value()
        .clone();
    let registry = schemars::schema_for!(crate::report::Registry)
        .as_value()
        .clone();
    for kind in Kind::ALL {
        let name = match kind {
            Kind::Report => "Head".to_owned(),
            _ => format!("{kind:?}"),
        };
        let of = |root: &serde_json::Value| root["$defs"][&name]["required"].clone();
        let mut needed: Vec<String> = [&report, &registry]
            .into_iter()
            .filter_map(|root| serde_json::from_value(of(root)).ok())
            .next()
            .unwrap_or_default();
        needed.retain(|name| name != "id");
        let mut marked: Vec<&str> = fields(kind)
            .iter()
            .filter(|field| field.required)
            .map(|field| field.name)
            .collect();
        needed.sort();
        marked.sort_unstable();
        assert_eq!(marked, needed, "{kind:?}");
    }
}

#[test]
fn every_record_of_the_five_reports_is_found_in_its_file() {
    let library = Library::built_in();
    let sources = Source::built_in();
    for key in library.keys() {
        let at = place(&library, key).unwrap();
        let id = library.id(key);
        let file = match id.split_once(':') {
            _ if library.report_of(key).is_none() => "registry.yaml",
            Some((report, _)) => report,
            None => id,
        };
        let found = sources.iter().find_map(|source| {
            let text = std::str::from_utf8(source.bytes.as_ref().ok()?).ok()?;
            let of_this = text.contains(&format!("  id: {file}\n")) || source.name.ends_with(file);
            of_this
                .then(|| edit::value(text, &at).ok().flatten())
                .flatten()
        });
        assert!(found.is_some(), "{id}: {at:?}");
    }
}

#[test]
fn the_way_to_a_record_goes_by_ids() {
    let library = Library::built_in();
    let key = |name: &str| Step::Key(name.to_owned());
    let id = |name: &str| Step::Id(name.to_owned());
    for (record, steps) in [
        (
            "c21:27/position",
            vec![key("items"), id("27"), key("position")],
        ),
        ("KWT", vec![key("countries"), id("KWT")]),
        ("c21", vec![key("report")]),
    ] {
        let found = place(&library, library.find(record).unwrap()).unwrap();
        assert_eq!(found.0, steps, "{record}");
    }
}

#[test]
fn a_field_is_known_by_its_name_and_by_its_language() {
    assert!(matches!(
        field(Kind::Position, "status").unwrap().sort,
        Sort::Choice(_)
    ));
    assert_eq!(field(Kind::Position, "text.ar").unwrap().name, "text");
    assert_eq!(
        field(Kind::Contribution, "result.text.en").unwrap().name,
        "result.text"
    );
    assert!(field(Kind::Position, "status.ar").is_none());
    assert!(field(Kind::Position, "due").is_none());
}
