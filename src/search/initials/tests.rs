//! The initials of titles, and what they must not be.

use super::{Abbreviations, may_begin, of, places_of};
use crate::search::Query;
use crate::search::fold::{fold, letter};

fn initials(title: &str) -> Vec<String> {
    of(&fold(title))
        .iter()
        .map(|initials| initials.word.iter().map(|&s| letter(s)).collect())
        .collect()
}

#[test]
fn a_title_is_found_by_its_initials() {
    assert_eq!(initials("Council Working Group"), ["cwg", "wg"]);
    assert_eq!(
        initials("Council Working Group on Strategic and Financial Plans"),
        [
            "cwgsfp", "wgsfp", "gsfp", "sfp", "fp", "cwgosafp", "wgosafp", "gosafp", "safp"
        ]
    );
    assert_eq!(initials("لجنة لوائح الراديو"), ["لجلورا", "لورا"]);
    assert_eq!(initials("الاتحاد الدولي للاتصالات"), ["اتدوات", "دوات"]);
    assert_eq!(initials("فريق العمل التابع للمجلس"), ["فرعممج", "عممج"]);
}

#[test]
fn what_initials_may_begin_with_are_the_first_letters_of_words_in_their_order() {
    let may = |typed: &str, title: &str| {
        let typed = fold(typed);
        may_begin(typed.words().next().unwrap().symbols, &fold(title))
    };
    assert!(may("cwg", "Council Working Group"));
    assert!(may("wg", "Council Working Group"));
    assert!(!may("wc", "Council Working Group"));
    assert!(!may("cou", "Council Working Group"));
    assert!(may("لجلور", "لجنة لوائح الراديو"));
    assert!(!may("لوجل", "لجنة لوائح الراديو"));
    assert!(!may("cw", &"council working ".repeat(13)));
    assert!(!may("abcdefghijklm", "a b c d e f g h i j k l m"));
}

#[test]
fn a_word_stands_where_the_initials_that_it_begins_do() {
    let places = |typed: &str, title: &str| {
        let typed = fold(typed);
        places_of(typed.words().next().unwrap().symbols, &fold(title))
    };
    // The blanks are no symbols.
    assert_eq!(places("wg", "Council Working Group"), Some(vec![7, 14]));
    assert_eq!(places("cw", "Council Working Group"), Some(vec![0, 7]));
    assert_eq!(
        places("dos", "Declaration of Security"),
        Some(vec![0, 11, 13])
    );
    assert_eq!(places("ds", "Declaration of Security"), Some(vec![0, 13]));
    assert_eq!(places("of", "Declaration of Freedom"), None);
    assert_eq!(
        places("لجلور", "لجنة لوائح الراديو"),
        Some(vec![0, 1, 4, 5, 11])
    );
    // Three letters of one word each may be any word; four are not.
    assert_eq!(places("لوا", "لجنة وثائق الاتحاد"), None);
    assert_eq!(
        places("فمتا", "فريق مهام تنسيق الاجتماعات"),
        Some(vec![0, 4, 8, 15])
    );
    assert_eq!(places("cog", "Council Working Group"), None);
}

/// What is looked for without making all of them is what there is.
#[test]
fn each_beginning_of_initials_stands_where_they_do() {
    for title in [
        "Council Working Group on Strategic and Financial Plans",
        "لجنة لوائح الراديو التابعة للاتحاد",
        "فريق العمل المعني بالميزانية ITU Council on Child Online Protection",
        "a b c d e f g h i j k l m",
    ] {
        let title = fold(title);
        let all = of(&title);
        for one in &all {
            for length in 1..=one.word.len() {
                let typed = &one.word[..length];
                let first = all.iter().find(|one| one.word.starts_with(typed)).unwrap();
                let expected = first.places[..length].to_vec();
                assert_eq!(places_of(typed, &title), Some(expected), "{typed:?}");
            }
        }
    }
}

#[test]
fn what_is_no_title_has_none() {
    assert_eq!(initials("Council"), [] as [&str; 0]);
    assert_eq!(initials(""), [] as [&str; 0]);
    assert_eq!(initials("C26/35"), [] as [&str; 0]);
    assert_eq!(initials(&"word ".repeat(25)), [] as [&str; 0]);
}

#[test]
fn each_letter_knows_its_place() {
    let title = fold("the Council Working Group");
    let cwg = of(&title).remove(0);
    assert_eq!((cwg.places, cwg.position), (vec![3, 10, 17], 1));
}

#[test]
fn a_word_is_the_initials_of_any_text_by_its_capitals() {
    let found = |typed: &str, text: &str| {
        let query = Query::parse(typed);
        Abbreviations::of(&query).in_text(text)
    };
    assert_eq!(found("cwg", "12. Council Working Group"), "cwg ");
    assert_eq!(found("CWG", "the Council’s Working Group"), "cwg ");
    assert_eq!(
        found("itu", "International Telecommunication Union, Geneva"),
        "itug "
    );
    assert_eq!(found("لجلورا", "اجتماع لجنة لوائح الراديو"), "لجلورا ");
    // Capitals only, and no two letters.
    assert_eq!(found("the", "take her every day"), "");
    assert_eq!(found("the", "Tunis Hosts Everyone"), "the ");
    assert_eq!(found("wg", "Working Group"), "");
    assert_eq!(found("'cwg", "Council Working Group"), "");
    // An alternative finds what the word alone does.
    assert_eq!(found("budget | cwg", "Council Working Group"), "cwg ");
    assert_eq!(found("!cwg", "Council Working Group"), "");
    // The last of 24 words are read, marks or not; of 25 none.
    let long = |count: usize| format!("{}Council Working Group", "مُوَافَقَة ".repeat(count));
    assert_eq!(found("cwg", &long(21)), "cwg ");
    assert_eq!(found("cwg", &long(22)), "");
    assert_eq!(found("budget", "Budget Union Delegates"), "");
}
