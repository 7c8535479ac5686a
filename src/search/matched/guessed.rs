//! What answers a word only with slips, by its sound, or as another word for the same thing.

use super::Matched;
use crate::search::closeness::close;
use crate::search::fold::symbols::letters_of;
use crate::search::forward::CLASSES;
use crate::search::index::Index;
use crate::search::narrow::Narrow;
use crate::search::plurals;
use crate::search::query::Mode;
use crate::search::slips::Slip;
use crate::search::tier::{self, Tier};

/// How close a word half a slip away is, of 15.
const HALF_A_SLIP: u8 = 12;
/// How close a word is that sounds so, in the other script.
const SOUND: u8 = 8;
/// How close another word for the same thing is, of 15.
const OTHER_WORD: u8 = 8;

impl Matched {
    /// Which letters the words have that were met in no other way than with slips, by their sound or as
    /// another word: a bit each, in order.
    pub fn letters_guessed(&self, index: &Index) -> Vec<u64> {
        let guessed = self.others.get(self.strict..).unwrap_or_default();
        let letters = guessed.iter().map(|&word| letters_of(index.word(word)));
        let mut letters: Vec<u64> = letters.filter(|_| self.forgiven).collect();
        letters.sort_unstable();
        letters.dedup();
        letters
    }

    /// Becomes what another word comes to without slips, and adds the words that answer with slips, or
    /// without a one-letter clitic that was typed.
    pub fn forgive(&mut self, strict: &Self, index: &Index, narrow: &mut Narrow) {
        self.term.clone_from(&strict.term);
        self.codes.copy(&strict.codes);
        self.whole.clone_from(&strict.whole);
        self.ranges.clone_from(&strict.ranges);
        self.others.clone_from(&strict.others);
        self.documents.copy(&strict.documents);
        self.count = strict.count;
        self.edge = strict.edge;
        self.forgiven = true;
        self.short = false;
        self.ready = 0;
        self.strict = self.others.len();
        let term = std::mem::take(&mut self.term);
        for form in term.iter().filter(|form| form.mode == Mode::Plain) {
            self.codes.begin(form.penalty);
            self.forgiving(&form.word, index, narrow);
        }
        self.term = term;
        for &word in self.others.get(self.strict..).unwrap_or_default() {
            index.unite(word, CLASSES - 1, &mut self.documents);
        }
        index.without_gone(&mut self.documents);
    }

    /// Adds the Arabic words that sound like a short Latin one.
    pub fn hear_short(&mut self, index: &Index) {
        self.begin_short();
        let typed = self.typed().to_vec();
        // Among others that are met a Latin word may be so short an Arabic one: `amn`.
        if typed.first().is_some_and(u8::is_ascii_lowercase) {
            for alike in index.short_alike(&typed) {
                let is_arabic = !index.word(alike.word).is_ascii();
                if is_arabic && self.codes.offer(alike.word, Tier::Sound, SOUND) {
                    self.others.push(alike.word);
                    index.unite(alike.word, CLASSES - 1, &mut self.documents);
                }
            }
        }
        index.without_gone(&mut self.documents);
        self.short = true;
    }

    /// Adds the words of which a slip made the short one that was typed, one that costs no more than
    /// `most`.
    pub fn forgive_short(&mut self, most: u8, index: &Index) {
        self.begin_short();
        let typed = self.typed().to_vec();
        for (stem, slip) in index.short_slips(&typed) {
            let Slip::Whole(cost) = slip else {
                continue;
            };
            if cost > most {
                continue;
            }
            let closeness = 15_u8.saturating_sub(3 * cost);
            if (self.codes).offer(stem.word(), Tier::Typo, closeness) {
                self.others.push(stem.word());
                index.unite(stem.word(), CLASSES - 1, &mut self.documents);
            }
        }
        index.without_gone(&mut self.documents);
        self.short = true;
    }

    fn begin_short(&mut self) {
        if !self.forgiven {
            self.strict = self.others.len();
        }
        self.forgiven = true;
        self.ready = 0;
    }

    fn forgiving(&mut self, typed: &[u8], index: &Index, narrow: &mut Narrow) {
        for bare in tier::without_letters(typed) {
            for range in index.beginning_with(bare) {
                for (stem, length) in index.measured(&range) {
                    if length > bare.len() {
                        break;
                    }
                    let closeness = close(typed, length + stem.at());
                    if self.codes.offer(stem.word(), Tier::Loose, closeness) {
                        self.others.push(stem.word());
                    }
                }
            }
        }
        for once in tier::undoubled(typed) {
            let bare = tier::without_article(&once);
            for typed in [Some(once.as_slice()), bare].into_iter().flatten() {
                for range in index.beginning_with(typed) {
                    for (stem, length) in index.measured(&range) {
                        if length > typed.len() {
                            break;
                        }
                        if self.codes.offer(stem.word(), Tier::Typo, HALF_A_SLIP) {
                            self.others.push(stem.word());
                        }
                    }
                }
            }
        }
        for other in plurals::others(typed) {
            for range in index.beginning_with(&other) {
                for (stem, length) in index.measured(&range) {
                    if length > other.len() {
                        break;
                    }
                    if self.codes.offer(stem.word(), Tier::Loose, OTHER_WORD) {
                        self.others.push(stem.word());
                    }
                }
            }
        }
        let slips = index.slips(typed, narrow);
        let is_whole = |(_, slip, _): &(_, Slip, u8)| matches!(slip, Slip::Whole(1..));
        let slipped = slips.iter().any(is_whole);
        for alike in index.alike(typed) {
            let same = index.word(alike.word).is_ascii() == typed.is_ascii();
            // Where a slip explains it, a word with other vowels is not meant: prices is no process.
            if same && alike.cost > 0 && slipped {
                continue;
            }
            let tier = if alike.start {
                Tier::TypoPrefix
            } else {
                Tier::Sound
            };
            // All that sound so are as near, so that words beside each other are met side by side;
            // those in the letters of the typed word a little nearer.
            let closeness = if same { SOUND + 1 } else { SOUND };
            if self.codes.offer(alike.word, tier, closeness) {
                self.others.push(alike.word);
            }
        }
        for (stem, slip, off) in slips {
            let closeness = match slip {
                Slip::Whole(cost) | Slip::Start(cost) => 15_u8.saturating_sub(3 * cost + off),
            };
            if self
                .codes
                .offer(stem.word(), tier::of_slip(slip), closeness)
            {
                self.others.push(stem.word());
            }
        }
    }
}
