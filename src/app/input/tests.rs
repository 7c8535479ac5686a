use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

/// A line with this typed into it, letter by letter.
fn typed(text: &str) -> Input {
    let mut input = Input::default();
    for letter in text.chars() {
        assert_eq!(input.type_in(letter, false), Room::Enough);
    }
    input
}

/// The text with a bar where the caret stands.
fn shown(input: &Input) -> String {
    let (before, behind) = input.text().split_at(input.caret().at);
    format!("{before}|{behind}")
}

#[test]
fn marks_go_with_their_letter() {
    let mut input = typed("مُجلس");
    input.go(Move::Start, false, false);
    input.go(Move::On, false, false);
    assert_eq!(input.caret().at, "مُ".len());
    assert!(input.erase(Move::Back, false));
    assert_eq!(input.text(), "جلس");
    assert!(!input.erase(Move::Back, false));
}

#[test]
fn erasing() {
    for (text, at, to, wanted) in [
        // A word is letters and digits; what stands between blanks goes whole.
        ("مباني C26/35", 17, Move::WordBack, "مباني C26/|"),
        ("مباني C26/35", 17, Move::BlankBack, "مباني |"),
        ("مباني C26/35 ", 18, Move::BlankBack, "مباني |"),
        ("one two", 4, Move::Start, "|two"),
        ("one two", 4, Move::End, "one |"),
        ("one two", 3, Move::WordOn, "one|"),
        ("one two", 4, Move::On, "one |wo"),
        // Lam and alef are two.
        ("سلا", 6, Move::Back, "سل|"),
        ("سلا", 2, Move::On, "س|ا"),
    ] {
        let mut input = typed(text);
        input.go(Move::Start, false, false);
        while input.caret().at < at {
            input.go(Move::On, false, false);
        }
        assert_eq!(input.caret().at, at, "{text}");
        assert!(input.erase(to, false));
        assert_eq!(shown(&input), wanted);
    }
}

#[test]
fn typing_takes_the_place_of_what_is_selected() {
    let mut input = typed("مجلس 26");
    // Left in an Arabic line leads on, right leads back.
    input.go(Move::Start, false, false);
    input.go(Move::Left, true, false);
    input.go(Move::Left, true, false);
    assert_eq!(input.selected(), 0.."مج".len());
    input.type_in('x', false);
    assert_eq!(shown(&input), "x|لس 26");
    input.select_all();
    assert!(input.erase(Move::Back, false));
    assert_eq!(shown(&input), "|");
    assert!(input.undo());
    assert_eq!(input.text(), "xلس 26");
    assert_eq!(input.selected(), 0..input.text().len());
}

#[test]
fn a_code_in_an_arabic_line_is_selected_to_its_end() {
    // The caret at the left end: to the right through the word and the blank, and past the C.
    for (moves, steps) in [(Move::Right, 5), (Move::WordRight, 2)] {
        let mut input = typed("البند C26/35 مجلس");
        for _ in 0..6 {
            input.go(Move::Right, false, true);
        }
        assert_eq!(shown(&input), "البند C|26/35 مجلس");
        for _ in 0..steps {
            input.go(moves, true, true);
        }
        let selected = input.selected();
        assert_eq!(input.text().get(selected), Some("26/35"));
        // And back again to where it began.
        for _ in 0..5 {
            input.go(Move::Left, true, true);
        }
        assert!(input.selected().is_empty());
    }
}

#[test]
fn an_arrow_lets_go_of_a_selection_at_its_end_that_is_seen_there() {
    for (to, wanted) in [(Move::Left, "مجلس|"), (Move::Right, "|مجلس")] {
        let mut input = typed("مجلس");
        input.select_all();
        input.go(to, false, false);
        assert_eq!(shown(&input), wanted);
        assert!(input.selected().is_empty());
    }
}

#[test]
fn undo_takes_back_a_word_at_a_time_and_redo_makes_it_again() {
    let mut input = typed("مباني المقر");
    assert!(input.undo());
    assert_eq!(shown(&input), "مباني |");
    assert!(input.undo());
    assert_eq!(shown(&input), "|");
    assert!(!input.undo());
    assert!(input.redo());
    assert!(input.redo());
    assert_eq!(shown(&input), "مباني المقر|");
    assert!(!input.redo());
    // What is erased in a row comes back at once, to where it was.
    for _ in 0..3 {
        input.erase(Move::Back, false);
    }
    assert_eq!(shown(&input), "مباني ال|");
    input.undo();
    assert_eq!(shown(&input), "مباني المقر|");
    // A change after that leaves nothing to make again.
    input.type_in('x', false);
    assert!(!input.redo());
    // Moving parts what is typed.
    let mut input = typed("ab");
    input.go(Move::Start, false, false);
    input.type_in('c', false);
    input.undo();
    assert_eq!(shown(&input), "|ab");
}

#[test]
fn a_paste_becomes_one_line_of_plain_letters() {
    for (pasted, wanted) in [
        ("مباني\nالمقر\u{1b}", "مباني المقر"),
        ("\r\n  one  \r\n\r\n\ttwo \n", "one two"),
        ("one  two", "one  two"),
        ("a\tb", "a b"),
        // Presentation forms: lam-alef, initial and final letters, a lone mark.
        ("\u{FEFB}\u{FEDF}\u{FEA0}\u{FEE8}\u{FE94}", "لالجنة"),
        ("\u{FEDF}\u{FE76}", "ل\u{64E}"),
        ("\u{FEDF}\u{FCF2}", "ل\u{64E}\u{651}"),
        ("\u{FE81}\u{FDF2}", "\u{622}الله"),
        // Signs of their own are no forms of letters.
        ("\u{FDFC} \u{FDFA}", "\u{FDFC} \u{FDFA}"),
        // Direction marks, a byte order mark, a soft hyphen.
        ("\u{202B}\u{FEFF}مج\u{200F}لس\u{202C}\u{AD}", "مجلس"),
        // What a terminal was told goes whole: colours, a title, a link, a set of letters.
        (
            "\u{1B}[31mred\u{1B}[0m \u{9B}1;4mم\u{1B}(B\u{1B}[m",
            "red م",
        ),
        ("\u{1B}]0;title\u{7}مجلس\u{1B}Pq#0\u{1B}\\", "مجلس"),
        (
            "\u{1B}]8;;https://itu.int\u{1B}\\ITU\u{1B}]8;;\u{1B}\\ ok",
            "ITU ok",
        ),
        // Without an end it may be text.
        ("\u{1B}]0;title\nمجلس", "]0;title مجلس"),
        ("\u{1B}[31م\u{1B}", "[31م"),
        // Tatweel goes where it stretches, and stays where it says something.
        ("مجـــلس", "مجلس"),
        ("محـَمد", "محـَمد"),
        ("١٤٤٢ هـ", "١٤٤٢ هـ"),
        ("ــ", "ــ"),
        ("مـ", "مـ"),
        ("دـــدـ1ـم", "ددـ1ـم"),
        // Composed letters.
        ("e\u{301}", "é"),
        ("ا\u{654}", "أ"),
        // What shapes Persian stays.
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("C26/35(Rev.1)", "C26/35(Rev.1)"),
    ] {
        let mut input = Input::default();
        input.paste(pasted, false);
        assert_eq!(input.text(), wanted, "{pasted:?}");
    }
}

#[test]
fn the_key_of_lam_alef_types_two_letters_and_tatweel_is_typed() {
    let mut input = Input::default();
    for key in ['\u{FEFB}', 'ـ', '\u{FEF7}', '\u{202E}'] {
        input.type_in(key, true);
    }
    assert_eq!(shown(&input), "لاـلأ|");
    input.erase(Move::Back, true);
    assert_eq!(shown(&input), "لاـل|");
}

#[test]
fn a_full_line_says_so_and_keeps_what_it_has() {
    let mut input = Input::default();
    assert_eq!(input.paste(&"م".repeat(100_000), true), Room::Full);
    assert_eq!(input.text().chars().count(), 512);
    assert_eq!(input.type_in('x', true), Room::Full);
    assert_eq!(input.text().chars().count(), 512);
    // What comes after a heap of nothing is not lost in silence, and not looked for: 4,096
    // characters are looked at.
    for (nothing, room, taken) in [(4_095, Room::Enough, "a"), (4_096, Room::Full, "")] {
        let mut input = Input::default();
        let heap = format!("{}a", "\n".repeat(nothing));
        assert_eq!((input.paste(&heap, true), input.text()), (room, taken));
    }
    // In place of what is selected there is room.
    input.go(Move::Back, true, true);
    assert_eq!(input.type_in('x', true), Room::Enough);
    assert!(input.text().ends_with("مx"));
    // A letter is not parted from its marks: it comes whole or not.
    let mut input = Input::default();
    let marked = format!("{}e{}", "a".repeat(510), "\u{323}".repeat(3));
    assert_eq!(input.paste(&marked, false), Room::Full);
    assert_eq!(input.text(), "a".repeat(510));
}

#[test]
fn a_long_paragraph_is_pasted_whole_into_a_text() {
    let lines = Lines {
        width: 78,
        rtl: true,
    };
    // A page in one line is no more than a page in many.
    for letter in ["م", "a"] {
        let mut input = Input::of_lines("", lines);
        let page = format!("{}\nlast", letter.repeat(5_000));
        assert_eq!(input.paste(&page, true), Room::Enough);
        assert!(input.text() == page, "{letter}");
        // So is one whose letters are stretched, of which less is left than comes.
        let mut input = Input::of_lines("", lines);
        let stretched = "مـ".repeat(10_000) + "م";
        assert_eq!(input.paste(&stretched, true), Room::Enough);
        assert!(input.text() == "م".repeat(10_001));
    }
    // What has no room is told.
    let mut input = Input::of_lines("", lines);
    assert_eq!(input.paste(&"a".repeat(16_385), true), Room::Full);
    assert_eq!(input.text().chars().count(), 16_384);
    let mut input = Input::of_lines("", lines);
    let endless = format!("{}a", "\u{200E}".repeat(131_072));
    assert_eq!(
        (input.paste(&endless, true), input.text()),
        (Room::Full, "")
    );
}

#[test]
fn a_mark_that_joins_what_follows_takes_the_caret_behind_it() {
    let mut input = Input::default();
    input.type_in('\u{301}', false);
    input.go(Move::Start, false, false);
    input.type_in('e', false);
    assert_eq!(shown(&input), "e\u{301}|");
    input.undo();
    assert_eq!(shown(&input), "|\u{301}");
}

/// What a person may do to a line.
#[derive(Debug, Clone)]
enum Act {
    Type(char),
    Paste(String),
    Go(Move, bool),
    Erase(Move),
    All,
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let to = || {
        prop::sample::select(vec![
            Move::Left,
            Move::Right,
            Move::WordLeft,
            Move::WordRight,
            Move::Back,
            Move::On,
            Move::WordBack,
            Move::WordOn,
            Move::BlankBack,
            Move::Start,
            Move::End,
        ])
    };
    let letter = prop_oneof![
        4 => prop::char::range('ء', 'ي'),
        1 => prop::sample::select(vec!['\u{FEFB}', 'ـ', '\u{64E}', '\u{651}', '\u{200D}', '\u{301}', '🇩', '👩', '\u{FE0F}', '\u{202E}']),
        3 => prop::char::range('a', 'z'),
        2 => prop::sample::select(vec![' ', '1', '٣', '/', '(', '.']),
        1 => any::<char>(),
    ];
    prop_oneof![
        8 => letter.prop_map(Act::Type),
        2 => ".{0,12}|[ء-ي \n\u{FE70}-\u{FEFC}]{0,12}".prop_map(Act::Paste),
        6 => (to(), any::<bool>()).prop_map(|(to, select)| Act::Go(to, select)),
        3 => to().prop_map(Act::Erase),
        1 => Just(Act::All),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn is_boundary(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
}

proptest! {
    #![proptest_config(crate::testing::cases(400))]

    #[test]
    fn the_caret_stays_between_clusters_and_undo_gives_back_every_text(
        acts in prop::collection::vec(act(), 1..50), rtl in any::<bool>(),
    ) {
        let mut input = Input::default();
        // Texts that were there, each of which undo gives back in its turn.
        let mut texts = vec![String::new()];
        for act in acts {
            let before = input.text().to_owned();
            match act {
                Act::Type(letter) => { input.type_in(letter, rtl); }
                Act::Paste(text) => { input.paste(&text, rtl); }
                Act::Go(to, select) => input.go(to, select, rtl),
                Act::Erase(to) => { input.erase(to, rtl); }
                Act::All => input.select_all(),
                Act::Undo => { input.undo(); }
                Act::Redo => { input.redo(); }
            }
            let caret = input.caret();
            prop_assert!(is_boundary(input.text(), caret.at), "{:?} {:?}", input.text(), caret);
            prop_assert!(is_boundary(input.text(), caret.anchor), "{:?} {:?}", input.text(), caret);
            prop_assert!(input.text().chars().count() <= LONGEST);
            prop_assert!(!input.text().chars().any(char::is_control));
            if input.text() != before {
                texts.push(input.text().to_owned());
            }
        }
        let last = input.text().to_owned();
        let mut steps = 0;
        while input.undo() {
            steps += 1;
            prop_assert!(texts.iter().any(|text| text == input.text()));
        }
        prop_assert_eq!(input.text(), "");
        for _ in 0..steps {
            prop_assert!(input.redo());
        }
        prop_assert_eq!(input.text(), last);
    }

    #[test]
    fn an_arrow_and_the_other_one_lead_back(
        letters in "[ء-يa-c1-3 (./]{0,16}", steps in 0_usize..16, rtl in any::<bool>(),
    ) {
        let mut input = Input::default();
        for letter in letters.chars() {
            input.type_in(letter, rtl);
        }
        for _ in 0..steps {
            input.go(Move::Left, false, rtl);
        }
        let here = input.caret();
        for (one, other) in [(Move::Left, Move::Right), (Move::Right, Move::Left)] {
            input.go(one, false, rtl);
            if input.caret() != here {
                input.go(other, false, rtl);
                prop_assert_eq!(input.caret(), here);
            }
        }
    }
}
