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
    /// long; it is then ended.
    pub fn take(&self, text: &str, patience: Duration) -> io::Result<()> {
        let end = Instant::now() + patience;
        let bytes = match self.input {
            Input::Utf8 => text.as_bytes().to_vec(),
            Input::Base64 => base64(text.as_bytes()).into_bytes(),
        };
        let mut child = self.start()?;
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
        if ended.is_err() {
            // It may have ended meanwhile; then there is nothing to end.
            let _ = child.kill();
            let _ = child.wait();
        }
        ended?;
        all_written
            .recv_timeout(end.saturating_duration_since(Instant::now()) + TICK)
            .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
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
    fn a_program_that_never_ends_is_ended() {
        let (folder, fake) = script("echo $$ > number; exec tail -f /dev/null", Input::Utf8);
        let error = fake.take(&"x".repeat(1 << 20), Duration::from_millis(300));
        assert_eq!(error.unwrap_err().kind(), io::ErrorKind::TimedOut);
        // Where it came as far as to tell its number, nothing runs under that any more.
        if let Ok(number) = fs::read_to_string(folder.path().join("number")) {
            let process = format!("/proc/{}", number.trim());
            assert!(!std::path::Path::new(&process).exists());
        }
    }
}
