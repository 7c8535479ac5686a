//! What each character folds to: one byte a symbol.
//!
//! Digits are `b'0'..=b'9'`, Latin letters `b'a'..=b'z'`, the 28 Arabic letters
//! `ARABIC..ARABIC + 28` in the order of [`LETTERS`]. Bytes below `b'0'` are no symbols but say
//! what a character does between symbols.

use super::Script;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The first Arabic symbol.
pub(super) const ARABIC: u8 = 0x80;

/// The 28 letters that all Arabic letters fold to, in the order of their symbols.
pub(super) const LETTERS: [char; 28] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي',
];

/// Ends a word and a code.
pub(super) const BREAK: u8 = 1;
/// Stands inside codes, addresses and compounds: `-`, `/`, `@`.
pub(super) const JOINER: u8 = 2;
/// The same, and between digits a decimal point or a thousands separator.
pub(super) const POINT: u8 = 4;
/// A blank of any width.
pub(super) const SPACE: u8 = 8;
/// A round bracket: stands in telephone numbers, and ends a word.
pub(super) const BRACKET: u8 = 16;
/// Not there at all: harakat, tatweel, a bare hamza, invisible controls.
pub(super) const NOTHING: u8 = 0;
/// Not in the table: [`decomposed`] knows.
const ELSEWHERE: u8 = 32;

const SIZE: usize = 0x700;
static TABLE: [u8; SIZE] = table();

const fn table() -> [u8; SIZE] {
    let mut table = [BREAK; SIZE];
    let mut c = 0;
    while c < SIZE {
        #[expect(
            clippy::indexing_slicing,
            reason = "c < SIZE, and this runs in the compiler"
        )]
        {
            table[c] = if c < 0x80 {
                ascii(c as u8)
            } else {
                beyond_ascii(c as u32)
            };
        }
        c += 1;
    }
    table
}

const fn ascii(c: u8) -> u8 {
    match c {
        b'0'..=b'9' | b'a'..=b'z' => c,
        b'A'..=b'Z' => c + 32,
        b'-' | b'/' | b':' | b'@' | b'_' | b'+' | b'#' | b'&' | b'=' | b'?' | b'~' | b'%'
        | b'\'' => JOINER,
        b'.' | b',' => POINT,
        b' ' => SPACE,
        b'(' | b')' => BRACKET,
        _ => BREAK,
    }
}

/// Arabic letters, digits and marks up to U+06FF; the rest is told by its decomposition.
const fn beyond_ascii(c: u32) -> u8 {
    let letter = match c {
        0x622 | 0x623 | 0x625 | 0x627 | 0x671..=0x673 | 0x675 => 0,
        0x628 | 0x66E | 0x67B | 0x67E | 0x680 => 1,
        0x62A | 0x679 | 0x67A | 0x67C | 0x67D | 0x67F => 2,
        0x62B => 3,
        0x62C | 0x683 | 0x684 | 0x686 | 0x687 | 0x6BF => 4,
        0x62D | 0x681 | 0x682 | 0x685 => 5,
        0x62E => 6,
        0x62F | 0x688..=0x690 | 0x6EE => 7,
        0x630 => 8,
        0x631 | 0x691..=0x697 | 0x699 | 0x6EF => 9,
        0x632 | 0x698 => 10,
        0x633 | 0x69A..=0x69C => 11,
        0x634 | 0x6FA => 12,
        0x635 | 0x69D | 0x69E => 13,
        0x636 | 0x6FB => 14,
        0x637 => 15,
        0x638 | 0x69F => 16,
        0x639 | 0x6A0 => 17,
        0x63A | 0x6FC => 18,
        0x641 | 0x6A1..=0x6A6 => 19,
        0x642 | 0x66F | 0x6A7 | 0x6A8 => 20,
        0x63B | 0x63C | 0x643 | 0x6A9..=0x6B4 => 21,
        0x644 | 0x6B5..=0x6B8 => 22,
        0x645 => 23,
        0x646 | 0x6B9..=0x6BD => 24,
        // Ta marbuta is written as ha by many, and ha as ta marbuta by some.
        0x629 | 0x647 | 0x6BE | 0x6C0..=0x6C3 | 0x6D5 | 0x6FF => 25,
        0x624 | 0x648 | 0x676 | 0x677 | 0x6C4..=0x6CB | 0x6CF => 26,
        // Alef maqsura is how Egypt writes a final ya.
        0x626 | 0x63D..=0x63F | 0x649 | 0x64A | 0x678 | 0x6CC..=0x6CE | 0x6D0..=0x6D3 => 27,
        _ => 0xFF,
    };
    if letter != 0xFF {
        return ARABIC + letter;
    }
    match c {
        0x660..=0x669 => b'0' + (c - 0x660) as u8,
        0x6F0..=0x6F9 => b'0' + (c - 0x6F0) as u8,
        // A bare hamza is left out by hasty hands (الوزرا for الوزراء), so it counts for nothing,
        // as does the combining one (U+0654): both spellings of a hamza fold alike.
        0x621 | 0x640 | 0x674 => NOTHING,
        0xAD | 0x2B9..=0x2C1 | 0x300..=0x36F | 0x610..=0x61A | 0x61C => NOTHING,
        0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E8 | 0x6EA..=0x6ED => NOTHING,
        0x60C | 0x66B | 0x66C => POINT,
        0xB7 => JOINER,
        0xA0 => SPACE,
        0xAA..=0x2B8 => ELSEWHERE,
        0x591..=0x5BD => NOTHING,
        _ => BREAK,
    }
}

/// The symbol or the class of `c`; `None` where [`decomposed`] has to be asked.
#[inline]
pub(super) fn plain(c: char) -> Option<u8> {
    TABLE
        .get(c as usize)
        .copied()
        .filter(|&code| code != ELSEWHERE)
}

/// The symbol or the class of the character that begins at a byte of UTF-8, and how many bytes it
/// has; `None` where it has more than two, or [`decomposed`] has to be asked.
#[inline]
pub(super) fn short(bytes: &[u8]) -> Option<(u8, usize)> {
    let (place, length) = match *bytes {
        [one @ ..0x80, ..] => (usize::from(one), 1),
        [one @ 0xC2..0xE0, two, ..] => (usize::from(one & 0x1F) << 6 | usize::from(two & 0x3F), 2),
        _ => return None,
    };
    let code = TABLE.get(place).copied()?;
    (code != ELSEWHERE).then_some((code, length))
}

/// The codes of the characters of a block that are from `least` to `most`; nothing where one is not.
const fn of_block(first: usize, count: usize, least: u8, most: u8) -> [u8; 256] {
    let mut codes = [NOTHING; 256];
    let mut at = 0;
    while at < count {
        #[expect(
            clippy::indexing_slicing,
            reason = "at < count ≤ 256 and first + count ≤ SIZE, and this runs in the compiler"
        )]
        {
            let code = TABLE[first + at];
            if least <= code && code <= most {
                codes[at] = code;
            }
        }
        at += 1;
    }
    codes
}

/// Of ASCII, a byte each.
static LATIN: [u8; 256] = of_block(0, 0x80, b'a', b'z');
static DIGITS: [u8; 256] = of_block(0, 0x80, b'0', b'9');
/// Of U+0600 to U+06FF, two bytes each: no other characters of two bytes are letters of the table.
static ARABIC_LETTERS: [u8; 256] = of_block(0x600, 0x100, ARABIC, u8::MAX);
static ARABIC_DIGITS: [u8; 256] = of_block(0x600, 0x100, b'0', b'9');

/// Adds the letters or digits of a script that some bytes of UTF-8 begin with, as long as they have as many
/// bytes each as the first one, at most `room` of them; says how many they are and how many bytes each has.
#[inline]
pub(super) fn alike(bytes: &[u8], script: Script, room: usize, to: &mut Vec<u8>) -> (usize, usize) {
    let is_ascii = bytes.first().is_some_and(u8::is_ascii);
    let codes = match (is_ascii, script) {
        (true, Script::Latin) => &LATIN,
        (true, Script::Digits) => &DIGITS,
        (false, Script::Arabic) => &ARABIC_LETTERS,
        (false, Script::Digits) => &ARABIC_DIGITS,
        (true, Script::Arabic) | (false, Script::Latin) => return (0, 1),
    };
    let code = |at: u8| codes.get(usize::from(at)).copied().unwrap_or(NOTHING);
    if is_ascii {
        let code = |[byte]: [u8; 1]| code(byte);
        return (first_codes(bytes.as_chunks().0, code, room, to), 1);
    }
    let code = |[one, two]: [u8; 2]| {
        // U+0600 to U+06FF: the first byte has two bits of the eight, the second six.
        let code = code(one << 6 | two & 0x3F);
        if one & 0xFC == 0xD8 { code } else { NOTHING }
    };
    (first_codes(bytes.as_chunks().0, code, room, to), 2)
}

/// Adds the codes of the first characters, at most `room`, up to the first that has none here; says how
/// many they are.
#[inline(always)]
fn first_codes<const BYTES: usize>(
    characters: &[[u8; BYTES]],
    code: impl Fn([u8; BYTES]) -> u8,
    room: usize,
    to: &mut Vec<u8>,
) -> usize {
    let before = to.len();
    let characters = characters.get(..room).unwrap_or(characters);
    let (eights, rest) = characters.as_chunks::<8>();
    for eight in eights {
        // Where a word ends cannot be foreseen: eight are read, and those behind it taken back.
        let codes = eight.map(&code);
        to.extend_from_slice(&codes);
        let count = before_nothing(codes);
        if count < 8 {
            to.truncate(to.len() - (8 - count));
            return to.len() - before;
        }
    }
    let rest = rest.iter().map(|&character| code(character));
    to.extend(rest.take_while(|&code| code != NOTHING));
    to.len() - before
}

/// How many of eight codes stand before the first that is nothing.
const fn before_nothing(codes: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 0xFF;
    const _: () = assert!(NOTHING == 0);
    let codes = u64::from_le_bytes(codes);
    // What is borrowed from a byte that is 0 reaches those above it only.
    let nothing = codes.wrapping_sub(ONES) & !codes & (ONES << 7);
    nothing.trailing_zeros() as usize / 8
}

/// How many bytes those letters or digits between `least` and `most` have that some bytes of UTF-8 begin
/// with, as long as they have as many bytes each as the first one.
pub(super) fn bytes_alike(bytes: &[u8], least: u8, most: u8) -> usize {
    let is_alike = |place: usize| {
        let code = TABLE.get(place);
        code.is_some_and(|code| (least..=most).contains(code))
    };
    if bytes.first().is_some_and(u8::is_ascii) {
        let letters = bytes.iter();
        let alike = letters.take_while(|byte| byte.is_ascii() && is_alike(usize::from(**byte)));
        return alike.count();
    }
    let letters = bytes.as_chunks().0.iter();
    let alike = letters.take_while(|&&[one, two]| {
        one >> 5 == 0b110 && is_alike(usize::from(one & 0x1F) << 6 | usize::from(two & 0x3F))
    });
    2 * alike.count()
}

/// Presentation forms, Latin with diacritics, wide, superscript and circled characters, digits
/// of every script: what they are made of (Unicode's compatibility decomposition, UAX #15), a
/// code at a time.
pub(super) fn decomposed(c: char, mut code: impl FnMut(u8)) {
    if let Some(digit) = digit(c) {
        return code(digit);
    }
    if is_combining_mark(c) || is_invisible(c) {
        return code(NOTHING);
    }
    // A fraction is not the digits that it is drawn with: 2½ is not 21 and 2.
    if matches!(c, '\u{BC}'..='\u{BE}' | '\u{2150}'..='\u{215F}' | '\u{2189}') {
        return code(BREAK);
    }
    if matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2018}' | '\u{2019}' | '\u{2212}'
    ) {
        return code(JOINER);
    }
    // U+FE70 is "a blank with a tanwin": the blank only carries the mark.
    if matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}') {
        let mut bare = true;
        decompose_compatible(c, |d| bare &= d == ' ' || plain(d) == Some(NOTHING));
        if bare {
            return code(NOTHING);
        }
    }
    for lower in c.to_lowercase() {
        match lower {
            'ß' => b"ss".iter().for_each(|&s| code(s)),
            'æ' => b"ae".iter().for_each(|&s| code(s)),
            'œ' => b"oe".iter().for_each(|&s| code(s)),
            'þ' => b"th".iter().for_each(|&s| code(s)),
            'ø' => code(b'o'),
            'đ' | 'ð' => code(b'd'),
            'ł' => code(b'l'),
            'ı' => code(b'i'),
            'ħ' => code(b'h'),
            'ŋ' => code(b'n'),
            _ => decompose_compatible(lower, |d| {
                let lowered = if d.is_uppercase() {
                    d.to_lowercase().next().unwrap_or(d)
                } else {
                    d
                };
                code(plain(lowered).or_else(|| digit(lowered)).unwrap_or(BREAK));
            }),
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The zeros of the scripts beyond U+0700 whose ten digits follow one another (general category
/// Nd, Unicode 16); those with a decomposition to ASCII are not among them.
const ZEROS: [u32; 60] = [
    0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x11066,
    0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0,
    0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1E140, 0x1E2F0,
    0x1E4F0, 0x1E950, 0x10D40, 0x16D70,
];

fn digit(c: char) -> Option<u8> {
    let code = c as u32;
    ZEROS
        .iter()
        .find_map(|&zero| code.checked_sub(zero).filter(|&value| value < 10))
        .and_then(|value| u8::try_from(value).ok())
        .map(|value| b'0' + value)
}
