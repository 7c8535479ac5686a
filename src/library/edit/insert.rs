//! Puts a new key or element beside the others, in their style.

use serde_yaml::Value;

use super::find::Found;
use super::flow;
use super::habits::Habits;
use super::lines::{column, line_end, line_start, piece};
use super::plan::refuse_odd;
use super::replace::Splice;
use super::tree::{Node, What};
use super::units::{Unit, blanks_above, units};
use super::write::Writer;
use super::{EditError, order};

/// A new key in a map that has others, or `{}`.
pub(super) fn key(
    text: &str,
    root: &Node<'_>,
    found: &Found<'_, '_, '_>,
    key: &str,
    value: &Value,
) -> Result<Vec<Splice>, EditError> {
    let map = found.node;
    refuse_odd(text, map)?;
    let place = order::place(root, &found.way, map, key);
    let at = map.entries().get(place).or(map.entries().last());
    let at = at.map_or(map.start, |entry| entry.key.start);
    let writer = Writer {
        habits: Habits::near(text, root, at),
    };
    if map.is_flow() {
        let new = writer.flow_entry(&Value::String(key.to_owned()), value);
        return Ok(flow::insert(text, map, place, &new, writer.habits.braces));
    }
    let column = map
        .entries()
        .first()
        .map_or(0, |entry| column(text, entry.key.start));
    let new = writer.entry(key, value, column);
    let is_root = found.way.is_empty();
    Ok(vec![beside(
        text,
        &units(text, map),
        place,
        &new,
        column,
        is_root,
        &writer,
    )])
}

/// A new element in a list that has others.
pub(super) fn element(
    text: &str,
    root: &Node<'_>,
    found: &Found<'_, '_, '_>,
    place: usize,
    value: &Value,
) -> Result<Vec<Splice>, EditError> {
    let list = found.node;
    let near = list.items().get(place.saturating_sub(1));
    let at = near.map_or(list.start, |item| item.node.end);
    let writer = Writer {
        habits: Habits::near(text, root, at),
    };
    if list.is_flow() {
        let new = writer.flow(value);
        return Ok(flow::insert(
            text,
            list,
            place,
            &new,
            writer.habits.brackets,
        ));
    }
    let key = found.way.last().and_then(|way| match &way.parent.what {
        What::Map { entries, .. } => entries.get(way.child)?.key.text(),
        _ => None,
    });
    let column = list
        .items()
        .first()
        .map_or(0, |item| column(text, item.dash));
    let width = near.map_or(2, |item| dash_width(text, item.dash, item.node.start));
    let new = format!(
        "-{}",
        writer.behind_dash(key.unwrap_or_default(), value, column, width)
    );
    Ok(vec![beside(
        text,
        &units(text, list),
        place,
        &new,
        column,
        false,
        &writer,
    )])
}

/// From a dash to what follows it on its line.
fn dash_width(text: &str, dash: usize, node: usize) -> usize {
    match node > dash && node <= line_end(text, dash) {
        true => node - dash,
        false => 2,
    }
}

/// New lines before the unit of this number, with the blank lines that separate the others.
fn beside(
    text: &str,
    units: &[Unit],
    place: usize,
    new: &str,
    column: usize,
    is_root: bool,
    writer: &Writer<'_>,
) -> Splice {
    let gap = |nth: usize| {
        let one = units.get(nth)?;
        let above = nth.checked_sub(1).and_then(|nth| units.get(nth))?;
        Some(blanks_between(text, above, one))
    };
    // The sections of a file are separated where nothing tells otherwise.
    let usual = usize::from(is_root && new.contains(['\n', '\r']));
    let blank = writer.habits.eol;
    let line = writer.line(column);
    match place.checked_sub(1).and_then(|nth| units.get(nth)) {
        None => {
            let at = units.first().map_or(0, |unit| unit.start);
            let gap = blank.repeat(gap(1).unwrap_or(usual));
            Splice {
                from: at,
                to: at,
                with: format!("{new}{gap}{line}"),
            }
        }
        Some(above) => {
            let gaps = [gap(place - 1), gap(place)].into_iter().flatten();
            let gap = blank.repeat(gaps.min().unwrap_or(usual));
            match units.get(place) {
                // Where a heading stands between the two, below it.
                Some(below) if !piece(text, above.end, below.start).trim().is_empty() => {
                    let at = below.start;
                    Splice {
                        from: at,
                        to: at,
                        with: format!("{new}{gap}{line}"),
                    }
                }
                _ => {
                    let at = above.end;
                    let last = if at == text.len() { blank } else { "" };
                    Splice {
                        from: at,
                        to: at,
                        with: format!("{gap}{line}{new}{last}"),
                    }
                }
            }
        }
    }
}

/// How many blank lines stand directly above a unit, of those below the one above it.
fn blanks_between(text: &str, above: &Unit, below: &Unit) -> usize {
    let (count, first) = blanks_above(text, below.start);
    match line_start(text, below.start) > above.end && first > above.end {
        true => count,
        false => 0,
    }
}
