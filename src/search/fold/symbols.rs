//! The symbols that other parts of the search name, and sets of symbols.

use super::table::ARABIC;

pub(in crate::search) const ALEF: u8 = ARABIC;
pub(in crate::search) const BA: u8 = ARABIC + 1;
pub(in crate::search) const FA: u8 = ARABIC + 19;
pub(in crate::search) const KAF: u8 = ARABIC + 21;
pub(in crate::search) const LAM: u8 = ARABIC + 22;
pub(in crate::search) const WAW: u8 = ARABIC + 26;

/// Whether a word is all digits.
pub(in crate::search) fn is_number(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}

/// Whether a symbol is an Arabic letter.
pub(in crate::search) const fn is_arabic(symbol: u8) -> bool {
    symbol >= ARABIC
}

/// Whether a digit is in a word.
pub(in crate::search) fn has_digit(word: &[u8]) -> bool {
    word.iter().any(u8::is_ascii_digit)
}

/// Which symbols are in a word, a bit each by their numbers.
pub(in crate::search) fn letters_of(word: &[u8]) -> u64 {
    let bit = |symbol: u8| BITS.get(usize::from(symbol)).copied().unwrap_or(0);
    word.iter().fold(0, |set, &symbol| set | bit(symbol))
}

/// The bit of each symbol.
static BITS: [u64; 256] = {
    let mut bits = [0; 256];
    let mut symbol = 0;
    while symbol < bits.len() {
        #[expect(clippy::indexing_slicing, reason = "this runs in the compiler")]
        {
            bits[symbol] = 1 << number(symbol as u8);
        }
        symbol += 1;
    }
    bits
};

/// Whether a digit is among a set of symbols.
pub(in crate::search) const fn any_digit(letters: u64) -> bool {
    letters >> number(b'0') != 0
}

/// The same in 32 bits: of one script each letter has its own, of two scripts some share one.
pub(in crate::search) fn classes_of(word: &[u8]) -> u32 {
    classes(letters_of(word))
}

/// The classes of a set of symbols.
pub(in crate::search) const fn classes(letters: u64) -> u32 {
    letters as u32 | (letters >> 32) as u32
}

/// The symbol with a number; that of alef is no decimal point.
pub(in crate::search) const fn of_number(number: u8) -> u8 {
    match number {
        ..28 => ARABIC + number,
        28..54 => b'a' + number - 28,
        _ => b'0' + number - 54,
    }
}

/// The number of a symbol, 0 to 63; a decimal point shares that of alef.
pub(in crate::search) const fn number(symbol: u8) -> u8 {
    match symbol {
        ARABIC.. => (symbol - ARABIC) & 63,
        b'a'..=b'z' => symbol - b'a' + 28,
        b'0'..=b'9' => symbol - b'0' + 54,
        _ => 0,
    }
}
