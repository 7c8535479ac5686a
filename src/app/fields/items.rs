//! Items by their numbers and ids, as a person types them.

use crate::library::{Key, Library};
use crate::report::Kind;
use crate::search::Set;

use super::super::scope::of_report;
use super::plain;
use super::values::is_digits;

/// What the tables of the library cannot tell: numbers that are no plain digits, and the ids of
/// reports, both ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// In their order.
    odd: Vec<(String, Key)>,
    /// By place in the library.
    reports: Vec<String>,
}

impl Numbers {
    pub fn of(library: &Library) -> Self {
        let mut odd = Vec::new();
        library.each_number(&mut |item, number| {
            if !is_digits(number) {
                odd.push((plain(number), item));
            }
        });
        // An item without a number is asked for by the word that it has for one: `item:eg-itrs`.
        for item in library.of_kind(Kind::Item) {
            let own = library.id(*item).split_once(':').map(|(_, own)| own);
            let own = own.filter(|own| own.starts_with(char::is_alphabetic));
            odd.extend(own.map(|own| (plain(own), *item)));
        }
        odd.sort_unstable();
        Self {
            odd,
            reports: library.report_ids().map(plain).collect(),
        }
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
            let from = self
                .odd
                .partition_point(|(number, _)| number.as_str() < typed);
            let rest = self.odd.get(from..).unwrap_or_default().iter();
            let so = rest.take_while(|(number, _)| fits(number));
            so.for_each(|(_, item)| add(*item));
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
        let reports = reports.filter(move |(_, report)| typed.starts_with(report.as_str()));
        let keys = reports
            .flat_map(|(place, _)| of_report(library, place))
            .map(Key::new);
        let items = keys.filter(|key| library.kind(*key) == Kind::Item);
        items.filter(move |key| plain(library.id(*key)) == typed)
    }
}
