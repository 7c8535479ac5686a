//! Agenda items and topics, and what hangs on one: the position, views, notes, recommendations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::part::record;
use super::{Date, Id, Many, Ref, Text};

record! {
    /// An agenda item of a meeting, or a topic that a report treats.
    pub struct Item {
        /// The number, or a word where none is printed: `27`, `eg-itrs`.
        pub id: Id,
        /// The numbers as printed: `["27"]`, `["11", "12"]` for one row with two; none where none
        /// is printed. Each is also a way to type the id.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub number: Many<Id>,
        /// An agenda item, or a topic.
        #[serde(default)]
        pub kind: ItemKind,
        /// Its title.
        pub title: Text,
        /// What it is about, where the title does not say it all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
        /// The position taken on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub position: Option<Position>,
        /// Views expressed on it that are not a position.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub views: Vec<View>,
        /// Notes: what lies behind the position.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub notes: Vec<Note>,
        /// What somebody is asked to do about it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub recommendations: Vec<Recommendation>,
    }
}

/// What kind of item it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// A numbered point of a meeting's agenda.
    #[default]
    AgendaItem,
    /// A subject that a report treats.
    Topic,
}

record! {
    /// A position taken on an item. Its id is the item's with `/position`.
    pub struct Position {
        /// For or against.
        pub stance: Stance,
        /// How far it has come.
        pub status: PositionStatus,
        /// Whose it is; the Arab group's where nothing is said.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub by: Many<Ref>,
        /// When it was taken or delivered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// Its wording.
        pub text: Text,
    }
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// For it.
    Support,
    /// Against it.
    Oppose,
    /// For it with changes.
    Amend,
    /// Not now.
    Defer,
    /// Neither for nor against.
    Neutral,
}

/// How far a position has come. What became of it is not a status but an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PositionStatus {
    /// Still being worded.
    Draft,
    /// Agreed within the group.
    Agreed,
    /// Delivered to the meeting.
    Delivered,
    /// Another one took its place.
    Superseded,
    /// Taken back.
    Withdrawn,
    /// Put off by the group to another time; what it says stays what it was.
    Deferred,
}

record! {
    /// A view: what somebody thinks of an item, without a position to deliver.
    pub struct View {
        /// The item's id with `/v1`, `/v2`…
        pub id: Id,
        /// Whose it is.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub by: Many<Ref>,
        /// The view.
        pub text: Text,
    }
}

record! {
    /// A note: a fact or remark behind a position.
    pub struct Note {
        /// The item's id with `/n1`, `/n2`…
        pub id: Id,
        /// Whose it is.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub by: Many<Ref>,
        /// The note.
        pub text: Text,
    }
}

record! {
    /// What somebody is asked to do.
    pub struct Recommendation {
        /// The item's id with `/r1`, `/r2`…; `rec/…` where it belongs to no item.
        pub id: Id,
        /// An instruction, a request, an invitation, a recommendation.
        #[serde(default)]
        pub kind: RecommendationKind,
        /// Who asks; the Arab group in its own report where nothing is said.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub by: Many<Ref>,
        /// Who has to act: bodies, people, countries.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub to: Many<Ref>,
        /// By when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<Date>,
        /// How far it has come.
        #[serde(default)]
        pub status: RecommendationStatus,
        /// What is to be done.
        pub text: Text,
    }
}

/// With what force something is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RecommendationKind {
    /// Advice of the group.
    #[default]
    Recommendation,
    /// A task given to somebody.
    Instruction,
    /// Something asked of a body.
    Request,
    /// Something a body is invited to do.
    Invitation,
}

/// How far a recommendation has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RecommendationStatus {
    /// Not begun, or not known to be.
    #[default]
    Open,
    /// Under way.
    InProgress,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}
