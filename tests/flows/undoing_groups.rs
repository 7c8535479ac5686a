//! What the shell made in several files at once, undone and done again on the screen.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::app::writer::InStep;
use majlis::library::Library;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};

use crate::desk::{BOTH, desk, go};

/// One key undoes all of it, and does it again, whatever stands in the way of one stands in that of all.
#[test]
fn changes_of_three_files_are_undone_and_done_again_by_one_key() {
    for language in BOTH {
        for is_changed in [false, true] {
            let (folder, mut screen) = desk(language);
            let files = ["c21.yaml", "c24.yaml", "c26.yaml"];
            let texts = || files.map(|file| fs::read_to_string(folder.path().join(file)).unwrap());
            let before = texts();
            let change = |file: &str, text: &str| {
                let report = file.trim_end_matches(".yaml");
                let at = FieldPath::root().key("report").key("title").key("en");
                Change {
                    file: file.to_owned(),
                    record: report.to_owned(),
                    edits: vec![Edit::Set {
                        at,
                        value: text.into(),
                    }],
                    seen: Vec::new(),
                }
            };
            let shell = Keeper::new(folder.path(), "hind", Means::Command).with_state(None);
            shell
                .change_all(&files.map(|file| change(file, "One")))
                .unwrap();
            let since = texts();
            let hind = Keeper::new(folder.path(), "hind", Means::Hand).with_state(None);
            let shelf = || Arc::new(Shelf::new(Library::open(folder.path())));
            screen.app.follow(shelf(), Vec::new(), Instant::now());
            screen.app.keep_with(hind);
            screen
                .app
                .write_with(|keeper| Some(Box::new(InStep::new(keeper))));
            go(&mut screen, "c21:27");
            if is_changed {
                let omar = Keeper::new(folder.path(), "omar", Means::Command).with_state(None);
                omar.change(&change("c24.yaml", "Two")).unwrap();
                let now = texts();
                screen.app.follow(shelf(), Vec::new(), Instant::now());
                screen.keys("u");
                assert_eq!(screen.layer(), "clash", "{}", screen.message());
                assert_eq!(texts(), now);
                // What stands there stays, and it never comes up again.
                screen.keys("esc u");
                assert_eq!(texts(), now, "{}", screen.message());
                continue;
            }
            for _ in 0..2 {
                screen.keys("u");
                assert_eq!(texts(), before, "{}", screen.message());
                screen.keys("U");
                assert_eq!(texts(), since, "{}", screen.message());
            }
        }
    }
}
