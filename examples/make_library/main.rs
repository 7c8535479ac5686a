//! Writes a large library of reports that nobody wrote, so that anyone can measure:
//! `cargo run --release --example make_library -- --records N --seed S DIR`.
//!
//! All kinds of records in both languages, links that lead somewhere, spellings as people write
//! them. The same number and seed write the same files.
#![allow(missing_docs, clippy::indexing_slicing, clippy::panic)]

#[path = "../../benches/search/random.rs"]
#[allow(dead_code, reason = "shared with the bench of the search")]
mod random;
mod registry;
mod report;
#[path = "../../benches/search/texts.rs"]
mod texts;
#[path = "../../benches/search/words.rs"]
mod words;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// About so many records stand in a report.
const REPORT: usize = 1000;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let usage = "make_library --records N [--seed S] DIR";
    let (mut records, mut seed, mut directory) = (None, 1, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(usage);
        match argument.as_str() {
            "--records" => records = Some(value()?.parse::<usize>()?),
            "--seed" => seed = value()?.parse()?,
            _ if argument.starts_with('-') => return Err(usage.into()),
            _ => directory = Some(PathBuf::from(argument)),
        }
    }
    let (Some(records), Some(directory)) = (records, directory) else {
        return Err(usage.into());
    };
    fs::create_dir_all(&directory)?;
    let mut writer = texts::Writer::new(seed);
    let registry = registry::Registry::new(records, &mut writer);
    fs::write(directory.join("registry.yaml"), &registry.yaml)?;
    let mut written = registry.records;
    let mut number = 0;
    while written < records {
        let size = REPORT.min(records - written);
        let report = report::write(number, size, &registry, &mut writer);
        fs::write(directory.join(format!("r{number}.yaml")), report)?;
        written += size;
        number += 1;
    }
    println!(
        "{written} records in {} files in {}",
        number + 1,
        directory.display()
    );
    Ok(())
}

/// A text in both languages, on one line.
fn both(writer: &mut texts::Writer, characters: usize) -> String {
    pair(
        &writer.arabic_text(characters),
        &writer.english_text(characters),
    )
}

/// The same of texts that are there; a string in JSON is one in YAML.
fn pair(ar: &str, en: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!("{{ar: {}, en: {}}}", quoted(ar), quoted(en))
}
