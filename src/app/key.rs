//! Keys as commands know them, whatever the layout of the keyboard.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key pressed, with what was held beside it. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Press {
    /// The key.
    pub code: KeyCode,
    /// Whether Control was held.
    pub control: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Press {
    /// A key alone.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            control: false,
            alt: false,
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
        }
    }

    /// The key for a command: an Arabic letter is the Latin key it stands on, an Arabic-Indic or
    /// Persian digit is its digit. ASCII stays what it is, also where the layout is Arabic.
    #[must_use]
    pub fn command(self) -> Self {
        let code = match self.code {
            KeyCode::Char(typed) => KeyCode::Char(latin_key(typed)),
            code => code,
        };
        Self { code, ..self }
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
        Some(Self { code, control, alt })
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

/// The US key on which the Arabic (101) layout has this character; the Persian letters and the
/// Arabic-Indic digits likewise. Anything else is itself.
#[must_use]
pub const fn latin_key(typed: char) -> char {
    match typed {
        'ض' => 'q',
        'ص' => 'w',
        'ث' => 'e',
        'ق' => 'r',
        'ف' => 't',
        'غ' => 'y',
        'ع' => 'u',
        'ه' => 'i',
        'خ' => 'o',
        'ح' => 'p',
        'ج' => '[',
        'د' => ']',
        'ش' => 'a',
        'س' => 's',
        'ي' | 'ی' => 'd',
        'ب' => 'f',
        'ل' => 'g',
        'ا' => 'h',
        'ت' => 'j',
        'ن' => 'k',
        'م' => 'l',
        'ك' | 'ک' => ';',
        'ط' => '\'',
        'ئ' => 'z',
        'ء' => 'x',
        'ؤ' => 'c',
        'ر' => 'v',
        '\u{FEFB}' => 'b',
        'ى' => 'n',
        'ة' => 'm',
        'و' => ',',
        'ز' => '.',
        'ظ' => '/',
        'ذ' => '`',
        '\u{064E}' => 'Q',
        '\u{064B}' => 'W',
        '\u{064F}' => 'E',
        '\u{064C}' => 'R',
        '\u{FEF9}' => 'T',
        'إ' => 'Y',
        '÷' => 'I',
        '×' => 'O',
        '؛' => 'P',
        '\u{0650}' => 'A',
        '\u{064D}' => 'S',
        '\u{FEF7}' => 'G',
        'أ' => 'H',
        'ـ' => 'J',
        '،' => 'K',
        '\u{0652}' => 'X',
        '\u{FEF5}' => 'B',
        'آ' => 'N',
        '؟' => '?',
        '٠' | '۰' => '0',
        '١' | '۱' => '1',
        '٢' | '۲' => '2',
        '٣' | '۳' => '3',
        '٤' | '۴' => '4',
        '٥' | '۵' => '5',
        '٦' | '۶' => '6',
        '٧' | '۷' => '7',
        '٨' | '۸' => '8',
        '٩' | '۹' => '9',
        other => other,
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
        ] {
            assert_eq!(Press::parse(name).unwrap().to_string(), told);
        }
        assert_eq!(Press::parse("nonsense"), None);
    }

    #[test]
    fn an_arabic_keyboard_gives_the_same_commands() {
        let command = |typed| Press::plain(KeyCode::Char(typed)).command();
        assert_eq!(command('ض'), Press::plain(KeyCode::Char('q')));
        assert_eq!(command('؟'), Press::plain(KeyCode::Char('?')));
        assert_eq!(command('٣'), Press::plain(KeyCode::Char('3')));
        assert_eq!(command('/'), Press::plain(KeyCode::Char('/')));
    }
}
