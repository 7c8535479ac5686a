//! How an entry of the detail is set: which texts, in which columns, in which style.

use std::cell::RefCell;

use crate::app::detail::Value;
use crate::app::{App, Layer, Sides};
use crate::library::Key;
use crate::report::Language;
use crate::script::head;
use crate::search::Marker;
use crate::view::canvas::{Canvas, Drawn, Edge, content, interface};
use crate::view::chart;
use crate::view::styled::Styled;
use crate::view::theme;
use crate::words::label::Label;
use crate::words::{Phrase, capital, ui};

use super::entry::{Entry, Wanted};

/// Bytes of something short, such as a name or a date, of which no more is shown.
const SHORT: usize = 4 << 10;

/// A text that is still to be laid out.
pub(super) struct Flow {
    text: Styled,
    /// Columns from the start.
    from: u16,
    /// Columns that it may take.
    width: u16,
    /// Whether it is a text of a report, at its own side; else words of the interface.
    own: bool,
    /// Whether it stands beside the one before it, not below.
    beside: bool,
}

/// One line of the detail, still to be put on the screen.
#[derive(Default)]
pub(super) struct DetailLine {
    /// What stands on it, and in how wide a column.
    pub(super) parts: Vec<Part>,
    /// Which link it belongs to.
    pub(super) link: Option<usize>,
    /// Whether it is the name of what follows.
    pub(super) heading: bool,
}

/// A piece of a line: where in the line, and what.
pub(super) struct Part {
    pub(super) from: u16,
    pub(super) width: u16,
    pub(super) line: Drawn,
    pub(super) edge: Edge,
}

impl DetailLine {
    /// The bytes of its text.
    pub(super) fn bytes(&self) -> usize {
        self.parts.iter().map(|part| part.line.bytes()).sum()
    }
}

/// Sets the entries of a record.
pub(super) struct Setter<'a> {
    app: &'a App,
    wanted: &'a Wanted,
    /// For what a search matched.
    marker: Option<RefCell<Marker<'a>>>,
}

impl<'a> Setter<'a> {
    /// For the state as it is; what a search matched is marked.
    pub(super) fn new(app: &'a App, wanted: &'a Wanted) -> Self {
        Self {
            app,
            wanted,
            marker: match app.layer() {
                Some(Layer::Search(search)) => Some(RefCell::new(Marker::of(
                    &search.query,
                    &search.found.guesses,
                ))),
                _ => None,
            },
        }
    }

    /// Without marks, which do not bear on how many lines there are.
    pub(super) fn for_measure(app: &'a App, wanted: &'a Wanted) -> Self {
        Self {
            app,
            wanted,
            marker: None,
        }
    }

    /// How many lines an entry takes.
    pub(super) fn height(&self, entry: &Entry<'_>) -> usize {
        if matches!(entry, Entry::Blank) {
            return 1;
        }
        let mut before = 0;
        let mut height = 0;
        for flow in self.flows(entry) {
            let layout = match flow.own {
                true => content(self.app.form.as_seen()),
                false => interface(self.wanted.language, self.app.form.as_seen()),
            };
            let lines = layout.count(&flow.text.text, usize::from(flow.width));
            if !flow.beside {
                before = height;
            }
            height = height.max(before + lines);
        }
        height
    }

    /// The lines of an entry; `link` says which link it is, if it is one.
    pub(super) fn lines(
        &self,
        canvas: &Canvas<'_>,
        entry: &Entry<'_>,
        link: usize,
    ) -> Vec<DetailLine> {
        let mut lines: Vec<DetailLine> = Vec::new();
        if matches!(entry, Entry::Blank) {
            lines.push(DetailLine::default());
        }
        let mut before = 0;
        for (index, flow) in self.flows(entry).into_iter().enumerate() {
            let drawn = match flow.own {
                true => canvas.wrapped(&flow.text, flow.width),
                false => canvas.wrapped_words(&flow.text, flow.width),
            };
            if !flow.beside {
                before = lines.len();
            }
            lines.resize_with(lines.len().max(before + drawn.len()), || DetailLine {
                // What stands below a link in the other language is not the link.
                link: Some(link).filter(|_| entry.is_link() && index == 0),
                heading: matches!(entry, Entry::Heading(_)),
                ..DetailLine::default()
            });
            for (line, drawn) in lines.iter_mut().skip(before).zip(drawn) {
                line.parts.push(Part {
                    from: flow.from,
                    width: flow.width,
                    line: drawn,
                    edge: if flow.own { Edge::Own } else { Edge::Start },
                });
            }
        }
        lines
    }

    /// A text of a report over the whole width.
    fn own(&self, text: Styled) -> Flow {
        Flow {
            own: true,
            ..self.words(text)
        }
    }

    /// Words of the interface over the whole width.
    fn words(&self, text: Styled) -> Flow {
        Flow {
            text,
            from: 0,
            width: self.wanted.width,
            own: false,
            beside: false,
        }
    }

    fn flows(&self, entry: &Entry<'_>) -> Vec<Flow> {
        let language = self.wanted.language;
        match entry {
            Entry::Blank => Vec::new(),
            Entry::Title(title) => vec![self.own(Styled::new(&**title, theme::HEADING))],
            Entry::Heading(heading) => {
                vec![self.words(Styled::new(capital(heading.get(language)), theme::HEADING))]
            }
            Entry::Fact(fact) => vec![self.words(self.fact(fact.0, &fact.1))],
            Entry::Names(label, names) => {
                let label = label.as_deref().copied();
                vec![self.words(self.names(label, names))]
            }
            Entry::Labelled(label, text) => {
                let label = label.as_deref().copied();
                let mut line = label.map_or_else(Styled::default, |label| self.label(label));
                line.append(&self.marked(text));
                vec![self.words(line)]
            }
            Entry::Side(text) => vec![self.own(self.marked(text))],
            Entry::Only(text, only) => {
                let mut said = self.marked(text);
                said.push(" ", theme::QUIET);
                said.push(ui::only_in(*only).get(language), theme::QUIET);
                vec![self.own(said)]
            }
            Entry::Pair(one, other) => {
                let width = (self.wanted.width - 2) / 2;
                vec![
                    Flow {
                        width,
                        ..self.own(self.marked(one))
                    },
                    Flow {
                        from: width + 2,
                        width,
                        beside: true,
                        ..self.own(self.marked(other))
                    },
                ]
            }
            Entry::Record(label, key) => {
                let mut line = label.as_deref().copied().map_or_else(
                    || Styled::new("  ", theme::QUIET),
                    |label| self.label(label),
                );
                line.append(&self.link(*key, false));
                vec![self.words(line)]
            }
            Entry::Link(key, with_kind) => {
                let mut flows = vec![self.words(self.link(*key, *with_kind))];
                // What is nested is shown whole: in both languages, where both are wanted.
                if !with_kind && self.app.sides == Sides::Both {
                    let library = self.app.library();
                    let other = library.title(*key, language.other());
                    if other != library.title(*key, language) {
                        flows.push(self.own(self.marked(&other)));
                    }
                }
                flows
            }
            Entry::Bar(bar) => chart::set(bar, self.wanted.width, language, &self.wanted.languages)
                .into_iter()
                .map(|(from, width, text)| Flow {
                    from,
                    width,
                    ..self.words(text)
                })
                .collect(),
        }
    }

    /// A text with its matches marked.
    fn marked(&self, text: &str) -> Styled {
        let mut styled = Styled::new(text, theme::PLAIN);
        if let Some(marker) = &self.marker {
            styled.mark(marker.borrow_mut().marks(text), theme::MATCH);
        }
        styled
    }

    /// A label and a colon.
    fn label(&self, label: Phrase) -> Styled {
        let mut line = Styled::new(capital(label.get(self.wanted.language)), theme::QUIET);
        line.push(": ", theme::QUIET);
        line
    }

    /// Names behind their label.
    fn names(&self, label: Option<Phrase>, names: &[String]) -> Styled {
        let mut line = label.map_or_else(Styled::default, |label| self.label(label));
        for (index, name) in names.iter().enumerate() {
            if index > 0 {
                line.push(" · ", theme::QUIET);
            }
            line.append(&self.marked(head(name, SHORT)));
        }
        line
    }

    /// What is said behind a label.
    fn fact(&self, label: Phrase, value: &Value<'_>) -> Styled {
        let mut line = self.label(label);
        match value {
            Value::Said(message) => {
                for (index, side) in self.wanted.languages.iter().enumerate() {
                    let said = message.get(*side);
                    if index > 0 && said == message.get(side.other()) {
                        continue;
                    }
                    if index > 0 {
                        line.push(" · ", theme::QUIET);
                    }
                    line.append(&self.marked(head(said, SHORT)));
                }
            }
            Value::Plain(plain) => {
                let mut code = Styled::default();
                code.push_code(plain, theme::PLAIN);
                if let Some(marker) = &self.marker {
                    let marked = marker.borrow_mut().marks(&code.text);
                    code.mark(marked, theme::MATCH);
                }
                line.append(&code);
            }
            // These are entries of their own.
            Value::Text(_) | Value::Names(_) | Value::Records(_) => {}
        }
        line
    }

    /// A link: an arrow, the title, and where that does not say it the kind and id.
    fn link(&self, key: Key, with_kind: bool) -> Styled {
        let library = self.app.library();
        let own = self.wanted.language;
        let language = match self.app.sides {
            Sides::Other => own.other(),
            Sides::Own | Sides::Both => own,
        };
        let arrow = match own {
            Language::Arabic => "← ",
            Language::English => "→ ",
        };
        let mut text = Styled::new(arrow, theme::LINK);
        text.append(&self.marked(&library.title(key, language)));
        // What is dim stays together on one line.
        text.push(" ·\u{A0}", theme::QUIET);
        if with_kind {
            text.push(library.kind(key).label().get(own), theme::QUIET);
            text.push("\u{A0}", theme::QUIET);
        }
        text.push_code(library.id(key), theme::QUIET);
        text
    }
}
