//! Whether somebody is nominated already.

use std::cmp::Reverse;

use crate::library::{Key, Library};
use crate::report::{Kind, Language, NominationStatus, Record, Role};
use crate::words::{Message, change as words};

/// What is said where the same person is nominated to the same body in a report already, and that is not
/// withdrawn: for the same role rather than for another. `field` gives the `person`, the `body` and the `role` as
/// the file writes them.
pub fn nominated<'a>(
    library: &Library,
    report: Option<&str>,
    field: impl Fn(&str) -> Option<&'a str>,
) -> Option<Message> {
    let person = library.in_registry(field("person")?)?;
    let body = library.in_registry(field("body")?)?;
    let role: Option<Role> = field("role").and_then(|role| serde_yaml::from_str(role).ok());
    let all = library.of_kind(Kind::Nomination).iter().copied();
    let standing = all.into_iter().filter_map(|key| {
        let Some(Record::Nomination(one)) = library.record(key) else {
            return None;
        };
        let of = library.report_of(key).and_then(|at| library.report_id(at));
        let is = |named: &str, entry: Key| library.in_registry(named) == Some(entry);
        let stands = of == report
            && one.status != NominationStatus::Withdrawn
            && is(one.body.as_str(), body)
            && one
                .person
                .as_ref()
                .is_some_and(|named| is(named.as_str(), person));
        stands.then_some((Some(one.role) == role, key))
    });
    let (is_same, standing) = standing.max_by_key(|(is_same, key)| (*is_same, Reverse(*key)))?;
    let title = |language| library.title(standing, language);
    let title = Message::new(title(Language::Arabic), title(Language::English));
    Some(words::is_nominated(&title, library.id(standing), is_same))
}
