use super::super::{Finder, Found, Inquiry, notes};
use super::{Asked, asked};
use crate::library::keep::wish::today;
use crate::library::{Key, Library, Source};
use crate::report::Language;

/// Two reports: a group's, whose meetings were today and a year ago, and another's with a newer one.
fn library() -> Library {
    let (year, month, day) = today();
    let now = format!("{year:04}-{month:02}-{day:02}");
    let before = year - 1;
    let group = format!(
        "
report: {{id: x, kind: group-report, title: {{ar: تقرير, en: Report}}}}
items:
  - id: \"27\"
    number: [\"27\"]
    title: {{ar: مباني المقر, en: Headquarters premises}}
    position: {{stance: support, status: agreed, text: {{ar: نعم للمباني, en: Yes to premises}}}}
  - {{id: \"6\", number: [\"6\"], title: {{ar: الترشيحات, en: Candidatures}}}}
  - {{id: \"9\", number: [\"9\"], title: {{ar: الميزانية, en: Budget for today}}}}
meetings:
  - {{id: meet/before, title: {{ar: لقاء, en: Group of old}}, date: {before}-06-30, deferred: [\"9\"]}}
  - {{id: meet/now, title: {{ar: لقاء, en: Group again}}, date: {now}, agreed: [27/position], deferred: [\"6\"]}}
"
    );
    let other = format!(
        "
report: {{id: y, kind: secretary-general-report, title: {{ar: وثيقة, en: Document}}}}
items:
  - id: \"3\"
    number: [\"3\"]
    title: {{ar: مباني أخرى, en: Other premises}}
    position: {{stance: support, status: agreed, text: {{ar: نعم, en: Agreed}}}}
meetings:
  - {{id: meet/coming, title: {{ar: لقاء, en: Others last met}}, date: {now}}}
"
    );
    let sources = [("x.yaml", group), ("y.yaml", other)];
    let sources = sources.map(|(name, text)| Source::text(name, text));
    let library = Library::from_sources(sources.into());
    assert_eq!(library.problems(), []);
    library
}

fn ask(typed: &str, now: &[&str]) -> (Vec<String>, Found, Vec<String>) {
    let library = library();
    let finder = Finder::new(&library);
    let deferred: Vec<Key> = now.iter().map(|id| library.find(id).unwrap()).collect();
    let query = finder.read_with(&library, typed, &deferred);
    let found = finder.search(Inquiry {
        deferred: &deferred,
        today: Some(today()),
        ..Inquiry::of(&library, &query, 10)
    });
    let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
    let said = notes(&query, &found).into_iter().map(|note| note.en);
    let (ids, said) = (ids.collect(), said.collect());
    (ids, found, said)
}

#[test]
fn what_was_done_today_is_found_by_its_day() {
    for typed in [
        "what was deferred today",
        "ما الذي أُجل اليوم؟",
        "deferred items today",
    ] {
        let (ids, _, said) = ask(typed, &[]);
        assert_eq!(ids, ["x:6"], "{typed}");
        assert!(
            said[0].contains("today” read as “") || said[0].contains("اليوم” read as “"),
            "{said:?}"
        );
    }
    // In the call that is on, too.
    assert_eq!(ask("what was deferred today", &["x:27"]).0, ["x:27", "x:6"]);
    assert_eq!(ask("what was deferred last year", &[]).0[0], "x:9");
    let (ids, ..) = ask("what did we agree today", &[]);
    assert_eq!(ids[0], "x:27/position");
    assert!(!ids.contains(&"y:3/position".to_owned()), "{ids:?}");
    // All that is of the day, the meetings first.
    for typed in ["today", "اليوم", "what happened today?", "date:today"] {
        let (ids, found, _) = ask(typed, &[]);
        assert_eq!(found.total, 4, "{typed}: {ids:?}");
        assert!(ids.contains(&"x:6".to_owned()) && ids.contains(&"x:meet/now".to_owned()));
    }
    assert_eq!(ask("today's call", &[]).0[0], "x:meet/now");
    // What has the words as they stand is found where the day has nothing.
    assert_eq!(ask("budget for today", &[]).0[0], "x:9");
    assert_eq!(ask("yesterday", &[]).1.total, 0);
}

#[test]
fn who_says_we_asks_of_the_groups_own_reports() {
    for typed in [
        "when did we meet last",
        "our last meeting",
        "اجتماع المجموعة الأخير",
        "متى اجتمعنا آخر مرة",
    ] {
        assert_eq!(
            ask(typed, &[]).0.first().map(String::as_str),
            Some("x:meet/now"),
            "{typed}"
        );
    }
    let (ids, _, said) = ask("what positions did we agree", &[]);
    assert_eq!(ids[0], "x:27/position");
    assert!(ids.iter().all(|id| id.starts_with("x:")), "{ids:?}");
    assert_eq!(said[0], "“we” read as “the group's reports”");
    // What the group has not is looked for everywhere.
    assert_eq!(ask("our other premises", &[]).0[0], "y:3");
}

#[test]
fn days_are_told_as_dates_are() {
    let told = |typed: &str| super::told_as(typed).unwrap();
    let (year, month, day) = today();
    let name = |language| crate::words::date::month(month, language);
    let is_mark = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
    let english = told("today").en.replace(is_mark, "");
    assert_eq!(english, format!("{day} {} {year}", name(Language::English)));
    let arabic = told("هذا الشهر").ar;
    assert_eq!(arabic, format!("{} {year}", name(Language::Arabic)));
    assert_eq!(told("last year").en, (year - 1).to_string());
}

#[test]
fn words_that_narrow_a_question_are_told_from_those_that_do_not() {
    let of = |days: Option<&str>, ours: Option<&str>, rest: &str| {
        let owned = |word: &str| word.to_owned();
        Some(Asked {
            days: days.map(owned),
            ours: ours.map(owned),
            rest: owned(rest),
        })
    };
    for (typed, expected) in [
        ("yesterday's call", of(Some("yesterday"), None, "call")),
        (
            "calls of last week?",
            of(Some("last week"), None, "calls of"),
        ),
        (
            "قرارات الأسبوع الماضي",
            of(Some("الأسبوع الماضي"), None, "قرارات"),
        ),
        (
            "what did the group agree",
            of(None, Some("group"), "what did agree"),
        ),
        (
            "does the group back the index",
            of(None, Some("group"), "does back the index"),
        ),
        ("موقفنا", of(None, Some("موقفنا"), "موقفنا")),
        ("the group of experts", None),
        ("المجموعة العربية", None),
        ("اليوم العالمي للاتصالات", None),
        ("budget", None),
        ("group", None),
    ] {
        assert_eq!(asked(typed), expected, "{typed}");
    }
}
