//! Another process follows: from the change to its frame.

use std::fs;
use std::time::{Duration, Instant};

use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};

use super::libraries::Place;
use super::process::Pty;
use super::table::{Times, head};

/// Longer than it takes to open any of these libraries.
const OPENED: Duration = Duration::from_secs(4);

pub fn print(place: &Place, changes: usize) {
    head(&format!("{}, a follower", place.name));
    let keeper = Keeper::new(&place.folder, "another", Means::Hand).with_state(None);
    let folder = place.folder.to_str().unwrap();
    let mut made = Times::default();
    let mut seen = Times::default();
    for language in ["ar", "en"] {
        let arguments = ["--lang", language, "--library", folder];
        let mut pty = Pty::start(env!("CARGO_BIN_EXE_majlis"), &arguments);
        pty.frame();
        std::thread::sleep(OPENED);
        // The record in hand by its id, so that its title is on the screen.
        pty.type_key("/");
        pty.type_key(&place.item);
        pty.read_until(|_| true);
        std::thread::sleep(Duration::from_millis(500));
        pty.type_key("\r");
        std::thread::sleep(Duration::from_millis(500));
        for number in 0..changes {
            let token = format!("Q{number}x{language}");
            let change = change(place, language, &token);
            let start = Instant::now();
            keeper.change(&change).unwrap();
            made.push(start.elapsed());
            pty.read_until(|bytes| contains(bytes, token.as_bytes()));
            seen.push(start.elapsed());
            // So that one change is over before the next one.
            std::thread::sleep(Duration::from_millis(100));
        }
        pty.quit();
    }
    let _ = fs::remove_dir_all(place.folder.join("history"));
    made.print("the change of another, written", "");
    seen.print("the change to the follower's frame", "< 200");
}

fn contains(bytes: &[u8], token: &[u8]) -> bool {
    bytes.windows(token.len()).any(|window| window == token)
}

fn change(place: &Place, language: &str, token: &str) -> Change {
    let (report, item) = place.item.split_once(':').unwrap();
    Change {
        file: place.file.clone(),
        record: format!("{report}:{item}"),
        edits: vec![Edit::Set {
            at: FieldPath::root()
                .key("items")
                .id(item)
                .key("title")
                .key(language),
            value: token.into(),
        }],
        seen: Vec::new(),
    }
}
