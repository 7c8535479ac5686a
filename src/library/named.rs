//! Which records name a party: a country, a body, a person. Gathered once from the tables of all
//! volumes; what is asked of one party then is a list that lies there, in memory or in a cache.

use super::{Key, Library};
use crate::cache::{Array, Mapped, Writer};
use crate::report::Relation;

/// Of each party the records that name it.
#[derive(Debug, Default)]
pub struct Named {
    /// The parties that any record names, in order.
    parties: Array<u32>,
    /// Of each party in turn, where the records end that come from it and where the others do.
    ends: Array<u32>,
    /// Each once, in the order of the library.
    records: Array<u32>,
    /// How many records of the reports name each party.
    in_reports: Array<u32>,
    /// Each country with what took place in it, in order: the country in the higher half, the record in the lower.
    places: Array<u64>,
    /// Each party with what it has to do, likewise.
    tasks: Array<u64>,
}

impl Named {
    fn of(library: &Library) -> Self {
        // The party, whether the record does not come from it, the record.
        let mut all: Vec<u64> = Vec::new();
        let (mut places, mut tasks) = (Vec::<u64>::new(), Vec::<u64>::new());
        library.each_naming(|_| true, &mut |naming| {
            let (party, from) = (naming.party.index() as u64, naming.from.index() as u64);
            if naming.is_place() {
                places.push(party << 32 | from);
            }
            if naming.relation == Relation::To {
                tasks.push(party << 32 | from);
            }
            all.push(party << 33 | u64::from(!naming.comes_from()) << 32 | from);
        });
        for told in [&mut all, &mut places, &mut tasks] {
            told.sort_unstable();
            told.dedup();
        }
        let end_of_reports = library.end_of_reports();
        let (mut parties, mut ends, mut records) = (Vec::new(), Vec::new(), Vec::new());
        let mut in_reports = Vec::new();
        for of_party in all.chunk_by(|one, other| one >> 33 == other >> 33) {
            let from = of_party.partition_point(|one| one >> 32 & 1 == 0);
            let (from, others) = of_party.split_at(from);
            let from = || from.iter().map(|one| *one as u32);
            let start = records.len();
            records.extend(from());
            ends.push(records.len() as u32);
            // What comes from it and names it otherwise too is told once.
            let mut known = from().peekable();
            records.extend(others.iter().map(|one| *one as u32).filter(|other| {
                while known.next_if(|one| one < other).is_some() {}
                known.peek() != Some(other)
            }));
            ends.push(records.len() as u32);
            let all = records.get(start..).unwrap_or_default();
            let counted = all.iter().filter(|record| **record < end_of_reports);
            in_reports.push(counted.count() as u32);
            parties.extend(of_party.first().map(|one| (one >> 33) as u32));
        }
        Self {
            parties: parties.into(),
            ends: ends.into(),
            records: records.into(),
            in_reports: in_reports.into(),
            places: places.into(),
            tasks: tasks.into(),
        }
    }

    fn place(&self, party: Key) -> Option<usize> {
        self.parties.binary_search(&party.number()).ok()
    }

    /// The records from one end to another of those that are told in turn.
    fn between(&self, first: usize, last: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = first.checked_sub(1).map_or(Some(0), end);
        let range = || Some(start?..end(last)?);
        let records = range().and_then(|range| self.records.get(range));
        records.unwrap_or_default()
    }

    /// The numbers of the records that come from a party, in the order of the library.
    #[must_use]
    pub fn from(&self, party: Key) -> &[u32] {
        let place = self.place(party);
        place.map_or(&[], |place| self.between(2 * place, 2 * place))
    }

    /// The numbers of all records that name a party, each once: those that come from it, then the
    /// others.
    #[must_use]
    pub fn naming(&self, party: Key) -> &[u32] {
        let place = self.place(party);
        place.map_or(&[], |place| self.between(2 * place, 2 * place + 1))
    }

    /// The numbers of the meetings and events that took place in a country, in the order of the library.
    pub fn in_country(&self, country: Key) -> impl Iterator<Item = u32> {
        told_of(&self.places, country)
    }

    /// The numbers of the recommendations that a party has to act on, likewise.
    pub fn tasks_of(&self, party: Key) -> impl Iterator<Item = u32> {
        told_of(&self.tasks, party)
    }

    /// The parties that have anything to do, in order.
    pub fn who_act(&self) -> impl Iterator<Item = Key> {
        let of_parties = self.tasks.chunk_by(|one, other| one >> 32 == other >> 32);
        let first = of_parties.filter_map(<[u64]>::first);
        first.map(|task| Key::new((task >> 32) as u32))
    }

    /// How many records of the reports name a party.
    #[must_use]
    pub fn in_reports(&self, party: Key) -> usize {
        let count = self.place(party).and_then(|at| self.in_reports.get(at));
        count.map_or(0, |count| *count as usize)
    }

    /// Writes it into a cache, as sections whose names begin with `prefix`.
    pub fn save(&self, writer: &mut Writer, prefix: &str) {
        let Self {
            parties,
            ends,
            records,
            in_reports,
            places,
            tasks,
        } = self;
        writer.section(&format!("{prefix}places"), places);
        writer.section(&format!("{prefix}tasks"), tasks);
        for (name, numbers) in [
            ("parties", parties),
            ("ends", ends),
            ("records", records),
            ("in_reports", in_reports),
        ] {
            writer.section(&format!("{prefix}{name}"), numbers);
        }
    }

    /// What was saved, for the same library; none where it is not there.
    #[must_use]
    pub fn load(mapped: &Mapped, prefix: &str) -> Option<Self> {
        let part = |name: &str| mapped.array::<u32>(&format!("{prefix}{name}"));
        let named = Self {
            parties: part("parties")?,
            ends: part("ends")?,
            records: part("records")?,
            in_reports: part("in_reports")?,
            places: mapped.array::<u64>(&format!("{prefix}places"))?,
            tasks: mapped.array::<u64>(&format!("{prefix}tasks"))?,
        };
        let is_whole = named.ends.len() == 2 * named.parties.len()
            && named.in_reports.len() == named.parties.len();
        is_whole.then_some(named)
    }
}

/// What is told of a party in a list of parties with records, in order.
fn told_of(told: &[u64], party: Key) -> impl Iterator<Item = u32> {
    let party = u64::from(party.number());
    let start = told.partition_point(|one| one >> 32 < party);
    let of_party = told.get(start..).unwrap_or_default().iter();
    let of_party = of_party.take_while(move |one| **one >> 32 == party);
    of_party.map(|one| *one as u32)
}

impl Library {
    /// Which records name each party. The first call looks through the tables of all volumes, some
    /// ten milliseconds for a million records.
    pub fn named(&self) -> &Named {
        self.named.get_or_init(|| Named::of(self))
    }

    /// The same library, of which this is known.
    #[must_use]
    pub fn with_named(mut self, named: Named) -> Self {
        self.named = named.into();
        self
    }

    /// The number of the first record that stands in no report.
    fn end_of_reports(&self) -> u32 {
        let registry = self.shown(self.plan.reports);
        registry.map_or(self.plan.records, |registry| registry.start)
    }
}
