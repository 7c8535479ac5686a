//! Letters: forms, lam-alef, marks, joiners.

use super::*;

fn painted(text: &str) -> String {
    RTL.whole(text).text()
}

#[test]
fn letters_take_the_form_of_their_place() {
    // Right to left: meem initial, jeem medial, lam medial, seen final.
    assert_eq!(painted("مجلس"), "\u{FEB2}\u{FEE0}\u{FEA0}\u{FEE3}");
    // Waw and alef do not join what follows: waw isolated, alef isolated, noon isolated.
    assert_eq!(painted("وان"), "\u{FEE5}\u{FE8D}\u{FEED}");
}

#[test]
fn lam_and_alef_are_one_cell() {
    let text = "الاتحاد";
    // Alef, lam-alef isolated, teh initial, hah medial, alef final, dal isolated.
    let line = RTL.whole(text);
    assert_eq!(
        line.text(),
        "\u{FEA9}\u{FE8E}\u{FEA4}\u{FE97}\u{FEFB}\u{FE8D}"
    );
    assert_eq!(order(&line, text), "د|ا|ح|ت|لا|ا");
    assert_eq!(line.width(), 6);
    assert_eq!(crate::script::width(text), 6);
    // Joined to the letter before it: seen initial, lam-alef final, meem isolated.
    assert_eq!(painted("سلام"), "\u{FEE1}\u{FEFC}\u{FEB3}");
}

#[test]
fn every_alef_has_its_ligature() {
    assert_eq!(painted("لآ"), "\u{FEF5}");
    assert_eq!(painted("لأ"), "\u{FEF7}");
    assert_eq!(painted("لإ"), "\u{FEF9}");
    assert_eq!(painted("بلأ"), "\u{FEF8}\u{FE91}");
    // Alef wasla has none: lam initial, alef wasla final.
    assert_eq!(painted("لٱ"), "\u{FB51}\u{FEDF}");
}

#[test]
fn marks_stay_on_their_letter() {
    // Meem with damma, hah with fatha, meem with shadda and fatha, dal.
    let line = RTL.whole("م\u{64F}ح\u{64E}م\u{651}\u{64E}د");
    assert_eq!(
        line.text(),
        "\u{FEAA}\u{FEE4}\u{651}\u{64E}\u{FEA4}\u{64E}\u{FEE3}\u{64F}"
    );
    assert_eq!(line.width(), 4);
}

#[test]
fn a_mark_between_lam_and_alef_stays_in_their_cell() {
    let line = RTL.whole("لَا");
    assert_eq!(line.text(), "\u{FEFB}\u{64E}");
    assert_eq!(line.width(), 1);
    assert_eq!(line.cells[0].range, 0..6);
}

#[test]
fn tatweel_joins_both_ways() {
    // Beh initial, tatweel, beh final.
    assert_eq!(painted("بـب"), "\u{FE90}ـ\u{FE91}");
}

#[test]
fn persian_letters() {
    // Peh, tcheh, keheh, farsi yeh, each alone.
    assert_eq!(painted("پ چ ک ی"), "\u{FBFC} \u{FB8E} \u{FB7A} \u{FB56}");
    // Keheh initial, teh medial, alef final, beh isolated.
    assert_eq!(painted("کتاب"), "\u{FE8F}\u{FE8E}\u{FE98}\u{FB90}");
}

#[test]
fn zwnj_parts_letters_and_is_not_sent() {
    // Meem initial, farsi yeh final | khah initial, waw final, alef, heh initial, meem final.
    let text = "می\u{200C}خواهم";
    let line = RTL.whole(text);
    assert_eq!(
        line.text(),
        "\u{FEE2}\u{FEEB}\u{FE8D}\u{FEEE}\u{FEA7}\u{FBFD}\u{FEE3}"
    );
    assert_eq!(order(&line, text), "م|ه|ا|و|خ|ی\u{200C}|م");
    assert_eq!(painted("ل\u{200C}ا"), "\u{FE8D}\u{FEDD}");
}

#[test]
fn zwj_asks_for_a_join() {
    // Heh initial, as in an abbreviation of the Hijri year.
    assert_eq!(painted("ه\u{200D}"), "\u{FEEB}");
    assert_eq!(painted("\u{200D}ه"), "\u{FEEA}");
}

#[test]
fn letters_without_forms_are_whole_and_still_join_their_neighbours() {
    // Kurdish reh with small v below has no forms; the beh before it is initial.
    assert_eq!(painted("بڕ"), "ڕ\u{FE91}");
    // Lam with small v joins on both sides: beh initial, beh final.
    assert_eq!(painted("بڵب"), "\u{FE90}ڵ\u{FE91}");
}

#[test]
fn off_leaves_letters_and_order() {
    let text = "الاتحاد (ITU)";
    let line = OFF.whole(text);
    assert_eq!(line.text(), text);
    assert_eq!(line.width(), 13);
    assert!(line.rtl);
}
