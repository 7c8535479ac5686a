//! Draws the state; changes nothing in it. [`View::draw`] tells what was seen, which the loop hands
//! back to the state.

mod bars;
mod canvas;
mod chart;
mod detail;
mod hit;
mod layers;
mod layouts;
mod list;
mod pane;
mod plan;
mod rows;
mod styled;
mod theme;
mod turned;

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::buffer::Buffer;

use crate::app::App;
use crate::app::board::BoardKind;
use crate::app::seen::Seen;
use crate::words::ui;

use canvas::Canvas;
use detail::{Effort, Page};
use layouts::Layouts;
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
        let (seen, cursor) = self.as_seen(app, buffer, slice);
        (seen, turned::turn(buffer, app.form, cursor))
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
            let effort = Effort {
                page: &mut self.page,
                slice,
                preview: room,
            };
            seen.detail = detail::draw(app, &mut canvas, plan.detail, effort);
        }
        let (layer, cursor) = layers::draw(app, &mut canvas, plan.layer);
        seen.layer = layer;
        // On a low screen the layer covers the line at the bottom.
        if !covered || plan.layer.intersection(plan.footer).is_empty() || !app.pressed().is_empty()
        {
            bars::footer(app, &mut canvas, plan.footer);
        }
        (seen, cursor)
    }
}

/// Draws the whole screen once, with nothing kept from a frame before and nothing left to measure.
pub fn draw(app: &App, buffer: &mut Buffer) -> (Seen, Option<(u16, u16)>) {
    View::default().frame(app, buffer, usize::MAX)
}
