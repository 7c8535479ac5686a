//! What is decided by one key on a position, or on an item: agreed, deferred, delivered.

use std::sync::Arc;

use super::super::super::App;
use super::super::super::call::Decision;
use super::{assign, position_of};
use crate::library::Key;
use crate::library::keep::Keeper;
use crate::library::keep::wish::{Desk, today};
use crate::report::{Kind, PositionStatus, Record};
use crate::words::{Message, desk as words};

/// The position is agreed. One that was so before is confirmed in the call.
pub fn agree(app: &mut App) {
    decide(app, Decision::Agreed);
}

/// The position is deferred: what it says stays as it is. In a call an item is put off also where it has no
/// position, or one that was deferred before.
pub fn defer(app: &mut App) {
    decide(app, Decision::Deferred);
}

/// What is in hand has been done: the position delivered, the recommendation carried out, the
/// nomination submitted.
pub fn delivered(app: &mut App) {
    let here = app.pointed_at();
    match here.map(|key| (key, app.library().kind(key))) {
        Some((key, Kind::Recommendation)) => assign(app, key, "status=done"),
        Some((key, Kind::Nomination)) => assign(app, key, "status=submitted"),
        _ => decide(app, Decision::Delivered),
    }
}

/// Decides on the position in hand, or on the item in hand; one who follows a call is asked first.
fn decide(app: &mut App, what: Decision) {
    let Some(here) = marked(app) else {
        app.message = Some(words::NOTHING_IN_HAND.into());
        return;
    };
    let puts_off = what == Decision::Deferred && in_call(app, here, &[]).is_some();
    let is_something = puts_off || position_of(app, here).is_some();
    if !is_something || !super::super::call::asks_to_decide(app, what, here) {
        decide_on(app, what, here);
    }
}

/// Decides on this record, a position or an item.
pub(in crate::app::act) fn decide_on(app: &mut App, what: Decision, here: Key) {
    let (settled, assignment): (&[PositionStatus], _) = match what {
        // What was delivered was agreed.
        Decision::Agreed => (
            &[PositionStatus::Agreed, PositionStatus::Delivered],
            "status=agreed",
        ),
        Decision::Deferred => (&[PositionStatus::Deferred], "status=deferred"),
        Decision::Delivered => return position(app, here, "status=delivered"),
    };
    match (what, in_call(app, here, settled)) {
        (Decision::Agreed, Some((Some(position), item))) => match app.library().record(position) {
            Some(Record::Position(one)) if one.status == PositionStatus::Delivered => {
                agree_delivered(app, position);
            }
            _ => super::super::call::confirm(app, item, position),
        },
        (Decision::Deferred, Some((_, item))) => super::super::call::put_off(app, item),
        _ => position(app, here, assignment),
    }
}

/// A position that was delivered is agreed in a call: as it was delivered it is confirmed, and stays so; in
/// other words it is agreed and was delivered to nobody. The history tells which, and is read meanwhile.
fn agree_delivered(app: &mut App, position: Key) {
    let id: Box<str> = app.library().id(position).into();
    if app.is_being_reworded(&id) {
        return assign(app, position, "status=agreed");
    }
    let shelf = Arc::clone(app.shelf());
    let read = move |keeper: &Keeper| {
        let desk = Desk::of(&shelf.library, keeper.folder(), today());
        keeper.history().is_reworded(&desk, position)
    };
    app.read_history(read, move |app, is_reworded| {
        let Some(position) = app.library().with_id(&id) else {
            app.message = Some(words::GONE.into());
            return;
        };
        match app.library().owner(position) {
            Some(item) if !is_reworded && app.call.on().is_some() => {
                super::super::call::confirm(app, item, position);
            }
            _ => assign(app, position, "status=agreed"),
        }
    });
}

/// In a call: the item here, or the one of the position here, where no status is to be changed: its
/// position has one of these, or there is none.
fn in_call(app: &App, here: Key, statuses: &[PositionStatus]) -> Option<(Option<Key>, Key)> {
    app.call.on()?;
    let library = app.library();
    let Some(key) = position_of(app, here) else {
        return (library.kind(here) == Kind::Item).then_some((None, here));
    };
    let has = matches!(library.record(key), Some(Record::Position(one)) if statuses.contains(&one.status));
    has.then_some((Some(key), library.owner(key)?))
}

/// The position that a key marks, or its item. In an empty pane nothing is pointed at: there a position that
/// the screen may not show is left alone, and the item is meant only where it has none.
fn marked(app: &App) -> Option<Key> {
    let without = || {
        app.in_hand()
            .filter(|item| position_of(app, *item).is_none())
    };
    app.pointed_at().or_else(without)
}

/// Gives a field of this position a value, or of that of this item; where it has none, tells how it gets
/// one.
fn position(app: &mut App, here: Key, assignment: &str) {
    match position_of(app, here) {
        Some(key) => assign(app, key, assignment),
        None => app.message = Some(no_position(app, here)),
    }
}

/// Why there is no position to mark: an item may be given one.
fn no_position(app: &App, here: Key) -> Message {
    let library = app.library();
    match library.kind(here) == Kind::Item && app.layers.is_empty() {
        true => words::no_position_yet(&app.key_of("new-position")),
        false => words::NO_POSITION.into(),
    }
}
