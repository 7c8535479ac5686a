//! Which terminal it is, and by what that is known.

use crate::script::Form;

use super::super::switch::{Bidi, Switch, Through};
use super::answers::{Answers, Outer};
use super::known::{Kind, Known, first_word};
use super::surroundings::Surroundings;

/// By what a terminal is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It said its name (XTVERSION).
    Version(String),
    /// It answered DA3.
    Tertiary(String),
    /// It answered DA2.
    Secondary(Vec<u16>),
    /// It has BDSM (DECRPM 8).
    BidiMode,
    /// TERM.
    Term(String),
    /// A variable, as a hint.
    Variable(&'static str),
    /// tmux said its name (`client_termtype`).
    OuterVersion(String),
    /// tmux said its TERM (`client_termname`).
    OuterTerm(String),
}

/// A program between us and the terminal, which keeps for itself what is meant for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
    /// Zellij.
    Zellij,
}

/// Which terminal it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The terminal, and by what it is known.
    pub terminal: Option<(Known, Evidence)>,
    /// What stands between us and it.
    pub inside: Option<Inside>,
    /// How a switch reaches it; `None` where it cannot.
    pub through: Option<Through>,
    /// It said that its own reordering was off before we came: nothing is to be switched.
    pub was_off: bool,
}

impl Inside {
    /// As it calls itself in XTVERSION, DA2 or TERM.
    pub(super) fn answering(answers: &Answers) -> Option<Self> {
        let version = answers.version.as_deref().map(first_word);
        match (version.as_deref(), answers.secondary.as_deref()) {
            (Some("tmux"), _) | (_, Some([84, ..])) => Some(Self::Tmux),
            (Some("screen"), _) | (_, Some([83, ..])) => Some(Self::Screen),
            (Some("zellij"), _) => Some(Self::Zellij),
            _ => None,
        }
    }

    fn around(surroundings: &Surroundings) -> Option<Self> {
        let term = surroundings.get("TERM");
        if surroundings.has("TMUX") || term.starts_with("tmux") {
            Some(Self::Tmux)
        } else if surroundings.has("STY") || term.starts_with("screen") {
            Some(Self::Screen)
        } else if surroundings.has("ZELLIJ") {
            Some(Self::Zellij)
        } else {
            None
        }
    }

    const fn through(self, outer: &Outer) -> Option<Through> {
        match (self, outer) {
            (Self::Tmux, Outer::Told { passes: false, .. }) | (Self::Zellij, _) => None,
            (Self::Tmux, _) => Some(Through::Tmux),
            (Self::Screen, _) => Some(Through::Screen),
        }
    }
}

/// Which terminal it is. What it answers comes first, for it is said now and by the terminal itself;
/// a variable may have been set by another one.
#[must_use]
pub fn identify(answers: &Answers, surroundings: &Surroundings) -> Identity {
    let direct = |terminal| Identity {
        terminal,
        inside: None,
        through: Some(Through::Nothing),
        was_off: answers.was_off(),
    };
    if let Some(inside) = Inside::answering(answers) {
        return within(inside, answers, surroundings);
    }
    if let Some(told) = by_answers(answers) {
        return direct(Some(told));
    }
    if answers.version.is_some() {
        // It has a name, which is not known; what the variables say is of another one.
        return direct(None);
    }
    if let Some(inside) = Inside::around(surroundings) {
        return within(inside, answers, surroundings);
    }
    let term = surroundings.get("TERM");
    let by_term = Known::by_term(term).map(|known| (known, Evidence::Term(term.to_owned())));
    direct(by_term.or_else(|| by_variable(surroundings)))
}

fn by_answers(answers: &Answers) -> Option<(Known, Evidence)> {
    if let Some(version) = &answers.version
        && let Some(known) = Known::by_version(version)
    {
        return Some((known, Evidence::Version(version.clone())));
    }
    if let Some(unit) = &answers.tertiary
        && let Some(known) = Known::by_tertiary(unit)
    {
        return Some((known, Evidence::Tertiary(unit.clone())));
    }
    if answers.has_bidi_mode() {
        return Some((Known::with_bidi_mode(), Evidence::BidiMode));
    }
    // Who has another name only answers DA2 as one of these does.
    let numbers = answers
        .secondary
        .as_ref()
        .filter(|_| answers.version.is_none())?;
    let known = Known::by_secondary(numbers)?;
    Some((known, Evidence::Secondary(numbers.clone())))
}

fn by_variable(surroundings: &Surroundings) -> Option<(Known, Evidence)> {
    let (name, known) = Known::by_variable(surroundings)?;
    Some((known, Evidence::Variable(name)))
}

/// The terminal around tmux, screen or Zellij.
fn within(inside: Inside, answers: &Answers, surroundings: &Surroundings) -> Identity {
    let around = answers.around.as_deref();
    let told = match &answers.outer {
        _ if around.is_some() => around.and_then(by_answers),
        Outer::Told { version, term, .. } => {
            let by_version = Known::by_version(version)
                .map(|known| (known, Evidence::OuterVersion(version.clone())));
            by_version.or_else(|| {
                let known = Known::by_term(term).filter(|_| version.is_empty())?;
                Some((known, Evidence::OuterTerm(term.clone())))
            })
        }
        _ => None,
    };
    // A name that is not known is none of those that the variables tell of.
    let named = matches!(&answers.outer, Outer::Told { version, .. } if !version.is_empty())
        || around.is_some_and(|around| around.version.is_some());
    let nameless = matches!(&answers.outer, Outer::Told { version, .. } if version.is_empty())
        || around.is_some_and(|around| around.primary.is_some() && around.version.is_none());
    let hint = || {
        by_variable(surroundings)
            .filter(|(known, _)| !(named || nameless && known.tells_its_name()))
    };
    Identity {
        terminal: told.or_else(hint),
        inside: Some(inside),
        through: inside.through(&answers.outer),
        // When the one around is asked, our own switch may be in force.
        was_off: false,
    }
}

impl Identity {
    /// What the terminal does, where it is known.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.terminal.as_ref().map(|(known, _)| known.kind)
    }

    /// Whether the terminal reorders, can be told not to, and cannot be reached.
    #[must_use]
    pub fn is_out_of_reach(&self) -> bool {
        self.through.is_none()
            && matches!(
                self.kind(),
                Some(Kind::Explicit | Kind::Konsole | Kind::Mlterm)
            )
    }

    /// The form in which Arabic reads right on a screen of ours.
    #[must_use]
    pub fn form(&self) -> Form {
        match self.kind() {
            Some(Kind::Kitty) => Form::Kitty,
            Some(Kind::Rows) => Form::Words,
            _ if self.is_out_of_reach() => Form::Words,
            _ => Form::Visual,
        }
    }

    /// The form in which a line reads right that stays behind on the terminal, whose own order is
    /// then in force.
    #[must_use]
    pub fn form_of_lines(&self) -> Form {
        match self.kind() {
            Some(Kind::Kitty) => Form::Kitty,
            _ if self.was_off => Form::Visual,
            None | Some(Kind::Plain) => Form::Visual,
            Some(_) => Form::Words,
        }
    }

    /// How the terminal's own reordering is switched off, so that the form reads right. The forms
    /// that count on that reordering, and the text as it is, leave it alone.
    #[must_use]
    pub fn switch(&self, form: Form) -> Switch {
        let bidi = match (form, self.kind()) {
            (Form::Words | Form::Kitty | Form::Off, _) => Bidi::Untouched,
            _ if self.was_off => Bidi::Untouched,
            (Form::Visual, Some(Kind::Konsole)) => Bidi::Konsole,
            (Form::Visual, Some(Kind::Mlterm)) => Bidi::Mlterm,
            (Form::Visual, _) => Bidi::Explicit,
        };
        match self.through {
            Some(through) => Switch { bidi, through },
            None => Switch::NONE,
        }
    }
}
