//! How far the reading of a large library has come.

use std::time::Duration;

use crate::words::{Message, loading as words, ui};

use super::Layer;
use super::finder::nothing;

/// Below this nothing is said of the time that is left: what has been read says too little.
const TOO_SOON: Duration = Duration::from_millis(500);

/// What has been read of a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Files read.
    pub files: usize,
    /// Files in all.
    pub of_files: usize,
    /// Records read.
    pub records: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Bytes in all, as the files were when the reading began.
    pub of_bytes: u64,
    /// How long it has taken.
    pub took: Duration,
}

impl Progress {
    /// How much has been read, in thousandths, rounded down; at most 1000.
    #[must_use]
    pub fn thousandths(&self) -> u64 {
        let read = self.bytes.saturating_mul(1000).checked_div(self.of_bytes);
        read.unwrap_or(1000).min(1000)
    }

    /// How long it will still take, if it goes on as it went; none where it is too soon to tell.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        if self.took < TOO_SOON || self.bytes == 0 {
            return None;
        }
        let left = self.of_bytes.saturating_sub(self.bytes);
        let millis = self.took.as_millis() * u128::from(left) / u128::from(self.bytes);
        Some(Duration::from_millis(u64::try_from(millis).ok()?))
    }
}

/// The reading of a library, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loading {
    /// How far it has come.
    pub progress: Progress,
    /// Whether it was left to the background, where only a sign tells of it.
    pub behind: bool,
}

impl super::App {
    /// Tells how far the library is read; none when it is there.
    pub fn has_loaded(&mut self, progress: Option<Progress>) {
        let behind = self.loading.is_some_and(|loading| loading.behind);
        if progress.is_none() && self.loading.is_some() {
            for layer in &mut self.layers {
                if let Layer::Search(search) = layer {
                    // The answer that is on its way is that of the whole.
                    search.of_a_part = search.asked.is_some();
                }
            }
        }
        let is_whole = progress.is_none() && self.loading.is_some();
        self.loading = progress.map(|progress| Loading { progress, behind });
        if is_whole {
            // It began with what was read by then.
            if self.is_as_begun() && self.layers.is_empty() {
                self.begin();
            }
            self.tell_names();
        }
    }

    /// Whether the lowest row shows how far the library is read.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        self.loading.is_some_and(|loading| !loading.behind)
    }

    /// What is said where a search found nothing: of a library that is still read it says little.
    #[must_use]
    pub fn nothing_found(&self) -> Message {
        let search = match self.layers.last() {
            Some(Layer::Search(search)) => Some(search),
            _ => None,
        };
        let of_a_part = search.is_some_and(|search| search.is_of_a_part());
        match search {
            _ if self.loading.is_some() || of_a_part => words::NOTHING_YET.into(),
            Some(search) => nothing(&search.found).unwrap_or_else(|| ui::NOTHING_FOUND.into()),
            None => ui::NOTHING_FOUND.into(),
        }
    }

    /// Leaves the loading to the background; says whether it was not there.
    pub(super) fn load_behind(&mut self) -> bool {
        let shown = self.loading.as_mut().filter(|loading| !loading.behind);
        shown.map(|loading| loading.behind = true).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_told_from_the_bytes() {
        let quarter = Progress {
            bytes: 25,
            of_bytes: 100,
            took: Duration::from_secs(2),
            ..Progress::default()
        };
        assert_eq!(quarter.thousandths(), 250);
        assert_eq!(quarter.left(), Some(Duration::from_secs(6)));
        let soon = Progress {
            took: Duration::from_millis(100),
            ..quarter
        };
        assert_eq!(soon.left(), None);
        // A file that has grown since is no more than the whole.
        let grown = Progress {
            bytes: 120,
            ..quarter
        };
        assert_eq!(
            (grown.thousandths(), grown.left()),
            (1000, Some(Duration::ZERO))
        );
        // Files without a byte are read at once.
        assert_eq!(Progress::default().thousandths(), 1000);
    }
}
