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
pub mod question;
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

/// Bytes of text that may follow the cursor as it moves from row to row: what the linked panes show
/// and the beginning of the record in hand. Moving the cursor is to cost less than 2 KB on a screen
/// of up to [`FRUGAL`] cells, and everywhere on a line to another machine.
const FOLLOWING: usize = 1000;
/// 120×36. Who has a larger screen on the same machine sees the whole record at once.
const FRUGAL: u32 = 120 * 36;
/// Bytes of the record in hand that are shown however much the panes show.
const LEAST_PREVIEW: usize = 500;

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
    // What follows the cursor: its bytes are sent again whenever it moves.
    let mut following = 0;
    for (index, (pane, area)) in board.panes.iter().zip(&plan.panes).enumerate() {
        let before = canvas.bytes();
        seen.panes.push(if covered {
            // A layer lies over the panes; what they showed stays as it was.
            app.seen().panes.get(index).copied().unwrap_or_default()
        } else {
            pane::draw(app, &mut canvas, *area, index, pane)
        });
        if app.linked && board.kind == BoardKind::Council && board.pane == 0 && index > 0 {
            following += canvas.bytes() - before;
        }
    }
    if !(covered && plan.alone) {
        let room = if app.far || screen.area() <= FRUGAL {
            FOLLOWING.saturating_sub(following).max(LEAST_PREVIEW)
        } else {
            usize::MAX
        };
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
