//! What two words say together and neither by itself: `كانون الأول` is December, `ذكاء صناعي` an artificial
//! intelligence.

use super::words::{BESIDE, MONTHS_IN_TWO};
use super::{bare, symbols};
use crate::search::{plurals, slips};
use std::sync::LazyLock;

/// Two words of so many letters may have a slip in the second of them.
const SHORTEST_SLIPPED: usize = 5;

/// Words that are said, in one of several ways.
type Ways = Vec<Vec<Vec<u8>>>;
/// What a word says beside another: the first word, the second, and what both say.
type Beside = (Vec<u8>, Vec<u8>, Ways);

/// Words that say something else beside another.
static IN_TWO: LazyLock<Vec<Beside>> = LazyLock::new(|| {
    let months = MONTHS_IN_TWO
        .iter()
        .map(|(one, two, month)| (one, two, vec![vec![symbols(month)]]));
    let words = |words: &&[&str]| words.iter().copied().map(symbols).collect();
    let beside = BESIDE
        .iter()
        .map(|(one, two, written)| (one, two, written.iter().map(words).collect()));
    let all = months.chain(beside);
    all.map(|(one, two, said)| (symbols(one), symbols(two), said))
        .collect()
});

/// What two words say together: a month, or a thing that is called so only beside another. Where both are long,
/// the second may have a slip that makes no other word of the field of it: beside كانون or قسم there are many words
/// that are near to what is meant.
pub(super) fn in_two(first: &[u8], second: &[u8]) -> Option<Ways> {
    if first.is_empty() {
        return None;
    }
    let (first, second) = (bare(first), bare(second));
    let is_near = |word: &[u8]| {
        let is_long = first.len() >= SHORTEST_SLIPPED && word.len() >= SHORTEST_SLIPPED;
        is_long && slips::is_one_from(second, word) && !plurals::is_known(second)
    };
    let is_said = |(one, two, _): &&Beside| {
        first == one.as_slice() && (second == two.as_slice() || is_near(two))
    };
    let (.., said) = IN_TWO.iter().find(is_said)?;
    Some(said.clone())
}
