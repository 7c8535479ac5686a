//! A hit of the search: its title with what matched marked, its kind and report, and where the
//! match is not in the title, the text in which it is.

use crate::app::App;
use crate::app::snippet::snippet;
use crate::library::Key;
use crate::search::{Query, marks};
use crate::words::label::Label;

use super::canvas::Canvas;
use super::list::RowLine;
use super::styled::Styled;
use super::theme;

/// The lines of a hit.
#[must_use]
pub fn lines(app: &App, canvas: &Canvas<'_>, key: Key, query: &Query, width: u16) -> Vec<RowLine> {
    let library = app.library();
    let language = canvas.language();
    let title = library.title(key, language);
    let in_title = marks(query, &title);
    let mut heading = Styled::default();
    heading.push(library.kind(key).label().get(language), theme::HEADING);
    heading.push(" ", theme::QUIET);
    heading.push_code(library.id(key), theme::KEY);
    let mut styled = Styled::new(title, theme::PLAIN);
    let told = !in_title.is_empty();
    styled.mark(in_title, theme::MATCH);
    let mut lines = vec![RowLine::new(0, canvas.words(&heading, width))];
    lines.extend(
        canvas
            .at_most(&styled, width.saturating_sub(2), 2)
            .into_iter()
            .map(|line| RowLine::new(2, line)),
    );
    if !told && let Some(text) = snippet(library, key, query, language) {
        let mut styled = Styled::new(text, theme::QUIET);
        let found = marks(query, &styled.text);
        styled.mark(found, theme::MATCH);
        lines.extend(
            canvas
                .at_most(&styled, width.saturating_sub(2), 1)
                .into_iter()
                .map(|line| RowLine::new(2, line)),
        );
    }
    lines
}
