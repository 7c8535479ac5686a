//! From places in characters, as the parser counts, to places in bytes.

/// Goes through a text. Places come nearly in order, so a step is short.
pub(super) struct Cursor<'a> {
    text: &'a str,
    chars: usize,
    byte: usize,
}

impl<'a> Cursor<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            chars: 0,
            byte: 0,
        }
    }

    /// The byte at which the character of this number begins, from 0.
    pub fn to(&mut self, chars: usize) -> usize {
        let length =
            |chars: &mut dyn Iterator<Item = char>| chars.map(char::len_utf8).sum::<usize>();
        if chars >= self.chars {
            let rest = self.text.get(self.byte..).unwrap_or_default();
            self.byte += length(&mut rest.chars().take(chars - self.chars));
        } else {
            let before = self.text.get(..self.byte).unwrap_or_default();
            self.byte -= length(&mut before.chars().rev().take(self.chars - chars));
        }
        self.chars = chars;
        self.byte
    }
}
