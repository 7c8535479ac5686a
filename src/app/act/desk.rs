//! Changing records: one key for what is decided in a call, forms for all the rest.

mod decided;

use crate::library::Key;
use crate::library::edit::Edit;
use crate::library::keep::wish::Assignment;
use crate::library::keep::{Change, Seen, path_of};
use crate::report::Kind;
use crate::words::{Message, desk as words, ui};

use super::super::desk::permit::Wanted;
use super::super::desk::value_of;
use super::super::outbox::Letter;
use super::super::{App, Layer, Request};

pub(in crate::app::act) use decided::decide_on;
pub use decided::{agree, defer, delivered};

/// Opens the form of the record in hand.
pub fn change(app: &mut App) {
    match app.in_hand() {
        Some(key) => app.open_form(key),
        None => app.message = Some(words::NOTHING_IN_HAND.into()),
    }
}

/// Gives a field of a record a value.
fn assign(app: &mut App, key: Key, assignment: &str) {
    let kind = app.library().kind(key);
    let seen = Assignment::read(assignment, kind)
        .ok()
        .and_then(|read| value_of(app.library(), key, read.path()));
    let file = app.file(key);
    let Some(desk) = app.wish() else { return };
    let wished = || {
        let read = Assignment::read(assignment, kind)?;
        let mut change = Change {
            file: file.ok_or_else(|| Message::from(words::GONE))?,
            record: desk.library.id(key).to_owned(),
            ..Change::default()
        };
        let base = path_of(desk.library, key).ok_or_else(|| Message::from(words::GONE))?;
        read.add_to(&mut change, &desk, key, &base)?;
        let seen = change.edits.iter().map(|edit| Seen {
            at: edit.at().clone(),
            value: seen.clone(),
        });
        change.seen = seen.collect();
        Ok(change)
    };
    match wished() {
        Ok(change) => app.write_now(change),
        Err(why) => app.message = Some(why),
    }
}

fn position_of(app: &App, here: Key) -> Option<Key> {
    let library = app.library();
    match library.kind(here) {
        Kind::Position => Some(here),
        Kind::Item => {
            let key = library.with_id(&format!("{}/position", library.id(here)))?;
            (library.kind(key) == Kind::Position).then_some(key)
        }
        _ => None,
    }
}

/// Asks whether the record in hand is to be deleted.
pub fn remove(app: &mut App) {
    app.ask_removal();
}

/// Undoes the person's last change of the files.
pub fn undo_change(app: &mut App) {
    app.undo_last();
}

/// Does again what the person undid last.
pub fn redo_change(app: &mut App) {
    app.redo_last();
}

/// Undoes what was changed last from within the form.
pub fn undo_in_form(app: &mut App) {
    app.undo_in_form();
}

/// Does again what was undone last from within the form.
pub fn redo_in_form(app: &mut App) {
    app.redo_in_form();
}

/// Opens the history of the record in hand.
pub fn past(app: &mut App) {
    app.open_past();
}

/// Declares commands that open the form of a new record: name, kind.
macro_rules! new {
    ($($(#[$doc:meta])* $name:ident $kind:ident;)*) => {
        $($(#[$doc])* pub fn $name(app: &mut App) {
            app.open_new(Kind::$kind);
        })*
    };
}

new! {
    /// The form of a new recommendation.
    new_recommendation Recommendation;
    /// The form of a new nomination.
    new_nomination Nomination;
    /// The form of a new contribution.
    new_contribution Contribution;
    /// The form of a new note.
    new_note Note;
    /// The form of a new outcome.
    new_outcome Outcome;
    /// The form of a new item.
    new_item Item;
    /// The form of a new meeting.
    new_meeting Meeting;
    /// The form of a new view.
    new_view View;
    /// The form of a new body.
    new_body Body;
    /// The form of a new person.
    new_person Person;
    /// The form of a new country.
    new_country Country;
    /// The form of a new instrument.
    new_instrument Instrument;
    /// The form of a new document.
    new_document Document;
    /// The form of a new event.
    new_event Event;
    /// The form of a new figure.
    new_figure Figure;
}

/// A new report: whose agenda it gets, then its form.
pub fn new_report(app: &mut App) {
    app.choose_agenda();
}

/// The form of a new position; of the one that the item has, in which one types at once as well, and that is
/// said.
pub fn new_position(app: &mut App) {
    match app.in_hand().and_then(|here| position_of(app, here)) {
        Some(key) if app.may(Wanted::Any) => app.open_position(key),
        Some(_) => {}
        None => app.open_new(Kind::Position),
    }
}

/// Moves the item in hand one place down in its report.
pub fn move_down(app: &mut App) {
    move_item(app, true);
}

/// Moves the item in hand one place up in its report.
pub fn move_up(app: &mut App) {
    move_item(app, false);
}

fn move_item(app: &mut App, down: bool) {
    let library = app.library();
    let here = app.in_hand().filter(|key| library.kind(*key) == Kind::Item);
    let Some(here) = here else {
        app.message = Some(words::NO_ITEM.into());
        return;
    };
    let report = library.report_of(here);
    let all = library.of_kind(Kind::Item).iter();
    let all: Vec<Key> = all
        .filter(|key| library.report_of(**key) == report)
        .copied()
        .collect();
    let place = all.iter().position(|key| *key == here).unwrap_or_default();
    // It comes to stand before this one; before none at the end.
    let (possible, before) = match down {
        true => (place + 1 < all.len(), all.get(place + 2).copied()),
        false => (
            place > 0,
            place.checked_sub(1).and_then(|at| all.get(at)).copied(),
        ),
    };
    if !possible {
        let said = if down { words::AT_END } else { words::AT_START };
        app.message = Some(said.into());
        return;
    }
    let Some(desk) = app.wish() else { return };
    let step = |key: Key| path_of(desk.library, key)?.0.pop();
    let wished = || {
        Some(Change {
            file: desk.file(here).ok()?,
            record: desk.library.id(here).to_owned(),
            edits: vec![Edit::Move {
                at: path_of(desk.library, here)?,
                before: before.and_then(step),
            }],
            seen: Vec::new(),
        })
    };
    match wished() {
        Some(change) => app.write_now(change),
        None => app.message = Some(words::GONE.into()),
    }
}

/// Opens the line in which a recommendation is asked for.
pub fn quick_task(app: &mut App) {
    app.open_quick("@");
}

/// Opens the line in which a record is added.
pub fn quick_add(app: &mut App) {
    app.open_quick("+");
}

/// Opens the field in hand of a form, goes to the record in hand of a list; takes the choice in hand
/// of a conflict.
pub fn form_open(app: &mut App) {
    match app.layers.last() {
        Some(Layer::Clash(_)) => app.settle_clash(),
        Some(Layer::Removal(_)) => app.settle_removal(),
        Some(Layer::Open(_) | Layer::Call(_)) => super::accept(app),
        Some(Layer::Past(_)) => app.bring_back(),
        _ => app.open_field(),
    }
}

/// Closes a form; of a conflict, what is in the file stays and what was typed is kept.
pub fn form_close(app: &mut App) {
    match app.layers.last() {
        Some(Layer::Clash(clash)) => {
            app.message = Some(app.said_of_leaving(clash));
            app.layers.pop();
        }
        Some(Layer::Open(_)) => {
            if let Some(Layer::Open(open)) = app.layers.pop() {
                super::super::open::remember(app, &open);
            }
        }
        Some(Layer::Removal(_) | Layer::Past(_) | Layer::Call(_)) => drop(app.layers.pop()),
        _ => app.close_form(),
    }
}

/// Saves the field that is being changed, or adds the record of a form, from within a field too.
pub fn save(app: &mut App) {
    match app.layers.last() {
        Some(Layer::Field(_) | Layer::Choose(_)) if app.fills() => app.add_from_field(),
        Some(Layer::Field(_)) => app.save_field(),
        Some(Layer::Choose(_)) => app.save_choice(),
        Some(Layer::Quick(_)) => app.save_quick(),
        Some(Layer::Sort(_)) => app.choose_sort(),
        Some(Layer::Form(form)) if form.is_new() => app.add_form(),
        Some(Layer::Call(_)) => _ = app.open_unknown(),
        _ => {}
    }
}

/// Opens the text of the field in hand in the person's own editor.
pub fn form_editor(app: &mut App) {
    if let Some(Layer::Open(_)) = app.layers.last() {
        return change(app);
    }
    app.open_field();
    let Some(Layer::Field(field)) = app.layers.last() else {
        return;
    };
    if !field.is_text() {
        app.layers.pop();
        app.message = Some(words::NO_TEXT_HERE.into());
        return;
    }
    // There it would be changed.
    if !app.may_type() {
        app.layers.pop();
        return;
    }
    let Some(Layer::Field(field)) = app.layers.last() else {
        return;
    };
    app.outbox.letter = Some(Letter {
        text: field.input.text().to_owned(),
    });
    app.request = Some(Request::Editor);
}

/// Opens the list in the row in hand entry by entry.
pub fn form_list(app: &mut App) {
    app.open_entries();
}

/// Adds an entry to a list.
pub fn form_add(app: &mut App) {
    app.add_entry();
}

/// Empties the field in hand, or takes the entry in hand out of its list.
pub fn form_remove(app: &mut App) {
    if app.may(Wanted::Any) {
        app.remove_entry();
    }
}

/// Moves the entry in hand of a list one place down.
pub fn form_entry_down(app: &mut App) {
    if app.may(Wanted::Any) {
        app.move_entry(true);
    }
}

/// Moves the entry in hand of a list one place up.
pub fn form_entry_up(app: &mut App) {
    if app.may(Wanted::Any) {
        app.move_entry(false);
    }
}

/// Narrows a list by what is typed from now on.
pub fn narrow_list(app: &mut App) {
    match app.layers.last_mut() {
        Some(Layer::Open(open)) => open.picker.typing = true,
        Some(Layer::Past(picker)) => picker.typing = true,
        _ => app.message = Some(ui::NOT_HERE.into()),
    }
}

impl App {
    /// Takes what the person's own editor made of a text: it is saved, the whole of it, what was written
    /// there made of plain letters. None where it did not end well; the text stays in its field.
    pub fn edited(&mut self, text: Option<String>) {
        let rtl = self.rtl();
        let Some(Layer::Field(field)) = self.layers.last_mut() else {
            return;
        };
        let Some(text) = text else {
            self.message = Some(words::EDITOR_FAILED.into());
            return;
        };
        // Some editors write a mark at the beginning, most end the last line.
        let text = text.trim_start_matches('\u{FEFF}').trim_end();
        if text != field.input.text().trim_end() {
            field.input.set(text, rtl);
        }
        self.read_field();
        self.save_field();
        self.note_typing();
    }
}
