//! The program itself in a pseudo-terminal: its first frame, its answers, its idleness.

use std::fs;
use std::io::{Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::table::{Times, figure, head, ratio};
use super::{Effort, SIZE};

/// The end of a frame: the end of a synchronized update.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// A program in a pseudo-terminal.
struct Pty {
    child: Box<dyn Child + Send + Sync>,
    reader: Box<dyn Read + Send>,
    keyboard: Box<dyn Write + Send>,
    /// Kept open as long as the program runs.
    _master: Box<dyn MasterPty + Send>,
    started: Instant,
}

impl Pty {
    fn start(program: &str, arguments: &[&str]) -> Self {
        let size = PtySize {
            rows: SIZE.1,
            cols: SIZE.0,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd("/");
        command.env_clear();
        command.env("TERM", "xterm-256color");
        let reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            child,
            reader,
            keyboard,
            _master: pair.master,
            started,
        }
    }

    /// Reads up to the end of the next frame, or to the end of the output; returns how many bytes.
    fn frame(&mut self) -> usize {
        self.read_until(|bytes| bytes.ends_with(FRAME_END))
    }

    fn read_until(&mut self, done: impl Fn(&[u8]) -> bool) -> usize {
        let mut read = Vec::new();
        let mut piece = [0; 1 << 16];
        while let Ok(count @ 1..) = self.reader.read(&mut piece) {
            read.extend(piece.iter().take(count));
            if done(&read) {
                break;
            }
        }
        read.len()
    }

    fn type_key(&mut self, key: &str) {
        self.keyboard.write_all(key.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    fn quit(mut self) {
        self.type_key("q");
        self.read_until(|_| false);
        self.child.wait().unwrap();
    }

    /// How often any of its threads gave up the processor by itself, and what they ran, in ms.
    fn switches(&self) -> (u64, f64) {
        let tasks = format!("/proc/{}/task", self.child.process_id().unwrap());
        let mut switches = 0;
        let mut ran = 0;
        for task in fs::read_dir(tasks).unwrap() {
            let task = task.unwrap().path();
            let status = fs::read_to_string(task.join("status")).unwrap();
            let count = status
                .lines()
                .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))
                .unwrap();
            switches += count.trim().parse::<u64>().unwrap();
            let schedule = fs::read_to_string(task.join("schedstat")).unwrap_or_default();
            let nanoseconds = schedule.split(' ').next().unwrap_or_default();
            ran += nanoseconds.parse::<u64>().unwrap_or_default();
        }
        (switches, Duration::from_nanos(ran).as_secs_f64() * 1e3)
    }
}

fn majlis(language: &str) -> Pty {
    Pty::start(env!("CARGO_BIN_EXE_majlis"), &["--lang", language])
}

pub fn print(effort: Effort) {
    head("The program in a pseudo-terminal, 120×36");
    let mut echo = Times::default();
    let mut version = Times::default();
    let mut first = [Times::default(), Times::default()];
    // One after the other in turn, so that what else the machine does strikes all alike.
    for _ in 0..effort.starts {
        for (times, program, arguments) in [
            (&mut echo, "/bin/echo", &["x"][..]),
            (&mut version, env!("CARGO_BIN_EXE_majlis"), &["--version"]),
        ] {
            let mut pty = Pty::start(program, arguments);
            pty.read_until(|_| true);
            times.push(pty.started.elapsed());
            pty.child.wait().unwrap();
        }
        for (times, language) in first.iter_mut().zip(["ar", "en"]) {
            let mut pty = majlis(language);
            pty.frame();
            times.push(pty.started.elapsed());
            pty.quit();
        }
    }
    echo.print("peer: /bin/echo to its first byte", "");
    version.print("peer: majlis --version to its first byte", "");
    let [arabic, english] = first;
    arabic.print("first frame, Arabic", "p50 < 20");
    english.print("first frame, English", "p50 < 20");
    ratio("  Arabic to majlis --version", &arabic, &version);

    let mut idle = Vec::new();
    for (name, language) in [("Arabic", "ar"), ("English", "en")] {
        let mut pty = majlis(language);
        pty.frame();
        // Until the index is made.
        thread::sleep(Duration::from_secs(1));
        let mut times = Times::default();
        for key in "jjjjjjjjjjkkkkkkkkkk".repeat(effort.rounds).chars() {
            pty.type_key(key.encode_utf8(&mut [0; 4]));
            let start = Instant::now();
            pty.frame();
            times.push(start.elapsed());
        }
        times.print(&format!("j or k to its frame, {name}"), "< 5");
        // A thread that the last key began takes its count with it when it ends.
        thread::sleep(Duration::from_secs(1));
        let before = pty.switches();
        thread::sleep(Duration::from_secs(effort.idle));
        let after = pty.switches();
        idle.push((name, after.0 - before.0, after.1 - before.1));
        pty.quit();
    }
    println!();
    for (name, switches, ran) in idle {
        figure(
            &format!("{} idle seconds, {name}: wake-ups, CPU ms", effort.idle),
            &format!("{switches} {ran:.2}"),
            "0",
        );
    }
}
