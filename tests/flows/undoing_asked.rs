//! What is asked before something is undone, and what becomes of the answer.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::report::Language::{Arabic, English};

use crate::desk::{BOTH, another, desk, file, go, past, value};
use crate::harness::Screen;
use crate::harness_call::{REPORT, Shared};

/// A question that was answered is answered, though another program has put back meanwhile what stood
/// in the way.
#[test]
fn what_one_left_as_it_is_is_not_undone_next() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:37/position");
        screen.keys("M");
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        let path = folder.path().join("c21.yaml");
        let agreed = file(&folder, "c21.yaml");
        another(&folder, &["status"], "withdrawn");
        let history = fs::read_dir(folder.path().join("history")).unwrap();
        let lines = history.map(|entry| entry.unwrap().path());
        let mut lines = lines.filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
        let lines = lines.next().unwrap();
        // It was another program that did that, and has no history.
        let told = fs::read_to_string(&lines).unwrap();
        let own = told.lines().filter(|line| !line.contains("\"omar\""));
        fs::write(
            &lines,
            own.map(|line| format!("{line}\n")).collect::<String>(),
        )
        .unwrap();
        screen.keys("u");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        fs::write(&path, agreed).unwrap();
        screen.keys("enter");
        let of = |item: &str| value(&folder, &format!("items [{item}] position status"));
        assert_eq!((of("27"), of("37")), ("agreed".into(), "delivered".into()));
        screen.keys("u");
        assert_eq!((of("27"), of("37")), ("agreed".into(), "agreed".into()));
    }
}

/// Of a deletion that was not made the history brings nothing back: that is said before Enter is
/// pressed, and by Enter.
#[test]
fn of_a_deletion_that_was_not_made_it_is_said_that_nothing_comes_back() {
    for (language, said) in [
        (English, "Enter brings nothing back; delete it anew"),
        (Arabic, "لا يعيد Enter شيئاً هنا؛ احذفه من جديد"),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("X");
        another(&folder, &["status"], "withdrawn");
        screen.keys("down enter");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        screen.keys("enter H");
        let row = match language {
            English => "Not written",
            Arabic => "لم يُكتب",
        };
        let first = past(&screen, language).into_iter().next();
        assert!(first.is_some_and(|one| one.starts_with(row)));
        assert!(screen.shows(said), "{:#?}", screen.text());
        let before = file(&folder, "c21.yaml");
        screen.keys("enter");
        assert_eq!(
            (file(&folder, "c21.yaml"), screen.layer()),
            (before, "past")
        );
        let message = screen.app.message.as_ref().unwrap();
        assert_eq!(message.get(language), said);
    }
}

const EXPECTED: &str = "\
meetings:
  - {id: meet/third, title: {en: Third}, date: 2021-09-01, attendance: {countries: [KWT, EGY]}}
";

/// On eighty columns too the question is read whole.
fn asks_in_one_row(screen: &mut Screen, question: &str) {
    screen.resize(80, 24);
    assert!(screen.shows(question), "{:#?}", screen.text());
    screen.resize(140, 40);
}

/// A meeting that was made beforehand is not deleted, and what it said before the call is not lost.
#[test]
fn of_a_meeting_made_beforehand_it_is_asked_what_the_call_wrote_into_it() {
    for (language, shown) in [
        (
            English,
            [
                "Undo what the call wrote here?",
                "Yes, take that back",
                "With it goes: present 1, items taken up 1, what was agreed 1.",
                "The meeting stays, as it was before the call.",
            ],
        ),
        (
            Arabic,
            [
                "أيُتراجع عما دوّنه الاجتماع هنا؟",
                "نعم، يُتراجع عنه",
                "يُحذف به: الحضور 1، البنود التي نُظر فيها 1، ما اتُّفق عليه 1.",
                "يبقى الاجتماع كما كان قبل انعقاده",
            ],
        ),
    ] {
        let shared = Shared::new();
        shared.put("x.yaml", &format!("{REPORT}{EXPECTED}"));
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t s g <tun> enter A");
        let before = shared.text();
        hind.keys("c x enter");
        assert!(shared.text().contains("taken_up"), "{}", hind.message());
        hind.keys("u");
        assert_eq!(hind.layer(), "removal");
        for words in shown {
            assert!(hind.shows(words), "{words}: {:#?}", hind.text());
        }
        asks_in_one_row(&mut hind, shown[0]);
        hind.keys("down enter");
        assert_eq!(shared.text(), before, "{}", hind.message());
    }
}

/// A meeting that a person adds with its hours.
fn planned(folder: &Path) {
    let yaml =
        "{id: meet/plan, title: {en: Plan}, date: 2021-09-01, began: '10:00', ended: '12:00'}";
    let change = Change {
        file: "x.yaml".to_owned(),
        record: "x:meet/plan".to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key("meetings"),
            before: None,
            value: serde_yaml::from_str(yaml).unwrap(),
        }],
        seen: Vec::new(),
    };
    let hind = Keeper::new(folder, "hind", Means::Hand).with_state(None);
    hind.change(&change).unwrap();
}

/// A meeting that a person made with its hours was no call, and is undone as anything else is.
#[test]
fn a_meeting_that_was_no_call_is_undone_without_a_question() {
    for language in BOTH {
        let shared = Shared::new();
        planned(shared.folder());
        let mut hind = shared.screen("hind", language);
        hind.keys("u");
        assert_eq!(
            (hind.layer(), shared.text().contains("meet/plan")),
            ("", false)
        );
    }
}

/// Runs `majlis` on the library, as Hind.
fn majlis(folder: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_majlis"));
    program.arg("--library").arg(folder).args(arguments);
    for (name, value) in [
        ("MAJLIS_WHO", "hind"),
        ("MAJLIS_CACHE", "off"),
        ("XDG_STATE_HOME", "/dev/null"),
        ("XDG_CONFIG_HOME", "/nowhere"),
    ] {
        program.env(name, value);
    }
    program.output().unwrap()
}

/// Nor does a command take away the work of an hour: it says how that is done, and how it is passed over.
#[test]
fn the_record_of_a_call_is_not_undone_by_a_command_that_does_not_name_it() {
    for (language, says) in [
        (
            English,
            "the end of a call wrote x:meet/call-2021-09-01-100000",
        ),
        (
            Arabic,
            "هذا ما كُتب في السجل x:meet/call-2021-09-01-100000 عند اختتام الاجتماع",
        ),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("A c c t c n c x enter");
        let written = shared.text();
        assert!(written.contains("meet/call-2021-09-01-100000"));
        let asked = majlis(shared.folder(), &["--lang", language.code(), "undo"]);
        let said = String::from_utf8(asked.stderr).unwrap();
        assert_eq!(
            (asked.status.code(), asked.stdout.len()),
            (Some(1), 0),
            "{said}"
        );
        assert!(said.contains(says), "{said}");
        assert_eq!(shared.text(), written);
        // By its name, which is said, it is undone; and comes again.
        let is_name =
            |word: &&str| word.len() == 24 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let id = said
            .split(|one: char| !one.is_ascii_alphanumeric())
            .find(is_name);
        let id = id.unwrap_or_else(|| panic!("{said}"));
        let undone = majlis(shared.folder(), &["undo", id]);
        assert_eq!(undone.status.code(), Some(0), "{undone:?}");
        assert!(!shared.text().contains("meet/call"));
        assert_eq!(majlis(shared.folder(), &["redo"]).status.code(), Some(0));
        assert_eq!(shared.text(), written);
        // It is passed over by the option that is said, though nothing stands in its way.
        let kept = majlis(shared.folder(), &["--lang", "en", "undo", "--keep"]);
        assert_eq!(kept.status.code(), Some(0), "{kept:?}");
        assert_eq!(majlis(shared.folder(), &["undo"]).status.code(), Some(0));
        assert!(shared.text().contains("meet/call") && shared.text().contains("status: draft"));
    }
}

/// The call of a whole group does not go by one key too many; and what is said of it is what was done.
#[test]
fn the_beginning_of_a_call_is_not_taken_back_without_a_question() {
    for (language, question, goes, undone) in [
        (
            English,
            "Undo the beginning of the call?",
            "Yes, there is no call",
            "Undone: the beginning of the call is taken back",
        ),
        (
            Arabic,
            "أيُلغى بدء هذا الاجتماع؟",
            "نعم، يُلغى",
            "تراجع: أُلغي بدء الاجتماع",
        ),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("A c c t s s <egy> enter u u u");
        assert_eq!(hind.layer(), "removal");
        for words in [question, goes] {
            assert!(hind.shows(words), "{words}: {:#?}", hind.text());
        }
        asks_in_one_row(&mut hind, question);
        for stays in ["enter", "u esc"] {
            hind.keys(stays);
            assert_eq!((hind.layer(), shared.is_there("live.yaml")), ("", true));
        }
        hind.keys("u down enter");
        assert!(!shared.is_there("live.yaml") && !hind.app.call.is_shown());
        let said = |screen: &Screen| {
            let message = screen.app.message.as_ref();
            message.map_or_else(String::new, |message| message.get(language).to_owned())
        };
        assert_eq!(said(&hind), undone);
        // All of it comes again, and what came before it is undone behind it.
        hind.keys("U U");
        let call = hind.app.call.state.call().cloned().unwrap();
        assert!(call.in_hand.is_some());
        // While one is asked, another takes up something.
        hind.keys("u u");
        let mut omar = shared.screen("omar", language);
        omar.keys("j t down enter");
        shared.hear(&mut hind);
        hind.keys("down enter");
        assert!(shared.is_there("live.yaml"), "{}", hind.message());
        assert_eq!(hind.layer(), "");
        assert!(hind.message().starts_with("The call has gone on since"));
    }
}

/// Where there is nothing to undo, nothing is said of doing again.
#[test]
fn where_there_is_nothing_it_is_said_of_what() {
    for (language, undo, redo) in [
        (English, "Nothing to undo", "Nothing to redo"),
        (Arabic, "ليس هناك ما يُتراجع عنه", "ليس هناك ما يُعاد"),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A u");
        for (key, command, wanted) in [("u", "undo", undo), ("U U", "redo", redo)] {
            screen.keys(key);
            let message = screen.app.message.as_ref().unwrap();
            assert_eq!(message.get(language), wanted);
            let ran = majlis(folder.path(), &["--lang", language.code(), command]);
            assert_eq!(ran.status.code(), Some(1));
            let said = String::from_utf8(ran.stderr).unwrap();
            assert!(said.trim_end().ends_with(&format!(": {wanted}")), "{said}");
        }
    }
}

/// A recommendation is brought back though another has deleted the meeting that named it since.
#[test]
fn what_was_deleted_comes_back_though_what_named_it_is_gone() {
    const MEETING: &str =
        "meetings:\n  - {id: meet/one, title: {en: First}, date: 2021-06-01, made: [27/r1]}\n";
    for language in BOTH {
        let shared = Shared::new();
        shared.put("x.yaml", &format!("{REPORT}{MEETING}"));
        let mut hind = shared.screen("hind", language);
        hind.keys("/ <x:27/r1> enter X down enter");
        assert!(shared.library().with_id("x:27/r1").is_none());
        let omar = Keeper::new(shared.folder(), "omar", Means::Hand).with_state(None);
        let gone = Change {
            file: "x.yaml".to_owned(),
            record: "x:meet/one".to_owned(),
            edits: vec![Edit::Remove {
                at: FieldPath::root().key("meetings").id("meet/one"),
            }],
            seen: Vec::new(),
        };
        omar.change(&gone).unwrap();
        let shelf = Arc::new(Shelf::new(shared.library()));
        hind.app.follow(shelf, Vec::new(), Instant::now());
        hind.keys("u");
        assert!(
            hind.library().with_id("x:27/r1").is_some(),
            "{}",
            hind.message()
        );
        let library = shared.library();
        assert!(library.with_id("x:27/r1").is_some() && library.problems().is_empty());
    }
}

/// Nor does it go by doing again once too often: that it was thrown away, which one has taken back.
#[test]
fn a_call_is_not_thrown_away_again_without_a_question() {
    for (language, throw, question, goes) in [
        (
            English,
            "throw",
            "Throw the call away again?",
            "Yes, throw it away",
        ),
        (Arabic, "دون كتابة", "أيُحذف هذا الاجتماع ثانيةً؟", "نعم، يُحذف"),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys(&format!("c c c x <{throw}> enter"));
        assert!(!shared.is_there("live.yaml"), "{}", hind.message());
        hind.keys("u");
        assert!(shared.is_there("live.yaml"), "{}", hind.message());
        hind.keys("U");
        assert_eq!(hind.layer(), "removal");
        assert!(hind.shows(goes), "{:#?}", hind.text());
        asks_in_one_row(&mut hind, question);
        hind.keys("enter");
        assert!(shared.is_there("live.yaml") && hind.app.call.is_shown());
        hind.keys("U down enter");
        assert!(!shared.is_there("live.yaml") && !hind.app.call.is_shown());
        hind.keys("u");
        assert!(shared.is_there("live.yaml") && hind.app.call.is_shown());
    }
}
