//! The segments of an index as one: their words and documents are numbered one after another.

use super::amend::Amendment;
use super::bitmap::Bitmap;
use super::closeness::Closeness;
use super::codes::Codes;
use super::edges::Edge;
use super::index::Index;
use super::narrow::Narrow;
use super::segment::Segment;
use super::set::Set;
use super::slips::{self, Slip, Slipped};
use super::tier::Tier;
use super::translit::{self, Alike};
use super::vocabulary::Stem;
use super::walk::Walk;
use std::cmp::Reverse;
use std::hint::black_box;
use std::ops::Range;

/// Of so many documents the memory is [asked for](Index::ask_for) at once.
pub(super) const AHEAD: usize = 32;

/// A segment and its place in the index.
#[derive(Clone, Copy)]
struct Within<'a> {
    segment: &'a Segment,
    place: Place,
    /// Words that count no more.
    dead: Option<&'a Bitmap>,
}

/// Where the words and documents of a segment are numbered from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    word: u32,
    /// A multiple of 64, so that sets of documents can be added block by block.
    document: u32,
}

impl Place {
    /// Behind a segment.
    pub fn behind(segment: &Segment) -> Self {
        Self {
            word: segment.vocabulary.len() as u32,
            document: segment.len().next_multiple_of(64) as u32,
        }
    }
}

/// A document in its segment.
#[derive(Clone, Copy)]
pub(super) struct Located<'a> {
    pub segment: &'a Segment,
    /// Its number there.
    pub number: u32,
    /// Where the words of the segment are numbered from.
    pub word: u32,
    /// The segment is that of an amendment.
    pub new: bool,
}

/// A document whose memory was asked for, and where its words lie.
pub(super) type AskedFor<'a> = (Located<'a>, Range<usize>);

/// Stems of a segment that begin alike.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    stems: Range<usize>,
    /// They are in the segment of an amendment.
    new: bool,
}

impl<'a> Within<'a> {
    const fn new(amendment: &'a Amendment) -> Self {
        Self {
            segment: &amendment.new,
            place: amendment.place,
            dead: None,
        }
    }

    #[inline]
    fn is_alive(&self, word: u32) -> bool {
        self.dead.is_none_or(|dead| !dead.contains(word))
    }

    fn shifted(&self, stem: Stem) -> Stem {
        Stem::new(stem.word() + self.place.word, stem.at())
    }

    /// The stems that count of some, as stems of the index, and what comes with them.
    fn alive<T>(self, stems: impl Iterator<Item = (Stem, T)>) -> impl Iterator<Item = (Stem, T)> {
        let alive = stems.filter(move |(stem, _)| self.is_alive(stem.word()));
        alive.map(move |(stem, with)| (self.shifted(stem), with))
    }
}

impl Index {
    fn first(&self) -> Within<'_> {
        Within {
            segment: &self.first,
            place: Place::default(),
            dead: self.amendment.as_ref().map(|amendment| &amendment.dead),
        }
    }

    fn segments(&self) -> impl Iterator<Item = Within<'_>> {
        let new = self.amendment.as_ref().map(Within::new);
        std::iter::once(self.first()).chain(new)
    }

    /// The segment of a word.
    #[inline]
    fn of_word(&self, word: u32) -> Within<'_> {
        match &self.amendment {
            Some(new) if word >= new.place.word => Within::new(new),
            _ => self.first(),
        }
    }

    /// Where a document is.
    #[inline]
    pub(super) fn locate(&self, document: u32) -> Located<'_> {
        match &self.amendment {
            Some(new) if document >= new.place.document => Located {
                segment: &new.new,
                number: document - new.place.document,
                word: new.place.word,
                new: true,
            },
            _ => Located {
                segment: &self.first,
                number: document,
                word: 0,
                new: false,
            },
        }
    }

    /// Where some documents are, and where their words lie; their memory is asked for before any is read,
    /// for they lie far from each other.
    pub(super) fn ask_for<'a>(&'a self, documents: &[u32], asked: &mut Vec<AskedFor<'a>>) {
        // What does not wait for each other comes together: first what tells where all lie, then all words.
        let located = || documents.iter().map(|&document| self.locate(document));
        let lengths = located().map(|at| at.segment.forward.lengths.touch(at.number as usize));
        black_box(lengths.fold(0, |all, one| all ^ one));
        asked.clear();
        asked.extend(located().map(|at| (at, at.segment.forward.range(at.number))));
        let words = asked
            .iter()
            .map(|(at, words)| at.segment.forward.touch(words));
        black_box(words.fold(0, |all, one| all ^ one));
    }

    fn of_stretch(&self, stretch: &Stretch) -> Within<'_> {
        match &self.amendment {
            Some(new) if stretch.new => Within::new(new),
            _ => self.first(),
        }
    }

    /// Words have lesser numbers.
    pub(super) fn words(&self) -> usize {
        let new = self.amendment.as_ref();
        self.first.vocabulary.len() + new.map_or(0, |new| new.new.vocabulary.len())
    }

    /// Documents have lesser numbers; not all of these numbers are documents.
    pub(super) fn span(&self) -> usize {
        let new = self.amendment.as_ref();
        new.map_or(self.first.len(), |new| {
            new.place.document as usize + new.new.len()
        })
    }

    /// The letters of a word.
    #[inline]
    pub(super) fn word(&self, word: u32) -> &[u8] {
        let within = self.of_word(word);
        within.segment.vocabulary.word(word - within.place.word)
    }

    /// The stems that begin with `typed`.
    pub(super) fn beginning_with(&self, typed: &[u8]) -> impl Iterator<Item = Stretch> {
        let of = |segment: &Segment, new: bool| Stretch {
            stems: segment.vocabulary.beginning_with(typed),
            new,
        };
        let new = self.amendment.as_ref().map(|new| of(&new.new, true));
        std::iter::once(of(&self.first, false)).chain(new)
    }

    /// The stems of a stretch in their order, and how many letters each has.
    pub(super) fn measured(&self, stretch: &Stretch) -> impl Iterator<Item = (Stem, usize)> {
        let within = self.of_stretch(stretch);
        within.alive(within.segment.vocabulary.measured(stretch.stems.clone()))
    }

    /// Offers the same behind the first few: for very many of them this is quicker.
    pub(super) fn offer_longer(
        &self,
        stretch: &Stretch,
        behind: usize,
        (codes, tiers, closeness): (&mut Codes, (Tier, Tier), &Closeness),
    ) {
        let within = self.of_stretch(stretch);
        let range = stretch.stems.start.saturating_add(behind)..stretch.stems.end;
        let vocabulary = &within.segment.vocabulary;
        let lengths = vocabulary.lengths().get(range.clone()).unwrap_or_default();
        let stems = vocabulary.stems().range(range).iter();
        let stems = stems.zip(lengths.iter().copied());
        match (within.dead, within.place.word) {
            (None, 0) => codes.offer_longer(stems, tiers, closeness),
            _ => codes.offer_longer(within.alive(stems), tiers, closeness),
        }
    }

    /// Whether any word begins so.
    pub(super) fn begins(&self, typed: &[u8]) -> bool {
        self.beginning_with(typed)
            .any(|stretch| self.measured(&stretch).next().is_some())
    }

    /// Whether a word stands somewhere by itself, clitics apart.
    pub(super) fn has_whole(&self, word: &[u8]) -> bool {
        let is_whole = |(_, length): (Stem, usize)| length == word.len();
        self.beginning_with(word)
            .any(|stretch| self.measured(&stretch).next().is_some_and(is_whole))
    }

    /// The words among which those are that have a word of three letters or more inside.
    pub(super) fn maybe_inside(&self, typed: &[u8]) -> impl Iterator<Item = u32> {
        self.segments().flat_map(move |within| {
            let words = within.segment.vocabulary.maybe_inside(typed);
            let alive = words.filter(move |&word| within.is_alive(word));
            alive.map(move |word| word + within.place.word)
        })
    }

    /// The words that sound like `typed`, best first.
    pub(super) fn alike(&self, typed: &[u8]) -> Vec<Alike> {
        self.heard(typed, false)
    }

    /// The same for a Latin word that is otherwise too short.
    pub(super) fn short_alike(&self, typed: &[u8]) -> Vec<Alike> {
        self.heard(typed, true)
    }

    fn heard(&self, typed: &[u8], short: bool) -> Vec<Alike> {
        let collect = |typed: &[u8], found: &mut Vec<Alike>| {
            for within in self.segments() {
                let Segment {
                    vocabulary, sounds, ..
                } = within.segment;
                let spelt = |word| vocabulary.word(word);
                let heard = sounds.collect(typed, short, spelt).into_iter();
                let alive = heard.filter(|alike| within.is_alive(alike.word));
                found.extend(alive.map(|alike| Alike {
                    word: alike.word + within.place.word,
                    ..alike
                }));
            }
        };
        translit::like(typed, collect, |word| self.word(word))
    }

    /// The stems that answer `typed` with slips, the nearest first; `narrow` is what answered before.
    pub(super) fn slips(&self, typed: &[u8], narrow: &mut Narrow) -> Vec<Slipped> {
        let stem = |stem: Stem| self.word(stem.word()).get(stem.at()..);
        let search = |typed: &[u8], walk: &mut Walk| {
            let found = (0..).zip(self.segments()).flat_map(|(number, within)| {
                let vocabulary = &within.segment.vocabulary;
                let found = slips::over(typed, walk, vocabulary, number, narrow);
                within.alive(found.into_iter())
            });
            let mut found: Vec<_> = found.collect();
            if self.is_amended() {
                // As they stand in one vocabulary.
                found.sort_by_key(|&(at, _)| (stem(at), self.word(at.word())));
            }
            found
        };
        slips::find(typed, search, |word| self.word(word))
    }

    /// The whole words, also behind clitics, that are one slip away from what was typed, and what it costs.
    pub(super) fn near(&self, typed: &[u8]) -> impl Iterator<Item = (Stem, Slip)> {
        self.segments().flat_map(move |within| {
            let found = slips::once(typed, &within.segment.vocabulary);
            within.alive(found.into_iter())
        })
    }

    /// Whether there is any.
    pub(super) fn has_slip(&self, typed: &[u8]) -> bool {
        self.near(typed).next().is_some()
    }

    /// The stems that answer a short word with a slip.
    pub(super) fn short_slips(&self, typed: &[u8]) -> impl Iterator<Item = (Stem, Slip)> {
        self.segments().flat_map(move |within| {
            within.alive(slips::in_short(typed, &within.segment.vocabulary).into_iter())
        })
    }

    /// Adds the documents that have a word in a field of such a class or a better one.
    #[inline]
    pub(super) fn unite(&self, word: u32, class: usize, into: &mut Bitmap) {
        self.unite_of(word, 0, class, into);
    }

    /// The same without those of a class before `from`.
    #[inline]
    pub(super) fn unite_of(&self, word: u32, from: usize, class: usize, into: &mut Bitmap) {
        let Within { segment, place, .. } = self.of_word(word);
        let (word, first) = (word - place.word, place.document);
        segment.postings.unite_of(word, from, class, first, into);
    }

    /// Whether a document has a word in a field of such a class or a better one.
    pub(super) fn is_in(&self, word: u32, class: usize) -> bool {
        let Within { segment, place, .. } = self.of_word(word);
        let amendment = self.amendment.as_ref().filter(|_| place.document == 0);
        let nothing = Bitmap::default();
        let gone = amendment.map_or(&nothing, |amendment| &amendment.gone);
        segment.postings.any_but(word - place.word, class, gone)
    }

    /// The same for all words of a stretch as [`Self::unite`] for one; those of a class before `from` need not be added.
    pub(super) fn unite_stretch(
        &self,
        stretch: &Stretch,
        from: usize,
        class: usize,
        into: &mut Bitmap,
    ) {
        let Within { segment, place, .. } = self.of_stretch(stretch);
        match segment.unions.get(&stretch.stems, class) {
            Some(known) => into.or_blocks(place.document as usize / 64, known),
            None => {
                let stems = segment.vocabulary.stems().range(stretch.stems.clone());
                for stem in stems.iter() {
                    segment
                        .postings
                        .unite_of(stem.word(), from, class, place.document, into);
                }
            }
        }
    }

    /// Adds the documents of which a text begins or ends with a word that answers, and those of which only
    /// the texts can tell.
    pub(super) fn unite_edges(&self, edge: Edge, codes: &Codes, into: &mut Bitmap) {
        let answers = codes.table().codes();
        for Within { segment, place, .. } in self.segments() {
            let answers = answers.get(place.word as usize..).unwrap_or_default();
            segment.edges.unite(edge, answers, place.document, into);
        }
        into.or(&self.unsure());
    }

    /// The documents of which only the texts can tell what they begin and end with.
    pub(super) fn unsure(&self) -> Bitmap {
        let mut unsure = Bitmap::new(self.span());
        for Within { segment, place, .. } in self.segments() {
            let documents = segment.edges.unsure().iter();
            documents.for_each(|&document| unsure.insert(document.wrapping_add(place.document)));
        }
        self.without_gone(&mut unsure);
        unsure
    }

    /// The words that end so.
    pub(super) fn ending_with(&self, typed: &[u8]) -> impl Iterator<Item = u32> {
        self.segments().flat_map(move |within| {
            let words = within.segment.vocabulary.ending_with(typed);
            let alive = words.into_iter().filter(move |&word| within.is_alive(word));
            alive.map(move |word| word + within.place.word)
        })
    }

    /// Takes the documents away that no longer count.
    pub(super) fn without_gone(&self, documents: &mut Bitmap) {
        if let Some(amendment) = &self.amendment {
            documents.and_not(&amendment.gone);
        }
    }

    /// All documents.
    pub(super) fn all(&self) -> Bitmap {
        let mut all = Bitmap::full(self.first.len());
        if let Some(amendment) = &self.amendment {
            all.and_not(&amendment.gone);
            all.extend_with(&Bitmap::full(amendment.new.len()));
        }
        all
    }

    /// The documents whose keys are in a set.
    pub(super) fn documents_of(&self, set: &Set) -> Bitmap {
        let keys = &self.first.keys;
        let Some(amendment) = &self.amendment else {
            return keys.documents_of(set);
        };
        let mut found = keys.documents_of(&amendment.then(set, keys.len()));
        self.without_gone(&mut found);
        found.extend_with(&amendment.new.keys.documents_of(set));
        found
    }

    /// The documents that may be called so, in their order; of those that are gone none is.
    pub(super) fn named(&self, name: &[u8]) -> impl Iterator<Item = u32> {
        let gone = self.amendment.as_ref().map(|amendment| &amendment.gone);
        let named = self.segments().flat_map(move |within| {
            let named = within.segment.names.of(name);
            named.map(move |document| document + within.place.document)
        });
        named.filter(move |document| gone.is_none_or(|gone| !gone.contains(*document)))
    }

    /// What a document is worth whatever is asked.
    pub(super) fn own(&self, document: u32) -> u32 {
        let located = self.locate(document);
        located.segment.owns.get(located.number).into()
    }

    /// The key of a document.
    pub(super) fn key(&self, document: u32) -> u32 {
        if let Some(new) = &self.amendment
            && let Some(of_new) = document.checked_sub(new.place.document)
        {
            return new.new.keys.get(of_new).unwrap_or(0);
        }
        let key = self.first.keys.get(document);
        // Also what was loaded names no document that there is not.
        let key = key.filter(|&key| (key as usize) < self.first.len());
        let key = key.unwrap_or(0);
        (self.amendment.as_ref()).map_or(key, |amendment| amendment.moved(key))
    }

    /// Adds to a list the first so many documents that are in all of these sets, in the order of
    /// their own worth.
    pub(super) fn first_in_all(&self, sets: &[&Bitmap], most: usize, to: &mut Vec<u32>) {
        let before = to.len();
        let blocks = self.span().div_ceil(64);
        let middle = self.first.len().div_ceil(64);
        Bitmap::first_in_all(sets, 0..middle, most, to);
        if blocks > middle {
            Bitmap::first_in_all(sets, middle..blocks, most, to);
            let added = to.get_mut(before..).unwrap_or_default();
            added.sort_by_key(|&document| (Reverse(self.own(document)), self.key(document)));
            to.truncate(before + most);
        }
    }
}
