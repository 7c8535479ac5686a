//! What was meant where the keyboard stood on the other language: `hgl[gs` is المجلس, `نعصشهف` is
//! kuwait.
//!
//! The keys are those of Arabic (101), the layout of Windows and of the X keyboard `ara`, against
//! the American keyboard and against the French one (AZERTY), where a, q, z, w and m lie
//! elsewhere. A reading is only a guess: it counts where the vocabulary has the word.

use std::sync::LazyLock;

/// A key: what it writes on the American keyboard, on the French one, in Arabic, and in Arabic
/// with Shift.
type Key = (char, char, &'static str, &'static str);

const KEYS: [Key; 34] = [
    ('`', '²', "ذ", "ّ"),
    ('q', 'a', "ض", "َ"),
    ('w', 'z', "ص", "ً"),
    ('e', 'e', "ث", "ُ"),
    ('r', 'r', "ق", "ٌ"),
    ('t', 't', "ف", "لإ"),
    ('y', 'y', "غ", "إ"),
    ('u', 'u', "ع", "‘"),
    ('i', 'i', "ه", "÷"),
    ('o', 'o', "خ", "×"),
    ('p', 'p', "ح", "؛"),
    ('[', '^', "ج", "<"),
    (']', '$', "د", ">"),
    ('a', 'q', "ش", "ِ"),
    ('s', 's', "س", "ٍ"),
    ('d', 'd', "ي", "]"),
    ('f', 'f', "ب", "["),
    ('g', 'g', "ل", "لأ"),
    ('h', 'h', "ا", "أ"),
    ('j', 'j', "ت", "ـ"),
    ('k', 'k', "ن", "،"),
    ('l', 'l', "م", "/"),
    (';', 'm', "ك", ":"),
    ('\'', 'ù', "ط", "\""),
    ('z', 'w', "ئ", "~"),
    ('x', 'x', "ء", "ْ"),
    ('c', 'c', "ؤ", "}"),
    ('v', 'v', "ر", "{"),
    ('b', 'b', "لا", "لآ"),
    ('n', 'n', "ى", "آ"),
    ('m', ',', "ة", "’"),
    (',', ';', "و", ","),
    ('.', ':', "ز", "."),
    ('/', '!', "ظ", "؟"),
];

/// It is on the same key in both languages.
const HYPHEN: char = '-';
/// Longer words are not read again.
const LONGEST: usize = 48;
/// Shorter ones are too little to tell, and so are two letters that are not both letters.
const SHORTEST: usize = 2;
/// Each لا was one key or two; so many of them are tried both ways.
const MOST_READINGS: usize = 4;

/// What may have been meant by a word, the likeliest first; nothing where it could not have been
/// typed with the keyboard on the other language.
#[must_use]
pub fn readings(typed: &str) -> Vec<String> {
    let count = typed.chars().take(LONGEST + 1).count();
    if count == SHORTEST && !typed.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    if !(SHORTEST..=LONGEST).contains(&count) || typed.starts_with(HYPHEN) {
        return Vec::new();
    }
    let latin = typed
        .chars()
        .any(|c| c.is_ascii_alphabetic() || "[];',./`^$ù!²:".contains(c));
    let arabic = typed.chars().any(is_arabic);
    let mut readings: Vec<String> = match (latin, arabic) {
        // Marks of punctuation come with letters of either kind.
        (_, true) if !typed.chars().any(|c| c.is_ascii_alphabetic()) => [0, 1]
            .into_iter()
            .flat_map(|layout| to_latin(typed, layout))
            .collect(),
        (true, false) => [0, 1]
            .into_iter()
            .filter_map(|layout| to_arabic(typed, layout))
            .collect(),
        _ => Vec::new(),
    };
    let mut known: Vec<String> = Vec::new();
    readings.retain(|reading| {
        let new = !known.contains(reading);
        known.push(reading.clone());
        new
    });
    readings
}

/// Whether a mark is a letter on the Arabic keyboard, in the place where the American one has it.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, ';' | ',' | '\'' | '[' | ']')
}

/// How many marks a word has that are letters on the Arabic keyboard; none where it does not begin with
/// one, or stands in brackets: `[AI]`.
pub(super) fn leading_marks(typed: &str) -> usize {
    let inside = typed
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let is_word = |inside: &str| inside.len() > 1 && !inside.contains(is_mark);
    match typed.starts_with(is_mark) && !inside.is_some_and(is_word) {
        true => typed.chars().filter(|&c| is_mark(c)).count(),
        false => 0,
    }
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{64A}' | '\u{FEF5}'..='\u{FEFC}')
}

const fn on(key: Key, layout: usize) -> char {
    if layout == 0 { key.0 } else { key.1 }
}

/// The Arabic that the same keys write.
fn to_arabic(typed: &str, layout: usize) -> Option<String> {
    // With the capitals locked the Arabic keys write as ever; with Shift they do not.
    let locked = !typed.chars().any(|c| c.is_ascii_lowercase());
    let mut arabic = String::new();
    for c in typed.chars() {
        let lower = c.to_ascii_lowercase();
        match KEYS.iter().find(|key| on(**key, layout) == lower) {
            Some(key) if c == lower || locked => arabic.push_str(key.2),
            Some(key) => arabic.push_str(key.3),
            None if c.is_ascii_digit() || c == HYPHEN => arabic.push(c),
            None => return None,
        }
    }
    arabic.chars().any(is_arabic).then_some(arabic)
}

/// The keys by what they write in Arabic.
struct Written {
    /// Those that write one character, by it, in order.
    singles: Vec<(char, Key)>,
    /// Those that write two.
    pairs: Vec<(&'static str, Key)>,
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let (mut singles, mut pairs) = (Vec::<(char, Key)>::new(), Vec::new());
    for key in KEYS {
        for (written, shift) in [(key.2, false), (key.3, true)] {
            let mut characters = written.chars();
            match (characters.next(), characters.next()) {
                // What ASCII writes with Shift is written by other keys too.
                (Some(one), None) if !(shift && one.is_ascii()) => singles.push((one, key)),
                (Some(_), Some(_)) => pairs.push((written, key)),
                _ => {}
            }
        }
    }
    // Where two keys write the same, the first one counts.
    singles.sort_by_key(|(one, _)| *one);
    singles.dedup_by_key(|(one, _)| *one);
    Written { singles, pairs }
});

impl Written {
    fn key(&self, character: char) -> Option<Key> {
        let at = self
            .singles
            .binary_search_by_key(&character, |single| single.0);
        Some(self.singles.get(at.ok()?)?.1)
    }
}

/// The Latin letters that the same keys write, in small letters: several where لا stands, which is
/// one key (b) or two (gh).
fn to_latin(typed: &str, layout: usize) -> Vec<String> {
    let plain: String = typed
        .chars()
        .flat_map(|c| match c {
            '\u{FEF5}' | '\u{FEF6}' => ['ل', 'آ'],
            '\u{FEF7}' | '\u{FEF8}' => ['ل', 'أ'],
            '\u{FEF9}' | '\u{FEFA}' => ['ل', 'إ'],
            '\u{FEFB}' | '\u{FEFC}' => ['ل', 'ا'],
            c => [c, '\0'],
        })
        .filter(|&c| c != '\0')
        .collect();
    let mut readings = vec![String::new()];
    let mut rest = plain.as_str();
    while let Some(first) = rest.chars().next() {
        let mut pairs = WRITTEN.pairs.iter();
        let pair = pairs.find(|(written, _)| rest.starts_with(written));
        let pair = pair.map(|&(written, key)| (on(key, layout), written));
        let single = WRITTEN.key(first);
        let single = single.map(|key| on(key, layout)).or_else(|| {
            // Digits are on the same keys, in the figures of either language.
            let eastern = (first as u32)
                .checked_sub(0x660)
                .filter(|&value| value < 10);
            eastern
                .and_then(|value| char::from_digit(value, 10))
                .or_else(|| (first.is_ascii_digit() || first == HYPHEN).then_some(first))
        });
        match (pair, single) {
            (Some((key, written)), single) => {
                let second = written
                    .chars()
                    .nth(1)
                    .and_then(|second| KEYS.iter().find(|key| key.2.chars().eq([second])))
                    .map(|key| on(*key, layout));
                let apart: Vec<String> = match (single, second) {
                    (Some(one), Some(two)) if readings.len() * 2 <= MOST_READINGS => readings
                        .iter()
                        .map(|reading| format!("{reading}{one}{two}"))
                        .collect(),
                    _ => Vec::new(),
                };
                readings.iter_mut().for_each(|reading| reading.push(key));
                readings.extend(apart);
                rest = rest.get(written.len()..).unwrap_or_default();
            }
            (None, Some(key)) => {
                readings.iter_mut().for_each(|reading| reading.push(key));
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
            (None, None) => return Vec::new(),
        }
    }
    // A word or a code: what would have other signs in it was not meant.
    readings.retain(|reading| {
        let is_sign = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '.' | HYPHEN);
        !reading.contains(is_sign) && reading.chars().any(|c| c.is_ascii_alphabetic())
    });
    readings
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn arabic_typed_on_an_english_keyboard() {
        for (typed, meant) in [
            ("hgl[gs", "المجلس"),
            ("lrv", "مقر"),
            ("hg", "ال"),
            ("hg;,dj", "الكويت"),
            ("jvadp", "ترشيح"),
            ("rvhv", "قرار"),
            ("sgdl", "سليم"),
            ("hgld.hkdm", "الميزانية"),
            ("hgh[jlhu", "الاجتماع"),
            ("hbjwhbj", "الاتصالات"),
            ("'hrm", "طاقة"),
            ("HGL[GS", "المجلس"),
            ("Hpl]", "أحمد"),
            ("rvhv191", "قرار191"),
        ] {
            assert_eq!(readings(typed).first().unwrap(), meant, "{typed}");
        }
    }

    #[test]
    fn arabic_typed_on_a_french_keyboard() {
        for (typed, meant) in [
            ("hgl^gs", "المجلس"),
            ("hgm;dj", "الكويت"),
            ("hg;ùk", "الوطن"),
        ] {
            assert!(readings(typed).contains(&meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn english_typed_on_an_arabic_keyboard() {
        for (typed, meant) in [
            ("نعصشهف", "kuwait"),
            ("لاعيلثف", "budget"),
            ("ؤخعىؤهم", "council"),
            ("ةثثفهىل", "meeting"),
            ("قثؤخةةثىيشفهخى", "recommendation"),
            ("ؤصل", "cwg"),
            ("ؤ٢٦ظ٣٥", "c26/35"),
            ("ؤ26ظ35", "c26/35"),
            ("مهلاقشقغ", "library"),
            ("ؤصل-سبح", "cwg-sfp"),
            ("رؤؤ-1", "vcc-1"),
        ] {
            let read = readings(typed);
            assert!(read.contains(&meant.to_owned()), "{typed}: {read:?}");
        }
        // لا is b, or g and h.
        assert_eq!(readings("شلا")[..2], ["ab", "agh"]);
    }

    #[test]
    fn what_no_other_keyboard_writes_is_not_read() {
        for typed in [
            "",
            "a",
            "a;",
            "--json",
            "كو",
            "مجلس 27",
            "日本語",
            "قرارabc",
            "a\u{7}bc",
            "😀😀😀",
            "2024",
        ] {
            assert_eq!(readings(typed), [] as [String; 0], "{typed:?}");
        }
        assert!(readings(&"a".repeat(1_000_000)).is_empty());
        assert!(readings(&"لا".repeat(24)).len() <= 8);
    }
}
