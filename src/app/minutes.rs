//! A meeting's minutes as Markdown: what is sent to everybody when the call is over.

mod made;

use std::fmt::Write as _;

use super::agreed::as_agreed;
use super::desk::names::plain as plain_name;
use crate::library::{Key, Library};
use crate::report::{Kind, Language, Many, Meeting, Record, Ref, Stance, TakenUp, Text};
use crate::words::label::Label;
use crate::words::{Phrase, copy, date, keep, live, minutes as words, ui};

/// The latest meeting: of those with a date the one that began last, in the order of the library
/// the last where several did; one that took items up before one that only has a date.
#[must_use]
pub fn latest(library: &Library) -> Option<Key> {
    let when = |key: &Key| match library.record(*key) {
        Some(Record::Meeting(meeting)) => {
            let day = meeting.date.as_ref().map(crate::report::Date::first_day);
            (!meeting.taken_up.is_empty(), day)
        }
        _ => (false, None),
    };
    let meetings = library.of_kind(Kind::Meeting).iter().copied();
    meetings.max_by_key(when)
}

/// The minutes of a meeting in one language; nothing where the key is of something else.
#[must_use]
pub fn markdown(library: &Library, key: Key, language: Language) -> Option<String> {
    let Some(Record::Meeting(meeting)) = library.record(key) else {
        return None;
    };
    let mut page = Page {
        library,
        key,
        language,
        text: String::new(),
    };
    if language == Language::Arabic {
        // Markdown has no direction of its own; whoever does not know the tag passes it over.
        page.line("<div dir=\"rtl\">\n");
    }
    page.head(meeting);
    page.items(meeting);
    page.agreed(meeting);
    page.tasks(meeting);
    page.nominations(meeting);
    page.rest(meeting);
    if language == Language::Arabic {
        page.line("\n</div>");
    }
    Some(page.text)
}

/// The page in the making.
struct Page<'a> {
    library: &'a Library,
    key: Key,
    language: Language,
    text: String,
}

impl<'a> Page<'a> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self, title: Phrase) {
        let title = title.get(self.language);
        self.line(&format!("\n## {title}\n"));
    }

    fn fact(&mut self, label: Phrase, value: &str) {
        if !value.is_empty() {
            let label = label.get(self.language);
            self.line(&format!("- **{label}:** {value}"));
        }
    }

    /// The title of a record, so that it stays what it is in Markdown; one in the other language only says
    /// so, as a text does.
    fn title(&self, key: Key) -> String {
        let title = plain(&self.library.title(key, self.language));
        match self.library.title_lacks(key) == Some(self.language) {
            true => format!("{title}{}", self.only()),
            false => title,
        }
    }

    /// What stands behind a text or a name that is there in the other language only.
    fn only(&self) -> String {
        let only = ui::only_in(self.language.other());
        format!(" {}", only.get(self.language))
    }

    /// The names of entries of the registry; of what is not there, the word itself.
    fn names<'r>(&self, refs: impl IntoIterator<Item = &'r Ref>) -> String {
        let names: Vec<String> = refs
            .into_iter()
            .map(|word| {
                let found = self.library.in_registry(word.as_str());
                found.map_or_else(|| plain(word.as_str()), |key| self.title(key))
            })
            .collect();
        names.join(ui::LIST_COMMA.get(self.language))
    }

    /// Entries of the registry by their names, in the order of the alphabet of the language: in Arabic
    /// without the article, the hamza and the dots of the ta.
    fn in_order<'r>(&self, refs: &'r Many<Ref>) -> Vec<&'r Ref> {
        let mut all: Vec<&Ref> = refs.iter().collect();
        all.sort_by_cached_key(|one| plain_name(&self.names([*one])));
        all
    }

    /// The records that the meeting names by these words.
    fn found<'r>(&self, refs: impl IntoIterator<Item = &'r Ref>) -> Vec<Key> {
        let found = |word: &Ref| self.library.in_reports(self.key, word.as_str());
        refs.into_iter().filter_map(found).collect()
    }

    fn head(&mut self, meeting: &Meeting) {
        let language = self.language;
        let title = self.title(self.key);
        self.line(&format!("# {}: {title}\n", words::TITLE.get(language)));
        if let Some(day) = &meeting.date {
            self.fact(ui::DATE, &plain(&date::date(day, language)));
        }
        for (label, hour) in [(ui::BEGAN, meeting.began), (ui::ENDED, meeting.ended)] {
            self.fact(
                label,
                &hour.map(|hour| hour.to_string()).unwrap_or_default(),
            );
        }
        if let Some(place) = &meeting.place {
            self.fact(ui::PLACE, &plain(place.in_or_other(language)));
        }
        self.fact(ui::CHAIR, &self.names(&meeting.chair));
        if let Some(attendance) = &meeting.attendance {
            // By protocol in the order of the alphabet, of the countries first.
            let countries = self.in_order(&attendance.countries);
            let bodies = self.in_order(&attendance.bodies);
            let parties = countries.into_iter().chain(bodies);
            self.fact(words::PRESENT, &self.names(parties));
            if let Some(count) = attendance.count {
                let qualifier = attendance.qualifier.map(|one| one.label().get(language));
                let told = qualifier.map_or_else(String::new, |word| format!("{word} "));
                self.fact(ui::PARTICIPANTS, &format!("{told}{count}"));
            }
        }
        self.fact(words::OUTSIDE, &self.names(&meeting.speakers));
        if let Some(text) = &meeting.text {
            let (text, only) = self.wording(text);
            self.line(&format!("\n{}{only}", plain(text)));
        }
    }

    fn items(&mut self, meeting: &Meeting) {
        if meeting.taken_up.is_empty() && meeting.items.is_empty() {
            return;
        }
        self.heading(words::TAKEN_UP);
        for taken in &meeting.taken_up {
            self.taken_up(meeting, taken);
        }
        let only_named = meeting
            .items
            .iter()
            .filter(|item| meeting.taken_up.iter().all(|taken| taken.item != **item));
        for key in self.found(only_named) {
            let item = self.item(key);
            self.line(&format!("- {item}"));
            self.came_of(meeting, key);
        }
    }

    fn taken_up(&mut self, meeting: &Meeting, taken: &TakenUp) {
        let found = self.found([&taken.item]).first().copied();
        let item = found.map_or_else(|| plain(taken.item.as_str()), |key| self.item(key));
        let time = live::time_taken(taken.minutes, taken.planned);
        let mut line = format!("- {item} ({})", time.get(self.language));
        if !taken.speakers.is_empty() {
            let label = words::SPOKE.get(self.language);
            let _ = write!(line, "  \n  {label}: {}", self.names(&taken.speakers));
        }
        self.line(&line);
        if let Some(item) = found {
            self.came_of(meeting, item);
        }
    }

    /// An item by its numbers and its title.
    fn item(&self, key: Key) -> String {
        let title = self.title(key);
        match self.library.record(key) {
            Some(Record::Item(item)) if !item.number.is_empty() => {
                let numbers: Vec<&str> = item.number.iter().map(Ref::as_str).collect();
                let numbers = plain(&copy::item(&numbers, self.language));
                format!("**{}** {title}", crate::words::capital(&numbers))
            }
            _ => title,
        }
    }

    fn agreed(&mut self, meeting: &Meeting) {
        self.heading(words::AGREED);
        // Only a meeting that has no list of what was deferred may name that among what was agreed: the
        // stance tells it apart.
        let is_old = meeting.deferred.is_empty();
        let all = meeting.agreed.iter();
        let all = all.map(|of| (of, as_agreed(self.library, self.key, meeting, of)));
        let (mut deferred, mut agreed) = (Vec::new(), Vec::new());
        for (of, one) in all {
            match one
                .now
                .filter(|_| is_old && one.stance == Some(Stance::Defer))
            {
                Some(key) => deferred.push(key),
                None => agreed.push((of, one)),
            }
        }
        deferred.extend(self.found(&meeting.deferred));
        for (place, (of, one)) in agreed.iter().enumerate() {
            let item = one.item.map(|item| self.item(item));
            let item = item.unwrap_or_else(|| plain(of.as_str()));
            if place > 0 {
                self.line("");
            }
            let stance = one.stance.map_or_else(String::new, |stance| {
                format!(" ({})", stance.label().get(self.language))
            });
            self.line(&format!("### {item}{stance}\n"));
            // What was not kept may be what stands there, as long as that is agreed.
            let said = match (one.is_told, one.text) {
                _ if !one.is_changed => None,
                (true, _) => Some(words::CHANGED_SINCE),
                (false, Some(_)) => Some(words::AS_OF_TODAY),
                (false, None) => Some(words::NOT_KEPT),
            };
            if let Some(said) = said {
                self.line(&format!("*{}*", said.get(self.language)));
            }
            if let (Some(_), Some(_)) = (said, one.text) {
                self.line("");
            }
            if let Some(text) = one.text {
                self.quote("", text, one.behind);
            }
        }
        if agreed.is_empty() {
            self.line(words::NONE.get(self.language));
        }
        // Its wording may be that of a stance of before: that is not told, what counts is that it was put off.
        if !deferred.is_empty() {
            self.heading(words::DEFERRED);
            for key in deferred {
                let position = match self.library.record(key) {
                    Some(Record::Position(position)) => Some(position),
                    _ => None,
                };
                let item = position.and_then(|_| self.library.owner(key));
                let item = self.item(item.unwrap_or(key));
                self.line(&format!("- {item}"));
                if let Some(position) = position {
                    self.quote("  ", &position.text, None);
                }
            }
        }
    }

    /// A wording, set in by these blanks. Where one language was left behind, the quotation says so in both:
    /// who has only one of them has to know that the other says something else.
    fn quote(&mut self, indent: &str, text: &Text, behind: Option<Language>) {
        let (wording, mut only) = self.wording(text);
        if let Some(behind) = behind {
            let said = keep::left_behind(behind).get(self.language);
            let _ = write!(only, " ({said})");
        }
        let lines = wording.trim().lines().map(plain);
        let mut lines: Vec<String> = lines.collect();
        if let Some(last) = lines.last_mut() {
            last.push_str(&only);
        }
        for line in lines {
            self.line(format!("{indent}> {line}").trim_end());
        }
    }

    /// A text in the language of the page, or in the other with a word that says so.
    fn wording<'t>(&self, text: &'t Text) -> (&'t str, String) {
        let only = match text.get(self.language) {
            None if !text.is_empty() => self.only(),
            _ => String::new(),
        };
        (text.in_or_other(self.language), only)
    }
}

/// A text on one line, with nothing in it that Markdown would take for a sign.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !safe.is_empty() {
            safe.push(' ');
        }
        for letter in word.chars() {
            if matches!(
                letter,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
            ) {
                safe.push('\\');
            }
            safe.push(letter);
        }
    }
    safe
}

#[cfg(test)]
mod tests;
