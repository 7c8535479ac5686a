//! A name that is nearly what was typed.

use crate::search::{Document, Field, Index, Query, Search};

const FIELDS: &[&[&str]] = &[&["is"]];

/// The documents that answer, best first: titles that are names, then texts.
fn ask(titles: &[&str], texts: &[&str], typed: &str) -> Vec<u32> {
    let title = |title: &&str| Document {
        weight: if title.contains("number") { 255 } else { 0 },
        fields: vec![(Field::Title, (*title).to_owned().into())],
        names: vec![(*title).to_owned().into()],
        ..Document::default()
    };
    let text = |text: &&str| Document {
        fields: vec![(Field::Text, (*text).to_owned().into())],
        weight: 255,
        ..Document::default()
    };
    // So many have a word that goes on so that no slip is thought of in it.
    let others = ["farsighted one", "farsighted two", "farsighted three"];
    let texts = texts.iter().chain(&others).map(text);
    let index = Index::build(titles.iter().map(title).chain(texts));
    let query = Query::read(typed, FIELDS, &mut |_, _| None);
    let results = index.search(&query, 100, None);
    results.hits.iter().map(|hit| hit.key).collect()
}

#[test]
fn a_word_that_only_begins_one_in_a_text_is_the_one_that_makes_a_name() {
    let text = ["a farsighted world of zero waste"];
    assert_eq!(ask(&["Zero Waste Farm"], &text, "zero waste fars"), [0, 1]);
    // Nothing is called so with one letter otherwise.
    assert_eq!(ask(&["Zero Waste Barn"], &text, "zero waste fars"), [1]);
    assert_eq!(
        ask(&["Zero Waste Farm Board"], &text, "zero waste fars"),
        [1]
    );
    // What stands whole is meant.
    assert_eq!(
        ask(
            &["Zero Waste Farm"],
            &["zero waste fars"],
            "zero waste fars"
        ),
        [1]
    );
}

/// A neighbour on the keyboard is half a slip, whatever stands first in the alphabet.
#[test]
fn of_two_names_the_nearest_is_meant() {
    let text = ["a farsighted world of zero waste"];
    let titles = ["Zero Waste Cars", "Zero Waste Gars"];
    assert_eq!(ask(&titles, &text, "zero waste fars"), [1, 2]);
}

#[test]
fn a_word_that_begins_one_of_a_title_is_half_typed() {
    for titles in [
        ["Zero Waste Farm", "Zero waste and farsighted"].as_slice(),
        &[
            "Zero Waste Farm",
            "Zero waste and farsighted",
            "Farsighted zero waste",
        ],
    ] {
        let found = ask(titles, &[], "zero waste fars");
        assert!(
            !found.contains(&0) && found.len() == titles.len() - 1,
            "{found:?}"
        );
    }
}

/// Whatever else is called by the other words, and weighs more: what has a number here.
#[test]
fn a_name_is_found_among_very_many() {
    let others: Vec<String> = (0..40).map(|n| format!("Zero waste number {n}")).collect();
    let mut titles: Vec<&str> = others.iter().map(String::as_str).collect();
    titles.push("Zero Waste Farm");
    let text = ["a farsighted world of zero waste"];
    assert_eq!(ask(&titles, &text, "zero waste fars")[..2], [40, 41]);
}
