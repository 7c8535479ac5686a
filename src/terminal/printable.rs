//! The last line of defence: no control character reaches the terminal from a cell.
//!
//! `script` has made the text printable long before. This holds even if it has not.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;

/// Appends the symbol of a cell as the terminal may have it, and returns its width in columns
/// (at least 1).
///
/// A control character (C0, DEL, C1) becomes `·`, which takes the one column that
/// `unicode-width` counts for it. A bidi control or a byte order mark has no width and is
/// dropped. What would not move the cursor (nothing, or a mark without a base) stands on a
/// blank, so that a cell always fills its column.
pub(super) fn push(symbol: &str, out: &mut Vec<u8>) -> u16 {
    let filtered: Cow<'_, str> = if !symbol.contains(|c| is_control(c) || is_bidi_control(c)) {
        symbol.into()
    } else {
        symbol
            .chars()
            .filter(|&c| !is_bidi_control(c))
            .map(|c| if is_control(c) { '·' } else { c })
            .collect()
    };
    let width = filtered.cell_width();
    if width == 0 {
        out.push(b' ');
    }
    out.extend_from_slice(filtered.as_bytes());
    width.max(1)
}

/// C0, DEL and C1, and the two separators that some terminals take for a new line.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The characters of UAX #9 section 2 that only steer direction, and the byte order mark.
fn is_bidi_control(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::push;

    fn sent(symbol: &str, width: u16) -> String {
        let mut out = Vec::new();
        assert_eq!(push(symbol, &mut out), width);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_letter_with_its_marks_is_sent_whole() {
        assert_eq!(
            sent("\u{FE91}\u{0651}\u{064E}", 1),
            "\u{FE91}\u{0651}\u{064E}"
        );
    }

    #[test]
    fn controls_become_dots() {
        assert_eq!(sent("\u{1B}", 1), "·");
        assert_eq!(sent("\u{1B}[31m", 5), "·[31m");
        assert_eq!(sent("\u{9B}", 1), "·");
        assert_eq!(sent("\u{7F}", 1), "·");
        assert_eq!(sent("\n", 1), "·");
    }

    #[test]
    fn direction_controls_are_dropped() {
        for control in [
            '\u{061C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}',
            '\u{FEFF}',
        ] {
            assert_eq!(sent(&format!("a{control}"), 1), "a");
            assert_eq!(sent(&control.to_string(), 1), " ");
        }
    }

    #[test]
    fn a_cell_without_width_still_fills_its_column() {
        assert_eq!(sent("", 1), " ");
        assert_eq!(sent("\u{064E}", 1), " \u{064E}");
    }
}
