//! Clitics and slips, worked out by hand.

use crate::search::fold::fold;
use crate::search::slips::{self, Slip};
use crate::search::{Document, Field, Index, Query, Search, Session, Set};
use crate::search::{clitic, tier};
use std::sync::Arc;

fn symbols(word: &str) -> Vec<u8> {
    fold(word)
        .words()
        .flat_map(|word| word.symbols.to_vec())
        .collect()
}

#[test]
fn a_word_begins_behind_its_clitics() {
    let stems = |word: &str| {
        let mut stems: Vec<usize> = clitic::stems(&symbols(word)).collect();
        stems.sort_unstable();
        stems
    };
    assert_eq!(stems("ميزانية"), [] as [usize; 0]);
    assert_eq!(stems("الميزانية"), [2]);
    assert_eq!(stems("والميزانية"), [1, 3]);
    assert_eq!(stems("بالميزانية"), [1, 3]);
    assert_eq!(stems("وبالميزانية"), [1, 2, 4]);
    assert_eq!(stems("للميزانية"), [1, 2]);
    assert_eq!(stems("وللميزانية"), [1, 2, 3]);
    assert_eq!(stems("كمقرر"), [1]);
    // Two letters are no word, unless an article stands before them.
    assert_eq!(stems("ومن"), [] as [usize; 0]);
    assert_eq!(stems("الحج"), [2]);
    assert_eq!(stems("council"), [] as [usize; 0]);
}

#[test]
fn slips_cost_two_halves_and_neighbours_one() {
    let slip = |typed: &str, word: &str| slips::compare(&symbols(typed), &symbols(word));
    for (typed, word, cost) in [
        // Wrong, left out, put in, swapped.
        ("budxet", "budget", 2),
        ("budet", "budget", 2),
        ("budgget", "budget", 2),
        ("bugdet", "budget", 2),
        ("udget", "budget", 2),
        ("budge", "budget", 2),
        ("budgets", "budget", 2),
        ("ميزنية", "ميزانية", 2),
        // a and e sound alike, h and g are neighbours; so are the Arabic pairs.
        ("budgat", "budget", 1),
        ("budhet", "budget", 1),
        ("محضوظ", "محظوظ", 1),
        ("اسطفاء", "اصطفاء", 1),
        ("متار", "مطار", 1),
        ("سوريه", "سوريا", 1),
        ("قرلر", "قرار", 1),
        // Two slips in a long word.
        ("headqaurtrs", "headquarters", 4),
        ("الاستصالت", "الاتصالات", 4),
    ] {
        assert_eq!(slip(typed, word), Some(Slip::Whole(cost)), "{typed}");
    }
    // The beginning of a longer word, from five letters on.
    assert_eq!(slip("headx", "headquarters"), Some(Slip::Start(2)));
    assert_eq!(slip("headw", "headquarters"), Some(Slip::Start(1)));
    assert_eq!(slip("heaq", "headquarters"), None);
    // Two slips in a word that is not long, and three.
    assert_eq!(slip("badgat", "budget"), None);
    assert_eq!(slip("council", "budget"), None);
    assert_eq!(slip("budgetary", "budget"), None);
    assert_eq!(slip("hxadqaurtrs", "headquarters"), None);
}

#[test]
fn short_words_and_codes_have_no_slips() {
    assert_eq!(slips::allowance(&symbols("مقرر")), 2);
    assert_eq!(slips::allowance(&symbols("ميزانيات")), 4);
    assert_eq!(slips::allowance(&symbols("مقر")), 0);
    assert_eq!(slips::allowance(b"c2635"), 0);
}

#[test]
fn an_article_that_was_typed_is_taken_off_only_from_a_word() {
    assert_eq!(
        tier::without_article(&symbols("الميزانية")),
        Some(symbols("ميزانية").as_slice())
    );
    assert_eq!(
        tier::without_article(&symbols("للأمن")),
        Some(symbols("أمن").as_slice())
    );
    assert_eq!(tier::without_article(&symbols("الى")), None);
    assert_eq!(tier::without_article(&symbols("مال")), None);
}

#[test]
fn ways_of_writing_a_name_are_one_name() {
    let same = |one: &str, other: &str| Query::parse(one).name() == Query::parse(other).name();
    for (one, other) in [
        ("القرار 191", "قرار ١٩١"),
        ("C26/35", "c2635"),
        ("PP-26", "pp26"),
        ("مجموعة العشرين", "مجموعه عشرين"),
        ("Volker Türk", "volker turk"),
    ] {
        assert!(same(one, other), "{one} and {other}");
    }
    assert!(!same("القرار 191", "القرار 19"));
    assert!(!same("القرار 191", "تبسيط القرار 191"));
}

#[test]
fn a_set_filters_as_a_function_does() {
    let titles = ["قرار المجلس", "قرار المؤتمر", "مقرر المجلس", "قرار"];
    let index = Index::build((0..400).map(|number: usize| Document {
        fields: vec![(Field::Title, titles[number % 4].into())],
        weight: (number % 7) as u8 * 30,
        ..Document::default()
    }));
    let mut set = Set::new(index.len());
    (0..400)
        .filter(|key| key % 3 == 0)
        .for_each(|key| set.insert(key));
    let set = Arc::new(set);
    let mut session = Session::new();
    // Of twelve keys in a row the set has 0, 3, 6 and 9, with the titles 0, 3, 2 and 1; 400 are 33
    // times twelve, and 0 and 3 once more.
    for (query, total) in [
        ("قرار", 101),
        ("المجلس", 67),
        ("قر", 101),
        ("قرار مؤتمر", 33),
    ] {
        let query = Query::parse(query);
        let among = index.search_among(&mut session, &query, 20, &set);
        let allow = |key: u32| key.is_multiple_of(3);
        assert_eq!(among, index.search(&query, 20, Some(&allow)));
        assert_eq!(among.total, total);
    }
}
