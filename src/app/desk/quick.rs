//! The line that is read as a whole, with what was understood of it before it is done.

mod left;
mod position;
mod told;

use std::sync::Arc;

use super::super::input::Input;
use super::super::quick::{Directory, Draft};
use super::super::{App, Layer};
use super::permit::Wanted;
use super::writing::Back;
use crate::library::Volume;
use crate::library::keep::field::names_entries;
use crate::library::keep::typed::Around;
use crate::report::date_in_line;
use crate::words::copy::within;
use crate::words::{Message, desk as words, field as field_words, line};
use told::{acts_nobody, lacks_country, meant, near_people, needs_names, one_only, stands, told};
pub use told::{missing, needed, new_person, ready};

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
        let called = called.map(|item| Message::new(item.ar, within(&item.en)));
        let there = draft
            .as_ref()
            .and_then(|draft| self.position_there(draft.kind, parent.as_deref()));
        let (is_there, there) = (there.is_some(), there.map(|(_, said)| said));
        let warnings = draft.as_ref().map_or_else(Vec::new, |draft| {
            let several = draft.several.iter();
            let several = several.map(|(said, ids)| words::several(said, &meant(library, ids)));
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
                .chain(near_people(library, draft))
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
            self.add_line(true);
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

    /// Adds what the line says, or tells what is still missing. Nobody comes into the directory by this key
    /// alone.
    pub(in crate::app) fn enter_quick(&mut self) {
        self.add_line(false);
    }

    /// The same; `with_person` says that who is new comes into the directory.
    fn add_line(&mut self, with_person: bool) {
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
            self.message = Some(words::several(said, &meant(self.library(), ids)));
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
        if let Some(name) = draft.new_person.as_ref().filter(|_| !with_person) {
            let near = near_people(self.library(), &draft);
            let all: Vec<Message> = near.into_iter().chain([line::new_nominee(name)]).collect();
            self.message = Some(words::together(&all));
            return;
        }
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
