//! Layers on top of the board: search, help, commands, filters, problems. Only the topmost one has
//! the keys; what lies under it stays as it was.

mod search;

use crate::report::Kind;

use super::App;
use super::command::Command;
use super::desk::clash::ClashLayer;
use super::desk::field::{ChooseLayer, FieldLayer};
use super::desk::form::FormLayer;
use super::desk::new_report::Agenda;
use super::desk::past::Past;
use super::desk::quick::QuickLayer;
use super::desk::removal::RemovalLayer;
use super::input::Input;
use super::open::OpenLayer;
use super::picker::Picker;
use super::scope::Filter;
use super::seen::VersionsSeen;

pub use search::SearchLayer;

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
            Self::Call(picker) => usize::from(picker.current().is_some()),
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
