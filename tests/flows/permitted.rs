//! What may be written: known without asking the disk from the screen's thread; and what cannot be written
//! opens to be read.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use majlis::app::writer;
use majlis::library::keep::{Barred, Keeper};
use majlis::report::Language;

use crate::desk::{BOTH, desk, desk_of, file, go, keeper, value};
use crate::harness::Screen;

/// A disk that hangs answers nobody: no key waits for it.
#[test]
fn the_screen_does_not_ask_the_disk_what_may_be_written() {
    let (folder, mut screen) = desk(Language::English);
    let screens = thread::current().id();
    let asked = Arc::new(AtomicBool::new(false));
    let (answer, hangs) = mpsc::channel::<()>();
    let (hangs, is_asked) = (Mutex::new(hangs), Arc::clone(&asked));
    let keeper = keeper(folder.path(), "hind").asking(Box::new(move |_, _| {
        if thread::current().id() == screens {
            is_asked.store(true, Ordering::Relaxed);
        } else {
            // Until the test has ended.
            let _ = hangs.lock().unwrap().recv();
        }
        None
    }));
    screen.app.keep_with(keeper);
    screen.app.write_with(|keeper| {
        let writer = writer::Beside::start(keeper, || {})?;
        Some(Box::new(writer))
    });
    go(&mut screen, "c21:27");
    for (keys, seen) in [
        ("A", "agreed"),
        ("2 e enter <Mine >", "Mine"),
        ("esc esc 1 @ <tech-sec>", "tech-sec"),
        ("esc n r", "recommendation"),
        ("esc esc c c", "call"),
        ("u", "Undo"),
    ] {
        screen.keys(keys);
        assert!(screen.shows(seen), "{keys}: {:#?}", screen.text());
        assert!(!asked.load(Ordering::Relaxed), "{keys} asked the disk");
    }
    drop(answer);
}

/// A keeper who may write, or not, as the sign says.
fn barred_by(folder: &Path, sign: &Arc<AtomicBool>) -> Keeper {
    let sign = Arc::clone(sign);
    let barred = move || {
        let is_barred = sign.load(Ordering::Relaxed);
        is_barred.then_some(Barred::NotPermitted)
    };
    keeper(folder, "hind").asking(Box::new(move |_, _| barred()))
}

const WHY: &str = "You may not write in this folder";

fn says_why(screen: &Screen) {
    assert!(screen.message().contains(WHY), "{}", screen.message());
}

/// What was typed before permission went is read whole, stays as it is until permission is given, and is
/// saved then.
#[test]
fn a_draft_is_read_where_nothing_can_be_written() {
    for language in BOTH {
        let (folder, mut screen) = desk_of(language, (80, 24));
        let sign = Arc::new(AtomicBool::new(false));
        screen.app.keep_with(barred_by(folder.path(), &sign));
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27/position");
        let lines: Vec<String> = (1..=30)
            .map(|line| format!("Line {line} of thirty"))
            .collect();
        screen.keys("e enter ctrl-a ctrl-a");
        for line in &lines {
            screen.keys(&format!("<{line}> enter"));
        }
        screen.keys("esc esc");
        sign.store(true, Ordering::Relaxed);
        // The first attempt is refused by the disk, and then it is known.
        screen.keys("A u");
        screen.keys("e enter");
        assert_eq!(screen.layer(), "field", "{}", screen.message());
        says_why(&screen);
        assert!(screen.shows("Line 30 of thirty"));
        let typed = screen.typed();
        screen.keys("ctrl-home");
        let shown = screen.text();
        assert!(
            screen.shows("Line 1 of thirty") && !screen.shows("Line 30 of thirty"),
            "{shown:#?}"
        );
        for keys in ["x", "backspace", "ctrl-k", "ctrl-_", "enter", "ctrl-s"] {
            screen.keys(keys);
            says_why(&screen);
            screen.keys("down");
            assert_eq!(screen.message(), "", "{keys}");
        }
        screen.app.paste("y");
        says_why(&screen);
        assert_eq!((screen.layer(), screen.typed()), ("field", typed));
        // The key that was refused has it looked anew, and that it may be written now takes the place of why
        // it could not.
        screen.app.mind_permission();
        says_why(&screen);
        sign.store(false, Ordering::Relaxed);
        screen.keys("x");
        screen.app.mind_permission();
        assert_eq!(
            screen.message(),
            "It can be written now; press the key again"
        );
        screen.keys("ctrl-end");
        screen.keys("<Done.> ctrl-s");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        let text = value(
            &folder,
            &format!("items [27] position text {}", language.code()),
        );
        assert!(
            text.contains("Line 1 of thirty\nLine 2 of thirty\n") && text.ends_with("Done."),
            "{text}"
        );
        assert_ne!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn a_line_and_a_form_that_were_not_added_are_read_where_nothing_can_be_written() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let sign = Arc::new(AtomicBool::new(false));
        screen.app.keep_with(barred_by(folder.path(), &sign));
        go(&mut screen, "c21:27");
        screen.keys("@ <tech-sec a paper> esc n r <A letter> enter esc esc");
        sign.store(true, Ordering::Relaxed);
        screen.keys("A");
        let before = file(&folder, "c21.yaml");
        for (keys, layer, typed) in [("@", "quick", "a paper"), ("n r", "form", "A letter")] {
            screen.keys(keys);
            says_why(&screen);
            assert_eq!(screen.layer(), layer);
            assert!(screen.shows(typed));
            screen.keys(if layer == "form" { "enter x" } else { "x" });
            says_why(&screen);
            assert!(screen.shows(typed));
            screen.keys(if layer == "form" {
                "esc esc"
            } else {
                "enter esc"
            });
            assert_eq!(screen.layer(), "");
        }
        // Where nothing was typed nothing is opened.
        for keys in ["+", "n n", "n o"] {
            screen.keys(keys);
            says_why(&screen);
            assert_eq!(screen.layer(), "", "{keys}");
        }
        assert_eq!(file(&folder, "c21.yaml"), before);
        // What was left stays that of its item, whichever keys are tried.
        go(&mut screen, "c21:52");
        screen.keys("@ backspace x esc @");
        assert!(screen.message().contains("item 27"), "{}", screen.message());
        screen.keys("esc");
        go(&mut screen, "c21:27");
        sign.store(false, Ordering::Relaxed);
        screen.keys("@ end x backspace enter");
        let to = value(&folder, "items [27] recommendations [27/r1] to");
        assert_eq!(to, r#"["tech-sec"]"#, "{}", screen.message());
    }
}

/// The key before all that is new says at once why there can be nothing new, as other keys do.
#[test]
fn the_first_key_of_all_that_is_new_says_why_not() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let sign = Arc::new(AtomicBool::new(true));
        screen.app.keep_with(barred_by(folder.path(), &sign));
        go(&mut screen, "c21:27");
        screen.keys("A").keys("n");
        says_why(&screen);
        assert!(screen.app.pending().is_empty());
        // The key behind it does nothing else: the language stays.
        screen.keys("i");
        says_why(&screen);
        assert_eq!(screen.app.language, language);
    }
}
