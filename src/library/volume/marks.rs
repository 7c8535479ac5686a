//! What each record is, in a byte: its kind and how far it has come. A million of them are looked
//! through in a fraction of a millisecond, without a record being decoded.

use crate::report::{Kind, Record, Status};

/// So many bits are the kind, by its place in [`Kind::ALL`].
const BITS: u32 = 5;
const KIND: u8 = (1 << BITS) - 1;
const _: () = assert!(Kind::ALL.len() <= 1 << BITS);

/// Of an item: one of its numbers is its id.
const NUMBERED: u8 = 1 << BITS;

/// What a record is.
pub(super) fn of(record: Record<'_>) -> u8 {
    let kind = record.kind() as u8;
    match record {
        Record::Item(item) if item.number.iter().any(|number| *number == item.id) => {
            kind | NUMBERED
        }
        _ => kind | Status::of(record).map_or(0, Status::place) << BITS,
    }
}

/// The place of its kind in [`Kind::ALL`].
pub(in crate::library) const fn kind(mark: u8) -> usize {
    (mark & KIND) as usize
}

/// Whether it is an item one of whose numbers is its id.
pub(super) const fn is_numbered_by_id(mark: u8) -> bool {
    mark == Kind::Item as u8 | NUMBERED
}

/// Which records are looked for.
#[derive(Debug, Clone, Copy)]
pub(in crate::library) struct Wanted {
    mask: u8,
    mark: u8,
}

impl Wanted {
    /// What those have that are wanted.
    pub const fn mark(self) -> u8 {
        self.mark
    }
}

impl From<Kind> for Wanted {
    fn from(kind: Kind) -> Self {
        Self {
            mask: KIND,
            mark: kind as u8,
        }
    }
}

impl From<Status> for Wanted {
    fn from(status: Status) -> Self {
        Self {
            mask: u8::MAX,
            mark: status.kind() as u8 | status.place() << BITS,
        }
    }
}

/// Calls `tell` with each 64 records among which some are wanted: the first of them, and a bit for
/// each that is.
pub(in crate::library) fn each(marks: &[u8], wanted: Wanted, tell: &mut impl FnMut(u32, u64)) {
    for (first, some) in (0..).step_by(64).zip(marks.chunks(64)) {
        let (eights, rest) = some.as_chunks::<8>();
        let mut bits = 0;
        for (place, eight) in (0..).step_by(8).zip(eights) {
            bits |= of_eight(u64::from_le_bytes(*eight), wanted) << place;
        }
        for (place, mark) in (8 * eights.len()..).zip(rest) {
            bits |= u64::from(mark & wanted.mask == wanted.mark) << place;
        }
        if bits != 0 {
            tell(first, bits);
        }
    }
}

/// The same with those that are wanted for one reason or another.
pub(in crate::library) fn each_of(
    marks: &[u8],
    wanted: &[Wanted],
    tell: &mut impl FnMut(u32, u64),
) {
    let mut is_wanted = [0_u64; 1 << u8::BITS];
    for (mark, is) in (0..=u8::MAX).zip(&mut is_wanted) {
        *is = wanted.iter().any(|one| mark & one.mask == one.mark).into();
    }
    for (first, some) in (0..).step_by(64).zip(marks.chunks(64)) {
        let bits = (0..).zip(some).fold(0, |bits, (place, mark)| {
            let is = is_wanted.get(usize::from(*mark));
            bits | is.copied().unwrap_or_default() << place
        });
        if bits != 0 {
            tell(first, bits);
        }
    }
}

/// Which of eight are wanted, a bit each: all eight are compared at once.
const fn of_eight(eight: u64, wanted: Wanted) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
    // What is wanted becomes a byte of nought; of these the uppermost bit is set, of others none.
    let other = (eight & (ONES * wanted.mask as u64)) ^ (ONES * wanted.mark as u64);
    let same = !(((other & LOW) + LOW) | other | LOW);
    // The eight bits are moved beside each other.
    (same >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::PositionStatus;

    #[test]
    fn the_wanted_are_told_by_their_bits() {
        let agreed = Status::Position(PositionStatus::Agreed);
        let draft = Status::Position(PositionStatus::Draft);
        let mark = |status: Status| Wanted::from(status).mark;
        let item = Kind::Item as u8;
        // 150 records: an agreed position at 0, 7, 63, 64 and 149, a draft at 8, else items.
        let mut marks = vec![item; 150];
        for place in [0, 7, 63, 64, 149] {
            marks[place] = mark(agreed);
        }
        marks[8] = mark(draft);
        let found = |wanted: Wanted| {
            let mut found = Vec::new();
            each(&marks, wanted, &mut |first, bits| found.push((first, bits)));
            found
        };
        let ends = 1 | 1 << 7 | 1 << 63;
        let last = 1 << (149 - 128);
        assert_eq!(found(agreed.into()), [(0, ends), (64, 1), (128, last)]);
        assert_eq!(found(draft.into()), [(0, 1 << 8)]);
        let all = ends | 1 << 8;
        assert_eq!(
            found(Kind::Position.into()),
            [(0, all), (64, 1), (128, last)]
        );
        let rest = (1 << (150 - 128)) - 1;
        assert_eq!(
            found(Kind::Item.into()),
            [(0, !all), (64, !1), (128, rest & !last)]
        );
        assert_eq!(found(Kind::Note.into()), []);
        let mut both = Vec::new();
        each_of(
            &marks,
            &[agreed.into(), draft.into()],
            &mut |first, bits| {
                both.push((first, bits));
            },
        );
        assert_eq!(both, [(0, all), (64, 1), (128, last)]);
    }

    #[test]
    fn each_of_eight_bytes_is_told_from_every_other() {
        let wanted = Wanted { mask: 255, mark: 0 };
        for place in 0..8 {
            for byte in 0..=255_u8 {
                let mut eight = [1; 8];
                eight[place] = byte;
                let expected = u64::from(byte == 0) << place;
                assert_eq!(of_eight(u64::from_le_bytes(eight), wanted), expected);
            }
        }
    }
}
