//! Two versions of a field, brought together by hand.

use majlis::report::Language;

use crate::desk::{BOTH, another, desk, go, value};

/// Who edits what he typed sees what stands in the file meanwhile, as far as there is room; left
/// without saving, it is asked again before anything of the other is written over.
#[test]
fn what_another_wrote_is_seen_while_one_merges() {
    for language in BOTH {
        for (width, height) in [(140, 40), (80, 24), (40, 12)] {
            let (folder, mut screen) = desk(language);
            let side = language.code();
            screen.resize(width, height);
            go(&mut screen, "c21:27/position");
            screen.keys("e enter alt-a <mine>");
            another(&folder, &["text", side], "Cairo");
            screen.keys("ctrl-s j*2 enter");
            assert_eq!((screen.layer(), screen.typed().as_str()), ("field", "mine"));
            for shown in ["Cairo", "omar", "mine"] {
                assert!(screen.shows(shown), "{shown} {:#?}", screen.text());
            }
            screen.keys("esc enter");
            assert_eq!((screen.layer(), screen.typed().as_str()), ("field", "mine"));
            screen.keys("ctrl-s");
            assert_eq!(screen.layer(), "clash");
            screen.keys("j*2 enter end < and Cairo> ctrl-s");
            let wording = value(&folder, &format!("items [27] position text {side}"));
            assert_eq!(wording, "mine and Cairo");
        }
    }
}

/// Of a fixed set of words, and of what is typed on one line, the other's is seen as well.
#[test]
fn what_another_chose_is_seen_while_one_chooses() {
    for (language, withdrawn) in [
        (Language::Arabic, "مسحوب"),
        (Language::English, "withdrawn"),
    ] {
        let (folder, mut screen) = desk(language);
        screen.resize(80, 24);
        go(&mut screen, "c21:27/position");
        another(&folder, &["status"], "withdrawn");
        screen.keys("A j*2 enter");
        assert_eq!(screen.layer(), "choose");
        // Above the words to choose from: who chose what.
        let top = &screen.text()[..6];
        for shown in ["omar", withdrawn] {
            let shown = crate::harness::painted(shown);
            assert!(top.iter().any(|row| row.contains(&shown)), "{top:#?}");
        }
        screen.keys("esc e j*5 enter ctrl-u <2021-06-09>");
        another(&folder, &["date"], "2021-06-11");
        screen.keys("enter");
        assert_eq!(screen.layer(), "clash");
        screen.keys("j*2 enter");
        assert_eq!(screen.layer(), "field");
        assert!(
            screen.shows("omar") && screen.shows("2021"),
            "{:#?}",
            screen.text()
        );
    }
}

/// Two wordings that differ at their beginning and again at their end, and have no room: page by page
/// all of both is seen, also while one of them is typed.
#[test]
fn all_of_two_long_versions_can_be_reached() {
    for language in BOTH {
        for (width, height) in [(80, 24), (40, 12)] {
            let (folder, mut screen) = desk(language);
            let side = language.code();
            screen.resize(width, height);
            go(&mut screen, "c21:27/position");
            let long = |first: &str, last: &str| {
                let line = "The group supports this proposal.\n";
                format!("{first}\n{}{last}", line.repeat(30))
            };
            screen.keys("e enter alt-a");
            screen.app.paste(&long("Tunis", "Rabat"));
            another(&folder, &["text", side], &long("Cairo", "Amman"));
            screen.keys("ctrl-s");
            assert_eq!(screen.layer(), "clash");
            let seen = |screen: &crate::harness::Screen, one: &str, other: &str| {
                let both = screen.shows(one) && screen.shows(other);
                assert!(both, "{one} {other} {:#?}", screen.text());
            };
            seen(&screen, "Cairo", "Tunis");
            screen.keys("pagedown*40");
            seen(&screen, "Amman", "Rabat");
            assert!(!screen.shows("Cairo"));
            screen.keys("pageup*40");
            seen(&screen, "Cairo", "Tunis");
            screen.keys("j*2 enter");
            assert_eq!(screen.layer(), "field");
            // One goes on behind what one wrote, and the other version is there too.
            assert!(screen.shows("Amman"), "{:#?}", screen.text());
            screen.keys("alt-pageup*40");
            assert!(screen.shows("Cairo"), "{:#?}", screen.text());
            screen.keys("alt-pagedown*40");
            assert!(screen.shows("Amman"), "{:#?}", screen.text());
        }
    }
}
