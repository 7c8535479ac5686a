//! A program in a real pseudo-terminal, read through a terminal emulator.
//!
//! Nothing here sleeps: every wait ends when the awaited thing is there, or fails at the
//! deadline with the screen as it was.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before the test fails. Generous: the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(30);

/// A running program and the screen it draws on.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    /// Kept open so that the modes of the terminal can be asked for after the program's end.
    slave: Option<Box<dyn portable_pty::SlavePty + Send>>,
    keyboard: Box<dyn Write + Send>,
    child: Option<Box<dyn Child + Send + Sync>>,
    process: u32,
    output: Receiver<Vec<u8>>,
    emulator: vt100::Parser,
    raw: Vec<u8>,
    /// The modes before the program was started.
    modes_before: String,
    /// Up to here, [`Pty::wait_for`] has read.
    read: usize,
}

/// A size in rows and columns.
const fn size(rows: u16, columns: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

#[allow(dead_code, reason = "not every test file uses all of it")]
impl Pty {
    /// Starts `program` in a pseudo-terminal of `rows` × `columns`. The environment is that of
    /// the test, without `NO_COLOR` and backtraces, with `TERM=xterm-256color`, and with
    /// `environment` on top.
    pub fn spawn<S: AsRef<OsStr>>(
        (rows, columns): (u16, u16),
        program: S,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(size(rows, columns)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(std::env::current_dir().unwrap());
        command.env_remove("NO_COLOR");
        command.env_remove("RUST_BACKTRACE");
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let modes_before = modes_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // On Linux the end of a pseudo-terminal is the error EIO.
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            master: pair.master,
            slave: Some(pair.slave),
            keyboard,
            process: child.process_id().unwrap(),
            child: Some(child),
            output,
            emulator: vt100::Parser::new(rows, columns, 0),
            raw: Vec::new(),
            modes_before,
            read: 0,
        }
    }

    /// Types: the bytes that a keyboard would send.
    pub fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    /// Types bytes that need be no text.
    pub fn send_bytes(&mut self, keys: &[u8]) {
        self.keyboard.write_all(keys).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Changes the size of the window; the system tells the program with SIGWINCH. The
    /// emulator keeps two rows and columns: `vt100` 0.16 stops where text wraps in a single
    /// row, as a frame made for the size before may do.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        self.emulator
            .screen_mut()
            .set_size(rows.max(2), columns.max(2));
        self.master.resize(size(rows, columns)).unwrap();
    }

    /// The number of the process that was started.
    pub const fn process(&self) -> u32 {
        self.process
    }

    /// Sends a signal (`"TERM"`, `"HUP"`, …) to the program that was started.
    pub fn signal(&self, name: &str) {
        self.signal_to(self.process, name);
    }

    /// Sends a signal to another process, for instance one whose number was printed.
    pub fn signal_to(&self, process: u32, name: &str) {
        let status = Command::new("kill")
            .args(["-s", name, &process.to_string()])
            .status();
        assert!(status.unwrap().success());
    }

    /// The screen as it is now.
    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// All that was sent so far, byte for byte.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// All that was sent so far.
    pub fn sent(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// Waits until the screen is as `wanted`, not looking at a frame that is half there.
    pub fn wait_screen(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while self.is_within_frame() || !wanted(self.emulator.screen()) {
            self.receive(start, what);
        }
    }

    /// Waits until the screen shows `text`.
    pub fn wait_text(&mut self, text: &str) {
        self.wait_screen(text, |screen| screen.contents().contains(text));
    }

    /// Waits until `bytes` are sent, after what an earlier call has found; returns all that
    /// was sent from there to the end of `bytes`.
    pub fn wait_for(&mut self, bytes: &str) -> String {
        let start = Instant::now();
        loop {
            let unread = &self.raw[self.read..];
            let found = unread
                .windows(bytes.len())
                .position(|window| window == bytes.as_bytes());
            if let Some(position) = found {
                let end = position + bytes.len();
                let text = String::from_utf8_lossy(&unread[..end]).into_owned();
                self.read += end;
                return text;
            }
            self.receive(start, bytes);
        }
    }

    /// The modes of the terminal (termios) in a form that can be compared.
    pub fn modes(&self) -> String {
        modes_of(&*self.master)
    }

    /// The modes as they were before the program was started.
    pub fn modes_before(&self) -> &str {
        &self.modes_before
    }

    /// Waits until the program has ended; reads all that it still sent.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let status = self.wait_child();
        self.slave = None;
        let start = Instant::now();
        while self.receive_more(start, "the end of the output") {}
        status
    }

    /// Takes the terminal away, as when a window is closed, and waits for the program's end.
    /// The program must be one that draws when the window changes its size.
    pub fn hang_up(mut self) -> ExitStatus {
        let child = self.child.take().unwrap();
        let (_, unused) = mpsc::channel();
        // The thread that reads holds the master too. It lets go when it has something to say
        // and nobody listens, so the program is made to draw.
        self.output = unused;
        let now = self.master.get_size().unwrap();
        self.master.resize(size(now.rows, now.cols + 1)).unwrap();
        drop(self);
        wait(child)
    }

    /// Whether a synchronized update has begun and not ended.
    fn is_within_frame(&self) -> bool {
        let last = |sequence: &[u8]| {
            let mut windows = self.raw.windows(sequence.len());
            windows.rposition(|window| window == sequence)
        };
        last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
    }

    fn wait_child(&mut self) -> ExitStatus {
        wait(self.child.take().unwrap())
    }

    fn receive(&mut self, start: Instant, what: &str) {
        let more = self.receive_more(start, what);
        assert!(more, "ended without {what:?}; {}", self.picture());
    }

    /// Takes what was sent, waiting for it; `false` at the end of the output.
    fn receive_more(&mut self, start: Instant, what: &str) -> bool {
        match self
            .output
            .recv_timeout(DEADLINE.saturating_sub(start.elapsed()))
        {
            Ok(bytes) => {
                self.emulator.process(&bytes);
                self.raw.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Disconnected) => false,
            Err(RecvTimeoutError::Timeout) => panic!("waited for {what:?}; {}", self.picture()),
        }
    }

    fn picture(&self) -> String {
        format!(
            "the screen:\n{}\nsent: {:?}",
            self.emulator.screen().contents(),
            self.sent()
        )
    }
}

fn modes_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn wait(mut child: Box<dyn Child + Send + Sync>) -> ExitStatus {
    let mut killer = child.clone_killer();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(child.wait()));
    match receiver.recv_timeout(DEADLINE) {
        Ok(status) => status.unwrap(),
        Err(_) => {
            let _ = killer.kill();
            panic!("the program did not end");
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
        }
    }
}
