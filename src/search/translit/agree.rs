//! How well a word in Latin letters agrees with one in Arabic letters.

use super::super::fold::letter;

/// Words beyond this length are not compared.
const LONGEST: usize = 24;
/// A width of the table: a place before each letter and one behind the last.
const WIDTH: usize = LONGEST + 1;
/// No way.
const NONE: u8 = u8::MAX;

/// A vowel that is heard and not written.
const SHORT_VOWEL: u8 = 1;

/// What is left over of the Arabic word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The words have to end together.
    Whole,
    /// The Latin word may be the beginning of the Arabic one.
    Open,
}

/// What the difference between the two costs: 0 for letters that say the same, 1 for each short
/// vowel, more for what is unlikely; none where one cannot be a spelling of the other.
pub(super) fn agree(latin: &[u8], arabic: &[u8], ending: Ending) -> Option<u8> {
    costs(latin, arabic, ending, SHORT_VOWEL)
}

/// The same without the short vowels, which every spelling has: what is odd in it.
pub(super) fn oddity(latin: &[u8], arabic: &[u8]) -> Option<u8> {
    costs(latin, arabic, Ending::Whole, 0)
}

fn costs(latin: &[u8], arabic: &[u8], ending: Ending, short_vowel: u8) -> Option<u8> {
    if latin.len() > LONGEST || arabic.len() > LONGEST {
        return None;
    }
    let mut costs = [NONE; WIDTH * WIDTH];
    let mut reach = |from: u8, cost: u8, i: usize, j: usize| {
        if let Some(place) = costs.get_mut(i * WIDTH + j) {
            *place = from.saturating_add(cost).min(*place);
        }
        costs.get(i * WIDTH + j).copied().unwrap_or(NONE)
    };
    reach(0, 0, 0, 0);
    let mut best = NONE;
    for i in 0..=latin.len() {
        let ahead = latin.get(i..).unwrap_or_default();
        for j in 0..=arabic.len() {
            let so_far = reach(NONE, 0, i, j);
            if so_far == NONE {
                continue;
            }
            let symbols = arabic.get(j..).unwrap_or_default();
            let ends = symbols.len() <= 1;
            if ahead.is_empty() {
                let done = match ending {
                    Ending::Open if j > 0 => true,
                    _ => symbols.is_empty(),
                };
                if done {
                    best = best.min(so_far);
                }
            }
            if let Some(cost) = unwritten(ahead, i, short_vowel) {
                reach(so_far, cost, i + 1, j);
            }
            let Some(&symbol) = symbols.first() else {
                continue;
            };
            let this = letter(symbol);
            let next = symbols.get(1).map(|&next| letter(next));
            if let Some(cost) = unheard(this, j == 0, ends) {
                reach(so_far, cost, i, j + 1);
            }
            // A hamza that is written on ya: رئيس.
            if this == 'ي' && next == Some('ي') {
                reach(so_far, 1, i, j + 1);
            }
            let doubled = matches!(ahead, [one, two, ..] if one == two && is_consonant(*one));
            for &(spelling, cost) in spellings(this) {
                if ahead.starts_with(spelling.as_bytes()) {
                    let length = spelling.len();
                    reach(so_far, cost, i + length, j + 1);
                    if doubled && length == 1 {
                        reach(so_far, cost, i + 2, j + 1);
                    }
                    // A letter that two write is doubled with both: mu'ashshir is مؤشر.
                    let behind = ahead.get(length..).unwrap_or_default();
                    if length == 2
                        && spelling.ends_with('h')
                        && behind.starts_with(spelling.as_bytes())
                    {
                        reach(so_far, cost, i + 2 * length, j + 1);
                    }
                }
            }
            for &(spelling, cost) in at_place(this, i == 0 && j == 0, ends) {
                if ahead.starts_with(spelling.as_bytes()) {
                    reach(so_far, cost, i + spelling.len(), j + 1);
                }
            }
            // x is كس.
            if ahead.first() == Some(&b'x') && this == 'ك' && next == Some('س') {
                reach(so_far, 0, i + 1, j + 2);
            }
        }
    }
    (best != NONE).then_some(best)
}

pub(super) const fn is_vowel(latin: u8) -> bool {
    matches!(latin, b'a' | b'e' | b'i' | b'o' | b'u')
}

const fn is_consonant(latin: u8) -> bool {
    !is_vowel(latin)
}

/// What leaving out the next Latin letter costs.
const fn unwritten(ahead: &[u8], at: usize, short_vowel: u8) -> Option<u8> {
    match ahead {
        // What is heard at the end is written, other than the e of some spellings.
        [b'a' | b'i' | b'o' | b'u'] => Some(3),
        [first, ..] if is_vowel(*first) && at > 0 => Some(short_vowel),
        [first, ..] if is_vowel(*first) => Some(2),
        [b'h', ..] if at > 0 => Some(3),
        _ => None,
    }
}

/// What leaving out an Arabic letter costs.
const fn unheard(letter: char, first: bool, last: bool) -> Option<u8> {
    match (letter, first, last) {
        ('ع', ..) | ('ه', false, true) => Some(1),
        ('ا', ..) => Some(2),
        ('و' | 'ي', false, _) => Some(4),
        _ => None,
    }
}

/// How the Latin alphabet writes an Arabic letter anywhere in a word, with what it costs.
const fn spellings(letter: char) -> &'static [(&'static str, u8)] {
    match letter {
        'ا' => &[("a", 0), ("aa", 0), ("e", 1), ("ae", 0), ("o", 2)],
        'ب' => &[("b", 0), ("p", 0), ("v", 2)],
        'ت' => &[("t", 0), ("th", 2)],
        'ث' => &[("th", 0), ("t", 1), ("s", 1)],
        'ج' => &[("j", 0), ("g", 0), ("dj", 0), ("dg", 0), ("ch", 2)],
        'ح' => &[("h", 0)],
        'خ' => &[("kh", 0), ("k", 1), ("ch", 1), ("h", 2)],
        'د' => &[("d", 0), ("dh", 1)],
        'ذ' => &[("dh", 0), ("th", 0), ("z", 1), ("d", 1)],
        'ر' => &[("r", 0)],
        'ز' => &[("z", 0), ("s", 2)],
        'س' => &[("s", 0), ("ce", 0), ("ci", 0), ("c", 1), ("z", 2)],
        'ش' => &[("sh", 0), ("ch", 0), ("sch", 0), ("s", 2)],
        'ص' => &[("s", 0)],
        'ض' => &[("d", 0), ("dh", 0), ("z", 1)],
        'ط' => &[("t", 0), ("th", 2)],
        'ظ' => &[("z", 0), ("dh", 0), ("th", 1), ("d", 1)],
        'ع' => &[("a", 0), ("aa", 0), ("e", 0), ("i", 0), ("o", 0), ("u", 0)],
        'غ' => &[("gh", 0), ("g", 0)],
        'ف' => &[("f", 0), ("ph", 0), ("v", 0)],
        'ق' => &[("q", 0), ("k", 0), ("c", 0), ("ck", 0), ("g", 1)],
        'ك' => &[("k", 0), ("c", 0), ("ck", 0), ("q", 1), ("ch", 1)],
        'ل' => &[("l", 0)],
        'م' => &[("m", 0)],
        'ن' => &[("n", 0)],
        'ه' => &[("h", 0)],
        'و' => &[
            ("w", 0),
            ("u", 0),
            ("o", 0),
            ("oo", 0),
            ("ou", 0),
            ("uu", 0),
            ("aw", 0),
            ("au", 0),
            ("ow", 0),
            ("v", 1),
        ],
        'ي' => &[
            ("y", 0),
            ("i", 0),
            ("ii", 0),
            ("ee", 0),
            ("ai", 0),
            ("ay", 0),
            ("ei", 0),
            ("ey", 0),
            ("ie", 0),
            ("iy", 0),
            ("iyy", 0),
            ("ea", 1),
            ("e", 1),
            // As the French speak it.
            ("u", 2),
        ],
        _ => &[],
    }
}

/// The spellings that a letter has only at the beginning or at the end of a word.
const fn at_place(letter: char, first: bool, last: bool) -> &'static [(&'static str, u8)] {
    match (letter, first, last) {
        ('ا', true, _) => &[("i", 0), ("e", 0), ("u", 0), ("o", 0), ("ee", 0), ("ou", 1)],
        // Ta marbuta.
        ('ه', _, true) => &[
            ("a", 0),
            ("ah", 0),
            ("e", 0),
            ("eh", 0),
            ("at", 0),
            ("et", 0),
        ],
        // Alef maqsura.
        ('ي', _, true) => &[("a", 0), ("aa", 0)],
        _ => &[],
    }
}
