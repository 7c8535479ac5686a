//! Where a caret is seen, and where it goes. Columns are counted with one free column at the left.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::script::{CaretLine, Direction, Form, Layout, Lean, typed_rtl};

fn line(text: &str, otherwise: bool) -> CaretLine {
    CaretLine::new(text, otherwise, Form::Visual, usize::MAX)
}

/// The bytes through which a caret passes from the left end of the line to the right.
fn walk(text: &str, lean: Lean) -> Vec<usize> {
    let line = line(text, false);
    let mut at = line.at(0, lean).unwrap();
    let mut passed = vec![at];
    while line.right(at, lean) != at {
        at = line.right(at, lean);
        passed.push(at);
    }
    passed
}

#[test]
fn where_the_direction_changes_a_place_has_two_gaps() {
    // Seen from the left: a, b, blank, then jeem and meem, for مج stands the other way round.
    let text = "ab مج";
    let shown = line(text, false);
    assert_eq!(shown.line().text(), "ab ﺞﻣ");
    let (blank, meem, end) = (2, 3, 7);
    // Before the blank there is one.
    assert_eq!(shown.gap(blank, Lean::Outer), 2);
    assert_eq!(shown.gap(blank, Lean::Inner), 2);
    // Before the meem: Latin goes behind the blank, Arabic to the right of the meem.
    assert_eq!(shown.gap(meem, Lean::Outer), 3);
    assert_eq!(shown.gap(meem, Lean::Inner), 5);
    // At the end: Latin goes to the right of all, Arabic to the left of the jeem.
    assert_eq!(shown.gap(end, Lean::Outer), 5);
    assert_eq!(shown.gap(end, Lean::Inner), 3);
    // The cursor is on the cell beside the gap in the direction of writing.
    assert_eq!(shown.cursor(end, Lean::Outer), 6);
    assert_eq!(shown.cursor(end, Lean::Inner), 3);
    assert_eq!(shown.cursor(meem, Lean::Outer), 4);
    assert_eq!(shown.cursor(meem, Lean::Inner), 5);
}

#[test]
fn arrows_pass_through_every_place_once() {
    // Seen: a b blank jeem meem. m is at 3, j at 5, the end at 7.
    assert_eq!(walk("ab مج", Lean::Outer), [0, 1, 2, 3, 5, 7]);
    assert_eq!(walk("ab مج", Lean::Inner), [0, 1, 2, 7, 5, 3]);
    // From right to left with a number: the end is at the left, the number runs the other way.
    assert_eq!(walk("بند 12", Lean::Outer), [9, 8, 7, 6, 4, 2, 0]);
    assert_eq!(walk("بند 12", Lean::Inner), [7, 8, 9, 6, 4, 2, 0]);
}

#[test]
fn after_typing_the_caret_stays_with_the_letter_typed() {
    for (text, otherwise, column) in [
        // Latin: behind it. Arabic: at its left, in the free column.
        ("ab", false, 3),
        ("مج", false, 0),
        // Arabic behind Latin: on the blank at its left, for the next letter goes there.
        ("ab مج", false, 3),
        // A blank is of the paragraph.
        ("ab مج ", false, 7),
        // A number in an Arabic line grows to the right: it stands at the left end, in two cells.
        ("بند 12", false, 3),
        ("بند 12 ", false, 0),
        // Numbers alone run as the interface does, and grow to the right all the same.
        ("12", true, 3),
        ("12", false, 3),
        // A code in an Arabic line.
        ("قرار C26/35", false, 7),
    ] {
        let line = line(text, otherwise);
        let lean = line.after_typing(text.len());
        assert_eq!(line.cursor(text.len(), lean), column, "{text}");
    }
}

#[test]
fn a_run_of_the_other_direction_is_seen_with_its_caret() {
    let text = "بند C26";
    let shown = line(text, false);
    // C26 in columns 1 to 3, the caret at its right on the blank.
    assert_eq!(shown.around(text.len(), Lean::Inner), 1..5);
    // At the left end of the line, in the free column.
    assert_eq!(shown.around(text.len(), Lean::Outer), 0..1);
    assert_eq!(shown.around(0, Lean::Outer), 7..8);
}

#[test]
fn words_end_where_the_eye_sees_them_end() {
    let text = "ab بند C26";
    let shown = line(text, false);
    // Seen from the left: ab, then بند from right to left, then C26.
    let lean = Lean::Outer;
    assert_eq!(shown.word_right(0, lean), 2);
    // Over the blank and the Arabic word, whose right end is where it begins: under this lean the
    // gap is that of the place behind it.
    let right_of_band = shown.word_right(2, lean);
    assert_eq!(shown.gap(right_of_band, lean), 6);
    assert_eq!(shown.word_right(right_of_band, lean), text.len());
    let left_of_code = shown.word_left(text.len(), lean);
    assert_eq!(shown.gap(left_of_code, lean), 7);
    assert_eq!(shown.gap(shown.word_left(left_of_code, lean), lean), 3);
    assert_eq!(shown.word_left(2, lean), 0);
    assert_eq!(shown.word_left(0, lean), 0);
}

#[test]
fn lam_and_alef_come_apart_for_the_caret_between_them() {
    let text = "بلا";
    let whole = CaretLine::new(text, false, Form::Visual, text.len());
    assert_eq!(whole.line().text(), "\u{FEFC}\u{FE91}");
    let apart = CaretLine::new(text, false, Form::Visual, "بل".len());
    // A medial lam and a final alef.
    assert_eq!(apart.line().text(), "\u{FE8E}\u{FEE0}\u{FE91}");
    // On the alef, which is behind it; one to the right on the lam; one to the left beyond it.
    assert_eq!(apart.cursor("بل".len(), Lean::Outer), 1);
    assert_eq!(apart.right("بل".len(), Lean::Outer), "ب".len());
    assert_eq!(apart.left("بل".len(), Lean::Outer), text.len());
    assert_eq!(whole.cursor("ب".len(), Lean::Outer), 1);
    assert_eq!(whole.cursor(text.len(), Lean::Outer), 0);
    // Each keeps its own mark.
    let marked = "لَآ";
    let apart = CaretLine::new(marked, false, Form::Visual, "لَ".len());
    assert_eq!(apart.line().text(), "\u{FE82}\u{FEDF}\u{64E}");
}

#[test]
fn a_line_without_a_letter_runs_as_the_interface_does() {
    assert!(typed_rtl("", true));
    assert!(typed_rtl("12 (", true));
    assert!(!typed_rtl("12 (", false));
    assert!(!typed_rtl("12 a", true));
    assert!(typed_rtl("12 م", false));
}

#[test]
fn the_form_for_terminals_that_do_it_all_is_in_logical_order() {
    let text = "مج ab";
    let line = CaretLine::new(text, false, Form::Off, text.len());
    assert_eq!(line.line().text(), text);
    assert_eq!(line.gap("م".len(), Lean::Outer), 1);
    assert_eq!(line.cursor(text.len(), Lean::Outer), 6);
}

/// The line is as without a caret; every gap has a place of its own and every place a gap, and the
/// arrows lead back.
fn sound(text: &str, otherwise: bool, caret: usize) {
    let direction = match typed_rtl(text, otherwise) {
        true => Direction::RightToLeft,
        false => Direction::LeftToRight,
    };
    let plain = Layout::new(Form::Visual, direction).whole(text);
    assert_eq!(line(text, otherwise).line(), &plain);
    let line = CaretLine::new(text, otherwise, Form::Visual, caret);
    let mut places: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    places.push(text.len());
    for lean in [Lean::Outer, Lean::Inner] {
        let mut gaps: Vec<usize> = places.iter().map(|at| line.gap(*at, lean)).collect();
        gaps.sort_unstable();
        assert!(
            gaps.iter().copied().eq(0..places.len()),
            "{text:?} {gaps:?}"
        );
        for at in &places {
            let gap = line.gap(*at, lean);
            assert_eq!(line.at(gap, lean), Some(*at));
            assert!(line.cursor(*at, lean) <= line.line().width() + 1);
            let (left, right) = (line.left(*at, lean), line.right(*at, lean));
            assert_eq!(gap == 0, left == *at);
            assert_eq!(gap == places.len() - 1, right == *at);
            if left != *at {
                assert_eq!(line.right(left, lean), *at, "{text:?}");
            }
            if right != *at {
                assert_eq!(line.left(right, lean), *at, "{text:?}");
            }
        }
        let far_left = line.at(0, lean).unwrap();
        let mut at = far_left;
        for _ in &places {
            at = line.word_right(at, lean);
        }
        assert_eq!(line.gap(at, lean), places.len() - 1);
        for _ in &places {
            at = line.word_left(at, lean);
        }
        assert_eq!(at, far_left);
    }
}

#[test]
fn every_short_line_is_sound() {
    let signs = ['a', 'ب', '1', '١', ' ', '('];
    for length in 0..=5_u32 {
        for number in 0..6_usize.pow(length) {
            let text: String = (0..length)
                .map(|place| signs[number / 6_usize.pow(place) % 6])
                .collect();
            sound(&text, number % 2 == 1, usize::MAX);
        }
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn every_line_that_can_be_typed_is_sound(
        pieces in prop::collection::vec(prop_oneof![
            4 => "[ء-يپچکگ]{1,5}", 2 => "لا|لآ|لَا|ﷺ", 2 => "[ء-يً-ْـ\u{200C}\u{200D}]{1,5}",
            3 => "[a-zA-Z]{1,5}", 2 => "[0-9٠-٩/+.,:%-]{1,5}", 2 => "[()«»<>]", 3 => " {1,2}",
            1 => "日本|👍🏽|👩\u{200D}👧|❤\u{FE0F}|🇩🇿|é\u{301}|क्षि",
        ], 0..8),
        otherwise in any::<bool>(), place in any::<prop::sample::Index>(),
    ) {
        let text = pieces.concat();
        let mut places: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        places.push(text.len());
        sound(&text, otherwise, *place.get(&places));
    }

    #[test]
    fn any_text_can_hold_a_caret(text in any::<String>(), at in 0_usize..40) {
        let line = CaretLine::new(&text, false, Form::Visual, usize::MAX);
        prop_assert_eq!(line.line().width(), crate::script::width(&text));
        for lean in [Lean::Outer, Lean::Inner] {
            prop_assert!(line.cursor(at, lean) <= line.line().width() + 1);
            let _ = (line.left(at, lean), line.right(at, lean), line.word_left(at, lean));
        }
    }
}
