//! Several countries, bodies and people that are typed at once where somebody is to be heard: each is known or
//! not by itself.

use std::collections::HashSet;

use super::super::desk::names::{plain, slipped};
use super::party::{AND, Directory, Named, PARTED};
use crate::library::Library;
use crate::report::{Kind, Language};

impl Directory {
    /// The countries, bodies and people that a list names and of which it says nothing, each once; and what of
    /// it is between the commas and names nobody, or possibly several. None where nobody is named. A person is
    /// named by the first name alone where only one has it; a slip is forgiven where it can mean only one
    /// country or body.
    pub(in crate::app) fn list(
        &self,
        library: &Library,
        text: &str,
    ) -> Option<(Vec<String>, Vec<String>)> {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        let words: Vec<&str> = text.split_whitespace().collect();
        match self.named(library, &words) {
            Some(all) => known = all,
            None => {
                for (place, part) in text.split(PARTED).enumerate() {
                    let words: Vec<&str> = part.split_whitespace().collect();
                    for part in words.split(|word| AND.contains(word)) {
                        self.parted(library, part, place > 0, (&mut known, &mut unknown));
                    }
                }
            }
        }
        let mut seen = HashSet::new();
        known.retain(|id| seen.insert(id.clone()));
        (!known.is_empty()).then_some((known, unknown))
    }

    /// What stands between two commas: all of it is known, or it is parted where a name is joined by «و»; behind a
    /// comma that may be where it begins.
    fn parted(
        &self,
        library: &Library,
        words: &[&str],
        goes_on: bool,
        (known, unknown): (&mut Vec<String>, &mut Vec<String>),
    ) {
        if words.is_empty() {
            return;
        }
        let text = words.join(" ");
        let all = self.named(library, words);
        if let Some(all) = all.or_else(|| self.slipped(library, &text)) {
            known.extend(all);
            return;
        }
        for (at, word) in words.iter().enumerate().skip(usize::from(!goes_on)) {
            let bare = word.strip_prefix('و').filter(|bare| !bare.is_empty());
            let (Some(bare), Some((before, rest))) = (bare, words.split_at_checked(at)) else {
                continue;
            };
            let rest: Vec<&str> = std::iter::once(bare)
                .chain(rest.iter().copied().skip(1))
                .collect();
            let is_name = |words: &[&str]| self.named(library, words).is_some();
            if is_name(before) || is_name(&rest) {
                self.parted(library, before, goes_on, (known, unknown));
                self.parted(library, &rest, false, (known, unknown));
                return;
            }
        }
        unknown.push(text);
    }

    /// The only one of whose name [one slip](slipped) made a text, if that is a country or a body.
    fn slipped(&self, library: &Library, text: &str) -> Option<Vec<String>> {
        let names: Vec<_> = self.names().collect();
        let [at] = slipped(names.iter().copied(), text)[..] else {
            return None;
        };
        let name = names.get(at)?;
        let kind = library.kind(library.in_registry(&name.id)?);
        matches!(kind, Kind::Country | Kind::Body).then(|| vec![name.id.clone()])
    }

    /// All whom some words name, each once, where they say nothing else.
    fn named(&self, library: &Library, words: &[&str]) -> Option<Vec<String>> {
        let (all, used) = self.all(library, words);
        let mut ids = Vec::new();
        for (said, meant) in all {
            let id = match meant {
                Named::One(id, 1) if self.is_without_article(library, &id, &said) => {
                    self.person_called(library, &said)?
                }
                Named::One(id, _) => id,
                Named::Several(said, ..) => self.person_called(library, &said)?,
                Named::Nobody => return None,
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        (used == words.len() && !ids.is_empty()).then_some(ids)
    }

    /// Whether a country whose name has the article is named without it by a word that is somebody's first name:
    /// هند is a woman sooner than الهند.
    fn is_without_article(&self, library: &Library, id: &str, said: &str) -> bool {
        let Some(key) = library.in_registry(id) else {
            return false;
        };
        let title = library.title(key, Language::Arabic);
        library.kind(key) == Kind::Country
            && title
                .strip_prefix("ال")
                .is_some_and(|bare| plain(bare) == plain(said))
            && !said.starts_with("ال")
            && self.people_called(library, said).next().is_some()
    }

    /// The only person whose name begins with this.
    fn person_called(&self, library: &Library, said: &str) -> Option<String> {
        let mut people = self.people_called(library, said);
        let only = people.next()?;
        people.next().is_none().then(|| only.to_owned())
    }

    fn people_called<'d>(
        &'d self,
        library: &'d Library,
        said: &str,
    ) -> impl Iterator<Item = &'d str> {
        let said = plain(said);
        let people = self.names().filter(move |name| {
            let key = library.in_registry(&name.id);
            name.fits(&said).is_some() && key.is_some_and(|key| library.kind(key) == Kind::Person)
        });
        people.map(|name| name.id.as_str())
    }
}
