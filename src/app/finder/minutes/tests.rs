use super::super::{Finder, Found, Inquiry};
use crate::library::{Library, Source};

/// The newest with a day is `week`; of `june` and `noted` the second took nothing up; what is to come is no minutes
/// yet, and a year alone says less than a day of it.
const REPORT: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - {id: \"27\", number: [\"27\"], title: {ar: مباني المقر, en: Headquarters premises}}
meetings:
  - {id: meet/year, title: {ar: لقاء, en: Group of the year}, date: 2025}
  - {id: meet/march, title: {ar: لقاء, en: Group in March}, date: 2025-03-04}
  - {id: meet/december, title: {ar: لقاء, en: Group in December}, date: 2025-12-18}
  - {id: meet/june, title: {ar: لقاء, en: Group in June}, date: 2026-06-30, text: {ar: آخر اجتماع للفريق, en: The last one of the group}, taken_up: [{item: \"27\", minutes: 5}]}
  - {id: meet/noted, title: {ar: لقاء, en: Group that noted}, date: 2026-06-30}
  - {id: meet/week, title: {ar: لقاء, en: Group of a week}, date: 2026-06-29/2026-07-03}
  - {id: meet/planned, title: {ar: لقاء, en: Group to come}, date: 2027}
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
            ((2028, 1, 1), "x:meet/planned"),
            ((2027, 12, 30), "x:meet/week"),
            ((2026, 11, 23), "x:meet/week"),
            // The week is not over.
            ((2026, 7, 2), "x:meet/june"),
            ((2026, 6, 29), "x:meet/december"),
            ((2025, 12, 17), "x:meet/march"),
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
    // Nothing is: all minutes are shown, those of the newest meeting first, and that is said. One has the words
    // in its text.
    for (typed, newest) in [
        ("newest minutes", "newest"),
        ("minutes of the last meeting", "last"),
        ("محضر آخر اجتماع", "آخر"),
        ("آخر محضر", "آخر"),
    ] {
        let (ids, found) = ask(REPORT, typed, Some(day));
        assert_eq!(
            (ids[0].as_str(), found.total),
            ("x:meet/week", 8),
            "{typed}: {ids:?}"
        );
        assert_eq!(found.left_out, None, "{typed}");
        assert_eq!(found.newest_first.as_deref(), Some(newest), "{typed}");
    }
    // Where no meeting has a date nothing is first, and the word is left out.
    let (ids, found) = ask(UNDATED, "last minutes", Some(day));
    assert_eq!((ids.len(), found.newest_first), (1, None));
    assert_eq!(found.left_out.as_deref(), Some("last"));
}

const UNDATED: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
meetings:
  - {id: meet/one, title: {ar: لقاء, en: Group}}
";

/// A meeting of long ago was the last of its year, and an item is no meeting.
const CALLED: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - {id: \"3\", number: [\"3\"], title: {ar: أحدث محضر اجتماع, en: Latest minutes of a meeting}}
meetings:
  - {id: meet/old, title: {ar: الاجتماع الأخير في عام 2015, en: Last meeting of 2015}, date: 2015-12-18}
  - {id: meet/named, title: {ar: أحدث اجتماع في 2014, en: Latest meeting of 2014}, date: 2014-12-18}
  - {id: meet/spring, title: {ar: لقاء, en: Group in spring}, date: 2026-03-04}
";

#[test]
fn what_is_called_the_newest_and_is_not_does_not_come_before_it() {
    for typed in [
        "minutes of the last meeting",
        "محضر الاجتماع الأخير",
        "latest minutes",
        "minutes of the latest meeting",
        "أحدث محضر",
    ] {
        let (ids, _) = ask(CALLED, typed, Some((2026, 11, 23)));
        assert_eq!(ids[0], "x:meet/spring", "{typed}: {ids:?}");
    }
}

#[test]
fn minutes_are_asked_for_in_a_few_words_that_say_no_more() {
    let asked = |typed: &str| super::asked_for(typed, false).is_some();
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
