//! Which kind of record a question asks for without naming it: what has to be done, how much there is of
//! something, who speaks for a country, whether a group supports a thing.

use super::words::{
    COUNTED_AS, DUTY, HOW_MANY, OF, ON, STANDS, TO_BE_DONE, VERBS, WHETHER, WHICH_ONE, WHOEVER,
};
use super::{ASKS, bare, few, symbols};
use crate::search::few::Few;
use crate::search::fold::Folded;
use crate::search::query::Query;
use std::ops::Range;
use std::sync::LazyLock;

static DUTIES: LazyLock<Few<()>> = LazyLock::new(|| few(DUTY));
static OFS: LazyLock<Few<()>> = LazyLock::new(|| few(OF));
static WHICH_ONES: LazyLock<Few<()>> = LazyLock::new(|| few(WHICH_ONE));
static WHOEVERS: LazyLock<Few<()>> = LazyLock::new(|| few(WHOEVER));
static YES_OR_NO: LazyLock<Few<()>> = LazyLock::new(|| few(WHETHER));
static COUNTING: LazyLock<Few<()>> = LazyLock::new(|| few(HOW_MANY));

/// The verbs of a question, with the words that it begins with and the kind of record that it asks for.
struct Verbs {
    first: Few<()>,
    verbs: Few<()>,
    kind: &'static str,
}

static ASKED: LazyLock<Vec<Verbs>> = LazyLock::new(|| {
    let verbs = VERBS.iter().map(|&(first, verbs, kind)| Verbs {
        first: few(first),
        verbs: few(verbs),
        kind,
    });
    verbs.collect()
});

/// Whether a word says that something has to be done.
pub(super) fn is_duty(word: &[u8]) -> bool {
    DUTIES.get(bare(word)).is_some()
}

/// Whether two words ask what has to be done without asking: المطلوب من.
pub(super) fn is_duty_of(first: &[u8], second: &[u8]) -> bool {
    is_duty(first) && OFS.get(second).is_some()
}

/// Whether a word asks how many there are.
pub(super) fn counts(word: &[u8]) -> bool {
    COUNTING.get(word).is_some()
}

/// Whether a question begins with who did something in two words: which countries contributed.
pub(super) fn asks_who(words: &[&[u8]]) -> bool {
    let [first, second, rest @ ..] = words else {
        return false;
    };
    let says = |word: &&[u8]| of_verb(first, word).is_some();
    WHICH_ONES.get(first).is_some() && WHOEVERS.get(bare(second)).is_some() && rest.iter().any(says)
}

/// The places of the words of whom a question asks where he stands, before the verb that does: does Kuwait support
/// the index.
pub(super) fn subject(words: &[&[u8]]) -> Range<usize> {
    let Some((first, others)) = words.split_first() else {
        return 0..0;
    };
    let stands = |word: &&[u8]| of_verb(first, word) == Some(STANDS);
    let verb = others.iter().position(stands).unwrap_or(0);
    let is_said = verb + 1 < others.len() && YES_OR_NO.get(first).is_some();
    if is_said { 1..1 + verb } else { 0..0 }
}

/// The kind of record that a verb asks for in a question that begins so.
pub(super) fn of_verb(first: &[u8], word: &[u8]) -> Option<&'static str> {
    let asked = |of: &&Verbs| of.first.get(first).is_some() && of.verbs.get(word).is_some();
    ASKED.iter().find(asked).map(|of| of.kind)
}

impl Query {
    /// The same, with records of a kind first, unless it asks for another kind.
    #[must_use]
    pub fn asking_for(mut self, kind: &'static str) -> Self {
        if self.asked_for.is_none() && !self.clauses.is_empty() {
            self.asked_for = Some(kind);
            self.clauses.push(super::of_kind(kind));
        }
        self
    }
}

/// What is asked for besides the words of a question, as a kind of record is called: what has to be
/// done (`what should the secretariat do`, ما المطلوب من الأمانة), how much there is of something, who
/// represents a country, where a group stands.
pub(in crate::search) fn asked_for(folded: &Folded) -> Option<&'static str> {
    let mut words = folded.words().map(|word| word.symbols);
    let (first, second) = (words.next()?, words.next()?);
    if is_duty_of(first, second) {
        return Some(TO_BE_DONE);
    }
    ASKS.get(first)?;
    let is = |word: &[u8], said: &str| symbols(said) == word;
    if counts(first) || is(first, "how") && matches!(second, b"many" | b"much") {
        return Some(COUNTED_AS);
    }
    if is(first, "ماذا") && is(second, ON) {
        return Some(TO_BE_DONE);
    }
    let mut kind = None;
    for word in std::iter::once(second).chain(words) {
        if is_duty(word) {
            return Some(TO_BE_DONE);
        }
        kind = kind.or_else(|| of_verb(first, word));
    }
    kind
}
