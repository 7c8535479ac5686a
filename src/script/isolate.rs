//! Isolating what stands among other text: codes, dates and ranges that the program itself prints, and
//! texts that run otherwise than the line in which they are named.

use std::borrow::Cow;

use super::clean::mostly_right_to_left;
use super::levels::{is_left_to_right, is_right_to_left};

/// Opens an isolate of ours. A noncharacter, which Unicode keeps for use inside a program.
pub(super) const OPEN: char = '\u{FDD0}';
/// Closes an isolate of ours.
pub(super) const CLOSE: char = '\u{FDD1}';
/// Opens one that runs from right to left, and in which a line may end.
pub(super) const OPEN_LEFTWARD: char = '\u{FDD2}';
/// Opens one that runs from left to right, and in which a line may end.
pub(super) const OPEN_RIGHTWARD: char = '\u{FDD3}';

/// Whether it is one of these marks.
pub(super) const fn is_mark(ch: char) -> bool {
    matches!(ch, OPEN..=OPEN_RIGHTWARD)
}

/// Wraps `code` so that it reads left to right in whatever stands around it, as LRI…PDI would
/// (UAX #9 section 2.4): `2023-2027`, `2026-11-22`, `+41 22 730`.
///
/// The marks live in the string until it is laid out; they are never painted, and
/// [`sanitise`](super::sanitise()) takes them out. A file that contains them gains nothing: what is
/// inside `code` is dropped here, and the layout honours only a pair in one paragraph with no other
/// mark between. So an unpaired mark is as if it were not there, and a pair can at most order what
/// stands between its own two marks.
pub fn isolate(code: &str) -> String {
    between(OPEN, code)
}

/// A text without the marks of isolates, for a program.
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|ch| !is_mark(*ch)).collect()
}

/// A text that is named among others in a line of the interface, which runs from right to left where
/// `rtl` says so: with marks around it, as RLI…PDI or LRI…PDI would, where it has a letter that runs
/// the other way. It runs as most of its words do; the commas around it are the line's.
pub fn apart(text: &str, rtl: bool) -> Cow<'_, str> {
    let strays = if rtl {
        is_left_to_right
    } else {
        is_right_to_left
    };
    if !text.contains(strays) {
        return Cow::Borrowed(text);
    }
    let open = match mostly_right_to_left(text) {
        true => OPEN_LEFTWARD,
        false => OPEN_RIGHTWARD,
    };
    Cow::Owned(between(open, text))
}

fn between(open: char, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.push(open);
    out.extend(text.chars().filter(|ch| !is_mark(*ch)));
    out.push(CLOSE);
    out
}
