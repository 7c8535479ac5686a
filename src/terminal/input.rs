//! Keys, pastes and the mouse, read by a thread of their own.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event;

use super::session::Message;

/// As good as for ever, and still a number of milliseconds that fits the system call.
///
/// `event::read` retries an error for ever (crossterm #956); `event::poll` returns it.
const FOR_EVER: Duration = Duration::from_secs(20 * 24 * 60 * 60);

/// Starts the thread.
///
/// # Errors
/// When neither the standard input nor `/dev/tty` is a terminal to read from.
pub(super) fn start(session: Sender<Message>) -> io::Result<()> {
    event::poll(Duration::ZERO)?;
    let listen = move || {
        loop {
            let message = match event::poll(FOR_EVER) {
                Ok(false) => continue,
                Ok(true) => event::read().map_or(Message::InputClosed, Message::Input),
                Err(_) => Message::InputClosed,
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
