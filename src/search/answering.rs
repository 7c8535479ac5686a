//! The words of documents that answer, read for scoring one document after another: each is seldom far
//! from the one before.

use super::forward::Entry;
use super::index::Index;
use super::owns::Cursor;
use super::within::{AskedFor, Located};

/// A word of a document that answers, its place, and how it answers.
pub(super) type Answering = (Entry, u8, u8);

/// So many words of a document are looked at before those that answer are taken: a bit each.
const AT_ONCE: usize = u64::BITS as usize;

/// Reads documents.
pub(super) struct Reader<'a> {
    index: &'a Index,
    /// For each word of the vocabulary how it answers; 0 where it does not.
    answers: &'a [u8],
    /// Whether it answers, a bit each: nearly all words of documents do not, and so much of the processor's
    /// nearest memory this leaves to them.
    any: Vec<u64>,
    asked: Vec<AskedFor<'a>>,
    found: Vec<Answering>,
    /// Where documents of the first segment were looked up, and of that of an amendment.
    cursors: [Cursor; 2],
}

impl<'a> Reader<'a> {
    pub fn new(index: &'a Index, answers: &'a [u8]) -> Self {
        Self {
            index,
            answers,
            any: any(answers),
            asked: Vec::new(),
            found: Vec::new(),
            cursors: Default::default(),
        }
    }

    /// [Asks for](Index::ask_for) the documents that are read next.
    pub fn ask_for(&mut self, documents: &[u32]) {
        self.index.ask_for(documents, &mut self.asked);
    }

    /// The words of one of the documents that were asked for that answer, and what it is worth whatever is
    /// asked.
    #[inline]
    pub fn read(&mut self, at: usize) -> (&[Answering], u32) {
        self.found.clear();
        let Some((located, range)) = self.asked.get(at) else {
            return (&[], 0);
        };
        let Located {
            segment,
            number,
            word: first,
            new,
        } = *located;
        let [of_first, of_new] = &mut self.cursors;
        let cursor = if new { of_new } else { of_first };
        let own = segment.owns.near(number, cursor);
        let (entries, places) = segment.forward.at(range.clone());
        let any = |bits: u32| {
            let word = Entry::of_bits(bits).shifted(first).word() as usize;
            let block = self.any.get(word / AT_ONCE).copied().unwrap_or(0);
            block >> (word % AT_ONCE) & 1
        };
        for (entries, places) in entries.chunks(AT_ONCE).zip(places.chunks(AT_ONCE)) {
            // Whether a word answers cannot be foreseen: all are looked at, and then those that do.
            let mut met = (0..)
                .zip(entries)
                .fold(0_u64, |met, (place, &bits)| met | any(bits) << place);
            while met != 0 {
                let at = met.trailing_zeros() as usize;
                met &= met - 1;
                if let (Some(&bits), Some(&place)) = (entries.get(at), places.get(at)) {
                    let entry = Entry::of_bits(bits).shifted(first);
                    let how = self.answers.get(entry.word() as usize).copied();
                    self.found.push((entry, place, how.unwrap_or(0)));
                }
            }
        }
        (&self.found, own.into())
    }
}

/// Which of some bytes are not 0, a bit each.
fn any(bytes: &[u8]) -> Vec<u64> {
    let (eights, rest) = bytes.as_chunks();
    let mut blocks: Vec<u64> = eights
        .chunks(AT_ONCE / 8)
        .map(|block| {
            let eights = || block.iter().map(|&eight| u64::from_le_bytes(eight));
            // Of most queries nearly all is 0.
            if eights().fold(0, |any, eight| any | eight) == 0 {
                return 0;
            }
            let bits = (0..).step_by(8).zip(eights());
            bits.fold(0, |any, (at, eight)| any | of_eight(eight) << at)
        })
        .collect();
    blocks.resize(bytes.len().div_ceil(AT_ONCE), 0);
    if let Some(last) = blocks.last_mut() {
        let rest = (eights.len() * 8..).zip(rest);
        let bits = rest.map(|(at, &byte)| u64::from(byte != 0) << (at % AT_ONCE));
        *last |= bits.fold(0, |any, bit| any | bit);
    }
    blocks
}

/// Which of eight bytes are not 0, a bit each, the first in the lowest.
const fn of_eight(bytes: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const LOW: u64 = ONES * 0x7F;
    // The highest bit of a byte that is not 0: its own, or what the others carry into it.
    let high = (bytes | ((bytes & LOW) + LOW)) >> 7 & ONES;
    // All of them side by side in the highest byte.
    high.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::any;

    #[test]
    fn each_byte_that_is_not_0_has_its_bit() {
        for length in [0, 1, 7, 8, 63, 64, 65, 200] {
            let bytes: Vec<u8> = (0..length)
                .map(|at| match at % 5 {
                    0 => 0x80,
                    1 => 1,
                    3 => 0xFF,
                    _ => 0,
                })
                .collect();
            let bits = any(&bytes);
            assert_eq!(bits.len(), bytes.len().div_ceil(64));
            for (at, byte) in bytes.iter().enumerate() {
                assert_eq!(
                    bits[at / 64] >> (at % 64) & 1 == 1,
                    *byte != 0,
                    "{at} of {length}"
                );
            }
        }
        assert_eq!(any(&[0; 130]), [0; 3]);
    }
}
