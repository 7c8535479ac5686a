//! The insides of words: which words may have three letters in a row.
//!
//! Words that stand beside each other in the vocabulary begin alike and have many insides in
//! common, so that the lists are of blocks of neighbouring words, in 16 bits each.

use super::stored::{Loader, Saver};
use crate::cache::Array;

/// For each three letters, by their hash, the blocks of words that have them.
#[derive(Debug, Default)]
pub(super) struct Infixes {
    /// Where the list of each hash ends in `blocks`; a power of two of them.
    ends: Array<u32>,
    blocks: Array<u16>,
    /// A block is so many words, as a power of two.
    shift: u32,
}

/// Words of a block, as a power of two, where there are not too many words.
const SMALLEST_BLOCK: u32 = 4;
/// At most so many hashes, as a power of two.
const MOST_HASHES: u32 = 17;

impl Infixes {
    /// `word` gives the letters of each of so many words.
    pub fn new<'a>(count: usize, word: impl Fn(u32) -> &'a [u8]) -> Self {
        let shift = shift(count);
        let hashes = count.next_power_of_two().clamp(1 << 6, 1 << MOST_HASHES);
        // Each hash with each block once: `met` has the last block of a hash.
        let pass = |found: &mut dyn FnMut(usize, u16)| {
            let mut met = vec![0_u32; hashes];
            for number in 0..count as u32 {
                let block = number >> shift;
                for three in word(number).windows(3) {
                    let hash = hash(three) & (hashes - 1);
                    if let Some(last) = met.get_mut(hash)
                        && *last != block + 1
                    {
                        *last = block + 1;
                        found(hash, block as u16);
                    }
                }
            }
        };
        // The list of a hash begins where that of the one before it ends.
        let mut ends = vec![0_u32; hashes + 1];
        pass(&mut |hash, _| {
            if let Some(count) = ends.get_mut(hash + 1) {
                *count += 1;
            }
        });
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut blocks = vec![0; sum as usize];
        pass(&mut |hash, block| {
            if let Some(next) = ends.get_mut(hash) {
                if let Some(to) = blocks.get_mut(*next as usize) {
                    *to = block;
                }
                *next += 1;
            }
        });
        ends.truncate(hashes);
        Self {
            ends: ends.into(),
            blocks: blocks.into(),
            shift,
        }
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("infix.ends", &self.ends);
        to.save("infix.blocks", &self.blocks);
    }

    /// Those of so many words.
    pub fn load(from: &Loader<'_>, count: usize) -> Option<Self> {
        let ends: Array<u32> = from.load("infix.ends")?;
        ends.len().is_power_of_two().then_some(Self {
            ends,
            blocks: from.load("infix.blocks")?,
            shift: shift(count),
        })
    }

    /// The words, of so many, among which those are that have `typed` inside, in order. It must
    /// have three letters.
    pub fn words(&self, typed: &[u8], count: usize) -> impl Iterator<Item = u32> {
        let mut lists: Vec<&[u16]> = typed.windows(3).map(|three| self.list(three)).collect();
        lists.sort_unstable_by_key(|list| list.len());
        lists.dedup();
        // What few blocks have decides; a longer list tells little more.
        lists.truncate(4);
        let (first, others) = match lists.split_first() {
            Some((first, others)) => (*first, others.to_vec()),
            None => (&[] as &[u16], Vec::new()),
        };
        let shift = self.shift;
        first
            .iter()
            .filter(move |block| others.iter().all(|list| list.binary_search(block).is_ok()))
            .flat_map(move |&block| {
                let start = u32::from(block) << shift;
                start..(start + (1 << shift)).min(count as u32)
            })
    }

    fn list(&self, three: &[u8]) -> &[u16] {
        let range = super::between(&self.ends, hash(three) & self.ends.len().wrapping_sub(1));
        self.blocks.get(range).unwrap_or_default()
    }

    pub fn bytes(&self) -> usize {
        self.ends.bytes() + self.blocks.bytes()
    }
}

/// How many words a block is, as a power of two, where there are so many words.
fn shift(count: usize) -> u32 {
    let mut shift = SMALLEST_BLOCK;
    while count >> shift > usize::from(u16::MAX) {
        shift += 1;
    }
    shift
}

/// A hash of three letters.
#[inline]
fn hash(three: &[u8]) -> usize {
    let letters = three
        .iter()
        .fold(0, |letters, &letter| letters << 8 | u32::from(letter));
    (letters.wrapping_mul(0x9E37_79B1) >> 15) as usize
}
