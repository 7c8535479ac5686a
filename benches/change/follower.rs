//! Another process follows: from the change to its frame.

use std::fs;
use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
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

pub fn print(place: &Place, changes: usize) -> Times {
    head(&format!("{}, a follower", place.name));
    let keeper = Keeper::new(&place.folder, "another", Means::Hand).with_state(None);
    let mut made = Times::default();
    let mut seen = Times::default();
    let mut missed = 0;
    for language in ["ar", "en"] {
        let mut follower = Follower::start(place, language);
        thread::sleep(OPENED);
        // The item in hand, so that its title is on the screen.
        follower.type_key("/");
        follower.type_key(&place.item);
        thread::sleep(BETWEEN * 4);
        follower.type_key("\r");
        thread::sleep(BETWEEN * 4);
        for number in 0..changes {
            follower.quiet();
            // No letter stands where the one before stood, so that all of them are sent.
            let letter = b'a' + u8::try_from(number % 26).unwrap();
            let token = char::from(letter).to_string().repeat(12);
            let change = change(place, language, &token);
            let start = Instant::now();
            keeper.change(&change).unwrap();
            made.push(start.elapsed());
            match follower.shows(&token) {
                true => seen.push(start.elapsed()),
                false => missed += 1,
            }
            thread::sleep(BETWEEN);
        }
    }
    let _ = fs::remove_dir_all(place.folder.join("history"));
    made.print("the change of another, written", "");
    seen.print("the change to the follower's frame", "< 200");
    if missed > 0 {
        figure("  not seen", &missed.to_string(), "0");
    }
    seen
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

fn change(place: &Place, language: &str, token: &str) -> Change {
    let (_, item) = place.item.split_once(':').unwrap();
    Change {
        file: place.file.clone(),
        record: place.item.clone(),
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
