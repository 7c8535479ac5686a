//! A program that takes a text on its standard input.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::osc52::base64;

/// How long a program may take. PowerShell takes a second or two; one that waits for something
/// that never comes (Termux without its second app) is ended.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// How often it is looked whether the program has ended.
const TICK: Duration = Duration::from_millis(5);

/// A program that takes a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// What people know it by: `xclip`.
    pub name: &'static str,
    /// Where it lies.
    pub file: PathBuf,
    arguments: &'static [&'static str],
    input: Input,
}

/// How the text is written for a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// As it is.
    Utf8,
    /// In base64.
    Base64,
}

impl Program {
    pub(super) const fn new(
        name: &'static str,
        file: PathBuf,
        arguments: &'static [&'static str],
        input: Input,
    ) -> Self {
        Self {
            name,
            file,
            arguments,
            input,
        }
    }

    /// Hands a text to the program and waits until it has ended, for `patience` at most.
    ///
    /// # Errors
    /// When it cannot be started, does not read all of the text, says that it failed, or takes too
    /// long; it is then ended, with all that it has started.
    pub fn take(&self, text: &str, patience: Duration) -> io::Result<()> {
        let end = Instant::now() + patience;
        let bytes = match self.input {
            Input::Utf8 => text.as_bytes().to_vec(),
            Input::Base64 => base64(text.as_bytes()).into_bytes(),
        };
        hand(self.start()?, bytes, end)
    }

    /// Starts it away from the terminal: what it prints is not seen, and what goes on behind it to
    /// keep the text for X or Wayland neither gets Ctrl-C nor ends with the window.
    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.file);
        command
            .args(self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if cfg!(target_os = "macos") {
            // pbcopy takes the encoding from the locale.
            command.env("LC_ALL", "en_US.UTF-8");
        }
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn()
    }
}

/// Hands bytes to a program that was started, and waits until it has ended, until `end` at most.
fn hand(mut child: Child, bytes: Vec<u8>, end: Instant) -> io::Result<()> {
    let mut stdin = child.stdin.take();
    let (written, all_written) = mpsc::channel();
    // A program that does not read must not hold us up.
    thread::spawn(move || {
        let result = stdin
            .as_mut()
            .map_or(Ok(()), |stdin| stdin.write_all(&bytes));
        drop(stdin);
        let _ = written.send(result);
    });
    let ended = wait(&mut child, end);
    if let Err(error) = &ended
        && error.kind() == io::ErrorKind::TimedOut
    {
        end_group(&mut child);
    }
    ended?;
    all_written
        .recv_timeout(end.saturating_duration_since(Instant::now()) + TICK)
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

/// Ends a program that still runs, with all that it has started: its process group.
fn end_group(child: &mut Child) {
    // The shell has the system call for a group; the library has only that for one process.
    #[cfg(unix)]
    let _ = Command::new("/bin/sh")
        .args(["-c", "kill -s KILL -- \"-$0\"", &child.id().to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    // It may have ended meanwhile; then there is nothing to end.
    let _ = child.kill();
    let _ = child.wait();
}

/// Waits for the end of a program, until `end` at most.
fn wait(child: &mut Child, end: Instant) -> io::Result<()> {
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(io::Error::other(status.to_string())),
            None if Instant::now() >= end => return Err(io::ErrorKind::TimedOut.into()),
            None => thread::sleep(TICK),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{BufRead, BufReader, Read};

    /// A shell that runs this script with `one`, in a folder of its own.
    fn script(text: &str, input: Input) -> (tempfile::TempDir, Program) {
        let folder = tempfile::tempdir().unwrap();
        let text = format!("cd '{}' || exit; {text}", folder.path().display());
        let arguments = vec!["-c", text.leak(), "fake", "one"].leak();
        let program = Program::new("fake", PathBuf::from("/bin/sh"), arguments, input);
        (folder, program)
    }

    #[test]
    fn the_program_gets_the_text_and_its_arguments() {
        // Longer than a pipe holds.
        let text = "مجلس\n".repeat(50_000);
        let (folder, fake) = script("cat > got; echo \"$@\" > arguments", Input::Utf8);
        fake.take(&text, PATIENCE).unwrap();
        let got = |name| fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(got("got") == text);
        assert_eq!(got("arguments"), "one\n");
        let (folder, fake) = script("cat > got", Input::Base64);
        fake.take("مجلس", PATIENCE).unwrap();
        let got = fs::read_to_string(folder.path().join("got")).unwrap();
        assert_eq!(got, "2YXYrNmE2LM=");
    }

    #[test]
    fn a_program_that_fails_has_not_taken_it() {
        let (_folder, fake) = script("cat > /dev/null; exit 3", Input::Utf8);
        assert!(fake.take("x", PATIENCE).is_err());
        let (folder, mut fake) = script("", Input::Utf8);
        fake.file = folder.path().join("not-there");
        assert!(fake.take("x", PATIENCE).is_err());
        // It ends well, but has not read what does not fit a pipe.
        let (_folder, fake) = script("exit 0", Input::Utf8);
        assert!(fake.take(&"x".repeat(1 << 20), PATIENCE).is_err());
    }

    #[test]
    fn a_program_that_never_ends_is_ended_with_all_that_it_has_started() {
        let (_folder, fake) = script("exec tail -f /dev/null", Input::Utf8);
        let error = fake.take("x", Duration::ZERO).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);

        // Both hold the pipe open: its end is read when neither runs any more.
        let (folder, fake) = script(
            "exec 3> pipe; tail -f /dev/null & echo started >&3; exec tail -f /dev/null",
            Input::Utf8,
        );
        let pipe = folder.path().join("pipe");
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        let (read, heard) = mpsc::channel();
        thread::spawn(move || {
            let mut pipe = BufReader::new(fs::File::open(pipe).unwrap());
            let mut line = String::new();
            pipe.read_line(&mut line).unwrap();
            read.send(line).unwrap();
            let mut rest = String::new();
            pipe.read_to_string(&mut rest).unwrap();
            read.send(rest).unwrap();
        });
        let child = fake.start().unwrap();
        // Only a failure takes as long as this.
        let never = Duration::from_secs(60);
        assert_eq!(heard.recv_timeout(never).unwrap(), "started\n");
        let error = hand(child, vec![b'x'; 1 << 20], Instant::now()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert_eq!(heard.recv_timeout(never).unwrap(), "");
    }
}
