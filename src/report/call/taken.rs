//! What a call comes to, item by item.

use super::Call;
use crate::report::{Many, Ref, TakenUp};

impl Call {
    /// The items that have been taken up and closed: each once, in the order in which they were
    /// first, with the minutes it took in all, rounded, those that were planned, and who spoke on it.
    #[must_use]
    pub fn taken_up(&self) -> Vec<TakenUp> {
        let mut items: Vec<&Ref> = Vec::new();
        for stretch in &self.taken {
            if !items.contains(&&stretch.item) {
                items.push(&stretch.item);
            }
        }
        let taken = items.into_iter().map(|item| {
            let minutes = (self.spent(item).as_secs() + 30) / 60;
            TakenUp {
                item: item.clone(),
                minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
                planned: self.planned(item),
                speakers: Many(self.speakers(Some(item))),
            }
        });
        taken.collect()
    }

    /// Who spoke on an item, or while none was in hand; each once, in the order in which they first did.
    #[must_use]
    pub fn speakers(&self, item: Option<&Ref>) -> Vec<Ref> {
        let mut speakers: Vec<Ref> = Vec::new();
        for speech in &self.speeches {
            if speech.item.as_ref() == item && !speakers.contains(&speech.who) {
                speakers.push(speech.who.clone());
            }
        }
        speakers
    }

    /// The minutes that were planned for an item, each time it was taken up; none where none were.
    fn planned(&self, item: &Ref) -> Option<u32> {
        let stretches = self.taken.iter().filter(|one| one.item == *item);
        let planned = stretches.filter_map(|one| one.planned).map(u32::from);
        planned.reduce(|one, other| one + other)
    }

    /// The report to which the record of the call belongs: that of most of the items that were taken
    /// up; among equals the one in which the call began, else the one that came first.
    #[must_use]
    pub fn home(&self) -> &str {
        let began = self.report.as_str();
        let reports = self.of_items();
        let count = |wanted: &str| reports.iter().filter(|one| **one == wanted).count();
        let mut home = began;
        for report in &reports {
            if count(report) > count(home) {
                home = report;
            }
        }
        home
    }

    /// The reports of which it is: the one to which its record belongs, those of the other items that
    /// were taken up, the one in which it began.
    #[must_use]
    pub fn reports(&self) -> Vec<&str> {
        let mut reports = vec![self.home()];
        for report in self.of_items().into_iter().chain([self.report.as_str()]) {
            if !reports.contains(&report) {
                reports.push(report);
            }
        }
        reports
    }

    /// The report of each item that was taken up.
    fn of_items(&self) -> Vec<&str> {
        let reports = self.items().into_iter().filter_map(|item| {
            let (report, _) = item.as_str().split_once(':')?;
            Some(report)
        });
        reports.collect()
    }
}
