//! Problems as text for people and as JSON for machines. Nothing of a file reaches a terminal from
//! here but characters that can be seen.

use std::fmt::Write as _;

use serde_json::json;
use unicode_width::UnicodeWidthChar;

use crate::library::chars;
use crate::library::{Problem, Severity};
use crate::report::Language;
use crate::script::without_isolates;
use crate::words::Message;
use crate::words::problem as words;

/// How many characters of a long line are shown before and behind the place.
const BEFORE: usize = 48;
const BEHIND: usize = 48;
/// How many characters of the text at the place are quoted.
const QUOTED: usize = 30;

/// The problem as a person reads it: `file:line:column: error: …`, the line itself with a caret
/// under the place, what was expected, the nearest right word. Each line ends with LF.
///
/// Where the line holds text from right to left a caret would point at another place than is
/// meant, since terminals differ in the order of such lines; what stands at the place is quoted
/// instead.
#[must_use]
pub fn to_text(problem: &Problem, language: Language) -> String {
    let place = &problem.place;
    let mut text = chars::visible(&place.file);
    if place.line > 0 {
        let _ = write!(text, ":{}", place.line);
        if place.column > 0 {
            let _ = write!(text, ":{}", place.column);
        }
    }
    let severity = match problem.severity {
        Severity::Error => words::ERROR,
        Severity::Warning => words::WARNING,
    };
    let what = chars::visible(problem.what.get(language));
    let _ = writeln!(text, ": {}: {what}", severity.get(language));
    excerpt(problem, language, &mut text);
    if let Some(expected) = &problem.expected {
        let expected = chars::visible(expected.get(language));
        let _ = writeln!(text, "  {}: {expected}", words::EXPECTED.get(language));
    }
    if let Some(nearest) = &problem.nearest {
        let (nearest, mark) = (chars::visible(nearest), question_mark(language));
        let asked = words::DID_YOU_MEAN.get(language);
        let _ = writeln!(text, "  {asked}: {nearest}{mark}");
    }
    text
}

const fn question_mark(language: Language) -> char {
    match language {
        Language::Arabic => '؟',
        Language::English => '?',
    }
}

/// The line, or the part of it round the place.
fn excerpt(problem: &Problem, language: Language, out: &mut String) {
    let line: Vec<char> = chars::visible(&problem.place.text).chars().collect();
    if line.iter().all(|char| char.is_whitespace()) {
        return;
    }
    // Columns count from 1.
    let at = problem.place.column.saturating_sub(1).min(line.len());
    let first = at.saturating_sub(BEFORE);
    let first = if first < 4 { 0 } else { first };
    let last = (at + BEHIND).min(line.len());
    let last = if line.len() - last < 4 {
        line.len()
    } else {
        last
    };
    let shown: &[char] = line.get(first..last).unwrap_or_default();
    let (head, tail) = (
        if first > 0 { "…" } else { "" },
        if last < line.len() { "…" } else { "" },
    );
    let gutter = problem.place.line.to_string();
    let body: String = shown.iter().collect();
    let _ = writeln!(out, "  {gutter} | {head}{}{tail}", body.trim_end());
    if problem.place.column == 0 {
        return;
    }
    if shown.iter().any(|char| chars::is_right_to_left(*char)) {
        let rest = line.iter().skip(at);
        let here: String = rest.take(QUOTED).collect();
        if !here.trim().is_empty() {
            let more = if line.len() > at + QUOTED { "…" } else { "" };
            let (open, close) = match language {
                Language::Arabic => ('«', '»'),
                Language::English => ('“', '”'),
            };
            let word = words::HERE.get(language);
            let _ = writeln!(out, "  {word}: {open}{}{more}{close}", here.trim_end());
        }
        return;
    }
    let before = line.get(first..at).unwrap_or_default();
    let width: usize = before.iter().map(|char| char.width().unwrap_or(0)).sum();
    let indent = " ".repeat(gutter.len() + 2);
    let skip = " ".repeat(width + head.chars().count());
    let _ = writeln!(out, "{indent} | {skip}^");
}

/// The problem as one JSON object on one line, without its end. Characters that a terminal must
/// not get stand as escapes.
#[must_use]
pub fn to_json(problem: &Problem) -> String {
    // What is marked to be laid out is for people.
    let plain = |text: &str| without_isolates(text);
    let both = |message: &Message| json!({ "ar": plain(&message.ar), "en": plain(&message.en) });
    let place = &problem.place;
    let object = json!({
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": both(&problem.what),
        "expected": problem.expected.as_ref().map(both),
        "nearest": problem.nearest,
        "text": place.text,
    });
    let mut line = String::new();
    for char in object.to_string().chars() {
        if chars::is_unseen(char) {
            let mut units = [0; 2];
            for unit in char.encode_utf16(&mut units) {
                let _ = write!(line, "\\u{unit:04x}");
            }
        } else {
            line.push(char);
        }
    }
    line
}

/// How the run ended, in one line without its end.
#[must_use]
pub fn summary(problems: &[Problem], files: usize, language: Language) -> String {
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let all = words::summary(errors, problems.len() - errors, files);
    all.get(language).to_owned()
}
