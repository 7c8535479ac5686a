//! Hostile queries and documents get an answer.

use crate::search::fold::LONGEST_WORD;
use crate::search::{Document, Field, Index, MOST_WORDS, Query, Search, marks};

fn index(texts: &[&str]) -> Index {
    Index::build(texts.iter().map(|&text| Document {
        fields: vec![(Field::Text, text.into())],
        weight: 1,
        ..Document::default()
    }))
}

fn total(index: &Index, query: &str) -> usize {
    index.search(&Query::parse(query), 10, None).total
}

#[test]
fn a_query_without_a_word_is_empty_and_finds_nothing() {
    let index = index(&["قرار", ""]);
    for query in [
        "",
        "   ",
        "\u{64E}\u{650}\u{651}",
        "ـــ",
        "😀🎉",
        "\u{0}\u{7}\u{1b}",
        "-/().,",
        "ء",
        "日本",
    ] {
        assert!(Query::parse(query).is_empty(), "{query:?}");
        assert_eq!(total(&index, query), 0, "{query:?}");
        assert!(marks(&Query::parse(query), "قرار").is_empty());
    }
}

#[test]
fn a_query_of_a_megabyte_is_answered() {
    let index = index(&["قرار budget"]);
    assert_eq!(total(&index, &"قرار ".repeat(200_000)), 1);
    assert_eq!(total(&index, &"budget/".repeat(200_000)), 1);
    assert_eq!(total(&index, &"a".repeat(1 << 20)), 0);
    assert_eq!(total(&index, &"\u{64E}".repeat(1 << 19)), 0);
    let many: String = (0..100_000).map(|number| format!("{number} ")).collect();
    assert_eq!(total(&index, &many), 0);
}

#[test]
fn at_most_32_words_count() {
    let letter = |number: usize| char::from(b'a' + number as u8);
    let words: Vec<String> = (0..MOST_WORDS)
        .map(|number| format!("w{}{}", letter(number / 26), letter(number % 26)))
        .collect();
    let text = words.join(" ");
    let index = index(&[&text]);
    assert_eq!(total(&index, &text), 1);
    assert_eq!(total(&index, &format!("{text} missing")), 1);
    assert_eq!(total(&index, "waa missing"), 0);
}

#[test]
fn empty_and_endless_documents_are_held() {
    let word = "م".repeat(10_000);
    let slashes = "a/".repeat(20_000);
    let digits = "1 ".repeat(20_000);
    let index = index(&["", &word, &slashes, &digits, "قرار"]);
    assert_eq!(index.len(), 5);
    assert_eq!(total(&index, &"م".repeat(LONGEST_WORD)), 1);
    assert_eq!(total(&index, &word), 1);
    assert_eq!(total(&index, "قرار"), 1);
    assert_eq!(total(&index, "a/a"), 1);
    assert_eq!(total(&index, "1"), 1);
    assert_eq!(marks(&Query::parse("م"), &word).len(), 1);
}

#[test]
fn no_documents_and_no_limit_are_no_trouble() {
    assert_eq!(total(&index(&[]), "قرار"), 0);
    let index = index(&["قرار", "قرار"]);
    let query = Query::parse("قرار");
    let none = index.search(&query, 0, None);
    assert_eq!((none.hits.len(), none.total), (0, 2));
    assert_eq!(index.search(&query, usize::MAX, None).hits.len(), 2);
    assert_eq!(index.search(&query, 9, Some(&|_| false)).total, 0);
}
