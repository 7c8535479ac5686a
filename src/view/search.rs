//! The search: what is typed, what is said of it, and what was found.

use std::cell::RefCell;

use ratatui::layout::Rect;

use crate::app::finder::notes;
use crate::app::seen::ListSeen;
use crate::app::{App, SearchLayer};
use crate::search::Marker;
use crate::words::{Message, loading, ui};

use super::canvas::Canvas;
use super::layers::{Cursor, frame, heading, say};
use super::list::{List, draw as draw_list};
use super::styled::Styled;
use super::{desk, hit, theme};

/// So many ways to go on are shown.
const SHOWN: usize = 5;
/// Rows from which what is said of a search may stand below what is typed.
const ROOMY: u16 = 12;

/// Draws the search.
pub(super) fn draw(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    search: &SearchLayer,
) -> (ListSeen, Option<Cursor>) {
    let language = canvas.language();
    let mut title = heading(ui::SEARCH, canvas);
    if search.is_searching() {
        title.push(" ", theme::QUIET);
        title.push(ui::SEARCHING.get(language), theme::QUIET);
        title.push(" ", theme::QUIET);
    } else if !search.query.is_empty() {
        title.push(" ", theme::FOCUS);
        title.push(ui::found(search.found.total).get(language), theme::FOCUS);
        title.push(" ", theme::FOCUS);
        if app.loading.is_some() || search.is_of_a_part() {
            title.push(loading::SO_FAR.get(language), theme::QUIET);
            title.push(" ", theme::QUIET);
        }
    }
    let mut with_notes = title.clone();
    let notes = notes(&search.query, &search.found);
    for note in &notes {
        with_notes.push(" ", theme::QUIET);
        with_notes.push(note.get(language), theme::MESSAGE);
        with_notes.push(" ", theme::QUIET);
    }
    // What is said of the search is read to its end: where there is no room beside the title, below.
    let fits = canvas.words(&with_notes, u16::MAX).width() <= area.width;
    let below = !fits && area.height >= ROOMY;
    if !below {
        title = with_notes;
    }
    if !search.completions.is_empty() {
        title.push(" ⇥ ", theme::KEY);
        for completion in search.completions.iter().take(SHOWN) {
            title.push_code(&completion.text, theme::QUIET);
            title.push("  ", theme::QUIET);
        }
    }
    let (mut list, cursor) = frame(canvas, area, &title, "/", &search.input);
    for note in notes.iter().filter(|_| below) {
        let note = Styled::new(note.get(language), theme::MESSAGE);
        list = desk::lines(canvas, list, &note);
    }
    if search.found.hits.is_empty() {
        let said: Message = if search.is_searching() && app.is_indexed() {
            ui::SEARCHING.into()
        } else if search.is_searching() {
            ui::INDEXING.into()
        } else if search.query.is_empty() {
            ui::NOTHING_TYPED.into()
        } else {
            app.nothing_found()
        };
        say(canvas, list, &said);
        return (ListSeen::default(), cursor);
    }
    let marker = RefCell::new(Marker::of(&search.query, &search.found.guesses));
    let seen = draw_list(
        canvas,
        &List::of_layer(
            list,
            search.found.hits.len(),
            search.selected,
            search.offset,
        ),
        |canvas, index, width| {
            search
                .found
                .hits
                .get(index)
                .map_or_else(Vec::new, |(key, _)| {
                    hit::lines(app, canvas, *key, &mut marker.borrow_mut(), width)
                })
        },
    );
    (seen, cursor)
}
