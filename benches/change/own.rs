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
use majlis::library::live;
use majlis::report::call::Moment;
use majlis::report::{Kind, Language, PositionStatus, Record};

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
    /// One key that marks a position agreed or delivered.
    pub status: Steps,
    /// A letter of the line that adds a record, to its frame.
    pub letter: Times,
    /// The line that adds a record.
    pub record: Steps,
    /// A wording, saved.
    pub wording: Steps,
    /// An item of the call, taken up or closed.
    pub call: Steps,
    pub undo: Times,
    pub undone: Times,
}

/// What one deed took, from its key on.
#[derive(Default)]
pub struct Steps {
    /// To one's own frame.
    pub frame: Times,
    /// To the new file in its place.
    pub file: Times,
    /// To the frame that says it is done.
    pub truth: Times,
}

impl Steps {
    fn print(&self, what: &str, flushed: bool) {
        let asked = if flushed {
            "< 50 and the flush"
        } else {
            "< 50"
        };
        self.frame.print(&format!("{what}: to own frame"), "< 16");
        self.file.print(&format!("{what}: to the new file"), asked);
        self.truth
            .print(&format!("{what}: to the frame that says so"), "");
    }
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
                own.change(key, &place.path(), &mut all.status);
            }
            own.undo(&mut all);
        }
        for round in 0..changes / 3 {
            own.add(round, &mut all);
        }
        own.in_call(changes / 3, &mut all);
        own.go(&format!("{}/position", place.item));
        for _ in 0..changes / 3 {
            own.word(&mut all);
        }
    }
    all.status.print("one key", flushed);
    all.undo
        .print("undo: key to the frame that shows it", "< 16");
    all.undone
        .print("undo: key to the frame that says it is done", "");
    all.letter
        .print("quick line: a letter to its frame", "< 16");
    all.record.print("quick line: Enter", flushed);
    all.wording.print("a wording", flushed);
    all.call.print("a step of the call", flushed);
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
        screen.app.at(Moment::from(jiff::Timestamp::now()));
        screen.app.hear_call(live::hear(&place.folder));
        screen.draw();
        let mut own = Self {
            screen,
            woken,
            place,
        };
        own.go(&place.item);
        // What the first round begins with, where it is not so already.
        own.screen.key("M");
        own.truth();
        own
    }

    /// A record in hand.
    fn go(&mut self, id: &str) {
        let key = self.screen.app.library().with_id(id).unwrap();
        self.screen.key("/");
        for letter in id.chars() {
            self.screen.key(&letter.to_string());
        }
        self.screen.key("enter");
        assert_eq!(self.screen.app.in_hand(), Some(key));
    }

    /// The frame that shows what became of it.
    fn truth(&mut self) {
        while self.screen.app.is_writing() {
            self.woken.recv_timeout(LONG).unwrap();
            while self.screen.app.hear_writer(Duration::ZERO) {}
        }
        self.screen.draw();
    }

    fn status(&self) -> Option<PositionStatus> {
        let library = self.screen.app.library();
        let key = library.with_id(&format!("{}/position", self.place.item))?;
        match library.record(key)? {
            Record::Position(position) => Some(position.status),
            _ => None,
        }
    }

    /// A key that changes this file.
    fn change(&mut self, key: &str, path: &Path, taken: &mut Steps) {
        // Of a file that is not there as yet there is none.
        let inode = || fs::metadata(path).ok().map(|file| file.ino());
        let before = inode();
        let start = Instant::now();
        self.screen.key(key);
        taken.frame.push(start.elapsed());
        while inode() == before {
            assert!(start.elapsed() < LONG, "no new file: {key}");
            thread::sleep(LOOK);
        }
        taken.file.push(start.elapsed());
        self.truth();
        taken.truth.push(start.elapsed());
    }

    /// A wording with one letter more.
    fn word(&mut self, all: &mut Taken) {
        for key in ["e", "enter", "x"] {
            self.screen.key(key);
        }
        self.change("ctrl-s", &self.place.path(), &mut all.wording);
        self.screen.key("esc");
    }

    /// A recommendation by the line that adds one; then it is taken back.
    fn add(&mut self, round: usize, all: &mut Taken) {
        let library = self.screen.app.library();
        let body = library
            .id(*library.of_kind(Kind::Body).first().unwrap())
            .to_owned();
        self.screen.key("@");
        for letter in format!("{body} 2031-09 prepare paper {round}").chars() {
            let letter = letter.to_string();
            all.letter.time(|| self.screen.key(&letter));
        }
        self.change("enter", &self.place.path(), &mut all.record);
        self.screen.key("u");
        self.truth();
    }

    /// The item in hand is taken up and closed.
    fn in_call(&mut self, rounds: usize, all: &mut Taken) {
        let path = self.place.folder.join("live.yaml");
        self.go(&self.place.item);
        self.screen.key("c");
        self.screen.key("c");
        self.truth();
        for _ in 0..rounds {
            for key in ["t", "T"] {
                self.change(key, &path, &mut all.call);
            }
        }
        fs::remove_file(path).unwrap();
        self.screen.app.hear_call(live::hear(&self.place.folder));
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
