//! Lines for people: on a terminal through the text layer, else plain text in logical order.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::ops::Range;
use std::sync::OnceLock;

use unicode_segmentation::UnicodeSegmentation;

use crate::report::Language;
use crate::script::{
    Direction, Form, Layout, STRONG_BLANK, Seen, is_right_to_left, sanitise, sent, without_isolates,
};
use crate::terminal::which::{Answers, Kind, Surroundings, identify};

/// How what matched is shown on a terminal.
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";
/// Columns where the terminal does not say how many it has.
const COLUMNS: u16 = 80;
/// The fewest columns for a text beside its codes.
const TEXT: usize = 8;

/// Says something on standard error, with the program's name before it. With nowhere to say it,
/// nothing is said: the exit code still tells.
pub fn complain(form: Form, said: &str) {
    let error = io::stderr();
    let mut lines = String::new();
    match layout(error.is_terminal(), form) {
        Some(layout) => {
            // What is harmful is taken out there, and what is isolated stays so.
            let said = format!("majlis: {said}");
            lay_out(layout, form, room(form), &said, &mut lines);
        }
        None => {
            let _ = writeln!(lines, "majlis: {}", sanitise(said));
        }
    }
    drop(error.lock().write_all(lines.as_bytes()));
}

/// How lines are laid out: on a terminal only. For kitty they are laid out as they are to be seen,
/// and turned around row by row.
fn layout(is_terminal: bool, form: Form) -> Option<Layout> {
    let form = match form {
        Form::Kitty => form.as_seen(),
        _ => form,
    };
    is_terminal.then(|| Layout::new(form, Direction::Dominant))
}

/// The columns of the terminal.
pub fn columns() -> usize {
    let told = crossterm::terminal::window_size().map_or(0, |size| size.columns);
    usize::from(if told == 0 { COLUMNS } else { told })
}

/// Adds a paragraph as lines of at most `width` columns, each in visual order and at its own side;
/// blanks before it are kept.
fn lay_out(layout: Layout, form: Form, width: usize, paragraph: &str, out: &mut String) {
    let body = paragraph.trim_start_matches(' ');
    let blanks = paragraph.len() - body.len();
    for line in layout.wrap(body, width.saturating_sub(blanks).max(1)) {
        let pad = if line.rtl {
            width.saturating_sub(line.width() + blanks)
        } else {
            blanks
        };
        let row = format!("{:pad$}{}", "", line.text());
        out.push_str(&begun(form, row));
        out.push('\n');
    }
}

/// A row with what it has to begin with, so that no terminal puts it at the other side; for kitty
/// turned around.
fn begun(form: Form, row: String) -> String {
    match form {
        // Between the words of a line they are strong already.
        Form::Words => {
            let row = format!(" {row}").replace(STRONG_BLANK, " ");
            strengthened(&row, strong_blank())
        }
        Form::Kitty => turned(&row),
        _ => row,
    }
}

/// A row in which each blank beside a letter is a strong one, the first one too: so a terminal that
/// reorders leaves the words in their places. The row of a text without Arabic needs none, and what is
/// selected of it has blanks.
fn strengthened(row: &str, strong: &str) -> String {
    if !row.chars().any(is_right_to_left) {
        return row.to_owned();
    }
    let mut out = String::with_capacity(row.len() + 16);
    let mut before = None;
    let mut rest = row.chars().peekable();
    while let Some(ch) = rest.next() {
        let within = before == Some(' ') && rest.peek().is_none_or(|next| *next == ' ');
        if ch == ' ' && !within {
            out.push_str(strong);
        } else {
            out.push(ch);
        }
        before = Some(ch);
    }
    out
}

/// A blank that reads from left to right. mlterm takes the sign for it out of one font, which may not
/// have it, and shows a box; a mark of direction behind a blank is shown in no column there.
fn strong_blank() -> &'static str {
    static BLANK: OnceLock<&str> = OnceLock::new();
    BLANK.get_or_init(|| {
        let identity = identify(&Answers::default(), &Surroundings::read());
        match identity.kind() {
            Some(Kind::Mlterm) => " \u{200E}",
            _ => STRONG_BLANK,
        }
    })
}

/// A row that is given as it is to be seen, as kitty is to get it: what is glued to an Arabic word
/// in bold.
fn turned(row: &str) -> String {
    let glyphs: Vec<Seen<'_>> = row
        .graphemes(true)
        .map(|text| Seen { text, font: 0 })
        .collect();
    let Some(order) = sent(Form::Kitty, &glyphs) else {
        return row.to_owned();
    };
    let mut out = String::with_capacity(row.len());
    for run in order.chunk_by(|a, b| a.other_weight == b.other_weight) {
        let apart = run.first().is_some_and(|cell| cell.other_weight);
        out.push_str(if apart { "\x1b[1m" } else { "" });
        for cell in run {
            let text = glyphs.get(cell.from).map_or("", |glyph| glyph.text);
            out.push_str(&cell.text(text));
        }
        out.push_str(if apart { "\x1b[22m" } else { "" });
    }
    out
}

/// The columns of the terminal that a row may take in this form.
fn room(form: Form) -> usize {
    let columns = columns();
    // mlterm counts the marks of direction, one a word, though it shows them in no column.
    let marks = if strong_blank() == STRONG_BLANK {
        0
    } else {
        columns / 5
    };
    match form {
        Form::Words => columns.saturating_sub(1 + marks),
        _ => columns,
    }
}

/// Standard output.
pub struct Output {
    /// The language of the interface.
    pub language: Language,
    form: Form,
    layout: Option<Layout>,
    width: usize,
    out: BufWriter<Stdout>,
}

impl Output {
    /// Standard output; laid out where it is a terminal.
    #[must_use]
    pub fn new(language: Language, form: Form) -> Self {
        let out = io::stdout();
        let layout = layout(out.is_terminal(), form);
        Self {
            language,
            form,
            layout,
            width: layout.map_or(0, |_| room(form)),
            out: BufWriter::new(out),
        }
    }

    /// Whether a person looks at it.
    #[must_use]
    pub const fn is_terminal(&self) -> bool {
        self.layout.is_some()
    }

    /// Says something on standard error.
    pub fn complain(&self, said: &str) {
        complain(self.form, said);
    }

    /// A line for machines as well as people: as it is, harmful characters taken out.
    pub fn plain(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{}", sanitise(line))
    }

    /// A line of JSON. What a terminal must not get stands as `\u` escapes, which mean the same:
    /// such a character can only stand inside a string.
    pub fn json(&mut self, line: &str) -> io::Result<()> {
        let mut harmless = String::with_capacity(line.len());
        for ch in line.chars() {
            if matches!(sanitise(ch.encode_utf8(&mut [0; 4])), Cow::Borrowed(_)) {
                harmless.push(ch);
            } else {
                for unit in ch.encode_utf16(&mut [0; 2]) {
                    // Writing to a string does not fail.
                    let _ = write!(harmless, "\\u{unit:04x}");
                }
            }
        }
        writeln!(self.out, "{harmless}")
    }

    /// Lines that are fit for a terminal already: through a pipe to the letter, on a terminal as
    /// paragraphs.
    pub fn lines(&mut self, text: &[u8]) -> io::Result<()> {
        if self.is_terminal() {
            self.paragraphs(&String::from_utf8_lossy(text))
        } else {
            // What is marked to be laid out is for a terminal.
            let text = String::from_utf8_lossy(text);
            self.out.write_all(without_isolates(&text).as_bytes())
        }
    }

    /// Text that may be long: on a terminal wrapped to its width, each line in visual order and at
    /// its own side.
    pub fn paragraphs(&mut self, text: &str) -> io::Result<()> {
        for paragraph in text.lines() {
            let Some(layout) = self.layout else {
                self.plain(paragraph)?;
                continue;
            };
            let mut lines = String::new();
            lay_out(layout, self.form, self.width, paragraph, &mut lines);
            self.out.write_all(lines.as_bytes())?;
        }
        Ok(())
    }

    /// A line to the byte as it came.
    pub fn bytes(&mut self, line: &[u8]) -> io::Result<()> {
        self.out.write_all(line)?;
        self.out.write_all(b"\n")
    }

    /// A line with what matched in bold; for a terminal.
    pub fn marked(&mut self, line: &str, marks: &[Range<usize>]) -> io::Result<()> {
        let Some(layout) = self.layout else {
            return self.bytes(line.as_bytes());
        };
        let laid_out = layout.line(line, self.width);
        let mut row = String::new();
        let is_marked = |shown: &Range<usize>| {
            let meets = |mark: &Range<usize>| mark.start < shown.end && shown.start < mark.end;
            marks.iter().any(meets)
        };
        for cell in &laid_out.cells {
            if is_marked(&cell.range) {
                let _ = write!(row, "{BOLD}{}{PLAIN}", cell.text);
            } else {
                row.push_str(&cell.text);
            }
        }
        writeln!(self.out, "{}", begun(self.form, row))
    }

    /// A row of columns: codes, then a text. Through a pipe parted by tabs; on a terminal by
    /// blanks, the text in visual order and cut at the edge; on lines of their own where there is no
    /// room for both.
    pub fn row(&mut self, codes: &[(&str, usize)], text: &str) -> io::Result<()> {
        self.row_with(codes, text, "")
    }

    /// The same with a remark, where there is one: a last column, or in brackets behind the text.
    pub fn row_with(
        &mut self,
        codes: &[(&str, usize)],
        text: &str,
        remark: &str,
    ) -> io::Result<()> {
        let Some(layout) = self.layout else {
            for (code, _) in codes {
                write!(self.out, "{}\t", sanitise(code))?;
            }
            let text = sanitise(text).replace(['\n', '\t'], " ");
            return match remark {
                "" => writeln!(self.out, "{text}"),
                remark => writeln!(self.out, "{text}\t{}", sanitise(remark)),
            };
        };
        let remarked = format!("{text} ({remark})");
        let text = if remark.is_empty() { text } else { &remarked };
        let mut used = 0;
        let mut row = String::new();
        for (code, width) in codes {
            let line = layout.whole(code);
            let pad = width.saturating_sub(line.width());
            // Writing to a string does not fail.
            let _ = write!(row, "{}{:pad$}  ", line.text(), "");
            used += line.width().max(*width) + 2;
        }
        let room = self.width.saturating_sub(used);
        if room < TEXT {
            // An id is never cut, for it is typed again: it has lines of its own.
            let codes: Vec<&str> = codes.iter().map(|(code, _)| *code).collect();
            self.paragraphs(&codes.join("  ").replace('\n', " "))?;
            return self.paragraphs(&format!("  {}", text.replace('\n', " ")));
        }
        row.push_str(&layout.line(text, room).text());
        writeln!(self.out, "{}", begun(self.form, row))
    }

    /// What is sent to the letter, control sequences of ours included.
    pub fn as_it_is(&mut self, bytes: &str) -> io::Result<()> {
        self.out.write_all(bytes.as_bytes())
    }

    /// Sends what was written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// «الحجم» from its first letter on, joined: alef, initial lam, medial hah, medial jeem, final meem.
    const SIZE: &str = "\u{FE8D}\u{FEDF}\u{FEA4}\u{FEA0}\u{FEE2}";

    #[test]
    fn for_kitty_a_sign_stays_at_its_side_of_the_word() {
        let mut out = String::new();
        let layout = layout(true, Form::Kitty).unwrap();
        lay_out(layout, Form::Kitty, 16, "الحجم: 120", &mut out);
        assert_eq!(out, format!("      120 \x1b[1m:\x1b[22m{SIZE}\n"));
    }

    #[test]
    fn only_blanks_beside_letters_of_an_arabic_row_are_strong() {
        assert_eq!(
            strengthened(" c21:27  item  A b", "_"),
            " c21:27  item  A b"
        );
        assert_eq!(strengthened(" ", "_"), " ");
        // At the right side, a word of two letters, a number, a bracket.
        assert_eq!(
            strengthened("     27 (\u{FEE2}\u{FEDB}) ", "_"),
            "_   _27_(\u{FEE2}\u{FEDB})_"
        );
        assert_eq!(strengthened(" a   \u{FEE2}", "_"), "_a_ _\u{FEE2}");
    }

    #[test]
    fn for_kitty_latin_text_has_no_control_sequence() {
        assert_eq!(turned("size: 120×50"), "size: 120×50");
    }
}
