use crossterm::event::{KeyEvent, KeyEventKind, MouseButton, MouseEventKind};
use proptest::prelude::*;

use super::*;

mod lost;

fn decode(parts: &[&[u8]]) -> Vec<Decoded> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    for part in parts {
        decoder.feed(part, &mut out);
    }
    out
}

fn whole(bytes: &[u8]) -> Vec<Decoded> {
    decode(&[bytes])
}

/// What bytes come to when nothing follows.
fn at_last(bytes: &[u8]) -> Vec<Decoded> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(bytes, &mut out);
    decoder.give_up(&mut out);
    out
}

fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Decoded {
    Decoded::Input(Event::Key(KeyEvent::new(code, modifiers)))
}

fn typed(letter: char) -> Decoded {
    pressed(KeyCode::Char(letter), KeyModifiers::NONE)
}

/// What the terminals answer to the five questions, as it was recorded (Konsole, WezTerm, foot and
/// iTerm2: as their sources have it).
const ANSWERS: [(&str, &str, &[&str]); 11] = [
    (
        "xterm",
        "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1bP!|00000000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
        &[
            "v XTerm(379)",
            "m 8 0",
            "3 00000000",
            "2 41,379,0",
            "1 64,1,2,6,9,15,16,17,18,21,22,28",
        ],
    ),
    (
        "VTE",
        "\x1b[8;1$y\x1bP!|7E565445\x1b\\\x1b[>65;7006;1c\x1b[?65;1;9c",
        &["m 8 1", "3 7E565445", "2 65,7006,1", "1 65,1,9"],
    ),
    (
        "Konsole",
        "\x1bP>|Konsole 23.08.1\x1b\\\x1bP!|7E4B4445\x1b\\\x1b[>1;230801;0c\x1b[?62;1;4c",
        // 230801 does not fit a number of 16 bits and stands at its end.
        &["v Konsole 23.08.1", "3 7E4B4445", "2 1,65535,0", "1 62,1,4"],
    ),
    (
        "mlterm",
        "\x1b[8;0$y\x1bP!|000000\x1b\\\x1b[>24;279;0c\x1b[?63;1;2;3;4;6;7;15;18;22;29c",
        &[
            "m 8 0",
            "3 000000",
            "2 24,279,0",
            "1 63,1,2,3,4,6,7,15,18,22,29",
        ],
    ),
    (
        "kitty",
        "\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[>1;4000;26c\x1b[?62;c",
        &["v kitty(0.26.5)", "m 8 0", "2 1,4000,26", "1 62,0"],
    ),
    ("PuTTY", "\x1b[>0;136;0c\x1b[?6c", &["2 0,136,0", "1 6"]),
    (
        "tmux",
        "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c",
        &["v tmux 3.3a", "2 84,0,0", "1 1,2"],
    ),
    (
        "WezTerm",
        "\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\\x1b[8;2$y\x1bP!|00000000\x1b\\\x1b[>1;277;0c\x1b[?65;4;6;18;22c",
        &[
            "v WezTerm 20240203-110809-5046fc22",
            "m 8 2",
            "3 00000000",
            "2 1,277,0",
            "1 65,4,6,18,22",
        ],
    ),
    (
        "foot",
        "\x1bP>|foot(1.16.2)\x1b\\\x1b[8;0$y\x1bP!|464f4f54\x1b\\\x1b[>1;11602;0c\x1b[?62;4;22c",
        &[
            "v foot(1.16.2)",
            "m 8 0",
            "3 464f4f54",
            "2 1,11602,0",
            "1 62,4,22",
        ],
    ),
    (
        "iTerm2",
        "\x1bP>|iTerm2 3.5.0\x1b\\\x1b[>64;2500;0c\x1b[?64;1;2;4;6;17;18;21;22c",
        &["v iTerm2 3.5.0", "2 64,2500,0", "1 64,1,2,4,6,17,18,21,22"],
    ),
    // The answer to another question, ended with BEL, and kitty's flags: nobody's.
    (
        "others",
        "\x1b]11;rgb:0000/0000/0000\x07\x1b[?1u\x1b[?2026;2$y\x1b_Gi=1;OK\x1b\\\x1b[4;600;800t\x1b[0n\x1b[?6c",
        &["1 6"],
    ),
];

fn told(decoded: &Decoded) -> String {
    let numbers = |numbers: &[u16]| {
        let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
        numbers.join(",")
    };
    match decoded {
        Decoded::Reply(Reply::Version(text)) => format!("v {text}"),
        Decoded::Reply(Reply::Mode { mode, state }) => format!("m {mode} {state}"),
        Decoded::Reply(Reply::Tertiary(unit)) => format!("3 {unit}"),
        Decoded::Reply(Reply::Secondary(all)) => format!("2 {}", numbers(all)),
        Decoded::Reply(Reply::Primary(all)) => format!("1 {}", numbers(all)),
        other => format!("{other:?}"),
    }
}

#[test]
fn answers_are_read_wherever_they_are_cut() {
    for (terminal, answers, wanted) in ANSWERS {
        let bytes = answers.as_bytes();
        for cut in 0..=bytes.len() {
            let (before, after) = bytes.split_at(cut);
            let read: Vec<String> = decode(&[before, after]).iter().map(told).collect();
            assert_eq!(read, wanted, "{terminal} cut at {cut}");
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        let read: Vec<String> = decode(&single).iter().map(told).collect();
        assert_eq!(read, wanted, "{terminal} byte by byte");
    }
}

#[test]
fn keys_around_answers_are_keys() {
    for (terminal, answers, wanted) in ANSWERS {
        let out = whole(format!("م{answers}j\x1b[A{answers}").as_bytes());
        let keys: Vec<&Decoded> = out
            .iter()
            .filter(|decoded| matches!(decoded, Decoded::Input(_)))
            .collect();
        let up = pressed(KeyCode::Up, KeyModifiers::NONE);
        assert_eq!(keys, [&typed('م'), &typed('j'), &up], "{terminal}");
        assert_eq!(out.len(), 3 + 2 * wanted.len(), "{terminal}");
    }
}

#[test]
fn keys_are_known() {
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageUp, Tab, Up,
    };
    const NONE: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const ALT: KeyModifiers = KeyModifiers::ALT;
    const CTRL: KeyModifiers = KeyModifiers::CONTROL;
    for (bytes, code, modifiers) in [
        ("a", Char('a'), NONE),
        ("A", Char('A'), SHIFT),
        ("ض", Char('ض'), NONE),
        ("\u{1F44D}", Char('\u{1F44D}'), NONE),
        ("\r", Enter, NONE),
        ("\n", Char('j'), CTRL),
        ("\t", Tab, NONE),
        ("\x7f", Backspace, NONE),
        ("\x00", Char(' '), CTRL),
        ("\x03", Char('c'), CTRL),
        ("\x1a", Char('z'), CTRL),
        ("\x1f", Char('7'), CTRL),
        ("\x1bb", Char('b'), ALT),
        ("\x1bB", Char('B'), ALT.union(SHIFT)),
        ("\x1bل", Char('ل'), ALT),
        ("\x1b\x7f", Backspace, ALT),
        ("\x1b\r", Enter, ALT),
        ("\x1b[A", Up, NONE),
        ("\x1bOB", Down, NONE),
        ("\x1b[1;5D", Left, CTRL),
        ("\x1b[1;2F", End, SHIFT),
        ("\x1bOH", Home, NONE),
        ("\x1b[H", Home, NONE),
        ("\x1b[1~", Home, NONE),
        ("\x1b[3~", Delete, NONE),
        ("\x1b[3;5~", Delete, CTRL),
        ("\x1b[5~", PageUp, NONE),
        ("\x1b[Z", BackTab, SHIFT),
        ("\x1bOP", F(1), NONE),
        ("\x1bO5P", F(1), CTRL),
        ("\x1b[1;3R", F(3), ALT),
        ("\x1b[15~", F(5), NONE),
        ("\x1b[21~", F(10), NONE),
        ("\x1b[24;2~", F(12), SHIFT),
        ("\x1b[34~", F(20), NONE),
        ("\x1b[[A", F(1), NONE),
        ("\x1b[a", Up, SHIFT),
        ("\x1bOd", Left, CTRL),
        ("\x1b[3^", Delete, CTRL),
        ("\x1bOM", Enter, NONE),
        ("\x1bOp", Char('0'), NONE),
        ("\x1bOk", Char('+'), NONE),
        // kitty, and XTerm's modifyOtherKeys.
        ("\x1b[97u", Char('a'), NONE),
        ("\x1b[97;2u", Char('A'), NONE),
        ("\x1b[49:33;2u", Char('!'), NONE),
        ("\x1b[1590::113;5u", Char('ض'), CTRL),
        ("\x1b[27u", Esc, NONE),
        ("\x1b[9;2u", BackTab, SHIFT),
        ("\x1b[57399u", Char('0'), NONE),
        ("\x1b[57376u", F(13), NONE),
        ("\x1b[128077u", Char('\u{1F44D}'), NONE),
        ("\x1b[27;5;105~", Char('i'), CTRL),
    ] {
        assert_eq!(
            whole(bytes.as_bytes()),
            [pressed(code, modifiers)],
            "{bytes:?}"
        );
    }
}

#[test]
fn a_key_let_go_says_so() {
    let out = whole(b"\x1b[106;1:3u\x1b[1;1:2A");
    let kinds: Vec<KeyEventKind> = out
        .iter()
        .map(|decoded| match decoded {
            Decoded::Input(Event::Key(key)) => key.kind,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kinds, [KeyEventKind::Release, KeyEventKind::Repeat]);
}

#[test]
fn a_letter_that_was_cut_off_takes_nothing_with_it() {
    assert_eq!(whole(b"\xD9j"), [typed('j')]);
    assert_eq!(decode(&[b"\xD9", b"\x85"]), [typed('م')]);
    assert_eq!(whole(b"\x80\xFF\xC0\xD9\xD9\x85"), [typed('م')]);
    assert_eq!(
        whole(b"\xED\xA0\x80j"),
        [typed('j')],
        "half a surrogate pair"
    );
}

#[test]
fn a_paste_is_one_event_whatever_stands_in_it() {
    let paste = |text: &str| [Decoded::Input(Event::Paste(text.to_owned()))];
    for text in [
        "",
        "q مباني\r\n",
        "\x1b",
        "\x1b\x1b[201",
        "\x1b[A\x1b[200~",
        "a\x1b[20\x1b[2j",
    ] {
        let bytes = format!("\x1b[200~{text}\x1b[201~");
        assert_eq!(whole(bytes.as_bytes()), paste(text), "{text:?}");
        let single: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        assert_eq!(decode(&single), paste(text), "{text:?}");
    }
    let long = "a".repeat(LONGEST_PASTE + 10);
    let out = whole(format!("\x1b[200~{long}\x1b[201~j").as_bytes());
    assert_eq!(out.len(), 2);
    assert!(matches!(&out[0], Decoded::Input(Event::Paste(text)) if text.len() == LONGEST_PASTE));
}

#[test]
fn the_mouse_and_the_focus_are_known() {
    let mouse = |bytes: &[u8]| match whole(bytes).as_slice() {
        [Decoded::Input(Event::Mouse(mouse))] => (mouse.kind, mouse.column, mouse.row),
        other => panic!("{other:?}"),
    };
    let left = MouseButton::Left;
    assert_eq!(mouse(b"\x1b[<0;10;5M"), (MouseEventKind::Down(left), 9, 4));
    assert_eq!(mouse(b"\x1b[<0;10;5m"), (MouseEventKind::Up(left), 9, 4));
    assert_eq!(mouse(b"\x1b[<32;1;1M"), (MouseEventKind::Drag(left), 0, 0));
    assert_eq!(mouse(b"\x1b[<35;1;1M"), (MouseEventKind::Moved, 0, 0));
    assert_eq!(mouse(b"\x1b[<64;3;3M"), (MouseEventKind::ScrollUp, 2, 2));
    assert_eq!(mouse(b"\x1b[<65;3;3M"), (MouseEventKind::ScrollDown, 2, 2));
    // In its oldest form it is passed over, with its three bytes.
    assert_eq!(whole(b"\x1b[M !!j"), [typed('j')]);
    assert_eq!(whole(b"\x1b[I"), [Decoded::Input(Event::FocusGained)]);
    assert_eq!(whole(b"\x1b[O"), [Decoded::Input(Event::FocusLost)]);
}

#[test]
fn the_place_of_the_cursor_is_no_key() {
    let place = Decoded::Reply(Reply::Cursor { row: 2, column: 7 });
    assert_eq!(whole(b"\x1b[2;7R"), [place]);
}

#[test]
fn what_is_too_long_is_passed_over() {
    let long = "1".repeat(10_000);
    assert_eq!(whole(format!("\x1b[{long}~j").as_bytes()), [typed('j')]);
    let out = whole(format!("\x1bP>|{long}\x1b\\j").as_bytes());
    assert!(
        matches!(&out[0], Decoded::Reply(Reply::Version(text)) if text.len() == LONGEST_ANSWER - 2)
    );
    assert_eq!(out[1], typed('j'));
}

/// A string or a sequence that is no key, as terminals answer.
fn an_answer() -> impl Strategy<Value = String> {
    let string = ("[P\\]_^X]", "[ -~\u{80}-\u{10FFFF}]{1,40}", prop::bool::ANY).prop_map(
        |(opened, body, bell)| {
            let end = if bell && opened == "]" {
                "\x07"
            } else {
                "\x1b\\"
            };
            format!("\x1b{opened}{body}{end}")
        },
    );
    let sequence = ("[?>=]", "[0-9;:]{0,20}", "[ -/]{0,2}", "[@-~]")
        .prop_map(|(sign, numbers, between, last)| format!("\x1b[{sign}{numbers}{between}{last}"));
    prop_oneof![string, sequence]
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn any_bytes_are_taken(bytes in prop::collection::vec(any::<u8>(), 0..200), cut in 0..200_usize) {
        let (before, after) = bytes.split_at(cut.min(bytes.len()));
        let cut = decode(&[before, after]);
        prop_assert_eq!(cut, whole(&bytes));
        at_last(&bytes);
    }

    /// The same with bytes of which sequences are made.
    #[test]
    fn any_sequences_are_taken(text in "[\x1b\\[\\]P?>;:0-9OM~u$ycRA\x07\\\\]{0,80}", cut in 0..80_usize) {
        let (before, after) = text.as_bytes().split_at(cut.min(text.len()));
        prop_assert_eq!(decode(&[before, after]), whole(text.as_bytes()));
    }

    #[test]
    fn an_answer_is_never_a_key(answers in prop::collection::vec(an_answer(), 1..6)) {
        let all: String = answers.concat();
        let keys = whole(all.as_bytes())
            .into_iter()
            .filter(|decoded| matches!(decoded, Decoded::Input(_)))
            .count();
        prop_assert_eq!(keys, 0, "{:?}", all);
    }

    #[test]
    fn what_is_typed_is_what_comes(text in "[^\\p{Cc}]{0,40}") {
        let letters: String = whole(text.as_bytes())
            .iter()
            .map(|decoded| match decoded {
                Decoded::Input(Event::Key(KeyEvent { code: KeyCode::Char(letter), .. })) => *letter,
                other => panic!("{other:?}"),
            })
            .collect();
        prop_assert_eq!(letters, text);
    }
}
