//! Over the built-in library: what there is none of is said, with what there is instead; a number is what was asked
//! for; a word that is spelt right is read as no other.

use super::told::ask;
use majlis::app::finder::{Finder, Found, Inquiry, notes, nothing};
use majlis::library::Library;

/// What is found, what is said where that is nothing, in Arabic and English, and what is said beside it.
fn told(query: &str) -> (Found, [String; 2], Vec<String>) {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let read = finder.read(&library, query);
    let found = finder.search(Inquiry::of(&library, &read, 10));
    let why = nothing(&found).map_or_else(Default::default, |why| [why.ar, why.en]);
    let is_mark = |c: &char| matches!(c, '\u{FDD0}'..='\u{FDEF}');
    let why = why.map(|why| why.chars().filter(|c| !is_mark(c)).collect());
    let said = notes(&read, &found).into_iter().map(|note| note.en);
    let said = said.collect();
    (found, why, said)
}

/// All positions of the library support: the other stances, and what no record is at, are told with what there is.
#[test]
fn a_value_that_no_record_has_is_told_with_those_that_there_are() {
    for query in [
        "status:oppose",
        "حالة:معارضة",
        "stance:against",
        "موقف:معارض",
        "what do we oppose",
        "opposed",
        "opposed positions",
        "المواقف المعارضة",
        "objection",
        "اعتراض",
    ] {
        let (found, why, _) = told(query);
        assert_eq!(found.total, 0, "{query}");
        assert_eq!(
            why,
            [
                "لا سجل قيمته «معارضة». الموجود: تأييد",
                "No record has the value “oppose”. There are: support"
            ],
            "{query}"
        );
    }
    for (query, en) in [
        (
            "status:draft",
            "No record has the value “draft”. There are: agreed, delivered",
        ),
        (
            "kind:note status:neutral",
            "No record has the value “neutral”. There are: support",
        ),
    ] {
        let why = told(query).1[1].clone();
        assert!(why.starts_with(en), "{query}: {why}");
    }
    // What only is not there together with the rest is not told so.
    assert_eq!(told("status:support by:kuwait").1[1], "");
    assert_eq!(told("xqzwv").1[1], "");
}

/// A kind of which a library has none.
#[test]
fn a_kind_of_which_there_is_none_is_told() {
    let report = "report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}\nitems:\n  - {id: \"6\", number: [\"6\"], title: {ar: بند, en: Item}}\n";
    let library = Library::from_sources(vec![majlis::library::Source::text("x.yaml", report)]);
    let finder = Finder::new(&library);
    let read = finder.read(&library, "kind:nomination");
    let found = finder.search(Inquiry::of(&library, &read, 10));
    let why = nothing(&found).unwrap();
    assert_eq!(
        why.en,
        "No record is of the kind “nomination”. There are: item, report"
    );
    assert_eq!(why.ar, "لا سجل من نوع «ترشيح». الموجود: بند، تقرير");
}

/// There is no resolution 207, and none of another number answers for it.
#[test]
fn a_number_is_never_left_out() {
    for (query, en, ar) in [
        (
            "resolution 207",
            "Nothing is called “resolution 207”. The nearest numbers: 167, 172, 191, 212",
            "لا شيء باسم «resolution 207». أقرب الأرقام: 167، 172، 191، 212",
        ),
        (
            "القرار ٢٠٧",
            "Nothing is called “القرار ٢٠٧”. The nearest numbers: 167, 172, 191, 212",
            "لا شيء باسم «القرار ٢٠٧». أقرب الأرقام: 167، 172، 191، 212",
        ),
    ] {
        let (found, why, _) = told(query);
        assert_eq!((found.total, found.left_out), (0, None), "{query}");
        assert_eq!(why, [ar, en], "{query}");
    }
    for query in [
        "القرار رقم 207",
        "resolution no. 207 premises",
        "item 24 premises",
        "paragraph 4321",
    ] {
        let (found, why, _) = told(query);
        assert_eq!((found.total, found.left_out), (0, None), "{query}");
        assert_ne!(why[1], "", "{query}");
    }
    // A year is no other one.
    for query in [
        "حساب 2020 المالي",
        "financial statements 2020",
        "academia share of partners 2023",
    ] {
        let (_, _, said) = told(query);
        assert!(
            !said.iter().any(|said| said.contains("without “20")),
            "{query}: {said:?}"
        );
    }
}

/// In a call the item is wanted that is called after an abbreviation; the entry of the registry follows.
#[test]
fn an_item_called_after_an_abbreviation_stands_before_the_entry() {
    for (query, item, entry) in [
        ("IDI", "c21:52", "idi"),
        ("idi", "c21:52", "idi"),
        ("GCA", "c21:37", "gca"),
        ("EG-ITRs", "c21:eg-itrs", "eg-itrs"),
    ] {
        assert_eq!(ask(query).1[..2], [item, entry], "{query}");
    }
    // What an item only has to do with does not come before it.
    for (query, entry) in [("HLPF", "hlpf"), ("TSAG", "tsag"), ("WSIS", "wsis")] {
        assert_eq!(ask(query).1[0], entry, "{query}");
    }
}

/// Ordinary words that no record has are what they are.
#[test]
fn an_ordinary_word_is_no_other_with_a_slip() {
    for query in [
        "translation",
        "majority",
        "rejection",
        "water",
        "contract",
        "sanctions",
        "the opposition",
        "تصويت",
        "الترجمة",
        "اقتراع",
        "المطار",
        "إجماع",
        "استقالة",
        "التحفظات",
    ] {
        let (found, _, said) = told(query);
        assert_eq!((found.total, said), (0, vec![]), "{query}");
    }
    // A slip is one as ever.
    assert_eq!(ask("objektive").1[0], ask("objective").1[0]);
    assert_eq!(ask("مجمعة السبعة").1[0], ask("مجموعة السبعة").1[0]);
}

/// How much of the whole a part is, is what a figure says.
#[test]
fn a_share_is_that_of_a_figure() {
    for query in [
        "academia share of partners 2023",
        "نسبة الأكاديميات من الشركاء 2023",
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(
            (left_out, first[0].as_str()),
            (None, "tdag23:fig/partners-2023"),
            "{query}"
        );
    }
}

/// Of a question of which no record has all, what has the most is found, and what is not in it is told.
#[test]
fn what_has_the_most_of_a_question_answers_it() {
    for (query, first) in [
        (
            "أي دولة دخلت حديثاً في تيسير الاتفاق الرقمي",
            "c24:out/cofacilitators",
        ),
        (
            "were the emirates recommendations for the plenipotentiary printed and stamped",
            "c21:11",
        ),
    ] {
        let (found, _, said) = told(query);
        assert!(found.total > 0 && !found.without.is_empty(), "{query}");
        assert_eq!(ask(query).1[0], first, "{query}");
        assert!(
            said.iter()
                .any(|said| said.starts_with("not in the first of these: ")),
            "{query}: {said:?}"
        );
    }
    // What all have is found as ever; half of it by weight is asked for, and of few words all.
    assert_eq!(
        told("headquarters premises project report").0.without,
        [] as [&str; 0]
    );
    assert_eq!(told("xqzwv zvwqx qzxvw council").0.total, 0);
    assert_eq!(told("budget candidates").0.total, 0);
}

/// What is untrue is not told: a number has to be met whole, a kind is not called by the status of another, and what
/// cannot be deferred is not shown as such.
#[test]
fn what_was_not_asked_for_is_no_answer() {
    for query in [
        "what does A/RES/76/999 say about space debris removal",
        "what did the council say on goal 23 and the unesco partnership",
        "xqzwv zvwqx qzxvw council report",
        "kuwait 207",
    ] {
        assert_eq!(told(query).0.total, 0, "{query}");
    }
    for query in [
        "deferred nominations",
        "deferred recommendations",
        "postponed meetings",
    ] {
        assert_eq!(told(query).0.read_as_fields, [], "{query}");
    }
    assert!(!told("cancelled meetings").1[1].starts_with("No record has the value"));
}
