//! What a terminal answers when it is asked.

/// An answer of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// XTVERSION, `DCS > | text ST`: name and version.
    Version(String),
    /// DECRPM, `CSI mode ; state $ y`: of an ANSI mode, 0 not known, 1 set, 2 reset, 3 and 4 for
    /// good.
    Mode {
        /// The mode.
        mode: u16,
        /// Its state.
        state: u16,
    },
    /// DA3, `DCS ! | hexadecimal ST`: the unit.
    Tertiary(String),
    /// DA2, `CSI > … c`: kind, version, and a third number.
    Secondary(Vec<u16>),
    /// DA1, `CSI ? … c`: every terminal has this answer, so what it has not answered before it, it
    /// does not answer at all.
    Primary(Vec<u16>),
    /// CPR, `CSI row ; column R`: where the cursor stands, counted from 1.
    Cursor {
        /// The row, at least 2: see `decode`.
        row: u16,
        /// The column.
        column: u16,
    },
}

impl Reply {
    /// The answer in a device control string, without its brackets; others are nobody's.
    pub(super) fn in_string(body: &[u8]) -> Option<Self> {
        let (kind, text) = body.split_at_checked(2)?;
        let text: String = String::from_utf8_lossy(text)
            .chars()
            .filter(|ch| ch.is_ascii_graphic() || *ch == ' ')
            .collect();
        match kind {
            b">|" => Some(Self::Version(text)),
            b"!|" => Some(Self::Tertiary(text)),
            _ => None,
        }
    }
}
