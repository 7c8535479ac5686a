//! Changes that are under way: shown at once as they will be, and as they truly are when the writer
//! has told what became of them.

mod call;
mod leaving;
mod shown;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use serde_yaml::Value;

use super::super::act::go;
use super::super::writer::{Added, InStep, Order, Outcome, REMEMBERED, Task, Writer};
use super::super::{App, Layer};
use super::clash::ClashLayer;
use super::{Draft, said};
use crate::library::edit::Edit;
use crate::library::keep::wish::Made;
use crate::library::keep::{Change, Deed, Done, KeepError, Keeper};
use crate::library::live::Act;
use crate::library::{Key, Volume};
use crate::report::Kind;
use crate::report::call::Moment;
use crate::words::{Message, desk as words};

/// The changes under way.
#[derive(Default)]
pub(in crate::app) struct Writing {
    /// None where nothing can be written.
    writer: Option<Box<dyn Writer>>,
    /// Counts the orders.
    orders: u64,
    pending: VecDeque<Pending>,
    /// The files of changes under way as they truly are, by their names.
    truth: HashMap<String, Arc<Volume>>,
    /// The orders that add entries to the directory which the next one is to name, and their ids.
    pub after: Vec<(u64, String)>,
    /// Something was handed over since it was last asked.
    fresh: bool,
    /// The last order that was carried out, and the id of the record that it was about.
    last: Option<(u64, Option<String>)>,
    /// What was said last of what became of a change: something newer may take its place.
    said: Option<Message>,
    /// Counts the keys.
    keys: u64,
    /// When, by that count, the person wanted to leave.
    leaving: Option<u64>,
    /// Questions that wait until nothing is typed.
    clashes: VecDeque<ClashLayer>,
}

/// A change under way.
struct Pending {
    number: u64,
    /// None for an undoing and the like, of which only the history knows.
    change: Option<Change>,
    /// A new report.
    made: Option<Made>,
    /// Something done in the call in progress, and when.
    call: Option<(Act, Moment)>,
    /// The orders before it of which was not known yet what became of them.
    unheard: Vec<u64>,
    back: Back,
    /// The keys when it was handed over.
    keys: u64,
}

/// A kind and a place, and what was filled in for a new record there: each field and its text.
pub(in crate::app) type Unborn = ((Kind, String), Vec<(String, String)>);

/// What comes back where a change is not made.
#[derive(Default)]
pub(in crate::app) struct Back {
    /// What was closed; it is open again where the person has done nothing else since.
    pub layers: Vec<Layer>,
    /// What was typed for fields.
    pub drafts: Vec<((String, String), Draft)>,
    /// What was filled in for a new record.
    pub unborn: Option<Unborn>,
    /// A line that adds a record.
    pub line: Option<String>,
}

impl App {
    /// Has what is changed written by this keeper from now on, each change before the key is done
    /// that makes it.
    pub fn keep_with(&mut self, keeper: Keeper) {
        let keeper = Arc::new(keeper);
        self.desk.writing.writer = Some(Box::new(InStep::new(Arc::clone(&keeper))));
        self.desk.keeper = Some(keeper);
    }

    /// Has another carry out what is changed from now on.
    pub fn write_with(&mut self, start: impl FnOnce(Arc<Keeper>) -> Option<Box<dyn Writer>>) {
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        if let Some(writer) = start(Arc::clone(keeper)) {
            self.desk.writing.writer = Some(writer);
        }
    }

    /// Whether a change is under way.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        !self.desk.writing.pending.is_empty()
    }

    /// Whether something was handed over since it was last asked, and is still under way: it may be
    /// done so soon that one frame is enough.
    pub fn has_handed_over(&mut self) -> bool {
        std::mem::take(&mut self.desk.writing.fresh) && self.is_writing()
    }

    /// Whether the person waits for that, to leave.
    #[must_use]
    pub const fn is_leaving(&self) -> bool {
        self.desk.writing.leaving.is_some()
    }

    /// A key was pressed, or something clicked.
    pub(in crate::app) const fn touched(&mut self) {
        self.desk.writing.keys += 1;
    }

    /// Hands a change over and shows it at once; its number. `back` is what comes back where it is
    /// not made.
    pub(super) fn write(&mut self, change: Change, back: Back) -> Option<u64> {
        self.keeper()?;
        self.foresee(&change);
        let task = Task::Change(change.clone());
        Some(self.hand_over(task, Some(change), back))
    }

    /// Hands over a change for which nothing was typed.
    pub(in crate::app) fn write_now(&mut self, change: Change) {
        self.write(change, Back::default());
    }

    /// Hands over an undoing and the like.
    pub(in crate::app) fn turn(&mut self, task: Task) {
        if self.keeper().is_some() {
            self.hand_over(task, None, Back::default());
        }
    }

    pub(super) fn hand_over(&mut self, task: Task, change: Option<Change>, back: Back) -> u64 {
        let writing = &mut self.desk.writing;
        writing.orders += 1;
        writing.fresh = true;
        let number = writing.orders;
        // What does not name it, after all, does not wait for it.
        let names = |id: &str| change.as_ref().is_some_and(|one| names(one, id));
        let after = writing.after.extract_if(.., |(_, id)| names(id));
        let after: Vec<u64> = after.map(|(order, _)| order).collect();
        writing
            .after
            .retain(|(order, _)| order + REMEMBERED > number);
        let unheard = writing.unheard(&after);
        let made = match &task {
            Task::Make(made) => Some(made.clone()),
            _ => None,
        };
        let order = Order {
            number,
            task,
            after,
            unheard: unheard.clone(),
        };
        writing.pending.push_back(Pending {
            number,
            change,
            made,
            call: None,
            unheard,
            back,
            keys: writing.keys,
        });
        let said = Message::from(words::WRITING);
        self.desk.writing.said = Some(said.clone());
        self.message = Some(said);
        if let Some(writer) = &mut self.desk.writing.writer {
            writer.hand_over(order);
        }
        while self.hear_writer(Duration::ZERO) {}
        number
    }

    /// The id of the record that an order is about, if it was carried out or still may be.
    pub(super) fn id_of_order(&self, number: u64) -> Option<String> {
        let writing = &self.desk.writing;
        let pending = writing.pending.iter().find(|one| one.number == number);
        match (pending, &writing.last) {
            (Some(pending), _) => Some(pending.change.as_ref()?.record.clone()),
            (None, Some((last, id))) if *last == number => id.clone(),
            _ => None,
        }
    }

    /// Takes what became of the next change under way, waiting for it at the longest so long; says
    /// whether something came.
    pub fn hear_writer(&mut self, longest: Duration) -> bool {
        if !self.is_writing() {
            return false;
        }
        let writer = self.desk.writing.writer.as_mut();
        let Some(outcome) = writer.and_then(|writer| writer.outcome(longest)) else {
            return false;
        };
        self.take_outcome(outcome);
        let leaving = self.is_leaving() && !self.is_writing();
        if leaving && self.desk.writing.clashes.is_empty() {
            self.quit();
        }
        true
    }

    fn take_outcome(&mut self, outcome: Outcome) {
        let Outcome {
            number,
            made,
            volume,
            called,
        } = outcome;
        let pending = &mut self.desk.writing.pending;
        let Some(place) = pending.iter().position(|one| one.number == number) else {
            return;
        };
        let Some(pending) = pending.remove(place) else {
            return;
        };
        if let Some(called) = called {
            return self.take_called(called, volume, pending.keys);
        }
        let id = match &made {
            Some(Ok(done)) => Some(done.line.record.clone()),
            _ => None,
        };
        self.desk.writing.last = Some((number, id));
        if let (Some(Ok(done)), Some(change)) = (&made, &pending.change) {
            self.desk
                .writing
                .name_anew(number, &Added::by(change, Some(done)));
        }
        match (&made, &volume) {
            (Some(Ok(done)), None) => self.show_gone(&done.line.file),
            _ => self.show_truth(pending.change.as_ref(), volume),
        }
        match made {
            Some(Ok(done)) => {
                let moved_on = pending.keys != self.desk.writing.keys;
                self.say_done(&done, moved_on);
            }
            Some(Err(KeepError::Conflict(clashes))) => {
                self.desk.writing.leaving = None;
                self.give_back(Back {
                    layers: Vec::new(),
                    ..pending.back
                });
                if let Some(clash) = self.clash(clashes, pending.change.as_ref()) {
                    let later = words::asked_later(clash.record());
                    self.desk.writing.clashes.push_back(clash);
                    if !self.ask_of_clash() {
                        self.message = Some(later);
                    }
                }
            }
            Some(Err(error)) => self.refused(pending, &error),
            None => self.refused(pending, &KeepError::Nothing),
        }
        self.renew_forms();
    }

    /// A change was not made: what was typed is there again, and it is said why, wherever the person
    /// is by now.
    fn refused(&mut self, pending: Pending, error: &KeepError) {
        let says_so_only = matches!(error, KeepError::Unchanged | KeepError::Nothing);
        let moved_on = pending.keys != self.desk.writing.keys;
        let mut said = error.message();
        if let (false, Some(change)) = (says_so_only, &pending.change) {
            self.desk.writing.leaving = None;
            if moved_on {
                let copy = match error.copy() {
                    Some(_) => None,
                    None => self
                        .desk
                        .keeper
                        .as_ref()
                        .and_then(|keeper| keeper.copy(change)),
                };
                said = words::not_made(&change.record, &said);
                if let Some(copy) = copy {
                    said = crate::words::keep::with_copy(&said, &copy.display().to_string());
                }
            }
        }
        if pending.change.is_none() || !matches!(error, KeepError::Unchanged) {
            let mut back = pending.back;
            if !moved_on {
                self.layers.append(&mut back.layers);
                (back.unborn, back.line) = (None, None);
            }
            self.give_back(back);
        }
        // What was said of the order that this one depends on says it all.
        if !(matches!(error, KeepError::Nothing) && pending.change.is_some()) {
            self.desk.writing.said = None;
            self.message = Some(said);
        }
    }

    /// Keeps what was typed for a change that was not made.
    fn give_back(&mut self, back: Back) {
        self.desk.drafts.extend(back.drafts);
        self.desk.unborn.extend(back.unborn);
        if let Some(line) = back.line {
            self.keep_line(&line);
        }
    }

    /// Says what became of what. Something undone or done again that is out of sight is gone to, unless
    /// the person is about something else by now.
    fn say_done(&mut self, done: &Done, moved_on: bool) {
        let mut said = said::line(&self.shelf.library, &done.line);
        if let Some(late) = &done.late {
            said = words::together(&[said, late.clone()]);
        }
        let is_turned = matches!(done.line.what, Deed::Undo | Deed::Redo);
        if is_turned && !moved_on && self.layers.is_empty() && self.recital.is_none() {
            let before = self.message.take();
            if self.lead_to(&done.line.record)
                && let Some(lifted) = self.message.take()
            {
                said = words::together(&[said, lifted]);
            }
            self.message = before;
        }
        self.say_of_writing(said);
    }

    /// Goes to the record with this id, or where it is there no more to the one in which it stood,
    /// unless it is in sight: in hand, or of the item in hand. Says whether it went.
    fn lead_to(&mut self, id: &str) -> bool {
        let library = self.library();
        let stood_in = || library.with_id(id.rsplit_once('/')?.0);
        let Some(there) = library.with_id(id).or_else(stood_in) else {
            return false;
        };
        let item = |key: Key| match library.kind(key) {
            Kind::Item => Some(key),
            _ => library.item_of(key),
        };
        let here = self.in_hand();
        let of_item = here.and_then(item);
        let is_in_sight = here == Some(there) || (of_item.is_some() && of_item == item(there));
        if !is_in_sight {
            go(self, there);
        }
        !is_in_sight
    }

    /// Says it, unless something else has been said since that is still to be read.
    fn say_of_writing(&mut self, said: Message) {
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

impl Writing {
    /// The orders under way whose records the screen shows by the ids that were wished for: a file
    /// in which another has taken the id shows them by the ones that they will get.
    fn unheard(&self, after: &[u64]) -> Vec<u64> {
        let unheard = self.pending.iter().filter(|one| {
            let Some(change) = &one.change else {
                return false;
            };
            let truth = self.truth.get(&change.file);
            let is_taken = truth.is_some_and(|truth| truth.find(&change.record).is_some());
            !is_taken || after.contains(&one.number)
        });
        unheard.map(|one| one.number).collect()
    }

    /// Names what an order added by the ids given, in the changes that were made before it was known.
    fn name_anew(&mut self, number: u64, added: &[Added]) {
        let meant = self.pending.iter_mut();
        for one in meant.filter(|one| one.unheard.contains(&number)) {
            if let Some(change) = &mut one.change {
                for added in added {
                    added.name_in(change);
                }
            }
        }
    }
}

/// Whether what a change writes has this id in it.
fn names(change: &Change, id: &str) -> bool {
    fn has(value: &Value, id: &str) -> bool {
        match value {
            Value::String(text) => text == id,
            Value::Sequence(all) => all.iter().any(|one| has(one, id)),
            Value::Mapping(map) => map.values().any(|one| has(one, id)),
            _ => false,
        }
    }
    change.edits.iter().any(|edit| match edit {
        Edit::Set { value, .. } | Edit::Insert { value, .. } => has(value, id),
        Edit::Remove { .. } | Edit::Move { .. } => false,
    })
}
