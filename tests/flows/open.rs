//! What is still open: one goes to a record, or acts on it in the list.

use majlis::report::Language::{Arabic, English};

use crate::desk::{BOTH, desk, value};
use crate::harness_call::Shared;

#[test]
fn what_is_open_is_one_key_away() {
    let shared = Shared::new();
    for language in [English, Arabic] {
        let mut screen = shared.screen("hind", language);
        screen.keys("o d");
        assert_eq!(screen.offered_open(), ["x:27/position"]);
        // Beside the list stands what is in hand in it.
        assert_eq!(screen.in_hand(), "x:27/position");
        screen.keys("enter");
        assert_eq!(
            (screen.in_hand().as_str(), screen.at()),
            ("x:27/position", 0)
        );
        screen.keys("esc o r");
        // August is over on the first of September: the Secretariat comes first, with what is overdue.
        assert_eq!(screen.offered_open(), ["x:27/r1", "x:27/r2", "x:28/r1"]);
        let said = screen.offered();
        assert_eq!(said[0], "Overdue (due August 2021): Prepare a paper");
        assert_eq!(said[1], "Due September 2027: Print the paper");
        let heading = match language {
            English => "Technical Secretariat · 2 open, 1 overdue",
            Arabic => "الأمانة الفنية · توصيتان، المتأخر منها 1",
        };
        assert!(screen.shows(heading), "{:#?}", screen.text());
        screen.keys("down*2 enter");
        assert_eq!(screen.in_hand(), "x:28/r1");
        screen.keys("esc o n");
        assert_eq!(screen.offered_open(), ["x:nom/one"]);
        screen.keys("enter");
        assert_eq!(screen.in_hand(), "x:nom/one");
    }
}

#[test]
fn a_list_of_what_is_open_is_worked_through_from_one_to_the_next() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        // Two positions are drafts again.
        for id in ["27", "37"] {
            screen.keys(&format!(
                "/ <c21:{id}/position> enter e j*3 enter <draft> enter esc"
            ));
        }
        screen.keys("o d");
        assert_eq!(
            screen.offered_open(),
            ["c21:27/position", "c21:37/position"]
        );
        screen.keys("A");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        // The list is there without it, and the next one is in hand.
        assert_eq!((screen.layer(), screen.offered_open().len()), ("open", 1));
        assert_eq!(screen.in_hand(), "c21:37/position");
        screen.keys("u");
        assert_eq!(screen.offered_open().len(), 2);
        // Or one goes there, acts, and comes back to the next.
        screen.keys("k enter");
        assert_eq!(
            (screen.layer(), screen.in_hand().as_str()),
            ("", "c21:27/position")
        );
        screen.keys("M o d");
        assert_eq!(screen.in_hand(), "c21:37/position");
        screen.keys("M");
        assert_eq!(value(&folder, "items [37] position status"), "delivered");
        assert!(screen.offered_open().is_empty());
        screen.keys("esc o n");
        let all = screen.offered_open();
        assert!(all.len() > 1, "{all:?}");
        screen.keys("M");
        assert_eq!(screen.offered_open(), all[1..]);
        assert_eq!(screen.in_hand(), all[1]);
        screen.keys("esc o r j");
        let all = screen.offered_open();
        let done = screen.in_hand();
        screen.keys("M");
        assert!(!screen.offered_open().contains(&done));
        assert_eq!(screen.offered_open().len(), all.len() - 1);
        // Its form lies over the list, and the list is narrowed by typing.
        screen.keys("e esc /").keys("<zzzz>");
        assert!(screen.offered_open().is_empty());
        screen.keys("esc");
        assert_eq!(screen.offered_open().len(), all.len() - 1);
        screen.keys("esc");
        assert_eq!(screen.layer(), "");
    }
}
