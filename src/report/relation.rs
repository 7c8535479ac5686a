//! How one record is joined to another.

use serde::Serialize;

/// What joins two records, named after the field of the one that names the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It is a part of the other: a position of its item, a paragraph of its section.
    Owner,
    /// It belongs to the agenda item or topic.
    Item,
    /// It cites the other.
    Refs,
    /// One should see the other with it.
    See,
    /// It comes from the other: a country, a body, a person.
    By,
    /// The other has to act on it.
    To,
    /// The person nominated, or who holds the role.
    Person,
    /// The body that holds the role.
    Holder,
    /// The country of a person, nomination, meeting, event or share.
    Country,
    /// The group or body in whose name a nomination is made.
    OnBehalfOf,
    /// The body of a role, a meeting, an event, a person, a document or a share.
    Body,
    /// Who chaired the meeting.
    Chair,
    /// The position, contribution or recommendation that an outcome answers.
    AnswersTo,
    /// The outcome of which it is a part.
    PartOf,
    /// Who was at the meeting.
    Attendance,
    /// Who issued the instrument.
    Issuer,
    /// The body of which a body is a part.
    Parent,
    /// Who presents the report.
    Author,
    /// To whom the report is presented.
    Addressee,
    /// Whom to turn to about the report.
    Contact,
    /// The document that a contribution or report is.
    Document,
    /// The paragraph or section of the report where it is told.
    StandsIn,
    /// A group to which a country belongs.
    Group,
    /// A position that was agreed at the meeting.
    Agreed,
    /// A position that was deferred at the meeting.
    Deferred,
    /// A recommendation or nomination that was made at the meeting.
    Made,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 26] = [
        Self::Owner,
        Self::Item,
        Self::Refs,
        Self::See,
        Self::By,
        Self::To,
        Self::Person,
        Self::Holder,
        Self::Country,
        Self::OnBehalfOf,
        Self::Body,
        Self::Chair,
        Self::AnswersTo,
        Self::PartOf,
        Self::Attendance,
        Self::Issuer,
        Self::Parent,
        Self::Author,
        Self::Addressee,
        Self::Contact,
        Self::Document,
        Self::StandsIn,
        Self::Group,
        Self::Agreed,
        Self::Deferred,
        Self::Made,
    ];
}
