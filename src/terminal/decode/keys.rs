//! Keys: letters, control characters, and the numbers and letters of key sequences.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers};

/// A key pressed.
pub const fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// A letter typed; a capital tells of Shift.
pub fn letter(letter: char) -> Event {
    let shift = if letter.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    key(KeyCode::Char(letter), shift)
}

/// The same with Alt, which was sent as an ESC before it.
pub fn with_alt(event: Event) -> Event {
    match event {
        Event::Key(mut key) => {
            key.modifiers |= KeyModifiers::ALT;
            Event::Key(key)
        }
        other => other,
    }
}

/// A control character or DEL.
pub fn control(byte: u8) -> Event {
    let (code, modifiers) = match byte {
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x7F => (KeyCode::Backspace, KeyModifiers::NONE),
        0x00 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
        // Ctrl-4 to Ctrl-7, as xterm has them.
        0x1C..=0x1F => (
            KeyCode::Char(char::from(byte - 0x1C + b'4')),
            KeyModifiers::CONTROL,
        ),
        _ => (
            KeyCode::Char(char::from(byte.saturating_sub(1) % 26 + b'a')),
            KeyModifiers::CONTROL,
        ),
    };
    key(code, modifiers)
}

/// The letter of these bytes, once they are whole.
pub fn utf8(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

/// What was held (XTerm's number, 1 for nothing), whether it is a press, and the locks.
#[derive(Clone, Copy)]
pub struct Held {
    pub modifiers: KeyModifiers,
    pub kind: KeyEventKind,
    pub state: KeyEventState,
}

impl Held {
    /// Of `modifiers : kind`; what is missing is 1.
    pub fn of(parameter: &[u16]) -> Self {
        let mask = parameter.first().map_or(0, |number| number.max(&1) - 1);
        let held = [
            (1, KeyModifiers::SHIFT),
            (2, KeyModifiers::ALT),
            (4, KeyModifiers::CONTROL),
            (8, KeyModifiers::SUPER),
            (16, KeyModifiers::HYPER),
            (32, KeyModifiers::META),
        ];
        let locks = [
            (64, KeyEventState::CAPS_LOCK),
            (128, KeyEventState::NUM_LOCK),
        ];
        Self {
            modifiers: held
                .into_iter()
                .filter(|(bit, _)| mask & bit != 0)
                .fold(KeyModifiers::NONE, |all, (_, one)| all | one),
            kind: match parameter.get(1) {
                Some(2) => KeyEventKind::Repeat,
                Some(3) => KeyEventKind::Release,
                _ => KeyEventKind::Press,
            },
            state: locks
                .into_iter()
                .filter(|(bit, _)| mask & bit != 0)
                .fold(KeyEventState::NONE, |all, (_, one)| all | one),
        }
    }

    /// A key with this held.
    pub const fn key(self, code: KeyCode) -> Event {
        Event::Key(KeyEvent {
            code,
            modifiers: self.modifiers,
            kind: self.kind,
            state: self.state,
        })
    }
}

/// The key that `CSI … letter` and `SS3 letter` have in common.
pub const fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The key of `CSI number ~`.
pub fn numbered(number: u16) -> Option<KeyCode> {
    let function = |first: u16, from: u16| u8::try_from(number - first + from).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        _ => None,
    }
}

/// A key of `SS3 modifiers letter`: cursor and function keys, and the keypad in its application
/// mode.
pub fn ss3(modifiers: &[u8], letter: u8) -> Option<Event> {
    // `SS3 1 ; 5 P` and `SS3 5 P`: the last number counts.
    let number = modifiers
        .rsplit(|byte| *byte == b';')
        .next()
        .and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok())
        .unwrap_or(1);
    let mut held = Held::of(&[number]);
    let code = match letter {
        b'M' => KeyCode::Enter,
        // rxvt: an arrow with Control.
        b'a'..=b'd' => {
            held.modifiers |= KeyModifiers::CONTROL;
            lettered(letter.to_ascii_uppercase())?
        }
        b'j'..=b'y' => KeyCode::Char(char::from(letter - b'j' + b'*')),
        b'X' => KeyCode::Char('='),
        b'I' => KeyCode::Tab,
        b' ' => KeyCode::Char(' '),
        _ => lettered(letter)?,
    };
    Some(held.key(code))
}

/// The key of a number in `CSI number u` (kitty) and `CSI 27 ; modifiers ; number ~` (XTerm): a
/// letter of Unicode, or one of kitty's keys in the private use area. Keys that only modify, lock or
/// play music are nobody's.
pub fn unicode(number: u32) -> Option<KeyCode> {
    let function = |first: u32, from: u32| u8::try_from(number - first + from).ok().map(KeyCode::F);
    match number {
        8 | 127 => Some(KeyCode::Backspace),
        9 => Some(KeyCode::Tab),
        13 | 57414 => Some(KeyCode::Enter),
        27 => Some(KeyCode::Esc),
        57361 => Some(KeyCode::PrintScreen),
        57362 => Some(KeyCode::Pause),
        57363 => Some(KeyCode::Menu),
        57376..=57398 => function(57376, 13),
        57399..=57408 => char::from_digit(number - 57399, 10).map(KeyCode::Char),
        57409 => Some(KeyCode::Char('.')),
        57410 => Some(KeyCode::Char('/')),
        57411 => Some(KeyCode::Char('*')),
        57412 => Some(KeyCode::Char('-')),
        57413 => Some(KeyCode::Char('+')),
        57415 => Some(KeyCode::Char('=')),
        57416 => Some(KeyCode::Char(',')),
        57417 => Some(KeyCode::Left),
        57418 => Some(KeyCode::Right),
        57419 => Some(KeyCode::Up),
        57420 => Some(KeyCode::Down),
        57421 => Some(KeyCode::PageUp),
        57422 => Some(KeyCode::PageDown),
        57423 => Some(KeyCode::Home),
        57424 => Some(KeyCode::End),
        57425 => Some(KeyCode::Insert),
        57426 => Some(KeyCode::Delete),
        57427 => Some(KeyCode::KeypadBegin),
        // The rest of kitty's keys.
        57344..=63743 => None,
        _ => char::from_u32(number)
            .filter(|letter| !letter.is_control())
            .map(KeyCode::Char),
    }
}
