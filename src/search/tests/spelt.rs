//! Arabic words of the field as people spell them in Latin letters, and what is typed before a word by other
//! keys is whole.

use super::titled::{found, marked, search};
use crate::search::{Document, Field, Index, Marker, Query, Session, Way};

#[test]
fn a_spelt_word_finds_its_other_forms() {
    for (typed, title) in [
        ("tarshihat", "ترشيح مصر"),
        ("tarshih", "الترشيحات"),
        ("alwuzara", "وزير الاتصالات"),
        ("qararat", "قرار المجلس"),
        ("lijan", "لجنة الدراسات"),
        ("al-mar'a", "النساء"),
    ] {
        assert_eq!(found(&[title], typed), [0], "{typed}");
        assert_eq!(marked(&[title], typed).len(), 1, "{typed}");
    }
    // What the records call otherwise, where they have not the word itself.
    assert_eq!(found(&["المخلفات الإلكترونية"], "nufayat"), [0]);
    assert_eq!(found(&["دولة الإمارات", "المباني"], "elimarat"), [0]);
}

#[test]
fn the_word_that_is_spelt_so_comes_before_what_is_near_to_it() {
    // With one vowel less it is another word.
    assert_eq!(found(&["تقرر", "تقرير"], "taqrir"), [1, 0]);
    // r is beside t on the keyboard.
    assert_eq!(found(&["Qatar", "قرار"], "qarar"), [1, 0]);
    // Both are spelt so, and the one in Latin letters is nearer.
    assert_eq!(
        found(&["المجموعة العربية", "Saudi Arabia"], "al-arabiyya"),
        [1, 0]
    );
    // The pieces of a word begin others by chance.
    assert_eq!(found(&["all markets are open", "المرأة"], "al-mar'a"), [1]);
    assert_eq!(found(&["Al Jazeera"], "al-jazeera"), [0]);
}

#[test]
fn what_only_joins_words_is_not_heard() {
    assert_eq!(found(&["الأمانة ومن مهامها"], "women"), [] as [u32; 0]);
    // A name that sounds so is.
    assert_eq!(found(&["مهام اليمن"], "yemen"), [0]);
}

#[test]
fn the_last_piece_of_a_word_is_found_half_typed() {
    for (title, whole) in [
        ("El Salvador", "el-salvador"),
        ("Al Jazeera", "al-jazeera"),
        ("ad hoc group", "ad-hoc"),
        ("at large members", "at-large"),
        ("Cote d Ivoire", "cote d'ivoire"),
    ] {
        // From the first letter behind the article on, but for the last ones.
        let bare = whole.find(['-', '\'']).unwrap() + 2;
        for end in bare..whole.len() {
            let typed = &whole[..end];
            assert_eq!(found(&[title, "lamps"], typed), [0], "{typed}");
        }
    }
    // A piece before it stays a whole word.
    let none: [u32; 0] = [];
    assert_eq!(found(&["all markets are open"], "al-mar"), none);
    assert_eq!(found(&["el markets are open"], "el-mar'a"), none);
}

/// A ta marbuta that was typed is heard at the end: Gaza is no GIZ.
#[test]
fn a_last_letter_that_is_heard_has_to_be_there() {
    assert_eq!(found(&["GIZ"], "غزة"), [] as [u32; 0]);
    assert_eq!(found(&["Gaza", "GIZ"], "غزة"), [0]);
    assert_eq!(found(&["Fatimah"], "فاطمة"), [0]);
    assert_eq!(found(&["COP"], "كوب"), [0]);
}

#[test]
fn a_spelling_is_told_by_its_sound() {
    let ways = |titles: &[&str], typed: &str| -> Vec<Way> {
        let guesses = search(titles, typed).guesses;
        let query = Query::parse(typed);
        let mut marker = Marker::of(&query, &guesses);
        assert!(!marker.marks(titles[0]).is_empty(), "{typed}");
        marker.ways().iter().collect()
    };
    assert_eq!(ways(&["الدول الأعضاء"], "duwal"), [Way::Sound]);
    assert_eq!(ways(&["منظمات الأمم"], "munadama"), [Way::Sound]);
    // What is said for it is another word.
    assert_eq!(ways(&["المخلفات الإلكترونية"], "nufayat"), [Way::OtherWord]);
}

#[test]
fn a_digit_behind_a_long_word_is_a_letter_of_the_chat_alphabet_or_a_number_without_its_blank() {
    assert_eq!(found(&["اجتماع الفريق"], "ijtima3"), [0]);
    assert_eq!(
        found(&["the 2030 Agenda", "agenda of 2031"], "agenda2030"),
        [0]
    );
    assert_eq!(found(&["the 2030 Agenda", "agenda"], "2030agenda"), [0]);
    assert_eq!(found(&["خطة 2030", "خطة"], "2030خطة"), [0]);
    // Fewer Latin letters are an abbreviation: of another number it is another thing.
    assert_eq!(found(&["COP of 2025"], "cop2025"), [] as [u32; 0]);
    // What is written so is meant so.
    assert_eq!(found(&["the 2030 Agenda", "agenda2030"], "agenda2030"), [1]);
}

#[test]
fn what_is_typed_by_other_keys_finds_what_it_begins() {
    let asked = |titles: &[&'static str], typed: &str| {
        let index = Index::build(titles.iter().map(|&title| Document {
            fields: vec![(Field::Title, title.into())],
            ..Document::default()
        }));
        let query = Query::read(typed, &[&["is"]], &mut |_, _| None);
        let results = index.search_in(&mut Session::new(), &query, 100, None);
        let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
        (keys, results.read_as)
    };
    let titles = ["المجلس", "المقر", "قطر"];
    assert_eq!(found(&titles, "hgl"), [1, 0]);
    assert_eq!(found(&titles, "hg"), [1, 0]);
    let read = search(&titles, "hgl").read_as;
    assert_eq!(read, [("hgl".to_owned(), "الم".to_owned())]);
    // The letter that stands behind an article somewhere is no reason to find nothing else.
    let mut keys = found(&["المجلس", "المقر", "ال م"], "hgl");
    keys.sort_unstable();
    assert_eq!(keys, [0, 1]);
    let mut keys = found(&["المجلس", "المقر", "ال"], "hg");
    keys.sort_unstable();
    assert_eq!(keys, [0, 1, 2]);
    // A single letter behind a hamza is too little.
    assert_eq!(found(&["ضمان"], "xq"), [] as [u32; 0]);
    // Where anything is as it was typed, that is meant.
    assert_eq!(found(&["المجلس", "hg lamps"], "hg"), [1]);
    // Without an article it has to be all that people typed who ask.
    let nothing = (Vec::new(), Vec::new());
    let read = vec![("jva".to_owned(), "ترش".to_owned())];
    assert_eq!(asked(&["الترشيح", "المجلس"], "jva"), (vec![0], read));
    let beside = asked(&["الترشيح", "المجلس"], "jva hgl[gs").0;
    assert_eq!(beside, [1]);
    assert_eq!(asked(&["المجلس"], "zz"), nothing);
    // Beside other words it is a word: by its sound, or it stands nowhere.
    let titles = ["الأمن السيبراني", "شهيرة council", "council"];
    assert_eq!(asked(&titles, "amn sibrani"), (vec![0], Vec::new()));
    assert_eq!(asked(&titles, "council amn"), (vec![2, 1], Vec::new()));
    // By itself too, where anything sounds so.
    assert_eq!(asked(&titles, "amn"), nothing);
    // A list that is filtered has what was typed.
    assert_eq!(found(&["شهيرة سليم"], "aid"), [] as [u32; 0]);
    assert_eq!(found(&["الأمن السيبراني", "شهيرة سليم"], "amn sibrani"), [0]);
}

#[test]
fn a_slip_may_stand_in_another_form_of_the_word() {
    let titles = ["المراسلة مع الاتحاد", "المرحلة الأولى"];
    assert_eq!(found(&titles, "مراصلات"), [0]);
    assert_eq!(marked(&titles, "مراصلات"), ["المراسلة"]);
    // A word that is near as it stands comes before its other form.
    assert_eq!(found(&["المراسلة", "المراسلات"], "مراصلات"), [1, 0]);
}
