//! What has a date: meetings and events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::part::record;
use super::{Date, Hour, Id, Language, Many, Qualifier, Ref, Stance, Text};

record! {
    /// A meeting, or a series of them.
    pub struct Meeting {
        /// `meet/…`.
        pub id: Id,
        /// What it is called.
        pub title: Text,
        /// Which body met.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub body: Option<Ref>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// At which hour it began.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub began: Option<Hour>,
        /// At which hour it ended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub ended: Option<Hour>,
        /// The city or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub place: Option<Text>,
        /// The country, ISO 3166 alpha-3.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub country: Option<Ref>,
        /// In a room, on line, or both.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub mode: Option<Mode>,
        /// Who chaired it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub chair: Option<Ref>,
        /// How many meetings the record stands for, where it is a series.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub count: Option<u32>,
        /// Who was there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub attendance: Option<Attendance>,
        /// The items it dealt with.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub items: Many<Ref>,
        /// Who spoke while no item was in hand: before the first, between two, behind the last; in the
        /// order in which they first did.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub speakers: Many<Ref>,
        /// The items it took up, each with the time it took.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub taken_up: Vec<TakenUp>,
        /// The positions that were agreed at it: `27/position`.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub agreed: Many<Ref>,
        /// What each of these said when it was agreed: it may be changed later.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub wordings: Vec<Wording>,
        /// The positions that were deferred at it: `28/position`; where an item has none, the item: `29`.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub deferred: Many<Ref>,
        /// What was made at it: recommendations, nominations, notes, views, contributions, outcomes,
        /// events, figures and items.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub made: Many<Ref>,
        /// What it dealt with, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

/// What a position said when it was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Wording {
    /// The position: `27/position`.
    pub of: Ref,
    /// For or against.
    pub stance: Stance,
    /// Its words.
    pub text: Text,
    /// The language whose words were then as they had been before those in the other were changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behind: Option<Language>,
}

/// An item that a meeting took up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TakenUp {
    /// The item.
    pub item: Ref,
    /// How many minutes it took, rounded.
    pub minutes: u32,
    /// How many were planned for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<u32>,
    /// Who spoke on it, in the order in which they first did.
    #[serde(default, skip_serializing_if = "Many::is_empty")]
    pub speakers: Many<Ref>,
}

/// In a room, on line, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Everybody in one room.
    InPerson,
    /// Everybody on line.
    Virtual,
    /// Both.
    Hybrid,
    /// No meeting: by letters.
    Correspondence,
}

/// Who was at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Attendance {
    /// How many people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Exactly, more than, about…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// The countries, ISO 3166 alpha-3.
    #[serde(default, skip_serializing_if = "Many::is_empty")]
    pub countries: Many<Ref>,
    /// The bodies.
    #[serde(default, skip_serializing_if = "Many::is_empty")]
    pub bodies: Many<Ref>,
}

record! {
    /// Something else that has a date: a conference, a deadline, a launch, a publication.
    pub struct Event {
        /// `ev/…`.
        pub id: Id,
        /// What kind of event it is.
        pub kind: EventKind,
        /// What it is called.
        pub title: Text,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// The city or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub place: Option<Text>,
        /// The country, ISO 3166 alpha-3.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub country: Option<Ref>,
        /// The bodies that hold it or take part.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub bodies: Many<Ref>,
        /// The item it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<Ref>,
        /// What happened, or will.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

/// What kind of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A conference, assembly, summit or session.
    Conference,
    /// A forum, workshop, round table or side event.
    Forum,
    /// A consultation.
    Consultation,
    /// Something was founded, begun or launched.
    Launch,
    /// Something came out.
    Publication,
    /// Something was decided, adopted or announced.
    Decision,
    /// The last day for something.
    Deadline,
    /// A period: a plan's, a study cycle's, a budget's.
    Period,
    /// A day that is celebrated.
    Day,
}
