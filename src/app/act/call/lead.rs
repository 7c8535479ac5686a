//! Items of a call that are taken up and closed, and who leads it.

use super::super::super::App;
use super::super::super::call::{Choose, Decision};
use super::begin::called;
use super::{change, change_and, offer, plain, say_if_on};
use crate::library::Key;
use crate::library::live::Act;
use crate::report::call::Noted;
use crate::report::{Kind, PositionStatus, Record};
use crate::words::label::Label;
use crate::words::{Message, desk, keep, live as words};

/// Takes up the item in hand, or the one that the record in hand belongs to.
pub fn take_up(app: &mut App) {
    match app.item_here() {
        Some(item) => take_up_item(app, item),
        None => app.message = Some(words::NO_ITEM.into()),
    }
}

/// Takes up an item; who does not lead is asked first.
fn take_up_item(app: &mut App, item: Key) {
    let id: Box<str> = app.library().id(item).into();
    let said = words::lead_and_take_up(&app.number_of(&id));
    if !asks_to_lead(app, said, Choose::LeadTo(id.clone())) {
        take_up_as(app, &id, |act| act);
    }
}

/// Takes the lead, and takes up an item.
pub(super) fn take_up_and_lead(app: &mut App, id: &str) {
    let who: Box<str> = app.who().unwrap_or_default().into();
    take_up_as(app, id, |act| Act::LeadAnd(who, Box::new(act)));
}

fn take_up_as(app: &mut App, id: &str, as_what: impl FnOnce(Act) -> Act) {
    // Who leads goes along with what is taken up.
    app.call.detached = false;
    let numbers = app.numbers_of(id);
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let said = words::taken_up(&numbers);
    let other = of_another_report(app, id);
    change_and(app, as_what(Act::TakeUp(id.into())), said, other);
}

/// Where an item is of another report than the one before it, or than the call: of which.
fn of_another_report(app: &App, item: &str) -> Option<Message> {
    let call = app.call.on()?;
    let report = |item: &str| item.split(':').next().unwrap_or_default().to_owned();
    let last = call.in_hand.as_ref().map(|one| &one.item);
    let last = last.or_else(|| call.taken.last().map(|one| &one.item));
    let before = last.map_or_else(|| call.report.to_string(), |item| report(item.as_str()));
    let report = report(item);
    (report != before).then(|| words::of_report(&called(app, &report)))
}

/// Where another leads the call, asks whether one is to take the lead and do this; says whether it
/// did. Who presses Enter without reading leaves the lead where it is.
fn asks_to_lead(app: &mut App, said: Message, value: Choose) -> bool {
    let Some(by) = app.led_by_another() else {
        return false;
    };
    let title = words::is_led_by(by);
    let choices = vec![
        plain(words::NOT_I.into(), Choose::Nothing),
        plain(said, value),
    ];
    offer(app, title, choices);
    true
}

/// Where another leads the call, asks once whether one is to decide in it, on this record: it comes into the
/// minutes as if who leads had decided it. Says whether it did.
pub(in crate::app::act) fn asks_to_decide(app: &mut App, what: Decision, here: Key) -> bool {
    let began = app.call.on().map(|call| call.began);
    let Some(by) = app.led_by_another().filter(|_| app.call.decides != began) else {
        return false;
    };
    let title = words::is_led_by(by);
    let library = app.library();
    let id: Box<str> = library.id(here).into();
    let item = library.item_of(here).unwrap_or(here);
    let numbers = app.numbers_of(library.id(item));
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let decision = words::decide(&numbers, what.status().label());
    let choices = vec![
        plain(words::NOT_I.into(), Choose::Nothing),
        plain(decision, Choose::Decide(what, id)),
    ];
    offer(app, title, choices);
    true
}

/// Decides in the call that another leads, from now on without a question.
pub(super) fn decide_all_the_same(app: &mut App, what: Decision, id: &str) {
    app.call.decides = app.call.on().map(|call| call.began);
    match app.library().with_id(id) {
        Some(here) => super::super::desk::decide_on(app, what, here),
        None => app.message = Some(desk::GONE.into()),
    }
}

/// The position on an item, which was agreed before, is agreed in this call too.
pub(in crate::app::act) fn confirm(app: &mut App, item: Key, position: Key) {
    let mut noted = noted(app, item);
    let mut told = Message::from(words::AMONG_AGREED);
    if let Some(Record::Position(position)) = app.library().record(position) {
        noted.stance = Some(position.stance);
        noted.text = Some(position.text.clone());
        if position.status == PositionStatus::Delivered {
            told = words::DELIVERED_BEFORE.into();
        }
        if let Some(language) = position.text.missing() {
            told = desk::together(&[told, keep::missing(language).into()]);
        }
    }
    let id = noted.item.clone();
    let act = Act::Confirm(Box::new(noted));
    decide(app, act, item, words::confirmed, told);
    if let Some(said) = &app.message {
        app.call.confirmed = Some((id, said.clone()));
    }
}

/// An item is put off in this call, of which no position tells it.
pub(in crate::app::act) fn put_off(app: &mut App, item: Key) {
    let act = Act::PutOff(Box::new(noted(app, item)));
    decide(app, act, item, words::put_off, words::IN_RECORD.into());
}

/// Something noted of an item now.
fn noted(app: &App, item: Key) -> Noted {
    Noted {
        item: app.library().id(item).into(),
        by: app.who().unwrap_or_default().to_owned(),
        at: app.call.now,
        stance: None,
        text: None,
    }
}

/// Does something with an item in the call, and says so, and where it is told.
fn decide(app: &mut App, act: Act, item: Key, said: fn(&[&str]) -> Message, told: Message) {
    let numbers = app.numbers_of(app.library().id(item));
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    change_and(app, act, said(&numbers), Some(told));
}

/// Closes the item in hand; who does not lead is asked first.
pub fn close_item(app: &mut App) {
    let in_hand = app.call.on().and_then(|call| call.in_hand.as_ref());
    let Some(item) = in_hand.map(|one| Box::<str>::from(one.item.as_str())) else {
        say_if_on(app, words::NO_ITEM_IN_HAND.into());
        return;
    };
    let value = Choose::LeadAndClose(item.clone());
    if !asks_to_lead(app, words::LEAD_AND_CLOSE.into(), value) {
        change(app, Act::CloseItem(item), words::ITEM_CLOSED.into());
    }
}

/// Takes the lead, and closes an item; not another that has been taken up since.
pub(super) fn close_and_lead(app: &mut App, item: Box<str>) {
    if !app.call.on().is_some_and(|call| call.is_in_hand(&item)) {
        say_if_on(app, words::NOT_IN_HAND.into());
        return;
    }
    let who = app.who().unwrap_or_default().into();
    let act = Act::LeadAnd(who, Box::new(Act::CloseItem(item)));
    change(app, act, words::ITEM_CLOSED.into());
}

/// Takes up the item behind the one in hand, or behind the one that was last; at first the first of
/// the report.
pub fn next_item(app: &mut App) {
    let Some(call) = app.call.on() else {
        app.message = Some(words::no_call(&app.key_of("call-begin")));
        return;
    };
    let library = app.library();
    let in_hand = call.in_hand.as_ref().map(|one| &one.item);
    let last = in_hand.or_else(|| call.taken.last().map(|one| &one.item));
    let last = last.and_then(|item| library.with_id(item.as_str()));
    let report = match last {
        Some(last) => library.report_of(last),
        None => library
            .report_ids()
            .position(|id| id == call.report.as_str()),
    };
    let items = library.of_kind(Kind::Item).iter().copied();
    let mut items = items.filter(|item| library.report_of(*item) == report);
    let next = match last {
        Some(last) => items.find(|item| *item > last),
        None => items.next(),
    };
    match next {
        Some(item) => take_up_item(app, item),
        None => app.message = Some(words::NO_NEXT_ITEM.into()),
    }
}
