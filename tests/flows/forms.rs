//! Forms: each sort of field is changed where it stands, and what is typed is never lost.

use std::fs;

use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, value};

#[test]
fn a_form_changes_each_sort_of_field_where_it_stands() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        assert_eq!(screen.layer(), "form");
        // One of a fixed set: the one that stands there is in hand; typing narrows.
        screen.keys("j*3 enter");
        assert_eq!(screen.layer(), "choose");
        screen.keys("<agreed> enter");
        assert_eq!(screen.layer(), "form");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        // A name, completed from the registry.
        screen.keys("j enter");
        assert_eq!(screen.layer(), "field");
        screen.keys("<misr> ctrl-u <egy> tab");
        assert_eq!(screen.typed(), "EGY");
        screen.keys("<, kuw> tab enter");
        assert_eq!(
            value(&folder, "items [27] position by"),
            "[\"EGY\",\"KWT\"]"
        );
        // A date as people type it, with what was understood.
        screen.keys("j enter <15/9>");
        let understood = match language {
            Language::Arabic => "2021",
            Language::English => "15 September 2021",
        };
        assert!(screen.shows(understood));
        screen.keys("enter");
        assert_eq!(value(&folder, "items [27] position date"), "2021-09-15");
        // And away again.
        screen.keys("enter ctrl-u enter");
        assert_eq!(value(&folder, "items [27] position date"), "");
        screen.keys("esc");
        assert_eq!(
            (screen.layer(), screen.in_hand().as_str()),
            ("", "c21:27/position")
        );
    }
}

#[test]
fn a_wording_is_a_text_of_several_lines() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        let side = language.code();
        screen.keys("e enter alt-a <الأول one> enter <الثاني two> up home <0> ctrl-s");
        assert_eq!(screen.layer(), "form");
        assert_eq!(
            value(&folder, &format!("items [27] position text {side}")),
            "0الأول one\nالثاني two"
        );
        // The other language stands as it stood, and a paste keeps its lines.
        screen.keys("j enter alt-a");
        screen.app.paste("a\r\nb\n\nc");
        screen.draw();
        screen.keys("ctrl-s");
        let other = language.other().code();
        assert_eq!(
            value(&folder, &format!("items [27] position text {other}")),
            "a\nb\n\nc"
        );
    }
}

#[test]
fn what_is_typed_is_never_lost() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27/position");
        screen.keys("e j*5 enter <soon> enter");
        // It is no date: that is said, and what was typed stays.
        assert_eq!((screen.layer(), screen.typed().as_str()), ("field", "soon"));
        assert!(
            screen.message().contains("not a date"),
            "{}",
            screen.message()
        );
        screen.keys("esc");
        assert!(
            screen.message().contains("Not saved"),
            "{}",
            screen.message()
        );
        screen.keys("esc");
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys("e j*5 enter");
        assert_eq!(screen.typed(), "soon");
        screen.keys("ctrl-u <2021-06-18>");
        // The folder is gone for a moment: the text stays in its field, a copy lies in the state folder.
        let aside = folder.path().with_extension("aside");
        let state = folder.path().join("state");
        fs::rename(folder.path(), &aside).unwrap();
        screen.keys("enter");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("field", "2021-06-18")
        );
        assert!(!screen.message().is_empty());
        if folder.path().exists() {
            // Where the copy was kept.
            assert!(state.join("unsaved").exists());
            fs::remove_dir_all(folder.path()).unwrap();
        }
        fs::rename(&aside, folder.path()).unwrap();
        screen.keys("enter");
        assert_eq!(value(&folder, "items [27] position date"), "2021-06-18");
    }
}
