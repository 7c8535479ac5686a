//! Writes a text as a block scalar: `|` with its lines as they are, `>` with long lines folded.

use super::lines::{self, line_end, next_line, piece};
use super::scalar::needs_escape;
use super::tree::{Node, Style};

/// The length, in characters, up to which lines are filled where the old ones tell nothing.
const WIDTH: usize = 100;

/// How a block scalar stands, or is to stand, in its text.
pub(super) struct Block {
    /// The column of its lines.
    pub indent: usize,
    /// The column of the key or dash that it belongs to.
    pub parent: usize,
    pub eol: &'static str,
    /// How many line ends stand at the end of the old text where they are kept (`+`).
    pub keeps: bool,
    /// Whether the indentation is written in the header.
    pub told: bool,
}

impl Block {
    /// As the old block scalar stands; none where it holds nothing that tells.
    pub fn of(text: &str, node: &Node<'_>, parent: usize, eol: &'static str) -> Option<Self> {
        let header_end = line_end(text, node.start);
        let header = header(text, node);
        let told = header.chars().find_map(|char| char.to_digit(10));
        let first = content_lines(text, node).find(|line| !lines::is_blank(text, *line));
        let indent = match (told, first) {
            (Some(told), _) => parent + usize::try_from(told).unwrap_or_default(),
            (None, Some(first)) => lines::indent(text, first),
            (None, None) => return None,
        };
        (node.end > header_end).then(|| Self {
            indent,
            parent,
            eol,
            keeps: header.contains('+'),
            told: told.is_some(),
        })
    }

    /// The text with `|`: the header, and the lines, each with the line end before it. None where
    /// it cannot be held so.
    pub fn literal(&self, text: &str) -> Option<(String, String)> {
        let whole = fits(text).then_some(text)?;
        let (lines, ends) = without_ends(whole);
        let first = lines.lines().find(|line| !line.is_empty())?;
        let header = self.header('|', ends, first.starts_with(' '))?;
        let mut body = String::with_capacity(text.len() + 64);
        for line in lines.split('\n') {
            self.line(line, &mut body);
        }
        self.last(ends, &mut body);
        Some((header, body))
    }

    /// The text with `>`. Lines of the old scalar, `old`, stay where their words stay. None where
    /// it cannot be held so.
    pub fn folded(&self, text: &str, old: &[&str]) -> Option<(String, String)> {
        let whole = fits(text).then_some(text)?;
        let (words, ends) = without_ends(whole);
        let bare = |line: &str| !line.starts_with([' ', '\t']) && !line.ends_with([' ', '\t']);
        if words.is_empty() || words.starts_with('\n') || !words.split('\n').all(bare) {
            return None;
        }
        let header = self.header('>', ends, false)?;
        let longest = old.iter().map(|line| line.chars().count()).max();
        let width = longest
            .unwrap_or_default()
            .max(WIDTH.saturating_sub(self.indent));
        let mut body = String::with_capacity(text.len() + 64);
        for line in fold(words, old, width) {
            self.line(&line, &mut body);
        }
        self.last(ends, &mut body);
        Some((header, body))
    }

    fn line(&self, line: &str, body: &mut String) {
        body.push_str(self.eol);
        if !line.is_empty() {
            body.push_str(&" ".repeat(self.indent));
            body.push_str(line);
        }
    }

    /// The blank lines at the end, where they are kept.
    fn last(&self, ends: usize, body: &mut String) {
        body.push_str(&self.eol.repeat(ends.saturating_sub(1)));
    }

    fn header(&self, sign: char, ends: usize, blank: bool) -> Option<String> {
        let mut header = sign.to_string();
        if blank || self.told {
            let told = self.indent.checked_sub(self.parent)?;
            if !(1..=9).contains(&told) {
                return None;
            }
            header.push_str(&told.to_string());
        }
        match (ends, self.keeps) {
            (0, _) => header.push('-'),
            (_, true) => header.push('+'),
            (1, false) => {}
            // Blank lines that follow would be taken in.
            (_, false) => return None,
        }
        Some(header)
    }
}

/// Whether the lines of a block scalar can hold the text at all.
fn fits(text: &str) -> bool {
    let odd = |char: char| !matches!(char, '\n' | '\t') && needs_escape(char);
    !text.trim().is_empty()
        && !text.chars().any(odd)
        && !text.split('\n').any(|line| line.starts_with('\t'))
        && text
            .split('\n')
            .take_while(|line| line.trim().is_empty())
            .all(str::is_empty)
}

/// The text without the line ends at its end, and how many there were.
fn without_ends(text: &str) -> (&str, usize) {
    let bare = text.trim_end_matches('\n');
    (bare, text.len() - bare.len())
}

/// The header of a block scalar: `|`, `>-`, `|2+`.
pub(super) fn header<'a>(text: &'a str, node: &Node<'_>) -> &'a str {
    let line = piece(text, node.start, line_end(text, node.start));
    line.split([' ', '\t']).next().unwrap_or_default()
}

/// Where each line of a block scalar begins.
fn content_lines(text: &str, node: &Node<'_>) -> impl Iterator<Item = usize> {
    let end = node.end;
    let first = next_line(text, node.start);
    let step = move |line: &usize| Some(next_line(text, *line)).filter(|next| next > line);
    std::iter::successors(Some(first), step).take_while(move |line| *line < end)
}

/// The lines of a folded scalar without their indentation; none where it is no folded scalar.
pub(super) fn folded_lines<'a>(text: &'a str, node: &Node<'_>, style: Style) -> Vec<&'a str> {
    if style != Style::Folded {
        return Vec::new();
    }
    let first = content_lines(text, node).find(|line| !lines::is_blank(text, *line));
    let indent = first.map_or(0, |line| lines::indent(text, line));
    content_lines(text, node)
        .map(|line| lines::line(text, line))
        .map(|line| line.get(indent..).unwrap_or_default())
        .collect()
}

/// The lines of a text that is to be folded. The first and the last of the old lines stay as long
/// as they say the same, so that a changed word changes few lines.
fn fold(text: &str, old: &[&str], width: usize) -> Vec<String> {
    let (before, rest) = kept_before(text, old);
    let (rest, after) = kept_after(rest, old.get(before..).unwrap_or_default());
    let keep = |line: &&str| (*line).to_owned();
    let mut lines: Vec<String> = old.iter().take(before).map(keep).collect();
    if !rest.is_empty() {
        fill(rest, width, &mut lines);
    }
    lines.extend(old.iter().skip(old.len() - after).map(keep));
    lines
}

/// How many of the old lines the text begins with, and the text behind them.
fn kept_before<'a>(text: &'a str, old: &[&str]) -> (usize, &'a str) {
    let mut kept = (0, text);
    let mut rest = text;
    let mut at = 0;
    while let Some(line) = old.get(at).filter(|line| is_bare(line)) {
        let Some(behind) = rest.strip_prefix(line) else {
            break;
        };
        let blank = old
            .iter()
            .skip(at + 1)
            .take_while(|line| line.is_empty())
            .count();
        let joint = if blank == 0 {
            " ".to_owned()
        } else {
            "\n".repeat(blank)
        };
        at += 1 + blank;
        match behind.strip_prefix(joint.as_str()) {
            Some(next) if at < old.len() => {
                rest = next;
                kept = (at, next);
            }
            None if behind.is_empty() && at >= old.len() => return (old.len(), ""),
            _ => break,
        }
    }
    // What follows a line that stays begins with a word.
    match kept.1.starts_with([' ', '\n']) {
        true => (0, text),
        false => kept,
    }
}

/// The text before the old lines that it ends with, and how many they are.
fn kept_after<'a>(text: &'a str, old: &[&str]) -> (&'a str, usize) {
    let mut kept = (text, 0);
    let mut rest = text;
    let mut left = old.len();
    while let Some(line) = left.checked_sub(1).and_then(|at| old.get(at)) {
        let Some(before) = rest.strip_suffix(line).filter(|_| is_bare(line)) else {
            break;
        };
        left -= 1;
        let blank = old
            .iter()
            .take(left)
            .rev()
            .take_while(|line| line.is_empty())
            .count();
        let joint = if blank == 0 {
            " ".to_owned()
        } else {
            "\n".repeat(blank)
        };
        let Some(next) = before.strip_suffix(joint.as_str()) else {
            break;
        };
        if next.ends_with([' ', '\n']) || next.is_empty() {
            break;
        }
        // A paragraph's end stays with the text before it.
        if blank == 0 {
            kept = (next, old.len() - left);
        }
        left -= blank;
        rest = next;
    }
    kept
}

fn is_bare(line: &str) -> bool {
    !line.is_empty() && !line.starts_with([' ', '\t']) && !line.ends_with([' ', '\t'])
}

/// Breaks each paragraph of a text into lines of at most this many characters, at single spaces.
fn fill(text: &str, width: usize, lines: &mut Vec<String>) {
    for (nth, paragraph) in text.split('\n').enumerate() {
        if nth > 0 {
            lines.push(String::new());
        }
        if paragraph.is_empty() {
            continue;
        }
        let mut line = String::new();
        let mut length = 0;
        let mut words = paragraph.split(' ').peekable();
        let mut can_break = false;
        while let Some(word) = words.next() {
            let long = word.chars().count();
            if can_break && length + 1 + long > width {
                lines.push(std::mem::take(&mut line));
                length = 0;
            } else if length > 0 || !line.is_empty() {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += long;
            // Beside another space no line may end; nor before what would begin like a blank.
            can_break = !word.is_empty() && words.peek().is_some_and(|next| !next.is_empty());
        }
        lines.push(line);
    }
}

/// What stands behind the header on its line, and so stays: blanks and a comment.
pub(super) fn behind_header<'a>(text: &'a str, node: &Node<'_>) -> &'a str {
    let from = node.start + header(text, node).len();
    piece(text, from, line_end(text, from))
}
