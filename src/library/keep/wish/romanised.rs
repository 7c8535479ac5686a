//! A name in Arabic as it sounds, in plain Latin letters, for an id. It follows no system of
//! transliteration: the short vowels are not written, so that «a» stands where two consonants would
//! begin or end a word.

/// Vowel signs and the stretching of a letter: they belong to the word.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// A word of a name in Latin letters, without the article; nothing where it has no Arabic letter.
pub(super) fn word(word: &str) -> String {
    let letters: String = word.chars().filter(|letter| !is_mark(*letter)).collect();
    let bare = letters.strip_prefix("ال");
    let bare = bare.filter(|rest| rest.chars().count() > 2);
    let letters: Vec<char> = bare.unwrap_or(&letters).chars().collect();
    let mut sounds: Vec<&str> = Vec::new();
    for (place, &letter) in letters.iter().enumerate() {
        let next = letters.get(place + 1).copied();
        // A glide before a vowel is a consonant.
        let is_glide = place == 0 || next.is_some_and(|next| is_vowel(sound(next)));
        let heard = match letter {
            'و' if is_glide => "w",
            'ي' if is_glide => "y",
            letter => sound(letter),
        };
        if heard.is_empty() {
            continue;
        }
        // Two consonants do not begin a word, nor end it.
        let is_edge = sounds.len() == 1 || next.is_none();
        let after_consonant = sounds.last().is_some_and(|last| !is_vowel(last));
        if is_edge && after_consonant && !is_vowel(heard) {
            sounds.push("a");
        }
        sounds.push(heard);
    }
    sounds.concat()
}

fn is_vowel(sound: &str) -> bool {
    matches!(sound, "a" | "i" | "u")
}

/// How a letter sounds for the most part; nothing for what is no Arabic letter.
const fn sound(letter: char) -> &'static str {
    match letter {
        'ا' | 'أ' | 'آ' | 'ٱ' | 'ى' | 'ة' | 'ع' => "a",
        'إ' | 'ئ' | 'ي' | 'ی' => "i",
        'ؤ' | 'و' => "u",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ڤ' => "v",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn names_are_written_as_they_sound() {
        for (name, written) in [
            ("ليلى المنصوري", "lila mansuri"),
            ("محمد بن حجي", "mahmad ban haji"),
            ("حسن", "hasan"),
            ("وليد سالم", "walid salam"),
            ("ياسمين الشيخ", "yasmin shikh"),
            ("هُدى سعاد", "hada saad"),
            ("عمر خليفة", "amar khalifa"),
            ("", ""),
            ("12", ""),
            ("Лев", ""),
        ] {
            let words: Vec<String> = name.split(' ').map(word).collect();
            assert_eq!(words.join(" "), written, "{name}");
        }
    }
}
