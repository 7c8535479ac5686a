//! One line that names a record.

use std::borrow::Cow;

use super::role::role;
use super::{Key, Library};
use crate::report::{Language, Record, Ref, Text};
use crate::script::head;
use crate::words::ui;

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
        let text = |text: &'a Text| one_line(text, language, bytes);
        let titled = |title: &'a Option<Text>, rest: &'a Text| {
            title.as_ref().and_then(text).or_else(|| text(rest))
        };
        match record {
            Record::Item(r) => text(&r.title),
            Record::Position(_) => match self.record(self.owner(key)?)? {
                Record::Item(item) => text(&item.title),
                _ => None,
            },
            Record::Nomination(r) => {
                let post = r.title.as_ref().and_then(text).unwrap_or_else(|| {
                    let role = role(self, r).get(language);
                    let comma = ui::LIST_COMMA.get(language);
                    format!("{role}{comma}{}", self.name(&r.body, language, bytes)).into()
                });
                let who = r.person.as_ref().or(r.holder.as_ref());
                Some(match who {
                    Some(who) => format!("{}: {post}", self.name(who, language, bytes)).into(),
                    None => post,
                })
            }
            Record::Recommendation(r) => text(&r.text),
            Record::Contribution(r) => titled(&r.title, &r.text),
            Record::Outcome(r) => text(&r.text),
            Record::Meeting(r) => text(&r.title),
            Record::Event(r) => text(&r.title),
            Record::Figure(r) => text(&r.title),
            Record::View(r) => text(&r.text),
            Record::Note(r) => text(&r.text),
            Record::Report(r) => text(&r.title),
            Record::Section(r) => text(&r.title),
            Record::Paragraph(r) => titled(&r.title, &r.text),
            Record::Body(r) => text(&r.name),
            Record::Person(r) => text(&r.name),
            Record::Country(r) => text(&r.name),
            Record::Instrument(r) => text(&r.title),
            Record::Document(r) => text(&r.title),
        }
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
