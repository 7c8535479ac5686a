//! What answers a word otherwise than as it was typed: with slips, by its sound, as another word.

use super::{Matched, Thought};
use crate::search::closeness::close;
use crate::search::fold::symbols::letters_of;
use crate::search::forward::CLASSES;
use crate::search::index::Index;
use crate::search::narrow::Narrow;
use crate::search::near::sounding_like;
use crate::search::plurals;
use crate::search::query::{Form, Mode};
use crate::search::said;
use crate::search::slips::{SLIP, Slip, Slipped};
use crate::search::tier::{self, Tier};
use crate::search::translit::Alike;
use std::cell::OnceCell;

/// What half a slip costs.
const HALF: u8 = SLIP / 2;
/// How close a word half a slip away is, of 15.
const HALF_A_SLIP: u8 = 12;
/// How close a word is that sounds so, in the other script.
const SOUND: u8 = 8;
/// How close another word for the same thing is, of 15.
const OTHER_WORD: u8 = 8;
/// What is worth less that sounds less like what was typed than another word does (taqrir is تقرير, and
/// hardly تقرر), is another form of what does, or has a slip in another form.
const FARTHER: u8 = 12;
/// In the forms of shorter words no slip is thought of.
const SHORTEST_FORM: usize = 6;
/// A shorter word that is half a slip from another may as well be one in the other script.
const SHORTEST_NEAR: usize = 5;
/// What a slip is worth less where what was typed is how a word of the field is spelt: qarar is قرار, and
/// hardly Qatar.
const SPELT: u8 = 20;

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
    /// without a one-letter clitic that was typed, as far as these are to be [thought](Thought) of.
    pub fn forgive(&mut self, strict: &Self, thought: Thought, index: &Index, narrow: &mut Narrow) {
        self.term.clone_from(&strict.term);
        self.codes.copy(&strict.codes);
        self.whole.clone_from(&strict.whole);
        self.ranges.clone_from(&strict.ranges);
        self.others.clone_from(&strict.others);
        self.documents.copy(&strict.documents);
        self.counted = OnceCell::new();
        self.count = strict.count;
        self.edge = strict.edge;
        self.by_form.clear();
        self.forgiven = true;
        self.thought = thought;
        self.short = false;
        self.ready = 0;
        self.strict = self.others.len();
        let term = std::mem::take(&mut self.term);
        for form in term.iter().filter(|form| form.mode == Mode::Plain) {
            self.forgiving(form, index, narrow);
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

    /// Adds the words of which a slip made the short one that was typed, where it stands somewhere half a slip.
    pub fn forgive_short(&mut self, asks: bool, index: &Index) {
        self.begin_short();
        let most = if asks && self.is_whole() { HALF } else { SLIP };
        let typed = self.typed().to_vec();
        for (stem, slip) in index.short_slips(&typed) {
            let Slip::Whole(cost) = slip else {
                continue;
            };
            if cost > most {
                continue;
            }
            // A letter less says too little: `dan` is hardly an.
            if index.word(stem.word()).len() < stem.at() + typed.len() {
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
        self.counted = OnceCell::new();
    }

    fn forgiving(&mut self, form: &Form, index: &Index, narrow: &mut Narrow) {
        let typed = form.word.as_slice();
        let before = self.others.len();
        self.codes.begin(form.penalty);
        for bare in tier::without_letters(typed) {
            self.whole(bare, Tier::Loose, index, |letters| close(typed, letters));
        }
        for other in plurals::others(typed) {
            self.whole(&other, Tier::Loose, index, |_| OTHER_WORD);
            for owned in plurals::owned(&other) {
                self.whole(&owned, Tier::Loose, index, |_| OTHER_WORD);
            }
        }
        let undoubled = tier::undoubled(typed).filter(|_| self.thought == Thought::All);
        for once in undoubled.collect::<Vec<_>>() {
            let bare = tier::without_article(&once);
            for typed in [Some(once.as_slice()), bare].into_iter().flatten() {
                self.whole(typed, Tier::Typo, index, |_| HALF_A_SLIP);
            }
        }
        // A word of the field is spelt right: الأقمار is no إجمالي, a cost no post.
        let is_known = plurals::is_known(typed);
        let slips = match self.thought {
            _ if is_known => Vec::new(),
            Thought::All => index.slips(typed, narrow),
            Thought::Near => half_a_slip_from(typed, index),
            Thought::Words | Thought::Heard => Vec::new(),
        };
        let is_whole = |(_, slip, _): &(_, Slip, u8)| matches!(slip, Slip::Whole(1..));
        let slipped = slips.iter().any(is_whole);
        let alike = match self.thought {
            Thought::Words => Vec::new(),
            _ if plurals::is_of_one_language(typed) => Vec::new(),
            _ => index.alike(typed),
        };
        let same = |alike: &Alike| index.word(alike.word).is_ascii() == typed.is_ascii();
        let (own, mut others): (Vec<Alike>, Vec<Alike>) = alike.into_iter().partition(same);
        // What only joins words says nothing by its sound: `women` is no ومن.
        others.retain(|alike| !said::only_joins(index.word(alike.word)));
        // All that sound so are as near, so that words beside each other are met side by side; what sounds
        // less so is not.
        let least = others.iter().map(|alike| alike.cost).min().unwrap_or(0);
        others.sort_by_key(|alike| alike.cost > least);
        // What is half a slip away in Arabic letters is nearer than a word in Latin ones that sounds so.
        let is_near = |(_, slip, _): &(_, Slip, u8)| matches!(slip, Slip::Whole(1));
        let mut near = slips.iter().any(is_near);
        if !near && !is_known && !self.is_met() {
            near = self.by_first_letter(form, index);
        }
        // A short one may be the letters of an acronym: سيدس is SIDS.
        let near = near && !typed.is_ascii() && typed.len() >= SHORTEST_NEAR;
        for alike in others.into_iter().filter(|_| !near) {
            if alike.cost > least {
                self.codes.begin(form.penalty.saturating_add(FARTHER));
            }
            self.hear(&alike, SOUND);
        }
        let spelt = plurals::spelt(typed);
        self.codes.begin(form.penalty.saturating_add(FARTHER));
        for other in &spelt {
            self.whole(other, Tier::Sound, index, |_| SOUND);
        }
        // What is how a word of the field is spelt is hardly a slip in another.
        let less = if spelt.is_empty() { 0 } else { SPELT };
        self.codes.begin(form.penalty.saturating_add(less));
        let own = if self.thought == Thought::All {
            own
        } else {
            Vec::new()
        };
        for alike in own {
            // Where a slip explains it, a word with other vowels is not meant: prices is no process.
            if alike.cost == 0 || !slipped {
                // Those in the letters of the typed word are a little nearer.
                self.hear(&alike, SOUND + 1);
            }
        }
        if !self.is_met() && self.others.len() == before {
            for other in plurals::others_of_spelt(typed) {
                self.whole(&other, Tier::Loose, index, |_| OTHER_WORD);
            }
        }
        let may_slip = !is_known && !slips.iter().any(is_near);
        if may_slip && !self.is_met() && self.others.len() == before {
            self.slipped_form(form, index, narrow);
            self.codes.begin(form.penalty.saturating_add(less));
        }
        if let Some(&(_, nearest @ Slip::Whole(1..), off)) = slips.first() {
            // Of equally near ones the first by its letters, whatever their order here.
            let near = slips
                .iter()
                .take_while(|slip| (slip.1, slip.2) == (nearest, off));
            let letters = near.map(|(stem, ..)| index.word(stem.word()).get(stem.at()..));
            let forms = plurals::forms(letters.flatten().min().unwrap_or_default());
            self.codes.begin(form.penalty.saturating_add(FARTHER));
            self.forms(&forms, index);
            self.codes.begin(form.penalty.saturating_add(less));
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

    /// The words that are just these letters, clitics apart, answer in a tier; how close they are is
    /// told by how many letters they have.
    fn whole(&mut self, word: &[u8], tier: Tier, index: &Index, closeness: impl Fn(usize) -> u8) {
        for range in index.beginning_with(word) {
            for (stem, length) in index.measured(&range) {
                if length > word.len() {
                    break;
                }
                let closeness = closeness(length + stem.at());
                if self.codes.offer(stem.word(), tier, closeness) {
                    self.others.push(stem.word());
                }
            }
        }
    }

    fn hear(&mut self, alike: &Alike, closeness: u8) {
        let tier = match alike.start {
            true => Tier::TypoPrefix,
            false => Tier::Sound,
        };
        if self.codes.offer(alike.word, tier, closeness) {
            self.others.push(alike.word);
        }
    }

    /// Other forms of what was typed with a slip answer, clitics apart.
    fn forms(&mut self, forms: &[Vec<u8>], index: &Index) {
        let before = self.others.len();
        for form in forms {
            self.whole(form, Tier::Typo, index, |_| HALF_A_SLIP);
        }
        let new = self.others.get(before..).unwrap_or_default();
        self.by_form.extend(new);
    }

    /// Where nothing is near as it stands, the first letter may be one that sounds like it, in another form of
    /// the word: صياسة is a policy though the texts have سياسات only. Whether any word answers.
    fn by_first_letter(&mut self, form: &Form, index: &Index) -> bool {
        let Some((&first, rest)) = form.word.split_first() else {
            return false;
        };
        let before = self.others.len();
        for letter in sounding_like(first) {
            let word = [&[letter], rest].concat();
            self.forms(&plurals::forms(&word), index);
        }
        self.others.len() > before
    }

    /// Where nothing near answers, a slip may stand in another form of a word: المراصلات is مراسلة.
    fn slipped_form(&mut self, form: &Form, index: &Index, narrow: &mut Narrow) {
        if form.word.len() < SHORTEST_FORM {
            return;
        }
        self.codes.begin(form.penalty.saturating_add(FARTHER));
        for singular in plurals::singular(&form.word) {
            for (stem, slip, off) in index.slips(&singular, narrow) {
                let Slip::Whole(cost) = slip else {
                    continue;
                };
                let closeness = 15_u8.saturating_sub(3 * cost + off);
                if self.codes.offer(stem.word(), Tier::Typo, closeness) {
                    self.others.push(stem.word());
                    self.by_form.push(stem.word());
                }
            }
        }
    }
}

/// The words that are half a slip from what was typed, with its article or without.
fn half_a_slip_from(typed: &[u8], index: &Index) -> Vec<Slipped> {
    let cores = [Some(typed), tier::without_article(typed)]
        .into_iter()
        .flatten();
    let near = cores.flat_map(|core| index.near(core));
    let near = near.filter(|(_, slip)| *slip == Slip::Whole(HALF));
    near.map(|(stem, slip)| (stem, slip, 0)).collect()
}
