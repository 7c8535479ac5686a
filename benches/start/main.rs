//! How soon a large library answers: `cargo bench --bench start`.
//!
//! Prints, without a verdict, what `majlis find` takes as a whole process: the first time, when the
//! files are read; from the cache; and after one file changed. Beside it stand fzf and skim on the
//! list of the same records, where they are installed, and frizbee and fuzzy-matcher in process.
//! Then queries with fields and filters over the cached library, and the screen in a pseudo-terminal:
//! its first frame, its first answer, each key to its frame; also while the library is first read.
//! `-- --short` takes 10,000 records, else they are 100,000; `MAJLIS_BENCH_RECORDS` says how many,
//! `MAJLIS_BENCH_LIBRARY` names a folder that is there already.
#![allow(missing_docs, clippy::unwrap_used)]

mod cached;
mod screen;
#[path = "../search/times.rs"]
#[allow(dead_code, reason = "shared with the bench of the search")]
mod times;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use times::Times;

const MAJLIS: &str = env!("CARGO_BIN_EXE_majlis");
const QUERY: &str = "ميزانية";
const RUNS: usize = 20;
const STARTS: usize = 8;

fn main() {
    let short = std::env::args().any(|argument| argument == "--short");
    let records = std::env::var("MAJLIS_BENCH_RECORDS").ok();
    let records = records.unwrap_or_else(|| if short { "10000" } else { "100000" }.to_owned());
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("start-{records}"));
    let (mut library, caches) = (place.join("library"), place.join("caches"));
    let large = records.parse::<usize>().unwrap() >= 100_000;
    match std::env::var("MAJLIS_BENCH_LIBRARY") {
        Ok(made) => library = made.into(),
        Err(_) => make(&library, &records),
    }
    let _ = fs::remove_dir_all(&caches);
    let majlis = |arguments: &[&str], out: Stdio| {
        let mut command = Command::new(MAJLIS);
        command
            .args(arguments)
            .env("MAJLIS_LIBRARY", &library)
            .env("MAJLIS_CACHE", &caches);
        run(&mut command, Stdio::null(), out)
    };
    println!("{records} records, {QUERY}, whole processes");
    if large {
        screen::loading(&library, &caches);
        let _ = fs::remove_dir_all(&caches);
    }
    let find = || majlis(&["find", QUERY], Stdio::null());
    show("first, from the files", &Times::of(1, find));
    show("from the cache", &Times::of(RUNS, find));
    for field in ["by:kuwait", "status:agreed", "year:2014", "item:27"] {
        let find = || majlis(&["find", field], Stdio::null());
        show(&format!("from the cache, {field}"), &Times::of(RUNS, find));
    }
    cached::print(&library, &caches);
    screen::print(&library, &caches, STARTS);
    let list = place.join("list");
    majlis(&["list"], File::create(&list).unwrap().into());
    for (name, arguments) in [("fzf", ["--filter", QUERY]), ("sk", ["--filter", QUERY])] {
        let filter = || {
            let mut command = Command::new(name);
            command.args(arguments);
            run(
                &mut command,
                File::open(&list).unwrap().into(),
                Stdio::null(),
            )
        };
        match filter() {
            true => show(name, &Times::of(RUNS, filter)),
            false => println!("{name:<32} not installed"),
        }
    }
    in_process(&list);
    // Last, so that nothing is amended before: one file changes, and the cache stays as it was.
    let first = library.join("r0.yaml");
    let mut text = fs::read_to_string(&first).unwrap();
    text.push('\n');
    fs::write(&first, text).unwrap();
    show("after one file changed", &Times::of(RUNS, find));
}

/// The same words looked for in the same list, without the start of a program.
fn in_process(list: &Path) {
    let text = fs::read_to_string(list).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let config = frizbee::Config::default();
    let frizbee = || {
        let mut matcher = frizbee::Matcher::from_query(QUERY, &config);
        matcher.match_list_parallel(&lines, 2).len()
    };
    show("frizbee, in process", &Times::of(RUNS, frizbee));
    let matcher = SkimMatcherV2::default();
    let skim = || {
        let scores = lines.iter().map(|line| matcher.fuzzy_match(line, QUERY));
        scores.flatten().count()
    };
    show("fuzzy-matcher, in process", &Times::of(RUNS, skim));
}

/// Whether it ran to its end; that nothing was found is an end too.
fn run(command: &mut Command, input: Stdio, out: Stdio) -> bool {
    let status = command.stdin(input).stdout(out).stderr(Stdio::null());
    let code = status.status().ok().and_then(|status| status.code());
    matches!(code, Some(0 | 1))
}

/// Writes the library anew.
fn make(library: &Path, records: &str) {
    let _ = fs::remove_dir_all(library);
    let cargo = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--release", "--example", "make_library"])
        .args(["--", "--records", records, "--seed", "4"])
        .arg(library)
        .stdout(Stdio::null())
        .status();
    assert!(cargo.unwrap().success());
}

fn show(name: &str, times: &Times) {
    let (middle, worst) = (times.ms(50), times.ms(100));
    println!("{name:<32} p50 {middle:>9.1} ms   worst {worst:>9.1} ms");
}
