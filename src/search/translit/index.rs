//! The words of a vocabulary by their skeletons.

use super::agree::{Ending, agree, is_vowel, oddity};
use super::{Skeleton, latin, without_article};
use crate::cache::Array;
use crate::search::clitic;
use crate::search::fold::symbol;
use crate::search::stored::{Loader, Saver};
use crate::search::vocabulary::Stem;

/// Shorter words are not heard: too many sound like them.
pub(super) const SHORTEST: usize = 4;
/// The same for Arabic words, which leave vowels out.
const SHORTEST_ARABIC: usize = 3;
/// A typed word of so many letters and classes may be the beginning of another.
const SHORTEST_START: usize = 5;
const START_CLASSES: u32 = 3;
/// What a letter costs that is written and not heard.
const SILENT: u8 = 1;
/// What may be odd in a usual spelling: an ayn or a last h that is not heard, a hamza.
const ODD: u8 = 1;
/// At most so many words sound like one that was typed.
const MOST: usize = 24;

/// The words that can be heard, in the order of their skeletons.
#[derive(Debug, Default)]
pub(in crate::search) struct Sounds {
    skeletons: Array<u64>,
    /// Whose they are: a word from its beginning or from behind its article.
    words: Array<u32>,
}

/// A word that sounds like the one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Alike {
    pub word: u32,
    /// How much they differ, from 0.
    pub cost: u8,
    /// Only the beginning of the word was typed.
    pub start: bool,
}

impl Sounds {
    /// Takes the words of a vocabulary, whose numbers are 0, 1, 2…
    pub fn new<'a>(vocabulary: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut words = Vec::new();
        for (number, word) in (0_u32..).zip(vocabulary) {
            for at in [0].into_iter().chain(clitic::article(word)) {
                if let Some(skeleton) = word.get(at..).and_then(Skeleton::of) {
                    words.push((skeleton.0, Stem::new(number, at).bits()));
                }
            }
            if let Some(skeleton) = silent(word).and_then(Skeleton::of) {
                words.push((skeleton.0, Stem::new(number, 0).bits()));
            }
        }
        words.sort_unstable();
        Self {
            skeletons: words.iter().map(|&(skeleton, _)| skeleton).collect(),
            words: words.iter().map(|&(_, stem)| stem).collect(),
        }
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("sounds.skeletons", &self.skeletons);
        to.save("sounds.words", &self.words);
    }

    pub fn load(from: &Loader<'_>) -> Option<Self> {
        let sounds = Self {
            skeletons: from.load("sounds.skeletons")?,
            words: from.load("sounds.words")?,
        };
        (sounds.skeletons.len() == sounds.words.len()).then_some(sounds)
    }

    pub fn bytes(&self) -> usize {
        self.skeletons.bytes() + self.words.bytes()
    }

    /// The words that sound like just what was typed, in no order; `spelt` gives the letters of a
    /// word. A `short` one in Latin letters is heard too.
    pub fn collect<'a>(
        &self,
        typed: &[u8],
        short: bool,
        spelt: impl Fn(u32) -> &'a [u8],
    ) -> Vec<Alike> {
        let mut found = Vec::new();
        let is_latin = typed.first().is_some_and(u8::is_ascii_lowercase);
        let shortest = if is_latin && !short {
            SHORTEST
        } else {
            SHORTEST_ARABIC
        };
        let Some(skeleton) = Skeleton::of(typed).filter(|_| typed.len() >= shortest) else {
            return found;
        };
        let open = is_latin && typed.len() >= SHORTEST_START && skeleton.len() >= START_CLASSES;
        let last = if open {
            skeleton.last_beginning()
        } else {
            skeleton
        };
        let first = self.skeletons.partition_point(|&other| other < skeleton.0);
        let end = self.skeletons.partition_point(|&other| other <= last.0);
        let skeletons = self.skeletons.get(first..end).unwrap_or_default();
        let words = self.words.get(first..end).unwrap_or_default();
        for (&other, &stem) in skeletons.iter().zip(words) {
            let stem = Stem::of_bits(stem);
            let word = stem.word();
            let letters = spelt(word).get(stem.at()..).unwrap_or_default();
            let whole = other == skeleton.0;
            let unheard = || {
                let letters = silent(letters).filter(|_| !is_latin)?;
                compare(typed, letters, whole).map(|cost| cost + SILENT)
            };
            if let Some(cost) = compare(typed, letters, whole).or_else(unheard) {
                found.push(Alike {
                    word,
                    cost,
                    start: false,
                });
            } else if open && let Some(cost) = compare_start(typed, letters) {
                found.push(Alike {
                    word,
                    cost,
                    start: true,
                });
            }
        }
        found
    }
}

/// The words that sound like `typed`, with or without its article, best first, at most two dozen;
/// `collect` adds those that sound like just what it is given, `spelt` gives the letters of a word; a
/// word that there is twice is one of the two dozen. Where whole words answer, beginnings are not
/// thought of.
pub(in crate::search) fn like<'w>(
    typed: &[u8],
    mut collect: impl FnMut(&[u8], &mut Vec<Alike>),
    spelt: impl Fn(u32) -> &'w [u8],
) -> Vec<Alike> {
    let bare = bare(typed);
    let mut found = Vec::new();
    for typed in [Some(typed), bare].into_iter().flatten() {
        collect(typed, &mut found);
        for spelt in spelt_otherwise(typed) {
            collect(&spelt, &mut found);
        }
    }
    if found.iter().any(|alike| !alike.start) {
        found.retain(|alike| !alike.start);
    }
    let least = |found: &mut dyn Iterator<Item = &Alike>| found.map(|alike| alike.cost).min();
    let nearest = least(&mut found.iter()).unwrap_or(0);
    // What is nearer leaves little doubt of what was meant; but a word in the other script that is spelt so
    // costs its short vowels.
    let is_other = |alike: &Alike| spelt(alike.word).is_ascii() != typed.is_ascii();
    let of_others = least(&mut found.iter().filter(|alike| is_other(alike))).unwrap_or(0);
    found.retain(|alike| {
        alike.cost <= nearest + 1
            || is_other(alike)
                && !alike.start
                && alike.cost <= of_others + 1
                && is_spelling(typed, spelt(alike.word))
    });
    found.sort_unstable_by_key(|alike| (alike.word, alike.cost));
    found.dedup_by_key(|alike| alike.word);
    found.sort_unstable_by_key(|alike| (alike.cost, spelt(alike.word), alike.word));
    let words = found.chunk_by(|one, other| spelt(one.word) == spelt(other.word));
    let kept = words.take(MOST).map(<[_]>::len).sum();
    found.truncate(kept);
    found
}

/// Whether a Latin word is how an Arabic one is spelt, with any vowels that are not written and hardly
/// anything odd.
pub(in crate::search) fn is_spelling(typed: &[u8], arabic: &[u8]) -> bool {
    spellings(typed).any(|typed| {
        starts(arabic).any(|arabic| {
            Skeleton::of(&typed).is_some_and(|one| Skeleton::of(arabic) == Some(one))
                && oddity(&typed, arabic).is_some_and(|odd| odd <= ODD)
        })
    })
}

/// What was typed without its article, in either script.
fn bare(typed: &[u8]) -> Option<&[u8]> {
    without_article(typed).or_else(|| {
        clitic::article(typed)
            .and_then(|at| typed.get(at..))
            .filter(|bare| bare.len() >= SHORTEST_ARABIC)
    })
}

/// What was typed in the letters of another way to write the same sounds, where these are no longer the
/// same consonants: th is ذ as well as ث, and a last at is a ta marbuta that is read on (`qimat
/// almustaqbal`).
fn spelt_otherwise(typed: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let at = typed.windows(2).position(|two| two == b"th");
    let voiced = at.map(|at| {
        let mut spelt = typed.to_vec();
        if let Some(letter) = spelt.get_mut(at) {
            *letter = b'd';
        }
        spelt
    });
    let bare = typed.strip_suffix(b"t").filter(|bare| bare.ends_with(b"a"));
    let bare = bare.filter(|bare| bare.len() >= SHORTEST);
    voiced.into_iter().chain(bare.map(<[u8]>::to_vec))
}

/// Whether two words sound alike.
pub(in crate::search) fn sounds_like(typed: &[u8], word: &[u8]) -> bool {
    // Words in Arabic letters both are not compared by their sound.
    let is_latin = |word: &[u8]| word.iter().any(u8::is_ascii_lowercase);
    if !is_latin(typed) && !is_latin(word) {
        return false;
    }
    spellings(typed).any(|typed| {
        let typed = typed.as_slice();
        starts(word).any(|word| {
            let whole = Skeleton::of(typed).is_some_and(|one| Skeleton::of(word) == Some(one));
            compare(typed, word, whole).is_some()
        })
    })
}

/// What was typed in all ways to write it, with and without its article.
fn spellings(typed: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let typed = [Some(typed), bare(typed)].into_iter().flatten();
    let all = typed.flat_map(|typed| std::iter::once(typed.to_vec()).chain(spelt_otherwise(typed)));
    all.filter(|typed| typed.len() >= SHORTEST_ARABIC)
}

/// A word from its beginning, and from behind its article; and as it is heard.
fn starts(word: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = [0].into_iter().chain(clitic::article(word));
    let starts = starts.map(|at| word.get(at..).unwrap_or_default());
    starts.chain(silent(word))
}

/// A Latin word without the last t that the French do not speak: Guyot is غويو.
fn silent(word: &[u8]) -> Option<&[u8]> {
    let heard = word.strip_suffix(b"t")?;
    let is_name = heard.len() >= SHORTEST && heard.last().is_some_and(|&last| is_vowel(last));
    (is_name && heard.iter().all(u8::is_ascii_lowercase)).then_some(heard)
}

/// The skeletons of all ways to write what was typed: who sounds like it has [one](skeletons) of them.
pub(in crate::search) fn typed_skeletons(typed: &[u8]) -> Vec<u64> {
    let skeletons = spellings(typed).filter_map(|typed| Skeleton::of(&typed));
    skeletons.map(|skeleton| skeleton.0).collect()
}

/// The skeletons of a word, with and without its article.
pub(in crate::search) fn skeletons(word: &[u8]) -> Vec<u64> {
    let skeletons = starts(word).filter_map(Skeleton::of);
    skeletons.map(|skeleton| skeleton.0).collect()
}

/// How whole words agree; none where they do not, or are in Arabic letters both.
fn compare(typed: &[u8], word: &[u8], whole: bool) -> Option<u8> {
    let is_latin = |word: &[u8]| word.first().is_some_and(u8::is_ascii_lowercase);
    match (is_latin(typed), is_latin(word)) {
        _ if !whole || word == typed => None,
        (true, true) => latin::agree(typed, word).filter(|&cost| cost <= latin::most(typed)),
        (true, false) => agree(typed, word, Ending::Whole).filter(|&cost| cost <= most(typed)),
        // A last ة that was typed is heard in the word: غزة is no GIZ.
        (false, true) if ends_in(typed, 'ه') && !ends_open(word) => None,
        (false, true) => agree(word, typed, Ending::Whole).filter(|&cost| cost <= most(word)),
        (false, false) => None,
    }
}

fn ends_in(word: &[u8], letter: char) -> bool {
    word.last().copied() == symbol(letter)
}

/// Whether a Latin word ends in a vowel, or as a ta marbuta is written.
fn ends_open(latin: &[u8]) -> bool {
    let last = latin.last();
    last.is_some_and(|&last| is_vowel(last) || matches!(last, b'h' | b't'))
}

fn compare_start(typed: &[u8], word: &[u8]) -> Option<u8> {
    agree(typed, word, Ending::Open).filter(|&cost| cost <= most(typed))
}

/// What a difference may cost: every vowel may be a short one, and one thing more may be odd.
fn most(latin: &[u8]) -> u8 {
    latin
        .iter()
        .filter(|&&letter| is_vowel(letter))
        .count()
        .min(6) as u8
        + 1
}
