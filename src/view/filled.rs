//! The hints at the bottom while something is filled in: the same key saves, adds or chooses.

use crate::app::desk::form::FormLayer;
use crate::app::{App, Layer};
use crate::report::Kind;
use crate::words::{Phrase, command, desk as words, form};

/// Whether a command is of use in what lies on top.
pub fn is_useful(app: &App, name: &str) -> bool {
    let layer = app.layer();
    let text = matches!(layer, Some(Layer::Field(field)) if field.is_text());
    match name {
        "change" => app.desk.writes(),
        "accept" => !text && !brings_person(app),
        "complete" => {
            text && app.fills() || matches!(layer, Some(Layer::Field(field)) if field.count() > 0)
        }
        "save" => {
            let is_new = matches!(layer, Some(Layer::Form(form)) if form.is_new());
            text || app.fills() || is_new || brings_person(app)
        }
        "form-page-down" => matches!(layer, Some(Layer::Clash(_))) && has_more(app),
        "other-down" => text && has_more(app),
        "difference-next" => {
            matches!(layer, Some(Layer::Clash(_))) && app.seen().versions.behind.is_some()
        }
        "apart-next" => matches!(layer, Some(Layer::Field(field)) if text && field.other.is_some()),
        "form-editor" => match layer {
            Some(Layer::Form(form)) => holds_text(form),
            Some(Layer::Open(_)) => app.desk.writes(),
            _ => false,
        },
        "form-add" => matches!(layer, Some(Layer::Form(form)) if form.is_list) && app.desk.writes(),
        "form-remove" | "form-entry-down" => {
            let entry = |form: &FormLayer| form.entry().is_some();
            matches!(layer, Some(Layer::Form(form)) if entry(form)) && app.desk.writes()
        }
        "agree" => in_open(app) == Some(Kind::Position) && app.desk.writes(),
        "delivered" => in_open(app).is_some() && app.desk.writes(),
        "narrow-list" => in_open(app).is_some() || matches!(layer, Some(Layer::Past(_))),
        _ => true,
    }
}

/// Whether the line on top brings somebody into the directory.
fn brings_person(app: &App) -> bool {
    let draft = match app.layer() {
        Some(Layer::Quick(quick)) => quick.draft.as_ref(),
        _ => None,
    };
    draft.is_some_and(|draft| draft.new_person.is_some())
}

/// Whether not all of two versions has room.
const fn has_more(app: &App) -> bool {
    let seen = app.seen().versions;
    seen.rows > seen.fits
}

/// What the record in hand of a list of what is open is, while keys act on it.
fn in_open(app: &App) -> Option<Kind> {
    match app.layer()? {
        Layer::Open(open) if !open.picker.typing => {
            let choice = open.picker.current()?;
            Some(app.library().kind(choice.value))
        }
        _ => None,
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
        ("accept", Layer::Field(_) | Layer::Choose(_)) if app.fills() => words::HINT_NEXT_FIELD,
        ("accept", Layer::Field(_) | Layer::Choose(_)) => words::HINT_SAVE,
        ("save", Layer::Field(_) | Layer::Choose(_)) if app.fills() => words::HINT_ADD,
        ("complete", Layer::Field(field)) if app.fills() && field.is_text() => {
            words::HINT_NEXT_FIELD
        }
        ("cancel", Layer::Field(_) | Layer::Choose(_)) if app.fills() => words::HINT_THE_FORM,
        ("cancel", Layer::Call(picker)) if picker.stays() => words::HINT_READY,
        ("cancel", _) => command::HINT_CANCEL,
        ("accept" | "save", Layer::Quick(_)) | ("save", Layer::Form(_)) => words::HINT_ADD,
        ("accept" | "form-open", Layer::Past(_)) => words::HINT_BRING_BACK,
        ("form-open", Layer::Clash(_)) => words::HINT_TAKE,
        ("accept", Layer::Call(_)) => words::HINT_TAKE,
        ("accept", _) => command::HINT_ACCEPT,
        ("save", _) => words::HINT_SAVE,
        ("complete", _) => words::HINT_COMPLETE,
        ("form-page-down", _) => words::HINT_MORE,
        ("other-down", _) => words::HINT_OTHER,
        ("difference-next" | "apart-next", _) => words::HINT_APART,
        ("form-open", Layer::Removal(_) | Layer::Call(_)) => words::HINT_TAKE,
        ("form-open", Layer::Open(_)) => command::HINT_ACCEPT,
        ("form-editor", Layer::Open(_)) => words::HINT_CHANGE,
        ("agree", _) => words::HINT_AGREED,
        ("delivered", _) => match in_open(app)? {
            Kind::Recommendation => words::HINT_DONE,
            Kind::Nomination => words::HINT_SUBMITTED,
            _ => words::HINT_DELIVERED,
        },
        ("form-add", _) => form::HINT_ADD_ENTRY,
        ("form-remove", _) => form::HINT_REMOVE,
        ("form-entry-down", _) => form::HINT_MOVE,
        ("narrow-list", _) => command::HINT_FILTER,
        ("form-open", _) => words::HINT_FIELD,
        ("form-editor", _) => words::HINT_EDITOR,
        _ => return None,
    })
}
