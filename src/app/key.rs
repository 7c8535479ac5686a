//! Keys as commands know them, whatever the layout of the keyboard.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::keyboard::{Keyboard, azerty_digit};

/// One key pressed, with what was held beside it. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Press {
    /// The key.
    pub code: KeyCode,
    /// Whether Control was held.
    pub control: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held with a key that is no character: an arrow, Home, End.
    pub shift: bool,
}

impl Press {
    /// A key alone.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            control: false,
            alt: false,
            shift: false,
        }
    }

    /// The key as the terminal reported it, for a text field: what was typed stays what it is.
    #[must_use]
    pub fn typed(event: KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Self {
            code,
            control: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift: event.modifiers.contains(KeyModifiers::SHIFT)
                && !matches!(code, KeyCode::Char(_) | KeyCode::BackTab),
        }
    }

    /// The key for a command: an Arabic letter is the key it stands on ([`Keyboard::latin`]). A
    /// terminal has one byte for Ctrl-_, Ctrl-/ and Ctrl-7.
    #[must_use]
    pub fn command(self, keyboard: Keyboard) -> Self {
        let code = match self.code {
            KeyCode::Char('/' | '7') if self.control => KeyCode::Char('_'),
            KeyCode::Char(typed) => KeyCode::Char(keyboard.latin(typed)),
            code => code,
        };
        Self { code, ..self }
    }

    /// What else the key may stand for, where it is no command itself: without Shift, and the digit
    /// of the number row of AZERTY.
    #[must_use]
    pub fn instead(self) -> Option<Self> {
        match self.code {
            _ if self.shift => Some(Self {
                shift: false,
                ..self
            }),
            KeyCode::Char(typed) => azerty_digit(typed).map(|digit| Self {
                code: KeyCode::Char(digit),
                ..self
            }),
            _ => None,
        }
    }

    /// Whether the key is on a keyboard with Arabic letters: a Latin letter is where an Arabic one
    /// stands on its key, one that a person can read.
    #[must_use]
    pub fn is_on(self, keyboard: Keyboard) -> bool {
        match self.code {
            KeyCode::Char(key) if !self.control && !self.alt && key.is_ascii_alphabetic() => {
                keyboard.latin_key(key).is_some()
            }
            _ => true,
        }
    }

    /// The key as a person reads it, by the Arabic letter that stands on it where `arabic` says on
    /// which keyboard.
    #[must_use]
    pub fn told(self, arabic: Option<Keyboard>) -> String {
        let letter = match (arabic, self.code) {
            (Some(keyboard), KeyCode::Char(key)) if !self.control && !self.alt => {
                keyboard.arabic(key)
            }
            _ => None,
        };
        letter.unwrap_or_else(|| self.to_string())
    }

    /// Reads a key by its name, as the help prints it or as it is usually called, in any case: `g`,
    /// `Ctrl-Z`, `enter`, `Return`, `PgDn`, `↓`, `F1`. A letter alone is that letter: `G` is not
    /// `g`; with Control or Alt it is the small one. Nothing for what is no key.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (control, rest) = held(name, &["ctrl", "control"]);
        let (alt, rest) = held(rest, &["alt"]);
        let (shift, rest) = held(rest, &["shift"]);
        let mut characters = rest.chars();
        let known = NAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(rest));
        let code = match (known, characters.next()?, characters.as_str()) {
            (Some((_, code)), ..) => *code,
            (None, one, "") if control || alt => KeyCode::Char(one.to_ascii_lowercase()),
            (None, one, "") if shift => KeyCode::Char(one.to_ascii_uppercase()),
            (None, one, "") => KeyCode::Char(one),
            (None, 'f' | 'F', digits) => {
                KeyCode::F(digits.parse().ok().filter(|f| (1..=24).contains(f))?)
            }
            _ => return None,
        };
        Some(match code {
            KeyCode::Tab if shift => Self {
                code: KeyCode::BackTab,
                control,
                alt,
                shift: false,
            },
            _ => Self {
                code,
                control,
                alt,
                shift: shift && !matches!(code, KeyCode::Char(_)),
            },
        })
    }
}

/// The names of keys that are no characters, and of the blank.
const NAMES: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("return", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("escape", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("del", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("↑", KeyCode::Up),
    ("down", KeyCode::Down),
    ("↓", KeyCode::Down),
    ("left", KeyCode::Left),
    ("←", KeyCode::Left),
    ("right", KeyCode::Right),
    ("→", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pgup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("pgdn", KeyCode::PageDown),
    ("pgdown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
];

/// Whether a key is held beside the one that is named: `ctrl-` or `ctrl+` before it, under one of
/// these names; and what is left of the name.
fn held<'a>(name: &'a str, names: &[&str]) -> (bool, &'a str) {
    let parted = name.find(['-', '+']).map(|at| name.split_at(at));
    match parted {
        Some((before, rest)) if names.iter().any(|one| one.eq_ignore_ascii_case(before)) => {
            (true, rest.get(1..).unwrap_or_default())
        }
        _ => (false, name),
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.control {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(one) if self.control => write!(f, "{}", one.to_ascii_uppercase()),
            KeyCode::Char(one) => write!(f, "{one}"),
            KeyCode::Enter => f.write_str("Enter"),
            KeyCode::Esc => f.write_str("Esc"),
            KeyCode::Tab => f.write_str("Tab"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::Backspace => f.write_str("Backspace"),
            KeyCode::Delete => f.write_str("Delete"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::Home => f.write_str("Home"),
            KeyCode::End => f.write_str("End"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::F(number) => write!(f, "F{number}"),
            _ => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_and_tells_itself() {
        for (name, told) in [
            ("g", "g"),
            ("G", "G"),
            ("ctrl-z", "Ctrl-Z"),
            ("alt-left", "Alt-←"),
            ("f1", "F1"),
            ("f", "f"),
            ("space", "Space"),
            ("backtab", "Shift-Tab"),
            ("ctrl-shift-left", "Ctrl-Shift-←"),
        ] {
            assert_eq!(Press::parse(name).unwrap().to_string(), told);
        }
        assert_eq!(Press::parse("nonsense"), None);
    }

    #[test]
    fn a_key_is_known_by_what_the_help_prints_and_by_what_people_call_it() {
        for (names, key) in [
            (&["Enter", "ENTER", "return", "Return"][..], "enter"),
            (&["Esc", "ESC", "escape", "Escape"], "esc"),
            (&["Tab"], "tab"),
            (&["Shift-Tab", "shift-tab", "BackTab"], "backtab"),
            (&["Space"], "space"),
            (&["Backspace"], "backspace"),
            (&["Delete", "Del"], "delete"),
            (&["Up", "↑"], "up"),
            (&["Down", "↓"], "down"),
            (&["Left", "←"], "left"),
            (&["Right", "→"], "right"),
            (&["Home"], "home"),
            (&["End"], "end"),
            (&["PgUp", "pgup", "PageUp"], "pageup"),
            (&["PgDn", "pgdn", "PgDown", "PageDown"], "pagedown"),
            (&["F2"], "f2"),
            (&["Ctrl-L", "CTRL-L", "ctrl+l", "Control-L"], "ctrl-l"),
            (&["Ctrl-_"], "ctrl-_"),
            (&["Alt-B", "alt+b"], "alt-b"),
            (&["Alt-←", "Alt-Left"], "alt-left"),
            (&["Ctrl-Shift-←"], "ctrl-shift-left"),
            (&["Shift-g"], "G"),
        ] {
            let wanted = Press::parse(key);
            assert!(wanted.is_some(), "{key}");
            for name in names {
                assert_eq!(Press::parse(name), wanted, "{name}");
            }
        }
        // A letter alone stays that letter, also where a name begins with it.
        for letter in ["g", "G", "y", "Y", "F", "B", "-", "+"] {
            let one = letter.chars().next().unwrap();
            assert_eq!(Press::parse(letter), Some(Press::plain(KeyCode::Char(one))));
        }
        for none in ["", "ctrl-", "f0", "f99", "fr", "Ctrl-nothing"] {
            assert_eq!(Press::parse(none), None, "{none}");
        }
    }

    #[test]
    fn what_the_help_prints_of_a_command_is_read_back() {
        for command in crate::app::command::COMMANDS {
            for sequence in command.sequences() {
                for press in sequence {
                    assert_eq!(Press::parse(&press.to_string()), Some(press));
                }
            }
        }
    }

    #[test]
    fn an_arabic_keyboard_gives_the_same_commands() {
        let command = |name| Press::parse(name).unwrap().command(Keyboard::Qwerty);
        for (typed, meant) in [
            ("ض", "q"),
            ("؟", "?"),
            ("٣", "3"),
            ("/", "/"),
            ("ctrl-ؤ", "ctrl-c"),
            // One byte for all three.
            ("ctrl-7", "ctrl-_"),
            ("ctrl-/", "ctrl-_"),
        ] {
            assert_eq!(Some(command(typed)), Press::parse(meant));
        }
    }

    #[test]
    fn shift_counts_with_keys_that_are_no_characters() {
        let event = |code| Press::typed(KeyEvent::new(code, KeyModifiers::SHIFT));
        assert_eq!(event(KeyCode::Left), Press::parse("shift-left").unwrap());
        assert_eq!(event(KeyCode::Char('G')), Press::parse("G").unwrap());
        assert_eq!(event(KeyCode::Tab), Press::parse("backtab").unwrap());
        let plain = Press::parse("shift-down").unwrap().instead();
        assert_eq!(plain, Press::parse("down"));
    }
}
