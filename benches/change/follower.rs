//! Another process follows: from the change to its frame.

use std::fs;
use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::library::live::{Act, Live};
use majlis::report::call::Moment;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::SIZE;
use super::libraries::Place;
use super::table::{Times, figure, head};

/// Longer than it takes to open any of these libraries.
const OPENED: Duration = Duration::from_secs(4);
/// A change that is not seen for so long is counted as not seen.
const LONG: Duration = Duration::from_secs(5);
/// So long one change is over before the next.
const BETWEEN: Duration = Duration::from_millis(150);

/// What it took until a follower's frame showed what another did.
#[derive(Default)]
pub struct Seen {
    pub title: Times,
    pub wording: Times,
    pub record: Times,
    pub call: Times,
    missed: usize,
}

pub fn print(place: &Place, changes: usize) -> Seen {
    head(&format!("{}, a follower", place.name));
    let keeper = Keeper::new(&place.folder, "another", Means::Hand).with_state(None);
    let live = Live::new(&place.folder, "another");
    let now = || Moment::from(jiff::Timestamp::now());
    let mut made = Times::default();
    let mut seen = Seen::default();
    for language in ["ar", "en"] {
        let mut follower = Follower::start(place, language);
        thread::sleep(OPENED);
        // The item in hand, so that all of it is on the screen.
        follower.type_key("/");
        follower.type_key(&place.item);
        thread::sleep(BETWEEN * 4);
        follower.type_key("\r");
        thread::sleep(BETWEEN * 4);
        let item = item(place);
        let text = item.clone().key("position").key("text").key(language);
        for number in 0..changes {
            let title = token(b'a', number);
            let change = set(place, item.clone().key("title").key(language), &title);
            follower.waits(&title, &mut seen.missed, &mut seen.title, || {
                made.time(|| keeper.change(&change)).unwrap();
            });
            let wording = token(b'A', number);
            let change = set(place, text.clone(), &wording);
            follower.waits(&wording, &mut seen.missed, &mut seen.wording, || {
                keeper.change(&change).unwrap();
            });
            let record = token(b'n', number);
            let (change, undone) = added(place, language, &record);
            follower.waits(&record, &mut seen.missed, &mut seen.record, || {
                keeper.change(&change).unwrap();
            });
            keeper.change(&undone).unwrap();
        }
        // Who follows a call is led to its item, whose title stands in the bar then.
        let (report, _) = place.item.split_once(':').unwrap();
        let begin = Act::Begin {
            report: report.into(),
            by: "another".into(),
            chair: None,
        };
        live.carry_out(&begin, now()).unwrap();
        for number in 0..changes {
            let title = token(b'o', number);
            let change = set(place, item.clone().key("title").key(language), &title);
            keeper.change(&change).unwrap();
            thread::sleep(BETWEEN * 3);
            let act = Act::TakeUp(place.item.as_str().into());
            follower.waits(&title, &mut seen.missed, &mut seen.call, || {
                live.carry_out(&act, now()).unwrap();
            });
            let act = Act::CloseItem(place.item.as_str().into());
            live.carry_out(&act, now()).unwrap();
            thread::sleep(BETWEEN * 2);
        }
        fs::remove_file(place.folder.join("live.yaml")).unwrap();
    }
    let _ = fs::remove_dir_all(place.folder.join("history"));
    made.print("the change of another, written", "");
    for (what, times) in [
        ("a title", &seen.title),
        ("a wording", &seen.wording),
        ("a new record", &seen.record),
        ("a step of the call", &seen.call),
    ] {
        times.print(&format!("{what}: to the follower's frame"), "< 200");
    }
    if seen.missed > 0 {
        figure("  not seen", &seen.missed.to_string(), "0");
    }
    seen
}

/// A word of one letter; no letter stands where one before stood, so that all of them are sent.
fn token(first: u8, number: usize) -> String {
    let letter = first + u8::try_from(number % 12).unwrap();
    char::from(letter).to_string().repeat(12)
}

/// The program in a pseudo-terminal, and what it sends.
struct Follower {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    sent: Receiver<Vec<u8>>,
    _master: Box<dyn MasterPty + Send>,
}

impl Follower {
    fn start(place: &Place, language: &str) -> Self {
        let size = PtySize {
            rows: SIZE.1,
            cols: SIZE.0,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_majlis"));
        command.args(["--lang", language, "--library"]);
        command.arg(&place.folder);
        command.cwd("/");
        command.env_clear();
        command.env("TERM", "xterm-256color");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let (sender, sent) = mpsc::channel();
        thread::spawn(move || {
            let mut piece = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut piece) {
                let read = piece.iter().take(count).copied().collect();
                if sender.send(read).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keyboard,
            sent,
            _master: pair.master,
        }
    }

    fn type_key(&mut self, key: &str) {
        self.keyboard.write_all(key.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// What was sent until now is of no interest.
    fn quiet(&self) {
        while self.sent.try_recv().is_ok() {}
    }

    /// Does something, and waits until the follower shows these letters.
    fn waits(&self, token: &str, missed: &mut usize, seen: &mut Times, what: impl FnOnce()) {
        self.quiet();
        let start = Instant::now();
        what();
        match self.shows(token) {
            true => seen.push(start.elapsed()),
            false => *missed += 1,
        }
        thread::sleep(BETWEEN);
    }

    /// Whether these letters are sent soon.
    fn shows(&self, token: &str) -> bool {
        let mut all = Vec::new();
        while let Ok(read) = self.sent.recv_timeout(LONG) {
            all.extend(read);
            if all
                .windows(token.len())
                .any(|window| window == token.as_bytes())
            {
                return true;
            }
        }
        false
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the item stands in its file.
fn item(place: &Place) -> FieldPath {
    let (_, item) = place.item.split_once(':').unwrap();
    FieldPath::root().key("items").id(item)
}

fn set(place: &Place, at: FieldPath, token: &str) -> Change {
    change(
        place,
        Edit::Set {
            at,
            value: token.into(),
        },
    )
}

fn change(place: &Place, edit: Edit) -> Change {
    Change {
        file: place.file.clone(),
        record: place.item.clone(),
        edits: vec![edit],
        seen: Vec::new(),
    }
}

/// A note on the item, and that it goes again.
fn added(place: &Place, language: &str, token: &str) -> (Change, Change) {
    let (_, item_id) = place.item.split_once(':').unwrap();
    let id = format!("{item_id}/n99");
    let list = item(place).key("notes");
    let value = serde_yaml::from_str(&format!("{{id: {id}, text: {{{language}: {token}}}}}"));
    let at = list.clone().id(&id);
    let insert = Edit::Insert {
        list,
        before: None,
        value: value.unwrap(),
    };
    (change(place, insert), change(place, Edit::Remove { at }))
}
