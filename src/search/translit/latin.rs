//! How well two Latin spellings of a name agree.

use super::agree::is_vowel;

/// The sounds of a Latin word, a byte each: consonants that are spelt in several ways become one,
/// long vowels and pairs of vowels become single ones, y is a vowel.
pub(super) fn sounds(word: &[u8]) -> Vec<u8> {
    let mut sounds = Vec::with_capacity(word.len());
    let mut rest = word;
    loop {
        let (sound, length): (&[u8], usize) = match rest {
            [] => break,
            [b's', b'c', b'h', ..] => (b"S", 3),
            [b's' | b'c', b'h', ..] => (b"S", 2),
            [b'p', b'h', ..] => (b"f", 2),
            [b'k', b'h', ..] => (b"X", 2),
            [b'g', b'h', ..] => (b"g", 2),
            [b't', b'h', ..] => (b"t", 2),
            [b'd', b'h', ..] => (b"d", 2),
            [b'd', b'j', ..] => (b"j", 2),
            [b'c', b'k', ..] => (b"k", 2),
            [b'c', b'e' | b'i' | b'y', ..] => (b"s", 1),
            [b'c' | b'q', ..] => (b"k", 1),
            [b'x', ..] => (b"ks", 1),
            [b'v', ..] => (b"f", 1),
            [b'e', b'e', ..] | [b'i', b'e', ..] => (b"i", 2),
            [b'o', b'o', ..] | [b'o', b'u', ..] => (b"u", 2),
            [b'a' | b'e', b'i' | b'y', ..] => (b"e", 2),
            [b'a', b'u' | b'w', ..] => (b"o", 2),
            [b'y', ..] => (b"i", 1),
            // A last h behind a vowel is not heard.
            [b'h'] if sounds.last().is_some_and(|&last| is_vowel(last)) => (b"", 1),
            [letter, ..] => (std::slice::from_ref(letter), 1),
        };
        for &sound in sound {
            if sounds.last() != Some(&sound) {
                sounds.push(sound);
            }
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    sounds
}

/// What the difference in vowels may cost: little where few consonants agree (hello is not holy).
pub(super) fn most(word: &[u8]) -> u8 {
    let consonants = sounds(word).into_iter().filter(|&sound| !is_vowel(sound));
    if consonants.count() > 2 { 2 } else { 1 }
}

/// What the difference in vowels costs; none where the consonants differ.
pub(super) fn agree(one: &[u8], other: &[u8]) -> Option<u8> {
    let (one, other) = (sounds(one), sounds(other));
    let (mut left, mut right) = (one.as_slice(), other.as_slice());
    let mut cost = 0_u8;
    loop {
        cost = cost.saturating_add(match (left, right) {
            ([], []) => return Some(cost),
            ([a, l @ ..], [b, r @ ..]) if a == b => {
                (left, right) = (l, r);
                0
            }
            ([a, l @ ..], [b, r @ ..]) if is_vowel(*a) && is_vowel(*b) => {
                (left, right) = (l, r);
                1
            }
            ([a, l @ ..], _) if is_vowel(*a) => {
                left = l;
                2
            }
            (_, [b, r @ ..]) if is_vowel(*b) => {
                right = r;
                2
            }
            _ => return None,
        });
    }
}
