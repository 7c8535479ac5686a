//! What the index tells of the places of words, against the texts.

use super::amended::{Fate, Text, both, fate, text, word};
use crate::search::join::Sizes;
use crate::search::{Document, Field, Index, Query, Session};
use proptest::prelude::*;
use std::cell::Cell;

/// The texts of a document that are asked.
fn texts(text: &Text) -> Vec<&str> {
    let fields = text.fields.iter().filter(|(field, _)| *field != 5);
    fields.map(|(_, text)| text.as_str()).collect()
}

fn sorted(mut keys: Vec<u32>) -> Vec<u32> {
    keys.sort_unstable();
    keys
}

/// What is found with the places that the index knows, and of how many documents texts were asked.
fn found(index: &Index, session: &mut Session, typed: &str, now: &[Text]) -> (Vec<u32>, usize) {
    let query = Query::parse(typed);
    let asked = Cell::new(0);
    let holds = |key: u32| {
        asked.set(asked.get() + 1);
        query.holds(key, &texts(&now[key as usize]))
    };
    let results = index.search_places(session, &query, usize::MAX, None, &holds);
    assert_eq!(results.total, results.hits.len());
    let keys = results.hits.iter().map(|hit| hit.key).collect();
    (sorted(keys), asked.get())
}

/// A question of one word, which only its place answers.
fn one() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[والبكمت]{1,3}", "[abck12]{1,2}", word()];
    (word, "[!]?", 0..3_u8).prop_map(|(word, not, edge)| {
        // Of a code each part is a word.
        let word = word.split('/').next().unwrap_or_default().to_owned();
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit() && word.len() > 2);
        match edge {
            0 => format!("{not}^{word}"),
            1 => format!("{not}{word}$"),
            _ => format!("{not}^{word}$"),
        }
    })
}

/// A question of several words.
fn several() -> impl Strategy<Value = String> {
    (word(), word(), 0..5_u8).prop_map(|(one, other, kind)| match kind {
        0 => format!("^{one}\\ {other}"),
        1 => format!("{one}\\ {other}$"),
        2 => format!("^{one}\\ {other}$"),
        3 => format!("\"{one} {other}\" | ^{one}"),
        _ => format!("!^{one}\\ {other} {other}$ | '{one}"),
    })
}

proptest! {
    #![proptest_config(crate::testing::cases(200))]

    #[test]
    fn the_index_tells_what_the_texts_tell(
        before in prop::collection::vec(text(), 0..60),
        fates in prop::collection::vec(fate(), 60),
        ones in prop::collection::vec(prop::collection::vec(one(), 1..3), 1..8),
        several in prop::collection::vec(several(), 1..4),
    ) {
        let sizes = Sizes { threads: 1, dense: 6, cheap: 10, ranked: 9 };
        let (amended, anew, now) = both(&before, &fates, sizes);
        let (mut one, mut other, mut third) = (Session::new(), Session::new(), Session::new());
        for ones in &ones {
            for glue in [" ", " | "] {
                let typed = ones.join(glue);
                let query = Query::parse(&typed);
                let answers = |(_, text): &(u32, &Text)| query.holds(0, &texts(text));
                let expected: Vec<u32> = (0..).zip(&now).filter(answers).map(|(key, _)| key).collect();
                prop_assert_eq!(&found(&anew, &mut one, &typed, &now).0, &expected, "{}", typed);
                prop_assert_eq!(&found(&amended, &mut other, &typed, &now).0, &expected, "{}", typed);
            }
        }
        for typed in &several {
            let query = Query::parse(typed);
            let holds = |key: u32| query.holds(key, &texts(&now[key as usize]));
            let by_texts = anew.search_in(&mut third, &query, usize::MAX, Some(&holds));
            let by_texts = sorted(by_texts.hits.iter().map(|hit| hit.key).collect());
            prop_assert_eq!(&found(&anew, &mut one, typed, &now).0, &by_texts, "{}", typed);
            prop_assert_eq!(&found(&amended, &mut other, typed, &now).0, &by_texts, "{}", typed);
        }
    }
}

fn index(texts: &[Text]) -> Index {
    Index::build(texts.iter().map(Text::document))
}

#[test]
fn a_word_is_found_by_its_end_however_short() {
    let now = [
        "نتائج الانتخابات",
        "انتخابات الاتحاد",
        "ات",
        "الولايات المتحدة",
    ]
    .map(Text::new);
    let (keys, asked) = found(&index(&now), &mut Session::new(), "ات$", &now);
    assert_eq!((keys, asked), (vec![0, 2], 0));
    let (keys, _) = found(&index(&now), &mut Session::new(), "ات\\ المتحدة$", &now);
    assert_eq!(keys, [3]);
}

#[test]
fn one_word_at_an_edge_asks_no_text() {
    let now = ["الميزانية", "ميزانية الاتحاد", "budget of the union"].map(Text::new);
    let index = index(&now);
    for (typed, expected) in [
        ("^ا", &[0][..]),
        ("^الميزانية", &[0, 1]),
        ("^ميز", &[0, 1]),
        ("!^bud", &[0, 1]),
        ("union$", &[2]),
        ("ion$ | الميزانية$", &[0, 2]),
    ] {
        let (keys, asked) = found(&index, &mut Session::new(), typed, &now);
        assert_eq!((keys.as_slice(), asked), (expected, 0), "{typed}");
    }
    // Of several words the one at the edge tells.
    let (keys, asked) = found(&index, &mut Session::new(), "^ميزانية\\ الات", &now);
    assert_eq!((keys, asked), (vec![1], 1));
}

#[test]
fn background_is_no_text() {
    let mut texts = Text::new("قرار");
    texts.fields.push((5, "المجلس الأعلى".to_owned()));
    let (keys, _) = found(
        &index(&[texts.clone()]),
        &mut Session::new(),
        "^المجلس",
        &[texts],
    );
    assert_eq!(keys, [0_u32; 0]);
}

#[test]
fn of_what_was_not_read_as_one_the_text_is_asked() {
    let long = "كلمة ".repeat(120_000);
    let now = [&*long, "كلمة أخرى", "أخرى"].map(Text::new);
    let (keys, asked) = found(&index(&now), &mut Session::new(), "كلمة$", &now);
    assert_eq!((keys, asked), (vec![0], 1));
    let (keys, asked) = found(&index(&now), &mut Session::new(), "!^كلمة", &now);
    assert_eq!((keys, asked), (vec![2], 1));
}

#[test]
fn a_text_in_many_documents_is_told_beyond_a_byte() {
    // The word stands first in every 300th of them: a step of two bytes.
    let titles = (0..2000).map(|key| {
        if key % 300 == 7 {
            "قرار"
        } else {
            "مقرر"
        }
    });
    let titles: Vec<&str> = titles.collect();
    let index = Index::build(titles.iter().map(|&title| Document {
        fields: vec![(Field::Title, title.into())],
        ..Document::default()
    }));
    let query = Query::parse("^قرار");
    let results = index.search_places(&mut Session::new(), &query, 100, None, &|_| false);
    let keys = sorted(results.hits.iter().map(|hit| hit.key).collect());
    assert_eq!(keys, [7, 307, 607, 907, 1207, 1507, 1807]);
}

/// [`Fate`]s of no documents: what is in an amendment alone is told too.
#[test]
fn documents_that_have_come_are_told() {
    let fates: Vec<Fate> = vec![(Some(Text::new("قرار جديد")), None), (None, Some(None))];
    let before = ["قرار قديم", "قرار ذهب"].map(Text::new);
    let sizes = Sizes {
        threads: 1,
        dense: 64,
        cheap: 1000,
        ranked: 100,
    };
    let (amended, _, now) = both(&before, &fates, sizes);
    let (keys, asked) = found(&amended, &mut Session::new(), "^قرار", &now);
    assert_eq!((keys, asked), (vec![0, 1], 0));
    let (keys, asked) = found(&amended, &mut Session::new(), "جديد$", &now);
    assert_eq!((keys, asked), (vec![0], 0));
}

/// Fifty words that are in no question, of which a text is long.
fn more() -> String {
    let word = |number: u8| {
        format!(
            " w{}{}",
            char::from(b'a' + number / 26),
            char::from(b'a' + number % 26)
        )
    };
    (0..50).map(word).collect()
}

/// The places of words tell. Only where one is part of a code the text is asked, and where one comes
/// again in a short text.
#[test]
fn words_side_by_side_are_told_by_their_places() {
    let mut apart = Text::new("the report");
    apart.fields.push((4, "council of the union".to_owned()));
    let now = [
        Text::new("the council met"),
        Text::new("council of the union"),
        Text::new("the report of the council"),
        Text::new("the-council"),
        apart,
        // Each comes again and again, so and never so.
        Text::new(&format!(
            "{}{}",
            "the union of the council of the union",
            more()
        )),
        Text::new(&format!(
            "{}{}",
            "the union of the union, council, the the union council",
            more()
        )),
    ];
    let (keys, asked) = found(&index(&now), &mut Session::new(), "\"the council\"", &now);
    assert_eq!((keys, asked), (vec![0, 2, 3, 5], 2));
    let (keys, asked) = found(&index(&now), &mut Session::new(), "!\"the council\"", &now);
    assert_eq!((keys, asked), (vec![1, 4, 6], 2));
    let short = ["the union of the council", "the union of the union council"].map(Text::new);
    let (keys, asked) = found(
        &index(&short),
        &mut Session::new(),
        "\"the council\"",
        &short,
    );
    assert_eq!((keys, asked), (vec![0], 2));
    // But not where another word stands for the first time beside one that comes once, nor where
    // nothing stands beside it.
    let short = [
        "the report of a council of the union",
        "the report of the council of the union",
        "council of the union and the members",
        "the members of the council",
        "council the council of members the",
    ];
    let short = short.map(Text::new);
    let (keys, asked) = found(
        &index(&short),
        &mut Session::new(),
        "\"the council\"",
        &short,
    );
    assert_eq!((keys, asked), (vec![1, 3, 4], 3));
    // Far behind, places are known by their remainder only.
    let far = format!("{} the council", "other ".repeat(130));
    let now = [Text::new(&far)];
    let (keys, asked) = found(&index(&now), &mut Session::new(), "\"the council\"", &now);
    assert_eq!((keys, asked), (vec![0], 1));
    // Where they do not stand so, they stand so nowhere: at the 128th place, and at the 256th.
    for before in [126, 127, 128, 254, 255, 256] {
        let far =
            |between: &str| Text::new(&format!("{}the {between}council", "other ".repeat(before)));
        let now = [far("last "), far(""), far("last last ")];
        let (keys, asked) = found(&index(&now), &mut Session::new(), "\"the council\"", &now);
        let told = usize::from(before >= 127);
        assert_eq!((keys, asked), (vec![1], told), "{before}");
    }
    // So often that the places are not kept: the text is asked.
    let often = [
        "the other ".repeat(256),
        "the other ".repeat(255),
        "the other ".repeat(60),
    ];
    let now = often.map(|text| Text::new(&format!("{text}council{}", more())));
    let (keys, asked) = found(&index(&now), &mut Session::new(), "\"the council\"", &now);
    assert_eq!((keys, asked), (vec![], 1));
}

#[test]
fn where_hardly_any_text_is_long_nothing_is_kept_of_where_words_come_again() {
    let long = format!("the union of the council, the union{}", more());
    for (others, told) in [(15, 0), (16, 1)] {
        let texts = std::iter::once(long.as_str()).chain(std::iter::repeat_n("the union", others));
        let now: Vec<Text> = texts.map(Text::new).collect();
        let index = index(&now);
        let (keys, asked) = found(&index, &mut Session::new(), "\"the council\"", &now);
        assert_eq!((keys, asked), (vec![0], told), "{others}");
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(200))]

    /// Texts of few words, which come again and again, short and long.
    #[test]
    fn words_that_come_again_and_again_are_told_as_the_texts_tell(
        texts in prop::collection::vec(prop::collection::vec(0..4_usize, 1..300), 1..6),
        typed in prop::collection::vec(0..3_usize, 2..4),
        is_long in any::<bool>(),
    ) {
        const WORDS: [&str; 4] = ["the", "council", "of", "c-26"];
        let text = |words: &Vec<usize>| {
            let words: Vec<&str> = words.iter().map(|&word| WORDS[word]).collect();
            let more = if is_long { more() } else { String::new() };
            Text::new(&(words.join(" ") + &more))
        };
        let now: Vec<Text> = texts.iter().map(text).collect();
        let typed: Vec<&str> = typed.iter().map(|&word| WORDS[word]).collect();
        let typed = format!("\"{}\"", typed.join(" "));
        let query = Query::parse(&typed);
        let answers = |(_, text): &(u32, &Text)| query.holds(0, &super::places::texts(text));
        let expected: Vec<u32> = (0..).zip(&now).filter(answers).map(|(key, _)| key).collect();
        prop_assert_eq!(found(&index(&now), &mut Session::new(), &typed, &now).0, expected);
    }
}
