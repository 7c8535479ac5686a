//! What is asked of all records at once, told from the tables of the volumes: which are of a kind or
//! a status, of a year, of a party, of an item. No record is decoded for it, and what is told of a
//! million of them takes about a millisecond.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::assembly::At;
use super::load::several;
use super::volume::{
    Parties, Scope, Wanted, day_as_number, each_marked, each_marked_of, parties_by_id,
};
use super::{Key, Library, Volume};
use crate::report::{Kind, Relation, Stand, Status};

/// A date of more than so many years says no year.
const MOST_YEARS: usize = 100;

/// So many positions and outcomes are looked through by several threads.
const WORTH_A_THREAD: usize = 1 << 15;

/// A record that names a party.
#[derive(Debug, Clone, Copy)]
pub struct Naming {
    /// The country, body or person.
    pub party: Key,
    /// Who names it.
    pub from: Key,
    /// What kind of record that is.
    pub kind: Kind,
    /// As what; a share that names a country says that it is of a body.
    pub relation: Relation,
    /// Whether it stands in a report, not in the registry.
    pub in_report: bool,
}

impl Naming {
    /// Whether the record comes from the party.
    #[must_use]
    pub const fn comes_from(&self) -> bool {
        match self.relation {
            Relation::By | Relation::OnBehalfOf | Relation::Holder => true,
            Relation::Person => matches!(self.kind, Kind::Nomination),
            Relation::Country => matches!(self.kind, Kind::Nomination | Kind::Person),
            _ => false,
        }
    }

    /// Whether the party is the country where the record took place.
    #[must_use]
    pub const fn is_place(&self) -> bool {
        matches!(self.relation, Relation::Country)
            && matches!(self.kind, Kind::Meeting | Kind::Event)
    }
}

impl Library {
    /// Calls `tell` with the records of a kind: a first one, and a bit for each of the 64 from it on
    /// that is of the kind.
    pub fn each_of_kind(&self, kind: Kind, tell: &mut impl FnMut(Key, u64)) {
        self.each_wanted(&[kind.into()], tell);
    }

    /// The same with the records of several kinds.
    pub fn each_of_kinds(&self, kinds: &[Kind], tell: &mut impl FnMut(Key, u64)) {
        let wanted: Vec<Wanted> = kinds.iter().map(|kind| (*kind).into()).collect();
        self.each_wanted(&wanted, tell);
    }

    /// The same with the records of a status.
    pub fn each_with_status(&self, status: Status, tell: &mut impl FnMut(Key, u64)) {
        self.each_wanted(&[status.into()], tell);
    }

    /// The same with the records of several statuses.
    pub fn each_with_statuses(&self, statuses: &[Status], tell: &mut impl FnMut(Key, u64)) {
        let wanted: Vec<Wanted> = statuses.iter().map(|status| (*status).into()).collect();
        self.each_wanted(&wanted, tell);
    }

    fn each_wanted(&self, wanted: &[Wanted], tell: &mut impl FnMut(Key, u64)) {
        for at in self.all_shown() {
            let mut tell = |first: u32, bits: u64| tell(at.key(first), bits);
            match wanted {
                [] => {}
                [wanted] => each_marked(at.volume.marks(), *wanted, &mut tell),
                several => each_marked_of(at.volume.marks(), several, &mut tell),
            }
        }
    }

    /// The statuses that some record has, and how many have each.
    #[must_use]
    pub fn statuses(&self) -> Vec<(Status, usize)> {
        let mut counts = [0; 1 << u8::BITS];
        for at in self.all_shown() {
            for mark in at.volume.marks() {
                if let Some(count) = counts.get_mut(usize::from(*mark)) {
                    *count += 1;
                }
            }
        }
        let with = |status: Status| {
            let mark = Wanted::from(status).mark();
            counts.get(usize::from(mark)).copied().unwrap_or_default()
        };
        let all = Status::ALL.into_iter().map(|status| (status, with(status)));
        all.filter(|(_, count)| *count > 0).collect()
    }

    /// Calls `tell` with the records that are of one of these years, run by run. A record is of the
    /// years of its date, or else of its report's.
    pub fn each_of_years(&self, from: u16, to: u16, tell: &mut impl FnMut(Range<u32>)) {
        let is = |(first, last): (u16, u16)| first > 0 && first <= to && from <= last;
        for at in self.all_shown() {
            let end = at.start + at.volume.len() as u32;
            let own = at.volume.own_years().is_some_and(is);
            // Where the report is of them, from where on nothing has been told.
            let mut next = at.start;
            for (local, years) in at.volume.dated() {
                let key = at.key(local).number().min(end);
                match (own, is(years)) {
                    (true, false) => {
                        tell(next..key);
                        next = key + 1;
                    }
                    (false, true) => tell(key..key + 1),
                    _ => {}
                }
            }
            if own && next < end {
                tell(next..end);
            }
        }
    }

    /// Calls `tell` with the positions and outcomes that say one of these: a first record, and a bit
    /// for each of the 64 from it on that does.
    pub fn each_standing(&self, stands: &[Stand], tell: &mut impl FnMut(Key, u64)) {
        if stands.is_empty() {
            return;
        }
        let mut wanted = [false; 1 << u8::BITS];
        for stand in stands {
            if let Some(wanted) = wanted.get_mut(usize::from(stand.number())) {
                *wanted = true;
            }
        }
        let all: Vec<At<'_>> = self.all_shown().collect();
        let standing = all.iter().map(|at| at.volume.standing().len());
        if standing.sum::<usize>() < WORTH_A_THREAD {
            for at in all {
                for (first, bits) in at.volume.standing_so(&wanted) {
                    tell(at.key(first), bits);
                }
            }
            return;
        }
        let so = |place: usize| all.get(place).map(|at| at.volume.standing_so(&wanted));
        for (at, so) in all.iter().zip(several(all.len(), so)) {
            // Whoever looked some up was lost.
            let so = so
                .flatten()
                .unwrap_or_else(|| at.volume.standing_so(&wanted));
            so.into_iter()
                .for_each(|(first, bits)| tell(at.key(first), bits));
        }
    }

    /// What some position or outcome says, in the order of [`Stand::ALL`], and how many say it.
    #[must_use]
    pub fn stands(&self) -> Vec<(Stand, usize)> {
        let mut counts = [0; 1 << u8::BITS];
        for (_, number) in self.all_shown().flat_map(|at| at.volume.standing()) {
            if let Some(count) = counts.get_mut(usize::from(number)) {
                *count += 1;
            }
        }
        let counted = |stand: Stand| (stand, counts.get(usize::from(stand.number())).copied());
        let counted = Stand::ALL.into_iter().map(counted);
        let known = counted.map(|(stand, count)| (stand, count.unwrap_or_default()));
        known.filter(|(_, count)| *count > 0).collect()
    }

    /// Calls `tell` with what has to be done by a date, and the first and the last day of it: 20210915 is
    /// 15 September 2021.
    pub fn each_due(&self, tell: &mut impl FnMut(Key, u32, u32)) {
        for at in self.all_shown() {
            let due = at.volume.due();
            due.for_each(|(local, (first, last))| tell(at.key(local), first, last));
        }
    }

    /// The meeting with a date, of those that are meant, that was over last, on a day or before it: of those that ended on one day the
    /// one that took items up. One of which only the month or the year is known stands behind all days of it.
    #[must_use]
    pub fn latest_meeting(
        &self,
        today: Option<(i32, u8, u8)>,
        is_meant: impl Fn(Key) -> bool,
    ) -> Option<Key> {
        let today = today.map_or(Some(u32::MAX), day_as_number)?;
        let held = self.all_shown().flat_map(|at| {
            let held = at.volume.held();
            held.map(move |(local, held)| (held, at.key(local)))
        });
        let over = held.filter(|(held, key)| held.last <= today && is_meant(*key));
        let latest = over.max_by_key(|(held, key)| (held.surely, held.took_up, *key));
        latest.map(|(_, key)| key)
    }

    /// Calls `tell` with the positions and recommendations of groups' reports that do not say whose they
    /// are: they are the group's.
    pub fn each_of_group(&self, tell: &mut impl FnMut(Key)) {
        for at in self.all_shown() {
            at.volume.of_group().for_each(|local| tell(at.key(local)));
        }
    }

    /// The first and the last year that the report at this place is of.
    #[must_use]
    pub fn years_of(&self, report: usize) -> Option<(u16, u16)> {
        self.shown(report)?.volume.own_years()
    }

    /// The years that some record is of.
    #[must_use]
    pub fn years(&self) -> BTreeSet<u16> {
        let mut spans = BTreeSet::new();
        for at in self.all_shown() {
            spans.extend(at.volume.own_years());
            spans.extend(at.volume.dated().map(|(_, years)| years));
        }
        let years = spans
            .into_iter()
            .flat_map(|(first, last)| (first..=last).take(MOST_YEARS));
        years.filter(|year| *year > 0).collect()
    }

    /// Calls `tell` with each record that names a party of which `wanted` says yes: file by file and
    /// party by party. One that names a party twice is told twice.
    pub fn each_naming(&self, wanted: impl Fn(Key) -> bool, tell: &mut impl FnMut(Naming)) {
        let Some(registry) = self.shown(self.plan.reports) else {
            return;
        };
        for (at, parties) in self.all_shown().zip(self.parties()) {
            for (party, word) in parties.words() {
                let party = registry.key(party);
                if !wanted(party) {
                    continue;
                }
                // A word that is looked up anywhere may mean a record of a report before.
                let (scope, text) = at.volume.word(word);
                if scope == Scope::Report && self.meaning(scope, text) != Some(party) {
                    continue;
                }
                at.volume.each_user(word, &mut |from, relation| {
                    tell_of(at, from, party, relation, tell)
                });
            }
        }
        // The entries of the registry name each other by their places.
        for kind in [Kind::Country, Kind::Body, Kind::Person] {
            each_marked(registry.volume.marks(), kind.into(), &mut |first, bits| {
                for local in places(first, bits).filter(|local| wanted(registry.key(*local))) {
                    for reference in registry.volume.naming(local) {
                        let (from, relation) = (reference.from, reference.relation);
                        tell_of(registry, from, registry.key(local), relation, tell);
                    }
                }
            });
        }
    }

    /// The words of each shown volume that mean a party.
    fn parties(&self) -> &[Arc<Parties>] {
        self.parties.get_or_init(|| {
            let registry = self.plan.shown.get(self.plan.reports);
            let Some(registry) = registry.and_then(|shown| self.volumes.get(shown.place)) else {
                return Vec::new();
            };
            let by_id: OnceLock<HashMap<&str, u32>> = OnceLock::new();
            let by_id = || by_id.get_or_init(|| parties_by_id(registry));
            let shown: Vec<&Volume> = self.all_shown().map(|at| at.volume).collect();
            let parties = |shown: &Volume| shown.parties(registry, &by_id);
            let made = several(shown.len(), |place| {
                shown.get(place).map(|one| parties(one))
            });
            let made = made.into_iter().map(Option::flatten).zip(&shown);
            // Whoever looked some up was lost.
            made.map(|(made, shown)| made.unwrap_or_else(|| parties(shown)))
                .collect()
        })
    }

    /// Calls `tell` with each number of each item, in the order of the library.
    pub fn each_number<'a>(&'a self, tell: &mut impl FnMut(Key, &'a str)) {
        for at in self.all_shown() {
            let volume = at.volume;
            each_marked(volume.marks(), Kind::Item.into(), &mut |first, bits| {
                for item in places(first, bits) {
                    volume
                        .numbers(item)
                        .for_each(|number| tell(at.key(item), number));
                }
            });
        }
    }

    /// Calls `tell` with the item that each of these records belongs to, or is; they come in the
    /// order of the library.
    pub fn each_item_of(&self, keys: impl Iterator<Item = Key>, tell: &mut impl FnMut(Key)) {
        let mut walk = Walk::of(self);
        for key in keys {
            let Some(at) = walk.to(key) else {
                continue;
            };
            let item = match at.volume.kind(at.local) {
                Some(Kind::Item) => Some(key),
                _ => self.item_at_hand(key, at),
            };
            item.into_iter().for_each(&mut *tell);
        }
    }

    /// Calls `tell` with everything that belongs to one of these items, and its kind; they come in
    /// the order of the library.
    pub fn each_member(&self, items: impl Iterator<Item = Key>, tell: &mut impl FnMut(Key, Kind)) {
        let mut walk = Walk::of(self);
        for item in items {
            let Some(at) = walk.to(item) else {
                continue;
            };
            for local in at.volume.members(at.local) {
                if let Some(kind) = at.volume.kind(*local) {
                    tell(at.key(*local), kind);
                }
            }
            for member in self.members_elsewhere(item) {
                tell(member, self.kind(member));
            }
        }
    }

    /// Calls `tell` with each entry of the registry that a report names, some perhaps twice.
    pub fn each_named_by(&self, report: usize, tell: &mut impl FnMut(Key)) {
        let Some(at) = self.shown(report) else {
            return;
        };
        for number in 0..at.volume.words() {
            let (scope, word) = at.volume.word(number);
            let named = self.meaning(scope, word);
            let named = named.filter(|key| self.report_of(*key).is_none());
            named.into_iter().for_each(&mut *tell);
        }
    }
}

/// Tells of a record that names a party, unless it is the party itself.
fn tell_of(at: At<'_>, from: u32, party: Key, relation: Relation, tell: &mut impl FnMut(Naming)) {
    let (key, kind) = (at.key(from), at.volume.kind(from));
    if let Some(kind) = kind.filter(|_| key != party) {
        tell(Naming {
            party,
            from: key,
            kind,
            relation,
            in_report: !at.volume.is_registry(),
        });
    }
}

/// The places that these bits mean, from the first on.
fn places(first: u32, bits: u64) -> impl Iterator<Item = u32> {
    let mut left = bits;
    std::iter::from_fn(move || {
        let bit = (left != 0).then(|| left.trailing_zeros())?;
        left &= left - 1;
        Some(first + bit)
    })
}

/// A walk along the records: the next one is mostly of the same volume.
struct Walk<'a> {
    library: &'a Library,
    here: Option<At<'a>>,
}

impl<'a> Walk<'a> {
    const fn of(library: &'a Library) -> Self {
        Self {
            library,
            here: None,
        }
    }

    fn to(&mut self, key: Key) -> Option<At<'a>> {
        let near = self.here.and_then(|at| {
            let local = key.number().checked_sub(at.start)?;
            ((local as usize) < at.volume.len()).then_some(At { local, ..at })
        });
        self.here = near.or_else(|| self.library.at(key));
        self.here
    }
}
