//! The hints at the bottom while something is filled in: the same key saves, adds or chooses.

use crate::app::desk::form::FormLayer;
use crate::app::{App, Layer};
use crate::words::{Phrase, command, desk as words};

/// Whether a command is of use in what lies on top.
pub fn is_useful(app: &App, name: &str) -> bool {
    let layer = app.layer();
    let text = matches!(layer, Some(Layer::Field(field)) if field.is_text());
    match name {
        "change" => app.desk.writes(),
        "accept" => !text,
        "complete" => matches!(layer, Some(Layer::Field(field)) if field.count() > 0),
        "save" => text || matches!(layer, Some(Layer::Form(form)) if form.is_new()),
        "form-editor" => matches!(layer, Some(Layer::Form(form)) if holds_text(form)),
        _ => true,
    }
}

/// Whether the field in hand of a form is a text in one language.
fn holds_text(form: &FormLayer) -> bool {
    let last = form.current().and_then(|row| row.path.last());
    matches!(last.map(String::as_str), Some("ar" | "en"))
}

/// What the command does to what lies on top.
pub fn hint(app: &App, name: &str) -> Option<Phrase> {
    if name == "change" {
        return Some(words::HINT_CHANGE);
    }
    Some(match (name, app.layer()?) {
        ("accept", Layer::Field(_) | Layer::Choose(_)) => words::HINT_SAVE,
        ("accept", Layer::Quick(_)) | ("save", Layer::Form(_)) => words::HINT_ADD,
        ("accept", Layer::Past(_)) | ("form-open", Layer::Clash(_)) => words::HINT_TAKE,
        ("accept", _) => command::HINT_ACCEPT,
        ("save", _) => words::HINT_SAVE,
        ("complete", _) => words::HINT_COMPLETE,
        ("form-open", _) => words::HINT_FIELD,
        ("form-editor", _) => words::HINT_EDITOR,
        _ => return None,
    })
}
