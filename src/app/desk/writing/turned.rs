//! Undoing and doing again, shown before it is written: what the history tells, and the orders under
//! way, say which change is turned back next.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::super::super::App;
use super::super::super::writer::{Foreseen, Task, turned_by};
use super::super::permit::Wanted;
use super::super::said;
use super::stack::{Effect, Last, Name, Stack};
use super::whole::Whole;
use super::{Back, Pending, Writing};
use crate::library::keep::{
    Answer, Change, ChangeId, Deed, Done, KeepError, Line, line_back, turned_back,
};
use crate::words::desk as words;

/// What an undoing or doing again turns back.
enum Target {
    /// What the history tells.
    Told(Foreseen, Arc<Line>),
    /// The same of a whole file.
    File(ChangeId, Arc<Line>),
    /// An order under way: neither of the two is seen.
    Order(u64),
    /// It is not known, or cannot be foreseen.
    Unknown,
}

impl Target {
    fn of(turned: Option<(Name, Last)>) -> Self {
        match turned {
            Some((_, Last::Order(number))) => Self::Order(number),
            Some((Name::Line(of), Last::Line(line))) => Self::told(of, &line),
            _ => Self::Unknown,
        }
    }

    fn told(of: ChangeId, line: &Arc<Line>) -> Self {
        if line.is_of_file() {
            return Self::File(of, Arc::clone(line));
        }
        let foreseen = |change| Self::Told(Foreseen { of, change }, Arc::clone(line));
        turned_back(line).map_or(Self::Unknown, foreseen)
    }
}

impl App {
    /// Undoes what this person did last, in a record or in the call, and shows it at once.
    pub(in crate::app) fn undo_last(&mut self) {
        // What is known by now counts.
        while self.hear_writer(Duration::ZERO) {}
        if self.undo_act() {
            return;
        }
        self.with_undone_next(|app, next| {
            if !app.asks_of_record(next) {
                app.undo_change();
            }
        });
    }

    /// Undoes the last change of a record.
    pub(in crate::app::desk) fn undo_change(&mut self) {
        let first = self.desk.writing.would_turn(&Effect::Undo);
        let with = first.and_then(|first| {
            let with = self.desk.writing.joined_to(&first)?;
            Some((first, with))
        });
        let half = self.turn(&Effect::Undo, None);
        // What one key made is undone by one.
        if let Some((first, with)) = with {
            let with = self.desk.writing.joined_to(&first).unwrap_or(with);
            if self.desk.writing.would_turn(&Effect::Undo) == Some(with) {
                self.desk.writing.half = half;
                self.turn(&Effect::Undo, None);
            }
        }
    }

    /// Does again what this person undid last, and shows it at once.
    pub(in crate::app) fn redo_last(&mut self) {
        while self.hear_writer(Duration::ZERO) {}
        if self.redo_act() {
            return;
        }
        let first = self.desk.writing.would_turn(&Effect::Redo);
        let half = self.turn(&Effect::Redo, None);
        let next = self.desk.writing.would_turn(&Effect::Redo);
        let with = next.and_then(|next| self.desk.writing.joined_to(&next));
        if first.is_some() && with == first {
            self.desk.writing.half = half;
            self.turn(&Effect::Redo, None);
        }
    }

    /// Undoes the change that this line tells of, whoever made it; of a conflict it writes what was
    /// not written.
    pub(in crate::app) fn undo_this(&mut self, line: &Line) {
        while self.hear_writer(Duration::ZERO) {}
        self.turn(&Effect::This(line.id.clone()), Some(line));
    }

    /// Hands over a value that is to be brought back, and shows it at once, where it is known what it
    /// comes to.
    pub(in crate::app) fn bring_back_by(&mut self, task: Task, change: Option<Change>) {
        if self.may(Wanted::Any) {
            let change = change.map(|mut change| {
                let is_shown = self.foresee(&mut change);
                (change, is_shown)
            });
            self.hand_over(task, change, Back::default());
            self.renew_forms();
        }
    }

    /// What one key made is undone and done again as one: where that was not known when the one was
    /// ordered, the other is ordered now.
    pub(super) fn turn_half(&mut self, done: &Done, answered: Vec<Answer>) {
        let Some(half) = &done.half else { return };
        let mut pending = self.desk.writing.pending.iter();
        if pending.any(|one| one.is_to_turn(half)) {
            return;
        }
        let line = self.desk.writing.turned.known.line(half);
        let change = line.and_then(|line| turned_back(line));
        // The later of the two is told by the other.
        self.desk.writing.is_quiet = done.line.with.as_ref() != Some(half);
        let task = Task::AllTheSame(done.line.what, half.clone(), answered);
        self.bring_back_by(task, change);
    }

    /// The person leaves a change as it is, and so is it remembered.
    pub(in crate::app::desk) fn pass_over(&mut self, what: Deed, of: &ChangeId) {
        self.desk.writing.is_quiet = true;
        self.hand_over(Task::Pass(what, of.clone()), None, Back::default());
    }

    /// It is known whether that is remembered.
    pub(super) fn take_passed(&mut self, made: Option<Result<Done, KeepError>>) {
        match made {
            Some(Ok(done)) => {
                self.desk.writing.turned.known.told(&done.line);
                // A line tells of two that were made together; there may be more.
                if done.line.with.is_some() {
                    self.look_back();
                }
            }
            // Another's change never comes up; and one that is undone by now is not to be passed over.
            Some(Err(KeepError::NotOwn | KeepError::Nothing(_))) => {}
            Some(Err(error)) => self.message = Some(error.message()),
            None => {}
        }
    }

    /// `told` is the line of the change that is undone, where it was named. The number of the order.
    /// What is known by now was heard before, and nothing is heard here: what comes next is what it was
    /// when the caller looked.
    fn turn(&mut self, effect: &Effect, told: Option<&Line>) -> Option<u64> {
        if !self.may(Wanted::Any) {
            return None;
        }
        // One that goes with another is told by that one.
        let writing = &mut self.desk.writing;
        let turned = writing.would_turn(effect);
        let is_quiet = turned.is_some_and(|name| writing.joined_to(&name).is_some());
        writing.is_quiet = is_quiet;
        let target = match (self.desk.writing.target(effect), told) {
            (Target::Unknown, Some(line)) => Target::told(line.id.clone(), &Arc::new(line.clone())),
            (target, _) => target,
        };
        let task = |foreseen| match effect {
            Effect::Redo => Task::Redo(foreseen),
            Effect::This(id) => Task::UndoThis(id.clone(), foreseen),
            _ => Task::Undo(foreseen),
        };
        let (number, about, said) = match target {
            Target::Told(mut foreseen, line) => {
                let is_shown = self.foresee(&mut foreseen.change);
                let change = foreseen.change.clone();
                let about = is_shown.then(|| change.record.clone());
                let task = task(Some(foreseen));
                let number = self.hand_over(task, Some((change, is_shown)), Back::default());
                let line = line_back(&line, effect.deed());
                let said = is_shown.then(|| said::turning(&self.shelf.library, &line));
                (number, about, said)
            }
            Target::Order(order) => {
                let about = self.id_of_order(order);
                let number = self.hand_over(task(None), None, Back::default());
                if self.desk.writing.is_pending(number) {
                    self.show_pending();
                }
                (
                    number,
                    about,
                    Some(words::turning(said::turning_word(effect.deed()))),
                )
            }
            Target::File(of, line) => {
                self.desk.writing.whole = self.whole_back(&line);
                let is_shown = self.desk.writing.whole.is_some();
                let told = line_back(&line, effect.deed());
                let said = is_shown.then(|| said::turning(&self.shelf.library, &told));
                let change = Change {
                    file: line.file.clone(),
                    record: line.record.clone(),
                    ..Change::default()
                };
                let foreseen = Foreseen {
                    of,
                    change: change.clone(),
                };
                let task = task(Some(foreseen));
                let number = self.hand_over(task, Some((change, is_shown)), Back::default());
                (number, None, said)
            }
            Target::Unknown => {
                let number = self.hand_over(task(None), None, Back::default());
                (number, None, None)
            }
        };
        if is_quiet {
            self.renew_forms();
        } else if self.desk.writing.is_pending(number) {
            let lifted = about.and_then(|record| self.lead_to_turned(&record));
            if let Some(said) = said {
                let said = words::with(said, lifted);
                self.desk.writing.said = Some(said.clone());
                self.message = Some(said);
            }
            self.renew_forms();
        }
        Some(number)
    }
}

impl Writing {
    /// What an order turns back that is given after those under way.
    fn target(&self, effect: &Effect) -> Target {
        Target::of(self.turned_by(effect))
    }

    /// The same, by its name.
    pub(in super::super) fn would_turn(&self, effect: &Effect) -> Option<Name> {
        self.turned_by(effect).map(|(name, _)| name)
    }

    /// The change that is undone and done again with this one.
    fn joined_to(&self, name: &Name) -> Option<Name> {
        match name {
            Name::Line(of) => self.turned.known.with(of).cloned().map(Name::Line),
            Name::Order(number) => {
                let one = self.pending.iter().find(|one| one.number == *number)?;
                let line = one.with_line.clone().map(Name::Line);
                line.or(one.with.map(Name::Order))
            }
        }
    }

    fn turned_by(&self, effect: &Effect) -> Option<(Name, Last)> {
        let mut stack = Stack::of(&self.turned.known);
        let mut refused = Vec::new();
        for one in &self.pending {
            one.take(&mut stack, &mut refused);
        }
        stack.take(self.orders + 1, effect)
    }

    /// Works out anew what the orders under way turn back: of some it is known by now what became of
    /// them. Says whether one is seen in another file than before, or no longer, or again.
    pub(super) fn settle_turns(&mut self) -> bool {
        let before = self.seen_in();
        let mut stack = Stack::of(&self.turned.known);
        let mut cancels = BTreeMap::new();
        let mut refused = Vec::new();
        for one in &mut self.pending {
            let turned = one.take(&mut stack, &mut refused);
            if !one.effect.is_turn() || refused.contains(&one.number) {
                continue;
            }
            match Target::of(turned) {
                Target::Told(foreseen, _) => {
                    one.turns = Some(foreseen.of);
                    one.handed = Some(foreseen.change);
                }
                Target::File(of, line) => {
                    one.turns = Some(of);
                    if one.whole.is_none() {
                        one.whole = Whole::back(&line, &self.files);
                    }
                }
                Target::Order(order) => {
                    (one.turns, one.handed, one.change) = (None, None, None);
                    cancels.insert(one.number, order);
                }
                // One that was named is what it was.
                Target::Unknown if matches!(one.effect, Effect::This(_)) => {}
                Target::Unknown => (one.turns, one.handed, one.change) = (None, None, None),
            }
        }
        // An undoing that is undone itself takes nothing away.
        let mut gone: Vec<u64> = Vec::new();
        for (number, order) in cancels.into_iter().rev() {
            if !gone.contains(&number) {
                gone.push(order);
            }
        }
        for one in &mut self.pending {
            // What changes nothing is not seen above what comes back below it.
            let is_gone = gone.contains(&one.number) || refused.contains(&one.number);
            one.is_cancelled = one.effect == Effect::None || is_gone;
        }
        before != self.seen_in()
    }

    /// The file in which each order under way is seen.
    fn seen_in(&self) -> Vec<Option<String>> {
        let pending = self.pending.iter();
        let seen = pending.map(|one| one.handed.as_ref().filter(|_| !one.is_cancelled));
        seen.map(|seen| Some(seen?.file.clone())).collect()
    }

    /// The order under way that this one would turn back.
    pub(super) fn order_before(&self, effect: &Effect) -> Option<u64> {
        match self.target(effect) {
            Target::Order(order) if effect.is_turn() => Some(order),
            _ => None,
        }
    }

    /// An order was not carried out: what was to turn it back is not either, nor what was to go with it.
    /// Says whether there is something like that.
    pub(super) fn in_vain(&mut self, number: u64) -> bool {
        self.acted_behind_none(Some(number));
        let of_it = |one: &&mut Pending| [one.after, one.half].contains(&Some(number));
        let mut is_any = false;
        for one in self.pending.iter_mut().filter(of_it) {
            is_any = true;
            one.effect = Effect::None;
            (one.turns, one.handed, one.change) = (None, None, None);
        }
        is_any
    }

    /// Takes a line that was written for an order: what is to turn that back turns back its change.
    pub(super) fn told(&mut self, number: u64, line: &Line) {
        self.turned.known.told(line);
        self.acted_behind(number, line);
        let of_it = |one: &&mut Pending| {
            one.after == Some(number) && matches!(one.effect, Effect::Undo | Effect::Redo)
        };
        for one in self.pending.iter_mut().filter(of_it) {
            one.meant = Some(turned_by(line).clone());
        }
        let with_it = |one: &&mut Pending| one.with == Some(number);
        for one in self.pending.iter_mut().filter(with_it) {
            one.with_line = Some(line.id.clone());
        }
    }
}

impl Pending {
    /// It is carried out after others; what it turns back, where that is known. One that is to turn
    /// back another change than comes next will be refused, and so is what is to turn it back.
    fn take(&self, stack: &mut Stack, refused: &mut Vec<u64>) -> Option<(Name, Last)> {
        let after = self.after.filter(|after| refused.contains(after));
        let is_other = |of: &ChangeId| stack.next(&self.effect) != Some(&Name::Line(of.clone()));
        if after.is_some() || self.meant.as_ref().is_some_and(is_other) {
            refused.push(self.number);
            return None;
        }
        stack.take(self.number, &self.effect)
    }
}
