//! Spellings that people use, and words that they do not mean.

use super::agree::{Ending, agree};
use super::{Sounds, like};
use crate::search::fold::fold;

fn symbols(word: &str) -> Vec<u8> {
    fold(word)
        .words()
        .flat_map(|word| word.symbols.to_vec())
        .collect()
}

fn cost(latin: &str, arabic: &str) -> Option<u8> {
    agree(&symbols(latin), &symbols(arabic), Ending::Whole)
}

/// The words of the list that sound like `typed`, best first.
fn alike<'a>(typed: &str, words: &[&'a str]) -> Vec<&'a str> {
    let vocabulary: Vec<Vec<u8>> = words.iter().map(|word| symbols(word)).collect();
    let sounds = Sounds::new(vocabulary.iter().map(Vec::as_slice));
    let collect = |typed: &[u8], found: &mut Vec<_>| {
        found.extend(sounds.collect(typed, false, |word| &vocabulary[word as usize]));
    };
    like(&symbols(typed), collect, |word| &vocabulary[word as usize])
        .iter()
        .map(|alike| words[alike.word as usize])
        .collect()
}

#[test]
fn letters_that_say_the_same_cost_nothing_and_short_vowels_little() {
    for (latin, arabic, expected) in [
        ("tawsiya", "توصية", Some(0)),
        ("oman", "عمان", Some(0)),
        ("kuwait", "كويت", Some(1)),
        ("majlis", "مجلس", Some(2)),
        ("shahira", "شهيرة", Some(1)),
        ("qatar", "قطر", Some(2)),
        ("muhammad", "محمد", Some(3)),
        ("laila", "ليلى", Some(0)),
        // A hamza on ya, and ya twice.
        ("rais", "رئيس", Some(1)),
        ("raees", "رئيس", Some(2)),
        ("arabiyya", "عربية", Some(1)),
        // A doubled letter that two write, with both twice.
        ("muashshir", "مؤشر", Some(2)),
        ("muwaththaq", "موثق", Some(3)),
        // A long vowel that is not there, a consonant that the letter cannot be.
        ("salim", "سلام", Some(4)),
        ("majlis", "مكلس", None),
        ("tunis", "تونسي", Some(5)),
    ] {
        assert_eq!(cost(latin, arabic), expected, "{latin} {arabic}");
    }
}

const ARABIC: &[&str] = &[
    "الاتصالات",
    "الاتحاد",
    "الكويت",
    "ترشيح",
    "المجلس",
    "تونس",
    "محمد",
    "قطر",
    "سعود",
    "شهيرة",
    "سليم",
    "السعودية",
    "الجزائر",
    "توصية",
    "قرار",
    "لجنة",
    "اجتماع",
    "الشرق",
    "التجارة",
    "عمان",
    "العراق",
    "لبنان",
    "المغرب",
    "البحرين",
    "مصر",
    "ميزانية",
    "مشروع",
    "خالد",
    "جميلة",
    "غويو",
    "يوسف",
    "رياض",
    "سلام",
    "كتاب",
    "تورك",
    "رايدر",
    "بيجي",
    "حجي",
    "وزير",
    "أحمد",
    "ذهب",
];

#[test]
fn an_arabic_word_in_latin_letters_is_heard() {
    for (typed, expected) in [
        ("ittisalat", "الاتصالات"),
        ("al-ittisalat", "الاتصالات"),
        ("ittihad", "الاتحاد"),
        ("kuwait", "الكويت"),
        ("koweit", "الكويت"),
        ("alkuwait", "الكويت"),
        ("tarshih", "ترشيح"),
        ("tarsheeh", "ترشيح"),
        ("majlis", "المجلس"),
        ("majles", "المجلس"),
        ("tunis", "تونس"),
        ("tounes", "تونس"),
        ("muhammad", "محمد"),
        ("mohamed", "محمد"),
        ("qatar", "قطر"),
        ("katar", "قطر"),
        ("sa'ud", "سعود"),
        ("saoud", "سعود"),
        ("saudi", "السعودية"),
        ("shahira", "شهيرة"),
        ("shaheera", "شهيرة"),
        ("chahira", "شهيرة"),
        ("shahirah", "شهيرة"),
        ("selim", "سليم"),
        ("saleem", "سليم"),
        ("tawsiya", "توصية"),
        ("tawsiyah", "توصية"),
        ("qarar", "قرار"),
        ("lajna", "لجنة"),
        ("lagna", "لجنة"),
        ("ijtima", "اجتماع"),
        ("ash-sharq", "الشرق"),
        ("attijara", "التجارة"),
        ("oman", "عمان"),
        ("iraq", "العراق"),
        ("lubnan", "لبنان"),
        ("maghreb", "المغرب"),
        ("bahrain", "البحرين"),
        ("misr", "مصر"),
        ("mizaniya", "ميزانية"),
        ("meezaneyya", "ميزانية"),
        ("mashru", "مشروع"),
        ("mashrou", "مشروع"),
        ("khaled", "خالد"),
        ("djamila", "جميلة"),
        ("gamila", "جميلة"),
        ("youssef", "يوسف"),
        ("yusuf", "يوسف"),
        ("riyadh", "رياض"),
        ("wazir", "وزير"),
        ("hajji", "حجي"),
        ("ahmed", "أحمد"),
        // What is read on, and the th that is ذ.
        ("lajnat", "لجنة"),
        ("mizaniyat", "ميزانية"),
        ("thahab", "ذهب"),
    ] {
        assert_eq!(alike(typed, ARABIC).first(), Some(&expected), "{typed}");
    }
}

#[test]
fn a_beginning_is_heard_where_no_word_is_whole() {
    assert_eq!(alike("ittisal", ARABIC), ["الاتصالات"]);
    assert_eq!(alike("mizan", ARABIC), ["ميزانية"]);
    assert_eq!(alike("tars", ARABIC), [] as [&str; 0]);
}

#[test]
fn names_in_two_latin_spellings_are_one() {
    let names = [
        "shahira", "selim", "benhajji", "guyot", "mohammed", "youssef", "council",
    ];
    for (typed, expected) in [
        ("shaheera", "shahira"),
        ("chahira", "shahira"),
        ("saleem", "selim"),
        ("salim", "selim"),
        ("benhaji", "benhajji"),
        ("guiot", "guyot"),
        ("muhammad", "mohammed"),
        ("yusuf", "youssef"),
        ("yousef", "youssef"),
        ("councel", "council"),
    ] {
        assert_eq!(alike(typed, &names), [expected], "{typed}");
    }
    assert_eq!(alike("samira", &names), [] as [&str; 0]);
    assert_eq!(alike("hello", &["holy", "halo"]), ["halo"]);
}

#[test]
fn a_latin_name_in_arabic_letters_is_heard() {
    let names = ["turk", "ryder", "bigi", "selim", "fabio", "kigali", "italy"];
    for (typed, expected) in [
        ("سليم", "selim"),
        ("فابيو", "fabio"),
        ("كيغالي", "kigali"),
        ("تورك", "turk"),
    ] {
        assert_eq!(alike(typed, &names), [expected], "{typed}");
    }
}

#[test]
fn other_words_are_not_heard() {
    for typed in [
        "budget",
        "report",
        "kuwat1",
        "abc",
        "xyzzy",
        "tunisian",
        "martian",
        "sum",
        "headquarters",
        "kitten",
        "c2635",
        "aaaa",
        "",
    ] {
        assert_eq!(alike(typed, ARABIC), [] as [&str; 0], "{typed}");
    }
    // One of the words that share a skeleton is meant, not all of them.
    assert_eq!(alike("salam", ARABIC), ["سلام"]);
}

#[test]
fn a_letter_that_is_not_spoken_is_not_written_in_arabic() {
    let latin = ["guyot", "budget", "gyro", "geyser", "poet"];
    assert_eq!(alike("غويو", &latin), ["guyot"]);
    assert_eq!(alike("غييو", &latin), ["guyot"]);
    assert_eq!(alike("بدجت", &latin), ["budget"]);
    // Where it is spoken it is written.
    assert_eq!(alike("بوي", &latin), [""; 0]);
}
