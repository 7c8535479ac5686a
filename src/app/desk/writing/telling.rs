//! What is said and asked of a change when it is known what became of it.

use super::super::super::{App, Layer};
use super::super::{said, value_of};
use crate::library::Library;
use crate::library::keep::line_back;
use crate::library::keep::told::{record_of, whole};
use crate::library::keep::{ChangeId, Clash, Deed, Done, FieldChange, Line, Sort};
use crate::words::change::changed_after;
use crate::words::{Message, desk as words, keep};

impl App {
    /// Says what became of what. Something undone or done again that is out of sight is gone to, unless
    /// the person is about something else by now.
    pub(super) fn say_done(&mut self, done: &Done, moved_on: bool) {
        let mut said = said::line(&self.shelf.library, &done.line);
        let behind = done.said_behind().into_iter();
        let parted = done.is_parted.then(|| keep::parted(&done.line.file));
        if let Some(half) = self.half_told(&done.line, done.half.as_ref()) {
            said = match done.line.what {
                Deed::Undo | Deed::Redo => words::together(&[half, said]),
                _ => words::together(&[said, half]),
            };
        }
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

    /// What is said of a record that came or went by the same key: `half` is what was turned back with
    /// the line.
    fn half_told(&self, line: &Line, half: Option<&ChangeId>) -> Option<Message> {
        let other = self
            .desk
            .writing
            .turned
            .known
            .line(half.or(line.with.as_ref())?)?;
        let is_whole = other.fields.iter().any(|field| whole(field).is_some());
        let other = match line.what {
            Deed::Undo | Deed::Redo => line_back(other, line.what),
            _ => Line::clone(other),
        };
        is_whole.then(|| said::line(&self.shelf.library, &other))
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
        let was = value_of(old, before, &path);
        if was == theirs {
            return None;
        }
        let place = said::Place::of(library, Some(key));
        let both = [&was, &theirs];
        let [_, value] =
            said::cut_apart(both.map(|value| said::told(place, kind, &path, value.as_ref())));
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
