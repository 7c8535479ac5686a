//! Words that sound alike: an Arabic word in Latin letters (`ittisalat`, `kuwait`, `sa'ud`), a
//! Latin word in Arabic letters (غويو), a Latin name spelt another way (`shaheera`, `mohamed`).
//!
//! Nobody spells by one system, so none is followed. First the *skeleton*: the consonants of a
//! word, those that are mixed up in one class (ق ك خ غ ج, k q c g j), vowels and h dropped,
//! doubled letters single. Words with the same skeleton, or with one that begins so, are then
//! compared letter by letter ([`agree`]): a short vowel that Arabic does not write costs little, a
//! long vowel that is not there costs much, a consonant must be one that the letter may stand for.

mod agree;
mod index;
mod latin;
#[cfg(test)]
mod tests;

pub(super) use index::{Alike, Sounds, is_spelling, like, skeletons, sounds_like, typed_skeletons};

use super::fold::letter;

/// The skeleton of a word: its classes, five bits each, the first one in the highest bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Skeleton(u64);

/// A word of so many letters is heard though it has one class alone: غويو.
const LONG: usize = 4;
/// How many classes are kept; what follows is compared letter by letter only.
const LONGEST: u32 = 12;

/// The classes of letters that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Class {
    /// A vowel, at the beginning only.
    Vowel = 1,
    B,
    D,
    F,
    /// At the beginning only.
    H,
    K,
    L,
    M,
    N,
    R,
    S,
    T,
    /// At the beginning only.
    W,
    /// At the beginning only.
    Y,
}

impl Class {
    /// Whether it is left out behind the beginning of a word.
    const fn is_weak(self) -> bool {
        matches!(self, Self::Vowel | Self::H | Self::W | Self::Y)
    }
}

impl Skeleton {
    /// The skeleton of a folded word; none where it is no word of letters alone, or is short and has
    /// fewer than two classes: too many words would sound like it.
    pub fn of(word: &[u8]) -> Option<Self> {
        let mut skeleton = 0;
        let mut count = 0;
        let mut last = None;
        let mut add = |class: Class| {
            if (class.is_weak() && (count > 0 || last.is_some())) || last == Some(class) {
                return;
            }
            last = Some(class);
            if count < LONGEST {
                count += 1;
                skeleton |= (class as u64) << (64 - 5 * count);
            }
        };
        if word.iter().all(u8::is_ascii_lowercase) {
            let mut rest = word;
            while let Some((class, length)) = of_latin(rest) {
                add(class);
                rest = rest.get(length..).unwrap_or_default();
            }
        } else {
            for &symbol in word {
                add(of_arabic(letter(symbol))?);
            }
        }
        (count >= 2 || count == 1 && word.len() >= LONG).then_some(Self(skeleton))
    }

    /// How many classes it has.
    pub const fn len(self) -> u32 {
        (64 - self.0.trailing_zeros()).div_ceil(5)
    }

    /// The last skeleton that begins with this one.
    const fn last_beginning(self) -> Self {
        Self(self.0 | (u64::MAX >> (5 * self.len())))
    }
}

/// The class of an Arabic letter; none for what is no Arabic letter.
const fn of_arabic(letter: char) -> Option<Class> {
    Some(match letter {
        'ا' | 'ع' => Class::Vowel,
        'ب' => Class::B,
        'د' | 'ذ' | 'ض' | 'ظ' | 'ز' => Class::D,
        'ف' => Class::F,
        'ه' | 'ح' => Class::H,
        'ك' | 'ق' | 'خ' | 'غ' | 'ج' => Class::K,
        'ل' => Class::L,
        'م' => Class::M,
        'ن' => Class::N,
        'ر' => Class::R,
        'س' | 'ش' | 'ص' => Class::S,
        'ت' | 'ط' | 'ث' => Class::T,
        'و' => Class::W,
        'ي' => Class::Y,
        _ => return None,
    })
}

/// The class of the sound that a Latin word begins with, and how many letters write it.
const fn of_latin(word: &[u8]) -> Option<(Class, usize)> {
    let (class, length) = match word {
        [b's', b'c', b'h', ..] => (Class::S, 3),
        [b'p', b'h', ..] => (Class::F, 2),
        [b's' | b'c', b'h', ..] => (Class::S, 2),
        [b'k' | b'g', b'h', ..] => (Class::K, 2),
        [b'd', b'j', ..] => (Class::K, 2),
        [b'c', b'e' | b'i' | b'y', ..] => (Class::S, 1),
        [b'c' | b'g' | b'j' | b'k' | b'q', ..] => (Class::K, 1),
        // x is two sounds; the second one is left to the comparison.
        [b'x', ..] => (Class::K, 1),
        [b'b' | b'p', ..] => (Class::B, 1),
        [b'd' | b'z', ..] => (Class::D, 1),
        [b'f' | b'v', ..] => (Class::F, 1),
        [b'l', ..] => (Class::L, 1),
        [b'm', ..] => (Class::M, 1),
        [b'n', ..] => (Class::N, 1),
        [b'r', ..] => (Class::R, 1),
        [b's', ..] => (Class::S, 1),
        [b't', ..] => (Class::T, 1),
        [b'h', ..] => (Class::H, 1),
        [b'w', ..] => (Class::W, 1),
        [b'y', ..] => (Class::Y, 1),
        [_, ..] => (Class::Vowel, 1),
        [] => return None,
    };
    Some((class, length))
}

/// What stands behind a Latin spelling of the article: al, el, ul, or its assimilated forms
/// (`ash-sharq`, `attijara`, joined).
fn without_article(latin: &[u8]) -> Option<&[u8]> {
    let rest = match latin {
        [b'a' | b'e' | b'u', b'l', rest @ ..] => rest,
        // The sun letters, with two letters each or with one.
        [b'a' | b'e', one @ (b's' | b'd' | b't'), b'h', two, b'h', ..] if one == two => {
            latin.get(3..)?
        }
        [
            b'a' | b'e',
            sun @ (b'd' | b'n' | b'r' | b's' | b't' | b'z'),
            first,
            ..,
        ] if sun == first => latin.get(2..)?,
        _ => return None,
    };
    (rest.len() >= index::SHORTEST).then_some(rest)
}
