//! Two versions of a text compared word by word: where they differ, and which places of one are which
//! of the other. The shortest way from one to the other is looked for (E. Myers, "An O(ND) Difference
//! Algorithm and Its Variations", 1986).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Where more words than this stand in one version only, all between the first and the last of them
/// is different: nobody reads so many one by one, and the time goes with their square.
const MOST: usize = 400;

/// Two versions of which the shorter has less than one word in so many in common with the other are two texts:
/// marks all over would mark nothing.
const LITTLE: usize = 3;
/// In fewer words what differs is seen at once, whatever is marked.
const FEW: usize = 4;

/// One of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first.
    One,
    /// The second.
    Other,
}

/// Where two versions of a text differ, in their order; between these places they are the same byte
/// by byte.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Bytes of the first and of the second; of one of them none where the other has more.
    differences: Vec<[Range<usize>; 2]>,
    /// Whether the two have so little in common that they are two texts.
    is_other: bool,
}

impl Compared {
    /// Compares two texts.
    #[must_use]
    pub fn new(one: &str, other: &str) -> Self {
        let (ones, others) = (words(one), words(other));
        let mut compared = Self::default();
        let (mut from, mut from_other) = (0, 0);
        let same = common(&ones, &others);
        let count = |words: &[Word<'_>]| words.iter().filter(|(_, word)| is_read(word)).count();
        let (words, of_other) = (count(&ones), count(&others));
        let (least, most) = (words.min(of_other), words.max(of_other));
        let both = same.iter().filter(|((_, word), _)| is_read(word)).count();
        // Of longer texts it is not known what they have in common between their ends.
        let is_known = ones.len() + others.len() <= MOST;
        let is_little = least >= FEW && both * LITTLE < least || most >= FEW && both == 0;
        if is_known && is_little {
            return Self {
                differences: vec![[0..one.len(), 0..other.len()]],
                is_other: true,
            };
        }
        let ends = (one.len(), other.len(), 0);
        let same = same.iter().map(|(a, b)| (a.0, b.0, a.1.len()));
        for (at, at_other, length) in same.chain([ends]) {
            compared.gap((one, from..at), (other, from_other..at_other));
            (from, from_other) = (at + length, at_other + length);
        }
        compared.join(one);
        compared
    }

    /// What stands between two words that both have: without what is the same at its ends.
    fn gap(&mut self, (one, at): (&str, Range<usize>), (other, at_other): (&str, Range<usize>)) {
        let gap = one.get(at.clone()).unwrap_or_default();
        let gap_other = other.get(at_other.clone()).unwrap_or_default();
        let same = |one: char, other: char| one == other && one.is_whitespace();
        let both = gap.chars().zip(gap_other.chars());
        let before = both.take_while(|(one, other)| same(*one, *other));
        let before: usize = before.map(|(one, _)| one.len_utf8()).sum();
        let gap = gap.get(before..).unwrap_or_default();
        let gap_other = gap_other.get(before..).unwrap_or_default();
        let both = gap.chars().rev().zip(gap_other.chars().rev());
        let behind = both.take_while(|(one, other)| same(*one, *other));
        let behind: usize = behind.map(|(one, _)| one.len_utf8()).sum();
        let (start, start_other) = (at.start + before, at_other.start + before);
        let difference = [
            start..start + gap.len() - behind,
            start_other..start_other + gap_other.len() - behind,
        ];
        if difference.iter().any(|range| !range.is_empty()) {
            self.differences.push(difference);
        }
    }

    /// Takes two differences for one where nothing but blanks and stops stands between them.
    fn join(&mut self, one: &str) {
        let mut joined: Vec<[Range<usize>; 2]> = Vec::new();
        for [at, at_other] in std::mem::take(&mut self.differences) {
            if let Some([before, before_other]) = joined.last_mut()
                && let Some(between) = one.get(before.end..at.start)
                && !between.contains(char::is_alphanumeric)
            {
                (before.end, before_other.end) = (at.end, at_other.end);
            } else {
                joined.push([at, at_other]);
            }
        }
        self.differences = joined;
    }

    /// Whether the two are the same.
    #[must_use]
    pub const fn is_same(&self) -> bool {
        self.differences.is_empty()
    }

    /// Whether the two are two texts rather than two versions of one: there is nothing to mark.
    #[must_use]
    pub const fn is_other(&self) -> bool {
        self.is_other
    }

    /// Whether the two, which were compared, differ, and in white space only.
    #[must_use]
    pub fn is_blank(&self, one: &str, other: &str) -> bool {
        let blank = |text: &str, at: &Range<usize>| {
            let text = text.get(at.clone());
            text.is_some_and(|text| text.trim().is_empty())
        };
        let mut all = self.differences.iter();
        !self.is_same() && all.all(|[at, at_other]| blank(one, at) && blank(other, at_other))
    }

    /// Where one of the two differs from the other, in bytes; empty where only the other has more.
    pub fn places(&self, side: Side) -> impl Iterator<Item = Range<usize>> + '_ {
        let of = move |[one, other]: &[Range<usize>; 2]| match side {
            Side::One => one.clone(),
            Side::Other => other.clone(),
        };
        self.differences.iter().map(of)
    }

    /// The place in the other version of a byte of one; where they differ, the beginning of that.
    #[must_use]
    pub fn across(&self, side: Side, at: usize) -> usize {
        let turned = |[one, other]: &[Range<usize>; 2]| match side {
            Side::One => (one.clone(), other.clone()),
            Side::Other => (other.clone(), one.clone()),
        };
        let before = self.differences.iter().map(turned);
        match before.take_while(|(own, _)| own.start <= at).last() {
            None => at,
            Some((own, there)) if at < own.end => there.start,
            Some((own, there)) => there.end + (at - own.end),
        }
    }

    /// The first byte within these of one version that both have.
    #[must_use]
    pub fn common_in(&self, side: Side, within: Range<usize>) -> Option<usize> {
        let mut at = within.start;
        for place in self.places(side) {
            if place.start > at {
                break;
            }
            at = at.max(place.end);
        }
        (at < within.end).then_some(at)
    }
}

/// The words and stops of a text, each with its place; no blanks.
fn words(text: &str) -> Vec<(usize, &str)> {
    let all = text.split_word_bound_indices();
    all.filter(|(_, word)| !word.trim().is_empty()).collect()
}

/// Whether it is a word, and no stop.
fn is_read(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// A word with its place.
type Word<'t> = (usize, &'t str);

/// The words that both have, in their order, as many as can be.
fn common<'t>(ones: &[Word<'t>], others: &[Word<'t>]) -> Vec<(Word<'t>, Word<'t>)> {
    let same = |((_, one), (_, other)): &(&Word<'t>, &Word<'t>)| one == other;
    let before = ones.iter().zip(others).take_while(same).count();
    let (rest, rest_other) = (
        ones.get(before..).unwrap_or_default(),
        others.get(before..).unwrap_or_default(),
    );
    let behind = rest.iter().rev().zip(rest_other.iter().rev());
    let behind = behind.take_while(same).count();
    let middle = rest.get(..rest.len() - behind).unwrap_or_default();
    let middle_other = rest_other
        .get(..rest_other.len() - behind)
        .unwrap_or_default();
    let mut both = shortest(middle, middle_other);
    both.iter_mut().for_each(|(one, other)| {
        *one += before;
        *other += before;
    });
    let start = (0..before).map(|at| (at, at));
    let ends = (ones.len() - behind..ones.len()).zip(others.len() - behind..others.len());
    let all = start.chain(both).chain(ends);
    all.filter_map(|(one, other)| Some((*ones.get(one)?, *others.get(other)?)))
        .collect()
}

/// The places of the words that both have on the shortest way from one to the other; none where that
/// is too long.
fn shortest(ones: &[Word<'_>], others: &[Word<'_>]) -> Vec<(usize, usize)> {
    let is_same = |x: usize, y: usize| match (ones.get(x), others.get(y)) {
        (Some((_, one)), Some((_, other))) => one == other,
        _ => false,
    };
    let most = (ones.len() + others.len()).min(MOST);
    // How far one comes on each diagonal; the middle one is that of words at the same places.
    let middle = most + 1;
    let mut far = vec![0_usize; 2 * most + 3];
    let on = |far: &[usize], diagonal: usize| far.get(diagonal).copied().unwrap_or_default();
    let is_down = |far: &[usize], diagonal: usize, steps: usize| {
        diagonal == middle - steps
            || diagonal != middle + steps && on(far, diagonal - 1) < on(far, diagonal + 1)
    };
    let mut trace: Vec<Vec<usize>> = Vec::new();
    for steps in 0..=most {
        trace.push(far.clone());
        for diagonal in (middle - steps..=middle + steps).step_by(2) {
            let mut x = match is_down(&far, diagonal, steps) {
                true => on(&far, diagonal + 1),
                false => on(&far, diagonal - 1) + 1,
            };
            let mut y = x + middle - diagonal;
            while is_same(x, y) {
                (x, y) = (x + 1, y + 1);
            }
            if let Some(here) = far.get_mut(diagonal) {
                *here = x;
            }
            if x >= ones.len() && y >= others.len() {
                return back(&trace, (ones.len(), others.len()), middle, is_down);
            }
        }
    }
    Vec::new()
}

/// The way back: the words that both have, the first one first.
fn back(
    trace: &[Vec<usize>],
    (mut x, mut y): (usize, usize),
    middle: usize,
    is_down: impl Fn(&[usize], usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut both = Vec::new();
    for (steps, far) in trace.iter().enumerate().rev() {
        let diagonal = middle + x - y;
        let (before_x, before_y) = match steps {
            0 => (0, 0),
            _ => {
                let from = match is_down(far, diagonal, steps) {
                    true => diagonal + 1,
                    false => diagonal - 1,
                };
                let x = far.get(from).copied().unwrap_or_default();
                (x, x + middle - from)
            }
        };
        while x > before_x && y > before_y {
            (x, y) = (x - 1, y - 1);
            both.push((x, y));
        }
        (x, y) = (before_x, before_y);
    }
    both.reverse();
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart<'t>(one: &'t str, other: &'t str) -> Vec<(&'t str, &'t str)> {
        let compared = Compared::new(one, other);
        let both = compared.places(Side::One).zip(compared.places(Side::Other));
        both.map(|(a, b)| (one.get(a).unwrap(), other.get(b).unwrap()))
            .collect()
    }

    #[test]
    fn the_words_that_differ_are_found() {
        assert_eq!(apart("", ""), []);
        assert_eq!(apart("the same", "the same"), []);
        assert_eq!(apart("", "all of it"), [("", "all of it")]);
        assert_eq!(apart("withdrawn", "agreed"), [("withdrawn", "agreed")]);
        assert_eq!(
            apart("The group supports it.", "The group does not support it."),
            [("supports", "does not support")]
        );
        // One word more: the other has nothing there.
        assert_eq!(apart("the draft text", "the text"), [("draft ", "")]);
        assert_eq!(
            apart("تؤيد المجموعة المقرر 619", "تؤيد المجموعة القرار 620"),
            [("المقرر 619", "القرار 620")]
        );
        // Only a line end.
        assert_eq!(apart("one two", "one\ntwo"), [(" ", "\n")]);
        // What only stands between them is no reason for two.
        assert_eq!(
            apart("Cairo, Tunis.", "Rabat, Amman."),
            [("Cairo, Tunis", "Rabat, Amman")]
        );
    }

    #[test]
    fn of_many_sentences_that_are_the_same_the_two_that_differ_are_found() {
        let text = |first: &str, last: &str| {
            format!(
                "{first}\n{}{last}",
                "The group supports this proposal.\n".repeat(30)
            )
        };
        let (one, other) = (text("Cairo", "Amman"), text("Tunis", "Rabat"));
        assert_eq!(
            apart(&one, &other),
            [("Cairo", "Tunis"), ("Amman", "Rabat")]
        );
        // A sentence that only one has.
        let more = format!("It is new.\n{one}");
        assert_eq!(apart(&one, &more), [("", "It is new.\n")]);
    }

    #[test]
    fn a_place_of_one_is_found_in_the_other() {
        let (one, other) = ("ab cd ef", "ab xx yy cd ef");
        let compared = Compared::new(one, other);
        assert_eq!(compared.across(Side::One, 0), 0);
        assert_eq!(compared.across(Side::One, one.find("cd").unwrap()), 9);
        assert_eq!(compared.across(Side::Other, 9), 3);
        // Within what only one has.
        assert_eq!(compared.across(Side::Other, 5), 3);
        assert_eq!(compared.common_in(Side::Other, 3..9), None);
        assert_eq!(compared.common_in(Side::Other, 3..14), Some(9));
    }

    #[test]
    fn texts_that_have_nothing_in_common_differ_as_a_whole() {
        let one = "a b c d e f g h ".repeat(400);
        let other = "k l m n o p q r ".repeat(400);
        let compared = Compared::new(&one, &other);
        assert_eq!(compared.places(Side::One).count(), 1);
        assert_eq!(compared.across(Side::Other, 10), 0);
    }

    proptest::proptest! {
        #![proptest_config(crate::testing::cases(256))]

        #[test]
        fn between_the_differences_both_are_the_same(
            one in "[ab،. \nبج]{0,40}", other in "[ab،. \nبج]{0,40}",
        ) {
            let compared = Compared::new(&one, &other);
            // One with the differences put in is the other.
            let (mut built, mut from) = (String::new(), 0);
            let both = compared.places(Side::One).zip(compared.places(Side::Other));
            for (at, there) in both {
                built.push_str(one.get(from..at.start).unwrap());
                built.push_str(other.get(there).unwrap());
                from = at.end;
            }
            built.push_str(one.get(from..).unwrap());
            proptest::prop_assert_eq!(built, other.clone());
            proptest::prop_assert_eq!(compared.is_same(), one == other);
        }
    }
}
