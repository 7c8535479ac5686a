//! Builds the tree from the parser's events. What a report may not hold is refused on the way.

use std::borrow::Cow;
use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::cursor::Cursor;
use super::{Node, Scalar, SourceText, Spot, Value};
use crate::library::{Code, Place, Problem};
use crate::words::{Message, problem as words};

/// How deep lists and maps may stand in one another; a report needs about ten.
const DEEPEST: usize = 64;
/// How many values a file may hold; the largest report has some tens of thousands.
const MOST_NODES: usize = 1_000_000;

/// Reads a file. What cannot be read is added to the source's problems; then there is no tree.
pub(in crate::library) fn read(source: &mut SourceText<'_>) -> Option<Node> {
    let mut reader = Reader {
        cursor: Cursor::new(source.text),
        open: Vec::new(),
        root: None,
        nodes: 0,
        last_end: 0,
    };
    let mut parser = Parser::new_from_str(source.text);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                if reader.take(event, span, source).is_break() {
                    return None;
                }
            }
            Err(error) => {
                let problem = reader.syntax(&error, source);
                source.add(problem);
                return None;
            }
        }
    }
    if reader.root.is_none() {
        let place = Place::whole(source.name);
        source.add(Problem::error(Code::Empty, place, words::empty_file()));
    }
    reader.root
}

/// A list or map that is not closed yet.
enum Open {
    List(Spot, Vec<Node>),
    Map(Spot, Vec<(Node, Node)>, Option<Node>),
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    /// Where the last event ended, in bytes: an anchor stands between it and its node.
    last_end: usize,
}

type Flow = std::ops::ControlFlow<()>;

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Span, source: &mut SourceText<'_>) -> Flow {
        let at = self.spot(span.start, source);
        let end = self.cursor.to(span.end.index());
        let flow = match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                refuse(source, at, Code::SecondDocument, words::second_document());
                return Flow::Break(());
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.decorations(anchor, tag.as_ref(), at, source);
                let value = Value::Scalar(Scalar {
                    text: text.into_owned(),
                    plain: style == ScalarStyle::Plain,
                });
                self.close(Node { at, end, value }, source)
            }
            Event::Alias(_) => {
                refuse(source, at, Code::Alias, words::alias());
                let value = Value::Refused;
                self.close(Node { at, end, value }, source)
            }
            Event::SequenceStart(anchor, tag) => {
                self.decorations(anchor, tag.as_ref(), at, source);
                self.descend(Open::List(at, Vec::new()), at, source)
            }
            Event::MappingStart(anchor, tag) => {
                self.decorations(anchor, tag.as_ref(), at, source);
                self.descend(Open::Map(at, Vec::new(), None), at, source)
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open::List(at, members)) => {
                    let value = Value::List(members);
                    self.close(Node { at, end, value }, source)
                }
                Some(Open::Map(at, entries, _)) => {
                    find_twice(&entries, source);
                    let value = Value::Map(entries);
                    self.close(Node { at, end, value }, source)
                }
                None => Flow::Continue(()),
            },
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Flow::Continue(()),
        };
        self.last_end = end;
        flow
    }

    fn spot(&mut self, mark: saphyr_parser::Marker, source: &SourceText<'_>) -> Spot {
        let byte = self.cursor.to(mark.index());
        // Behind a last line without an end the parser counts one more.
        if byte >= source.text.len() {
            return source.spot(byte);
        }
        Spot {
            line: mark.line(),
            column: mark.col() + 1,
            byte,
        }
    }

    /// Anchors and tags are refused: what is written stands there as written.
    fn decorations(
        &self,
        anchor: usize,
        tag: Option<&Cow<'_, Tag>>,
        at: Spot,
        source: &mut SourceText<'_>,
    ) {
        if source.is_full() {
            return;
        }
        let between = |sign: char| {
            let before = source.text.get(self.last_end..=at.byte).unwrap_or_default();
            let found = before.find(sign).map(|byte| self.last_end + byte);
            found.map_or(at, |byte| source.spot(byte))
        };
        if anchor != 0 {
            let spot = between('&');
            refuse(source, spot, Code::Alias, words::alias());
        } else if tag.is_some() {
            let spot = between('!');
            refuse(source, spot, Code::Tag, words::tag());
        }
    }

    fn descend(&mut self, open: Open, at: Spot, source: &mut SourceText<'_>) -> Flow {
        if self.open.len() >= DEEPEST {
            refuse(source, at, Code::TooDeep, words::too_deep(DEEPEST));
            return Flow::Break(());
        }
        self.open.push(open);
        Flow::Continue(())
    }

    /// Puts a finished node where it belongs.
    fn close(&mut self, mut node: Node, source: &mut SourceText<'_>) -> Flow {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            let what = words::too_many_values(MOST_NODES);
            refuse(source, node.at, Code::TooLarge, what);
            return Flow::Break(());
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, members)) => members.push(node),
            Some(Open::Map(_, entries, key)) => match key.take() {
                None => {
                    if !matches!(node.value, Value::Scalar(_) | Value::Refused) {
                        refuse(source, node.at, Code::Syntax, words::key_not_a_word());
                        node.value = Value::Refused;
                    }
                    *key = Some(node);
                }
                Some(key) => {
                    // The parser puts a value that is not there on the colon.
                    if node.end == node.at.byte && node.text() == Some("") {
                        node.at = key.at;
                        node.end = key.at.byte;
                    }
                    entries.push((key, node));
                }
            },
        }
        Flow::Continue(())
    }

    fn syntax(&mut self, error: &ScanError, source: &SourceText<'_>) -> Problem {
        let at = self.spot(*error.marker(), source);
        let place = source.place(at);
        match error.info() {
            info if info.contains("recursion limit") => {
                Problem::error(Code::TooDeep, place, words::too_deep(DEEPEST))
            }
            info if info.contains("unknown anchor") => {
                Problem::error(Code::Alias, place, words::alias())
            }
            info if at.byte >= source.text.trim_end().len() && info.contains("expected") => {
                Problem::error(Code::Syntax, place, words::unclosed())
            }
            info => {
                // The parser does not stand on the tab that it refuses, nor always on its line.
                let before = source.text.get(..at.byte).unwrap_or_default();
                let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
                let rest = source.text.get(line..).unwrap_or_default();
                let tab = rest.find('\t').filter(|_| info.contains("tab"));
                let place = tab.map_or(place, |tab| source.place(source.spot(line + tab)));
                Problem::error(Code::Syntax, place, words::syntax(info))
            }
        }
    }
}

fn refuse(source: &mut SourceText<'_>, at: Spot, code: Code, what: Message) {
    if source.is_full() {
        return;
    }
    let place = source.place(at);
    source.add(Problem::error(code, place, what));
}

/// Keys that are given twice in a map.
fn find_twice(entries: &[(Node, Node)], source: &mut SourceText<'_>) {
    let mut seen: HashMap<&str, Spot> = HashMap::with_capacity(entries.len());
    for (key, _) in entries {
        let Some(text) = key.text() else { continue };
        if let Some(first) = seen.get(text) {
            let what = words::duplicate_key(text, first.line);
            refuse(source, key.at, Code::DuplicateKey, what);
        } else {
            seen.insert(text, key.at);
        }
    }
}
