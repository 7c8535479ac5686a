//! Characters that have no place in a report's text, or none on a terminal.

/// Whether YAML forbids it (YAML 1.2, 5.1): controls but tab and line ends, and the byte order mark
/// inside a text.
pub(super) const fn is_forbidden(char: char) -> bool {
    matches!(
        char,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}'
            | '\u{86}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// Whether it is a control, a direction mark or another character that is not seen but changes what
/// is. Never sent to a terminal.
pub(super) fn is_unseen(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'
                | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether it is an Arabic letter written as one of its shapes, which no search finds.
pub(super) const fn is_presentation_form(char: char) -> bool {
    // U+FD3E and U+FD3F are brackets, U+FDFC and others up to U+FDFF signs of their own.
    matches!(char, '\u{fb50}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdf1}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether it is written from right to left (Hebrew, Arabic, their neighbours, and the forms).
pub(super) const fn is_right_to_left(char: char) -> bool {
    matches!(
        char,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// The text with U+FFFD in the place of each character that a terminal must not get; a tab becomes
/// a space. As many characters as before.
pub(super) fn visible(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '\t' => ' ',
            char if is_unseen(char) => '\u{fffd}',
            char => char,
        })
        .collect()
}
