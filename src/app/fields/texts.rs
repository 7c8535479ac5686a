//! Texts one behind the other, in memory or in a cache.

use crate::cache::{Array, Mapped, Writer};

/// Texts by their numbers.
#[derive(Debug, Default)]
pub(super) struct Texts {
    bytes: Array<u8>,
    /// Where each ends.
    ends: Array<u32>,
}

impl Texts {
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        for text in texts {
            bytes.extend_from_slice(text.as_bytes());
            ends.push(bytes.len() as u32);
        }
        Self {
            bytes: bytes.into(),
            ends: ends.into(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of a text; none of one that there is not.
    pub fn bytes(&self, number: usize) -> &[u8] {
        let end = |number: usize| self.ends.get(number).map(|end| *end as usize);
        let start = number.checked_sub(1).map_or(Some(0), end);
        let range = || Some(start?..end(number)?);
        let bytes = range().and_then(|range| self.bytes.get(range));
        bytes.unwrap_or_default()
    }

    /// A text; empty where there is none.
    pub fn get(&self, number: usize) -> &str {
        str::from_utf8(self.bytes(number)).unwrap_or_default()
    }

    /// Where those end that stand before others, of texts in their order.
    pub fn place(&self, is_before: impl Fn(&[u8]) -> bool) -> usize {
        first_not(self.len(), |number| is_before(self.bytes(number)))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    pub fn save(&self, writer: &mut Writer, name: &str) {
        writer.section(&format!("{name}.bytes"), &self.bytes);
        writer.section(&format!("{name}.ends"), &self.ends);
    }

    /// Those that were saved under a name.
    pub fn load(mapped: &Mapped, name: &str) -> Option<Self> {
        let texts = Self {
            bytes: mapped.array(&format!("{name}.bytes"))?,
            ends: mapped.array(&format!("{name}.ends"))?,
        };
        let end = texts.ends.last().map_or(0, |end| *end as usize);
        (end == texts.bytes.len()).then_some(texts)
    }
}

/// The first of so many places that is not before others.
pub(super) fn first_not(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        match is_before(middle) {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    low
}
