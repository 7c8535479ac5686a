//! Changes that are under way: shown at once as they will be, and as they truly are when the writer
//! has told what became of them.

mod acted;
mod back;
mod call;
mod leading;
pub(super) mod leaving;
mod looked;
pub(super) mod next;
mod pending;
mod refused;
mod shown;
pub(super) mod stack;
pub(super) mod telling;
mod turned;
mod under_way;
mod whole;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use super::super::writer::{InStep, Names, Order, Outcome, Task, Writer, turned_by};
use super::super::{App, reader};
use super::clash::ClashLayer;
use super::permit::Wanted;
use crate::library::Volume;
use crate::library::edit::{Edit, Step};
use crate::library::keep::{Change, KeepError, Keeper};
use crate::words::{Message, desk as words};

pub(in crate::app) use back::{Back, Unborn};
use looked::Turned;
use pending::{Pending, names};
use stack::Effect;
use whole::Whole;

/// The changes under way.
#[derive(Default)]
pub(in crate::app) struct Writing {
    /// None where nothing can be written.
    pub(super) writer: Option<Box<dyn Writer>>,
    /// Counts the orders.
    pub(super) orders: u64,
    pending: VecDeque<Pending>,
    /// The files of changes under way as they truly are, by their names.
    truth: BTreeMap<String, Arc<Volume>>,
    /// What the orders under way add, and those that they may mean.
    names: Names,
    /// By which full ids the screen shows what the orders under way add.
    standing: BTreeMap<u64, Vec<Option<String>>>,
    /// The orders that add entries to the directory which others are to name, and their ids; those
    /// that are not known to have been carried out.
    pub after: Vec<(u64, String)>,
    /// Something was handed over since it was last asked.
    fresh: bool,
    /// The last order that was carried out, and the id of the record that it was about.
    last: Option<(u64, Option<String>)>,
    /// What can be undone and done again.
    turned: Turned,
    /// What one did in the call.
    acted: acted::Acted,
    /// What was said last of what became of a change: something newer may take its place.
    said: Option<Message>,
    /// The change of which that tells.
    told: Option<crate::library::keep::Line>,
    /// What it tells of fields that others have changed since, and how often it is to be looked still who
    /// that was.
    nameless: Vec<telling::Now>,
    asks: u8,
    /// What was said last of a field that another has changed since.
    now_told: Option<Message>,
    /// The next order is undone and done again with this one, and nothing is said of it.
    pub(super) with: Option<u64>,
    /// It is told all the same.
    pub(super) tells: bool,
    /// What was turned back last and goes with what is told next.
    quiet_half: Option<crate::library::keep::Line>,
    /// The next order turns back what one key made together with what this one turns back.
    half: Option<u64>,
    /// The file that comes with the next order, or goes.
    pub(super) whole: Option<Whole>,
    /// Files that came or went: they may come back.
    files: Vec<Arc<Volume>>,
    /// Nothing is said of the next order.
    pub(super) is_quiet: bool,
    /// Counts the keys.
    keys: u64,
    /// The key, by that count, that waits until it is known what is undone next.
    next_asked: Option<u64>,
    /// When, by that count, the person wanted to leave.
    leaving: Option<u64>,
    /// Questions that wait until nothing is typed.
    pub(super) clashes: VecDeque<ClashLayer>,
}

impl App {
    /// Has what is changed written by this keeper from now on, each change before the key is done
    /// that makes it.
    pub fn keep_with(&mut self, keeper: Keeper) {
        keeper.know_folder();
        let keeper = Arc::new(keeper);
        self.desk.writing.writer = Some(Box::new(InStep::new(Arc::clone(&keeper))));
        let reader = reader::InStep::new(Arc::clone(&keeper));
        self.desk.keeper = Some(keeper);
        self.read_with(|_| Some(Box::new(reader)));
    }

    /// Has another carry out what is changed from now on.
    pub fn write_with(&mut self, start: impl FnOnce(Arc<Keeper>) -> Option<Box<dyn Writer>>) {
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        if let Some(writer) = start(Arc::clone(keeper)) {
            self.desk.writing.writer = Some(writer);
            self.desk.writing.turned = Turned::default();
            self.look_back();
        }
    }

    /// Whether a change is under way.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        !self.desk.writing.pending.is_empty()
    }

    /// Whether what the position with this full id says is being changed, so that the history does not tell of
    /// it as yet.
    pub(in crate::app) fn is_being_reworded(&self, id: &str) -> bool {
        let is_stage = |edit: &Edit| edit.at().0.last() == Some(&Step::Key("status".to_owned()));
        let pending = self.desk.writing.pending.iter();
        let mut changes = pending.filter_map(|one| one.handed.as_ref());
        changes.any(|change| change.record == id && !change.edits.iter().all(is_stage))
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
    pub(in crate::app) fn touched(&mut self) {
        self.desk.writing.keys += 1;
        // What is typed in a layer leaves nothing.
        if self.layers.is_empty() {
            self.lost = None;
        }
    }

    /// Hands a change over and shows it at once; its number. `back` is what comes back where it is
    /// not made.
    pub(super) fn write(&mut self, mut change: Change, back: Back) -> Option<u64> {
        if !self.may(Wanted::Typed) {
            return None;
        }
        let is_shown = self.foresee(&mut change);
        let task = Task::Change(change.clone());
        Some(self.hand_over(task, Some((change, is_shown)), back))
    }

    /// Hands over a change for which nothing was typed.
    pub(in crate::app) fn write_now(&mut self, change: Change) {
        self.write(change, Back::default());
    }

    /// Hands over what is to be written; a change, and whether the screen shows it.
    pub(super) fn hand_over(
        &mut self,
        task: Task,
        change: Option<(Change, bool)>,
        back: Back,
    ) -> u64 {
        let library = &self.shelf.library;
        let writing = &mut self.desk.writing;
        writing.orders += 1;
        writing.fresh = true;
        let number = writing.orders;
        let (change, is_shown) = change.map_or((None, false), |(one, shown)| (Some(one), shown));
        // What does not name it, after all, does not wait for it. Where it was not added, another's
        // of that id is meant once there is one.
        let effect = Effect::of(&task);
        let means = |(order, id): &&(u64, String)| {
            let change = change.as_ref().filter(|_| !effect.goes_back());
            change.is_some_and(|one| names(one, id))
                && (writing.is_pending(*order) || library.with_id(id).is_none())
        };
        let after: Vec<_> = writing.after.iter().filter(means).cloned().collect();
        let unheard = writing.unheard(&after);
        if let Some(change) = &change {
            writing.names.adds(number, change);
        }
        if effect == Effect::Change {
            writing.acted.goes_on();
        }
        let before = writing.order_before(&effect);
        let after = after.into_iter().map(|(order, _)| order);
        let with = writing.with.take();
        let tells = std::mem::take(&mut writing.tells);
        let is_quiet = std::mem::take(&mut writing.is_quiet) || with.is_some() && !tells;
        let after = after.chain(before).chain(with).collect();
        let made = match &task {
            Task::Make(made) => Some(made.clone()),
            _ => None,
        };
        let turns = task.turns().cloned();
        let answered = match &task {
            Task::AllTheSame(.., answered) => answered.clone(),
            _ => Vec::new(),
        };
        let meant = match effect {
            Effect::Undo | Effect::Redo => turns.clone(),
            _ => None,
        };
        let order = Order {
            number,
            task,
            after,
            unheard: unheard.clone(),
            with,
        };
        if is_shown {
            let full = writing.names.full(number);
            writing.standing.insert(number, full);
        }
        writing.pending.push_back(Pending {
            number,
            // What is undone is called in the history as it is called now.
            unheard: match effect.goes_back() {
                true => Vec::new(),
                false => unheard,
            },
            effect,
            handed: change.clone(),
            change,
            turns,
            meant,
            after: before,
            with,
            with_line: None,
            half: writing.half.take(),
            whole: writing.whole.take(),
            answered,
            is_quiet,
            is_cancelled: false,
            is_shown,
            stands: Vec::new(),
            made,
            call: None,
            back,
            keys: writing.keys,
        });
        if !is_quiet {
            let said = Message::from(words::WRITING);
            self.desk.writing.said = Some(said.clone());
            self.message = Some(said);
        }
        if let Some(writer) = &mut self.desk.writing.writer {
            writer.hand_over(order);
        }
        self.show_wholes();
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
        // What is only looked for is not waited for.
        let longest = match (self.is_writing(), self.desk.writing.turned.looks) {
            (false, 0) => return false,
            (false, _) => Duration::ZERO,
            (true, _) => longest,
        };
        let writer = self.desk.writing.writer.as_mut();
        let Some(outcome) = writer.and_then(|writer| writer.outcome(longest)) else {
            return false;
        };
        self.take_outcome(outcome);
        self.note_typing();
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
            turns,
        } = outcome;
        if let Some(turns) = turns {
            return self.take_turns(turns);
        }
        let pending = &mut self.desk.writing.pending;
        let Some(place) = pending.iter().position(|one| one.number == number) else {
            return;
        };
        let Some(pending) = pending.remove(place) else {
            return;
        };
        if let Some(called) = called {
            if called.line.is_none() {
                self.desk.writing.in_vain(number);
            }
            return self.take_called(called, volume, (number, pending.keys));
        }
        if let Effect::Pass(_) = pending.effect {
            return self.take_passed(made);
        }
        let id = match &made {
            Some(Ok(done)) => Some(done.line.record.clone()),
            _ => None,
        };
        self.desk.writing.last = Some((number, id));
        let done = made.as_ref().and_then(|made| made.as_ref().ok());
        for (was, now) in done.iter().flat_map(|done| done.line.renamed()) {
            self.desk.writing.acted.rename(&was, &now);
        }
        let (is_turn, is_quiet) = (pending.effect.is_turn(), pending.is_quiet);
        if let (Some(formed), Some(done)) = (&mut self.desk.formed, done) {
            formed.told(number, &done.line.id);
        }
        let is_otherwise = match &made {
            Some(Ok(done)) => is_turn && !pending.is_foreseen_in(done),
            Some(Err(KeepError::Nothing(_))) => pending.turns.is_some(),
            Some(Err(KeepError::Another | KeepError::Passed { .. })) => true,
            _ => false,
        };
        if let Some(Err(KeepError::Passed { line, .. })) = &made {
            self.desk.writing.turned.known.told(line);
        }
        let others_too = done.is_none() && self.desk.writing.in_vain(number);
        let (is_renamed, was) = self.has_become(&pending, done);
        let is_there = volume.is_some();
        match (done, volume) {
            (Some(done), None) => self.show_gone(&done.line.file),
            (Some(done), volume)
                if pending
                    .change
                    .as_ref()
                    .is_some_and(|one| one.file != done.line.file) =>
            {
                self.show_truth(None, volume);
                self.show_truth(pending.change.as_ref(), None);
            }
            (_, volume) => self.show_truth(pending.change.as_ref(), volume),
        }
        if let (None, false, Some(whole)) = (done, is_there, &pending.whole) {
            self.show_gone(whole.file());
        }
        if is_renamed || others_too || pending.whole.is_some() {
            self.show_pending();
        }
        self.desk.writing.forget_names();
        if let (Some(was), Some(done)) = (was, done) {
            self.rename_entry(&was, &done.line.record);
            self.rename_in_call(&was, &done.line.record);
        }
        match made {
            Some(Ok(done)) => {
                let moved_on = pending.keys != self.desk.writing.keys;
                // What is made with another change is told by that one.
                let half = self.desk.writing.quiet_half.take();
                if is_quiet {
                    self.desk.writing.quiet_half = is_turn.then(|| done.line.clone());
                } else {
                    let half = half.filter(|half| half.with.is_some() && half.with == done.line.of);
                    self.say_done(&done, half.as_ref(), moved_on);
                }
                self.turn_half(&done, pending.answered);
            }
            Some(Err(KeepError::Conflict(conflict))) => {
                self.desk.writing.leaving = None;
                self.back_to_removed(&pending);
                let clash = self.clash(*conflict, pending.typed());
                self.give_back(pending.back, pending.keys);
                let later = words::asked_later(clash.record());
                self.desk.writing.clashes.push_back(clash);
                if !self.ask_of_clash() {
                    self.message = Some(later);
                }
            }
            Some(Err(error)) => self.refused(pending, &error),
            None => {
                let nothing = KeepError::Nothing(pending.effect.deed());
                self.refused(pending, &nothing);
            }
        }
        self.renew_forms();
        self.renew_past();
        self.mind_turns(is_otherwise, is_turn);
    }
}
