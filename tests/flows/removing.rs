//! Deleting a record: the question, what goes with it, and how it comes back.

use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, value};

#[test]
fn a_record_is_deleted_after_a_question_and_comes_back_whole() {
    for (language, question, parts, refers) in [
        (
            Language::English,
            "Delete this record?",
            "Its parts go with it: positions 1, notes 1.",
            "Records of the same file that refer to it: 5.",
        ),
        (
            Language::Arabic,
            "أيُحذف هذا السجل؟",
            "يُحذف معه ما هو جزء منه: المواقف 1، الملاحظات 1.",
            "السجلات التي تشير إليه في الملف نفسه: 5",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("X");
        assert_eq!(screen.layer(), "removal", "{}", screen.message());
        for text in [question, parts, refers] {
            assert!(screen.shows(text), "{text}: {:#?}", screen.text());
        }
        // What loses nothing is in hand.
        screen.keys("enter");
        assert_eq!(screen.layer(), "");
        assert!(screen.message().contains("Nothing"), "{}", screen.message());
        screen.keys("delete esc");
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys("X down enter");
        assert_eq!(screen.layer(), "");
        assert!(screen.library().with_id("c21:27").is_none());
        assert!(screen.library().with_id("c21:27/position").is_none());
        assert!(!file(&folder, "c21.yaml").contains("item: \"27\""));
        assert!(
            screen
                .message()
                .starts_with("c21:27: removed, with the references to it ("),
            "{}",
            screen.message()
        );
        // The next row is in hand.
        assert!(screen.app.in_hand().is_some());
        screen.keys("u");
        assert!(file(&folder, "c21.yaml") == before, "{}", screen.message());
        let said = screen.message();
        assert!(
            said.starts_with("Undone: item “Report on progress"),
            "{said}"
        );
        assert!(
            said.contains("back at its place, with the references"),
            "{said}"
        );
        assert_eq!(screen.in_hand(), "c21:27");
    }
}

#[test]
fn what_another_has_changed_meanwhile_is_not_deleted_unasked() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("X");
        crate::desk::another(&folder, &["status"], "draft");
        screen.keys("down enter");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        assert!(screen.library().with_id("c21:27").is_some());
        assert!(screen.shows(match language {
            Language::English => "deleted",
            Language::Arabic => "يُحذف",
        }));
        screen.keys("enter");
        assert_eq!(screen.in_hand(), "c21:27");
        assert_eq!(value(&folder, "items [27] position status"), "draft");
        // Who has seen it may.
        screen.keys("X down enter");
        assert_eq!(screen.layer(), "");
        let is_gone = screen.library().with_id("c21:27").is_none();
        assert!(is_gone, "{}", screen.message());
    }
}

#[test]
fn what_is_no_record_by_itself_is_not_deleted() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21");
        screen.keys("X");
        assert_eq!(screen.layer(), "");
        assert!(
            screen.message().contains("whole file"),
            "{}",
            screen.message()
        );
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}
