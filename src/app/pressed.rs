//! Keys and pastes as they come in: typed where there is a line to type in, else commands.

use crossterm::event::KeyCode;

use crate::report::Language;
use crate::words::ui;

use super::command::{Command, Context, Resolved, continuations, named, resolve};
use super::desk::permit::Wanted;
use super::input::Room;
use super::key::Press;
use super::keyboard::{is_arabic, lam_alef, may_be_half};
use super::{App, Layer};

/// The commands that act on what a search finds.
const ON_HITS: [&str; 7] = [
    "accept",
    "complete",
    "picker-down",
    "picker-up",
    "field-before",
    "picker-page-down",
    "picker-page-up",
];
/// So many keys wait at most; nobody presses more without looking.
const MOST_HELD: usize = 64;

/// What waits for the answer of a search.
pub(super) enum Held {
    Key(Press),
    Paste(String),
}

impl App {
    /// Takes a key. One that acts on what a search finds waits, with all that come after it, for the
    /// answer to what was typed before it.
    ///
    /// The key of lam-alef comes as the letters lam and alef, one right after the other, on systems
    /// whose keys send no other character. So a lam waits for what comes next, or for
    /// [`settle`](Self::settle).
    pub fn key(&mut self, press: Press) {
        let along = self.is_along();
        // A form may have been closed since, with the record that it showed.
        self.mind_forms();
        self.fresh.key();
        self.touched();
        let before = self.in_hand();
        self.pressed_key(press);
        self.has_moved |= self.in_hand() != before;
        self.stays();
        self.mind_forms();
        self.ask_of_clash();
        self.ask_of_typed();
        self.after_key(along);
        self.note_typing();
    }

    fn pressed_key(&mut self, press: Press) {
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
            self.obey(command);
        } else {
            self.message = Some(ui::NOT_HERE.into());
        }
        self.mind_forms();
    }

    /// Does what a command does; where it changes something and the person may not, says why.
    pub(super) fn obey(&mut self, command: &Command) {
        let may = match (command.changes(), command.is_of_call()) {
            (false, _) => true,
            (true, true) => self.may(Wanted::Call),
            // What was typed before and not added is read all the same.
            (true, false) => command.adds() || self.may(Wanted::Any),
        };
        if may {
            (command.run)(self);
        }
    }

    /// The usual key of a command, as it stands on the keyboard in use. No line ends within it.
    #[must_use]
    pub fn key_of(&self, command: &str) -> String {
        let key = named(command).map(|command| command.key(self.arabic_keys()));
        key.unwrap_or_default().replace(' ', "\u{a0}")
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
        if self.is_held(press) {
            return;
        }
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
        let shifted = letter_of(press)
            .filter(|_| self.arabic)
            .and_then(|typed| self.keyboard.shifted(typed));
        let command = match shifted {
            Some(key) => Press::plain(KeyCode::Char(key)),
            None => press.command(self.keyboard),
        };
        match self.meaning(context, command) {
            Resolved::Run(command) => {
                self.pending.clear();
                self.obey(command);
            }
            Resolved::Pending => self.mind_new(context),
            Resolved::Nothing => {
                // Escape takes back keys that were pressed before it, and says nothing.
                let given_up = self.pending.len() > 1 && press.code == KeyCode::Esc;
                // Over a slow line Escape and the key after it come at once, and cannot be told from
                // that key with Alt. Where that means nothing, they were pressed one after the other.
                if press.alt && !press.control {
                    self.pending.pop();
                    self.take(Press::plain(KeyCode::Esc));
                    self.pressed_key(Press {
                        alt: false,
                        ..press
                    });
                    return;
                }
                // A key may be a command that applies elsewhere.
                let there = resolve(Context::List, &self.pending);
                let elsewhere = matches!(context, Context::Form | Context::Question)
                    && !matches!(there, Resolved::Nothing);
                let there = match there {
                    Resolved::Run(command) => Some(command.name),
                    _ => None,
                };
                let begins_text = context == Context::Form && letter_of(press).is_some();
                self.pending.clear();
                if context != Context::Picker && !given_up {
                    self.message = Some(if begins_text {
                        self.said_of_letter(there)
                    } else if elsewhere {
                        ui::NOT_WHILE_OPEN.into()
                    } else {
                        ui::NO_SUCH_KEY.into()
                    });
                }
            }
        }
    }

    /// Keys that can only come to something new say at once why there can be none, unless something was filled
    /// in before that can be read. The next key is still one of theirs: it does nothing else.
    fn mind_new(&mut self, context: Context) {
        let is_new = continuations(context, &self.pending).all(|(command, _)| command.adds());
        if is_new && !self.desk.has_begun() {
            self.may(Wanted::Any);
        }
    }

    /// Whether a key waits for the answer of the search, or took back the keys that do.
    fn is_held(&mut self, press: Press) -> bool {
        if !self.is_searching() {
            return false;
        }
        let command = match resolve(Context::Picker, &[press.command(self.keyboard)]) {
            Resolved::Run(command) => Some(command),
            Resolved::Pending | Resolved::Nothing => None,
        };
        if command.is_some_and(|command| command.when.holds(Context::List)) {
            // What applies everywhere does not wait: Ctrl-C, Ctrl-Z.
            return false;
        }
        if press.code == KeyCode::Esc && !self.held.is_empty() {
            self.held.clear();
            return true;
        }
        let acts = command.is_some_and(|command| {
            let at_once = command.name == "complete"
                && matches!(self.layers.last(), Some(Layer::Search(search)) if search.names_field());
            ON_HITS.contains(&command.name) && !at_once
        });
        if self.held.is_empty() && !acts {
            return false;
        }
        self.hold(Held::Key(press));
        true
    }

    fn hold(&mut self, held: Held) {
        if self.held.len() < MOST_HELD {
            self.held.push(held);
        }
    }

    /// The answer has come: what waited for it is taken.
    pub(super) fn release(&mut self) {
        for held in std::mem::take(&mut self.held) {
            match held {
                Held::Key(press) => self.take(press),
                Held::Paste(text) => self.paste(&text),
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
        let is_typed = press.control == press.alt;
        if is_typed && !self.may_type() {
            return true;
        }
        if is_typed {
            self.mind_offered();
        }
        let input = self.layers.last_mut().and_then(Layer::input_mut);
        let Some(input) = input.filter(|_| is_typed) else {
            return false;
        };
        let (room, longest) = (input.type_in(typed, rtl), input.longest());
        self.came_in(room, longest);
        true
    }

    /// Takes text that was pasted; without a line to type in it goes nowhere.
    pub fn paste(&mut self, text: &str) {
        self.settle();
        if !self.held.is_empty() {
            self.hold(Held::Paste(text.to_owned()));
            return;
        }
        if !self.may_type() {
            return;
        }
        let rtl = self.rtl();
        let text = self.line_of_paste(text);
        let top = self.layers.last_mut().filter(|layer| layer.types());
        if let Some(input) = top.and_then(Layer::input_mut) {
            let (room, longest) = (input.paste(text, rtl), input.longest());
            self.came_in(room, longest);
        }
    }

    /// Searches or narrows after something was typed, and says what had no room.
    pub(super) fn came_in(&mut self, room: Room, longest: usize) {
        self.message = match room {
            Room::Enough => None,
            Room::Full => Some(ui::line_full(longest)),
        };
        self.typed();
        self.note_typing();
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
