//! What the environment says of the terminal.
//!
//! sshd passes on nothing but `TERM`, and the variables of a terminal stay set in another one that
//! is started from it, or in a tmux that was: they are hints.

use std::collections::BTreeMap;
use std::time::Duration;

use super::answers::{WAIT, WAIT_OVER_SSH};

/// The variables that matter.
const VARIABLES: [&str; 14] = [
    "TERM",
    "TMUX",
    "STY",
    "ZELLIJ",
    "SSH_CONNECTION",
    "MLTERM",
    "KONSOLE_VERSION",
    "XTERM_VERSION",
    "VTE_VERSION",
    "KITTY_WINDOW_ID",
    "WT_SESSION",
    "LC_TERMINAL",
    "TERM_PROGRAM",
    "COLORTERM",
];

/// The variables that matter, and their values; an empty one is as if it were not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings(BTreeMap<&'static str, String>);

impl Surroundings {
    /// Those of this process.
    #[must_use]
    pub fn read() -> Self {
        Self::of(|name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
    }

    /// Those that a function tells.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = VARIABLES.into_iter().filter_map(|name| {
            let value = variable(name).filter(|value| !value.is_empty())?;
            Some((name, value))
        });
        Self(set.collect())
    }

    /// The value of one; empty where it is not set.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether one is set.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// All that are set, with their values.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// How long answers are waited for where somebody waits.
    #[must_use]
    pub fn wait(&self) -> Duration {
        if self.has("SSH_CONNECTION") {
            WAIT_OVER_SSH
        } else {
            WAIT
        }
    }
}
