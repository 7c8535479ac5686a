//! The stems that answered a word with two slips, kept while one types: whatever goes on with the word
//! is answered by none but these. For what a word costs against the beginning of a stem, the word
//! without its last letter costs no more against a beginning of it.

use super::slips::Slip;

/// So many words are kept.
const KEPT: usize = 16;
/// Where more stems answer, they are not.
const MOST_STEMS: usize = 1 << 13;

/// What answered some words, of which also the beginnings of stems may have been meant.
#[derive(Debug, Default)]
pub(super) struct Narrow {
    /// The latest last.
    kept: Vec<Kept>,
}

#[derive(Debug)]
struct Kept {
    typed: Vec<u8>,
    segment: usize,
    /// The places of the stems, in their order.
    stems: Vec<u32>,
}

impl Narrow {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.kept.clear();
    }

    /// The places of the stems of a segment among which those are that answer a word.
    pub fn among(&self, typed: &[u8], segment: usize) -> Option<&[u32]> {
        let kept = self.kept.iter();
        let kept = kept.filter(|kept| kept.segment == segment && typed.starts_with(&kept.typed));
        let kept = kept.max_by_key(|kept| kept.typed.len())?;
        Some(&kept.stems)
    }

    /// Keeps which stems answered a word.
    pub fn keep(&mut self, typed: &[u8], segment: usize, found: &[(u32, Slip)]) {
        if found.len() > MOST_STEMS {
            return;
        }
        self.kept
            .retain(|kept| kept.segment != segment || kept.typed != typed);
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push(Kept {
            typed: typed.to_vec(),
            segment,
            stems: found.iter().map(|&(place, _)| place).collect(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Narrow;

    #[test]
    fn a_word_that_comes_again_takes_no_second_place() {
        let mut narrow = Narrow::default();
        narrow.keep(b"first", 0, &[]);
        for _ in 0..100 {
            narrow.keep(b"again", 0, &[]);
        }
        assert_eq!(narrow.among(b"first", 0), Some([].as_slice()));
        assert_eq!(narrow.kept.len(), 2);
        // In another segment it is another.
        narrow.keep(b"again", 1, &[]);
        assert_eq!(narrow.kept.len(), 3);
    }
}
