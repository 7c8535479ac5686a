//! Layers on top of the board: search, help, commands, filters, problems. Only the topmost one has
//! the keys; what lies under it stays as it was.

use std::sync::Arc;
use std::time::Duration;

use crate::library::Key;
use crate::report::Kind;
use crate::search::Query;

use super::command::Command;
use super::deferred::put_off_now;
use super::desk::clash::ClashLayer;
use super::desk::field::{ChooseLayer, FieldLayer};
use super::desk::form::FormLayer;
use super::desk::new_report::Agenda;
use super::desk::past::Past;
use super::desk::quick::QuickLayer;
use super::desk::removal::RemovalLayer;
use super::fields::{Completion, of_word};
use super::finder::Found;
use super::input::Input;
use super::open::OpenLayer;
use super::picker::Picker;
use super::replace::outward;
use super::scope::Filter;
use super::searcher::{Answer, Question};
use super::seen::VersionsSeen;
use super::{App, Reading};

/// What lies on top of the board.
pub enum Layer {
    /// Searching everything.
    Search(SearchLayer),
    /// The commands with their keys.
    Help(Picker<&'static Command>),
    /// The commands, by typing.
    Palette(Picker<&'static Command>),
    /// Filters to choose from.
    Filters(Picker<Filter>),
    /// The filters in force, to remove one of them.
    Unfilter(Picker<Filter>),
    /// What is wrong with the library's files.
    Problems(Picker<usize>),
    /// The form of a record.
    Form(FormLayer),
    /// A field of it in which one types.
    Field(Box<FieldLayer>),
    /// A field of it for which one chooses.
    Choose(Box<ChooseLayer>),
    /// What a name is that comes into the directory.
    Sort(Picker<Kind>),
    /// Whose agenda a new report gets.
    Agenda(Picker<Agenda>),
    /// Whether what was typed in a library elsewhere is put into its place here.
    Elsewhere(Picker<bool>),
    /// A line that adds a record.
    Quick(QuickLayer),
    /// Two versions of a field.
    Clash(ClashLayer),
    /// Whether a record is to be deleted.
    Removal(Box<RemovalLayer>),
    /// The history of a record.
    Past(Picker<Past>),
    /// What is still open.
    Open(OpenLayer),
    /// What is to be done in the call.
    Call(Picker<super::call::Choose>),
}

/// A search as one types. What was found belongs together; while an answer is
/// [awaited](Self::is_searching) it is that of what was typed before.
#[derive(Default)]
pub struct SearchLayer {
    /// What was typed.
    pub input: Input,
    /// The query that was answered.
    pub query: Query,
    /// What was found.
    pub found: Found,
    /// How the query may go on at the caret.
    pub completions: Vec<Completion>,
    /// The hit in hand.
    pub selected: usize,
    /// The first hit that was seen when it was last drawn.
    pub offset: usize,
    /// What was being read when the search was opened; it is given back when it closes.
    pub(super) before: Reading,
    /// The question that is not answered as yet.
    pub(super) asked: Option<Asked>,
    /// Whether what was found is that of a part of the library, all of which is there now.
    pub(super) of_a_part: bool,
}

/// A question that was asked.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub number: u64,
    /// Whether something else was typed; else the same is looked for in another state of the library,
    /// and the hit in hand stays in hand.
    pub typed: bool,
}

impl SearchLayer {
    /// Whether what was found is not yet that of what was typed.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.asked.is_some_and(|asked| asked.typed)
    }

    /// Whether there may be more than was found: the library was not whole when it was asked.
    #[must_use]
    pub const fn is_of_a_part(&self) -> bool {
        self.of_a_part
    }

    /// The record of the hit in hand.
    #[must_use]
    pub fn in_hand(&self) -> Option<Key> {
        self.found.hits.get(self.selected).map(|(key, _)| *key)
    }

    /// The records of the hits.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.found.hits.iter().map(|(key, _)| *key).collect()
    }

    /// Puts other hits in; of these records the first that is among them comes in hand, at the place
    /// on the screen of the one that was.
    pub(super) fn put_in(&mut self, hits: Vec<(Key, u32)>, near: &[Key]) {
        let above = self.selected.saturating_sub(self.offset);
        let place = |wanted: &Key| hits.iter().position(|(key, _)| key == wanted);
        match near.iter().find_map(place) {
            Some(place) => {
                self.selected = place;
                self.offset = place.saturating_sub(above);
            }
            None => self.selected = self.selected.min(hits.len().saturating_sub(1)),
        }
        self.found.hits = hits;
    }

    /// Whether the query may go on in a way for which no answer is waited: a word that begins like the
    /// name of a field.
    pub(super) fn names_field(&self) -> bool {
        let of_word = of_word(self.input.text(), self.input.caret().at);
        of_word.is_some_and(|ways| !ways.is_empty())
    }

    /// Puts in the first way in which the query may go on; says whether there was one.
    pub(super) fn complete(&mut self, rtl: bool) -> bool {
        let Some(first) = self.completions.first() else {
            return false;
        };
        self.input.replace(first.place.clone(), &first.text, rtl);
        true
    }
}

impl Layer {
    /// Whether letters are typed into it, rather than being commands.
    #[must_use]
    pub const fn types(&self) -> bool {
        match self {
            Self::Past(picker) => picker.typing,
            Self::Call(picker) => picker.typing,
            Self::Open(open) => open.picker.typing,
            Self::Form(_) | Self::Clash(_) | Self::Removal(_) => false,
            _ => true,
        }
    }

    /// The line that is typed in, where there is one.
    pub const fn input_mut(&mut self) -> Option<&mut Input> {
        Some(match self {
            Self::Search(search) => &mut search.input,
            Self::Help(picker) | Self::Palette(picker) => &mut picker.input,
            Self::Filters(picker) | Self::Unfilter(picker) => &mut picker.input,
            Self::Problems(picker) => &mut picker.input,
            Self::Field(field) => &mut field.input,
            Self::Choose(choose) => &mut choose.picker.input,
            Self::Sort(picker) => &mut picker.input,
            Self::Agenda(picker) => &mut picker.input,
            Self::Elsewhere(picker) => &mut picker.input,
            Self::Quick(quick) => &mut quick.input,
            Self::Past(picker) => &mut picker.input,
            Self::Open(open) => &mut open.picker.input,
            Self::Call(picker) => &mut picker.input,
            Self::Form(_) | Self::Clash(_) | Self::Removal(_) => return None,
        })
    }

    /// The line that is typed in.
    #[must_use]
    pub const fn input(&self) -> Option<&Input> {
        Some(match self {
            Self::Search(search) => &search.input,
            Self::Help(picker) | Self::Palette(picker) => &picker.input,
            Self::Filters(picker) | Self::Unfilter(picker) => &picker.input,
            Self::Problems(picker) => &picker.input,
            Self::Field(field) => &field.input,
            Self::Choose(choose) => &choose.picker.input,
            Self::Sort(picker) => &picker.input,
            Self::Agenda(picker) => &picker.input,
            Self::Elsewhere(picker) => &picker.input,
            Self::Quick(quick) => &quick.input,
            Self::Past(picker) => &picker.input,
            Self::Open(open) => &open.picker.input,
            Self::Call(picker) => &picker.input,
            Self::Form(_) | Self::Clash(_) | Self::Removal(_) => return None,
        })
    }

    /// Whether what was typed leaves nothing to choose of a list.
    pub(super) fn finds_nothing(&self) -> bool {
        let left = match self {
            Self::Help(picker) | Self::Palette(picker) => picker.count(),
            Self::Filters(picker) | Self::Unfilter(picker) => picker.count(),
            Self::Agenda(picker) => picker.count(),
            Self::Elsewhere(picker) => picker.count(),
            Self::Open(open) => open.picker.count(),
            Self::Call(picker) => picker.count(),
            _ => return false,
        };
        left == 0 && self.input().is_some_and(|input| !input.text().is_empty())
    }

    /// Moves the row in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        match self {
            Self::Search(search) => {
                search.selected = search
                    .selected
                    .saturating_add_signed(by)
                    .min(search.found.hits.len().saturating_sub(1));
            }
            Self::Help(picker) | Self::Palette(picker) => picker.step(by),
            Self::Filters(picker) | Self::Unfilter(picker) => picker.step(by),
            Self::Problems(picker) => picker.step(by),
            Self::Form(form) => form.step(by),
            Self::Field(field) => field.step(by),
            Self::Choose(choose) => choose.picker.step(by),
            Self::Clash(clash) => clash.step(by),
            Self::Removal(removal) => removal.step(by),
            Self::Past(picker) => picker.step(by),
            Self::Quick(_) => {}
            Self::Sort(picker) => picker.step(by),
            Self::Agenda(picker) => picker.step(by),
            Self::Elsewhere(picker) => picker.step(by),
            Self::Open(open) => open.picker.step(by),
            Self::Call(picker) => picker.step(by),
        }
    }

    /// The row in hand, from 0.
    #[must_use]
    pub const fn selected(&self) -> usize {
        match self {
            Self::Search(search) => search.selected,
            Self::Help(picker) | Self::Palette(picker) => picker.selected,
            Self::Filters(picker) | Self::Unfilter(picker) => picker.selected,
            Self::Problems(picker) => picker.selected,
            Self::Form(form) => form.selected,
            Self::Field(field) => field.selected,
            Self::Choose(choose) => choose.picker.selected,
            Self::Clash(clash) => clash.selected,
            Self::Removal(removal) => removal.selected,
            Self::Past(picker) => picker.selected,
            Self::Sort(picker) => picker.selected,
            Self::Agenda(picker) => picker.selected,
            Self::Elsewhere(picker) => picker.selected,
            Self::Quick(_) => 0,
            Self::Open(open) => open.picker.selected,
            Self::Call(picker) => picker.selected,
        }
    }

    /// Remembers where the versions of a field were seen.
    pub(super) const fn set_versions(&mut self, seen: VersionsSeen) {
        if let Self::Clash(clash) = self
            && seen.fits > 0
        {
            clash.offset = Some(seen.offset);
        }
    }

    /// Shows the versions of a field, or the one beside the text, from this row on.
    pub(super) const fn turn_versions(&mut self, offset: usize) {
        match self {
            Self::Clash(clash) => clash.offset = Some(offset),
            Self::Field(field) => {
                let at = field.input.caret().at;
                if let Some(other) = &mut field.other {
                    other.turned = Some((offset, at));
                }
            }
            _ => {}
        }
    }

    /// Remembers the first row that was seen.
    pub const fn set_offset(&mut self, offset: usize) {
        match self {
            Self::Search(search) => search.offset = offset,
            Self::Help(picker) | Self::Palette(picker) => picker.offset = offset,
            Self::Filters(picker) | Self::Unfilter(picker) => picker.offset = offset,
            Self::Problems(picker) => picker.offset = offset,
            Self::Form(form) => form.offset = offset,
            Self::Field(field) => field.offset = offset,
            Self::Choose(choose) => choose.picker.offset = offset,
            Self::Past(picker) => picker.offset = offset,
            Self::Sort(picker) => picker.offset = offset,
            Self::Agenda(picker) => picker.offset = offset,
            Self::Elsewhere(picker) => picker.offset = offset,
            Self::Clash(_) | Self::Removal(_) | Self::Quick(_) => {}
            Self::Open(open) => open.picker.offset = offset,
            Self::Call(picker) => picker.offset = offset,
        }
    }
}

impl App {
    /// Asks for what stands in the search on top, where one does. `typed` says whether something else
    /// was typed; else the library is another.
    pub(super) fn ask(&mut self, typed: bool) {
        let today = self.today();
        let Some(Layer::Search(search)) = self.layers.last_mut() else {
            return;
        };
        self.questions += 1;
        let number = self.questions;
        search.asked = Some(Asked { number, typed });
        let text = search.input.text();
        if let Some(completions) = of_word(text, search.input.caret().at) {
            search.completions = completions;
        }
        if text.trim().is_empty() {
            // Nothing is looked for, and no index is waited for.
            self.take_answer(Answer {
                number,
                ..Answer::default()
            });
            return;
        }
        let answer = self.searcher.ask(Question {
            number,
            shelf: Arc::clone(&self.shelf),
            text: text.to_owned(),
            caret: search.input.caret().at,
            language: self.language,
            deferred: put_off_now(&self.shelf.library, self.call.on()).collect(),
            today,
        });
        if let Some(answer) = answer {
            self.take_answer(answer);
        }
    }

    /// Takes the answer to what was asked last, waiting for it at the longest so long; says whether
    /// it has come. An answer to anything else is dropped.
    pub fn hear(&mut self, longest: Duration) -> bool {
        while self.awaits_answer() {
            let Some(answer) = self.searcher.answer(longest) else {
                return false;
            };
            if self.take_answer(answer) {
                return true;
            }
        }
        false
    }

    fn take_answer(&mut self, answer: Answer) -> bool {
        let Some(Layer::Search(search)) = self.layers.last_mut() else {
            return false;
        };
        let asked = search.asked.filter(|asked| asked.number == answer.number);
        let Some(asked) = asked else { return false };
        search.asked = None;
        search.of_a_part = false;
        search.query = answer.query;
        search.completions = answer.completions;
        if asked.typed {
            search.found = answer.found;
            search.selected = 0;
        } else {
            let keys = search.keys();
            let near = outward(search.selected, keys.len()).filter_map(|at| keys.get(at).copied());
            let near: Vec<Key> = near.collect();
            let Found {
                hits,
                total,
                read_as,
                corrected,
                left_out,
                left_out_in,
                newest_first,
                document,
                apart,
                guesses,
                values,
                more_values,
                cut,
                asked_for,
            } = answer.found;
            (search.found.cut, search.found.asked_for) = (cut, asked_for);
            (search.found.total, search.found.read_as) = (total, read_as);
            (search.found.left_out, search.found.left_out_in) = (left_out, left_out_in);
            search.found.guesses = guesses;
            (search.found.newest_first, search.found.document) = (newest_first, document);
            (search.found.corrected, search.found.apart) = (corrected, apart);
            (search.found.values, search.found.more_values) = (values, more_values);
            search.put_in(hits, &near);
        }
        self.release();
        true
    }

    /// Whether a search has asked and not been answered as yet.
    #[must_use]
    pub fn awaits_answer(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Search(search)) if search.asked.is_some())
    }

    /// Whether what was typed last in the search on top is not answered as yet.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Search(search)) if search.is_searching())
    }

    /// Searches or narrows anew after something was typed.
    pub(super) fn typed(&mut self) {
        match self.layers.last_mut() {
            Some(Layer::Search(_)) => self.ask(true),
            Some(Layer::Help(picker) | Layer::Palette(picker)) => picker.narrow(),
            Some(Layer::Filters(picker) | Layer::Unfilter(picker)) => picker.narrow(),
            Some(Layer::Problems(picker)) => picker.narrow(),
            Some(Layer::Choose(choose)) => choose.picker.narrow(),
            Some(Layer::Past(picker)) => {
                picker.narrow();
                if picker.count() == 0 {
                    self.read_on();
                }
            }
            Some(Layer::Sort(picker)) => picker.narrow(),
            Some(Layer::Agenda(picker)) => picker.narrow(),
            Some(Layer::Elsewhere(picker)) => picker.narrow(),
            Some(Layer::Open(open)) => open.picker.narrow(),
            Some(Layer::Call(picker)) => picker.narrow(),
            Some(Layer::Field(_)) => self.read_field(),
            Some(Layer::Quick(_)) => self.read_quick(),
            Some(Layer::Form(_) | Layer::Clash(_) | Layer::Removal(_)) | None => {}
        }
    }
}
