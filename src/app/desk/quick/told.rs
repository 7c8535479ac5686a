//! What is said of a line: what was understood of it, what is missing, what is not clear.

use super::super::super::quick::Draft;
use super::super::newcomer::addressed;
use super::super::said;
use crate::library::keep::field::{Takes, field, names_entries};
use crate::library::keep::person::names_of;
use crate::library::keep::typed::{Around, typed};
use crate::library::keep::wish::nominated;
use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::words::{Message, desk as words, line, role as words_role, ui};

/// Those whom a word may mean, as one types them: an entry of the directory by its id, with whose it is, a role
/// by its name.
pub(super) fn meant(library: &Library, ids: &[String]) -> Vec<Message> {
    let entry = |id: &String| match library.in_registry(id) {
        Some(key) => line::entry(&title(library, key), id),
        None => Message::new(id.as_str(), id.as_str()),
    };
    let one = |id: &String| match serde_yaml::from_value(id.as_str().into()) {
        Ok(role) => words_role::role(role, false).into(),
        Err(_) => entry(id),
    };
    ids.iter().map(one).collect()
}

/// What an entry is called.
fn title(library: &Library, key: Key) -> Message {
    let title = |language| library.title(key, language);
    Message::new(title(Language::Arabic), title(Language::English))
}

/// Who may be meant by the name of somebody new.
pub(super) fn near_people(library: &Library, draft: &Draft) -> Option<Message> {
    let near = draft.near_people.as_slice();
    (!near.is_empty()).then(|| line::perhaps(&meant(library, near)))
}

/// That a field takes one value, and which the line gives it.
pub(super) fn one_only(
    library: &Library,
    kind: Kind,
    (field, ids): &(&'static str, Vec<String>),
) -> Message {
    let one = |(id, meant): (&String, Message)| match library.in_registry(id) {
        Some(key) => title(library, key),
        None => meant,
    };
    let named: Vec<Message> = ids.iter().zip(meant(library, ids)).map(one).collect();
    words::one_only(&said::label(kind, &[(*field).to_owned()]), &named)
}

/// What is said of the person whom the line brings into the registry.
#[must_use]
pub fn new_person(draft: &Draft) -> crate::words::Phrase {
    match draft.is_woman && draft.title.is_none() {
        true => words::NEW_WOMAN,
        false => words::NEW_PERSON,
    }
}

/// That all of the line is understood, and by which key it is added.
#[must_use]
pub const fn ready(draft: &Draft) -> crate::words::Phrase {
    match draft.new_person.is_some() {
        true => line::READY_WITH_PERSON,
        false => words::READY,
    }
}

/// Whether a line names somebody, or may.
pub(super) fn needs_names(draft: &Draft) -> bool {
    let mut fields = draft.fields.iter();
    matches!(draft.kind, Kind::Nomination | Kind::Contribution)
        || !draft.unknown.is_empty()
        || !draft.several.is_empty()
        || fields.any(|(name, _)| names_entries(name))
}

/// What the record needs and the line does not give; a nominee may be new to the registry.
#[must_use]
pub fn needed(draft: &Draft) -> Vec<crate::words::Phrase> {
    let missing = draft
        .missing()
        .filter(|field| !(field.name == "person" && draft.new_person.is_some()));
    missing.map(|field| field.label).collect()
}

/// The same for people, and of what is chosen out of few words these.
#[must_use]
pub fn missing(draft: &Draft) -> Option<Message> {
    const FEW: usize = 8;
    let needed = needed(draft);
    if needed.is_empty() {
        return None;
    }
    let is_position = draft.kind == Kind::Position;
    let of_words = draft.missing().map(|field| field.choices(draft.kind));
    let few = of_words.filter(|choices| (1..=FEW).contains(&choices.len()));
    let asked = few.map(|choices| {
        let labels = choices.iter().filter_map(|choice| choice.label);
        line::one_of(&labels.collect::<Vec<_>>(), is_position)
    });
    let all: Vec<Message> = [words::missing(&needed)].into_iter().chain(asked).collect();
    Some(words::together(&all))
}

/// That nobody puts the person forward who is new to the directory: the name of a country may have been
/// taken for a part of the person's.
pub(super) fn lacks_country(draft: &Draft) -> Option<crate::words::Phrase> {
    let is_open = draft.new_person.is_some() && draft.get("country").is_none();
    is_open.then_some(words::NO_COUNTRY)
}

/// That a recommendation says what is to be done, and not by whom.
pub(super) fn acts_nobody(draft: &Draft) -> Option<crate::words::Phrase> {
    let is_named =
        draft.get("to").is_some() || !draft.unknown.is_empty() || !draft.several.is_empty();
    let is_said = draft
        .fields
        .iter()
        .any(|(name, _)| name.starts_with("text"));
    let is_open = draft.kind == Kind::Recommendation && is_said && !is_named;
    is_open.then_some(words::ACTS_NOBODY)
}

/// That the person is nominated already, to the same body for the same role.
pub(super) fn stands(library: &Library, draft: &Draft, parent: Option<&str>) -> Option<Message> {
    if draft.kind != Kind::Nomination {
        return None;
    }
    let report = parent.and_then(|parent| parent.split(':').next());
    nominated(library, report, |field| draft.get(field))
}

/// Each field that was understood, as people read it.
pub(super) fn told(
    library: &Library,
    draft: &Draft,
    around: Around<'_>,
) -> Vec<(Message, Message)> {
    let person = draft.get("person");
    let addressed = addressed(library, draft).is_some();
    let woman = match person {
        Some(person) => addressed || library.is_woman(person),
        None => draft.is_woman,
    };
    let one = |(name, text): &(&'static str, String)| {
        let path: Vec<String> = name.split('.').map(str::to_owned).collect();
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let plain = || Message::new(text.clone(), text.clone());
        let value = field(draft.kind, &names).ok().and_then(|field| {
            if field.takes == Takes::Text {
                return None;
            }
            typed(&field, text, around).ok().flatten()
        });
        let place = said::Place::of(library, around.record);
        let told = value.map_or_else(plain, |value| match serde_yaml::from_value(value.clone()) {
            Ok(role) if name == &"role" => words_role::role(role, woman).into(),
            _ => said::told_back(place, draft.kind, &path, &value, around.today),
        });
        (said::label(draft.kind, &path), told)
    };
    let new = draft.new_person.iter().flat_map(|name| names_of(name));
    let new = new.map(|(language, name)| {
        let path = ["name", language.code()].map(str::to_owned);
        (
            said::label(Kind::Person, &path),
            Message::new(name.clone(), name),
        )
    });
    let title = draft.title.filter(|_| draft.new_person.is_some());
    let title = title.map(|title| {
        let [ar, en] = title.written(draft.is_woman);
        let ar = if ar.is_empty() { en.clone() } else { ar };
        Message::new(ar, en)
    });
    let title = title.or_else(|| addressed.then(|| Message::new("السيدة", "Ms")));
    let form = title.map(|title| (ui::HONORIFIC.into(), title));
    draft
        .fields
        .iter()
        .map(one)
        .chain(new)
        .chain(form)
        .collect()
}
