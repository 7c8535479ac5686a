//! What is said and asked of a change when it is known what became of it.

use std::slice;

use super::super::super::{App, Layer};
use super::super::{said, value_of};
use crate::library::Library;
use crate::library::keep::line_back;
use crate::library::keep::told::{record_of, whole};
use crate::library::keep::{ChangeId, Clash, Deed, Done, FieldChange, Keeper, Line, Sort};
use crate::library::live::record;
use crate::report::PositionStatus;
use crate::words::change::changed_after;
use crate::words::keep::Confirming;
use crate::words::label::Label;
use crate::words::{Message, desk as words, keep, live};

/// So many times it is looked for the history that tells who changed something.
pub(in crate::app::desk) const ASKS: u8 = 10;

/// What stands in a field that was changed after the person did.
pub(super) struct Now {
    file: String,
    /// What the record is called.
    record: Message,
    label: Message,
    value: Message,
    /// With who changed it, where that is known.
    clash: Clash,
}

impl Now {
    fn told(&self) -> Message {
        let who = self.clash.by.as_ref().map(|by| by.who.as_str());
        changed_after(&self.record, &self.label, &self.value, who)
    }
}

impl App {
    /// Says what became of what; and of the record that came or went with it, and was not told by itself. Something undone or done again that is out of sight is gone to, unless
    /// the person is about something else by now.
    pub(super) fn say_done(&mut self, done: &Done, quiet: Option<&Line>, moved_on: bool) {
        let mut said = said::line(&self.shelf.library, self.in_hand(), &done.line);
        let behind = done.said_behind().into_iter();
        let parted = done.is_parted.then(|| keep::parted(&done.line.file));
        let quiet = || {
            let line =
                quiet.filter(|line| line.fields.iter().any(|field| whole(field).is_some()))?;
            Some(said::line(&self.shelf.library, self.in_hand(), line))
        };
        let half = self.half_told(&done.line, done.half.as_ref());
        if let Some(half) = half.or_else(quiet) {
            said = match done.line.what {
                Deed::Undo | Deed::Redo => words::together(&[half, said]),
                _ => words::together(&[said, half]),
            };
        }
        let stage = done.stage.map(|stage| self.stage_left(stage));
        let beside = self
            .call
            .on()
            .filter(|call| record::is_beside(&self.shelf.library, call, &done.line))
            .map(|_| live::NOT_IN_MINUTES.into());
        for more in behind
            .chain(stage)
            .chain(beside)
            .chain(parted)
            .chain(done.late.clone())
        {
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

    /// That a position stays at this stage, though it says something else since, and what can be done.
    fn stage_left(&self, stage: PositionStatus) -> Message {
        let how = match (self.call.on(), stage) {
            (_, PositionStatus::Delivered) => Confirming::Agreeing,
            (Some(_), _) => Confirming::Here,
            (None, _) => Confirming::InACall,
        };
        let [agree, defer] = ["agree", "defer"].map(|key| self.key_of(key));
        keep::stage_left_keys(stage.label(), how, &agree, &defer)
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
        is_whole.then(|| said::line(&self.shelf.library, self.in_hand(), &other))
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

    /// Says what another has changed, unless that is said already; behind what is still to be read.
    pub(in crate::app) fn say_of_another(&mut self, said: Message) {
        let writing = &self.desk.writing;
        // Of the field at the bottom it is told already what another has made of it.
        if self.message.is_some() && self.message == writing.now_told {
            return;
        }
        let unread = self
            .message
            .take_if(|unread| writing.said.as_ref() != Some(unread))
            .filter(|unread| !self.call.is_read(unread));
        let said = match unread {
            Some(unread) => words::together(&[unread, said]),
            None => said,
        };
        self.say_of_writing(said);
    }

    /// Says it, unless something else has been said since that is still to be read; whether it did.
    pub(super) fn say_of_writing(&mut self, said: Message) -> bool {
        let is_free = self.message.is_none() || self.message == self.desk.writing.said;
        if is_free {
            self.desk.writing.said = Some(said.clone());
            self.desk.writing.told = None;
            self.desk.writing.nameless.clear();
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
        let now: Vec<Now> = fields
            .filter_map(|field| self.now(old, line, field))
            .collect();
        self.find_who(now, ASKS);
    }

    /// Looks in the history who changed these fields, and says it with what stands in them now, unless
    /// something else is said by then. Where it is not told who, it is looked again so many times.
    fn find_who(&mut self, mut now: Vec<Now>, asks: u8) {
        if now.is_empty() {
            return;
        }
        let about = self.message.clone();
        let read = move |keeper: &Keeper| {
            for one in &mut now {
                keeper.find_authors(&one.file, slice::from_mut(&mut one.clash));
            }
            now
        };
        self.read_history(read, move |app, now| {
            let writing = &app.desk.writing;
            let is_left = [&about, &writing.now_told].contains(&&app.message);
            if app.message.is_some() && is_left {
                app.say_now(now, asks);
            }
        });
    }

    /// Says what stands in fields now, and who changed each.
    fn say_now(&mut self, now: Vec<Now>, asks: u8) {
        let told: Vec<Message> = now.iter().map(Now::told).collect();
        self.message = None;
        self.say_of_writing(words::together(&told));
        self.desk.writing.now_told = self.message.clone();
        if now.iter().any(|one| one.clash.by.is_none()) {
            self.desk.writing.nameless = now;
            self.ask_for_author(asks);
        }
    }

    /// It is to be looked so many times who changed something.
    pub(in crate::app::desk) fn ask_for_author(&mut self, asks: u8) {
        let writing = &mut self.desk.writing;
        writing.asks = writing.asks.max(asks);
    }

    /// Where it was told that something was changed outside majlis: looks whether the history has come
    /// meanwhile that tells who it was, as it does after the file where another program brings both. Says
    /// whether it is to be looked again, as far as that is known already.
    pub fn look_for_author(&mut self) -> bool {
        let asks = std::mem::take(&mut self.desk.writing.asks);
        let Some(asks) = asks.checked_sub(1) else {
            return false;
        };
        self.look_who(asks);
        let said = &self.desk.writing.said;
        if self.message.is_some() && self.message == *said {
            let now = std::mem::take(&mut self.desk.writing.nameless);
            self.find_who(now, asks);
        }
        self.lacks_author()
    }

    /// Whether it is to be looked who changed what was told to be changed outside majlis.
    #[must_use]
    pub const fn lacks_author(&self) -> bool {
        self.desk.writing.asks > 0
    }

    /// What stands in a field now, of which it is to be said who changed it; none where it is as it was.
    fn now(&self, old: &Library, line: &Line, field: &FieldChange) -> Option<Now> {
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
        Some(Now {
            file: line.file.clone(),
            record: self.called(&record),
            label: said::label(kind, &path),
            value,
            clash: Clash {
                at: field.at.clone(),
                base: field.became.clone(),
                theirs,
                yours: None,
                by: None,
            },
        })
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
