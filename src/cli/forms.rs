//! The form in which Arabic is sent, while the screen is open: chosen by what is known, chosen again
//! when the terminal has answered, asked for where nothing is known, changed by hand.

use crossterm::event::KeyCode;

use crate::app::key::Press;
use crate::app::keyboard::Keyboard;
use crate::script::Form;
use crate::terminal::which::{
    Answers, Choice, Kind, Reason, Surroundings, Wish, Word, choose, identify,
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
    /// A person has changed it: no answer of the terminal changes it again.
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
        if self.by_hand {
            return false;
        }
        let remembered = memory::path().and_then(|file| memory::recall(&file, &self.name()));
        let before = self.choice.clone();
        self.choice = choose(self.wish, answers, &self.surroundings, remembered);
        if self.question == Question::NotYet && self.choice.reason == Reason::Unknown {
            self.question = Question::Open;
        }
        self.choice.form != before.form
            || self.choice.switch != before.switch
            || self.may_have_been_dropped()
    }

    /// tmux drops what it is to pass on while it has yet to draw a pane anew, as it has when the
    /// program is the first in its window. Now that it has answered, it has done so.
    fn may_have_been_dropped(&self) -> bool {
        let Switch { bidi, through } = self.choice.switch;
        let plain = identify(&self.answers, &self.surroundings).kind() == Some(Kind::Plain);
        through == Through::Tmux && bidi != Bidi::Untouched && !plain
    }

    /// Whether the person is being asked.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.question == Question::Open
    }

    /// A key while the person is asked: whether it answers the question. Escape answers it too: it
    /// stays as it is.
    pub fn key(&mut self, press: Press, keyboard: Keyboard) -> bool {
        if press.control || press.alt {
            return false;
        }
        let form = match press.command(keyboard).code {
            KeyCode::Esc => self.choice.form,
            KeyCode::Char(digit) => {
                let number = digit.to_digit(10).and_then(|digit| digit.checked_sub(1));
                let chosen = number.and_then(|at| FORMS.get(usize::try_from(at).ok()?));
                match chosen {
                    Some(form) => *form,
                    None => return false,
                }
            }
            _ => return false,
        };
        self.by_hand(form);
        if let Some(file) = memory::path() {
            // Where nothing can be written, the question comes again another time.
            drop(memory::remember(&file, &self.name(), form));
        }
        true
    }

    /// A person wants this form; returns what is switched for it.
    pub fn by_hand(&mut self, form: Form) -> Switch {
        self.by_hand = true;
        self.question = Question::Over;
        let identity = identify(&self.answers, &self.surroundings);
        self.choice.form = form;
        self.choice.switch = identity.switch(form);
        self.choice.switch
    }

    fn name(&self) -> String {
        memory::name(&self.answers, &self.surroundings)
    }
}
