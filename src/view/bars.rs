//! The lines on top and at the bottom: where one is and what is narrowed; the keys that apply, or
//! what there is to say.

use ratatui::layout::Rect;

use crate::app::board::BoardKind;
use crate::app::command::{COMMANDS, Command, Context};
use crate::app::key::Press;
use crate::app::{App, Focus};
use crate::report::Language;
use crate::words::{Phrase, command as command_words, ui};

use super::canvas::{Canvas, Edge};
use super::styled::Styled;
use super::theme;

/// Draws the line on top: where one is, what is narrowed, what could not be read.
pub fn header(app: &App, canvas: &mut Canvas<'_>, area: Rect, alone: bool) {
    let language = canvas.language();
    let mut line = Styled::default();
    if alone {
        others(app, &mut line);
    } else {
        line.push(ui::PROGRAM.get(language), theme::HEADING);
        if let Some(board) = app.board() {
            line.push(" › ", theme::QUIET);
            line.push(board.kind.title().get(language), theme::PLAIN);
        }
    }
    // Filters and problems come before what the screen shows anyhow: they are not to be cut off.
    for filter in app.scope.filters() {
        line.push("  [", theme::KEY);
        line.push(filter.what().get(language), theme::QUIET);
        line.push(": ", theme::QUIET);
        line.push_code(filter.name(app.library()).get(language), theme::KEY);
        line.push(" ×]", theme::KEY);
    }
    let problems = app.library().problems().len();
    if problems > 0 {
        line.push("  ", theme::PLAIN);
        line.push(ui::problems(problems).get(language), theme::WRONG);
    }
    let council = app
        .board()
        .is_some_and(|board| board.kind == BoardKind::Council);
    if council && (!app.linked || !alone) {
        line.push("  ", theme::PLAIN);
        let said = if app.linked { ui::LINKED } else { ui::UNLINKED };
        line.push(said.get(language), theme::QUIET);
    }
    let drawn = canvas.words(&line, area.width);
    canvas.put(area, &drawn, Edge::Start);
}

/// Where only one pane is on the screen, the digits of all with what they hold.
fn others(app: &App, line: &mut Styled) {
    let Some(board) = app.board() else { return };
    for (index, pane) in board.panes.iter().enumerate() {
        if index > 0 {
            line.push(" ", theme::PLAIN);
        }
        let here = index == board.pane && app.focus == Focus::Panes;
        let style = if here { theme::FOCUS } else { theme::QUIET };
        line.push_code(&format!("{}:{}", index + 1, pane.rows.len()), style);
    }
}

/// Draws the line at the bottom: a message, else hints. Keys that wait for more are answered with
/// all that can follow, on as many lines above it as that needs.
pub fn footer(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let language = canvas.language();
    let pending = app.pending();
    if !pending.is_empty() {
        continuations(app, canvas, area, &pending);
        return;
    }
    let line = match &app.message {
        Some(message) => Styled::new(message.get(language), theme::MESSAGE),
        None => hints(app, language, area.width),
    };
    // What is said is said whole, over as many lines as it takes; hints are as many as fit.
    let lines = canvas.wrapped_words(&line, area.width);
    let most = usize::from(area.y).min(lines.len());
    let above = u16::try_from(most.saturating_sub(1)).unwrap_or(0);
    let place = Rect {
        y: area.y - above,
        height: area.height + above,
        ..area
    };
    canvas.fill(place, " ", theme::PLAIN);
    for (row, line) in place.rows().zip(lines) {
        canvas.put(row, &line, Edge::Start);
    }
}

/// What can follow the keys pressed so far: a line for each, above the line at the bottom.
fn continuations(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    pending: &[(&'static Command, Press)],
) {
    let language = canvas.language();
    let count = u16::try_from(pending.len()).unwrap_or(u16::MAX);
    let rows = count.min(area.y.saturating_sub(1));
    let over = Rect {
        y: area.y - rows,
        height: rows + 1,
        ..area
    };
    canvas.fill(over, " ", theme::PLAIN);
    for (row, (command, press)) in over.rows().zip(pending) {
        let mut line = Styled::default();
        line.push(" ", theme::PLAIN);
        hint(&mut line, &press.to_string(), command.words, language);
        let drawn = canvas.words(&line, row.width);
        canvas.put(row, &drawn, Edge::Start);
    }
    let mut pressed = Styled::default();
    for press in app.pressed() {
        pressed.push_code(&press.to_string(), theme::KEY);
        pressed.push(" …", theme::QUIET);
    }
    let drawn = canvas.words(&pressed, area.width);
    canvas.put(area, &drawn, Edge::Start);
}

/// A key and what it does.
fn hint(line: &mut Styled, key: &str, words: Phrase, language: Language) {
    line.push_code(key, theme::KEY);
    line.push(" ", theme::QUIET);
    line.push(words.get(language), theme::QUIET);
    line.push("  ", theme::QUIET);
}

/// The keys that apply here, as many as fit; the way to all of them comes first.
fn hints(app: &App, language: Language, width: u16) -> Styled {
    let context = app.context();
    let mut wanted: Vec<(String, Phrase)> = Vec::new();
    let of = |name: &str| {
        COMMANDS
            .iter()
            .find(|command| command.name == name && command.when.holds(context))
    };
    for name in [
        "accept", "cancel", "help", "search", "open", "follow", "list", "back", "link",
    ] {
        let useful = match name {
            "back" => app.can_go_back(),
            "list" => context == Context::Detail,
            _ => true,
        };
        if let Some(command) = of(name).filter(|_| useful)
            && let Some(words) = command.hint
        {
            wanted.push((command.key(), words));
        }
    }
    if context != Context::Picker {
        // The first keys of the two families; pressing one shows the rest.
        wanted.push(("f".to_owned(), command_words::HINT_FILTER));
        wanted.push(("v".to_owned(), command_words::HINT_VIEW));
        if !app.scope.is_whole() {
            wanted.push(("Backspace".to_owned(), command_words::HINT_UNFILTER));
        }
        for name in ["sides", "language", "quit"] {
            if let Some((command, words)) = of(name).and_then(|c| Some((c, c.hint?))) {
                wanted.push((command.key(), words));
            }
        }
    }
    let mut line = Styled::default();
    for (key, words) in wanted {
        let mut more = line.clone();
        hint(&mut more, &key, words, language);
        if crate::script::width(&more.text) > usize::from(width) + 2 {
            break;
        }
        line = more;
    }
    line
}
