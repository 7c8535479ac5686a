//! An amended index against one that was made anew of the same documents.

use crate::search::join::{Sizes, join_with};
use crate::search::{Changes, Document, Field, Index, Part, Query, Search, Session, Set};
use proptest::prelude::*;
use std::sync::Arc;

const FIELDS: [Field; 6] = [
    Field::Number,
    Field::Title,
    Field::Name,
    Field::Code,
    Field::Text,
    Field::Background,
];

#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) fields: Vec<(usize, String)>,
    named: bool,
    weight: u8,
}

impl Text {
    pub(super) fn new(title: &str) -> Self {
        Self {
            fields: vec![(1, title.to_owned())],
            named: false,
            weight: 100,
        }
    }

    /// It is called so.
    fn called(name: &str) -> Self {
        Self {
            named: true,
            ..Self::new(name)
        }
    }

    pub(super) fn document(&self) -> Document<'_> {
        let fields = self.fields.iter();
        let names = fields.clone().filter(|_| self.named);
        Document {
            unseen: 0..0,
            fields: fields
                .map(|(field, text)| (FIELDS[*field], text.as_str().into()))
                .collect(),
            names: names.map(|(_, text)| text.as_str().into()).collect(),
            weight: self.weight,
        }
    }
}

/// What becomes of a document, and whether one comes before it.
pub(super) type Fate = (Option<Text>, Option<Option<Text>>);

/// The amended index, the one made anew, and the texts of now.
pub(super) fn both(before: &[Text], fates: &[Fate], sizes: Sizes) -> (Index, Index, Vec<Text>) {
    let mut gone = Set::new(before.len());
    let (mut moved, mut keys) = (Vec::new(), Vec::new());
    let (mut now, mut come): (Vec<Text>, Vec<Text>) = (Vec::new(), Vec::new());
    let none: Fate = (None, None);
    for (key, text) in (0_u32..).zip(before) {
        let (inserted, fate) = fates.get(key as usize).unwrap_or(&none);
        let mut add = |text: &Text, now: &mut Vec<Text>| {
            keys.push(now.len() as u32);
            come.push(text.clone());
            now.push(text.clone());
        };
        if let Some(inserted) = inserted {
            add(inserted, &mut now);
        }
        match fate {
            None => {
                moved.push((key, now.len() as u32));
                now.push(text.clone());
            }
            Some(changed) => {
                gone.insert(key);
                if let Some(changed) = changed {
                    add(changed, &mut now);
                }
            }
        }
    }
    let index = |texts: &[Text]| join_with(&[Part::read(texts.iter().map(Text::document))], sizes);
    let changes = Changes {
        gone: &gone,
        moved: &moved,
        keys: &keys,
    };
    let half = come.len() / 2;
    let parts =
        [&come[..half], &come[half..]].map(|come| Part::read(come.iter().map(Text::document)));
    (index(before).amended(changes, &parts), index(&now), now)
}

pub(super) fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[والبكمت]{1,6}",
        2 => "ال[والبكم]{2,4}",
        2 => "[abck]{1,6}",
        1 => "[12]{1,2}",
        1 => "(قرار|قرارات|كتاب|kitab|moktab|مكتب|مكتبة|المكتبات|budget|budgets|c26/1)",
    ]
}

pub(super) fn text() -> impl Strategy<Value = Text> {
    let field = (0..6_usize, prop::collection::vec(word(), 0..4));
    (prop::collection::vec(field, 0..3), any::<bool>(), 0..4_u8).prop_map(
        |(fields, named, weight)| Text {
            fields: fields
                .into_iter()
                .map(|(field, words)| (field, words.join(" ")))
                .collect(),
            named,
            weight: weight * 80,
        },
    )
}

pub(super) fn fate() -> impl Strategy<Value = Fate> {
    (
        prop::option::weighted(0.1, text()),
        prop::option::weighted(0.3, prop::option::weighted(0.7, text())),
    )
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" ")),
        prop::collection::vec(word(), 1..4).prop_map(|words| words.join("")),
        prop::collection::vec(word(), 2..4).prop_map(|words| words.join(" | ")),
        (word(), word()).prop_map(|(one, other)| format!("{one} !{other}")),
        word().prop_map(|word| format!("!{word}")),
        (word(), word()).prop_map(|(one, other)| format!("{one} | !{other}")),
        word().prop_map(|word| format!("'{word}")),
        word().prop_map(|word| format!("^{word}")),
        "[اتbk1]".prop_map(|end| format!("{end}$")),
        "(l;jf|hgl;jf|rvhv|f,]t|nhhv|ktab|makatib)",
    ]
}

proptest! {
    #![proptest_config(crate::testing::cases(300))]
    #[test]
    fn an_amended_index_answers_as_one_made_anew(
        before in prop::collection::vec(text(), 0..80),
        fates in prop::collection::vec(fate(), 80),
        queries in prop::collection::vec(typed(), 1..8),
        most in 1..12_usize,
    ) {
        let sizes = Sizes { threads: 1, dense: 6, cheap: 10, ranked: most };
        let (amended, anew, now) = both(&before, &fates, sizes);
        prop_assert_eq!(amended.len(), now.len());
        let mut even = Set::new(now.len());
        (0..now.len() as u32).step_by(2).for_each(|key| even.insert(key));
        let even = Arc::new(even);
        let (mut one, mut other) = (Session::new(), Session::new());
        for query in queries.iter().chain(now.iter().take(4).flat_map(|text| text.fields.iter().map(|field| &field.1))) {
            let query = Query::parse(query);
            for limit in [usize::MAX, 3] {
                prop_assert_eq!(
                    amended.search_in(&mut one, &query, limit, None),
                    anew.search_in(&mut other, &query, limit, None),
                    "{:?}", query
                );
            }
            prop_assert_eq!(
                amended.search_among(&mut one, &query, 9, &even),
                anew.search_among(&mut other, &query, 9, &even)
            );
        }
    }
}

fn found(index: &Index, query: &str) -> (Vec<u32>, usize) {
    let results = index.search_in(&mut Session::new(), &Query::parse(query), 9, None);
    let keys = results.hits.iter().map(|hit| hit.key).collect();
    (keys, results.read_as.len())
}

/// Titles of which some changed: the new ones stand behind them, `-` where it is gone.
fn changed(titles: &[(&str, &str)]) -> Index {
    changed_of(titles, Text::new)
}

/// The same of any texts that are made of titles.
fn changed_of(titles: &[(&str, &str)], text: impl Fn(&str) -> Text) -> Index {
    let before: Vec<Text> = titles.iter().map(|(title, _)| text(title)).collect();
    let fates: Vec<Fate> = titles
        .iter()
        .map(|(_, now)| match *now {
            "" => (None, None),
            "-" => (None, Some(None)),
            now => (None, Some(Some(text(now)))),
        })
        .collect();
    let sizes = Sizes {
        threads: 1,
        dense: 64,
        cheap: 1000,
        ranked: 100,
    };
    both(&before, &fates, sizes).0
}

#[test]
fn a_word_that_is_found_in_either_has_no_slips_in_the_other() {
    let index = changed(&[("budget", ""), ("badget", "other"), ("item", "gadget")]);
    assert_eq!(found(&index, "budget"), (vec![0], 0));
    assert_eq!(found(&index, "gadget"), (vec![2], 0));
    // No document has it any more: it is a slip now.
    assert_eq!(found(&index, "badget").0, [0, 2]);
}

#[test]
fn a_word_is_read_otherwise_only_where_neither_has_it() {
    // hgl[gs is المجلس on the other keys.
    let index = changed(&[("المجلس", ""), ("قرار", "hgl[gs")]);
    assert_eq!(found(&index, "المجلس").0, [0]);
    assert_eq!(found(&index, "rvhv"), (vec![], 0));
    let index = changed(&[("المجلس", ""), ("hgl[gs", "-")]);
    assert_eq!(found(&index, "hgl[gs"), (vec![0], 1));
}

#[test]
fn keys_are_those_of_now_and_what_is_gone_is_not_found() {
    let index = changed(&[
        ("a one", "-"),
        ("a two", ""),
        ("a three", "a four"),
        ("a five", ""),
    ]);
    assert_eq!(index.len(), 3);
    assert_eq!(found(&index, "two").0, [0]);
    assert_eq!(found(&index, "four").0, [1]);
    assert_eq!(found(&index, "five").0, [2]);
    assert_eq!(found(&index, "three").0, [0_u32; 0]);
    assert_eq!(found(&index, "a").0, [0, 1, 2]);
    assert_eq!(found(&index, "!five").0, [0, 1]);
}

/// What was called so and is gone does not hide that nothing is.
#[test]
fn what_is_gone_is_called_nothing() {
    let unnumbered = |index: &Index| {
        let query = Query::parse("resolution 207");
        let unnumbered = index.unnumbered(&query, &|_, _| true);
        unnumbered.map(|unnumbered| unnumbered.near)
    };
    let there = [("resolution 207", ""), ("resolution 206", "")];
    assert_eq!(unnumbered(&changed_of(&there, Text::called)), None);
    let gone = [("resolution 207", "-"), ("resolution 206", "")];
    assert_eq!(
        unnumbered(&changed_of(&gone, Text::called)),
        Some(vec![206])
    );
    let come_again = [("resolution 205", "resolution 207"), ("resolution 206", "")];
    assert_eq!(unnumbered(&changed_of(&come_again, Text::called)), None);
}

/// The three nearest names are meant, of names that are as near the first three by their letters:
/// baek, baok and bapk, wherever they were read.
#[test]
fn what_was_meant_does_not_depend_on_what_has_come() {
    let anew = ["bazk", "bawk", "bapk", "baok", "baek"].map(|name| (name, ""));
    assert_eq!(
        found(&changed_of(&anew, Text::called), "bank").0,
        [2, 3, 4, 0, 1]
    );
    let mut amended = anew;
    amended[4] = ("union", "baek");
    assert_eq!(
        found(&changed_of(&amended, Text::called), "bank").0,
        [2, 3, 4, 0, 1]
    );
    // A name that has come again is one name.
    amended[3].1 = "baek";
    amended[4].0 = "baek";
    assert_eq!(
        found(&changed_of(&amended, Text::called), "bank").0,
        [1, 2, 3, 4, 0]
    );
}

/// Where none has what was typed, at most 64 words are one slip away, and at most 24 sound alike: a
/// word that has come again is one of them.
#[test]
fn a_word_that_has_come_again_takes_no_room() {
    let total = |index: &Index, query: &str| index.search(&Query::parse(query), 1, None).total;
    // 39 words that have a letter too many, of which 30 come again in place of others.
    let letters = "cefghijlopqrs".chars();
    let near: Vec<String> = letters
        .flat_map(|letter| {
            ["b-ank", "ba-nk", "ban-k"].map(|word| word.replace('-', &letter.to_string()))
        })
        .collect();
    let mut titles: Vec<(&str, &str)> = near.iter().map(|word| (word.as_str(), "")).collect();
    titles.extend(near.iter().take(30).map(|word| ("union", word.as_str())));
    assert_eq!(total(&changed(&titles), "bank"), 69);
    // 16 words that كتب may be written as, all of which come again.
    let vowels = ["a", "e", "i", "o", "u"];
    let spelt = vowels.map(|one| vowels.map(|two| format!("k{one}t{two}b")));
    let spelt: Vec<&str> = spelt
        .iter()
        .flatten()
        .take(16)
        .map(String::as_str)
        .collect();
    let mut titles: Vec<(&str, &str)> = spelt.iter().map(|&word| (word, "")).collect();
    titles.extend(spelt.iter().map(|&word| ("union", word)));
    assert_eq!(total(&changed(&titles), "كتب"), 32);
}
