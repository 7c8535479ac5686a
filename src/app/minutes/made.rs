//! What was made at a meeting, as its minutes tell it: tasks and nominations under headings of their own,
//! the rest under its item.

use super::{Page, plain};
use crate::library::Key;
use crate::report::{Kind, Language, Many, Meeting, Nomination, Record, Ref};
use crate::words::label::Label;
use crate::words::{Phrase, copy, date, minutes as words, role, ui};

/// Between what is said of something in parentheses: numbers in it have commas.
const PARTED: Phrase = Phrase::new("؛ ", "; ");

impl Page<'_> {
    pub(super) fn tasks(&mut self, meeting: &Meeting) {
        let tasks = self.made(meeting).into_iter().filter_map(|key| {
            let Some(Record::Recommendation(one)) = self.library.record(key) else {
                return None;
            };
            let (text, only) = self.wording(&one.text);
            let text = format!("{}{only}", plain(text));
            let until = one.due.as_ref().map(|due| {
                let until = words::UNTIL.get(self.language);
                format!("{until} {}", plain(&date::date(due, self.language)))
            });
            let more = self.aside([self.of_item(key), until]);
            Some(match self.names(&one.to) {
                to if to.is_empty() => format!("- [ ] {text}{more}"),
                to => format!("- [ ] **{to}:** {text}{more}"),
            })
        });
        let tasks = tasks.collect();
        self.list(words::TASKS, tasks);
    }

    pub(super) fn nominations(&mut self, meeting: &Meeting) {
        let nominations = self.made(meeting).into_iter().filter_map(|key| {
            let Some(Record::Nomination(one)) = self.library.record(key) else {
                return None;
            };
            let nominee = one.person.as_ref().or(one.holder.as_ref());
            let post = self.post(one);
            let told = match self.names(nominee) {
                nominee if nominee.is_empty() => post,
                nominee => format!("{nominee}: {post}"),
            };
            let country = self.names(&one.country);
            let country = Some(country).filter(|country| !country.is_empty());
            let more = self.aside([country, self.of_item(key)]);
            Some(format!("- {told}{more}"))
        });
        let nominations = nominations.collect();
        self.list(words::NOMINATIONS, nominations);
    }

    /// What is said of something in parentheses behind it.
    fn aside(&self, parts: [Option<String>; 2]) -> String {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        match parts.is_empty() {
            true => String::new(),
            false => format!(" ({})", parts.join(PARTED.get(self.language))),
        }
    }

    /// The item that a record belongs to, by its numbers, else by its title; with the report where that is another
    /// than the meeting's.
    fn of_item(&self, key: Key) -> Option<String> {
        let library = self.library;
        let item = library.item_of(key).filter(|item| *item != key)?;
        let numbers = match library.record(item) {
            Some(Record::Item(item)) => item.number.iter().map(Ref::as_str).collect(),
            _ => Vec::new(),
        };
        let name = match numbers.is_empty() {
            true => self.quoted(&self.title(item)),
            false => plain(&copy::item(&numbers, self.language)),
        };
        let report = library.report_of(item);
        let other = report.filter(|_| report != library.report_of(self.key));
        let other = other.and_then(|report| library.head(report));
        Some(match other {
            Some(head) => {
                let title = plain(head.title.in_or_other(self.language));
                format!(
                    "{name}{}{}",
                    ui::LIST_COMMA.get(self.language),
                    self.quoted(&title)
                )
            }
            None => name,
        })
    }

    fn quoted(&self, title: &str) -> String {
        match self.language {
            Language::Arabic => format!("«{title}»"),
            Language::English => format!("“{title}”"),
        }
    }

    /// The post of a nomination: in words, else the role in its body. Where it is not known whether a person
    /// is a woman, it is said so that it is right in any case: this goes to everybody.
    fn post(&self, one: &Nomination) -> String {
        if let Some(title) = one.title.as_ref().filter(|title| !title.is_empty()) {
            let (title, only) = self.wording(title);
            return format!("{}{only}", plain(title));
        }
        let body = self.names([&one.body]);
        let person = one.person.as_ref();
        let told = person.map(|person| self.library.is_told_a_woman(person.as_str()));
        match told {
            Some(None) if self.language == Language::Arabic => role::of_either(one.role, &body),
            told => {
                let is_woman = told.flatten() == Some(true);
                role::in_body(one.role, is_woman, &body, self.language)
            }
        }
    }

    /// What was noted on an item and what came of it, below the line that names it.
    pub(super) fn came_of(&mut self, meeting: &Meeting, item: Key) {
        let of_it = |key: &Key| self.library.item_of(*key) == Some(item) && self.is_of_item(*key);
        let came = self.made(meeting).into_iter().filter(of_it);
        let lines: Vec<String> = came.map(|key| self.told(key)).collect();
        for line in lines {
            self.line(&format!("  - {line}"));
        }
    }

    /// What was made besides: of items that were not taken up, or of none; new items.
    pub(super) fn rest(&mut self, meeting: &Meeting) {
        let named = meeting.taken_up.iter().map(|taken| &taken.item);
        let told = self.found(named.chain(&meeting.items));
        let item_of = |key: Key| {
            let item = self.library.item_of(key);
            item.filter(|item| *item != key)
        };
        let rest = self.made(meeting).into_iter().filter(|key| {
            let is_item = self.library.kind(*key) == Kind::Item;
            is_item && !told.contains(key)
                || self.is_of_item(*key) && item_of(*key).is_none_or(|item| !told.contains(&item))
        });
        let rest = rest.map(|key| {
            let line = self.told(key);
            match item_of(key) {
                Some(item) => format!("- {}: {line}", self.item(item)),
                None => format!("- {line}"),
            }
        });
        let rest: Vec<String> = rest.collect();
        if !rest.is_empty() {
            self.list(words::ALSO, rest);
        }
    }

    /// Whether a record has its place under its item, and no heading of its own.
    fn is_of_item(&self, key: Key) -> bool {
        !matches!(
            self.library.kind(key),
            Kind::Recommendation | Kind::Nomination | Kind::Item
        )
    }

    fn made(&self, meeting: &Meeting) -> Vec<Key> {
        self.found(&meeting.made)
    }

    /// What a record is, whose and of what sort, and what it says.
    fn told(&self, key: Key) -> String {
        let kind = self.library.kind(key).label().get(self.language);
        let kind = crate::words::capital(kind);
        let said = |by: &Many<Ref>, sort: Option<Phrase>| {
            let by = self.names(by);
            let sort = sort.map_or("", |sort| sort.get(self.language));
            let said: Vec<&str> = [&*by, sort]
                .into_iter()
                .filter(|one| !one.is_empty())
                .collect();
            said.join(ui::LIST_COMMA.get(self.language))
        };
        let (said, texts) = match self.library.record(key) {
            Some(Record::Note(one)) => (said(&one.by, None), [None, Some(&one.text)]),
            Some(Record::View(one)) => (said(&one.by, None), [None, Some(&one.text)]),
            Some(Record::Outcome(one)) => {
                let kind = Some(one.kind.label());
                (said(&one.by, kind), [None, Some(&one.text)])
            }
            // Its title, and then what is proposed.
            Some(Record::Contribution(one)) => {
                let title = one.title.as_ref();
                let text = Some(&one.text).filter(|text| Some(*text) != title);
                (said(&one.by, None), [title, text])
            }
            Some(Record::Event(one)) => {
                let kind = Some(one.kind.label());
                (said(&Many::default(), kind), [None, Some(&one.title)])
            }
            Some(Record::Item(_)) => return format!("{kind}: {}", self.item(key)),
            _ => return format!("{kind}: {}", self.title(key)),
        };
        let said = match said.is_empty() {
            true => said,
            false => format!(" ({said})"),
        };
        let texts = texts.into_iter().flatten().filter(|text| !text.is_empty());
        let mut told = format!("{kind}{said}");
        let mut only = String::new();
        for text in texts {
            let (text, of) = self.wording(text);
            if !only.is_empty() && only != of {
                told.push_str(&only);
            }
            told.push_str(": ");
            told.push_str(&plain(text));
            only = of.to_string();
        }
        told + &only
    }

    fn list(&mut self, heading: Phrase, lines: Vec<String>) {
        self.heading(heading);
        if lines.is_empty() {
            self.line(words::NONE.get(self.language));
        }
        for line in lines {
            self.line(&line);
        }
    }
}
