//! The bytes that the terminal sends, read by a thread of their own.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::session::Message;

/// How long is waited before reading again where the terminal was opened by somebody who does not
/// want to wait (`O_NONBLOCK`).
const AGAIN: Duration = Duration::from_millis(15);

/// What every terminal answers: "are you well?" (ECMA-48, DSR 5).
pub(super) const SIGN_OF_LIFE: &[u8] = b"\x1B[5n";
/// So long its answer is waited for.
const PATIENCE: Duration = Duration::from_millis(300);

/// Whether the thread is to read.
#[derive(Default)]
struct Gate {
    held: bool,
    /// It waits to be let go on.
    waits: bool,
}

static GATE: Mutex<Gate> = Mutex::new(Gate {
    held: false,
    waits: false,
});
static TURNED: Condvar = Condvar::new();

/// While it is held, nothing is read: what is typed is for another program.
pub(super) struct Hold(());

/// Stops the reading. A thread that waits for bytes cannot be stopped, so the terminal is asked for
/// some by `ask`; where it gives none, the first bytes that come are still read here.
pub(super) fn hold(ask: impl FnOnce() -> io::Result<()>) -> io::Result<Hold> {
    gate().held = true;
    let hold = Hold(());
    ask()?;
    drop(TURNED.wait_timeout_while(gate(), PATIENCE, |gate| !gate.waits));
    Ok(hold)
}

impl Drop for Hold {
    fn drop(&mut self) {
        gate().held = false;
        TURNED.notify_all();
    }
}

fn gate() -> MutexGuard<'static, Gate> {
    GATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits as long as the reading is stopped.
fn await_turn() {
    let mut gate = gate();
    while gate.held {
        gate.waits = true;
        TURNED.notify_all();
        gate = TURNED.wait(gate).unwrap_or_else(PoisonError::into_inner);
    }
    gate.waits = false;
}

/// Starts the thread. It ends with [`Message::InputClosed`] when the terminal is gone.
///
/// # Errors
/// When neither the standard input nor `/dev/tty` is a terminal to read from.
pub(super) fn start(session: Sender<Message>) -> io::Result<()> {
    let mut terminal = terminal()?;
    let listen = move || {
        let mut bytes = [0; 4096];
        loop {
            await_turn();
            let message = match terminal.read(&mut bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    thread::sleep(AGAIN);
                    continue;
                }
                // The end, or EIO: nobody will ever type again.
                Ok(0) | Err(_) => Message::InputClosed,
                Ok(count) => Message::Bytes(bytes.get(..count).unwrap_or_default().to_vec()),
            };
            let last = matches!(message, Message::InputClosed);
            if session.send(message).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("input".into()).spawn(listen)?;
    Ok(())
}

/// The terminal that keys are typed at, by a file of our own.
fn terminal() -> io::Result<File> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Ok(File::from(stdin.as_fd().try_clone_to_owned()?));
    }
    File::open("/dev/tty")
}
