//! The mouse: what is pointed at is what the last frame showed there.

use super::super::seen::Target;
use super::super::{App, Focus, Layer};
use super::{go, layers, motion};

/// Lines of the detail that a turn of the wheel moves.
const TURN: isize = 3;

impl App {
    /// Takes a click on a cell: what is there comes in hand; what is in hand already is opened, and a
    /// link is followed.
    pub fn click(&mut self, column: u16, row: u16) {
        self.touched();
        self.settle();
        self.message = None;
        match self.seen().at(column, row) {
            Some(Target::Pane(pane)) => self.point_at(pane, None),
            Some(Target::Row(pane, row)) => {
                let board = self.board();
                let there = board.and_then(|board| board.panes.get(board.pane));
                let in_hand = self.focus == Focus::Panes
                    && board.is_some_and(|board| board.pane == pane)
                    && there.is_some_and(|there| there.selected == row);
                if in_hand {
                    go::open(self);
                } else {
                    self.point_at(pane, Some(row));
                }
            }
            Some(Target::Detail) if self.layers.is_empty() => go::open(self),
            Some(Target::Link(link)) if self.layers.is_empty() => {
                go::open(self);
                self.reading.link = Some(link);
                go::follow(self);
            }
            Some(Target::Choice(row)) => self.choose(row),
            Some(Target::Caret(at)) => self.point_in_line(at, false),
            Some(Target::Detail | Target::Link(_) | Target::Layer) | None => {}
        }
    }

    /// Takes the mouse as it is moved with its button held down: in a line that is typed in, what
    /// lies between is selected.
    pub fn drag(&mut self, column: u16, row: u16) {
        if let Some(Target::Caret(at)) = self.seen().at(column, row) {
            self.point_in_line(at, true);
        }
    }

    /// Takes a turn of the wheel over a cell: the list or the detail there moves.
    pub fn wheel(&mut self, column: u16, row: u16, down: bool) {
        self.settle();
        self.lost = None;
        let by = if down { 1 } else { -1 };
        match self.seen().at(column, row) {
            Some(Target::Choice(_) | Target::Layer | Target::Caret(_)) => {
                if let Some(layer) = self.layers.last_mut() {
                    layer.step(by);
                }
            }
            Some(Target::Pane(pane) | Target::Row(pane, _)) => {
                self.point_at(pane, None);
                motion::leap(self, by);
            }
            Some(Target::Detail | Target::Link(_)) if self.layers.is_empty() => {
                if self.focus != Focus::Detail {
                    go::open(self);
                }
                motion::leap(self, by * TURN);
            }
            Some(Target::Detail | Target::Link(_)) | None => {}
        }
    }

    /// Turns to a pane, and to one of its rows.
    fn point_at(&mut self, pane: usize, row: Option<usize>) {
        let board = self.board();
        if self.focus != Focus::Panes || board.is_none_or(|board| board.pane != pane) {
            motion::to_pane(self, pane);
        }
        let in_hand = self
            .board()
            .and_then(|board| board.panes.get(board.pane))
            .map(|pane| pane.selected);
        if let (Some(row), Some(in_hand)) = (row, in_hand) {
            motion::leap(self, steps(in_hand, row));
        }
    }

    /// A choice of the layer on top comes in hand; one that is in hand is taken.
    fn choose(&mut self, row: usize) {
        let Some(layer) = self.layers.last_mut() else {
            return;
        };
        match layer {
            Layer::Choose(choose) if choose.picker.is_open => {
                choose.picker.is_open = false;
                choose.picker.selected = row;
                return;
            }
            Layer::Call(picker) if picker.is_open => {
                picker.is_open = false;
                picker.selected = row;
                return;
            }
            Layer::Field(field) if field.is_open() => return field.choose(row),
            _ => {}
        }
        let before = layer.selected();
        if before == row {
            layers::accept(self);
        } else {
            layer.step(steps(before, row));
        }
    }

    fn point_in_line(&mut self, at: usize, select: bool) {
        if let Some(input) = self.layers.last_mut().and_then(Layer::input_mut) {
            input.point(at, select);
        }
    }
}

/// How many rows it is from one to another.
fn steps(from: usize, to: usize) -> isize {
    let row = |row: usize| isize::try_from(row).unwrap_or(isize::MAX);
    row(to) - row(from)
}
