//! A folder of whose changes the system does not tell: it is time to look, every so often.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;
use std::{io, sync::mpsc::Sender};

/// Says that it is time to look, as long as it lives.
pub(super) struct Look {
    /// Ends the thread when it goes.
    _alive: Sender<()>,
}

impl Look {
    /// Says so through `send` whenever this time has passed, until nobody hears.
    ///
    /// # Errors
    /// No thread can be had.
    pub fn every(time: Duration, send: Sender<()>) -> io::Result<Self> {
        let (alive, end) = mpsc::channel::<()>();
        let look = move || {
            while end.recv_timeout(time) == Err(RecvTimeoutError::Timeout) && send.send(()).is_ok()
            {
            }
        };
        thread::Builder::new().name("look".to_owned()).spawn(look)?;
        Ok(Self { _alive: alive })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_so_again_and_again_and_ends_with_what_keeps_it() {
        let (send, told) = mpsc::channel();
        let look = Look::every(Duration::from_millis(1), send).unwrap();
        for _ in 0..5 {
            told.recv_timeout(Duration::from_secs(30)).unwrap();
        }
        drop(look);
        // The thread lets go of its end: the channel closes.
        while told.recv_timeout(Duration::from_secs(30)).is_ok() {}
        assert_eq!(told.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }
}
