//! Letters that are taken for each other: neighbours in a row of the keyboard, and letters that
//! sound alike to many speakers or are written for each other.

use super::fold::symbol;
use super::fold::symbols::{is_arabic, number};

/// The rows of the Arabic (101) and the English keyboard, as their letters fold.
const ROWS: [&str; 6] = [
    "ضصثقفغعهخحجد",
    "شسيبلاتنمكط",
    "ذيورلاهوزظ",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// Pairs that sound alike or are confused in writing: ض/ظ, ت/ط, س/ص, ه/ة (which fold alike), ا/ى…
const PAIRS: [&str; 22] = [
    "ضظ", "تط", "سص", "اي", "اه", "ثس", "ثت", "ذد", "ذز", "ذظ", "ضد", "قك", "هح", "جق", "ck", "kq",
    "sz", "iy", "ei", "ae", "fv", "ou",
];

/// For each symbol the symbols that are near to it, a bit each.
static NEAR: std::sync::LazyLock<[u64; 64]> = std::sync::LazyLock::new(|| {
    let mut near = [0; 64];
    let mut pair = |a: char, b: char| {
        let (Some(a), Some(b)) = (symbol(a), symbol(b)) else {
            return;
        };
        for (a, b) in [(number(a), number(b)), (number(b), number(a))] {
            if let Some(near) = near.get_mut(usize::from(a)) {
                *near |= 1 << b;
            }
        }
    };
    for letters in ROWS.iter().chain(&PAIRS) {
        for (a, b) in letters.chars().zip(letters.chars().skip(1)) {
            pair(a, b);
        }
    }
    near
});

/// The letters that a letter is easily typed for: a bit each, by the numbers of their symbols.
pub(super) fn near_to(symbol: u8) -> u64 {
    NEAR.get(usize::from(number(symbol))).copied().unwrap_or(0)
}

/// The Arabic consonants that a consonant sounds like.
pub(super) fn sounding_like(symbol_typed: u8) -> impl Iterator<Item = u8> {
    let pairs = PAIRS.iter().filter_map(|pair| {
        let consonants = pair.chars().filter(|&letter| letter != 'ا');
        let mut letters = consonants.filter_map(symbol);
        Some((letters.next()?, letters.next()?))
    });
    pairs.filter_map(move |(one, other)| match symbol_typed {
        typed if !is_arabic(typed) => None,
        typed if typed == one => Some(other),
        typed if typed == other => Some(one),
        _ => None,
    })
}
