//! Draws the state; changes nothing in it. [`View::draw`] tells what was seen, which the loop hands
//! back to the state.

mod bars;
mod call;
mod canvas;
mod chart;
mod desk;
mod detail;
mod filled;
mod hit;
mod layers;
mod layouts;
mod list;
mod pane;
mod parts;
mod plan;
mod progress;
pub mod question;
mod recital;
mod removal;
mod rows;
mod search;
mod styled;
mod theme;
mod turned;
mod versions;

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::board::{Board, BoardKind};
use crate::app::seen::{Seen, Target};
use crate::app::{App, Layer};
use crate::words::ui;

use canvas::Canvas;
use detail::{Effort, Page};
use layouts::Layouts;
use plan::{Plan, SMALLEST};
use styled::Styled;

/// Bytes of text that may follow the cursor as it moves from row to row: what the linked panes show,
/// the rows by which the list moves on, and the beginning of the record in hand. With what it takes
/// to put them in place, moving the cursor then costs less than 2 KB on a screen of up to
/// [`FRUGAL`] cells, and everywhere on a line to another machine. When the cursor rests, the rest is
/// drawn: see [`App::rest`].
const FOLLOWING: usize = 950;
/// 120×36. Who has a larger screen on the same machine sees the whole record at once.
const FRUGAL: u32 = 120 * 36;
/// Bytes that it costs to move what stands beside a list that moves on, on a screen of [`FRUGAL`]
/// cells; on a smaller one it is less.
const BESIDE: usize = 860;

/// Bytes of a record's text that are measured at a time: about a millisecond.
const SLICE: usize = 32 << 10;

/// What drawing keeps from frame to frame, so that what did not change is not laid out again. It
/// holds no more than what the last frame showed, and where the lines of one record stand; a frame
/// looks the same with it and without.
#[derive(Default)]
pub struct View {
    layouts: Rc<RefCell<Layouts>>,
    page: Page,
}

impl View {
    /// Draws the whole screen into a buffer; returns what was seen, and where the cursor stands.
    /// The rows are as they are to be sent in the state's form.
    ///
    /// Of a very long record so much is measured that a key is not waited for: see
    /// [`measure`](Self::measure).
    pub fn draw(&mut self, app: &App, buffer: &mut Buffer) -> (Seen, Option<(u16, u16)>) {
        self.frame(app, buffer, SLICE)
    }

    /// Measures more of a record that was not measured to its end, for about a millisecond. Says
    /// whether there is still more; when there is not, the screen is to be drawn again.
    pub fn measure(&mut self, app: &App) -> bool {
        detail::measure(app, &mut self.page, SLICE)
    }

    /// How many texts have been laid out so far.
    #[must_use]
    pub fn laid_out(&self) -> usize {
        self.layouts.borrow().made()
    }

    fn frame(
        &mut self,
        app: &App,
        buffer: &mut Buffer,
        slice: usize,
    ) -> (Seen, Option<(u16, u16)>) {
        buffer.reset();
        self.layouts.borrow_mut().begin();
        let (mut seen, cursor) = self.as_seen(app, buffer, slice);
        let (turned, cursor) = turned::turn(buffer, app.form, cursor);
        seen.turned = turned;
        (seen, cursor)
    }

    /// Draws the screen as the eye is to see it.
    fn as_seen(
        &mut self,
        app: &App,
        buffer: &mut Buffer,
        slice: usize,
    ) -> (Seen, Option<(u16, u16)>) {
        let screen = turned::drawn_on(buffer.area, app.form);
        let mut canvas = Canvas::new(buffer, screen, app.language, app.form.as_seen())
            .remembering(&self.layouts);
        if screen.width < SMALLEST.0 || screen.height < SMALLEST.1 {
            let mut text = Styled::new(ui::TOO_SMALL.get(app.language), theme::PLAIN);
            text.push(" ", theme::PLAIN);
            text.push_code(&format!("{}×{}", SMALLEST.0, SMALLEST.1), theme::PLAIN);
            canvas.say(screen, &text);
            return (Seen::default(), None);
        }
        let Some(board) = app.board() else {
            return (Seen::default(), None);
        };
        let mut screen = screen;
        let mut clock = false;
        if app.call.is_shown() && screen.height > SMALLEST.1 {
            let bar = Rect {
                height: 1,
                ..screen
            };
            clock = call::draw(app, &mut canvas, bar);
            screen.y += 1;
            screen.height -= 1;
        }
        if let (Some(recital), None) = (app.recital, app.layer()) {
            let mut seen = recital::draw(app, &mut canvas, screen, recital.key);
            let footer = Rect {
                y: screen.y + screen.height - 1,
                height: 1,
                ..screen
            };
            bars::said(app, &mut canvas, footer);
            seen.clock = clock;
            seen.panes.clone_from(&app.seen().panes);
            return (seen, None);
        }
        let mut plan = Plan::new(screen, board.panes.len(), board.pane, app.focus, app.zoomed);
        let is_beside = match app.layer() {
            Some(Layer::Clash(_)) => true,
            Some(Layer::Field(field)) => field.is_text() && field.other.is_some(),
            _ => false,
        };
        if is_beside && plan.layer.width < versions::BESIDE {
            plan.cover();
        }
        bars::header(app, &mut canvas, plan.header, plan.alone);
        let covered = app.layer().is_some();
        let (mut seen, room) = panes(app, &mut canvas, board, &plan, screen.area());
        if !(covered && plan.alone) {
            let effort = Effort {
                page: &mut self.page,
                slice,
                preview: room,
            };
            seen.detail = detail::draw(app, &mut canvas, plan.detail, effort);
        }
        if covered {
            canvas.belongs(plan.layer, Target::Layer);
        }
        let (layer, cursor) = layers::draw(app, &mut canvas, plan.layer, &mut seen.versions);
        seen.layer = layer;
        seen.clock = clock;
        // On a low screen the layer covers the line at the bottom.
        if !covered || plan.layer.intersection(plan.footer).is_empty() || !app.pressed().is_empty()
        {
            bars::footer(app, &mut canvas, plan.footer);
        }
        seen.spots = canvas.spots();
        (seen, cursor)
    }
}

/// Draws the whole screen once, with nothing kept from a frame before and nothing left to measure.
pub fn draw(app: &App, buffer: &mut Buffer) -> (Seen, Option<(u16, u16)>) {
    View::default().frame(app, buffer, usize::MAX)
}

/// Draws the panes of a screen of so many cells; what was seen of them, and the bytes of text that are left for the beginning of
/// the record in hand.
fn panes(
    app: &App,
    canvas: &mut Canvas<'_>,
    board: &Board,
    plan: &Plan,
    cells: u32,
) -> (Seen, usize) {
    // What follows the cursor is sent again whenever it moves.
    let mut seen = Seen {
        brief: (app.far || cells <= FRUGAL) && !app.rests(),
        ..Seen::default()
    };
    let mut room = if seen.brief {
        // A smaller screen spends less on what is not text: lists, marks, moves of the cursor.
        FOLLOWING + FRUGAL.saturating_sub(cells) as usize / 8
    } else {
        usize::MAX
    };
    for (index, (pane, area)) in board.panes.iter().zip(&plan.panes).enumerate() {
        let last = app.seen().panes.get(index).copied().unwrap_or_default();
        if app.layer().is_some() {
            // A layer lies over the panes; what they showed stays as it was.
            seen.panes.push(last);
            continue;
        }
        let before = canvas.bytes();
        let follows =
            app.linked && board.kind == BoardKind::Council && board.pane == 0 && index > 0;
        let rows = if follows { room / 2 } else { usize::MAX };
        let drawn = pane::draw(app, canvas, *area, index, pane, rows);
        let bytes = canvas.bytes() - before;
        if index == board.pane {
            let moves_on = drawn.offset != last.offset && drawn.area == last.area;
            seen.moved_on = app.in_hand().filter(|key| {
                moves_on || app.seen().moved_on == Some(*key) && drawn.offset == last.offset
            });
            if seen.moved_on.is_some() {
                let beside = BESIDE * cells.min(FRUGAL) as usize / FRUGAL as usize;
                room = room.saturating_sub(bytes / 6 + beside);
            }
        } else if follows && !pane.rows.is_empty() {
            room = room.saturating_sub(bytes);
        }
        seen.panes.push(drawn);
    }
    (seen, room)
}
