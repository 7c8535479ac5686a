//! The scope: one report, one country, one body, one status, each a filter that can be removed.

use std::ops::Range;

use crate::library::{Key, Library};
use crate::report::call::Call;
use crate::report::{Kind, NominationStatus, PositionStatus, Record, Stand, Status};
use crate::search::Set;
use crate::words::label::Label;
use crate::words::standing::OVERDUE_RECOMMENDATION;
use crate::words::{Message, Phrase};

use super::deferred::all_put_off;
use super::fields::overdue;
use super::replace::Same;

/// What an item without a position has, too, that was put off.
pub(super) const DEFERRED: Status = Status::Position(PositionStatus::Deferred);

impl Status {
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
        let ar = match self {
            Self::Position(PositionStatus::Draft) => "مسودة موقف".to_owned(),
            Self::Nomination(NominationStatus::Elected) => "مرشح انتُخب".to_owned(),
            Self::Nomination(NominationStatus::InOffice) => "شاغل المنصب".to_owned(),
            _ => format!("{} {}", kind.label().ar, label.ar),
        };
        Message::new(ar, format!("{} {}", label.en, kind.label().en))
    }
}

impl Stand {
    /// What it is called, with the kind that it belongs to.
    #[must_use]
    pub fn name(self) -> Message {
        let (kind, label) = match self {
            Self::Stance(stance) => (Kind::Position, stance.label()),
            Self::Outcome(outcome) => (Kind::Outcome, outcome.label()),
        };
        Message::new(
            format!("{}: {}", kind.label().ar, label.ar),
            format!(
                "{}: {}",
                super::super::words::capital(kind.label().en),
                label.en
            ),
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
    /// What is still to be done, and was to be done by a day that is over.
    Overdue,
    /// What a position or an outcome says.
    Stand(Stand),
}

impl Filter {
    /// What kind of filter it is; the scope holds one of each.
    #[must_use]
    pub const fn what(self) -> Phrase {
        match self {
            Self::Report(_) => Phrase::new("التقرير", "report"),
            Self::Country(_) => Phrase::new("البلد", "country"),
            Self::Body(_) => Phrase::new("الهيئة", "body"),
            Self::Status(_) | Self::Overdue => Phrase::new("الحالة", "status"),
            Self::Stand(_) => Phrase::new("المضمون", "said"),
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
            Self::Overdue => OVERDUE_RECOMMENDATION.into(),
            Self::Stand(stand) => stand.name(),
        }
    }

    /// All records that the filter lets through: the ones it means, the items that one of them
    /// belongs to, and what else belongs to these items. Nominations and records with a status of
    /// their own are let through only when they are meant themselves.
    ///
    /// What is deferred has the items without a position that were put off, too: at the last meeting that
    /// dealt with them, or in the call that is on.
    ///
    /// No record is decoded for it, but those of meetings that put something off.
    #[must_use]
    pub fn matching(self, library: &Library, call: Option<&Call>) -> Set {
        let mut through = self.meant(library);
        let put_off = match self {
            Self::Status(DEFERRED) => all_put_off(library, call),
            _ => Vec::new(),
        };
        if let Self::Report(report) = self {
            // Of the registry, what the report leads to.
            library.each_named_by(report, &mut |key| through.insert(number(key)));
            return through;
        }
        let mut items = Set::new(library.len());
        let put_off = put_off.into_iter();
        put_off.for_each(|item| items.insert(number(item)));
        let meant = through.keys().map(Key::new);
        library.each_item_of(meant, &mut |item| items.insert(number(item)));
        through.insert_all(&items);
        library.each_member(items.keys().map(Key::new), &mut |member, kind| {
            let has_own = match self {
                Self::Status(_) | Self::Overdue => {
                    matches!(kind, Kind::Position | Kind::Recommendation)
                }
                Self::Stand(Stand::Stance(_)) => kind == Kind::Position,
                Self::Stand(Stand::Outcome(_)) => kind == Kind::Outcome,
                _ => false,
            };
            if kind != Kind::Nomination && !has_own {
                through.insert(number(member));
            }
        });
        through
    }

    /// The records that are meant themselves, not what belongs with them.
    fn meant(self, library: &Library) -> Set {
        let mut meant = Set::new(library.len());
        match self {
            Self::Report(report) => meant.insert_run(of_report(library, report)),
            Self::Country(party) | Self::Body(party) => {
                meant.insert(number(party));
                library.each_naming(|key| key == party, &mut |naming| {
                    meant.insert(number(naming.from));
                });
            }
            Self::Status(status) => library.each_with_status(status, &mut |first, bits| {
                meant.insert_bits(number(first), bits);
            }),
            Self::Overdue => meant = overdue(library),
            Self::Stand(stand) => library.each_standing(&[stand], &mut |first, bits| {
                meant.insert_bits(number(first), bits);
            }),
        }
        meant
    }
}

fn number(key: Key) -> u32 {
    key.index() as u32
}

/// The numbers of the records of a report, by its place in the library. They stand together: see
/// [`Library::keys`].
pub(super) fn of_report(library: &Library, report: usize) -> Range<u32> {
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
    bound(report)..bound(report + 1)
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

    /// Sets a filter, during a call where one is on; one of the same kind gives way to it.
    pub fn set(&mut self, library: &Library, call: Option<&Call>, filter: Filter) {
        self.filters.retain(|(old, _)| old.what() != filter.what());
        self.filters.push((filter, filter.matching(library, call)));
    }

    /// The same filters where something else was put off in the call that is on; says whether that makes a
    /// difference.
    pub(super) fn renew(&mut self, library: &Library, call: Option<&Call>) -> bool {
        let mut filters = self.filters.iter_mut();
        let deferred = filters.find(|(filter, _)| *filter == Filter::Status(DEFERRED));
        deferred.is_some_and(|(filter, through)| {
            *through = filter.matching(library, call);
            true
        })
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
    pub(super) fn carried(&self, same: &Same<'_>, call: Option<&Call>) -> Self {
        let filters = self.filters().filter_map(|filter| same.filter(filter));
        Self {
            filters: filters
                .map(|filter| (filter, filter.matching(same.new, call)))
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
