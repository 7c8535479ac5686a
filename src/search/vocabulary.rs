//! The distinct folded words of all documents, and which of them answer a typed word.
//!
//! Fuzziness lives here: it costs as much as the vocabulary is large (some 100,000 words for a
//! million records), whatever the number of records.

use super::fold::symbols::{letters, pairs};
use super::intern::Interner;
use super::tier::{self, Tier};
use super::typo;

/// A word that answers, how, and how much of it was typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub word: u32,
    pub tier: Tier,
    /// 15 where all of the word was typed, towards 0 where little of it was.
    pub closeness: u8,
}

/// A place where a word, or the word behind its clitics, begins.
#[derive(Clone, Copy, Debug)]
struct Stem {
    /// Its first eight letters, so that most comparisons need no look at the words.
    head: u64,
    word: u32,
    at: u8,
}

/// The words, and their stems in the order of their letters.
pub(super) struct Vocabulary {
    words: Interner,
    stems: Vec<Stem>,
    /// A set of letters a stem: a slip changes it by at most one letter each way.
    letters: Vec<u64>,
    /// A set of pairs of letters a word: the inside of a word can only have pairs of the word.
    pairs: Vec<u64>,
}

fn head(stem: &[u8]) -> u64 {
    let mut head = [0; 8];
    head.iter_mut().zip(stem).for_each(|(to, &from)| *to = from);
    u64::from_be_bytes(head)
}

impl Vocabulary {
    pub fn new(words: Interner) -> Self {
        let mut stems = Vec::with_capacity(words.len() * 2);
        let mut word_pairs = Vec::with_capacity(words.len());
        for (number, word) in (0_u32..).zip(words.iter()) {
            word_pairs.push(pairs(word));
            for at in tier::starts(word) {
                let head = head(word.get(at..).unwrap_or_default());
                // A word has at most 48 letters: the place fits.
                stems.push(Stem {
                    head,
                    word: number,
                    at: at as u8,
                });
            }
        }
        let tail = |stem: &Stem| {
            words
                .get(stem.word)
                .get(usize::from(stem.at) + 8..)
                .unwrap_or_default()
        };
        stems.sort_unstable_by(|a, b| a.head.cmp(&b.head).then_with(|| tail(a).cmp(tail(b))));
        let mut vocabulary = Self {
            words,
            stems,
            letters: Vec::new(),
            pairs: word_pairs,
        };
        vocabulary.letters = vocabulary
            .stems
            .iter()
            .map(|stem| letters(vocabulary.letters_of(stem)))
            .collect();
        vocabulary
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    fn letters_of(&self, stem: &Stem) -> &[u8] {
        self.words
            .get(stem.word)
            .get(usize::from(stem.at)..)
            .unwrap_or_default()
    }

    /// The stems that begin with `typed`.
    fn beginning_with<'a>(&'a self, typed: &'a [u8]) -> impl Iterator<Item = (&'a Stem, &'a [u8])> {
        let wanted = head(typed);
        let start = self.stems.partition_point(|stem| {
            stem.head < wanted || (stem.head == wanted && self.letters_of(stem) < typed)
        });
        self.stems
            .get(start..)
            .unwrap_or_default()
            .iter()
            .map(|stem| (stem, self.letters_of(stem)))
            .take_while(move |(_, letters)| letters.starts_with(typed))
    }

    /// All words that answer without a slip, each once, in its best way.
    pub fn strict(&self, typed: &[u8]) -> Vec<Match> {
        let mut best = Best::new(self.len());
        for (stem, letters) in self.beginning_with(typed) {
            if let Some(tier) = tier::at_stem(typed, letters, usize::from(stem.at)) {
                best.offer(stem.word, tier);
            }
        }
        if let Some(bare) = tier::without_article(typed) {
            for (stem, letters) in self.beginning_with(bare) {
                if let Some(tier) = tier::at_article(bare, letters) {
                    best.offer(stem.word, tier);
                }
            }
        }
        if typed.len() >= tier::SHORTEST_INFIX {
            let wanted = pairs(typed);
            for (word, have) in (0_u32..).zip(&self.pairs) {
                if wanted & !have == 0
                    && self
                        .words
                        .get(word)
                        .windows(typed.len())
                        .any(|part| part == typed)
                {
                    best.offer(word, Tier::Infix);
                }
            }
        }
        self.matches(typed, &best)
    }

    /// All words that answer with one slip, or without a one-letter clitic that was typed.
    pub fn forgiving(&self, typed: &[u8]) -> Vec<Match> {
        let mut best = Best::new(self.len());
        for bare in tier::without_letters(typed) {
            for (stem, _) in self
                .beginning_with(bare)
                .take_while(|(_, letters)| letters.len() == bare.len())
            {
                best.offer(stem.word, Tier::Loose);
            }
        }
        if typo::forgiven(typed) {
            let wanted = letters(typed);
            for (stem, have) in self.stems.iter().zip(&self.letters) {
                let missing = wanted & !have;
                if missing & missing.wrapping_sub(1) == 0
                    && let Some(slip) = typo::compare(typed, self.letters_of(stem))
                {
                    best.offer(stem.word, tier::of_slip(slip));
                }
            }
        }
        self.matches(typed, &best)
    }

    fn matches(&self, typed: &[u8], best: &Best) -> Vec<Match> {
        let close =
            |word: u32| (typed.len() * 15 / self.words.get(word).len().max(1)).min(15) as u8;
        best.found
            .iter()
            .filter_map(|&word| {
                let tier = (*best.tiers.get(word as usize)?)?;
                Some(Match {
                    word,
                    tier,
                    closeness: close(word),
                })
            })
            .collect()
    }
}

/// The best tier of each word so far, and the words that have one.
struct Best {
    tiers: Vec<Option<Tier>>,
    found: Vec<u32>,
}

impl Best {
    fn new(words: usize) -> Self {
        Self {
            tiers: vec![None; words],
            found: Vec::new(),
        }
    }

    fn offer(&mut self, word: u32, tier: Tier) {
        match self.tiers.get_mut(word as usize) {
            Some(Some(best)) => *best = tier.min(*best),
            Some(none) => {
                *none = Some(tier);
                self.found.push(word);
            }
            None => {}
        }
    }
}
