//! A bell for whoever shows a library: what is known on other threads is otherwise than it was.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Rings for whoever shows the library: something is otherwise that is told with every frame, such as what
/// may be written, or whether what is typed can be kept.
#[derive(Clone, Default)]
pub(super) struct Bell(Arc<Mutex<Hung>>);

#[derive(Default)]
struct Hung {
    /// What is called; none where nobody hears as yet.
    ring: Option<Box<dyn Fn() + Send>>,
    /// It was rung before anybody heard.
    is_late: bool,
}

impl Bell {
    /// Has this called from now on, and at once where it was rung before.
    pub fn hang(&self, ring: impl Fn() + Send + 'static) {
        let mut hung = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if std::mem::take(&mut hung.is_late) {
            ring();
        }
        hung.ring = Some(Box::new(ring));
    }

    /// Something is otherwise.
    pub fn ring(&self) {
        let mut hung = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &hung.ring {
            Some(ring) => ring(),
            None => hung.is_late = true,
        }
    }
}

impl fmt::Debug for Bell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bell")
    }
}
