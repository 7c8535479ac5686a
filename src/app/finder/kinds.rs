//! What the search makes of each kind of record: its weight, the field of its title, how it is called.

use crate::library::{Key, Library};
use crate::report::{Kind, Record, ReportKind};
use crate::search::Field;

/// What an item weighs less of which nothing is known but its title: more than its being short may be
/// worth beside the same item with all that was said of it.
const EMPTY: u8 = 30;

/// How much a record weighs beside another that answers as well.
pub(super) fn weight(library: &Library, key: Key) -> u8 {
    let kind = library.kind(key);
    let weight = of_kind(kind) + of_the_group(library, key);
    match is_empty(library, key) {
        true => weight - EMPTY,
        false => weight,
    }
}

/// Whether it is an item of an agenda and no more, as a copied agenda has it.
fn is_empty(library: &Library, key: Key) -> bool {
    let Some(Record::Item(item)) = library.record(key) else {
        return false;
    };
    item.text.is_none() && item.position.is_none() && library.belongs_to(key).is_empty()
}

/// How much a kind of record weighs.
const fn of_kind(kind: Kind) -> u8 {
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
fn of_the_group(library: &Library, key: Key) -> u8 {
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
