//! The records of a volume, in units: the head, each element of a list of the file, each section
//! with all that is below it.

use crate::report::{
    Body, Contribution, Country, Document, Event, Figure, Head, Instrument, Item, Meeting,
    Nomination, Outcome, Person, Recommendation, Record, Registry, ReportFile, Section,
};

macro_rules! units {
    ($($kind:ident $type:ty)*) => {
        /// A record with its parts.
        #[derive(Debug)]
        pub(super) enum Unit {
            $($kind(Box<$type>),)*
        }

        impl Unit {
            /// The record itself.
            pub fn record(&self) -> Record<'_> {
                match self {
                    $(Self::$kind(record) => Record::$kind(record),)*
                }
            }
        }
    };
}

units! {
    Report Head
    Item Item
    Recommendation Recommendation
    Contribution Contribution
    Nomination Nomination
    Outcome Outcome
    Meeting Meeting
    Event Event
    Figure Figure
    Section Section
    Body Body
    Person Person
    Country Country
    Instrument Instrument
    Document Document
}

macro_rules! lists {
    ($units:ident $file:ident $($list:ident $kind:ident)*) => {$(
        $units.extend($file.$list.into_iter().map(|one| Unit::$kind(Box::new(one))));
    )*};
}

/// The units of a report, in the order of [`rows`](super::rows).
pub(super) fn of_report(file: ReportFile) -> Vec<Unit> {
    let mut units = vec![Unit::Report(Box::new(file.report))];
    lists! {
        units file
        items Item
        recommendations Recommendation
        contributions Contribution
        nominations Nomination
        outcomes Outcome
        meetings Meeting
        events Event
        figures Figure
        sections Section
    }
    units
}

/// The units of a registry.
pub(super) fn of_registry(registry: Registry) -> Vec<Unit> {
    let mut units = Vec::new();
    lists! {
        units registry
        bodies Body
        people Person
        countries Country
        instruments Instrument
        documents Document
    }
    units
}
