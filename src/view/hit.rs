//! A hit of the search: its title with what matched marked, its kind and report, how it was found
//! where that is not plain to see, and where the match is not in the title, the text in which it is.

use crate::app::App;
use crate::app::snippet::met;
use crate::library::Key;
use crate::search::Marker;
use crate::words::label::Label;

use super::canvas::Canvas;
use super::list::RowLine;
use super::styled::Styled;
use super::theme;

/// The lines of a hit.
#[must_use]
pub fn lines(
    app: &App,
    canvas: &Canvas<'_>,
    key: Key,
    marker: &mut Marker<'_>,
    width: u16,
) -> Vec<RowLine> {
    let library = app.library();
    let language = canvas.language();
    let title = library.title(key, language);
    let met = met(library, key, marker, &title, language);
    let mut heading = Styled::default();
    heading.push(library.kind(key).label().get(language), theme::HEADING);
    heading.push(" ", theme::QUIET);
    heading.push_code(library.id(key), theme::KEY);
    let how = met.told(language);
    if !how.is_empty() {
        heading.push(" · ", theme::QUIET);
        heading.push(&how, theme::QUIET);
    }
    let in_title = met.text.is_none().then(|| marker.marks(&title));
    let mut styled = Styled::new(title, theme::PLAIN);
    styled.mark(in_title.unwrap_or_default(), theme::MATCH);
    let mut lines = vec![RowLine::new(0, canvas.words(&heading, width))];
    lines.extend(
        canvas
            .at_most(&styled, width.saturating_sub(2), 2)
            .into_iter()
            .map(|line| RowLine::new(2, line)),
    );
    if let Some(text) = met.text {
        let mut styled = Styled::new(text, theme::QUIET);
        let found = marker.marks(&styled.text);
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
