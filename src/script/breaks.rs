//! Where a line may end (UAX #14, and what a reader accepts), and filling lines.

use std::ops::Range;

use unicode_linebreak::linebreaks;

use super::clusters::Cluster;
use super::isolate::{CLOSE, OPEN};
use super::keep;
use super::levels::Blank;

/// Whether a line may end before a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Only when nothing else is left.
    No,
    /// UAX #14 allows it, but it parts a code, a date, a number from its unit.
    Poor,
    /// A good place.
    Good,
}

/// For each cluster, whether a line may end before it.
pub(super) fn breaks(text: &str, clusters: &[Cluster]) -> Vec<Break> {
    let mut found = vec![Break::No; clusters.len()];
    let words = words(text);
    let mut next_word = 0;
    let mut whole = None;
    let mut seen = 0;
    let mut isolated = false;
    let mut slots = clusters.iter().zip(&mut found).peekable();
    for (at, _) in linebreaks(text) {
        for ch in text.get(seen..at).unwrap_or_default().chars() {
            isolated = ch == OPEN || isolated && ch != CLOSE;
        }
        seen = at;
        while words.get(next_word).is_some_and(|word| word.start < at) {
            next_word += 1;
            whole = None;
        }
        while slots.next_if(|(cluster, _)| cluster.at < at).is_some() {}
        let Some((_, slot)) = slots.peek_mut() else {
            break;
        };
        let good = !isolated && {
            let word = |back: usize| {
                let range = words.get(next_word.checked_sub(back)?)?;
                text.get(range.clone())
            };
            if words.get(next_word).is_some_and(|word| word.start == at) {
                !keep::together(
                    word(2).unwrap_or_default(),
                    word(1).unwrap_or_default(),
                    word(0).unwrap_or_default(),
                )
            } else {
                let start = words.get(next_word.wrapping_sub(1)).map_or(0, |w| w.start);
                let word = word(1).unwrap_or_default();
                let plain = *whole.get_or_insert_with(|| keep::plain(word));
                keep::may_part(word, at.saturating_sub(start), plain)
            }
        };
        **slot = (**slot).max(if good { Break::Good } else { Break::Poor });
    }
    found
}

/// The words of `text`: what stands between white space.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, ch) in text.char_indices() {
        if !ch.is_whitespace() {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            found.push(start..at);
        }
    }
    found.extend(start.map(|start| start..text.len()));
    found
}

/// One line, as indices of clusters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The first cluster.
    pub(super) start: usize,
    /// What is painted: without the white space at the end.
    pub(super) painted: Range<usize>,
    /// The first cluster of the next line.
    pub(super) end: usize,
}

/// Fills lines of at most `width` columns; white space at the end of a line takes none.
pub(super) fn fill(clusters: &[Cluster], allowed: &[Break], width: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    loop {
        let end = line_end(clusters, allowed, width, start);
        let line = clusters.get(start..end).unwrap_or_default();
        let blanks = line.iter().rev().take_while(|c| c.blank != Blank::No);
        let painted = start..end - blanks.count();
        parts.push(Part {
            start,
            painted,
            end,
        });
        start = end;
        if start >= clusters.len() {
            return parts;
        }
    }
}

/// Where the line that begins at `start` ends.
fn line_end(clusters: &[Cluster], allowed: &[Break], width: usize, start: usize) -> usize {
    let (mut good, mut poor) = (None, None);
    let mut used = 0;
    let rest = clusters.iter().zip(allowed).enumerate().skip(start);
    for (at, (cluster, allowed)) in rest {
        if at > start {
            match allowed {
                Break::Good => good = Some(at),
                Break::Poor => poor = Some(at),
                Break::No => {}
            }
        }
        used += usize::from(cluster.width);
        if used > width && cluster.blank == Blank::No {
            return good.or(poor).unwrap_or(at.max(start + 1));
        }
    }
    clusters.len()
}
