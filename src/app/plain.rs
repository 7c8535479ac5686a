//! A record as plain lines in logical order: what `majlis show` prints, `y` copies, `p` prints after
//! leaving and `majlis --linear` reads. Made of the same blocks as the detail on the screen.

use std::borrow::Cow;

use crate::library::{Key, Library};
use crate::report::{Language, Share, Text};
use crate::script::plain;
use crate::words::label::Label;
use crate::words::{Phrase, capital, date, ui};

use super::citation::citation;
use super::detail::{Block, Value, blocks, has_title};

/// The languages in which a record is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Languages {
    /// That of the labels, and of the texts where `both` is not set.
    pub first: Language,
    /// Whether the texts follow in the other one too.
    pub both: bool,
}

impl Languages {
    /// One language.
    #[must_use]
    pub const fn one(first: Language) -> Self {
        Self { first, both: false }
    }

    /// A language, and then the other.
    #[must_use]
    pub const fn both(first: Language) -> Self {
        Self { first, both: true }
    }

    /// The text in these languages, each once; in the other one where the one wanted is missing.
    fn sides(self, text: &Text) -> Vec<&str> {
        let (own, other) = (text.get(self.first), text.get(self.first.other()));
        if self.both {
            let other = other.filter(|other| Some(*other) != own);
            return own.into_iter().chain(other).collect();
        }
        vec![text.in_or_other(self.first)]
    }
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The record's kind and id, and its title.
    Title,
    /// The name of what follows.
    Heading,
    /// Something that is said of it.
    Said,
    /// Another record, which can be followed; in the order of [`links`](super::detail::links).
    Link,
}

/// A line; it may be long, and is empty where a text leaves a line empty. Untrusted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub sort: Sort,
    /// What it says.
    pub text: String,
}

/// The lines of a record.
#[must_use]
pub fn lines(library: &Library, key: Key, languages: Languages) -> Vec<Line> {
    let mut told = Told {
        library,
        languages,
        lines: Vec::new(),
    };
    told.title(key);
    for block in blocks(library, key) {
        told.block(block);
    }
    told.lines
}

/// The record as a text for other programs, a blank line before each heading; with `cited` its
/// citation stands at the end instead of the place in the source. Harmless (see [`plain`]).
#[must_use]
pub fn text(library: &Library, key: Key, languages: Languages, cited: bool) -> String {
    let mut told = Told {
        library,
        languages,
        lines: Vec::new(),
    };
    told.title(key);
    for block in blocks(library, key) {
        let is_place = matches!(block, Block::Fact(label, _) if label == ui::SOURCE);
        if !(cited && is_place) {
            told.block(block);
        }
    }
    let mut text = String::new();
    for line in told.lines {
        if line.sort == Sort::Heading {
            text.push('\n');
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    if cited {
        text.push('\n');
        text.push_str(&citation(library, key, languages.first));
        if languages.both {
            text.push('\n');
            text.push_str(&citation(library, key, languages.first.other()));
        }
    }
    plain(text.trim_end())
}

/// The title of a record, whole: what names a record on the screen ends where no line shows more.
fn title(library: &Library, key: Key, language: Language) -> Cow<'_, str> {
    library.title_within(key, language, usize::MAX)
}

/// Lines in the making.
struct Told<'a> {
    library: &'a Library,
    languages: Languages,
    lines: Vec<Line>,
}

impl Told<'_> {
    fn push(&mut self, sort: Sort, text: &str) {
        self.lines.extend(text.lines().map(|line| Line {
            sort,
            text: line.to_owned(),
        }));
    }

    /// A label or heading, which begins a line.
    fn label(&self, label: Phrase) -> String {
        capital(label.get(self.languages.first))
    }

    fn fact(&mut self, label: Phrase, said: &str) {
        let line = format!("{}: {said}", self.label(label));
        self.push(Sort::Said, &line);
    }

    /// What the record is, its id, and its title where it has one.
    fn title(&mut self, key: Key) {
        let kind = self.label(self.library.kind(key).label());
        self.push(Sort::Title, &format!("{kind} {}", self.library.id(key)));
        if has_title(self.library, key) {
            let title = |language| Some(title(self.library, key, language).into_owned());
            let title = Text {
                ar: title(Language::Arabic),
                en: title(Language::English),
            };
            for side in self.languages.sides(&title) {
                self.push(Sort::Title, side);
            }
        }
    }

    fn block(&mut self, block: Block<'_>) {
        let (library, language) = (self.library, self.languages.first);
        let name = |key| format!("{} ({})", title(library, key, language), library.id(key));
        match block {
            Block::Heading(heading) => self.push(Sort::Heading, &self.label(heading)),
            Block::Text(text) => {
                for side in self.languages.sides(text) {
                    self.push(Sort::Said, side);
                }
            }
            Block::Fact(label, Value::Text(text)) => {
                self.fact(label, &self.languages.sides(text).join(" · "));
            }
            Block::Fact(label, Value::Said(message)) => self.fact(label, message.get(language)),
            Block::Fact(label, Value::Names(names)) => {
                self.fact(label, &names.join(ui::LIST_COMMA.get(language)));
            }
            Block::Fact(label, Value::Plain(plain)) => self.fact(label, &plain),
            Block::Fact(label, Value::Records(keys)) => {
                let label = self.label(label);
                for key in keys {
                    self.link(&format!("{label}: {}", name(key)));
                }
            }
            Block::Link(key) => self.link(&format!("- {}", name(key))),
            Block::Related(keys) => {
                for key in keys {
                    self.link(&format!("- {}", name(key)));
                }
            }
            Block::Chart(figure) => self.shares(&figure.shares, 1),
        }
    }

    /// A link is one line, so that the lines of links are as many as the links.
    fn link(&mut self, text: &str) {
        self.lines.push(Line {
            sort: Sort::Link,
            text: text.replace(['\n', '\r'], " "),
        });
    }

    /// The shares of a figure, a line each.
    fn shares(&mut self, shares: &[Share], depth: usize) {
        let language = self.languages.first;
        for share in shares {
            let mut line = "  ".repeat(depth);
            line.push_str(&self.languages.sides(&share.label).join(" · "));
            if let Some(percent) = share.percent {
                line.push_str(": ");
                line.push_str(&date::percent_in(percent, language));
            }
            if let Some(quantity) = &share.quantity {
                line.push_str(": ");
                line.push_str(&date::quantity(quantity, language));
            }
            self.push(Sort::Said, &line);
            self.shares(&share.of_which, depth + 1);
        }
    }
}
