//! The bytes that the terminal sends, read by a thread of their own.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::session::Message;

/// How long is waited before reading again where the terminal was opened by somebody who does not
/// want to wait (`O_NONBLOCK`).
const AGAIN: Duration = Duration::from_millis(15);

/// Starts the thread. It ends with [`Message::InputClosed`] when the terminal is gone.
///
/// # Errors
/// When neither the standard input nor `/dev/tty` is a terminal to read from.
pub(super) fn start(session: Sender<Message>) -> io::Result<()> {
    let mut terminal = terminal()?;
    let listen = move || {
        let mut bytes = [0; 4096];
        loop {
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
