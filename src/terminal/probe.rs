//! Which terminal this is, as far as the environment says, and what it does to Arabic.
//!
//! sshd passes on nothing but `TERM`, and PuTTY calls itself `xterm`: what is not known here is told
//! with `--bidi`, or tried with a key while one looks.

use crate::script::Form;

use super::Bidi;

/// What matters of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Turns around each run of one font, and cannot be told not to.
    Kitty,
    /// Runs UAX #9 over whole rows, and cannot be told not to: PuTTY, iTerm2, Apple's Terminal.
    Rows,
    /// Reorders until its own switch says otherwise.
    Konsole,
    /// Reorders until its own switch says otherwise.
    Mlterm,
    /// Leaves the order alone, or takes the explicit mode (`CSI 8 l`), or is not known.
    Other,
}

impl Kind {
    /// The terminal of this process.
    #[must_use]
    pub fn of_environment() -> Self {
        Self::told(|name| std::env::var(name).ok())
    }

    /// The terminal that these variables tell of. The variables of a terminal stay set in another
    /// one that is started from it, so what a terminal says in `TERM` comes first, and of what
    /// only `xterm` and VTE set, that neither is started from kitty.
    fn told(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        if term == "xterm-kitty" {
            Self::Kitty
        } else if term.starts_with("putty") {
            Self::Rows
        } else if term.starts_with("mlterm") || is_set("MLTERM") {
            Self::Mlterm
        } else if is_set("KONSOLE_VERSION") {
            Self::Konsole
        } else if is_set("XTERM_VERSION") || is_set("VTE_VERSION") {
            Self::Other
        } else if is_set("KITTY_WINDOW_ID") {
            Self::Kitty
        } else if variable("LC_TERMINAL").as_deref() == Some("iTerm2")
            || matches!(
                variable("TERM_PROGRAM").as_deref(),
                Some("iTerm.app" | "Apple_Terminal")
            )
        {
            Self::Rows
        } else {
            Self::Other
        }
    }

    /// The form in which Arabic reads right.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Kitty => Form::Kitty,
            Self::Rows => Form::Words,
            Self::Konsole | Self::Mlterm | Self::Other => Form::Visual,
        }
    }

    /// How its own reordering is switched off, so that the form reads right. The forms that count
    /// on the terminal's reordering, and the text as it is, leave it alone.
    #[must_use]
    pub const fn bidi(self, form: Form) -> Bidi {
        match (form, self) {
            (Form::Words | Form::Kitty | Form::Off, _) => Bidi::Untouched,
            (Form::Visual, Self::Konsole) => Bidi::Konsole,
            (Form::Visual, Self::Mlterm) => Bidi::Mlterm,
            (Form::Visual, Self::Kitty | Self::Rows | Self::Other) => Bidi::Explicit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(variables: &[(&str, &str)]) -> Kind {
        Kind::told(|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn terminals_are_known_by_what_they_set() {
        for (variables, kind) in [
            (&[][..], Kind::Other),
            (&[("TERM", "xterm-256color")], Kind::Other),
            (&[("TERM", "xterm-kitty")], Kind::Kitty),
            (
                &[("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1")],
                Kind::Kitty,
            ),
            (&[("TERM", "putty-256color")], Kind::Rows),
            (&[("LC_TERMINAL", "iTerm2")], Kind::Rows),
            (&[("TERM_PROGRAM", "Apple_Terminal")], Kind::Rows),
            (&[("TERM_PROGRAM", "vscode")], Kind::Other),
            (
                &[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "220401")],
                Kind::Konsole,
            ),
            (&[("TERM", "mlterm")], Kind::Mlterm),
            (&[("TERM", "xterm"), ("MLTERM", "3.9.2")], Kind::Mlterm),
        ] {
            assert_eq!(told(variables), kind, "{variables:?}");
        }
    }

    #[test]
    fn what_another_terminal_left_behind_is_passed_over() {
        let left = ("KITTY_WINDOW_ID", "1");
        assert_eq!(
            told(&[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)"), left]),
            Kind::Other
        );
        assert_eq!(told(&[("VTE_VERSION", "7006"), left]), Kind::Other);
        let konsole = ("KONSOLE_VERSION", "220401");
        assert_eq!(told(&[("TERM", "xterm-kitty"), konsole]), Kind::Kitty);
    }

    #[test]
    fn only_the_visual_order_switches_the_terminal() {
        assert_eq!(Kind::Konsole.bidi(Form::Visual), Bidi::Konsole);
        assert_eq!(Kind::Other.bidi(Form::Visual), Bidi::Explicit);
        for form in [Form::Words, Form::Kitty, Form::Off] {
            assert_eq!(Kind::Mlterm.bidi(form), Bidi::Untouched);
        }
    }
}
