//! What a call comes to, item by item.

use super::Call;
use crate::report::{Many, Ref, TakenUp};

impl Call {
    /// The items that have been taken up and closed: each once, in the order in which they were
    /// first, with the minutes it took in all, rounded, and who spoke on it.
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
            let mut speakers: Vec<Ref> = Vec::new();
            for speech in &self.speeches {
                if speech.item.as_ref() == Some(item) && !speakers.contains(&speech.who) {
                    speakers.push(speech.who.clone());
                }
            }
            TakenUp {
                item: item.clone(),
                minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
                speakers: Many(speakers),
            }
        });
        taken.collect()
    }
}
