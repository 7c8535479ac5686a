//! Changing records by one key, and taking changes back; who may not write is told why.

use majlis::report::Language;
use tempfile::TempDir;

use crate::desk::{BOTH, desk, file, go, keeper, value};
use crate::harness::Screen;

#[test]
fn one_key_agrees_defers_and_marks_delivered_and_undo_leads_back_to_the_byte() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("A");
        assert_eq!(screen.in_hand(), "c21:27");
        assert!(
            screen.message().contains("agreed (was: delivered)"),
            "{}",
            screen.message()
        );
        let wanted = before.replacen("      status: delivered\n", "      status: agreed\n", 1);
        assert_eq!(file(&folder, "c21.yaml"), wanted);
        let agreed = match language {
            Language::Arabic => "متفق عليه",
            Language::English => "agreed",
        };
        assert!(screen.shows(agreed));
        screen.keys("D");
        // What it says stays: it is put off.
        assert_eq!(value(&folder, "items [27] position status"), "deferred");
        let deferred = before.replacen("      status: delivered\n", "      status: deferred\n", 1);
        assert_eq!(file(&folder, "c21.yaml"), deferred);
        screen.keys("u");
        assert_eq!(file(&folder, "c21.yaml"), wanted);
        screen.keys("u");
        assert_eq!(file(&folder, "c21.yaml"), before);
        assert!(
            screen.message().starts_with("Undone"),
            "{}",
            screen.message()
        );
        screen.keys("u");
        assert!(screen.message().contains("Nothing"), "{}", screen.message());
        screen.keys("U");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        screen.keys("M");
        assert_eq!(file(&folder, "c21.yaml"), before);
        // What is so already is said, and no change.
        screen.keys("M");
        assert!(!screen.message().is_empty());
        go(&mut screen, "c21:eg-itrs");
        screen.keys("A");
        assert!(
            screen.message().contains("no position"),
            "{}",
            screen.message()
        );
    }
}

#[test]
fn who_may_not_write_is_told_why_at_each_attempt() {
    for language in BOTH {
        let mut screen = match language {
            Language::Arabic => Screen::arabic(),
            Language::English => Screen::english(),
        };
        go(&mut screen, "c21:27");
        for keys in ["A", "u", "n r", "@", "+", "J"] {
            screen.keys(keys);
            assert!(
                screen.message().contains("built into"),
                "{keys}: {}",
                screen.message()
            );
            assert_eq!(screen.layer(), "");
        }
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        let reader = keeper(folder.path(), "hind").read_only(true);
        screen.app.keep_with(reader);
        go(&mut screen, "c21:27");
        for keys in ["A", "D", "M", "U", "n i", "K"] {
            screen.keys(keys);
            assert!(
                screen.message().contains("reading"),
                "{keys}: {}",
                screen.message()
            );
        }
        // All can be seen.
        screen.keys("e enter");
        assert_eq!(screen.layer(), "field");
        let title = screen.typed();
        for keys in ["", "x", "backspace"] {
            screen.keys(keys);
            assert!(screen.message().contains("reading"), "{}", screen.message());
        }
        assert_eq!(screen.typed(), title);
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn an_item_is_moved_in_its_report_and_stays_in_hand() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        let row = |folder: &TempDir, id: &str| {
            let text = file(folder, "c21.yaml");
            text.find(&format!("\n  - id: {id}\n")).unwrap()
        };
        assert!(row(&folder, "\"27\"") < row(&folder, "eg-itrs"));
        screen.keys("J");
        assert!(row(&folder, "\"27\"") > row(&folder, "eg-itrs"));
        assert_eq!(screen.in_hand(), "c21:27");
        screen.keys("K");
        assert!(row(&folder, "\"27\"") < row(&folder, "eg-itrs"));
        screen.keys("u u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn what_was_changed_is_found_and_what_it_was_is_not() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c24:1.2");
        screen.keys("e enter alt-a <zeppelins over lighthouses> ctrl-s");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        screen.keys("esc / <zeppelins>");
        assert_eq!(screen.hits(), ["c24:1.2"]);
        screen.keys("esc u / <zeppelins>");
        assert_eq!(screen.hits(), Vec::<String>::new());
        // All the others are where they were.
        screen.keys("esc / <report:c26>");
        assert!(screen.hits().iter().all(|id| id.starts_with("c26")));
        assert!(!screen.hits().is_empty());
    }
}

#[test]
fn an_earlier_value_is_brought_back_from_the_history_of_a_record() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("H");
        assert!(
            screen.message().contains("not been changed"),
            "{}",
            screen.message()
        );
        screen.keys("A D H");
        assert_eq!(screen.layer(), "past");
        // What Enter brings back is said of the row in hand, also in half of eighty columns.
        screen.resize(80, 24);
        let (title, first, second) = match language {
            Language::English => (
                "History of the record",
                "Enter brings back Stage: agreed",
                "Enter brings back Stage: delivered",
            ),
            Language::Arabic => (
                "تاريخ السجل",
                "يعيد المرحلة: متفق عليه",
                "يعيد المرحلة: قُدِّم",
            ),
        };
        assert!(screen.shows(title), "{:#?}", screen.text());
        assert!(screen.shows(first), "{:#?}", screen.text());
        screen.keys("down");
        assert!(screen.shows(second), "{:#?}", screen.text());
        screen.keys("up");
        // The newest first: deferred, then agreed.
        screen.keys("down enter");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, "items [27] position status"), "delivered");
    }
}

/// Two wordings that begin alike are told apart where they differ: in the message, when the change is
/// undone, and in the record's history.
#[test]
fn two_long_values_are_shown_where_they_differ() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter < as was agreed in Cairo and in Tunis> ctrl-s");
        screen.keys("enter < 2027> ctrl-s esc");
        let said = |screen: &Screen| {
            let message = screen.app.message.as_ref().unwrap();
            message.get(language).to_owned()
        };
        screen.keys("u");
        let undone = said(&screen);
        for shown in ["…", "2027", "Tunis"] {
            assert!(undone.contains(shown), "{undone}");
        }
        screen.keys("U");
        assert!(said(&screen).contains("2027"), "{}", said(&screen));
        screen.keys("H");
        assert_eq!(screen.layer(), "past");
        assert!(screen.shows("2027"), "{:?}", screen.text());
    }
}

/// On a call one defers items, most of which have no position: nothing is written, and it is said why
/// and what to press.
#[test]
fn an_item_without_a_position_says_so_and_how_to_begin_one() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        let said = match language {
            Language::English => {
                "This item has no position yet, so nothing was written; n\u{a0}p begins one"
            }
            Language::Arabic => "لا موقف بعد في هذا البند، فلم يُكتب شيء؛ كتابة موقف: n\u{a0}p",
        };
        for key in ["D", "A", "M"] {
            screen.keys(key);
            assert_eq!(screen.layer(), "");
            let told = screen.app.message.as_ref().unwrap().get(language);
            assert_eq!(told, said, "{key}");
            // Whoever reads it in eighty columns reads it whole.
            assert!(majlis::script::width(told) <= 80, "{told}");
        }
        assert_eq!(file(&folder, "c21.yaml"), before);
        // Begun and added, it is deferred with the key.
        screen.keys("n p <Deferred to the next session> tab tab <support> enter ctrl-s D");
        let at = "items [eg-itrs] position";
        assert_eq!(value(&folder, &format!("{at} stance")), "support");
        assert_eq!(value(&folder, &format!("{at} status")), "deferred");
        // A key that means something elsewhere says what keys are for here.
        screen.keys("e T");
        assert_eq!(
            screen.message(),
            "Enter opens the field to type in, Esc closes the form"
        );
        assert_eq!(screen.layer(), "form");
    }
}

#[test]
fn that_nothing_is_changed_stands_on_top() {
    for (language, said) in [
        (Language::English, "read only"),
        (Language::Arabic, "للقراءة فقط"),
    ] {
        let (folder, mut screen) = desk(language);
        assert!(!screen.shows(said));
        screen
            .app
            .keep_with(keeper(folder.path(), "hind").read_only(true));
        screen.draw();
        assert!(
            screen.text()[0].contains(&crate::harness::painted(said)),
            "{:?}",
            screen.text()[0]
        );
    }
}
