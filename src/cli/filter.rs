//! `majlis filter`: the search over lines of standard input, as `fzf --filter` does it.

use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::Range;

use serde::Serialize;

use crate::search::grammar::{Expression, NO_FIELDS};
use crate::search::{Abbreviations, Document, Field, Index, Marker, Query, Session};
use crate::words::query as query_words;

use super::arguments::Filter;
use super::output::Output;
use super::{Failure, NOTHING};

/// A line as JSON.
#[derive(Serialize)]
struct Matched<'a> {
    /// Which of the lines of the input it is, from 1.
    number: u32,
    score: u32,
    line: &'a str,
    /// What matched: from where to where, in bytes of the line.
    marks: Vec<(usize, usize)>,
}

/// Prints the lines that answer the words, best first, to the byte as they came; on a terminal
/// what matched is marked, and in JSON it is told. What was not read as it may have been meant is said as
/// `find` says it.
pub fn run(wanted: &Filter, output: &mut Output) -> Result<u8, Failure> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let typed = wanted.words.join(" ");
    let query = Query::parse(&typed);
    let expression = Expression::parse(&typed, NO_FIELDS);
    let notice = query.notice().or(expression.notice);
    // What is not for a program is said beside what is found.
    if let Some(notice) = notice.filter(|_| !wanted.json) {
        output.complain(query_words::notice(notice).get(output.language));
    }
    if let Some((name, _)) = expression.unknown_field().filter(|_| !wanted.json) {
        let message = query_words::no_fields(name);
        output.complain(message.get(output.language));
    }
    let lines = lines(&input);
    let limit = wanted.limit.unwrap_or(lines.len());
    if expression.groups.is_empty() {
        // Nothing but operators: to fzf nothing was typed, and each line has that.
        for (number, line) in (1..).zip(&lines).take(limit) {
            match wanted.json {
                true => json(
                    output,
                    number,
                    0,
                    &String::from_utf8_lossy(line),
                    Vec::new(),
                )?,
                false => output.bytes(line)?,
            }
        }
        return Ok(if lines.is_empty() { NOTHING } else { 0 });
    }
    let text = |key: u32| -> Cow<'_, str> {
        let line = lines.get(key as usize).copied().unwrap_or_default();
        String::from_utf8_lossy(line)
    };
    let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let abbreviations = Abbreviations::of(&query);
    let index = Index::build_by_key(count, |key| {
        let text = text(key);
        let initials = abbreviations.in_text(&text);
        let mut fields = vec![(Field::Text, text)];
        if !initials.is_empty() {
            fields.push((Field::Background, initials.into()));
        }
        Document {
            fields,
            ..Document::default()
        }
    });
    let holds = |key: u32| query.holds(key, &[&text(key)]);
    if index.cut() > 0 && !wanted.json {
        let said = query_words::not_all_searched(index.cut());
        output.complain(said.get(output.language));
    }
    let found = index.search_places(&mut Session::new(), &query, limit, None, &holds);
    if found.total == 0 {
        return Ok(NOTHING);
    }
    let mut marker = Marker::of(&query, &found.guesses);
    for hit in found.hits {
        if wanted.json {
            let text = text(hit.key);
            let marks = marker.marks(&text);
            json(output, hit.key + 1, hit.score, &text, marks)?;
        } else if output.is_terminal() {
            let text = text(hit.key);
            output.marked(&text, &marker.marks(&text))?;
        } else {
            output.bytes(lines.get(hit.key as usize).copied().unwrap_or_default())?;
        }
    }
    Ok(0)
}

/// Prints a line as JSON, one object a line.
fn json(
    output: &mut Output,
    number: u32,
    score: u32,
    line: &str,
    marks: Vec<Range<usize>>,
) -> io::Result<()> {
    let marks = marks.into_iter().map(|mark| (mark.start, mark.end));
    let matched = Matched {
        number,
        score,
        line,
        marks: marks.collect(),
    };
    output.json(&serde_json::to_string(&matched).map_err(io::Error::other)?)
}

/// The lines of the input; an end of line at its very end begins no further one.
fn lines(input: &[u8]) -> Vec<&[u8]> {
    let body = input.strip_suffix(b"\n").unwrap_or(input);
    if input.is_empty() {
        return Vec::new();
    }
    body.split(|&byte| byte == b'\n').collect()
}
