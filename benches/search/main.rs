//! Speed of the search, and of its peers on the same keystrokes: `cargo bench --bench search`.
//!
//! Prints, without a verdict, what was measured beside what issue 4 asks for. A keystroke is: the
//! query read, the exact count, the best hundred, and what matched marked in the forty rows that are
//! seen, as the screen marks it. Phrases are a line of their own, for they read the texts of all that has their words. `-- --short` takes 10,000 records only. `MAJLIS_BENCH_CORPUS` (a text file, an entry a
//! line) and `MAJLIS_BENCH_QUERIES` (a query a line, typed letter by letter) put other material in;
//! `MAJLIS_BENCH_JSON` names a file for the figures; `MAJLIS_BENCH_RECORDS` sizes, by commas.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod corpus;
mod keystrokes;
mod peers;
mod random;
mod texts;
mod times;
mod words;

use corpus::Corpus;
use majlis::search::{Field, Index, Marker, Query, Session, Set};
use std::fs;
use std::sync::Arc;
use times::Times;

const SEED: u64 = 4;
const BEST: usize = 100;
const ROWS: usize = 40;
/// Each keystroke is measured so often; its median counts.
const ROUNDS: usize = 3;
/// With the keystrokes that the peers get: the ratios are to this.
const SAME: &str = "majlis, the peers' keystrokes";

/// The figures of one of the compared.
struct Figures {
    name: String,
    records: usize,
    times: Times,
    bytes_per_record: f64,
    build_ms: f64,
}

fn main() {
    let short = std::env::args().any(|argument| argument == "--short");
    let queries = std::env::var("MAJLIS_BENCH_QUERIES")
        .ok()
        .map(|file| fs::read_to_string(file).unwrap());
    let keystrokes = match &queries {
        Some(text) => keystrokes::typed(text.lines()),
        None => keystrokes::own(),
    };
    let mut all = Vec::new();
    match std::env::var("MAJLIS_BENCH_CORPUS") {
        Ok(file) => {
            let text = fs::read_to_string(file).unwrap();
            compare(&Corpus::read(&text), &keystrokes, &mut all);
        }
        Err(_) => {
            let sizes = std::env::var("MAJLIS_BENCH_RECORDS").ok();
            let sizes: Vec<usize> = match &sizes {
                Some(sizes) => sizes.split(',').map(|size| size.parse().unwrap()).collect(),
                None if short => vec![10_000],
                None => vec![10_000, 100_000, 1_000_000],
            };
            for records in sizes {
                compare(&Corpus::generate(records, SEED), &keystrokes, &mut all);
            }
        }
    }
    if let Ok(file) = std::env::var("MAJLIS_BENCH_JSON") {
        write(&file, &all);
    }
}

fn compare(corpus: &Corpus, keystrokes: &[String], all: &mut Vec<Figures>) {
    let first = all.len();
    println!(
        "\n{} records, {:.1} MB of text, {} keystrokes",
        corpus.len(),
        corpus.bytes() as f64 / 1e6,
        keystrokes.len()
    );
    let majlis = Majlis::build(corpus);
    let (texts, words): (Vec<&str>, Vec<&str>) = keystrokes
        .iter()
        .map(String::as_str)
        .partition(|text| text.contains('"') && majlis.values.read(text).needs_texts());
    if !words.is_empty() || texts.is_empty() {
        all.push(majlis.figures("majlis", &words));
    }
    if !texts.is_empty() {
        all.push(majlis.figures("majlis, phrases", &texts));
    }
    if std::env::var("MAJLIS_BENCH_PEERS").map_or(true, |peers| peers != "0") {
        measure_peers(&majlis, keystrokes, all);
    }
    print(&all[first..]);
}

/// What the peers take. They need seconds a keystroke at a million records: they get some of the
/// keystrokes, and so does the search that they are measured against.
fn measure_peers(majlis: &Majlis<'_>, keystrokes: &[String], all: &mut Vec<Figures>) {
    let corpus = majlis.corpus;
    let size = (48_000_000 / corpus.len().max(1)).max(16);
    let plain = keystrokes::plain(keystrokes);
    let typed = plain.iter().flatten().copied();
    let step = typed.clone().count().div_ceil(size).max(1);
    let some: Vec<&str> = typed.step_by(step).collect();
    println!(
        "the peers get {} of the keystrokes of plain queries",
        some.len()
    );
    all.push(majlis.figures(SAME, &some));
    let mut peer = |name: &str, times: Times| {
        all.push(Figures {
            name: name.to_owned(),
            records: corpus.len(),
            times,
            bytes_per_record: 0.0,
            build_ms: 0.0,
        });
    };
    peer("summing the bytes", peers::sum(corpus, 40));
    peer("frizbee 0.13", peers::frizbee(corpus, &some));
    peer("fuzzy-matcher SkimMatcherV2", peers::skim(corpus, &some));
    peer("nucleo 0.5", peers::nucleo(corpus, &some));
    let whole: Vec<&str> = plain.into_iter().step_by(step).flatten().collect();
    peer(
        "nucleo 0.5, letter by letter",
        peers::nucleo(corpus, &whole),
    );
}

/// The index, and what it took to build.
struct Majlis<'a> {
    corpus: &'a Corpus,
    index: Index,
    values: Values,
    built: Times,
}

impl<'a> Majlis<'a> {
    fn build(corpus: &'a Corpus) -> Self {
        let mut built = Times::default();
        let mut build =
            || built.time(|| Index::build_by_key(corpus.len() as u32, |key| corpus.document(key)));
        drop(build());
        drop(build());
        Self {
            corpus,
            index: build(),
            values: Values::new(corpus.len()),
            built,
        }
    }

    fn figures(&self, name: &str, keystrokes: &[&str]) -> Figures {
        let records = self.corpus.len();
        Figures {
            name: name.to_owned(),
            records,
            times: measure(&self.index, self.corpus, &self.values, keystrokes),
            bytes_per_record: self.index.bytes() as f64 / records.max(1) as f64,
            build_ms: self.built.ms(50),
        }
    }
}

/// The fields of the queries, each with its one value and the records that have it.
struct Values(Vec<Arc<Set>>);

const FIELDS: &[&[&str]] = &[&["kind"], &["by"], &["year"]];
const VALUES: [(&str, u32); 3] = [("nomination", 8), ("kuwait", 60), ("2024", 10)];

impl Values {
    fn new(records: usize) -> Self {
        let sets = VALUES.iter().map(|&(_, share)| {
            let mut set = Set::new(records);
            let keys = (0..records as u32).filter(|key| key % share == 3);
            keys.for_each(|key| set.insert(key));
            Arc::new(set)
        });
        Self(sets.collect())
    }

    fn read(&self, text: &str) -> Query {
        Query::read(text, FIELDS, &mut |field, typed| {
            let known = VALUES[field].0.starts_with(typed);
            known.then(|| self.0[field].clone())
        })
    }
}

fn measure(index: &Index, corpus: &Corpus, values: &Values, keystrokes: &[&str]) -> Times {
    let mut session = Session::new();
    let mut rounds: Vec<Times> = Vec::new();
    let mut found = 0;
    for _ in 0..ROUNDS {
        let mut times = Times::default();
        for text in keystrokes {
            times.time(|| {
                let query = values.read(text);
                let holds = |key: u32| {
                    let document = corpus.document(key);
                    let fields = document.fields.iter();
                    let texts: Vec<&str> = fields
                        .filter(|(field, _)| *field != Field::Background)
                        .map(|(_, text)| &**text)
                        .collect();
                    query.holds(key, &texts)
                };
                let results = index.search_places(&mut session, &query, BEST, None, &holds);
                found += results.total;
                let mut marker = Marker::of(&query, &results.guesses);
                let seen = results.hits.iter().take(ROWS);
                let rows: Vec<&str> = seen.map(|hit| &*corpus.lines[hit.key as usize]).collect();
                for row in rows {
                    std::hint::black_box(marker.marks(row));
                }
            });
        }
        rounds.push(times);
    }
    // The machine does other things too: of each keystroke the median counts.
    let mut times = Times::default();
    let mut slow = Vec::new();
    for (place, query) in keystrokes.iter().enumerate() {
        let mut of_keystroke: Vec<_> = rounds.iter().map(|round| round.all()[place]).collect();
        of_keystroke.sort_unstable();
        times.push(of_keystroke[ROUNDS / 2]);
        slow.push((of_keystroke[ROUNDS / 2], query));
    }
    slow.sort_unstable_by(|a, b| b.cmp(a));
    let shown: Vec<String> = slow
        .iter()
        .take(12)
        .map(|(time, query)| {
            let query: String = query.chars().take(24).collect();
            format!("{query:?} {:.2} ms", time.as_secs_f64() * 1e3)
        })
        .collect();
    println!("slowest: {}; {} found", shown.join(", "), found / ROUNDS);
    times
}

fn print(figures: &[Figures]) {
    println!(
        "{:<30} {:>6} {:>10} {:>10} {:>10} {:>8} {:>9} {:>9}",
        "", "keys", "p50 ms", "p99 ms", "worst ms", "B/record", "build ms", "ratio"
    );
    let same = figures.iter().find(|figure| figure.name == SAME);
    let own = same.unwrap_or(&figures[0]).times.ms(50);
    for figure in figures {
        println!(
            "{:<30} {:>6} {:>10.3} {:>10.3} {:>10.3} {:>8.1} {:>9.0} {:>8.0}×",
            figure.name,
            figure.times.len(),
            figure.times.ms(50),
            figure.times.ms(99),
            figure.times.ms(100),
            figure.bytes_per_record,
            figure.build_ms,
            figure.times.ms(50) / own,
        );
    }
    let targets = match figures[0].records {
        1_000_000.. => {
            "p50 ≤ 0.5, p99 ≤ 2, worst ≤ 4 ms; ≤ 160 B; build < 1000 ms; ≥ 10, 200, 1000, 4000 ×"
        }
        100_000.. => "p99 ≤ 0.5 ms",
        _ => "p99 ≤ 0.2 ms at 10,000",
    };
    println!("asked for: {targets}");
}

fn write(file: &str, all: &[Figures]) {
    let figures = all.iter().map(|figure| {
        serde_json::json!({
            "name": figure.name,
            "records": figure.records,
            "keystrokes": figure.times.len(),
            "p50_ms": figure.times.ms(50),
            "p99_ms": figure.times.ms(99),
            "max_ms": figure.times.ms(100),
            "bytes_per_record": figure.bytes_per_record,
            "build_ms": figure.build_ms,
        })
    });
    let text = serde_json::to_string_pretty(&figures.collect::<Vec<_>>()).unwrap();
    fs::write(file, text).unwrap();
}
