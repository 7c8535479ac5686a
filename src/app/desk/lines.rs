//! Lines that were to add a record and did not: all of them are kept. The sign that opens one offers
//! the one that was typed last, and the one before it where that is left as it is.

use super::super::quick::with_one_sign;

/// A line that was to add a record, with its sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    /// The full id of the record for which it was typed, where that is known.
    pub of: Option<String>,
}

/// The lines that are kept, in the order in which they were typed, each with when that was, by the count of
/// keys.
#[derive(Default)]
pub(super) struct Lines(Vec<(u64, Line)>);

impl Lines {
    /// Keeps a line, once.
    pub fn keep(&mut self, line: Line, keys: u64) {
        self.forget(&line);
        let place = self.0.partition_point(|(one, _)| *one <= keys);
        self.0.insert(place, (keys, line));
    }

    /// Puts a line back that was offered and left as it was: it is offered after all others.
    pub fn put_behind(&mut self, line: Line) {
        self.forget(&line);
        self.0.insert(0, (0, line));
    }

    /// Takes out the line that is offered behind this sign, and says how many more there are.
    pub fn take(&mut self, sign: &str) -> Option<(Line, usize)> {
        let is_behind = |(_, line): &(u64, Line)| line.text.starts_with(sign);
        let place = self.0.iter().rposition(is_behind)?;
        let (_, line) = self.0.remove(place);
        let more = self.0.iter().filter(|one| is_behind(one)).count();
        Some((line, more))
    }

    /// Forgets a line of a record. The same words may be kept for another, which is not this one.
    pub fn forget(&mut self, gone: &Line) {
        let is_of_another = |line: &Line| line.of.is_some() && line.of != gone.of;
        self.0
            .retain(|(_, line)| line.text != gone.text || is_of_another(line));
    }

    /// All that is kept.
    pub fn all(&self) -> impl Iterator<Item = &Line> {
        self.0.iter().map(|(_, line)| line)
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
    use super::{Line, Lines};

    #[test]
    fn the_line_typed_last_is_offered_first_and_no_line_is_lost() {
        let line = |text: &str| Line {
            text: text.to_owned(),
            of: Some("c21:27".to_owned()),
        };
        let mut lines = Lines::default();
        lines.keep(line("@ second"), 20);
        lines.keep(line("+ other"), 30);
        // It comes back later and was typed before.
        lines.keep(line("@ first"), 10);
        assert_eq!(lines.take("@"), Some((line("@ second"), 1)));
        lines.put_behind(line("@ second"));
        assert_eq!(lines.take("@"), Some((line("@ first"), 1)));
        lines.put_behind(line("@ first"));
        assert_eq!(lines.take("@"), Some((line("@ second"), 1)));
        assert_eq!(lines.take("@"), Some((line("@ first"), 0)));
        assert_eq!(lines.take("@"), None);
        assert_eq!(lines.all().collect::<Vec<_>>(), [&line("+ other")]);
    }

    /// The same words for two items are two lines; of which item they are may not be known.
    #[test]
    fn the_same_words_of_another_record_are_another_line() {
        let line = |of: Option<&str>| Line {
            text: "@ prepare a paper".to_owned(),
            of: of.map(str::to_owned),
        };
        let mut lines = Lines::default();
        lines.keep(line(None), 10);
        lines.keep(line(Some("c21:27")), 20);
        lines.keep(line(Some("c21:28")), 30);
        lines.keep(line(Some("c21:28")), 40);
        assert_eq!(lines.all().count(), 2);
        lines.forget(&line(Some("c21:28")));
        assert_eq!(lines.all().collect::<Vec<_>>(), [&line(Some("c21:27"))]);
    }
}
