//! What is said and asked of a change when it is known what became of it.

use super::super::super::{App, Layer};
use super::super::{said, value_of};
use crate::library::Library;
use crate::library::keep::told::record_of;
use crate::library::keep::{Clash, Deed, Done, FieldChange, Line, Sort};
use crate::words::change::changed_after;
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
        if self.say_of_writing(said) {
            self.desk.writing.told = Some(done.line.clone());
        }
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

    /// Says it, unless something else has been said since that is still to be read; whether it did.
    pub(super) fn say_of_writing(&mut self, said: Message) -> bool {
        let is_free = self.message.is_none() || self.message == self.desk.writing.said;
        if is_free {
            self.desk.writing.said = Some(said.clone());
            self.desk.writing.told = None;
            self.message = Some(said);
        }
        is_free
    }

    /// Another may have changed a field of which the line at the bottom tells: then it tells who did, and
    /// what stands there now. `old` is the state of the library before.
    pub(in crate::app) fn correct_said(&mut self, old: &Library) {
        let writing = &self.desk.writing;
        let Some(line) = &writing.told else { return };
        if self.message.is_none() || self.message != writing.said {
            return;
        }
        let is_set = |field: &&FieldChange| field.sort == Sort::Set;
        let fields = line.fields.iter().filter(is_set);
        let now: Vec<Message> = fields
            .filter_map(|field| self.now(old, line, field))
            .collect();
        if !now.is_empty() {
            self.message = None;
            self.say_of_writing(words::together(&now));
        }
    }

    /// What stands in a field now, and who changed it since; none where it is as it was.
    fn now(&self, old: &Library, line: &Line, field: &FieldChange) -> Option<Message> {
        let library = self.library();
        let record = record_of(line, &field.at);
        let (before, key) = (old.with_id(&record)?, library.with_id(&record)?);
        let kind = library.kind(key);
        let path = said::path_in(Some(kind), &field.at);
        let theirs = value_of(library, key, &path);
        if value_of(old, before, &path) == theirs {
            return None;
        }
        let place = said::Place::of(library, Some(key));
        let value = said::cut(&said::told(place, kind, &path, theirs.as_ref()));
        let mut one = [Clash {
            at: field.at.clone(),
            base: field.became.clone(),
            theirs,
            yours: None,
            by: None,
        }];
        if let Some(keeper) = &self.desk.keeper {
            keeper.find_authors(&line.file, &mut one);
        }
        let [one] = one;
        let who = one.by.map(|by| by.who);
        let label = said::label(kind, &path);
        Some(changed_after(&record, &label, &value, who.as_deref()))
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
