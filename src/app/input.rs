//! A line to type in: the text, and the caret between two of its grapheme clusters.

use unicode_segmentation::UnicodeSegmentation;

/// The longest line that is typed or pasted, in characters: nobody searches for more.
pub const LONGEST: usize = 512;

/// A line of text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The caret, in bytes of the text, always between two grapheme clusters.
    caret: usize,
}

impl Input {
    /// The text, in logical order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the next letter will go, in bytes of the text.
    #[must_use]
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// Puts text in at the caret; line ends and tabs become blanks, other controls are dropped, and
    /// so is what would make the line longer than [`LONGEST`].
    pub fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.chars().count());
        for one in text.chars().take(room) {
            let one = match one {
                '\n' | '\r' | '\t' => ' ',
                other if other.is_control() => continue,
                other => other,
            };
            self.text.insert(self.caret, one);
            self.caret += one.len_utf8();
        }
    }

    /// Takes away the cluster before the caret.
    pub fn backspace(&mut self) {
        let from = self.before();
        self.text.replace_range(from..self.caret, "");
        self.caret = from;
    }

    /// Takes away the cluster behind the caret.
    pub fn delete(&mut self) {
        let to = self.after();
        self.text.replace_range(self.caret..to, "");
    }

    /// Takes away the word before the caret.
    pub fn delete_word(&mut self) {
        let head = self.text.get(..self.caret).unwrap_or_default();
        let from = head
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(start, _)| start);
        self.text.replace_range(from..self.caret, "");
        self.caret = from;
    }

    /// Puts text in place of what stands in a range of bytes; the caret goes behind it. Nothing is
    /// done where the range is none of the text.
    pub fn replace(&mut self, place: std::ops::Range<usize>, text: &str) {
        if self.text.get(place.clone()).is_some() {
            self.text.replace_range(place.clone(), "");
            self.caret = place.start;
            self.insert(text);
        }
    }

    /// Takes away everything.
    pub fn clear(&mut self) {
        self.text.clear();
        self.caret = 0;
    }

    /// One cluster towards the beginning.
    pub fn backward(&mut self) {
        self.caret = self.before();
    }

    /// One cluster towards the end.
    pub fn forward(&mut self) {
        self.caret = self.after();
    }

    /// To the beginning.
    pub const fn home(&mut self) {
        self.caret = 0;
    }

    /// To the end.
    pub const fn end(&mut self) {
        self.caret = self.text.len();
    }

    /// Where the cluster before the caret begins.
    fn before(&self) -> usize {
        self.text
            .get(..self.caret)
            .and_then(|head| head.grapheme_indices(true).next_back())
            .map_or(0, |(start, _)| start)
    }

    /// Where the cluster behind the caret ends.
    fn after(&self) -> usize {
        self.text
            .get(self.caret..)
            .and_then(|tail| tail.graphemes(true).next())
            .map_or(self.caret, |cluster| self.caret + cluster.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_with_their_letter() {
        let mut input = Input::default();
        input.insert("مُجلس");
        input.home();
        input.forward();
        assert_eq!(input.caret(), "مُ".len());
        input.backspace();
        assert_eq!(input.text(), "جلس");
    }

    #[test]
    fn a_long_paste_is_cut() {
        let mut input = Input::default();
        input.insert(&"م".repeat(100_000));
        assert_eq!(input.text().chars().count(), 512);
        input.insert("x");
        assert_eq!(input.text().chars().count(), 512);
    }

    #[test]
    fn a_word_goes_whole_and_a_paste_becomes_one_line() {
        let mut input = Input::default();
        input.insert("مباني\nالمقر\u{1b}");
        assert_eq!(input.text(), "مباني المقر");
        input.delete_word();
        assert_eq!(input.text(), "مباني ");
        input.delete_word();
        assert_eq!((input.text(), input.caret()), ("", 0));
        input.backspace();
        input.delete();
        assert_eq!(input.text(), "");
    }
}
