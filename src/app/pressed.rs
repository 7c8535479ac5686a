//! Keys and pastes as they come in: typed where there is a line to type in, else commands.

use crossterm::event::KeyCode;

use crate::report::Language;
use crate::words::ui;

use super::App;
use super::command::{Command, Context, Resolved, named, resolve};
use super::input::{LONGEST, Room};
use super::key::Press;
use super::keyboard::{is_arabic, lam_alef, may_be_half};

impl App {
    /// Takes a key.
    ///
    /// The key of lam-alef comes as the letters lam and alef, one right after the other, on systems
    /// whose keys send no other character. So a lam waits for what comes next, or for
    /// [`settle`](Self::settle).
    pub fn key(&mut self, press: Press) {
        if let Some(lam) = self.half.take() {
            if let Some(both) = lam_alef_of(press) {
                self.take(both);
                return;
            }
            self.take(lam);
        }
        let commands = self.context() != Context::Picker || !self.pending.is_empty();
        if commands && letter_of(press).is_some_and(may_be_half) {
            self.half = Some(press);
            return;
        }
        self.take(press);
    }

    /// Runs a command by itself, as if its keys had been pressed; says where it does not apply.
    pub fn run(&mut self, command: &Command) {
        self.settle();
        self.pending.clear();
        self.message = None;
        if command.when.holds(self.context()) {
            (command.run)(self);
        } else {
            self.message = Some(ui::NOT_HERE.into());
        }
    }

    /// The usual key of a command, as it stands on the keyboard in use.
    #[must_use]
    pub fn key_of(&self, command: &str) -> String {
        named(command).map_or_else(String::new, |command| command.key(self.arabic_keys()))
    }

    /// Whether a key waits to be settled.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.half.is_some()
    }

    /// Nothing came right after the last key: it was a whole one.
    pub fn settle(&mut self) {
        if let Some(lam) = self.half.take() {
            self.take(lam);
        }
    }

    fn take(&mut self, press: Press) {
        self.message = None;
        let context = self.context();
        if press.control {
            // Ctrl-C and Ctrl-Z do not wait for the end of another command.
            self.pending.clear();
        }
        if context == Context::Picker && self.pending.is_empty() && self.type_key(press) {
            return;
        }
        match letter_of(press) {
            Some(letter) if is_arabic(letter) => self.arabic = true,
            Some(letter) if letter.is_ascii_alphabetic() => self.arabic = false,
            _ => {}
        }
        match self.meaning(context, press.command(self.keyboard)) {
            Resolved::Run(command) => {
                self.pending.clear();
                (command.run)(self);
            }
            Resolved::Pending => {}
            Resolved::Nothing => {
                // Escape takes back keys that were pressed before it, and says nothing.
                let given_up = self.pending.len() > 1 && press.code == KeyCode::Esc;
                // Over a slow line Escape and the key after it come at once, and cannot be told from
                // that key with Alt. Where that means nothing, they were pressed one after the other.
                if press.alt && !press.control {
                    self.pending.pop();
                    self.take(Press::plain(KeyCode::Esc));
                    self.key(Press {
                        alt: false,
                        ..press
                    });
                    return;
                }
                self.pending.clear();
                if context != Context::Picker && !given_up {
                    self.message = Some(ui::NO_SUCH_KEY.into());
                }
            }
        }
    }

    /// What the keys pressed so far come to with one more, or with what it may stand for instead.
    fn meaning(&mut self, context: Context, press: Press) -> Resolved {
        let mut next = Some(press);
        while let Some(press) = next {
            self.pending.push(press);
            let resolved = resolve(context, &self.pending);
            if !matches!(resolved, Resolved::Nothing) {
                return resolved;
            }
            next = press.instead();
            if next.is_some() {
                self.pending.pop();
            }
        }
        Resolved::Nothing
    }

    /// Types a key into the layer on top; says whether it was one to type. Control and Alt together
    /// are AltGr on some systems, and type.
    fn type_key(&mut self, press: Press) -> bool {
        let KeyCode::Char(typed) = press.code else {
            return false;
        };
        let rtl = self.rtl();
        let Some(layer) = self
            .layers
            .last_mut()
            .filter(|_| press.control == press.alt)
        else {
            return false;
        };
        let room = layer.input_mut().type_in(typed, rtl);
        self.came_in(room);
        true
    }

    /// Takes text that was pasted; without a line to type in it goes nowhere.
    pub fn paste(&mut self, text: &str) {
        self.settle();
        let rtl = self.rtl();
        if let Some(layer) = self.layers.last_mut() {
            let room = layer.input_mut().paste(text, rtl);
            self.came_in(room);
        }
    }

    /// Searches or narrows after something was typed, and says what had no room.
    fn came_in(&mut self, room: Room) {
        self.message = match room {
            Room::Enough => None,
            Room::Full => Some(ui::line_full(LONGEST)),
        };
        self.typed();
    }

    /// Whether the interface runs from right to left.
    pub(super) fn rtl(&self) -> bool {
        self.language == Language::Arabic
    }
}

/// The letter of a key pressed alone.
fn letter_of(press: Press) -> Option<char> {
    match press.code {
        KeyCode::Char(letter) if !press.control && !press.alt => Some(letter),
        _ => None,
    }
}

/// The key of a lam-alef that came as two letters, by the second.
fn lam_alef_of(second: Press) -> Option<Press> {
    let both = letter_of(second).and_then(lam_alef)?;
    Some(Press::plain(KeyCode::Char(both)))
}
