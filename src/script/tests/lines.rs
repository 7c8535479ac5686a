//! Wrapping, cutting, measuring.

use super::*;

#[test]
fn words_fill_a_line() {
    assert_eq!(broken(LTR, "one two three", 7), ["one two ", "three"]);
    let lines = LTR.wrap("one two three", 7);
    assert_eq!(lines[0].text(), "one two");
    assert_eq!(lines[1].text(), "three");
}

#[test]
fn newlines_end_paragraphs() {
    let lines = AUTO.wrap("مجلس\r\ncouncil\n", 20);
    assert_eq!(lines.len(), 2);
    assert!(lines[0].rtl);
    assert!(!lines[1].rtl);
    assert_eq!(lines[1].range, 10..17);
    assert_eq!(AUTO.wrap("", 20).len(), 1);
    assert_eq!(AUTO.wrap("a\n\nb", 20).len(), 3);
}

#[test]
fn codes_stay_whole() {
    assert_eq!(
        broken(RTL, "وثيقة C26/35(Rev.1)", 16),
        ["وثيقة ", "C26/35(Rev.1)"]
    );
    assert_eq!(broken(LTR, "of the ITU-T", 10), ["of the ", "ITU-T"]);
    assert_eq!(broken(LTR, "in 2023-2027", 9), ["in ", "2023-2027"]);
    assert_eq!(broken(LTR, "in 2023–2027", 9), ["in ", "2023–2027"]);
    assert_eq!(
        broken(LTR, "see https://itu.int/council/docs", 29),
        ["see ", "https://itu.int/council/docs"]
    );
}

#[test]
fn dates_and_units_stay_whole() {
    assert_eq!(
        broken(LTR, "on 22 November 2026", 17),
        ["on ", "22 November 2026"]
    );
    assert_eq!(
        broken(RTL, "يوم 22 نوفمبر 2026", 16),
        ["يوم ", "22 نوفمبر 2026"]
    );
    assert_eq!(
        broken(RTL, "يوم 22 تشرين الثاني 2026", 22),
        ["يوم ", "22 تشرين الثاني 2026"]
    );
    assert_eq!(
        broken(LTR, "band of 700 MHz,", 11),
        ["band of ", "700 MHz,"]
    );
    assert_eq!(
        broken(RTL, "مبلغ 5 ملايين فرنك", 10),
        ["مبلغ ", "5 ملايين ", "فرنك"]
    );
}

#[test]
fn prose_is_parted_after_a_hyphen() {
    assert_eq!(
        broken(LTR, "the decision-making", 14),
        ["the decision-", "making"]
    );
}

#[test]
fn a_code_longer_than_the_line_is_parted_all_the_same() {
    // UAX #14 sees no break in it.
    assert_eq!(broken(LTR, "C26/35(Rev.1)", 8), ["C26/35(R", "ev.1)"]);
    // Here it does, after the hyphen.
    assert_eq!(broken(LTR, "ITU-T", 4), ["ITU-", "T"]);
}

#[test]
fn a_word_longer_than_the_line_is_parted_between_clusters() {
    assert_eq!(broken(RTL, "الاستثناءات", 4), ["الاست", "ثناء", "ات"]);
}

#[test]
fn wide_clusters() {
    assert_eq!(crate::script::width("日本"), 4);
    let lines = LTR.wrap("日本", 3);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].width(), 2);
    let narrow = LTR.wrap("日", 1);
    assert_eq!(narrow[0].text(), "▯");
    assert_eq!(narrow[0].width(), 1);
    assert_eq!(narrow[0].cells[0].range, 0..3);
}

#[test]
fn emoji_take_two_columns_and_send_one_sign() {
    let family = "👩\u{200D}👩\u{200D}👧";
    let line = LTR.whole(family);
    assert_eq!(line.text(), "👩");
    assert_eq!(line.width(), 2);
    assert_eq!(line.cells[0].range, 0..family.len());
    assert_eq!(LTR.whole("👍\u{1F3FD}").text(), "👍");
    let flag = LTR.whole("🇩🇿");
    assert_eq!(flag.text(), "DZ");
    assert_eq!(flag.width(), 2);
    assert_eq!(flag.cells[1].range, 4..8);
    // It parts the letters on either side: beh isolated twice.
    assert_eq!(RTL.whole("ب🇩🇿ب").text(), "\u{FE8F}DZ\u{FE8F}");
    // Without its selector a heart takes one column in every terminal.
    assert_eq!(LTR.whole("❤\u{FE0F}").text(), "❤");
    assert_eq!(crate::script::width("❤\u{FE0F}"), 1);
}

#[test]
fn a_line_is_cut_at_its_logical_end() {
    let text = "council";
    assert_eq!(LTR.line(text, 7).text(), "council");
    let cut = LTR.line(text, 5);
    assert_eq!(cut.text(), "coun…");
    assert_eq!(cut.cells[4].range, 4..7);
    // Right to left: the beginning is at the right, the ellipsis at the left.
    let text = "مجلس الاتحاد";
    let cut = RTL.line(text, 6);
    assert_eq!(order(&cut, text), " الاتحاد|س|ل|ج|م");
    assert_eq!(cut.cells[0].text, "…");
    assert_eq!(cut.width(), 5);
    assert_eq!(LTR.line(text, 0).cells, []);
    assert_eq!(LTR.line(text, 1).text(), "…");
}

#[test]
fn a_line_cut_in_a_latin_word_ends_at_the_left() {
    let text = "مجلس council";
    let cut = RTL.line(text, 8);
    assert_eq!(order(&cut, text), "uncil|c|o| |س|ل|ج|م");
}

#[test]
fn newlines_in_a_line_become_blanks() {
    assert_eq!(LTR.line("one\r\ntwo", 10).text(), "one two");
    assert_eq!(LTR.whole("one\ttwo").text(), "one two");
}

#[test]
fn no_more_than_some_lines_and_an_ellipsis() {
    let text = "one two three four";
    let lines = LTR.at_most(text, 7, 2);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].text(), "one two");
    assert_eq!(lines[1].text(), "three…");
    // The ellipsis stands for what it hides.
    assert_eq!(lines[1].cells[5].range, 13..18);
    assert_eq!(lines[1].range, 8..18);
    // What fits is not cut.
    assert_eq!(LTR.at_most(text, 18, 1)[0].text(), text);
    assert_eq!(LTR.at_most(text, 7, 3), LTR.wrap(text, 7));
    assert_eq!(LTR.at_most(text, 7, 0), []);
    // Of a long text the beginning is looked at.
    let long = "word ".repeat(100_000);
    let lines = LTR.at_most(&long, 9, 2);
    assert_eq!(lines[1].text(), "word wor…");
    assert_eq!(lines[1].range, 10..500_000);
}

#[test]
fn a_long_paragraph_is_taken_in_stretches_and_its_lines_are_full() {
    // Five words of four letters, with the blanks between them, are 24 columns.
    let text = "كلمة ".repeat(10_000);
    let lines = AUTO.wrap(&text, 24);
    assert_eq!(lines.len(), 2_000);
    assert!(lines.iter().all(|line| line.width() == 24 && line.rtl));
    assert_eq!(AUTO.count(&text, 24), 2_000);
    assert!(
        lines
            .windows(2)
            .all(|two| two[0].range.end == two[1].range.start)
    );
    // Without a blank too, and in the direction in which the paragraph began.
    let text = format!("م{}", "a".repeat(100_000));
    let lines = AUTO.wrap(&text, 10);
    assert_eq!(lines.len(), 10_001);
    assert!(lines.iter().all(|line| line.rtl));
    assert_eq!(lines[9_999].width(), 10);
    assert_eq!(lines[10_000].width(), 1);
}

#[test]
fn only_what_is_asked_for_is_looked_at() {
    // A text of more than the memory of the machine could hold as clusters, were it all laid out.
    let text = "م".repeat(5 << 20);
    assert_eq!(AUTO.lines(&text, 40).take(3).count(), 3);
    assert_eq!(AUTO.line(&text, 40).width(), 40);
}

/// An ellipsis of the text is shown as any other sign; one that stands for what is cut off says so,
/// however little it hides.
#[test]
fn the_ellipsis_of_a_cut_is_told_from_one_of_the_text() {
    let cut = |text: &str, width: usize| {
        let cells = LTR.line(text, width).cells;
        let cut = cells
            .iter()
            .map(|cell| (cell.text.to_string(), cell.is_cut));
        cut.filter(|(text, _)| text == "…").collect::<Vec<_>>()
    };
    assert_eq!(cut("abc", 2), [("…".to_owned(), true)]);
    assert_eq!(cut("a…b", 3), [("…".to_owned(), false)]);
    assert_eq!(
        cut("…ab", 2),
        [("…".to_owned(), false), ("…".to_owned(), true)]
    );
}
