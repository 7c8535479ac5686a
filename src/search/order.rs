//! The order of the documents: what is worth more by itself first.

use super::name::Names;
use super::part::Part;
use super::score;
use std::collections::HashSet;

/// The documents in their order, equals as they were given.
pub(super) struct Order {
    /// The key of each document.
    pub documents: Vec<u32>,
    /// What each is worth.
    pub owns: Vec<u16>,
    /// The first key of each part.
    pub firsts: Vec<u32>,
}

impl Order {
    pub fn new(parts: &[&Part]) -> Self {
        let mut firsts = Vec::with_capacity(parts.len());
        let mut worths = Vec::new();
        for part in parts {
            firsts.push(worths.len() as u32);
            let both = part.weights.iter().zip(&part.lengths);
            worths.extend(both.map(|(&weight, &length)| score::own(weight, length) as u16));
        }
        let least = |worth: u16| score::MOST_OWN as usize - usize::from(worth);
        let mut starts = vec![0; score::MOST_OWN as usize + 2];
        for &worth in &worths {
            if let Some(count) = starts.get_mut(least(worth) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut documents = vec![0; worths.len()];
        let mut owns = vec![0; worths.len()];
        for (key, &worth) in (0..).zip(&worths) {
            let Some(next) = starts.get_mut(least(worth)) else {
                continue;
            };
            if let (Some(document), Some(own)) = (documents.get_mut(*next), owns.get_mut(*next)) {
                (*document, *own) = (key, worth);
            }
            *next += 1;
        }
        Self {
            documents,
            owns,
            firsts,
        }
    }

    /// The documents, in their order, of which not all words were read.
    pub fn cut(&self, parts: &[&Part]) -> Vec<u32> {
        let both = parts.iter().zip(&self.firsts);
        let keys = both.flat_map(|(part, first)| part.cut.iter().map(move |number| first + number));
        let keys: HashSet<u32> = keys.collect();
        if keys.is_empty() {
            return Vec::new();
        }
        let documents = (0..).zip(&self.documents);
        documents
            .filter(|(_, key)| keys.contains(key))
            .map(|(document, _)| document)
            .collect()
    }

    pub fn names(&self, parts: &[&Part]) -> Names {
        if parts.iter().all(|part| part.names.is_empty()) {
            return Names::default();
        }
        let mut places = vec![0; self.documents.len()];
        for (place, &key) in (0..).zip(&self.documents) {
            if let Some(to) = places.get_mut(key as usize) {
                *to = place;
            }
        }
        let parts = parts.iter().zip(&self.firsts);
        Names::new(parts.flat_map(|(part, &first)| {
            let places = &places;
            part.names.iter().filter_map(move |&(name, number)| {
                let place = places.get((first + number) as usize)?;
                Some((name, *place))
            })
        }))
    }
}
