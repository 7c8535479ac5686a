//! Going to a record, and back.

use crate::library::Key;
use crate::report::Kind;
use crate::words::ui;

use super::super::board::BoardKind;
use super::super::detail::{blocks, links};
use super::super::{App, Focus, Reading};

/// Opens the row in hand: the keys go to its detail.
pub fn open(app: &mut App) {
    if let Some(key) = app.in_hand() {
        visit(app, key);
        app.focus = Focus::Detail;
    }
}

/// Follows the link in hand; without one, nothing happens.
pub fn follow(app: &mut App) {
    let Some(here) = app.in_hand() else { return };
    let target = app
        .reading
        .link
        .and_then(|link| links(&blocks(app.library(), here)).get(link).copied());
    if let Some(target) = target {
        go(app, target);
    }
}

/// Back from the detail to the list; in a list, from what was followed to the row in hand. Where
/// there is nothing to go back from, what still loads is left to the background.
pub fn escape(app: &mut App) {
    let nothing = app.focus == Focus::Panes && !app.zoomed && app.reading == Reading::default();
    if nothing && app.load_behind() {
        app.message = Some(ui::LOADING_BEHIND.into());
    }
    if app.zoomed && app.focus == Focus::Panes {
        app.zoomed = false;
    }
    app.focus = Focus::Panes;
    app.reading = Reading::default();
}

/// Back to what was visited before, at the place where one was reading it.
pub fn back(app: &mut App) {
    let here = app.in_hand();
    let mut target = app.visited.pop();
    if target.map(|(key, _)| key) == here {
        target = app.visited.pop();
    }
    let Some(target) = target else {
        app.visited.extend(here.map(|here| (here, app.reading)));
        app.message = Some(ui::NOTHING_BEFORE.into());
        return;
    };
    app.ahead.extend(here.map(|here| (here, app.reading)));
    again(app, target);
}

/// Forward again.
pub fn forward(app: &mut App) {
    let Some(target) = app.ahead.pop() else {
        app.message = Some(ui::NOTHING_AFTER.into());
        return;
    };
    keep_place(app);
    again(app, target);
}

/// Shows what was visited as it was left.
fn again(app: &mut App, (target, reading): (Key, Reading)) {
    reveal(app, target);
    app.reading = Reading {
        followed: Some(target),
        ..reading
    };
    app.visited.push((target, app.reading));
}

/// Remembers where one is and goes to a record.
pub fn go(app: &mut App, target: Key) {
    if let Some(here) = app.in_hand() {
        visit(app, here);
    }
    keep_place(app);
    reveal(app, target);
    visit(app, target);
}

/// Remembers how far the record in hand has been read.
fn keep_place(app: &mut App) {
    let (here, reading) = (app.in_hand(), app.reading);
    if let Some((key, place)) = app.visited.last_mut()
        && Some(*key) == here
    {
        *place = reading;
    }
}

/// Remembers a record as visited.
fn visit(app: &mut App, key: Key) {
    // What one stands on already is no new way: what lies ahead stays.
    if app.visited.last().map(|(key, _)| *key) != Some(key) {
        app.ahead.clear();
        app.visited.push((key, app.reading));
    }
}

/// Shows a record in its own pane, with its detail open. Filters and the link give way where they
/// would hide it, and that is said.
pub(in crate::app) fn reveal(app: &mut App, target: Key) {
    let (board, pane) = BoardKind::of(app.library().kind(target));
    if let Some(index) = BoardKind::ALL.iter().position(|kind| *kind == board) {
        app.board = index;
    }
    if !app.scope.allows(target) {
        app.scope.clear();
        app.message = Some(ui::FILTERS_LIFTED.into());
    }
    let item = match app.library().kind(target) {
        Kind::Item => Some(target),
        _ => app.library().item_of(target),
    };
    app.refill();
    let select_item = |app: &mut App| {
        let board = app.boards.get_mut(app.board);
        board
            .filter(|board| board.kind == BoardKind::Council)
            .and_then(|board| board.panes.first_mut())
            .zip(item)
            .is_some_and(|(items, item)| items.select(item))
    };
    if app.linked && board == BoardKind::Council && pane > 0 {
        if select_item(app) {
            app.refill();
        } else {
            app.linked = false;
            app.message = Some(ui::LINK_OFF.into());
            app.refill();
        }
    }
    if let Some(board) = app.boards.get_mut(app.board) {
        board.pane = pane;
        if let Some(current) = board.current_mut() {
            current.select(target);
        }
    }
    app.follow_item();
    app.focus = Focus::Detail;
    app.reading = Reading {
        followed: Some(target),
        ..Reading::default()
    };
}
