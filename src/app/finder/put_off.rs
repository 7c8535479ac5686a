//! What was put off, asked for in words: `which items were put off`, البنود المؤجلة. It stands in the status of
//! positions, in what meetings decided, and in the call that is on, as well as in words.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use crate::library::Key;
use crate::report::{Kind, Language};
use crate::search::{Query, Set};
use crate::words::Message;
use crate::words::asked::{ALL, ITEMS, PUT_OFF};
use crate::words::query::FIELDS;

use super::super::fields::{kind_called, plain};
use super::super::scope::DEFERRED;
use super::question::words;
use super::{Field, Finder, Found, Inquiry};

/// Nobody asks for it in more words.
const MOST_WORDS: usize = 12;

/// What was put off, as it is asked for.
struct Asked {
    /// The words that say so.
    typed: String,
    /// Whether records say it so too.
    is_in_records: bool,
    /// The kind of record that is named; without one items come first.
    kind: Option<Kind>,
}

impl Finder {
    /// What was put off: items and positions first, then what says so in words, then the outcomes that do. None
    /// where the words ask for anything else, or nothing was put off.
    pub(super) fn find_put_off(&self, inquiry: Inquiry<'_>) -> Option<Found> {
        let Inquiry {
            library,
            query,
            limit,
            among,
            ..
        } = inquiry;
        let asked = asked(query)?;
        let status = |language: Language| plain(DEFERRED.label().get(language));
        let set = self.records(library, Field::Status, &status(Language::English))?;
        let set = match (inquiry.deferred, among) {
            ([], None) => set,
            (deferred, among) => {
                let mut set = Set::clone(&set);
                for item in deferred {
                    set.insert(item.index() as u32);
                }
                if let Some(among) = among {
                    set.keep_only(among);
                }
                Arc::new(set)
            }
        };
        let is_of_items = |kind: Kind| matches!(kind, Kind::Item | Kind::Position);
        let of_kind = asked.kind.filter(|kind| !is_of_items(*kind));
        let is_of_kind = |key: u32, kind: Kind| library.kind(Key::new(key)) == kind;
        let set = match of_kind {
            None => set,
            Some(kind) => {
                let mut of_kind = Set::new(library.len());
                let keys = set.keys().filter(|key| is_of_kind(*key, kind));
                keys.for_each(|key| of_kind.insert(key));
                Arc::new(of_kind)
            }
        };
        if set.is_empty() && (asked.is_in_records || of_kind.is_some()) {
            return None;
        }
        // `put` and `off` stand anywhere: the word that records have for it is looked for.
        let said = match (asked.is_in_records, asked.typed.is_ascii()) {
            (true, _) => asked.typed.clone(),
            (false, true) => status(Language::English),
            (false, false) => status(Language::Arabic),
        };
        // How far a position has come its status tells: what was put off beside it is no more than connected.
        let in_words = asked.kind.map(Kind::name).unwrap_or_default();
        let in_words = format!(
            "{in_words} {said} !{}:{}",
            kind_field(),
            Kind::Position.name()
        );
        let in_words = self.read(library, &in_words);
        let by_words = match asked.kind {
            Some(Kind::Position) => Found::default(),
            _ => self.find(&in_words, limit, among),
        };
        let is_asked = |key: &u32| match asked.kind {
            Some(Kind::Item) | None => is_of_items(library.kind(Key::new(*key))),
            Some(asked) => is_of_kind(*key, asked),
        };
        let key_of = |key: u32| Key::new(key);
        let first = set.keys().filter(is_asked).map(key_of);
        let others = set.keys().filter(|key| !is_asked(key)).map(key_of);
        let first = first.map(|key| (key, u32::MAX));
        let all = first.chain(by_words.hits.iter().copied());
        let all = all.chain(others.map(|key| (key, 0)));
        let mut known = Set::new(library.len());
        let new = all.filter(|(key, _)| {
            let number = key.index() as u32;
            let is_new = !known.has(number);
            known.insert(number);
            is_new
        });
        let hits = new.take(limit).collect();
        let both = match by_words.total {
            0 => 0,
            _ => self.find(&in_words, 0, Some(&set)).total,
        };
        let total = by_words.total + set.count().saturating_sub(both);
        if total == 0 {
            return None;
        }
        Some(Found {
            hits,
            total,
            read_as_fields: vec![(asked.typed, as_field())],
            guesses: by_words.guesses,
            ..Found::default()
        })
    }
}

/// What the field of the kind is called.
fn kind_field() -> &'static str {
    let names = FIELDS.get(Field::Kind as usize);
    names
        .and_then(|names| names.first())
        .copied()
        .unwrap_or_default()
}

/// How a field asks for what was put off.
fn as_field() -> Message {
    let names = FIELDS
        .get(Field::Status as usize)
        .copied()
        .unwrap_or_default();
    let name = |place: usize| names.get(place).copied().unwrap_or_default();
    let status = DEFERRED.label();
    Message::new(
        format!("{}:{}", name(1), status.ar),
        format!("{}:{}", name(0), status.en),
    )
}

/// What says that something was put off, ready to be compared, and whether records have it too.
static SAID: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    let said = PUT_OFF.said.iter().map(|word| (plain(word), true));
    let asked = PUT_OFF.asked.iter().map(|word| (plain(word), false));
    said.chain(asked).collect()
});

/// What is said beside it, and says no more, or what kind of record is asked for.
static BESIDE: LazyLock<HashMap<String, Option<Kind>>> = LazyLock::new(|| {
    let all = ALL.iter().map(|word| (plain(word), None));
    let items = ITEMS.iter().map(|word| (plain(word), Some(Kind::Item)));
    all.chain(items).collect()
});

/// What a query asks for, where that is what was put off, of some kind, and no more.
fn asked(query: &Query) -> Option<Asked> {
    let text = query.only_words()?;
    let asked = words(text, MOST_WORDS)?;
    let typed: Vec<&str> = asked.iter().map(|word| word.typed).collect();
    let words: Vec<String> = asked.iter().map(|word| plain(word.bare)).collect();
    let (place, is_in_records) = (0..words.len()).find_map(|place| {
        let says = |parts: usize| {
            let said = words.get(place..place + parts)?.join(" ");
            Some((place..place + parts, *SAID.get(&said)?))
        };
        says(2).or_else(|| says(1))
    })?;
    let said = query.said_words()?;
    let mut kind = None;
    for (at, word) in words.iter().enumerate() {
        let says_no_more = || {
            let is_said = typed.get(at).is_some_and(|typed| said.contains(typed));
            word.is_empty() || BESIDE.contains_key(word) || !is_said
        };
        let beside = BESIDE.get(word).copied().flatten();
        match beside.or_else(|| kind_called(word)) {
            _ if place.contains(&at) => {}
            // Who did it says no more, save of meetings that were put off themselves.
            Some(Kind::Meeting) if !is_in_records => {}
            Some(called) if kind.is_none() => kind = Some(called),
            None if says_no_more() => {}
            _ => return None,
        }
    }
    let bare: Vec<&str> = asked.get(place)?.iter().map(|word| word.bare).collect();
    Some(Asked {
        typed: bare.join(" "),
        is_in_records,
        kind,
    })
}

#[cfg(test)]
mod tests;
