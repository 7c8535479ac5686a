//! The lists of a call: what is decided by a key, which of them take somebody new, and which stays open.

use super::super::desk::names::plain;
use super::super::picker::{Choice, Picker};
use super::super::quick::PARTED;
use super::super::{App, Layer};
use super::Choose;
use crate::report::{Kind, PositionStatus};
use crate::words::{Message, desk, ui};

/// What is decided by one key on a position, or on an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It is agreed.
    Agreed,
    /// It is put off.
    Deferred,
    /// The position was delivered.
    Delivered,
}

impl Decision {
    /// The status that a position gets by it.
    #[must_use]
    pub const fn status(self) -> PositionStatus {
        match self {
            Self::Agreed => PositionStatus::Agreed,
            Self::Deferred => PositionStatus::Deferred,
            Self::Delivered => PositionStatus::Delivered,
        }
    }
}

impl Picker<Choose> {
    /// Whether it stays open after what is chosen, which is done at once.
    #[must_use]
    pub fn stays(&self) -> bool {
        self.offers(|one| matches!(one, Choose::Present(_)))
    }

    /// The name that is typed and can come into the directory, and what it may be: of several names the first
    /// that is not known. None where nothing comes into the directory by this list, or somebody is called so.
    pub(in crate::app) fn new_name(&self) -> Option<(&str, &'static [Kind])> {
        let (several, kinds): (_, &[Kind]) = if self.offers(|one| matches!(one, Choose::Chair(_))) {
            (false, &[Kind::Person])
        } else if self.offers(|one| matches!(one, Choose::Give(_))) {
            (false, &[Kind::Person, Kind::Body, Kind::Country])
        } else if self.offers(|one| matches!(one, Choose::Present(_) | Choose::Ask(_))) {
            (true, &[Kind::Person, Kind::Body, Kind::Country])
        } else {
            return None;
        };
        let first = self.shown().next();
        let name = match first.map(|choice| &choice.value) {
            Some(Choose::Arrive(all) | Choose::Ask(all)) if self.has_typed() => {
                all.unknown.first().map(String::as_str)
            }
            _ if first.is_some_and(|one| self.is_whole(one)) => None,
            _ => {
                let parted: &[char] = if several { &PARTED } else { &[] };
                let mut names = self.input.text().split(parted).map(str::trim);
                names.find(|name| !name.is_empty())
            }
        }?;
        Some((name, kinds))
    }

    /// Whether those who are named in it are heard for their countries.
    #[must_use]
    pub(in crate::app) fn hears(&self) -> bool {
        self.offers(|one| matches!(one, Choose::Present(_) | Choose::Ask(_) | Choose::Give(_)))
    }

    /// Whether a choice is called as a whole what is typed.
    fn is_whole(&self, choice: &Choice<Choose>) -> bool {
        let typed = plain(self.input.text());
        let id = choice
            .aside
            .trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let names = [&choice.name.ar, &choice.name.en, id];
        names.into_iter().any(|name| plain(name) == typed)
    }
}

impl App {
    /// What stands where a list of the call has nothing of what is typed.
    #[must_use]
    pub fn none_in_call(&self) -> Message {
        let nothing = Message::from(ui::NOTHING_TO_CHOOSE);
        match self.layer() {
            Some(Layer::Call(picker)) if picker.new_name().is_some() && self.desk.writes() => {
                desk::together(&[nothing, desk::CAN_BE_ADDED.into()])
            }
            _ => nothing,
        }
    }

    /// What is said below a list of the call of the name that is typed there: that it can come into the
    /// directory. Where the list has nothing of it, [that](Self::none_in_call) is said instead.
    #[must_use]
    pub fn new_in_call(&self) -> Option<Message> {
        match self.layer() {
            Some(Layer::Call(picker)) if picker.count() > 0 && self.desk.writes() => {
                let (name, _) = picker.new_name()?;
                Some(desk::adds_name(name))
            }
            _ => None,
        }
    }
}
