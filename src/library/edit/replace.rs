//! Puts a new value in the place of an old one.

use serde_yaml::Value;

use super::block::{self, Block};
use super::find::Way;
use super::habits::Habits;
use super::lines::{self, column, is_comment, line_end, line_ending, piece};
use super::scalar;
use super::tree::{Node, Scalar, Style, What};
use super::units::blanks_below;
use super::write::Writer;

/// A piece of the text that becomes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub from: usize,
    pub to: usize,
    pub with: String,
}

/// A value with what leads to it.
pub(super) struct Target<'t, 'a> {
    pub node: &'t Node<'a>,
    /// The byte behind its colon or dash; in brackets its own first byte.
    pub lead: usize,
    /// The column of its key or dash.
    pub column: usize,
    pub in_flow: bool,
    pub role: Place<'t>,
}

/// What leads to a value.
#[derive(Clone, Copy)]
pub(super) enum Place<'t> {
    /// This key, with a colon or (in braces) without.
    Key { name: &'t str, colon: bool },
    /// A dash, so many bytes before what it leads to; the key is that of its list.
    Dash { key: &'t str, width: usize },
}

impl<'t, 'a> Target<'t, 'a> {
    /// The child at the end of a way; none for the root.
    pub fn of(text: &str, way: &[Way<'t, 'a>]) -> Option<Self> {
        let (last, before) = way.split_last()?;
        let in_flow = last.parent.is_flow();
        match &last.parent.what {
            What::Map { entries, .. } => {
                let entry = entries.get(last.child)?;
                let name = entry.key.text()?;
                Some(Self {
                    node: &entry.value,
                    lead: entry.colon.map_or(entry.key.end, |colon| colon + 1),
                    column: column(text, entry.key.start),
                    in_flow,
                    role: Place::Key {
                        name,
                        colon: entry.colon.is_some(),
                    },
                })
            }
            What::List { items, .. } => {
                let item = items.get(last.child)?;
                let key = before
                    .last()
                    .and_then(|way| way.parent.entries().get(way.child));
                let width = item.node.start.saturating_sub(item.dash);
                let same_line = !piece(text, item.dash, item.node.start).contains(['\n', '\r']);
                Some(Self {
                    node: &item.node,
                    lead: item.dash + usize::from(!in_flow),
                    column: column(text, item.dash),
                    in_flow,
                    role: Place::Dash {
                        key: key.and_then(|entry| entry.key.text()).unwrap_or_default(),
                        width: if same_line { width.max(2) } else { 2 },
                    },
                })
            }
            _ => None,
        }
    }
}

/// The new value in the place of the old one; `root` is the whole file.
pub(super) fn replace(
    text: &str,
    root: &Node<'_>,
    target: &Target<'_, '_>,
    value: &Value,
) -> Splice {
    let new_is_scalar = !matches!(value, Value::Sequence(_) | Value::Mapping(_));
    match &target.node.what {
        What::Scalar(old) if new_is_scalar => scalar_for_scalar(text, root, target, old, value),
        _ => whole(text, root, target, value),
    }
}

/// A scalar in the place of a scalar: the old style, where it can hold the new text.
fn scalar_for_scalar(
    text: &str,
    root: &Node<'_>,
    target: &Target<'_, '_>,
    old: &Scalar<'_>,
    value: &Value,
) -> Splice {
    let node = target.node;
    match restyled(text, root, target, old, value) {
        Restyled::Inline(new) => {
            let is_block = matches!(old.style, Style::Literal | Style::Folded);
            let behind = if is_block {
                block::behind_header(text, node)
            } else {
                ""
            };
            let with = match (old.style, target.role) {
                (Style::Missing, Place::Key { colon: false, .. }) => format!(": {new}"),
                (Style::Missing, _) => format!(" {new}"),
                _ => new + behind,
            };
            // Between a colon and a comma no blank is left over.
            let blanks = piece(text, node.end, text.len());
            let comma = blanks.trim_start_matches(' ');
            let to = match old.style == Style::Missing && comma.starts_with(',') {
                true => text.len() - comma.len(),
                false => node.end,
            };
            Splice {
                from: node.start,
                to,
                with,
            }
        }
        Restyled::Block(header, lines) => {
            let is_block = matches!(old.style, Style::Literal | Style::Folded);
            let line = line_end(text, node.end);
            let (behind, to) = match is_block {
                true => (block::behind_header(text, node), node.end),
                false => (piece(text, node.end, line), line),
            };
            let blank = if old.style == Style::Missing { " " } else { "" };
            // Behind the last line of a file there may be no line end; the text has one.
            let ends = to == text.len() && value.as_str().is_some_and(|text| text.ends_with('\n'));
            let last = if ends { line_ending(text) } else { "" };
            let with = format!("{blank}{header}{behind}{lines}{last}");
            Splice {
                from: node.start,
                to,
                with,
            }
        }
    }
}

/// A scalar as it is to be written.
enum Restyled {
    Inline(String),
    /// A header, and the lines, each with the line end before it.
    Block(String, String),
}

fn restyled(
    text: &str,
    root: &Node<'_>,
    target: &Target<'_, '_>,
    old: &Scalar<'_>,
    value: &Value,
) -> Restyled {
    let Value::String(new) = value else {
        return Restyled::Inline(scalar::inline(value, target.in_flow));
    };
    let is_long = new.contains('\n');
    let inline = || Restyled::Inline(scalar::text_inline(new, target.in_flow));
    let literal = || {
        let block = new_block(text, root, target, old);
        let fits = !is_comment_below(text, target.node.end, block.indent);
        let written = fits.then(|| block.literal(new)).flatten();
        written.map_or_else(
            || Restyled::Inline(scalar::double(new)),
            |(header, lines)| Restyled::Block(header, lines),
        )
    };
    match old.style {
        Style::Single if !is_long && scalar::fits_single(new) => {
            Restyled::Inline(scalar::single(new))
        }
        Style::Double if !is_long || old.text.contains('\n') => {
            Restyled::Inline(scalar::double(new))
        }
        _ if target.in_flow && is_long => Restyled::Inline(scalar::double(new)),
        Style::Missing | Style::Plain | Style::Single | Style::Double => match is_long {
            true => literal(),
            false => inline(),
        },
        Style::Literal if new.is_empty() => inline(),
        Style::Literal => literal(),
        Style::Folded => {
            let lines = block::folded_lines(text, target.node, old.style);
            let written = new_block(text, root, target, old).folded(new, &lines);
            match written {
                Some((header, lines)) => Restyled::Block(header, lines),
                None if is_long => literal(),
                None => inline(),
            }
        }
    }
}

/// Whether the next line that is not blank is a comment so deep that a block scalar would take it in.
fn is_comment_below(text: &str, end: usize, indent: usize) -> bool {
    let (_, next) = blanks_below(text, end);
    next < text.len() && is_comment(text, next) && lines::indent(text, next) >= indent
}

/// Where the lines of a block scalar stand: as those of the old one, else as is usual here.
fn new_block(text: &str, root: &Node<'_>, target: &Target<'_, '_>, old: &Scalar<'_>) -> Block {
    let eol = line_ending(text);
    let is_block = matches!(old.style, Style::Literal | Style::Folded);
    let as_before = || Block::of(text, target.node, target.column, eol);
    is_block.then(as_before).flatten().unwrap_or_else(|| {
        let inner = match target.role {
            Place::Key { .. } => Habits::near(text, root, target.lead).step,
            Place::Dash { width, .. } => width,
        };
        Block {
            indent: target.column + inner,
            parent: target.column,
            eol,
            keeps: false,
            told: false,
        }
    })
}

/// A value of another kind: the comment of the line stays behind its first line.
fn whole(text: &str, root: &Node<'_>, target: &Target<'_, '_>, value: &Value) -> Splice {
    let node = target.node;
    let writer = Writer {
        habits: Habits::near(text, root, target.lead),
    };
    if target.in_flow {
        let blank = match (&node.what, target.role) {
            (What::Scalar(old), Place::Key { colon, .. }) if old.style == Style::Missing => {
                if colon { " " } else { ": " }
            }
            _ => "",
        };
        let with = format!("{blank}{}", writer.flow(value));
        return Splice {
            from: node.start,
            to: node.end,
            with,
        };
    }
    let new = match target.role {
        Place::Key { name, .. } => {
            let used = target.column + name.chars().count() + 1;
            writer.behind_key(name, value, target.column, used)
        }
        Place::Dash { key, width } => writer.behind_dash(key, value, target.column, width),
    };
    let key_line = line_end(text, target.lead);
    let is_block_scalar = matches!(&node.what, What::Scalar(old)
        if matches!(old.style, Style::Literal | Style::Folded));
    let is_block = !node.is_flow() && !matches!(node.what, What::Scalar(_));
    let (behind, to) = if is_block_scalar {
        (block::behind_header(text, node), node.end)
    } else if node.start > key_line {
        (piece(text, target.lead, key_line), line_end(text, node.end))
    } else if is_block {
        ("", line_end(text, node.end))
    } else {
        let end = line_end(text, node.end);
        (piece(text, node.end, end), end)
    };
    let first = line_end(&new, 0);
    let head = piece(&new, 0, first);
    let rest = piece(&new, first, new.len());
    // Behind the last line of a file there may be no line end; a block scalar may need one.
    let last = if to == text.len() && !rest.is_empty() {
        line_ending(text)
    } else {
        ""
    };
    let with = format!("{head}{behind}{rest}{last}");
    Splice {
        from: target.lead,
        to,
        with,
    }
}
