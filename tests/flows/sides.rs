//! A wording of which only one language was changed: it is said when it is changed, and when the
//! position is agreed or delivered.

use majlis::report::Language;

use crate::desk::{BOTH, another, desk, value};
use crate::harness::Screen;
use crate::harness_call::Shared;

#[test]
fn the_language_that_was_not_changed_is_named() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let behind = match language {
            Language::Arabic => "النص الإنكليزي على ما كان عليه قبل تعديل النص العربي",
            Language::English => "the English text is as it was before the Arabic was changed",
        };
        let says = |screen: &Screen| {
            let message = screen.app.message.as_ref().unwrap();
            message.get(language).ends_with(behind)
        };
        screen.keys("/ <c21:27/position> enter A");
        assert!(!says(&screen), "{}", screen.message());
        another(&folder, &["text", "ar"], "لا تؤيد المجموعة المشروع.");
        screen.keys("D");
        assert!(!says(&screen), "{}", screen.message());
        screen.keys("A");
        assert!(says(&screen), "{}", screen.message());
        another(&folder, &["text", "en"], "The group does not support it.");
        screen.keys("D A");
        assert!(!says(&screen), "{}", screen.message());
        assert_eq!(
            value(&folder, "items [27] position text en"),
            "The group does not support it."
        );
    }
}

/// A position that is agreed in one language only: the other is still to be written.
#[test]
fn a_language_that_is_missing_is_told_when_the_position_is_agreed() {
    for language in BOTH {
        let (missing, other) = match language {
            Language::Arabic => ("النص العربي لم يُكتب بعد", "النص الإنكليزي لم يُكتب بعد"),
            Language::English => (
                "there is no Arabic text yet",
                "there is no English text yet",
            ),
        };
        let says = |screen: &Screen, told: &str| {
            let message = screen.app.message.as_ref().unwrap();
            message.get(language).ends_with(told)
        };
        let shared = Shared::new();
        shared.change(
            "{ar: تؤيد المجموعة المشروع., en: The group supports the project.}",
            "{en: The group supports it.}",
        );
        shared.change(
            "{ar: لا تؤيد المجموعة الزيادة., en: The group opposes the increase.}",
            "{ar: لا تؤيد المجموعة الزيادة.}",
        );
        let mut hind = shared.screen("hind", language);
        hind.keys("A");
        assert!(says(&hind, missing), "{}", hind.message());
        hind.keys("M");
        assert!(says(&hind, missing), "{}", hind.message());
        hind.keys("D");
        assert!(!says(&hind, missing), "{}", hind.message());
        // What was agreed before is confirmed in a call.
        hind.keys("c c j t A");
        assert!(says(&hind, other), "{}", hind.message());
        hind.keys("esc u U");
        assert!(!says(&hind, other), "{}", hind.message());
    }
}

/// What was agreed or delivered says something else since: the stage tells of what it said before.
#[test]
fn a_stage_that_stays_with_another_wording_is_told_with_the_keys() {
    for language in BOTH {
        let (agreed, delivered) = match language {
            Language::Arabic => (
                "مرحلته ما زالت «متفق عليه»: المفتاح A يؤكده كما هو الآن، في اجتماع، والمفتاح D يُرجئه",
                "مرحلته ما زالت «قُدِّم»: المفتاح A يجعله متفقاً عليه كما هو الآن، والمفتاح D يُرجئه",
            ),
            Language::English => (
                "its stage is still “agreed”: in a call A confirms it as it reads now, D defers it",
                "its stage is still “delivered”: A marks it agreed as it reads now, D defers it",
            ),
        };
        let said = |screen: &Screen| {
            let message = screen.app.message.as_ref();
            let said = message.map_or("", |message| message.get(language));
            majlis::script::without_isolates(said)
        };
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        // The draft, and the stage itself, tell nothing.
        let still =
            |screen: &Screen| said(screen).contains("still") || said(screen).contains("ما زالت");
        hind.keys("2 e enter alt-a <One> ctrl-s");
        assert!(!still(&hind), "{}", said(&hind));
        hind.keys("esc A");
        assert!(!still(&hind), "{}", said(&hind));
        hind.keys("e enter alt-a <Two> ctrl-s");
        assert!(said(&hind).ends_with(agreed), "{}", said(&hind));
        hind.keys("esc M e enter alt-a <Three> ctrl-s");
        assert!(said(&hind).ends_with(delivered), "{}", said(&hind));
        hind.keys("esc c c t 2 e enter alt-a <Four> ctrl-s");
        assert!(said(&hind).ends_with(delivered), "{}", said(&hind));
        hind.keys("esc A e enter alt-a <Four> ctrl-s");
        assert!(!still(&hind), "{}", said(&hind));
    }
}

/// Who types one field too far hears that the text is in the other script; nothing is refused.
#[test]
fn a_wording_in_the_other_script_is_told() {
    for language in BOTH {
        let (arabic, english) = match language {
            Language::Arabic => (
                "النص العربي مكتوب بحروف لاتينية",
                "النص الإنكليزي مكتوب بحروف عربية",
            ),
            Language::English => (
                "the Arabic text is written in Latin letters",
                "the English text is written in Arabic letters",
            ),
        };
        let (folder, mut screen) = desk(language);
        let says = |screen: &Screen, told: &str| {
            let message = screen.app.message.as_ref().unwrap();
            message.get(language).contains(told)
        };
        crate::desk::go(&mut screen, "c21:27");
        // The form of a note has the own language first.
        let english_first = language == Language::English;
        screen.keys("n t");
        if english_first {
            screen.keys("tab");
        }
        screen.keys("<Morocco asked for time> ctrl-s");
        assert!(says(&screen, arabic), "{}", screen.message());
        let at = "items [27] notes [27/n2] text ar";
        assert_eq!(value(&folder, at), "Morocco asked for time");
        screen.keys("n t");
        if !english_first {
            screen.keys("tab");
        }
        screen.keys("<طلب المغرب وقتاً> ctrl-s");
        assert!(says(&screen, english), "{}", screen.message());
        // An acronym is itself in both.
        screen.keys("n t");
        if english_first {
            screen.keys("tab");
        }
        screen.keys("<EG-ITRs 2021> ctrl-s");
        assert!(!says(&screen, arabic), "{}", screen.message());
    }
}
