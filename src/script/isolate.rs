//! Isolating what the program itself prints: codes, dates, ranges.

/// Opens an isolate of ours. A noncharacter, which Unicode keeps for use inside a program.
pub(super) const OPEN: char = '\u{FDD0}';
/// Closes an isolate of ours.
pub(super) const CLOSE: char = '\u{FDD1}';

/// Wraps `code` so that it reads left to right in whatever stands around it, as LRI…PDI would
/// (UAX #9 section 2.4): `2023-2027`, `2026-11-22`, `+41 22 730`.
///
/// The marks live in the string until it is laid out; they are never painted, and
/// [`sanitise`](super::sanitise()) takes them out. A file that contains them gains nothing: what is
/// inside `code` is dropped here, and the layout honours only a pair in one paragraph with no other
/// mark between. So an unpaired mark is as if it were not there, and a pair can at most order what
/// stands between its own two marks.
pub fn isolate(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 6);
    out.push(OPEN);
    out.extend(code.chars().filter(|ch| !matches!(*ch, OPEN | CLOSE)));
    out.push(CLOSE);
    out
}
