//! How far a large library is read: a bar with figures at the bottom, or a sign on top.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::loading::{Loading, Progress};
use crate::report::Language;
use crate::words::{loading as words, ui};

use super::canvas::{Canvas, Edge};
use super::styled::Styled;
use super::theme;

/// The bar has so many columns at least, else a figure gives way to it.
const LEAST: u16 = 8;
/// A longer bar says no more.
const MOST: u16 = 32;

/// Draws the bar and what fits beside it: files, records, the time that is left, the key that puts
/// it away.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, loading: &Loading) {
    let language = canvas.language();
    let progress = loading.progress;
    let told = figures(progress, language, app.layer().is_none());
    let mut line = Styled::default();
    for piece in told {
        let mut more = line.clone();
        if !more.text.is_empty() {
            more.push(" · ", theme::QUIET);
        }
        more.append(&piece);
        let width = u16::try_from(crate::script::width(&more.text)).unwrap_or(u16::MAX);
        if width.saturating_add(LEAST + 1) > area.width {
            break;
        }
        line = more;
    }
    canvas.fill(area, " ", theme::PLAIN);
    let drawn = canvas.words(&line, area.width);
    let bar = area.width.saturating_sub(drawn.width() + 1).min(MOST);
    let read = u64::from(bar) * progress.thousandths() / 1000;
    let read = u16::try_from(read).unwrap_or(bar);
    let part = |from: u16, width: u16| Rect {
        x: area.x + from,
        width,
        ..area
    };
    canvas.fill(part(0, read), "█", theme::BAR);
    canvas.fill(part(read, bar - read), "░", theme::RULE);
    let rest = area.width.saturating_sub(bar + 1);
    canvas.put(part(bar + 1, rest), &drawn, Edge::Start);
}

/// What is said beside the bar, the most telling first.
fn figures(progress: Progress, language: Language, escape: bool) -> Vec<Styled> {
    let quiet = |text: &str| Styled::new(text, theme::QUIET);
    let mut told = vec![quiet(
        words::files(progress.files, progress.of_files).get(language),
    )];
    told.push(quiet(ui::found(progress.records).get(language)));
    if let Some(left) = progress.left() {
        told.push(quiet(words::left(left).get(language)));
    }
    if escape {
        let mut key = Styled::default();
        key.push_key("Esc", theme::KEY);
        key.push(" ", theme::QUIET);
        key.push(words::TO_BACKGROUND.get(language), theme::QUIET);
        told.push(key);
    }
    told
}

/// The sign of what is read in the background.
pub fn sign(line: &mut Styled, loading: &Loading, language: Language) {
    let percent = loading.progress.thousandths() / 10;
    line.push("  ", theme::PLAIN);
    line.push(words::percent(percent).get(language), theme::QUIET);
}
