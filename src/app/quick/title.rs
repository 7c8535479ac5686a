//! How somebody is addressed: before a name, and no part of it.

/// How somebody is addressed, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// In Arabic, of a man; of a woman with ة.
    ar: &'static str,
    /// Of a man, and of a woman.
    en: [&'static str; 2],
    is_woman: bool,
}

impl Title {
    /// Whether it is said to women only.
    #[must_use]
    pub const fn is_of_a_woman(self) -> bool {
        self.is_woman
    }

    /// As it is written in the directory, in Arabic and in English, of a woman or of a man.
    #[must_use]
    pub fn written(self, is_woman: bool) -> [String; 2] {
        let [man, woman] = self.en;
        match is_woman {
            true => [format!("{}ة", self.ar), woman.to_owned()],
            false => [self.ar.to_owned(), man.to_owned()],
        }
    }
}

/// What is written before a name, and what it stands for: Arabic, English of a man and of a woman,
/// whether it is said to women only.
const TITLES: [(&[&str], &str, [&str; 2], bool); 10] = [
    (&["السيد", "سيد", "mr"], "السيد", ["Mr", "Ms"], false),
    (
        &["السيدة", "سيدة", "ms", "mrs", "miss"],
        "السيد",
        ["Mr", "Ms"],
        true,
    ),
    (
        &["الدكتور", "دكتور", "د", "dr", "doctor"],
        "الدكتور",
        ["Dr", "Dr"],
        false,
    ),
    (&["الدكتورة", "دكتورة"], "الدكتور", ["Dr", "Dr"], true),
    (
        &["المهندس", "مهندس", "م", "eng", "engr"],
        "المهندس",
        ["Eng.", "Eng."],
        false,
    ),
    (&["المهندسة", "مهندسة"], "المهندس", ["Eng.", "Eng."], true),
    (&["الأستاذ", "أستاذ"], "الأستاذ", ["Mr", "Ms"], false),
    (&["الأستاذة", "أستاذة"], "الأستاذ", ["Mr", "Ms"], true),
    (
        &["السفير", "سفير", "amb", "ambassador"],
        "السفير",
        ["Amb.", "Amb."],
        false,
    ),
    (&["السفيرة", "سفيرة"], "السفير", ["Amb.", "Amb."], true),
];

/// The words of a name without how the person is addressed, and how. It stands before the name, and
/// before the same name in the other script: «ليلى المنصوري (Ms Layla Al Mansoori)». What would leave no
/// first and last name is a part of the name: «السيد البدوي».
pub fn without<'w>(words: &[&'w str]) -> (Option<Title>, Vec<&'w str>) {
    let mut title = None;
    let mut bare: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let begins = bare.is_empty() || word.starts_with('(') || bare.last() == Some(&"-");
        let found = of(word).filter(|_| begins && words.len() - at > 2);
        match found {
            Some(found) => title = title.or(Some(found)),
            None => bare.push(word),
        }
    }
    (title, bare)
}

fn of(word: &str) -> Option<Title> {
    let letters = word.chars().filter(|letter| letter.is_alphabetic());
    let word: String = letters.flat_map(char::to_lowercase).collect();
    let mut titles = TITLES.iter();
    let (_, ar, en, is_woman) = titles.find(|(words, ..)| words.contains(&word.as_str()))?;
    Some(Title {
        ar,
        en: *en,
        is_woman: *is_woman,
    })
}
