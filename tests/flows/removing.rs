//! Deleting a record: the question, what goes with it, and how it comes back.

use std::sync::Arc;

use majlis::app::{Layer, Shelf};
use majlis::library::Library;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::Change;
use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, keeper, value};
use crate::slow::Test;

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
            said.starts_with("Undone: deleting item “Report on progress"),
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
        // The field is named, with what is there now and what was there; two choices, both with sense.
        let told = match language {
            Language::English => [
                "What you wanted deleted was changed meanwhile. Delete it?",
                "No, keep it as it is now",
                "Yes, delete it all the same",
            ],
            Language::Arabic => [
                "تغيّر ما أردت حذفه؛ أيُحذف؟",
                "لا، يبقى كما هو الآن",
                "نعم، يُحذف مع ذلك",
            ],
        };
        for text in told {
            assert!(screen.shows(text), "{text}: {:#?}", screen.text());
        }
        let Some(Layer::Clash(clash)) = screen.app.layer() else {
            panic!("no question")
        };
        assert_eq!((clash.fields.len(), clash.choices().len()), (1, 2));
        let field = &clash.fields[0];
        assert_eq!(
            [&*field.label.en, &*field.theirs.en, &*field.yours.en],
            ["Stage", "draft", "delivered"]
        );
        screen.keys("j*5 k enter");
        assert!(
            screen.message().contains("Nothing was deleted"),
            "{}",
            screen.message()
        );
        assert_eq!(screen.in_hand(), "c21:27");
        assert_eq!(value(&folder, "items [27] position status"), "draft");
        // Who has seen it may.
        screen.keys("X down enter");
        assert_eq!(screen.layer(), "");
        let is_gone = screen.library().with_id("c21:27").is_none();
        assert!(is_gone, "{}", screen.message());
    }
}

/// One is not asked about oneself: what was changed a moment ago is what one saw.
#[test]
fn what_one_has_changed_oneself_is_deleted_unasked() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter A X down enter");
        assert_eq!(test.waiting(), 2);
        test.let_one_go().let_one_go();
        assert_eq!(test.screen.layer(), "", "{}", test.screen.message());
        assert_eq!(value(&test.folder, "items [27] id"), "");
        // So is what one has just added.
        test.keys("/ <c21:52> enter @ <tech-sec MINE> enter / <c21:52/r2> enter X down enter");
        test.let_one_go().let_one_go();
        assert_eq!(test.screen.layer(), "", "{}", test.screen.message());
        assert_eq!(
            value(&test.folder, "items [52] recommendations [52/r2]"),
            ""
        );
    }
}

/// What was typed of a record and not saved is still there where the record is kept.
#[test]
fn a_draft_of_what_is_not_deleted_after_all_stays() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*5 enter ctrl-u <2021-06-18> esc esc X");
        assert_eq!(screen.layer(), "removal", "{}", screen.message());
        crate::desk::another(&folder, &["date"], "2021-06-20");
        screen.keys("down enter");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        screen.keys("enter e j*5 enter");
        assert_eq!(screen.typed(), "2021-06-18");
    }
}

/// What another has put into a list and the screen does not show as yet is not thrown out of it.
#[test]
fn what_another_adds_to_a_list_out_of_which_a_reference_is_taken_stays() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let list = "contributions [con/kwt] see";
        go(&mut screen, "c21:27/n1");
        let at = FieldPath::root()
            .key("contributions")
            .id("con/kwt")
            .key("see");
        let change = Change {
            file: "c21.yaml".to_owned(),
            record: "c21:con/kwt".to_owned(),
            edits: vec![Edit::Set {
                at,
                value: serde_yaml::from_str("[27/position, 27/n1, out/hq, out/idi]").unwrap(),
            }],
            seen: Vec::new(),
        };
        keeper(folder.path(), "omar").change(&change).unwrap();
        screen.keys("X down enter");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        let Some(Layer::Clash(clash)) = screen.app.layer() else {
            panic!("no question")
        };
        let label = &clash.fields[0].label;
        assert!(label.en.starts_with("c21:con/kwt, "), "{label:?}");
        screen.keys("enter");
        assert!(value(&folder, list).contains("out/idi"));
        // Deleted all the same: what the other has added stays.
        screen.keys("X");
        change_again(&folder, &change);
        screen.keys("down enter j enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(value(&folder, "items [27] notes [27/n1]"), "");
        assert_eq!(
            value(&folder, list),
            "[\"27/position\",\"out/hq\",\"out/idi\",\"out/cwg-sfp\"]"
        );
    }
}

/// The same list, with one more in it.
fn change_again(folder: &tempfile::TempDir, change: &Change) {
    let mut change = change.clone();
    if let Some(Edit::Set { value, .. }) = change.edits.first_mut() {
        *value =
            serde_yaml::from_str("[27/position, 27/n1, out/hq, out/idi, out/cwg-sfp]").unwrap();
    }
    keeper(folder.path(), "omar").change(&change).unwrap();
}

/// What the model does not show of a record with an error in it is no change of another's.
#[test]
fn a_record_with_an_error_in_it_is_deleted_unasked() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let path = folder.path().join("c21.yaml");
        let note = "      - id: 27/n1\n";
        let wrong = file(&folder, "c21.yaml").replacen(
            note,
            &format!("{note}        dates: 2021-06-01\n"),
            1,
        );
        std::fs::write(&path, wrong).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        screen.replace(&shelf);
        go(&mut screen, "c21:27/n1");
        screen.keys("X down enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert!(!file(&folder, "c21.yaml").contains("id: 27/n1"));
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

/// What loses a reference and what loses more with it stand under two headings.
#[test]
fn what_loses_an_entry_is_told_under_a_heading_of_its_own() {
    for (language, freed, cut) in [
        (
            Language::English,
            "Records of the same file that refer to it: 5.",
            "an entry that cannot be without it: 1.",
        ),
        (
            Language::Arabic,
            "السجلات التي تشير إليه في الملف نفسه: 5",
            "السجلات التي فيها عنصر لا يقوم من دونه: 1",
        ),
    ] {
        let (folder, _) = desk(language);
        let path = folder.path().join("c21.yaml");
        let text = file(&folder, "c21.yaml").replace(
            "\n  - id: meet/wg\n",
            "\n  - id: meet/call\n    title: {ar: نداء, en: Call}\n    \
             taken_up: [{item: \"27\", minutes: 12}]\n  - id: meet/wg\n",
        );
        std::fs::write(path, text).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        let form = majlis::script::Form::Visual;
        let mut screen = crate::harness::Screen::new(shelf, language, form, (140, 40));
        screen.app.keep_with(keeper(folder.path(), "hind"));
        go(&mut screen, "c21:27");
        screen.keys("X");
        for text in [freed, cut, "c21:meet/call"] {
            assert!(screen.shows(text), "{text}: {:#?}", screen.text());
        }
        screen.keys("down enter");
        assert!(!file(&folder, "c21.yaml").contains("minutes: 12"));
        screen.keys("u");
        assert!(file(&folder, "c21.yaml").contains("minutes: 12"));
    }
}
