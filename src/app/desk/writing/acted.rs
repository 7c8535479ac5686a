//! Taking back what one did in the call, and doing it again: in its turn with the changes of records,
//! so that what was done last is undone first.

use std::time::Duration;

use super::super::super::App;
use super::stack::{Effect, Name};
use super::{Writing, turned_by};
use crate::library::keep::{ChangeId, Line};
use crate::library::live::{Act, Turn};
use crate::report::call::Call;
use crate::words::{Message, desk as words, live, removal};

/// What one did in the call, as far as it can be taken back or done again.
#[derive(Default)]
pub(super) struct Acted {
    /// In the order in which it was done first; what is undone comes behind all the rest.
    steps: Vec<Step>,
    /// Orders to turn something that was refused itself: why is told already.
    vain: Vec<u64>,
}

/// Something that was done in the call.
pub(super) struct Step {
    /// The order that did it first.
    act: u64,
    /// Those that took it back and did it again since, the last one last.
    turns: Vec<u64>,
    /// From the call before it to the call after it.
    turn: Turn,
    /// What was said when it was done.
    said: Message,
    is_undone: bool,
    /// The last change of a record that could be undone then: what is undone before it came later.
    behind: Option<Name>,
    /// Whether that was known then.
    is_known: bool,
    /// The first change that was made after it, where it was not.
    ahead: Option<ChangeId>,
}

/// What is to be said where something in the call was refused.
pub(super) enum Refusal {
    /// Why it was.
    Why,
    /// That the call has gone on otherwise than this step needs, and whether that was to be taken back.
    GoneOn(Box<Step>, bool),
    /// Nothing: it is said already.
    Nothing,
}

impl App {
    /// Something was done in the call by this order, and what was said of it.
    pub(super) fn has_acted(&mut self, order: u64, turn: Turn, said: Message) {
        if turn.is_empty() {
            return;
        }
        let writing = &mut self.desk.writing;
        let step = Step {
            act: order,
            turns: Vec::new(),
            turn,
            said,
            is_undone: false,
            behind: writing.would_turn(&Effect::Undo),
            is_known: writing.turned.is_heard,
            ahead: None,
        };
        writing.acted.goes_on();
        writing.acted.steps.push(step);
    }

    /// Takes back what one did in the call, where that was done last; says whether it was that. Where
    /// the call has gone on from there, it stays, and that is said before anything older is undone.
    pub(super) fn undo_act(&mut self) -> bool {
        self.turn_next_act(true)
    }

    /// Does again what one took back in the call, where that is next; says whether it was.
    pub(super) fn redo_act(&mut self) -> bool {
        self.turn_next_act(false)
    }

    /// Before the call itself goes it is asked.
    fn turn_next_act(&mut self, is_back: bool) -> bool {
        let Some((at, step)) = self.next_act(is_back) else {
            return false;
        };
        let (act, turn) = (step.act, step.turned(is_back));
        match turn.to.is_none() && turn.fits(self.call.state.call()) {
            true => self.ask_of_call(act, is_back),
            false => self.turn_act(at, is_back),
        }
        true
    }

    /// Takes the beginning of the call back, or its end does again, by one who was asked: what this order
    /// did.
    pub(in crate::app::desk) fn turn_call_away(&mut self, act: u64, is_back: bool) {
        match self.next_act(is_back).filter(|(_, step)| step.act == act) {
            Some((at, _)) => self.turn_act(at, is_back),
            None => self.message = Some(removal::NOT_NEXT.into()),
        }
    }

    /// What one did in the call that is taken back or done again next, and where it stands among all; none
    /// where it is the turn of a change of a record.
    fn next_act(&self, is_back: bool) -> Option<(usize, &Step)> {
        let newest = self.desk.writing.would_turn(&Effect::Undo);
        let steps = &self.desk.writing.acted.steps;
        let at = match is_back {
            true => steps.iter().rposition(|step| !step.is_undone),
            false => steps.iter().position(|step| step.is_undone),
        }?;
        let next = steps.get(at).filter(|step| match is_back {
            true => newest <= step.behind,
            false => newest >= step.behind,
        });
        Some((at, next?))
    }

    /// Takes a step back, or does it again.
    fn turn_act(&mut self, at: usize, is_back: bool) {
        let Some(step) = self.desk.writing.acted.steps.get(at) else {
            return;
        };
        let turn = step.turned(is_back);
        let said = match (is_back, &step.turn.from) {
            (true, Some(_)) => words::undone(&step.said),
            (true, None) => words::undone(&live::NOT_BEGUN.into()),
            (false, _) => words::redone(&step.said),
        };
        if !turn.fits(self.call.state.call()) {
            let step = self.desk.writing.acted.steps.remove(at);
            return self.call_has_gone_on(&step, is_back);
        }
        // Who takes back what was taken up goes along.
        self.call.detached = false;
        let order = self.order_in_call(Act::Turn(Box::new(turn)), said);
        let step = self.desk.writing.acted.steps.get_mut(at);
        if let (Some(order), Some(step)) = (order, step) {
            step.is_undone = is_back;
            step.turns.push(order);
        }
        while self.hear_writer(Duration::ZERO) {}
    }

    /// The call does not stand so that this step can be taken back, or done again: that is said. What of the
    /// steps before it cannot be taken back either is forgotten.
    pub(super) fn call_has_gone_on(&mut self, step: &Step, is_back: bool) {
        let key = self.key_of("undo-change");
        let call = self.call.state.call();
        let steps = &mut self.desk.writing.acted.steps;
        self.message = Some(match (call, is_back) {
            (Some(call), true) => {
                let mut state = Some(call.clone());
                let mut kept = Vec::new();
                for step in std::mem::take(steps).into_iter().rev() {
                    let back = step.turned(true).on(state.as_ref());
                    if step.is_undone {
                        kept.push(step);
                    } else if let Some(before) = back {
                        state = before;
                        kept.push(step);
                    }
                }
                kept.reverse();
                *steps = kept;
                live::gone_on(step.turn.from.as_ref().map(|_| &step.said), &key)
            }
            (Some(_), false) => live::not_again(&step.said),
            (None, _) => {
                steps.clear();
                live::is_over(&key)
            }
        });
    }

    /// Something in the call was refused: what was done on top of it is done on what stands there now,
    /// and what was to turn it cannot.
    pub(super) fn settle_acts(&mut self) {
        let mut state = self.call.truth.state.clone();
        let writing = &mut self.desk.writing;
        for one in &writing.pending {
            let Some((act, now)) = &one.call else {
                continue;
            };
            match act.foreseen(&state, *now) {
                Some(next) => {
                    let mut steps = writing.acted.steps.iter_mut();
                    if let Some(step) = steps.find(|step| step.act == one.number) {
                        step.turn = Turn {
                            from: state.call().cloned(),
                            to: next.call().cloned(),
                        };
                    }
                    state = next;
                }
                None if matches!(act, Act::Turn(_)) => writing.acted.vain.push(one.number),
                None => {}
            }
        }
    }
}

impl Step {
    /// The way back, or the same way again.
    fn turned(&self, is_back: bool) -> Turn {
        match is_back {
            true => self.turn.clone().back(),
            false => self.turn.clone(),
        }
    }
}

impl Acted {
    /// A change of a record was made: what was taken back before it is not done again.
    pub(super) fn goes_on(&mut self) {
        self.steps.retain(|step| !step.is_undone);
    }

    /// What was to be done by this order was not written, and the call stands like this.
    pub(super) fn was_refused(&mut self, order: u64, call: Option<&Call>) -> Refusal {
        let is_vain = self.vain.contains(&order);
        self.vain.retain(|vain| *vain != order);
        if let Some(at) = self.steps.iter().position(|step| step.act == order) {
            // There is nothing of it to take back.
            self.vain.extend(self.steps.remove(at).turns);
            return Refusal::Why;
        }
        let has_turn = |step: &Step| step.turns.contains(&order);
        let at = self.steps.iter().position(has_turn);
        let Some((at, step)) = at.and_then(|at| Some((at, self.steps.get_mut(at)?))) else {
            return match is_vain {
                true => Refusal::Nothing,
                false => Refusal::Why,
            };
        };
        let (is_before, is_after) = (step.turn.fits(call), step.turn.clone().back().fits(call));
        if step.turns.last() == Some(&order) {
            step.is_undone = match (is_before, is_after) {
                (true, _) => true,
                (_, true) => false,
                _ => !step.is_undone,
            };
        }
        step.turns.retain(|turn| *turn != order);
        match (is_vain, is_before || is_after) {
            (true, _) => Refusal::Nothing,
            (false, true) => Refusal::Why,
            (false, false) => {
                let step = self.steps.remove(at);
                // It stands as it did before it was refused.
                let is_back = !step.is_undone;
                Refusal::GoneOn(Box::new(step), is_back)
            }
        }
    }

    /// A record is called otherwise from now on, and so is it in the call.
    pub(super) fn rename(&mut self, was: &str, now: &str) {
        let turns = self.steps.iter_mut().map(|step| &mut step.turn);
        let calls = turns.flat_map(|turn| turn.from.iter_mut().chain(&mut turn.to));
        calls.for_each(|call| call.rename(was, now));
    }

    /// The call is over: nothing in it is taken back.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    fn steps(&mut self) -> impl Iterator<Item = &mut Step> {
        self.steps.iter_mut()
    }
}

impl Writing {
    /// A line was written for an order: what was done behind that is behind its change.
    pub(super) fn acted_behind(&mut self, number: u64, line: &Line) {
        let of = turned_by(line);
        let after = self.acted.steps().filter(|step| step.act < number);
        for step in after.filter(|step| !step.is_known) {
            step.ahead.get_or_insert_with(|| of.clone());
        }
        self.put_behind(number, Some(Name::Line(of.clone())));
    }

    /// An order was not carried out, or it was not known what could be undone: what was done behind
    /// that is behind the last change that there is.
    pub(super) fn acted_behind_none(&mut self, number: Option<u64>) {
        let known = &self.turned.known;
        let newest = known.undo().last();
        let newest = newest.map(|(id, _)| Name::Line(id.clone()));
        match number {
            Some(number) => self.put_behind(number, newest),
            None => {
                for step in self.acted.steps().filter(|step| !step.is_known) {
                    step.is_known = true;
                    if step.behind.is_none() {
                        let is_older = |id: &ChangeId| step.ahead.as_ref().is_none_or(|at| id < at);
                        let older = known.undo().filter(|(id, _)| is_older(id)).last();
                        step.behind = older.map(|(id, _)| Name::Line(id.clone()));
                    }
                }
            }
        }
    }

    fn put_behind(&mut self, number: u64, name: Option<Name>) {
        let of_it = |step: &&mut Step| step.behind == Some(Name::Order(number));
        let steps = self.acted.steps().filter(of_it);
        steps.for_each(|step| step.behind.clone_from(&name));
    }
}
