//! How a record was found: the piece of it in which a search was met where its title does not show
//! it, and what is said of that.

use std::ops::Range;

use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::script::{apart, head};
use crate::search::{Marker, Ways};
use crate::words::query::{self as words, Part};
use crate::words::{Phrase, capital, ui};

use super::detail::{Block, Value, own_blocks};
pub use super::excerpt::{CUT, Excerpt};

/// How much of a record is looked through for a match, in bytes: it is done while one types, for
/// each hit in sight.
const MOST: usize = 32 << 10;
/// What it costs to look through any text, however short, in bytes that could be looked through.
const EACH: usize = 32;

/// How a record was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Met {
    /// The text of the record that shows most of the match; none where the title shows it.
    pub text: Option<Excerpt>,
    /// The text begins with a label in the language of the interface.
    pub labelled: bool,
    /// What of the title is met.
    pub title: Vec<Range<usize>>,
    /// What is to be said where it is not met as it was typed, in the language of the interface.
    pub how: Vec<Phrase>,
}

impl Met {
    /// What is said, as one text; empty where nothing need be said.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        match self.ways(language) {
            ways if ways.is_empty() => ways,
            ways => format!("{} {ways}", words::FOUND.get(language)),
        }
    }

    /// The same without the word that it was found.
    #[must_use]
    pub fn ways(&self, language: Language) -> String {
        let how: Vec<&str> = self.how.iter().map(|how| how.get(language)).collect();
        how.join(ui::LIST_COMMA.get(language))
    }
}

/// How a record was found, of which `title` is shown. A text in the language of the interface is
/// preferred where it shows as much as one in the other.
#[must_use]
pub fn met(
    library: &Library,
    key: Key,
    marker: &mut Marker<'_>,
    title: &str,
    language: Language,
) -> Met {
    let marks = marker.marks(title);
    let in_title = !marks.is_empty();
    let of_title = Met {
        title: marks,
        how: said(marker.ways()),
        ..Met::default()
    };
    // Inside of another word it may stand by chance, and elsewhere as a word.
    if in_title && !marker.is_inside() {
        return of_title;
    }
    let mut looking = Looking {
        marker,
        left: MOST,
        best: None,
    };
    looking.through(library, key, language);
    match looking.best {
        Some(best) if !(in_title && best.inside) => {
            let side = best.side.filter(|side| *side != language);
            let foreign = side.map(|side| words::in_language(best.part, side));
            Met {
                how: foreign.into_iter().chain(said(best.ways)).collect(),
                text: Some(best.text),
                labelled: best.labelled,
                title: Vec::new(),
            }
        }
        _ if in_title => of_title,
        _ => Met::default(),
    }
}

fn said(ways: Ways) -> Vec<Phrase> {
    ways.iter().map(words::way).collect()
}

/// The text that shows most so far.
struct Best {
    /// How many bytes of it are marked.
    shown: usize,
    inside: bool,
    text: Excerpt,
    labelled: bool,
    side: Option<Language>,
    part: Part,
    ways: Ways,
}

/// A look through the texts of a record.
struct Looking<'m, 'q> {
    marker: &'m mut Marker<'q>,
    /// How many bytes may still be looked through.
    left: usize,
    best: Option<Best>,
}

impl Looking<'_, '_> {
    /// Says whether the text shows more than those before.
    fn at(&mut self, text: &str, part: Part, side: Option<Language>) -> bool {
        let text = head(text, self.left);
        self.left = self.left.saturating_sub(text.len() + EACH);
        let found = self.marker.marks(text);
        let shown: usize = found.iter().map(|range| range.len()).sum();
        let inside = self.marker.is_inside();
        let best = self.best.as_ref();
        let shows_more = !found.is_empty()
            && best.is_none_or(|best| (!inside, shown) > (!best.inside, best.shown));
        if shows_more {
            self.best = Some(Best {
                shown,
                inside,
                text: Excerpt::new(text, found),
                labelled: false,
                side,
                part,
                ways: self.marker.ways(),
            });
        }
        shows_more
    }

    /// What is said behind a label, which is in the language given; what runs the other way is set apart,
    /// so that the label stays where the line begins.
    fn behind(
        &mut self,
        label: Phrase,
        of: Language,
        said: &str,
        part: Part,
        side: Option<Language>,
    ) -> bool {
        let label = capital(label.get(of));
        let said = apart(said, of == Language::Arabic);
        self.at(&format!("{label}: {said}"), part, side)
    }

    /// The same with the label of the interface.
    fn labelled(
        &mut self,
        label: Phrase,
        language: Language,
        said: &str,
        part: Part,
        side: Option<Language>,
    ) {
        if self.behind(label, language, said, part, side)
            && let Some(best) = &mut self.best
        {
            best.labelled = true;
        }
    }

    /// What is said behind a label in one language. The label is in that of the interface, unless it is
    /// what was met in the other.
    fn fact(&mut self, label: Phrase, said: &str, side: Language, language: Language) {
        self.labelled(label, language, said, Part::Text, Some(side));
        if side != language {
            self.behind(label, side, said, Part::Text, Some(side));
        }
    }

    fn through(&mut self, library: &Library, key: Key, language: Language) {
        let sides = [language, language.other()];
        for block in own_blocks(library, key) {
            match block {
                Block::Text(text) | Block::Fact(_, Value::Text(text)) => {
                    for side in sides {
                        if let Some(text) = text.get(side) {
                            self.at(text, Part::Text, Some(side));
                        }
                    }
                }
                Block::Fact(label, Value::Said(message)) => {
                    for side in sides {
                        self.fact(label, message.get(side), side, language);
                    }
                }
                Block::Fact(label, Value::Names(names)) => {
                    for name in names {
                        self.labelled(label, language, name, Part::Name, None);
                    }
                }
                Block::Fact(label, Value::Plain(plain)) => {
                    self.labelled(label, language, &plain, Part::Text, None);
                }
                Block::Fact(label, Value::Records(keys)) => {
                    for other in keys {
                        for side in sides {
                            let title = library.title(other, side);
                            self.fact(label, &title, side, language);
                        }
                    }
                }
                Block::Chart(figure) => {
                    for share in &figure.shares {
                        for side in sides {
                            self.at(share.label.in_or_other(side), Part::Text, None);
                        }
                    }
                }
                Block::Heading(_) | Block::Link(_) | Block::Related(_) => {}
            }
        }
        let part = match library.kind(key) {
            Kind::Body | Kind::Person | Kind::Country => Part::Name,
            _ => Part::Title,
        };
        for side in sides {
            self.at(&library.title(key, side), part, Some(side));
        }
    }
}
