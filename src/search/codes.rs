//! How each word of the vocabulary answers a word of the query, a byte a word.

use super::closeness::Closeness;
use super::fold::LONGEST_WORD;
use super::score::Worth;
use super::tier::Tier;
use super::vocabulary::Stem;

/// A way of answering: the kind of match, how much of the word was typed (15 all, towards 0
/// little), and what is taken off because another word was looked for than was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub tier: Tier,
    pub closeness: u8,
    pub penalty: u8,
}

/// The ways in which words answer, by the number of the word.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    /// The place in `worths`, 0 where the word does not answer.
    of_word: Vec<u8>,
    ways: Vec<Way>,
    /// What no way is worth, then each.
    worths: Vec<Worth>,
    /// The code of each tier and closeness under the penalty of now.
    known: [[u8; CLOSENESSES]; Tier::COUNT],
    penalty: u8,
}

/// [`Codes`] that change no more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    of_word: &'a [u8],
    worths: &'a [Worth],
}

impl<'a> Table<'a> {
    /// What a word is worth.
    #[inline]
    pub fn get(self, word: u32) -> Option<&'a Worth> {
        self.worth(*self.of_word.get(word as usize)?)
    }

    /// The code of each word of the vocabulary; 0 where it does not answer.
    pub const fn codes(self) -> &'a [u8] {
        self.of_word
    }

    /// What a word with a code is worth.
    #[inline]
    pub fn worth(self, code: u8) -> Option<&'a Worth> {
        self.worths.get(usize::from(code))
    }

    /// For each word of the vocabulary which of these words of a query it answers, a bit each; those from
    /// the eighth on share one.
    pub fn answers(all: &[Self]) -> Vec<u8> {
        let mut answers = Vec::new();
        for (number, table) in all.iter().enumerate() {
            answers.resize(table.of_word.len(), 0);
            let bit = 1 << number.min(SHARED);
            let both = answers.iter_mut().zip(table.of_word);
            both.for_each(|(answers, &code)| *answers |= if code == 0 { 0 } else { bit });
        }
        answers
    }
}

const CLOSENESSES: usize = 16;
/// No word has more letters.
const BEHIND: u8 = 64;
const _: () = assert!(LONGEST_WORD < BEHIND as usize);
/// The bit of [`Table::answers`] that the words from here on share.
pub(super) const SHARED: usize = 7;

impl Codes {
    /// No word answers; there are so many.
    pub fn reset(&mut self, words: usize) {
        self.of_word.clear();
        self.of_word.resize(words, 0);
        self.ways.clear();
        self.worths.clear();
        self.worths.push(Worth::NONE);
        self.begin(0);
    }

    /// From now on words are offered under this penalty.
    pub fn begin(&mut self, penalty: u8) {
        self.penalty = penalty;
        self.known = Default::default();
    }

    /// Becomes a copy of others; the memory is used again.
    pub fn copy(&mut self, other: &Self) {
        self.of_word.clone_from(&other.of_word);
        self.ways.clone_from(&other.ways);
        self.worths.clone_from(&other.worths);
        self.begin(other.penalty);
    }

    /// The word answers so; its better way counts. Says whether it did not answer before.
    #[inline]
    pub fn offer(&mut self, word: u32, tier: Tier, closeness: u8) -> bool {
        let code = self.code(tier, closeness);
        let before = self.of_word.get(word as usize).copied();
        let better = self.better(before.unwrap_or(0), code);
        match self.of_word.get_mut(word as usize) {
            Some(to) => *to = better,
            None => return false,
        }
        before == Some(0)
    }

    /// The same for the words of very many stems that go on behind what was typed: in the first tier
    /// where that begins the word, in the second where it stands behind clitics.
    pub fn offer_longer(
        &mut self,
        stems: impl Iterator<Item = (Stem, u8)>,
        tiers: (Tier, Tier),
        closeness: &Closeness,
    ) {
        // The code of words of so many letters, from a place on for those that begin so, and from another
        // for those behind clitics; 0 until one of them was met.
        let mut codes = [0_u8; 1 << u8::BITS];
        let mut of_word = std::mem::take(&mut self.of_word);
        for (stem, length) in stems {
            let at = stem.at() as u8;
            let place = length.wrapping_add(at) % BEHIND + u8::from(at > 0) * BEHIND;
            let code = codes.get(usize::from(place)).copied().unwrap_or(0);
            let Some(to) = of_word.get_mut(stem.word() as usize) else {
                continue;
            };
            // Nearly always it is the first way of a word.
            if *to == 0 && code > 0 {
                *to = code;
            } else if *to != code || code == 0 {
                let tier = if at > 0 { tiers.1 } else { tiers.0 };
                let code = self.code(
                    tier,
                    closeness.of_letters(usize::from(length) + usize::from(at)),
                );
                *to = self.better(*to, code);
                if let Some(known) = codes.get_mut(usize::from(place)) {
                    *known = code;
                }
            }
        }
        self.of_word = of_word;
    }

    /// The better one of two codes of a word, the first of which may be none.
    #[inline]
    fn better(&self, before: u8, code: u8) -> u8 {
        let worth = |code: u8| {
            let worth = self.worths.get(usize::from(code));
            worth.map_or(0, Worth::measure)
        };
        if before == 0 || before != code && worth(code) > worth(before) {
            code
        } else {
            before
        }
    }

    /// The code of a way of answering under the penalty of now.
    #[inline]
    fn code(&mut self, tier: Tier, closeness: u8) -> u8 {
        let known = self.known.get(tier as usize);
        match known.and_then(|known| known.get(usize::from(closeness))) {
            Some(0) | None => self.learn(tier, closeness),
            Some(&code) => code,
        }
    }

    #[cold]
    fn learn(&mut self, tier: Tier, closeness: u8) -> u8 {
        let way = Way {
            tier,
            closeness,
            penalty: self.penalty,
        };
        // 255 ways are more than tiers and closenesses have; with many penalties the last stands
        // for what is beyond.
        let found = self.ways.iter().position(|known| *known == way);
        let number = found.unwrap_or_else(|| {
            if self.ways.len() < usize::from(u8::MAX) {
                self.ways.push(way);
                self.worths.push(Worth::new(way));
            }
            self.ways.len() - 1
        });
        let code = number as u8 + 1;
        let known = self.known.get_mut(tier as usize);
        if let Some(known) = known.and_then(|known| known.get_mut(usize::from(closeness))) {
            *known = code;
        }
        code
    }

    /// What each word is worth.
    pub fn table(&self) -> Table<'_> {
        Table {
            of_word: &self.of_word,
            worths: &self.worths,
        }
    }

    /// Whether a word answers.
    pub fn has(&self, word: u32) -> bool {
        self.of_word
            .get(word as usize)
            .is_some_and(|&code| code > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lengths lie in a file, which may be damaged.
    #[test]
    fn a_length_that_no_word_has_does_no_harm() {
        let mut codes = Codes::default();
        codes.reset(1);
        let stems = [(Stem::new(0, 7), u8::MAX)].into_iter();
        let closeness = Closeness::of(&[1, 2]);
        codes.offer_longer(stems, (Tier::Prefix, Tier::CliticPrefix), &closeness);
        assert!(codes.has(0));
    }
}
