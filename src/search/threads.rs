//! Two threads where they pay: what takes long is for two processors.

use std::sync::LazyLock;

/// How many there are; to ask the system takes as long as much of a search.
static THREADS: LazyLock<usize> = LazyLock::new(|| {
    std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(2)
});

/// How many threads to work with.
pub(super) fn threads() -> usize {
    *THREADS
}

/// Does two things, at the same time where there are threads.
pub(super) fn both<A: Send, B>(
    threads: usize,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if threads < 2 {
        return (one(), other());
    }
    std::thread::scope(|scope| {
        let first = scope.spawn(one);
        let second = other();
        match first.join() {
            Ok(first) => (first, second),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
