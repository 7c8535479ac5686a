//! Asking tmux which terminal is around it.

use std::env;
use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::super::clipboard::{Route, route};
use super::answers::Outer;

/// As long as anybody could want to wait for a tmux on this machine, once.
const PATIENCE: Duration = Duration::from_secs(2);
/// As long as is waited for all of it where somebody waits: for one slow answer, and for a terminal
/// that has yet to tell its name. A tmux that is slow each time that it is asked is not heard then.
pub const LONGEST_WAIT: Duration = Duration::from_secs(4);
/// A terminal that was attached less than so many seconds ago may not yet have told tmux its name.
const FRESH: u64 = 2;
/// How long is waited before tmux is asked again about such a terminal, and how often.
const AGAIN: Duration = Duration::from_millis(200);
const TIMES: usize = 10;
/// More than tmux has to say.
const LONGEST: u64 = 1024;
/// What is asked for, a tab between: a tab stands in none of them.
const FORMAT: &str =
    "#{client_termtype}\t#{client_termname}\t#{allow-passthrough}\t#{client_created}";

/// Asks the tmux in which this process runs, on another thread, and calls `tell` with what it says.
pub fn ask(tell: impl FnOnce(Outer) + Send + 'static) -> io::Result<()> {
    let wait = move || tell(answer().unwrap_or(Outer::Silent));
    thread::Builder::new().name("tmux".into()).spawn(wait)?;
    Ok(())
}

/// What tmux says. tmux asks the terminal for its name when that is attached: where there is none as
/// yet, tmux is asked again.
fn answer() -> Option<Outer> {
    let mut answer = parse(&display()?)?;
    for _ in 1..TIMES {
        if !answer.may_change(now()) {
            break;
        }
        thread::sleep(AGAIN);
        answer = parse(&display()?)?;
    }
    Some(answer.outer)
}

/// Seconds since 1970.
fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

/// What tmux prints, once. It is looked for as for the clipboard: not in the current folder.
fn display() -> Option<String> {
    let Route::Tmux(program) = route(|name| env::var(name).ok()) else {
        return None;
    };
    let mut tmux = Command::new(program.file)
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
    told
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

/// What tmux says, and when the terminal was attached, in seconds since 1970.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    outer: Outer,
    attached: u64,
}

impl Answer {
    fn may_change(&self, now: u64) -> bool {
        let named = matches!(&self.outer, Outer::Told { version, .. } if !version.is_empty());
        !named && now.saturating_sub(self.attached) < FRESH
    }
}

fn parse(told: &str) -> Option<Answer> {
    let mut parts = told.trim_end_matches(['\n', '\r']).split('\t');
    let (version, term, passes) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Answer {
        outer: Outer::Told {
            version: version.to_owned(),
            term: term.to_owned(),
            // Before tmux 3.3 there is no such option, and everything is passed on.
            passes: !matches!(passes, "0" | "off"),
        },
        attached: parts.next().and_then(|time| time.parse().ok()).unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tmux_prints_is_read() {
        let told = |version: &str, term: &str, passes, attached| {
            Some(Answer {
                outer: Outer::Told {
                    version: version.into(),
                    term: term.into(),
                    passes,
                },
                attached,
            })
        };
        assert_eq!(
            parse("XTerm(379)\txterm\t0\t1795332000\n"),
            told("XTerm(379)", "xterm", false, 1_795_332_000)
        );
        assert_eq!(
            parse("\txterm-256color\ton\t\n"),
            told("", "xterm-256color", true, 0)
        );
        assert_eq!(
            parse("kitty(0.26.5)\txterm-kitty\t\n"),
            told("kitty(0.26.5)", "xterm-kitty", true, 0)
        );
        assert_eq!(parse("no server running"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn a_terminal_that_was_just_attached_may_still_tell_its_name() {
        let may_change = |told: &str| parse(told).unwrap().may_change(1000);
        assert!(may_change("\txterm\t0\t1000"));
        assert!(may_change("\txterm\t0\t999"));
        assert!(!may_change("\txterm\t0\t998"));
        assert!(!may_change("XTerm(379)\txterm\t0\t1000"));
        assert!(!may_change("\txterm\t0\t"));
    }
}
