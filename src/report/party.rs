//! Who brought what, who was nominated where, and what came of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::part::record;
use super::{Date, Id, Many, Quantity, Ref, Text};

record! {
    /// A contribution: what a member or a body brought to the table.
    pub struct Contribution {
        /// `con/…`.
        pub id: Id,
        /// A contribution, a working paper, a report…
        #[serde(default)]
        pub kind: ContributionKind,
        /// Who brought it: countries, bodies, people.
        pub by: Many<Ref>,
        /// The item it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<Ref>,
        /// Its title, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title: Option<Text>,
        /// Its document number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub document: Option<Ref>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// What it says.
        pub text: Text,
        /// What became of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub result: Option<Fate>,
    }
}

/// What kind of contribution it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContributionKind {
    /// A contribution to a meeting.
    #[default]
    Contribution,
    /// A working paper.
    WorkingPaper,
    /// A set of proposals.
    Proposal,
    /// A report or study.
    Report,
    /// Work done together with others: a programme, an initiative, support.
    Activity,
}

/// What became of something, with a word on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Fate {
    /// Reflected, partly, not, or put off.
    pub kind: FateKind,
    /// A word on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// What became of a position or a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FateKind {
    /// The outcome says it.
    Reflected,
    /// The outcome says part of it.
    Partly,
    /// The outcome does not say it.
    NotReflected,
    /// It was put off.
    Deferred,
}

record! {
    /// A nomination, or a role that a person or a body holds.
    pub struct Nomination {
        /// `nom/…`.
        pub id: Id,
        /// The person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<Ref>,
        /// The body, where a body holds the role and not a person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub holder: Option<Ref>,
        /// The country that puts the person forward, ISO 3166 alpha-3.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub country: Option<Ref>,
        /// The group or body in whose name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub on_behalf_of: Option<Ref>,
        /// The body in which the role is.
        pub body: Ref,
        /// The role.
        pub role: Role,
        /// The post in words, where the role does not say it all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub title: Option<Text>,
        /// How far it has come.
        pub status: NominationStatus,
        /// The item it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<Ref>,
        /// When, or for what term.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// A word on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<Text>,
    }
}

/// A role in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Chair.
    Chair,
    /// Chair together with, or in turn with, others.
    CoChair,
    /// Vice-chair.
    ViceChair,
    /// Representative.
    Representative,
    /// Member.
    Member,
    /// Rapporteur.
    Rapporteur,
    /// Coordinator.
    Coordinator,
    /// Facilitator.
    Facilitator,
    /// Facilitator together with others.
    CoFacilitator,
    /// Partner.
    Partner,
    /// Head of a unit, or leader of a piece of work.
    Head,
    /// Secretary or secretariat.
    Secretariat,
    /// Speaker or moderator.
    Speaker,
    /// Host or organiser.
    Host,
}

/// How far a nomination has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NominationStatus {
    /// Agreed within the group, not yet sent.
    Proposed,
    /// Sent to the body.
    Submitted,
    /// Elected or appointed.
    Elected,
    /// The role is held.
    InOffice,
    /// Taken back.
    Withdrawn,
}

record! {
    /// What was decided, approved, agreed or put off.
    pub struct Outcome {
        /// `out/…`.
        pub id: Id,
        /// An approval, a decision, an instruction…
        pub kind: OutcomeKind,
        /// Who decided: bodies, people.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub by: Many<Ref>,
        /// The item it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<Ref>,
        /// The positions, contributions and recommendations that it answers.
        #[serde(default, skip_serializing_if = "Many::is_empty")]
        pub of: Many<Ref>,
        /// What it made of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub result: Option<FateKind>,
        /// The outcome of which this is a part.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub part_of: Option<Ref>,
        /// Whether it is settled by correspondence.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub by_correspondence: bool,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub date: Option<Date>,
        /// The number or amount at stake.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub figure: Option<Quantity>,
        /// What was decided.
        pub text: Text,
    }
}

/// What kind of outcome it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// Something was approved.
    Approval,
    /// Something was taken note of.
    Noted,
    /// Something was decided.
    Decision,
    /// Somebody was told to do something.
    Instruction,
    /// Something was asked for.
    Request,
    /// Agreement was reached.
    Agreement,
    /// Something was put off.
    Postponement,
    /// Something came out: a paper, a product, a figure.
    Result,
}
