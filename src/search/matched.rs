//! A word of a query met by the vocabulary: the words that answer it and their documents.

use super::bitmap::Bitmap;
use super::closeness::{Closeness, close};
use super::codes::Codes;
use super::edges::Edge;
use super::fold::symbols::letters_of;
use super::forward::CLASSES;
use super::index::Index;
use super::narrow::Narrow;
use super::plurals;
use super::query::{Form, Mode, Term};
use super::score::Worth;
use super::slips::Slip;
use super::tier::{self, Tier};
use super::vocabulary::Stem;
use super::within::Stretch;
use std::cmp::Reverse;

/// How well documents have a word, at the coarsest: as a whole word in a field of each class but
/// background, then also at its beginning in titles, names and codes, and in texts; last in any way.
pub(super) const LEVELS: usize = 6;
const WHOLE_LEVELS: usize = 3;

/// How close a word half a slip away is, of 15.
const HALF_A_SLIP: u8 = 12;
/// How close a word is that sounds so, in the other script.
const SOUND: u8 = 8;
/// How close another word for the same thing is, of 15.
const OTHER_WORD: u8 = 8;

/// A word of a query, and what answers it.
#[derive(Clone, Debug, Default)]
pub(super) struct Matched {
    term: Term,
    /// How each word of the vocabulary answers.
    pub codes: Codes,
    /// The words that are meant whole.
    whole: Vec<u32>,
    /// The stems that begin as it does.
    ranges: Vec<Stretch>,
    /// The words that answer in another way.
    others: Vec<u32>,
    /// How many of them do without slips.
    strict: usize,
    /// The documents that have any of these words.
    documents: Bitmap,
    /// How many they were before slips were thought of.
    count: usize,
    /// The documents of each level but the last, with those of the levels before it, as far as
    /// they were asked for.
    levels: Vec<Bitmap>,
    ready: usize,
    forgiven: bool,
    /// Slips were thought of though it is short.
    short: bool,
    /// The edge of a text at which it must stand.
    edge: Option<Edge>,
    /// When it was last asked for.
    pub used: u64,
}

impl Matched {
    /// Whether this is what a word of a query comes to, without slips.
    pub fn is(&self, term: &Term) -> bool {
        !self.forgiven && self.term == *term
    }

    /// Whether this is what another word comes to when slips are thought of.
    pub fn is_forgiven(&self, other: &Self) -> bool {
        self.forgiven && !self.short && self.term == other.term
    }

    /// Looks a word up without slips.
    pub fn fill(&mut self, term: &Term, index: &Index) {
        self.term.clone_from(term);
        self.codes.reset(index.words());
        self.whole.clear();
        self.ranges.clear();
        self.others.clear();
        self.ready = 0;
        self.forgiven = false;
        self.short = false;
        self.documents.reset(index.span());
        for form in term {
            self.codes.begin(form.penalty);
            self.strict(form, index);
        }
        self.edge = term.first().and_then(|form| form.mode.edge());
        if let Some(edge) = self.edge {
            index.unite_edges(edge, &self.codes, &mut self.documents);
        } else {
            for range in &self.ranges {
                index.unite_stretch(range, 0, CLASSES - 1, &mut self.documents);
            }
            for &word in self.whole.iter().chain(&self.others) {
                index.unite(word, CLASSES - 1, &mut self.documents);
            }
        }
        index.without_gone(&mut self.documents);
        // Only where no whole word was met it matters how many there are.
        if self.whole.is_empty() || self.edge.is_some() {
            self.count = self.documents.count();
        }
    }

    /// Whether any document answers without slips.
    pub const fn is_met(&self) -> bool {
        !self.whole.is_empty() && self.edge.is_none() || self.count > 0
    }

    /// The documents that answer.
    pub const fn documents(&self) -> &Bitmap {
        &self.documents
    }

    /// Whether slips should be thought of: it is met nowhere as a whole word, and in fewer
    /// documents than `few`.
    pub fn wants_slips(&self, few: usize) -> bool {
        self.can_be_forgiven() && self.whole.is_empty() && self.count < few
    }

    /// Whether it stands somewhere as a whole word.
    pub const fn is_whole(&self) -> bool {
        !self.whole.is_empty()
    }

    /// The word as it was typed.
    pub fn typed(&self) -> &[u8] {
        self.term.first().map_or(&[], |form| &form.word)
    }

    /// Whether it stands only inside of other words.
    pub fn is_met_inside(&self, index: &Index) -> bool {
        let begins = |range: &Stretch| index.measured(range).next().is_some();
        self.whole.is_empty() && !self.others.is_empty() && !self.ranges.iter().any(begins)
    }

    /// Whether it may be met in any way that the search knows.
    pub fn is_plain(&self) -> bool {
        self.term
            .first()
            .is_some_and(|form| form.mode == Mode::Plain)
    }

    /// The words that answer it best of those that are neither it nor begin with it: of equals those
    /// whose length is nearest, then in the order of their letters. A word that was read before and
    /// has come again is one.
    pub fn nearest<'i>(&self, most: usize, index: &'i Index) -> Vec<&'i [u8]> {
        let table = self.codes.table();
        let typed = self.typed().len();
        let mut nearest: Vec<(Reverse<u16>, usize, &[u8])> = Vec::with_capacity(most + 1);
        for &word in &self.others {
            let worth = Reverse(table.get(word).map_or(0, Worth::measure));
            let last = nearest.last().filter(|_| nearest.len() == most);
            if last.is_some_and(|last| worth > last.0) {
                continue;
            }
            let letters = index.word(word);
            let one = (worth, letters.len().abs_diff(typed), letters);
            if let Err(at) = nearest.binary_search(&one) {
                nearest.insert(at, one);
                nearest.truncate(most);
            }
        }
        nearest.into_iter().map(|(.., letters)| letters).collect()
    }

    /// Whether slips can still add anything: in a word that must be met with just its letters, or
    /// at an edge, there are none.
    pub fn can_be_forgiven(&self) -> bool {
        !self.forgiven
            && self.edge.is_none()
            && self.term.iter().any(|form| form.mode == Mode::Plain)
    }

    /// Whether it was looked for with slips, or at an edge.
    pub const fn is_guessed(&self) -> bool {
        self.forgiven || self.edge.is_some()
    }

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

    fn strict(&mut self, form: &Form, index: &Index) {
        let typed = form.word.as_slice();
        let begins = form.mode.allows(Tier::Prefix);
        for range in index.beginning_with(typed) {
            let longer = begins.then_some((Tier::Prefix, Tier::CliticPrefix));
            let whole = (Tier::Exact, Tier::Clitic);
            self.beginning(range, form, typed.len(), whole, longer, index);
        }
        if !matches!(form.mode, Mode::Exact | Mode::Word)
            && let Some(bare) = tier::without_article(typed)
        {
            self.article(bare, form, index);
        }
        if form.mode == (Mode::Last { whole: false }) {
            for word in index.ending_with(typed) {
                let closeness = close(typed, index.word(word).len());
                self.codes.offer(word, Tier::Infix, closeness);
            }
        }
        if form.mode.allows(Tier::Infix) && typed.len() >= tier::SHORTEST_INFIX {
            for word in index.maybe_inside(typed) {
                if self.codes.has(word) {
                    continue;
                }
                let letters = index.word(word);
                if tier::inside(typed, letters).is_some()
                    && self
                        .codes
                        .offer(word, Tier::Infix, close(typed, letters.len()))
                {
                    self.others.push(word);
                }
            }
        }
    }

    /// What was typed without its article.
    fn article(&mut self, bare: &[u8], form: &Form, index: &Index) {
        let begins = form.mode.allows(Tier::CliticPrefix);
        for range in index.beginning_with(bare) {
            let longer = begins.then_some((Tier::CliticPrefix, Tier::CliticPrefix));
            let whole = (Tier::Article, Tier::Article);
            self.beginning(range, form, bare.len(), whole, longer, index);
        }
    }

    /// Stems that begin with so many letters of a form: those that are just these letters, in the first
    /// tier of `whole` where a word begins and in the second behind clitics; then the others, if they
    /// answer.
    fn beginning(
        &mut self,
        range: Stretch,
        form: &Form,
        letters: usize,
        whole: (Tier, Tier),
        longer: Option<(Tier, Tier)>,
        index: &Index,
    ) {
        let of = |tiers: (Tier, Tier), stem: Stem| match stem.at() {
            0 => tiers.0,
            _ => tiers.1,
        };
        // Shorter stems stand before longer ones.
        let mut count = 0;
        let just_these = |&(_, length): &(Stem, usize)| length == letters;
        for (stem, length) in index.measured(&range).take_while(just_these) {
            let closeness = close(&form.word, length + stem.at());
            self.codes.offer(stem.word(), of(whole, stem), closeness);
            self.whole.push(stem.word());
            count += 1;
        }
        let Some(longer) = longer else {
            return;
        };
        let closeness = Closeness::of(&form.word);
        let others = index.measured(&range).skip(count);
        others.for_each(|(stem, length)| {
            let closeness = closeness.of_letters(length + stem.at());
            self.codes.offer(stem.word(), of(longer, stem), closeness);
        });
        self.ranges.push(range);
    }

    /// The documents of a level and of those before it.
    pub fn level(&self, level: usize) -> &Bitmap {
        self.levels.get(level).unwrap_or(&self.documents)
    }

    /// Makes a level and those before it ready.
    pub fn make_ready(&mut self, level: usize, index: &Index) {
        for next in self.ready..=level.min(LEVELS - 2) {
            if self.levels.len() <= next {
                self.levels.push(Bitmap::default());
            }
            let (before, rest) = self.levels.split_at_mut(next);
            let Some(set) = rest.first_mut() else {
                return;
            };
            match before.last() {
                Some(before) => set.copy(before),
                None => set.reset(index.span()),
            }
            if next < WHOLE_LEVELS {
                for &word in &self.whole {
                    index.unite(word, next, set);
                }
            } else {
                let class = next + 1 - WHOLE_LEVELS;
                // The level before has those of the classes before.
                let from = if next > WHOLE_LEVELS { class } else { 0 };
                for range in &self.ranges {
                    index.unite_stretch(range, from, class, set);
                }
            }
            self.ready = next + 1;
        }
    }
}
