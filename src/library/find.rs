//! Finding a record by what a person types.

use std::path::Path;

use super::assembly::At;
use super::volume::{Fit, Sort, Typed};
use super::{Key, Library};

impl Library {
    /// The record with this full id, just as [`id`](Self::id) gives it; the first where there are
    /// several.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<Key> {
        self.full(id)
    }

    /// The record that a person means. An id as written; else with letter case, the sort of digits,
    /// blanks, `-` and `/` forgiven; an item by any of its numbers, an instrument without its
    /// edition, an entry of the registry by its names, acronyms and aliases, a record without its
    /// report. None where several are meant equally.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<Key> {
        let exact = self.full(typed);
        exact.or_else(|| match self.meant(typed).as_slice() {
            [one] => Some(*one),
            _ => None,
        })
    }

    /// The ids of the records that may be meant, where [`Self::find`] cannot tell which: the
    /// editions of an instrument named without its year, the items of one number in several
    /// reports. At most `at_most`, in the order of the library; empty where it is clear, and where
    /// nothing has that name.
    #[must_use]
    pub fn candidates(&self, typed: &str, at_most: usize) -> Vec<&str> {
        if self.full(typed).is_some() {
            return Vec::new();
        }
        let meant = self.meant(typed);
        if meant.len() < 2 {
            return Vec::new();
        }
        let meant = meant.into_iter().take(at_most);
        meant.map(|key| self.id(key)).collect()
    }

    /// The ids of the records whose id or name is nearest to what was typed, nearest first.
    #[must_use]
    pub fn nearest(&self, typed: &str, at_most: usize) -> Vec<&str> {
        let typed = Typed::new(typed);
        let mut near: Vec<(usize, Sort, Key)> = Vec::new();
        for at in self.all_shown() {
            let of_volume = at.volume.names().near(&typed).into_iter();
            near.extend(of_volume.map(|(slips, sort, local)| (slips, sort, at.key(local))));
        }
        near.sort_unstable();
        let mut keys: Vec<Key> = Vec::new();
        for (_, _, key) in near {
            if keys.len() == at_most {
                break;
            }
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.into_iter().map(|key| self.id(key)).collect()
    }

    /// The name of the file that cannot be read and by its name is of the report that is typed, alone or
    /// before the id of a record; none where that report is shown.
    #[must_use]
    pub fn unread_for(&self, typed: &str) -> Option<&str> {
        let report = typed.split(':').next().unwrap_or_default().trim();
        let is_it = |id: &str| id.eq_ignore_ascii_case(report);
        if self.report_ids().any(is_it) {
            return None;
        }
        let mut volumes = self.volumes().iter();
        volumes.find_map(|volume| {
            let path = Path::new(volume.name());
            let is_unread = volume.report_id().is_none() && !volume.is_registry();
            let is_named = path
                .file_stem()
                .and_then(|stem| stem.to_str())
                .is_some_and(is_it);
            (is_unread && is_named)
                .then(|| path.file_name()?.to_str())
                .flatten()
        })
    }

    /// Whether this is the id of a record in full, or names an entry of the registry, as forgivingly
    /// as in [`find`](Self::find). The names of the other reports are not looked through: it may be
    /// asked at each letter of a library of any size.
    #[must_use]
    pub fn is_full_id(&self, typed: &str) -> bool {
        let exact = self.full(typed).is_some();
        let typed = Typed::new(typed);
        let is_one = || {
            let (fit, meant) = best(self.near(&typed), &typed);
            let in_full = fit.is_some_and(|(_, sort)| sort < Sort::WithoutReport);
            in_full && meant.len() == 1
        };
        exact || is_one()
    }

    /// The volumes in which stands what is typed in full, and the registry.
    fn near<'a>(&'a self, typed: &'a Typed) -> impl Iterator<Item = At<'a>> {
        self.all_shown().filter(|at| {
            let report = at.volume.report_id();
            report.is_none_or(|report| typed.begins_with(report))
        })
    }

    /// The records whose name fits best, each once, in the order of the library: one where it is
    /// clear which is meant, several where they fit equally well.
    pub(super) fn meant(&self, typed: &str) -> Vec<Key> {
        let typed = Typed::new(typed);
        // The names of all records take a while to gather. What is typed in full, or names an entry
        // of the registry, stands in one of these volumes and nowhere else.
        match best(self.near(&typed), &typed) {
            (Some((false, sort)), meant) if sort < Sort::WithoutReport => meant,
            _ => self.meant_anywhere(&typed),
        }
    }

    /// The same, with the names of all records gathered.
    pub(super) fn meant_anywhere(&self, typed: &Typed) -> Vec<Key> {
        best(self.all_shown(), typed).1
    }
}

#[cfg(test)]
impl Library {
    /// The files of which all names have been gathered.
    pub(crate) fn gathered(&self) -> Vec<&str> {
        let volumes = self.volumes().iter().filter(|volume| volume.has_names());
        volumes.map(|volume| volume.name()).collect()
    }
}

/// The records of these volumes whose name fits best, and how well it fits.
fn best<'a>(volumes: impl Iterator<Item = At<'a>>, typed: &Typed) -> (Option<Fit>, Vec<Key>) {
    let mut best: Option<Fit> = None;
    let mut meant: Vec<Key> = Vec::new();
    for at in volumes {
        let Some((fit, of_volume)) = at.volume.names().meant(typed) else {
            continue;
        };
        if best.is_none_or(|best| fit < best) {
            best = Some(fit);
            meant.clear();
        }
        if best == Some(fit) {
            meant.extend(of_volume.into_iter().map(|local| at.key(local)));
        }
    }
    meant.sort_unstable();
    meant.dedup();
    // Of two records with the same id the first counts.
    if best.is_some_and(|(_, sort)| sort == Sort::Id) {
        meant.truncate(1);
    }
    (best, meant)
}
