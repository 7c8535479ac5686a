//! What a report is: plain types, nothing else. They are read with serde, and the JSON Schema
//! that an editor completes with is made from them.
//!
//! A library is a folder of one `registry.yaml` ([`Registry`]: what several reports share) and one
//! file a report ([`ReportFile`]). `data/README.md` tells the same to a person who writes one.

pub mod call;
mod date;
mod figure;
mod happening;
mod hour;
mod item;
mod outline;
mod part;
mod party;
mod record;
mod registry;
mod relation;
mod stand;
mod status;
mod text;
mod typed_date;

pub use date::{Date, DateError};
pub use figure::{Figure, Qualifier, Quantity, Share};
pub use happening::{Attendance, Event, EventKind, Meeting, Mode, TakenUp, Wording};
pub use hour::Hour;
pub use item::{
    Item, ItemKind, Note, Position, PositionStatus, Recommendation, RecommendationKind,
    RecommendationStatus, Stance, View,
};
pub use outline::{Paragraph, Section};
pub use part::{Common, Id, Link, Many, Ref, Src};
pub use party::{
    Contribution, ContributionKind, Fate, FateKind, Nomination, NominationStatus, Outcome,
    OutcomeKind, Role,
};
pub use record::{Kind, Record};
pub use registry::{
    Body, BodyKind, Country, Document, Instrument, InstrumentKind, Person, Registry,
};
pub use relation::Relation;
pub use stand::Stand;
pub use status::Status;
pub use text::{Language, Text};
pub use typed_date::{
    date_in_line, ends_in_part_of_day, hour_left_out, is_tomorrow, near_days, typed_date,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One report: one file of a library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReportFile {
    /// What the report is as a whole.
    pub report: Head,
    /// Agenda items and topics, in the report's own order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Recommendations and requests for action that belong to no single item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommendations: Vec<Recommendation>,
    /// Contributions and working papers that members brought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// Nominations, and roles that are held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nominations: Vec<Nomination>,
    /// What was decided, approved, agreed or postponed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// Meetings of the group and of other bodies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// Conferences, deadlines, launches: whatever else has a date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Counts, shares and amounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// The outline: sections with their paragraphs, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
}

part::record! {
    /// What a report is as a whole.
    pub struct Head {
        /// The word that begins every id of the report: `c21` in `c21:27`.
        pub id: Id,
        /// What kind of report it is.
        pub kind: ReportKind,
        /// Its official title.
        pub title: Text,
        /// The session it was written for, a body and a year: `council@2021`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub session: Option<String>,
        /// Its own document number, where it has one: `TDAG-23/4`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub document: Option<Ref>,
        /// The date it bears.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// The body or person who presents it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub author: Option<Ref>,
        /// To whom it is presented.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub addressee: Option<Ref>,
        /// What it is about, in two or three sentences.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub summary: Option<Text>,
        /// Its link with the strategic plan, as the report states it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub strategic_link: Option<Text>,
        /// Its financial implications, as the report states them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub financial_implications: Option<Text>,
        /// The language that it was first written in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub original_language: Option<Text>,
        /// People to turn to.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub contacts: Many<Ref>,
        /// The name of the source text that the report was made from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub source: Option<String>,
        /// Fields that the source lost or never had: `[document, date]`. Nothing is invented for them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub unknown: Vec<String>,
    }
}

/// The kinds of report that the product knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// Written by a regional group about its own preparation.
    GroupReport,
    /// Written by the Secretary-General for the Council.
    SecretaryGeneralReport,
    /// Written by the director of a bureau.
    DirectorReport,
}
