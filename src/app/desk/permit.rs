//! Whether what a person wants to change may be written, and why not. All who are to know it ask here; it
//! is answered from what is known by then, for a disk that hangs would hold the screen.

use super::super::{App, Layer};
use super::Desk;
use super::added::place_of_new;
use super::form::FormLayer;
use crate::library::LIVE;
use crate::library::keep::Barred;
use crate::words::{Message, change, desk as words, live};

/// What is to be changed.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) enum Wanted<'a> {
    /// Something of the library.
    Any,
    /// Something in the file of this name, where that is known.
    In(Option<&'a str>),
    /// The call in progress.
    Call,
    /// What was typed for it is handed over: where it cannot be written, a copy of it is kept.
    Typed,
}

impl Desk {
    /// Whether records can be changed at all.
    #[must_use]
    pub fn writes(&self) -> bool {
        let keeper = self.keeper.as_ref();
        keeper.is_some_and(|keeper| keeper.permission().barred().is_none())
    }

    /// Whether this says why something may not be written.
    pub(in crate::app) fn says_why_not(&self, said: Option<&Message>) -> bool {
        said.is_some() && self.refused.as_ref().map(|(why, _)| why) == said
    }

    /// Whether nothing can be changed in this library: the person asked for that, or has no permission.
    #[must_use]
    pub fn reads_only(&self) -> bool {
        let keeper = self.keeper.as_ref();
        keeper.is_some_and(|keeper| keeper.permission().barred().is_some())
    }
}

impl App {
    /// Why something cannot be changed; none where it can, as far as is known.
    fn why_not(&self, wanted: Wanted<'_>) -> Option<Message> {
        let Some(keeper) = &self.desk.keeper else {
            return Some(match wanted {
                Wanted::Call => live::NO_FOLDER.into(),
                _ => change::BUILT_IN.into(),
            });
        };
        let permission = keeper.permission();
        let barred = match wanted {
            Wanted::Any => permission.why_not(None),
            Wanted::In(file) => permission.why_not(file),
            Wanted::Call => permission.why_not(Some(LIVE)),
            Wanted::Typed => keeper.only_reads().then(|| Barred::Asked.message()),
        };
        let loads = self.loading.is_some() && !matches!(wanted, Wanted::Call);
        barred.or_else(|| loads.then(|| words::STILL_LOADING.into()))
    }

    /// Whether a person may change something; else it is said why not, and looked anew for the next key:
    /// permission is given while a library is open.
    pub(in crate::app) fn may(&mut self, wanted: Wanted<'_>) -> bool {
        let why = self.why_not(wanted);
        let may = why.is_none();
        if !may {
            let file = match wanted {
                Wanted::In(file) => file.map(str::to_owned),
                Wanted::Call => Some(LIVE.to_owned()),
                Wanted::Any | Wanted::Typed => None,
            };
            self.desk.refused = why.clone().map(|why| (why, file));
            self.message = why;
            if let Some(writer) = &mut self.desk.writing.writer {
                writer.look();
            }
        }
        may
    }

    /// What may be written is known anew: that it may not is not said any longer where it may.
    pub fn mind_permission(&mut self) {
        let Some((why, file)) = &self.desk.refused else {
            return;
        };
        if self.message.as_ref() == Some(why) && self.why_not(Wanted::In(file.as_deref())).is_none()
        {
            self.desk.refused = None;
            self.message = Some(change::MAY_NOW.into());
        }
    }

    /// Says of what was opened why it can be read and no more, where that is so; before what else there is
    /// to say of it.
    pub(super) fn tell_if_read(&mut self, wanted: Wanted<'_>) -> bool {
        let said = self.message.take();
        let may = self.may(wanted);
        self.message = match (self.message.take(), said) {
            (Some(why), Some(said)) => Some(words::together(&[why, said])),
            (why, said) => why.or(said),
        };
        !may
    }

    /// Whether the form of something new is opened: where nothing can be written, one in which something was
    /// typed before, to be read; else it is said why not.
    pub(super) fn opens_new(&mut self, form: &FormLayer) -> bool {
        let place = place_of_new(form);
        let is_kept = place.is_some_and(|place| self.desk.unborn.contains_key(&place));
        is_kept || self.may(Wanted::Any)
    }

    /// Whether the text of the layer on top may be changed. One that was opened to be read says why not, as
    /// long as it cannot be written.
    pub(in crate::app) fn may_type(&mut self) -> bool {
        let file = match self.layers.last() {
            Some(Layer::Field(field)) if field.reads => field.target.file.clone(),
            Some(Layer::Quick(quick)) if quick.reads => None,
            _ => return true,
        };
        let may = self.may(Wanted::In(file.as_deref()));
        match self.layers.last_mut() {
            Some(Layer::Field(field)) => field.reads = !may,
            Some(Layer::Quick(quick)) => quick.reads = !may,
            _ => {}
        }
        may
    }
}
