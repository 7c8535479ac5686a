//! What a meeting agreed, as it was agreed, and whether it still stands so.

use crate::library::{Key, Library};
use crate::report::{Language, Meeting, Position, PositionStatus, Record, Ref, Stance, Text};

/// A position that was agreed at a meeting.
pub struct Agreed<'a> {
    /// Its item; that may be there though the position is not.
    pub item: Option<Key>,
    /// What it said then, where the meeting tells it; else what it says now. None where neither is known:
    /// the meeting kept no wordings, and the position is gone.
    pub stance: Option<Stance>,
    /// The same of its words.
    pub text: Option<&'a Text>,
    /// The language in which it was left behind then.
    pub behind: Option<Language>,
    /// The position as it stands; none where it is not there any more.
    pub now: Option<Key>,
    /// Whether the meeting tells what it said.
    pub is_told: bool,
    /// Whether it stands otherwise than it was agreed.
    pub is_changed: bool,
}

/// A position that was agreed at a meeting: as the meeting tells it, else as it stands.
#[must_use]
pub fn as_agreed<'a>(library: &'a Library, key: Key, meeting: &'a Meeting, of: &Ref) -> Agreed<'a> {
    let place = library.in_reports(key, of.as_str());
    let now = match place.and_then(|place| library.record(place)) {
        Some(Record::Position(position)) => Some(position),
        _ => None,
    };
    let told = meeting.wordings.iter().find(|told| told.of == *of);
    let (stance, text) = match (told, now) {
        (Some(told), _) => (Some(told.stance), Some(&told.text)),
        (None, Some(now)) => (Some(now.stance), Some(&now.text)),
        (None, None) => (None, None),
    };
    let item = of.as_str().trim_end_matches("/position");
    let is_so = |now: &Position| {
        let stands = matches!(
            now.status,
            PositionStatus::Agreed | PositionStatus::Delivered
        );
        let says = Some(now.stance) == stance && text.is_some_and(|text| same(&now.text, text));
        stands && says
    };
    Agreed {
        item: library.in_reports(key, item),
        stance,
        text,
        behind: told.and_then(|told| told.behind),
        now: place,
        is_told: told.is_some(),
        is_changed: !now.is_some_and(is_so),
    }
}

/// Whether two texts say the same in both languages.
fn same(one: &Text, other: &Text) -> bool {
    [Language::Arabic, Language::English]
        .into_iter()
        .all(|language| {
            let said = |text: &Text| text.get(language).unwrap_or_default().trim().to_owned();
            said(one) == said(other)
        })
}
