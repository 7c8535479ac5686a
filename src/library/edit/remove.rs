//! Takes a key or an element away, with its own comments.

use super::EditError;
use super::find::Way;
use super::flow;
use super::lines::{indent, line_start, next_line};
use super::plan::refuse_odd;
use super::replace::Splice;
use super::tree::{Node, What};
use super::units::{Unit, blanks_above, blanks_below, units};

/// The way to what goes: a list or map that would be left empty goes with its key. An element of a
/// list, and the file itself, stays.
pub(super) fn gone_with<'w, 't, 'a>(way: &'w [Way<'t, 'a>]) -> &'w [Way<'t, 'a>] {
    let mut way = way;
    while let Some((last, before)) = way.split_last() {
        let above = before.last();
        let is_value = above.is_some_and(|above| matches!(above.parent.what, What::Map { .. }));
        if length(last.parent) != 1 || !is_value {
            break;
        }
        way = before;
    }
    way
}

fn length(node: &Node<'_>) -> usize {
    node.items().len().max(node.entries().len())
}

/// The child of a list or map goes.
pub(super) fn remove(text: &str, way: &Way<'_, '_>) -> Result<Vec<Splice>, EditError> {
    let parent = way.parent;
    refuse_odd(text, parent)?;
    if parent.is_flow() {
        return Ok(flow::remove(text, parent, way.child));
    }
    let units = units(text, parent);
    let Some(own) = units.get(way.child) else {
        return Ok(Vec::new());
    };
    let above = way.child.checked_sub(1).and_then(|nth| units.get(nth));
    let below = units.get(way.child + 1);
    let splice = match (above, below) {
        (None, None) => {
            let with = if parent.entries().is_empty() {
                "[]"
            } else {
                "{}"
            };
            Splice {
                from: own.start,
                to: own.end,
                with: with.to_owned(),
            }
        }
        (None, Some(_)) => first(text, own),
        (Some(above), below) => later(text, above, own, below.is_some()),
    };
    Ok(vec![splice])
}

/// What follows the first comes to its place, without the blank lines between.
fn first(text: &str, own: &Unit) -> Splice {
    let (_, next) = blanks_below(text, own.end);
    let (from, to) = match own.inner {
        true => (own.start, next + indent(text, next)),
        false => (line_start(text, own.start), next),
    };
    Splice {
        from,
        to,
        with: String::new(),
    }
}

/// Of the blank lines above and below, as many stay as separate the others.
fn later(text: &str, above: &Unit, own: &Unit, has_next: bool) -> Splice {
    let own_line = line_start(text, own.start);
    let own_end = next_line(text, own.end);
    let (many_above, first_blank) = blanks_above(text, own.start);
    // Blank lines that end a block scalar are its text.
    let first_blank = first_blank.max(next_line(text, above.end)).min(own_line);
    let (many_below, last_blank) = blanks_below(text, own.end);
    let (from, to) = if !has_next || (many_below > 0 && many_above <= many_below) {
        (first_blank, own_end)
    } else if many_below > 0 {
        (own_line, last_blank)
    } else {
        (own_line, own_end)
    };
    Splice {
        from,
        to,
        with: String::new(),
    }
}
