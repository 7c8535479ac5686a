//! The form in which Arabic is sent, while the screen is open: chosen by what is known, chosen again
//! when the terminal has answered, asked for where nothing is known, changed by hand.

use crossterm::event::KeyCode;

use crate::app::key::Press;
use crate::app::keyboard::Keyboard;
use crate::script::Form;
use crate::terminal::which::{
    Answers, Choice, Identity, Kind, Reason, Surroundings, Wish, Word, choose, identify,
};
use crate::terminal::{Bidi, Switch, Through};
use crate::view::question::FORMS;

use super::memory;

/// The form in use, and how it came about.
pub struct Forms {
    wish: Option<(Wish, Word)>,
    surroundings: Surroundings,
    answers: Answers,
    /// What was chosen last.
    pub choice: Choice,
    question: Question,
    /// A person has chosen the form: no answer of the terminal changes it until that is asked anew.
    by_hand: bool,
}

/// Whether the person is asked which form reads right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    NotYet,
    Open,
    Over,
}

impl Forms {
    /// What can be known before the terminal has answered.
    #[must_use]
    pub fn new(wish: Option<(Wish, Word)>) -> Self {
        let (surroundings, answers) = (Surroundings::read(), Answers::default());
        let choice = choose(wish, &answers, &surroundings, None);
        Self {
            wish,
            surroundings,
            answers,
            choice,
            question: Question::NotYet,
            by_hand: false,
        }
    }

    /// The terminal has answered; says whether the screen is to be switched and drawn anew.
    pub fn answered(&mut self, answers: &Answers) -> bool {
        self.answers = answers.clone();
        let before = self.choice.clone();
        if self.by_hand {
            // The form stays; what it needs depends on the terminal.
            self.choice.switch = self.identity().switch(before.form);
        } else {
            let remembered = memory::path().and_then(|file| memory::recall(&file, &self.name()));
            self.choice = choose(self.wish, answers, &self.surroundings, remembered);
            if self.question == Question::NotYet && self.choice.reason == Reason::Unknown {
                self.question = Question::Open;
            }
        }
        // Who was not reordering shows the same whether it has been told not to.
        let switched = self.choice.switch != before.switch && !self.identity().was_off;
        self.choice.form != before.form || switched || self.may_have_been_dropped()
    }

    /// The terminal is asked anew: its answers choose again.
    pub const fn ask_again(&mut self) {
        self.by_hand = false;
    }

    /// tmux drops what it is to pass on while it has yet to draw a pane anew, as it has when the
    /// program is the first in its window. Now that it has answered, it has done so.
    fn may_have_been_dropped(&self) -> bool {
        let Switch { bidi, through } = self.choice.switch;
        let plain = self.identity().kind() == Some(Kind::Plain);
        through == Through::Tmux && bidi != Bidi::Untouched && !plain
    }

    /// Whether the person is being asked.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.question == Question::Open
    }

    /// A key while the person sees the question, which is over with it: whether it answers that. With
    /// Escape the form stays as it is. Only a form that was chosen is remembered; else the question
    /// comes again the next time.
    pub fn key(&mut self, press: Press, keyboard: Keyboard) -> bool {
        self.question = Question::Over;
        if press.control || press.alt {
            return false;
        }
        let press = press.command(keyboard);
        if press.code == KeyCode::Esc {
            return true;
        }
        let Some(form) = numbered(press).or_else(|| numbered(press.instead()?)) else {
            return false;
        };
        self.by_hand(form);
        if let Some(file) = memory::path() {
            // Where nothing can be written, the question comes again the next time.
            drop(memory::remember(&file, &self.name(), form));
        }
        true
    }

    /// A person wants this form; returns what is switched for it.
    pub fn by_hand(&mut self, form: Form) -> Switch {
        self.by_hand = true;
        self.question = Question::Over;
        self.choice.form = form;
        self.choice.switch = self.identity().switch(form);
        self.choice.switch
    }

    fn identity(&self) -> Identity {
        identify(&self.answers, &self.surroundings)
    }

    fn name(&self) -> String {
        memory::name(&self.answers, &self.surroundings)
    }
}

/// The form that has the number of this key in the question.
fn numbered(press: Press) -> Option<Form> {
    let KeyCode::Char(digit) = press.code else {
        return None;
    };
    let at = digit.to_digit(10)?.checked_sub(1)?;
    FORMS.get(usize::try_from(at).ok()?).copied()
}
