//! The lines of a record: what its detail says, laid out in a width.

use crate::app::detail::{Block, Value, blocks, has_title};
use crate::app::{App, Layer, Sides};
use crate::library::Key;
use crate::report::{Language, Text};
use crate::search::{Query, marks};
use crate::view::canvas::{Canvas, Drawn, Edge};
use crate::view::chart;
use crate::view::styled::Styled;
use crate::view::theme;
use crate::words::label::Label;
use crate::words::{Phrase, capital, ui};

/// Columns from which two languages stand side by side.
const SIDE_BY_SIDE: u16 = 60;

/// One line of the detail, still to be put on the screen.
pub(super) struct DetailLine {
    /// What stands at the start, and in how wide a column.
    pub(super) parts: Vec<Part>,
    /// Which link it belongs to.
    pub(super) link: Option<usize>,
    /// Whether it is the name of what follows.
    heading: bool,
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
    fn bytes(&self) -> usize {
        self.parts.iter().map(|part| part.line.bytes()).sum()
    }
}

/// The lines of a record in the making.
pub(super) struct Page<'a, 'c, 'b> {
    app: &'a App,
    canvas: &'c Canvas<'b>,
    width: u16,
    query: Option<&'a Query>,
    /// Bytes of text that may still be shown.
    room: usize,
    /// How many lines the title takes; it is never cut.
    title: usize,
    /// The headings that are left out, with how many records stand under each.
    omitted: Vec<(Phrase, usize)>,
    lines: Vec<DetailLine>,
    links: Vec<usize>,
}

impl<'a, 'c, 'b> Page<'a, 'c, 'b> {
    /// The lines of a record in a width, and the line on which each of its links begins; in about
    /// `room` bytes where it is not to be shown whole.
    pub(super) fn of(
        app: &'a App,
        canvas: &'c Canvas<'b>,
        width: u16,
        room: usize,
        key: Key,
    ) -> (Vec<DetailLine>, Vec<usize>) {
        let mut page = Self {
            app,
            canvas,
            width,
            query: match app.layer() {
                Some(Layer::Search(search)) => Some(&search.query),
                _ => None,
            },
            room,
            title: 0,
            omitted: Vec::new(),
            lines: Vec::new(),
            links: Vec::new(),
        };
        page.record(key);
        page.cut();
        (page.lines, page.links)
    }

    fn record(&mut self, key: Key) {
        let library = self.app.library();
        if has_title(library, key) {
            for language in self.languages() {
                let title = library.title(key, language);
                if language == self.canvas.language()
                    || title != library.title(key, language.other())
                {
                    self.paragraph(Styled::new(title, theme::HEADING), None);
                }
            }
            self.title = self.lines.len();
            self.blank();
        }
        for block in blocks(library, key) {
            if self.is_full() {
                self.left_out(&block);
                continue;
            }
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Fact(label, value) => self.fact(label, value),
                Block::Text(text) => self.text(text),
                Block::Link(key) => self.link(key, false),
                Block::Related(key) => self.link(key, true),
                Block::Chart(figure) => {
                    let bars = chart::lines(figure, self.canvas, self.width, &self.languages());
                    for bar in bars {
                        self.lines.push(DetailLine {
                            parts: bar
                                .into_iter()
                                .map(|(from, width, line)| Part {
                                    from,
                                    width,
                                    line,
                                    edge: Edge::Start,
                                })
                                .collect(),
                            link: None,
                            heading: false,
                        });
                    }
                }
            }
        }
    }

    /// Counts what is left out, under the heading where it would stand.
    fn left_out(&mut self, block: &Block<'_>) {
        match block {
            Block::Heading(heading) => self.omitted.push((*heading, 0)),
            Block::Link(_) | Block::Related(_) => {
                if let Some((_, count)) = self.omitted.last_mut() {
                    *count += 1;
                }
            }
            Block::Fact(..) | Block::Text(_) | Block::Chart(_) => {}
        }
    }

    /// Whether more has been laid out than there is room for.
    fn is_full(&self) -> bool {
        self.room != usize::MAX && self.bytes() > self.room
    }

    fn bytes(&self) -> usize {
        self.lines.iter().map(DetailLine::bytes).sum()
    }

    /// Leaves out what there is no room for, and says what it is and how to see it, in the room as
    /// well.
    fn cut(&mut self) {
        if !self.is_full() {
            return;
        }
        let bytes = |lines: &[DetailLine]| lines.iter().map(DetailLine::bytes).sum::<usize>();
        let more = self.lines_of(&Styled::new(
            ui::MORE.get(self.canvas.language()),
            theme::KEY,
        ));
        let title = self.lines.get(..self.title).map_or(0, bytes);
        let mut closing = self.lines_of(&self.rest());
        // What is left out is named where the beginning keeps half of the room.
        if bytes(&closing) > self.room.saturating_sub(title) / 2 {
            closing.clear();
        }
        closing.extend(more);
        let room = self.room.saturating_sub(bytes(&closing));
        let mut used = 0;
        let kept = self
            .lines
            .iter()
            .take_while(|line| {
                used += line.bytes();
                used <= room
            })
            .count();
        self.lines.truncate(kept.max(self.title).max(1));
        self.links.retain(|line| *line < self.lines.len());
        // No blank and no name of what does not follow stands at the end.
        while self
            .lines
            .last()
            .is_some_and(|line| line.parts.is_empty() || line.heading)
        {
            self.lines.pop();
        }
        self.blank();
        self.lines.extend(closing);
    }

    /// The headings that are left out, with how much stands under each.
    fn rest(&self) -> Styled {
        let mut rest = Styled::default();
        for (heading, count) in &self.omitted {
            if !rest.text.is_empty() {
                rest.push(" · ", theme::QUIET);
            }
            rest.push(
                &capital(heading.get(self.canvas.language())),
                theme::HEADING,
            );
            if *count > 0 {
                rest.push("\u{A0}", theme::QUIET);
                rest.push_code(&count.to_string(), theme::QUIET);
            }
        }
        rest
    }

    /// A text of the program's as lines of their own, none where it is empty.
    fn lines_of(&self, text: &Styled) -> Vec<DetailLine> {
        if text.text.is_empty() {
            return Vec::new();
        }
        let lines = self.canvas.wrapped_words(text, self.width).into_iter();
        lines
            .map(|line| DetailLine {
                parts: vec![Part {
                    from: 0,
                    width: self.width,
                    line,
                    edge: Edge::Start,
                }],
                link: None,
                heading: false,
            })
            .collect()
    }

    /// The languages to show, the interface's first.
    fn languages(&self) -> Vec<Language> {
        let own = self.canvas.language();
        match self.app.sides {
            Sides::Own => vec![own],
            Sides::Other => vec![own.other()],
            Sides::Both => vec![own, own.other()],
        }
    }

    fn blank(&mut self) {
        self.lines.push(DetailLine {
            parts: Vec::new(),
            link: None,
            heading: false,
        });
    }

    fn heading(&mut self, heading: Phrase) {
        if self.lines.last().is_some_and(|line| !line.parts.is_empty()) {
            self.blank();
        }
        let text = Styled::new(capital(heading.get(self.canvas.language())), theme::HEADING);
        for line in self.canvas.wrapped_words(&text, self.width) {
            self.push(0, self.width, line, Edge::Start, None);
            if let Some(line) = self.lines.last_mut() {
                line.heading = true;
            }
        }
    }

    fn push(&mut self, from: u16, width: u16, line: Drawn, edge: Edge, link: Option<usize>) {
        self.lines.push(DetailLine {
            parts: vec![Part {
                from,
                width,
                line,
                edge,
            }],
            link,
            heading: false,
        });
    }

    /// A text with its matches marked.
    fn marked(&self, text: &str) -> Styled {
        let mut styled = Styled::new(text, theme::PLAIN);
        if let Some(query) = self.query {
            styled.mark(marks(query, text), theme::MATCH);
        }
        styled
    }

    fn paragraph(&mut self, text: Styled, link: Option<usize>) {
        for line in self.canvas.wrapped(&text, self.width) {
            self.push(0, self.width, line, Edge::Own, link);
        }
    }

    /// A text in the languages shown: one below the other, or side by side where there is room.
    fn text(&mut self, text: &Text) {
        let languages = self.languages();
        if let ([first, second], true) = (languages.as_slice(), self.width >= SIDE_BY_SIDE)
            && let (Some(one), Some(other)) = (text.get(*first), text.get(*second))
        {
            let column = (self.width - 2) / 2;
            let left = self.canvas.wrapped(&self.marked(one), column);
            let right = self.canvas.wrapped(&self.marked(other), column);
            let rows = left.len().max(right.len());
            let mut left = left.into_iter();
            let mut right = right.into_iter();
            for _ in 0..rows {
                let parts = [(0, left.next()), (column + 2, right.next())];
                self.lines.push(DetailLine {
                    parts: parts
                        .into_iter()
                        .filter_map(|(from, line)| {
                            Some(Part {
                                from,
                                width: column,
                                line: line?,
                                edge: Edge::Own,
                            })
                        })
                        .collect(),
                    link: None,
                    heading: false,
                });
            }
        } else {
            for language in &languages {
                match text.get(*language) {
                    Some(side) => self.paragraph(self.marked(side), None),
                    // With both shown, the one that there is has been shown already.
                    None if languages.len() == 1 => {
                        let mut said = self.marked(text.in_or_other(*language));
                        said.push(" ", theme::QUIET);
                        said.push(
                            match language {
                                Language::Arabic => ui::ENGLISH_ONLY,
                                Language::English => ui::ARABIC_ONLY,
                            }
                            .get(self.canvas.language()),
                            theme::QUIET,
                        );
                        self.paragraph(said, None);
                    }
                    None => {}
                }
            }
        }
        self.blank();
    }

    fn fact(&mut self, label: Phrase, value: Value<'_>) {
        let language = self.canvas.language();
        let mut line = Styled::default();
        line.push(&capital(label.get(language)), theme::QUIET);
        line.push(": ", theme::QUIET);
        match value {
            Value::Text(text) => {
                let mut sides = self
                    .languages()
                    .into_iter()
                    .filter_map(|side| text.get(side));
                let first = sides.next().unwrap_or_else(|| text.in_or_other(language));
                line.append(&self.marked(first));
                for drawn in self.canvas.wrapped_words(&line, self.width) {
                    self.push(0, self.width, drawn, Edge::Start, None);
                }
                for side in sides {
                    self.paragraph(self.marked(side), None);
                }
                return;
            }
            Value::Said(message) => {
                for (index, side) in self.languages().into_iter().enumerate() {
                    let said = message.get(side);
                    if index > 0 && said == message.get(side.other()) {
                        continue;
                    }
                    if index > 0 {
                        line.push(" · ", theme::QUIET);
                    }
                    line.append(&self.marked(said));
                }
            }
            Value::Names(names) => {
                for (index, name) in names.iter().enumerate() {
                    if index > 0 {
                        line.push(" · ", theme::QUIET);
                    }
                    line.append(&self.marked(name));
                }
            }
            Value::Plain(plain) => {
                let mut code = Styled::default();
                code.push_code(&plain, theme::PLAIN);
                if let Some(query) = self.query {
                    let marked = marks(query, &code.text);
                    code.mark(marked, theme::MATCH);
                }
                line.append(&code);
            }
            Value::Records(keys) => {
                self.records(label, &keys);
                return;
            }
        }
        for drawn in self.canvas.wrapped_words(&line, self.width) {
            self.push(0, self.width, drawn, Edge::Start, None);
        }
    }

    /// Records behind a label: one link a line, the label before the first.
    fn records(&mut self, label: Phrase, keys: &[Key]) {
        let language = self.canvas.language();
        for (index, key) in keys.iter().enumerate() {
            let mut line = Styled::default();
            if index == 0 {
                line.push(&capital(label.get(language)), theme::QUIET);
                line.push(": ", theme::QUIET);
            } else {
                line.push("  ", theme::QUIET);
            }
            line.append(&self.link_text(*key, false));
            self.link_lines(&line);
        }
    }

    fn link(&mut self, key: Key, with_kind: bool) {
        let text = self.link_text(key, with_kind);
        self.link_lines(&text);
        // What is nested is shown whole: in both languages, where both are wanted.
        if !with_kind && self.app.sides == Sides::Both {
            let library = self.app.library();
            let other = library.title(key, self.canvas.language().other());
            if other != library.title(key, self.canvas.language()) {
                self.paragraph(self.marked(&other), None);
            }
        }
    }

    /// A link: an arrow, the title, and where that does not say it the kind and id.
    fn link_text(&self, key: Key, with_kind: bool) -> Styled {
        let library = self.app.library();
        let language = match self.app.sides {
            Sides::Other => self.canvas.language().other(),
            Sides::Own | Sides::Both => self.canvas.language(),
        };
        let mut text = Styled::default();
        let arrow = match self.canvas.language() {
            Language::Arabic => "← ",
            Language::English => "→ ",
        };
        text.push(arrow, theme::LINK);
        let title = library.title(key, language);
        let from = text.text.len();
        text.push(&title, theme::PLAIN);
        if let Some(query) = self.query {
            let ranges = marks(query, &title)
                .into_iter()
                .map(|range| range.start + from..range.end + from);
            text.mark(ranges, theme::MATCH);
        }
        // What is dim stays together on one line.
        text.push(" ·\u{A0}", theme::QUIET);
        if with_kind {
            text.push(
                library.kind(key).label().get(self.canvas.language()),
                theme::QUIET,
            );
            text.push("\u{A0}", theme::QUIET);
        }
        text.push_code(library.id(key), theme::QUIET);
        text
    }

    /// The lines of a link; the first one is remembered as where it begins.
    fn link_lines(&mut self, text: &Styled) {
        let link = self.links.len();
        self.links.push(self.lines.len());
        for line in self.canvas.wrapped_words(text, self.width) {
            self.push(0, self.width, line, Edge::Start, Some(link));
        }
    }
}
