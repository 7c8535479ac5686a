//! A clock that wakes the loop once a second, as long as it is held.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::terminal::Waker;

/// Wakes the loop whenever a second begins.
pub struct Clock {
    /// Gone when nobody looks at the time any more.
    _held: Sender<()>,
}

impl Clock {
    /// Starts it.
    pub fn start(waker: Waker) -> Self {
        let (held, let_go) = mpsc::channel();
        thread::spawn(move || {
            while let_go.recv_timeout(to_second()) == Err(RecvTimeoutError::Timeout) {
                waker.wake();
            }
        });
        Self { _held: held }
    }
}

/// How long it is to the next second of the clock, and a little more: so a second is not missed.
fn to_second() -> Duration {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let past = Duration::from_nanos(u64::from(now.unwrap_or_default().subsec_nanos()));
    Duration::from_millis(1005).saturating_sub(past)
}
