//! What a call tells that no file does: a position that is agreed once more, an item that is put off
//! without one; and to which report a call belongs.

use majlis::app::{Layer, minutes};
use majlis::report::Language::{Arabic, English};
use majlis::report::{Meeting, Record};
use majlis::script::Form;

use crate::calling_decided::said;
use crate::desk::{BOTH, desk, file, go};
use crate::harness::Screen;
use crate::harness_call::Shared;

/// The meeting's record of a call in which these keys were pressed, and its minutes.
fn told(language: majlis::report::Language, keys: &str) -> (Meeting, String) {
    let shared = Shared::new();
    let mut hind = shared.screen("hind", language);
    hind.keys("c c").keys(keys);
    shared.at(&mut hind, 60);
    hind.keys("c x enter");
    let library = shared.library();
    assert_eq!(library.problems(), []);
    let key = minutes::latest(&library).unwrap();
    let Some(Record::Meeting(meeting)) = library.record(key) else {
        panic!("no meeting: {}", hind.message());
    };
    let text = minutes::markdown(&library, key, language).unwrap();
    (meeting.clone(), text)
}

fn lists(meeting: &Meeting) -> (Vec<&str>, Vec<&str>) {
    let agreed = meeting.agreed.iter().map(|id| id.as_str());
    let deferred = meeting.deferred.iter().map(|id| id.as_str());
    (agreed.collect(), deferred.collect())
}

/// Item 28 was agreed before the call.
#[test]
fn a_position_that_was_agreed_before_and_is_agreed_again_is_in_the_minutes() {
    for language in BOTH {
        let (meeting, text) = told(language, "j t A A");
        assert_eq!(lists(&meeting), (vec!["28/position"], vec![]));
        let wanted = match language {
            English => {
                "## What was agreed\n\n### **Item 28** Budget (oppose)\n\n> The group opposes"
            }
            Arabic => "## ما اتُّفق عليه\n\n### **البند 28** الموازنة (معارضة)\n\n> لا تؤيد",
        };
        assert!(text.contains(wanted), "{text}");
        for (keys, agreed, deferred) in [
            // Taken back, or put off after all.
            ("j t A u", vec![], vec![]),
            ("j t A D", vec![], vec!["28/position"]),
            ("j t A D u", vec!["28/position"], vec![]),
            ("j t A u U", vec!["28/position"], vec![]),
        ] {
            let (meeting, _) = told(language, keys);
            assert_eq!(lists(&meeting), (agreed, deferred), "{keys}");
        }
    }
    let shared = Shared::new();
    let mut hind = shared.screen("hind", English);
    hind.keys("c c j t A");
    assert_eq!(
        hind.message(),
        "Item 28: the position is confirmed; it was agreed before, and the record of the call lists it among what was agreed"
    );
    hind.keys("u");
    assert!(
        hind.message().starts_with("Undone: Item 28"),
        "{}",
        hind.message()
    );
    // Without a call nothing is confirmed.
    hind.keys("c x <throw> enter A");
    assert!(!hind.message().contains("confirmed"), "{}", hind.message());
}

/// Item 29 has no position: a group that has none puts it off for that very reason.
#[test]
fn an_item_without_a_position_is_deferred_by_one_key_in_a_call() {
    for language in BOTH {
        let (meeting, text) = told(language, "j j t D");
        assert_eq!(lists(&meeting), (vec![], vec!["29"]));
        let wanted = match language {
            English => "## Deferred\n\n- **Item 29** Other business\n\n",
            Arabic => "## ما أُرجئ\n\n- **البند 29** ما يستجد من أعمال\n\n",
        };
        assert!(text.contains(wanted), "{text}");
        assert_eq!(lists(&told(language, "j j t D u").0), (vec![], vec![]));
        // What was deferred before and is so again, was so at this call too.
        let (meeting, _) = told(language, "t D u");
        assert_eq!(lists(&meeting), (vec![], vec![]));
    }
    let shared = Shared::new();
    shared.change("status: draft", "status: deferred");
    let mut hind = shared.screen("hind", English);
    hind.keys("c c t D");
    assert_eq!(
        hind.message(),
        "Item 27 is deferred; the record of the call tells it"
    );
    hind.keys("j j D");
    assert_eq!(
        hind.message(),
        "Item 29 is deferred; the record of the call tells it"
    );
    hind.keys("c x enter");
    let library = shared.library();
    let key = minutes::latest(&library).unwrap();
    let Some(Record::Meeting(meeting)) = library.record(key) else {
        panic!("no meeting");
    };
    assert_eq!(lists(meeting), (vec![], vec!["27/position", "29"]));
    assert!(
        shared
            .text()
            .contains("title: {ar: ما يستجد من أعمال, en: Other business}\nnominations")
    );
}

/// Whoever saves too early finds the cursor in the field that is missing.
#[test]
fn the_cursor_goes_to_the_field_that_is_missing() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n p");
        let at = |screen: &crate::harness::Screen| match screen.app.layer() {
            Some(Layer::Field(field)) => field.target.path.join("."),
            Some(Layer::Choose(choose)) => choose.target.path.join("."),
            _ => panic!("no field"),
        };
        let wording = at(&screen);
        screen.keys("<A word> ctrl-s");
        assert_eq!(at(&screen), "stance", "{wording} {}", screen.message());
        // Nothing was chosen: the same key takes no stance by itself, and no more does Enter.
        screen.keys("ctrl-s ctrl-s");
        assert_eq!(at(&screen), "stance");
        screen.keys("enter");
        assert_eq!(at(&screen), "stance");
        assert_eq!(screen.message(), "Choose one first");
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys("down up <support> ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let stance = crate::desk::value(&folder, "items [eg-itrs] position stance");
        assert_eq!(stance, "support");
    }
}

/// The folder begins with a report of 2017, and has another of the group of 2019; its own is of 2021.
#[test]
fn a_call_that_begins_before_anything_was_chosen_is_of_the_newest_report_of_the_group() {
    for language in BOTH {
        let (folder, screen) = desk(language);
        drop(screen);
        let elder = "report: {id: b19, kind: group-report, session: council@2019, title: {ar: سابق, en: Earlier}}\n\
                     items:\n  - {id: \"1\", number: [\"1\"], title: {ar: افتتاح, en: Opening}}\n";
        std::fs::write(folder.path().join("b19.yaml"), elder).unwrap();
        let shelf = majlis::app::Shelf::new(majlis::library::Library::open(folder.path()));
        let mut screen = Screen::new(
            std::sync::Arc::new(shelf),
            language,
            Form::Visual,
            (140, 40),
        );
        screen
            .app
            .keep_with(crate::desk::keeper(folder.path(), "hind"));
        screen.app.desk.day = Some((2021, 6, 10));
        assert_eq!(screen.in_hand(), "c21:52");
        screen.keys("n m");
        let title = screen.text().join("\n");
        assert!(title.contains("c21"), "{title}");
        screen.keys("esc esc c c");
        assert_eq!(screen.app.call.on().unwrap().report.as_str(), "c21");
        // What is taken up next is of it.
        screen.keys("t");
        let taken = screen.app.call.on().unwrap().in_hand.as_ref().unwrap();
        assert!(taken.item.as_str().starts_with("c21:"), "{}", taken.item);
        screen.keys("c x <throw> enter");
        // Who has gone somewhere means what is there, also where that is the first row.
        go(&mut screen, "c17");
        screen.keys("c c");
        assert_eq!(screen.app.call.on().unwrap().report.as_str(), "c17");
        screen.keys("c x <throw> enter esc g c c");
        assert_eq!(screen.app.call.on().unwrap().report.as_str(), "c21");
    }
}

/// The agenda that was just made for the next session says no year as yet: the call begins in it; an item of
/// another report is taken up with a word, and so is the way back.
#[test]
fn a_call_begins_in_the_agenda_that_was_just_made_and_tells_of_another_report() {
    for language in BOTH {
        let shared = Shared::new();
        let elder = "report: {id: b19, kind: group-report, session: council@2019, title: {ar: سابق, en: Earlier}}\n\
                     items:\n  - {id: \"1\", number: [\"1\"], title: {ar: افتتاح, en: Opening}}\n";
        shared.put("b19.yaml", elder);
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        assert_eq!(hind.app.call.on().unwrap().report.as_str(), "x");
        let other = match language {
            English => "it is of another report",
            Arabic => "وهو من تقرير آخر",
        };
        assert!(!said(&hind, language).contains(other));
        hind.keys("/ <b19:1> enter t");
        assert!(said(&hind, language).contains(other), "{}", hind.message());
        hind.keys("/ <x:28> enter t");
        assert!(said(&hind, language).contains(other), "{}", hind.message());
        hind.keys("c n");
        assert!(!said(&hind, language).contains(other), "{}", hind.message());
    }
}
