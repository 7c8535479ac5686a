//! A few words that each word of very many is looked for among, as a library is read: nearly all are
//! told by their length and their first and last letter.

use std::collections::HashMap;

/// Words, and what is known of each.
pub(super) struct Few<T> {
    words: HashMap<Vec<u8>, T>,
    /// A bit for each length and ends that any of them has.
    sieve: [u64; 4],
}

impl<T> Few<T> {
    /// What is known of a word, if it is one of them.
    #[inline]
    pub fn get(&self, word: &[u8]) -> Option<&T> {
        let (at, bit) = place(word);
        let open = self.sieve.get(at).is_some_and(|bits| bits & bit != 0);
        open.then(|| self.words.get(word)).flatten()
    }
}

impl<T> FromIterator<(Vec<u8>, T)> for Few<T> {
    fn from_iter<I: IntoIterator<Item = (Vec<u8>, T)>>(words: I) -> Self {
        let words: HashMap<Vec<u8>, T> = words.into_iter().collect();
        let mut sieve = [0; 4];
        for word in words.keys() {
            let (at, bit) = place(word);
            if let Some(bits) = sieve.get_mut(at) {
                *bits |= bit;
            }
        }
        Self { words, sieve }
    }
}

/// The bit of a word: which number, and which of its bits.
#[inline]
fn place(word: &[u8]) -> (usize, u64) {
    let (Some(&first), Some(&last)) = (word.first(), word.last()) else {
        return (0, 1);
    };
    let hash = word.len() * 37 + usize::from(first) * 11 + usize::from(last) * 5;
    (hash / 64 % 4, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn each_word_is_known_and_no_other() {
        let words = ["a", "ab", "resolution", "res", ""];
        let few: Few<usize> = words
            .iter()
            .map(|word| (word.as_bytes().to_vec(), word.len()))
            .collect();
        for word in words {
            assert_eq!(few.get(word.as_bytes()), Some(&word.len()));
        }
        for other in ["b", "aab", "rss", "resolutionn", "resxlution"] {
            assert_eq!(few.get(other.as_bytes()), None);
        }
    }
}
