//! What commands hand to the world outside: the state only says what; who runs the state does it.

use crate::words::Message;

/// A record as text, with the id by which messages call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The full id of the record.
    pub id: String,
    /// The text, in logical order, harmless; no line end at its end.
    pub text: String,
}

/// A text for the person's own editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The text, in logical order.
    pub text: String,
}

/// What is to be taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outbox {
    /// To be put into the clipboard, at once. Who does it takes it out.
    pub copy: Option<Excerpt>,
    /// To be opened in the person's own editor, with [`Request::Editor`](super::Request::Editor);
    /// what becomes of it comes back by [`App::edited`](super::App::edited).
    pub letter: Option<Letter>,
    /// To be printed when the terminal has been given back, in the order in which it was asked for.
    pub print: Vec<Excerpt>,
    /// To be said on the standard error when the terminal has been given back.
    pub said: Vec<Message>,
}
