//! Lists that stand one after another in one piece of memory.

use crate::cache::{Array, Mapped, Plain, Writer};

/// Many lists in one piece of memory, each found by its number.
#[derive(Debug, Default)]
pub(super) struct Lists<T: Plain> {
    all: Array<T>,
    /// Where each list ends.
    ends: Array<u64>,
}

impl<T: Plain> Lists<T> {
    /// One list only.
    pub fn one(all: Vec<T>) -> Self {
        let ends = vec![all.len() as u64].into();
        Self {
            all: all.into(),
            ends,
        }
    }

    /// Writes these lists as two sections of a cache: the lists, and where each ends.
    pub fn save<'a>(lists: impl Iterator<Item = &'a [T]> + Clone, writer: &mut Writer, name: &str) {
        let mut end = 0;
        let ends = lists.clone().map(|list| {
            end += list.len() as u64;
            end
        });
        writer.section(&ends_of(name), &ends.collect::<Vec<u64>>());
        writer.joined(name, lists);
    }

    /// So many lists from a cache; none where they are not there, or are of another number.
    pub fn load(mapped: &Mapped, name: &str, count: usize) -> Option<Self> {
        let all: Array<T> = mapped.array(name)?;
        let ends: Array<u64> = mapped.array(&ends_of(name))?;
        let whole = ends.last().copied().unwrap_or(0) == all.len() as u64;
        (whole && ends.len() == count).then_some(Self { all, ends })
    }

    /// The list of this number; empty where there is none.
    #[inline]
    pub fn of(&self, number: usize) -> &[T] {
        let place = |end: &u64| usize::try_from(*end).ok();
        let before = number.checked_sub(1).and_then(|last| self.ends.get(last));
        let range = || Some(before.map_or(Some(0), place)?..place(self.ends.get(number)?)?);
        range()
            .and_then(|range| self.all.get(range))
            .unwrap_or_default()
    }
}

fn ends_of(name: &str) -> String {
    format!("{name}.ends")
}

/// The list of this number among lists that end there; empty where there is none.
#[inline]
pub(super) fn list<'a, T>(all: &'a [T], ends: &[u32], number: u32) -> &'a [T] {
    let number = number as usize;
    let before = number.checked_sub(1).and_then(|last| ends.get(last));
    let from = before.map_or(0, |end| *end as usize);
    let to = ends.get(number).map(|end| *end as usize);
    to.and_then(|to| all.get(from..to)).unwrap_or_default()
}

/// The word of this number among words that end there; empty where there is none.
#[inline]
pub(super) fn word<'a>(bytes: &'a [u8], ends: &[u32], number: u32) -> &'a str {
    str::from_utf8(list(bytes, ends, number)).unwrap_or_default()
}

/// Words one after another, and where each ends.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub bytes: Vec<u8>,
    pub ends: Vec<u32>,
}

impl Words {
    /// Appends a word that is made of these pieces.
    pub fn push(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.bytes.extend_from_slice(piece.as_bytes());
        }
        self.ends.push(small(self.bytes.len()));
    }
}

/// Lists by number from pairs of a number and what is in its list, each once: where the lists end,
/// and the lists, sorted.
pub(super) fn gathered(count: usize, mut pairs: Vec<(u32, u32)>) -> (Vec<u32>, Vec<u32>) {
    pairs.sort_unstable();
    pairs.dedup();
    let mut ends = vec![0; count];
    for (number, _) in &pairs {
        if let Some(count) = ends.get_mut(*number as usize) {
            *count += 1;
        }
    }
    let mut end = 0;
    for count in &mut ends {
        end += *count;
        *count = end;
    }
    (ends, pairs.into_iter().map(|(_, one)| one).collect())
}

/// A count within one file, of which at most 64 MiB are read.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_found_by_its_number() {
        let (ends, all) = gathered(4, vec![(2, 7), (0, 9), (2, 3), (2, 7), (0, 1)]);
        let lists: Vec<&[u32]> = (0..5).map(|number| list(&all, &ends, number)).collect();
        assert_eq!(lists, [&[1, 9][..], &[], &[3, 7], &[], &[]]);
        let mut words = Words::default();
        words.push(&["c21", ":", "27"]);
        words.push(&[]);
        words.push(&["قرار"]);
        let read = |number| word(&words.bytes, &words.ends, number);
        assert_eq!([0, 1, 2, 3].map(read), ["c21:27", "", "قرار", ""]);
        assert_eq!(Lists::one(vec![5_u8]).of(0), [5]);
        assert!(Lists::one(vec![5_u8]).of(1).is_empty());
    }

    #[test]
    fn ends_that_are_wrong_give_nothing() {
        assert!(list(&[1, 2, 3], &[2, 1, 9], 1).is_empty());
        assert!(list(&[1, 2, 3], &[2, 1, 9], 2).is_empty());
        let torn = Lists {
            all: vec![1_u8, 2].into(),
            ends: vec![2, u64::MAX, 1].into(),
        };
        assert_eq!(torn.of(0), [1, 2]);
        assert!(torn.of(1).is_empty() && torn.of(2).is_empty());
    }
}
