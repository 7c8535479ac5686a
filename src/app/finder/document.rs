//! A record as a document of the search index: whatever its detail shows is found.

mod cited;

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use crate::library::{Key, Library};
use crate::report::{Common, Figure, Kind, Language, Quantity, Record, Ref, Share, Stand, Text};
use crate::search::{Document, Field, initials};
use crate::words::asked::{DAY, DEADLINE, SHARES};
use crate::words::label::{Label, plural};
use crate::words::query::{also, also_among_others};
use crate::words::standing::also_stand;
use crate::words::{Phrase, date, minutes, ui};

use super::super::detail::{Block, Value, blocks};
use super::kinds::{has_initials, in_brackets, is_asked_for, title_field, weight};

const LANGUAGES: [Language; 2] = [Language::Arabic, Language::English];

/// The record as a document; it is called by its title, names and codes.
pub(in crate::app) fn of(library: &Library, key: Key) -> Document<'_> {
    let kind = library.kind(key);
    let mut writer = Writer {
        library,
        key,
        kind,
        fields: Vec::new(),
        names: Vec::new(),
        unseen: 0..0,
    };
    writer.head();
    if let Some(record) = library.record(key) {
        writer.own(record);
        writer.common(record.common());
        if let Record::Report(head) = record {
            for name in &head.unknown {
                writer.push(Field::Background, name);
            }
        }
    }
    for block in blocks(library, key) {
        writer.block(block);
    }
    Document {
        fields: writer.fields,
        names: writer.names,
        unseen: writer.unseen,
        weight: weight(library, key),
    }
}

/// A document in the making.
struct Writer<'a> {
    library: &'a Library,
    key: Key,
    kind: Kind,
    fields: Vec<(Field, Cow<'a, str>)>,
    names: Vec<Cow<'a, str>>,
    unseen: Range<usize>,
}

impl<'a> Writer<'a> {
    fn push(&mut self, field: Field, text: impl Into<Cow<'a, str>>) {
        self.fields.push((field, text.into()));
    }

    /// Something that the record is called. A country is background to what it brought: its card
    /// does not come first for its name.
    fn name(&mut self, field: Field, name: impl Into<Cow<'a, str>>) {
        let name = name.into();
        if field != Field::Text && (self.kind != Kind::Country || field == Field::Code) {
            self.names.push(name.clone());
        }
        self.fields.push((field, name));
    }

    fn both(&mut self, field: Field, text: &'a Text) {
        for side in [&text.ar, &text.en].into_iter().flatten() {
            self.push(field, side.as_str());
        }
    }

    fn phrase(&mut self, field: Field, phrase: Phrase) {
        for language in LANGUAGES {
            self.push(field, phrase.get(language));
        }
    }

    /// The word for something in the file: `agenda-item`.
    fn word(&mut self, value: impl Serialize) {
        if let Ok(serde_json::Value::String(word)) = serde_json::to_value(value) {
            self.push(Field::Background, word);
        }
    }

    /// Title, kind and id.
    fn head(&mut self) {
        let (library, key, kind) = (self.library, self.key, self.kind);
        for language in LANGUAGES {
            self.name(title_field(kind), library.title(key, language));
        }
        let from = self.fields.len();
        self.kind_names();
        self.unseen = from..self.fields.len();
        if has_initials(kind) {
            for language in LANGUAGES {
                let initials = initials(&library.title(key, language));
                self.push(Field::Background, initials);
            }
        }
        self.name(Field::Code, library.id(key));
        // An item whose id is a word is called by it also without the report: `ai`, `summit`.
        if let (Kind::Item, Some((_, own))) = (kind, library.id(key).split_once(':'))
            && own.chars().all(char::is_alphabetic)
        {
            self.push(Field::Code, own);
        }
    }

    /// What the kind is called. Who types one of its names means records of the kind before what
    /// mentions it, be it in a title.
    fn kind_names(&mut self) {
        let kind = self.kind;
        if kind == Kind::Paragraph {
            // In one language only: `poverty` (الفقر) is not meant by the beginning of الفقرة on every
            // paragraph. Who types فقرة finds it as another form.
            self.push(Field::Text, kind.label().en);
            return;
        }
        let field = if is_asked_for(kind) {
            Field::Number
        } else {
            Field::Text
        };
        self.phrase(field, kind.label());
        self.phrase(field, plural(kind));
        for word in also(kind) {
            self.push(field, *word);
        }
        for word in also_among_others(kind) {
            self.push(Field::Text, *word);
        }
        // What each part has of the whole: `academia share of partners`.
        if let Some(Record::Figure(figure)) = self.library.record(self.key)
            && !figure.shares.is_empty()
        {
            for word in SHARES {
                self.push(Field::Text, *word);
            }
        }
        // What was put off is asked for as `postponed`, as well as in the field.
        if let Some(Record::Outcome(outcome)) = self.library.record(self.key) {
            for word in also_stand(Stand::Outcome(outcome.kind)) {
                self.push(Field::Text, *word);
            }
        }
    }

    /// Numbers, acronyms, dates and amounts, which the detail tells in words.
    fn own(&mut self, record: Record<'a>) {
        match record {
            Record::Item(item) => {
                for number in &item.number {
                    self.push(Field::Number, number.as_str());
                }
                self.called_in_brackets();
                self.word(item.kind);
            }
            Record::Nomination(nomination) => {
                // `vice-chair EG-ITRs` is the nomination, before an item on the group.
                let body = self.library.in_registry(nomination.body.as_str());
                let body = body.and_then(|body| self.library.record(body));
                if let Some(Record::Body(body)) = body {
                    for acronym in &body.acronym {
                        self.push(Field::Code, acronym.as_str());
                    }
                }
            }
            Record::Position(_) => {
                // The position on item 27 is the next best answer to 27.
                let item = self.library.owner(self.key);
                if let Some(Record::Item(item)) = item.and_then(|item| self.library.record(item)) {
                    for number in &item.number {
                        self.push(Field::Code, number.as_str());
                    }
                }
            }
            Record::Paragraph(paragraph) => {
                if let Some(number) = &paragraph.number {
                    self.push(Field::Code, number.as_str());
                }
            }
            Record::Body(body) => {
                for acronym in &body.acronym {
                    self.name(Field::Name, acronym.as_str());
                }
                self.word(body.kind);
            }
            Record::Instrument(instrument) => {
                if let Some(number) = &instrument.number {
                    self.name(Field::Code, number.as_str());
                    self.cited(
                        instrument.kind.label(),
                        instrument.issuer.as_ref(),
                        number.as_str(),
                    );
                }
                self.word(instrument.kind);
            }
            Record::Contribution(contribution) => {
                // What many brought together is called after none of them.
                let field = match contribution.by.0.len() {
                    1 => Field::Title,
                    _ => Field::Text,
                };
                for by in &contribution.by {
                    self.brought(field, contribution.kind.label(), by);
                }
            }
            Record::Outcome(outcome) => {
                if let Some(quantity) = &outcome.figure {
                    self.quantity(Field::Text, quantity);
                }
            }
            Record::Country(country) => {
                if let Some(symbol) = &country.itu {
                    self.name(Field::Code, symbol.as_str());
                }
            }
            Record::Figure(figure) => self.figure(figure),
            _ => {}
        }
        self.day(record);
    }

    /// What an item is called after, which stands in brackets at the end of its title: who types IDI in a call
    /// wants the item, before the entry of the index.
    fn called_in_brackets(&mut self) {
        let titles = LANGUAGES.map(|language| self.library.title(self.key, language));
        for short in in_brackets(&titles) {
            if !self.names.iter().any(|name| *name == short) {
                self.name(Field::Name, short);
            }
        }
    }

    /// `مساهمة الكويت`, `Kuwait contribution`: what people call what has no title.
    fn brought(&mut self, field: Field, what: Phrase, by: &Ref) {
        if let Some(who) = self.library.in_registry(by.as_str()) {
            let ar = self.library.title(who, Language::Arabic);
            let en = self.library.title(who, Language::English);
            self.name(field, format!("{} {ar}", what.ar));
            self.name(field, format!("{en} {}", what.en));
            // `UAE proposal` too.
            let country = match self.library.record(who) {
                Some(Record::Country(country)) => country.itu.as_ref(),
                _ => None,
            };
            if let Some(symbol) = country {
                self.name(field, format!("{symbol} {}", what.en));
            }
        }
    }

    /// The date of a record as it is written in the file: `2021-05-31`.
    fn day(&mut self, record: Record<'a>) {
        if let Some(day) = record.date() {
            self.push(self.day_field(), day.as_str());
            let words = match self.kind {
                Kind::Recommendation => DEADLINE,
                _ => DAY,
            };
            let words = words.iter();
            words.for_each(|word| self.push(Field::Background, *word));
        }
    }

    /// A meeting is found by its day as by its title.
    const fn day_field(&self) -> Field {
        match self.kind {
            Kind::Meeting | Kind::Event => Field::Code,
            _ => Field::Background,
        }
    }

    /// A figure is found by its numbers as a document is by its own.
    fn figure(&mut self, figure: &'a Figure) {
        if let Some(quantity) = &figure.total {
            self.quantity(Field::Code, quantity);
        }
        if let Some(sum) = figure.adds_up_to {
            self.push(Field::Code, date::percent(sum));
        }
        let mut waiting: Vec<&Share> = figure.shares.iter().collect();
        while let Some(share) = waiting.pop() {
            self.both(Field::Text, &share.label);
            if let Some(percent) = share.percent {
                self.push(Field::Code, date::percent(percent));
            }
            if let Some(quantity) = &share.quantity {
                self.quantity(Field::Text, quantity);
            }
            if let Some(of) = &share.of {
                self.push(Field::Background, of.as_str());
            }
            waiting.extend(&share.of_which);
        }
    }

    /// A number written out, as people say it, and as the source prints it.
    fn quantity(&mut self, field: Field, quantity: &'a Quantity) {
        self.push(field, quantity.amount.to_string());
        for language in LANGUAGES {
            self.push(field, date::quantity(quantity, language));
        }
        for word in [&quantity.printed, &quantity.currency]
            .into_iter()
            .flatten()
        {
            self.push(Field::Background, word.as_str());
        }
    }

    /// Ids as they are written in the file; the detail shows what they stand for.
    fn common(&mut self, common: Common<'a>) {
        // The screen says them in words; who writes the file knows them by their names.
        for name in common.inferred {
            self.push(Field::Background, name);
        }
        for id in common.refs.iter().chain(common.see).chain(common.src) {
            self.push(Field::Background, id.as_str());
        }
        if self.library.report_of(self.key).is_none() {
            for id in common.refs {
                if let Some(other) = self.library.in_registry(id.as_str()) {
                    self.named(other);
                }
            }
        }
    }

    fn block(&mut self, block: Block<'a>) {
        match block {
            Block::Heading(_) | Block::Chart(_) => {}
            // The words for it are the program's own, the same on most records: `poverty` (الفقر) is
            // not meant by every paragraph (الفقرة) that says where it stands.
            Block::Fact(ui::SOURCE | minutes::SINCE, _) => {}
            Block::Text(text) => self.both(Field::Text, text),
            Block::Fact(label, Value::Text(text)) => {
                let post = self.kind == Kind::Nomination && label == ui::POST;
                self.both(if post { Field::Title } else { Field::Text }, text);
            }
            Block::Fact(label, Value::Said(message)) => {
                // What was decided is what an outcome says, in a word.
                let says = matches!(label, ui::STANCE | ui::RESULT)
                    || self.kind == Kind::Outcome && label == ui::SORT;
                let field = match says {
                    // What became of it is what the record itself is asked for: `deferred`.
                    _ if is_own_result(self.kind, label) => Field::Code,
                    _ if is_own_status(self.kind, label) => Field::Text,
                    true => Field::Text,
                    false if label == ui::DATE => self.day_field(),
                    false => Field::Background,
                };
                self.push(field, message.ar);
                self.push(field, message.en);
            }
            Block::Fact(_, Value::Plain(plain)) => self.push(Field::Background, plain),
            Block::Fact(label, Value::Names(names)) => {
                for name in names {
                    if label == ui::ALIASES {
                        self.name(title_field(self.kind), name.as_str());
                    } else {
                        self.push(Field::Background, name);
                    }
                }
            }
            Block::Fact(_, Value::Records(keys)) => {
                for other in keys {
                    self.named(other);
                }
            }
            Block::Link(other) => self.linked(other),
            Block::Related(others) => others.into_iter().for_each(|other| self.linked(other)),
        }
    }

    /// The names of a record that is cited; what else belongs to this one is found by itself.
    fn linked(&mut self, other: Key) {
        let cited = self.library.report_of(other).is_none();
        if cited && self.library.report_of(self.key).is_some() {
            self.named(other);
        }
    }

    /// The names of another record, so that `Selim` finds her nomination, and `KWT`, `UAE` or
    /// `السعودية` what the country brought.
    fn named(&mut self, other: Key) {
        let library = self.library;
        let field = match library.kind(other) {
            // A name is that of the person and of the nomination; others mention it.
            Kind::Person if self.kind == Kind::Nomination => Field::Name,
            Kind::Person => Field::Text,
            _ => Field::Background,
        };
        for language in LANGUAGES {
            self.push(field, library.title(other, language));
        }
        self.push(Field::Background, library.id(other));
        match library.record(other) {
            Some(Record::Body(body)) => {
                for acronym in &body.acronym {
                    self.push(Field::Background, acronym.as_str());
                }
            }
            Some(Record::Country(country)) => {
                for name in country.itu.iter().chain(&country.aliases) {
                    self.push(Field::Background, name.as_str());
                }
            }
            Some(Record::Person(person)) => {
                for name in &person.aliases {
                    self.push(Field::Background, name.as_str());
                }
            }
            _ => {}
        }
    }
}

/// Whether a fact is what became of the record itself, and not of what is connected with it.
fn is_own_result(kind: Kind, label: Phrase) -> bool {
    kind == Kind::Outcome && label == ui::RESULT
}

/// Whether a fact is how far the record itself has come.
fn is_own_status(kind: Kind, label: Phrase) -> bool {
    matches!(kind, Kind::Recommendation | Kind::Nomination) && label == ui::STATUS
}

#[cfg(test)]
mod tests;
