//! Over the built-in library: what is left out of a query rather than read as something that was not meant, and
//! what a question finds all of.

use super::spelt_right::named;
use majlis::app::finder::{Finder, Inquiry};
use majlis::library::{Library, Source};
use majlis::report::{Kind, Language};

/// So many answers stand on a small screen.
const DEEP: usize = 10;

/// What was left out of a query, and the records that stand first.
pub(super) fn ask(query: &str) -> (Option<String>, Vec<String>) {
    first(query, DEEP)
}

fn first(query: &str, most: usize) -> (Option<String>, Vec<String>) {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let found = finder.search(Inquiry::of(&library, &finder.read(&library, query), most));
    let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
    (found.left_out.clone(), ids.collect())
}

fn first_of(query: &str) -> Vec<String> {
    first(query, 100).1
}

/// The Inter-Parliamentary Union is not the ITU, which half of all that has "council" names.
#[test]
fn a_short_word_that_no_record_has_is_left_out_and_not_read_as_itu() {
    for (query, word) in [
        ("ipu council", "ipu"),
        ("IPU council", "IPU"),
        ("itk council", "itk"),
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(left_out.as_deref(), Some(word), "{query}: {first:?}");
    }
    // What is read so all the same is half a small screen: `itureport` is written as one there.
    assert!(ask("itv report").1.len() <= 8);
}

#[test]
fn the_number_of_what_is_numbered_is_no_year() {
    // No year, and not left out either: the number is what was asked for.
    for query in ["item 24 premises", "item 30 premises", "البند 24 المباني"] {
        assert_eq!(ask(query), (None, Vec::new()), "{query}");
    }
    // A year that stands in texts only says nothing of what was meant.
    for query in ["goal 23 council", "القرار 23 مصر", "section 22 budget"] {
        let first = ask(query).1;
        assert!(
            !first.iter().any(|id| id == "c24:2.13" || id == "c24:2.8"),
            "{query}: {first:?}"
        );
    }
    // Also while the word behind the year is typed.
    for query in ["hlpf 16", "hlpf 16 f", "hlpf 16 foru", "hlpf 16 forum"] {
        assert_eq!(ask(query).1[0], "c17:ev/hlpf-2016", "{query}");
    }
}

/// What a country brought is not told of another one, nor of us.
#[test]
fn behind_an_article_us_is_a_country() {
    // What there is of it is shown for its name, and each word is told by itself.
    assert_eq!(named("what did the us contribute"), "USA");
    assert_eq!(ask("the us").1[0], "USA");
    assert_eq!(
        ask("tell us what kuwait contributed").1[0],
        ask("what kuwait contributed").1[0]
    );
}

/// An agenda that was copied stands behind the one on which something was said.
#[test]
fn an_item_without_content_stands_behind_the_same_with_a_position() {
    let c27 = "\
report: { id: c27, kind: group-report, title: { ar: تقرير الفريق, en: Report of the group } }
items:
  - id: \"27\"
    number: [\"27\"]
    title:
      ar: تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار 212 والمقرر 619)
      en: Report on progress on the Union's headquarters premises project (Resolution 212 and Decision 619)
  - id: \"52\"
    number: [\"52\"]
    title: { ar: المؤشر القياسي لتنمية تكنولوجيا المعلومات والاتصالات, en: ICT Development Index (IDI) }
";
    let mut sources = Source::built_in();
    sources.push(Source::new("c27.yaml", c27.as_bytes()));
    let library = Library::from_sources(sources);
    assert!(library.find("c27:27").is_some());
    let finder = Finder::new(&library);
    for (query, [first, copy]) in [
        ("27", ["c21:27", "c27:27"]),
        ("مقر", ["c21:27", "c27:27"]),
        ("headquarters", ["c21:27", "c27:27"]),
        ("headquarters prem", ["c21:27", "c27:27"]),
        ("المؤشر", ["c21:52", "c27:52"]),
        ("idi", ["c21:52", "c27:52"]),
    ] {
        let found = finder.search(Inquiry::of(&library, &finder.read(&library, query), 100));
        let ids: Vec<&str> = found.hits.iter().map(|hit| library.id(hit.0)).collect();
        let place = |id: &str| ids.iter().position(|one| *one == id).unwrap();
        assert!(place(first) < place(copy), "{query}: {ids:?}");
    }
}

/// Of two words none is left out that records have: nothing is there of what was asked for but the country that
/// is named.
#[test]
fn of_two_words_that_stand_somewhere_both_count() {
    for query in ["bahrain index", "index bahrain"] {
        assert_eq!(ask(query), (None, vec!["BHR".to_owned()]), "{query}");
    }
    for query in ["budget candidates", "الميزانية الترشيحات"] {
        assert_eq!(ask(query), (None, Vec::new()), "{query}");
    }
    // What stands nowhere is left out beside what something is called.
    let (left_out, first) = ask("xqzwv premises");
    assert_eq!(
        (left_out.as_deref(), first[0].as_str()),
        (Some("xqzwv"), "c21:27")
    );
    // Also beside a slip, and while it is typed.
    for query in ["premisses xqzwv", "xqzwv premisses", "xqzwv premi"] {
        let (left_out, first) = ask(query);
        let first = first.first().map(String::as_str);
        assert_eq!(
            (left_out.as_deref(), first),
            (Some("xqzwv"), Some("c21:27")),
            "{query}"
        );
    }
    // What begins a word stands somewhere: with the last letter nothing turns over.
    for query in ["bahrain inde", "bahrain index"] {
        assert_eq!(ask(query), (None, vec!["BHR".to_owned()]), "{query}");
    }
}

/// A circular letter says nothing of what is used again; by a country is what it brought, and not what was
/// held in it.
#[test]
fn what_was_not_asked_for_does_not_come_along() {
    for query in ["recycling", "recycled", "تدوير"] {
        let first = ask(query).1;
        assert_eq!(first, ["c24:con/tsb-e-waste", "c24:11.4"], "{query}");
    }
    for query in ["by:italy", "from:italy", "من:إيطاليا", "جهة:إيطاليا"] {
        let all = first_of(query);
        assert!(all.contains(&"c26:nom/bigi".to_owned()), "{query}: {all:?}");
        assert!(
            !all.contains(&"c24:meet/g7-verona".to_owned()),
            "{query}: {all:?}"
        );
    }
    for query in ["country:italy", "بلد:إيطاليا", "دولة:إيطاليا"] {
        let all = first_of(query);
        assert!(all.contains(&"c26:nom/bigi".to_owned()), "{query}: {all:?}");
        assert!(
            all.contains(&"c24:meet/g7-verona".to_owned()),
            "{query}: {all:?}"
        );
    }
}

/// The day of something is what has one: when it is, or by when it has to be done.
#[test]
fn a_day_is_asked_for_by_its_name() {
    for query in ["موعد سبتمبر", "deadline september"] {
        let all = first_of(query);
        for id in ["c21:eg-itrs/r1", "c24:summit/r1"] {
            assert!(all.contains(&id.to_owned()), "{query}: {all:?}");
        }
    }
    assert!(first_of("موعد اجتماع فريق الخبراء").contains(&"c21:ev/eg-itrs-2021-09".to_owned()));
}

/// All that has a date has a day; what has none is shown for the other words, and that is told.
#[test]
fn the_day_of_anything_is_asked_for() {
    let report = "\
report: { id: a, kind: group-report, title: { ar: تقرير الفريق, en: Report of the group } }
items:
  - { id: \"1\", number: [\"1\"], title: { ar: خدمات الأقمار الاصطناعية, en: Services in orbit } }
  - { id: \"2\", number: [\"2\"], title: { ar: الفضاء السيبراني, en: Cyberspace } }
events:
  - { id: ev/luggage, kind: forum, title: { ar: معرض الأمتعة, en: Luggage fair } }
outcomes:
  - { id: out/parasols, kind: decision, item: \"1\", date: 2024-05-06, text: { ar: اعتماد المظلات, en: Parasols were adopted } }
";
    let mut sources = Source::built_in();
    sources.push(Source::new("a.yaml", report.as_bytes()));
    let library = Library::from_sources(sources);
    assert_eq!(library.problems(), []);
    let finder = Finder::new(&library);
    let ask = |query: &str| {
        let found = finder.search(Inquiry::of(&library, &finder.read(&library, query), DEEP));
        let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
        (found.left_out.clone(), ids.collect::<Vec<_>>())
    };
    for query in ["موعد المظلات", "date of the parasols", "ما موعد المظلات"]
    {
        let (left_out, first) = ask(query);
        assert_eq!(
            (left_out, first),
            (None, vec!["a:out/parasols".to_owned()]),
            "{query}"
        );
    }
    for (query, day) in [
        ("موعد الأمتعة", "موعد"),
        ("ما موعد معرض الأمتعة", "موعد"),
        ("deadline luggage", "deadline"),
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(left_out.as_deref(), Some(day), "{query}: {first:?}");
        assert_eq!(first, ["a:ev/luggage"], "{query}");
    }
    // Behind a word that asks for a day it says no more.
    for query in [
        "when is the date of the luggage fair",
        "متى موعد معرض الأمتعة",
    ] {
        assert_eq!(
            ask(query),
            (None, vec!["a:ev/luggage".to_owned()]),
            "{query}"
        );
    }
    // By whatever a satellite is called it is found, and not by all that has space.
    for query in [
        "أقمار صناعية",
        "قمر صناعي",
        "القمر الصناعي",
        "الأقمار الصناعية",
    ] {
        let first = ask(query).1;
        for id in ["a:1", "c24:outer-space"] {
            assert!(first.contains(&id.to_owned()), "{query}: {first:?}");
        }
        assert!(!first.contains(&"a:2".to_owned()), "{query}: {first:?}");
    }
}

/// A word is what the other keyboard writes only where no other stands as it was typed, and all are where none
/// has them otherwise.
#[test]
fn beside_a_word_as_it_was_typed_a_slip_is_likelier_than_the_other_keyboard() {
    for query in ["شهيرة سيلم", "سيلم شهيرة"] {
        let (left_out, first) = ask(query);
        assert_eq!(left_out, None, "{query}");
        assert!(
            ["selim", "c21:nom/selim"].contains(&first[0].as_str()),
            "{query}: {first:?}"
        );
    }
    assert_eq!(ask("o'm ulg f,dks").1[0], "buenos-aires-ap");
}

#[test]
fn a_word_of_three_letters_that_stands_somewhere_is_no_slip() {
    assert_eq!(ask("القرار 23 مصر"), (None, Vec::new()));
}

#[test]
fn what_is_run_together_with_its_number_is_found() {
    for query in ["القراررقم191", "القراررقم 191", "قراررقم١٩١"] {
        assert_eq!(ask(query).1[0], "pp-res:191@2022", "{query}");
    }
}

/// The number of a report's document is what stands in it, where nothing else has both.
#[test]
fn what_stands_in_a_report_is_asked_for_by_the_number_of_its_document() {
    for query in [
        "contact TDAG-23/4",
        "who is the contact for TDAG-23/4?",
        "tdag-23/4 contact",
        "contact tdag 23/4",
        "tdag 23 4 contact",
        "guyot contact TDAG-23/4",
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(left_out, None, "{query}");
        let right = ["tdag23:nom/guyot", "tdag23:s6/t1"];
        assert!(right.contains(&first[0].as_str()), "{query}: {first:?}");
    }
    // By itself it is the document.
    assert_eq!(ask("TDAG-23/4").1[0], "TDAG-23/4");
}

/// An amount is what somebody gave, before the chart of which it is a share.
#[test]
fn an_amount_is_found_by_itself_before_the_chart_that_has_it() {
    for query in ["٠٫٩ مليون يورو", "0.9 million euro", "GIZ euro"] {
        assert_eq!(ask(query).1[0], "tdag23:con/giz", "{query}");
    }
}

/// As one asks in the Maghreb.
#[test]
fn words_that_ask_are_known_as_they_are_spoken() {
    let first = ask("شكون رئيس لجنة التوجيه ديال شراكة القياس").1;
    assert_eq!(first[0], "c17:nom/measuring-chair");
    let first = ask("كم تعهداً سجل التحالف حتى الآن").1;
    assert!(first[1].ends_with("p2c-pledges"), "{first:?}");
}

/// All that is open stands before anything else, in whatever order.
#[test]
fn what_is_still_open_is_all_that_is_open() {
    let mut open = first("status:open", 100).1;
    assert_eq!(open.len(), 30);
    let mut asked = first("what is still open", open.len()).1;
    open.sort();
    asked.sort();
    assert_eq!(asked, open);
}

/// Each word of a title with a letter wrong: what a slip finds is counted to the last record, and is no more
/// than what the word itself finds, or the one that it is read as, with half a small screen beside it, or a
/// third of all.
#[test]
fn a_slip_in_a_word_of_a_title_never_floods() {
    let library = Library::built_in();
    let finder = Finder::new(&library);
    let all = library.keys().count();
    let mut words: Vec<String> = Vec::new();
    for key in library
        .keys()
        .filter(|key| library.kind(*key) == Kind::Item)
    {
        for language in [Language::Arabic, Language::English] {
            let title = library.title(key, language).to_lowercase();
            let of_title = title.split(|c: char| !c.is_alphabetic());
            words.extend(
                of_title
                    .filter(|word| word.chars().count() > 4)
                    .map(str::to_owned),
            );
        }
    }
    words.sort();
    words.dedup();
    assert!(words.len() > 200);
    let find = |typed: &str| {
        let found = finder.search(Inquiry::of(&library, &finder.read(&library, typed), all));
        assert_eq!(found.hits.len(), found.total, "{typed}");
        found
    };
    for word in words {
        let wrong = if word.is_ascii() { 'q' } else { 'ظ' };
        let typed: String = (word.chars().enumerate())
            .map(|(at, letter)| if at == 2 { wrong } else { letter })
            .collect();
        let found = find(&typed);
        let read = found.corrected.iter().map(|(_, read)| read);
        let meant = read.chain([&word]).map(|word| find(word).total).max();
        assert!(
            found.total * 3 <= all || found.total <= meant.unwrap_or(0) + 8,
            "{typed}: {} of {all}",
            found.total
        );
    }
}

/// What no record has is told, and nothing is made of a word that only looks like it: no cost is Costa Rica, the
/// WTSA is not left out for the city where it was thought to be, and an item 4 (b) is none with a 4 and the id b.
#[test]
fn what_is_not_there_is_not_guessed_from_half_of_it() {
    for query in ["cost recovery", "cost recovry", "WTSA 24 duabi", "item 4b"] {
        assert_eq!(ask(query), (None, Vec::new()), "{query}");
    }
    // While it is typed, and where it is a whole word, half is enough.
    assert_eq!(ask("cost").1[0], "CRI");
    assert_eq!(ask("costa xqzwv").1[0], "CRI");
}

/// The number of a thing does not go, nor what stands somewhere beside it: there is no goal 23, and what is said of
/// 23 others of the council is not asked for.
#[test]
fn beside_the_number_of_what_is_not_there_nothing_is_left_out() {
    for query in ["goal 23 council", "goal 23 unesco", "الهدف 23 اليونسكو"] {
        assert_eq!(ask(query), (None, Vec::new()), "{query}");
    }
    let first = ask("القرار 23 مصر").1;
    assert!(
        !first.iter().any(|id| id.starts_with("c24:ev/")),
        "{first:?}"
    );
    // What is called so is kept.
    let (left_out, first) = ask("resolution 191 xqzwv");
    assert_eq!(
        (left_out.as_deref(), first[0].as_str()),
        (Some("xqzwv"), "pp-res:191@2022")
    );
}

/// Beside a number a word that stands nowhere goes as ever: a goal is called so in the title of another language, a year is no number of a thing.
#[test]
fn a_number_that_names_nothing_keeps_no_stray_word() {
    for query in [
        "goal 9 xqzwv",
        "resolutions 191 xqzwv",
        "resolutions 2022 bucharest xqzwv",
        "قرارات 2022 بوخارست xqzwv",
    ] {
        let (left_out, first) = ask(query);
        assert_eq!(left_out.as_deref(), Some("xqzwv"), "{query}: {first:?}");
        assert!(!first.is_empty(), "{query}");
    }
}
