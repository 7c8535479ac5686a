//! The detail of what a group decides on: items, positions, nominations, recommendations, and what
//! stands behind them.

use crate::library::Key;
use crate::report::{
    Contribution, Item, Kind, Many, Nomination, Outcome, Position, Recommendation, Record, Ref,
    Stance, Text,
};
use crate::words::label::{Label, NOMINEE, plural, stance_sign, the};
use crate::words::{Message, ui};

use super::{Block, Detail, Value, label_of};

impl<'a> Detail<'a> {
    pub(super) fn item(&mut self, item: &'a Item) {
        if !item.number.is_empty() {
            let numbers: Vec<&str> = item.number.iter().map(Ref::as_str).collect();
            self.plain(ui::NUMBER, numbers.join(", "));
        }
        self.maybe_text(item.text.as_ref());
        if let Some(position) = &item.position {
            // It is told here whole; its own record stands in the positions' pane.
            let own = self.library.belongs_to(self.key).iter();
            let own = own.filter(|key| self.library.kind(**key) == Kind::Position);
            self.shown.extend(own);
            self.heading(the(Kind::Position));
            self.position(position);
        }
        self.nested(Kind::Recommendation);
        self.nested(Kind::View);
        self.nested(Kind::Note);
        self.belonging(self.key);
    }

    /// A position by itself: the item it is on, its wording, and what stands behind it.
    pub(super) fn position_of(&mut self, position: &'a Position) {
        let item = self.library.owner(self.key);
        if let Some(item) = item {
            self.records_found(the(Kind::Item), vec![item]);
        }
        self.position(position);
        if let Some(item) = item {
            self.nested_of(item, Kind::Note);
            self.nested_of(item, Kind::View);
            self.nested_of(item, Kind::Recommendation);
            self.belonging(item);
        }
    }

    fn position(&mut self, position: &'a Position) {
        self.said(ui::STANCE, stance(position.stance));
        self.said(ui::STAGE, label_of(position.status));
        self.records(ui::BY, &position.by);
        self.date(ui::DATE, position.date.as_ref());
        self.text(&position.text);
    }

    /// What is nested in the record in hand: its views, notes or recommendations.
    fn nested(&mut self, kind: Kind) {
        self.nested_of(self.key, kind);
    }

    fn nested_of(&mut self, item: Key, kind: Kind) {
        let library = self.library;
        let keys: Vec<Key> = library
            .belongs_to(item)
            .iter()
            .copied()
            .filter(|key| library.kind(*key) == kind && library.owner(*key) == Some(item))
            .collect();
        if keys.is_empty() {
            return;
        }
        self.heading(plural(kind));
        for key in keys {
            self.shown.insert(key);
            match library.record(key) {
                Some(Record::View(view)) => {
                    self.blocks.push(Block::Link(key));
                    self.records(ui::BY, &view.by);
                }
                Some(Record::Note(note)) => {
                    self.blocks.push(Block::Link(key));
                    self.records(ui::BY, &note.by);
                }
                Some(Record::Recommendation(recommendation)) => {
                    self.blocks.push(Block::Link(key));
                    self.who_acts(recommendation);
                }
                _ => {}
            }
        }
    }

    /// What belongs to an item without standing in it: contributions, outcomes, nominations…
    fn belonging(&mut self, item: Key) {
        for kind in [
            Kind::Contribution,
            Kind::Outcome,
            Kind::Nomination,
            Kind::Meeting,
            Kind::Event,
            Kind::Figure,
        ] {
            let library = self.library;
            let keys: Vec<Key> = library
                .belongs_to(item)
                .iter()
                .copied()
                .filter(|key| library.kind(*key) == kind && !self.shown.contains(key))
                .collect();
            if keys.is_empty() {
                continue;
            }
            self.heading(match kind {
                Kind::Outcome => ui::WHAT_BECAME,
                other => plural(other),
            });
            for key in keys {
                self.link(key);
                match library.record(key) {
                    Some(Record::Contribution(contribution)) => self.fate(contribution),
                    Some(Record::Outcome(outcome)) => {
                        if let Some(result) = outcome.result {
                            self.said(ui::RESULT, label_of(result));
                        }
                    }
                    Some(Record::Nomination(nomination)) => self.post(nomination),
                    _ => {}
                }
            }
        }
    }

    pub(super) fn remark(&mut self, by: &Many<Ref>, text: &'a Text) {
        if let Some(item) = self.library.item_of(self.key) {
            self.records_found(the(Kind::Item), vec![item]);
        }
        self.records(ui::BY, by);
        self.text(text);
    }

    pub(super) fn recommendation_alone(&mut self, recommendation: &'a Recommendation) {
        if let Some(item) = self.library.item_of(self.key) {
            self.records_found(the(Kind::Item), vec![item]);
        }
        self.said(ui::SORT, label_of(recommendation.kind));
        self.records(ui::BY, &recommendation.by);
        self.who_acts(recommendation);
        self.text(&recommendation.text);
    }

    fn who_acts(&mut self, recommendation: &'a Recommendation) {
        self.records(ui::TO_ACT, &recommendation.to);
        self.date(ui::DUE, recommendation.due.as_ref());
        self.said(ui::STATUS, label_of(recommendation.status));
    }

    pub(super) fn contribution(&mut self, contribution: &'a Contribution) {
        self.said(ui::SORT, label_of(contribution.kind));
        self.fact_text(ui::TITLE, contribution.title.as_ref());
        self.records(ui::BY, &contribution.by);
        self.records_of_report(the(Kind::Item), &contribution.item);
        self.records(the(Kind::Document), &contribution.document);
        self.date(ui::DATE, contribution.date.as_ref());
        self.text(&contribution.text);
        self.fate(contribution);
    }

    fn fate(&mut self, contribution: &'a Contribution) {
        if let Some(result) = &contribution.result {
            self.said(ui::FATE, label_of(result.kind));
            self.maybe_text(result.text.as_ref());
        }
    }

    pub(super) fn nomination(&mut self, nomination: &'a Nomination) {
        self.records(NOMINEE, &nomination.person);
        self.records(ui::HOLDER, &nomination.holder);
        self.post(nomination);
        self.records(the(Kind::Country), &nomination.country);
        self.records(ui::ON_BEHALF_OF, &nomination.on_behalf_of);
        self.records_of_report(the(Kind::Item), &nomination.item);
        self.date(ui::DATE, nomination.date.as_ref());
        self.maybe_text(nomination.text.as_ref());
    }

    fn post(&mut self, nomination: &'a Nomination) {
        self.said(ui::ROLE, self.library.role(nomination));
        self.fact_text(ui::POST, nomination.title.as_ref());
        self.records(the(Kind::Body), [&nomination.body]);
        self.said(ui::STATUS, label_of(nomination.status));
    }

    pub(super) fn outcome(&mut self, outcome: &'a Outcome) {
        self.said(ui::SORT, label_of(outcome.kind));
        if let Some(result) = outcome.result {
            self.said(ui::RESULT, label_of(result));
        }
        self.records(ui::BY, &outcome.by);
        if outcome.by_correspondence {
            self.said(ui::MANNER, label_of(crate::report::Mode::Correspondence));
        }
        self.records_of_report(the(Kind::Item), &outcome.item);
        self.records_of_report(ui::ANSWERS, &outcome.of);
        self.records_of_report(ui::PART_OF, &outcome.part_of);
        self.date(ui::DATE, outcome.date.as_ref());
        self.quantity(the(Kind::Figure), outcome.figure.as_ref());
        self.text(&outcome.text);
    }
}

/// The stance with its sign.
fn stance(stance: Stance) -> Message {
    let (sign, label) = (stance_sign(stance), stance.label());
    Message::new(
        format!("{sign} {}", label.ar),
        format!("{sign} {}", label.en),
    )
}

impl<'a> From<Message> for Value<'a> {
    fn from(message: Message) -> Self {
        Self::Said(message)
    }
}
