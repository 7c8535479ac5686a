//! What holds for any text.

use super::marks;
use crate::search::fold::fold;
use crate::search::{Document, Field, Index, Query, Search, Session};
use proptest::prelude::*;

const FIELDS: [Field; 6] = [
    Field::Number,
    Field::Title,
    Field::Name,
    Field::Code,
    Field::Text,
    Field::Background,
];

fn build(texts: &[String]) -> Index {
    Index::build(texts.iter().enumerate().map(|(number, text)| Document {
        fields: vec![
            (FIELDS[number % 6], text.as_str().into()),
            (FIELDS[number / 2 % 6], "".into()),
        ],
        weight: (number * 37 % 256) as u8,
        ..Document::default()
    }))
}

/// Text of the kind that stands in reports, and of any other kind.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "([واألبكتمنيهةى]{1,6}|[ce][0-9]{1,2}[/-][0-9]{1,2}|[a-d]{1,5}|[0-9]{1,3}|[ ]){0,8}( [واألبكتمنيهةى]{1,6}| [a-d]{1,5}){0,6}",
        "[ء-يً-ْـ٠-٩ﻻ-ﻼﺍ-ﻼ \u{200c}\u{200f}a-e./@+-]{0,30}",
        any::<String>(),
    ]
}

/// Whether the plain words of `text` hold `typed` at a beginning, behind clitics, or inside,
/// told from the rules and not from the index; both are lists of plain words.
fn naive_strict(typed: &str, words: &[&str]) -> bool {
    let articles = [
        "وال", "فال", "وبال", "فبال", "وكال", "فكال", "بال", "كال", "ال", "ولل", "فلل", "لل",
    ];
    let bare = articles
        .iter()
        .filter_map(|article| typed.strip_prefix(article))
        .min_by_key(|bare| bare.len());
    let bare = bare.filter(|bare| bare.chars().count() >= 3);
    let letters = typed.chars().count();
    words.iter().any(|word| {
        let mut stems = vec![*word];
        for first in ["", "و", "ف"] {
            let Some(rest) = word.strip_prefix(first) else {
                continue;
            };
            stems.extend((rest.chars().count() >= 3 && !first.is_empty()).then_some(rest));
            for second in ["ب", "ل", "ك"] {
                stems.extend(
                    rest.strip_prefix(second)
                        .filter(|rest| rest.chars().count() >= 3),
                );
            }
        }
        stems.extend(
            articles
                .iter()
                .filter_map(|article| word.strip_prefix(article))
                .filter(|stem| stem.chars().count() >= 2),
        );
        stems
            .iter()
            .any(|stem| stem.starts_with(typed) || bare.is_some_and(|bare| stem.starts_with(bare)))
            || (letters >= 3 && word.contains(typed))
    })
}

/// Slips are thought of in a few words of a query only: in the first that were typed, also where
/// the last one is known from before.
#[test]
fn the_first_words_are_thought_of_whatever_was_asked_before() {
    let index = build(&["aaa".to_owned()]);
    let mut session = Session::new();
    let before = index.search_in(&mut session, &Query::parse("aa"), 50, None);
    assert_eq!(before.total, 1);
    let query = Query::parse("h;j;f baa aa");
    let kept = index.search_in(&mut session, &query, 50, None);
    assert_eq!(kept, index.search(&query, 50, None));
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text).text();
        prop_assert_eq!(fold(&once).text(), once);
    }

    #[test]
    fn spelling_variants_fold_alike(text in "[ابتجدرسعفقكلمنهوي ]{0,30}", marks in "[ً-ْـ\u{200d}\u{200f}]{1,3}", seed in any::<usize>()) {
        let variants = |letter: char| -> &'static [&'static str] {
            match letter {
                'ا' => &["أ", "إ", "آ", "ٱ", "ا\u{654}", "ﺍ", "ﺎ"],
                'ه' => &["ة", "ہ", "ﻪ"],
                'ي' => &["ى", "ی", "ئ", "ﻲ"],
                'و' => &["ؤ", "ﻭ", "و\u{654}"],
                'ك' => &["ک", "گ", "ﻛ"],
                _ => &[],
            }
        };
        let mut varied = String::new();
        for (number, letter) in text.chars().enumerate() {
            let choices = variants(letter);
            match choices.get(seed.wrapping_mul(number + 7) % (choices.len() + 1)) {
                Some(choice) => varied.push_str(choice),
                None => varied.push(letter),
            }
            if number % 3 == 0 {
                varied.push_str(&marks);
            }
        }
        prop_assert_eq!(fold(&varied).text(), fold(&text).text());
    }

    #[test]
    fn marks_stand_inside_the_text_on_boundaries_apart_and_in_order(query in text(), text in text()) {
        let mut end = 0;
        for (number, range) in marks(&Query::parse(&query), &text).into_iter().enumerate() {
            prop_assert!(range.start < range.end && range.end <= text.len());
            prop_assert!(number == 0 || range.start > end);
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            end = range.end;
        }
    }

    #[test]
    fn the_words_of_a_text_are_marked_in_it(text in text()) {
        let query = Query::words(&text);
        prop_assert_eq!(query.is_empty(), marks(&query, &text).is_empty());
    }

    #[test]
    fn a_document_is_found_by_each_of_its_words_and_by_all(texts in prop::collection::vec(text(), 1..12)) {
        let index = build(&texts);
        for (key, text) in (0_u32..).zip(&texts) {
            let mut queries: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            queries.extend(fold(text).text().split(' ').map(str::to_owned));
            queries.push(text.clone());
            for query in queries.iter().map(|query| Query::words(query)).filter(|query| !query.is_empty()) {
                let results = index.search(&query, usize::MAX, None);
                prop_assert!(results.hits.iter().any(|hit| hit.key == key), "{:?} in {:?}", query, text);
            }
        }
    }

    #[test]
    fn a_beginning_finds_what_the_word_finds(word in "[اتمنيه]{3,7}|[a-d]{3,7}") {
        let index = build(std::slice::from_ref(&word));
        for end in word.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            prop_assert_eq!(index.search(&Query::parse(&word[..end]), 9, None).total, 1);
        }
    }

    #[test]
    fn results_are_in_order_and_counted(texts in prop::collection::vec(text(), 0..20), query in text(), limit in 0..30_usize) {
        let index = build(&texts);
        let query = Query::parse(&query);
        let all = index.search(&query, usize::MAX, None);
        prop_assert_eq!(all.hits.len(), all.total);
        for (first, second) in all.hits.iter().zip(all.hits.iter().skip(1)) {
            prop_assert!(first.score > second.score || (first.score == second.score && first.key < second.key));
        }
        let some = index.search(&query, limit, None);
        prop_assert_eq!(&some.hits[..], &all.hits[..limit.min(all.total)]);
        prop_assert_eq!(some.total, all.total);
        let even = index.search(&query, usize::MAX, Some(&|key| key % 2 == 0));
        let filtered: Vec<_> = all.hits.iter().copied().filter(|hit| hit.key % 2 == 0).collect();
        prop_assert_eq!(even.hits, filtered);
    }

    #[test]
    fn counts_are_those_of_a_plain_scan(
        texts in prop::collection::vec("([والبكتمنيه]{1,6} |[a-d]{1,4} |[0-9]{1,3} ; ){1,6}", 6..20),
        query in "([والبكتمنيه]{1,3}|[a-d]{1,3}|[0-9]{1,2})( [والبكتمنيه]{1,2}| [a-d]{1,2})?",
    ) {
        // Without slips, other forms, sounds and other keys the strict rules are all there is; an
        // article these queries are too short for.
        let typed: Vec<&str> = query.split(' ').collect();
        let expected = texts
            .iter()
            .filter(|text| {
                let words: Vec<&str> = text.split([' ', ';']).filter(|word| !word.is_empty()).collect();
                typed.iter().all(|typed| naive_strict(typed, &words))
            })
            .count();
        prop_assert_eq!(build(&texts).search(&Query::words(&query).exactly(), 3, None).total, expected);
    }

    /// What was asked before changes nothing of an answer: words with their slips, readings and
    /// guesses are kept from query to query.
    #[test]
    fn what_is_found_does_not_depend_on_what_was_asked_before(
        texts in prop::collection::vec("([a-d]{3,9}|[أبتمو]{3,8})( ([a-d]{3,9}|[أبتمو]{3,8}|[0-9]{1,2})){0,4}", 1..12),
        queries in prop::collection::vec("([a-d]{2,9}|[أبتمو]{2,8}|[hfj;]{3,5})( ([a-d]{2,9}|[أبتمو]{2,8}|[0-9])){0,2}", 1..14),
    ) {
        let index = build(&texts);
        let mut session = Session::new();
        for query in &queries {
            for (end, letter) in query.char_indices() {
                let typed = Query::parse(&query[..end + letter.len_utf8()]);
                let kept = index.search_in(&mut session, &typed, 50, None);
                prop_assert_eq!(kept, index.search(&typed, 50, None), "{}", &query[..end + letter.len_utf8()]);
            }
        }
    }
}
