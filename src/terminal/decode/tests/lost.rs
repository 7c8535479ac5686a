//! What has begun and whose rest does not come.

use super::*;

#[test]
fn a_lone_escape_is_a_key_only_when_nothing_follows() {
    let escape = pressed(KeyCode::Esc, KeyModifiers::NONE);
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b", &mut out);
    assert_eq!(out, []);
    assert_eq!(decoder.patience(), Some(ESCAPE));
    decoder.give_up(&mut out);
    assert_eq!(out.as_slice(), std::slice::from_ref(&escape));
    assert_eq!(decoder.patience(), None);
    // While answers are on their way it may be the beginning of one.
    decoder.expect_answers();
    decoder.feed(b"\x1b", &mut out);
    assert_eq!(decoder.patience(), Some(ESCAPE_WHILE_ASKED));
    decoder.feed(b"[?6c\x1b", &mut out);
    assert_eq!(decoder.patience(), Some(ESCAPE), "the last one is there");
    assert_eq!(at_last(b"\x1b\x1b"), [escape.clone(), escape.clone()]);
    let up = pressed(KeyCode::Up, KeyModifiers::NONE);
    assert_eq!(whole(b"\x1b\x1b[A"), [escape, up]);
}

#[test]
fn alt_with_a_letter_that_could_open_a_sequence_is_a_key_in_the_end() {
    for letter in ['[', 'O', 'P', ']', 'X', '^', '_'] {
        let bytes = format!("\x1b{letter}");
        let mut modifiers = KeyModifiers::ALT;
        modifiers.set(KeyModifiers::SHIFT, letter.is_uppercase());
        let key = pressed(KeyCode::Char(letter), modifiers);
        assert_eq!(at_last(bytes.as_bytes()), [key], "{letter}");
    }
}

#[test]
fn what_lost_its_end_lets_the_next_control_key_through() {
    let interrupt = pressed(KeyCode::Char('c'), KeyModifiers::CONTROL);
    for begun in ["\x1bP>|XTerm(3", "\x1b]11;rgb", "\x1b[?64;1", "\x1bO1;"] {
        let out = whole(format!("{begun}\x03j").as_bytes());
        assert_eq!(out, [interrupt.clone(), typed('j')], "{begun:?}");
    }
    // Another sequence may begin in the middle of one.
    let up = pressed(KeyCode::Up, KeyModifiers::NONE);
    assert_eq!(whole(b"\x1bP>|XTerm\x1b[A"), [up]);
}

#[test]
fn what_lost_its_end_lets_any_key_through_once_it_is_given_up() {
    let escape = || pressed(KeyCode::Esc, KeyModifiers::NONE);
    let alt_x = KeyModifiers::ALT.union(KeyModifiers::SHIFT);
    let pasted = |text: &str| Decoded::Input(Event::Paste(text.to_owned()));
    for (begun, patience, becomes) in [
        // Alt-X and the like with a letter right behind it, which looks like the first of a string.
        ("\x1bXj", REST, vec![]),
        ("\x1b]j", REST, vec![]),
        // Answers and other sequences.
        ("\x1bP>|XTerm(3", REST, vec![]),
        ("\x1b[?64;1", REST, vec![]),
        ("\x1bO1;", REST, vec![]),
        ("\x1b[[", REST, vec![]),
        ("\x1b[M!", REST, vec![]),
        // Escape pressed after them.
        ("\x1bP>|XTerm\x1b", ESCAPE_WHILE_ASKED, vec![escape()]),
        (
            "\x1bX\x1b",
            ESCAPE_WHILE_ASKED,
            vec![pressed(KeyCode::Char('X'), alt_x), escape()],
        ),
        // What is there of a paste, without what may be half of its end.
        (
            "\x1b[200~مباني\x03",
            REST_OF_PASTE,
            vec![pasted("مباني\x03")],
        ),
        ("\x1b[200~q\x1b[20", REST_OF_PASTE, vec![pasted("q")]),
    ] {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        decoder.feed(begun.as_bytes(), &mut out);
        assert_eq!(out, [], "{begun:?}");
        assert_eq!(decoder.patience(), Some(patience), "{begun:?}");
        decoder.give_up(&mut out);
        assert_eq!(out, becomes, "{begun:?}");
        assert_eq!(decoder.patience(), None, "{begun:?}");
        out.clear();
        decoder.feed(b"q", &mut out);
        assert_eq!(out, [typed('q')], "{begun:?}");
    }
    // Half a letter.
    assert_eq!(at_last(b"\xD9"), []);
}

#[test]
fn an_answer_whose_escape_was_given_up_is_no_key() {
    let escape = || pressed(KeyCode::Esc, KeyModifiers::NONE);
    for (terminal, answers, _) in ANSWERS {
        let bytes = answers.as_bytes();
        // Only our own questions are waited for.
        let ours = terminal != "others";
        for (place, _) in bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| ours && **byte == 0x1B)
        {
            let (before, after) = bytes.split_at(place + 1);
            let mut decoder = Decoder::default();
            decoder.expect_answers();
            let mut out = Vec::new();
            decoder.feed(before, &mut out);
            if matches!(decoder.state, State::Text { .. }) {
                // Half of a string's end.
                continue;
            }
            decoder.give_up(&mut out);
            decoder.feed(after, &mut out);
            let keys: Vec<&Decoded> = out
                .iter()
                .filter(|decoded| matches!(decoded, Decoded::Input(_)))
                .collect();
            assert_eq!(keys, [&escape()], "{terminal} cut at {place}");
        }
    }
    // Pressed by a person, `[` and `P` are themselves.
    let mut decoder = Decoder::default();
    decoder.expect_answers();
    let mut out = Vec::new();
    for letter in ["[", "P", "[j", "?"] {
        decoder.feed(b"\x1b", &mut out);
        decoder.give_up(&mut out);
        decoder.feed(letter.as_bytes(), &mut out);
        assert!(decoder.patience().is_none_or(|patience| patience == ESCAPE));
        decoder.give_up(&mut out);
    }
    let letters: Vec<Decoded> = out.into_iter().filter(|key| *key != escape()).collect();
    let shifted = pressed(KeyCode::Char('P'), KeyModifiers::SHIFT);
    assert_eq!(
        letters,
        [typed('['), shifted, typed('['), typed('j'), typed('?')]
    );
}
