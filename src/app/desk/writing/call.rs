//! What one does in the call in progress: seen at once, and written in its turn, as changes are.

use std::time::Duration;

use super::super::super::App;
use super::super::super::writer::{Called, Order, Task};
use super::super::permit::Wanted;
use super::acted::Refusal;
use super::{Effect, Pending};
use crate::library::Volume;
use crate::library::live::{Act, State, Turn};
use crate::report::Language;
use crate::words::{Message, keep, live as words};

impl App {
    /// Does something in the call, and says so; where it cannot be done, says why. What else there is
    /// to say is not said again when it is undone.
    pub(in crate::app) fn do_in_call(&mut self, act: Act, said: Message, more: Option<Message>) {
        let (ends, from) = (matches!(act, Act::End(_)), self.call.state.clone());
        let to = act.foreseen(&from, self.call.now);
        let told = match more {
            Some(more) => words::and(&said, &more),
            None => said.clone(),
        };
        let Some(order) = self.order_in_call(act, told) else {
            return;
        };
        match (from, to) {
            _ if ends => {}
            (State::Wrong(_), _) | (_, None) => {}
            (from, Some(to)) => {
                let turn = Turn {
                    from: from.call().cloned(),
                    to: to.call().cloned(),
                };
                self.has_acted(order, turn, said);
            }
        }
        while self.hear_writer(Duration::ZERO) {}
    }

    /// Hands over what is to be done in the call, and shows it at once; the number of the order, of
    /// which nothing is heard as yet. None where it cannot be done.
    pub(super) fn order_in_call(&mut self, act: Act, said: Message) -> Option<u64> {
        let now = self.call.now;
        if !self.may(Wanted::Call) {
            return None;
        }
        let Some(shown) = act.foreseen(&self.call.state, now) else {
            self.message = Some(words::no_call(&self.key_of("call-begin")));
            return None;
        };
        let library = &self.shelf.library;
        let writing = &mut self.desk.writing;
        writing.orders += 1;
        writing.fresh = true;
        let number = writing.orders;
        // Whoever is new has no id as yet, or may be refused.
        let means = |(order, id): &&(u64, String)| {
            act.names(id) && (writing.is_pending(*order) || library.with_id(id).is_none())
        };
        let after: Vec<_> = writing.after.iter().filter(means).cloned().collect();
        let unheard = writing.unheard(&after);
        let task = Task::Call(act.clone(), now, self.shelf.clone());
        writing.pending.push_back(Pending {
            with: None,
            with_line: None,
            half: None,
            whole: None,
            answered: Vec::new(),
            is_quiet: false,
            number,
            effect: Effect::of(&task),
            change: None,
            handed: None,
            turns: None,
            meant: None,
            after: None,
            is_cancelled: false,
            is_shown: false,
            stands: Vec::new(),
            made: None,
            call: Some((act, now)),
            unheard: Vec::new(),
            back: super::Back::default(),
            keys: writing.keys,
        });
        self.show_call(shown);
        self.desk.writing.said = Some(said.clone());
        self.message = Some(said);
        let order = Order {
            with: None,
            number,
            task,
            after: after.into_iter().map(|(order, _)| order).collect(),
            unheard,
        };
        if let Some(writer) = &mut self.desk.writing.writer {
            writer.hand_over(order);
        }
        Some(number)
    }

    /// The call as it will be when what one has done in it is written.
    pub(in crate::app) fn foreseen_call(&self) -> State {
        let pending = self.desk.writing.pending.iter();
        let acts = pending.filter_map(|one| one.call.as_ref());
        acts.fold(self.call.truth.state.clone(), |state, (act, now)| {
            act.foreseen(&state, *now).unwrap_or(state)
        })
    }

    /// Takes what became of something that was done in the call; `keys` is when it was done.
    pub(super) fn take_called(
        &mut self,
        called: Called,
        volume: Option<Volume>,
        (number, keys): (u64, u64),
    ) {
        if let Some(line) = &called.line {
            self.desk.writing.told(number, line);
        }
        if volume.is_some() {
            self.show_truth(None, volume);
        }
        self.hear_call(called.heard);
        // Where something later was heard before, what was refused is still in what is shown.
        self.show_call(self.foreseen_call());
        match called.done {
            Ok(Some(id)) => {
                self.desk.writing.acted.forget();
                self.say_of_writing(words::closed(&id));
            }
            Ok(None) => {
                if let Some(behind) = called.behind {
                    self.tell_left_behind(behind);
                }
            }
            Err(why) => {
                self.desk.writing.leaving = None;
                self.desk.writing.said = None;
                let stands = self.call.truth.state.call();
                let refusal = self.desk.writing.acted.was_refused(number, stands);
                self.settle_acts();
                match refusal {
                    Refusal::Why => {
                        self.message = Some(match keys == self.desk.writing.keys {
                            true => why,
                            false => words::not_done(&why),
                        });
                    }
                    Refusal::GoneOn(step, is_back) => self.call_has_gone_on(&step, is_back),
                    Refusal::Nothing => {}
                }
            }
        }
        self.renew_forms();
    }

    /// Says of a position that was just confirmed in which language it was left behind, behind what is said
    /// of it already.
    fn tell_left_behind(&mut self, language: Language) {
        let said = &self.desk.writing.said;
        let Some(before) = self
            .message
            .as_ref()
            .filter(|one| said.as_ref() == Some(*one))
        else {
            return;
        };
        let told = words::and(before, &keep::left_behind(language).into());
        if let Some((_, said)) = &mut self.call.confirmed
            && said == before
        {
            said.clone_from(&told);
        }
        self.desk.writing.said = Some(told.clone());
        self.message = Some(told);
    }

    /// An entry of the directory has another id than was thought: what one did in the call, and what of it is
    /// under way, names it by that.
    pub(super) fn rename_in_call(&mut self, was: &str, now: &str) {
        let writing = &mut self.desk.writing;
        writing.acted.rename(was, now);
        let acts = writing
            .pending
            .iter_mut()
            .filter_map(|one| one.call.as_mut());
        acts.for_each(|(act, _)| act.rename(was, now));
        self.show_call(self.foreseen_call());
    }
}
