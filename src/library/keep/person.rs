//! Somebody as people name them: with or without how they are addressed, in one script or in both.

pub mod address;
#[cfg(test)]
mod tests;

use super::typed::language_of;
use super::wish::is_title;
use crate::library::{Key, Library};
use crate::report::{Kind, Language};

/// The person of the directory who is named so: by the name, or as [`as_called`].
#[must_use]
pub fn find(library: &Library, typed: &str) -> Option<Key> {
    let typed = typed.trim_matches(['(', ')', '[', ']']);
    let called = as_called(typed);
    std::iter::once(typed)
        .chain(called.iter().map(String::as_str))
        .find_map(|name| {
            let key = library.in_registry(name).or_else(|| library.find(name))?;
            (library.kind(key) == Kind::Person).then_some(key)
        })
}

/// What else somebody is named by these words: the name without how they are addressed, and of a name in both
/// scripts each.
#[must_use]
pub fn as_called(typed: &str) -> Vec<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let bare = address::least(&words).join(" ");
    let mut all: Vec<String> = names_of(&bare).map(|(_, name)| name).collect();
    all.insert(0, bare);
    let mut seen: Vec<String> = Vec::new();
    for name in all {
        if name != typed && !name.is_empty() && !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// A name as a line gives it: what of it is in each script, where the one follows the other, also in
/// brackets or behind a dash: ليلى المنصوري (Layla Al Mansoori). A title, a letter by itself and a number
/// are no name: they go with the one beside them.
pub fn names_of(name: &str) -> impl Iterator<Item = (Language, String)> {
    let words = name.split_whitespace();
    let words = words.map(|word| word.trim_matches(|letter| "()[]«»\"".contains(letter)));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let of = |word: &&str| is_name(word).then(|| language_of(word));
    let mut parts: Vec<(Language, String)> = Vec::new();
    // What stands between two words of one script.
    let mut between: Vec<&str> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let next = words.iter().skip(place + 1).find_map(of);
        let last = parts.last().map(|(language, _)| *language);
        let own = language_of(word);
        let language = match (of(word), last, next) {
            (Some(language), _, _) => language,
            (None, Some(_), _) if !word.contains(char::is_alphanumeric) => {
                between.push(word);
                continue;
            }
            (None, Some(last), next) if next != Some(own) || last == own => last,
            (None, _, Some(next)) => next,
            (None, _, None) => own,
        };
        match parts.last_mut() {
            Some((of, part)) if *of == language => {
                for one in between.drain(..).chain([*word]) {
                    part.push(' ');
                    part.push_str(one);
                }
            }
            _ => parts.push((language, (*word).to_owned())),
        }
        between.clear();
    }
    // A name in which the scripts change more than once is one that is written so.
    if parts.len() > 2 {
        parts = vec![(language_of(name), name.to_owned())];
    }
    parts.into_iter()
}

/// Whether a word is one of a name, and no title.
fn is_name(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.count() > 1 && !is_title(word)
}
