//! The thread that draws asks the folder of the library nothing: what is to be known of it is read beside
//! the screen, or was when it was opened.

use std::thread;

use majlis::app::writer;
use majlis::library::keep::{Keeper, Means, keep_off};
use majlis::report::Language::{Arabic, English};

use crate::desk::BOTH;
use crate::harness::Screen;
use crate::harness_call::Shared;
use crate::history_read::Slow;
use crate::slow::LONG;

/// A folder in which a record names item 27 in a field that has an error.
fn with_an_error() -> Shared {
    let shared = Shared::new();
    shared.change(
        "    recommendations:\n      - {id: 28/r1,",
        "    refs: {to: [\"27\"]}\n    recommendations:\n      - {id: 28/r1,",
    );
    assert!(!shared.library().problems().is_empty());
    shared
}

/// A record about which it was asked twice, while the folder is slow, is deleted, and nothing else is said.
#[test]
fn a_record_that_is_asked_about_twice_is_deleted_once() {
    for language in BOTH {
        let shared = with_an_error();
        let mut hind = shared.screen("hind", language);
        let slow = Slow::of(&mut hind.app);
        hind.keys("X");
        slow.let_all_go(&mut hind);
        assert_eq!(hind.layer(), "removal", "{}", hind.message());
        hind.keys("down enter X");
        slow.let_one_go(&mut hind);
        let deleted = hind.message().to_owned();
        slow.let_all_go(&mut hind);
        assert_eq!((hind.layer(), hind.message()), ("", deleted.as_str()));
        assert!(deleted.contains("removed"), "{deleted}");
    }
}

/// The folder of the library is not asked there either (only in a debug build this would be seen): neither for what a file with an error still names,
/// nor for whose it is that something was typed.
#[test]
fn the_thread_that_draws_never_asks_the_folder() {
    let drawn = thread::spawn(|| {
        let shared = with_an_error();
        let state = tempfile::tempdir().unwrap();
        let mut hind = shared.screen("hind", English);
        let keeper = Keeper::new(shared.folder(), "hind", Means::Hand);
        hind.app
            .keep_with(keeper.with_state(Some(state.path().to_owned())));
        hind.app.read_with(|keeper| {
            let reader = majlis::app::reader::Beside::start(keeper, || ())?;
            Some(Box::new(reader))
        });
        hind.app.write_with(|keeper| {
            let writer = writer::Beside::start(keeper, || ())?;
            Some(Box::new(writer))
        });
        keep_off();
        hind.app.keep_typing();
        let settle = |hind: &mut Screen| {
            while hind.app.hear_reader(LONG) || hind.app.is_writing() {
                hind.app.hear_writer(LONG);
            }
            hind.draw();
        };
        hind.keys("X");
        settle(&mut hind);
        assert_eq!(hind.layer(), "removal", "{}", hind.message());
        assert!(hind.shows("refs"), "{:#?}", hind.text());
        hind.keys("down enter");
        settle(&mut hind);
        assert_eq!(hind.layer(), "", "{}", hind.message());
        assert!(
            !shared.text().contains("- id: \"27\""),
            "{}",
            hind.message()
        );
        hind.keys("n b <Digital Hub> esc esc n n esc @ <tech-sec Draft it> esc");
        settle(&mut hind);
    });
    assert!(drawn.join().is_ok());
}

/// The question comes when the file was read, and to nobody who has gone on meanwhile; what was changed
/// meanwhile is not deleted unseen.
#[test]
fn what_is_to_be_deleted_is_asked_when_the_file_was_read_and_the_record_is_still_in_hand() {
    for language in BOTH {
        let shared = with_an_error();
        let mut hind = shared.screen("hind", language);
        let slow = Slow::of(&mut hind.app);
        let (reading, changed) = match language {
            English => (
                "The file is read for what",
                "The reports have changed meanwhile",
            ),
            Arabic => ("يُقرأ الملف لمعرفة", "تغيّرت التقارير في هذه الأثناء"),
        };
        let said = |hind: &Screen| hind.app.message.clone().unwrap().get(language).to_owned();
        hind.keys("X");
        assert_eq!(hind.layer(), "");
        assert!(said(&hind).starts_with(reading), "{}", hind.message());
        hind.keys("j");
        slow.let_all_go(&mut hind);
        assert_eq!(hind.layer(), "");
        hind.keys("k X");
        slow.let_all_go(&mut hind);
        assert_eq!(hind.layer(), "removal");
        hind.keys("down enter");
        shared.sara("27", &["stance"], "oppose");
        shared.follow(&mut hind);
        slow.let_all_go(&mut hind);
        assert!(said(&hind).starts_with(changed), "{}", hind.message());
        assert!(shared.text().contains("- id: \"27\""));
        hind.keys("X");
        slow.let_all_go(&mut hind);
        hind.keys("down enter");
        slow.let_all_go(&mut hind);
        assert!(
            !shared.text().contains("- id: \"27\""),
            "{}",
            hind.message()
        );
    }
}
