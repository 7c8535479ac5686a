//! The lines on top and at the bottom: where one is and what is narrowed; the keys that apply, or
//! what there is to say.

use ratatui::layout::Rect;

use crate::app::board::BoardKind;
use crate::app::command::{COMMANDS, Context};
use crate::app::key::Press;
use crate::app::{App, Focus};
use crate::report::Language;
use crate::words::{Phrase, command as command_words, desk, ui};

use super::canvas::{Canvas, Drawn, Edge};
use super::styled::Styled;
use super::{filled, progress, theme};

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
    // What can be lost comes first, then filters and problems, then what the screen shows anyhow: that may be
    // cut off.
    if app.desk.keeps_nothing() {
        line.push("  ", theme::PLAIN);
        line.push(desk::KEEPS_NOTHING.get(language), theme::WRONG);
    }
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
    if app.desk.reads_only() {
        line.push("  ", theme::PLAIN);
        line.push(ui::READ_ONLY.get(language), theme::QUIET);
    }
    let council = app
        .board()
        .is_some_and(|board| board.kind == BoardKind::Council);
    if council && (!app.linked || !alone) {
        line.push("  ", theme::PLAIN);
        let said = if app.linked { ui::LINKED } else { ui::UNLINKED };
        line.push(said.get(language), theme::QUIET);
    }
    if app.is_writing() && app.message.is_none() {
        line.push("  ", theme::PLAIN);
        line.push(desk::WRITING_SIGN.get(language), theme::QUIET);
    }
    if let Some(loading) = app.loading.filter(|loading| loading.behind) {
        progress::sign(&mut line, &loading, language);
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
        let count = ui::grouped(pane.rows.len());
        line.push_code(&format!("{}:{count}", index + 1), style);
    }
}

/// Draws the line at the bottom: a message, else the keys that would complete a command, else how
/// far the library is read, else hints. What is said is said whole, over as many lines as it takes; hints are as many as fit.
pub fn footer(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let language = canvas.language();
    let loading = app.loading.filter(|loading| !loading.behind);
    if let Some(loading) = &loading
        && app.message.is_none()
        && app.pressed().is_empty()
    {
        progress::draw(app, canvas, area, loading);
        return;
    }
    let said = if let Some(message) = &app.message {
        vec![Styled::new(message.get(language), theme::MESSAGE)]
    } else if app.pressed().is_empty() {
        vec![hints(app, language, area.width)]
    } else {
        continuations(app, language, area)
    };
    let lines: Vec<Drawn> = said
        .iter()
        .flat_map(|line| canvas.wrapped_words(line, area.width))
        .collect();
    let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let above = above.min(area.y);
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

/// Draws the message, or the keys that would complete a command, where there are any; else nothing.
pub fn said(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if app.message.is_some() || !app.pressed().is_empty() {
        footer(app, canvas, area);
    }
}

/// The keys pressed, and those that would complete a command: a line each where there is room,
/// else as many on a line as fit; a line is not broken within one.
fn continuations(app: &App, language: Language, area: Rect) -> Vec<Styled> {
    let pending = app.pending();
    let roomy = usize::from(area.y) > 2 * pending.len();
    let arabic = app.arabic_keys();
    let mut line = Styled::default();
    for press in app.pressed() {
        line.push_key(&press.told(arabic), theme::KEY);
        line.push(" … ", theme::QUIET);
    }
    let mut lines = Vec::new();
    for (command, press) in pending {
        let mut more = line.clone();
        hint(&mut more, &press.told(arabic), command.words, language);
        let full = crate::script::width(&more.text) > usize::from(area.width) + 2;
        if (roomy || full) && !line.text.is_empty() {
            lines.push(std::mem::take(&mut line));
            hint(&mut line, &press.told(arabic), command.words, language);
        } else {
            line = more;
        }
    }
    lines.push(line);
    lines
}

/// A key and what it does.
fn hint(line: &mut Styled, key: &str, words: Phrase, language: Language) {
    line.push_key(key, theme::KEY);
    line.push(" ", theme::QUIET);
    line.push(words.get(language), theme::QUIET);
    line.push("  ", theme::QUIET);
}

/// The keys that apply here, as many as fit; the way to all of them comes first.
fn hints(app: &App, language: Language, width: u16) -> Styled {
    let context = app.context();
    let arabic = app.arabic_keys();
    let mut wanted: Vec<(String, Phrase)> = Vec::new();
    let of = |name: &str| {
        COMMANDS
            .iter()
            .find(|command| command.name == name && command.when.holds(context))
    };
    for name in [
        "form-open",
        "save",
        "accept",
        "complete",
        "cancel",
        "difference-next",
        "apart-next",
        "form-page-down",
        "other-down",
        "form-close",
        "form-editor",
        "open-next",
        "agree",
        "delivered",
        "form-add",
        "form-remove",
        "form-entry-down",
        "narrow-list",
        "help",
        "search",
        "open",
        "change",
        "follow",
        "list",
        "back",
        "link",
    ] {
        let useful = match name {
            "form-open" | "save" | "accept" | "complete" | "cancel" | "form-page-down"
            | "other-down" | "difference-next" | "apart-next" | "form-editor" | "change"
            | "agree" | "delivered" | "form-add" | "form-remove" | "form-entry-down"
            | "narrow-list" => {
                let of = of(name).filter(|_| filled::is_useful(app, name));
                if let Some((command, words)) = of.zip(filled::hint(app, name)) {
                    wanted.push((command.key(arabic), words));
                }
                continue;
            }
            "back" => app.can_go_back(),
            "list" => context == Context::Detail,
            "follow" => app.reading.link.is_some(),
            _ => true,
        };
        if let Some(command) = of(name).filter(|_| useful)
            && let Some(words) = command.hint
        {
            wanted.push((command.key(arabic), words));
        }
    }
    if !matches!(
        context,
        Context::Picker | Context::Form | Context::Question | Context::Open
    ) {
        // The first keys of the two families; pressing one shows the rest.
        let first = |key| Press::parse(key).map_or_else(String::new, |key| key.told(arabic));
        wanted.push((first("f"), command_words::HINT_FILTER));
        wanted.push((first("v"), command_words::HINT_VIEW));
        if app.desk.writes() {
            wanted.push((first("n"), desk::HINT_NEW));
        }
        if !app.scope.is_whole() {
            wanted.push(("Backspace".to_owned(), command_words::HINT_UNFILTER));
        }
        for name in ["sides", "language", "quit"] {
            if let Some((command, words)) = of(name).and_then(|c| Some((c, c.hint?))) {
                wanted.push((command.key(arabic), words));
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
