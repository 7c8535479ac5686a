//! Who is put forward, by whom, for what: in any order, what is left over is the person.

use super::Draft;
use super::form;
use super::names::{self, Word, longest};
use super::party::{AND, Directory, is_article, leads};
use super::title;
use crate::library::keep::field::Choice;
use crate::library::keep::typed::language_of;
use crate::library::keep::wish::is_title;
use crate::library::{Key, Library};
use crate::report::{Date, DateError, Kind, Language};

impl Draft {
    /// A country, a body and a role in any order; what is left over is the person.
    pub(super) fn nomination(
        &mut self,
        library: &Library,
        directory: &Directory,
        line: &str,
        date: impl Fn(&str) -> Result<Date, DateError>,
    ) {
        let roles = form::named(Kind::Nomination, "role")
            .map(|field| field.choices(Kind::Nomination))
            .unwrap_or_default();
        let words =
            line.split(|letter: char| letter.is_whitespace() || [',', '،'].contains(&letter));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let mut rest = words.as_slice();
        let mut person: Vec<&str> = Vec::new();
        // Whether an entry or a role stands before this word: another may be joined to it.
        let mut is_listed = false;
        while let Some((first, after)) = rest.split_first() {
            let used = match named(library, &roles, rest, is_listed) {
                Some((Word::Role(role, woman), used)) => {
                    self.put_once("role", role);
                    self.is_woman |= woman;
                    used
                }
                Some((Word::Entry(key), used)) if self.take(library, key) => used,
                _ => match self.take_date("date", rest, &date) {
                    Some(used) => used,
                    None if let Some((key, used)) =
                        self.country(library, directory, rest, &person) =>
                    {
                        self.put_once("country", library.id(key));
                        used
                    }
                    None => {
                        person.push(first.trim_start_matches('@'));
                        rest = after;
                        is_listed = false;
                        continue;
                    }
                },
            };
            rest = rest.get(used..).unwrap_or_default();
            is_listed = true;
        }
        if !person.is_empty() && self.get("person").is_none() {
            let (title, bare) = title::without(&person);
            let name = bare.join(" ");
            self.title = title;
            self.is_woman |= title.is_some_and(|title| title.is_of_a_woman());
            match names::of_kind(library, &name, Kind::Person) {
                Some(id) => self.fields.insert(0, ("person", id)),
                None if name.contains(char::is_alphabetic) => self.new_person = Some(name),
                None => self.unknown.extend(person.into_iter().map(str::to_owned)),
            }
        } else {
            self.unknown.extend(person.into_iter().map(str::to_owned));
        }
        if self.get("status").is_none() {
            self.put("status", "proposed");
        }
    }

    /// The country that these words name in a spelling of their own, where none is named otherwise.
    fn country(
        &self,
        library: &Library,
        directory: &Directory,
        words: &[&str],
        person: &[&str],
    ) -> Option<(Key, usize)> {
        let is_open = self.get("country").is_none();
        is_open
            .then(|| names::spelled(library, directory, words, person.len() > 1))
            .flatten()
    }

    /// Takes an entry of the registry for what it is; says whether it did. A person's name may have
    /// another person's in it.
    fn take(&mut self, library: &Library, key: Key) -> bool {
        let field = match library.kind(key) {
            Kind::Country => "country",
            Kind::Body => "body",
            Kind::Person if self.get("person").is_none() => "person",
            _ => return false,
        };
        self.put_once(field, library.id(key));
        true
    }

    /// Sets a field that takes one value. Where it has another already, both are told: one of them may
    /// be a part of a person's name (`Jordan Lee EGY`).
    fn put_once(&mut self, field: &'static str, value: &str) {
        let Some(before) = self.get(field).map(str::to_owned) else {
            self.put(field, value);
            return;
        };
        if before == value {
            return;
        }
        let mut twice = self.twice.iter_mut();
        match twice.find(|(one, _)| *one == field) {
            Some((_, all)) if all.iter().any(|one| one == value) => {}
            Some((_, all)) => all.push(value.to_owned()),
            None => self.twice.push((field, vec![before, value.to_owned()])),
        }
    }
}

/// What some words mean at their beginning, and how many they are; behind one that was named another
/// may be joined to it (مصر والكويت, Egypt and the UAE), and an article is no part of a name.
fn named(
    library: &Library,
    roles: &[Choice],
    words: &[&str],
    is_listed: bool,
) -> Option<(Word, usize)> {
    let (first, after) = words.split_first()?;
    let is_no_person = |word: &Word| match word {
        Word::Role(..) => true,
        Word::Entry(key) => library.kind(*key) != Kind::Person,
    };
    // Before all else: the word is also how the code of Andorra may be typed.
    if is_article(first) || leads(first) || is_listed && AND.contains(first) {
        let found = named(library, roles, after, false);
        let found = found.filter(|(word, _)| is_no_person(word));
        if let Some((word, used)) = found {
            return Some((word, used + 1));
        }
    }
    if let Some(found) = longest(library, roles, words) {
        return Some(found);
    }
    let bare = first.strip_prefix('و').filter(|_| is_listed)?;
    let joined: Vec<&str> = std::iter::once(bare).chain(after.iter().copied()).collect();
    let found = longest(library, roles, &joined)?;
    is_no_person(&found.0).then_some(found)
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
