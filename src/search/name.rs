//! What documents are called: a query that is just that comes before any that contains it.

use super::fold::{fold, words};
use super::{plurals, said, tier};

/// A name without blanks, Arabic articles and what says nothing, with abbreviations written in
/// full: what ways of writing it have in common.
pub(super) fn of(text: &str) -> Vec<u8> {
    let folded = fold(text);
    let mut name = Vec::new();
    let mut word = Vec::new();
    for chain in words::chains(&folded) {
        words::join(&folded, chain, &mut word);
        if !said::is_silent(&word) {
            let word = tier::without_article(&word).unwrap_or(&word);
            name.extend_from_slice(plurals::in_full(word).unwrap_or(word));
        }
    }
    name
}

/// The hash by which a name is kept (FNV-1a). Two names that share it by chance do no harm: who is
/// called so must answer the query too.
pub(super) fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811C_9DC5, |hash, &letter| {
        (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
    })
}

/// The documents that have each name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Hashes and documents, in order.
    called: Vec<(u32, u32)>,
}

impl Names {
    pub fn new(mut called: Vec<(u32, u32)>) -> Self {
        called.sort_unstable();
        called.dedup();
        called.shrink_to_fit();
        Self { called }
    }

    /// The documents that may be called so, in their order.
    pub fn of(&self, name: &[u8]) -> impl Iterator<Item = u32> {
        let wanted = hash(name);
        let start = self.called.partition_point(|&(hash, _)| hash < wanted);
        let called = self.called.get(start..).unwrap_or_default();
        called
            .iter()
            .take_while(move |&&(hash, _)| hash == wanted)
            .map(|&(_, document)| document)
    }

    pub fn bytes(&self) -> usize {
        self.called.capacity() * size_of::<(u32, u32)>()
    }
}
