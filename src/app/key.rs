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

    /// Reads `g`, `G`, `ctrl-z`, `enter`, `f1`; nothing for what is no key.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (control, rest) = match name.strip_prefix("ctrl-") {
            Some(rest) => (true, rest),
            None => (false, name),
        };
        let (alt, rest) = match rest.strip_prefix("alt-") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (shift, rest) = match rest.strip_prefix("shift-") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let code = match rest {
            "enter" => KeyCode::Enter,
            "esc" => KeyCode::Esc,
            "tab" => KeyCode::Tab,
            "backtab" => KeyCode::BackTab,
            "backspace" => KeyCode::Backspace,
            "delete" => KeyCode::Delete,
            "up" => KeyCode::Up,
            "down" => KeyCode::Down,
            "left" => KeyCode::Left,
            "right" => KeyCode::Right,
            "home" => KeyCode::Home,
            "end" => KeyCode::End,
            "pageup" => KeyCode::PageUp,
            "pagedown" => KeyCode::PageDown,
            "space" => KeyCode::Char(' '),
            other => {
                let mut characters = other.chars();
                match (characters.next(), characters.as_str()) {
                    (Some(one), "") => KeyCode::Char(one),
                    (Some('f'), digits) => KeyCode::F(digits.parse().ok()?),
                    _ => return None,
                }
            }
        };
        Some(Self {
            code,
            control,
            alt,
            shift,
        })
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
