//! Lines and blanks of a text. All places are bytes, on the bounds of characters.

/// The text from one byte to another; nothing where that is no piece of it.
pub(super) fn piece(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// The character that begins at this byte.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Where the line that holds this byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// Where the line that holds this byte ends, without its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find(['\n', '\r']).map_or(text.len(), |end| at + end)
}

/// Where the line after the one that holds this byte begins; the text's end where there is none.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let rest = text.get(end..).unwrap_or_default();
    if rest.starts_with("\r\n") {
        end + 2
    } else {
        (end + 1).min(text.len())
    }
}

/// Where the line before the one that begins at this byte begins.
pub(super) fn line_before(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?;
    let before = before
        .strip_suffix("\r\n")
        .or_else(|| before.strip_suffix(['\n', '\r']))?;
    Some(line_start(text, before.len()))
}

/// How many spaces the line that begins at this byte begins with.
pub(super) fn indent(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    rest.bytes().take_while(|byte| *byte == b' ').count()
}

/// How far this byte stands from the beginning of its line, in bytes. Before a key or a dash in
/// block style there is nothing but ASCII, so that it is a column.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// The line that begins at this byte, without its line end.
pub(super) fn line(text: &str, start: usize) -> &str {
    piece(text, start, line_end(text, start))
}

/// Whether the line that begins at this byte holds blanks only.
pub(super) fn is_blank(text: &str, start: usize) -> bool {
    line(text, start).trim_matches([' ', '\t']).is_empty()
}

/// Whether the line that begins at this byte holds a comment only.
pub(super) fn is_comment(text: &str, start: usize) -> bool {
    line(text, start)
        .trim_start_matches([' ', '\t'])
        .starts_with('#')
}

/// The first byte from here on that is neither a blank nor a line end nor in a comment.
pub(super) fn skip_space(text: &str, from: usize) -> usize {
    let mut at = from;
    let mut after_blank = at == line_start(text, at);
    while let Some(char) = char_at(text, at) {
        match char {
            ' ' | '\t' | '\n' | '\r' => {
                at += 1;
                after_blank = true;
            }
            '#' if after_blank => at = line_end(text, at),
            _ => break,
        }
    }
    at
}

/// The line end that the text uses: that of its first line.
pub(super) fn line_ending(text: &str) -> &'static str {
    let end = line_end(text, 0);
    let rest = text.get(end..).unwrap_or_default();
    if rest.starts_with("\r\n") {
        "\r\n"
    } else if rest.starts_with('\r') {
        "\r"
    } else {
        "\n"
    }
}
