//! Numbers of items, and what looks like a span of years, over reports that are made for it.

use super::{Field, Key, Library, count, records};
use crate::library::Source;

/// Only a year is asked for by spans: a report may be called after its years.
#[test]
fn what_looks_like_a_span_is_a_value_of_another_field() {
    let library = Library::from_sources(vec![
        Source::text(
            "2020-2023.yaml",
            "report: {id: 2020-2023, kind: group-report, title: {en: A}}\n\
             items:\n  - {id: plan, number: [2020-2023], title: {en: Plan}}\n",
        ),
        Source::text(
            "b.yaml",
            "report: {id: b, kind: group-report, title: {en: B}}\n",
        ),
    ]);
    assert_eq!(count(&library, Field::Report, "2020-2023"), Some(2));
    assert_eq!(count(&library, Field::Item, "2020-2023"), Some(1));
    for typed in [">27", "≤ 27", "<2020"] {
        assert_eq!(
            count(&Library::built_in(), Field::Item, typed),
            None,
            "{typed}"
        );
    }
    assert_eq!(count(&Library::built_in(), Field::Year, ">20"), None);
}

/// An item with two numbers, one whose id is no number, and two whose numbers begin alike.
#[test]
fn an_item_is_met_by_its_numbers_and_not_by_other_ids() {
    let library = Library::from_sources(vec![Source::text(
        "a.yaml",
        "report: {id: a, kind: group-report, title: {en: A}}\n\
         items:\n\
         \x20 - {id: \"11\", number: [\"11\", \"12\"], title: {en: One}, position: {stance: support, status: draft, text: {en: P}}}\n\
         \x20 - {id: \"13\", title: {en: Without a number}}\n\
         \x20 - {id: word, number: [\"1.2\", \"٤٧\"], title: {en: Two}}\n\
         events:\n\
         \x20 - {id: \"12\", kind: forum, title: {en: No item}}\n",
    )]);
    let met = |typed: &str| -> Vec<String> {
        let set = records(&library, Field::Item, typed).unwrap_or_default();
        set.keys()
            .map(|key| library.id(Key::new(key)).to_owned())
            .collect()
    };
    let one = ["a:11", "a:11/position"];
    assert_eq!(met("11"), one);
    assert_eq!(met("12"), one);
    assert_eq!(met("a:11"), one);
    assert_eq!(met("13"), [""; 0]);
    assert_eq!(met("a:13"), ["a:13"]);
    assert_eq!(met("1.2"), ["a:word"]);
    assert_eq!(met("47"), ["a:word"]);
    // Where none is called just so, the beginning counts.
    assert_eq!(met("1"), ["a:11", "a:11/position", "a:word"]);
    assert_eq!(met("4"), ["a:word"]);
    assert_eq!(met("9"), [""; 0]);
}
