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

/// What joins two things in a title.
const JOINING: [&str; 3] = [",", "،", " and "];

/// The abbreviations that stand in brackets at the end of titles of one thing: where either of them joins two, it is
/// called after neither.
pub(super) fn in_brackets(titles: &[impl AsRef<str>]) -> Vec<String> {
    let ends = titles
        .iter()
        .filter_map(|title| ends_in_brackets(title.as_ref()));
    let ends: Vec<(&str, Joins)> = ends.collect();
    let joins = |joins: Joins| move |(_, one): &(&str, Joins)| *one >= joins;
    if ends.iter().any(joins(Joins::Two)) || ends.iter().all(joins(Joins::Maybe)) {
        return Vec::new();
    }
    let shorts = ends.into_iter().map(|(short, _)| short.to_owned());
    shorts.collect()
}

/// Whether a title joins two things.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Joins {
    None,
    /// A word begins with و, which may be a letter of it: وثيقة.
    Maybe,
    Two,
}

/// The abbreviation at the end of a title, and whether the title joins two things.
fn ends_in_brackets(title: &str) -> Option<(&str, Joins)> {
    let (full, short) = title.strip_suffix(')')?.rsplit_once('(')?;
    let capitals = short.chars().filter(char::is_ascii_uppercase).count();
    let is_word = short.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let joins = match JOINING.iter().any(|joining| full.contains(joining)) {
        true => Joins::Two,
        false if full.contains(" و") => Joins::Maybe,
        false => Joins::None,
    };
    (capitals > 1 && is_word).then_some((short, joins))
}

#[cfg(test)]
mod tests {
    use super::in_brackets;

    #[test]
    fn what_joins_two_things_is_called_after_neither() {
        for (title, short) in [
            ("ICT Development Index (IDI)", Some("IDI")),
            ("Report of the Expert Group (EG-ITRs)", Some("EG-ITRs")),
            ("تقرير فريق الخبراء (EG-ITRs)", Some("EG-ITRs")),
            ("Review of the Agenda, with the Forum (HLPF)", None),
            ("Coordination and the group (ISCG)", None),
            ("صفحة التنسيق وموقع الفريق (ISCG)", None),
            ("Resolution 154 (Rev. Bucharest, 2022)", None),
            ("Premises (Geneva)", None),
            ("The index (IDI) of 2017", None),
            ("(", None),
        ] {
            let found = in_brackets(&[title]);
            assert_eq!(found.first().map(String::as_str), short, "{title}");
        }
        // Either title says it.
        let titles = [
            "استعراض الخطة مع المنتدى (HLPF)",
            "Review of the agenda and the forum (HLPF)",
        ];
        assert_eq!(in_brackets(&titles), [] as [&str; 0]);
        // A word that begins with و joins nothing by itself.
        let titles = [
            "مؤشر تنمية تكنولوجيا المعلومات والاتصالات (IDI)",
            "ICT Development Index (IDI)",
        ];
        assert_eq!(in_brackets(&titles), ["IDI", "IDI"]);
    }
}
