//! The policy: in which form Arabic is sent, and why.

use crate::script::Form;

use super::super::switch::Switch;
use super::answers::Answers;
use super::identity::{Evidence, Identity, Inside, identify};
use super::known::Known;
use super::surroundings::Surroundings;

/// Where a person said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// `--bidi`.
    Flag,
    /// `MAJLIS_BIDI`.
    Variable,
    /// The configuration.
    Configuration,
}

/// What a person said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// As the terminal needs it, whatever is said elsewhere.
    Auto,
    /// In this form.
    Form(Form),
}

/// Why a form was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A person said so.
    Told(Word),
    /// The terminal is known.
    Known(Known, Evidence),
    /// The terminal is known, and the switch that it needs does not reach it.
    OutOfReach(Known, Inside),
    /// A person was asked once, at this terminal.
    Remembered,
    /// Nothing is known of the terminal.
    Unknown,
}

/// In which form Arabic is sent, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The form.
    pub form: Form,
    /// What is switched for it.
    pub switch: Switch,
    /// Why.
    pub reason: Reason,
}

/// Chooses: the person's word, then the terminal's answers, then what is remembered, then what most
/// terminals need.
#[must_use]
pub fn choose(
    wish: Option<(Wish, Word)>,
    answers: &Answers,
    surroundings: &Surroundings,
    remembered: Option<Form>,
) -> Choice {
    let identity = identify(answers, surroundings);
    let (form, reason) = match wish {
        Some((Wish::Form(form), word)) => (form, Reason::Told(word)),
        _ => unbidden(&identity, remembered),
    };
    Choice {
        form,
        switch: identity.switch(form),
        reason,
    }
}

fn unbidden(identity: &Identity, remembered: Option<Form>) -> (Form, Reason) {
    let reason = match (&identity.terminal, identity.inside, remembered) {
        (Some((known, _)), Some(inside), _) if identity.is_out_of_reach() => {
            Reason::OutOfReach(*known, inside)
        }
        (Some((known, evidence)), ..) => Reason::Known(*known, evidence.clone()),
        (None, _, Some(form)) => return (form, Reason::Remembered),
        (None, _, None) => Reason::Unknown,
    };
    (identity.form(), reason)
}
