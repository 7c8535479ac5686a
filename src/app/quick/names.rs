//! What words of a quick line name: entries of the registry, roles, words of fixed sets.

use super::super::desk::names::{Name, plain};
use super::party::Directory;
use crate::library::keep::field::Choice;
use crate::library::{Key, Library};
use crate::report::Kind;

/// No name in the registry has more words than so many that people type.
const MOST_WORDS: usize = 6;

/// A word of fewer letters may be anything.
const SHORTEST: usize = 4;

/// What some words mean.
pub enum Word {
    /// A role, as the file writes it, and whether it was said as of a woman.
    Role(&'static str, bool),
    /// A country, a body or a person.
    Entry(Key),
}

/// What the words begin with, the longest that means something, and how many words it is.
pub fn longest(library: &Library, roles: &[Choice], words: &[&str]) -> Option<(Word, usize)> {
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|count| {
        let typed = words.get(..count)?.join(" ");
        let typed = typed.trim_start_matches('@');
        let role = choice(roles, typed);
        let role = role.map(|role| Word::Role(role.word, role.is_of_a_woman(typed)));
        let word = role.or_else(|| entry(library, typed).map(Word::Entry))?;
        Some((word, count))
    })
}

/// The country, body or person of this name; brackets around it are none of it.
fn entry(library: &Library, typed: &str) -> Option<Key> {
    let typed = typed.trim_matches(['(', ')', '[', ']']);
    let key = library.in_registry(typed).or_else(|| library.find(typed))?;
    matches!(library.kind(key), Kind::Country | Kind::Body | Kind::Person).then_some(key)
}

/// The word of a fixed set that was typed: as the file writes it, or as people say it.
pub fn choice<'c>(choices: &'c [Choice], typed: &str) -> Option<&'c Choice> {
    let run_on = |text: &str| -> String {
        let letters = text.chars().filter(|letter| !matches!(letter, '-' | ' '));
        letters.flat_map(char::to_lowercase).collect()
    };
    let mut all = choices.iter();
    let said = all.clone().find(|choice| choice.is(typed));
    // Written in one word: vicechair.
    said.or_else(|| all.find(|choice| run_on(choice.word) == run_on(typed)))
}

/// The country that the words begin with, spelled otherwise than in the directory (السعوديه), and how many
/// words it is. Behind the name of a person a word of a country's name is enough, where no other country
/// has it: Saudi, Emirates.
pub fn spelled(
    library: &Library,
    directory: &Directory,
    words: &[&str],
    is_behind_name: bool,
) -> Option<(Key, usize)> {
    let countries: Vec<(Key, &Name)> = directory
        .names()
        .filter_map(|name| {
            let key = library.in_registry(&name.id)?;
            (library.kind(key) == Kind::Country).then_some((key, name))
        })
        .collect();
    let read = |count: usize| {
        let typed = words.get(..count)?.join(" ");
        let typed = plain(typed.trim_matches(['(', ')', '[', ']']));
        (typed.chars().count() >= SHORTEST).then_some(typed)
    };
    for count in (1..=words.len().min(MOST_WORDS)).rev() {
        let Some(typed) = read(count) else { continue };
        let mut all = countries.iter();
        if let Some((key, _)) = all.find(|(_, name)| name.fits(&typed) == Some(true)) {
            return Some((*key, count));
        }
    }
    let typed = read(1).filter(|_| is_behind_name)?;
    let mut having = countries.iter().filter(|(_, name)| name.has_word(&typed));
    let (first, None) = (having.next(), having.next()) else {
        return None;
    };
    first.map(|(key, _)| (*key, 1))
}

/// Whether most of the letters are Arabic.
pub fn is_arabic(text: &str) -> bool {
    let arabic = |letter: &char| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}');
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().filter(arabic).count() * 2 > letters().count()
}
