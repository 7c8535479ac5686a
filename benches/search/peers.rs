//! What others do with the same keystrokes: each looks at every entry, on two threads, and ranks
//! what it found.

use super::corpus::Corpus;
use super::times::Times;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo::pattern::{CaseMatching, Normalization};
use nucleo::{Config, Nucleo};
use std::hint::black_box;
use std::sync::Arc;

const THREADS: usize = 2;

/// Does something with each half of the entries, and joins what it gives.
fn halves<T: Sync, R: Send>(entries: &[T], work: impl Fn(usize, &[T]) -> Vec<R> + Sync) -> Vec<R> {
    let half = entries.len().div_ceil(THREADS).max(1);
    let work = &work;
    std::thread::scope(|scope| {
        let threads: Vec<_> = entries
            .chunks(half)
            .enumerate()
            .map(|(number, part)| scope.spawn(move || work(number * half, part)))
            .collect();
        let mut all = Vec::new();
        for thread in threads {
            all.extend(thread.join().unwrap());
        }
        all
    })
}

/// Count, and the best hundred.
fn best(mut found: Vec<(i64, usize)>) -> (usize, Vec<(i64, usize)>) {
    let total = found.len();
    if total > 100 {
        found.select_nth_unstable_by(100, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(100);
    }
    found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    (total, found)
}

/// fuzzy-matcher's SkimMatcherV2: every word of the query somewhere in the entry.
pub fn skim(corpus: &Corpus, keystrokes: &[&str]) -> Times {
    let mut times = Times::default();
    for query in keystrokes {
        times.time(|| {
            let words: Vec<&str> = query.split_whitespace().collect();
            let found = halves(&corpus.lines, |first, lines| {
                let matcher = SkimMatcherV2::default();
                let score = |line: &str| {
                    words
                        .iter()
                        .try_fold(0, |sum, word| Some(sum + matcher.fuzzy_match(line, word)?))
                };
                let scored = lines.iter().enumerate();
                scored
                    .filter_map(|(number, line)| Some((score(line)?, first + number)))
                    .collect()
            });
            black_box(best(found))
        });
    }
    times
}

/// nucleo as programs use it: with a pool of its own, everything that answers sorted, and where a
/// keystroke goes on from the one before, only what answered that looked at.
pub fn nucleo(corpus: &Corpus, keystrokes: &[&str]) -> Times {
    let mut nucleo: Nucleo<u32> = Nucleo::new(Config::DEFAULT, Arc::new(|| ()), Some(THREADS), 1);
    let injector = nucleo.injector();
    for (key, line) in (0..).zip(&corpus.lines) {
        injector.push(key, |_, columns| columns[0] = line.as_str().into());
    }
    settle(&mut nucleo);
    let mut times = Times::default();
    let mut before = "";
    for query in keystrokes {
        times.time(|| {
            let longer = !before.is_empty() && query.starts_with(before);
            let pattern = &mut nucleo.pattern;
            pattern.reparse(0, query, CaseMatching::Ignore, Normalization::Smart, longer);
            settle(&mut nucleo);
            black_box(nucleo.snapshot().matched_item_count())
        });
        before = query;
    }
    times
}

/// Waits until all is looked at.
fn settle(nucleo: &mut Nucleo<u32>) {
    while nucleo.tick(10).running {}
}

/// frizbee, without typos, which is its fastest way.
pub fn frizbee(corpus: &Corpus, keystrokes: &[&str]) -> Times {
    let config = frizbee::Config::default();
    let mut times = Times::default();
    for query in keystrokes {
        times.time(|| {
            let mut matcher = frizbee::Matcher::from_query(query, &config);
            let found = matcher.match_list_parallel(&corpus.lines, THREADS);
            black_box(found.len())
        });
    }
    times
}

/// No search at all: all bytes of the texts are added up.
pub fn sum(corpus: &Corpus, rounds: usize) -> Times {
    let bytes = corpus.lines.concat().into_bytes();
    Times::of(rounds, || {
        let sums = halves(&bytes, |_, bytes| {
            vec![bytes.iter().fold(0_u64, |sum, &byte| sum + u64::from(byte))]
        });
        black_box(sums.iter().sum::<u64>())
    })
}
