//! Where a word stands in a text: at its beginning, at its end, or beside which words. What the index
//! [cannot tell](super::told) is asked of the texts.

use super::fold::Folded;
use super::grammar::Mode;
use super::set::Set;
use super::tier::{self, Tier};
use std::sync::Arc;

/// A word and what is around it seldom have more bytes.
const EDGE: usize = 40;

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

/// A text as its runs.
fn folded(text: &str) -> Folded {
    let mut folded = Folded::default();
    folded.refill(text);
    folded
}

/// Whether all checks hold of the document of a key, which has these texts.
pub(super) fn hold(checks: &[Check], key: u32, texts: &[&str]) -> bool {
    if checks.is_empty() {
        return true;
    }
    // All words of a text are read once, and only where its beginning or its end does not tell.
    let mut all: Vec<Option<Folded>> = vec![None; texts.len()];
    checks.iter().all(|check| {
        check.any.iter().any(|asked| {
            let met = match &asked.what {
                What::Words(asked) => texts.iter().zip(&mut all).any(|(text, all)| {
                    let told = match all {
                        None => asked.is_met_at_the_edge(text),
                        Some(_) => None,
                    };
                    told.unwrap_or_else(|| asked.is_met(all.get_or_insert_with(|| folded(text))))
                }),
                What::Set(set) => set.has(key),
            };
            met != asked.not
        })
    })
}

/// What a text begins with, up to a blank behind so many bytes or fewer; all of it where there is none.
fn head(text: &str, bytes: usize) -> &str {
    let mut bytes = bytes.min(text.len());
    while !text.is_char_boundary(bytes) {
        bytes += 1;
    }
    let head = text.get(..bytes).unwrap_or(text);
    let blank = head.rfind(' ').filter(|_| head.len() < text.len());
    blank.and_then(|blank| text.get(..blank)).unwrap_or(text)
}

/// What a text ends with, in the same way.
fn tail(text: &str, bytes: usize) -> &str {
    let mut from = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = text.get(from..).unwrap_or(text);
    let blank = tail.find(' ').filter(|_| from > 0);
    blank.and_then(|blank| tail.get(blank..)).unwrap_or(text)
}

impl Words {
    /// Whether it holds of a text of which it asks the beginning or the end; none where these do
    /// not tell.
    fn is_met_at_the_edge(&self, text: &str) -> Option<bool> {
        let bytes = EDGE * self.words.len();
        let edge = match self.mode {
            Mode::Start => head(text, bytes),
            Mode::End => tail(text, bytes),
            _ => return None,
        };
        let folded = folded(edge);
        // A blank ends a word, so that the words there are those of the text.
        let enough = folded.runs().len() >= self.words.len();
        (edge.len() < text.len() && enough).then(|| self.is_met(&folded))
    }

    fn is_met(&self, text: &Folded) -> bool {
        let (wanted, runs) = (self.words.as_slice(), text.runs());
        let Some(last) = runs.len().checked_sub(wanted.len()) else {
            return false;
        };
        let from = |place: usize| {
            let runs = runs.iter().skip(place);
            runs.map(|run| text.slice(run.start as usize, run.end as usize))
        };
        let at = |place: usize| from(place).take(wanted.len());
        let all = || from(0);
        match self.mode {
            Mode::Start => self.fits(at(0), begins, whole),
            Mode::End => self.fits(at(last), whole, ends),
            Mode::Whole => last == 0 && self.fits(at(0), whole, whole),
            Mode::Phrase => (0..=last).any(|place| self.fits(at(place), whole, whole)),
            Mode::Word => wanted
                .iter()
                .all(|typed| all().any(|word| whole(typed, word))),
            Mode::Exact | Mode::Plain => wanted.iter().all(|typed| {
                all().any(|word| tier::strict(typed, tier::without_article(typed), word).is_some())
            }),
        }
    }

    /// Whether the words stand there, one after the other; of the beginning of a text the last word
    /// may be cut short, of the end the first.
    fn fits<'t>(
        &self,
        place: impl Iterator<Item = &'t [u8]>,
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

#[cfg(test)]
mod tests {
    use super::{Asked, Check, Mode, What, Words, folded, head, hold, tail, words};
    use proptest::prelude::*;

    #[test]
    fn the_edges_of_a_text_are_whole_words() {
        assert_eq!(head("one two three", 9), "one two");
        assert_eq!(tail("one two three", 7), " three");
        assert_eq!(head("قرار المجلس", 3), "قرار المجلس");
        assert_eq!(head("قرار المجلس", 9), "قرار");
        assert_eq!(tail("قرار المجلس", 16), " المجلس");
        assert_eq!(head("one", 40), "one");
        assert_eq!(tail("one", 40), "one");
        assert_eq!(head("", 40), "");
    }

    proptest! {
        #![proptest_config(crate::testing::cases(256))]

        #[test]
        fn the_edge_of_a_text_tells_what_the_whole_text_tells(
            text in prop::collection::vec("(ال|و|قرار|council|26|[-/,.َ]|[اتل]{1,6}|[a-c]{20,60})", 0..24),
            glue in "[ -]{1,2}",
            typed in prop::collection::vec("(ال|قرار|c|26|[اتل]{1,3})", 1..3),
            start in any::<bool>(),
        ) {
            let text = text.join(&glue);
            let mode = if start { Mode::Start } else { Mode::End };
            let asked = Words { mode, words: words(&folded(&typed.join(" "))) };
            let whole = asked.is_met(&folded(&text));
            let check = Check { any: vec![Asked { not: false, what: What::Words(asked) }] };
            prop_assert_eq!(hold(&[check], 0, &[&text]), whole, "{}", text);
        }
    }
}
