//! A word of a query met by the vocabulary: the words that answer it and their documents.

mod forgiving;

use super::bitmap::Bitmap;
use super::closeness::{Closeness, close};
use super::codes::Codes;
use super::edges::Edge;
use super::forward::CLASSES;
use super::index::Index;
use super::plan::FEW;
use super::query::{Form, Mode, Term};
use super::score::Worth;
use super::tier::{self, Tier};
use super::vocabulary::Stem;
use super::within::Stretch;
use std::cell::OnceCell;
use std::cmp::Reverse;

/// How well documents have a word, at the coarsest: as a whole word in a field of each class but
/// background, then also at its beginning in titles, names and codes, and in texts; last in any way.
pub(super) const LEVELS: usize = 6;
const WHOLE_LEVELS: usize = 3;
/// The last class of what records are called.
const TITLES: usize = 1;

/// What may have been meant by a word besides what it is met in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Thought {
    /// Other words for it, what sounds so, and words with slips.
    #[default]
    All,
    /// It stands somewhere: other words for it.
    Words,
    /// Something is called by it: also what sounds so in the other script.
    Heard,
    /// Nothing is called by it: also what is half a slip from it.
    Near,
}

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
    /// How many they are, once that is asked for.
    counted: OnceCell<usize>,
    /// How many they were before slips were thought of, as far as [`FEW`].
    count: usize,
    /// The documents of each level but the last, with those of the levels before it, as far as
    /// they were asked for.
    levels: Vec<Bitmap>,
    ready: usize,
    forgiven: bool,
    /// What was thought of then.
    thought: Thought,
    /// Slips were thought of though it is short.
    short: bool,
    /// The words of which a slip made another form of what was typed.
    by_form: Vec<u32>,
    /// The edge of a text at which it must stand.
    edge: Option<Edge>,
    /// When it was last asked for.
    pub used: u64,
}

/// Whether a typed word is a letter or two.
pub(super) const fn is_beginning(typed: &[u8]) -> bool {
    typed.len() <= 2
}

impl Matched {
    /// The same, for its memory, without that of its levels: most words need none.
    pub fn without_levels(mut self) -> Self {
        self.levels = Vec::new();
        self
    }

    /// Whether this is what a word of a query comes to, without slips.
    pub fn is(&self, term: &Term) -> bool {
        !self.forgiven && self.term == *term
    }

    /// Whether this is what another word comes to when so much is thought of besides what it is met in.
    pub fn is_forgiven(&self, other: &Self, thought: Thought) -> bool {
        self.forgiven && !self.short && self.thought == thought && self.term == other.term
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
        self.thought = Thought::default();
        self.short = false;
        self.by_form.clear();
        self.documents.reset(index.span());
        self.counted = OnceCell::new();
        for form in term {
            self.codes.begin(form.penalty);
            self.strict(form, index);
        }
        self.edge = term.first().and_then(|form| form.mode.edge());
        let is_shown = term.iter().all(|form| form.mode == Mode::Shown);
        let last = CLASSES - 1 - usize::from(is_shown);
        if let Some(edge) = self.edge {
            index.unite_edges(edge, &self.codes, &mut self.documents);
        } else {
            for range in &self.ranges {
                index.unite_stretch(range, 0, last, &mut self.documents);
            }
            for &word in self.whole.iter().chain(&self.others) {
                index.unite(word, last, &mut self.documents);
            }
        }
        index.without_gone(&mut self.documents);
        // Only where no whole word was met it matters how many there are.
        if self.whole.is_empty() || self.edge.is_some() {
            self.count = self.documents.count_to(FEW);
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

    /// How many documents answer.
    pub fn count(&self) -> usize {
        *self.counted.get_or_init(|| self.documents.count())
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

    /// Whether it stands somewhere whole, or with the slips that were thought of.
    pub const fn stands(&self) -> bool {
        self.is_whole() || self.forgiven && self.others.len() > self.strict
    }

    /// Whether anything is called so that it is met in: whole or with a slip, and where it may have been
    /// `begun` in whatever way.
    pub fn is_in_titles(&self, begun: bool, index: &Index) -> bool {
        let mut words = self.whole_or_not(begun);
        words.any(|word| index.is_in(word, TITLES)) || begun && self.is_begun_in_titles(index)
    }

    fn is_begun_in_titles(&self, index: &Index) -> bool {
        let mut titles = Bitmap::new(index.span());
        self.ranges.iter().any(|range| {
            index.unite_stretch(range, 0, TITLES, &mut titles);
            index.without_gone(&mut titles);
            !titles.is_empty()
        })
    }

    /// Adds what is called so, whole or with a slip, where it may have been `begun` also by its beginning; and what
    /// is gone.
    pub fn unite_titles(&self, begun: bool, index: &Index, titles: &mut Bitmap) {
        let words = self.whole_or_not(begun);
        words.for_each(|word| index.unite(word, TITLES, titles));
        for range in self.ranges.iter().filter(|_| begun) {
            index.unite_stretch(range, 0, TITLES, titles);
        }
    }

    /// The words that are it, with the slips that were thought of, and where it may have been `begun` also those
    /// that have it inside.
    fn whole_or_not(&self, begun: bool) -> impl Iterator<Item = u32> {
        let others = match (begun, self.forgiven) {
            (true, _) => self.others.as_slice(),
            (false, true) => self.others.get(self.strict..).unwrap_or_default(),
            (false, false) => &[],
        };
        self.whole.iter().chain(others).copied()
    }

    /// The word as it was typed.
    pub fn typed(&self) -> &[u8] {
        self.term.first().map_or(&[], |form| &form.word)
    }

    /// Whether so little was typed that very many words answer.
    pub fn is_beginning(&self) -> bool {
        is_beginning(self.typed())
    }

    /// Whether it stands only inside of other words.
    pub fn is_met_inside(&self, index: &Index) -> bool {
        self.whole.is_empty() && !self.others.is_empty() && !self.is_begun(index)
    }

    /// Whether words begin with it.
    pub fn is_begun(&self, index: &Index) -> bool {
        let begins = |range: &Stretch| index.measured(range).next().is_some();
        self.ranges.iter().any(begins)
    }

    /// Whether it is no word, and words begin with it.
    pub fn is_half_typed(&self, index: &Index) -> bool {
        !self.is_whole() && self.is_begun(index)
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

    fn strict(&mut self, form: &Form, index: &Index) {
        let typed = form.word.as_slice();
        let begins = form.mode.allows(Tier::Prefix);
        for range in index.beginning_with(typed) {
            let longer = begins.then_some((Tier::Prefix, Tier::CliticPrefix));
            let whole = (Tier::Exact, Tier::Clitic);
            self.beginning(range, form, typed.len(), whole, longer, index);
        }
        if !matches!(
            form.mode,
            Mode::Exact | Mode::Word | Mode::Shown | Mode::Begun
        ) && let Some(bare) = tier::without_article(typed)
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
            let Self { codes, others, .. } = self;
            // Very many are asked: an iterator that goes through them itself is quicker.
            index.maybe_inside(typed).for_each(|word| {
                if codes.has(word) {
                    return;
                }
                let letters = index.word(word);
                if tier::inside(typed, letters).is_some()
                    && codes.offer(word, Tier::Infix, close(typed, letters.len()))
                {
                    others.push(word);
                }
            });
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
        index.offer_longer(&range, count, (&mut self.codes, longer, &closeness));
        self.ranges.push(range);
    }

    /// The words of which a slip made another form of what was typed.
    pub fn by_form<'i>(&self, index: &'i Index) -> impl Iterator<Item = &'i [u8]> {
        self.by_form.iter().map(|&word| index.word(word))
    }

    /// The first level at which any document may have it.
    pub const fn first_level(&self) -> usize {
        if self.whole.is_empty() {
            WHOLE_LEVELS
        } else {
            0
        }
    }

    /// The documents of a level and of those before it.
    pub fn level(&self, level: usize) -> &Bitmap {
        self.levels.get(level).unwrap_or(&self.documents)
    }

    /// Makes a level and those before it ready.
    pub fn make_ready(&mut self, level: usize, index: &Index) {
        let first = self.first_level();
        for next in self.ready..=level.min(LEVELS - 2) {
            self.ready = next + 1;
            if self.levels.len() <= next {
                self.levels.push(Bitmap::default());
            }
            let (before, rest) = self.levels.split_at_mut(next);
            let Some(set) = rest.first_mut() else {
                return;
            };
            let is_posted = |&word: &u32| index.is_in(word, next);
            let before = before.last().filter(|before| !before.blocks().is_empty());
            match before {
                Some(before) => set.copy(before),
                // Where nothing is in it, its memory need not be cleared.
                None if next < first => set.reset(0),
                None if next < WHOLE_LEVELS && !self.whole.iter().any(is_posted) => set.reset(0),
                None => set.reset(index.span()),
            }
            if set.blocks().is_empty() {
                continue;
            }
            if next < WHOLE_LEVELS {
                // The level before has those of the classes before.
                let from = if before.is_some() { next } else { 0 };
                for &word in &self.whole {
                    index.unite_of(word, from, next, set);
                }
            } else {
                let class = next + 1 - WHOLE_LEVELS;
                let from = if next > WHOLE_LEVELS { class } else { 0 };
                for range in &self.ranges {
                    index.unite_stretch(range, from, class, set);
                }
            }
        }
    }
}
