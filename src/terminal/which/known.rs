//! The terminals that are known, and by what.

use super::surroundings::Surroundings;

/// What a terminal does to Arabic, and how it is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Leaves the order alone, unless its user has set it otherwise.
    Plain,
    /// Reorders until `CSI 8 l` (ECMA-48 7.2.1, BDSM): VTE, mintty.
    Explicit,
    /// Reorders until its own switch says otherwise.
    Konsole,
    /// Reorders until its own switch says otherwise.
    Mlterm,
    /// Turns around each run of one font, and cannot be told not to.
    Kitty,
    /// Runs UAX #9 over whole rows, and cannot be told not to: PuTTY, iTerm2, Apple's Terminal.
    Rows,
}

/// A terminal that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub kind: Kind,
}

const fn known(name: &'static str, kind: Kind) -> Known {
    Known { name, kind }
}

const XTERM: Known = known("xterm", Kind::Plain);
const VTE: Known = known("VTE", Kind::Explicit);
const KONSOLE: Known = known("Konsole", Kind::Konsole);
const MLTERM: Known = known("mlterm", Kind::Mlterm);
const KITTY: Known = known("kitty", Kind::Kitty);
const PUTTY: Known = known("PuTTY", Kind::Rows);
const ITERM2: Known = known("iTerm2", Kind::Rows);
const APPLE: Known = known("Terminal.app", Kind::Rows);
// It reorders only where its own configuration says so, and then has BDSM.
const WEZTERM: Known = known("WezTerm", Kind::Plain);
const MINTTY: Known = known("mintty", Kind::Explicit);
const FOOT: Known = known("foot", Kind::Plain);
const ALACRITTY: Known = known("Alacritty", Kind::Plain);
const GHOSTTY: Known = known("Ghostty", Kind::Plain);
const WINDOWS: Known = known("Windows Terminal", Kind::Plain);
const XTERM_JS: Known = known("xterm.js", Kind::Plain);
const RXVT: Known = known("rxvt", Kind::Plain);
const CONTOUR: Known = known("contour", Kind::Plain);
const ST: Known = known("st", Kind::Plain);
const RIO: Known = known("rio", Kind::Plain);
const LINUX: Known = known("Linux console", Kind::Plain);

/// The first word of what XTVERSION answers, in small letters.
const VERSIONS: [(&str, Known); 17] = [
    ("xterm", XTERM),
    ("vte", VTE),
    ("konsole", KONSOLE),
    ("mlterm", MLTERM),
    ("kitty", KITTY),
    ("putty", PUTTY),
    ("iterm2", ITERM2),
    ("wezterm", WEZTERM),
    ("mintty", MINTTY),
    ("foot", FOOT),
    ("alacritty", ALACRITTY),
    ("ghostty", GHOSTTY),
    ("windows", WINDOWS),
    ("xterm.js", XTERM_JS),
    ("rxvt-unicode", RXVT),
    ("contour", CONTOUR),
    ("rio", RIO),
];

/// How the names in TERM begin; what only says `xterm` says nothing.
const TERMS: [(&str, Known); 18] = [
    ("xterm-kitty", KITTY),
    ("putty", PUTTY),
    ("mlterm", MLTERM),
    ("konsole", KONSOLE),
    ("vte", VTE),
    ("gnome", VTE),
    ("iterm", ITERM2),
    ("nsterm", APPLE),
    ("wezterm", WEZTERM),
    ("mintty", MINTTY),
    ("foot", FOOT),
    ("alacritty", ALACRITTY),
    ("xterm-ghostty", GHOSTTY),
    ("rxvt", RXVT),
    ("contour", CONTOUR),
    ("st-", ST),
    ("rio", RIO),
    ("linux", LINUX),
];

/// Variables that a terminal sets, the surest first: what only xterm and VTE set tells that neither
/// is started from kitty or Konsole, whose own sequence would mean a font to xterm (OSC 50). Konsole
/// and mlterm started from these say who they are when they are asked. With a value: the variable must
/// have it.
const VARIABLES: [(&str, &str, Known); 15] = [
    ("XTERM_VERSION", "", XTERM),
    ("VTE_VERSION", "", VTE),
    ("MLTERM", "", MLTERM),
    ("KONSOLE_VERSION", "", KONSOLE),
    ("KITTY_WINDOW_ID", "", KITTY),
    ("WT_SESSION", "", WINDOWS),
    ("LC_TERMINAL", "iTerm2", ITERM2),
    ("TERM_PROGRAM", "iTerm.app", ITERM2),
    ("TERM_PROGRAM", "Apple_Terminal", APPLE),
    ("TERM_PROGRAM", "WezTerm", WEZTERM),
    ("TERM_PROGRAM", "mintty", MINTTY),
    ("TERM_PROGRAM", "ghostty", GHOSTTY),
    ("TERM_PROGRAM", "vscode", XTERM_JS),
    ("TERM_PROGRAM", "Hyper", XTERM_JS),
    ("TERM_PROGRAM", "rio", RIO),
];

impl Known {
    /// By XTVERSION, such as `XTerm(379)` or `WezTerm 20240203`.
    #[must_use]
    pub fn by_version(version: &str) -> Option<Self> {
        let name = first_word(version);
        let (_, known) = VERSIONS.iter().find(|(begins, _)| *begins == name)?;
        Some(*known)
    }

    /// By DA3.
    #[must_use]
    pub fn by_tertiary(unit: &str) -> Option<Self> {
        // Letters in hexadecimal: ~VTE, ~KDE, FOOT.
        match unit.to_ascii_uppercase().as_str() {
            "7E565445" => Some(VTE),
            "7E4B4445" => Some(KONSOLE),
            "464F4F54" => Some(FOOT),
            _ => None,
        }
    }

    /// Whether it tells tmux its name (XTVERSION), whatever its version: where tmux has heard none,
    /// it is not this one, whatever it left in the environment.
    #[must_use]
    pub fn tells_its_name(self) -> bool {
        [XTERM, KONSOLE, KITTY, ITERM2, WEZTERM, MINTTY, GHOSTTY].contains(&self)
    }

    /// By DA2.
    #[must_use]
    pub fn by_secondary(numbers: &[u16]) -> Option<Self> {
        match *numbers {
            [0, 136, 0] => Some(PUTTY),
            [24, 279, ..] => Some(MLTERM),
            [0, 95, 0] | [41 | 64, 2500, 0] => Some(ITERM2),
            [1, 95, 0] => Some(APPLE),
            [0 | 1, 115, 0] => Some(KONSOLE),
            [0, 10, 1] => Some(WINDOWS),
            [0, 276, 0] => Some(XTERM_JS),
            [1, 277, 0] => Some(WEZTERM),
            [1, 4000, _] => Some(KITTY),
            [61 | 65, version, 1] if version >= 5800 => Some(VTE),
            [41, _, 0] => Some(XTERM),
            [77, ..] => Some(MINTTY),
            [82 | 85, ..] => Some(RXVT),
            // Alacritty's version stands there as a number from 700 (0.7.0) on.
            [0, version, 1] if version >= 700 => Some(ALACRITTY),
            _ => None,
        }
    }

    /// By TERM.
    #[must_use]
    pub fn by_term(term: &str) -> Option<Self> {
        let (_, known) = TERMS.iter().find(|(begins, _)| term.starts_with(begins))?;
        Some(*known)
    }

    /// By a variable, which is told as well.
    #[must_use]
    pub fn by_variable(surroundings: &Surroundings) -> Option<(&'static str, Self)> {
        let (name, _, known) = VARIABLES.iter().find(|(name, value, _)| {
            surroundings.has(name) && (value.is_empty() || surroundings.get(name) == *value)
        })?;
        Some((name, *known))
    }

    /// A terminal of which nothing is known but that it has BDSM.
    #[must_use]
    pub const fn with_bidi_mode() -> Self {
        known("BDSM", Kind::Explicit)
    }
}

/// The name in an XTVERSION, in small letters.
pub(super) fn first_word(version: &str) -> String {
    version
        .split([' ', '(', '/'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}
