//! Reads a text into a tree with places, from the parser's events.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};

use super::lines::{self, char_at, skip_space};
use super::tree::{Entry, Form, Item, Node, Scalar, Style, What, refused};
use super::{EditError, Refused};
use crate::library::chars;

/// How deep lists and maps may stand in one another, as for the loader.
pub(super) const DEEPEST: usize = 64;
/// How many values a file may hold, as for the loader.
pub(super) const MOST_NODES: usize = 1_000_000;

/// Reads the text, which must come without a byte order mark.
pub(super) fn read(text: &str) -> Result<Node<'_>, EditError> {
    if let Some((at, char)) = text.char_indices().find(|(_, c)| chars::is_forbidden(*c)) {
        let said = format!(
            "control characters are not allowed: U+{:04X}",
            u32::from(char)
        );
        return Err(syntax(text, at, said));
    }
    let mut reader = Reader {
        text,
        cursor: (0, 0),
        open: Vec::new(),
        root: None,
        nodes: 0,
    };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => reader.take(event, span)?,
            Err(error) => {
                let at = reader.byte(error.marker().index());
                return Err(syntax(text, at, error.info().to_owned()));
            }
        }
    }
    reader
        .root
        .ok_or_else(|| syntax(text, 0, "an empty file".to_owned()))
}

fn syntax(text: &str, at: usize, said: String) -> EditError {
    let before = lines::piece(text, 0, at).replace("\r\n", "\n");
    EditError::Syntax {
        line: 1 + before.matches(['\n', '\r']).count(),
        column: 1 + before
            .chars()
            .rev()
            .take_while(|c| !"\n\r".contains(*c))
            .count(),
        said,
    }
}

/// A list or map that is not closed yet.
enum Open<'a> {
    List(Frame, Vec<Item<'a>>),
    Map(Frame, Form, Vec<Entry<'a>>, Option<Key<'a>>),
}

/// What is known of a list or map when it is opened.
struct Frame {
    start: usize,
    flow: bool,
    anchor: usize,
    tag: Option<String>,
    /// The byte of the dash before it, or its own beginning.
    dash: usize,
}

/// A key whose value is still to come.
struct Key<'a> {
    node: Node<'a>,
    colon: Option<usize>,
    complex: bool,
}

struct Reader<'a> {
    text: &'a str,
    /// A place in characters, as the parser counts, and the same place in bytes.
    cursor: (usize, usize),
    open: Vec<Open<'a>>,
    root: Option<Node<'a>>,
    nodes: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, event: Event<'a>, span: Span) -> Result<(), EditError> {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index());
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(refused(self.text, start, Refused::SecondDocument))
            }
            Event::Scalar(text, style, anchor, tag) => {
                let (dash, lead) = self.lead(start);
                let style = match style {
                    ScalarStyle::Plain if text.is_empty() => Style::Missing,
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted => Style::Single,
                    ScalarStyle::DoubleQuoted => Style::Double,
                    ScalarStyle::Literal => Style::Literal,
                    ScalarStyle::Folded => Style::Folded,
                };
                let tag = named(tag);
                let (start, end) = match style {
                    Style::Missing if anchor == 0 && tag.is_none() => (lead, lead),
                    Style::Missing => (start, start),
                    Style::Literal | Style::Folded => self.block_scalar(lead, start, end),
                    Style::Single => (start, behind_quoted(self.text, start, '\'').unwrap_or(end)),
                    Style::Double => (start, behind_quoted(self.text, start, '"').unwrap_or(end)),
                    Style::Plain => (start, trimmed(self.text, start, end)),
                };
                let text = match style {
                    Style::Literal | Style::Folded if end == self.text.len() => unended(text),
                    _ => text,
                };
                let what = What::Scalar(Scalar { text, style });
                self.close(
                    dash,
                    Node {
                        start,
                        end,
                        what,
                        anchor,
                        tag,
                    },
                )
            }
            Event::Alias(number) => {
                let (dash, _) = self.lead(start);
                let what = What::Alias(number);
                let end = behind_alias(self.text, start);
                self.close(
                    dash,
                    Node {
                        start,
                        end,
                        what,
                        anchor: 0,
                        tag: None,
                    },
                )
            }
            Event::SequenceStart(anchor, tag) => {
                let frame = self.frame(start, end, '[', anchor, tag)?;
                self.open.push(Open::List(frame, Vec::new()));
                Ok(())
            }
            Event::MappingStart(anchor, tag) => {
                let in_flow = match self.open.last() {
                    Some(Open::List(frame, _) | Open::Map(frame, ..)) => frame.flow,
                    None => false,
                };
                let mut frame = self.frame(start, end, '{', anchor, tag)?;
                let form = match (frame.flow, in_flow) {
                    (true, _) => Form::Flow,
                    (false, true) => Form::Pair,
                    (false, false) => Form::Block,
                };
                frame.flow |= in_flow;
                self.open.push(Open::Map(frame, form, Vec::new(), None));
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(end),
            _ => Ok(()),
        }
    }

    /// The byte of the character of this number. Places come nearly in order, so a step is short.
    fn byte(&mut self, number: usize) -> usize {
        let (chars, byte) = self.cursor;
        let at = if number >= chars {
            let rest = self.text.get(byte..).unwrap_or_default();
            let passed = rest.chars().take(number - chars);
            byte + passed.map(char::len_utf8).sum::<usize>()
        } else {
            let before = self.text.get(..byte).unwrap_or_default();
            let passed = before.chars().rev().take(chars - number);
            byte - passed.map(char::len_utf8).sum::<usize>()
        };
        self.cursor = (number, at);
        at
    }

    /// The dash of the node that begins here, and the byte behind what leads to it: behind the dash,
    /// behind the colon, else the beginning of the text that is left.
    fn lead(&self, start: usize) -> (usize, usize) {
        match self.open.last() {
            Some(Open::List(frame, _)) if frame.flow => (start, start),
            Some(Open::List(frame, items)) => {
                let from = items.last().map_or(frame.start, |item| item.node.end);
                let dash = skip_space(self.text, from);
                (
                    dash,
                    dash + usize::from(char_at(self.text, dash) == Some('-')),
                )
            }
            Some(Open::Map(_, _, _, Some(key))) => {
                (start, key.colon.map_or(key.node.end, |colon| colon + 1))
            }
            Some(Open::Map(..)) | None => (start, start),
        }
    }

    /// A bracket or brace has a length in the parser's account, a list or map in block style none.
    fn frame(
        &mut self,
        start: usize,
        end: usize,
        bracket: char,
        anchor: usize,
        tag: Option<Cow<'_, Tag>>,
    ) -> Result<Frame, EditError> {
        if self.open.len() >= DEEPEST {
            return Err(refused(self.text, start, Refused::TooDeep));
        }
        let (dash, lead) = self.lead(start);
        let own = lines::piece(self.text, start, end);
        let bracket_at = match anchor == 0 && tag.is_none() {
            true => own.starts_with(bracket).then_some(0),
            false => own.find(bracket),
        };
        let flow = bracket_at.is_some();
        Ok(Frame {
            start: match (bracket_at, bracket) {
                (Some(at), _) => start + at,
                (None, '[') => self.first_dash(lead, start),
                (None, _) => start,
            },
            flow,
            anchor,
            tag: named(tag),
            dash,
        })
    }

    /// The first dash of a list. The parser puts a list that is not indented behind it.
    fn first_dash(&self, lead: usize, start: usize) -> usize {
        let is_dash = |at: &usize| char_at(self.text, *at) == Some('-');
        let before = || lines::piece(self.text, 0, start).rfind('-');
        let led = Some(skip_space(self.text, lead)).filter(is_dash);
        led.or(Some(start).filter(is_dash))
            .or_else(before)
            .unwrap_or(start)
    }

    /// The header of a block scalar, and where its last line ends. The parser tells where the text
    /// begins and where the next thing does.
    fn block_scalar(&self, lead: usize, content: usize, after: usize) -> (usize, usize) {
        let mut start = skip_space(self.text, lead);
        if !matches!(char_at(self.text, start), Some('|' | '>')) {
            start = content;
        }
        let header = lines::line_end(self.text, start);
        let mark = lines::piece(self.text, start, header);
        let keep = mark
            .chars()
            .take_while(|c| !c.is_whitespace())
            .any(|c| c == '+');
        // Blanks beyond the indentation are text.
        let indent = match content > header {
            true => lines::column(self.text, content),
            false => usize::MAX,
        };
        let mut end = header;
        let mut line = lines::next_line(self.text, start);
        while line < after {
            let whole = lines::line_end(self.text, line);
            let is_text = keep || !lines::is_blank(self.text, line) || whole - line > indent;
            if is_text && whole <= after {
                end = whole;
            }
            line = lines::next_line(self.text, line);
        }
        // A comment behind the header is not the scalar's.
        if end == header {
            end = start + mark.find([' ', '\t']).unwrap_or(mark.len());
        }
        (start, end)
    }

    fn end(&mut self, end: usize) -> Result<(), EditError> {
        let (frame, what, last) = match self.open.pop() {
            Some(Open::List(frame, items)) => {
                let flow = frame.flow;
                let last = items.last().map(|item| item.node.end);
                (frame, What::List { flow, items }, last)
            }
            Some(Open::Map(mut frame, form, entries, _)) => {
                let last = entries.last().map(|entry| entry.value.end);
                if let (Form::Block, Some(first)) = (form, entries.first()) {
                    frame.start = first.key.start;
                }
                frame.flow = form == Form::Flow;
                (frame, What::Map { form, entries }, last)
            }
            None => return Ok(()),
        };
        let end = match (frame.flow, last) {
            (true, last) => self
                .behind_bracket(last.unwrap_or(frame.start + 1))
                .unwrap_or(end),
            (false, last) => last.unwrap_or(frame.start),
        };
        let Frame {
            start,
            anchor,
            tag,
            dash,
            ..
        } = frame;
        self.close(
            dash,
            Node {
                start,
                end,
                what,
                anchor,
                tag,
            },
        )
    }

    /// Behind the bracket or brace that closes what ends with this byte. (The parser's place is
    /// behind the comment that follows.)
    fn behind_bracket(&self, from: usize) -> Option<usize> {
        let mut at = skip_space(self.text, from);
        if char_at(self.text, at) == Some(',') {
            at = skip_space(self.text, at + 1);
        }
        matches!(char_at(self.text, at), Some(']' | '}')).then_some(at + 1)
    }

    /// Puts a finished node where it belongs.
    fn close(&mut self, dash: usize, node: Node<'a>) -> Result<(), EditError> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(refused(self.text, node.start, Refused::TooLarge));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(Item { dash, node }),
            Some(Open::Map(_, _, entries, key)) => match key.take() {
                None => {
                    let at = skip_space(self.text, node.end);
                    let colon = (char_at(self.text, at) == Some(':')).then_some(at);
                    let before =
                        lines::piece(self.text, 0, node.start).trim_end_matches([' ', '\t']);
                    let complex = before.ends_with('?')
                        || !matches!(&node.what, What::Scalar(scalar)
                            if !matches!(scalar.style, Style::Missing | Style::Literal | Style::Folded));
                    *key = Some(Key {
                        node,
                        colon,
                        complex,
                    });
                }
                Some(Key {
                    node: key,
                    colon,
                    complex,
                }) => entries.push(Entry {
                    key,
                    colon,
                    value: node,
                    complex,
                }),
            },
        }
        Ok(())
    }
}

fn named(tag: Option<Cow<'_, Tag>>) -> Option<String> {
    tag.map(|tag| tag.to_string())
}

/// Where the text from here to there ends without its blanks.
fn trimmed(text: &str, start: usize, end: usize) -> usize {
    start
        + lines::piece(text, start, end)
            .trim_end_matches([' ', '\t', '\n', '\r'])
            .len()
}

/// The text of a block scalar that runs up to the end of the file: the loader reads no line end
/// where there is none, the parser does.
fn unended(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.strip_suffix('\n') {
        Some(bare) => Cow::Owned(bare.to_owned()),
        None => text,
    }
}

/// Behind the quotation mark that closes the scalar that begins here.
fn behind_quoted(text: &str, start: usize, mark: char) -> Option<usize> {
    if char_at(text, start) != Some(mark) {
        return None;
    }
    let mut chars = text.get(start + 1..)?.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        if char == '\\' && mark == '"' {
            chars.next();
        } else if char == mark {
            let doubled = mark == '\'' && chars.next_if(|(_, next)| *next == mark).is_some();
            if !doubled {
                return Some(start + 2 + at);
            }
        }
    }
    None
}

/// Behind the alias that begins here.
fn behind_alias(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let ends = |char: char| char.is_whitespace() || ",[]{}".contains(char);
    start + rest.find(ends).unwrap_or(rest.len())
}
