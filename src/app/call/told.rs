//! What is told of a call to whoever is in it: what others decide, who leads it, what others change in the
//! item in hand.

use std::sync::Arc;

use super::super::App;
use super::super::desk::said;
use crate::library::keep::{Keeper, Line};
use crate::library::live::State;
use crate::library::{Key, Library};
use crate::report::call::{Moment, Noted};
use crate::words::{Message, desk, live as words};

/// So many changes of others are told at once, and so many are counted.
const TOLD: usize = 3;
const COUNTED: usize = 100;

impl App {
    /// What another has decided on an item in the call, which now stands so; the last of it.
    pub(super) fn decided_by_another(&self, state: &State) -> Option<Message> {
        type Said = fn(&[&str]) -> Message;
        let (before, now) = (self.call.state.call()?, state.call()?);
        let news = |before: &[Noted], now: &[Noted], said: Said| {
            let mut new = now.iter().rev().filter(|one| !before.contains(one));
            // A version before does not say who it was.
            let known = |one: &&Noted| !one.by.is_empty() && Some(one.by.as_str()) != self.who();
            let one = new.find(known)?;
            let numbers = self.numbers_of(one.item.as_str());
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            Some(words::by_another(&one.by, &said(&numbers)))
        };
        let confirmed = news(&before.confirmed, &now.confirmed, words::confirmed);
        confirmed.or_else(|| news(&before.put_off, &now.put_off, words::put_off))
    }

    /// Who leads or chairs the call otherwise than in the state before: it began, it ended, another took
    /// the lead or the chair.
    pub(super) fn led_otherwise(&self, before: &State) -> Option<Message> {
        let was = before
            .call()
            .filter(|_| !before.is_left_behind(self.call.now));
        let led = before.call().map(|call| call.by.as_str());
        let Some(call) = self.call.state.call() else {
            let is_over = self.call.state == State::None;
            return led
                .filter(|_| is_over)
                .map(|by| match self.who() == Some(by) {
                    true => words::ENDED.into(),
                    false => words::ended(by),
                });
        };
        let is_same = before.call().is_some_and(|one| one.began == call.began);
        match (led, was) {
            (Some(by), _) if by != call.by => Some(words::leads_now(&call.by)),
            (_, Some(was)) if is_same && was.chair != call.chair => {
                let chair = call.chair.as_ref()?;
                Some(words::chairs(&self.name_of(chair.as_str())))
            }
            (_, Some(_)) if is_same => None,
            _ => self.who_leads(),
        }
    }

    /// Who leads and chairs the call, where it is another, and how one goes along or stays behind.
    #[must_use]
    pub fn who_leads(&self) -> Option<Message> {
        let (by, call) = (self.led_by_another()?, self.call.on()?);
        let chair = call
            .chair
            .as_ref()
            .map(|chair| self.name_of(chair.as_str()));
        let key = self.key_of("detach");
        Some(match self.call.detached {
            true => words::led_elsewhere(by, &key),
            false => words::led(by, chair.as_ref(), &key),
        })
    }

    /// Tells what others have just changed in the item in hand of the call, from the shell too: `changed`
    /// are the full ids of the records that were read anew. The history says who it was, and is read
    /// meanwhile.
    pub fn tell_of_item(&mut self, changed: &[Box<str>]) {
        self.call.untold.extend_from_slice(changed);
        self.ask_of_item();
    }

    /// Has it read what others have changed; what changes meanwhile is asked for behind it.
    fn ask_of_item(&mut self) {
        if self.call.is_asked {
            return;
        }
        let changed = std::mem::take(&mut self.call.untold);
        let library = self.library();
        let in_hand = self.call.on().and_then(|call| call.in_hand.as_ref());
        let Some(item) = in_hand.and_then(|one| library.with_id(one.item.as_str())) else {
            return;
        };
        if !changed.iter().any(|id| is_of(library, item, id)) {
            return;
        }
        let (shelf, after) = (Arc::clone(&self.shelf), self.call.told.clone());
        let read = move |keeper: &Keeper| {
            keeper.others_since(after.as_ref(), COUNTED, |line| {
                let named = changed.iter().any(|id| line.is_about(id));
                named && is_of(&shelf.library, item, &line.record)
            })
        };
        self.call.is_asked = true;
        self.read_history(read, |app, lines| {
            app.call.is_asked = false;
            let are_all = lines.len() < COUNTED;
            let news: Vec<_> = lines
                .into_iter()
                .filter_map(|line| app.told_in_item(line))
                .collect();
            let (told, mut said): (Vec<_>, Vec<Message>) = news.into_iter().unzip();
            let before = said.len().saturating_sub(TOLD);
            said.drain(..before);
            if before > 0 {
                said.push(words::more_before(before, are_all));
            }
            if let Some(last) = told.into_iter().next_back() {
                app.say_of_another(desk::together(&said));
                app.call.told = Some(last);
            }
            app.ask_of_item();
        });
    }

    /// What is said of a change of the item in hand, where it is news.
    fn told_in_item(&self, line: Line) -> Option<(super::ChangeId, Message)> {
        let library = self.library();
        let in_hand = self.call.on()?.in_hand.as_ref()?;
        let item = library.with_id(in_hand.item.as_str())?;
        let when = Moment::from(line.timestamp()?);
        let is_now = when >= in_hand.since && self.call.came.is_none_or(|came| when >= came);
        let is_new = self.call.told.as_ref().is_none_or(|told| line.id > *told);
        let said = words::by_another(&line.who, &said::line(library, self.in_hand(), &line));
        (is_of(library, item, &line.record) && is_now && is_new).then_some((line.id, said))
    }
}

/// Whether a record, by its full id, is an item or belongs to it.
fn is_of(library: &Library, item: Key, id: &str) -> bool {
    let key = library.with_id(id);
    key.is_some_and(|key| key == item || library.item_of(key) == Some(item))
}
