//! What is found clean without being read once more has no error.

use crate::library::check::{errors_alone, is_clean};
use crate::library::edit::{Edit, FieldPath, Reading};
use crate::library::{Source, built_in};

/// The verdict on a text that was read to be changed, and that on the text itself.
fn both(name: &str, reading: &Reading) -> (bool, bool) {
    let source = Source::text(name.to_owned(), reading.text());
    (is_clean(name, reading), errors_alone(&source).is_empty())
}

fn text_of(source: &Source) -> String {
    String::from_utf8(source.bytes.clone().unwrap().into_owned()).unwrap()
}

#[test]
fn the_built_in_reports_are_clean_both_ways() {
    for source in built_in::sources() {
        let reading = Reading::of(&text_of(&source)).unwrap();
        assert_eq!(
            both(&source.name, &reading),
            (true, true),
            "{}",
            source.name
        );
    }
}

#[test]
fn what_makes_a_report_wrong_is_found_both_ways() {
    let source = built_in::sources()
        .into_iter()
        .find(|source| source.name.ends_with("c21.yaml"))
        .unwrap();
    let text = text_of(&source);
    let item = || FieldPath::root().key("items").id("27");
    let wrong = [
        (item().key("position").key("status"), "nonsense"),
        (item().key("position").key("date"), "2021-02-30"),
        (item().key("kind"), "[agenda-item, topic]"),
        (item().key("colour"), "red"),
        (item().key("id"), "eg-itrs"),
        (item().key("title"), "a line"),
        (item().key("position"), "{text: {en: x}}"),
        (
            item().key("recommendations"),
            "[{id: 27/r1, text: {en: x}, due: soon}]",
        ),
    ];
    for (at, value) in wrong {
        let value = serde_yaml::from_str(value).unwrap();
        let edit = Edit::Set { at, value };
        let reading = Reading::of(&text)
            .unwrap()
            .with(std::slice::from_ref(&edit))
            .unwrap();
        assert_eq!(both(&source.name, &reading), (false, false), "{edit:?}");
    }
    // Keys that are given twice, anchors and aliases are told by who reads the text itself.
    for text in [
        "report: {id: x, kind: group-report, title: {en: R}, id: x}\n",
        "report: &a {id: x, kind: group-report, title: {en: R}}\n",
        "report: {id: x, kind: group-report, title: {en: !t R}}\n",
        "items: []\n",
    ] {
        let reading = Reading::of(text).unwrap();
        assert_eq!(both("x.yaml", &reading), (false, false), "{text}");
    }
}
