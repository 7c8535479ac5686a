//! Lines for people: on a terminal through the text layer, else plain text in logical order.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use crate::report::Language;
use crate::script::{Direction, Form, Layout, sanitise};

/// Columns where the terminal does not say how many it has.
const COLUMNS: u16 = 80;

/// Standard output.
pub struct Output {
    /// The language of the interface.
    pub language: Language,
    layout: Option<Layout>,
    width: usize,
    out: BufWriter<Stdout>,
}

impl Output {
    /// Standard output; laid out where it is a terminal.
    #[must_use]
    pub fn new(language: Language, form: Form) -> Self {
        let out = io::stdout();
        let layout = out
            .is_terminal()
            .then(|| Layout::new(form, Direction::Dominant));
        let width = crossterm::terminal::size().map_or(COLUMNS, |(columns, _)| columns);
        Self {
            language,
            layout,
            width: usize::from(width.max(1)),
            out: BufWriter::new(out),
        }
    }

    /// Whether a person looks at it.
    #[must_use]
    pub const fn is_terminal(&self) -> bool {
        self.layout.is_some()
    }

    /// A line for machines as well as people: as it is, harmful characters taken out.
    pub fn plain(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{}", sanitise(line))
    }

    /// A line that is data (JSON): to the letter.
    pub fn data(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// Text that may be long: on a terminal wrapped to its width, each line in visual order and at
    /// its own side.
    pub fn paragraphs(&mut self, text: &str) -> io::Result<()> {
        for paragraph in text.lines() {
            let Some(layout) = self.layout else {
                self.plain(paragraph)?;
                continue;
            };
            let blanks = paragraph.len() - paragraph.trim_start().len();
            let body = paragraph.trim_start();
            for line in layout.wrap(body, self.width.saturating_sub(blanks).max(1)) {
                let pad = if line.rtl {
                    self.width.saturating_sub(line.width() + blanks)
                } else {
                    blanks
                };
                writeln!(self.out, "{:pad$}{}", "", line.text())?;
            }
        }
        Ok(())
    }

    /// A row of columns: codes, then a text. Through a pipe parted by tabs; on a terminal by
    /// blanks, the text in visual order and cut at the edge.
    pub fn row(&mut self, codes: &[(&str, usize)], text: &str) -> io::Result<()> {
        let Some(layout) = self.layout else {
            for (code, _) in codes {
                write!(self.out, "{}\t", sanitise(code))?;
            }
            return writeln!(self.out, "{}", sanitise(text).replace(['\n', '\t'], " "));
        };
        let mut used = 0;
        for (code, width) in codes {
            let line = layout.whole(code);
            let pad = width.saturating_sub(line.width());
            write!(self.out, "{}{:pad$}  ", line.text(), "")?;
            used += line.width().max(*width) + 2;
        }
        let room = self.width.saturating_sub(used).max(8);
        writeln!(self.out, "{}", layout.line(text, room).text())
    }

    /// Sends what was written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
