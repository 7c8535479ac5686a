//! Emoji sequences, which terminals do not agree on.
//!
//! Some terminals draw a family (three people and two joiners) as one sign of two columns, others
//! as three signs of two; `unicode-width`, and so ratatui, says two. Where program and terminal
//! differ, every cell to the right is off. So only the first sign of a sequence is sent, without
//! variation selector and skin tone: two columns (or one) everywhere. The range of the cell covers
//! the whole sequence, so copying loses nothing. A flag is sent as its two letters, each in a cell
//! of its own, so that no cell can be half written over.

/// Whether `ch` can follow a joiner in an emoji sequence (`Extended_Pictographic`, roughly: the
/// grapheme rules have decided already that it belongs to the cluster).
pub(super) fn pictograph(ch: char) -> bool {
    matches!(ch, '\u{203C}'..='\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether `ch` is a skin tone.
pub(super) fn skin_tone(ch: char) -> bool {
    matches!(ch, '\u{1F3FB}'..='\u{1F3FF}')
}

/// The letter of a regional indicator.
pub(super) fn flag_letter(ch: char) -> Option<char> {
    let place = u32::from(ch).checked_sub(0x1F1E6)?;
    let letter = u8::try_from(place).ok().filter(|place| *place < 26)?;
    Some(char::from(b'A' + letter))
}
