//! How often the properties are tried.

use proptest::test_runner::Config;

/// A property that is tried with this many cases; `MAJLIS_CASES=20` in the environment makes it 20
/// times as many. A case that fails is made as small as a minute allows, and printed, not kept in
/// a file: it becomes a test with a name.
pub fn cases(cases: u32) -> Config {
    let times = std::env::var("MAJLIS_CASES").map_or(1, |times| {
        times.parse().expect("MAJLIS_CASES is a whole number")
    });
    Config {
        cases: cases.saturating_mul(times),
        failure_persistence: None,
        max_shrink_iters: 1_000_000,
        max_shrink_time: 60_000,
        ..Config::default()
    }
}
