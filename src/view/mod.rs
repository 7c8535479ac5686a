//! Draws the state; changes nothing. [`draw`] tells what was seen, which the loop hands back to
//! the state.

mod bars;
mod canvas;
mod chart;
mod detail;
mod hit;
mod layers;
mod list;
mod pane;
mod plan;
mod rows;
mod styled;
mod theme;
mod turned;

use ratatui::buffer::Buffer;

use crate::app::App;
use crate::app::board::BoardKind;
use crate::app::seen::Seen;
use crate::words::ui;

use canvas::{Canvas, Edge};
use plan::{Plan, SMALLEST};
use styled::Styled;

/// Bytes of text that may follow the cursor as it moves from row to row: what the linked panes show,
/// the rows by which the list moves on, and the beginning of the record in hand. With what it takes
/// to put them in place, moving the cursor then costs less than 2 KB on a screen of up to
/// [`FRUGAL`] cells, and everywhere on a line to another machine.
const FOLLOWING: usize = 900;
/// 120×36. Who has a larger screen on the same machine sees the whole record at once.
const FRUGAL: u32 = 120 * 36;
/// Bytes that it costs to move what stands beside a list that moves on.
const BESIDE: usize = 600;

/// Draws the whole screen into a buffer; returns what was seen, and where the cursor stands. The
/// rows are as they are to be sent in the state's form.
pub fn draw(app: &App, buffer: &mut Buffer) -> (Seen, Option<(u16, u16)>) {
    buffer.reset();
    let (seen, cursor) = draw_as_seen(app, buffer);
    (seen, turned::turn(buffer, app.form, cursor))
}

/// Draws the screen as the eye is to see it.
fn draw_as_seen(app: &App, buffer: &mut Buffer) -> (Seen, Option<(u16, u16)>) {
    let screen = turned::drawn_on(buffer.area, app.form);
    let mut canvas = Canvas::new(buffer, screen, app.language, app.form.as_seen());
    if screen.width < SMALLEST.0 || screen.height < SMALLEST.1 {
        let mut text = Styled::new(ui::TOO_SMALL.get(app.language), theme::PLAIN);
        text.push(" ", theme::PLAIN);
        text.push_code(&format!("{}×{}", SMALLEST.0, SMALLEST.1), theme::PLAIN);
        for (row, line) in screen.rows().zip(canvas.wrapped_words(&text, screen.width)) {
            canvas.put(row, &line, Edge::Start);
        }
        return (Seen::default(), None);
    }
    let Some(board) = app.board() else {
        return (Seen::default(), None);
    };
    let plan = Plan::new(screen, board.panes.len(), board.pane, app.focus, app.zoomed);
    bars::header(app, &mut canvas, plan.header, plan.alone);
    let mut seen = Seen::default();
    let covered = app.layer().is_some();
    // What follows the cursor is sent again whenever it moves.
    let mut room = if app.far || screen.area() <= FRUGAL {
        // A smaller screen spends less on what is not text: lists, marks, moves of the cursor.
        FOLLOWING + FRUGAL.saturating_sub(screen.area()) as usize / 8
    } else {
        usize::MAX
    };
    for (index, (pane, area)) in board.panes.iter().zip(&plan.panes).enumerate() {
        let last = app.seen().panes.get(index).copied().unwrap_or_default();
        if covered {
            // A layer lies over the panes; what they showed stays as it was.
            seen.panes.push(last);
            continue;
        }
        let before = canvas.bytes();
        let follows =
            app.linked && board.kind == BoardKind::Council && board.pane == 0 && index > 0;
        let rows = if follows { room / 2 } else { usize::MAX };
        let drawn = pane::draw(app, &mut canvas, *area, index, pane, rows);
        let bytes = canvas.bytes() - before;
        if index == board.pane {
            let moves_on = drawn.offset != last.offset && drawn.area == last.area;
            seen.moved_on = app.in_hand().filter(|key| {
                moves_on || app.seen().moved_on == Some(*key) && drawn.offset == last.offset
            });
            if seen.moved_on.is_some() {
                room = room.saturating_sub(bytes / 6 + BESIDE);
            }
        } else if follows && !pane.rows.is_empty() {
            room = room.saturating_sub(bytes);
        }
        seen.panes.push(drawn);
    }
    if !(covered && plan.alone) {
        seen.detail = detail::draw(app, &mut canvas, plan.detail, room);
    }
    let (layer, cursor) = layers::draw(app, &mut canvas, plan.layer);
    seen.layer = layer;
    // On a low screen the layer covers the line at the bottom.
    if !covered || plan.layer.intersection(plan.footer).is_empty() || !app.pressed().is_empty() {
        bars::footer(app, &mut canvas, plan.footer);
    }
    (seen, cursor)
}
