//! Durations measured many times.

use std::time::{Duration, Instant};

/// What one thing took, each time.
#[derive(Default, Clone)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn of<T>(count: usize, mut work: impl FnMut() -> T) -> Self {
        let mut times = Self::default();
        for _ in 0..count {
            times.time(&mut work);
        }
        times
    }

    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = std::hint::black_box(work());
        self.0.push(start.elapsed());
        done
    }

    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The milliseconds that `percent` of all do not exceed; of 100, the longest.
    pub fn ms(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default().as_secs_f64() * 1e3
    }

    pub fn all(&self) -> &[Duration] {
        &self.0
    }
}
