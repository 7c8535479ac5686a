//! One line that is read as a whole, for a call that does not wait: `@tech-sec 2021-09 prepare a
//! paper` asks somebody to act on the item in hand, `+nom Shahira Selim EGY vice-chair EG-ITRs`
//! puts somebody forward, `+note …` notes something. What was understood is shown before it is done.

mod choice;
mod late;
mod names;
pub mod newcomer;
mod nomination;
mod numbered;
mod party;
mod several;
#[cfg(test)]
mod tests;

use crate::library::Library;
use crate::library::keep::person::address::Title;
use crate::report::{Date, DateError, Kind, ends_in_part_of_day, hour_left_out};
use crate::words::{Message, day, desk as words};

use super::form::{self, Field};
use late::{Sense, bare, late};
pub use party::{Directory, PARTED};
use party::{Named, named};

/// What is made of a line: a record to be added, in the words of the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What is to be added.
    pub kind: Kind,
    /// Its fields and their values, as `majlis add` takes them: `to`, `tech-sec`.
    pub fields: Vec<(&'static str, String)>,
    /// A person who is nominated and not in the registry yet.
    pub new_person: Option<String>,
    /// Who is in the directory by a name near to that: their ids.
    pub near_people: Vec<String>,
    /// How that person is addressed, where the line says so.
    pub title: Option<Title>,
    /// The role was said as of a woman.
    pub is_woman: bool,
    /// What was to name something, and names nothing.
    pub unknown: Vec<String>,
    /// What may name several, or is only the beginning of a name; and the ids of all.
    pub several: Vec<(String, Vec<String>)>,
    /// What takes one value and was given several: the field, and the values.
    pub twice: Vec<(&'static str, Vec<String>)>,
    /// A date that there is not, and why.
    pub no_date: Option<(String, DateError)>,
    /// The date that was taken, as it was typed.
    pub dated: Option<String>,
    /// A date at the end of what is said, which may be a part of that.
    pub late_date: Option<LateDate>,
}

/// A date at the end of what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateDate {
    /// As it was typed.
    pub typed: String,
    /// Whether it was taken for the date of the record; else it is a part of the text.
    pub is_taken: bool,
}

/// The words behind `+` and what they add, as they are typed in either language; a word may be
/// shortened as far as it stays clear.
const ADDS: [(Kind, &[&str]); 9] = [
    (Kind::Position, &["position", "موقف"]),
    (Kind::Nomination, &["nomination", "ترشيح"]),
    (Kind::Note, &["note", "ملاحظة"]),
    (Kind::Contribution, &["contribution", "مساهمة"]),
    (Kind::Outcome, &["outcome", "نتيجة"]),
    (Kind::Recommendation, &["recommendation", "توصية"]),
    (Kind::View, &["view", "رأي"]),
    (Kind::Item, &["item", "بند"]),
    (Kind::Meeting, &["meeting", "اجتماع"]),
];

/// No date is said in more words: `on Friday the 27th of November 2026`.
const MOST_WORDS: usize = 8;

/// Months, days and seasons by whose name a sentence may begin: one of, two.
const ALSO_VERBS: [&str; 12] = [
    "may",
    "mar",
    "march",
    "sun",
    "sat",
    "fall",
    "spring",
    "مارس",
    "أحد",
    "احد",
    "اثنين",
    "إثنين",
];

/// Those that people are called.
const ALSO_NAMES: [&str; 13] = [
    "jan",
    "april",
    "june",
    "august",
    "summer",
    "ماي",
    "جوان",
    "نيسان",
    "ربيع",
    "الربيع",
    "خميس",
    "جمعة",
    "جمعه",
];

impl Draft {
    /// Reads a line; `date` reads a date as people type one. None where the line does not begin
    /// with `@` or with `+` and a word that says what is to be added.
    #[must_use]
    pub fn read(
        library: &Library,
        directory: &Directory,
        line: &str,
        date: impl Fn(&str) -> Result<Date, DateError>,
    ) -> Option<Self> {
        let line = with_one_sign(line.trim());
        let line = line.as_str();
        let (kind, rest) = match line.strip_prefix('+') {
            Some(rest) => {
                let rest = rest.trim_start();
                let (word, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                (kind(word)?, rest)
            }
            None if line.starts_with('@') => (Kind::Recommendation, line),
            None => return None,
        };
        let mut draft = Self {
            kind,
            fields: Vec::new(),
            new_person: None,
            near_people: Vec::new(),
            title: None,
            is_woman: false,
            unknown: Vec::new(),
            several: Vec::new(),
            twice: Vec::new(),
            no_date: None,
            dated: None,
            late_date: None,
        };
        let words: Vec<&str> = draft.apart(rest.split_whitespace().collect());
        match kind {
            Kind::Nomination => draft.nomination(library, directory, rest, date),
            _ => draft.wording(library, directory, &words, date),
        }
        if kind == Kind::Position {
            // What is written down is agreed by a key of its own.
            draft.put("status", "draft");
        }
        Some(draft)
    }

    /// The fields that the record needs and the line does not give.
    pub fn missing(&self) -> impl Iterator<Item = Field> + '_ {
        let given = |field: &Field| {
            let language = format!("{}.", field.name);
            self.fields
                .iter()
                .any(|(name, _)| *name == field.name || name.starts_with(&language))
        };
        form::fields(self.kind).filter(move |field| field.is_required(self.kind) && !given(field))
    }

    /// What of the line is not kept, or was taken for the date and could be text.
    pub(super) fn aside(&self, today: (i32, u8, u8)) -> Option<Message> {
        let typed = self.dated.as_ref();
        let hour = typed.and_then(|typed| hour_left_out(typed, today));
        let hour = hour.map(|hour| day::hour_left_out(&hour));
        let late = self.late_date.as_ref().filter(|late| late.is_taken);
        let late = late.map(|late| words::late_date_taken(&late.typed));
        let all: Vec<Message> = hour.into_iter().chain(late).collect();
        (!all.is_empty()).then(|| words::together(&all))
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        fields
            .find(|(field, _)| *field == name)
            .map(|(_, value)| value.as_str())
    }

    /// Sets a field; of one that takes several, one more.
    fn put(&mut self, name: &'static str, value: &str) {
        match self.fields.iter_mut().find(|(field, _)| *field == name) {
            Some((_, values)) => {
                values.push(',');
                values.push_str(value);
            }
            None => self.fields.push((name, value.to_owned())),
        }
    }

    /// Who is meant by `@` words and when by a date, as long as they stand at the beginning; all
    /// that follows is what is said.
    fn wording(
        &mut self,
        library: &Library,
        directory: &Directory,
        words: &[&str],
        date: impl Fn(&str) -> Result<Date, DateError>,
    ) {
        let who = match self.kind {
            Kind::Recommendation => "to",
            _ => "by",
        };
        let when = match self.kind {
            Kind::Recommendation => "due",
            _ => "date",
        };
        let mut rest = words;
        while let Some(first) = rest.first() {
            if first.starts_with('@') {
                let used = self.take_names(who, library, directory, rest);
                rest = rest.get(used..).unwrap_or_default();
            } else if self.kind != Kind::Position
                // What it says may begin with a year: `2027 budget`.
                && form::named(self.kind, when).is_some()
                && let Some(used) = self.take_date(when, rest, &date)
            {
                rest = rest.get(used..).unwrap_or_default();
            } else if matches!(self.kind, Kind::Contribution | Kind::Recommendation)
                && self.get(who).is_none()
                && self.unknown.is_empty()
                && self.several.is_empty()
                && let Named::One(id, _) = named(library, directory, rest)
                && (self.kind == Kind::Contribution || is_party(library, &id))
            {
                let used = self.take_names(who, library, directory, rest);
                rest = rest.get(used..).unwrap_or_default();
            } else if let Some((field, word, used)) = self.choice(library, directory, rest) {
                self.fields.push((field, word.to_owned()));
                rest = rest.get(used..).unwrap_or_default();
            } else {
                break;
            }
        }
        if !rest.is_empty() {
            let mut text = rest.join(" ");
            if self.kind == Kind::Recommendation && self.get(when).is_none() {
                match late(rest, &date) {
                    Some(late) => {
                        let is_taken = late.is != Sense::Text;
                        if is_taken {
                            let before = rest.get(..late.from).unwrap_or_default();
                            text = before.join(" ").trim_end_matches(['،', ',']).to_owned();
                            self.put(when, day_of(when, &late.date));
                            self.dated = Some(late.typed.clone());
                        }
                        let typed = late.typed;
                        let is_told = late.is != Sense::Until;
                        self.late_date = is_told.then_some(LateDate { typed, is_taken });
                    }
                    None => text = bare(text, &date),
                }
            }
            let field = match (self.kind, names::is_arabic(&text)) {
                (Kind::Item | Kind::Meeting, true) => "title.ar",
                (Kind::Item | Kind::Meeting, false) => "title.en",
                (_, true) => "text.ar",
                (_, false) => "text.en",
            };
            self.fields.push((field, text));
        }
    }

    /// Takes all whom the words behind an `@` name: one, or several with commas or «و» between them, or
    /// one behind the other; how many words it is.
    fn take_names(
        &mut self,
        who: &'static str,
        library: &Library,
        directory: &Directory,
        words: &[&str],
    ) -> usize {
        let (all, used) = directory.all(library, words);
        for (name, meant) in all {
            match meant {
                Named::One(id, _) => {
                    let mut named = self.get(who).unwrap_or_default().split(',');
                    if !named.any(|known| known == id) {
                        self.put(who, &id);
                    }
                }
                Named::Several(said, _, ids) => self.several.push((said, ids)),
                Named::Nobody => self.unknown.push(name),
            }
        }
        used
    }

    /// Takes the date with which some words begin, unless there is one already; how many words it is.
    fn take_date(
        &mut self,
        field: &'static str,
        words: &[&str],
        date: impl Fn(&str) -> Result<Date, DateError>,
    ) -> Option<usize> {
        if self.get(field).is_some() || self.no_date.is_some() {
            return None;
        }
        let (day, used) = dated(words, date)?;
        let typed = words.get(..used).unwrap_or_default();
        if self.is_other_than_a_date(typed) {
            return None;
        }
        let typed = typed.join(" ");
        match day {
            Ok(day) => {
                self.put(field, day_of(field, &day));
                self.dated = Some(typed);
            }
            Err(why) => self.no_date = Some((typed, why)),
        }
        Some(used)
    }

    /// Whether words that are a date by themselves are rather what the line says: `May we meet again`,
    /// `the 15th meeting`, the nominee May Hassan; or a Hijri year, which is the number of a resolution.
    fn is_other_than_a_date(&self, words: &[&str]) -> bool {
        let [word] = words else {
            return matches!(words, [the, _] if the.eq_ignore_ascii_case("the"));
        };
        let word = word.trim_end_matches([',', '،']);
        let is_among = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
        let is_number = word.chars().count() == 4
            && word.chars().all(char::is_numeric)
            && word.starts_with(['1', '١']);
        is_number || is_among(&ALSO_VERBS) || self.kind == Kind::Nomination && is_among(&ALSO_NAMES)
    }
}

/// Whether it is a country or a body, which is asked to act without a sign before its name.
fn is_party(library: &Library, id: &str) -> bool {
    let entry = library.in_registry(id);
    entry.is_some_and(|key| matches!(library.kind(key), Kind::Country | Kind::Body))
}

/// A date as a field has it: that until when is its end (حتى سبتمبر).
fn day_of<'d>(field: &str, day: &'d Date) -> &'d str {
    let end = day.as_str().strip_prefix("../");
    end.filter(|_| field == "due").unwrap_or(day.as_str())
}

/// What a word behind `+` adds; the shortest that is clear is enough.
fn kind(word: &str) -> Option<Kind> {
    let word = word.to_lowercase();
    if word.is_empty() {
        return None;
    }
    let begins = |name: &&&str| name.starts_with(&word);
    let mut meant = ADDS
        .iter()
        .filter(|(_, names)| names.iter().any(|name| begins(&name)));
    let first = meant.next()?;
    // `no` is a nomination or a note.
    meant.next().is_none().then_some(first.0)
}

/// The line with one sign before it. The key that opens the line has typed a sign already: where it is
/// typed again, the last one counts.
pub fn with_one_sign(line: &str) -> String {
    let is_sign = |letter: char| matches!(letter, '@' | '+');
    let rest = line.trim_start_matches(|letter| is_sign(letter) || letter.is_whitespace());
    let signs = line.strip_suffix(rest).unwrap_or_default();
    let last = signs.chars().rev().find(|letter| is_sign(*letter));
    last.into_iter().chain(rest.chars()).collect()
}

/// A date at the beginning of some words, the longest there is (`before the end of the month`), or why
/// there is no such day; and how many words it is. `35/2021` is the number of a document as well as a
/// month that there is not: it is no date. `Friday afternoon session` begins with a day, and a session.
fn dated(
    words: &[&str],
    date: impl Fn(&str) -> Result<Date, DateError>,
) -> Option<(Result<Date, DateError>, usize)> {
    (1..=MOST_WORDS).rev().find_map(|count| {
        let typed = words.get(..count)?.join(" ");
        match date(&typed) {
            Err(DateError::Form | DateError::Month(_)) => None,
            _ if ends_in_part_of_day(&typed) => None,
            read => Some((read, count)),
        }
    })
}
