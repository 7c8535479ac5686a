//! Asking tmux which terminal is around it.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::answers::Outer;

/// As long as anybody could want to wait for a tmux on this machine.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// More than tmux has to say.
const LONGEST: u64 = 1024;
/// What is asked for, a tab between: a tab stands in none of them.
const FORMAT: &str = "#{client_termtype}\t#{client_termname}\t#{allow-passthrough}";

/// Asks the tmux in which this process runs, on another thread, and calls `tell` with what it says.
pub fn ask(tell: impl FnOnce(Outer) + Send + 'static) -> io::Result<()> {
    let wait = move || tell(answer().unwrap_or(Outer::Silent));
    thread::Builder::new().name("tmux".into()).spawn(wait)?;
    Ok(())
}

fn answer() -> Option<Outer> {
    let mut tmux = Command::new("tmux")
        .args(["display-message", "-p", FORMAT])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let told = read(&mut tmux);
    // One that does not answer is not left behind.
    let _ = tmux.kill();
    let _ = tmux.wait();
    parse(&told?)
}

/// All that it prints, within bounds of time and size.
fn read(tmux: &mut Child) -> Option<String> {
    let output = tmux.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut told = Vec::new();
        let _ = output.take(LONGEST).read_to_end(&mut told);
        let _ = sender.send(told);
    });
    let told = receiver.recv_timeout(PATIENCE).ok()?;
    Some(String::from_utf8_lossy(&told).into_owned())
}

fn parse(told: &str) -> Option<Outer> {
    let mut parts = told.trim_end_matches(['\n', '\r']).split('\t');
    let (version, term, passes) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Outer::Told {
        version: version.to_owned(),
        term: term.to_owned(),
        // Before tmux 3.3 there is no such option, and everything is passed on.
        passes: !matches!(passes, "0" | "off"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tmux_prints_is_read() {
        let told = |version: &str, term: &str, passes| {
            Some(Outer::Told {
                version: version.into(),
                term: term.into(),
                passes,
            })
        };
        assert_eq!(
            parse("XTerm(379)\txterm\t0\n"),
            told("XTerm(379)", "xterm", false)
        );
        assert_eq!(
            parse("\txterm-256color\ton\n"),
            told("", "xterm-256color", true)
        );
        assert_eq!(
            parse("kitty(0.26.5)\txterm-kitty\t\n"),
            told("kitty(0.26.5)", "xterm-kitty", true)
        );
        assert_eq!(parse("no server running"), None);
        assert_eq!(parse(""), None);
    }
}
