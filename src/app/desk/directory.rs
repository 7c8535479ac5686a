//! Entries of the directory made on the fly: a name that is typed and not known becomes a person, a
//! body, a country… without leaving the field.

use std::ops::Range;

use super::super::picker::{Choice, Picker};
use super::super::{App, Layer, act};
use super::field::named;
use super::form::{FormLayer, Subject};
use super::permit::Wanted;
use super::said;
use crate::library::keep::field::{Takes, is_of_registry};
use crate::library::keep::typed::{language_of, written};
use crate::library::keep::wish::{self, New};
use crate::report::Kind;
use crate::words::label::Label;
use crate::words::{Message, desk as words, form as form_words};

/// What can be added to the directory.
const SORTS: [Kind; 5] = [
    Kind::Body,
    Kind::Person,
    Kind::Country,
    Kind::Instrument,
    Kind::Document,
];

impl App {
    /// The name that is typed on top and that the directory does not know, and what it may be.
    fn unknown_name(&self) -> Option<(String, Vec<Kind>)> {
        match self.layers.last()? {
            Layer::Field(field) if field.is_new_name() => {
                let target = &field.target;
                let name = field.name();
                let sorts = match (&target.field.takes, named(&target.path)) {
                    (Takes::Registry(Some(kind)), _) => vec![*kind],
                    (_, "body" | "bodies" | "parent" | "issuer") => vec![Kind::Body],
                    (_, "chair" | "contacts") => vec![Kind::Person],
                    (_, "refs") => SORTS.into_iter().rev().collect(),
                    (_, "on_behalf_of" | "by" | "to" | "speakers") => {
                        vec![Kind::Body, Kind::Country, Kind::Person]
                    }
                    _ => SORTS.to_vec(),
                };
                Some((name.to_owned(), sorts))
            }
            Layer::Call(picker) => {
                let (name, sorts) = picker.new_name()?;
                Some((name.to_owned(), sorts.to_vec()))
            }
            Layer::Quick(quick) => {
                let (name, _) = quick.unknown.first()?;
                let sorts = vec![Kind::Body, Kind::Country, Kind::Person];
                Some((name.clone(), sorts))
            }
            _ => None,
        }
    }

    /// Says that the name on top is unknown, what is near it, and how it comes into the directory; says
    /// whether there was one.
    pub(in crate::app) fn name_unknown(&mut self) -> bool {
        let Some((name, _)) = self.unknown_name() else {
            return false;
        };
        let why = match self.layers.last() {
            Some(Layer::Field(field)) => field.understood.clone().err(),
            Some(Layer::Quick(quick)) => Some(words::unknown(&quick.unknown)),
            _ => Some(words::unknown(&[(name.clone(), None)])),
        };
        let said = why.into_iter().chain([words::CAN_BE_ADDED.into()]);
        self.message = Some(words::together(&said.collect::<Vec<_>>()));
        self.desk.named = Some(name);
        true
    }

    /// Opens what adds the unknown name on top to the directory; says whether there was one. It may be a
    /// slip: before it is asked for, it is named.
    pub(in crate::app) fn open_unknown(&mut self) -> bool {
        let Some((name, sorts)) = self.unknown_name() else {
            return false;
        };
        if !self.may(Wanted::Any) {
            return true;
        }
        // A list of a call names it already, with the key.
        let is_told = matches!(self.layers.last(), Some(Layer::Call(_)));
        if self.desk.named.take().as_ref() != Some(&name) && !is_told {
            return self.name_unknown();
        }
        if let [only] = sorts.as_slice() {
            self.open_entry(*only, &name);
            return true;
        }
        let choices = sorts.into_iter().map(|kind| Choice {
            name: Message::from(kind.label()),
            aside: String::new(),
            group: None,
            value: kind,
        });
        let picker = Picker::new(form_words::which_sort(&name), choices.collect());
        self.layers.push(Layer::Sort(picker));
        true
    }

    /// Goes on with the sort of entry that was chosen.
    pub(in crate::app) fn choose_sort(&mut self) {
        let Some(Layer::Sort(picker)) = self.layers.pop() else {
            return;
        };
        let kind = picker.current().map(|choice| choice.value);
        if let (Some(kind), Some((name, _))) = (kind, self.unknown_name()) {
            self.open_entry(kind, &name);
        }
    }

    /// Opens the form of a new entry of the directory that has this name.
    fn open_entry(&mut self, kind: Kind, name: &str) {
        let mut form = FormLayer::new(kind, None, self.language);
        let field = match kind {
            Kind::Instrument | Kind::Document => "title",
            _ => "name",
        };
        let name = written(name);
        let path = [field.to_owned(), language_of(&name).code().to_owned()];
        let shown = said::told(
            said::Place::of(&self.shelf.library, None),
            kind,
            &path,
            Some(&name.as_str().into()),
        );
        form.fill(&self.shelf.library, &path, &name, shown);
        // What is asked first is the name in the other language; of who is heard in a call the country, for which
        // it is noted.
        let is_heard = kind == Kind::Person
            && matches!(self.layers.last(), Some(Layer::Call(picker)) if picker.hears());
        let field = if is_heard { "country" } else { field };
        let first = form.rows.iter().position(|row| {
            row.path.first().is_some_and(|step| step == field) && row.typed.is_empty()
        });
        form.selected = first.unwrap_or(0);
        form.wanted = Some(name);
        self.layers.push(Layer::Form(form));
        self.tell_id();
        self.open_field();
    }

    /// Has the form on top of a new entry of the directory say the id that it will have, else of what
    /// that is made.
    pub(super) fn tell_id(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        if form.subject != Subject::New(None) || !is_of_registry(form.kind) {
            return;
        }
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        let kind = form.kind;
        let (rows, made_of) = match kind {
            Kind::Person => (&["name"][..], form_words::OF_NAME),
            Kind::Body => (&["name", "acronym"][..], form_words::OF_ACRONYM),
            Kind::Country => (&["itu"][..], form_words::OF_SYMBOL),
            _ => (&["title"][..], form_words::OF_TITLE),
        };
        let filled = form.filled().into_iter();
        let counts = filled.filter(|(name, _)| {
            let first = name.split('.').next().unwrap_or(name);
            rows.contains(&first)
        });
        let fields: Vec<String> = counts
            .map(|(name, text)| format!("{name}={text}"))
            .collect();
        let desk = wish::Desk::of(self.library(), keeper.folder(), self.day()).as_shown();
        let new = New {
            kind,
            parent: None,
            id: None,
            fields: &fields,
        };
        let said = match wish::insert(&desk, &new) {
            Ok(change) => form_words::will_be(&change.record, kind == Kind::Person),
            Err(_) => made_of.into(),
        };
        if let Some(Layer::Form(form)) = self.layers.last_mut() {
            form.of_id = Some(said);
        }
    }

    /// Puts what was added to the directory in the place of the name that was typed.
    pub(super) fn take_entry(&mut self, wanted: Option<&str>, id: &str) {
        let Some(wanted) = wanted else { return };
        let rtl = self.rtl();
        let said = self.message.take();
        match self.layers.last_mut() {
            Some(Layer::Field(field)) => {
                field.put_name(id, rtl);
                self.read_field();
            }
            Some(Layer::Quick(quick)) => {
                if let Some(place) = word(quick.input.text(), wanted) {
                    quick.input.replace(place, id, rtl);
                }
                self.read_quick();
            }
            Some(Layer::Call(_)) => return act::choose_new(self, wanted, id),
            _ => {}
        }
        self.message = said;
    }

    /// What was added to the directory has another id than was thought: what is typed there and
    /// names it does so still.
    pub(super) fn rename_entry(&mut self, was: &str, id: &str) {
        let rtl = self.rtl();
        for layer in &mut self.layers {
            let (input, place) = match layer {
                Layer::Field(field) if takes_entries(&field.target.field.takes) => {
                    let place = word(field.input.text(), was);
                    (&mut field.input, place)
                }
                Layer::Quick(quick) => {
                    let text = quick.input.text();
                    let place = match quick.names(was) {
                        true => word(text, was),
                        false => behind_sign(text, was),
                    };
                    (&mut quick.input, place)
                }
                // In a text, the same word means what it says.
                _ => continue,
            };
            if let Some(place) = place {
                input.replace(place, id, rtl);
            }
        }
        let said = self.message.take();
        match self.layers.last() {
            Some(Layer::Field(_)) => self.read_field(),
            Some(Layer::Quick(_)) => self.read_quick(),
            _ => {}
        }
        self.message = said;
    }
}

/// Whether a field takes entries of the directory.
const fn takes_entries(takes: &Takes) -> bool {
    matches!(takes, Takes::Registry(_) | Takes::Record)
}

/// Where a name stands in what is typed, as a whole; first where it stands behind the sign of a
/// name.
fn word(text: &str, name: &str) -> Option<Range<usize>> {
    behind_sign(text, name).or_else(|| places(text, name).next())
}

/// Where a name stands behind the sign of a name, as a whole.
fn behind_sign(text: &str, name: &str) -> Option<Range<usize>> {
    places(text, name).find(|place| {
        let before = text.get(..place.start).unwrap_or_default();
        before.ends_with(['@', '＠', '﹫'])
    })
}

/// Where a name stands as a whole.
fn places(text: &str, name: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '/' | ':');
    let places = text.match_indices(name).filter(move |(from, found)| {
        let (before, behind) = text.split_at(*from);
        let behind = behind.strip_prefix(found).unwrap_or_default();
        !before.ends_with(is_part) && !behind.starts_with(is_part)
    });
    places.map(|(from, found)| from..from + found.len())
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn a_name_is_found_where_it_stands_as_a_whole() {
        for (text, name, place) in [
            ("@competent-groups @group x", "group", Some(19..24)),
            ("group @group", "group", Some(7..12)),
            ("+nom Omar group chair", "group", Some(10..15)),
            ("@groups", "group", None),
            ("@a/group", "group", None),
            ("@مجموعة، نص", "مجموعة", Some(1..13)),
        ] {
            assert_eq!(word(text, name), place, "{text}");
        }
    }
}
