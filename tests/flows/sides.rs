//! A wording of which only one language was changed: it is said when it is changed, and when the
//! position is agreed or delivered.

use majlis::report::Language;

use crate::desk::{BOTH, another, desk, value};

#[test]
fn the_language_that_was_not_changed_is_named() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let behind = match language {
            Language::Arabic => "النص الإنكليزي على ما كان عليه قبل تعديل النص العربي",
            Language::English => "the English text is as it was before the Arabic was changed",
        };
        let says = |screen: &crate::harness::Screen| {
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
