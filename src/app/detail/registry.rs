//! The detail of the registry's entries.

use crate::report::{Body, Country, Document, Instrument, Kind, Many, Person};
use crate::words::label::the;
use crate::words::ui;

use super::{Block, Detail, Value, label_of};

impl<'a> Detail<'a> {
    pub(super) fn body(&mut self, body: &'a Body) {
        self.names(ui::ACRONYM, &body.acronym);
        self.said(ui::SORT, label_of(body.kind));
        self.names(ui::ALIASES, &body.aliases);
        self.records(ui::PARENT, &body.parent);
        self.maybe_text(body.text.as_ref());
    }

    pub(super) fn person(&mut self, person: &'a Person) {
        self.fact_text(ui::HONORIFIC, person.honorific.as_ref());
        self.fact_text(ui::POST, person.post.as_ref());
        self.records(the(Kind::Body), &person.body);
        self.records(the(Kind::Country), &person.country);
        if let Some(phone) = &person.phone {
            self.plain(ui::PHONE, phone.as_str());
        }
        if let Some(email) = &person.email {
            self.plain(ui::EMAIL, email.as_str());
        }
        self.names(ui::ALIASES, &person.aliases);
    }

    pub(super) fn country(&mut self, country: &'a Country) {
        if let Some(symbol) = &country.itu {
            self.plain(ui::ITU_SYMBOL, symbol.as_str());
        }
        self.names(ui::ALIASES, &country.aliases);
        self.records(ui::GROUPS, &country.groups);
    }

    pub(super) fn instrument(&mut self, instrument: &'a Instrument) {
        self.said(ui::SORT, label_of(instrument.kind));
        self.records(ui::ISSUER, &instrument.issuer);
        if let Some(number) = &instrument.number {
            self.plain(ui::NUMBER, number.as_str());
        }
        self.date(ui::DATE, instrument.date.as_ref());
        self.fact_text(ui::PLACE, instrument.place.as_ref());
        self.names(ui::ALIASES, &instrument.aliases);
        self.maybe_text(instrument.text.as_ref());
    }

    pub(super) fn document(&mut self, document: &'a Document) {
        self.records(the(Kind::Body), &document.body);
        self.date(ui::DATE, document.date.as_ref());
        self.names(ui::ALIASES, &document.aliases);
        self.maybe_text(document.text.as_ref());
    }

    fn names(&mut self, label: crate::words::Phrase, names: &'a Many<String>) {
        if !names.is_empty() {
            self.blocks.push(Block::Fact(label, Value::Names(&names.0)));
        }
    }
}
