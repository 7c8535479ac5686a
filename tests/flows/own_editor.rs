//! The person's own editor: what comes back from it is what is written, all of it and nothing else.

use std::fs;

use majlis::app::Request;
use majlis::library::edit::{self, Edit, FieldPath};
use majlis::report::Language;
use serde_yaml::Value;
use tempfile::TempDir;

use crate::desk::{BOTH, another_program, desk, file, go, value};
use crate::harness::Screen;

/// Opens the wording in hand of a form in the editor; the text that the editor gets.
fn opened(screen: &mut Screen) -> String {
    screen.keys("e");
    assert_eq!(screen.request(), Some(Request::Editor));
    let letter = screen.app.outbox.letter.take();
    letter.map_or_else(String::new, |letter| letter.text)
}

/// The editor is closed with this text.
fn closed(screen: &mut Screen, text: &str) {
    screen.app.edited(Some(text.to_owned()));
    screen.draw();
}

/// The wording of the position of item 27 is this.
fn with_wording(folder: &TempDir, side: &str, text: &str) {
    let at = FieldPath::root().key("items").id("27").key("position");
    let at = at.key("text").key(side);
    let value = Value::from(text);
    let text = edit::apply(&file(folder, "c21.yaml"), &[Edit::Set { at, value }]).unwrap();
    fs::write(folder.path().join("c21.yaml"), text).unwrap();
}

fn path(language: Language) -> String {
    format!("items [27] position text {}", language.code())
}

#[test]
fn a_text_of_any_length_comes_back_whole() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        let letter = match language {
            Language::Arabic => "ا",
            Language::English => "a",
        };
        // One line of more letters than a pasted line was looked at for; then more than a field in
        // which one types holds.
        for length in [5_000, 20_000] {
            let long = format!("{} {letter}\nlast", letter.repeat(length));
            opened(&mut screen);
            // Editors end the last line too.
            closed(&mut screen, &format!("{long}\n"));
            assert_eq!(screen.layer(), "form", "{}", screen.message());
            assert!(
                value(&folder, &path(language)).trim_end() == long,
                "{length}"
            );
            // The next time it is all there.
            assert!(opened(&mut screen).trim_end() == long);
            screen.keys("esc");
        }
        screen.keys("ctrl-_ ctrl-_");
        assert!(file(&folder, "c21.yaml") == before);
    }
}

#[test]
fn what_was_not_touched_in_the_editor_stays_as_it_was() {
    // Stretched letters, a tab, direction marks, a ligature of old files, a line of blanks between.
    let odd = "تـطـويل\tبعد\u{200F} (a)\u{200E} \u{FEFB}\n\n  كلمة أخيرة";
    for language in BOTH {
        let (folder, screen) = desk(language);
        drop(screen);
        with_wording(&folder, language.code(), odd);
        let (before, mut screen) = again(&folder, language);
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        let text = opened(&mut screen);
        assert_eq!(text.trim_end(), odd);
        closed(&mut screen, &text.replace("كلمة", "كلمتان"));
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        let wanted = odd.replace("كلمة", "كلمتان");
        assert_eq!(value(&folder, &path(language)).trim_end(), wanted);
        screen.keys("ctrl-_");
        assert!(file(&folder, "c21.yaml") == before);
        // Closed with nothing changed, nor with the line ends of another system, nothing is written.
        for untouched in [
            text.clone(),
            format!("{text}\n"),
            text.replace('\n', "\r\n"),
        ] {
            opened(&mut screen);
            closed(&mut screen, &untouched);
            assert_eq!(screen.layer(), "form");
            assert!(file(&folder, "c21.yaml") == before);
        }
    }
}

#[test]
fn what_is_written_in_the_editor_is_made_of_plain_letters() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        let text = opened(&mut screen);
        // As a file of another program leaves it: presentation forms, stretched letters, a mark of
        // direction, the codes of a terminal's colours, a line end of its own.
        closed(
            &mut screen,
            &format!(
                "{}\nﻗـــــﺮار\u{200F}\u{1B}[31m أول\u{2028}ثان",
                text.trim_end()
            ),
        );
        let wanted = format!("{}\nقرار أول\nثان", text.trim_end());
        assert_eq!(value(&folder, &path(language)).trim_end(), wanted);
    }
}

/// The same folder opened anew; and what its report says.
fn again(folder: &TempDir, language: Language) -> (String, Screen) {
    use crate::desk::keeper;
    use majlis::app::Shelf;
    use majlis::library::Library;
    use majlis::script::Form;
    let shelf = std::sync::Arc::new(Shelf::new(Library::open(folder.path())));
    let mut screen = Screen::new(shelf, language, Form::Visual, (140, 40));
    screen.app.keep_with(keeper(folder.path(), "hind"));
    (file(folder, "c21.yaml"), screen)
}

#[test]
fn the_wording_of_a_new_record_is_written_in_the_editor() {
    for (language, text) in [
        (Language::Arabic, "إعداد ورقة\nفي سطرين"),
        (Language::English, "prepare a paper\nof two lines"),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("n r esc");
        assert_eq!(opened(&mut screen), "");
        closed(&mut screen, &format!("{text}\n"));
        assert_eq!(screen.layer(), "form");
        // It is still to be added, and can be opened again with what it says.
        assert!(file(&folder, "c21.yaml") == before);
        screen.keys("k*9");
        assert_eq!(opened(&mut screen), text);
        closed(&mut screen, text);
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = format!(
            "items [27] recommendations [27/r1] text {}",
            language.code()
        );
        let all = [
            at.clone(),
            at.replace("r1]", "r2]"),
            at.replace("r1]", "r3]"),
        ];
        let found = all.map(|at| value(&folder, &at));
        assert!(found.iter().any(|one| one.trim_end() == text), "{found:?}");
        screen.keys("u");
        assert!(file(&folder, "c21.yaml") == before);
    }
}

#[test]
fn what_another_wrote_while_the_editor_was_open_is_shown_beside_it() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        opened(&mut screen);
        another_program(&folder, language.code());
        closed(&mut screen, "mine, from the editor");
        assert_eq!(screen.layer(), "clash");
        assert!(screen.shows("C26/35") && screen.shows("mine, from the editor"));
        screen.keys("j enter");
        assert_eq!(value(&folder, &path(language)), "mine, from the editor");
    }
}

#[test]
fn an_editor_that_fails_leaves_the_text_in_its_field() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27/position");
        screen.keys("e enter < and more> esc");
        // What was typed and not saved is what the editor gets.
        let text = opened(&mut screen);
        assert!(text.contains(" and more"), "{text}");
        screen.app.edited(None);
        screen.draw();
        assert_eq!((screen.layer(), screen.typed()), ("field", text));
        assert!(screen.message().contains("did not end well"));
        assert!(file(&folder, "c21.yaml") == before);
    }
}
