//! What may stand in a text that goes to a terminal.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::isolate::{CLOSE, is_mark};

/// Marks that one base may carry. More are dropped: a thousand would paint over other lines.
pub(super) const MARKS: usize = 4;

/// Stands for signs that take one column in some terminals and none or two in others.
const STAND_IN: char = '\u{66D}';

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stands, or it is invisible and serves shaping or clustering.
    Keep,
    /// Another stands for it.
    Replace(char),
    /// It ends a paragraph.
    Newline,
    /// Opens an isolate of the program's own.
    Open,
    /// Closes one.
    Close,
    /// It is taken out.
    Remove,
}

/// What becomes of `ch`. A tab stays a tab: it separates segments (UAX #9 L1) and is painted as a
/// blank.
pub(super) fn fate(ch: char) -> Fate {
    match ch {
        ' '..='~' | '\t' | '\u{620}'..='\u{6DC}' => Fate::Keep,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Newline,
        CLOSE => Fate::Close,
        _ if is_mark(ch) => Fate::Open,
        // Signs that stand around or above the digits that follow.
        '\u{600}'..='\u{605}'
        | '\u{6DD}'
        | '\u{70F}'
        | '\u{890}'
        | '\u{891}'
        | '\u{8E2}'
        | '\u{110BD}'
        | '\u{110CD}' => Fate::Replace(STAND_IN),
        // Khmer beyyal takes three columns.
        '\u{17D8}' => Fate::Replace('\u{FFFD}'),
        _ if harmful(ch) => Fate::Remove,
        _ => Fate::Keep,
    }
}

/// Controls, bidi controls, tags, fillers, noncharacters: nothing that a person reads.
fn harmful(ch: char) -> bool {
    matches!(ch,
        '\0'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{AD}'
        | '\u{61C}'
        | '\u{115F}'..='\u{1160}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FDD0}'..='\u{FDEF}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}')
        || u32::from(ch) & 0xFFFE == 0xFFFE
}

/// Kept in a text but never painted: joiners, variation selectors and their like
/// (`Default_Ignorable_Code_Point`), and the bidi controls, which only tests lay out.
pub(super) fn invisible(ch: char) -> bool {
    match ch {
        ' '..='~' | '\u{620}'..='\u{6FF}' => false,
        '\u{200C}'..='\u{200D}'
        | '\u{34F}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}' => true,
        '\t' => false,
        _ => harmful(ch),
    }
}

/// Columns of a character that is painted: 0 for a mark, 1 or 2. What `unicode-width` says of the
/// single character, for that is what terminals add up; unassigned and ambiguous ones take 1.
pub(super) fn columns(ch: char) -> usize {
    match ch {
        ' '..='~' | '\t' | '\u{620}'..='\u{64A}' => 1,
        _ => ch.width().unwrap_or(1).min(2),
    }
}

/// Takes out what is harmful in one line of plain output or in a title. A newline or a tab becomes
/// a blank. Joiners stay: this is text in logical order, for people and other programs. Borrows
/// when there is nothing to take out.
pub fn sanitise(text: &str) -> Cow<'_, str> {
    clean(text, ' ')
}

/// Like [`sanitise`](sanitise()) for text of several lines: every line ends with `\n`.
pub fn sanitise_lines(text: &str) -> Cow<'_, str> {
    clean(text, '\n')
}

fn clean(text: &str, newline: char) -> Cow<'_, str> {
    let mut marks = 0;
    let harmless = text.chars().all(|ch| {
        marks = marks_after(marks, ch);
        (ch == newline || fate(ch) == Fate::Keep) && ch != '\t' && marks <= MARKS
    });
    if harmless {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match fate(ch) {
            Fate::Keep => {
                marks = marks_after(marks, ch);
                if ch == '\t' {
                    out.push(' ');
                } else if marks <= MARKS {
                    out.push(ch);
                }
            }
            Fate::Replace(other) => {
                marks = 0;
                out.push(other);
            }
            Fate::Newline => {
                marks = 0;
                if ch == '\r' {
                    chars.next_if_eq(&'\n');
                }
                out.push(newline);
            }
            Fate::Open | Fate::Close | Fate::Remove => {}
        }
    }
    Cow::Owned(out)
}

/// How many marks stand in a row once `ch` has been read.
fn marks_after(marks: usize, ch: char) -> usize {
    if columns(ch) == 0 { marks + 1 } else { 0 }
}
