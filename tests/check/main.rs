//! `majlis check`: every sort of problem, at its very place.
//!
//! In the tables a `‸` stands before the character that a problem points at; it is taken out before
//! the file is checked. Where a place could be miscounted it is also given in numbers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hostile;
mod meaning;
mod property;
mod shape;
#[path = "../../src/testing.rs"]
mod testing;
mod told;

use majlis::library::{Code, Problem, Severity, Source};

const REGISTRY: &str = "\
bodies:
  - {id: council, name: {ar: المجلس, en: Council}, kind: conference}
  - {id: eg-itrs, name: {ar: فريق الخبراء, en: Expert Group}, kind: group, parent: council}
people:
  - {id: selim, name: {ar: سليم, en: Selim}, country: EGY}
countries:
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}}
  - {id: DZA, name: {ar: الجزائر, en: Algeria}, itu: ALG}
instruments:
  - {id: pp-res:191@2022, kind: resolution, title: {ar: القرار, en: Resolution}}
  - {id: c-dec:619@2020, kind: decision, title: {ar: المقرر, en: Decision}}
  - {id: c-dec:619@2021, kind: decision, title: {ar: المقرر, en: Decision}}
documents: []
";

/// Lines 1 to 4 of every report below.
const HEAD: &str = "\
report:
  id: t1
  kind: group-report
  title: {ar: تقرير, en: Report}
";

/// Checks a library of these files: names and contents.
fn check(files: &[(&str, &[u8])]) -> Vec<Problem> {
    let source = |(name, bytes): &(&str, &[u8])| Source::new(*name, bytes.to_vec());
    let sources: Vec<Source> = files.iter().map(source).collect();
    majlis::library::check::check(&sources).problems
}

/// Takes the marks out; returns the text and the marks' lines and columns, from 1, in characters.
fn marked(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut plain = String::new();
    let mut places = Vec::new();
    for (line, content) in text.split('\n').enumerate() {
        let mut column = 1;
        for char in content.chars() {
            if char == '‸' {
                places.push((line + 1, column));
            } else {
                plain.push(char);
                column += 1;
            }
        }
        plain.push('\n');
    }
    plain.pop();
    (plain, places)
}

fn of_report(report: &str) -> Vec<Problem> {
    let mut problems = check(&[
        ("registry.yaml", REGISTRY.as_bytes()),
        ("t1.yaml", report.as_bytes()),
    ]);
    assert!(
        problems
            .iter()
            .all(|problem| problem.place.file == "t1.yaml"),
        "{problems:#?}"
    );
    problems.retain(|problem| problem.place.file == "t1.yaml");
    problems
}

fn brief(problems: &[Problem]) -> Vec<(usize, usize, Severity, Code)> {
    problems
        .iter()
        .map(|problem| {
            let place = &problem.place;
            (place.line, place.column, problem.severity, problem.code)
        })
        .collect()
}

/// Each case: the problems in the order of their marks, and what follows [`HEAD`].
fn holds(cases: &[(&[(Severity, Code)], &str)]) {
    for (expected, rest) in cases {
        let (text, places) = marked(&format!("{HEAD}{rest}"));
        assert_eq!(places.len(), expected.len(), "marks in {rest}");
        let expected: Vec<_> = places
            .iter()
            .zip(*expected)
            .map(|((line, column), (severity, code))| (*line, *column, *severity, *code))
            .collect();
        assert_eq!(brief(&of_report(&text)), expected, "in:\n{text}");
    }
}
