//! Lines that were to add a record and did not: all of them are kept. The sign that opens one offers
//! the one that was typed last, and the one before it where that is left as it is.

use super::super::quick::with_one_sign;

/// The lines that are kept, in the order in which they were typed.
#[derive(Default)]
pub(super) struct Lines(Vec<Line>);

struct Line {
    text: String,
    /// The full id of the record that was in hand when it was typed, where that is known.
    of: Option<String>,
    /// When it was typed, by the count of keys.
    keys: u64,
}

impl Lines {
    /// Keeps a line, once.
    pub fn keep(&mut self, text: String, of: Option<String>, keys: u64) {
        self.0.retain(|line| line.text != text);
        let place = self.0.partition_point(|line| line.keys <= keys);
        self.0.insert(place, Line { text, of, keys });
    }

    /// Puts a line back that was offered and left as it was: it is offered after all others.
    pub fn put_behind(&mut self, text: String, of: Option<String>) {
        let keys = 0;
        self.0.insert(0, Line { text, of, keys });
    }

    /// Takes out the line that is offered behind this sign, with the record that it was typed for, and says
    /// how many more there are.
    pub fn take(&mut self, sign: &str) -> Option<(String, Option<String>, usize)> {
        let place = self
            .0
            .iter()
            .rposition(|line| line.text.starts_with(sign))?;
        let line = self.0.remove(place);
        let more = self.texts().filter(|line| line.starts_with(sign)).count();
        Some((line.text, line.of, more))
    }

    /// Forgets a line that is added: it may have been typed over and brought back.
    pub fn forget(&mut self, line: &str) {
        self.0.retain(|kept| kept.text != line);
    }

    /// All that is kept, with the record that each was typed for.
    pub fn all(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let all = self.0.iter();
        all.map(|line| (line.text.as_str(), line.of.as_deref()))
    }

    /// All that is kept.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|line| line.text.as_str())
    }

    /// Forgets them.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// A line that was not added, with its sign; none where nothing stands behind that. A line without a sign is
/// one that asks somebody to act.
pub(super) fn whole(line: &str) -> Option<String> {
    let is_sign = |letter: char| matches!(letter, '@' | '+');
    let said = line.trim_start_matches(|letter| is_sign(letter) || char::is_whitespace(letter));
    if said.trim().is_empty() {
        return None;
    }
    Some(match line.starts_with(is_sign) {
        true => with_one_sign(line),
        false => format!("@{line}"),
    })
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn the_line_typed_last_is_offered_first_and_no_line_is_lost() {
        let mut lines = Lines::default();
        lines.keep("@ second".to_owned(), None, 20);
        lines.keep("+ other".to_owned(), None, 30);
        // It comes back later and was typed before.
        lines.keep("@ first".to_owned(), None, 10);
        assert_eq!(lines.take("@"), Some(("@ second".to_owned(), None, 1)));
        lines.put_behind("@ second".to_owned(), None);
        assert_eq!(lines.take("@"), Some(("@ first".to_owned(), None, 1)));
        lines.put_behind("@ first".to_owned(), None);
        assert_eq!(lines.take("@"), Some(("@ second".to_owned(), None, 1)));
        assert_eq!(lines.take("@"), Some(("@ first".to_owned(), None, 0)));
        assert_eq!(lines.take("@"), None);
        assert_eq!(lines.texts().collect::<Vec<_>>(), ["+ other"]);
    }
}
