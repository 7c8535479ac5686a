//! An index that was amended: some of its documents no longer count, others have come, and it need
//! not be made anew.
//!
//! The documents that changed are a segment of their own, whose documents and words are numbered
//! behind those of the first. Words that only documents have that no longer count are words no
//! more: a search answers as if all had been read together.

use super::bitmap::Bitmap;
use super::forward::CLASSES;
use super::index::Index;
use super::join;
use super::keys::Keys;
use super::part::Part;
use super::segment::Segment;
use super::set::Set;
use super::stored::{Loader, Saver};
use super::within::Place;
use crate::cache::{Array, Mapped, Writer};
use std::borrow::Borrow;
use std::sync::Arc;

/// What has become of the documents since an index was first made.
#[derive(Clone, Copy, Debug)]
pub struct Changes<'a> {
    /// Documents that no longer count, by the keys that they had then.
    pub gone: &'a Set,
    /// Where the others went: each pair is a key of then and the key that this document has now;
    /// those behind it, up to that of the next pair, follow it. In the order of then; documents
    /// before the first pair keep their keys.
    pub moved: &'a [(u32, u32)],
    /// The keys of the documents that have come, in the order in which the parts have them.
    pub keys: &'a [u32],
}

/// What changed, ready to be searched.
#[derive(Debug)]
pub(super) struct Amendment {
    /// Documents of the first segment that no longer count.
    pub gone: Bitmap,
    /// How many they are.
    pub lost: usize,
    /// Words that only those have.
    pub dead: Bitmap,
    /// See [`Changes::moved`].
    pub moved: Vec<(u32, u32)>,
    /// The documents that have come.
    pub new: Segment,
    pub place: Place,
}

impl Amendment {
    /// `changes` in the documents of `first`; `parts` are the documents that have come.
    pub fn new<P: Borrow<Part>>(first: &Segment, changes: Changes<'_>, parts: &[P]) -> Self {
        let gone = first.keys.documents_of(changes.gone);
        let mut new = join::segment(parts);
        let key = |key: u32| changes.keys.get(key as usize).copied().unwrap_or(key);
        new.keys = Keys::new(&new.keys.iter().map(key).collect::<Vec<_>>());
        Self::of(first, gone, changes.moved.to_vec(), new)
    }

    fn of(first: &Segment, gone: Bitmap, moved: Vec<(u32, u32)>, new: Segment) -> Self {
        Self {
            lost: gone.count(),
            dead: dead(first, &gone),
            gone,
            moved,
            new,
            place: Place::behind(first),
        }
    }

    fn save(&self, to: &mut Saver<'_>) {
        to.save("gone", &self.gone.iter().collect::<Vec<u32>>());
        let (from, to_keys): (Vec<u32>, Vec<u32>) = self.moved.iter().copied().unzip();
        to.save("moved.from", &from);
        to.save("moved.to", &to_keys);
        self.new.save(to);
    }

    /// That of a segment.
    fn load(from: &Loader<'_>, first: &Segment) -> Option<Self> {
        let numbers: Array<u32> = from.load("gone")?;
        let mut gone = Bitmap::new(first.len());
        if numbers.iter().any(|gone| *gone as usize >= first.len()) {
            return None;
        }
        gone.insert_all(&numbers);
        let (then, now): (Array<u32>, Array<u32>) =
            (from.load("moved.from")?, from.load("moved.to")?);
        if then.len() != now.len() || !then.is_sorted() {
            return None;
        }
        let moved = then.iter().copied().zip(now.iter().copied()).collect();
        Some(Self::of(first, gone, moved, Segment::load(from)?))
    }

    /// The key that a document of the first segment has now.
    #[inline]
    pub fn moved(&self, key: u32) -> u32 {
        let after = self.moved.partition_point(|&(from, _)| from <= key);
        match after.checked_sub(1).and_then(|at| self.moved.get(at)) {
            Some(&(from, to)) => to.wrapping_add(key - from),
            None => key,
        }
    }

    /// A set of keys of now by the keys that the documents had then, of which there were so many; of
    /// those that are gone it says nothing.
    pub fn then(&self, set: &Set, documents: usize) -> Set {
        let end = documents as u32;
        let starts = [(0, 0)].into_iter().chain(self.moved.iter().copied());
        let ends = self.moved.iter().map(|&(from, _)| from.min(end));
        let mut then = Set::new(documents);
        for ((from, to), end) in starts.zip(ends.chain([end])) {
            then.insert_from(from..end, set, to);
        }
        then
    }
}

/// The words that no document has but those that are gone.
fn dead(segment: &Segment, gone: &Bitmap) -> Bitmap {
    let words = segment.vocabulary.len();
    let (mut met, mut dead) = (Bitmap::new(words), Bitmap::new(words));
    for (entry, _) in gone
        .iter()
        .flat_map(|document| segment.forward.of(document))
    {
        let word = entry.word();
        if !met.contains(word) {
            met.insert(word);
            if !segment.postings.any_but(word, CLASSES - 1, gone) {
                dead.insert(word);
            }
        }
    }
    dead
}

impl Index {
    /// Whether it was amended since it was made.
    #[must_use]
    pub const fn is_amended(&self) -> bool {
        self.amendment.is_some()
    }

    /// Writes what the index was amended by into a cache, as sections whose names begin with `prefix`.
    pub fn save_amendment(&self, writer: &mut Writer, prefix: &str) {
        if let Some(amendment) = &self.amendment {
            amendment.save(&mut Saver::new(writer, prefix));
        }
    }

    /// This index as it was first made, amended by what was saved under `prefix` of one with the same
    /// documents; none where nothing was.
    #[must_use]
    pub fn load_amendment(&self, file: &Mapped, prefix: &str) -> Option<Self> {
        let amendment = Amendment::load(&Loader::new(file, prefix), &self.first)?;
        Some(Self {
            identity: join::identity(),
            ranked: self.ranked,
            amendment: Some(amendment),
            first: Arc::clone(&self.first),
        })
    }

    /// This index as it was first made, with these changes; those of an earlier amendment count no
    /// more. Costs little more than reading the keys, and joining the parts.
    #[must_use]
    pub fn amended<P: Borrow<Part>>(&self, changes: Changes<'_>, parts: &[P]) -> Self {
        Self {
            identity: join::identity(),
            ranked: self.ranked,
            amendment: Some(Amendment::new(&self.first, changes, parts)),
            first: self.first.clone(),
        }
    }
}
