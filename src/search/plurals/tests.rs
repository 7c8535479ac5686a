//! Forms that are known, and those that must not be.

use super::{KNOWN, forms, others, symbols};
use crate::search::fold::letter;

fn of(word: &str) -> Vec<String> {
    forms(&symbols(word))
        .iter()
        .map(|form| form.iter().map(|&symbol| letter(symbol)).collect())
        .collect()
}

fn folded(word: &str) -> String {
    symbols(word).iter().map(|&symbol| letter(symbol)).collect()
}

#[test]
fn plurals_find_their_singulars_and_the_other_way_round() {
    for (one, other) in [
        ("قرار", "قرارات"),
        ("فريق", "أفرقة"),
        ("توصية", "توصيات"),
        ("ترشيح", "ترشيحات"),
        ("عضو", "أعضاء"),
        ("دولة", "دول"),
        ("موقف", "مواقف"),
        ("اجتماع", "اجتماعات"),
        ("لجنة", "لجان"),
        ("مجلس", "مجالس"),
        ("مشروع", "مشاريع"),
        ("بند", "بنود"),
        ("وثيقة", "وثائق"),
        ("منطقة", "مناطق"),
        ("مركز", "مراكز"),
        ("نائب", "نواب"),
        ("رئيس", "رؤساء"),
        ("مرشح", "مرشحين"),
        ("مرشح", "مرشحون"),
        ("مساهمة", "مساهمات"),
        ("مساهمة", "مساهمتين"),
        ("مساهمة", "مساهمتان"),
        ("قرار", "قرارين"),
        ("قرار", "قراران"),
        ("بند", "بندين"),
        ("مشارك", "مشاركون"),
        ("policy", "policies"),
        ("budget", "budgets"),
        ("process", "processes"),
        ("committee", "committees"),
        ("criterion", "criteria"),
        ("person", "people"),
        ("woman", "women"),
    ] {
        assert!(of(one).contains(&folded(other)), "{one}: {:?}", of(one));
        assert!(of(other).contains(&folded(one)), "{other}: {:?}", of(other));
    }
    assert!(of("مندوبون").contains(&folded("مندوبين")));
    assert!(of("أفرقة").contains(&folded("فرق")));
}

#[test]
fn clitics_are_taken_off_words_that_are_known() {
    for (typed, form) in [
        ("والقرارات", "قرار"),
        ("وبالقرارات", "قرار"),
        ("وقرارات", "قرار"),
        ("ولقرار", "قرار"),
        ("لقرار", "قرار"),
        ("للجنة", "لجنة"),
        ("للأفرقة", "فريق"),
        ("كعضو", "عضو"),
    ] {
        let form = folded(form);
        assert!(of(typed).contains(&form), "{typed}: {:?}", of(typed));
    }
    assert!(!of("وكيل").contains(&folded("كيل")));
    assert!(!of("بلد").iter().any(|form| form == "لد"));
    // What is not known keeps its first letter.
    assert!(!of("بتول").contains(&folded("تول")));
}

#[test]
fn a_pronoun_is_taken_off_a_word_that_is_known() {
    for (typed, form) in [
        ("موقفنا", "موقف"),
        ("مساهمتهم", "مساهمة"),
        ("توصياتنا", "توصية"),
        ("قراراتها", "قرار"),
    ] {
        assert!(
            of(typed).contains(&folded(form)),
            "{typed}: {:?}",
            of(typed)
        );
    }
    // What is not known keeps its letters: لبنا is no لب of ours.
    assert!(!of("سكرنا").contains(&folded("سكر")));
}

#[test]
fn poverty_is_no_paragraph() {
    assert!(of("فقرة").contains(&"paragraph".to_owned()));
    assert!(!of("الفقر").contains(&"paragraph".to_owned()));
    assert!(!of("الفقر").contains(&folded("فقرات")));
}

#[test]
fn a_case_is_the_same_word() {
    let cases = |word: &str| -> Vec<String> {
        let word = symbols(word);
        let all = super::cases(&word);
        all.map(|form| form.iter().map(|&symbol| letter(symbol)).collect())
            .collect()
    };
    assert_eq!(cases("حل"), ["حلا"]);
    assert_eq!(cases("جذري"), ["جذريا"]);
    assert_eq!(cases("جذريا"), ["جذري"]);
    assert_eq!(cases("علي"), [""; 0]);
    assert_eq!(cases("عليا"), [""; 0]);
    assert_eq!(cases("council"), [""; 0]);
}

#[test]
fn what_only_ends_like_a_plural_is_left_alone() {
    for (word, other) in [
        ("عشرين", "عشر"),
        ("الأربعين", "أربع"),
        ("بين", "ب"),
        ("مكان", "مك"),
        ("تمكين", "تمك"),
        ("status", "statu"),
        ("analysis", "analysi"),
        ("access", "acces"),
    ] {
        assert!(!of(word).contains(&folded(other)), "{word}: {:?}", of(word));
    }
    assert_eq!(forms(b"c2635"), [] as [Vec<u8>; 0]);
    assert_eq!(forms(b""), [] as [Vec<u8>; 0]);
}

#[test]
fn the_table_holds_whole_words_in_more_than_one_form() {
    assert!(KNOWN.lines.len() > 300);
    for line in &KNOWN.lines {
        assert!(line.len() > 1, "{line:?}");
        assert!(line.iter().all(|form| form.len() > 1), "{line:?}");
    }
    assert!(KNOWN.has(&symbols("أفرقة")) && !KNOWN.has(&symbols("قمرة")));
}

#[test]
fn what_is_said_otherwise_is_known_in_its_forms() {
    let others = |word: &str| -> Vec<String> {
        let others = super::others(&symbols(word));
        let spelt = |other: &Vec<u8>| other.iter().map(|&symbol| letter(symbol)).collect();
        others.iter().map(spelt).collect()
    };
    assert!(others("الأقسام").contains(&folded("قطاع")));
    assert!(others("النفايات").contains(&folded("مخلفات")));
    assert!(others("fees").contains(&"contributions".to_owned()));
    assert!(others("قرار").is_empty());
    assert_eq!(
        super::in_full(&symbols("Rés")),
        Some(b"resolution".as_slice())
    );
    assert!(of("أيلول").contains(&folded("سبتمبر")));
}

#[test]
fn the_words_of_a_verb_are_of_one_family() {
    for (word, other) in [
        ("duplication", "duplicated"),
        ("duplicated", "duplication"),
        ("coordinating", "coordination"),
        ("implementation", "implement"),
        ("implementing", "implementation"),
        ("organization", "organize"),
        ("streamlining", "streamline"),
        ("postponed", "postponement"),
    ] {
        assert!(
            of(word).contains(&other.to_owned()),
            "{word}: {:?}",
            of(word)
        );
    }
    for (word, other) in [("united", "unit"), ("nation", "n"), ("meeting", "meeted")] {
        assert!(
            !of(word).contains(&other.to_owned()),
            "{word}: {:?}",
            of(word)
        );
    }
}

#[test]
fn an_adjective_is_made_of_a_name() {
    for (word, name) in [
        ("كويتية", "كويت"),
        ("السويسرية", "سويسرا"),
        ("ألماني", "ألمانيا"),
    ] {
        assert!(
            super::others(&symbols(word)).contains(&symbols(name)),
            "{word}"
        );
    }
}

#[test]
fn a_word_has_few_forms() {
    for line in &KNOWN.lines {
        for form in line {
            assert!(forms(form).len() <= 24);
        }
    }
}

#[test]
fn a_lamp_is_no_leader() {
    for word in ["lead", "leads", "leader"] {
        assert!(!of(word).contains(&"led".to_owned()), "{word}");
        assert!(!of(word).contains(&"leading".to_owned()), "{word}");
    }
    assert_eq!(of("led"), ["leds"]);
    // Who led it is asked of those that lead it, where nobody led anything.
    assert!(others(&symbols("led")).contains(&symbols("leads")));
}
