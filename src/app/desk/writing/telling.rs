//! What is said and asked of a change when it is known what became of it.

use super::super::super::{App, Layer};
use super::super::said;
use crate::library::keep::{Deed, Done};
use crate::words::{Message, desk as words, keep};

impl App {
    /// Says what became of what. Something undone or done again that is out of sight is gone to, unless
    /// the person is about something else by now.
    pub(super) fn say_done(&mut self, done: &Done, moved_on: bool) {
        let mut said = said::line(&self.shelf.library, &done.line);
        let behind = done.said_behind().into_iter();
        let parted = done.is_parted.then(|| keep::parted(&done.line.file));
        for more in behind.chain(parted).chain(done.late.clone()) {
            said = words::together(&[said, more]);
        }
        let is_turned = matches!(done.line.what, Deed::Undo | Deed::Redo);
        if is_turned && !moved_on {
            let lifted = self.lead_to_turned(&done.line.record);
            said = words::with(said, lifted);
        }
        self.say_of_writing(said);
    }

    /// Goes to a record that is undone or done again, where it is out of sight and nothing is open; what
    /// is to be said of that.
    pub(super) fn lead_to_turned(&mut self, record: &str) -> Option<Message> {
        // On a call the item in hand stays on the screen: it is said what was undone.
        let stays = self.shows_item_of_call();
        if stays || !self.layers.is_empty() || self.recital.is_some() {
            return None;
        }
        let before = self.message.take();
        let went = self.lead_to(record);
        let lifted = self.message.take().filter(|_| went);
        self.message = before;
        lifted
    }

    /// Says it, unless something else has been said since that is still to be read.
    pub(super) fn say_of_writing(&mut self, said: Message) {
        if self.message.is_none() || self.message == self.desk.writing.said {
            self.desk.writing.said = Some(said.clone());
            self.message = Some(said);
        }
    }

    /// Asks a question that waits, unless something is being typed; says whether it did.
    pub(in crate::app) fn ask_of_clash(&mut self) -> bool {
        if self.desk.writing.clashes.is_empty() {
            return false;
        }
        let types = self
            .layers
            .last_mut()
            .is_some_and(|layer| layer.input_mut().is_some());
        let asks = matches!(self.layers.last(), Some(Layer::Clash(_)));
        if types || asks {
            return false;
        }
        if let Some(clash) = self.desk.writing.clashes.pop_front() {
            self.message = None;
            self.layers.push(Layer::Clash(clash));
        }
        true
    }
}
