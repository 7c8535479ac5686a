//! What is sent to terminals that turn rows around, and what they make of it.

use std::borrow::Cow;

use proptest::prelude::*;
use unicode_bidi::{BidiInfo, Level};

use super::*;
use crate::script::mirroring::mirrored;
use crate::script::sent::{Seen, sent};

const WORDS: Layout = Layout {
    form: Form::Words,
    direction: Direction::RightToLeft,
};
const KITTY: Layout = Layout {
    form: Form::Kitty,
    direction: Direction::RightToLeft,
};

fn row(text: &str) -> Vec<&str> {
    text.split_inclusive(|_| true).collect()
}

fn seen<'a>(cells: &[&'a str]) -> Vec<Seen<'a>> {
    cells.iter().map(|text| Seen { text, font: 0 }).collect()
}

/// What is sent for the row that is to be seen, after the blank with which every row begins.
fn words(text: &str) -> String {
    let cells = row(text);
    let Some(order) = sent(Form::Words, &seen(&cells)) else {
        return text.to_owned();
    };
    order
        .iter()
        .map(|cell| cell.text(cells[cell.from]))
        .collect()
}

/// What a terminal shows that runs UAX #9 over the row, as PuTTY does.
fn terminal(sent: &str) -> String {
    let row = format!("\u{2800}{sent}");
    let bidi = BidiInfo::new(&row, Some(Level::ltr()));
    let levels = bidi.reordered_levels_per_char(&bidi.paragraphs[0], 0..row.len());
    let chars: Vec<char> = row.chars().collect();
    BidiInfo::reorder_visual(&levels)
        .into_iter()
        .skip(1)
        .map(|at| match levels[at].is_rtl() {
            true => mirrored(chars[at]).unwrap_or(chars[at]),
            false => chars[at],
        })
        .map(|ch| if ch == '\u{2800}' { ' ' } else { ch })
        .collect()
}

#[test]
fn words_stand_in_visual_order_and_their_letters_in_logical_order() {
    let line = WORDS.whole("مجلس ITU");
    assert_eq!(line.text(), "ITU\u{2800}\u{FEE3}\u{FEA0}\u{FEE0}\u{FEB2}");
    assert_eq!(line.width(), 8);
    assert_eq!(order(&line, "مجلس ITU"), "I|T|U| |م|ج|ل|س");
    assert_eq!(
        KITTY.whole("مجلس ITU").text(),
        "ITU \u{FEE3}\u{FEA0}\u{FEE0}\u{FEB2}"
    );
}

#[test]
fn two_words_keep_their_places() {
    let text = "من لا";
    let line = WORDS.whole(text);
    // Seen from the left: lam-alef, a blank, noon, meem.
    assert_eq!(line.text(), "\u{FEFB}\u{2800}\u{FEE3}\u{FEE6}");
    assert_eq!(order(&line, text), "لا| |م|ن");
    assert_eq!(line.cells[0].range, 5..9);
}

#[test]
fn marks_stay_on_their_letter() {
    let line = WORDS.whole("بِن");
    assert_eq!(line.text(), "\u{FE91}\u{650}\u{FEE6}");
    assert_eq!(line.cells[0].range, 0..4);
}

#[test]
fn kitty_gets_no_vowel_signs() {
    // Seen from the left: lam-alef with fathatan, meem, alef, kaf.
    let text = "كاملاً";
    let line = KITTY.whole(text);
    assert_eq!(line.text(), "\u{FEDB}\u{FE8E}\u{FEE3}\u{FEFC}");
    assert_eq!(line.cells[3].range, 6..12);
    // A hamza of its own is no vowel sign.
    assert_eq!(KITTY.whole("ا\u{655}").text(), "\u{FE8D}\u{655}");
    assert!(WORDS.whole(text).text().ends_with("\u{FEFC}\u{64B}"));
}

#[test]
fn signs_at_the_edge_of_a_word_stay_and_signs_within_are_mirrored_back() {
    // In brackets: the row shows "(سلجم)" from the left.
    assert_eq!(words("(سلجم)"), "(مجلس)");
    // A full stop at the left, where the sentence ends.
    assert_eq!(words(".سلجم"), ".مجلس");
    // A bracket opened between two words without a blank, seen "ب)ا" from the left.
    assert_eq!(words("ب)ا"), "ا(ب");
}

#[test]
fn a_row_without_arabic_is_sent_as_it_stands() {
    assert_eq!(words("│ C26/35 – agenda │"), "│ C26/35 – agenda │");
    assert_eq!(sent(Form::Visual, &seen(&["م"])), None);
    assert_eq!(sent(Form::Off, &seen(&["م"])), None);
}

#[test]
fn panes_beside_each_other_stay_apart() {
    for row in [
        "│سلجم│داحتا│",
        "│ سلجم │ ITU داحتا │ 2026 │",
        "│.٢٠٢٧-٢٠٢٦ ةيلام│ 12/3 دنب│",
        "─ سلجم ──── دنب ─",
        "2026و سلجم ITUـلا",
        "«سلجم»/(داحتا)",
    ] {
        assert_eq!(terminal(&words(row)), row);
    }
}

#[test]
fn digits_glued_to_the_right_of_a_word_stay_there_where_another_word_follows() {
    // "In the year 2026 (م)": the blank between the words is an ordinary one.
    let row = "ITU م2026 ماع";
    assert_eq!(words(row), "ITU\u{2800}عام 2026م");
    assert_eq!(terminal(&words(row)), row);
    // A border and a bracket between them.
    for row in ["م2026 │ (سلجم)", "ب)1 │ 3 سلجم x", "٣م5 سلجم7 داحتا"] {
        assert_eq!(terminal(&words(row)), row);
    }
    // With no word at its right it cannot be said.
    assert_eq!(terminal(&words("م2026 x")), "2026م x");
}

#[test]
fn in_kitty_each_font_is_turned_around_by_itself() {
    let cells = row("(سلجم");
    let fonts = [0, 0, 0, 1, 1];
    let seen: Vec<Seen<'_>> = cells
        .iter()
        .zip(fonts)
        .map(|(text, font)| Seen { text, font })
        .collect();
    let order = sent(Form::Kitty, &seen).unwrap();
    let from: Vec<usize> = order.iter().map(|cell| cell.from).collect();
    assert_eq!(from, [0, 2, 1, 4, 3]);
    // The bracket would be taken into the word beside it.
    let apart: Vec<bool> = order.iter().map(|cell| cell.other_weight).collect();
    assert_eq!(apart, [true, false, false, false, false]);
    assert!(order.iter().all(|cell| !cell.strong && !cell.mirrored));
    assert_eq!(order[0].text("("), Cow::Borrowed("("));
}

proptest! {
    #![proptest_config(crate::testing::cases(1000))]

    /// Whatever is on the row, the terminal shows it as it was to be seen.
    #[test]
    fn the_terminal_turns_the_row_back(
        pieces in prop::collection::vec("[ابتث]{1,4}|[٠-٩]{1,3}|[/.،«»│─-]| |[A-Z]{1,3}| [0-9]{1,4} |[ابتث]{1,3}[).│]?[0-9]{1,4}[ │]{1,3}[ابتث]{1,3} ", 0..16),
    ) {
        let row = pieces.concat();
        prop_assert_eq!(terminal(&words(&row)), row);
    }
}
