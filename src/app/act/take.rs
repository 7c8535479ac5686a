//! Taking the record in hand along: copying it, printing it after leaving.

use crate::words::copy as words;

use super::super::App;
use super::super::outbox::Excerpt;
use super::super::plain;

/// Hands the record to the clipboard.
pub fn copy(app: &mut App) {
    hand_over(app, false);
}

/// Hands the record to the clipboard, with where it comes from.
pub fn copy_cited(app: &mut App) {
    hand_over(app, true);
}

/// Has the record printed after leaving, with where it comes from. What is among what is to be
/// printed already is not printed twice.
pub fn print(app: &mut App) {
    let Some(excerpt) = excerpt(app, true) else {
        return;
    };
    if !app.outbox.print.contains(&excerpt) {
        app.outbox.print.push(excerpt);
    }
    app.message = Some(words::to_print(app.outbox.print.len()));
}

fn hand_over(app: &mut App, cited: bool) {
    let Some(excerpt) = excerpt(app, cited) else {
        return;
    };
    // Until it is known where it has come to.
    app.message = Some(words::copying(&excerpt.id));
    app.outbox.copy = Some(excerpt);
}

/// The record in hand, in the languages shown; where there is none, that is said.
fn excerpt(app: &mut App, cited: bool) -> Option<Excerpt> {
    let Some(key) = app.pointed_at() else {
        app.message = Some(words::NOTHING_IN_HAND.into());
        return None;
    };
    Some(Excerpt {
        id: crate::script::sanitise(app.library().id(key)).into_owned(),
        text: plain::text(app.library(), key, app.languages(), cited),
    })
}
