//! Keyboards: which command key an Arabic letter stands on, and what the number row of an AZERTY
//! keyboard types without Shift. Only commands ask here; where one types, what was typed counts.
//!
//! The Arabic letters stand on the same keys everywhere (Arabic 101 and 102, the layouts `ara` of
//! X11, Windows' Arabic 102 AZERTY); what is printed beside them differs with the keyboard. So ض is
//! the key q of a QWERTY keyboard and the key a of an AZERTY one ([`Keyboard`]).

/// What is printed on the keys beside the Arabic letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keyboard {
    /// As in the United States, and in the Arab countries of Asia and in Egypt.
    #[default]
    Qwerty,
    /// As in France, and in Algeria, Mauritania, Morocco and Tunisia.
    Azerty,
}

/// The characters of the Arabic (101) layout and the US keys on which they stand; and after them
/// those that other layouts have in their place.
const ARABIC: &[(char, char)] = &[
    ('ض', 'q'),
    ('ص', 'w'),
    ('ث', 'e'),
    ('ق', 'r'),
    ('ف', 't'),
    ('غ', 'y'),
    ('ع', 'u'),
    ('ه', 'i'),
    ('خ', 'o'),
    ('ح', 'p'),
    ('ج', '['),
    ('د', ']'),
    ('ش', 'a'),
    ('س', 's'),
    ('ي', 'd'),
    ('ب', 'f'),
    ('ل', 'g'),
    ('ا', 'h'),
    ('ت', 'j'),
    ('ن', 'k'),
    ('م', 'l'),
    ('ك', ';'),
    ('ط', '\''),
    ('ئ', 'z'),
    ('ء', 'x'),
    ('ؤ', 'c'),
    ('ر', 'v'),
    (LAM_ALEF, 'b'),
    ('ى', 'n'),
    ('ة', 'm'),
    ('و', ','),
    ('ز', '.'),
    ('ظ', '/'),
    ('ذ', '`'),
    ('\u{64E}', 'Q'),
    ('\u{64B}', 'W'),
    ('\u{64F}', 'E'),
    ('\u{64C}', 'R'),
    (LAM_ALEF_HAMZA_BELOW, 'T'),
    ('إ', 'Y'),
    ('÷', 'I'),
    ('×', 'O'),
    ('؛', 'P'),
    ('\u{650}', 'A'),
    ('\u{64D}', 'S'),
    (LAM_ALEF_HAMZA_ABOVE, 'G'),
    ('أ', 'H'),
    ('ـ', 'J'),
    ('،', 'K'),
    ('\u{652}', 'X'),
    (LAM_ALEF_MADDA, 'B'),
    ('آ', 'N'),
    ('؟', '?'),
    ('\u{651}', '~'),
    // Persian.
    ('ی', 'd'),
    ('ک', ';'),
    ('گ', '\''),
];

const LAM: char = 'ل';
const LAM_ALEF: char = '\u{FEFB}';
const LAM_ALEF_HAMZA_ABOVE: char = '\u{FEF7}';
const LAM_ALEF_HAMZA_BELOW: char = '\u{FEF9}';
const LAM_ALEF_MADDA: char = '\u{FEF5}';

impl Keyboard {
    /// The command key that a typed character stands for: an Arabic letter for the key on which it
    /// is, an Arabic-Indic or Persian digit for its digit. Anything else is itself, ASCII above all:
    /// a `/` that is typed on an Arabic layout is meant.
    #[must_use]
    pub fn latin(self, typed: char) -> char {
        if let Some(digit) = arabic_digit(typed) {
            return digit;
        }
        ARABIC
            .iter()
            .find(|(letter, _)| *letter == typed)
            .map_or(typed, |(_, key)| self.printed(*key))
    }

    /// What is printed on the key that is this one on a US keyboard. Brackets, which AZERTY has
    /// nowhere without AltGr, stay.
    const fn printed(self, key: char) -> char {
        match (self, key) {
            (Self::Azerty, 'q') => 'a',
            (Self::Azerty, 'a') => 'q',
            (Self::Azerty, 'w') => 'z',
            (Self::Azerty, 'z') => 'w',
            (Self::Azerty, 'Q') => 'A',
            (Self::Azerty, 'A') => 'Q',
            (Self::Azerty, 'W') => 'Z',
            (Self::Azerty, ';') => 'm',
            (Self::Azerty, 'm') => ',',
            (Self::Azerty, ',') => ';',
            (Self::Azerty, '.') => ':',
            (Self::Azerty, '/') => '!',
            (_, key) => key,
        }
    }

    /// The Arabic character on a command key, a vowel sign too.
    #[must_use]
    pub fn latin_key(self, key: char) -> Option<char> {
        let mut all = ARABIC.iter();
        all.find(|(_, on)| self.printed(*on) == key)
            .map(|(letter, _)| *letter)
    }

    /// The command key that a sign stands for on an Arabic keyboard, where the Latin letter on the
    /// same key would be one: with Shift, three keys type signs that are on other keys elsewhere.
    /// `]` is on that of D; on that of U a quotation mark (in X11 `), on that of M another (in X11
    /// '). An AZERTY keyboard has no letter of ours on the last.
    #[must_use]
    pub const fn shifted(self, typed: char) -> Option<char> {
        match (self, typed) {
            (_, ']') => Some('D'),
            (_, '`' | '\u{2018}') => Some('U'),
            (Self::Qwerty, '\'' | '\u{2019}') => Some('M'),
            _ => None,
        }
    }

    /// The Arabic letter of a command key, as a person reads it: two letters for lam-alef. `None`
    /// where there is none, or only a vowel sign.
    #[must_use]
    pub fn arabic(self, key: char) -> Option<String> {
        let vowel_sign = |letter| matches!(letter, '\u{64B}'..='\u{652}');
        let (letter, _) = ARABIC
            .iter()
            .find(|(letter, on)| self.printed(*on) == key && !vowel_sign(*letter))?;
        Some(match *letter {
            LAM_ALEF => "لا".to_owned(),
            LAM_ALEF_HAMZA_ABOVE => "لأ".to_owned(),
            LAM_ALEF_HAMZA_BELOW => "لإ".to_owned(),
            LAM_ALEF_MADDA => "لآ".to_owned(),
            letter => letter.to_string(),
        })
    }
}

/// Whether it is a letter of an Arabic layout: one that stands for a command key.
#[must_use]
pub fn is_arabic(typed: char) -> bool {
    ARABIC.iter().any(|(letter, _)| *letter == typed)
}

/// The digit of an Arabic-Indic or Persian digit.
const fn arabic_digit(typed: char) -> Option<char> {
    let value = match typed {
        '٠'..='٩' => typed as u32 - '٠' as u32,
        '۰'..='۹' => typed as u32 - '۰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// The digit of a key of the number row of an AZERTY keyboard, by what it types without Shift.
#[must_use]
pub const fn azerty_digit(typed: char) -> Option<char> {
    Some(match typed {
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' => '4',
        '(' => '5',
        // Belgium has § here.
        '-' | '§' => '6',
        'è' => '7',
        '_' => '8',
        'ç' => '9',
        'à' => '0',
        _ => return None,
    })
}

/// Whether it may be the first half of a key that some systems send as two letters.
#[must_use]
pub const fn may_be_half(typed: char) -> bool {
    typed == LAM
}

/// The key of a lam-alef that came as two letters, by the second.
#[must_use]
pub const fn lam_alef(second: char) -> Option<char> {
    Some(match second {
        'ا' => LAM_ALEF,
        'أ' => LAM_ALEF_HAMZA_ABOVE,
        'إ' => LAM_ALEF_HAMZA_BELOW,
        'آ' => LAM_ALEF_MADDA,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_letters_stand_on_the_keys_of_a_us_keyboard() {
        // Row by row, as they are printed beside each other.
        for (arabic, latin) in [
            ("ضصثقفغعهخحجد", "qwertyuiop[]"),
            ("شسيبلاتنمكط", "asdfghjkl;'"),
            ("ئءؤر\u{FEFB}ىةوزظ", "zxcvbnm,./"),
            ("ذ", "`"),
            // With Shift.
            ("\u{64E}\u{64B}\u{64F}\u{64C}\u{FEF9}إ÷×؛", "QWERTYIOP"),
            ("\u{650}\u{64D}\u{FEF7}أـ،", "ASGHJK"),
            ("\u{652}\u{FEF5}آ؟\u{651}", "XBN?~"),
            ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
            ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
            ("یک", "d;"),
            // What is typed as it is on any layout.
            ("q/?]:!é", "q/?]:!é"),
        ] {
            let keys: String = arabic
                .chars()
                .map(|letter| Keyboard::Qwerty.latin(letter))
                .collect();
            assert_eq!(keys, latin);
        }
    }

    #[test]
    fn on_an_azerty_keyboard_other_letters_are_printed_beside_them() {
        for (arabic, latin) in [
            ("ضصثقفغعهخح", "azertyuiop"),
            ("شسيبلاتنمك", "qsdfghjklm"),
            ("ئءؤر\u{FEFB}ىةوزظ", "wxcvbn,;:!"),
            // There is no key for them without AltGr.
            ("جد؟", "[]?"),
        ] {
            let keys: String = arabic
                .chars()
                .map(|letter| Keyboard::Azerty.latin(letter))
                .collect();
            assert_eq!(keys, latin);
        }
    }

    #[test]
    fn the_number_row_of_azerty_without_shift() {
        let digits: Option<String> = "&é\"'(-è_çà".chars().map(azerty_digit).collect();
        assert_eq!(digits.as_deref(), Some("1234567890"));
        assert_eq!(azerty_digit('a'), None);
    }

    #[test]
    fn a_command_key_is_told_by_its_arabic_letter() {
        for (keyboard, key, letter) in [
            (Keyboard::Qwerty, 'q', Some("ض")),
            (Keyboard::Qwerty, 'b', Some("لا")),
            (Keyboard::Qwerty, 'G', Some("لأ")),
            (Keyboard::Qwerty, '?', Some("؟")),
            (Keyboard::Qwerty, '/', Some("ظ")),
            (Keyboard::Qwerty, 'd', Some("ي")),
            // Only a vowel sign, or nothing.
            (Keyboard::Qwerty, 'Q', None),
            (Keyboard::Qwerty, '!', None),
            (Keyboard::Qwerty, '1', None),
            (Keyboard::Azerty, 'q', Some("ش")),
        ] {
            assert_eq!(keyboard.arabic(key).as_deref(), letter, "{key}");
        }
    }

    #[test]
    fn lam_and_alef_are_the_one_key() {
        for (second, key) in [('ا', 'b'), ('أ', 'G'), ('إ', 'T'), ('آ', 'B')] {
            assert_eq!(
                lam_alef(second).map(|key| Keyboard::Qwerty.latin(key)),
                Some(key)
            );
        }
        assert_eq!(lam_alef('ل'), None);
    }
}
