//! A hit of the search: its title with what matched marked, its kind and report, how it was found
//! where that is not plain to see, and where the match is not in the title, the text in which it is.

use crate::app::App;
use crate::app::snippet::{CUT, Excerpt, met};
use crate::library::Key;
use crate::search::Marker;
use crate::words::label::Label;

use super::canvas::Canvas;
use super::list::RowLine;
use super::styled::Styled;
use super::theme;

/// At most so many lines of the title are shown.
const TITLE: usize = 2;

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
    let mut styled = Styled::new(title.clone(), theme::PLAIN);
    if met.text.is_none() {
        styled.mark(met.title.iter().cloned(), theme::MATCH);
    }
    let inner = width.saturating_sub(2);
    let drawn = canvas.at_most(&styled, inner, TITLE);
    // What matches may stand behind the end of what is shown of a long title.
    let evidence = met.text.or_else(|| {
        let of_title = Excerpt::new(title, met.title);
        let best = of_title.best(inner.into())?;
        let shows = |byte: &usize| drawn.iter().any(|line| line.shows(*byte));
        (![best.start, best.end - 1].iter().all(shows)).then_some(of_title)
    });
    let mut lines = vec![RowLine::new(0, canvas.words(&heading, width))];
    lines.extend(drawn.into_iter().map(|line| RowLine::new(2, line)));
    if let Some(evidence) = evidence {
        let (text, marks) = evidence.within(inner.into());
        let labelled = met.labelled && !text.starts_with(CUT);
        let mut styled = Styled::new(text, theme::QUIET);
        styled.mark(marks, theme::MATCH);
        // A label is the interface's, and stands where its lines begin.
        let drawn = match labelled {
            true => canvas.words_at_most(&styled, inner, 1),
            false => canvas.at_most(&styled, inner, 1),
        };
        let drawn = drawn.into_iter();
        lines.extend(drawn.map(|line| RowLine::new(2, line)));
    }
    lines
}
