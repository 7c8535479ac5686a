//! What of a record can be changed, and how: its fields as a person sees them, each with the place
//! where it stands in the file. The screen's form and the command line both go by this table.

mod choices;
mod place;
#[cfg(test)]
mod tests;

use crate::report::{
    BodyKind, ContributionKind, EventKind, FateKind, InstrumentKind, ItemKind, Kind, Mode,
    NominationStatus, OutcomeKind, PositionStatus, Qualifier, RecommendationKind,
    RecommendationStatus, ReportKind, Role, Stance,
};
use crate::words::label::{one, plural};
use crate::words::{Phrase, ui};

pub use choices::{Choice, choices};
pub use place::{list_of, place};

/// What a field holds, and so how it is typed.
#[derive(Clone, Copy)]
pub enum Sort {
    /// Wording in Arabic and English: `text.ar`, `text.en`.
    Text,
    /// A word or a number of the person's own: a telephone, the number of an item.
    Line,
    /// Several of these.
    Lines,
    /// A whole number.
    Count,
    /// One of a fixed set of words.
    Choice(fn() -> Vec<Choice>),
    /// A date as EDTF writes it.
    Date,
    /// The id of an entry of the registry, of one of these kinds.
    Entry(&'static [Kind]),
    /// Several of these.
    Entries(&'static [Kind]),
    /// The id of a record of the report, of one of these kinds.
    Record(&'static [Kind]),
    /// Several of these.
    Records(&'static [Kind]),
}

/// A field.
#[derive(Clone, Copy)]
pub struct Field {
    /// Where it stands in its record, keys joined by dots: `status`, `result.kind`.
    pub name: &'static str,
    /// What it is called.
    pub label: Phrase,
    /// What it holds.
    pub sort: Sort,
    /// Whether the record is none without it.
    pub required: bool,
}

/// Declares the fields of a kind, in the order in which a person fills them in: whether the record
/// `needs` it or `may` have it, the name, what it is called, what it holds.
macro_rules! fields {
    ($($need:ident $name:literal $label:expr, $sort:expr;)*) => {
        const {
            &[$(Field {
                name: $name,
                label: $label,
                sort: $sort,
                required: fields!(@ $need),
            }),*]
        }
    };
    (@ needs) => { true };
    (@ may) => { false };
}

const COUNTRY: &[Kind] = &[Kind::Country];
const BODY: &[Kind] = &[Kind::Body];
const PERSON: &[Kind] = &[Kind::Person];
/// Who can bring something or be asked to act.
const PARTY: &[Kind] = &[Kind::Country, Kind::Body, Kind::Person];
const DOCUMENT: &[Kind] = &[Kind::Document];
const ITEM: &[Kind] = &[Kind::Item];
/// What an outcome can answer.
const ANSWERED: &[Kind] = &[Kind::Position, Kind::Contribution, Kind::Recommendation];
const OUTCOME: &[Kind] = &[Kind::Outcome];
const MADE: &[Kind] = &[Kind::Recommendation, Kind::Nomination];
const POSITION: &[Kind] = &[Kind::Position];
/// What a record can cite.
const CITED: &[Kind] = &[
    Kind::Instrument,
    Kind::Document,
    Kind::Body,
    Kind::Person,
    Kind::Country,
];

/// The fields of a kind that can be changed one by one, in the order of the form. What is a record
/// of its own (the position of an item, its notes) has a form of its own.
#[must_use]
pub const fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Item => fields! {
            needs "title" ui::TITLE, Sort::Text;
            may "number" ui::NUMBER, Sort::Lines;
            may "kind" ui::SORT, Sort::Choice(choices::<ItemKind>);
            may "text" ui::WORDING, Sort::Text;
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::Position => fields! {
            needs "text" ui::WORDING, Sort::Text;
            needs "stance" ui::STANCE, Sort::Choice(choices::<Stance>);
            needs "status" ui::STATUS, Sort::Choice(choices::<PositionStatus>);
            may "by" ui::BY, Sort::Entries(PARTY);
            may "date" ui::DATE, Sort::Date;
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::View | Kind::Note => fields! {
            needs "text" ui::WORDING, Sort::Text;
            may "by" ui::BY, Sort::Entries(PARTY);
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::Recommendation => fields! {
            needs "text" ui::WORDING, Sort::Text;
            may "to" ui::TO_ACT, Sort::Entries(PARTY);
            may "due" ui::DUE, Sort::Date;
            may "status" ui::STATUS, Sort::Choice(choices::<RecommendationStatus>);
            may "kind" ui::SORT, Sort::Choice(choices::<RecommendationKind>);
            may "by" ui::BY, Sort::Entries(PARTY);
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::Contribution => fields! {
            needs "text" ui::WORDING, Sort::Text;
            needs "by" ui::BY, Sort::Entries(PARTY);
            may "item" one(Kind::Item), Sort::Record(ITEM);
            may "title" ui::TITLE, Sort::Text;
            may "kind" ui::SORT, Sort::Choice(choices::<ContributionKind>);
            may "document" one(Kind::Document), Sort::Entry(DOCUMENT);
            may "date" ui::DATE, Sort::Date;
            may "result.kind" ui::RESULT, Sort::Choice(choices::<FateKind>);
            may "result.text" ui::WHAT_BECAME, Sort::Text;
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::Nomination => fields! {
            may "person" one(Kind::Person), Sort::Entry(PERSON);
            may "holder" ui::HOLDER, Sort::Entry(BODY);
            may "country" one(Kind::Country), Sort::Entry(COUNTRY);
            may "on_behalf_of" ui::ON_BEHALF_OF, Sort::Entry(PARTY);
            needs "body" one(Kind::Body), Sort::Entry(BODY);
            needs "role" ui::ROLE, Sort::Choice(choices::<Role>);
            may "title" ui::POST, Sort::Text;
            needs "status" ui::STATUS, Sort::Choice(choices::<NominationStatus>);
            may "item" one(Kind::Item), Sort::Record(ITEM);
            may "date" ui::DATE, Sort::Date;
            may "text" ui::WORDING, Sort::Text;
        },
        Kind::Outcome => fields! {
            needs "text" ui::WORDING, Sort::Text;
            needs "kind" ui::SORT, Sort::Choice(choices::<OutcomeKind>);
            may "result" ui::RESULT, Sort::Choice(choices::<FateKind>);
            may "of" ui::ANSWERS, Sort::Records(ANSWERED);
            may "item" one(Kind::Item), Sort::Record(ITEM);
            may "by" ui::BY, Sort::Entries(PARTY);
            may "date" ui::DATE, Sort::Date;
            may "part_of" ui::PART_OF, Sort::Record(OUTCOME);
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::Meeting => fields! {
            needs "title" ui::TITLE, Sort::Text;
            may "date" ui::DATE, Sort::Date;
            may "chair" ui::CHAIR, Sort::Entry(PERSON);
            may "body" one(Kind::Body), Sort::Entry(BODY);
            may "mode" ui::MANNER, Sort::Choice(choices::<Mode>);
            may "place" ui::PLACE, Sort::Text;
            may "country" one(Kind::Country), Sort::Entry(COUNTRY);
            may "attendance.countries" ui::COUNTRIES_PRESENT, Sort::Entries(COUNTRY);
            may "attendance.bodies" ui::BODIES_PRESENT, Sort::Entries(BODY);
            may "attendance.count" ui::PARTICIPANTS, Sort::Count;
            may "attendance.qualifier" ui::HOW_EXACT, Sort::Choice(choices::<Qualifier>);
            may "items" plural(Kind::Item), Sort::Records(ITEM);
            may "agreed" ui::AGREED_THERE, Sort::Records(POSITION);
            may "made" ui::MADE_THERE, Sort::Records(MADE);
            may "count" ui::HOW_MANY_MEETINGS, Sort::Count;
            may "text" ui::WORDING, Sort::Text;
        },
        Kind::Event => fields! {
            needs "title" ui::TITLE, Sort::Text;
            needs "kind" ui::SORT, Sort::Choice(choices::<EventKind>);
            may "date" ui::DATE, Sort::Date;
            may "place" ui::PLACE, Sort::Text;
            may "country" one(Kind::Country), Sort::Entry(COUNTRY);
            may "bodies" plural(Kind::Body), Sort::Entries(BODY);
            may "item" one(Kind::Item), Sort::Record(ITEM);
            may "text" ui::WORDING, Sort::Text;
        },
        Kind::Figure => fields! {
            needs "title" ui::TITLE, Sort::Text;
            may "date" ui::DATE, Sort::Date;
            may "item" one(Kind::Item), Sort::Record(ITEM);
            may "text" ui::WORDING, Sort::Text;
        },
        Kind::Report => fields! {
            needs "title" ui::TITLE, Sort::Text;
            needs "kind" ui::SORT, Sort::Choice(choices::<ReportKind>);
            may "session" ui::SESSION, Sort::Line;
            may "document" one(Kind::Document), Sort::Entry(DOCUMENT);
            may "date" ui::DATE, Sort::Date;
            may "author" ui::AUTHOR, Sort::Entry(PARTY);
            may "addressee" ui::ADDRESSEE, Sort::Entry(PARTY);
            may "summary" ui::SUMMARY, Sort::Text;
            may "contacts" ui::CONTACTS, Sort::Entries(PARTY);
        },
        Kind::Section => fields! {
            needs "title" ui::TITLE, Sort::Text;
            may "number" ui::NUMBER, Sort::Line;
        },
        Kind::Paragraph => fields! {
            needs "text" ui::WORDING, Sort::Text;
            may "title" ui::TITLE, Sort::Text;
            may "number" ui::NUMBER, Sort::Line;
            may "refs" ui::CITES, Sort::Entries(CITED);
        },
        Kind::Body => fields! {
            needs "name" ui::NAME, Sort::Text;
            may "acronym" ui::ACRONYM, Sort::Lines;
            needs "kind" ui::SORT, Sort::Choice(choices::<BodyKind>);
            may "parent" ui::PARENT, Sort::Entry(BODY);
            may "aliases" ui::ALIASES, Sort::Lines;
            may "text" ui::WORDING, Sort::Text;
        },
        Kind::Person => fields! {
            needs "name" ui::NAME, Sort::Text;
            may "honorific" ui::HONORIFIC, Sort::Text;
            may "country" one(Kind::Country), Sort::Entry(COUNTRY);
            may "post" ui::POST, Sort::Text;
            may "body" one(Kind::Body), Sort::Entry(BODY);
            may "phone" ui::PHONE, Sort::Line;
            may "email" ui::EMAIL, Sort::Line;
            may "aliases" ui::ALIASES, Sort::Lines;
        },
        Kind::Country => fields! {
            needs "name" ui::NAME, Sort::Text;
            may "itu" ui::ITU_SYMBOL, Sort::Line;
            may "groups" ui::GROUPS, Sort::Entries(BODY);
            may "aliases" ui::ALIASES, Sort::Lines;
        },
        Kind::Instrument => fields! {
            needs "title" ui::TITLE, Sort::Text;
            needs "kind" ui::SORT, Sort::Choice(choices::<InstrumentKind>);
            may "number" ui::NUMBER, Sort::Line;
            may "issuer" ui::ISSUER, Sort::Entry(BODY);
            may "date" ui::DATE, Sort::Date;
            may "place" ui::PLACE, Sort::Text;
            may "aliases" ui::ALIASES, Sort::Lines;
            may "text" ui::WORDING, Sort::Text;
        },
        Kind::Document => fields! {
            needs "title" ui::TITLE, Sort::Text;
            may "body" one(Kind::Body), Sort::Entry(BODY);
            may "date" ui::DATE, Sort::Date;
            may "aliases" ui::ALIASES, Sort::Lines;
            may "text" ui::WORDING, Sort::Text;
        },
    }
}

/// The field of a kind with this name: as the file has it (`status`, `result.kind`), or with a
/// language behind it (`text.ar`).
#[must_use]
pub fn field(kind: Kind, name: &str) -> Option<&'static Field> {
    let of_both = name
        .strip_suffix(".ar")
        .or_else(|| name.strip_suffix(".en"));
    fields(kind).iter().find(|field| {
        field.name == name || matches!(field.sort, Sort::Text) && Some(field.name) == of_both
    })
}
