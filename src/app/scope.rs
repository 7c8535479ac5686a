//! The scope: one report, one country, one body, one status, each a filter that can be removed.

use crate::library::{Key, Library};
use crate::report::{Kind, NominationStatus, PositionStatus, RecommendationStatus, Record};
use crate::search::Set;
use crate::words::label::Label;
use crate::words::{Message, Phrase};

use super::replace::Same;

/// A status of any kind of record that has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Of a position.
    Position(PositionStatus),
    /// Of a nomination.
    Nomination(NominationStatus),
    /// Of a recommendation.
    Recommendation(RecommendationStatus),
}

impl Status {
    /// The status of a record, if its kind has one.
    #[must_use]
    pub fn of(record: Record<'_>) -> Option<Self> {
        match record {
            Record::Position(position) => Some(Self::Position(position.status)),
            Record::Nomination(nomination) => Some(Self::Nomination(nomination.status)),
            Record::Recommendation(recommendation) => {
                Some(Self::Recommendation(recommendation.status))
            }
            _ => None,
        }
    }

    /// The kinds of record that have one.
    pub const KINDS: [Kind; 3] = [Kind::Position, Kind::Nomination, Kind::Recommendation];

    /// The kind that it belongs to.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Position(_) => Kind::Position,
            Self::Nomination(_) => Kind::Nomination,
            Self::Recommendation(_) => Kind::Recommendation,
        }
    }

    /// What it is called by itself.
    #[must_use]
    pub fn label(self) -> Phrase {
        match self {
            Self::Position(status) => status.label(),
            Self::Nomination(status) => status.label(),
            Self::Recommendation(status) => status.label(),
        }
    }

    /// What it is called, with the kind that it belongs to.
    #[must_use]
    pub fn name(self) -> Message {
        let (kind, label) = (self.kind(), self.label());
        Message::new(
            format!("{} {}", kind.label().ar, label.ar),
            format!("{} {}", label.en, kind.label().en),
        )
    }
}

/// One narrowing of what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// One report, by its place in the library.
    Report(usize),
    /// One country.
    Country(Key),
    /// One body.
    Body(Key),
    /// One status.
    Status(Status),
}

impl Filter {
    /// What kind of filter it is; the scope holds one of each.
    #[must_use]
    pub const fn what(self) -> Phrase {
        match self {
            Self::Report(_) => Phrase::new("التقرير", "report"),
            Self::Country(_) => Phrase::new("البلد", "country"),
            Self::Body(_) => Phrase::new("الهيئة", "body"),
            Self::Status(_) => Phrase::new("الحالة", "status"),
        }
    }

    /// What it is narrowed to, in few letters.
    #[must_use]
    pub fn name(self, library: &Library) -> Message {
        let named = |key: Key| match library.record(key) {
            Some(Record::Body(body)) if !body.acronym.is_empty() => {
                let acronym = body.acronym.iter().next().cloned().unwrap_or_default();
                Message::new(acronym.clone(), acronym)
            }
            _ => Message::new(
                library.title(key, crate::report::Language::Arabic),
                library.title(key, crate::report::Language::English),
            ),
        };
        match self {
            Self::Report(index) => {
                let id = library.report_id(index).unwrap_or_default();
                Message::new(id, id)
            }
            Self::Country(key) | Self::Body(key) => named(key),
            Self::Status(status) => status.name(),
        }
    }

    /// All records that the filter lets through: the ones it means, the items that one of them
    /// belongs to, and what else belongs to these items. Nominations and records with a status of
    /// their own are let through only when they are meant themselves.
    ///
    /// It costs in proportion to what is let through, or to the records of a kind, never to the
    /// whole library.
    #[must_use]
    pub fn matching(self, library: &Library) -> Set {
        let mut through = Set::new(library.len());
        let mut add = |key: Key| through.insert(key.index() as u32);
        let meant = self.meant(library);
        meant.iter().copied().for_each(&mut add);
        if matches!(self, Self::Report(_)) {
            // Of the registry, what the report leads to.
            meant
                .iter()
                .flat_map(|key| library.links(*key))
                .filter(|link| link.outgoing && library.report_of(link.key).is_none())
                .for_each(|link| add(link.key));
            return through;
        }
        let mut items: Vec<Key> = meant
            .iter()
            .filter_map(|key| match library.kind(*key) {
                Kind::Item => Some(*key),
                _ => library.item_of(*key),
            })
            .collect();
        items.sort_unstable();
        items.dedup();
        for item in items {
            add(item);
            let belonging = library.belongs_to(item).iter().copied();
            belonging
                .filter(|belonging| {
                    let kind = library.kind(*belonging);
                    kind != Kind::Nomination
                        && !matches!(
                            (self, kind),
                            (Self::Status(_), Kind::Position | Kind::Recommendation)
                        )
                })
                .for_each(&mut add);
        }
        through
    }

    /// The records that are meant themselves, not what belongs with them; some perhaps twice.
    fn meant(self, library: &Library) -> Vec<Key> {
        match self {
            Self::Report(report) => of_report(library, report).collect(),
            Self::Country(party) | Self::Body(party) => {
                // Two that say to see each other are told so once, from either end.
                let names = |key: Key| {
                    let mut links = library.links(key).iter();
                    links.any(|link| link.outgoing && link.key == party)
                };
                let links = library.links(party).iter();
                links
                    .filter(|link| !link.outgoing || names(link.key))
                    .map(|link| link.key)
                    .chain([party])
                    .collect()
            }
            Self::Status(status) => {
                let of_kind = library.of_kind(status.kind()).iter().copied();
                let is = |key: &Key| library.record(*key).and_then(Status::of) == Some(status);
                of_kind.filter(is).collect()
            }
        }
    }
}

/// The records of a report, by its place in the library. They stand together: see
/// [`Library::keys`].
pub(super) fn of_report(library: &Library, report: usize) -> impl Iterator<Item = Key> + use<> {
    let bound = |report: usize| {
        let (mut low, mut high) = (0, library.len());
        while low < high {
            let middle = low.midpoint(high);
            let before = library.report_of(Key::new(middle as u32));
            match before.is_some_and(|before| before < report) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low as u32
    };
    (bound(report)..bound(report + 1)).map(Key::new)
}

/// The filters in force, in the order in which they were set.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    filters: Vec<(Filter, Set)>,
}

impl Scope {
    /// The filters, oldest first.
    pub fn filters(&self) -> impl Iterator<Item = Filter> + '_ {
        self.filters.iter().map(|(filter, _)| *filter)
    }

    /// Whether nothing is narrowed.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.filters.is_empty()
    }

    /// Sets a filter; one of the same kind gives way to it.
    pub fn set(&mut self, library: &Library, filter: Filter) {
        self.filters.retain(|(old, _)| old.what() != filter.what());
        self.filters.push((filter, filter.matching(library)));
    }

    /// Removes the filter that was set last; says whether there was one.
    pub fn remove_last(&mut self) -> bool {
        self.filters.pop().is_some()
    }

    /// Removes one filter.
    pub fn remove(&mut self, filter: Filter) {
        self.filters.retain(|(one, _)| *one != filter);
    }

    /// Removes all filters.
    pub fn clear(&mut self) {
        self.filters.clear();
    }

    /// The same filters in another state of the library; one that names what is no longer there is
    /// none any longer.
    #[must_use]
    pub(super) fn carried(&self, same: &Same<'_>) -> Self {
        let filters = self.filters().filter_map(|filter| same.filter(filter));
        Self {
            filters: filters
                .map(|filter| (filter, filter.matching(same.new)))
                .collect(),
        }
    }

    /// Whether a record is within the scope.
    #[must_use]
    pub fn allows(&self, key: Key) -> bool {
        let number = key.index() as u32;
        self.filters.iter().all(|(_, through)| through.has(number))
    }
}
