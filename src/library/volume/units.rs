//! The records of a volume, in units: the head, each element of a list of the file, each section
//! with all that is below it. Those out of a cache, and those that were packed, are MessagePack until
//! they are first asked for.

use std::borrow::Cow;
use std::io;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::kept::Kept;
use super::lists::small;
use crate::report::{
    Body, Contribution, Country, Document, Event, Figure, Head, Instrument, Item, Kind, Meeting,
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

            /// Appends its MessagePack, structs as maps, since what is empty is left out.
            fn encode(&self, into: &mut Vec<u8>) -> Result<(), rmp_serde::encode::Error> {
                let mut serializer = rmp_serde::Serializer::new(into).with_struct_map();
                match self {
                    $(Self::$kind(record) => record.serialize(&mut serializer),)*
                }
            }

            fn decode(kind: Kind, bytes: &[u8]) -> Option<Self> {
                match kind {
                    $(Kind::$kind => rmp_serde::from_slice(bytes).ok().map(Self::$kind),)*
                    _ => None,
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

/// All units of a volume.
#[derive(Debug, Default)]
pub(super) struct Units {
    read: OnceLock<Box<[OnceLock<Option<Unit>>]>>,
    /// Where they lie, if they were kept in a cache.
    kept: Option<(Arc<Kept>, usize)>,
    /// Their bytes, if they were packed.
    packed: Box<[u8]>,
}

impl Units {
    /// The units in this row of a cache.
    pub fn kept(kept: Arc<Kept>, row: usize) -> Self {
        Self {
            kept: Some((kept, row)),
            ..Self::default()
        }
    }

    /// The same as bytes, none of them decoded: in memory they take a fifth of what the records take.
    ///
    /// # Errors
    /// Where one cannot be written as MessagePack.
    pub fn packed(&self) -> io::Result<Self> {
        Ok(Self {
            packed: self.encoded()?.into(),
            ..Self::default()
        })
    }

    /// The same, none of them decoded; none where they do not lie in a cache.
    pub fn again(&self) -> Option<Self> {
        Some(Self {
            kept: Some(self.kept.clone()?),
            ..Self::default()
        })
    }

    /// Where they lie, if they were kept in a cache.
    pub fn cache(&self) -> Option<&Arc<Kept>> {
        self.kept.as_ref().map(|(kept, _)| kept)
    }

    /// The unit of this number, whose record is of this kind; none where it cannot be decoded.
    pub fn get(&self, number: usize, kind: Kind) -> Option<&Unit> {
        let read = self.read.get_or_init(|| {
            let count = count(self.bytes()).unwrap_or(0);
            (0..count).map(|_| OnceLock::new()).collect()
        });
        let unit = read.get(number).map(|unit| {
            let decode = || Unit::decode(kind, one(self.bytes(), number)?);
            unit.get_or_init(decode).as_ref()
        });
        let unit = unit.flatten();
        if let (None, Some((kept, _))) = (unit, &self.kept) {
            kept.is_bad();
        }
        unit
    }

    /// The bytes, in the cache or here.
    fn bytes(&self) -> &[u8] {
        match &self.kept {
            Some((kept, row)) => kept.units(*row).unwrap_or_default(),
            None => &self.packed,
        }
    }

    /// All of them as bytes: where each begins and the last ends, as `u32`, then one after another.
    ///
    /// # Errors
    /// Where one cannot be written as MessagePack.
    pub fn encoded(&self) -> io::Result<Cow<'_, [u8]>> {
        if self.kept.is_some() || !self.packed.is_empty() {
            return Ok(Cow::Borrowed(self.bytes()));
        }
        let units = self.read.get().map_or(&[][..], |units| units);
        let units = units.iter().filter_map(|unit| unit.get()?.as_ref());
        let units: Vec<&Unit> = units.collect();
        let mut all = vec![0; PLACE * (units.len() + 1)];
        let mut places = vec![small(all.len())];
        for unit in units {
            unit.encode(&mut all).map_err(io::Error::other)?;
            places.push(small(all.len()));
        }
        let places = places.into_iter().flat_map(u32::to_le_bytes);
        all.iter_mut().zip(places).for_each(|(to, byte)| *to = byte);
        Ok(Cow::Owned(all))
    }
}

impl From<Vec<Unit>> for Units {
    fn from(units: Vec<Unit>) -> Self {
        let read = units.into_iter().map(|unit| OnceLock::from(Some(unit)));
        Self {
            read: OnceLock::from(read.collect::<Box<[_]>>()),
            ..Self::default()
        }
    }
}

/// The bytes that tell a place.
const PLACE: usize = size_of::<u32>();

/// The place of this number at the beginning of the bytes.
fn place(bytes: &[u8], number: usize) -> Option<usize> {
    let (place, _) = bytes
        .get(number.checked_mul(PLACE)?..)?
        .split_first_chunk()?;
    Some(u32::from_le_bytes(*place) as usize)
}

/// How many units there are: the first begins where the places end.
fn count(bytes: &[u8]) -> Option<usize> {
    let places = place(bytes, 0)?.min(bytes.len()) / PLACE;
    places.checked_sub(1)
}

/// The bytes of one unit.
fn one(bytes: &[u8], number: usize) -> Option<&[u8]> {
    bytes.get(place(bytes, number)?..place(bytes, number + 1)?)
}

macro_rules! lists {
    ($units:ident $file:ident $($list:ident $kind:ident)*) => {$(
        $units.extend($file.$list.into_iter().map(|one| Unit::$kind(Box::new(one))));
    )*};
}

/// The units of a report, in the order of [`rows`](super::rows).
pub(super) fn of_report(file: ReportFile) -> Units {
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
    units.into()
}

/// The units of a registry.
pub(super) fn of_registry(registry: Registry) -> Units {
    let mut units = Vec::new();
    lists! {
        units registry
        bodies Body
        people Person
        countries Country
        instruments Instrument
        documents Document
    }
    units.into()
}
