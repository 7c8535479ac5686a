//! One slip of the fingers: a letter wrong, left out, put in, or two letters swapped.

/// How a word answers one that was typed with one slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// The whole word is meant.
    Whole,
    /// Its beginning is meant.
    Start,
}

/// A typed word of this many letters may have a slip…
const SHORTEST: usize = 4;
/// …and from this many on, also if it is only the beginning of a word.
const SHORTEST_START: usize = 5;

/// Whether a typed word is one in which a slip is forgiven: codes and numbers are not, for
/// another digit is another document.
pub(super) fn forgiven(typed: &[u8]) -> bool {
    typed.len() >= SHORTEST && !super::fold::symbols::has_digit(typed)
}

/// Whether `word`, or its beginning, becomes `typed` by exactly one slip. The answer for equal
/// words does not matter: they are found by a stricter rule.
pub(super) fn compare(typed: &[u8], word: &[u8]) -> Option<Slip> {
    if word.len() + 1 < typed.len() {
        return None;
    }
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let typed_rest = typed.get(same..)?;
    let word_rest = word.get(same..)?;
    // What is left of the word after each kind of slip; the typed rest must begin it.
    let wrong = (typed_rest.get(1..), word_rest.get(1..));
    let put_in = (typed_rest.get(1..), Some(word_rest));
    let left_out = (Some(typed_rest), word_rest.get(1..));
    let swapped = match (typed_rest, word_rest) {
        ([a, b, typed_rest @ ..], [c, d, word_rest @ ..]) if a == d && b == c => {
            (Some(typed_rest), Some(word_rest))
        }
        _ => (None, None),
    };
    let mut slip = None;
    for pair in [wrong, put_in, left_out, swapped] {
        let (Some(typed_rest), Some(word_rest)) = pair else {
            continue;
        };
        if typed_rest == word_rest {
            return Some(Slip::Whole);
        }
        if typed.len() >= SHORTEST_START && word_rest.starts_with(typed_rest) {
            slip = Some(Slip::Start);
        }
    }
    slip
}
