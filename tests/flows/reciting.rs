//! A position that is read out.

use majlis::report::Language::{Arabic, English};

use crate::harness::Screen;
use crate::harness_call::Shared;

#[test]
fn a_position_is_read_out() {
    let shared = Shared::new();
    for language in [English, Arabic] {
        let mut screen = shared.screen("hind", language);
        screen.keys("R");
        let read = |screen: &Screen| screen.app.recital.map(|one| screen.id(one.key));
        assert_eq!(read(&screen).as_deref(), Some("x:27/position"));
        let (own, other) = match language {
            English => ("The group supports the project.", "تؤيد المجموعة المشروع."),
            Arabic => ("تؤيد المجموعة المشروع.", "The group supports the project."),
        };
        assert!(screen.shows(own) && !screen.shows(other));
        screen.keys("d");
        assert!(screen.shows(own) && screen.shows(other));
        screen.keys("n");
        assert_eq!(read(&screen).as_deref(), Some("x:28/position"));
        screen.keys("n");
        assert_eq!(screen.message(), "Nothing after this");
        // On is where the language is read to.
        screen.keys(if language == English { "left" } else { "right" });
        assert_eq!(read(&screen).as_deref(), Some("x:27/position"));
        screen.keys(if language == English { "right" } else { "left" });
        assert_eq!(read(&screen).as_deref(), Some("x:28/position"));
        screen.keys("esc d d");
        assert_eq!(read(&screen), None);
        screen.keys("G R");
        assert_eq!(screen.message(), "There is no position on this item");
    }
}
