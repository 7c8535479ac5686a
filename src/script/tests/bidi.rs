//! Order: UAX #9 on what reports contain.

use super::*;
use crate::script::{apart, isolate};

#[test]
fn brackets_are_mirrored_in_arabic() {
    let text = "«القرار 212 والمقرر 619»";
    let line = RTL.whole(text);
    assert_eq!(
        order(&line, text),
        "»|6|1|9| |ر|ر|ق|م|ل|ا|و| |2|1|2| |ر|ا|ر|ق|ل|ا|«"
    );
    // The opening guillemet stands at the right and looks like the closing one.
    assert_eq!(line.cells.first().unwrap().text, "«");
    assert_eq!(line.cells.last().unwrap().text, "»");
}

#[test]
fn a_code_in_arabic_keeps_its_order() {
    let text = "الوثيقة C26/35(Rev.1) هنا";
    assert_eq!(
        order(&RTL.whole(text), text),
        "ا|ن|ه| |C|2|6|/|3|5|(|R|e|v|.|1|)| |ة|ق|ي|ث|و|ل|ا"
    );
}

#[test]
fn the_closing_bracket_after_a_code_at_the_end() {
    // Rule N0 pairs the brackets: both take the direction of what is inside and before them.
    let text = "الوثيقة C26/35(Rev.1)";
    let line = RTL.whole(text);
    assert_eq!(
        order(&line, text),
        "C|2|6|/|3|5|(|R|e|v|.|1|)| |ة|ق|ي|ث|و|ل|ا"
    );
    assert!(line.text().starts_with("C26/35(Rev.1) "));
}

#[test]
fn a_line_that_begins_with_a_latin_bracket() {
    let text = "(ITU) مجلس";
    let right = RTL.whole(text);
    assert_eq!(order(&right, text), "س|ل|ج|م| |)|I|T|U|(");
    assert!(right.text().ends_with(" (ITU)"));
    let left = AUTO.whole(text);
    assert!(!left.rtl);
    assert_eq!(order(&left, text), "(|I|T|U|)| |س|ل|ج|م");
}

#[test]
fn ranges_turn_unless_isolated() {
    let text = "الفترة 2023-2027";
    assert!(RTL.whole(text).text().starts_with("2027-2023 "));
    let text = format!("الفترة {}", isolate("2023-2027"));
    let line = RTL.whole(&text);
    assert!(line.text().starts_with("2023-2027 "));
    assert_eq!(line.width(), 16);
}

#[test]
fn names_of_both_scripts_in_a_list_stand_in_its_order() {
    let names = ["قرار 1", "Decision 2", "Resolution 3"];
    let list = |comma: &str, rtl: bool| {
        let names = names.map(|name| apart(name, rtl));
        names.join(comma)
    };
    let text = list("، ", true);
    assert_eq!(
        RTL.whole(&text).text(),
        format!("Resolution 3 ،Decision 2 ،1 {}", RTL.whole("قرار").text())
    );
    let text = list(", ", false);
    assert_eq!(
        LTR.whole(&text).text(),
        format!("1 {}, Decision 2, Resolution 3", RTL.whole("قرار").text())
    );
    // What runs as the line does needs no marks.
    assert_eq!(apart("قرار 1", true), "قرار 1");
    assert_eq!(apart("Decision 2", false), "Decision 2");
    // A sentence that is set apart may be broken, unlike a code.
    let long = apart("Decision on the headquarters", true).into_owned();
    assert!(RTL.wrap(&long, 12).len() > 2);
    // A mark within it is dropped.
    let spoof = apart("a\u{FDD1}b", true).into_owned();
    assert_eq!(RTL.whole(&spoof).text(), "ab");
}

#[test]
fn telephone_numbers_turn_unless_isolated() {
    let text = "هاتف +41 22 730";
    assert!(RTL.whole(text).text().starts_with("730 22 41+ "));
    let text = format!("هاتف {}", isolate("+41 22 730"));
    assert!(RTL.whole(&text).text().starts_with("+41 22 730 "));
}

#[test]
fn a_number_between_letters() {
    let text = "11و12";
    assert_eq!(order(&RTL.whole(text), text), "1|2|و|1|1");
}

#[test]
fn an_arabic_word_in_a_latin_sentence() {
    let text = "The word مجلس means council.";
    let line = AUTO.whole(text);
    assert!(!line.rtl);
    assert_eq!(
        line.text(),
        "The word \u{FEB2}\u{FEE0}\u{FEA0}\u{FEE3} means council."
    );
}

#[test]
fn blanks_at_the_end_belong_to_the_paragraph() {
    // L1: the blank after the Latin word is at the left end of a right-to-left line.
    let text = "مجلس ITU ";
    assert_eq!(order(&RTL.whole(text), text), " |I|T|U| |س|ل|ج|م");
    let text = "ITU مجلس ";
    assert_eq!(order(&LTR.whole(text), text), "I|T|U| |س|ل|ج|م| ");
}

#[test]
fn the_level_of_a_line_comes_from_its_paragraph() {
    // The second line begins with a Latin bracket and still runs from right to left.
    let text = "الاتحاد الدولي للاتصالات (ITU) مجلس";
    let lines = AUTO.wrap(text, 20);
    let second = &lines[1];
    assert_eq!(
        text.get(second.range.clone()).unwrap(),
        "للاتصالات (ITU) مجلس"
    );
    assert!(second.rtl);
    assert_eq!(order(second, text), "س|ل|ج|م| |)|I|T|U|(| |ت|لا|ا|ص|ت|لا|ل");
}

#[test]
fn columns_and_bytes_lead_to_one_another() {
    let text = "ab مجلس";
    let line = LTR.whole(text);
    // Meem, the first letter, is the rightmost column.
    assert_eq!(line.column_of(3), Some(6));
    assert_eq!(line.column_of(4), Some(6));
    assert_eq!(line.byte_at(6), Some(3..5));
    assert_eq!(line.byte_at(3), Some(9..11));
    assert_eq!(line.byte_at(7), None);
    assert_eq!(line.column_of(11), None);
    // "b مج" is two runs on the screen.
    assert_eq!(line.runs_of(&(1..7)), [1..3, 5..7]);
}

#[test]
fn an_arabic_sentence_that_begins_with_a_code_runs_from_right_to_left() {
    let rtl = |text: &str| {
        Layout::new(Form::Visual, Direction::Dominant)
            .whole(text)
            .rtl
    };
    assert!(rtl("ISCG يود أن يسهم"));
    assert!(rtl("C26/35 الوثيقة"));
    assert!(rtl("Sandrine Guyot رئيسة القسم"));
    assert!(!rtl("The Arabic name is مجلس"));
    assert!(!rtl("sandrine.guyot@itu.int"));
    assert!(!rtl("212"));
}
