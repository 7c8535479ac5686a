//! What is said quietly of a search.

use super::{Finder, Inquiry, notes};
use crate::library::{Library, Source};
use crate::report::Kind;
use crate::search::{Field, Set};
use std::sync::Arc;

#[test]
fn who_is_asked_for_by_name_stands_first_and_what_was_decided_is_what_an_outcome_says() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let first = |typed: &str| {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 10));
        let (first, _) = found.hits.first().copied().unwrap();
        library.id(first).to_owned()
    };
    assert_eq!(first("person:selim"), "selim");
    assert_eq!(first("شخص:تورك"), "turk");
    assert_eq!(first("body:CWG-SFP"), "cwg-sfp");
    // Whoever is named twice is one record.
    for typed in [
        "person:selim person:selim",
        "person:selim person:سليم",
        "person:selim | person:selim",
    ] {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 1000));
        assert_eq!(found.hits.len(), found.total, "{typed}");
        let selim = |hit: &&(_, u32)| library.id(hit.0) == "selim";
        assert_eq!(found.hits.iter().filter(selim).count(), 1, "{typed}");
    }
    // The council put the index off: in the file it says no more than `deferred`.
    let key = library.find("c21:out/idi").unwrap();
    let fields = super::document::of(&library, key).fields;
    let is_said = |(field, text): &(Field, _)| *field == Field::Code && *text == "deferred";
    assert!(fields.iter().any(is_said));
}

#[test]
fn what_an_item_has_is_asked_for_by_its_number() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    for (typed, expected) in [
        ("item 27 position", "c21:27/position"),
        ("position on item 27", "c21:27/position"),
        ("موقف البند ٢٧", "c21:27/position"),
        ("الموقف من البند 27", "c21:27/position"),
        ("item 52 outcome", "c21:out/idi"),
        ("agenda item 27 position?", "c21:27/position"),
        ("item 27", "c21:27"),
    ] {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 10));
        let (first, _) = found.hits.first().copied().unwrap();
        assert_eq!(library.id(first), expected, "{typed}");
    }
    // It has none: that is told, and no meeting shown for them.
    let query = finder.read(&library, "item 27 nominations");
    let found = finder.search(Inquiry::of(&library, &query, 10));
    assert_eq!(found.total, 0);
    assert!(!found.apart.is_empty());
}

/// No nomination is Algeria's: how much there is of either is told, and nothing is shown but what there is of the
/// country that was named.
#[test]
fn of_words_that_no_record_has_together_each_is_told_by_itself() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let total = |typed: &str| {
        let found = finder.search(Inquiry::of(&library, &finder.read(&library, typed), 1));
        (found.total, found.apart)
    };
    let told = |typed: &str, words: [&str; 2], other: &str| {
        let apart = words.map(|word| (word.to_owned(), total(word).0));
        assert!(apart.iter().all(|(_, count)| *count > 0), "{apart:?}");
        let party = words.into_iter().find(|word| *word != other);
        let shown = party
            .filter(|_| !other.is_empty())
            .map_or(0, |party| total(party).0);
        assert_eq!(total(typed), (shown, apart.to_vec()), "{typed}");
    };
    told(
        "nominations of algeria",
        ["nominations", "algeria"],
        "nominations",
    );
    told("من رشحت الجزائر", ["رشحت", "الجزائر"], "رشحت");
    told("bahrain index", ["bahrain", "index"], "index");
    // A document that is no report; of one that is, what stands in it is found.
    told("A/70/684 kuwait", ["A/70/684", "kuwait"], "A/70/684");
    told("budget candidates", ["budget", "candidates"], "");
    assert_eq!(total("contact TDAG-23/4"), total("contact report:tdag23"));
    assert!(total("contact TDAG-23/4").0 > 0);
    // Beside a field or an operator the words are not all that was asked for; what is found needs no help.
    for typed in [
        "nominations of algeria kind:note",
        "nominations !egypt algeria",
        "kuwait",
        "xqzwv",
    ] {
        assert_eq!(total(typed).1, [], "{typed}");
    }
}

#[test]
fn a_question_says_which_kind_comes_first_and_leaves_nothing_out() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let ask = |typed: &str| {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 10));
        let said: Vec<String> = notes(&query, &found)
            .into_iter()
            .map(|note| note.en)
            .collect();
        let kind = found.hits.first().map(|(first, _)| library.kind(*first));
        (found.total, kind, said)
    };
    let (all, _, said) = ask("countries");
    assert_eq!(said, [] as [&str; 0]);
    let (total, kind, said) = ask("how many countries");
    assert_eq!((total, kind), (all, Some(Kind::Figure)));
    assert_eq!(said, ["a question for figures: they come first"]);
    // Where there is none of the kind nothing is said of it.
    let (total, kind, said) = ask("how many satellites");
    assert_eq!(total, ask("satellites").0);
    assert_ne!(kind, Some(Kind::Figure));
    assert_eq!(said, [] as [&str; 0]);
}

/// Where the one of two words names a kind, it is said that none of that kind has the other.
#[test]
fn that_no_record_of_a_kind_has_a_word_is_said() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let said = |typed: &str| {
        let query = finder.read(&library, typed);
        super::nothing(&finder.search(Inquiry::of(&library, &query, 1)))
    };
    for (typed, en, ar) in [
        (
            "nominations of algeria",
            "No nomination has “algeria”. Records of each by itself: ",
            "لا سجل من نوع «ترشيح» فيه «algeria». ",
        ),
        (
            "من رشحت الجزائر",
            "No nomination has “الجزائر”. ",
            "لا سجل من نوع «ترشيح» فيه «الجزائر». سجلات كل كلمة وحدها: ",
        ),
        (
            "tasks of egypt",
            "No recommendation has “egypt”. ",
            "لا سجل من نوع «توصية» فيه ",
        ),
        (
            "bahrain index",
            "No record has all the words. ",
            "لا سجل يجمع الكلمات كلها. ",
        ),
    ] {
        let said = said(typed).unwrap();
        // Without the marks that keep each word in its own direction.
        let is_mark = |c: &char| matches!(c, '\u{FDD0}'..='\u{FDEF}');
        let [ar_said, en_said] =
            [said.ar, said.en].map(|said| said.chars().filter(|c| !is_mark(c)).collect::<String>());
        assert!(en_said.starts_with(en), "{en_said}");
        assert!(ar_said.starts_with(ar), "{ar_said}");
    }
    assert!(said("xqzwv").is_none());
}

/// What is shown for the one of two words is told with how many records have each.
#[test]
fn what_there_is_of_a_country_is_shown_with_what_there_is_of_the_other_word() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let is_mark = |c: &char| matches!(c, '\u{FDD0}'..='\u{FDEF}');
    let query = finder.read(&library, "bahrain index");
    let found = finder.search(Inquiry::of(&library, &query, 10));
    let ids: Vec<&str> = found.hits.iter().map(|hit| library.id(hit.0)).collect();
    assert_eq!(ids, ["BHR"]);
    let [note] = notes(&query, &found).try_into().unwrap();
    let [ar, en] =
        [note.ar, note.en].map(|said| said.chars().filter(|c| !is_mark(c)).collect::<String>());
    assert_eq!(en, "“bahrain” 1, “index” 12: no record has both");
    assert_eq!(ar, "«bahrain» 1، «index» 12، ولا سجل يجمعهما");
}

/// The number of a document is written in many ways; what it was read as is told as a field asks for it.
#[test]
fn the_number_of_a_report_is_known_in_any_spelling() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let ask = |typed: &str| {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 10));
        let ids: Vec<&str> = found.hits.iter().map(|hit| library.id(hit.0)).collect();
        (ids.join(" "), notes(&query, &found))
    };
    let (ids, _) = ask("contact report:tdag23");
    assert!(ids.contains("tdag23:nom/guyot"), "{ids}");
    for (typed, number) in [
        ("contact TDAG-23/4", "TDAG-23/4"),
        ("contact TDAG-٢٣/٤", "TDAG-٢٣/٤"),
        ("contact tdag-23-4", "tdag-23-4"),
        ("TDAG23/4 contact", "TDAG23/4"),
        ("contact (TDAG-23/4)", "(TDAG-23/4)"),
        ("contact TDAG-23/4؛", "TDAG-23/4؛"),
    ] {
        let (found, notes) = ask(typed);
        assert_eq!(found, ids, "{typed}");
        let [note] = notes.as_slice() else {
            panic!("{typed}: {notes:?}");
        };
        assert_eq!(note.en, format!("“{number}” read as “report:tdag23”"));
        assert_eq!(note.ar, format!("«{number}» قُرئت «تقرير:tdag23»"));
    }
}

#[test]
fn the_next_one_is_what_is_to_come() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let first = |typed: &str, today: Option<(i32, u8, u8)>| {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry {
            today,
            ..Inquiry::of(&library, &query, 10)
        });
        library.id(found.hits.first().unwrap().0).to_owned()
    };
    for typed in [
        "متى ينعقد مؤتمر المندوبين القادم",
        "when is the next plenipotentiary conference",
    ] {
        assert_eq!(first(typed, Some((2026, 3, 1))), "c26:ev/pp-26", "{typed}");
        assert_eq!(first(typed, Some((2022, 6, 1))), "c21:ev/pp-22", "{typed}");
    }
}

#[test]
fn questions_of_the_group_find_what_it_has() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let first = |typed: &str| {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 10));
        let said: Vec<String> = notes(&query, &found)
            .into_iter()
            .map(|note| note.en)
            .collect();
        (library.id(found.hits.first().unwrap().0).to_owned(), said)
    };
    for (typed, id) in [
        ("المقرر ستمائة وتسعة عشر", "c-dec:619"),
        ("القرار مئتان واثنا عشر", "pp-res:212"),
        ("decision six hundred and nineteen", "c-dec:619"),
        ("القرار مية وواحد وثلاثين", "pp-res:131"),
        ("من يتحدث باسم تونس", "c21:nom/benhajji"),
        ("من المتحدث باسم تونس", "c21:nom/benhajji"),
        ("item 27", "c21:27"),
        ("#27", "c21:27"),
        ("items 11 and 12", "c21:11"),
        ("positions on items 27 and 52", "c21:52/position"),
        ("when did we meet last", "c21:meet/daily"),
        ("اجتماع المجموعة الاخير", "c21:meet/daily"),
        ("who spoke on item 27", "c21:meet/wg"),
    ] {
        assert_eq!(first(typed).0, id, "{typed}");
    }
    assert!(first("هند بنت حجي").0.ends_with("benhajji"));
    let figure = first("how much money was raised").0;
    assert!(figure.starts_with("tdag23:fig/"), "{figure}");
    // Of whom something is asked that none has is told, and not what is asked.
    let (position, said) = first("does saudi arabia support the index");
    assert_eq!(position, "c21:52/position");
    assert!(said[0].starts_with("without “saudi arabia”"), "{said:?}");
    let contribution = first("which countries contributed").0;
    assert!(contribution.contains(":con/"), "{contribution}");
    // How far a position has come its status tells.
    let query = finder.read(&library, "which positions are deferred");
    let found = finder.search(Inquiry::of(&library, &query, 10));
    let index = library.find("c21:52/position").unwrap();
    assert!(found.hits.iter().all(|(key, _)| *key != index));
}

/// What has the most of a question is told from the records among which one looks.
#[test]
fn what_has_the_most_is_the_best_of_what_is_allowed() {
    let of = |id: &str, title: &str| {
        let text = format!(
            "report: {{id: {id}, kind: group-report, title: {{en: R}}}}\n\
             items: [{{id: \"1\", number: [\"1\"], title: {{en: {title}}}}}]\n"
        );
        Source::text(format!("{id}.yaml"), text)
    };
    let sources = vec![
        of("x", "Premises budget council agenda forum treaty"),
        of("y", "Premises budget council agenda"),
    ];
    let library = Library::from_sources(sources);
    let finder = Finder::new(&library);
    let query = finder.read(
        &library,
        "premises budget council agenda forum treaty xqzwv",
    );
    let mut among = Set::new(library.len());
    among.insert(library.find("y:1").unwrap().index() as u32);
    let among = Arc::new(among);
    let all = Inquiry::of(&library, &query, 10);
    let first = |inquiry| {
        let found = finder.search(inquiry);
        (
            found.hits.first().map(|hit| library.id(hit.0).to_owned()),
            found.without,
        )
    };
    assert_eq!(
        first(all),
        (Some("x:1".to_owned()), vec!["xqzwv".to_owned()])
    );
    let (found, without) = first(Inquiry {
        among: Some(&among),
        ..all
    });
    assert_eq!(found.as_deref(), Some("y:1"));
    assert_eq!(without, ["forum", "treaty", "xqzwv"]);
}
