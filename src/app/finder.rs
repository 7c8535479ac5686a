//! What is searched: every record of a library as a document of the search index.

mod by_document;
mod corrected;
pub(super) mod document;
mod facts;
mod kinds;
mod minutes;
mod missing;
mod named;
mod narrowed;
mod of_item;
mod party;
mod put_off;
mod question;
mod quoted;
mod told;

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::library::{Key, Library};
use crate::report::Kind;
use crate::search::{self, Changes, Guesses, Index, Part, Query, Results, Session, Set};
use crate::words::Message;
use crate::words::query::FIELDS;

use super::fields::{Field, Meaning, Values};
use by_document::Documents;
use party::Countries;

pub use told::{notes, nothing};

/// So many sets of fields are kept while one types.
const KEPT: usize = 16;

/// The search index of a library.
pub struct Finder {
    index: Index,
    /// What the next letter needs of the search before.
    session: Mutex<Session>,
    values: Values,
    /// The records of the values that were asked for.
    sets: Mutex<Vec<Asked>>,
    /// The meeting that was over last, and on which day that was counted.
    latest: Mutex<Option<minutes::Latest>>,
    /// What is to come on a day.
    coming: Mutex<Option<minutes::Coming>>,
    /// What a question was narrowed to last.
    narrowed: Mutex<narrowed::Last>,
    /// The records of the group's own reports.
    ours: OnceLock<Option<Arc<Set>>>,
    /// The reports by the numbers of their documents.
    documents: OnceLock<Documents>,
    /// What countries are called.
    countries: OnceLock<Countries>,
}

/// What was asked of a field.
struct Asked {
    field: Field,
    /// The value as it was typed.
    typed: String,
    /// What it comes to.
    meaning: Option<Meaning>,
    /// The records that have it, if any has.
    set: Option<Arc<Set>>,
}

/// What is asked of a library.
#[derive(Clone, Copy)]
pub struct Inquiry<'a> {
    /// The library that was indexed.
    pub library: &'a Library,
    /// What is looked for.
    pub query: &'a Query,
    /// At most so many records are told.
    pub limit: usize,
    /// The records which one looks through, where these are not all.
    pub among: Option<&'a Arc<Set>>,
    /// The day on which it is asked: what is later has not been. Without it all has.
    pub today: Option<(i32, u8, u8)>,
    /// Items that are deferred besides what the library tells so: in the call that is on.
    pub deferred: &'a [Key],
}

impl<'a> Inquiry<'a> {
    /// A query to a whole library.
    #[must_use]
    pub const fn of(library: &'a Library, query: &'a Query, limit: usize) -> Self {
        Self {
            library,
            query,
            limit,
            among: None,
            today: None,
            deferred: &[],
        }
    }
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The records, best first, with their scores.
    pub hits: Vec<(Key, u32)>,
    /// How many there are in all.
    pub total: usize,
    /// Words that were found nowhere as they were typed, and as what they were read.
    pub read_as: Vec<(String, String)>,
    /// Words that the first has only with a slip put right, as they were typed, and what it has.
    pub corrected: Vec<(String, String)>,
    /// A word that they need not have, since no record has all of them.
    pub left_out: Option<String>,
    /// How many records have that; 0 where none has, or it says no more than what is shown.
    pub left_out_in: usize,
    /// Where these have the most of a question of which no record has all, what the first has not; of what is
    /// shown for a [country or body](party), what none of it has.
    pub without: Vec<String>,
    /// What asks for the newest minutes, as it was typed, where those of the newest meeting come first.
    pub newest_first: Option<String>,
    /// What was read as a field asks for it, and how: the number of a document as its report, what was put off
    /// by its status, days by their date.
    pub read_as_fields: Vec<(String, Message)>,
    /// Where nothing is found, what there is none of that was asked for, and what there is.
    pub missing: Option<Message>,
    /// Where no record has all words, each of them as it was typed, and how many records have it; then
    /// nothing is found, or what a [country or body](party) has that is named among them.
    pub apart: Vec<(String, usize)>,
    /// Which words were looked for otherwise than as they were typed.
    pub guesses: Guesses,
    /// The kind of record that was [asked for](Query::asked_for) without being named, where the first is
    /// one of it.
    pub asked_for: Option<Kind>,
    /// Where a value is [unknown](Query::unknown_value), some that are known.
    pub values: Vec<Message>,
    /// Whether there are more.
    pub more_values: bool,
    /// How many records have so many words that not all of them are searched.
    pub cut: usize,
}

impl Finder {
    /// Indexes every record of the library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let keys: Vec<Key> = library.keys().collect();
        let document = |number: u32| {
            let key = keys.get(number as usize).copied();
            key.map_or_else(Default::default, |key| document::of(library, key))
        };
        Self::of(Index::build_by_key(keys.len() as u32, document))
    }

    /// The finder of a library that was indexed before.
    #[must_use]
    pub fn of(index: Index) -> Self {
        Self {
            index,
            session: Mutex::default(),
            values: Values::default(),
            sets: Mutex::default(),
            latest: Mutex::default(),
            coming: Mutex::default(),
            narrowed: Mutex::default(),
            ours: OnceLock::new(),
            documents: OnceLock::new(),
            countries: OnceLock::new(),
        }
    }

    /// The same, with values of fields that were made before.
    #[must_use]
    pub(super) fn with_values(self, values: Values) -> Self {
        Self { values, ..self }
    }

    /// The index itself.
    pub(super) const fn index(&self) -> &Index {
        &self.index
    }

    /// The bytes of the index.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.index.bytes()
    }

    /// This index as it was first made, with these changes: documents that are gone or have other
    /// keys, and new ones.
    #[must_use]
    pub fn amended(&self, changes: Changes<'_>, new: Part) -> Self {
        Self::of(self.index.amended(changes, &[new]))
    }

    /// The values of the fields, for completing them.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// Reads a query with fields over the library that was indexed.
    #[must_use]
    pub fn read(&self, library: &Library, text: &str) -> Query {
        self.read_with(library, text, &[])
    }

    /// The same, where these items are deferred besides what the library tells so.
    #[must_use]
    pub fn read_with(&self, library: &Library, text: &str, deferred: &[Key]) -> Query {
        let has = |number: &str, kind: Kind| {
            let records = self.records(library, Field::Item, number);
            let mut of_kind = (records.iter())
                .flat_map(|set| set.keys().map(Key::new))
                .filter(|key| library.kind(*key) == kind);
            match kind {
                // While a number is typed those of which it is the beginning are found too.
                Kind::Item => of_kind
                    .next()
                    .is_some_and(|item| named::has_number(library, item, number)),
                _ => of_kind.next().is_some(),
            }
        };
        let of_item = of_item::of_item(text, &has);
        let text = of_item.as_deref().unwrap_or(text);
        let quoted = quoted::quoted(text, library, &self.values);
        let text = quoted.as_deref().unwrap_or(text);
        let read = |text: &str| {
            Query::read(text, FIELDS, &mut |number, typed| {
                let field = Field::numbered(number)?;
                let set = self.records(library, field, typed)?;
                if deferred.is_empty() || !self.values.says_deferred(library, field, typed) {
                    return Some(set);
                }
                let mut set = Set::clone(&set);
                let deferred = deferred.iter();
                deferred.for_each(|item| set.insert(item.index() as u32));
                Some(Arc::new(set))
            })
        };
        // The id of a record has a colon too, and that of a report before it may be a word.
        let is_id = |name: &str, value: &str| {
            library.report_ids().any(|id| id.eq_ignore_ascii_case(name))
                || library.is_full_id(&format!("{name}:{value}"))
        };
        let mut query = read(text);
        if query.unknown_field().is_some()
            && let Some((bare, asks_for_nominations)) = facts::without_names(text, is_id)
        {
            query = read(&bare);
            if asks_for_nominations {
                query = query.asking_for(Kind::Nomination.name());
            }
        }
        if let Some((name, value)) = query.unknown_field()
            && is_id(name, value)
        {
            query = query.without_unknown_field();
        }
        let mut first = self.named_in(library, &query);
        if of_item.is_some() {
            first.extend(self.items_in(library, &query));
        }
        query.with_first(first)
    }

    /// The records that have a value in a field, as it was typed.
    fn records(&self, library: &Library, field: Field, typed: &str) -> Option<Arc<Set>> {
        let mut sets = self.sets.lock().unwrap_or_else(PoisonError::into_inner);
        let of_field = || sets.iter().filter(|asked| asked.field == field);
        if let Some(known) = of_field().find(|asked| asked.typed == typed) {
            return known.set.clone();
        }
        let meaning = self.values.meaning(library, field, typed);
        // The next letter often means no other value.
        let set = match of_field().find(|asked| asked.meaning == meaning) {
            Some(same) => same.set.clone(),
            None => meaning.as_ref().and_then(|meaning| {
                let set = self.values.records(library, field, meaning);
                set.map(Arc::new)
            }),
        };
        if sets.len() >= KEPT {
            sets.remove(0);
        }
        sets.push(Asked {
            field,
            typed: typed.to_owned(),
            meaning,
            set: set.clone(),
        });
        set
    }

    /// The records that answer, best first.
    #[must_use]
    pub fn search(&self, inquiry: Inquiry<'_>) -> Found {
        self.search_while(inquiry, &|| true)
    }

    /// The same, for as long as the answer is `wanted`: to look through the texts of very many
    /// records takes its time, and is given up as soon as it says no.
    #[must_use]
    pub fn search_while(&self, inquiry: Inquiry<'_>, wanted: &dyn Fn() -> bool) -> Found {
        let query = inquiry.query;
        let mut found = self
            .find_narrowed(inquiry, wanted)
            .unwrap_or_else(|| self.find_asked(inquiry, false, wanted));
        if found.total == 0 || found.left_out.is_some() || !found.without.is_empty() {
            found = self.find_within(inquiry).unwrap_or(found);
            found = self.find_by_document(inquiry).unwrap_or(found);
        }
        if found.total == 0 {
            found = self.find_party(inquiry, &found).unwrap_or(found);
        }
        if found.total == 0 || found.left_out.is_some() {
            let missing = self.missing(inquiry, found.total == 0);
            if missing.is_some() {
                found = Found {
                    missing,
                    ..Found::default()
                };
            }
        }
        if let Some((first, _)) = found.hits.first() {
            found.corrected = corrected::of(inquiry.library, query, &found.guesses, *first);
            let kind = inquiry.library.kind(*first);
            found.asked_for = (query.asked_for() == Some(kind.name())).then_some(kind);
        }
        found.cut = self.index.cut();
        let field = query.unknown_value().map(|(field, _)| field);
        if let Some(field) = field.and_then(Field::numbered) {
            (found.values, found.more_values) = self.values.some(inquiry.library, field);
        }
        found
    }

    /// What is found of what is asked for in words, in places of texts, or as it stands; of one's own group, or of some
    /// days, where it is [narrowed](Self::find_narrowed) to these.
    fn find_asked(
        &self,
        inquiry: Inquiry<'_>,
        is_narrowed: bool,
        wanted: &dyn Fn() -> bool,
    ) -> Found {
        let query = inquiry.query;
        let minutes = |text| minutes::asked_for(text, is_narrowed);
        match query.only_words().and_then(minutes) {
            Some(asked) => self.find_minutes(inquiry, &asked),
            None if query.needs_texts() => self.find_places(inquiry, wanted),
            None => (self.find_put_off(inquiry)).unwrap_or_else(|| {
                match self.what_is_to_come(inquiry) {
                    Some(coming) => self.find_coming(inquiry, coming),
                    None => self.find(query, inquiry.limit, inquiry.among),
                }
            }),
        }
    }

    /// What is found by the places of words in texts.
    fn find_places(&self, inquiry: Inquiry<'_>, wanted: &dyn Fn() -> bool) -> Found {
        let Inquiry {
            library,
            query,
            limit,
            among,
            ..
        } = inquiry;
        let holds = |number: u32| {
            if !wanted() {
                return false;
            }
            let document = document::of(library, Key::new(number));
            let texts: Vec<&str> = document
                .fields
                .iter()
                .enumerate()
                .filter(|(number, (field, _))| {
                    *field != search::Field::Background && !document.unseen.contains(number)
                })
                .map(|(_, (_, text)): (_, &(_, Cow<'_, str>))| text.as_ref())
                .collect();
            query.holds(number, &texts)
        };
        let mut session = self.session();
        found(
            self.index
                .search_places(&mut session, query, limit, among, &holds),
        )
    }

    /// What a query finds that asks for no place of words in a text.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize, among: Option<&Arc<Set>>) -> Found {
        let mut session = self.session();
        found(match among {
            Some(among) => self.index.search_among(&mut session, query, limit, among),
            None => self.index.search_in(&mut session, query, limit, None),
        })
    }

    /// What is found where a word is left out, or the most is asked for, among those records only that are allowed:
    /// what all records have together these need not have.
    fn find_within(&self, inquiry: Inquiry<'_>) -> Option<Found> {
        inquiry.query.only_words()?;
        let within = inquiry.query.within(inquiry.among?);
        let found = self.find(&within, inquiry.limit, None);
        (found.total > 0).then_some(found)
    }

    fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn found(results: Results) -> Found {
    let hits = results.hits.iter();
    Found {
        hits: hits.map(|hit| (Key::new(hit.key), hit.score)).collect(),
        total: results.total,
        read_as: results.read_as,
        left_out: results.left_out,
        left_out_in: results.left_out_in,
        without: results.without,
        apart: results.apart,
        guesses: results.guesses,
        ..Found::default()
    }
}

/// Reads some records of a library, to be made an index together with others.
#[must_use]
pub fn part(library: &Library, keys: impl Iterator<Item = Key>) -> Part {
    Part::read(keys.map(|key| document::of(library, key)))
}

#[cfg(test)]
mod tests;
