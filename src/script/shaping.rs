//! Arabic letters and the forms they take beside one another (Unicode, chapter 9.2).

use super::shaping_table::{FORMS, JOINING, LAM_ALEF};

/// How a character joins its neighbours: `Joining_Type` of `ArabicShaping.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// Joins on both sides (beh).
    Dual,
    /// Joins the letter before it only (alef, dal, reh, waw).
    Right,
    /// Joins the letter after it only (no Arabic letter does).
    Left,
    /// Makes its neighbours join and has one form (tatweel, ZWJ).
    Causing,
    /// Does not join.
    None,
}

impl Joining {
    /// Whether it joins the letter before it, in logical order.
    pub fn joins_before(self) -> bool {
        matches!(self, Self::Dual | Self::Right | Self::Causing)
    }

    /// Whether it joins the letter after it, in logical order.
    pub fn joins_after(self) -> bool {
        matches!(self, Self::Dual | Self::Left | Self::Causing)
    }
}

/// How `ch` joins. Marks, which are transparent, are the caller's to skip.
pub fn joining(ch: char) -> Joining {
    let code = u32::from(ch);
    if code < 0x620 {
        return Joining::None;
    }
    JOINING
        .binary_search_by(|&(first, last, _)| {
            if last < code {
                std::cmp::Ordering::Less
            } else if first > code {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .ok()
        .and_then(|at| JOINING.get(at))
        .map_or(Joining::None, |entry| entry.2)
}

/// The presentation forms of a letter: isolated, final, initial, medial; `'\0'` where Unicode has
/// none. `None` when it has none at all.
pub fn forms(letter: char) -> Option<[char; 4]> {
    let at = FORMS.binary_search_by_key(&letter, |entry| entry.0).ok()?;
    FORMS.get(at).map(|entry| entry.1)
}

/// The letter in the form that it takes, or the letter itself where Unicode has no such form.
pub fn shape(letter: char, joined_before: bool, joined_after: bool) -> char {
    let Some([isolated, last, initial, medial]) = forms(letter) else {
        return letter;
    };
    let form = match (joined_before, joined_after) {
        (false, false) => isolated,
        (true, false) => last,
        (false, true) => initial,
        (true, true) => medial,
    };
    if form == '\0' { letter } else { form }
}

/// The letter lam, which with an alef makes one sign.
pub const LAM: char = '\u{644}';

/// The one sign for lam and `alef`, joined to the letter before it or not.
pub fn lam_alef(alef: char, joined_before: bool) -> Option<char> {
    let at = LAM_ALEF.binary_search_by_key(&alef, |entry| entry.0).ok()?;
    let [isolated, last] = LAM_ALEF.get(at)?.1;
    Some(if joined_before { last } else { isolated })
}
