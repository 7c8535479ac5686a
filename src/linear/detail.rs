//! The detail, read line by line: a fact, a text, a link or a heading is a line each.

use crate::app::App;
use crate::app::plain::{Line, Sort, lines};
use crate::app::seen::{Area, DetailSeen};
use crate::words::label::Label;
use crate::words::{capital, linear as words, ui};

/// The lines of the record in hand that say something.
fn read(app: &App) -> Vec<Line> {
    let Some(key) = app.in_hand() else {
        return Vec::new();
    };
    let mut lines = lines(app.library(), key, app.languages());
    // The kind and the id are told when the record is opened. A link counts even if it says nothing.
    lines.retain(|line| line.sort == Sort::Link || !line.text.trim().is_empty());
    if !lines.is_empty() {
        lines.remove(0);
    }
    lines
}

/// What is taken as seen of it.
pub(super) fn seen(app: &App) -> DetailSeen {
    let lines = read(app);
    let places = |sort| {
        lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.sort == sort)
            .map(|(place, _)| place)
            .collect()
    };
    let mut seen = DetailSeen {
        area: Area {
            width: 1,
            height: 1,
            ..Area::default()
        },
        fits: 1,
        ..DetailSeen::default()
    };
    seen.lines = lines.len();
    seen.links = places(Sort::Link);
    seen.headings = places(Sort::Heading);
    seen
}

/// What the record is, how many lines it has, and the line in hand.
pub(super) fn opened(app: &App) -> Vec<String> {
    let language = app.language;
    let Some(key) = app.in_hand() else {
        return vec![ui::EMPTY_DETAIL.get(language).to_owned()];
    };
    let library = app.library();
    let kind = capital(library.kind(key).label().get(language));
    let mut record = format!("{kind} {}", library.id(key));
    if app.is_fresh(key) {
        record = format!("{record} ({})", ui::JUST_CHANGED.get(language));
    }
    let mut told = vec![words::opened(&record, read(app).len(), language)];
    told.extend(line(app));
    told
}

/// The line in hand.
pub(super) fn line(app: &App) -> Option<String> {
    let lines = read(app);
    let line = lines.get(app.reading.scroll.min(lines.len().saturating_sub(1)))?;
    let language = app.language;
    let comma = ui::LIST_COMMA.get(language);
    let text = line.text.trim().trim_start_matches("- ");
    let what = match line.sort {
        Sort::Title | Sort::Said => return Some(text.to_owned()),
        Sort::Heading => words::HEADING,
        Sort::Link => words::LINK,
    };
    Some(format!("{text}{comma}{}", what.get(language)))
}
