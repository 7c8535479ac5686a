//! What was meant and not typed: other forms, other keys, sounds, words apart; and operators.

use std::sync::Arc;

use super::marks;
use crate::search::{Document, Field, Index, Marker, Query, Search, Session, Set, Way};

const TITLES: &[&str] = &[
    "قرار المجلس بشأن الميزانية",        // 0
    "قرارات مؤتمر المندوبين",            // 1
    "أفرقة العمل التابعة للاتحاد",        // 2
    "هند بن حجي",                        // 3
    "Union headquarters premises",       // 4
    "Shahira Selim, candidate of Egypt", // 5
    "مساهمة دولة الكويت في الاتصالات",     // 6
    "Budget of the Union for two years", // 7
    "اللجنة المعنية بالقرار 27",         // 8
];

fn index() -> Index {
    Index::build(TITLES.iter().map(|&title| Document {
        fields: vec![(Field::Title, title.into())],
        ..Document::default()
    }))
}

/// The keys of what answers, best first.
fn found(query: &str) -> Vec<u32> {
    let results = index().search(&Query::parse(query), 100, None);
    assert_eq!(results.total, results.hits.len(), "{query}");
    results.hits.iter().map(|hit| hit.key).collect()
}

fn sorted(query: &str) -> Vec<u32> {
    let mut keys = found(query);
    keys.sort_unstable();
    keys
}

#[test]
fn other_forms_of_a_word_answer_below_it() {
    assert_eq!(found("قرارات"), [1, 0, 8]);
    assert_eq!(sorted("قرار"), [0, 1, 8]);
    assert_eq!(found("فريق"), [2]);
    assert_eq!(found("فريق العمل"), [2]);
    assert_eq!(found("لجان"), [8]);
    assert_eq!(found("ولقرار 27"), [8]);
    assert_eq!(found("budgets"), [7]);
    assert_eq!(found("candidates"), [5]);
}

#[test]
fn other_keys_and_sounds_are_understood() {
    for (typed, key) in [
        ("hgl[gs", 0),
        ("hgld.hkdm", 0),
        ("لاعيلثف", 7),
        ("ittisalat", 6),
        ("kuwait", 6),
        ("al-kuwait", 6),
        ("shaheera", 5),
        ("chahira saleem", 5),
        ("mandubin", 1),
        ("شهيرة", 5),
    ] {
        assert_eq!(found(typed), [key], "{typed}");
    }
    let read = index().search(&Query::parse("hgl[gs"), 1, None).read_as;
    assert_eq!(read, [("hgl[gs".to_owned(), "المجلس".to_owned())]);
    // What is there as it was typed is not read otherwise.
    let read = index().search(&Query::parse("budget"), 1, None).read_as;
    assert_eq!(read, []);
    assert_eq!(found("xyzzy"), [] as [u32; 0]);
}

/// Two short words that stand somewhere are meant, and words of two or three letters say too little where they are
/// read by other keys: nearly every text has both.
#[test]
fn all_words_are_read_by_other_keys_only_where_none_stands_and_one_says_something() {
    let titles = [
        "هي ورقة عن الطيف في جنيف مع الكويت",
        "UK paper",
        "Paper of the ID group",
        "TDAG lounge",
        "Lunch of the tdag",
        "خطة عمل بوينس آيرس",
        "Oman fedks",
        "Bulgaria",
    ];
    let index = Index::build(titles.into_iter().map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        ..Document::default()
    }));
    let ask = |typed: &str| {
        let query = Query::read(typed, &[&["is"]], &mut |_, _| None);
        let results = index.search(&query, 100, None);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        (keys, results.read_as)
    };
    for typed in ["UK ID", "uk id", "UK lo"] {
        assert_eq!(ask(typed), (vec![], vec![]), "{typed}");
    }
    let (keys, read_as) = ask("o'm ulg f,dks");
    assert_eq!((keys, read_as.len()), (vec![5], 3));
}

/// A short word that only some text has may be a slip beside others; what something is called is meant.
#[test]
fn a_short_arabic_word_is_meant_where_something_is_called_so() {
    let titles = ["المشاركة عن بعد", "المقر في جنيف", "مصر"];
    let documents = titles.iter().map(|&title| (Field::Title, title));
    let documents = documents.chain([(Field::Text, "لم يعد هناك وقت")]);
    let index = Index::build(documents.map(|(field, text)| Document {
        fields: vec![(field, text.into())],
        ..Document::default()
    }));
    let ask = |typed: &str| {
        let query = Query::read(typed, &[&["is"]], &mut |_, _| None);
        let results = index.search(&query, 100, None);
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>()
    };
    assert_eq!(ask("المشاركة عن يعد"), [0]);
    assert_eq!(ask("جنيف مصر"), [] as [u32; 0]);
}

#[test]
fn words_may_be_run_together_or_apart() {
    for (typed, key) in [
        ("بنحجي", 3),
        ("بن حجي", 3),
        ("head quarters", 4),
        ("union head quarters premises", 4),
        ("headquarterspremises", 4),
    ] {
        assert_eq!(found(typed), [key], "{typed}");
    }
    assert_eq!(found("head budget quarters"), [] as [u32; 0]);
}

#[test]
fn operators_narrow_and_widen() {
    assert_eq!(sorted("قرار !27"), [0, 1]);
    assert_eq!(sorted("27 | budget"), [7, 8]);
    assert_eq!(sorted("union | قرار !budget"), [0, 1, 4, 8]);
    assert_eq!(sorted("!union"), [0, 1, 2, 3, 5, 6, 8]);
    // One or not the other: what has not the other answers.
    assert_eq!(sorted("budget | !union"), [0, 1, 2, 3, 5, 6, 7, 8]);
    assert_eq!(sorted("قرار budget | !27"), [0, 1]);
    assert_eq!(found("'قرارات"), [1]);
    assert_eq!(found("'budgat"), [] as [u32; 0]);
    assert_eq!(found("'quarters"), [4]);
    assert_eq!(found("'quarters'"), [] as [u32; 0]);
    // What is not finished changes nothing.
    for unfinished in ["budget '", "budget !", "budget |", "budget \"", "budget ^"] {
        assert_eq!(found(unfinished), [7], "{unfinished}");
    }
}

#[test]
fn places_are_looked_up_in_the_texts() {
    for (typed, expected) in [
        ("^قرار", &[0, 1][..]),
        ("^budget", &[7]),
        ("^union", &[4]),
        ("^bud", &[7]),
        ("years$", &[7]),
        ("27$", &[8]),
        ("union$", &[]),
        ("\"of the union\"", &[7]),
        ("\"the of\"", &[]),
        ("\"union headquarters\"", &[4]),
        ("budget !^budget", &[]),
        ("!^budget", &[0, 1, 2, 3, 4, 5, 6, 8]),
        ("^union | 27", &[4, 8]),
        ("^the | !union", &[0, 1, 2, 3, 5, 6, 8]),
        ("premises$ | !^budget !قرار", &[2, 3, 4, 5, 6]),
    ] {
        let query = Query::parse(typed);
        let holds = |key: u32| query.holds(key, &[TITLES[key as usize]]);
        let results = index().search_places(&mut Session::new(), &query, 100, None, &holds);
        let mut keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        keys.sort_unstable();
        assert_eq!(keys, expected, "{typed}");
    }
}

#[test]
fn sets_are_filters_with_exact_counts() {
    let even = Arc::new({
        let mut set = Set::new(TITLES.len());
        (0..TITLES.len() as u32)
            .step_by(2)
            .for_each(|key| set.insert(key));
        set
    });
    let sorted = |typed: &str| {
        let query = Query::read(typed, &[&["is"]], &mut |field, value| {
            (field == 0 && value == "even").then(|| even.clone())
        });
        let results = index().search(&query, 100, None);
        let mut keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        keys.sort_unstable();
        assert_eq!(results.total, keys.len());
        keys
    };
    assert_eq!(sorted("is:even"), [0, 2, 4, 6, 8]);
    assert_eq!(sorted("!is:even"), [1, 3, 5, 7]);
    assert_eq!(sorted("is:even union"), [4]);
    assert_eq!(sorted("is:even | budget"), [0, 2, 4, 6, 7, 8]);
    assert_eq!(sorted("قرار !is:even"), [1]);
    assert_eq!(sorted("budget | !is:even"), [1, 3, 5, 7]);
    assert_eq!(sorted("is:even | !union"), [0, 1, 2, 3, 4, 5, 6, 8]);
    // A value that nobody knows is looked for as words.
    assert_eq!(sorted("is:budget"), [7]);
    assert_eq!(sorted("is:"), [] as [u32; 0]);
}

#[test]
fn places_and_fields_are_alternatives_too() {
    let first = Arc::new({
        let mut set = Set::new(TITLES.len());
        set.insert(0);
        set
    });
    let query = Query::read("^union | is:first", &[&["is"]], &mut |_, _| {
        Some(first.clone())
    });
    let holds = |key: u32| query.holds(key, &[TITLES[key as usize]]);
    let results = index().search_places(&mut Session::new(), &query, 100, None, &holds);
    let mut keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
    keys.sort_unstable();
    // The budget "of the union" has the word, but not at its beginning.
    assert_eq!(keys, [0, 4]);
}

#[test]
fn how_a_text_was_met_is_known() {
    let ways = |typed: &str, text: &str| -> Vec<Way> {
        let query = Query::parse(typed);
        let mut marker = Marker::new(&query);
        assert!(!marker.marks(text).is_empty(), "{typed}");
        marker.ways().iter().collect()
    };
    assert_eq!(ways("قرار", TITLES[0]), []);
    assert_eq!(ways("للمجلس", "المجلس"), []);
    assert_eq!(ways("budget uni", TITLES[7]), []);
    assert_eq!(ways("فريق", TITLES[2]), [Way::Form]);
    assert_eq!(ways("kuwait", TITLES[6]), [Way::Sound]);
    assert_eq!(ways("shaheera", TITLES[5]), [Way::Sound]);
    // In the chat alphabet, and with its article.
    assert_eq!(ways("etti9alat", TITLES[6]), [Way::Sound]);
    assert_eq!(ways("al-mizaniya", TITLES[0]), [Way::Sound]);
    assert_eq!(ways("بنحجي", TITLES[3]), [Way::Apart]);
    assert_eq!(ways("head quarters", TITLES[4]), [Way::Apart]);
    assert_eq!(ways("cwg", "Council Working Group"), [Way::Initials]);
    assert_eq!(ways("budgte", TITLES[7]), [Way::Slip]);
    assert_eq!(ways("السكرتارية", "الأمانة العامة"), [Way::OtherWord]);
    assert_eq!(ways("فريق اتحا", TITLES[2]), [Way::Form]);
}

#[test]
fn the_inside_of_another_word_is_not_marked_beside_the_word() {
    let query = Query::parse("ITU");
    let mut marker = Marker::new(&query);
    let text = "institutional reform of ITU";
    let marked: Vec<&str> = marker.marks(text).into_iter().map(|at| &text[at]).collect();
    assert_eq!(marked, ["ITU"]);
    assert!(!marker.is_inside());
    let text = "institutional reform";
    let marked: Vec<&str> = marker.marks(text).into_iter().map(|at| &text[at]).collect();
    assert_eq!(marked, ["itu"]);
    assert!(marker.is_inside());
}

#[test]
fn what_was_meant_is_marked() {
    let marked = |typed: &str, text: &'static str| -> Vec<&'static str> {
        marks(&Query::parse(typed), text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    };
    assert_eq!(marked("hgl[gs", TITLES[0]), ["المجلس"]);
    assert_eq!(marked("kuwait", TITLES[6]), ["الكويت"]);
    assert_eq!(marked("بنحجي", TITLES[3]), ["بن حجي"]);
    assert_eq!(marked("head quarters", TITLES[4]), ["headquarters"]);
    assert_eq!(marked("فريق", TITLES[2]), ["أفرقة"]);
    assert_eq!(marked("cwg", "Council Working Group"), ["C", "W", "G"]);
    assert_eq!(marked("!union budget", TITLES[7]), ["Budget"]);
}

/// The keys of what answers where fields are known, best first.
fn asked(query: &str) -> Vec<u32> {
    let fields: &crate::search::grammar::Fields = &[&["kind"]];
    let query = Query::read(query, fields, &mut |_, _| None);
    let results = index().search(&query, 100, None);
    results.hits.iter().map(|hit| hit.key).collect()
}

#[test]
fn words_that_only_ask_or_join_are_passed_over() {
    assert_eq!(found("what is the budget"), [] as [u32; 0]);
    for (typed, key) in [
        ("what is the budget of our Union", 7),
        ("budget of", 7),
        ("us budget", 7),
        ("who is a candidate", 5),
        ("ما هي مساهمة الكويت", 6),
        ("من هند بن حجي", 3),
    ] {
        assert_eq!(asked(typed).first(), Some(&key), "{typed}");
    }
    // By themselves they are words like others; the last one may be the beginning of another.
    assert_eq!(asked("the"), [7]);
    assert_eq!(asked("union fo"), [7]);
    // Where no record has it, the other word is found all the same.
    assert_eq!(asked("premises fo"), [4]);
}

#[test]
fn a_name_is_meant_by_what_it_is_met_by() {
    let records = [
        ("UNESCO", true, 100),
        ("The contribution of UNESCO", false, 255),
        ("قمة المستقبل", true, 100),
        ("الاجتماع الوزاري لقمة المستقبل", false, 255),
        ("Resolution 191", true, 100),
        ("Res191 and what follows", false, 255),
    ];
    let index = Index::build(records.map(|(title, named, weight)| Document {
        unseen: 0..0,
        fields: vec![(Field::Title, title.into())],
        names: if named {
            vec![title.into()]
        } else {
            Vec::new()
        },
        weight,
    }));
    let found = |query: &str| -> Vec<u32> {
        let results = index.search(&Query::parse(query), 10, None);
        results.hits.iter().map(|hit| hit.key).collect()
    };
    assert_eq!(found("unesko"), [0, 1]);
    assert_eq!(found("unescco"), [0, 1]);
    assert_eq!(found("لقمة المستقبل"), [2, 3]);
    assert_eq!(found("Resolution 191"), [4, 5]);
    // With just these letters nothing is guessed.
    assert_eq!(found("'unesko"), [] as [u32; 0]);
}

#[test]
fn what_is_called_nothing_is_not_meant() {
    let documents = ["the union", "the union", ""].map(|called| Document {
        fields: vec![(Field::Title, "the union".into())],
        names: vec![called.into()],
        ..Document::default()
    });
    let results = Index::build(documents).search(&Query::parse("the"), 9, None);
    // Of equals the first comes first.
    assert_eq!(
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(),
        [0, 1, 2]
    );
}

/// Four words are forgiven; what two of them may be as one is not asked for its slips.
#[test]
fn a_word_that_has_no_slips_takes_the_place_of_none() {
    let titles = [
        "head quarters",
        "headquarters",
        "budget",
        "plan",
        "haed quartres bugdet paln",
    ];
    let index = Index::build(titles.map(|title| Document {
        fields: vec![(Field::Title, title.into())],
        ..Document::default()
    }));
    let results = index.search(&Query::parse("head quarters budget plan"), 9, None);
    assert_eq!(
        results.hits.iter().map(|hit| hit.key).collect::<Vec<_>>(),
        [4]
    );
}

#[test]
fn a_number_in_words_is_a_number_behind_what_is_counted() {
    let index = Index::build(
        ["الهدف 9", "الهدف 19", "Goal 9", "التاسع"].map(|title| Document {
            fields: vec![(Field::Title, title.into())],
            ..Document::default()
        }),
    );
    let found = |query: &str| -> Vec<u32> {
        let results = index.search(&Query::parse(query), 10, None);
        results.hits.iter().map(|hit| hit.key).collect()
    };
    assert_eq!(found("الهدف التاسع"), [0]);
    assert_eq!(found("goal nine"), [2]);
    assert_eq!(found("هدف تسعة"), [0]);
    assert_eq!(found("التاسع"), [3]);
}

#[test]
fn what_no_search_thought_of_is_not_marked() {
    let query = Query::parse("قرار");
    let found = index().search(&query, 10, None);
    // «قرلر» is a slip away, but قرار stands somewhere: no slip was thought of.
    let mut marker = Marker::of(&query, &found.guesses);
    assert!(marker.marks("قرلر").is_empty());
    assert_eq!(marker.marks("قرار").first(), Some(&(0..8)));
    let query = Query::parse("قرلر");
    let found = index().search(&query, 10, None);
    let mut marker = Marker::of(&query, &found.guesses);
    assert_eq!(marker.marks("قرار").first(), Some(&(0..8)));
    assert_eq!(marker.ways().iter().collect::<Vec<_>>(), [Way::Slip]);
}
