//! What the index does not know of a word: whether it stands at the beginning or the end of a text,
//! and beside which words. What answers the words is asked for it text by text.

use super::fold::{Folded, fold};
use super::grammar::Mode;
use super::set::Set;
use super::tier::{self, Tier};
use std::sync::Arc;

/// One of these has to hold; or, where it is negated, none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Check {
    pub any: Vec<Asked>,
}

/// What is asked of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// It must not hold.
    pub not: bool,
    pub what: What,
}

/// What has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Of one of its texts, this.
    Words(Words),
    /// It is one of these.
    Set(Arc<Set>),
}

/// What is asked of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub mode: Mode,
    /// The words, in their order; never empty.
    pub words: Vec<Vec<u8>>,
}

/// The runs of a text, as words.
pub(super) fn words(folded: &Folded) -> Vec<Vec<u8>> {
    folded.words().map(|word| word.symbols.to_vec()).collect()
}

/// Whether all checks hold of the document of a key, which has these texts.
pub(super) fn hold(checks: &[Check], key: u32, texts: &[&str]) -> bool {
    if checks.is_empty() {
        return true;
    }
    let texts: Vec<Vec<Vec<u8>>> = texts.iter().map(|text| words(&fold(text))).collect();
    checks.iter().all(|check| {
        check.any.iter().any(|asked| {
            let met = match &asked.what {
                What::Words(words) => texts.iter().any(|text| words.is_met(text)),
                What::Set(set) => set.has(key),
            };
            met != asked.not
        })
    })
}

impl Words {
    fn is_met(&self, text: &[Vec<u8>]) -> bool {
        let wanted = self.words.as_slice();
        let Some(last) = text.len().checked_sub(wanted.len()) else {
            return false;
        };
        let at = |place: usize| text.get(place..place + wanted.len()).unwrap_or_default();
        match self.mode {
            Mode::Start => self.fits(at(0), begins, whole),
            Mode::End => self.fits(at(last), whole, ends),
            Mode::Whole => last == 0 && self.fits(at(0), whole, whole),
            Mode::Phrase => (0..=last).any(|place| self.fits(at(place), whole, whole)),
            Mode::Word => wanted
                .iter()
                .all(|typed| text.iter().any(|word| whole(typed, word))),
            Mode::Exact | Mode::Plain => wanted.iter().all(|typed| {
                text.iter()
                    .any(|word| tier::strict(typed, tier::without_article(typed), word).is_some())
            }),
        }
    }

    /// Whether the words stand there, one after the other; of the beginning of a text the last word
    /// may be cut short, of the end the first.
    fn fits(
        &self,
        place: &[Vec<u8>],
        last: fn(&[u8], &[u8]) -> bool,
        first: fn(&[u8], &[u8]) -> bool,
    ) -> bool {
        let count = self.words.len();
        self.words
            .iter()
            .zip(place)
            .enumerate()
            .all(|(number, (typed, word))| {
                let rule = match number {
                    _ if count == 1 && self.mode == Mode::End => first,
                    _ if number + 1 == count => last,
                    0 => first,
                    _ => whole,
                };
                rule(typed, word)
            })
    }
}

fn whole(typed: &[u8], word: &[u8]) -> bool {
    tier::strict(typed, tier::without_article(typed), word)
        .is_some_and(|(tier, _)| tier <= Tier::Article)
}

fn begins(typed: &[u8], word: &[u8]) -> bool {
    tier::strict(typed, tier::without_article(typed), word)
        .is_some_and(|(tier, _)| tier < Tier::Infix)
}

fn ends(typed: &[u8], word: &[u8]) -> bool {
    word.ends_with(typed) || whole(typed, word)
}
