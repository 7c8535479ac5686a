//! What the terminal has answered so far.

use std::time::Duration;

use super::super::reply::Reply;
use super::identity::Inside;

/// How long answers are waited for where somebody waits: before leaving, and in `majlis doctor`.
pub const WAIT: Duration = Duration::from_millis(250);
/// The same where they come from another machine.
pub const WAIT_OVER_SSH: Duration = Duration::from_secs(1);

/// The questions, in one write: XTVERSION, DECRQM of mode 8 (BDSM), DA3, DA2, DA1. Every terminal
/// that was tried answers the last one, so it tells that no other answer is to come.
pub const QUESTIONS: &str = "\x1b[>q\x1b[8$p\x1b[=c\x1b[>c\x1b[c";

/// What the terminal has answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// XTVERSION: name and version.
    pub version: Option<String>,
    /// The first DECRPM of the ANSI mode 8, BDSM: 1 and 2 when the terminal reorders and can be told
    /// not to. Later ones tell what we have set ourselves.
    pub bidi_mode: Option<u16>,
    /// DA3: the unit, hexadecimal.
    pub tertiary: Option<String>,
    /// DA2.
    pub secondary: Option<Vec<u16>>,
    /// DA1; it is the last to come.
    pub primary: Option<Vec<u16>>,
    /// What tmux says of the terminal around it.
    pub outer: Outer,
    /// What the terminal around screen has answered: screen passes the questions on.
    pub around: Option<Box<Self>>,
}

/// What tmux says of the terminal around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outer {
    /// There is no tmux to ask.
    #[default]
    NotAsked,
    /// The answer is on its way.
    Asked,
    /// tmux says nothing.
    Silent,
    /// What tmux says.
    Told {
        /// The terminal's XTVERSION (`client_termtype`); may be empty.
        version: String,
        /// Its TERM (`client_termname`).
        term: String,
        /// Whether tmux passes on what is meant for it (`allow-passthrough`).
        passes: bool,
    },
}

impl Answers {
    /// All is asked anew; says whether tmux is to be asked too: not while it has yet to answer.
    pub fn expect(&mut self, within_tmux: bool) -> bool {
        let on_its_way = self.outer == Outer::Asked;
        *self = Self {
            bidi_mode: self.bidi_mode,
            outer: if within_tmux {
                Outer::Asked
            } else {
                Outer::NotAsked
            },
            ..Self::default()
        };
        within_tmux && !on_its_way
    }

    /// Takes an answer: once the terminal around screen has been asked, it is that one's.
    pub fn take(&mut self, reply: Reply) {
        if let Some(around) = &mut self.around {
            return around.take(reply);
        }
        match reply {
            Reply::Version(text) => self.version = Some(text),
            Reply::Mode { mode: 8, state } => {
                self.bidi_mode.get_or_insert(state);
            }
            Reply::Tertiary(unit) => self.tertiary = Some(unit),
            Reply::Secondary(numbers) => self.secondary = Some(numbers),
            Reply::Primary(numbers) => self.primary = Some(numbers),
            Reply::Mode { .. } | Reply::Cursor { .. } => {}
        }
    }

    /// Whether it is screen that has answered, and the terminal around it has yet to be asked; with
    /// this call it is taken to be asked.
    pub fn expect_around(&mut self) -> bool {
        let screen = Inside::answering(self) == Some(Inside::Screen);
        let asks = screen && self.primary.is_some() && self.around.is_none();
        if asks {
            self.around = Some(Box::default());
        }
        asks
    }

    /// Whether the terminal has answered all questions, the one around screen too.
    #[must_use]
    pub fn all_heard(&self) -> bool {
        let around = self.around.as_deref();
        self.primary.is_some() && around.is_none_or(Self::all_heard)
    }

    /// Whether no more is to come.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.all_heard() && self.outer != Outer::Asked
    }

    /// Whether BDSM is known: the terminal reorders, and `CSI 8 l` stops it.
    #[must_use]
    pub const fn has_bidi_mode(&self) -> bool {
        matches!(self.bidi_mode, Some(1 | 2))
    }

    /// Whether the terminal's own reordering was off before we came: it is not ours to switch on.
    #[must_use]
    pub const fn was_off(&self) -> bool {
        matches!(self.bidi_mode, Some(2 | 4))
    }
}
