use super::super::{Finder, Found, Inquiry};
use crate::library::{Library, Source};

/// The newest with a day is `june`, of which `noted` took nothing up; what is to come is no minutes yet.
const REPORT: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - {id: \"27\", number: [\"27\"], title: {ar: مباني المقر, en: Headquarters premises}}
meetings:
  - {id: meet/year, title: {ar: لقاء, en: Group of the year}, date: 2025}
  - {id: meet/march, title: {ar: لقاء, en: Group in March}, date: 2025-03-04}
  - {id: meet/june, title: {ar: لقاء, en: Group in June}, date: 2026-06-30, taken_up: [{item: \"27\", minutes: 5}]}
  - {id: meet/noted, title: {ar: لقاء, en: Group that noted}, date: 2026-06-30}
  - {id: meet/week, title: {ar: لقاء, en: Group of a week}, date: 2026-06-29/2026-07-03}
  - {id: meet/planned, title: {ar: لقاء, en: Group to come}, date: 2026}
  - {id: meet/undated, title: {ar: أحدث لقاء, en: Latest of the group}}
";

fn ask(report: &'static str, typed: &str, today: Option<(i32, u8, u8)>) -> (Vec<String>, Found) {
    let library = Library::from_sources(vec![Source::text("x.yaml", report)]);
    assert_eq!(library.problems(), []);
    let finder = Finder::new(&library);
    let query = finder.read(&library, typed);
    let found = finder.search(Inquiry {
        today,
        ..Inquiry::of(&library, &query, 10)
    });
    let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
    (ids.collect(), found)
}

fn first(typed: &str, today: (i32, u8, u8)) -> String {
    ask(REPORT, typed, Some(today)).0[0].clone()
}

#[test]
fn the_minutes_of_the_meeting_that_was_over_last_come_first() {
    for typed in ["minutes", "محضر", "meeting minutes", "محضر الاجتماع"] {
        for (today, id) in [
            ((2027, 1, 1), "x:meet/planned"),
            ((2026, 11, 23), "x:meet/week"),
            // The week is not over.
            ((2026, 7, 2), "x:meet/june"),
            ((2026, 6, 29), "x:meet/year"),
            ((2025, 12, 30), "x:meet/march"),
        ] {
            assert_eq!(first(typed, today), id, "{typed} {today:?}");
        }
    }
    // Who does not say which day it is has all of them over.
    assert_eq!(ask(REPORT, "minutes", None).0[0], "x:meet/planned");
}

#[test]
fn the_word_for_the_newest_is_looked_for_before_it_is_left_out() {
    let day = (2026, 11, 23);
    // Something is called so.
    for typed in [
        "minutes of the latest meeting",
        "latest minutes",
        "أحدث محضر",
    ] {
        let (ids, found) = ask(REPORT, typed, Some(day));
        assert_eq!(
            (ids.as_slice(), found.left_out),
            (&["x:meet/undated".to_owned()][..], None),
            "{typed}"
        );
    }
    // Nothing is: all minutes are shown, the newest first, and what was left out is said.
    for (typed, newest) in [
        ("newest minutes", "newest"),
        ("minutes of the last meeting", "last"),
        ("محضر آخر اجتماع", "آخر"),
    ] {
        let (ids, found) = ask(REPORT, typed, Some(day));
        assert_eq!(
            (ids[0].as_str(), found.total),
            ("x:meet/week", 7),
            "{typed}: {ids:?}"
        );
        assert_eq!(found.left_out.as_deref(), Some(newest), "{typed}");
    }
}

#[test]
fn minutes_are_asked_for_in_a_few_words_that_say_no_more() {
    let asked = |typed: &str| super::asked_for(typed).is_some();
    assert!(asked("minutes") && asked("The Minutes of the last meeting"));
    for typed in [
        "",
        "last meeting",
        "minutes kuwait",
        "3 minutes",
        "minutes of of of of of of",
    ] {
        assert!(!asked(typed), "{typed}");
    }
}
