//! Durations measured many times, and how they are printed.

use std::time::{Duration, Instant};

/// What one thing took, each time.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// Does something so many times.
    pub fn of<T>(count: usize, mut work: impl FnMut() -> T) -> Self {
        let mut times = Self::default();
        for _ in 0..count {
            times.time(&mut work);
        }
        times
    }

    /// Does something once more.
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = std::hint::black_box(work());
        self.push(start.elapsed());
        done
    }

    /// The time that `percent` of all do not exceed; of 100, the longest.
    fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default()
    }

    pub fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// Prints a line: how many, the median, p95, p99, the longest.
    pub fn print(&self, name: &str, target: &str) {
        let ms = |percent| self.percentile(percent).as_secs_f64() * 1e3;
        println!(
            "{name:<44} {:>6} {:>9.3} {:>9.3} {:>9.3} {:>9.3}  {target}",
            self.0.len(),
            ms(50),
            ms(95),
            ms(99),
            ms(100),
        );
    }
}

/// The head of a table of [`Times`].
pub fn head(title: &str) {
    println!(
        "\n{title:<44} {:>6} {:>9} {:>9} {:>9} {:>9}  target",
        "times", "p50 ms", "p95", "p99", "max"
    );
}

/// A line with one figure.
pub fn figure(name: &str, figure: &str, target: &str) {
    println!("{name:<44} {figure:>16}  {target}");
}

/// How many times as long as the peer.
pub fn ratio(name: &str, ours: &Times, peer: &Times) {
    let ratio = ours.median().as_secs_f64() / peer.median().as_secs_f64();
    figure(name, &format!("{ratio:.2}×"), "");
}
