//! Where lists lie that follow each other, in little more than a byte a list.

use super::stored::{Loader, Saver};
use crate::cache::Array;
use std::ops::Range;

/// Lists a block; where each block begins is written out.
const BLOCK: usize = 16;
/// A list of this length or a greater one is among the long ones.
const LONG: u8 = u8::MAX;

/// The lengths of lists, one after another.
#[derive(Debug, Default)]
pub(super) struct Lengths {
    /// Where each block of lists begins.
    starts: Array<u32>,
    short: Array<u8>,
    /// The numbers of the long lists, in order, and how long each is.
    long: Array<u32>,
    long_lengths: Array<u32>,
}

impl Lengths {
    pub fn new(lengths: impl ExactSizeIterator<Item = u32>) -> Self {
        let (mut starts, mut short) = (Vec::new(), Vec::with_capacity(lengths.len()));
        let (mut long, mut long_lengths) = (Vec::new(), Vec::new());
        let mut end = 0;
        for (number, length) in lengths.enumerate() {
            if number % BLOCK == 0 {
                starts.push(end);
            }
            short.push(u8::try_from(length).unwrap_or(LONG));
            if length >= u32::from(LONG) {
                long.push(number as u32);
                long_lengths.push(length);
            }
            end += length;
        }
        Self {
            starts: starts.into(),
            short: short.into(),
            long: long.into(),
            long_lengths: long_lengths.into(),
        }
    }

    /// How long the list is that has this number and this short length.
    #[inline]
    fn length(&self, number: usize, short: u8) -> usize {
        if short < LONG {
            return usize::from(short);
        }
        let place = self.long.binary_search(&(number as u32)).ok();
        let length = place.and_then(|place| self.long_lengths.get(place));
        length.map_or(0, |&length| length as usize)
    }

    /// Reads what [`Self::range`] needs, so that the processor has it at hand; what is returned means
    /// nothing.
    #[inline]
    pub fn touch(&self, number: usize) -> u32 {
        let start = self.starts.get(number / BLOCK).copied().unwrap_or(0);
        start ^ u32::from(self.short.get(number).copied().unwrap_or(0))
    }

    /// Where a list lies; that of a number that there is not is empty.
    #[inline]
    pub fn range(&self, number: usize) -> Range<usize> {
        let first = number / BLOCK * BLOCK;
        let start = self.starts.get(number / BLOCK).copied().unwrap_or(0) as usize;
        let block = self.short.get(first..).unwrap_or_default();
        // Nearly always the block is whole and all up to the list are short.
        if let Some(block) = block.first_chunk() {
            let block = u128::from_le_bytes(*block);
            let shift = 8 * (number % BLOCK);
            let before = block & !(u128::MAX << shift);
            let length = block >> shift & u128::from(LONG);
            if !any_long(before | length << shift) {
                let start = start + sum(before);
                return start..start + length as usize;
            }
        }
        let before = (first..number).zip(block);
        let before = before.map(|(number, &short)| self.length(number, short));
        let start = start + before.sum::<usize>();
        let short = self.short.get(number).copied().unwrap_or(0);
        start..start + self.length(number, short)
    }

    /// Where those lists lie that are not empty and of which `wanted` is not 0, in their order, from
    /// one of a [block](BLOCK) on.
    #[inline]
    pub fn of(&self, from: usize, wanted: &[u8], mut found: impl FnMut(Range<usize>)) {
        let blocks = self.short.chunks(BLOCK).zip(&*self.starts);
        let blocks = blocks.zip(wanted.chunks(BLOCK)).skip(from / BLOCK);
        let first = from / BLOCK * BLOCK;
        for (first, ((short, &start), wanted)) in (first..).step_by(BLOCK).zip(blocks) {
            if wanted.iter().fold(0, |any, wanted| any | wanted) == 0 {
                continue;
            }
            let mut end = start as usize;
            for (number, (&short, &wanted)) in (first..).zip(short.iter().zip(wanted)) {
                let start = end;
                end += self.length(number, short);
                if wanted != 0 && end > start {
                    found(start..end);
                }
            }
        }
    }

    /// How long those lists are together of which `wanted` is not 0.
    pub fn sum(&self, wanted: &[u8]) -> usize {
        let is_wanted = |number: usize| wanted.get(number).is_some_and(|&wanted| wanted != 0);
        let short = self.short.iter().zip(wanted);
        let short = short.map(|(&short, &wanted)| match short < LONG && wanted != 0 {
            true => usize::from(short),
            false => 0,
        });
        let long = self.long.iter().zip(&*self.long_lengths);
        let long = long.filter(|(number, _)| is_wanted(**number as usize));
        short.sum::<usize>() + long.map(|(_, &length)| length as usize).sum::<usize>()
    }

    /// The first list of a [block](BLOCK) with which those of which `wanted` is not 0 are together
    /// longer than that.
    pub fn up_to(&self, wanted: &[u8], sum: usize) -> usize {
        let mut left = sum;
        let blocks = self.short.chunks(BLOCK).zip(wanted.chunks(BLOCK));
        for (first, (short, wanted)) in (0..).step_by(BLOCK).zip(blocks) {
            let lists = (first..).zip(short.iter().zip(wanted));
            let lists = lists.filter(|(_, (_, wanted))| **wanted != 0);
            let length = lists.map(|(number, (&short, _))| self.length(number, short));
            match left.checked_sub(length.sum()) {
                Some(rest) => left = rest,
                None => return first,
            }
        }
        0
    }

    pub fn save(&self, to: &mut Saver<'_>, name: &str) {
        to.save(&format!("{name}.starts"), &self.starts);
        to.save(&format!("{name}.short"), &self.short);
        to.save(&format!("{name}.long"), &self.long);
        to.save(&format!("{name}.long_lengths"), &self.long_lengths);
    }

    /// Those of so many lists.
    pub fn load(from: &Loader<'_>, name: &str, lists: usize) -> Option<Self> {
        let lengths = Self {
            starts: from.load(&format!("{name}.starts"))?,
            short: from.load(&format!("{name}.short"))?,
            long: from.load(&format!("{name}.long"))?,
            long_lengths: from.load(&format!("{name}.long_lengths"))?,
        };
        let fits = lengths.short.len() == lists
            && lengths.starts.len() == lists.div_ceil(BLOCK)
            && lengths.long.len() == lengths.long_lengths.len();
        fits.then_some(lengths)
    }

    pub fn bytes(&self) -> usize {
        self.starts.bytes() + self.short.bytes() + self.long.bytes() + self.long_lengths.bytes()
    }
}

/// The sum of sixteen bytes.
#[inline]
const fn sum(bytes: u128) -> usize {
    const EVEN: u128 = u128::MAX / 0xFFFF * 0xFF;
    // Two bytes each have room for sixteen times the most that a byte is.
    let pairs = (bytes & EVEN) + (bytes >> 8 & EVEN);
    let (low, high) = (pairs as u64, (pairs >> 64) as u64);
    ((low + high).wrapping_mul(u64::MAX / 0xFFFF) >> 48) as usize
}

/// Whether any of sixteen bytes is [`LONG`].
#[inline]
const fn any_long(bytes: u128) -> bool {
    const ONES: u128 = u128::MAX / 0xFF;
    // Where a byte of the others is 0, its highest bit is borrowed.
    let others = !bytes;
    others.wrapping_sub(ONES) & bytes & ONES << 7 != 0
}

#[cfg(test)]
mod tests {
    use super::Lengths;

    #[test]
    fn lists_lie_one_behind_the_other_however_long() {
        let lengths: Vec<u32> = (0..40)
            .map(|number| match number {
                3 => 254,
                4 => 255,
                17 => 70_000,
                number => number % 3,
            })
            .collect();
        let made = Lengths::new(lengths.iter().copied());
        let mut end = 0;
        for (number, &length) in lengths.iter().enumerate() {
            let expected = end..end + length as usize;
            end = expected.end;
            assert_eq!(made.range(number), expected, "{number}");
        }
        assert_eq!(end, 70_000 + 254 + 255 + 36);
        assert!(made.range(40).is_empty());
        let mut wanted = [1; 40];
        for other in (0..16).chain([17, 39]) {
            wanted[other] = 0;
        }
        let mut found = Vec::new();
        made.of(0, &wanted, |range| found.push(range));
        let places = [16].into_iter().chain(18..39);
        let expected = places.filter(|place| place % 3 > 0);
        assert!(
            found
                .into_iter()
                .eq(expected.map(|place| made.range(place)))
        );
    }

    #[test]
    fn halves_of_the_lists_that_are_wanted_begin_with_a_block() {
        // 0, 1, … 63, of which the even ones are wanted: 992 together, and 56, 184, 312, 440 in each
        // block.
        let made = Lengths::new(0..64);
        let wanted: Vec<u8> = (0..64).map(|number| u8::from(number % 2 == 0)).collect();
        assert_eq!(made.sum(&wanted), 992);
        assert_eq!(made.up_to(&wanted, 992 / 2), 32);
        assert_eq!(made.up_to(&wanted, 10), 0);
        let mut found = Vec::new();
        made.of(32, &wanted, |range| found.push(range));
        assert!(
            found
                .into_iter()
                .eq((32..64).step_by(2).map(|number| made.range(number)))
        );
    }

    #[test]
    fn the_longest_of_the_short_lists_add_up() {
        let made = Lengths::new((0..32).map(|_| 254));
        for number in 0..32 {
            assert_eq!(made.range(number), number * 254..(number + 1) * 254);
        }
    }
}
