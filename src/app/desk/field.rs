//! One field as it is changed: a value chosen from a fixed set, a line with names that complete it
//! and with what was understood, or a text of several lines.

mod completed;
mod path;
mod understood;

use std::ops::Range;

use serde_yaml::Value;

use super::super::input::{Input, Lines};
use super::super::picker::{Choice, Picker};
use super::super::{App, Layer};
use super::again::{News, Other};
use super::entries::emptied;
use super::form::{Row, Subject};
use super::gone::file_of;
use super::names::{self, Name};
use super::permit::Wanted;
use super::{Draft, typed_of, value_of};
use crate::library::keep::field::{self as keep_field, Field, Takes, field};
use crate::library::keep::typed::{Around, typed};
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::words::{Message, desk as words, form as form_words};

use path::is_side;
pub(super) use path::{is_wording, named};
pub use understood::understood;

/// Which field is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The full id of the record; none for one that is still to be added.
    pub record: Option<String>,
    /// The name of its file.
    pub file: Option<String>,
    /// The record's kind.
    pub kind: Kind,
    /// The keys of the field.
    pub path: Vec<String>,
    /// What it is called.
    pub label: Message,
    /// What it takes.
    pub field: Field,
    /// What stood there when it was opened.
    pub base: Option<Value>,
    /// The same as it would be typed.
    pub first: String,
    /// Whether it was opened with what was typed before and not saved, however long ago.
    pub drafted: bool,
}

/// A field in which one types.
pub struct FieldLayer {
    /// Which field it is.
    pub target: Target,
    /// What stands above it.
    pub title: Message,
    /// What is typed.
    pub input: Input,
    /// What another wrote meanwhile.
    pub other: Option<Other>,
    /// That another has changed the field since it was opened.
    pub news: Option<News>,
    /// What is typed comes to, or why it is no value.
    pub understood: Result<Option<Value>, Message>,
    /// The names that the field takes.
    names: Vec<Name>,
    /// Those of them that are offered before anything is typed, in that order.
    order: Vec<usize>,
    /// Whether one has gone to the name in hand.
    is_chosen: bool,
    /// Where the name that they complete stands in what is typed.
    place: Range<usize>,
    /// Those of them that may be meant.
    meant: Vec<usize>,
    /// Whether they are only near: no name begins so.
    is_near: bool,
    /// The name in hand.
    pub selected: usize,
    /// The first name or row that was seen when it was last drawn.
    pub offset: usize,
    /// It was opened to be read: it cannot be written.
    pub(super) reads: bool,
}

/// A field for which one chooses.
pub struct ChooseLayer {
    /// Which field it is.
    pub target: Target,
    /// What another wrote meanwhile.
    pub other: Option<Message>,
    /// That another has changed the field since it was opened.
    pub news: Option<News>,
    /// What there is to choose from: words as the file has them, and none where it may be empty.
    pub picker: Picker<Option<&'static str>>,
}

impl FieldLayer {
    /// What was seen where it is typed: what another wrote, where that stands beside it.
    pub(super) const fn base(&self) -> Option<&Value> {
        match &self.other {
            Some(other) => other.base.as_ref(),
            None => self.target.base.as_ref(),
        }
    }

    /// Whether several lines are typed.
    #[must_use]
    pub const fn is_text(&self) -> bool {
        self.input.lines().is_some()
    }

    /// The names that may be meant.
    pub fn meant(&self) -> impl Iterator<Item = &Name> {
        self.meant.iter().filter_map(|at| self.names.get(*at))
    }

    /// How many names may be meant.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.meant.len()
    }

    /// Whether no name is in hand as yet: they are only near, or nothing is typed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_chosen && (self.is_near || self.name().is_empty())
    }

    /// Takes a name in hand.
    pub(in crate::app) const fn choose(&mut self, row: usize) {
        self.is_chosen = true;
        self.selected = row;
    }

    /// Moves the name in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        // The first step takes the first name in hand.
        let by = match self.is_open() {
            true => by.saturating_sub(1),
            false => by,
        };
        self.is_chosen = true;
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.meant.len().saturating_sub(1));
    }

    /// Reads what is typed.
    fn read(&mut self, library: &Library, record: Option<Key>, today: (i32, u8, u8)) {
        let around = Around {
            library,
            record,
            today,
        };
        self.understood = typed(&self.target.field, self.input.text(), around);
        let alone = Field {
            many: false,
            ..self.target.field.clone()
        };
        let is_known = |part: &str| typed(&alone, part, around).is_ok();
        self.place = names::in_hand(self.input.text(), self.target.field.many, is_known);
        self.meant = match self.name().is_empty() {
            true => self.order.clone(),
            false => names::meant(&self.names, self.name()),
        };
        self.is_chosen = false;
        self.is_near = self.meant.is_empty();
        if self.is_near {
            self.meant = names::near(&self.names, self.name());
        }
        self.selected = 0;
    }
}

impl App {
    /// Opens the field in hand of the form on top.
    pub(in crate::app) fn open_field(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return;
        };
        let (kind, subject) = (form.kind, form.subject.clone());
        let Some(row) = form.current().cloned() else {
            self.message = Some(form_words::NO_ENTRY.into());
            return;
        };
        if self.open_elsewhere(true) || self.open_within(false) {
            return;
        }
        let Some(target) = self.target(kind, &subject, &row) else {
            self.message = Some(words::GONE.into());
            return;
        };
        // What is typed before the library is whole would be typed over what is kept of it.
        if self.loading.is_some() && !self.may(Wanted::Typed) {
            return;
        }
        let file = target.file.clone();
        self.edit(target, None);
        let is_read = self.tell_if_read(Wanted::In(file.as_deref()));
        if let Some(Layer::Field(field)) = self.layers.last_mut() {
            field.reads = is_read;
        }
    }

    /// What is to be changed, with what stands there now.
    fn target(&self, kind: Kind, subject: &Subject, row: &Row) -> Option<Target> {
        let names: Vec<&str> = row.path.iter().map(String::as_str).collect();
        let mut target = Target {
            record: None,
            file: None,
            kind,
            path: row.path.clone(),
            label: row.label.clone(),
            field: field(kind, &names).ok()?,
            base: None,
            first: row.typed.clone(),
            drafted: false,
        };
        if emptied(kind, &row.path) != row.path {
            // The part that needs it goes with it.
            target.field.required = false;
        }
        if let Subject::Known(id) = subject {
            let key = self.library().with_id(id)?;
            target.record = Some(id.clone());
            target.file = self.file(key);
            target.base = value_of(self.library(), key, &row.path);
            target.first = typed_of(target.base.as_ref());
        }
        Some(target)
    }

    /// The name of the file of a record, in the library's folder.
    pub(in crate::app) fn file(&self, key: Key) -> Option<String> {
        file_of(self.library(), key)
    }

    /// Opens a field with what was typed before and not saved, or with `text`.
    pub(super) fn edit(&mut self, target: Target, text: Option<String>) {
        let mut target = target;
        let draft = self.draft_of(&target);
        let text = match (text, draft) {
            (Some(text), _) => text,
            (None, Some(draft)) => {
                self.message = Some(words::DRAFT_BACK.into());
                target.base = draft.base;
                target.drafted = true;
                draft.text
            }
            (None, None) => target.first.clone(),
        };
        let title = self.above_field(&target);
        if let (Some(words), false) = (words_of(&target.field.takes), target.field.many) {
            let mut all: Vec<Choice<Option<&'static str>>> = words
                .into_iter()
                .map(|(word, name)| Choice {
                    name,
                    aside: String::new(),
                    group: None,
                    value: Some(word),
                })
                .collect();
            if !target.field.required {
                all.push(Choice {
                    name: words::EMPTY_VALUE.into(),
                    aside: String::new(),
                    group: None,
                    value: None,
                });
            }
            let here = all
                .iter()
                .position(|one| one.value.unwrap_or_default() == text);
            let mut picker = Picker::new(title, all);
            if let Takes::Words(choices) = &target.field.takes
                && choices.iter().any(|choice| !choice.also.is_empty())
            {
                let choices = choices.clone();
                picker = picker.also(move |word| {
                    let choice = choices.iter().find(|choice| Some(choice.word) == *word);
                    choice.map_or_else(String::new, |choice| choice.also.join(" "))
                });
            }
            picker.start_at(here);
            self.layers.push(Layer::Choose(Box::new(ChooseLayer {
                target,
                other: None,
                news: None,
                picker,
            })));
            return self.look_at_field();
        }
        let record = self.around_of(&target);
        let arabic = match target.path.last().map(String::as_str) {
            Some("ar") => true,
            Some("en") => false,
            _ => self.rtl(),
        };
        let input = match is_text(&target, &text) {
            true => Input::of_lines(
                &text,
                Lines {
                    width: usize::from(self.seen.layer.area.width.max(20)),
                    rtl: arabic,
                },
            ),
            false => Input::of(&text),
        };
        let takes = &target.field.takes;
        let names = names::all(self.library(), takes, named(&target.path), record);
        let mut layer = FieldLayer {
            order: (0..names.len().min(names::MOST)).collect(),
            is_chosen: false,
            names,
            target,
            title,
            input,
            other: None,
            news: None,
            understood: Ok(None),
            place: 0..0,
            meant: Vec::new(),
            is_near: false,
            selected: 0,
            offset: 0,
            reads: false,
        };
        let day = self.day();
        layer.read(&self.shelf.library, record, day);
        self.layers.push(Layer::Field(Box::new(layer)));
        self.look_at_field();
    }

    /// The record by which names in a field are understood.
    fn around_of(&self, target: &Target) -> Option<Key> {
        match &target.record {
            Some(id) => self.library().with_id(id),
            None => self.in_hand(),
        }
    }

    /// Reads a field anew, after something was typed.
    pub(in crate::app) fn read_field(&mut self) {
        let (day, here) = (self.day(), self.in_hand());
        if let Some(Layer::Field(layer)) = self.layers.last_mut() {
            let library = &self.shelf.library;
            let record = match &layer.target.record {
                Some(id) => library.with_id(id),
                None => here,
            };
            layer.read(library, record, day);
        }
    }

    /// Puts the name in hand into the field on top; says whether it did.
    pub(in crate::app) fn complete_field(&mut self) -> bool {
        let rtl = self.rtl();
        let done = match self.layers.last_mut() {
            Some(Layer::Field(field)) if !field.reads && field.is_meant() => field.complete(rtl),
            _ => false,
        };
        if done {
            self.read_field();
        }
        done
    }

    /// Enter in a field of one line: saves what is understood, else completes it, else says why not.
    pub(in crate::app) fn enter_field(&mut self) {
        let rtl = self.rtl();
        let Some(Layer::Field(field)) = self.layers.last_mut() else {
            return;
        };
        if field.is_text() {
            if self.may_type()
                && let Some(Layer::Field(field)) = self.layers.last_mut()
            {
                let (room, longest) = (field.input.new_line(rtl), field.input.longest());
                self.came_in(room, longest);
            }
            return;
        }
        if field.understood.is_err() && self.complete_field() {
            return;
        }
        if matches!(self.layers.last(), Some(Layer::Field(field)) if field.is_chosen)
            && self.complete_field()
        {
            return;
        }
        if self.name_unknown() {
            return;
        }
        match self.fills() {
            true => self.take_and_go_on(),
            false => self.save_field(),
        }
    }

    /// What was typed for a field and not saved.
    pub(super) fn draft_of(&self, target: &Target) -> Option<Draft> {
        let id = target.record.clone()?;
        self.desk.drafts.get(&(id, target.path.join("."))).cloned()
    }
}

/// The words of which one is chosen, as the file has them and as people read them; none where one
/// types.
fn words_of(takes: &Takes) -> Option<Vec<(&'static str, Message)>> {
    match takes {
        Takes::Words(choices) => {
            let told = |choice: &keep_field::Choice| {
                let plain = || Message::new(choice.word, choice.word);
                (choice.word, choice.label.map_or_else(plain, Message::from))
            };
            Some(choices.iter().map(told).collect())
        }
        Takes::YesNo => Some(vec![
            ("yes", form_words::YES.into()),
            ("no", form_words::NO.into()),
        ]),
        _ => None,
    }
}

/// Whether several lines are typed in a field: wordings, and what has several already.
fn is_text(target: &Target, text: &str) -> bool {
    let is_long = || text.contains('\n') || text.chars().count() > 400;
    is_wording(&target.path) || is_side(&target.path) && is_long()
}
