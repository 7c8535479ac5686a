//! What is made of documents once and never changed: their vocabulary, their words, the postings.

use super::forward::Forward;
use super::name::Names;
use super::postings::Postings;
use super::stored::{Loader, Saver};
use super::translit::Sounds;
use super::unions::Unions;
use super::vocabulary::Vocabulary;
use crate::cache::Array;

/// Documents and the words they are found by, each numbered from 0.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub vocabulary: Vocabulary,
    pub forward: Forward,
    pub postings: Postings,
    pub unions: Unions,
    pub names: Names,
    pub sounds: Sounds,
    /// What each document is worth whatever is asked, falling.
    pub owns: Array<u16>,
    /// The key of each document.
    pub keys: Array<u32>,
}

impl Segment {
    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("owns", &self.owns);
        to.save("keys", &self.keys);
        self.vocabulary.save(to);
        self.forward.save(to);
        self.postings.save(to);
        self.unions.save(to);
        self.names.save(to);
        self.sounds.save(to);
    }

    pub fn load(from: &Loader<'_>) -> Option<Self> {
        let keys: Array<u32> = from.load("keys")?;
        let owns: Array<u16> = from.load("owns")?;
        let vocabulary = Vocabulary::load(from)?;
        (owns.len() == keys.len()).then_some(Self {
            forward: Forward::load(from, keys.len())?,
            postings: Postings::load(from, vocabulary.len(), keys.len())?,
            unions: Unions::load(from, keys.len())?,
            names: Names::load(from)?,
            sounds: Sounds::load(from)?,
            vocabulary,
            owns,
            keys,
        })
    }

    /// The bytes that it takes, in memory or in a file.
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes()
            + self.forward.bytes()
            + self.postings.bytes()
            + self.unions.bytes()
            + self.names.bytes()
            + self.sounds.bytes()
            + self.owns.bytes()
            + self.keys.bytes()
    }
}
