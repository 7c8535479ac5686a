//! Text for other programs, as it was written: without what does harm where it is pasted, and with
//! presentation forms as the letters that they are forms of.

use unicode_normalization::UnicodeNormalization;

use super::sanitise::{Fate, MARKS, columns, fate};

/// The text in logical order, as far as it is harmless: controls, bidi controls, isolates, tags and
/// fillers are taken out, marks beyond the fourth on one base are dropped, every line ends with
/// `\n`. Presentation forms become [`letters`]. Unlike [`sanitise`](super::sanitise()) it keeps the
/// signs whose width terminals do not agree on: nothing is painted here.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = Plain {
        text: String::with_capacity(text.len()),
        marks: 0,
    };
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match fate(ch) {
            Fate::Keep | Fate::Replace(_) => match ch {
                '\t' => out.push(' '),
                _ => letters(ch).for_each(|letter| out.push(letter)),
            },
            Fate::Newline => {
                if ch == '\r' {
                    chars.next_if_eq(&'\n');
                }
                out.push('\n');
            }
            Fate::Open | Fate::Close | Fate::Remove => {}
        }
    }
    out.text
}

/// Text in the making, and how many marks stand at its end.
struct Plain {
    text: String,
    marks: usize,
}

impl Plain {
    fn push(&mut self, ch: char) {
        let is_mark = ch != '\n' && columns(ch) == 0;
        self.marks = if is_mark { self.marks + 1 } else { 0 };
        if self.marks <= MARKS {
            self.text.push(ch);
        }
    }
}

/// What a character is in plain text: the letters of a presentation form, composed (NFKC); any other
/// character is itself.
///
/// Forms are the letters, ligatures and words of Arabic Presentation Forms-A and -B (U+FB50–FD3D,
/// U+FD50–FDC7, U+FDF0–FDF9, U+FE70–FEFC). What the blocks hold besides are signs of their own, and
/// stay as they are written: ornate brackets, the rial (﷼), ﷺ and the other invocations.
pub fn letters(ch: char) -> impl Iterator<Item = char> {
    let form = is_presentation_form(ch).then(|| std::iter::once(ch).nfkc());
    let itself = form.is_none().then_some(ch);
    // The form of a lone mark has a blank or a tatweel for its base, to be seen at all.
    let alone = is_mark_by_itself(ch);
    let letters = form.into_iter().flatten();
    letters
        .filter(move |letter| !(alone && matches!(letter, ' ' | '\u{640}')))
        .chain(itself)
}

/// Whether it is a form of letters, and no sign of its own.
const fn is_presentation_form(ch: char) -> bool {
    matches!(ch, '\u{FB50}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}' | '\u{FDF0}'..='\u{FDF9}'
        | '\u{FE70}'..='\u{FEFC}')
}

/// Marks without a letter: U+FE70 is "a blank with a tanwin".
const fn is_mark_by_itself(ch: char) -> bool {
    matches!(ch, '\u{FC5E}'..='\u{FC63}' | '\u{FCF2}'..='\u{FCF4}' | '\u{FE70}'..='\u{FE7F}')
}

#[cfg(test)]
mod tests {
    use super::plain;
    use proptest::prelude::*;

    /// Any text, rich in what is not plain.
    fn any_text() -> impl Strategy<Value = String> {
        let harmful = prop::sample::select(
            "\u{1B}\u{7}\u{9B}\u{202E}\u{2066}\u{2069}\u{FEFF}\u{FDD0}\r\n\t\u{AD}"
                .chars()
                .collect::<Vec<_>>(),
        );
        let form = prop::char::range('\u{FB50}', '\u{FEFC}');
        let one = prop_oneof![any::<char>(), harmful, form, Just('\u{64E}'), Just('م')];
        prop::collection::vec(one, 0..60).prop_map(String::from_iter)
    }

    proptest! {
        #![proptest_config(crate::testing::cases(256))]

        #[test]
        fn nothing_that_steers_is_left_and_once_is_enough(text in any_text()) {
            let left = plain(&text);
            let steers = |ch: char| {
                ch.is_control() && ch != '\n'
                    || ('\u{200E}'..='\u{200F}').contains(&ch)
                    || ('\u{2028}'..='\u{202E}').contains(&ch)
                    || ('\u{2066}'..='\u{2069}').contains(&ch)
            };
            let lam_alef = |ch: char| ('\u{FEF5}'..='\u{FEFC}').contains(&ch);
            prop_assert_eq!(left.chars().find(|ch| steers(*ch) || lam_alef(*ch)), None);
            prop_assert_eq!(plain(&left), left);
        }
    }

    #[test]
    fn what_is_harmful_is_taken_out() {
        for (text, left) in [
            ("\u{1B}[31mred\u{7}\u{9B}2J\u{7F}", "[31mred2J"),
            ("\u{202E}a\u{2066}b\u{2069}\u{FEFF}", "ab"),
            ("\u{FDD0}2023-2027\u{FDD1}", "2023-2027"),
            (
                "one\r\ntwo\rthree\u{2029}four\tfive",
                "one\ntwo\nthree\nfour five",
            ),
        ] {
            assert_eq!(plain(text), left, "{text:?}");
        }
        let heap = format!("م{}", "\u{64E}".repeat(1000));
        assert_eq!(plain(&heap), format!("م{}", "\u{64E}".repeat(4)));
    }

    #[test]
    fn what_is_harmless_stays() {
        // Vowel signs, a joiner that serves shaping, the sign of a verse, an emoji, the rial.
        for text in [
            "مُجْلِس",
            "می\u{200C}خواهم",
            "\u{6DD}12",
            "👍🏽",
            "\u{FDFC}",
            "\u{FDFA}",
        ] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn presentation_forms_are_letters_again() {
        // «الاتحاد» with lam-alef as one sign, and shadda with fatha over a tatweel.
        assert_eq!(
            plain("\u{FE8D}\u{FEFB}\u{FE97}\u{FEA4}\u{FE8E}\u{FEA9}"),
            "الاتحاد"
        );
        assert_eq!(plain("\u{FEE3}\u{FE77}"), "م\u{64E}");
        assert_eq!(plain("\u{FDF2}"), "الله");
        // Alef with madda is one letter.
        assert_eq!(plain("\u{FE81}\u{FEED}"), "\u{622}\u{648}");
    }
}
