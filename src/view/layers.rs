//! What lies on top of the board: the search with its results, and lists to pick from.

use ratatui::layout::Rect;

use crate::app::input::Input;
use crate::app::picker::{Choice, Picker};
use crate::app::seen::{ListSeen, VersionsSeen};
use crate::app::{App, Layer};
use crate::library::Problem;
use crate::words::problem::DID_YOU_MEAN;
use crate::words::{Message, Phrase, desk as desk_words, ui};

use super::canvas::{Canvas, Edge};
use super::desk;
use super::list::{List, RowLine, draw as draw_list};
use super::parts;
use super::removal;
use super::search;
use super::styled::Styled;
use super::{theme, versions};

/// Rows from which a layer has a title, and its list headings.
const LOW: u16 = 6;
/// Lines that each thing said of a problem may take: a line of a file may be very long.
const TOLD: usize = 12;
/// Columns from which the keys of a list have a column of their own.
const WITH_COLUMN: u16 = 30;
/// By so many columns the lines of a choice behind its first one are set in.
const HANGING: u16 = 2;
/// The columns for them at most: as long as an id of a record is, but for a few.
const COLUMN: u16 = 22;

/// Where the cursor stands on the screen: column and row.
pub type Cursor = (u16, u16);

/// Draws the layer on top, if there is one.
pub fn draw(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    seen: &mut VersionsSeen,
) -> (ListSeen, Option<Cursor>) {
    match app.layer() {
        None => (ListSeen::default(), None),
        Some(Layer::Search(search)) => search::draw(app, canvas, area, search),
        Some(Layer::Help(picker) | Layer::Palette(picker)) => {
            draw_picker(canvas, area, picker, |canvas, choice, above, width| {
                choice_lines(canvas, choice, above, width)
            })
        }
        Some(Layer::Form(form)) => (desk::form(canvas, area, form), None),
        Some(Layer::Field(field)) => desk::field(app, canvas, area, field, seen),
        Some(Layer::Quick(quick)) => (ListSeen::default(), desk::quick(canvas, area, quick)),
        Some(Layer::Clash(clash)) => (versions::clash(canvas, area, clash, seen), None),
        Some(Layer::Removal(removal)) => (removal::draw(canvas, area, removal), None),
        Some(Layer::Choose(choose)) => {
            let language = canvas.language();
            let other = choose.other.as_ref();
            let other = other.map(|other| Styled::new(other.get(language), theme::QUIET));
            let news = choose.news.as_ref();
            let news = news.map(|news| Styled::new(news.said.get(language), theme::MESSAGE));
            let note = app.notes_above().last();
            let note = note.map(|note| Styled::new(note.get(language), theme::QUIET));
            let other = news.or(other).or(note);
            let title = desk::short_title(&choose.picker.title, canvas, area.width);
            let heads = (title, other);
            let none = ui::NOTHING_TO_CHOOSE;
            draw_titled(canvas, area, heads, &choose.picker, none, choice_lines)
        }
        Some(Layer::Past(picker)) => {
            let back = picker.current().map(|choice| {
                let back = choice.value.back.get(canvas.language());
                Styled::new(back, theme::KEY)
            });
            let heads = (desk::title(&picker.title, canvas), back);
            let none = match app.is_reading_past() {
                true => desk_words::READING_PAST,
                false => ui::NOTHING_TO_CHOOSE,
            };
            draw_titled(canvas, area, heads, picker, none, choice_lines)
        }
        Some(Layer::Filters(picker) | Layer::Unfilter(picker)) => {
            draw_picker(canvas, area, picker, |canvas, choice, above, width| {
                choice_lines(canvas, choice, above, width)
            })
        }
        Some(Layer::Sort(picker)) => draw_picker(canvas, area, picker, choice_lines),
        Some(Layer::Elsewhere(picker)) => draw_picker(canvas, area, picker, choice_lines),
        Some(Layer::Agenda(picker)) => {
            draw_picker(canvas, area, picker, |canvas, choice, above, width| {
                choice_lines(canvas, choice, above, width)
            })
        }
        Some(Layer::Open(open)) => {
            let heads = parts::heads(app, open, canvas.language(), area.width);
            draw_titled(canvas, area, heads, &open.picker, open.none(), record_lines)
        }
        Some(Layer::Call(picker)) => {
            let new = app.new_in_call();
            let new = new.map(|new| Styled::new(new.get(canvas.language()), theme::QUIET));
            draw_titled(
                canvas,
                area,
                (desk::title(&picker.title, canvas), new),
                picker,
                app.none_in_call(),
                choice_lines,
            )
        }
        Some(Layer::Problems(picker)) => {
            draw_picker(canvas, area, picker, |canvas, choice, _, width| {
                app.library()
                    .problems()
                    .get(choice.value)
                    .map_or_else(Vec::new, |problem| problem_lines(canvas, problem, width))
            })
        }
    }
}

/// The title of a layer; returns what is left below.
pub(super) fn titled(canvas: &mut Canvas<'_>, area: Rect, title: &Styled) -> Rect {
    canvas.fill(area, " ", theme::PLAIN);
    if area.height == 0 {
        return area;
    }
    let top = Rect { height: 1, ..area };
    canvas.fill(top, "─", theme::RULE);
    let drawn = canvas.words(title, area.width);
    canvas.put(top, &drawn, Edge::Start);
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

/// The title of a layer; on a low screen the rows are for what is below it. Returns what is left.
fn headed(canvas: &mut Canvas<'_>, area: Rect, title: &Styled) -> Rect {
    if area.height >= LOW {
        return titled(canvas, area, title);
    }
    canvas.fill(area, " ", theme::PLAIN);
    area
}

/// The title of a layer, and the line that is typed in, whose sign says on a low screen what it is;
/// returns what is left below, and where the cursor stands.
pub(super) fn frame(
    canvas: &mut Canvas<'_>,
    area: Rect,
    title: &Styled,
    sign: &str,
    input: &Input,
) -> (Rect, Option<Cursor>) {
    let area = headed(canvas, area, title);
    if area.height == 0 {
        return (area, None);
    }
    let row = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        height: 1,
        ..area
    };
    let prompt = canvas.words(&Styled::new(sign, theme::KEY), row.width);
    canvas.put(row, &prompt, Edge::Start);
    let field = Rect {
        x: row.x + 1,
        width: row.width.saturating_sub(1),
        ..row
    };
    let cursor = canvas.input(field, input);
    let below = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    (below, Some(cursor))
}

fn draw_picker<T>(
    canvas: &mut Canvas<'_>,
    area: Rect,
    picker: &Picker<T>,
    lines: impl Fn(&Canvas<'_>, &Choice<T>, Option<&Choice<T>>, u16) -> Vec<RowLine>,
) -> (ListSeen, Option<Cursor>) {
    let heads = (desk::title(&picker.title, canvas), None);
    draw_titled(canvas, area, heads, picker, ui::NOTHING_TO_CHOOSE, lines)
}

/// A list under a title and, where there is more to say of it, what stands below that; what is said
/// where the list is empty.
fn draw_titled<T>(
    canvas: &mut Canvas<'_>,
    area: Rect,
    (title, below): (Styled, Option<Styled>),
    picker: &Picker<T>,
    none: impl Into<Message>,
    lines: impl Fn(&Canvas<'_>, &Choice<T>, Option<&Choice<T>>, u16) -> Vec<RowLine>,
) -> (ListSeen, Option<Cursor>) {
    // Where keys are commands, and nothing narrows the list, there is no line to type in.
    let (list, cursor) = match picker.typing || !picker.input.text().is_empty() {
        true => frame(canvas, area, &title, "›", &picker.input),
        false => (headed(canvas, area, &title), None),
    };
    let cursor = cursor.filter(|_| picker.typing);
    let list = match below.filter(|_| area.height >= LOW) {
        Some(below) => desk::lines(canvas, list, &below),
        None => list,
    };
    if picker.count() == 0 {
        say(canvas, list, &none.into());
        return (ListSeen::default(), cursor);
    }
    let choices: Vec<&Choice<T>> = picker.shown().collect();
    let seen = draw_list(
        canvas,
        &List {
            marked: !picker.is_open,
            ..List::of_layer(list, choices.len(), picker.selected, picker.offset)
        },
        |canvas, index, width| {
            let above = index.checked_sub(1).and_then(|above| choices.get(above));
            // A choice under its own like has no heading.
            let above = if area.height < LOW {
                choices.get(index)
            } else {
                above
            };
            choices.get(index).map_or_else(Vec::new, |choice| {
                lines(canvas, choice, above.copied(), width)
            })
        },
    );
    (seen, cursor)
}

/// A choice: what it is called, and its key or code; under a heading where the list has them.
fn choice_lines<T>(
    canvas: &Canvas<'_>,
    choice: &Choice<T>,
    above: Option<&Choice<T>>,
    width: u16,
) -> Vec<RowLine> {
    lines_with(canvas, choice, above, width, WITH_COLUMN)
}

/// A record among others: its id stands in a column only where that holds it whole.
fn record_lines<T>(
    canvas: &Canvas<'_>,
    choice: &Choice<T>,
    above: Option<&Choice<T>>,
    width: u16,
) -> Vec<RowLine> {
    lines_with(canvas, choice, above, width, 3 * COLUMN)
}

/// The same, with a column for the key or code from so many columns on.
fn lines_with<T>(
    canvas: &Canvas<'_>,
    choice: &Choice<T>,
    above: Option<&Choice<T>>,
    width: u16,
    with_column: u16,
) -> Vec<RowLine> {
    let language = canvas.language();
    let mut lines = Vec::new();
    if let Some(group) = &choice.group
        && above.and_then(|above| above.group.as_ref()) != Some(group)
    {
        let text = Styled::new(group.get(language), theme::HEADING);
        let wrapped = canvas.words_at_most(&text, width, 2);
        lines.extend(wrapped.into_iter().map(RowLine::heading));
    }
    if width < with_column || choice.aside.is_empty() {
        let mut text = Styled::new(choice.name.get(language), theme::PLAIN);
        if !choice.aside.is_empty() {
            text.push("  ", theme::PLAIN);
            text.push_code(&choice.aside, theme::KEY);
        }
        // Without a column it is their first lines that part the choices.
        let wrapped = canvas.wrapped_words(&text, width.saturating_sub(HANGING));
        let wrapped = wrapped.into_iter().enumerate();
        lines.extend(
            wrapped.map(|(at, line)| RowLine::new(if at == 0 { 0 } else { HANGING }, line)),
        );
        return lines;
    }
    // Keys stand in a column of their own, so that the eye finds them.
    let column = COLUMN.min(width / 3);
    let mut key = Styled::default();
    key.push_code(&choice.aside, theme::KEY);
    let name = Styled::new(choice.name.get(language), theme::PLAIN);
    let mut wrapped = canvas
        .wrapped_words(&name, width.saturating_sub(column + 1))
        .into_iter()
        .map(|line| RowLine::new(column + 1, line));
    if canvas.wrapped_words(&key, column).len() > 1 {
        // A key that is cut tells nothing: it stands above what it does.
        lines.push(RowLine::new(0, canvas.words(&key, width)));
    } else if let Some(mut first) = wrapped.next() {
        first.lead = Some((0, canvas.words(&key, column)));
        lines.push(first);
    }
    lines.extend(wrapped);
    lines
}

/// A problem: where, what, what was expected, the line itself.
fn problem_lines(canvas: &Canvas<'_>, problem: &Problem, width: u16) -> Vec<RowLine> {
    let language = canvas.language();
    let place = match (problem.place.line, problem.place.column) {
        (0, _) => problem.place.file.clone(),
        (line, 0) => format!("{}:{line}", problem.place.file),
        (line, column) => format!("{}:{line}:{column}", problem.place.file),
    };
    let mut where_it_is = Styled::default();
    where_it_is.push_code(&place, theme::KEY);
    let mut texts = vec![
        where_it_is,
        Styled::new(problem.what.get(language), theme::WRONG),
    ];
    if let Some(expected) = &problem.expected {
        texts.push(Styled::new(expected.get(language), theme::PLAIN));
    }
    if let Some(nearest) = &problem.nearest {
        let mut text = Styled::new(DID_YOU_MEAN.get(language), theme::PLAIN);
        text.push(": ", theme::PLAIN);
        text.push_code(nearest, theme::KEY);
        texts.push(text);
    }
    if !problem.place.text.trim().is_empty() {
        texts.push(Styled::new(problem.place.text.trim(), theme::QUIET));
    }
    texts
        .iter()
        .flat_map(|text| canvas.words_at_most(text, width, TOLD))
        .map(|line| RowLine::new(0, line))
        .collect()
}

pub(super) fn heading(phrase: Phrase, canvas: &Canvas<'_>) -> Styled {
    let mut title = Styled::default();
    title.push(" ", theme::FOCUS);
    title.push(phrase.get(canvas.language()), theme::FOCUS);
    title.push(" ", theme::FOCUS);
    title
}

/// Says something where a list would stand.
pub(super) fn say(canvas: &mut Canvas<'_>, area: Rect, said: &Message) {
    let text = Styled::new(said.get(canvas.language()), theme::QUIET);
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    canvas.say(inner, &text);
}
