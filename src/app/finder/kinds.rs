//! What the search makes of each kind of record: its weight, the field of its title, how it is called.

use crate::library::{Key, Library};
use crate::report::{Kind, ReportKind};
use crate::search::Field;

/// How much a kind of record weighs beside another that answers as well.
pub(super) const fn weight(kind: Kind) -> u8 {
    match kind {
        Kind::Item => 250,
        Kind::Position | Kind::Nomination => 230,
        Kind::Recommendation => 220,
        Kind::Contribution | Kind::Outcome => 180,
        Kind::Meeting | Kind::Event => 150,
        Kind::Figure => 140,
        Kind::Instrument | Kind::Document | Kind::Body | Kind::Person => 130,
        Kind::Report => 120,
        Kind::View | Kind::Note => 100,
        Kind::Section => 60,
        Kind::Country => 50,
        Kind::Paragraph => 40,
    }
}

/// What a group says of itself comes before what others report, where both answer as well.
pub(super) fn of_the_group(library: &Library, key: Key) -> u8 {
    let head = library
        .report_of(key)
        .and_then(|report| library.head(report));
    match head.map(|head| head.kind) {
        Some(ReportKind::GroupReport) => 5,
        _ => 0,
    }
}

/// The field of what the library calls the title of a record: for some kinds it is what they say.
pub(super) const fn title_field(kind: Kind) -> Field {
    match kind {
        Kind::Body | Kind::Person | Kind::Country => Field::Name,
        Kind::Recommendation
        | Kind::View
        | Kind::Note
        | Kind::Paragraph
        | Kind::Outcome
        | Kind::Contribution => Field::Text,
        _ => Field::Title,
    }
}

/// Whether a kind is asked for by whatever people call it; of the others much else is called so.
pub(super) const fn is_asked_for(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Position
            | Kind::Nomination
            | Kind::Recommendation
            | Kind::Contribution
            | Kind::Outcome
            | Kind::Meeting
            | Kind::Event
            | Kind::Figure
            | Kind::View
            | Kind::Note
            | Kind::Report
    )
}

/// Whether the title of a record is a name that people shorten to its initials.
pub(super) const fn has_initials(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Body | Kind::Instrument | Kind::Document | Kind::Event | Kind::Country
    )
}
