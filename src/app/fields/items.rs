//! Items by their numbers and ids, as a person types them.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::cache::{Array, Mapped, Writer};
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::search::Set;

use super::super::scope::of_report;
use super::plain;
use super::texts::Texts;
use super::values::is_digits;

/// The numbers of items as they are typed, and the ids of reports, both ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Each once, in their order.
    numbers: Texts,
    /// Where the items of each end.
    ends: Array<u32>,
    items: Array<u32>,
    /// By place in the library.
    reports: Texts,
}

impl Numbers {
    pub fn of(library: &Library) -> Self {
        // A few hundred numbers are those of very many items.
        let mut printed: HashMap<&str, Vec<u32>> = HashMap::new();
        library.each_number(&mut |item, number| {
            printed.entry(number).or_default().push(item.index() as u32);
        });
        let mut numbers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        // An item without a number is asked for by the word that it has for one: `item:eg-itrs`.
        for item in library.of_kind(Kind::Item) {
            let own = library.id(*item).split_once(':').map(|(_, own)| own);
            if let Some(own) = own.filter(|own| own.starts_with(char::is_alphabetic)) {
                let items = numbers.entry(plain(own)).or_default();
                items.push(item.index() as u32);
            }
        }
        for (number, items) in printed {
            let number = match is_digits(number) {
                true => number.to_owned(),
                false => plain(number),
            };
            numbers.entry(number).or_default().extend(items);
        }
        let ends = numbers.values().scan(0, |end, items| {
            *end += items.len() as u32;
            Some(*end)
        });
        let reports: Vec<String> = library.report_ids().map(plain).collect();
        Self {
            ends: ends.collect(),
            items: numbers.values().flatten().copied().collect(),
            numbers: Texts::of(numbers.keys().map(String::as_str)),
            reports: Texts::of(reports.iter().map(String::as_str)),
        }
    }

    pub fn save(&self, writer: &mut Writer, prefix: &str) {
        self.numbers.save(writer, &format!("{prefix}numbers"));
        writer.section(&format!("{prefix}numbers.of"), &self.ends);
        writer.section(&format!("{prefix}numbers.items"), &self.items);
        self.reports.save(writer, &format!("{prefix}reports"));
    }

    /// What was saved.
    pub fn load(mapped: &Mapped, prefix: &str) -> Option<Self> {
        let numbers = Self {
            numbers: Texts::load(mapped, &format!("{prefix}numbers"))?,
            ends: mapped.array(&format!("{prefix}numbers.of"))?,
            items: mapped.array(&format!("{prefix}numbers.items"))?,
            reports: Texts::load(mapped, &format!("{prefix}reports"))?,
        };
        let end = numbers.ends.last().map_or(0, |end| *end as usize);
        let is_whole = numbers.numbers.len() == numbers.ends.len() && end == numbers.items.len();
        is_whole.then_some(numbers)
    }

    /// Puts the items with that number or id into the set, and all that belongs to them; where there
    /// is none, those whose number begins so.
    pub fn gather(&self, library: &Library, typed: &str, set: &mut Set) {
        let mut items = Set::new(library.len());
        let typed_bytes = typed.as_bytes();
        let from = self.numbers.place(|number| number < typed_bytes);
        if self.numbers.bytes(from) == typed_bytes {
            self.add(from..from + 1, &mut items);
        }
        if !is_digits(typed) {
            let items = &mut items;
            self.with_id(library, typed)
                .for_each(|item| items.insert(item.index() as u32));
        }
        if items.is_empty() {
            let begins = |number: &[u8]| number < typed_bytes || number.starts_with(typed_bytes);
            self.add(from..self.numbers.place(begins), &mut items);
        }
        library.each_member(items.keys().map(Key::new), &mut |member, _| {
            set.insert(member.index() as u32);
        });
        set.insert_all(&items);
    }

    /// Puts the items of a run of numbers into a set.
    fn add(&self, numbers: Range<usize>, to: &mut Set) {
        let end = |number: usize| match number.checked_sub(1) {
            Some(before) => self.ends.get(before).map(|end| *end as usize),
            None => Some(0),
        };
        let range = || Some(end(numbers.start)?..end(numbers.end)?);
        let items = range().and_then(|range| self.items.get(range));
        items
            .into_iter()
            .flatten()
            .for_each(|item| to.insert(*item));
    }

    /// The items of which this is the id.
    fn with_id(&self, library: &Library, typed: &str) -> impl Iterator<Item = Key> {
        let reports = self.reports.iter().enumerate();
        let reports = reports.filter(move |(_, report)| typed.starts_with(report));
        let keys = reports
            .flat_map(|(place, _)| of_report(library, place))
            .map(Key::new);
        let items = keys.filter(|key| library.kind(*key) == Kind::Item);
        items.filter(move |key| plain(library.id(*key)) == typed)
    }
}
