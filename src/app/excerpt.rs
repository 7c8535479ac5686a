//! A text in which a search was met, cut so that the match is within sight.

use std::collections::VecDeque;
use std::ops::Range;

use crate::script::{Form, Layout};

/// At most so many columns of what stands before the match are shown, and one out of so many that there
/// are: enough for a few words.
const BEFORE: usize = 36;
const SHARE: usize = 3;
/// What stands where a text is cut.
pub const CUT: char = '…';
/// More bytes before a match are not looked at: they take more columns than are shown.
const NEAR: usize = 256;
/// So many matches of a text are looked at, to find where most of them stand together.
const MOST: usize = 256;

/// A text in which a search was met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The whole text.
    text: String,
    /// The bytes of it that match, in their order; there is one at least.
    marks: Vec<Range<usize>>,
}

impl Excerpt {
    /// Of a text with these matches, which are in their order and apart from each other.
    #[must_use]
    pub fn new(text: impl Into<String>, marks: Vec<Range<usize>>) -> Self {
        Self {
            text: text.into(),
            marks,
        }
    }

    /// The text from a few words before the best match on, and what of it matches. In so many `columns`
    /// the match stands whole, if it is not longer than they are. The best one is where most of what
    /// matches stands together; of two that are as good, the first.
    #[must_use]
    pub fn within(&self, columns: usize) -> (String, Vec<Range<usize>>) {
        let Some(best) = self.best(columns) else {
            return (self.text.clone(), self.marks.clone());
        };
        let start = self.start(&best, columns);
        if start == 0 {
            return (self.text.clone(), self.marks.clone());
        }
        let rest = self.text.get(start..).unwrap_or_default();
        let there = |at: usize| at - start + CUT.len_utf8();
        let marks = self.marks.iter().filter(|mark| mark.start >= start);
        let marks = marks.map(|mark| there(mark.start)..there(mark.end));
        (format!("{CUT}{rest}"), marks.collect())
    }

    /// The best match, with what else matches within as many columns as there are for it.
    #[must_use]
    pub fn best(&self, columns: usize) -> Option<Range<usize>> {
        let room = columns.saturating_sub(before(columns) + 2);
        // What is longer does not fit, and is not measured.
        let far = NEAR.max(4 * room);
        let wide = |range: Range<usize>| match range.len() <= far {
            true => self.width(range),
            false => room + 1,
        };
        let marks = self.marks.get(..MOST).unwrap_or(&self.marks);
        let mut best: Option<(usize, Range<usize>)> = None;
        // The matches that stand together up to this one, with the column in which each begins, and
        // the bytes of them all.
        let mut near: VecDeque<(usize, &Range<usize>)> = VecDeque::new();
        let (mut shown, mut column, mut end) = (0, 0, None);
        for mark in marks {
            let begins = column + end.map_or(0, |end| wide(end..mark.start));
            column = begins + wide(mark.clone());
            end = Some(mark.end);
            near.push_back((begins, mark));
            shown += mark.len();
            while near.len() > 1
                && let Some((first, out)) = near.front()
                && column - first > room
            {
                shown -= out.len();
                near.pop_front();
            }
            if best.as_ref().is_none_or(|(most, _)| shown > *most)
                && let Some((_, first)) = near.front()
            {
                best = Some((shown, first.start..mark.end));
            }
        }
        best.map(|(_, range)| range)
    }

    /// Where the text begins of which the best match is within sight: a word, or the match itself.
    fn start(&self, best: &Range<usize>, columns: usize) -> usize {
        let short = best.end <= 4 * NEAR;
        if short && self.width(0..best.end) < columns {
            return 0;
        }
        let room = columns.saturating_sub(self.width(best.clone()) + 2);
        let head = self.text.get(..best.start).unwrap_or_default();
        let blanks = head.rmatch_indices(char::is_whitespace);
        let words = blanks.map(|(at, blank)| at + blank.len()).enumerate();
        // Where a match stands inside of a word its word comes before it, then another, however long.
        let fits = |&(number, at): &(usize, usize)| {
            let room = if number < 2 {
                room
            } else {
                room.min(before(columns))
            };
            best.start - at <= NEAR && self.width(at..best.start) <= room
        };
        let first = words.take_while(fits).last();
        first.map_or(best.start, |(_, at)| at)
    }

    /// How many columns a part of the text takes where every letter has its own.
    fn width(&self, range: Range<usize>) -> usize {
        let widest = Layout {
            form: Form::Off,
            ..Layout::default()
        };
        widest.width(self.text.get(range).unwrap_or_default())
    }
}

/// How many columns before a match are shown.
fn before(columns: usize) -> usize {
    BEFORE.min(columns / SHARE)
}

#[cfg(test)]
#[expect(
    clippy::string_slice,
    reason = "a range off a boundary is a failure that a test may report by a panic"
)]
mod tests {
    use super::*;
    use crate::script::Direction;
    use proptest::prelude::*;

    fn of(text: &str, marks: &[&str]) -> Excerpt {
        let mut at = 0;
        let marks = marks.iter().map(|mark| {
            let from = at + text[at..].find(mark).unwrap();
            at = from + mark.len();
            from..at
        });
        let marks = marks.collect();
        Excerpt::new(text, marks)
    }

    /// The text that is shown, and what of it is marked.
    fn seen(excerpt: &Excerpt, columns: usize) -> (String, Vec<String>) {
        let (text, marks) = excerpt.within(columns);
        let marks = marks.into_iter().map(|mark| text[mark].to_owned());
        let marks = marks.collect();
        (text, marks)
    }

    #[test]
    fn what_fits_is_shown_from_its_beginning() {
        let short = of("one two three", &["three"]);
        assert_eq!(
            seen(&short, 14),
            ("one two three".to_owned(), vec!["three".to_owned()])
        );
    }

    #[test]
    fn a_few_words_stand_before_a_match_that_is_far_behind() {
        let text = "one two three four five six seven eight nine ten eleven twelve";
        // A third of thirty columns is ten: `eight nine`, with its blank, is eleven.
        assert_eq!(
            seen(&of(text, &["ten"]), 30),
            ("…nine ten eleven twelve".to_owned(), vec!["ten".to_owned()])
        );
        // One word stands before it where there is room for it, and none where there is not.
        assert_eq!(seen(&of(text, &["eleven"]), 12).0, "…ten eleven twelve");
        assert_eq!(seen(&of(text, &["eleven"]), 8).0, "…eleven twelve");
    }

    #[test]
    fn arabic_is_measured_in_columns_and_not_in_bytes() {
        let text = "على الأمانة الفنية أن تنسق مع الاتحاد ترشيح السيدة شهيرة سليم نائبةً لرئيس الفريق";
        let (shown, marks) = seen(&of(text, &["شهيرة سليم"]), 30);
        assert_eq!(shown, "…السيدة شهيرة سليم نائبةً لرئيس الفريق");
        assert_eq!(marks, ["شهيرة سليم"]);
    }

    #[test]
    fn where_most_of_a_match_stands_together_it_is_best() {
        let text = "cyber, and much else that takes its room, then cyber security here";
        let excerpt = of(text, &["cyber", "cyber", "security"]);
        let (shown, marks) = seen(&excerpt, 30);
        assert_eq!(shown, "…then cyber security here");
        assert_eq!(marks, ["cyber", "security"]);
    }

    #[test]
    fn of_many_matches_the_first_hundreds_are_looked_at() {
        // Two letters behind the last that is looked at would be better.
        let text = "z ".repeat(300) + "zz";
        let marks: Vec<Range<usize>> = (0..300)
            .map(|at| 2 * at..2 * at + 1)
            .chain(std::iter::once(600..602))
            .collect();
        let excerpt = Excerpt::new(text, marks);
        // Thirty columns less ten and two: nine letters and eight blanks take seventeen of eighteen.
        assert_eq!(excerpt.best(30), Some(0..17));
    }

    fn words() -> impl Strategy<Value = Vec<String>> {
        let word = prop_oneof![
            "[a-zA-Z]{1,12}",
            "[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]{1,12}",
            Just("الاتصالات".to_owned()),
            Just("ثانيةً،".to_owned()),
            "[0-9]{1,6}",
        ];
        prop::collection::vec(word, 1..60)
    }

    proptest! {
        #![proptest_config(crate::testing::cases(256))]

        /// However the text runs, however it is sent, the match stands on the line, whole.
        #[test]
        fn a_match_stands_whole_on_a_line(
            words in words(),
            at in any::<prop::sample::Index>(),
            columns in 24..80_usize,
            rtl in any::<bool>(),
        ) {
            let at = at.index(words.len());
            let start: usize = words.iter().take(at).map(|word| word.len() + 1).sum();
            let mark = start..start + words[at].len();
            let excerpt = Excerpt::new(words.join(" "), vec![mark]);
            let (text, marks) = excerpt.within(columns);
            prop_assert_eq!(&text[marks[0].clone()], words[at].as_str());
            for form in [Form::Visual, Form::Words, Form::Kitty, Form::Off] {
                let direction = match rtl {
                    true => Direction::RightToLeft,
                    false => Direction::LeftToRight,
                };
                let layout = Layout { form, direction };
                let lines = layout.at_most(&text, columns, 1);
                let letters = text[marks[0].clone()].char_indices();
                for (offset, _) in letters.filter(|(_, letter)| letter.is_alphanumeric()) {
                    let byte = marks[0].start + offset;
                    let mut cells = lines[0].cells.iter();
                    let cell = cells.find(|cell| cell.range.contains(&byte));
                    prop_assert!(
                        cell.is_some_and(|cell| cell.text != "…"),
                        "{} {:?} in {}", columns, marks, text
                    );
                }
            }
        }
    }
}
