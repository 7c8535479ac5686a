//! `majlis filter`: the search over lines of standard input, as `fzf --filter` does it.

use std::borrow::Cow;
use std::io::{self, Read};

use crate::search::{Document, Field, Index, Marker, Query, Session};

use super::arguments::Filter;
use super::output::Output;
use super::{Failure, NOTHING};

/// Prints the lines that answer the words, best first, to the byte as they came; on a terminal
/// what matched is marked.
pub fn run(wanted: &Filter, output: &mut Output) -> Result<u8, Failure> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let query = Query::parse(&wanted.words.join(" "));
    let lines = lines(&input);
    let text = |key: u32| -> Cow<'_, str> {
        let line = lines.get(key as usize).copied().unwrap_or_default();
        String::from_utf8_lossy(line)
    };
    let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let index = Index::build_by_key(count, |key| Document {
        fields: vec![(Field::Text, text(key))],
        ..Document::default()
    });
    let holds = |key: u32| query.holds(key, &[&text(key)]);
    let limit = wanted.limit.unwrap_or(lines.len());
    let found = index.search_places(&mut Session::new(), &query, limit, None, &holds);
    if found.total == 0 {
        return Ok(NOTHING);
    }
    let mut marker = Marker::of(&query, &found.guesses);
    for hit in found.hits {
        if output.is_terminal() {
            let text = text(hit.key);
            output.marked(&text, &marker.marks(&text))?;
        } else {
            output.bytes(lines.get(hit.key as usize).copied().unwrap_or_default())?;
        }
    }
    Ok(0)
}

/// The lines of the input; an end of line at its very end begins no further one.
fn lines(input: &[u8]) -> Vec<&[u8]> {
    let body = input.strip_suffix(b"\n").unwrap_or(input);
    if input.is_empty() {
        return Vec::new();
    }
    body.split(|&byte| byte == b'\n').collect()
}
