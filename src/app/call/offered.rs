//! The lists of a call: what is decided by a key, which of them take somebody new, and which stays open.

use super::super::picker::Picker;
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

    /// The name that is typed and that the list does not have, and what it may be: of several names the
    /// first. None where nothing comes into the directory by this list.
    pub(in crate::app) fn new_name(&self) -> Option<(&str, &'static [Kind])> {
        let is_of_parties =
            |one: &Choose| matches!(one, Choose::Present(_) | Choose::Ask(_) | Choose::Give(_));
        let typed = self.input.text();
        let (parted, kinds): (&[char], &[Kind]) =
            if self.offers(|one| matches!(one, Choose::Chair(_))) {
                (&[], &[Kind::Person])
            } else if self.offers(is_of_parties) {
                (&PARTED, &[Kind::Body, Kind::Country])
            } else {
                return None;
            };
        let mut names = typed.split(parted).map(str::trim);
        let name = names.find(|name| !name.is_empty())?;
        (self.count() == 0).then_some((name, kinds))
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
}
