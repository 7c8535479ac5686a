//! The screen over a large library in a pseudo-terminal: its first frame, its first answer, and each
//! key to its frame while the program has other work.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::show;
use super::times::Times;

/// The end of a frame: the end of a synchronized update.
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// Thirty letters, typed and taken back.
const LETTERS: &str = "council resolution 27 budget k";
/// A person types no faster.
const PACE: Duration = Duration::from_millis(60);
/// No frame takes longer.
const LONGEST: Duration = Duration::from_secs(20);

pub fn print(library: &Path, caches: &Path, starts: usize) {
    let start = || Screen::start(library, caches);
    let (mut first, mut answer) = (Times::default(), Times::default());
    let (mut at_once, mut later) = (Times::default(), Times::default());
    for _ in 0..starts {
        let mut screen = start();
        screen.frame();
        first.push(screen.started.elapsed());
        // The letters are typed before anything is seen of the first.
        screen.send("/c");
        screen.until_found();
        answer.push(screen.started.elapsed());
        screen.type_letters(LETTERS, &mut at_once, Duration::ZERO);
        screen.quit();
    }
    show("start to the first frame", &first);
    show("start to the first answer", &answer);
    show("key to frame, typed at once", &at_once);
    let mut screen = start();
    screen.frame();
    screen.send("/");
    for _ in 0..5 {
        screen.type_letters(LETTERS, &mut later, PACE);
    }
    screen.quit();
    show("key to frame, the next seconds", &later);
}

/// The same while a library is read for the first time, and while its cache is written.
pub fn loading(library: &Path, caches: &Path) {
    let mut screen = Screen::start(library, caches);
    screen.frame();
    show(
        "first load: to the first frame",
        &one(screen.started.elapsed()),
    );
    let (mut reading, mut after) = (Times::default(), Times::default());
    screen.send("/");
    while screen.contents().contains('░') {
        screen.type_letters(LETTERS, &mut reading, PACE);
    }
    show("first load: to the end", &one(screen.started.elapsed()));
    show("key to frame while it is read", &reading);
    for _ in 0..10 {
        screen.type_letters(LETTERS, &mut after, PACE);
    }
    show("key to frame behind it", &after);
    screen.quit();
}

fn one(time: Duration) -> Times {
    let mut times = Times::default();
    times.push(time);
    times
}

/// The program in a pseudo-terminal.
struct Screen {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<(Instant, Vec<u8>)>,
    keyboard: Box<dyn Write + Send>,
    emulator: vt100::Parser,
    /// Kept open as long as the program runs.
    _master: Box<dyn MasterPty + Send>,
    started: Instant,
}

impl Screen {
    fn start(library: &Path, caches: &Path) -> Self {
        let size = PtySize {
            rows: 36,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(super::MAJLIS);
        command.args(["--lang", "en", "--bidi", "visual"]);
        command.cwd("/");
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("MAJLIS_LIBRARY", library);
        command.env("MAJLIS_CACHE", caches);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut piece = [0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut piece) {
                let bytes = piece.iter().take(count).copied().collect();
                if sender.send((Instant::now(), bytes)).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            output,
            keyboard,
            emulator: vt100::Parser::new(36, 120, 0),
            _master: pair.master,
            started,
        }
    }

    fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    fn contents(&self) -> String {
        self.emulator.screen().contents()
    }

    /// Takes what came until now; when the last of it came that ends a frame.
    fn take(&mut self, longest: Duration) -> Option<Instant> {
        let mut ended = None;
        let mut next = self.output.recv_timeout(longest).ok();
        while let Some((at, bytes)) = next {
            self.emulator.process(&bytes);
            if bytes.windows(FRAME_END.len()).any(|some| some == FRAME_END) {
                ended = Some(at);
            }
            next = self.output.try_recv().ok();
        }
        ended
    }

    /// Waits for the end of a frame.
    fn frame(&mut self) -> Instant {
        let start = Instant::now();
        loop {
            if let Some(at) = self.take(LONGEST) {
                return at;
            }
            assert!(start.elapsed() < LONGEST, "no frame: {}", self.contents());
        }
    }

    /// Waits until the search says how many records it has found: the number stands behind its name,
    /// and nowhere else on the screen.
    fn until_found(&mut self) {
        let start = Instant::now();
        let has_count = |row: &str| {
            let (_, behind) = row.split_once("Search ")?;
            let count = behind.trim_start().split_once(" record")?.0;
            Some(!count.is_empty() && count.chars().all(|c| c.is_ascii_digit() || c == ','))
        };
        while !self
            .contents()
            .lines()
            .any(|row| has_count(row) == Some(true))
        {
            self.take(LONGEST);
            assert!(start.elapsed() < LONGEST, "not found: {}", self.contents());
        }
    }

    /// Types letters, each after the frame of the one before and at this pace, and takes them back.
    fn type_letters(&mut self, letters: &str, times: &mut Times, pace: Duration) {
        for letter in letters.chars() {
            // What is still under way belongs to no key.
            self.take(pace);
            let sent = Instant::now();
            self.send(&letter.to_string());
            let seen = self.frame();
            times.push(seen.saturating_duration_since(sent));
            thread::sleep(pace.saturating_sub(sent.elapsed()));
        }
        self.send("\u{15}");
        self.frame();
    }

    fn quit(mut self) {
        self.send("\x1b");
        thread::sleep(Duration::from_millis(200));
        self.send("q");
        while self.output.recv_timeout(LONGEST).is_ok() {}
        self.child.wait().unwrap();
    }
}
