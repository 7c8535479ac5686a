//! Properties of any text.

use proptest::prelude::*;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::*;
use crate::script::sanitise::{Fate, fate, invisible};
use crate::script::{isolate, sanitise, width};

/// Pieces that meet in reports, and pieces that should not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ء-يپچکگی]{1,8}",
        2 => "[ء-يً-ْـ\u{200C}\u{200D}]{1,8}",
        2 => "[a-zA-Z]{1,8}",
        2 => "[0-9٠-٩/+.,:-]{1,6}",
        2 => "[()«»<>\\[\\]{}]",
        3 => "[ \t]{1,3}",
        1 => "[\n\r\u{2029}]",
        2 => "[日本한글👩👍\u{1F3FD}\u{200D}\u{FE0F}❤🇩🇿]{1,6}",
        // Marks of other scripts, jamo that join into a syllable, unassigned and private ones.
        1 => "[ae\u{301}\u{20DD}क\u{93F}\u{94D}\u{1100}\u{1161}\u{11A8}]{1,6}",
        1 => "[\u{378}\u{530}\u{E000}\u{2FFFF}\u{1FAFF}\u{FDD5}]{1,2}",
        1 => "[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FDD0}\u{FDD1}\u{1B}\u{9B}\u{200E}\u{61C}]",
        1 => "[0-9-]{1,9}".prop_map(|code| isolate(&code)),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn layouts() -> impl Strategy<Value = Layout> {
    let form = prop_oneof![
        Just(Form::Visual),
        Just(Form::Words),
        Just(Form::Kitty),
        Just(Form::Off)
    ];
    let direction = prop_oneof![
        Just(Direction::Auto),
        Just(Direction::Dominant),
        Just(Direction::LeftToRight),
        Just(Direction::RightToLeft)
    ];
    (form, direction).prop_map(|(form, direction)| Layout::new(form, direction))
}

/// Whether a cell must show the character; the others may lie in the range of a cell.
fn shown(ch: char) -> bool {
    matches!(fate(ch), Fate::Keep | Fate::Replace(_)) && !invisible(ch)
}

fn check_cells(line: &Line, text: &str) {
    for cell in &line.cells {
        assert!(text.get(cell.range.clone()).is_some());
        assert!((1..=2).contains(&cell.width));
        assert_eq!(cell.text.width(), usize::from(cell.width), "{cell:?}");
        // A terminal adds up its characters one by one, ratatui takes the cell as a whole.
        let columns: usize = cell.text.chars().filter_map(|ch| ch.width()).sum();
        assert_eq!(columns, usize::from(cell.width), "{cell:?}");
        assert!(!cell.text.is_heap_allocated());
        for ch in cell.text.chars() {
            assert!(!ch.is_control() && shown(ch), "{cell:?}");
        }
    }
}

/// How often each byte is covered by a cell.
fn covered(lines: &[Line], text: &str) -> Vec<usize> {
    let mut count = vec![0; text.len()];
    for cell in lines.iter().flat_map(|line| &line.cells) {
        for byte in cell.range.clone() {
            count[byte] += 1;
        }
    }
    count
}

proptest! {
    #![proptest_config(crate::testing::cases(1000))]

    #[test]
    fn a_whole_line_shows_every_character_once(text in text(), layout in layouts()) {
        let line = layout.whole(&text);
        check_cells(&line, &text);
        prop_assert_eq!(line.width(), layout.width(&text));
        let count = covered(std::slice::from_ref(&line), &text);
        prop_assert!(count.iter().all(|count| *count <= 1));
        for (at, ch) in text.char_indices().filter(|(_, ch)| shown(*ch)) {
            prop_assert_eq!(count[at], 1, "{:?}", ch);
        }
    }

    #[test]
    fn wrapping_keeps_to_the_width_and_loses_nothing(
        text in text(), layout in layouts(), columns in 1_usize..30,
    ) {
        let lines = layout.wrap(&text, columns);
        prop_assert!(!lines.is_empty());
        prop_assert_eq!(layout.count(&text, columns), lines.len());
        for line in &lines {
            check_cells(line, &text);
            prop_assert!(line.width() <= columns);
        }
        for pair in lines.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start);
        }
        let count = covered(&lines, &text);
        prop_assert!(count.iter().all(|count| *count <= 1));
        for (at, ch) in text.char_indices().filter(|(_, ch)| shown(*ch)) {
            prop_assert!(count[at] == 1 || ch.is_whitespace(), "{:?}", ch);
            prop_assert!(lines.iter().any(|line| line.range.contains(&at)));
        }
        for line in &lines {
            for cell in &line.cells {
                prop_assert!(line.range.start <= cell.range.start);
                prop_assert!(cell.range.end <= line.range.end);
            }
        }
    }

    #[test]
    fn a_cut_line_keeps_to_the_width(text in text(), layout in layouts(), columns in 0_usize..30) {
        let line = layout.line(&text, columns);
        check_cells(&line, &text);
        prop_assert!(line.width() <= columns);
        let whole = layout.whole(&text);
        if whole.width() <= columns {
            prop_assert_eq!(line, whole);
        }
    }

    #[test]
    fn any_text_at_all(text in any::<String>(), columns in 1_usize..12) {
        for layout in [AUTO, RTL, OFF] {
            for line in layout.wrap(&text, columns) {
                check_cells(&line, &text);
                prop_assert!(line.width() <= columns);
            }
            check_cells(&layout.whole(&text), &text);
        }
        prop_assert_eq!(width(&text), AUTO.whole(&text).width());
        let clean = sanitise(&text);
        prop_assert_eq!(sanitise(&clean), clean.clone());
        prop_assert!(!clean.chars().any(char::is_control));
    }

    #[test]
    fn columns_lead_back_to_their_cell(text in text(), layout in layouts()) {
        let line = layout.whole(&text);
        for (column, cell) in line.columns() {
            prop_assert_eq!(line.byte_at(column), Some(cell.range.clone()));
            prop_assert_eq!(line.column_of(cell.range.start), Some(column));
        }
    }
}
