//! The detail of a record as blocks: what is said of it and what it leads to. The screen draws
//! them, `majlis show` prints them, the search index reads them; so none can forget a field.

pub(super) mod background;
mod council;
mod registry;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::form::called;
use crate::library::{Key, Library, LinkTo};
use crate::report::Relation;
use crate::report::{Date, Figure, Kind, Language, Quantity, Record, Ref, Text};
use crate::words::label::Label;
use crate::words::{Message, Phrase, date, relation, ui};

/// A piece of a record's detail.
#[derive(Debug, Clone, PartialEq)]
pub enum Block<'a> {
    /// The name of a group of blocks.
    Heading(Phrase),
    /// One thing that is said of the record.
    Fact(Phrase, Value<'a>),
    /// A text of its own, in both languages.
    Text(&'a Text),
    /// Another record, which can be followed, of the kind that the heading above names.
    Link(Key),
    /// Other records, which can be followed, of any kind: a hundred thousand may name one.
    Related(Vec<Key>),
    /// A figure drawn as bars.
    Chart(&'a Figure),
}

/// What is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// A text of the report, in both languages.
    Text(&'a Text),
    /// Words of the program, or a date, number or name told in each language.
    Said(Message),
    /// A code, number or address that is the same in both.
    Plain(Cow<'a, str>),
    /// Several names, in whichever language.
    Names(&'a [String]),
    /// Other records, which can be followed: who, where, to whom.
    Records(Vec<Key>),
}

/// The blocks of a record in the order in which a person reads them.
#[must_use]
pub fn blocks(library: &Library, key: Key) -> Vec<Block<'_>> {
    made(Detail::new(library, key))
}

/// The same without what the record is only linked with: a hundred thousand records may name one.
#[must_use]
pub fn own_blocks(library: &Library, key: Key) -> Vec<Block<'_>> {
    made(Detail {
        alone: true,
        ..Detail::new(library, key)
    })
}

fn made(mut detail: Detail<'_>) -> Vec<Block<'_>> {
    let (library, key) = (detail.library, detail.key);
    let Some(record) = library.record(key) else {
        return Vec::new();
    };
    match record {
        Record::Item(item) => detail.item(item),
        Record::Position(position) => detail.position_of(position),
        Record::View(view) => detail.remark(&view.by, &view.text),
        Record::Note(note) => detail.remark(&note.by, &note.text),
        Record::Recommendation(recommendation) => detail.recommendation_alone(recommendation),
        Record::Contribution(contribution) => detail.contribution(contribution),
        Record::Nomination(nomination) => detail.nomination(nomination),
        Record::Outcome(outcome) => detail.outcome(outcome),
        Record::Meeting(meeting) => detail.meeting(meeting),
        Record::Event(event) => detail.event(event),
        Record::Figure(figure) => detail.figure(figure),
        Record::Report(head) => detail.head(head),
        Record::Section(section) => detail.section(section),
        Record::Paragraph(paragraph) => detail.paragraph(paragraph),
        Record::Body(body) => detail.body(body),
        Record::Person(person) => detail.person(person),
        Record::Country(country) => detail.country(country),
        Record::Instrument(instrument) => detail.instrument(instrument),
        Record::Document(document) => detail.document(document),
    }
    detail.tail(record);
    detail.blocks
}

/// Whether a record has a title beside what it says; else its text stands for one in lists, and its
/// detail begins with the text itself.
#[must_use]
pub fn has_title(library: &Library, key: Key) -> bool {
    !matches!(
        library.record(key),
        Some(
            Record::Recommendation(_)
                | Record::View(_)
                | Record::Note(_)
                | Record::Outcome(_)
                | Record::Contribution(_)
                | Record::Paragraph(_)
        )
    )
}

/// The records that the blocks lead to, in order; what the keys in the detail choose among.
#[must_use]
pub fn links(blocks: &[Block<'_>]) -> Vec<Key> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Link(key) => found.push(*key),
            Block::Related(keys) | Block::Fact(_, Value::Records(keys)) => found.extend(keys),
            _ => {}
        }
    }
    found
}

/// Blocks in the making.
struct Detail<'a> {
    library: &'a Library,
    key: Key,
    blocks: Vec<Block<'a>>,
    /// What has been shown, so that the tail does not say it again.
    shown: BTreeSet<Key>,
    /// What it is only linked with is not asked for.
    alone: bool,
}

impl<'a> Detail<'a> {
    fn new(library: &'a Library, key: Key) -> Self {
        Self {
            library,
            key,
            blocks: Vec::new(),
            shown: BTreeSet::from([key]),
            alone: false,
        }
    }

    fn heading(&mut self, heading: Phrase) {
        self.blocks.push(Block::Heading(heading));
    }

    fn text(&mut self, text: &'a Text) {
        if !text.is_empty() {
            self.blocks.push(Block::Text(text));
        }
    }

    fn maybe_text(&mut self, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.text(text);
        }
    }

    fn said(&mut self, label: Phrase, said: impl Into<Message>) {
        self.blocks
            .push(Block::Fact(label, Value::Said(said.into())));
    }

    fn plain(&mut self, label: Phrase, plain: impl Into<Cow<'a, str>>) {
        self.blocks
            .push(Block::Fact(label, Value::Plain(plain.into())));
    }

    fn fact_text(&mut self, label: Phrase, text: Option<&'a Text>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.blocks.push(Block::Fact(label, Value::Text(text)));
        }
    }

    fn date(&mut self, label: Phrase, day: Option<&Date>) {
        if let Some(day) = day {
            self.said(
                label,
                Message::new(
                    date::date(day, Language::Arabic),
                    date::date(day, Language::English),
                ),
            );
        }
    }

    fn quantity(&mut self, label: Phrase, quantity: Option<&'a Quantity>) {
        let Some(quantity) = quantity else { return };
        let in_language = |language| match &quantity.printed {
            Some(printed) => format!(
                "{} ({})",
                date::quantity(quantity, language),
                printed.as_str()
            ),
            None => date::quantity(quantity, language),
        };
        self.said(
            label,
            Message::new(
                in_language(Language::Arabic),
                in_language(Language::English),
            ),
        );
    }

    /// Fields of the model, by what they are called.
    fn fields(&mut self, label: Phrase, kind: Kind, names: &[String]) {
        let told = |language| {
            names
                .iter()
                .map(|name| called(kind, name, language))
                .collect::<Vec<_>>()
                .join(ui::LIST_COMMA.get(language))
        };
        self.said(
            label,
            Message::new(told(Language::Arabic), told(Language::English)),
        );
    }

    /// Entries of the registry behind one label: who, where, on whose behalf.
    fn records<'r>(&mut self, label: Phrase, refs: impl IntoIterator<Item = &'r Ref>) {
        let library = self.library;
        self.named(label, refs, |typed| library.in_registry(typed));
    }

    /// Records of the reports behind one label: the item, what is answered.
    fn records_of_report<'r>(&mut self, label: Phrase, refs: impl IntoIterator<Item = &'r Ref>) {
        let (library, key) = (self.library, self.key);
        self.named(label, refs, |typed| library.in_reports(key, typed));
    }

    /// What is named behind one label; of what is not known, the id stands there.
    fn named<'r>(
        &mut self,
        label: Phrase,
        refs: impl IntoIterator<Item = &'r Ref>,
        find: impl Fn(&str) -> Option<Key>,
    ) {
        let mut keys = Vec::new();
        let mut unknown = Vec::new();
        for typed in refs {
            match find(typed.as_str()) {
                Some(key) => keys.push(key),
                None => unknown.push(typed.as_str()),
            }
        }
        self.records_found(label, keys);
        if !unknown.is_empty() {
            self.plain(label, unknown.join(" · "));
        }
    }

    fn records_found(&mut self, label: Phrase, keys: Vec<Key>) {
        if keys.is_empty() {
            return;
        }
        self.shown.extend(&keys);
        self.blocks.push(Block::Fact(label, Value::Records(keys)));
    }

    fn link(&mut self, key: Key) {
        self.shown.insert(key);
        self.blocks.push(Block::Link(key));
    }

    /// What every record carries: addresses, place in the source, slips, and all links not yet shown.
    fn tail(&mut self, record: Record<'a>) {
        let common = record.common();
        for url in common.urls {
            self.plain(ui::ADDRESS, url.url.as_str());
            self.maybe_text(url.label.as_ref());
        }
        for (printed, meant) in common.sic {
            self.said(
                ui::SIC,
                Message::new(
                    format!("{printed} ← {meant}"),
                    format!("{printed} → {meant}"),
                ),
            );
        }
        if !common.inferred.is_empty() {
            self.fields(ui::INFERRED, record.kind(), common.inferred);
        }
        self.related();
        if !common.src.is_empty() {
            let said = |language| {
                common
                    .src
                    .iter()
                    .map(|place| ui::place(place.as_str(), language))
                    .collect::<Vec<_>>()
                    .join(ui::LIST_COMMA.get(language))
            };
            self.said(
                ui::SOURCE,
                Message::new(said(Language::Arabic), said(Language::English)),
            );
        }
    }

    /// The links that nothing above has shown, grouped by what they mean.
    fn related(&mut self) {
        if self.alone {
            return;
        }
        // The report that a record is part of comes last: its id has said it already.
        let of_report = |link: &&LinkTo| {
            link.outgoing
                && link.relation == Relation::Owner
                && self.library.kind(link.key) == Kind::Report
        };
        let links = self.library.links(self.key).iter();
        let (mut whole, mut last) = (Vec::new(), None);
        let mut keys = Vec::new();
        for link in links.filter(|link| !self.shown.contains(&link.key)) {
            if of_report(&link) {
                whole.push(link);
            } else {
                related(&mut self.blocks, &mut keys, &mut last, link);
            }
        }
        for link in whole {
            related(&mut self.blocks, &mut keys, &mut last, link);
        }
        if !keys.is_empty() {
            self.blocks.push(Block::Related(keys));
        }
    }
}

/// Adds a link to the last ones, or under a heading of its own where it means something else.
fn related(
    blocks: &mut Vec<Block<'_>>,
    keys: &mut Vec<Key>,
    last: &mut Option<(Relation, bool)>,
    link: &LinkTo,
) {
    let means = (link.relation, link.outgoing);
    if *last != Some(means) {
        let heading = relation::relation(link.relation, link.outgoing);
        let before = last.map(|(other, outgoing)| relation::relation(other, outgoing));
        *last = Some(means);
        if before != Some(heading) {
            if !keys.is_empty() {
                blocks.push(Block::Related(std::mem::take(keys)));
            }
            blocks.push(Block::Heading(heading));
        }
    }
    keys.push(link.key);
}

/// A fixed value of the model, said in both languages.
fn label_of(value: impl Label) -> Message {
    value.label().into()
}
