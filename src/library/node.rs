//! Where the parts of a YAML file stand, for reading it part by part.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span};

/// Deeper nesting is no report; it is refused, as the reader of records does.
const DEEPEST: usize = 128;

/// How far apart, in characters, the known places of [`Offsets`] are.
const STRIDE: usize = 256;

/// Any value of a YAML file, with its place.
#[derive(Debug)]
pub(super) struct Node {
    /// From 1.
    pub line: usize,
    /// From 0, in characters.
    pub column: usize,
    /// In bytes.
    pub range: Range<usize>,
    pub value: Value,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Value {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// Why a file cannot be read part by part.
#[derive(Debug)]
pub(super) enum Refused {
    /// It is no YAML.
    Syntax,
    /// It has an anchor or an alias, at this line (from 1) and column (from 0).
    Alias(usize, usize),
    /// It is nested deeper than [`DEEPEST`], at this line (from 1) and column (from 0).
    Deep(usize, usize),
}

impl Node {
    /// The values of this key: several where it is given more than once.
    pub fn under<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.pairs()
            .iter()
            .filter(move |(key, _)| matches!(&key.value, Value::Scalar(key) if key == name))
            .map(|(_, value)| value)
    }

    /// Keys and values, where it is a map.
    pub fn pairs(&self) -> &[(Self, Self)] {
        match &self.value {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }
}

/// Whether the file has an anchor or an alias, or is nested too deep. Looks at each sign once and
/// follows no alias.
pub(super) fn refused(text: &str) -> Option<Refused> {
    walk(text, |_, _| {}).err()
}

/// The first document of the file.
pub(super) fn parse(text: &str) -> Result<Option<Node>, Refused> {
    let offsets = Offsets::new(text);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    walk(text, |event, span| {
        let start = offsets.byte(text, span.start.index());
        let mut put = |open: &mut Vec<Open>, node| match open.last_mut() {
            Some(parent) => parent.parts.push(node),
            None => {
                root.get_or_insert(node);
            }
        };
        match event {
            Event::Scalar(scalar, style, _, _) => {
                let null = *style == ScalarStyle::Plain && matches!(&**scalar, "" | "~" | "null");
                let value = match null {
                    true => Value::Null,
                    false => Value::Scalar(scalar.to_string()),
                };
                let range = start..offsets.byte(text, span.end.index());
                put(&mut open, node(span.start, range, value));
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => open.push(Open {
                mark: span.start,
                start,
                parts: Vec::new(),
            }),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { mark, start, parts }) = open.pop() {
                    let range = start..offsets.byte(text, span.end.index());
                    let value = match event {
                        Event::SequenceEnd => Value::List(parts),
                        _ => Value::Map(in_pairs(parts)),
                    };
                    put(&mut open, node(mark, range, value));
                }
            }
            _ => {}
        }
    })?;
    Ok(root)
}

/// A list or map that has begun.
struct Open {
    mark: Marker,
    start: usize,
    parts: Vec<Node>,
}

fn node(mark: Marker, range: Range<usize>, value: Value) -> Node {
    Node {
        line: mark.line(),
        column: mark.col(),
        range,
        value,
    }
}

fn in_pairs(parts: Vec<Node>) -> Vec<(Node, Node)> {
    let mut pairs = Vec::with_capacity(parts.len() / 2);
    let mut parts = parts.into_iter();
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        pairs.push((key, value));
    }
    pairs
}

/// Goes through the file's events, unless something in it is refused.
fn walk(text: &str, mut visit: impl FnMut(&Event<'_>, Span)) -> Result<(), Refused> {
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| refusal(&error))?;
        let anchor = match &event {
            Event::Alias(_) => 1,
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _) => *anchor,
            _ => 0,
        };
        if anchor != 0 {
            return Err(Refused::Alias(span.start.line(), span.start.col()));
        }
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Refused::Deep(span.start.line(), span.start.col()));
        }
        visit(&event, span);
    }
    Ok(())
}

/// The parser refuses brackets within brackets by itself, before it tells of the outermost.
fn refusal(error: &ScanError) -> Refused {
    if error.info().contains("recursion limit") {
        Refused::Deep(error.marker().line(), error.marker().col())
    } else {
        Refused::Syntax
    }
}

/// From places in characters to places in bytes.
struct Offsets(Vec<usize>);

impl Offsets {
    fn new(text: &str) -> Self {
        Self(
            text.char_indices()
                .step_by(STRIDE)
                .map(|(byte, _)| byte)
                .collect(),
        )
    }

    fn byte(&self, text: &str, index: usize) -> usize {
        let known = self.0.get(index / STRIDE).copied();
        known
            .and_then(|known| {
                let (byte, _) = text.get(known..)?.char_indices().nth(index % STRIDE)?;
                Some(known + byte)
            })
            .unwrap_or(text.len())
    }
}
