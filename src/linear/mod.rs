//! The state told in lines, for screen readers and very small lines: one plain line for each
//! change, in logical order. Like the view it changes nothing; who runs the state hands [`seen`]
//! back to it, so that the keys move by what was told.
//!
//! What is typed is echoed ([`echo`]), and its results are told when they are asked for.

mod detail;
mod echo;
mod filling;
mod layer;
mod news;
mod recital;
mod row;

use crate::app::board::{Board, BoardKind, why_empty};
use crate::app::key::Press;
use crate::app::recital::Recital;
use crate::app::scope::Filter;
use crate::app::seen::{ListSeen, Seen};
use crate::app::{App, Focus, Reading, Sides};
use crate::library::Key;
use crate::report::Language;
use crate::script::sanitise;
use crate::words::{capital, linear as words, ui};

pub use echo::{Echo, echo, is_text, line as typed};
pub use news::{Before, by_others, changed, changed_by_program, tells_of};

use layer::LayerGlance;

/// How many rows a page is.
const PAGE: usize = 10;

/// What is told when it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    language: Language,
    sides: Sides,
    board: Option<BoardKind>,
    pane: usize,
    focus: Focus,
    /// The row in hand and the id of its record: another state of the library has other keys.
    row: Option<(usize, String)>,
    in_hand: Option<String>,
    reading: Reading,
    filters: Vec<Filter>,
    linked: bool,
    layer: Option<LayerGlance>,
    pressed: Vec<Press>,
    recital: Option<Recital>,
}

impl Glance {
    /// What there is now.
    #[must_use]
    pub fn of(app: &App) -> Self {
        let board = app.board();
        let pane = board.and_then(Board::current);
        let id = |key: Key| app.library().id(key).to_owned();
        Self {
            language: app.language,
            sides: app.sides,
            board: board.map(|board| board.kind),
            pane: board.map_or(0, |board| board.pane),
            focus: app.focus,
            row: pane.and_then(|pane| Some((pane.selected, id(pane.key()?)))),
            in_hand: app.in_hand().map(id),
            reading: app.reading,
            filters: app.scope.filters().collect(),
            linked: app.linked,
            layer: layer::glance(app),
            pressed: app.pressed().to_vec(),
            recital: app.recital,
        }
    }

    /// What is typed in the layer on top; none without one.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        self.layer.as_ref().map(|layer| layer.typed.as_str())
    }
}

/// What is said before the first key.
#[must_use]
pub fn start(app: &App) -> Vec<String> {
    let language = app.language;
    let mut lines = vec![ui::PROGRAM.get(language).to_owned()];
    let problems = app.library().problems().len();
    if problems > 0 {
        lines.push(ui::problems(problems).get(language).to_owned());
    }
    if app.desk.reads_only() {
        lines.push(capital(ui::READ_ONLY.get(language)));
    }
    lines.extend(here(app));
    lines.extend(app.message.iter().map(|said| said.get(language).to_owned()));
    lines.push(words::START.get(language).to_owned());
    clean(lines)
}

/// The lines that tell what has changed since then: what there is to say, then where one is.
/// Nothing where nothing has changed.
#[must_use]
pub fn changes(before: &Glance, app: &App) -> Vec<String> {
    let language = app.language;
    let now = Glance::of(app);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(app.message.iter().map(|said| said.get(language).to_owned()));
    if !now.pressed.is_empty() {
        lines.push(pending(app));
        return clean(lines);
    }
    if now.language != before.language {
        lines.push(words::INTERFACE.get(language).to_owned());
        lines.extend(here(app));
        return clean(lines);
    }
    match (&before.layer, &now.layer) {
        (_, None) => {}
        // What lies below was told before: only the row in hand of it.
        (Some(then), Some(layer)) if then.depth > layer.depth => {
            lines.extend(layer::row(app));
            return clean(lines);
        }
        (Some(then), Some(layer)) if (then.depth, &then.title) == (layer.depth, &layer.title) => {
            if then.typed != layer.typed {
                lines.extend(layer::results(app));
            } else if then.selected != layer.selected {
                lines.extend(layer::row(app));
            }
            return clean(lines);
        }
        (_, Some(_)) => {
            lines.extend(layer::opened(app));
            return clean(lines);
        }
    }
    if now.recital.is_some() {
        if (now.recital, now.sides) != (before.recital, before.sides) {
            lines.extend(recital::told(app));
        }
        return clean(lines);
    }
    if now.board != before.board {
        lines.extend(board(app));
    }
    if now.filters != before.filters {
        lines.push(filters(app));
    }
    if now.filters != before.filters || now.linked != before.linked {
        lines.extend(counts(app));
    }
    let elsewhere = before.layer.is_some()
        || (now.board, now.pane, now.focus) != (before.board, before.pane, before.focus)
        || (&now.filters, now.linked) != (&before.filters, before.linked)
        || before.recital.is_some();
    lines.extend(match now.focus {
        Focus::Panes if elsewhere => pane(app),
        Focus::Panes if now.row != before.row => row_in_hand(app),
        Focus::Panes if now.in_hand != before.in_hand => row_in_hand(app),
        Focus::Detail if elsewhere || now.in_hand != before.in_hand => detail::opened(app),
        Focus::Detail if (now.sides, now.reading) != (before.sides, before.reading) => {
            detail::line(app).into_iter().collect()
        }
        Focus::Panes | Focus::Detail => Vec::new(),
    });
    clean(lines)
}

/// Where one is, in full.
#[must_use]
pub fn whole(app: &App) -> Vec<String> {
    clean(here(app))
}

/// The row or line in hand once more, in short: what is said when a key has changed nothing.
#[must_use]
pub fn again(app: &App) -> Vec<String> {
    clean(match (app.layer(), app.focus) {
        (Some(_), _) => layer::again(app),
        (None, _) if app.recital.is_some() => recital::told(app),
        (None, Focus::Panes) => row_in_hand(app),
        (None, Focus::Detail) => match detail::line(app) {
            Some(line) => vec![line],
            None => detail::opened(app),
        },
    })
}

/// What the typed text of a layer has led to.
#[must_use]
pub fn results(app: &App) -> Vec<String> {
    clean(layer::results(app))
}

/// What is taken as seen: of a list a page of rows, of the detail one line.
#[must_use]
pub fn seen(app: &App) -> Seen {
    let list = ListSeen {
        fits: PAGE + 1,
        ..ListSeen::default()
    };
    let mut seen = Seen::default();
    if let Some(board) = app.board() {
        seen.panes = vec![list; board.panes.len()];
    }
    seen.detail = detail::seen(app);
    seen.layer = list;
    seen
}

fn here(app: &App) -> Vec<String> {
    let mut lines = news::in_call(app);
    lines.extend(board(app));
    if app.layer().is_some() {
        lines.extend(layer::opened(app));
        return lines;
    }
    if app.recital.is_some() {
        lines.extend(recital::told(app));
        return lines;
    }
    lines.extend(match app.focus {
        Focus::Panes => pane(app),
        Focus::Detail => detail::opened(app),
    });
    lines
}

/// The name of the board.
fn board(app: &App) -> Option<String> {
    let board = app.board()?;
    Some(board.kind.title().get(app.language).to_owned())
}

/// The pane in use and its row in hand: `Agenda items, 3 of 27: …`.
fn pane(app: &App) -> Vec<String> {
    let language = app.language;
    let Some((board, pane)) = app
        .board()
        .and_then(|board| Some((board, board.current()?)))
    else {
        return Vec::new();
    };
    let title = pane.title().get(language);
    let Some(key) = pane.key() else {
        let why = why_empty(app, board.pane);
        return vec![words::none(title, why.get(language), language)];
    };
    let place = words::of(pane.selected + 1, pane.rows.len(), language);
    let comma = ui::LIST_COMMA.get(language);
    vec![format!("{title}{comma}{place}: {}", row::told(app, key))]
}

/// The row in hand: `3 of 27: …`.
fn row_in_hand(app: &App) -> Vec<String> {
    let Some(pane) = app.board().and_then(Board::current) else {
        return Vec::new();
    };
    let Some(key) = pane.key() else {
        return self::pane(app);
    };
    let place = words::of(pane.selected + 1, pane.rows.len(), app.language);
    vec![format!("{place}: {}", row::told(app, key))]
}

/// The filters in force.
fn filters(app: &App) -> String {
    let language = app.language;
    let told: Vec<String> = app
        .scope
        .filters()
        .map(|filter| {
            let name = filter.name(app.library());
            format!("{} {}", filter.what().get(language), name.get(language))
        })
        .collect();
    if told.is_empty() {
        return words::NO_FILTERS.get(language).to_owned();
    }
    let told = told.join(ui::LIST_COMMA.get(language));
    format!("{}: {told}", words::FILTERS.get(language))
}

/// How many rows each pane holds.
fn counts(app: &App) -> Option<String> {
    let language = app.language;
    let counts: Vec<String> = app
        .board()?
        .panes
        .iter()
        .map(|pane| format!("{} {}", pane.title().get(language), pane.rows.len()))
        .collect();
    Some(counts.join(ui::LIST_COMMA.get(language)))
}

/// The keys pressed, and what they can still come to; by the letters of the keyboard in use.
fn pending(app: &App) -> String {
    let language = app.language;
    let arabic = app.arabic_keys();
    let pressed: Vec<String> = app.pressed().iter().map(|key| key.told(arabic)).collect();
    let rest: Vec<String> = app
        .pending()
        .iter()
        .map(|(command, press)| format!("{} {}", press.told(arabic), command.words.get(language)))
        .collect();
    let comma = ui::LIST_COMMA.get(language);
    format!("{} …: {}", pressed.join(" "), rest.join(comma))
}

/// Nothing of a file may reach the terminal but letters: what is harmful is taken out, a line is
/// one line, and blanks are plain ones.
fn clean(lines: Vec<String>) -> Vec<String> {
    lines
        .iter()
        .map(|line| sanitise(line).replace('\u{A0}', " "))
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}
