//! A question in its words, as whatever reads it has them: each as it was typed, and without what stands behind it in
//! a sentence.

/// What may stand behind a word in a sentence.
const STOPS: [char; 8] = ['?', '؟', '!', ',', '،', '.', ';', '؛'];

/// A word of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'q> {
    /// As it was typed.
    pub typed: &'q str,
    /// Without what stands behind it: `yesterday` of `yesterday's`.
    pub bare: &'q str,
}

impl Word<'_> {
    /// Whether it is one of these.
    pub fn is(&self, words: &[&str]) -> bool {
        let mut words = words.iter();
        words.any(|word| word.eq_ignore_ascii_case(self.bare))
    }
}

/// The words of a question; none where there are more than `most`: nobody asks in so many.
pub(super) fn words(text: &str, most: usize) -> Option<Vec<Word<'_>>> {
    let typed = text.split_whitespace().take(most + 1);
    let words: Vec<Word<'_>> = typed
        .map(|typed| Word {
            typed,
            bare: bare(typed),
        })
        .collect();
    (words.len() <= most).then_some(words)
}

/// A word without what stands behind it in a sentence.
pub(super) fn bare(word: &str) -> &str {
    let word = word.trim_end_matches(STOPS);
    let of = ["'s", "’s"].iter().find_map(|of| word.strip_suffix(of));
    of.unwrap_or(word)
}

/// Words as they were typed, with blanks between them.
pub(super) fn typed<'q>(words: impl IntoIterator<Item = &'q Word<'q>>) -> String {
    let typed: Vec<&str> = words.into_iter().map(|word| word.typed).collect();
    typed.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{bare, words};

    #[test]
    fn a_word_has_nothing_behind_it() {
        for (typed, expected) in [
            ("yesterday's", "yesterday"),
            ("today?", "today"),
            ("أمس؟", "أمس"),
            ("group’s,", "group"),
            ("27.", "27"),
            ("?", ""),
        ] {
            assert_eq!(bare(typed), expected);
        }
        assert_eq!(words("one two", 2).map(|words| words.len()), Some(2));
        assert_eq!(words("one two three", 2), None);
    }
}
