//! How a call goes on: what one did in it is taken back, what was made for it beforehand is its record,
//! and who leads it does not leave it by mistake.

use majlis::app::Request;
use majlis::report::Language::{Arabic, English};
use majlis::report::{Kind, Record};

use crate::harness::Screen;
use crate::harness_call::{REPORT, Shared, begun};

fn waiting(screen: &Screen) -> Vec<String> {
    let call = screen.app.call.on().unwrap();
    call.waiting.iter().map(ToString::to_string).collect()
}

fn taken_up(screen: &Screen) -> &str {
    let in_hand = screen.app.call.on().unwrap().in_hand.as_ref();
    in_hand.map_or("", |one| one.item.as_str())
}

#[test]
fn who_still_waits_when_an_item_is_left_is_told_and_comes_back() {
    for language in [English, Arabic] {
        for (keys, then, said) in [
            ("T", "", "The item is closed"),
            ("c n", "x:28", "Item 28 is in hand"),
            ("j t", "x:28", "Item 28 is in hand"),
        ] {
            let shared = Shared::new();
            let mut hind = shared.screen("hind", language);
            hind.keys("c c t s s <tun> enter s s <مصر> enter");
            hind.keys(keys);
            assert_eq!(taken_up(&hind), then);
            assert_eq!(waiting(&hind), [""; 0]);
            let told = format!("{said}; 2 still waited for the floor, and u brings them back");
            assert_eq!(hind.message(), told);
            hind.keys("u");
            assert_eq!(hind.message(), format!("Undone: {said}"));
            assert_eq!(taken_up(&hind), "x:27");
            assert_eq!(waiting(&hind), ["TUN", "EGY"]);
            assert_eq!(hind.in_hand(), "x:27");
            // Whoever follows sees the same.
            let sara = shared.screen("sara", language);
            assert_eq!(waiting(&sara), ["TUN", "EGY"]);
            // It can be done after all, and where nobody waits nothing is said of it.
            hind.keys("U");
            assert_eq!(hind.message(), format!("Done again: {said}"));
            assert_eq!((taken_up(&hind), waiting(&hind).len()), (then, 0));
            hind.keys("u s w enter s w enter");
            hind.keys(keys);
            assert_eq!(hind.message(), said);
        }
    }
}

/// What was done last is undone first, be it in the call or in a record.
#[test]
fn what_was_done_in_the_call_is_undone_in_its_turn() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        let agreed = |shared: &Shared| !shared.text().contains("status: draft");
        hind.keys("A c c t T");
        hind.keys("u");
        assert_eq!((taken_up(&hind), agreed(&shared)), ("x:27", true));
        hind.keys("D u");
        assert_eq!((taken_up(&hind), agreed(&shared)), ("x:27", true));
        hind.keys("u");
        assert_eq!((taken_up(&hind), agreed(&shared)), ("", true));
        hind.keys("u down enter");
        assert!(!hind.app.call.is_shown() && !shared.is_there("live.yaml"));
        assert!(agreed(&shared));
        hind.keys("u");
        assert!(!agreed(&shared));
        // And forth again, in the order in which it was done.
        hind.keys("U");
        assert!(agreed(&shared) && !hind.app.call.is_shown());
        hind.keys("U U");
        assert_eq!(taken_up(&hind), "x:27");
    }
}

#[test]
fn what_another_has_gone_on_from_is_said_before_anything_older_is_undone() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("A c c t T");
        let mut sara = shared.screen("sara", language);
        sara.keys("s s <egy> enter");
        shared.hear(&mut hind);
        hind.keys("u");
        assert_eq!(
            hind.message(),
            "“The item is closed” is not undone: something was done on top of it in the call, by another or in another window of yours. u once more undoes what came before it"
        );
        assert!(!shared.text().contains("status: draft"));
        assert_eq!(waiting(&hind), ["EGY"]);
        hind.keys("u");
        assert!(shared.text().contains("status: draft"));
    }
}

#[test]
fn a_call_begins_at_once_and_hurried_keys_are_keys() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c");
        assert_eq!(
            hind.message(),
            "Call begun, written into “Report of the group”; t takes up an item, c\u{a0}h names a chair"
        );
        assert_eq!(hind.layer(), "");
        hind.keys("t s s <tun>");
        let chooses = match language {
            English => "choose",
            Arabic => "اختيار",
        };
        assert!(hind.shows(chooses), "{:?}", hind.text());
        hind.keys("enter");
        assert_eq!(taken_up(&hind), "x:27");
        assert_eq!(waiting(&hind), ["TUN"]);
    }
}

/// A meeting of that day, as one makes it before the call; another of a day before.
const MEETINGS: &str = "\
meetings:
  - {id: meet/early, title: {ar: سابق, en: Earlier}, date: 2021-08-01}
  - id: meet/third
    title: {ar: الاجتماع الثالث, en: Third meeting}
    date: 2021-09-01  # before the Council
    chair: benhajji
    attendance: {count: 3, countries: [KWT]}
";

#[test]
fn a_call_is_the_meeting_of_that_day_that_was_made_before() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let before = format!("{REPORT}{MEETINGS}");
        shared.put("x.yaml", &before);
        let mut hind = shared.screen("hind", language);
        hind.keys("c c");
        assert_eq!(
            hind.message(),
            "The call has begun, as “Third meeting”; t takes up an item, c\u{a0}h names a chair"
        );
        let call = hind.app.call.on().unwrap();
        assert_eq!(call.chair.as_ref().unwrap().as_str(), "benhajji");
        hind.keys("t s g <tun> enter");
        shared.at(&mut hind, 600);
        hind.keys("T c x");
        assert_eq!(
            hind.offered()[0],
            "Close it; its record is the meeting “Third meeting”"
        );
        hind.keys("enter");
        assert_eq!(
            hind.message(),
            "The call is closed; majlis minutes x:meet/third prints its record"
        );
        assert!(!shared.is_there("live.yaml"));
        let library = shared.library();
        assert_eq!(library.problems(), []);
        assert_eq!(library.of_kind(Kind::Meeting).len(), 2);
        let key = library.with_id("x:meet/third").unwrap();
        let Some(Record::Meeting(meeting)) = library.record(key) else {
            panic!("no meeting");
        };
        assert_eq!(meeting.taken_up.len(), 1);
        assert_eq!(meeting.taken_up[0].minutes, 10);
        let there = meeting.attendance.as_ref().unwrap();
        let there: Vec<&str> = there.countries.iter().map(|who| who.as_str()).collect();
        // Kuwait was expected, and nobody has seen it; how many people there were no call knows.
        assert_eq!(
            (there, meeting.attendance.as_ref().unwrap().count),
            (vec!["TUN"], Some(3))
        );
        assert!(meeting.began.is_some() && meeting.ended.is_some());
        assert_eq!(meeting.title.in_or_other(English), "Third meeting");
        assert!(
            shared
                .text()
                .contains("date: 2021-09-01  # before the Council")
        );
        // All of it is taken back at once, when one was asked.
        hind.keys("u");
        assert_eq!((hind.layer(), shared.text() == before), ("removal", false));
        hind.keys("down enter");
        assert_eq!(shared.text(), before);
        // Or it has a record of its own.
        hind.keys("c c t c x");
        assert_eq!(hind.offered().len(), 3);
        hind.keys("down enter");
        let library = shared.library();
        assert_eq!(library.of_kind(Kind::Meeting).len(), 3);
        assert_eq!(library.problems(), []);
    }
}

/// Of two meetings of the day nobody has said which it is: neither lends its chair, and both are offered.
#[test]
fn of_two_meetings_of_a_day_none_is_taken_for_the_call() {
    let second = MEETINGS
        .replace("meet/third", "meet/fourth")
        .replace("benhajji", "hind")
        .replace("Third", "Fourth");
    let second = second.lines().skip(2).collect::<Vec<_>>().join("\n");
    for language in [English, Arabic] {
        let shared = Shared::new();
        shared.put("x.yaml", &format!("{REPORT}{MEETINGS}{second}\n"));
        let mut hind = shared.screen("hind", language);
        hind.keys("c c");
        assert_eq!(
            hind.message(),
            "Call begun, written into “Report of the group”; t takes up an item, c\u{a0}h names a chair"
        );
        assert!(hind.app.call.on().unwrap().chair.is_none());
        hind.keys("t q");
        assert_eq!(
            hind.offered()[2..],
            [
                "End the call, as the meeting “Third meeting”, and leave",
                "End the call, as the meeting “Fourth meeting”, and leave",
            ]
        );
        hind.keys("esc c x");
        assert_eq!(hind.offered().len(), 4);
    }
}

#[test]
fn who_leads_a_call_is_asked_before_leaving() {
    for language in [English, Arabic] {
        for quit in ["q", "ctrl-c"] {
            let shared = Shared::new();
            let mut hind = shared.screen("hind", language);
            let mut sara = shared.screen("sara", language);
            hind.keys("c c t");
            hind.keys(quit);
            assert_eq!(hind.layer(), "call");
            assert!(hind.request().is_none());
            assert_eq!(
                hind.offered(),
                [
                    "Stay",
                    "Leave; the call goes on, and whoever presses t leads it",
                    "End the call, write its record into “Report of the group”, and leave",
                ]
            );
            // Neither Enter nor q nor Escape leaves, and a letter is no text.
            for stays in ["enter", "q", "esc", "t s esc"] {
                hind.keys(stays);
                assert_eq!((hind.layer(), hind.request().is_none()), ("", true));
                assert!(shared.is_there("live.yaml"));
                hind.keys(quit);
            }
            hind.keys("down enter");
            assert!(matches!(hind.request(), Some(Request::Quit)));
            assert!(shared.is_there("live.yaml"));
            // Who follows just leaves.
            shared.hear(&mut sara);
            sara.keys(quit);
            assert!(matches!(sara.request(), Some(Request::Quit)));
            let mut hind = shared.screen("hind", language);
            hind.keys(quit).keys("end enter");
            assert!(matches!(hind.request(), Some(Request::Quit)));
            assert!(!shared.is_there("live.yaml"));
            assert_eq!(shared.library().of_kind(Kind::Meeting).len(), 1);
        }
        // Ctrl-C twice leaves whatever is asked.
        let (_shared, mut hind) = begun();
        hind.keys("ctrl-c ctrl-c");
        assert!(matches!(hind.request(), Some(Request::Quit)));
    }
}

/// A paste is no answer to the question whether to leave, and takes none of its answers away.
#[test]
fn a_paste_does_not_fall_into_a_question() {
    let (_shared, mut hind) = begun();
    hind.keys("t q");
    let answers = hind.offered();
    hind.app.paste("a text");
    hind.draw();
    assert_eq!(hind.offered(), answers);
    hind.keys("c x");
    assert_eq!((hind.offered(), hind.layer()), (answers, "call"));
}

/// Who ends the call to leave stays where its record is refused, and reads why.
#[test]
fn who_leaves_stays_where_the_record_is_refused() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        shared.put("x.yaml", &format!("{REPORT}{MEETINGS}"));
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t q");
        // Another has deleted the meeting meanwhile.
        shared.put("x.yaml", REPORT);
        hind.keys("end enter");
        assert!(hind.request().is_none());
        assert!(shared.is_there("live.yaml"));
        let why = "no such place in the file: “meetings[meet/third].began”; perhaps it was removed or moved";
        assert!(hind.message().contains(why), "{}", hind.message());
    }
}
