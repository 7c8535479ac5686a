//! Who is put forward, by whom, for what: in any order, what is left over is the person.

use super::Draft;
use super::form;
use super::names::{self, Word, longest};
use super::party::{self, AND, Directory, Named, is_article, leads};
use crate::library::keep::field::Choice;
use crate::library::keep::person::{self, address};
use crate::library::{Key, Library};
use crate::report::{Date, DateError, Kind};

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
        if self.get("person").is_none() {
            self.nominee(library, directory, &person);
        } else if let Some(title) = address::alone(&person) {
            self.is_woman |= title.is_of_a_woman();
        } else {
            self.unknown.extend(person.into_iter().map(str::to_owned));
        }
        if self.get("status").is_none() {
            self.put("status", "proposed");
        }
    }

    /// Whom the words name that are left over: somebody of the directory, those who may be meant, or somebody
    /// new.
    fn nominee(&mut self, library: &Library, directory: &Directory, words: &[&str]) {
        let (title, bare) = address::without(words);
        let name = bare.join(" ");
        self.title = title;
        self.is_woman |= title.is_some_and(|title| title.is_of_a_woman());
        let known = person::find(library, &name).map(|key| library.id(key).to_owned());
        let begun = || people_begun(library, directory, &address::least(&bare));
        match (known, name.contains(char::is_alphabetic)) {
            (Some(id), _) => self.fields.insert(0, ("person", id)),
            (None, false) => self
                .unknown
                .extend(words.iter().map(|word| (*word).to_owned())),
            (None, true) => match begun() {
                Named::One(id, _) => self.fields.insert(0, ("person", id)),
                Named::Several(said, _, ids) => self.several.push((said, ids)),
                Named::Nobody => {
                    self.near_people = directory.near_people(library, &name);
                    self.new_person = Some(name);
                }
            },
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

/// Those whose name begins with all of these words, as behind an `@`.
fn people_begun(library: &Library, directory: &Directory, words: &[&str]) -> Named {
    let is_person = |id: &String| {
        let key = library.in_registry(id);
        key.is_some_and(|key| library.kind(key) == Kind::Person)
    };
    match party::named(library, directory, words) {
        Named::One(id, used) if used == words.len() && is_person(&id) => Named::One(id, used),
        Named::Several(said, used, mut ids) if used == words.len() => {
            ids.retain(is_person);
            match ids.is_empty() {
                true => Named::Nobody,
                false => Named::Several(said, used, ids),
            }
        }
        _ => Named::Nobody,
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
