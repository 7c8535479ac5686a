//! What was typed, as words to look for.

use super::check::Check;
use super::edges::Edge;
use super::fold::{LONGEST_WORD, fold, symbols};
use super::grammar::{Fields, NO_FIELDS, Notice};
use super::set::Set;
use super::tier::Tier;
use super::{clauses, name, read};
use std::sync::{Arc, OnceLock};

/// At most so many words of a query count; the rest is not read.
pub const MOST_WORDS: usize = 32;
/// At most so many bytes of a query are read: more than that many words of the longest take.
const LONGEST: usize = 4 * 1024;

/// A query: what a document must have, and what it must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
    /// What has to be looked up in the texts of what answers the clauses.
    pub(super) checks: Vec<Check>,
    /// What was typed as a name, where it may be one.
    pub(super) name: Vec<u8>,
    /// The same with its blanks.
    pub(super) called: String,
    /// Whether some of its words are in Latin capitals, and say so much: in capitals throughout they say nothing.
    pub(super) has_capitals: bool,
    pub(super) notice: Option<Notice>,
    /// A field and a value that no record has: they are looked for as words.
    pub(super) unknown: Option<(usize, String)>,
    /// A field and a value that it knows, and no record has.
    pub(super) empty: Option<(usize, String)>,
    /// The name of a field that there is not, and the value.
    pub(super) stranger: Option<(String, String)>,
    /// The fields that were asked for, with their values as they were typed.
    pub(super) asked: Vec<(usize, String)>,
    /// The keys of what is asked for by name: without words or without fields these come first.
    pub(super) first: Vec<u32>,
    /// It is asked as people ask: without operators, where the caller has fields.
    pub(super) asks: bool,
    /// What a kind of record is called that it asks for without naming it.
    pub(super) asked_for: Option<&'static str>,
}

/// One thing that a document must have, in one of several ways, or must not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// It must not have it.
    pub not: bool,
    /// Which of the options count.
    pub choice: Choice,
    /// Words that must all be there; empty only where there are sets.
    pub options: Vec<Vec<Term>>,
    /// Documents that have it whatever words they have.
    pub sets: Vec<Arc<Set>>,
    /// Documents that answer by not having one of these: `a | !b`.
    pub without: Vec<Clause>,
    /// What may have been meant where no document has an option.
    pub readings: Vec<Reading>,
    /// How many marks it begins with that are letters on the other keyboard: then readings come first.
    pub marks: usize,
    /// Whether it says anything beside others.
    pub small: Small,
    /// Whether it was not typed, and only says what kind of record a question asks for.
    pub unsaid: bool,
}

/// What a word says beside others, in a question that people ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Small {
    /// It has to be there.
    No,
    /// It only joins the others.
    PassedOver,
    /// It only joins the others where no document has them all.
    Aside,
    /// The same, and it is told: of whom something is asked that none has.
    Subject,
    /// It need not be there: what has it comes first.
    Wish,
    /// The same, and it says which one is asked for: what has it stands before all that has not.
    Sought,
}

/// What may have been meant by a word.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// As it was typed, and as it is read.
    pub typed: String,
    pub read: String,
    /// The words of that, once they are asked for: nearly all that is typed is met as it stands.
    words: OnceLock<Vec<Term>>,
}

impl Reading {
    pub const fn new(typed: String, read: String) -> Self {
        Self {
            typed,
            read,
            words: OnceLock::new(),
        }
    }

    pub fn words(&self) -> &[Term] {
        self.words
            .get_or_init(|| clauses::words_read(&self.typed, &self.read))
    }
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        (&self.typed, &self.read) == (&other.typed, &other.read)
    }
}

impl Eq for Reading {}

/// Which options of a clause count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Each of them.
    Any,
    /// The first that any document has; where none has, the last.
    First,
}

/// A word to look for, in any of several forms; never empty.
pub(super) type Term = Vec<Form>;

/// A form of a word that was typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Form {
    /// Its symbols.
    pub word: Vec<u8>,
    /// How it must be met.
    pub mode: Mode,
    /// What it is worth less than the word as typed, in the units of [`super::score`].
    pub penalty: u8,
}

/// How a word must be met in the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mode {
    /// In any way that the search knows, with slips where little else is found.
    Plain,
    /// With just these letters, anywhere in a word: no slip, no article taken off.
    Exact,
    /// As the whole word, clitics apart.
    Word,
    /// The same, and in more than the background.
    Shown,
    /// As the whole word or as its beginning, clitics apart: no slip, no article taken off.
    Begun,
    /// At the beginning of a text: as the whole first word, or as its beginning too.
    First {
        /// As the whole word, clitics and the typed article apart.
        whole: bool,
    },
    /// At the end of a text: as the whole last word, or as its end too.
    Last {
        /// As the whole word, clitics and the typed article apart.
        whole: bool,
    },
}

impl Mode {
    /// The edge of a text at which the word must stand.
    pub const fn edge(self) -> Option<Edge> {
        match self {
            Self::First { .. } => Some(Edge::First),
            Self::Last { .. } => Some(Edge::Last),
            _ => None,
        }
    }

    /// Whether the word is met by its letters in such a way.
    pub fn allows(self, tier: Tier) -> bool {
        match self {
            Self::Plain | Self::Exact => true,
            Self::Word | Self::Shown => tier <= Tier::Clitic,
            Self::Begun | Self::First { whole: false } => tier < Tier::Infix,
            Self::First { whole: true } | Self::Last { .. } => tier <= Tier::Article,
        }
    }
}

impl Form {
    /// A word as it was typed.
    pub fn plain(word: &[u8]) -> Self {
        Self {
            word: word.to_vec(),
            mode: Mode::Plain,
            penalty: 0,
        }
    }
}

impl Clause {
    /// These words.
    pub fn words(words: Vec<Term>) -> Self {
        Self {
            not: false,
            choice: Choice::Any,
            options: vec![words],
            sets: Vec::new(),
            without: Vec::new(),
            readings: Vec::new(),
            marks: 0,
            small: Small::No,
            unsaid: false,
        }
    }

    /// Nothing yet.
    pub fn none(not: bool) -> Self {
        Self {
            not,
            options: Vec::new(),
            ..Self::words(Vec::new())
        }
    }

    /// Whether it need not be there.
    pub const fn is_wish(&self) -> bool {
        matches!(self.small, Small::Wish | Small::Sought)
    }

    /// Whether nothing is looked for.
    pub fn is_none(&self) -> bool {
        self.options.is_empty() && self.sets.is_empty() && self.without.is_empty()
    }

    /// How many words it looks for.
    pub fn len(&self) -> usize {
        let without = self.without.iter().map(Self::len);
        self.options.iter().map(Vec::len).chain(without).sum()
    }

    /// The word as typed, where it looks for nothing but one plain word.
    pub fn plain_word(&self) -> Option<&[u8]> {
        match self.options.as_slice() {
            [option] => self.word_of(option),
            _ => None,
        }
    }

    /// The word that is looked for where nothing has what it was taken for before.
    pub fn last_word(&self) -> Option<&[u8]> {
        let last = self.options.last()?;
        self.word_of(last).filter(|_| self.choice == Choice::First)
    }

    /// The plain words that it looks for, each an alternative by itself.
    pub fn plain_words(&self) -> impl Iterator<Item = &[u8]> {
        let options = self.options.iter();
        options.filter_map(|option| self.word_of(option))
    }

    fn word_of<'o>(&self, option: &'o [Term]) -> Option<&'o [u8]> {
        let is_one = !self.not && self.sets.is_empty() && self.without.is_empty();
        match option {
            [term] if is_one => term
                .first()
                .filter(|form| form.mode == Mode::Plain)
                .map(|form| form.word.as_slice()),
            _ => None,
        }
    }
}

impl Query {
    /// Reads what was typed, in the grammar of [`grammar`](super::grammar) without fields. The
    /// first 4 KiB are read, the first 32 different words count, and of each word the first 48
    /// letters.
    ///
    /// A code that is nowhere written as one is taken as its parts; digits that were typed apart
    /// are taken as one number where no document has the parts.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::read(text, NO_FIELDS, &mut |_, _| None)
    }

    /// The words of a text, in which no sign is an operator.
    #[must_use]
    pub fn words(text: &str) -> Self {
        let mut query = read::plain(up_to_longest(text));
        query.name = name::of(up_to_longest(text));
        query.call(up_to_longest(text).to_owned());
        query
    }

    /// What [`Self::parse`] reads, with fields: `values` gives the documents that have a value in a
    /// field, by its number. A value that it does not know is looked for as words.
    #[must_use]
    pub fn read(
        text: &str,
        fields: &Fields,
        values: &mut dyn FnMut(usize, &str) -> Option<Arc<Set>>,
    ) -> Self {
        let mut query = read::read(up_to_longest(text), fields, values);
        if text.len() > LONGEST {
            query.notice = query.notice.or(Some(Notice::TooLong));
        }
        if has_long_word(up_to_longest(text)) {
            query.notice = query.notice.or(Some(Notice::LongWord));
        }
        query
    }

    /// Keeps the words as they were typed.
    pub(super) fn call(&mut self, called: String) {
        let (mut large, mut small) = (0, 0);
        for typed in called.split_whitespace() {
            if typed.chars().any(char::is_lowercase) {
                small += 1;
            } else if typed.chars().any(char::is_uppercase) {
                large += 1;
            }
        }
        self.has_capitals = large == 1 || large > 1 && small > 0;
        self.called = called;
    }

    /// The words with just the letters as typed, for comparing with a plain scan.
    #[cfg(test)]
    pub(super) fn exactly(mut self) -> Self {
        for clause in &mut self.clauses {
            clause.readings.clear();
            for term in clause.options.iter_mut().flatten() {
                term.truncate(1);
                term.iter_mut().for_each(|form| form.mode = Mode::Exact);
            }
        }
        self
    }

    /// Whether nothing to look for was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.checks.is_empty()
    }

    /// What could not be read as it may have been meant.
    #[must_use]
    pub const fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// A field, by its number, and a value that no record has: they are looked for as words.
    #[must_use]
    pub fn unknown_value(&self) -> Option<(usize, &str)> {
        let (field, value) = self.unknown.as_ref()?;
        Some((*field, value))
    }

    /// A field that there is not, with the value: both are looked for as words.
    #[must_use]
    pub fn unknown_field(&self) -> Option<(&str, &str)> {
        let (name, value) = self.stranger.as_ref()?;
        Some((name, value))
    }

    /// What looked like a field is none: an id of the caller's, say.
    #[must_use]
    pub fn without_unknown_field(mut self) -> Self {
        self.stranger = None;
        self
    }

    /// The fields that were asked for by their numbers, with their values as they were typed.
    pub fn fields(&self) -> impl Iterator<Item = (usize, &str)> {
        let asked = self.asked.iter();
        asked.map(|(field, value)| (*field, value.as_str()))
    }

    /// What a kind of record is called that it asks for without naming it: `how many` asks for a figure.
    /// Such records come first, and no other is left out for it.
    #[must_use]
    pub const fn asked_for(&self) -> Option<&'static str> {
        self.asked_for
    }

    /// The same with documents that come first where it has no words, or no fields, by their keys.
    #[must_use]
    pub fn with_first(mut self, keys: Vec<u32>) -> Self {
        self.first = keys;
        self.first.sort_unstable();
        self.first.dedup();
        self
    }

    /// Whether it asks for the place of a word in a text, or for words side by side: it is
    /// answered by [`Index::search_places`](super::Index::search_places).
    #[must_use]
    pub fn needs_texts(&self) -> bool {
        !self.checks.is_empty()
    }

    /// Whether the document of a key, with these texts, answers what the index does not know.
    #[must_use]
    pub fn holds(&self, key: u32, texts: &[&str]) -> bool {
        super::check::hold(&self.checks, key, texts)
    }

    /// The words of the query as one, without blanks and Arabic articles: what ways of writing the
    /// same name have in common.
    pub(super) fn name(&self) -> &[u8] {
        &self.name
    }

    /// Takes out of the name what need not be there: `when is the next council` asks for the Council.
    pub(super) fn name_without_wishes(&mut self) {
        let typed = self.clauses.iter().filter(|clause| !clause.unsaid);
        if !typed.into_iter().any(Clause::is_wish) {
            return;
        }
        let others = self.clauses.iter().filter(|clause| !clause.is_wish());
        let words: Option<Vec<&[u8]>> = others.map(Clause::plain_word).collect();
        if let Some(words) = words {
            self.name = name::of_words(words);
        }
    }

    /// The name that was meant, where words of it are read otherwise than they were typed.
    pub(super) fn name_read_as<'r>(
        &self,
        read_as: impl Iterator<Item = &'r (String, String)> + Clone,
    ) -> Vec<u8> {
        let words = self.called.split_whitespace();
        let read = words.map(|word| {
            let other = read_as.clone().find(|(typed, _)| typed == word);
            other.map_or(word, |(_, read)| read.as_str())
        });
        name::of(&read.collect::<Vec<_>>().join(" "))
    }

    /// Whether a word may be left out where no document has all.
    pub(super) fn asks(&self) -> bool {
        self.asks && self.checks.is_empty()
    }

    pub(super) fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Whether only a number was typed, fields apart.
    pub(super) fn is_number(&self) -> bool {
        let clauses = self.clauses.iter();
        let mut words = clauses.filter(|clause| !clause.options.is_empty());
        let (Some(clause), None) = (words.next(), words.next()) else {
            return false;
        };
        let forms = clause.options.iter().flatten().flatten();
        clause.options.len() == 1 && forms.into_iter().all(|form| symbols::is_number(&form.word))
    }
}

/// What is read of a text.
fn up_to_longest(text: &str) -> &str {
    let mut end = LONGEST.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Whether letters of a word do not count, since there are too many.
fn has_long_word(text: &str) -> bool {
    let letters = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        letters.take(LONGEST_WORD + 1).count()
    };
    // A code may have more, run by run.
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .any(|word| word.len() > LONGEST_WORD && letters(word) > LONGEST_WORD)
        && (fold(text).runs().iter()).any(|run| run.len() >= LONGEST_WORD)
}
