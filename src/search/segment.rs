//! What is made of documents once and never changed: their vocabulary, their words, the postings.

use super::edges::Edges;
use super::forward::Forward;
use super::keys::Keys;
use super::name::Names;
use super::owns::Owns;
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
    pub edges: Edges,
    /// What each document is worth whatever is asked.
    pub owns: Owns,
    pub keys: Keys,
    /// The documents, in their order, of which not all words were read.
    pub cut: Array<u32>,
}

impl Segment {
    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        self.keys.save(to);
        self.vocabulary.save(to);
        self.forward.save(to);
        self.postings.save(to);
        self.unions.save(to);
        self.names.save(to);
        self.sounds.save(to);
        self.edges.save(to);
        self.owns.save(to);
        to.save("cut", &self.cut);
    }

    pub fn load(from: &Loader<'_>) -> Option<Self> {
        let keys = Keys::load(from)?;
        let vocabulary = Vocabulary::load(from)?;
        Some(Self {
            forward: Forward::load(from, keys.len())?,
            postings: Postings::load(from, vocabulary.len(), keys.len())?,
            unions: Unions::load(from, keys.len())?,
            names: Names::load(from)?,
            sounds: Sounds::load(from)?,
            edges: Edges::load(from, vocabulary.len())?,
            owns: Owns::load(from, keys.len())?,
            cut: from.load("cut")?,
            vocabulary,
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
            + self.edges.bytes()
            + self.owns.bytes()
            + self.keys.bytes()
            + self.cut.bytes()
    }
}
