//! How the terminal's own reordering of Arabic is switched off and on, also through tmux and screen.

/// How the terminal's own reordering is switched off, so that the visual order that we send stays as
/// it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// Nothing is sent: the terminal has the say.
    Untouched,
    /// Explicit mode, `CSI 8 l` (ECMA-48 7.2.1, BDSM): VTE, mintty, WezTerm.
    #[default]
    Explicit,
    /// Konsole's own switch, besides the explicit mode.
    Konsole,
    /// mlterm's own switch, besides the explicit mode.
    Mlterm,
}

/// What stands between us and the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Through {
    /// Nothing.
    #[default]
    Nothing,
    /// tmux, which passes on what stands in `DCS tmux; … ST`, each ESC doubled, if its option
    /// `allow-passthrough` is on, and drops it otherwise.
    Tmux,
    /// GNU screen, which passes on what stands in `DCS … ST`.
    Screen,
}

/// A switch, and the way that it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switch {
    /// What is switched.
    pub bidi: Bidi,
    /// What it goes through.
    pub through: Through,
}

impl Switch {
    /// Nothing is switched.
    pub const NONE: Self = Self {
        bidi: Bidi::Untouched,
        through: Through::Nothing,
    };

    /// The bytes that switch the terminal's reordering off; none where nothing is switched.
    #[must_use]
    pub fn off(self) -> String {
        self.through.carry(match self.bidi {
            Bidi::Untouched => "",
            Bidi::Explicit => "\x1b[8l",
            Bidi::Konsole => "\x1b]50;BidiRenderingEnabled=false\x07\x1b[8l",
            Bidi::Mlterm => "\x1b]5379;use_ctl=false\x07\x1b[8l",
        })
    }

    /// The bytes that switch it on again.
    #[must_use]
    pub fn on(self) -> String {
        self.through.carry(match self.bidi {
            Bidi::Untouched => "",
            Bidi::Explicit => "\x1b[8h",
            Bidi::Konsole => "\x1b]50;BidiRenderingEnabled=true\x07\x1b[8h",
            Bidi::Mlterm => "\x1b]5379;use_ctl=true\x07\x1b[8h",
        })
    }
}

impl Through {
    /// The bytes that bring these to the terminal.
    pub(super) fn carry(self, bytes: &str) -> String {
        match self {
            _ if bytes.is_empty() => String::new(),
            Self::Nothing => bytes.to_owned(),
            Self::Tmux => format!("\x1bPtmux;{}\x1b\\", bytes.replace('\x1b', "\x1b\x1b")),
            Self::Screen => format!("\x1bP{bytes}\x1b\\"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_goes_through_tmux_with_its_escapes_doubled() {
        let switch = |bidi, through| Switch { bidi, through };
        assert_eq!(Switch::default().off(), "\x1b[8l");
        assert_eq!(
            switch(Bidi::Explicit, Through::Tmux).off(),
            "\x1bPtmux;\x1b\x1b[8l\x1b\\"
        );
        assert_eq!(
            switch(Bidi::Mlterm, Through::Tmux).on(),
            "\x1bPtmux;\x1b\x1b]5379;use_ctl=true\x07\x1b\x1b[8h\x1b\\"
        );
        assert_eq!(
            switch(Bidi::Explicit, Through::Screen).on(),
            "\x1bP\x1b[8h\x1b\\"
        );
        for through in [Through::Nothing, Through::Tmux, Through::Screen] {
            assert_eq!(switch(Bidi::Untouched, through).off(), "");
            assert_eq!(switch(Bidi::Untouched, through).on(), "");
        }
    }
}
