//! Items by their numbers and ids, as a person types them.

use crate::cache::{Array, Mapped, Writer};
use crate::library::{Key, Library};
use crate::search::Set;

use super::super::scope::of_report;
use super::plain;
use super::texts::Texts;
use super::values::is_digits;

/// What the tables of the library cannot tell: numbers that are no plain digits, and the ids of
/// reports, both ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// In their order.
    odd: Texts,
    /// Of each the item.
    items: Array<u32>,
    /// By place in the library.
    reports: Texts,
}

impl Numbers {
    pub fn of(library: &Library) -> Self {
        let mut odd = Vec::new();
        library.each_number(&mut |item, number| {
            if !is_digits(number) {
                odd.push((plain(number), item));
            }
        });
        odd.sort_unstable();
        let reports: Vec<String> = library.report_ids().map(plain).collect();
        Self {
            odd: Texts::of(odd.iter().map(|(number, _)| number.as_str())),
            items: odd.iter().map(|(_, item)| item.index() as u32).collect(),
            reports: Texts::of(reports.iter().map(String::as_str)),
        }
    }

    pub fn save(&self, writer: &mut Writer, prefix: &str) {
        self.odd.save(writer, &format!("{prefix}odd"));
        writer.section(&format!("{prefix}odd.items"), &self.items);
        self.reports.save(writer, &format!("{prefix}reports"));
    }

    /// What was saved.
    pub fn load(mapped: &Mapped, prefix: &str) -> Option<Self> {
        let numbers = Self {
            odd: Texts::load(mapped, &format!("{prefix}odd"))?,
            items: mapped.array(&format!("{prefix}odd.items"))?,
            reports: Texts::load(mapped, &format!("{prefix}reports"))?,
        };
        (numbers.odd.len() == numbers.items.len()).then_some(numbers)
    }

    /// The odd numbers from the first on that is not before what was typed, with their items.
    fn odd_from(&self, typed: &str) -> impl Iterator<Item = (&str, Key)> {
        let (mut low, mut high) = (0, self.odd.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.odd.get(middle) < typed {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        let items = self.items.get(low..).unwrap_or_default();
        let items = items.iter().map(|item| Key::new(*item));
        (low..self.odd.len())
            .map(|number| self.odd.get(number))
            .zip(items)
    }

    /// Puts the items with that number or id into the set, and all that belongs to them; where there
    /// is none, those whose number begins so.
    pub fn gather(&self, library: &Library, typed: &str, set: &mut Set) {
        let mut items = Set::new(library.len());
        let mut add = |item: Key| items.insert(item.index() as u32);
        if is_digits(typed) {
            library.each_numbered(typed, true, &mut |item, _| add(item));
        } else {
            self.with_id(library, typed).for_each(&mut add);
        }
        let odd = |fits: &dyn Fn(&str) -> bool, add: &mut dyn FnMut(Key)| {
            let so = self.odd_from(typed).take_while(|(number, _)| fits(number));
            so.for_each(|(_, item)| add(item));
        };
        odd(&|number| number == typed, &mut add);
        if items.is_empty() {
            let mut add = |item: Key| items.insert(item.index() as u32);
            odd(&|number| number.starts_with(typed), &mut add);
            library.each_numbered(typed, false, &mut |item, number| {
                if is_digits(number) {
                    add(item);
                }
            });
        }
        library.each_member(items.keys().map(Key::new), &mut |member, _| {
            set.insert(member.index() as u32);
        });
        set.insert_all(&items);
    }

    /// The items of which this is the id.
    fn with_id(&self, library: &Library, typed: &str) -> impl Iterator<Item = Key> {
        let reports = self.reports.iter().enumerate();
        let reports = reports.filter(move |(_, report)| typed.starts_with(report));
        let keys = reports
            .flat_map(|(place, _)| of_report(library, place))
            .map(Key::new);
        let items = keys.filter(|key| library.kind(*key) == crate::report::Kind::Item);
        items.filter(move |key| plain(library.id(*key)) == typed)
    }
}
