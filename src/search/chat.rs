//! The Arabic chat alphabet: digits that look like the letters which Latin has not, within a word
//! (`sa3udia`, `7okuma`, `mo5tar`).

/// Fewer letters beside the digits are a code: 5g, 3rd.
const FEWEST_LETTERS: usize = 3;

/// The same where the last one is a digit: item3.
const FEWEST_BEFORE_LAST: usize = 5;

/// A folded word of the chat alphabet in Latin letters alone; none where it is no such word.
///
/// A digit behind the last letter is a number (`item3`), but for the three that are common there in a
/// long word (`ijtima3`); two beside each other are a number.
pub(super) fn in_letters(word: &[u8]) -> Option<Vec<u8>> {
    let count = word.iter().filter(|symbol| symbol.is_ascii_lowercase());
    let last = *word.last()?;
    let fewest = match last {
        b'2' | b'3' | b'7' => FEWEST_BEFORE_LAST,
        b'0'..=b'9' => return None,
        _ => FEWEST_LETTERS,
    };
    if count.count() < fewest || !word.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let mut letters = Vec::with_capacity(word.len() + 1);
    let mut before = None;
    for (at, &symbol) in word.iter().enumerate() {
        let next = word.get(at + 1).copied();
        let is_vowel = |one: Option<u8>| matches!(one, Some(b'a' | b'e' | b'i' | b'o' | b'u'));
        let instead: &[u8] = match symbol {
            b'a'..=b'z' => &[symbol],
            _ if before.is_some_and(|before: u8| before.is_ascii_digit()) => return None,
            // Hamza, which the vowel beside it stands for.
            b'2' if is_vowel(before) || is_vowel(next) => &[],
            // At the beginning it is heard in the vowel behind it: 3oman is Oman.
            b'3' if before.is_none() && is_vowel(next) => &[],
            b'2' | b'3' => b"a",
            b'5' => b"kh",
            b'6' => b"t",
            b'7' => b"h",
            b'8' => b"gh",
            b'9' => b"s",
            _ => return None,
        };
        letters.extend_from_slice(instead);
        before = Some(symbol);
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::in_letters;

    fn read(word: &str) -> Option<String> {
        in_letters(word.as_bytes()).map(|word| String::from_utf8(word).unwrap())
    }

    #[test]
    fn a_digit_in_a_word_is_the_letter_that_it_looks_like() {
        for (chat, latin) in [
            ("sa3udia", "saaudia"),
            ("3arab", "arab"),
            ("3oman", "oman"),
            ("3rab", "arab"),
            ("7okuma", "hokuma"),
            ("mo5tar", "mokhtar"),
            ("ta6wir", "tatwir"),
            ("ra2is", "rais"),
            ("8arb", "gharb"),
            ("mu7adathat", "muhadathat"),
            ("ijtima3", "ijtimaa"),
        ] {
            assert_eq!(read(chat).as_deref(), Some(latin));
        }
        // Codes, ordinals and numbers are none, nor is a word without a digit.
        for code in [
            "item3",
            "5g",
            "3rd",
            "c21",
            "tdag23inf",
            "a1bcd",
            "4tude",
            "council",
            "2021",
            "",
        ] {
            assert_eq!(read(code), None, "{code}");
        }
    }
}
