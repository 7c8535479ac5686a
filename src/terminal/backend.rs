//! Frames as bytes: ratatui's difference between two frames, sent in one write within one
//! synchronized update (`CSI ? 2026 h … l`), and nothing at all when there is no difference.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::paint::{Painter, push_row_and_column};

/// Where the bytes of a frame go.
pub trait Device {
    /// Sends all the bytes, in one write where the system takes them.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// The size of the screen in cells, at least 1×1.
    fn size(&self) -> Size;
}

/// A ratatui backend that collects a frame and sends it at [`Backend::flush`].
///
/// ratatui tells its backend about the cursor in every frame; here that is only noted, and
/// compared with what the terminal has, so that an unchanged frame costs no byte.
#[derive(Debug)]
pub struct FrameBackend<D> {
    device: D,
    painter: Painter,
    /// What the frame draws, without the brackets round it.
    cells: Vec<u8>,
    /// The whole screen is to be cleared first.
    clear: bool,
    /// Where ratatui wants the cursor, and whether it is to be seen.
    wanted: (Position, bool),
    /// Where the terminal shows the cursor; `None`: it is hidden.
    shown: Option<Position>,
    /// The length of the last frame in bytes.
    sent: usize,
}

impl<D: Device> FrameBackend<D> {
    /// A backend for a screen whose cursor is hidden. Without `colour` no colour is sent.
    pub const fn new(device: D, colour: bool) -> Self {
        Self {
            device,
            painter: Painter::new(colour),
            cells: Vec::new(),
            clear: false,
            wanted: (Position::ORIGIN, false),
            shown: None,
            sent: 0,
        }
    }

    /// How many bytes the last frame took.
    #[must_use]
    pub const fn sent(&self) -> usize {
        self.sent
    }

    /// Tells that the terminal was entered afresh: its cursor is hidden.
    pub(super) const fn entered_afresh(&mut self) {
        self.shown = None;
    }

    /// What puts the cursor where it is wanted, if it is not there.
    fn cursor(&self) -> Vec<u8> {
        let (position, visible) = self.wanted;
        let mut out = Vec::new();
        if !visible {
            if self.shown.is_some() {
                out.extend_from_slice(b"\x1b[?25l");
            }
            return out;
        }
        if self.shown != Some(position) || self.clear || !self.cells.is_empty() {
            push_row_and_column(position, &mut out);
        }
        if self.shown.is_none() {
            out.extend_from_slice(b"\x1b[?25h");
        }
        out
    }
}

impl<D: Device> Backend for FrameBackend<D> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.painter.paint(content, &mut self.cells);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.wanted.1 = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.wanted.1 = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.wanted.0)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.wanted.0 = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.cells.clear();
        self.painter.cleared();
        self.clear = true;
        Ok(())
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        match region {
            ClearType::All => self.clear(),
            _ => Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "only the whole screen can be cleared",
            )),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.device.size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.device.size(),
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        let cursor = self.cursor();
        self.sent = 0;
        if !self.clear && self.cells.is_empty() && cursor.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(self.cells.len() + cursor.len() + 20);
        frame.extend_from_slice(b"\x1b[?2026h");
        if self.clear {
            frame.extend_from_slice(b"\x1b[2J");
        }
        frame.append(&mut self.cells);
        frame.extend_from_slice(&cursor);
        frame.extend_from_slice(b"\x1b[?2026l");
        self.clear = false;
        let (position, visible) = self.wanted;
        self.shown = visible.then_some(position);
        self.device.send(&frame)?;
        self.sent = frame.len();
        Ok(())
    }
}

#[cfg(test)]
#[path = "backend_tests.rs"]
mod tests;
