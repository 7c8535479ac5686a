//! Whom a quick line names behind `@`: as many of its words as fit a name of the directory.

use std::collections::{BTreeMap, HashSet};

use super::super::desk::names::{Name, all, plain};
use super::names::{Word, longest};
use crate::library::Library;
use crate::library::keep::field::Takes;
use crate::report::{Kind, Record};

/// So many entries are named where several may be meant.
const MOST: usize = 6;

/// Whom some words name at their beginning.
#[derive(Debug, PartialEq, Eq)]
pub enum Named {
    /// An entry of the directory, and of how many words its name was made.
    One(String, usize),
    /// Words that may mean several, or one that is not said in full: the words, how many they are,
    /// and the ids.
    Several(String, usize, Vec<String>),
    /// Nobody.
    Nobody,
}

/// The names of all whom a line can name, made once for a library: to make them takes longer than to
/// read a line.
pub struct Directory {
    names: Vec<Name>,
    /// The id of the group, whose members the most countries are; none where there is none.
    group: Option<String>,
}

/// By which all of the group are named behind an `@`.
const ALL: [&str; 18] = [
    "all",
    "all members",
    "all countries",
    "all delegations",
    "all Arab States",
    "all Arab countries",
    "everyone",
    "everybody",
    "الجميع",
    "الكل",
    "جميع الأعضاء",
    "جميع الدول",
    "جميع الدول العربية",
    "جميع الوفود",
    "كل الأعضاء",
    "كل الدول",
    "كل الدول العربية",
    "كل الوفود",
];

impl Directory {
    /// That of a library.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let kinds = [Kind::Country, Kind::Body, Kind::Person].into_iter();
        let names = kinds.flat_map(|kind| all(library, &Takes::Registry(Some(kind)), "", None));
        Self {
            names: names.collect(),
            group: group_of(library),
        }
    }

    /// The group, where some words behind an `@` name all of it, and how many words they are.
    fn everybody(&self, words: &[&str]) -> Option<Named> {
        let group = self.group.as_ref()?;
        let most = ALL.iter().map(|name| name.split(' ').count()).max()?;
        (1..=most.min(words.len())).rev().find_map(|count| {
            let typed = plain(&words.get(..count)?.join(" "));
            let is_all = ALL.iter().any(|name| plain(name) == typed);
            is_all.then(|| Named::One(group.clone(), count))
        })
    }

    /// All of them.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.names.iter()
    }

    /// The ids of people whose name has two of the words of this one, or all of them: each with a slip at most.
    pub(super) fn near_people(&self, library: &Library, name: &str) -> Vec<String> {
        let is_person = |name: &&Name| {
            let key = library.in_registry(&name.id);
            key.is_some_and(|key| library.kind(key) == Kind::Person)
        };
        let words = plain(name);
        let words: Vec<&str> = words.split(' ').filter(|word| is_of_name(word)).collect();
        let enough = words.len().min(2);
        let is_near = |name: &&Name| {
            let has = words.iter().filter(|word| name.has_near_word(word));
            enough > 0 && has.count() >= enough
        };
        let near = self.names().filter(is_person).filter(is_near);
        near.take(MOST).map(|name| name.id.clone()).collect()
    }

    /// All whom some words name, one or several with commas or «و» between them, or one behind the other:
    /// each name, whom it means; and how many words they are. What is said may begin behind them.
    pub(super) fn all(&self, library: &Library, words: &[&str]) -> (Vec<(String, Named)>, usize) {
        let pieces = pieces(words);
        let mut all = Vec::new();
        let mut at = 0;
        let mut begins = pieces.first().map(|piece| piece.text.as_str());
        while let Some(name) = begins {
            let name = name.trim_start_matches('@');
            let said = from(&pieces, at, name);
            let is_signed = pieces
                .get(at)
                .is_some_and(|piece| piece.text.starts_with('@'));
            let everybody = self.everybody(&said).filter(|_| is_signed);
            let meant = everybody.unwrap_or_else(|| named(library, self, &said));
            // An article alone is nobody's name.
            let most = 1 + usize::from(is_article(name));
            let count = match &meant {
                Named::One(_, count) | Named::Several(_, count, _) if !name.is_empty() => *count,
                _ => most.min(said.len()),
            };
            if !name.is_empty() {
                let name = match &meant {
                    Named::Nobody => said.get(..count).unwrap_or_default().join(" "),
                    _ => name.to_owned(),
                };
                all.push((name, meant));
            }
            at += count;
            begins = None;
            if let Some((place, name)) = next(library, self, words, &pieces, at) {
                (at, begins) = (place, Some(name));
            }
        }
        (all, pieces.get(at).map_or(words.len(), |piece| piece.of))
    }
}

/// The id of the body that the most countries name for a group of theirs.
fn group_of(library: &Library) -> Option<String> {
    let countries = library.of_kind(Kind::Country).iter();
    let records = countries.filter_map(|key| library.record(*key));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for record in records {
        let Record::Country(country) = record else {
            continue;
        };
        for group in country.groups.iter() {
            *counts.entry(group.as_str().to_owned()).or_default() += 1;
        }
    }
    let (group, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let key = library.in_registry(&group)?;
    Some(library.id(key).to_owned())
}

/// Whether a word tells one name from another: al, bin and abu do not.
fn is_of_name(word: &str) -> bool {
    const SHORTEST: usize = 4;
    const OF_MANY: [&str; 4] = ["abdul", "abdel", "عبد", "ابو"];
    let is_long = word.chars().count() >= SHORTEST - usize::from(!word.is_ascii());
    is_long && !OF_MANY.contains(&word)
}

/// A word, or what stands between the commas in one.
struct Piece {
    /// It begins with an `@` where it stands behind a comma.
    pub text: String,
    /// The place of the word.
    pub of: usize,
    /// Whether it stands behind a comma.
    pub goes_on: bool,
}

/// What parts the names of a list.
pub const PARTED: [char; 4] = [',', '،', ';', '؛'];

/// Words parted at the commas in them: `EGY,TUN` is a list of two.
fn pieces(words: &[&str]) -> Vec<Piece> {
    let parted = |(of, word): (usize, &&str)| {
        let parts = word.split(PARTED).filter(|part| !part.is_empty());
        let pieces = parts.enumerate().map(|(nth, part)| {
            let goes_on = nth > 0;
            let text = match goes_on {
                true => format!("@{part}"),
                false => part.to_owned(),
            };
            Piece { text, of, goes_on }
        });
        pieces.collect::<Vec<_>>()
    };
    words.iter().enumerate().flat_map(parted).collect()
}

/// Words that stand between two names.
pub const AND: [&str; 3] = ["and", "&", "و"];

/// Words before the name of a country or a body that are no part of it, as names are compared.
const ARTICLES: [&str; 7] = ["the", "دوله", "وفد", "ممثل", "ممثله", "مندوب", "مندوبه"];

/// Words that lead to the name of a country or a body, and are no part of anybody's name.
const LEAD: [&str; 8] = ["of", "from", "for", "to", "in", "من", "في", "لدى"];

/// Whether a word leads to a name and is no part of it.
pub fn leads(word: &str) -> bool {
    LEAD.contains(&word.to_lowercase().as_str())
}

/// Whether a word may stand before a name and is no part of it.
pub fn is_article(word: &str) -> bool {
    ARTICLES.contains(&plain(word).as_str())
}

/// A name, made [`plain`], without the word before it that is no part of it.
fn without_article(typed: &str) -> &str {
    let bare = ARTICLES
        .iter()
        .find_map(|article| typed.strip_prefix(article)?.strip_prefix(' '));
    bare.unwrap_or(typed)
}

/// What joins a name to the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Blank,
    Comma,
    And,
}

/// The words from this piece on, the first of them read so.
fn from<'p>(pieces: &'p [Piece], at: usize, first: &'p str) -> Vec<&'p str> {
    let rest = pieces.get(at + 1..).unwrap_or_default().iter();
    let rest = rest.map(|piece| piece.text.as_str());
    std::iter::once(first).chain(rest).collect()
}

/// Where one more is named behind those named before this piece, and how the name begins: behind a
/// comma, behind «و» or with it, or behind a blank. None where what is said begins here.
fn next<'p>(
    library: &Library,
    directory: &Directory,
    words: &[&str],
    pieces: &'p [Piece],
    at: usize,
) -> Option<(usize, &'p str)> {
    let piece = pieces.get(at)?;
    let text = piece.text.as_str();
    if piece.goes_on {
        return Some((at, text));
    }
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let before = before.and_then(|before| words.get(before.of));
    let comma = match before.is_some_and(|word| word.ends_with(PARTED)) {
        true => Join::Comma,
        false => Join::Blank,
    };
    let behind = pieces.get(at + 1).filter(|_| AND.contains(&text));
    let joined = [
        Some((at, text, comma)),
        behind.map(|piece| (at + 1, piece.text.trim_start_matches('@'), Join::And)),
        text.strip_prefix('و').map(|name| (at, name, Join::And)),
    ];
    let names_one = |(at, name, join): &(usize, &'p str, Join)| {
        let left = from(pieces, *at, name);
        is_one_more(library, directory, &left, *join)
    };
    let found = joined.into_iter().flatten().find(names_one);
    found.map(|(at, name, _)| (at, name))
}

/// Whether words name one more of a list: a country, or an entry that is named so that it is nothing
/// else. The text may begin there as well: where nothing joins it to the list, a country is one more only
/// by its code (Kuwait to report…), and a code only as it is written (can, are). Behind an article any
/// country is one; a body only where «and» joins it: a text may begin with «the Council».
fn is_one_more(library: &Library, directory: &Directory, words: &[&str], join: Join) -> bool {
    let Named::One(id, count) = named(library, directory, words) else {
        return false;
    };
    let has_article = words.first().is_some_and(|word| is_article(word));
    let Some(first) = words.get(usize::from(has_article)) else {
        return false;
    };
    let count = count - usize::from(has_article);
    let is_joined = join != Join::Blank;
    let bare = first.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let is_country = || {
        let key = library.in_registry(&id);
        let is_word = !bare.is_ascii() || bare.len() > 3 || has_article;
        let is_meant = bare == id || is_joined && is_word;
        is_meant && key.is_some_and(|key| library.kind(key) == Kind::Country)
    };
    let is_code = || id == bare && id.contains(['-', '.']);
    is_country() || is_code() || is_joined && count > 1 && (!has_article || join == Join::And)
}

/// Whom the words name: the longest name that fits, in full or as far as it is clear. What is not
/// clear is not guessed: the first word of a longer name does not stand for it, and where a name
/// said in full goes on as the name of another, both are told.
pub fn named(library: &Library, directory: &Directory, words: &[&str]) -> Named {
    let names = &directory.names;
    let mut typed = String::new();
    // Those of which it is the whole name, and all that begin so; with the number of words.
    let mut whole: (Vec<&str>, usize) = (Vec::new(), 0);
    let mut begun: (Vec<&str>, usize) = (Vec::new(), 0);
    for (count, word) in (1..).zip(words) {
        if count > 1 && word.starts_with('@') {
            break;
        }
        let word = plain(word);
        // A dash or a comma is no part of a name.
        if word.is_empty() {
            break;
        }
        if !typed.is_empty() {
            typed.push(' ');
        }
        typed.push_str(&word);
        if ARTICLES.contains(&typed.as_str()) {
            continue;
        }
        let bare = without_article(&typed);
        let fit = |name: &Name| name.fits(&typed).max(name.fits(bare));
        let ids = |wanted: &dyn Fn(bool) -> bool| -> Vec<&str> {
            let fitting = names.iter().filter(|name| fit(name).is_some_and(wanted));
            fitting.map(|name| name.id.as_str()).collect()
        };
        let all = ids(&|_| true);
        if all.is_empty() {
            break;
        }
        begun = (all, count);
        let full = ids(&|is_whole| is_whole);
        if !full.is_empty() {
            whole = (full, count);
        }
    }
    match (whole.0.as_slice(), begun.0.as_slice()) {
        ([one], _) if whole.1 == begun.1 => Named::One((*one).to_owned(), whole.1),
        ([], [one]) if begun.1 > 1 => Named::One((*one).to_owned(), begun.1),
        ([full], [one]) if full == one => Named::One((*one).to_owned(), begun.1),
        ([], _) => written(library, words).unwrap_or_else(|| unclear(words, whole, begun)),
        _ => unclear(words, whole, begun),
    }
}

/// Those of whom some words are the name, and those whose name begins so.
fn unclear(words: &[&str], whole: (Vec<&str>, usize), begun: (Vec<&str>, usize)) -> Named {
    let mut ids = match whole.1 == begun.1 {
        true => whole.0,
        false => whole.0.into_iter().chain(begun.0).collect(),
    };
    let mut seen = HashSet::new();
    ids.retain(|id| seen.insert(*id));
    if ids.is_empty() {
        return Named::Nobody;
    }
    let said = words.get(..begun.1).unwrap_or_default().join(" ");
    let ids = ids.into_iter().take(MOST).map(str::to_owned).collect();
    Named::Several(said, begun.1, ids)
}

/// An entry whose id was written otherwise than it is, such as without its hyphen.
fn written(library: &Library, words: &[&str]) -> Option<Named> {
    match longest(library, &[], words)? {
        (Word::Entry(key), used) => Some(Named::One(library.id(key).to_owned(), used)),
        (Word::Role(..), _) => None,
    }
}
