//! Fields over the reports that are built in: counts that were made by hand from the files.

use super::super::finder::{Finder, Inquiry};
use super::{Field, Values, completions, of_word};
use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::search::Set;

mod numbers;

fn has(set: &Set, key: Key) -> bool {
    set.has(key.index() as u32)
}

fn records(library: &Library, field: Field, typed: &str) -> Option<Set> {
    let values = Values::default();
    let meaning = values.meaning(library, field, typed)?;
    values.records(library, field, &meaning)
}

fn count(library: &Library, field: Field, typed: &str) -> Option<usize> {
    records(library, field, typed).map(|set| set.count())
}

#[test]
fn a_kind_is_met_by_all_its_names() {
    let library = Library::built_in();
    let nominations = library.of_kind(Kind::Nomination).len();
    for typed in [
        "nomination",
        "Nominations",
        "nom",
        "nominee",
        "ترشيح",
        "الترشيحات",
        "مرشح",
    ] {
        let set = records(&library, Field::Kind, typed).unwrap();
        assert_eq!(set.count(), nominations, "{typed}");
        assert!(
            library
                .of_kind(Kind::Nomination)
                .iter()
                .all(|key| has(&set, *key))
        );
    }
    assert_eq!(count(&library, Field::Kind, "xyz"), None);
    assert_eq!(count(&library, Field::Kind, " "), None);
    // The beginning of several kinds is all of them.
    let notes_and_nominations = nominations + library.of_kind(Kind::Note).len();
    assert_eq!(
        count(&library, Field::Kind, "no"),
        Some(notes_and_nominations)
    );
}

#[test]
fn other_fields_are_met_in_both_languages() {
    let library = Library::built_in();
    for (field, one, other) in [
        (Field::By, "kuwait", "الكويت"),
        (Field::By, "KWT", "كويت"),
        (Field::By, "UAE", "الإمارات العربية المتحدة"),
        (Field::Status, "in-progress", "قيد التنفيذ"),
        (Field::Status, "in progress", "قيد التنفيذ"),
        (Field::Item, "27", "٢٧"),
        (Field::Year, "2021", "٢٠٢١"),
        (Field::Body, "CWG-SFP", "cwgsfp"),
    ] {
        let first = count(&library, field, one);
        assert!(first.is_some_and(|count| count > 0), "{one}");
        assert_eq!(first, count(&library, field, other), "{one} {other}");
    }
    let kuwait = records(&library, Field::By, "kuwait").unwrap();
    assert!(has(&kuwait, library.find("c21:con/kwt").unwrap()));
    assert!(!has(&kuwait, library.find("c21:con/tun").unwrap()));
    let item = records(&library, Field::Item, "27").unwrap();
    assert!(has(&item, library.find("c21:27").unwrap()));
    assert!(has(&item, library.find("c21:27/position").unwrap()));
    assert_eq!(item, records(&library, Field::Item, "c21:27").unwrap());
    let report = records(&library, Field::Report, "c21").unwrap();
    assert!(has(&report, library.find("c21:27").unwrap()));
    assert!(!has(&report, library.find("kwt").unwrap()));
    let year = records(&library, Field::Year, "2019").unwrap();
    assert!(has(&year, library.find("c21:ev/camti-decision").unwrap()));
    assert!(!has(&year, library.find("c21:27").unwrap()));
}

#[test]
fn how_far_something_has_come_is_met_by_every_word_for_it() {
    let library = Library::built_in();
    let found = |typed: &str| -> Option<Vec<&str>> {
        let set = records(&library, Field::Status, typed)?;
        let keys = set.keys().map(|key| library.id(Key::new(key)));
        Some(keys.collect())
    };
    // Counted by hand: the positions of the five reports.
    let agreed = [
        "c21:52/position",
        "c21:37/position",
        "c26:streamlining-154/position",
        "c26:streamlining-191/position",
    ];
    for typed in [
        "agreed",
        "Agreed",
        "متفق عليه",
        "متفق",
        "المتفق عليها",
        "agree",
    ] {
        assert_eq!(found(typed).unwrap(), agreed, "{typed}");
    }
    let postponed = ["c21:out/idi", "c24:out/lldc3-postponed"];
    for typed in ["deferred", "postponed", "مؤجل", "مؤجلة", "تأجيل", "المرجأ"] {
        assert_eq!(found(typed).unwrap(), postponed, "{typed}");
    }
    let all = found("support").unwrap();
    assert_eq!(all.len(), 6);
    for typed in ["supported", "تأييد", "مؤيد", "نؤيد", "suport"] {
        assert_eq!(found(typed).unwrap(), all, "{typed}");
    }
    let proposed = ["c21:nom/selim", "c21:nom/bilal"];
    assert_eq!(found("proposed").unwrap(), proposed);
    assert_eq!(found("مقترحة").unwrap(), proposed);
    assert_eq!(found("in-office"), found("في المنصب"));
    assert_eq!(found("done"), found("منجزة"));
    assert_eq!(found("open"), found("pending"));
    // Known, and none has it; unknown.
    for typed in ["neutral", "محايد", "withdrawn", "معارض", "draft", "مسودة"] {
        assert_eq!(found(typed).unwrap(), [] as [&str; 0], "{typed}");
    }
    for typed in ["purple", "بنفسجي", "x"] {
        assert_eq!(found(typed), None, "{typed}");
    }
}

#[test]
fn who_has_to_act_by_when_and_who_it_is_are_asked_for() {
    let library = Library::built_in();
    let found = |field: Field, typed: &str| -> Vec<&str> {
        let set = records(&library, field, typed).unwrap();
        let keys = set.keys().map(|key| library.id(Key::new(key)));
        keys.collect()
    };
    let secretariat = ["c21:eg-itrs/r2", "c21:6/r1"];
    for typed in ["tech-sec", "الأمانة الفنية", "technical secretariat"] {
        assert_eq!(found(Field::To, typed), secretariat, "{typed}");
    }
    for typed in [
        "2021",
        "2021-09",
        "sep 2021",
        "سبتمبر ٢٠٢١",
        "2020..2022",
        "<2022",
        "9/2021",
    ] {
        let due = found(Field::Due, typed);
        assert!(due.contains(&"c21:eg-itrs/r1"), "{typed}: {due:?}");
        assert!(!due.contains(&"c24:dpi/r2"), "{typed}: {due:?}");
    }
    assert_eq!(
        found(Field::Due, "2030"),
        ["c24:dpi/r2", "c24:g20-process/r2"]
    );
    assert_eq!(count(&library, Field::Due, "2019"), None);
    // A month without a year is that month of each: what is due by it, not within a year or a season.
    let september = [
        "c21:eg-itrs/r1",
        "c24:common-agenda/r2",
        "c24:summit/r1",
        "c24:g20-process/r3",
    ];
    for typed in ["سبتمبر", "september", "Sep", "أيلول"] {
        let mut due = found(Field::Due, typed);
        due.sort_unstable();
        let mut all = september;
        all.sort_unstable();
        assert_eq!(due, all, "{typed}");
    }
    assert_eq!(count(&library, Field::Due, "february"), None);
    for typed in ["selim", "شهيرة", "Shahira Selim", "selem"] {
        let of_her = found(Field::Person, typed);
        assert!(of_her.contains(&"c21:nom/selim"), "{typed}");
        assert!(of_her.contains(&"selim") && !of_her.contains(&"c21:nom/bilal"));
    }
    // What a group's report says without saying whose it is, is the group's.
    let ours = found(Field::By, "المجموعة العربية");
    for id in [
        "c21:27/position",
        "c21:52/position",
        "c21:15/r1",
        "c21:16/v1",
    ] {
        assert!(ours.contains(&id), "{id}");
    }
    assert!(!ours.contains(&"c24:summit/position") && !ours.contains(&"c21:27/n1"));
    // What is not done, and was due in 2021; what has no day is never late.
    for late in ["overdue", "متأخرة", "المتأخر"] {
        let late = found(Field::Status, late);
        assert!(late.contains(&"c21:eg-itrs/r1"), "{late:?}");
        assert!(!late.contains(&"c21:52/r1") && !late.contains(&"c21:27/position"));
    }
    assert_eq!(
        found(Field::Due, "overdue"),
        found(Field::Status, "overdue")
    );
    // A meeting and an event are of the country where they take place, and not by it.
    let in_italy = found(Field::Country, "إيطاليا");
    assert!(in_italy.contains(&"c24:meet/g7-verona") && in_italy.contains(&"c26:nom/bigi"));
    assert!(found(Field::Country, "kenya").contains(&"c24:ev/un-csc"));
    let by_italy = found(Field::By, "إيطاليا");
    assert!(!by_italy.contains(&"c24:meet/g7-verona") && by_italy.contains(&"c26:nom/bigi"));
    assert_eq!(count(&library, Field::By, "kenya"), None);
    // An item without a number; a report by its year; a value with a slip in it.
    assert!(found(Field::Item, "eg-itrs").contains(&"c21:eg-itrs/r1"));
    assert!(found(Field::Item, "ai").contains(&"c24:ai"));
    assert!(found(Field::Report, "council 2021").contains(&"c21:27"));
    assert_eq!(found(Field::By, "kuwiat"), found(Field::By, "kuwait"));
    assert_eq!(count(&library, Field::By, "kuwxxt"), None);
    assert_eq!(found(Field::Person, "hind"), found(Field::Person, "هند"));
}

#[test]
fn an_unknown_value_says_which_there_are() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let said = |typed: &str| {
        let query = finder.read(&library, typed);
        let found = finder.search(Inquiry::of(&library, &query, 1));
        super::super::finder::notes(&query, &found)
    };
    let [note] = &said("status:purple")[..] else {
        panic!("one note");
    };
    assert_eq!(
        note.en,
        "no status “purple”: searched as words (values: agreed, delivered, proposed, elected, \
         in-office, open, …)"
    );
    assert!(
        note.ar.contains("(القيم: متفق عليه، قُدِّم، مقترح، "),
        "{}",
        note.ar
    );
    assert!(said("status:deferred").is_empty());
    assert!(said("حالة:محايد").is_empty());
}

#[test]
fn every_value_has_a_record_and_is_met_by_its_word() {
    let library = Library::built_in();
    for field in Field::ALL {
        let known = Values::default();
        let values: Vec<_> = known.of(&library, field).collect();
        assert!(!values.is_empty());
        for value in values {
            let count = count(&library, field, value.word());
            let some = count.is_some_and(|count| count > 0 || field == Field::Kind);
            assert!(some, "{field:?} {}", value.word());
        }
    }
}

#[test]
fn names_and_values_are_completed() {
    let library = Library::built_in();
    let first = |text: &str, language| {
        completions(text, text.len(), &library, &Values::default(), language)
            .first()
            .map(|completion| {
                let mut done = text.to_owned();
                done.replace_range(completion.place.clone(), &completion.text);
                done
            })
    };
    for (typed, expected) in [
        ("ki", "kind:"),
        ("x sta", "x status:"),
        ("تقر", "تقرير:"),
        ("kind:nom", "kind:nomination"),
        ("kind: nom", "kind: nomination"),
        ("نوع:تر", "نوع:ترشيح"),
        ("!kind:no x", ""),
        ("by:kuw", "by:KWT"),
        ("بلد:الكو", "بلد:الكويت"),
        ("جهة:الكو", "جهة:الكويت"),
        ("country:ken", "country:KEN"),
        ("report:c2", "report:c21"),
        ("status:in-p", "status:in-progress"),
        ("status:supp", "status:support"),
        ("حالة:تأي", "حالة:تأييد"),
        ("status:ov", "status:overdue"),
        ("حالة:متأخ", "حالة:متأخرة"),
        ("to:tech", "to:tech-sec"),
        ("due:202", "due:2026"),
        ("person:sha", "person:selim"),
        ("body:\"working gr", ""),
    ] {
        let expected = (!expected.is_empty()).then(|| expected.to_owned());
        let done = first(typed, Language::English);
        if typed.contains('"') {
            assert!(
                done.is_some_and(|done| done.starts_with("body:")),
                "{typed}"
            );
        } else {
            assert_eq!(done, expected, "{typed}");
        }
    }
    // An empty value offers what there is, in the language of the screen.
    assert_eq!(first("kind:", Language::English).unwrap(), "kind:item");
    assert_eq!(first("نوع:", Language::Arabic).unwrap(), "نوع:بند");
    assert_eq!(first("", Language::English), None);
    assert_eq!(first("c21:2", Language::English), None);
    // What is overdue stands behind the statuses that records have.
    for (typed, language, late) in [
        ("status:", Language::English, "overdue"),
        ("حالة:", Language::Arabic, "متأخرة"),
    ] {
        let all = completions(typed, typed.len(), &library, &Values::default(), language);
        assert_eq!((all.len(), all[7].text.as_str()), (8, late), "{typed}");
    }
}

#[test]
fn a_word_with_a_colon_gathers_the_names_of_no_report() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    for (typed, is_id) in [
        ("foo:bar", false),
        ("foo:27", false),
        ("pp-res:191", true),
        ("PP-RES:191", true),
    ] {
        let query = finder.read(&library, typed);
        assert_eq!(query.unknown_field().is_none(), is_id, "{typed}");
    }
    // What no field asks for is asked of the registry alone, however many reports there are.
    for file in library.gathered() {
        assert!(file.contains("registry"), "{file}");
    }
}

#[test]
fn what_stands_before_a_fact_is_no_word_of_it() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    for typed in ["role:chair report:c21", "الصفة:رئيسة تقرير:c21"] {
        let query = finder.read(&library, typed);
        // It was not searched as a word, and nothing is to be said of it.
        assert_eq!(query.unknown_field(), None, "{typed}");
        let found = finder.search(Inquiry::of(&library, &query, 5));
        let first = found.hits.first().map(|hit| library.id(hit.0));
        assert_eq!(first, Some("c21:nom/benhajji"), "{typed}");
    }
    // A second fact is read as the first; what stands in quotes stands as it was typed.
    for (typed, said) in [
        ("role:chair الصفة:رئيسة", "chair رئيسة"),
        ("!role:chair peru", "!chair peru"),
        ("\"role:chair\" role:chair", "\"role:chair\" chair"),
        ("xrole:chair role:chair", "xrole:chair chair"),
        ("role:\"chair of\" body", "\"chair of\" body"),
    ] {
        let total = |typed: &str| {
            let query = finder.read(&library, typed);
            finder.search(Inquiry::of(&library, &query, 5000)).total
        };
        assert_eq!(total(typed), total(said), "{typed}");
    }
    // What is no fact is still told.
    let query = finder.read(&library, "role:chair colour:red");
    assert_eq!(query.unknown_field(), Some(("colour", "red")));
}

#[test]
fn a_text_begins_with_what_is_read_in_it_and_not_with_its_kind() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let query = finder.read(&library, "^تقرير");
    let found = finder.search(Inquiry::of(&library, &query, 50));
    let ids: Vec<&str> = found.hits.iter().map(|hit| library.id(hit.0)).collect();
    assert!(ids.contains(&"c21") && ids.contains(&"c21:27"), "{ids:?}");
    // «تعزيز التنسيق بين القطاعات في الاتحاد»: only its kind is a report.
    assert!(!ids.contains(&"c26"), "{ids:?}");
}

#[test]
fn fields_alone_are_answered_in_the_order_of_the_agenda() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let query = finder.read(&library, "report:c21 kind:item");
    let found = finder.search(Inquiry::of(&library, &query, 5));
    let ids: Vec<&str> = found.hits.iter().map(|hit| library.id(hit.0)).collect();
    assert_eq!(ids, ["c21:52", "c21:27", "c21:eg-itrs", "c21:11", "c21:6"]);
}

#[test]
fn what_a_word_goes_on_with_asks_no_library() {
    for (typed, name) in [("ki", "kind:"), ("x sta", "status:"), ("تقر", "تقرير:")] {
        let ways = of_word(typed, typed.len()).unwrap();
        assert_eq!(ways[0].text, name);
        let library = Library::built_in();
        let asked = completions(
            typed,
            typed.len(),
            &library,
            &Values::default(),
            Language::English,
        );
        assert_eq!(ways, asked, "{typed}");
    }
    assert_eq!(of_word("council", 7), Some(Vec::new()));
    assert_eq!(of_word("report:c", 8), None);
}
