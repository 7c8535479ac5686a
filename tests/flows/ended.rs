//! What is typed and not saved when the program is ended without a word, as by `kill -9`: it is back in its
//! place at the next start.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use majlis::app::{Request, Shelf};
use majlis::library::Library;
use majlis::report::Language;
use majlis::script::Form;
use tempfile::TempDir;

use crate::desk::{BOTH, another, desk, file, go, keeper, value};
use crate::harness::{Screen, painted};

/// The built-in reports in a folder of their own; what is typed there is kept.
fn typing(language: Language) -> (TempDir, Screen) {
    let (folder, mut screen) = desk(language);
    screen.app.keep_typing();
    assert_eq!(screen.message(), "");
    (folder, screen)
}

/// The next start.
fn again(folder: &Path, language: Language) -> Screen {
    let shelf = Arc::new(Shelf::new(Library::open(folder)));
    let mut screen = Screen::new(shelf, language, Form::Visual, (140, 40));
    screen.app.keep_with(keeper(folder, "hind"));
    screen.app.desk.day = Some((2021, 6, 10));
    screen.app.keep_typing();
    screen.draw();
    screen
}

/// What lies in the state folder that was typed.
fn kept(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder.join("state/typing")).unwrap();
    let paths = all.map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|one| one == "yaml"));
    texts
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn a_line_that_was_being_typed_is_offered_again() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27");
        screen.keys("@ <tech-sec إعداد مشروع رسالة>");
        drop(screen);
        let mut screen = again(folder.path(), language);
        let said = "What was typed and not saved is back in its place: @tech-sec إعداد مشروع رسالة";
        let marks = ['\u{FDD1}', '\u{FDD2}'];
        assert_eq!(screen.message().replace(marks, ""), said);
        go(&mut screen, "c21:27");
        screen.keys("@ enter");
        let rec = "items [27] recommendations [27/r1]";
        assert_eq!(value(&folder, &format!("{rec} to")), r#"["tech-sec"]"#);
        // What is added is kept no more.
        drop(screen);
        assert_eq!(kept(folder.path()), [""; 0]);
        assert_eq!(again(folder.path(), language).message(), "");
    }
}

#[test]
fn a_wording_that_was_being_typed_stands_in_its_field_and_what_was_written_since_is_asked_about() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter ctrl-a ctrl-a <Mine >");
        let path = format!("items [27] position text {}", language.code());
        let before = value(&folder, &path);
        drop(screen);
        another(&folder, &["text", language.code()], "Theirs.");
        let mut screen = again(folder.path(), language);
        assert!(
            screen.message().ends_with("c21:27/position"),
            "{}",
            screen.message()
        );
        go(&mut screen, "c21:27/position");
        screen.keys("e enter");
        assert!(screen.shows("Mine"));
        screen.keys("ctrl-s");
        // Neither is lost: it is asked which of the two stands.
        assert_eq!(value(&folder, &path), "Theirs.");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        assert!(!before.contains("Mine"));
    }
}

#[test]
fn what_was_filled_in_for_a_new_record_is_there_again() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        // The field is still open.
        screen.keys("n r <A paper, please>");
        drop(screen);
        let mut screen = again(folder.path(), language);
        go(&mut screen, "c21:27");
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys("n r ctrl-s");
        let at = format!(
            "items [27] recommendations [27/r1] text {}",
            language.code()
        );
        assert_eq!(
            value(&folder, &at),
            "A paper, please",
            "{}",
            screen.message()
        );
    }
}

/// Leaving is no other than being ended: it is said that it comes back, and it does.
#[test]
fn what_was_left_unsaved_is_back_at_the_next_start() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27");
        screen.keys("@ <tech-sec no hurry> esc q");
        assert_eq!(screen.request(), Some(Request::Quit));
        let [said] = screen.app.outbox.said.as_slice() else {
            panic!("{:?}", screen.app.outbox.said)
        };
        for told in ["@tech-sec no hurry", "state/typing"] {
            assert!(said.en.contains(told) && said.ar.contains(told), "{said:?}");
        }
        assert!(!folder.path().join("state/unsaved").exists());
        let mut screen = again(folder.path(), language);
        go(&mut screen, "c21:27");
        screen.keys("@");
        assert!(screen.shows("no hurry"));
        // Erased, it is gone for good.
        screen.keys("end ctrl-u esc q");
        assert_eq!(screen.app.outbox.said, []);
        drop(screen);
        assert_eq!(kept(folder.path()), [""; 0]);
    }
}

#[test]
fn who_has_typed_nothing_leaves_nothing_behind() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter esc esc n n esc esc / <anything> esc q");
        drop(screen);
        assert_eq!(kept(folder.path()), [""; 0]);
    }
}

/// Of two programs that were ended while both typed for the same place, nothing is lost: one text is back,
/// and of the other it is told where it lies.
#[test]
fn of_two_texts_for_one_place_one_is_back_and_the_other_is_told() {
    for language in BOTH {
        let (folder, mut one) = typing(language);
        let mut two = again(folder.path(), language);
        for (screen, text) in [(&mut one, "First words"), (&mut two, "Second words")] {
            go(screen, "c21:27");
            screen.keys(&format!("n r <{text}>"));
        }
        drop((one, two));
        let screen = again(folder.path(), language);
        assert!(
            screen.message().contains("typed.yaml"),
            "{}",
            screen.message()
        );
        drop(screen);
        let copies = fs::read_dir(folder.path().join("state/unsaved")).unwrap();
        let copies = copies.map(|entry| entry.unwrap().path());
        let copies = copies.filter(|path| path.to_str().unwrap().ends_with("typed.yaml"));
        let copies: Vec<String> = copies
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        let all = [kept(folder.path()), copies].concat();
        for text in ["First words", "Second words"] {
            assert_eq!(
                all.iter().filter(|one| one.contains(text)).count(),
                1,
                "{all:?}"
            );
        }
    }
}

/// What was typed for a record that is gone has no place to be back in.
#[test]
fn what_was_typed_for_a_record_that_is_gone_is_told_once() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter ctrl-a ctrl-a <Mine >");
        drop(screen);
        fs::remove_file(folder.path().join("c21.yaml")).unwrap();
        let screen = again(folder.path(), language);
        assert!(
            screen.message().starts_with("What you typed the last time"),
            "{}",
            screen.message()
        );
        drop(screen);
        assert_eq!(kept(folder.path()), [""; 0]);
        assert_eq!(again(folder.path(), language).message(), "");
    }
}

#[test]
fn what_another_typed_under_the_same_account_is_not_mine() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27");
        screen.keys("@ <tech-sec no hurry>");
        drop(screen);
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        let mut omar = Screen::new(shelf, language, Form::Visual, (140, 40));
        omar.app.keep_with(keeper(folder.path(), "omar"));
        omar.app.keep_typing();
        assert_eq!(omar.message(), "");
        drop(omar);
        assert!(
            again(folder.path(), language)
                .message()
                .contains("no hurry")
        );
    }
}

/// Who only reads is told of each file in which there is something, not of one as if it were all.
#[test]
fn all_that_was_typed_and_lies_somewhere_is_told_of() {
    let (folder, mut screen) = desk(Language::English);
    let begin = || keeper(folder.path(), "hind").typing().unwrap().0;
    let mut both = [begin(), begin()];
    let paths = both.each_ref().map(|one| one.path().display().to_string());
    for (one, line) in both.iter_mut().zip(["@all", "@me"]) {
        one.keep(format!("- line: '{line}'\n"));
    }
    assert!(both.into_iter().all(|one| one.end()));
    screen.app.tell_typed();
    for path in paths {
        assert!(screen.message().contains(&path), "{}", screen.message());
    }
}

/// The state folder is full: what was typed before stays where it is, and that nothing is kept of what is typed
/// now stands on the screen, whatever else stands there.
#[test]
fn where_nothing_can_be_kept_it_stands_on_the_screen() {
    for (place, language) in BOTH.into_iter().enumerate() {
        let sign = ["تعذّر حفظ نسخة مما يُكتب", "no copy of what is typed is kept"][place];
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter ctrl-a ctrl-a <Mine >");
        drop(screen);
        let before = kept(folder.path());
        // The record has gone, and no copy can be made of what was typed for it.
        fs::remove_file(folder.path().join("c21.yaml")).unwrap();
        fs::write(folder.path().join("state/unsaved"), "").unwrap();
        let mut screen = again(folder.path(), language);
        screen.resize(80, 24);
        assert!(!screen.header().contains(&painted(sign)));
        screen.keys("@ <tech-sec no hurry>");
        assert!(
            screen.header().contains(&painted(sign)),
            "{}",
            screen.header()
        );
        drop(screen);
        assert_eq!(kept(folder.path()), before);
    }
}

/// The reports in a folder on another disk, as a program sees them that was told the other folder; what is
/// typed is kept where it was.
fn moved(from: &Path, to: &Path, language: Language) -> Screen {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "yaml") {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    let shelf = Arc::new(Shelf::new(Library::open(to)));
    let mut screen = Screen::new(shelf, language, Form::Visual, (80, 24));
    screen
        .app
        .keep_with(keeper(to, "hind").with_state(Some(from.join("state"))));
    screen.app.keep_typing();
    screen.draw();
    screen
}

/// Nothing tells that a library on another disk is the one that was there before: whoever finds the words there
/// on which something was typed is asked, once, and nothing is taken without an answer.
#[test]
fn what_was_typed_in_a_library_that_was_moved_is_offered_and_not_taken() {
    for language in BOTH {
        let (folder, mut screen) = typing(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter <Mine >");
        drop(screen);
        let lies = kept(folder.path());
        assert!(lies[0].contains("Mine"), "{lies:?}");
        // Left where it is: it is not asked again, and no place has it.
        let other = tempfile::tempdir().unwrap();
        let mut screen = moved(folder.path(), other.path(), language);
        assert_eq!(screen.layer(), "elsewhere");
        for told in ["c21:27/position", "state/typing/"] {
            assert!(screen.message().contains(told), "{}", screen.message());
        }
        screen.keys("enter");
        assert_eq!(screen.layer(), "");
        go(&mut screen, "c21:27/position");
        screen.keys("e enter");
        assert!(!screen.shows("Mine"));
        drop(screen);
        let screen = moved(folder.path(), other.path(), language);
        assert_eq!((screen.layer(), screen.message()), ("", ""));
        drop(screen);
        // Taken: it stands in its field, and in no file of the library before it is saved.
        fs::remove_file(folder.path().join("state/typing/.asked")).unwrap();
        let mut screen = moved(folder.path(), other.path(), language);
        screen.keys("down enter");
        assert!(
            screen.message().ends_with("c21:27/position"),
            "{}",
            screen.message()
        );
        assert!(
            !fs::read_to_string(other.path().join("c21.yaml"))
                .unwrap()
                .contains("Mine")
        );
        go(&mut screen, "c21:27/position");
        screen.keys("e enter");
        assert!(screen.shows("Mine"));
        screen.keys("<More >");
        drop(screen);
        // Where another text is in its place, nothing is put anywhere, and it is told where it stays.
        fs::remove_file(folder.path().join("state/typing/.asked")).unwrap();
        let mut screen = moved(folder.path(), other.path(), language);
        assert_eq!(screen.layer(), "elsewhere");
        screen.keys("down enter");
        assert!(
            screen.message().starts_with("It has no place here"),
            "{}",
            screen.message()
        );
        assert!(
            screen.message().contains("state/typing/"),
            "{}",
            screen.message()
        );
        drop(screen);
        // What lay there lies there still.
        assert!(kept(folder.path()).contains(&lies[0]));
        // Where the field has other words by now, it is another library's.
        fs::remove_file(folder.path().join("state/typing/.asked")).unwrap();
        another(&folder, &["text", language.code()], "Theirs.");
        let third = tempfile::tempdir().unwrap();
        let screen = moved(folder.path(), third.path(), language);
        assert_eq!((screen.layer(), screen.message()), ("", ""));
    }
}
