//! One line that names a record.

use std::borrow::Cow;

use super::{Key, Library};
use crate::report::{Language, Record, Ref, Text};
use crate::script::head;
use crate::words::role;

impl Library {
    /// One line that names the record: its title or name, else what it says. In this language, or
    /// in the other where this one is missing; the id where neither says anything. Of a text of
    /// more than 4 KB the beginning. Untrusted text.
    #[must_use]
    pub fn title(&self, key: Key, language: Language) -> Cow<'_, str> {
        self.title_within(key, language, LONGEST)
    }

    /// The same, of a text of more than so many bytes the beginning; whole with [`usize::MAX`].
    #[must_use]
    pub fn title_within(&self, key: Key, language: Language, bytes: usize) -> Cow<'_, str> {
        let title = self
            .record(key)
            .and_then(|record| self.title_of(key, record, (language, bytes)));
        title.unwrap_or_else(|| Cow::Borrowed(self.id(key)))
    }

    fn title_of<'a>(
        &'a self,
        key: Key,
        record: Record<'a>,
        (language, bytes): (Language, usize),
    ) -> Option<Cow<'a, str>> {
        let Record::Nomination(r) = record else {
            return one_line(self.text_of(key, record)?, language, bytes);
        };
        let title = r.title.as_ref();
        let title = title.and_then(|title| one_line(title, language, bytes));
        let post = title.unwrap_or_else(|| {
            let body = self.name(&r.body, language, bytes);
            role::in_body(r.role, self.is_of_a_woman(r), &body, language).into()
        });
        let who = r.person.as_ref().or(r.holder.as_ref());
        Some(match who {
            Some(who) => format!("{}: {post}", self.name(who, language, bytes)).into(),
            None => post,
        })
    }

    /// The language in which a record has no title or name, or what stands for it, where it has one in the
    /// other. A nomination is named after others.
    #[must_use]
    pub fn title_lacks(&self, key: Key) -> Option<Language> {
        self.text_of(key, self.record(key)?)?.missing()
    }

    /// The text that names a record.
    fn text_of<'a>(&'a self, key: Key, record: Record<'a>) -> Option<&'a Text> {
        let titled = |title: &'a Option<Text>, rest: &'a Text| {
            let title = title.as_ref().filter(|title| !title.is_empty());
            title.unwrap_or(rest)
        };
        Some(match record {
            Record::Item(r) => &r.title,
            Record::Position(_) => match self.record(self.owner(key)?)? {
                Record::Item(item) => &item.title,
                _ => return None,
            },
            Record::Nomination(_) => return None,
            Record::Recommendation(r) => &r.text,
            Record::Contribution(r) => titled(&r.title, &r.text),
            Record::Outcome(r) => &r.text,
            Record::Meeting(r) => &r.title,
            Record::Event(r) => &r.title,
            Record::Figure(r) => &r.title,
            Record::View(r) => &r.text,
            Record::Note(r) => &r.text,
            Record::Report(r) => &r.title,
            Record::Section(r) => &r.title,
            Record::Paragraph(r) => titled(&r.title, &r.text),
            Record::Body(r) => &r.name,
            Record::Person(r) => &r.name,
            Record::Country(r) => &r.name,
            Record::Instrument(r) => &r.title,
            Record::Document(r) => &r.title,
        })
    }

    /// The name of an entry of the registry; the word itself where there is none.
    fn name<'a>(&'a self, word: &'a Ref, language: Language, bytes: usize) -> Cow<'a, str> {
        let name = self
            .in_registry(word.as_str())
            .and_then(|key| match self.record(key)? {
                Record::Body(r) => one_line(&r.name, language, bytes),
                Record::Person(r) => one_line(&r.name, language, bytes),
                Record::Country(r) => one_line(&r.name, language, bytes),
                _ => None,
            });
        name.unwrap_or_else(|| Cow::Borrowed(word.as_str()))
    }
}

/// Bytes of a text that may name a record: no more than a screen shows in one line of its own.
const LONGEST: usize = 4 << 10;

/// The beginning of the text in the language or the other, at most so many bytes of it, its line
/// ends and runs of blanks made one blank each.
fn one_line(text: &Text, language: Language, bytes: usize) -> Option<Cow<'_, str>> {
    let said = |language| {
        text.get(language)
            .map(str::trim)
            .filter(|said| !said.is_empty())
    };
    let said = head(said(language).or_else(|| said(language.other()))?, bytes);
    let broken = said.contains(['\n', '\r', '\t', '\u{85}', '\u{2028}', '\u{2029}']);
    Some(if broken || said.contains("  ") {
        Cow::Owned(said.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(said)
    })
}
