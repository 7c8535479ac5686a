//! The bar of the call: the item in hand and its time, who has the floor, who waits.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::App;
use crate::library::live::State;
use crate::report::call::{Call, Moment};
use crate::report::{Language, Record};
use crate::script::width;
use crate::words::{Phrase, desk, live as words, ui};

use super::canvas::{Canvas, Edge};
use super::styled::Styled;
use super::theme;

/// More time than was planned: it stands out without colour too.
const OVER: Style = theme::WRONG.add_modifier(Modifier::REVERSED);
/// The title of the item has this part of the bar, unless it would take the room of the next speaker.
const TITLE: u16 = 3;
/// It has so many columns at least.
const LEAST: u16 = 12;
/// A name in short has so many columns at most, where its first word has no more.
const SHORT: usize = 22;

/// Draws the bar; says whether a time is on it that runs.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> bool {
    let language = canvas.language();
    canvas.fill(area, " ", theme::PLAIN);
    let call = match (app.call.on(), &app.call.state) {
        (Some(call), _) => call,
        (None, state) => {
            let end = app.key_of("call-end");
            let said = match state {
                State::Wrong(why) => why.get(language).to_owned(),
                _ => words::left_behind(&end).get(language).to_owned(),
            };
            let line = canvas.words(&Styled::new(said, theme::WRONG), area.width);
            canvas.put(area, &line, Edge::Start);
            return false;
        }
    };
    let now = app.call.now;
    let title = title(app, call, canvas);
    let line = line(app, call, now, canvas, (columns(&title), area.width));
    let drawn = canvas.words(&line, area.width);
    let room = area.width.saturating_sub(drawn.width());
    let title = canvas.words(&title, room);
    let end = Rect {
        x: area.x + title.width().min(room),
        width: area.width - title.width().min(room),
        ..area
    };
    canvas.put(
        Rect {
            width: room,
            ..area
        },
        &title,
        Edge::Start,
    );
    canvas.put(end, &drawn, Edge::Start);
    call.in_hand.is_some() || call.floor.is_some()
}

fn columns(text: &Styled) -> u16 {
    u16::try_from(width(&text.text)).unwrap_or(u16::MAX)
}

/// What is said behind the title, as much of it as leaves room for that: of so many columns the title would
/// take these. The title is shortened before the next speaker goes, and the names behind that one go
/// before the title is; where there is no room for the next one either, it is told how many wait.
fn line(
    app: &App,
    call: &Call,
    now: Moment,
    canvas: &Canvas<'_>,
    (title, all): (u16, u16),
) -> Styled {
    let mut line = Styled::default();
    let mut is_cut = false;
    let mut add = |piece: &Styled, left: u16| {
        let mut more = line.clone();
        more.push("  ", theme::PLAIN);
        more.append(piece);
        let fits = columns(&more) <= all.saturating_sub(title.min(left)) || line.text.is_empty();
        if fits {
            line = more;
        }
        fits
    };
    for piece in behind(app, call, now, canvas) {
        is_cut |= !add(&piece, LEAST);
    }
    let count = call.waiting.iter().count();
    let label = words::WAITING;
    // A long name is said in full only beside a title that is whole.
    let several = (2..=count).rev().flat_map(|named| {
        [
            ((named, label, false), title),
            ((named, label, true), all / TITLE),
        ]
    });
    let next = [
        ((1, label, false), title),
        ((1, label, true), LEAST),
        ((1, words::NEXT, true), LEAST),
    ];
    let mut forms = several.chain(next).chain([((0, label, true), LEAST)]);
    is_cut |= count > 0 && !forms.any(|(form, left)| add(&waiting(app, call, form, canvas), left));
    for piece in led(app, call, canvas) {
        add(&piece, all / TITLE);
    }
    if is_cut {
        line.push(" …", theme::QUIET);
    }
    line
}

/// Who leads the call, where it is another, and who chairs it.
fn led(app: &App, call: &Call, canvas: &Canvas<'_>) -> Vec<Styled> {
    let language = canvas.language();
    let mut pieces = Vec::new();
    if let Some(by) = app.led_by_another() {
        let mut piece = Styled::new(words::LED_BY.get(language), theme::QUIET);
        piece.push(" ", theme::PLAIN);
        piece.push_code(by, theme::PLAIN);
        pieces.push(piece);
    }
    if let Some(chair) = &call.chair {
        let mut piece = Styled::new(words::CHAIR.get(language), theme::QUIET);
        piece.push(": ", theme::QUIET);
        piece.push(&short(app, chair.as_str(), language), theme::PLAIN);
        pieces.push(piece);
    }
    pieces
}

/// What somebody is called in few columns: a body by its acronym; else the beginning of the name, up to the
/// end of a word.
fn short(app: &App, who: &str, language: Language) -> String {
    let library = app.library();
    let record = library.in_registry(who).and_then(|key| library.record(key));
    if let Some(Record::Body(body)) = record
        && let Some(acronym) = body.acronym.iter().next()
    {
        return acronym.clone();
    }
    let name = app.name_of(who);
    let name = name.get(language);
    if width(name) <= SHORT {
        return name.to_owned();
    }
    let mut cut = String::new();
    for word in name.split_whitespace() {
        let longer = match cut.is_empty() {
            true => word.to_owned(),
            false => format!("{cut} {word}"),
        };
        if !cut.is_empty() && width(&longer) > SHORT {
            break;
        }
        cut = longer;
    }
    format!("{cut}…")
}

/// Who waits for the floor, behind this label: the first by name, or in short, and how many more; for none of them, how many in all.
fn waiting(
    app: &App,
    call: &Call,
    (named, label, is_short): (usize, Phrase, bool),
    canvas: &Canvas<'_>,
) -> Styled {
    let language = canvas.language();
    let count = call.waiting.iter().count();
    if named == 0 {
        return Styled::new(words::waiting(count).get(language), theme::QUIET);
    }
    let mut piece = Styled::new(label.get(language), theme::QUIET);
    piece.push(": ", theme::QUIET);
    for (at, who) in call.waiting.iter().take(named).enumerate() {
        if at > 0 {
            piece.push(ui::LIST_COMMA.get(language), theme::QUIET);
        }
        match is_short {
            true => _ = piece.push(&short(app, who.as_str(), language), theme::PLAIN),
            false => _ = piece.push(app.name_of(who.as_str()).get(language), theme::PLAIN),
        }
    }
    if count > named {
        piece.push(" ", theme::QUIET);
        piece.push_code(&format!("+{}", count - named), theme::QUIET);
    }
    piece
}

/// The item in hand: its number and title.
fn title(app: &App, call: &Call, canvas: &Canvas<'_>) -> Styled {
    let language = canvas.language();
    let mut line = Styled::default();
    line.push("● ", theme::WRONG);
    match &call.in_hand {
        Some(in_hand) => {
            let id = in_hand.item.as_str();
            let library = app.library();
            let title = library
                .with_id(id)
                .map(|item| library.title(item, language));
            let numbers = app.printed_numbers(id);
            if !numbers.is_empty() || title.is_none() {
                let named = if title.is_none() {
                    id.to_owned()
                } else {
                    numbers.join(",")
                };
                line.push_code(&named, theme::KEY);
                line.push(" ", theme::PLAIN);
            }
            if let Some(title) = title {
                line.push(&title, theme::HEADING);
            }
        }
        None => {
            line.push(words::CALL.get(language), theme::HEADING);
            line.push(": ", theme::QUIET);
            line.push(words::NO_ITEM_NOW.get(language), theme::QUIET);
        }
    }
    line
}

/// What stands behind the title before those who wait, the most telling first.
fn behind(app: &App, call: &Call, now: Moment, canvas: &Canvas<'_>) -> Vec<Styled> {
    let language = canvas.language();
    let mut pieces = Vec::new();
    if let Some(in_hand) = &call.in_hand {
        let elapsed = call.against_plan(now);
        let mut time = words::clock(elapsed);
        let planned = in_hand.planned.map(|minutes| u64::from(minutes) * 60);
        let mut piece = Styled::default();
        let is_over = planned.is_some_and(|planned| elapsed.as_secs() > planned);
        if let Some(planned) = planned {
            time.push('/');
            time.push_str(&words::clock(std::time::Duration::from_secs(planned)));
        }
        piece.push_code(&time, if is_over { OVER } else { theme::PLAIN });
        if is_over {
            piece.push(" ", OVER);
            piece.push(words::OVER.get(language), OVER);
        }
        pieces.push(piece);
    }
    if let Some(floor) = &call.floor {
        let mut piece = Styled::default();
        piece.push(words::FLOOR.get(language), theme::QUIET);
        piece.push(": ", theme::QUIET);
        piece.push(app.name_of(floor.who.as_str()).get(language), theme::KEY);
        piece.push(" ", theme::PLAIN);
        piece.push_code(&words::clock(now.since(floor.since)), theme::PLAIN);
        pieces.push(piece);
    }
    // What is said meanwhile tells it, or what was done.
    if app.is_writing() && app.message.is_none() {
        let sign = desk::WRITING_SIGN.get(language);
        pieces.push(Styled::new(sign, theme::QUIET));
    }
    if app.call.detached {
        let key = app.key_of("detach");
        let mut piece = Styled::new(words::STAYED_BEHIND.get(language), theme::WRONG);
        piece.push(" ", theme::PLAIN);
        piece.push_key(&key, theme::KEY);
        pieces.push(piece);
    }
    pieces
}
