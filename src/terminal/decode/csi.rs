//! Control sequences: `CSI parameters intermediates final`.

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::super::reply::Reply;
use super::Decoded;
use super::keys::{self, Held};

/// What a sequence is; `begun` is all between `CSI` and the final byte.
pub fn decode(begun: &[u8], last: u8) -> Option<Decoded> {
    let (private, rest) = match begun.split_first() {
        Some((sign @ (b'<' | b'=' | b'>' | b'?'), rest)) => (Some(*sign), rest),
        _ => (None, begun),
    };
    let end = rest
        .iter()
        .position(|byte| (0x20..=0x2F).contains(byte))
        .unwrap_or(rest.len());
    let (numbers, intermediates) = rest.split_at_checked(end)?;
    let parameters = Parameters::read(numbers)?;
    match (private, intermediates, last) {
        (None, b"", _) => plain(&parameters, last),
        (None, b"$", b'y') => Some(Decoded::Reply(Reply::Mode {
            mode: parameters.number(0),
            state: parameters.number(1),
        })),
        (Some(b'?'), b"", b'c') => Some(Decoded::Reply(Reply::Primary(parameters.firsts()))),
        (Some(b'>'), b"", b'c') => Some(Decoded::Reply(Reply::Secondary(parameters.firsts()))),
        (Some(b'<'), b"", b'M' | b'm') => mouse(&parameters, last == b'm').map(input),
        _ => None,
    }
}

const fn input(event: Event) -> Decoded {
    Decoded::Input(event)
}

/// A sequence without a private sign: a key, the focus, or the cursor's place.
fn plain(parameters: &Parameters, last: u8) -> Option<Decoded> {
    let held = Held::of(parameters.parts(1));
    match last {
        b'R' if parameters.number(0) > 1 => Some(Decoded::Reply(Reply::Cursor {
            row: parameters.number(0),
            column: parameters.number(1),
        })),
        b'I' => Some(input(Event::FocusGained)),
        b'O' => Some(input(Event::FocusLost)),
        b'Z' => {
            let mut held = held;
            held.modifiers |= KeyModifiers::SHIFT;
            Some(input(held.key(KeyCode::BackTab)))
        }
        b'u' => kitty(parameters, held).map(input),
        b'~' if parameters.number(0) == 27 && parameters.count() == 3 => {
            let code = keys::unicode(u32::from(parameters.number(2)))?;
            Some(input(held.key(code)))
        }
        b'~' => Some(input(held.key(keys::numbered(parameters.number(0))?))),
        // rxvt: with Control, with Control and Shift.
        b'^' | b'@' => {
            let mut held = held;
            held.modifiers |= KeyModifiers::CONTROL;
            if last == b'@' {
                held.modifiers |= KeyModifiers::SHIFT;
            }
            Some(input(held.key(keys::numbered(parameters.number(0))?)))
        }
        // rxvt: an arrow with Shift.
        b'a'..=b'd' if parameters.count() == 0 => {
            let code = keys::lettered(last.to_ascii_uppercase())?;
            Some(input(keys::key(code, KeyModifiers::SHIFT)))
        }
        // A key has no number before it but 1.
        _ if parameters.number(0) <= 1 && parameters.count() <= 2 => {
            Some(input(held.key(keys::lettered(last)?)))
        }
        _ => None,
    }
}

/// `CSI key : shifted : base ; modifiers : kind ; text u`.
fn kitty(parameters: &Parameters, mut held: Held) -> Option<Event> {
    let (key, shifted) = match parameters.wide.as_slice() {
        [key, shifted, ..] => (*key, Some(*shifted).filter(|shifted| *shifted > 0)),
        [key] => (*key, None),
        [] => return None,
    };
    let shift = held.modifiers.contains(KeyModifiers::SHIFT);
    let mut code = keys::unicode(key)?;
    if shift && code == KeyCode::Tab {
        code = KeyCode::BackTab;
    } else if shift && let KeyCode::Char(letter) = code {
        let mut capital = letter.to_uppercase();
        code = match shifted.and_then(keys::unicode) {
            Some(shifted) => shifted,
            None => KeyCode::Char(
                capital
                    .next()
                    .filter(|_| capital.len() == 0)
                    .unwrap_or(letter),
            ),
        };
        held.modifiers.remove(KeyModifiers::SHIFT);
    }
    Some(held.key(code))
}

/// `CSI < button ; column ; row M` (pressed or moved) or `m` (let go), counted from 1.
fn mouse(parameters: &Parameters, released: bool) -> Option<Event> {
    if parameters.count() != 3 {
        return None;
    }
    let bits = parameters.number(0);
    let button = match bits & 0b11 {
        0 => Some(MouseButton::Left),
        1 => Some(MouseButton::Middle),
        2 => Some(MouseButton::Right),
        _ => None,
    };
    let moved = bits & 32 != 0;
    let kind = match (bits & 0b1100_0000, button, moved) {
        (0, Some(button), false) if released => MouseEventKind::Up(button),
        (0, Some(button), false) => MouseEventKind::Down(button),
        (0, Some(button), true) => MouseEventKind::Drag(button),
        (0, None, true) => MouseEventKind::Moved,
        (64, _, _) => match bits & 0b11 {
            0 => MouseEventKind::ScrollUp,
            1 => MouseEventKind::ScrollDown,
            2 => MouseEventKind::ScrollLeft,
            _ => MouseEventKind::ScrollRight,
        },
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    for (bit, held) in [
        (4, KeyModifiers::SHIFT),
        (8, KeyModifiers::ALT),
        (16, KeyModifiers::CONTROL),
    ] {
        modifiers.set(held, bits & bit != 0);
    }
    Some(Event::Mouse(MouseEvent {
        kind,
        column: parameters.number(1).saturating_sub(1),
        row: parameters.number(2).saturating_sub(1),
        modifiers,
    }))
}

/// Parameters parted by `;`, each of numbers parted by `:`; what is missing is 0.
struct Parameters {
    all: Vec<Vec<u16>>,
    /// The first one's numbers, which may be letters of Unicode.
    wide: Vec<u32>,
}

impl Parameters {
    /// Nothing where there is a sign other than digits, `;` and `:`.
    fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        if !bytes
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b':'))
        {
            return None;
        }
        let wide = |part: &str| -> Vec<u32> {
            let numbers = part.split(':');
            numbers.map(|number| number.parse().unwrap_or(0)).collect()
        };
        if text.is_empty() {
            let (all, wide) = (Vec::new(), Vec::new());
            return Some(Self { all, wide });
        }
        let parts: Vec<Vec<u32>> = text.split(';').map(wide).collect();
        let narrow = |part: &Vec<u32>| {
            part.iter()
                .map(|number| u16::try_from(*number).unwrap_or(u16::MAX))
                .collect()
        };
        Some(Self {
            all: parts.iter().map(narrow).collect(),
            wide: parts.into_iter().next().unwrap_or_default(),
        })
    }

    fn count(&self) -> usize {
        self.all.len()
    }

    fn parts(&self, index: usize) -> &[u16] {
        self.all.get(index).map_or(&[], Vec::as_slice)
    }

    fn number(&self, index: usize) -> u16 {
        self.parts(index).first().copied().unwrap_or(0)
    }

    fn firsts(&self) -> Vec<u16> {
        (0..self.count()).map(|index| self.number(index)).collect()
    }
}
