//! Any record, borrowed: what can be listed, found, opened and linked.

use serde::Serialize;

use super::{
    Body, Common, Contribution, Country, Date, Document, Event, Figure, Head, Id, Instrument, Item,
    Meeting, Nomination, Note, Outcome, Paragraph, Person, Position, Recommendation, Section, View,
};

/// The kinds of record, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// [`Item`].
    Item,
    /// [`Position`].
    Position,
    /// [`Nomination`].
    Nomination,
    /// [`Recommendation`].
    Recommendation,
    /// [`Contribution`].
    Contribution,
    /// [`Outcome`].
    Outcome,
    /// [`Meeting`].
    Meeting,
    /// [`Event`].
    Event,
    /// [`Figure`].
    Figure,
    /// [`View`].
    View,
    /// [`Note`].
    Note,
    /// [`Head`].
    Report,
    /// [`Section`].
    Section,
    /// [`Paragraph`].
    Paragraph,
    /// [`Body`].
    Body,
    /// [`Person`].
    Person,
    /// [`Country`].
    Country,
    /// [`Instrument`].
    Instrument,
    /// [`Document`].
    Document,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 19] = [
        Self::Item,
        Self::Position,
        Self::Nomination,
        Self::Recommendation,
        Self::Contribution,
        Self::Outcome,
        Self::Meeting,
        Self::Event,
        Self::Figure,
        Self::View,
        Self::Note,
        Self::Report,
        Self::Section,
        Self::Paragraph,
        Self::Body,
        Self::Person,
        Self::Country,
        Self::Instrument,
        Self::Document,
    ];

    /// The word that a person types for it: `nomination`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Position => "position",
            Self::Nomination => "nomination",
            Self::Recommendation => "recommendation",
            Self::Contribution => "contribution",
            Self::Outcome => "outcome",
            Self::Meeting => "meeting",
            Self::Event => "event",
            Self::Figure => "figure",
            Self::View => "view",
            Self::Note => "note",
            Self::Report => "report",
            Self::Section => "section",
            Self::Paragraph => "paragraph",
            Self::Body => "body",
            Self::Person => "person",
            Self::Country => "country",
            Self::Instrument => "instrument",
            Self::Document => "document",
        }
    }
}

/// Any record, borrowed from its report or from the registry.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant is the type it names")]
pub enum Record<'a> {
    Item(&'a Item),
    Position(&'a Position),
    Nomination(&'a Nomination),
    Recommendation(&'a Recommendation),
    Contribution(&'a Contribution),
    Outcome(&'a Outcome),
    Meeting(&'a Meeting),
    Event(&'a Event),
    Figure(&'a Figure),
    View(&'a View),
    Note(&'a Note),
    Report(&'a Head),
    Section(&'a Section),
    Paragraph(&'a Paragraph),
    Body(&'a Body),
    Person(&'a Person),
    Country(&'a Country),
    Instrument(&'a Instrument),
    Document(&'a Document),
}

/// Calls the same thing on whatever the record is.
macro_rules! each {
    ($self:expr, $record:ident => $result:expr) => {
        match $self {
            Record::Item($record) => $result,
            Record::Position($record) => $result,
            Record::Nomination($record) => $result,
            Record::Recommendation($record) => $result,
            Record::Contribution($record) => $result,
            Record::Outcome($record) => $result,
            Record::Meeting($record) => $result,
            Record::Event($record) => $result,
            Record::Figure($record) => $result,
            Record::View($record) => $result,
            Record::Note($record) => $result,
            Record::Report($record) => $result,
            Record::Section($record) => $result,
            Record::Paragraph($record) => $result,
            Record::Body($record) => $result,
            Record::Person($record) => $result,
            Record::Country($record) => $result,
            Record::Instrument($record) => $result,
            Record::Document($record) => $result,
        }
    };
}

impl<'a> Record<'a> {
    /// What every record carries.
    #[must_use]
    pub fn common(self) -> Common<'a> {
        each!(self, record => record.common())
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Item(_) => Kind::Item,
            Self::Position(_) => Kind::Position,
            Self::Nomination(_) => Kind::Nomination,
            Self::Recommendation(_) => Kind::Recommendation,
            Self::Contribution(_) => Kind::Contribution,
            Self::Outcome(_) => Kind::Outcome,
            Self::Meeting(_) => Kind::Meeting,
            Self::Event(_) => Kind::Event,
            Self::Figure(_) => Kind::Figure,
            Self::View(_) => Kind::View,
            Self::Note(_) => Kind::Note,
            Self::Report(_) => Kind::Report,
            Self::Section(_) => Kind::Section,
            Self::Paragraph(_) => Kind::Paragraph,
            Self::Body(_) => Kind::Body,
            Self::Person(_) => Kind::Person,
            Self::Country(_) => Kind::Country,
            Self::Instrument(_) => Kind::Instrument,
            Self::Document(_) => Kind::Document,
        }
    }

    /// When it was, or is due.
    #[must_use]
    pub const fn date(self) -> Option<&'a Date> {
        match self {
            Self::Position(r) => r.date.as_ref(),
            Self::Meeting(r) => r.date.as_ref(),
            Self::Event(r) => r.date.as_ref(),
            Self::Recommendation(r) => r.due.as_ref(),
            Self::Contribution(r) => r.date.as_ref(),
            Self::Outcome(r) => r.date.as_ref(),
            Self::Nomination(r) => r.date.as_ref(),
            Self::Instrument(r) => r.date.as_ref(),
            Self::Document(r) => r.date.as_ref(),
            Self::Report(r) => r.date.as_ref(),
            Self::Figure(r) => r.date.as_ref(),
            _ => None,
        }
    }

    /// The id within its report or the registry; a position has none of its own.
    #[must_use]
    pub fn id(self) -> Option<&'a Id> {
        match self {
            Self::Position(_) => None,
            Self::Item(r) => Some(&r.id),
            Self::Nomination(r) => Some(&r.id),
            Self::Recommendation(r) => Some(&r.id),
            Self::Contribution(r) => Some(&r.id),
            Self::Outcome(r) => Some(&r.id),
            Self::Meeting(r) => Some(&r.id),
            Self::Event(r) => Some(&r.id),
            Self::Figure(r) => Some(&r.id),
            Self::View(r) => Some(&r.id),
            Self::Note(r) => Some(&r.id),
            Self::Report(r) => Some(&r.id),
            Self::Section(r) => Some(&r.id),
            Self::Paragraph(r) => Some(&r.id),
            Self::Body(r) => Some(&r.id),
            Self::Person(r) => Some(&r.id),
            Self::Country(r) => Some(&r.id),
            Self::Instrument(r) => Some(&r.id),
            Self::Document(r) => Some(&r.id),
        }
    }
}
