//! One's own changes, in process: the screen, the writer on its thread, the file.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use majlis::app::writer::Beside;
use majlis::library::keep::{Keeper, Means};
use majlis::report::{Language, PositionStatus, Record};

use super::keys::Screen;
use super::libraries::Place;
use super::table::{Times, head};

/// How often it is looked whether the new file is in its place.
const LOOK: Duration = Duration::from_micros(50);

/// Longer than any change takes.
const LONG: Duration = Duration::from_secs(20);

/// What changes took.
#[derive(Default)]
pub struct Taken {
    pub frame: Times,
    pub file: Times,
    pub truth: Times,
    pub undo: Times,
    pub undone: Times,
}

/// A folder in memory, where a flush costs nothing.
pub fn memory() -> Option<PathBuf> {
    let base = Path::new("/dev/shm");
    base.is_dir()
        .then(|| base.join(format!("majlis-change-{}", process::id())))
}

pub fn print(place: &Place, changes: usize, flushed: bool) -> Taken {
    let end = if flushed { "" } else { ", no flush" };
    head(&format!("{}{end}", place.name));
    let mut all = Taken::default();
    for language in [Language::Arabic, Language::English] {
        let mut own = Own::new(place, language);
        for _ in 0..changes / 3 {
            // The last one is undone, so that each round begins as the one before did.
            for key in ["A", "M", "A"] {
                own.change(key, &mut all);
            }
            own.undo(&mut all);
        }
    }
    all.frame.print("key to own frame", "< 16");
    let asked = if flushed {
        "< 50 and the flush"
    } else {
        "< 50"
    };
    all.file.print("key to the new file in its place", asked);
    all.truth.print("key to the frame that says it is done", "");
    all.undo
        .print("undo: key to the frame that shows it", "< 16");
    all.undone
        .print("undo: key to the frame that says it is done", "");
    all
}

struct Own<'p> {
    screen: Screen,
    woken: Receiver<()>,
    place: &'p Place,
}

impl<'p> Own<'p> {
    fn new(place: &'p Place, language: Language) -> Self {
        let mut screen = Screen::new(&place.shelf(), language);
        let keeper = Keeper::new(&place.folder, "bench", Means::Hand).with_state(None);
        screen.app.keep_with(keeper);
        let (sender, woken) = mpsc::channel();
        screen.app.write_with(|keeper| {
            let writer = Beside::start(keeper, move || _ = sender.send(()))?;
            Some(Box::new(writer))
        });
        screen.draw();
        let key = screen.app.library().with_id(&place.item).unwrap();
        screen.key("/");
        for letter in place.item.chars() {
            screen.key(&letter.to_string());
        }
        screen.key("enter");
        assert_eq!(screen.app.in_hand(), Some(key));
        let mut own = Self {
            screen,
            woken,
            place,
        };
        // What the first round begins with, where it is not so already.
        own.screen.key("M");
        own.truth();
        own
    }

    fn inode(&self) -> u64 {
        fs::metadata(self.place.path()).unwrap().ino()
    }

    /// The frame that shows what became of it.
    fn truth(&mut self) {
        self.woken.recv().unwrap();
        while self.screen.app.hear_writer(Duration::ZERO) {}
        self.screen.draw();
        assert!(!self.screen.app.is_writing());
    }

    fn status(&self) -> Option<PositionStatus> {
        let library = self.screen.app.library();
        let key = library.with_id(&format!("{}/position", self.place.item))?;
        match library.record(key)? {
            Record::Position(position) => Some(position.status),
            _ => None,
        }
    }

    fn change(&mut self, key: &str, all: &mut Taken) {
        let before = self.inode();
        let start = Instant::now();
        self.screen.key(key);
        all.frame.push(start.elapsed());
        assert!(self.screen.app.is_writing());
        while self.inode() == before {
            assert!(start.elapsed() < LONG, "no new file");
            thread::sleep(LOOK);
        }
        all.file.push(start.elapsed());
        self.truth();
        all.truth.push(start.elapsed());
    }

    fn undo(&mut self, all: &mut Taken) {
        let start = Instant::now();
        self.screen.key("u");
        all.undo.push(start.elapsed());
        // Of "A", "M", "A" the last one is taken back.
        assert_eq!(self.status(), Some(PositionStatus::Delivered));
        self.truth();
        all.undone.push(start.elapsed());
    }
}
