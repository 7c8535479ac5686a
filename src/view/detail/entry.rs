//! The entries of a record's detail: its blocks in pieces of a bounded size, each of which can be
//! measured and laid out by itself. A text of megabytes, a thousand names, twenty thousand links
//! are many entries; what is out of sight costs its measure once, and nothing after.

use std::borrow::Cow;

use crate::app::detail::{Block, Value, blocks, has_title};
use crate::library::{Key, Library};
use crate::report::{Language, Text};
use crate::script::pieces;
use crate::view::chart::{Scaled, bars};
use crate::words::Phrase;

/// Columns from which two languages stand side by side.
const SIDE_BY_SIDE: u16 = 60;
/// Names that stand in one entry.
const NAMES: usize = 100;

/// A piece of a record's detail. Of some records there are a hundred thousand: what is rare and large
/// stands apart.
pub(super) enum Entry<'a> {
    /// A blank line.
    Blank,
    /// The record's title.
    Title(Cow<'a, str>),
    /// The name of what follows.
    Heading(Phrase),
    /// Something short that is said behind a label.
    Fact(Box<(Phrase, Value<'a>)>),
    /// Names, with their label before the first.
    Names(Label, &'a [String]),
    /// A text behind a label, which stands before its beginning only.
    Labelled(Label, &'a str),
    /// A text in one language.
    Side(&'a str),
    /// A text that there is in this language only, and the end of it: that is said there.
    Only(&'a str, Language),
    /// A text in both languages, side by side.
    Pair(&'a str, &'a str),
    /// A record behind a label, with the label before the first.
    Record(Label, Key),
    /// A record of its own line; whether its kind is to be said.
    Link(Key, bool),
    /// A share of a figure.
    Bar(Box<Scaled<'a>>),
}

/// A label, if there is one.
pub(super) type Label = Option<Box<Phrase>>;

/// A label before the first.
fn before_the_first(label: Phrase) -> impl Iterator<Item = Label> {
    std::iter::once(Some(Box::new(label))).chain(std::iter::repeat(None))
}

impl Entry<'_> {
    /// Whether it is a link that can be followed.
    pub(super) const fn is_link(&self) -> bool {
        matches!(self, Self::Record(..) | Self::Link(..))
    }

    /// How much there is to lay out, in bytes of text, roughly.
    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Labelled(_, text) | Self::Side(text) | Self::Only(text, _) => text.len(),
            Self::Pair(one, other) => one.len() + other.len(),
            Self::Names(_, names) => names.iter().map(|name| name.len() + 4).sum(),
            _ => 200,
        }
    }
}

/// What decides which entries there are, beside the record.
pub(super) struct Wanted {
    /// The language of the interface.
    pub(super) language: Language,
    /// The languages shown, the interface's first.
    pub(super) languages: Vec<Language>,
    /// Columns.
    pub(super) width: u16,
}

/// The entries of a record, in order.
pub(super) fn entries<'a>(library: &'a Library, key: Key, wanted: &Wanted) -> Vec<Entry<'a>> {
    let mut found = Vec::new();
    if has_title(library, key) {
        for language in &wanted.languages {
            let title = library.title(key, *language);
            if *language == wanted.language || title != library.title(key, language.other()) {
                found.push(Entry::Title(title));
            }
        }
        found.push(Entry::Blank);
    }
    for block in blocks(library, key) {
        match block {
            Block::Heading(heading) => {
                if !matches!(found.last(), None | Some(Entry::Blank)) {
                    found.push(Entry::Blank);
                }
                found.push(Entry::Heading(heading));
            }
            Block::Fact(label, Value::Text(text)) => labelled(label, text, wanted, &mut found),
            Block::Fact(label, Value::Records(keys)) => {
                let labels = before_the_first(label);
                found.extend(
                    keys.into_iter()
                        .zip(labels)
                        .map(|(key, label)| Entry::Record(label, key)),
                );
            }
            Block::Fact(label, Value::Names(names)) => {
                let labels = before_the_first(label);
                found.extend(
                    names
                        .chunks(NAMES)
                        .zip(labels)
                        .map(|(names, label)| Entry::Names(label, names)),
                );
            }
            Block::Fact(label, value) => found.push(Entry::Fact(Box::new((label, value)))),
            Block::Text(text) => {
                self::text(text, wanted, &mut found);
                found.push(Entry::Blank);
            }
            Block::Link(key) => found.push(Entry::Link(key, false)),
            Block::Related(keys) => {
                found.extend(keys.into_iter().map(|key| Entry::Link(key, true)));
            }
            Block::Chart(figure) => {
                let bars = bars(figure).into_iter().map(Box::new);
                found.extend(bars.map(Entry::Bar));
            }
        }
    }
    found
}

/// A text in the languages shown: one below the other, or side by side where there is room.
fn text<'a>(text: &'a Text, wanted: &Wanted, found: &mut Vec<Entry<'a>>) {
    if let ([first, second], true) = (wanted.languages.as_slice(), wanted.width >= SIDE_BY_SIDE)
        && let (Some(one), Some(other)) = (text.get(*first), text.get(*second))
    {
        let (mut one, mut other) = (pieces(one), pieces(other));
        loop {
            match (one.next(), other.next()) {
                (None, None) => return,
                (one, other) => found.push(Entry::Pair(
                    one.unwrap_or_default(),
                    other.unwrap_or_default(),
                )),
            }
        }
    }
    for language in &wanted.languages {
        match text.get(*language) {
            Some(side) => found.extend(pieces(side).map(Entry::Side)),
            // With both shown, the one that there is has been shown already.
            None if wanted.languages.len() == 1 => {
                found.extend(pieces(text.in_or_other(*language)).map(Entry::Side));
                if let Some(last) = found.last_mut()
                    && let Entry::Side(piece) = last
                {
                    *last = Entry::Only(piece, language.other());
                }
            }
            None => {}
        }
    }
}

/// A text behind a label; a second language stands below.
fn labelled<'a>(label: Phrase, text: &'a Text, wanted: &Wanted, found: &mut Vec<Entry<'a>>) {
    let mut sides = wanted.languages.iter().filter_map(|side| text.get(*side));
    let first = sides
        .next()
        .unwrap_or_else(|| text.in_or_other(wanted.language));
    found.extend(
        pieces(first)
            .zip(before_the_first(label))
            .map(|(piece, label)| Entry::Labelled(label, piece)),
    );
    found.extend(sides.flat_map(pieces).map(Entry::Side));
}
