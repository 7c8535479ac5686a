//! What a volume knows of its records without looking at them: flat tables of plain numbers.

use super::lists::Lists;
use crate::cache::{Mapped, Writer};

/// The tables of one volume while they are made, and the same of many volumes, each in its row.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $number:ty,)*) => {
        /// The tables of one volume.
        #[derive(Debug, Default)]
        pub(super) struct Tables {
            $($(#[$doc])* pub $name: Vec<$number>,)*
        }

        /// The tables of several volumes: in each table a list a volume.
        #[derive(Debug)]
        pub(super) struct Set {
            $($(#[$doc])* pub $name: Lists<$number>,)*
        }

        impl From<Tables> for Set {
            fn from(tables: Tables) -> Self {
                Self { $($name: Lists::one(tables.$name),)* }
            }
        }

        impl Set {
            /// Writes these rows of sets, as the rows of one set.
            pub fn save<'a>(
                rows: impl Iterator<Item = (&'a Self, usize)> + Clone,
                writer: &mut Writer,
                prefix: &str,
            ) {
                $(
                    let lists = rows.clone().map(|(set, row)| set.$name.of(row));
                    Lists::save(lists, writer, &format!("{prefix}{}", stringify!($name)));
                )*
            }

            /// A set of so many rows from a cache; none where a table is not there.
            pub fn load(mapped: &Mapped, prefix: &str, rows: usize) -> Option<Self> {
                Some(Self {
                    $($name: Lists::load(mapped, &format!("{prefix}{}", stringify!($name)), rows)?,)*
                })
            }
        }
    };
}

tables! {
    /// The full ids of the records, then the further ones: bytes of UTF-8 and where each ends.
    id_bytes: u8,
    id_ends: u32,
    /// Of each further id the record that it names.
    further: u32,
    /// The numbers of all ids but a report's own, sorted by the id without the report's, then by
    /// number.
    by_id: u32,
    /// The instruments with an edition, by the id without it, then in the order of the file.
    editions: u32,
    /// What each record is: see [`marks`](super::marks).
    marks: u8,
    /// What each record is a part of; [`NONE`] where it is of nothing.
    owners: u32,
    /// Each record's place in the list of its owner; of a unit, the number of the unit.
    places: u32,
    /// Where the references of each record end.
    reference_ends: u32,
    /// A [`Relation`](crate::report::Relation) a reference, by its place in `Relation::ALL`.
    relations: u8,
    /// The record that is named; of one that leads out of the volume [`WORD`] and the word's number.
    targets: u32,
    /// The words that lead out of the volume, each once: those that are looked up in the registry,
    /// sorted, then those that are looked up anywhere, sorted.
    word_bytes: u8,
    word_ends: u32,
    /// How many of them are looked up in the registry.
    registry_words: u32,
    /// For each word, the references that use it.
    word_user_ends: u32,
    word_users: u32,
    /// For each record, the references within the volume that name it.
    named_ends: u32,
    named: u32,
    /// The first item that each record belongs to, as far as the volume alone tells; [`NONE`]
    /// where it belongs to none.
    items: u32,
    /// How it was told: see [`belonging`](super::belonging).
    steps: u8,
    /// For each item what belongs to it, as far as the volume alone tells.
    member_ends: u32,
    members: u32,
    /// The records of which other volumes must be asked where they belong.
    open: u32,
    /// The first and the last year of the report, where it has any.
    own_years: u16,
    /// The records that have a date of their own, and of each the first and the last day; 0 where
    /// the date tells none.
    dated: u32,
    dated_days: u32,
    /// The positions and outcomes, and the number of what each says: see [`Stand`](crate::report::Stand).
    stood: u32,
    stands: u8,
    /// The records that are to be done by a date, and of each the first and the last day.
    due: u32,
    due_days: u32,
    /// The meetings with a date, and of each three numbers: see [`Held`](super::stands::Held).
    held: u32,
    held_days: u32,
    /// The records of a group's report that do not say whose they are.
    of_group: u32,
}

/// No record.
pub(super) const NONE: u32 = u32::MAX;

/// Added to the number of a word, where a reference leads out of the volume.
pub(super) const WORD: u32 = 1 << 31;
