//! The line that is read as a whole, with what was understood of it before it is done.

mod left;
mod position;

use std::sync::Arc;

use super::super::input::Input;
use super::super::quick::{Directory, Draft, names_of};
use super::super::{App, Layer};
use super::newcomer::addressed;
use super::permit::Wanted;
use super::said;
use super::writing::Back;
use crate::library::keep::field::{Takes, field, names_entries};
use crate::library::keep::typed::{Around, typed};
use crate::library::keep::wish::nominated;
use crate::library::{Library, Volume};
use crate::report::{Kind, Language, date_in_line};
use crate::words::{Message, desk as words, field as field_words, line, role as words_role, ui};

/// The line, and what it comes to.
#[derive(Default)]
pub struct QuickLayer {
    /// What is typed.
    pub input: Input,
    /// The line that was left before and was offered when it was opened.
    offered: Option<left::Offered>,
    /// What it adds; none where that is not clear as yet.
    pub draft: Option<Draft>,
    /// Each field that was understood, and its value.
    pub fields: Vec<(Message, Message)>,
    /// Names that are not known, and the nearest right one of each.
    pub unknown: Vec<(String, Option<String>)>,
    /// What is to be known before it is added: a name that is not clear, a nomination that stands.
    pub warnings: Vec<Message>,
    /// What a part of it was taken for, and could be otherwise.
    pub aside: Option<Message>,
    /// Where it goes.
    pub parent: Option<String>,
    /// What people call that; none where it is called by its id.
    pub called: Option<Message>,
    /// Whether it would add a position to an item that has one.
    is_there: bool,
    /// The full id of the record in hand when it was opened: what is added goes there, whatever comes in
    /// hand meanwhile.
    pub(super) here: Option<String>,
    /// Whom it can name, and of which registry they are.
    directory: Option<(Arc<Volume>, Arc<Directory>)>,
    /// It was opened to be read: nothing can be written.
    pub(super) reads: bool,
}

impl QuickLayer {
    /// Whether all of the line is understood, so that Enter adds the record.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| {
            self.unknown.is_empty()
                && draft.several.is_empty()
                && draft.twice.is_empty()
                && draft.no_date.is_none()
                && !self.is_there
                && needed(draft).is_empty()
        })
    }
}

impl QuickLayer {
    /// Whether something in the line was understood as this entry of the directory.
    pub(super) fn names(&self, entry: &str) -> bool {
        self.draft.as_ref().is_some_and(|draft| {
            draft.fields.iter().any(|(name, value)| {
                names_entries(name) && value.split(',').any(|one| one == entry)
            })
        })
    }
}

impl App {
    /// Opens the line with this sign in it.
    pub(in crate::app) fn open_quick(&mut self, sign: &str) {
        // What was typed before and not added is read also where nothing can be written.
        let is_kept = self
            .desk
            .lines
            .all()
            .any(|line| line.text.starts_with(sign));
        if !is_kept && !self.may(Wanted::Any) {
            return;
        }
        let before = self.desk.lines.take(sign);
        let here = self.in_hand().map(|key| self.library().id(key).to_owned());
        if let Some((line, more)) = &before {
            let of = line.of.as_deref();
            let elsewhere = of.filter(|of| here.as_deref() != Some(of));
            let elsewhere = elsewhere.map(|of| self.called(of));
            self.message = Some(line::line_back(*more, sign, elsewhere.as_ref()));
        }
        // Whoever is asked to act is named.
        if sign == "@" {
            self.tell_names();
        }
        let first = before.as_ref().map_or(sign, |(line, _)| &line.text);
        self.layers.push(Layer::Quick(QuickLayer {
            input: left::selected(first),
            offered: before.map(|(line, _)| left::Offered::new(line)),
            here,
            ..QuickLayer::default()
        }));
        self.read_quick();
        let is_read = self.tell_if_read(Wanted::Any);
        if let Some(Layer::Quick(quick)) = self.layers.last_mut() {
            quick.reads = is_read;
        }
    }

    /// Reads the line anew, after something was typed.
    pub(in crate::app) fn read_quick(&mut self) {
        let today = self.day();
        let Some(Layer::Quick(quick)) = self.layers.last() else {
            return;
        };
        let library = &self.shelf.library;
        let date = |text: &str| date_in_line(text, today);
        let mut registries = library.volumes().iter();
        let registry = registries.find(|volume| volume.is_registry());
        let known = quick.directory.as_ref();
        let known =
            known.filter(|(of, _)| registry.is_some_and(|registry| Arc::ptr_eq(of, registry)));
        let directory = match known {
            Some((_, directory)) => Arc::clone(directory),
            None => Arc::new(Directory::of(library)),
        };
        let of = registry.map(|registry| (Arc::clone(registry), Arc::clone(&directory)));
        let draft = Draft::read(library, &directory, quick.input.text(), date);
        let here = quick.here.as_ref().and_then(|id| library.with_id(id));
        let parent = draft
            .as_ref()
            .and_then(|draft| self.parent_at(draft.kind, here).ok().flatten());
        let fields = draft.as_ref().map_or_else(Vec::new, |draft| {
            let around = Around {
                library,
                record: here,
                today,
            };
            told(library, draft, around)
        });
        let unknown = draft.as_ref().map_or_else(Vec::new, |draft| {
            let near = |name: &String| library.nearest(name, 1).first().map(|id| (*id).to_owned());
            let unknown = draft.unknown.iter();
            unknown.map(|name| (name.clone(), near(name))).collect()
        });
        let called = parent
            .as_deref()
            .and_then(|parent| self.item_called(parent));
        let there = draft
            .as_ref()
            .and_then(|draft| self.position_there(draft.kind, parent.as_deref()));
        let (is_there, there) = (there.is_some(), there.map(|(_, said)| said));
        let warnings = draft.as_ref().map_or_else(Vec::new, |draft| {
            let several = draft.several.iter();
            let several = several.map(|(said, ids)| words::several(said, &meant(ids)));
            let no_date = draft.no_date.iter();
            let no_date = no_date.map(|(typed, why)| field_words::no_date(typed, why));
            let late = draft.late_date.iter().filter(|late| !late.is_taken);
            let late = late.map(|late| words::late_date(&late.typed));
            let twice = draft.twice.iter();
            let twice = twice.map(|twice| one_only(library, draft.kind, twice));
            several
                .chain(twice)
                .chain(no_date)
                .chain(late)
                .chain(stands(library, draft, parent.as_deref()))
                .chain(there)
                .chain(lacks_country(draft).map(Message::from))
                .collect()
        });
        let aside = draft.as_ref().and_then(|draft| {
            let nobody = acts_nobody(draft).map(Message::from);
            let all: Vec<Message> = draft.aside(today).into_iter().chain(nobody).collect();
            (!all.is_empty()).then(|| words::together(&all))
        });
        if let Some(Layer::Quick(quick)) = self.layers.last_mut() {
            quick.warnings = warnings;
            quick.aside = aside;
            quick.draft = draft;
            quick.fields = fields;
            quick.unknown = unknown;
            quick.parent = parent;
            quick.called = called;
            quick.is_there = is_there;
            quick.directory = of;
        }
    }

    /// Adds what the line says; a name that the directory does not know can come into it first.
    pub(in crate::app) fn save_quick(&mut self) {
        if self.may_type() && self.names_are_known() && !self.open_unknown() {
            self.enter_quick();
        }
    }

    /// Whether the names are known that the line on top needs; else it is said why not. Without names a
    /// country would be read into a person's name, or into the text.
    fn names_are_known(&mut self) -> bool {
        let needs = match self.layers.last() {
            Some(Layer::Quick(quick)) => quick.draft.as_ref().is_some_and(needs_names),
            _ => false,
        };
        !needs || self.tell_names()
    }

    /// Adds what the line says, or tells what is still missing.
    pub(in crate::app) fn enter_quick(&mut self) {
        if !self.may_type() || !self.names_are_known() {
            return;
        }
        let Some(Layer::Quick(quick)) = self.layers.last() else {
            return;
        };
        let Some(draft) = quick.draft.clone() else {
            self.message = Some(line::QUICK_HOW.into());
            return;
        };
        if let Some((said, ids)) = draft.several.first() {
            self.message = Some(words::several(said, &meant(ids)));
            return;
        }
        if let Some(twice) = draft.twice.first() {
            self.message = Some(one_only(self.library(), draft.kind, twice));
            return;
        }
        if let Some((typed, why)) = &draft.no_date {
            self.message = Some(field_words::no_date(typed, why));
            return;
        }
        if !quick.unknown.is_empty() {
            self.name_unknown();
            return;
        }
        let here = quick.here.clone();
        if self.open_position_there() {
            return;
        }
        if let Some(missing) = missing(&draft) {
            self.message = Some(missing);
            return;
        }
        let key = here.as_ref().and_then(|id| self.library().with_id(id));
        let parent = match self.parent_at(draft.kind, key) {
            Ok(parent) => parent,
            Err(_) if key.is_none() && here.is_some() => {
                self.message = Some(words::GONE.into());
                return;
            }
            Err(why) => {
                self.message = Some(why.into());
                return;
            }
        };
        let mut fields: Vec<String> = draft
            .fields
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut person = None;
        if let Some(name) = &draft.new_person {
            // One is not made nor undone without the other; it is the nomination that is told.
            self.desk.writing.is_quiet = true;
            let added = self.add_person(name, &draft);
            self.desk.writing.is_quiet = false;
            let Some((id, order)) = added else {
                return;
            };
            fields.push(format!("person={id}"));
            self.desk.writing.after.push((order, id));
            person = Some(order);
        }
        if let Some(change) = self.wished(draft.kind, parent.as_deref(), &fields) {
            let is_line = |layer: &mut Layer| matches!(layer, Layer::Quick(_));
            let mut layers: Vec<Layer> = self.layers.extract_if(.., is_line).collect();
            for layer in &mut layers {
                if let Layer::Quick(quick) = layer {
                    self.hand_over_line(quick);
                }
            }
            let back = Back {
                layers,
                ..Back::default()
            };
            self.desk.writing.with = person;
            self.desk.writing.tells = person.is_some();
            let order = self.write(change, back);
            if let Some(order) = order {
                self.address(&draft, order);
            }
        }
        // Where the line is still there, the person is known now: it says the same with fewer
        // questions.
        self.read_quick();
    }
}

/// Those whom a word may mean, as one types them: an entry of the directory by its id, a role by its
/// name.
fn meant(ids: &[String]) -> Vec<Message> {
    let one = |id: &String| match serde_yaml::from_value(id.as_str().into()) {
        Ok(role) => words_role::role(role, false).into(),
        Err(_) => Message::new(id.as_str(), id.as_str()),
    };
    ids.iter().map(one).collect()
}

/// That a field takes one value, and which the line gives it.
fn one_only(library: &Library, kind: Kind, (field, ids): &(&'static str, Vec<String>)) -> Message {
    let one = |(id, meant): (&String, Message)| match library.in_registry(id) {
        Some(key) => Message::new(
            library.title(key, Language::Arabic),
            library.title(key, Language::English),
        ),
        None => meant,
    };
    let named: Vec<Message> = ids.iter().zip(meant(ids)).map(one).collect();
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

/// Whether a line names somebody, or may.
fn needs_names(draft: &Draft) -> bool {
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
fn lacks_country(draft: &Draft) -> Option<crate::words::Phrase> {
    let is_open = draft.new_person.is_some() && draft.get("country").is_none();
    is_open.then_some(words::NO_COUNTRY)
}

/// That a recommendation says what is to be done, and not by whom.
fn acts_nobody(draft: &Draft) -> Option<crate::words::Phrase> {
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
fn stands(library: &Library, draft: &Draft, parent: Option<&str>) -> Option<Message> {
    if draft.kind != Kind::Nomination {
        return None;
    }
    let report = parent.and_then(|parent| parent.split(':').next());
    nominated(library, report, |field| draft.get(field))
}

/// Each field that was understood, as people read it.
fn told(library: &Library, draft: &Draft, around: Around<'_>) -> Vec<(Message, Message)> {
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
