//! A call: how it begins, how it ends, what is left of it.

use majlis::app::minutes;
use majlis::library::Code;
use majlis::library::check::check_dir;
use majlis::library::live::State;
use majlis::report::Language::{Arabic, English};
use majlis::report::Record;

use crate::harness::Screen;
use crate::harness_call::{Shared, bar, begun};

const OTHER: &str = "\
report: {id: a, kind: group-report, title: {ar: تقرير سابق, en: An earlier report}}
items:
  - {id: \"1\", number: [\"1\"], title: {ar: افتتاح, en: Opening}}
";

#[test]
fn a_call_is_begun_with_or_without_a_chair() {
    for (keys, chair) in [("c c", None), ("c c c h <ben haj> enter", Some("benhajji"))] {
        for language in [English, Arabic] {
            let shared = Shared::new();
            let mut hind = shared.screen("hind", language);
            hind.keys("t");
            assert_eq!(hind.message(), "No call is on; c\u{a0}c begins one");
            hind.keys(keys);
            let call = hind.app.call.on().unwrap();
            assert_eq!(call.report.as_str(), "x");
            assert_eq!(call.by, "hind");
            assert_eq!(call.chair.as_ref().map(|who| who.as_str()), chair);
            assert!(shared.is_there("live.yaml"));
            hind.keys("c c");
            assert_eq!(
                hind.message(),
                "hind leads a call already; c\u{a0}x ends it"
            );
        }
    }
}

#[test]
fn the_built_in_library_has_no_call() {
    let mut screen = Screen::english();
    screen.keys("c c");
    assert!(screen.message().contains("open a library in a folder"));
    assert_eq!(screen.layer(), "");
}

#[test]
fn a_call_that_ends_leaves_its_record() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c c h <ben> enter t s g <tun> enter");
        shared.at(&mut hind, 600);
        hind.keys("c x enter");
        assert_eq!(
            hind.message(),
            "The call is closed; majlis minutes x:meet/call-2021-09-01-100000 prints its record"
        );
        assert!(!shared.is_there("live.yaml"));
        assert!(!hind.app.call.is_shown());
        let library = shared.library();
        assert_eq!(library.problems(), []);
        let key = library.with_id("x:meet/call-2021-09-01-100000").unwrap();
        let Some(Record::Meeting(meeting)) = library.record(key) else {
            panic!("no meeting");
        };
        let taken: Vec<(&str, u32)> = meeting
            .taken_up
            .iter()
            .map(|taken| (taken.item.as_str(), taken.minutes))
            .collect();
        assert_eq!(taken, [("27", 10)]);
    }
}

#[test]
fn a_call_can_be_thrown_away() {
    let (shared, mut hind) = begun();
    hind.keys("c x down enter");
    assert_eq!(
        hind.message(),
        "The call is thrown away; no record was written"
    );
    assert!(
        !shared.is_there("live.yaml")
            && shared
                .library()
                .of_kind(majlis::report::Kind::Meeting)
                .is_empty()
    );
    hind.keys("c x");
    assert_eq!(hind.message(), "No call is on; c\u{a0}c begins one");
}

#[test]
fn a_call_that_was_left_behind_says_so_and_hurts_nobody() {
    let (shared, hind) = begun();
    drop(hind);
    for language in [English, Arabic] {
        let mut late = shared.screen("late", language);
        shared.at(&mut late, 5 * 3600);
        assert!(late.app.call.on().is_none() && late.app.call.is_shown());
        late.keys("t");
        assert_eq!(
            late.message(),
            "A call was left behind; c\u{a0}x closes it or throws it away"
        );
        late.keys("c c");
        assert_eq!(
            late.message(),
            "A call was left behind; c\u{a0}x closes it or throws it away"
        );
        late.keys("c x");
        assert_eq!(late.layer(), "call");
        assert_eq!(late.offered().len(), 2);
        late.keys("esc");
    }
    shared.put("live.yaml", "report: [");
    let mut late = shared.screen("late", English);
    assert!(matches!(late.app.call.state, State::Wrong(_)));
    assert!(bar(&late).contains("live.yaml is damaged"));
    late.keys("c x enter");
    assert_eq!(
        late.message(),
        "The call is thrown away; no record was written"
    );
    assert!(!shared.is_there("live.yaml"));
}

#[test]
fn the_record_goes_to_the_report_of_the_items_that_were_taken_up() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        shared.put("a.yaml", OTHER);
        let mut hind = shared.screen("hind", language);
        hind.keys("/ <a:1> enter c c");
        assert_eq!(hind.app.call.on().unwrap().report.as_str(), "a");
        hind.keys("/ <x:27> enter t c x");
        let close = &hind.offered()[0];
        assert!(
            close.contains("into “Report of the group”") || close.contains("في «تقرير المجموعة»"),
            "{close}"
        );
        hind.keys("enter");
        let id = "x:meet/call-2021-09-01-100000";
        assert!(hind.message().contains(id), "{}", hind.message());
        assert!(shared.library().with_id(id).is_some());
    }
}

/// What is undone on a call may be elsewhere: it is said, and the item in hand stays on the screen.
#[test]
fn undoing_something_else_does_not_leave_the_item_in_hand() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("A");
        assert!(
            shared
                .text()
                .contains("status: agreed\n      text: {ar: تؤيد")
        );
        let mut omar = shared.screen("omar", language);
        omar.keys("c c j t");
        shared.hear(&mut hind);
        assert_eq!(hind.in_hand(), "x:28");
        // What was not deleted is not undone, nor what another did in the call; the change before it is.
        hind.keys("X enter u");
        assert!(shared.text().contains("status: draft"), "{}", shared.text());
        assert_eq!(hind.in_hand(), "x:28");
        let said = hind.app.message.as_ref().unwrap().get(language).to_owned();
        let (undone, title) = match language {
            English => ("Undone", "Headquarters premises"),
            Arabic => ("تراجع", "مباني المقر"),
        };
        assert!(said.contains(undone) && said.contains(title), "{said}");
    }
}

/// What was deferred is in the minutes, and what was made on a call needs no place in a source.
#[test]
fn what_a_call_deferred_is_in_its_minutes_and_its_records_need_no_source() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        shared.change("{id: x, kind", "{id: x, source: x-text, kind");
        let before = unsourced(&shared);
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t D");
        hind.keys("@ <tech-sec 2027-01 prepare a paper> enter");
        hind.keys("+ <note it was said> enter");
        hind.keys("+ <nom Layla Haddad EGY chair eg> ctrl-s");
        shared.at(&mut hind, 600);
        hind.keys("c x enter");
        let library = shared.library();
        let key = minutes::latest(&library).unwrap();
        let text = minutes::markdown(&library, key, language).unwrap();
        let wanted = match language {
            English => {
                "## Deferred\n\n- **Item 27** Headquarters premises\n  > The group supports the project.\n"
            }
            Arabic => "## ما أُرجئ\n\n- **البند 27** مباني المقر\n  > تؤيد المجموعة المشروع.\n",
        };
        assert!(text.contains(wanted), "{text}");
        // The position that was deferred there needs none any more.
        assert_eq!(unsourced(&shared), before - 1, "{}", shared.text());
    }
}

/// What was deferred by mistake and undone at once was agreed before the call, and not in it.
#[test]
fn what_was_undone_in_a_call_is_not_in_its_minutes() {
    for language in [English, Arabic] {
        let agreed = |keys: &str| {
            let shared = Shared::new();
            shared.change("status: draft", "status: agreed");
            let mut hind = shared.screen("hind", language);
            hind.keys("c c").keys(keys);
            shared.at(&mut hind, 600);
            hind.keys("c x enter");
            let library = shared.library();
            let key = minutes::latest(&library).unwrap();
            let Some(Record::Meeting(meeting)) = library.record(key) else {
                panic!("no meeting");
            };
            meeting.agreed.iter().chain(meeting.deferred.iter()).count()
        };
        assert_eq!(agreed("D u"), 0);
        assert_eq!(agreed("D u U u"), 0);
        // Undone and done again, it was deferred; agreed anew by hand, it was agreed in the call.
        assert_eq!(agreed("D u U"), 1);
        assert_eq!(agreed("D A"), 1);
    }
}

/// How many records do not say where in the source they stand.
fn unsourced(shared: &Shared) -> usize {
    let checked = check_dir(shared.folder());
    let problems = checked.problems.iter();
    problems
        .filter(|problem| problem.code == Code::MissingSrc)
        .count()
}
