//! Signals, heard by a thread of their own, which tells the session about them.

use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use crossterm::terminal::disable_raw_mode;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::modes;
use super::session::Message;

/// A signal that asks us to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// SIGHUP: the terminal's line is gone.
    Hangup,
    /// SIGINT from outside; Ctrl-C at the keyboard is a key.
    Interrupt,
    /// SIGQUIT from outside.
    Quit,
    /// SIGTERM.
    Terminate,
}

impl Signal {
    const fn from_number(number: i32) -> Option<Self> {
        match number {
            SIGHUP => Some(Self::Hangup),
            SIGINT => Some(Self::Interrupt),
            SIGQUIT => Some(Self::Quit),
            SIGTERM => Some(Self::Terminate),
            _ => None,
        }
    }

    /// The exit code that tells of this signal: 128 and the signal's number, as shells have it.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Hangup => 129,
            Self::Interrupt => 130,
            Self::Quit => 131,
            Self::Terminate => 143,
        }
    }
}

/// How long giving the terminal back may take when nobody else does it. It waits only where
/// the terminal takes no more output, after Ctrl-S for instance.
const PATIENCE: Duration = Duration::from_millis(500);

/// Starts the thread. It lives as long as the process: after the session, a signal ends the
/// process at once.
pub(super) fn start(session: Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
    let listen = move || {
        let mut asked_before = false;
        for number in signals.forever() {
            match (number, Signal::from_number(number)) {
                (_, Some(signal)) => {
                    let heard = session.send(Message::Quit(signal)).is_ok();
                    // The first signal leaves it to the main thread; whoever asks again does
                    // not want to wait for it.
                    if asked_before || !heard {
                        exit_now(signal);
                    }
                    asked_before = true;
                }
                // Without a session there is nothing to redraw and nothing to give back.
                (SIGTSTP, _) => drop(session.send(Message::Suspend)),
                (SIGCONT, _) => drop(session.send(Message::Continued)),
                _ => drop(session.send(Message::Resized)),
            }
        }
    };
    thread::Builder::new()
        .name("signals".into())
        .spawn(listen)?;
    Ok(())
}

/// Gives the terminal back and ends the process, whatever the main thread is doing.
fn exit_now(signal: Signal) -> ! {
    let (done, wait) = mpsc::channel();
    let give_back = thread::Builder::new().spawn(move || {
        let _ = modes::leave();
        let _ = done.send(());
    });
    if give_back.is_err() || wait.recv_timeout(PATIENCE).is_err() {
        // The output is stuck, but the line discipline can still be put right.
        let _ = disable_raw_mode();
    }
    std::process::exit(i32::from(signal.exit_code()))
}
