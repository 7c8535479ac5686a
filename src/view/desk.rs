//! What is drawn while records are changed: forms, fields, the line that adds a record.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::desk::field::{FieldLayer, understood};
use crate::app::desk::form::{FormLayer, Row};
use crate::app::desk::quick::{QuickLayer, missing, new_person, ready};
use crate::app::seen::{ListSeen, VersionsSeen};
use crate::script::{Compared, Side, width as columns};
use crate::words::label::Label;
use crate::words::{Message, desk as words, form as form_words, line};

use super::canvas::{Canvas, Edge, text_width};
use super::layers::{Cursor, frame, titled};
use super::list::{List, RowLine, draw as draw_list, scroll_bar};
use super::styled::Styled;
use super::theme;
use super::versions::{self, BESIDE};

/// Columns from which labels have a column of their own.
const WITH_COLUMN: u16 = 34;
/// At most so many lines of a value are shown.
const SHOWN: usize = 3;

pub(super) fn title(said: &Message, canvas: &Canvas<'_>) -> Styled {
    let mut title = Styled::default();
    title.push(" ", theme::FOCUS);
    title.push(said.get(canvas.language()), theme::FOCUS);
    title.push(" ", theme::FOCUS);
    title
}

/// A title in so many columns. Where it has no room, its end stays, which names the item, and what it begins
/// with up to the first ` · `.
pub(super) fn short_title(said: &Message, canvas: &Canvas<'_>, width: u16) -> Styled {
    let text = said.get(canvas.language());
    let fits = |text: &str| columns(text) + 2 <= usize::from(width);
    let (lead, rest) = match text.split_once(" · ") {
        Some((lead, rest)) => (format!("{lead} · "), rest),
        None => (String::new(), text),
    };
    let tails = rest.match_indices(' ').filter_map(|(at, _)| rest.get(at..));
    let mut tails = tails.map(|tail| format!("{lead}…{tail}"));
    match fits(text) {
        true => title(said, canvas),
        false => tails.find(|text| fits(text)).map_or_else(
            || title(said, canvas),
            |short| title(&Message::new(short.clone(), short), canvas),
        ),
    }
}

/// Draws the form of a record.
pub fn form(canvas: &mut Canvas<'_>, area: Rect, form: &FormLayer) -> ListSeen {
    let mut area = titled(canvas, area, &short_title(&form.title, canvas, area.width));
    let notes = [(&form.of_id, theme::QUIET), (&form.warning, theme::WRONG)];
    for (note, style) in notes {
        if let Some(note) = note {
            let said = Styled::new(note.get(canvas.language()), style);
            area = lines(canvas, area, &said);
        }
    }
    if form.rows.is_empty() {
        let said = Styled::new(form_words::NO_ENTRY.get(canvas.language()), theme::QUIET);
        lines(canvas, area, &said);
        return ListSeen::default();
    }
    let narrow = match area.width < BESIDE {
        true => area.width * 2 / 5,
        false => area.width / 2,
    };
    let mut column = self::column(canvas, form, narrow);
    // Where not all fields have room, a long text has one line while another field is in hand.
    let width = area.width.saturating_sub(2);
    let mut taken = 0;
    let is_short = form.rows.iter().any(|row| {
        taken += row_lines(canvas, form, row, (width, column), SHOWN).len();
        taken > usize::from(area.height)
    });
    if is_short {
        // Then their labels need the lines more.
        column = self::column(canvas, form, area.width / 2);
    }
    draw_list(
        canvas,
        &List::of_layer(area, form.rows.len(), form.selected, form.offset),
        |canvas, index, width| {
            let row = form.rows.get(index);
            let shown = match is_short && index != form.selected {
                true => 1,
                false => SHOWN,
            };
            row.map_or_else(Vec::new, |row| {
                row_lines(canvas, form, row, (width, column), shown)
            })
        },
    )
}

/// The label of a field; with a mark where something new cannot do without it.
fn label(canvas: &Canvas<'_>, form: &FormLayer, row: &Row) -> Styled {
    let language = canvas.language();
    let mut label = Styled::new(crate::words::capital(row.label.get(language)), theme::QUIET);
    if row.required && form.is_new() {
        label.push(" *", theme::KEY);
    }
    label
}

/// The columns of the labels: as many as the longest takes, and not more than so many; a longer label
/// takes more lines.
fn column(canvas: &Canvas<'_>, form: &FormLayer, most: u16) -> u16 {
    let labels = form.rows.iter().map(|row| label(canvas, form, row));
    let longest = labels.map(|label| columns(&label.text)).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX).min(most)
}

/// A field of a form: its label, and at most so many lines of its value.
fn row_lines(
    canvas: &Canvas<'_>,
    form: &FormLayer,
    row: &Row,
    (width, column): (u16, u16),
    shown: usize,
) -> Vec<RowLine> {
    let language = canvas.language();
    let label = label(canvas, form, row);
    let is_needed = form.is_new() && form.needs(row);
    let mut value = Styled::default();
    if row.draft {
        value.push("✎ ", theme::KEY);
        value.push(words::NOT_SAVED.get(language), theme::KEY);
        value.push("  ", theme::PLAIN);
    }
    let is_empty = row.typed.trim().is_empty();
    if is_needed {
        // Of a text in two languages one is enough.
        let is_side = matches!(row.path.last().map(String::as_str), Some("ar" | "en"));
        let needed = match is_side {
            true => words::NEEDED_ONCE,
            false => words::NEEDED,
        };
        value.push(needed.get(language), theme::WRONG);
    } else {
        let style = if is_empty { theme::QUIET } else { theme::PLAIN };
        value.push(row.shown.get(language), style);
    }
    let laid_out = |width| match row.several {
        true => canvas.words_at_most(&value, width, shown),
        false => canvas.at_most(&value, width, shown),
    };
    if width < WITH_COLUMN {
        let mut lines = vec![RowLine::new(0, canvas.words(&label, width))];
        let value = laid_out(width.saturating_sub(2));
        lines.extend(value.into_iter().map(|line| RowLine::new(2, line)));
        return lines;
    }
    let mut labels = canvas.wrapped_words(&label, column).into_iter();
    let values = laid_out(width.saturating_sub(column + 2));
    let mut lines: Vec<RowLine> = values
        .into_iter()
        .map(|line| RowLine::new(column + 2, line))
        .collect();
    for line in &mut lines {
        line.lead = labels.next().map(|label| (0, label));
    }
    // A label may take more lines than its value.
    lines.extend(labels.map(|label| RowLine::new(0, label)));
    lines
}

/// Draws a field in which one types.
pub fn field(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    field: &FieldLayer,
    seen: &mut VersionsSeen,
) -> (ListSeen, Option<Cursor>) {
    if field.is_text() {
        return text(app, canvas, area, field, seen);
    }
    let title = short_title(&field.title, canvas, area.width);
    let (mut list, cursor) = frame(canvas, area, &title, "›", &field.input);
    let language = canvas.language();
    list = notes(app, canvas, list);
    if let Some(said) = understood(app, field) {
        let mut line = Styled::default();
        match &said {
            Ok(said) => {
                line.push("= ", theme::KEY);
                line.push(said.get(language), theme::PLAIN);
            }
            Err(why) => {
                line.push(why.get(language), theme::WRONG);
            }
        }
        list = lines(canvas, list, &line);
    }
    list = news(canvas, list, field);
    if let Some(other) = &field.other {
        list = versions::above(canvas, list, other, &field.input);
    }
    if field.count() == 0 {
        return (ListSeen::default(), cursor);
    }
    let seen = draw_list(
        canvas,
        &List {
            marked: !field.is_open(),
            ..List::of_layer(list, field.count(), field.selected, field.offset)
        },
        |canvas, index, width| {
            let Some(name) = field.meant().nth(index) else {
                return Vec::new();
            };
            let mut line = Styled::new(name.title.get(language), theme::PLAIN);
            line.push("  ", theme::PLAIN);
            line.push_code(&name.id, theme::KEY);
            vec![RowLine::new(0, canvas.words(&line, width))]
        },
    );
    (seen, cursor)
}

/// Says what is to be known of what is filled in; what is left below.
fn notes(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    let language = canvas.language();
    app.notes_above().fold(area, |area, note| {
        lines(canvas, area, &Styled::new(note.get(language), theme::QUIET))
    })
}

/// Says that another has changed the field meanwhile; what is left below.
fn news(canvas: &mut Canvas<'_>, area: Rect, field: &FieldLayer) -> Rect {
    match &field.news {
        Some(news) => {
            let said = Styled::new(news.said.get(canvas.language()), theme::MESSAGE);
            lines(canvas, area, &said)
        }
        None => area,
    }
}

/// Draws a text of several lines.
fn text(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    field: &FieldLayer,
    seen: &mut VersionsSeen,
) -> (ListSeen, Option<Cursor>) {
    let mut area = titled(canvas, area, &short_title(&field.title, canvas, area.width));
    area = notes(app, canvas, area);
    area = news(canvas, area, field);
    let (mut place, mut apart) = (Rect::default(), Vec::new());
    let mut compared = Compared::default();
    if let Some(other) = &field.other {
        (place, area) = versions::parted(area);
        area = versions::headed(canvas, area, (other, place));
        compared = Compared::new(other.text.get(canvas.language()), field.input.text());
        if !compared.is_other() {
            apart = compared.places(Side::Other).collect();
        }
    }
    // The last column is for the scroll bar.
    let inner = Rect {
        width: area.width.saturating_sub(1),
        ..area
    };
    let drawn = canvas.text_area(inner, &field.input, field.offset, &apart);
    if let Some(other) = &field.other {
        let both = (&field.input, &drawn);
        *seen = versions::other(canvas, place, (other, &compared), both);
    }
    let fits = usize::from(area.height.max(1));
    scroll_bar(canvas, area, drawn.offset, fits, drawn.rows);
    let mut seen = canvas.seen(inner);
    seen.width = u16::try_from(text_width(inner)).unwrap_or(u16::MAX);
    let seen = ListSeen {
        area: seen,
        offset: drawn.offset,
        fits,
    };
    (seen, Some(drawn.cursor))
}

/// Says something at the top of an area; returns what is left below.
pub(super) fn lines(canvas: &mut Canvas<'_>, area: Rect, said: &Styled) -> Rect {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let drawn = canvas.wrapped_words(said, inner.width);
    let taken = u16::try_from(drawn.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    for (row, line) in inner.rows().zip(drawn) {
        canvas.put(row, &line, Edge::Start);
    }
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}

/// Draws the line that adds a record, with what was understood of it.
pub fn quick(canvas: &mut Canvas<'_>, area: Rect, quick: &QuickLayer) -> Option<Cursor> {
    let language = canvas.language();
    let above = title(&line::QUICK_TITLE.into(), canvas);
    let (mut below, cursor) = frame(canvas, area, &above, "›", &quick.input);
    let Some(draft) = &quick.draft else {
        let how = Styled::new(line::QUICK_HOW.get(language), theme::QUIET);
        lines(canvas, below, &how);
        return cursor;
    };
    let mut first = Styled::new(
        crate::words::capital(draft.kind.label().get(language)),
        theme::HEADING,
    );
    if let Some(parent) = &quick.parent {
        first.push("  ", theme::PLAIN);
        first.push(words::WILL_GO_TO.get(language), theme::QUIET);
        first.push(" ", theme::PLAIN);
        match &quick.called {
            Some(called) => first.push(called.get(language), theme::PLAIN),
            None => first.push_code(parent, theme::PLAIN),
        };
    }
    below = lines(canvas, below, &first);
    for (label, value) in &quick.fields {
        let mut line = Styled::new(crate::words::capital(label.get(language)), theme::QUIET);
        line.push(": ", theme::QUIET);
        line.push(value.get(language), theme::PLAIN);
        below = lines(canvas, below, &line);
    }
    if draft.new_person.is_some() {
        let said = crate::words::capital(new_person(draft).get(language));
        below = lines(canvas, below, &Styled::new(said, theme::KEY));
    }
    if !quick.unknown.is_empty() {
        let said = words::unknown(&quick.unknown);
        below = lines(
            canvas,
            below,
            &Styled::new(said.get(language), theme::WRONG),
        );
    }
    for warning in &quick.warnings {
        below = lines(
            canvas,
            below,
            &Styled::new(warning.get(language), theme::WRONG),
        );
    }
    if let Some(aside) = &quick.aside {
        let said = Styled::new(aside.get(language), theme::QUIET);
        below = lines(canvas, below, &said);
    }
    if let Some(said) = missing(draft) {
        lines(
            canvas,
            below,
            &Styled::new(said.get(language), theme::WRONG),
        );
    } else if quick.is_ready() {
        lines(
            canvas,
            below,
            &Styled::new(ready(draft).get(language), theme::KEY),
        );
    }
    cursor
}
