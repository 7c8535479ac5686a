//! What is left of a call when it is over: its record, where that is, and how it is taken back.

use majlis::app::minutes;
use majlis::library::Library;
use majlis::report::Language::{Arabic, English};
use majlis::report::{Kind, Meeting, Record};

use crate::desk::{desk, go};
use crate::harness::{Screen, painted};
use crate::harness_call::{REPORT, Shared};

const ID: &str = "x:meet/call-2021-09-01-100000";

/// A report that comes before the other.
const OTHER: &str = "\
report: {id: a, kind: group-report, title: {ar: تقرير سابق, en: An earlier report}}
items:
  - {id: \"1\", number: [\"1\"], title: {ar: افتتاح, en: Opening}}
  - {id: \"2\", number: [\"2\"], title: {ar: ختام, en: Closing}}
";

fn meeting<'l>(library: &'l Library, id: &str) -> &'l Meeting {
    let key = library.with_id(id).unwrap_or_else(|| panic!("no {id}"));
    match library.record(key) {
        Some(Record::Meeting(meeting)) => meeting,
        _ => panic!("{id} is no meeting"),
    }
}

/// The work of an hour does not go by one key.
#[test]
fn the_record_of_a_call_is_not_undone_without_a_question() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t s g <tun> enter A c n c x enter");
        let written = shared.text();
        assert!(written.contains("meet/call-2021-09-01-100000"));
        let (question, goes) = match language {
            English => (
                "Undo the record of this call?",
                "With it goes: present 1, items taken up 2, what was agreed 1.",
            ),
            Arabic => (
                "أيُتراجع عن سجل هذا الاجتماع؟",
                "يُحذف به: الحضور 1، البنود التي نُظر فيها 2، ما اتُّفق عليه 1.",
            ),
        };
        // Enter keeps it, and so does Escape; another session asks as well.
        for stays in ["enter", "esc"] {
            hind.keys("u");
            assert_eq!(hind.layer(), "removal");
            assert!(
                hind.shows(question) && hind.shows(goes),
                "{:?}",
                hind.text()
            );
            hind.keys(stays);
            assert_eq!((hind.layer(), shared.text() == written), ("", true));
        }
        let mut hind = shared.screen("hind", language);
        hind.keys("u");
        assert_eq!((hind.layer(), shared.text() == written), ("removal", true));
        hind.keys("down enter");
        assert_eq!(hind.layer(), "");
        assert!(shared.library().of_kind(Kind::Meeting).is_empty());
        // The call does not come back half, and what was agreed in it stays.
        assert!(!shared.is_there("live.yaml") && !hind.app.call.is_shown());
        assert!(
            shared
                .text()
                .contains("status: agreed\n      text: {ar: تؤيد")
        );
        hind.keys("U");
        assert_eq!(shared.text(), written);
        // What was changed since is undone without a question.
        hind.keys("j D u");
        assert_eq!((hind.layer(), shared.text() == written), ("", true));
    }
}

/// Two items of one report and one of another; it began where the cursor happened to be.
#[test]
fn the_record_of_a_call_on_two_reports_is_where_most_was_taken_up_or_where_one_says() {
    for language in [English, Arabic] {
        for (keys, id, items) in [
            ("enter", ID, ["27", "28", "a:1"]),
            (
                "down enter",
                "a:meet/call-2021-09-01-100000",
                ["x:27", "x:28", "1"],
            ),
        ] {
            let shared = Shared::new();
            shared.put("a.yaml", OTHER);
            let mut hind = shared.screen("hind", language);
            hind.keys("/ <a:2> enter c c");
            assert!(
                hind.message()
                    .starts_with("Call begun, written into “An earlier report”;"),
                "{}",
                hind.message()
            );
            hind.keys("/ <x:27> enter t c n / <a:1> enter t c x");
            assert_eq!(
                hind.offered(),
                [
                    "Close it, and write its record into “Report of the group”",
                    "Close it, and write its record into “An earlier report”",
                    "Throw it away without a record",
                ]
            );
            hind.keys(keys);
            let library = shared.library();
            assert_eq!(library.problems(), []);
            let taken = &meeting(&library, id).taken_up;
            let taken: Vec<&str> = taken.iter().map(|one| one.item.as_str()).collect();
            assert_eq!(taken, items);
            let key = minutes::latest(&library).unwrap();
            let text = minutes::markdown(&library, key, English).unwrap();
            for item in ["Headquarters premises", "Budget", "Opening"] {
                assert!(text.contains(item), "{text}");
            }
        }
    }
}

#[test]
fn who_speaks_before_the_first_item_and_behind_the_last_is_in_the_minutes() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c s g <tun> enter");
        shared.at(&mut hind, 60);
        hind.keys("t s g <مصر> enter T s g <kuw> enter");
        shared.at(&mut hind, 120);
        hind.keys("c x enter");
        let library = shared.library();
        assert_eq!(library.problems(), []);
        let record = meeting(&library, ID);
        let ids = |all: &majlis::report::Many<majlis::report::Ref>| -> Vec<String> {
            all.iter().map(ToString::to_string).collect()
        };
        assert_eq!(ids(&record.speakers), ["TUN", "KWT"]);
        assert_eq!(ids(&record.taken_up[0].speakers), ["EGY"]);
        let key = library.with_id(ID).unwrap();
        let text = minutes::markdown(&library, key, language).unwrap();
        let wanted = match language {
            English => "- **Spoke outside the items:** Tunisia, Kuwait\n",
            Arabic => "- **متحدثون خارج البنود:** تونس، الكويت\n",
        };
        assert!(text.contains(wanted), "{text}");
    }
}

const EXPECTED: &str = "\
meetings:
  - {id: meet/third, title: {en: Third}, date: 2021-09-01, chair: benhajji, attendance: {count: 2, countries: [KWT, EGY]}}
";

/// What was expected is what is told where nothing else was said; who said that nobody chairs is heard.
#[test]
fn the_chair_who_was_taken_off_is_not_in_the_record_and_who_was_expected_stays_where_nobody_was_noted()
 {
    for language in [English, Arabic] {
        for (keys, chair) in [
            ("c c t", Some("benhajji")),
            ("c c t c h <no chair> enter", None),
        ] {
            let shared = Shared::new();
            shared.put("x.yaml", &format!("{REPORT}{EXPECTED}"));
            let mut hind = shared.screen("hind", language);
            hind.keys(keys).keys("c x enter");
            let library = shared.library();
            assert_eq!(library.problems(), []);
            let record = meeting(&library, "x:meet/third");
            assert_eq!(record.taken_up.len(), 1, "{}", hind.message());
            assert_eq!(record.chair.as_ref().map(|who| who.as_str()), chair);
            let there = record.attendance.as_ref().unwrap();
            let countries: Vec<&str> = there.countries.iter().map(|who| who.as_str()).collect();
            assert_eq!((countries, there.count), (vec!["KWT", "EGY"], Some(2)));
        }
    }
}

/// With the longest title of the built-in reports, what is said at the beginning has one row of eighty
/// columns, and what is undone names no key.
#[test]
fn the_beginning_of_a_call_is_said_in_one_row() {
    for language in [English, Arabic] {
        let (_folder, mut screen) = desk(language);
        screen.resize(80, 24);
        go(&mut screen, "c17");
        screen.keys("c c");
        let told = |screen: &Screen| {
            screen
                .app
                .message
                .as_ref()
                .unwrap()
                .get(language)
                .to_owned()
        };
        let said = told(&screen);
        let (wanted, undone) = match language {
            English => (
                "Call begun, written into ITU Council 2017; t takes up an item, c\u{a0}h names a chair",
                "Undone: the beginning of the call is taken back",
            ),
            Arabic => (
                "بدأ الاجتماع، وسجله في تقرير مجلس الاتحاد 2017؛ النظر في بند: \u{FDD0}t\u{FDD1}، الرئيس: \u{FDD0}c\u{a0}h\u{FDD1}",
                "تراجع: أُلغي بدء الاجتماع",
            ),
        };
        assert_eq!(said, wanted);
        assert!(majlis::script::width(&said) <= 80);
        screen.keys("u down enter");
        assert_eq!(told(&screen), undone);
    }
}

/// A question whose answers are chosen has no line to type in.
#[test]
fn a_question_shows_no_line_to_type_in() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        let has_line = |screen: &Screen| {
            // The line on top has the same sign.
            let text = screen.text();
            let mut rows = text.iter().skip(2);
            rows.any(|row| row.contains(['›', '‹']))
        };
        hind.keys("c c t q");
        assert_eq!(hind.layer(), "call");
        assert!(
            !has_line(&hind) && hind.cursor.is_none(),
            "{:?}",
            hind.text()
        );
        // Where one types, it is there.
        hind.keys("esc s g");
        assert!(has_line(&hind) && hind.cursor.is_some());
    }
}

/// Where the record cannot be written, the call goes on as it was, and what one did in it is undone.
#[test]
fn a_call_whose_end_was_refused_goes_on_as_it_was() {
    for language in [English, Arabic] {
        for (keys, left) in [("c p <7> enter", ""), ("s g <tun> enter", "TUN")] {
            let shared = Shared::new();
            let mut hind = shared.screen("hind", language);
            hind.keys("c c t s s <egy> enter").keys(keys);
            shared.put("x.yaml", "report: [");
            hind.keys("c x enter");
            assert!(shared.is_there("live.yaml"), "{}", hind.message());
            shared.hear(&mut hind);
            let call = hind.app.call.on().unwrap();
            let floor = call.floor.as_ref().map_or("", |floor| floor.who.as_str());
            assert_eq!((floor, call.waits("EGY")), (left, true));
            assert!(call.is_in_hand("x:27"));
            hind.keys("u");
            assert!(hind.message().starts_with("Undone"), "{}", hind.message());
        }
    }
}

/// What is said at the beginning names keys of two letters; a line ends before such a key or behind it.
#[test]
fn a_key_of_two_letters_is_never_parted_at_the_end_of_a_line() {
    for (language, keys, chair) in [
        (English, "c c", "c h"),
        (Arabic, "c c", "c h"),
        (English, "ؤ ؤ", "ؤ ا"),
        (Arabic, "ؤ ؤ", "ؤ ا"),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys(keys);
        for width in 24..90 {
            hind.resize(width, 24);
            let rows = hind.text();
            let rows = rows.iter().map(|row| row.replace('\u{a0}', " "));
            let shown = rows.filter(|row| row.contains(&painted(chair))).count();
            assert_eq!(shown, 1, "{width} {:?}", hind.text());
        }
    }
}
