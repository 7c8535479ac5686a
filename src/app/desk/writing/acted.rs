//! Taking back what one did in the call, and doing it again: in its turn with the changes of records,
//! so that what was done last is undone first.

use super::super::super::App;
use super::stack::{Effect, Name};
use super::{Writing, turned_by};
use crate::library::keep::Line;
use crate::library::live::{Act, Turn};
use crate::words::{Message, desk as words, live};

/// What one did in the call, as far as it can be taken back or done again; the last one last.
#[derive(Default)]
pub(super) struct Acted {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// Something that was done in the call.
struct Step {
    /// The order that did it.
    order: u64,
    /// From the call before it to the call after it.
    turn: Turn,
    /// What was said when it was done.
    said: Message,
    /// The last change of a record that could be undone then: what is undone before it came later.
    behind: Option<Name>,
    /// Whether that was known then.
    is_known: bool,
}

impl App {
    /// Something was done in the call, and what was said of it.
    pub(super) fn has_acted(&mut self, turn: Turn, said: Message) {
        if turn.is_empty() {
            return;
        }
        let writing = &mut self.desk.writing;
        let step = Step {
            order: writing.orders,
            turn,
            said,
            behind: writing.would_turn(&Effect::Undo),
            is_known: writing.turned.is_heard,
        };
        writing.acted.undone.clear();
        writing.acted.done.push(step);
    }

    /// Takes back what one did in the call, where that was done last; says whether it was that. Where
    /// another has gone on from there, it stays, and nothing older is touched before that is said.
    pub(super) fn undo_act(&mut self) -> bool {
        let newest = self.desk.writing.would_turn(&Effect::Undo);
        let acted = &mut self.desk.writing.acted;
        let Some(step) = acted.done.pop_if(|step| newest <= step.behind) else {
            return false;
        };
        let back = Step {
            turn: step.turn.back(),
            ..step
        };
        if !self.goes_on_from(&back) {
            return true;
        }
        self.do_in_call_as(back.turn.clone(), words::undone(&back.said));
        let forth = Step {
            turn: back.turn.back(),
            ..back
        };
        self.desk.writing.acted.undone.push(forth);
        true
    }

    /// Does again what one took back in the call, where that is next; says whether it was.
    pub(super) fn redo_act(&mut self) -> bool {
        let newest = self.desk.writing.would_turn(&Effect::Undo);
        let acted = &mut self.desk.writing.acted;
        let Some(step) = acted.undone.pop_if(|step| newest >= step.behind) else {
            return false;
        };
        if !self.goes_on_from(&step) {
            return true;
        }
        self.do_in_call_as(step.turn.clone(), words::redone(&step.said));
        self.desk.writing.acted.done.push(step);
        true
    }

    /// Whether the call stands as this step needs it; else it is said, and all steps are forgotten.
    fn goes_on_from(&mut self, step: &Step) -> bool {
        let fits = step.turn.fits(self.call.state.call());
        if !fits {
            self.desk.writing.acted = Acted::default();
            let key = self.key_of("undo-change");
            self.message = Some(live::gone_on(&key));
        }
        fits
    }

    fn do_in_call_as(&mut self, turn: Turn, said: Message) {
        // Who takes back what was taken up goes along.
        self.call.detached = false;
        self.carry_out_in_call(Act::Turn(Box::new(turn)), said);
    }
}

impl Acted {
    /// A change of a record was made: what was taken back before it is not done again.
    pub(super) fn goes_on(&mut self) {
        self.undone.clear();
    }

    /// What was to be done was not written: there is nothing of it to take back.
    pub(super) fn was_refused(&mut self, order: u64) {
        self.done.retain(|step| step.order != order);
    }

    /// The call is over: nothing in it is taken back.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    fn steps(&mut self) -> impl Iterator<Item = &mut Step> {
        self.done.iter_mut().chain(&mut self.undone)
    }
}

impl Writing {
    /// A line was written for an order: what was done behind that is behind its change.
    pub(super) fn acted_behind(&mut self, number: u64, line: &Line) {
        let name = Name::Line(turned_by(line).clone());
        self.put_behind(number, Some(name));
    }

    /// An order was not carried out, or it was not known what could be undone: what was done behind
    /// that is behind the last change that there is.
    pub(super) fn acted_behind_none(&mut self, number: Option<u64>) {
        let newest = self.turned.known.undo().last().map(|(id, _)| id.clone());
        let newest = newest.map(Name::Line);
        match number {
            Some(number) => self.put_behind(number, newest),
            None => {
                let unknown = self.acted.steps().filter(|step| !step.is_known);
                unknown.for_each(|step| {
                    step.is_known = true;
                    if step.behind.is_none() {
                        step.behind.clone_from(&newest);
                    }
                });
            }
        }
    }

    fn put_behind(&mut self, number: u64, name: Option<Name>) {
        let of_it = |step: &&mut Step| step.behind == Some(Name::Order(number));
        let steps = self.acted.steps().filter(of_it);
        steps.for_each(|step| step.behind.clone_from(&name));
    }
}
