//! What is said of a change: which field of which record became what, in the words of the screen.

mod apart;
mod numbered;
mod value;

use serde_yaml::Value;

use super::super::form;
use super::form::in_list;
use super::typed_of;
use crate::library::edit::{FieldPath, Step};
use crate::library::keep::list_of;
use crate::library::keep::told::{element, record_of, text_of, whole};
use crate::library::keep::{Deed, FieldChange, Line, Moment, Sort, brought_back};
use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::words::label::Label;
use crate::words::{Message, Phrase, change, desk as words, removal, undo};

pub use numbered::numbered;
pub use value::{Place, shown, told, told_back, told_typed};

pub(super) use apart::cut_apart;
pub(super) use value::listed;

/// So many characters of a value are said.
const LONGEST: usize = 60;

/// What a line of the history tells while this is in hand. What is undone or done again may be out of sight: it
/// is named by its title.
#[must_use]
pub fn line(library: &Library, here: Option<Key>, line: &Line) -> Message {
    let told = whole_line(library, here, line);
    match line.what {
        Deed::Change | Deed::Conflict | Deed::Pass => told,
        Deed::Undo => words::undone(&told),
        Deed::Redo => words::redone(&told),
    }
}

/// The same of a line that is still to be written.
#[must_use]
pub fn turning(library: &Library, line: &Line) -> Message {
    words::turning_of(turning_word(line.what), &whole_line(library, None, line))
}

/// By what it is said that something is being turned back or brought back.
pub const fn turning_word(deed: Deed) -> Phrase {
    match deed {
        Deed::Undo => words::UNDOING,
        Deed::Redo => words::REDOING,
        Deed::Change | Deed::Conflict | Deed::Pass => words::BRINGING_BACK,
    }
}

fn whole_line(library: &Library, here: Option<Key>, line: &Line) -> Message {
    let named = match line.what {
        Deed::Change | Deed::Conflict | Deed::Pass => Named::Id(here),
        Deed::Undo | Deed::Redo => Named::Title,
    };
    // Where a record goes or comes back, the references to it that go with it are only counted.
    let whole = line.fields.iter().find(|field| is_whole(field));
    match whole {
        Some(whole) if line.fields.len() > 1 => {
            let told = change(library, line, whole, named);
            removal::and_references(&told, line.fields.len() - 1)
        }
        _ => {
            let fields = line.fields.iter();
            let told = fields.map(|field| change(library, line, field, named));
            words::together(&told.collect::<Vec<_>>())
        }
    }
}

/// Whether a record as a whole came or went.
fn is_whole(field: &FieldChange) -> bool {
    let is_record = matches!(field.at.0.last(), Some(Step::Id(_) | Step::Key(_)));
    is_record && whole(field).is_some()
}

/// What a line of the history tells of one field, and that it was undone, done again, brought back, or
/// not written. In the history of a record, whose id `of` is, it is not named again.
#[must_use]
pub fn deed(library: &Library, line: &Line, field: &FieldChange, of: &str) -> Message {
    let told = change(
        library,
        line,
        field,
        Named::IdUnless(of, library.with_id(of)),
    );
    match line.what {
        Deed::Change if line.of.is_some() => words::brought_back(&told),
        Deed::Change | Deed::Pass => told,
        Deed::Undo => words::undone(&told),
        Deed::Redo => words::redone(&told),
        Deed::Conflict => words::unwritten(&told),
    }
}

/// By what a record is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named<'a> {
    /// Its id; an item or a position by its number, while this is in hand.
    Id(Option<Key>),
    /// The same, unless it is this.
    IdUnless(&'a str, Option<Key>),
    /// Its kind and title.
    Title,
}

impl Named<'_> {
    /// What the record with this id is called; `was` is its value where it is there no more.
    fn called(
        self,
        library: &Library,
        id: &str,
        kind: Option<Kind>,
        was: Option<&Value>,
    ) -> Message {
        let plain = || Message::new(id, id);
        if let Self::Id(here) | Self::IdUnless(_, here) = self {
            return numbered(library, id, here).unwrap_or_else(plain);
        }
        let known = library.with_id(id);
        let title = match known {
            Some(key) => Some(Message::new(
                library.title(key, Language::Arabic),
                library.title(key, Language::English),
            )),
            None => was.and_then(text_of),
        };
        let kind = known.map(|key| library.kind(key)).or(kind);
        match (kind, title) {
            (Some(kind), Some(title)) => words::called(kind.label(), &cut(&title)),
            _ => plain(),
        }
    }
}

/// What became of one field.
fn change(library: &Library, line: &Line, field: &FieldChange, named: Named<'_>) -> Message {
    let id = element(line, &field.at);
    // A position stands in its item, and not in a list.
    let is_position = field.at.0.last() == Some(&Step::Key("position".to_owned()));
    match field.sort {
        Sort::Set if is_position && (field.was.is_none() || field.became.is_none()) => {
            let item = line
                .record
                .strip_suffix("/position")
                .unwrap_or(&line.record);
            let position = format!("{item}/position");
            let called = match named {
                Named::Id(here) | Named::IdUnless(_, here) => {
                    let one_in = |item: Message| words::one_in(Kind::Position.label(), &item);
                    let plain = || Message::new(&*line.record, &*line.record);
                    numbered(library, item, here).map_or_else(plain, one_in)
                }
                Named::Title => match library.with_id(item) {
                    Some(_) => words::called(Kind::Position.label(), &title(library, item)),
                    None => named.called(library, &position, Some(Kind::Position), None),
                },
            };
            match (field.became.is_none(), named) {
                _ if line.what == Deed::Undo => whole_undone(field, &called),
                (true, _) => change::is_removed(&called),
                (false, Named::Id(here) | Named::IdUnless(_, here)) => {
                    let kind = Kind::Position.label();
                    match numbered(library, item, here) {
                        Some(item) => words::added_in(kind, &item),
                        None => words::added(kind, &line.record),
                    }
                }
                (false, Named::Title) => change::is_inserted(&called),
            }
        }
        Sort::Set => {
            let Set {
                record,
                kind,
                label,
                values: [was, became],
            } = set(library, line, field);
            if matches!(named, Named::IdUnless(of, _) if of == record) {
                return words::became(&label, &was, &became);
            }
            let called = named.called(library, &record, kind, None);
            words::changed(&called, &label, &was, &became)
        }
        _ => {
            let called = called_element(library, line, field, named);
            match (field.sort, library.with_id(&id), named) {
                (Sort::Insert | Sort::Remove, ..) if line.what == Deed::Undo => {
                    whole_undone(field, &called)
                }
                (Sort::Insert, Some(key), Named::Id(_) | Named::IdUnless(..))
                    if library.kind(key) != Kind::Item =>
                {
                    words::added(library.kind(key).label(), &id)
                }
                (Sort::Insert, ..) => change::is_inserted(&called),
                (Sort::Remove, ..) => change::is_removed(&called),
                _ => change::is_moved(&called),
            }
        }
    }
}

/// That what is called so was added, or taken away, is undone.
fn whole_undone(field: &FieldChange, called: &Message) -> Message {
    match whole(field) {
        Some(true) => undo::removal_undone(called),
        _ => undo::addition_undone(called),
    }
}

/// What became of a field that has another value.
struct Set {
    record: String,
    kind: Option<Kind>,
    label: Message,
    /// What it was, and what it became.
    values: [Message; 2],
}

fn set(library: &Library, line: &Line, field: &FieldChange) -> Set {
    let record = record_of(line, &field.at);
    let place = Place::of(library, library.with_id(&record));
    let kind = place.from.map(|key| library.kind(key));
    let path = path_in(kind, &field.at);
    // A command may name the item where its position is meant.
    let (record, kind, path) = match (kind, path.split_first()) {
        (Some(Kind::Item), Some((first, rest))) if first == "position" => {
            let position = format!("{record}/position");
            (position, Some(Kind::Position), rest.to_vec())
        }
        _ => (record, kind, path),
    };
    let values = [&field.was, &field.became];
    let (label, values) = match kind {
        Some(kind) => (
            label_within(kind, &path),
            cut_apart(values.map(|value| told(place, kind, &path, value.as_ref()))),
        ),
        None => {
            let name = path.join(".");
            let plain = |value: &Option<Value>| {
                let text = typed_of(value.as_ref());
                Message::new(text.clone(), text)
            };
            let label = Message::new(name.clone(), name);
            (label, cut_apart(values.map(plain)))
        }
    };
    Set {
        record,
        kind,
        label,
        values,
    }
}

/// What comes back with a line of the history: the earlier value of a field, of a conflict the one that
/// was not written.
#[must_use]
pub fn back(library: &Library, line: &Line, field: &FieldChange) -> Message {
    let is_lost = line.what == Deed::Conflict;
    if is_lost && brought_back(line, &field.at, Moment::Since).is_none() {
        return words::BACK_NOTHING.into();
    }
    match (field.sort, is_whole(field) && !is_lost) {
        (Sort::Set, false) => {
            let Set { label, values, .. } = set(library, line, field);
            let [was, became] = values;
            match is_lost {
                true => words::back_lost(&label, &became),
                false => words::back_value(&label, &was),
            }
        }
        (Sort::Move, _) => words::BACK_MOVED.into(),
        (Sort::Insert, _) => words::BACK_ADDED.into(),
        (Sort::Remove, _) => words::BACK_REMOVED.into(),
        (Sort::Set, true) => match field.became.is_some() {
            true => words::BACK_ADDED.into(),
            false => words::BACK_REMOVED.into(),
        },
    }
}

/// What an element of a list is called: a record by its id or title; an entry of a list in a record by
/// what the list is called, and its place.
fn called_element(
    library: &Library,
    line: &Line,
    field: &FieldChange,
    named: Named<'_>,
) -> Message {
    let id = element(line, &field.at);
    let value = field.was.as_ref().or(field.became.as_ref());
    match field.at.0.as_slice() {
        [.., Step::Key(list), Step::Id(_)] => {
            let kind = Kind::ALL.into_iter().find(|kind| list_of(*kind) == list);
            named.called(library, &id, kind, value)
        }
        [] => named.called(library, &id, Some(Kind::Report), None),
        _ => {
            let kind = library.with_id(&line.record).map(|key| library.kind(key));
            let record = named.called(library, &line.record, kind, None);
            let path = path_in(kind, &field.at);
            let label = match kind {
                Some(kind) => label_within(kind, &path),
                None => Message::new(path.join("."), path.join(".")),
            };
            Message::new(
                format!("{}، {}", record.ar, label.ar),
                format!("{}, {}", record.en, label.en),
            )
        }
    }
}

/// As much of the title of the record with this id as is said in a line.
fn title(library: &Library, id: &str) -> Message {
    let title = |language| {
        let key = library.with_id(id);
        key.map_or_else(String::new, |key| library.title(key, language).into_owned())
    };
    cut(&Message::new(
        title(Language::Arabic),
        title(Language::English),
    ))
}

/// The keys of a field within its record; a number is the place of an entry in a list.
pub(super) fn path_in(kind: Option<Kind>, at: &FieldPath) -> Vec<String> {
    let begin = at.0.iter().rposition(|step| matches!(step, Step::Id(_)));
    let steps = at.0.iter().skip(begin.map_or(0, |begin| begin + 1));
    let mut path: Vec<String> = steps
        .map(|step| match step {
            Step::Key(key) | Step::Id(key) => key.clone(),
            Step::Place(place) => place.to_string(),
        })
        .collect();
    let own = match kind {
        Some(Kind::Position) => "position",
        Some(Kind::Report) => "report",
        _ => return path,
    };
    if path.first().is_some_and(|first| first == own) {
        path.remove(0);
    }
    path
}

/// What a field is called; a text in one language says which.
#[must_use]
pub fn label(kind: Kind, path: &[String]) -> Message {
    let name = path.join(".");
    if let Some(field) = form::at(kind, path) {
        return field.label.into();
    }
    let language = match path.last().map(String::as_str) {
        Some("ar") => Some(Language::Arabic),
        Some("en") => Some(Language::English),
        _ => None,
    };
    if path.is_empty() {
        return kind.label().into();
    }
    let text = path.split_last().map(|(_, text)| text);
    let field = text.and_then(|text| form::at(kind, text));
    match (field, language) {
        (Some(field), Some(language)) => words::in_language(field.label, language),
        _ => {
            let called = |language| form::called(kind, &name, language).to_owned();
            Message::new(called(Language::Arabic), called(Language::English))
        }
    }
}

/// The same, behind what the entries of lists are called in which it stands: `Shares 2, Percent`.
fn label_within(kind: Kind, path: &[String]) -> Message {
    let steps = (1..=path.len()).filter_map(|end| path.get(..end));
    let entries = steps.filter(|path| in_list(path).is_some());
    let mut labels: Vec<Message> = entries.map(|path| label_of_entry(kind, path)).collect();
    if in_list(path).is_none() {
        labels.push(label(kind, path));
    }
    listed(&labels)
}

/// What stands at a path is called; an entry of a list has its number.
#[must_use]
pub fn label_of_entry(kind: Kind, path: &[String]) -> Message {
    let label = label(kind, path);
    match in_list(path) {
        Some((_, place)) => Message::new(
            format!("{} {}", label.ar, place + 1),
            format!("{} {}", label.en, place + 1),
        ),
        None => label,
    }
}

/// As much of a value as is said in a line.
pub(super) fn cut(value: &Message) -> Message {
    let cut = |text: &str| {
        let line = text.split('\n').next().unwrap_or_default();
        match line.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
            None if line.len() < text.trim_end().len() => format!("{line}…"),
            None => line.to_owned(),
        }
    };
    Message::new(cut(&value.ar), cut(&value.en))
}
