//! Lists in brackets and maps in braces: putting in and taking out, with the commas.

use super::lines::{
    char_at, column, indent, is_comment, line_before, line_end, line_ending, line_start, next_line,
    piece, skip_space,
};
use super::replace::Splice;
use super::tree::{Node, What};

/// From where to where each element, or each key with its value, stands.
pub(super) fn spans(node: &Node<'_>) -> Vec<(usize, usize)> {
    match &node.what {
        What::List { items, .. } => {
            let span = |item: &super::tree::Item<'_>| (item.node.start, item.node.end);
            items.iter().map(span).collect()
        }
        What::Map { entries, .. } => entries
            .iter()
            .map(|entry| {
                let colon = entry.colon.map_or(0, |colon| colon + 1);
                (
                    entry.key.start,
                    entry.value.end.max(entry.key.end).max(colon),
                )
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a comment stands between the elements.
pub(super) fn holds_comment(text: &str, node: &Node<'_>) -> bool {
    let mut from = node.start;
    let mut gaps = spans(node);
    gaps.push((node.end, node.end));
    gaps.into_iter().any(|(start, end)| {
        let gap = piece(text, from, start);
        from = end;
        gap.contains('#')
    })
}

/// A new element, or key with its value, before the one of this number.
pub(super) fn insert(
    text: &str,
    node: &Node<'_>,
    place: usize,
    new: &str,
    space: bool,
) -> Vec<Splice> {
    let spans = spans(node);
    let splice = |at: usize, with: String| Splice {
        from: at,
        to: at,
        with,
    };
    let Some((first, _)) = spans.first() else {
        let inner = piece(text, node.start + 1, node.end.saturating_sub(1));
        let blank = if space { " " } else { "" };
        return match inner.trim().is_empty() {
            true => vec![Splice {
                from: node.start + 1,
                to: node.end - 1,
                with: format!("{blank}{new}{blank}"),
            }],
            false => vec![splice(node.start + 1, format!(" {new}"))],
        };
    };
    let line = |at: usize| format!("{}{}", line_ending(text), blanks_before(text, at));
    let Some((start, end)) = place.checked_sub(1).and_then(|nth| spans.get(nth)) else {
        return match own_line(text, *first) {
            true => vec![splice(*first, format!("{new},{}", line(*first)))],
            false => vec![splice(*first, format!("{new}, "))],
        };
    };
    let comma = comma_after(text, *end);
    let next = spans.get(place).map_or(node.end - 1, |(start, _)| *start);
    // Below, where each stands on its own line.
    if own_line(text, *start) && line_end(text, *end) < next {
        let end_of_line = line_end(text, comma.map_or(*end, |comma| comma + 1));
        let behind = if comma.is_some() { "," } else { "" };
        let mut splices = Vec::new();
        if comma.is_none() {
            splices.push(splice(*end, ",".to_owned()));
        }
        splices.push(splice(
            end_of_line,
            format!("{}{new}{behind}", line(*start)),
        ));
        return splices;
    }
    vec![splice(*end, format!(", {new}"))]
}

/// The element, or key with its value, of this number goes.
pub(super) fn remove(text: &str, node: &Node<'_>, child: usize) -> Vec<Splice> {
    let cut = |from: usize, to: usize| Splice {
        from,
        to,
        with: String::new(),
    };
    let spans = spans(node);
    let Some((start, end)) = spans.get(child).copied() else {
        return Vec::new();
    };
    let next = spans.get(child + 1).map(|(start, _)| *start);
    let before = child
        .checked_sub(1)
        .and_then(|nth| spans.get(nth))
        .map(|(_, end)| *end);
    if next.is_none() && before.is_none() {
        return vec![cut(node.start + 1, node.end - 1)];
    }
    let comma = comma_after(text, end);
    let comma_before = before.and_then(|end| comma_after(text, end));
    let behind = comma.map_or(end, |comma| comma + 1);
    let rest = piece(text, behind, line_end(text, behind)).trim_start_matches([' ', '\t']);
    // Its own lines go whole.
    if own_line(text, start) && (rest.is_empty() || rest.starts_with('#')) {
        let mut splices = Vec::new();
        if let (None, Some(comma_before)) = (comma, comma_before) {
            splices.push(cut(comma_before, comma_before + 1));
        }
        splices.push(cut(own_comments(text, start), next_line(text, behind)));
        return splices;
    }
    if let Some(next) = next {
        let to = match piece(text, end, next).contains(['#', '\n', '\r']) {
            true => behind,
            false => next,
        };
        return vec![cut(start, to)];
    }
    match (before, comma_before) {
        (Some(before), _) if !piece(text, before, start).contains('#') => vec![cut(before, end)],
        (_, Some(comma)) => vec![cut(comma, comma + 1), cut(start, end)],
        _ => vec![cut(start, end)],
    }
}

/// The comma behind an element.
fn comma_after(text: &str, end: usize) -> Option<usize> {
    let at = skip_space(text, end);
    (char_at(text, at) == Some(',')).then_some(at)
}

/// Whether nothing but blanks stands before it on its line.
fn own_line(text: &str, at: usize) -> bool {
    indent(text, line_start(text, at)) == column(text, at)
}

/// The blanks before it on its line.
fn blanks_before(text: &str, at: usize) -> &str {
    piece(text, line_start(text, at), at)
}

/// Where the comment lines directly above begin, or the line itself.
fn own_comments(text: &str, at: usize) -> usize {
    let mut line = line_start(text, at);
    let column = column(text, at);
    while let Some(before) = line_before(text, line) {
        if !is_comment(text, before) || indent(text, before) != column {
            break;
        }
        line = before;
    }
    line
}
