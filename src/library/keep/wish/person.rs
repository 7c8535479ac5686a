//! The id of a person: the last name, whole. A name of several words is one: عبد الله, أبو بكر, آل ثاني,
//! Ben Hajji, Salah El Din.

use serde_yaml::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Desk;
use super::romanised::{self, is_mark};
use crate::library::keep::typed::language_of;
use crate::report::Language;

/// What stands before a name and is none, or behind it, without points and in small letters.
const TITLES: &[&str] = &[
    "dr",
    "doctor",
    "eng",
    "engr",
    "ing",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "mme",
    "mlle",
    "prof",
    "he",
    "hh",
    "hrh",
    "phd",
    "md",
    "msc",
    "mba",
    "mp",
    "amb",
    "sir",
    "د",
    "أ",
    "ا",
    "م",
    "دكتور",
    "دكتورة",
    "الدكتور",
    "الدكتورة",
    "المهندس",
    "المهندسة",
    "مهندس",
    "مهندسة",
    "الأستاذ",
    "الأستاذة",
    "السيد",
    "السيدة",
    "السفير",
    "السفيرة",
    "سعادة",
    "معالي",
];

/// Words that are no name without the one behind them, and how they are written in Latin letters.
const WITH_THE_NEXT: &[(&str, &str)] = &[
    ("عبد", "abd"),
    ("أبو", "abu"),
    ("ابو", "abu"),
    ("أبا", "aba"),
    ("أبي", "abi"),
    ("أم", "um"),
    ("ام", "um"),
    ("آل", "al"),
    ("ال", "al"),
    ("بن", "bin"),
    ("ابن", "ibn"),
    ("إبن", "ibn"),
    ("بنت", "bint"),
    ("ولد", "ould"),
    ("بو", "bu"),
    ("بني", "bani"),
];
/// The same of names in Latin letters.
const WITH_THE_NEXT_LATIN: &[&str] = &[
    "abd", "abdul", "abdel", "abdal", "abdoul", "abed", "abu", "abou", "abo", "aba", "abi", "abul",
    "aboul", "um", "umm", "oum", "ben", "bin", "ibn", "bint", "bent", "bou", "bu", "ould", "bani",
];
/// Words that are no name without the one before them.
const WITH_THE_LAST: &[(&str, &str)] = &[("الله", "allah"), ("الدين", "aldin")];
/// The same of names in Latin letters; the last three of them behind an article.
const WITH_THE_LAST_LATIN: &[&str] = &[
    "allah", "ullah", "eddine", "eddin", "uddin", "aldin", "eldin", "eldeen", "din", "deen", "dine",
];
/// The article in Latin letters, apart from its word, as it is heard.
const ARTICLES: &[&str] = &[
    "al", "el", "ul", "ar", "er", "as", "es", "ad", "ed", "an", "az", "ash", "at",
];

/// Whether a word of a name is a title or a courtesy: Dr, H.E., د.
#[must_use]
pub fn is_title(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic());
    let bare: String = letters.flat_map(char::to_lowercase).collect();
    TITLES.contains(&bare.as_str())
}

/// The id of a person: the last name whole; the whole name where that is somebody else's. It is that of
/// the English name where there is one; a name in Arabic alone goes by how it sounds, so that whoever
/// writes Arabic needs no other name.
pub fn person_id(desk: &Desk<'_>, name: &Value) -> Option<String> {
    let text = |language| name.get(language).and_then(Value::as_str);
    let has_letter = |name: &str| name.contains(char::is_alphabetic);
    let (ar, en) = (text("ar"), text("en"));
    // The house of آل ثاني is written as the article is in Latin letters.
    let is_house = ar.is_some_and(|ar| ar.split_whitespace().any(|word| word == "آل"));
    let mut names = en.map(|en| names(en, is_house)).unwrap_or_default();
    if names.is_empty() {
        names = ar.map(|ar| self::names(ar, false)).unwrap_or_default();
    }
    if names.is_empty() && (en.is_some_and(has_letter) || ar.is_some_and(has_letter)) {
        names.push("person".to_owned());
    }
    let last = names.last()?.clone();
    // Who is there by this very name is the same person.
    let is_other = |id: &str| {
        let key = desk.library.in_registry(id);
        key.is_some_and(|key| {
            [(ar, Language::Arabic), (en, Language::English)]
                .into_iter()
                .filter_map(|(name, language)| Some((name?, language)))
                .all(|(name, language)| desk.library.title(key, language) != name)
        })
    };
    if !is_other(&last) {
        return Some(last);
    }
    let whole = names.join("-");
    let numbered = (2..).map(|count| format!("{whole}-{count}"));
    let mut all = std::iter::once(whole.clone()).chain(numbered);
    all.find(|id| !is_other(id))
}

/// What a word is in a name.
enum Part {
    /// A name, and how it is written behind a word that goes with it.
    Name(String, String),
    /// It goes with the one behind it.
    WithNext(String),
    /// It goes with the one before it.
    WithLast(String),
    /// The article in Latin letters.
    Article(String),
}

/// The names of which a name is made, in small Latin letters, without titles; what is several words is
/// one. `is_house` says that its article stands for آل.
fn names(name: &str, is_house: bool) -> Vec<String> {
    let mut parts = parts(name).into_iter().peekable();
    let mut names: Vec<String> = Vec::new();
    // Whether the last of them is none without what follows.
    let mut is_open = false;
    let join = |names: &mut Vec<String>, with: bool, part: &str| match names.last_mut() {
        Some(last) if with => last.push_str(part),
        _ => names.push(part.to_owned()),
    };
    while let Some(part) = parts.next() {
        match part {
            Part::Name(alone, behind) => {
                join(&mut names, is_open, if is_open { &behind } else { &alone });
                is_open = false;
            }
            Part::WithNext(part) => {
                join(&mut names, is_open, &part);
                is_open = true;
            }
            Part::WithLast(part) => {
                join(&mut names, true, &part);
                is_open = false;
            }
            Part::Article(part) if matches!(parts.peek(), Some(Part::WithLast(_))) => {
                join(&mut names, true, &part);
            }
            Part::Article(part) if is_open || is_house || parts.peek().is_none() => {
                join(&mut names, is_open, &part);
                is_open = true;
            }
            Part::Article(_) => {}
        }
    }
    names
}

/// The words of a name, each with what it is there.
fn parts(name: &str) -> Vec<Part> {
    let apostrophe = |letter: char| matches!(letter, '\'' | '’' | '‘' | '`' | 'ʿ' | 'ʾ' | 'ʼ');
    // السيد is a family's name too.
    let mut titled: Vec<&str> = name
        .split_whitespace()
        .skip_while(|word| is_title(word))
        .collect();
    while titled
        .last()
        .is_some_and(|last| last.is_ascii() && is_title(last))
    {
        titled.pop();
    }
    let name = titled.join(" ");
    let name: String = name.chars().filter(|letter| !apostrophe(*letter)).collect();
    let words = name.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
    let words: Vec<String> = words
        .map(|word| word.chars().filter(|letter| !is_mark(*letter)).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    let mut parts: Vec<Part> = Vec::new();
    for word in words {
        match language_of(&word) {
            Language::Arabic => {
                // عبدالله is عبد الله.
                let behind = word
                    .strip_prefix("عبد")
                    .filter(|rest| rest.starts_with("ال"));
                if let Some(behind) = behind.filter(|rest| rest.chars().count() > 2) {
                    parts.push(Part::WithNext("abd".to_owned()));
                    parts.push(arabic(behind));
                } else {
                    parts.push(arabic(&word));
                }
            }
            Language::English => parts.extend(latin(&word, parts.last())),
        }
    }
    parts.retain(|part| !matches!(part, Part::Name(name, _) if name.is_empty()));
    parts
}

fn arabic(word: &str) -> Part {
    let of = |list: &[(&str, &str)]| {
        let mut list = list.iter();
        list.find(|(one, _)| *one == word)
            .map(|(_, latin)| (*latin).to_owned())
    };
    if let Some(latin) = of(WITH_THE_NEXT) {
        return Part::WithNext(latin);
    }
    if let Some(latin) = of(WITH_THE_LAST) {
        return Part::WithLast(latin);
    }
    let sounds = romanised::word(word);
    let behind = match word.starts_with("ال") && word.chars().count() > 4 {
        true => format!("al{sounds}"),
        false => sounds.clone(),
    };
    Part::Name(sounds, behind)
}

/// The same of a word in Latin letters, which are written without marks; none where it has no such letter.
fn latin(word: &str, before: Option<&Part>) -> Option<Part> {
    let plain: String = word
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let is = |list: &[&str]| list.contains(&plain.as_str());
    let is_behind = |part: fn(&Part) -> bool| before.is_some_and(part);
    let is_article = |part: &Part| matches!(part, Part::Article(_));
    if plain.is_empty() {
        return None;
    }
    if is(WITH_THE_NEXT_LATIN) {
        return Some(Part::WithNext(plain));
    }
    let (alone, behind_article) = WITH_THE_LAST_LATIN.split_at(8);
    if is(alone) || is(behind_article) && is_behind(is_article) {
        return Some(Part::WithLast(plain));
    }
    // Only the first two are nothing else.
    let (always, heard) = ARTICLES.split_at(2);
    if is(always) || is(heard) && is_behind(|part| matches!(part, Part::WithNext(_))) {
        return Some(Part::Article(plain));
    }
    Some(Part::Name(plain.clone(), plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_several_words_is_one() {
        for (name, wanted) in [
            ("محمد عبد الله", "mahmad abdallah"),
            ("محمد عبدالله", "mahmad abdallah"),
            ("محمد عبد الرحمن", "mahmad abdalrahman"),
            ("محمد عبدالرحمن", "mahmad abdalrahman"),
            ("عبد العزيز", "abdalaziz"),
            ("سعيد أبو بكر", "said abubakar"),
            ("هند أم كلثوم", "hanad umkalthum"),
            ("تميم آل ثاني", "tamim althani"),
            ("محمد بن حجي", "mahmad binhaji"),
            ("ليلى بنت محمد المنصوري", "lila bintmahmad mansuri"),
            ("نايف بن عبد الله", "naif binabdallah"),
            ("حسن نصر الله", "hasan nasarallah"),
            ("سيف الدين صلاح الدين", "sifaldin salahaldin"),
            ("د. ليلى المنصوري", "lila mansuri"),
            ("Dr ليلى المنصوري", "lila mansuri"),
            ("السيد محمد السيد", "mahmad sid"),
            ("Mohamed Abd Allah", "mohamed abdallah"),
            ("Mohamed Abd El Rahman", "mohamed abdelrahman"),
            ("Mohamed Abdul-Aziz", "mohamed abdulaziz"),
            ("Nur Abd ar-Rahman", "nur abdarrahman"),
            ("Hend Ben Hajji", "hend benhajji"),
            ("Layla Al Mansoori", "layla mansoori"),
            ("Layla Al-Mansoori, PhD", "layla mansoori"),
            ("Salah El Din", "salaheldin"),
            ("Hassan Nasr Allah", "hassan nasrallah"),
            ("H.E. Dr. Said Sha'ban", "said shaban"),
            ("Volker Türk", "volker turk"),
            ("Sidi Ould Daddah", "sidi oulddaddah"),
            ("Ahmed Bin", "ahmed bin"),
            ("Лев Иванов", ""),
            ("12", "12"),
        ] {
            assert_eq!(names(name, false).join(" "), wanted, "{name}");
        }
        assert_eq!(names("Tamim Al Thani", true).join(" "), "tamim althani");
    }
}
