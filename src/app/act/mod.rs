//! What each command does. Nothing here knows a key, and nothing draws.

mod call;
mod desk;
mod field;
pub(super) mod go;
mod layers;
mod motion;
mod mouse;
mod narrow;
mod take;

pub use super::open::{
    open_drafts, open_left, open_next, open_nominations, open_previous, open_right, open_tasks,
    still_open,
};
pub use super::recital::{
    recite, recite_down, recite_end, recite_left, recite_next, recite_page_down, recite_page_up,
    recite_previous, recite_right, recite_up,
};
pub(in crate::app) use call::choose_new;
pub use call::{
    begin_call, call_chair, call_present, close_item, detach, end_call, floor_done, floor_to,
    next_item, next_speaker, plan_minutes, quit, speaker_up, take_up, want_floor, withdraw_speaker,
};
pub use desk::{
    agree, change, defer, delivered, form_add, form_close, form_editor, form_entry_down,
    form_entry_up, form_list, form_open, form_remove, move_down, move_up, narrow_list, new_body,
    new_contribution, new_country, new_document, new_event, new_figure, new_instrument, new_item,
    new_meeting, new_nomination, new_note, new_outcome, new_person, new_position,
    new_recommendation, new_report, new_view, past, quick_add, quick_task, redo_change,
    redo_in_form, remove, save, undo_change, undo_in_form,
};
pub use field::{
    caret_back, caret_left, caret_on, caret_right, erase_back, erase_blank_back, erase_end,
    erase_on, erase_start, erase_word_back, erase_word_on, line_end, line_start, redo, select_all,
    select_down, select_end, select_left, select_page_down, select_page_up, select_right,
    select_start, select_text_end, select_text_start, select_up, select_word_left,
    select_word_right, text_end, text_start, undo, word_back, word_left, word_on, word_right,
};
pub(in crate::app) use go::go;
pub use go::{back, escape, follow, forward, open};
pub use layers::{
    accept, cancel, complete, difference_before, difference_next, field_before, filter_body,
    filter_choose, filter_country, filter_report, filter_status, help, other_down, other_up,
    palette, picker_bottom, picker_down, picker_page_down, picker_page_up, picker_top, picker_up,
    problems, search,
};
pub use motion::{
    bottom, down, left, next_pane, page_down, page_up, pane_1, pane_2, pane_3, pane_4, pane_5,
    previous_pane, right, top, up,
};
pub use narrow::{filter_clear, filter_last, toggle_link};
pub use take::{copy, copy_cited, print};

use super::board::{BoardKind, Pane};
use super::{App, Focus, Request, Sides};
use crate::script::Form;
use crate::words::ui;

/// Gives the terminal back and stops until continued.
pub fn suspend(app: &mut App) {
    app.request = Some(Request::Suspend);
}

/// Sends the whole screen again.
pub fn redraw(app: &mut App) {
    app.request = Some(Request::Redraw);
}

/// Sends text in the next form, for a terminal in which Arabic does not read right.
pub fn form(app: &mut App) {
    let (form, said) = match app.form {
        Form::Visual => (Form::Words, ui::FORM_WORDS),
        Form::Words => (Form::Kitty, ui::FORM_KITTY),
        Form::Kitty => (Form::Off, ui::FORM_OFF),
        Form::Off => (Form::Visual, ui::FORM_VISUAL),
    };
    app.form = form;
    app.message = Some(said.into());
    app.request = Some(Request::Form);
}

/// Turns the interface to the other language, and what one chooses from to its order.
pub fn language(app: &mut App) {
    app.language = app.language.other();
    app.renew_in_language();
}

/// Shows the detail in the next choice of languages.
pub fn sides(app: &mut App) {
    use crate::report::Language;
    app.sides = match app.sides {
        Sides::Own => Sides::Both,
        Sides::Both => Sides::Other,
        Sides::Other => Sides::Own,
    };
    let shown = match (app.sides, app.language) {
        (Sides::Both, _) => ui::DETAIL_BOTH,
        (Sides::Own, Language::Arabic) | (Sides::Other, Language::English) => ui::DETAIL_ARABIC,
        (Sides::Own, Language::English) | (Sides::Other, Language::Arabic) => ui::DETAIL_ENGLISH,
    };
    app.message = Some(shown.into());
}

/// Gives the pane in use the screen, or takes it back.
pub fn zoom(app: &mut App) {
    app.zoomed = !app.zoomed;
}

/// Shows a board.
fn show(app: &mut App, kind: BoardKind) {
    if let Some(index) = BoardKind::ALL.iter().position(|board| *board == kind) {
        app.board = index;
    }
    app.focus = Focus::Panes;
    app.reading = super::Reading::default();
    app.refill();
}

/// Shows the four panes.
pub fn view_council(app: &mut App) {
    show(app, BoardKind::Council);
}

/// Shows the outline.
pub fn view_outline(app: &mut App) {
    show(app, BoardKind::Outline);
}

/// Shows contributions, outcomes, views and notes.
pub fn view_background(app: &mut App) {
    show(app, BoardKind::Background);
}

/// Shows the calendar; at first it opens at today, or at what comes next.
pub fn view_calendar(app: &mut App) {
    let today = app.day();
    let mut boards = app.boards.iter();
    let calendar = boards.find(|board| board.kind == BoardKind::Calendar);
    let is_first = calendar
        .and_then(|board| board.panes.first())
        .is_some_and(Pane::is_untouched);
    show(app, BoardKind::Calendar);
    let library = &app.shelf.library;
    let board = app.boards.get_mut(app.board).filter(|_| is_first);
    if let Some(days) = board.and_then(|board| board.panes.first_mut()) {
        days.select_day(library, today);
    }
}

/// Shows the figures.
pub fn view_figures(app: &mut App) {
    show(app, BoardKind::Figures);
}

/// Shows the directory.
pub fn view_directory(app: &mut App) {
    show(app, BoardKind::Directory);
}
