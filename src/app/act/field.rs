//! What the keys do in a line that is typed in.

use super::super::input::{Input, Move};
use super::super::{App, Layer};

/// Declares commands that move the caret: name, where to, whether what it passes is selected.
macro_rules! moves {
    ($($(#[$doc:meta])* $name:ident $to:ident $select:literal;)*) => {
        $($(#[$doc])* pub fn $name(app: &mut App) {
            edit(app, |input, rtl| {
                input.go(Move::$to, $select, rtl);
                false
            });
        })*
    };
}

moves! {
    /// A cluster to the left, as the eye sees.
    caret_left Left false;
    /// A cluster to the right, as the eye sees.
    caret_right Right false;
    /// A cluster back, in the order of the text.
    caret_back Back false;
    /// A cluster on, in the order of the text.
    caret_on On false;
    /// To the left end of a word, as the eye sees.
    word_left WordLeft false;
    /// To the right end of a word, as the eye sees.
    word_right WordRight false;
    /// To the beginning of a word.
    word_back WordBack false;
    /// To the end of a word.
    word_on WordOn false;
    /// To the beginning of the line.
    line_start Start false;
    /// To the end of the line.
    line_end End false;
    /// To the beginning of the text.
    text_start TextStart false;
    /// To the end of the text.
    text_end TextEnd false;
    /// Selects a cluster to the left.
    select_left Left true;
    /// Selects a cluster to the right.
    select_right Right true;
    /// Selects to the left end of a word.
    select_word_left WordLeft true;
    /// Selects to the right end of a word.
    select_word_right WordRight true;
    /// Selects to the beginning of the line.
    select_start Start true;
    /// Selects to the end of the line.
    select_end End true;
    /// Selects to the beginning of the text.
    select_text_start TextStart true;
    /// Selects to the end of the text.
    select_text_end TextEnd true;
}

/// Selects to the row above, in a text of several lines.
pub fn select_up(app: &mut App) {
    rows(app, -1, true);
}

/// Selects to the row below.
pub fn select_down(app: &mut App) {
    rows(app, 1, true);
}

/// Selects a page up.
pub fn select_page_up(app: &mut App) {
    rows(app, -page(app), true);
}

/// Selects a page down.
pub fn select_page_down(app: &mut App) {
    rows(app, page(app), true);
}

/// How many rows a page of the layer on top has.
pub(super) fn page(app: &App) -> isize {
    isize::try_from(app.seen.layer.fits.max(1)).unwrap_or(1)
}

/// Moves the caret by so many rows of a text of several lines, or the row in hand of the list below a
/// line.
pub(super) fn rows(app: &mut App, by: isize, select: bool) {
    let input = app.layers.last_mut().and_then(Layer::input_mut);
    if let Some(input) = input.filter(|input| input.lines().is_some()) {
        let to = if by < 0 { Move::Up } else { Move::Down };
        for _ in 0..by.unsigned_abs() {
            input.go(to, select, false);
        }
    } else if let Some(layer) = app.layers.last_mut() {
        layer.step(by);
        app.read_on();
    }
}

/// Declares commands that erase what is selected, else up to where a move leads.
macro_rules! erasures {
    ($($(#[$doc:meta])* $name:ident $to:ident;)*) => {
        $($(#[$doc])* pub fn $name(app: &mut App) {
            app.mind_offered();
            change(app, |input, rtl| input.erase(Move::$to, rtl));
        })*
    };
}

erasures! {
    /// Erases the cluster before the caret.
    erase_back Back;
    /// Erases the cluster behind the caret.
    erase_on On;
    /// Erases to the beginning of a word.
    erase_word_back WordBack;
    /// Erases to the end of a word.
    erase_word_on WordOn;
    /// Erases to the blank before.
    erase_blank_back BlankBack;
    /// Erases to the beginning of the text.
    erase_start Start;
    /// Erases to the end of the text.
    erase_end End;
}

/// Selects everything.
pub fn select_all(app: &mut App) {
    edit(app, |input, _| {
        input.select_all();
        false
    });
}

/// Takes back the last change.
pub fn undo(app: &mut App) {
    change(app, |input, _| input.undo());
}

/// Makes the change again that was taken back last.
pub fn redo(app: &mut App) {
    change(app, |input, _| input.redo());
}

/// Changes the line that is typed in, where it may be changed.
fn change(app: &mut App, what: impl FnOnce(&mut Input, bool) -> bool) {
    if app.may_type() {
        edit(app, what);
    }
}

/// Does something to the line that is typed in; where it changed the text, searches or narrows anew.
fn edit(app: &mut App, what: impl FnOnce(&mut Input, bool) -> bool) {
    let rtl = app.rtl();
    let Some(input) = app.layers.last_mut().and_then(Layer::input_mut) else {
        return;
    };
    if what(input, rtl) {
        app.typed();
    }
}
