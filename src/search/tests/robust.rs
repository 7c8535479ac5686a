//! Hostile queries and documents get an answer.

use super::marks;
use crate::search::fold::LONGEST_WORD;
use crate::search::{Document, Field, Index, MOST_WORDS, Query, Search, Session};

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

/// A word that stands a hundred thousand times in a text is not compared with itself each time.
#[test]
fn a_phrase_in_a_long_text_is_answered() {
    let text = "a x a/c x b x x ".repeat(40_000);
    let index = index(&[&text, "x a b x"]);
    for (query, wanted) in [("\"a b\"", 1), ("\"c x\"", 1), ("\"x b x\"", 1)] {
        let query = Query::parse(query);
        let holds = |key: u32| query.holds(key, &[[text.as_str(), "x a b x"][key as usize]]);
        let mut session = Session::default();
        let found = index.search_places(&mut session, &query, 10, None, &holds);
        assert_eq!(found.total, wanted);
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

#[test]
fn equal_lines_come_in_their_order_and_are_counted() {
    let lines = vec!["مشروع قرار الميزانية"; 30_000];
    let index = index(&lines);
    for query in ["م", "قرار", "الميزانية مشروع", "يزان", "الميزانة"]
    {
        let results = index.search(&Query::parse(query), 3, None);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        assert_eq!(
            (results.total, &keys[..]),
            (30_000, &[0, 1, 2][..]),
            "{query}"
        );
    }
    // All of them, where all are asked for.
    let all = index.search(&Query::parse("قرار"), usize::MAX, None);
    assert!((0..30_000).eq(all.hits.iter().map(|hit| hit.key)));
}

#[test]
fn one_endless_line_is_found_by_all_its_words() {
    let mut line = String::new();
    for number in 0..200_000 {
        let letter = |place: u32| char::from(b'a' + (number / 26_u32.pow(place) % 26) as u8);
        line.extend([letter(0), letter(1), letter(2), letter(3), ' ']);
    }
    let index = index(&[&line, "aaab"]);
    for query in ["aaaa", "zzzh", "zz aa bc", "a"] {
        assert!(total(&index, query) >= 1, "{query}");
    }
    // Words that stand far behind are found, and marked as far as rows can show.
    assert!(!marks(&Query::parse("baaa"), &line).is_empty());
    assert_eq!(total(&index, "zzzzz"), 0);
}

#[test]
fn of_more_words_than_a_document_can_have_the_first_count() {
    let word = |number: u32| {
        let letter = |place: u32| char::from(b'a' + (number / 26_u32.pow(place) % 26) as u8);
        String::from_iter([letter(0), letter(1), letter(2), letter(3), ' '])
    };
    // 150,000 words in a title and again in a text are more than the 262,144 that count: what follows
    // them is not read.
    let all: String = (0..150_000).map(word).collect();
    let index = Index::build([
        Document {
            fields: vec![
                (Field::Title, all.as_str().into()),
                (Field::Text, all.as_str().into()),
                (Field::Text, "قرار".into()),
            ],
            ..Document::default()
        },
        Document {
            fields: vec![(Field::Text, "budget".into())],
            ..Document::default()
        },
    ]);
    assert_eq!(index.cut(), 1);
    assert_eq!(total(&index, &word(0)), 1);
    assert_eq!(total(&index, &word(149_999)), 1);
    assert_eq!(total(&index, "قرار"), 0);
    assert_eq!(total(&index, "budget"), 1);
}

#[test]
fn empty_documents_between_others_keep_their_keys() {
    let mut lines = vec![""; 1000];
    lines.extend(["قرار", "", "budget"]);
    let index = index(&lines);
    assert_eq!(
        index.search(&Query::parse("قرار"), 9, None).hits[0].key,
        1000
    );
    assert_eq!(
        index.search(&Query::parse("budget"), 9, None).hits[0].key,
        1002
    );
}

#[test]
fn words_of_ten_thousand_letters_are_their_first_48() {
    let words: Vec<String> = ["م", "ن", "ab", "7"]
        .map(|letter| letter.repeat(10_000))
        .into();
    let texts: Vec<&str> = words.iter().map(String::as_str).collect();
    let index = index(&texts);
    for (key, word) in (0..).zip(&words) {
        let results = index.search(&Query::parse(word), 9, None);
        assert_eq!(results.hits.first().map(|hit| hit.key), Some(key));
        assert!(!marks(&Query::parse(word), word).is_empty());
    }
    // Two slips in a word of 48 letters.
    let slip = format!("{}ل{}", "م".repeat(20), "م".repeat(27));
    assert_eq!(total(&index, &slip), 1);
}

#[test]
fn a_session_serves_one_index_after_another() {
    let (one, other) = (index(&["قرار"]), index(&["budget", "قرار", "قرار"]));
    let mut session = Session::new();
    let query = Query::parse("قرار");
    for _ in 0..3 {
        assert_eq!(one.search_in(&mut session, &query, 9, None).total, 1);
        assert_eq!(other.search_in(&mut session, &query, 9, None).total, 2);
    }
}

#[test]
fn parts_and_threads_give_the_same_keys() {
    let texts: Vec<String> = (0..25_000)
        .map(|number| format!("word{number} قرار"))
        .collect();
    let document = |key: u32| Document {
        fields: vec![(Field::Title, texts[key as usize].as_str().into())],
        ..Document::default()
    };
    let index = Index::build_by_key(25_000, document);
    assert_eq!(index.len(), 25_000);
    for key in [0, 1, 12_499, 12_500, 24_999] {
        let results = index.search(&Query::parse(&format!("word{key}")), 9, None);
        assert_eq!(results.hits.first().map(|hit| hit.key), Some(key));
    }
    assert_eq!(total(&index, "قرار"), 25_000);
}
