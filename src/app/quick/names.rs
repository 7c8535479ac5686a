//! What words of a quick line name: entries of the registry, roles, words of fixed sets.

use crate::library::keep::field::Choice;
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::words::Phrase;

/// No name in the registry has more words than so many that people type.
const MOST_WORDS: usize = 6;

/// What some words mean.
pub enum Word {
    /// A role, as the file writes it.
    Role(String),
    /// A country, a body or a person.
    Entry(Key),
}

/// What the words begin with, the longest that means something, and how many words it is.
pub fn longest(library: &Library, roles: &[Choice], words: &[&str]) -> Option<(Word, usize)> {
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|count| {
        let typed = words.get(..count)?.join(" ");
        let typed = typed.trim_start_matches('@');
        let role = choice(roles, typed).map(Word::Role);
        let word = role.or_else(|| entry(library, typed).map(Word::Entry))?;
        Some((word, count))
    })
}

/// The country, body or person of this name.
fn entry(library: &Library, typed: &str) -> Option<Key> {
    let key = library.in_registry(typed).or_else(|| library.find(typed))?;
    matches!(library.kind(key), Kind::Country | Kind::Body | Kind::Person).then_some(key)
}

/// The id of the entry of a kind that has this name.
pub fn of_kind(library: &Library, typed: &str, kind: Kind) -> Option<String> {
    let key = entry(library, typed)?;
    (library.kind(key) == kind).then(|| library.id(key).to_owned())
}

/// The word of a fixed set that was typed: as the file writes it, or as people read it.
pub fn choice(choices: &[Choice], typed: &str) -> Option<String> {
    let alike = |Phrase { ar, en }: Phrase| same(ar, typed) || same(en, typed);
    let found = choices
        .iter()
        .find(|choice| same(choice.word, typed) || choice.label.is_some_and(alike));
    found.map(|choice| choice.word.to_owned())
}

/// The same but for letter case and hyphens, and in Arabic for marks and the article.
fn same(name: &str, typed: &str) -> bool {
    let plain = |text: &str| -> String {
        let letters = text
            .chars()
            .filter(|letter| !matches!(letter, '\u{64b}'..='\u{652}' | '\u{640}'));
        let plain: String = letters.flat_map(char::to_lowercase).collect();
        plain
            .split([' ', '-'])
            .map(|word| word.strip_prefix("ال").unwrap_or(word))
            .collect::<Vec<_>>()
            .join(" ")
    };
    plain(name) == plain(typed)
}

/// Whether most of the letters are Arabic.
pub fn is_arabic(text: &str) -> bool {
    let arabic = |letter: &char| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}');
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().filter(arabic).count() * 2 > letters().count()
}
