//! Mirrored characters (UAX #9 rule L4).

use super::mirroring_table::MIRRORED;

/// The character that shows the mirror image of `ch`, as `BidiMirroring.txt` has it.
pub fn mirrored(ch: char) -> Option<char> {
    let code = u16::try_from(u32::from(ch)).ok()?;
    let at = MIRRORED.binary_search_by_key(&code, |pair| pair.0).ok()?;
    MIRRORED
        .get(at)
        .and_then(|pair| char::from_u32(u32::from(pair.1)))
}
